//! `cargo xtask interop`: writes every format as the app does, and has the programs that people use read the files.
//!
//! The project's own judges stand in `xtask/interop/`; those of `../shared/consumers` run besides where that folder is.
//! A judge is a Python program that is called with files, prints one line of JSON, `{"consumer", "ok", "counts",
//! "problems"}`, and exits with 0 or 1. Its counts of documents, annotations and relations must be those of the project
//! less what the report of the export says is lost.

mod judges;
mod python;
mod table;

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    process::{self, cargo},
    tally::Tally,
};
use judges::{OTHER_MEANING, SHARED};
use python::Python;
use table::Row;

/// What a judge counts and the writer knows.
const COUNTED: [&str; 3] = ["documents", "annotations", "relations"];

/// Options of the command.
#[derive(Debug)]
pub(crate) struct Options {
    /// Whether the table of the README is written anew; else it is held against what came out.
    pub(crate) update: bool,
    /// Only formats whose word holds this.
    pub(crate) only: Option<String>,
}

/// What was written in a format with some choice.
#[derive(Debug)]
pub(crate) struct Case {
    /// The word of the format.
    format: String,
    /// What was chosen, where it is not the default.
    chosen: String,
    /// Each option with its value, as JSON.
    options: Value,
    /// What a reader should count.
    expected: BTreeMap<String, u64>,
    /// The files, out of their zip where they came in one, without the report.
    files: Vec<PathBuf>,
}

impl Case {
    /// Whether an option has this value.
    fn is(&self, option: &str, value: &str) -> bool {
        self.options[option] == value
    }
}

/// Where everything of it stands.
fn folder() -> PathBuf {
    process::root().join("target/interop")
}

/// The Python that has what the judges need.
pub(crate) fn python() -> Result<PathBuf> {
    Python::set_up(&folder()).map(Python::into_program)
}

/// Runs every judge. `false` when one is not content, or when a format has none.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let folder = folder();
    let python = Python::set_up(&folder)?;
    let cases = write(&folder.join("files"), &python)?;
    let wanted = |case: &&Case| options.only.as_ref().is_none_or(|only| case.format.contains(only));
    let mut rows = Vec::new();
    for case in cases.iter().filter(wanted) {
        rows.push(own(case, &python)?);
        for judge in SHARED.iter().filter(|judge| judge.format == case.format) {
            let calls = judge.path().map(|_| (judge.calls)(case)).unwrap_or_default();
            if let Some(script) = judge.path().filter(|_| !calls.is_empty()) {
                rows.push(python.judge(case, &script, &calls)?);
            }
        }
    }
    ensure!(!rows.is_empty(), "no format of that name is written");
    let table = table::markdown(&rows);
    println!("\n{table}");
    for (row, problem) in rows.iter().flat_map(|row| row.problems.iter().map(move |problem| (row, problem))) {
        println!("{} {} {}: {problem}", row.format, row.chosen, row.judge);
    }
    let mut tally = Tally::default();
    tally.passed = rows.iter().filter(|row| row.is_ok()).count();
    tally.failed = rows.len() - tally.passed;
    if options.only.is_none() && !table::in_readme(&rows, options.update)? {
        println!("README.md shows another table: cargo xtask interop --update-readme");
        tally.failed += 1;
    }
    println!("{tally}");
    Ok(tally.failed == 0)
}

/// The row of the project's own judge.
fn own(case: &Case, python: &Python) -> Result<Row> {
    let Some(script) = judges::own(&case.format) else {
        let problems = vec!["xtask/interop has no judge for this format".to_owned()];
        return Ok(Row { judge: "no judge".to_owned(), problems, own: true, ..Row::of(case) });
    };
    let mut row = python.judge(case, &script, &[judges::call(case)])?;
    row.own = true;
    let other = |what: &str| OTHER_MEANING.contains(&(&case.format, what));
    for what in COUNTED.into_iter().filter(|what| !other(what)) {
        if let Some((counted, expected)) = row.counts.get(what).zip(case.expected.get(what))
            && counted != expected
        {
            row.problems.push(format!("{counted} {what} are read, and the report leaves {expected}"));
        }
    }
    Ok(row)
}

/// Has the app's code write every format, and takes zips apart.
fn write(folder: &PathBuf, python: &Python) -> Result<Vec<Case>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut program = cargo();
    program.args(["run", "--quiet", "--package", "postil", "--example", "interop", "--"]).arg(folder);
    let mut lines = Vec::new();
    ensure!(process::lines(&mut program, |line| lines.push(line.to_owned()))?, "the formats are not written");
    let cases = lines.iter().map(|line| {
        let line: Value = serde_json::from_str(line).context("a line for each file")?;
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        let expected = COUNTED.map(|what| (what.to_owned(), line[what].as_u64().unwrap_or_default()));
        let mut files = vec![folder.join(text("file"))];
        if files[0].extension().is_some_and(|ending| ending == "zip") {
            files = python.unzip(&files[0])?;
        }
        Ok(Case {
            format: text("format"),
            chosen: text("chosen"),
            options: line["options"].clone(),
            expected: expected.into(),
            files,
        })
    });
    cases.collect()
}
