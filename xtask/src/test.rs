//! `cargo xtask test`: everything that decides whether a change is good, cheapest first.

use std::path::Path;

use anyhow::Result;

use crate::{
    browsers::{self, Engine},
    build::Profile,
    e2e,
    process::{self, cargo},
    tally::Tally,
    tools,
};

const WASM: &str = "wasm32-unknown-unknown";

/// Options of the command.
#[derive(Debug)]
pub(crate) struct Options {
    /// Only what needs no browser.
    pub(crate) native: bool,
    /// The browsers that are wanted.
    pub(crate) engines: Vec<Engine>,
}

/// Runs the tests, and ends with a line that counts them. `false` when one failed.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let mut tally = Tally::default();
    for part in parts(options) {
        if let Err(error) = part(options, &mut tally) {
            println!("FAILED: {error:#}");
            tally.failed += 1;
        }
    }
    println!("{tally}");
    Ok(tally.failed == 0)
}

type Part = fn(&Options, &mut Tally) -> Result<()>;

fn parts(options: &Options) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![checks, native];
    if !options.native {
        parts.extend([in_a_browser as Part, flows as Part]);
    }
    parts
}

/// Format, and clippy for both targets.
fn checks(_: &Options, tally: &mut Tally) -> Result<()> {
    tools::wasm_target()?;
    tools::checkers()?;
    tally.check(cargo().args(["fmt", "--all", "--check"]))?;
    tally.check(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))?;
    let mut wasm = cargo();
    wasm.args(["clippy", "--package", "postil", "--lib", "--bins", "--quiet", "--target", WASM]);
    if has_browser_tests() {
        wasm.args(["--test", "web"]);
    }
    tally.check(wasm.args(["--", "-D", "warnings"]))
}

fn native(_: &Options, tally: &mut Tally) -> Result<()> {
    // One package after the other: together they would share features, and what the browser tests turn
    // on in a library (the order of JSON keys, for one) would change what is tested here.
    for package in ["postil", "xtask"] {
        tally.tests(cargo().args(["test", "--package", package, "--no-fail-fast", "--quiet"]))?;
    }
    Ok(())
}

/// `tests/web.rs`, in headless Chromium.
fn in_a_browser(options: &Options, tally: &mut Tally) -> Result<()> {
    if !options.engines.contains(&Engine::Chromium) || !has_browser_tests() {
        return Ok(());
    }
    tools::wasm_bindgen()?;
    let found = browsers::require(&[Engine::Chromium])?;
    let Some(chromium) = found.first() else { return Ok(()) };
    let mut tests = cargo();
    tests.args(["test", "--package", "postil", "--target", WASM, "--test", "web"]);
    tests.env("CHROMEDRIVER", &chromium.driver).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    tally.tests_in_a_browser(&mut tests)
}

fn flows(options: &Options, tally: &mut Tally) -> Result<()> {
    let options = e2e::Options {
        engines: options.engines.clone(),
        build: Some(Profile::Release),
        flow: None,
        task: None,
        variables: Vec::new(),
    };
    e2e::add(&options, tally)
}

fn has_browser_tests() -> bool {
    let tests = process::root().join("tests");
    [tests.join("web.rs"), tests.join("web/main.rs")].iter().any(|file| Path::is_file(file))
}
