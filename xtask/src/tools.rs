//! The tools that a build needs: found, or installed.
//!
//! Cargo's own tools are built with little optimisation: they run for seconds, and a first set-up on a
//! small machine takes half as long.

use std::{env, fs, process::Stdio};

use anyhow::{Context, Result, bail};

use crate::process;

/// Trunk 0.22 needs a newer compiler; `Trunk.toml` names the same version.
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
/// What the app is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Sees to everything that a build of the site needs.
pub(crate) fn for_build() -> Result<()> {
    wasm_target()?;
    // Without its defaults: it fetches nothing for us, so it needs no TLS.
    cargo_install("trunk", "trunk", TRUNK, &["--locked", "--no-default-features"])?;
    wasm_bindgen()
}

/// Sees to the wasm-bindgen CLI, which must equal the library in `Cargo.lock`.
pub(crate) fn wasm_bindgen() -> Result<()> {
    // Without --locked: the lock file of 0.2.130 names a version that registries no longer have.
    cargo_install("wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen_version()?, &[])
}

/// Sees to the driver of Firefox.
pub(crate) fn geckodriver() -> Result<()> {
    if process::find("geckodriver").is_some() {
        return Ok(());
    }
    cargo_install("geckodriver", "geckodriver", GECKODRIVER, &["--locked"])
}

/// Sees to the target; `rust-toolchain.toml` names it, but rustup's automatic installation may be off.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = process::output("rustc", &["--print", "sysroot"]).context("rustc does not run")?;
    let library = std::path::Path::new(&sysroot).join("lib/rustlib").join(WASM);
    if library.is_dir() {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        bail!("the target {WASM} is missing, and there is no rustup to add it; install it for this compiler");
    }
    process::run(process::command("rustup").args(["target", "add", WASM]))
}

/// Sees to rustfmt and clippy, for the same reason.
pub(crate) fn checkers() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::output("cargo", &[command, "--version"]).is_none() && process::find("rustup").is_some() {
            process::run(process::command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn wasm_bindgen_version() -> Result<String> {
    let lock = fs::read_to_string(process::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen").map(str::to_owned)
}

/// The version of a package in the text of a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn cargo_install(program: &str, package: &str, version: &str, options: &[&str]) -> Result<()> {
    if process::output(program, &["--version"])
        .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
    {
        return Ok(());
    }
    println!("{package} {version} is missing; installing it takes some minutes, once");
    let root = process::tools_root()?;
    let mut install = process::cargo();
    install
        .args(["install", package, "--version", version, "--force", "--root"])
        .arg(&root)
        .args(options)
        .current_dir(env::temp_dir())
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_TARGET_DIR", root.join("build"))
        .stdin(Stdio::null());
    process::run(&mut install)?;
    // The objects are of no more use; the next version needs others.
    let _ = fs::remove_dir_all(root.join("build"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn reads_a_version_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"…\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
