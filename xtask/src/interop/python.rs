//! Python with the packages that the judges need, in an environment of its own below `target`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::{Case, judges::Call, table::Row};
use crate::{browsers::apt_install, build, process};

/// An environment with the packages.
pub(crate) struct Python {
    program: PathBuf,
}

impl Python {
    /// Makes the environment, or takes the one that is there if it has just these packages.
    pub(crate) fn set_up(folder: &Path) -> Result<Self> {
        let home = folder.join("venv");
        let bin = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
        let python = Self { program: home.join(bin) };
        let list = process::root().join("xtask/interop/requirements.txt");
        let wanted = fs::read_to_string(&list)?;
        // Written when everything is installed.
        let stamp = home.join("installed.txt");
        if python.program.is_file() && fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
            return Ok(python);
        }
        environment(&home)?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
        process::run(process::command(&python.program).args(pip).arg(&list))?;
        fs::write(stamp, wanted)?;
        Ok(python)
    }

    /// Its program.
    pub(crate) fn into_program(self) -> PathBuf {
        self.program
    }

    /// Takes a zip apart, as Python does it: its files but the report, in the order of their names.
    pub(crate) fn unzip(&self, zip: &Path) -> Result<Vec<PathBuf>> {
        let folder = zip.with_extension("");
        let mut unzip = process::command(&self.program);
        unzip.args(["-m", "zipfile", "-e"]).arg(zip).arg(&folder);
        ensure!(unzip.status()?.success(), "Python does not open {}", zip.display());
        let mut files = Vec::new();
        build::visit(&folder, &mut |file| {
            files.extend((!file.ends_with("EXPORT-REPORT.json")).then(|| file.to_owned()));
            Ok(())
        })?;
        Ok(files)
    }

    /// Calls a judge, and adds up what it counts in all calls.
    pub(crate) fn judge(&self, case: &Case, script: &Path, calls: &[Call]) -> Result<Row> {
        let mut row = Row::of(case);
        for call in calls {
            let mut judge = process::command(&self.program);
            judge.arg(script).args(call).stderr(Stdio::piped());
            judge.env("INTEROP_OPTIONS", case.options.to_string()).env("PYTHONDONTWRITEBYTECODE", "1");
            let output = judge.output().with_context(|| format!("cannot run {}", process::shown(&judge)))?;
            let said = String::from_utf8_lossy(&output.stdout);
            let line = said.lines().last().and_then(|line| serde_json::from_str::<Value>(line).ok());
            let Some(line) = line else {
                let error = String::from_utf8_lossy(&output.stderr);
                let last = error.lines().last().unwrap_or("it printed no line of JSON").to_owned();
                row.judge = script.file_name().unwrap_or_default().to_string_lossy().into_owned();
                row.problems.push(last);
                continue;
            };
            row.judge = line["consumer"].as_str().unwrap_or_default().to_owned();
            for (what, count) in line["counts"].as_object().into_iter().flatten() {
                *row.counts.entry(what.clone()).or_default() += count.as_u64().unwrap_or_default();
            }
            let problems = line["problems"].as_array().into_iter().flatten();
            row.problems.extend(problems.map(|problem| problem.as_str().unwrap_or_default().to_owned()));
            if row.problems.is_empty() && !(output.status.success() && line["ok"] == true) {
                row.problems.push("it is not content and does not say why".to_owned());
            }
        }
        Ok(row)
    }
}

/// Makes an empty environment.
fn environment(home: &Path) -> Result<()> {
    let find = || process::find("python3").or_else(|| process::find("python"));
    let make = || {
        let Some(python) = find() else { return Ok(false) };
        process::passes(process::command(python).args(["-m", "venv", "--clear"]).arg(home))
    };
    if make()? || apt_install(&["python3", "python3-venv"])? && make()? {
        return Ok(());
    }
    match find() {
        None => bail!("there is no Python; install Python 3 (Debian and Ubuntu: python3 and python3-venv)"),
        Some(_) => {
            bail!("Python makes no environment; install its module venv (Debian and Ubuntu: python3-venv)")
        }
    }
}

/// What a judge counted, each by its name.
pub(crate) type Counts = BTreeMap<String, u64>;
