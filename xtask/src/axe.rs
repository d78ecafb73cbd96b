//! axe-core, which looks for what keeps people with a disability out. A program of the tests only: it comes from npm when
//! they run, and is no part of the project.

use std::{env, fs, path::PathBuf};

use anyhow::{Result, ensure};

use crate::{browsers, process};

const VERSION: &str = "4.14.1";

/// Its script: found, or installed. `None`, said, where there is no npm and it cannot be installed.
pub(crate) fn require() -> Result<Option<PathBuf>> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| process::root().join("target"), PathBuf::from);
    let folder = target.join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if script.is_file() {
        return Ok(Some(script));
    }
    if process::find("npm").is_none() && !browsers::apt_install(&["npm"])? {
        println!("MISSING for the tests with axe-core: npm, in PATH");
        return Ok(None);
    }
    fs::create_dir_all(&folder)?;
    let package = format!("axe-core@{VERSION}");
    let mut npm = process::command("npm");
    npm.args(["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix"])
        .arg(&folder)
        .arg(package);
    process::run(&mut npm)?;
    ensure!(script.is_file(), "npm installed no {}", script.display());
    Ok(Some(script))
}
