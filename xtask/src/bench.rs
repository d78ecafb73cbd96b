//! `cargo xtask bench`: how quick the app is in Chromium, beside bare pages with the same text and an
//! empty Yew page, measured in the same run (`benches/speed`, `benches/empty`).

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    browsers::{self, Engine},
    build::{self, Profile},
    interop, process,
    site::Site,
    tools,
};

/// Where the app is served: not the root, as on many hosts.
const BASE: &str = "/some/path/";

/// The page that loads the empty app, in the same way as Trunk's loads ours.
const EMPTY: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Empty</title>
    <script type="module" src="./boot.js?js=./empty.js&amp;wasm=./empty_bg.wasm"></script>
    <link rel="modulepreload" href="./empty.js">
    <link rel="preload" href="./empty_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">
  </head>
  <body><main id="start"><p id="start-state">Starting …</p></main></body>
</html>
"#;

/// Options of the command.
#[derive(Debug)]
pub(crate) struct Options {
    /// Whether to build first; else `dist/` is taken as it is.
    pub(crate) build: bool,
    /// Acts of each kind.
    pub(crate) acts: u32,
    /// Only what has this in its name: a size such as `1MB`, or `load`.
    pub(crate) only: Option<String>,
}

/// Measures. `false` when a ratio is not reached.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let found = browsers::require(&[Engine::Chromium])?;
    let chromium = found.first().context("the bench runs in Chromium")?;
    let folder = process::root().join("target/bench");
    let served = folder.join("site");
    fs::create_dir_all(&served)?;
    if options.build {
        build::run(Profile::Release)?;
    }
    empty(&served.join("empty"), options.build)?;
    let dist = process::root().join("dist");
    ensure!(dist.join("index.html").is_file(), "there is no dist/; leave out --no-build");
    let app = Site::start(dist, 0, BASE)?;
    let bare = Site::start(served.clone(), 0, "/")?;

    let mut speed = process::cargo();
    speed.args(["run", "--quiet", "--package", "speed", "--"]);
    speed.args(options.only.iter());
    speed.env("POSTIL_SPEED_APP", app.address()).env("POSTIL_SPEED_BARE", bare.address());
    speed.env("POSTIL_SPEED_FOLDER", &folder).env("POSTIL_SPEED_CHROMIUM", &chromium.browser);
    speed.env("POSTIL_SPEED_ACTS", options.acts.to_string());
    if options.only.as_deref().is_none_or(|only| only == "files") {
        // What the worker runs, natively.
        let profile = ["--profile", "worker", "--example", "files"];
        process::run(process::cargo().args(["build", "--quiet", "--package", "postil"]).args(profile))?;
        let native = process::root().join("target/worker/examples/files");
        speed.env("POSTIL_SPEED_NATIVE", native).env("POSTIL_SPEED_PYTHON", interop::python()?);
    }
    process::passes(&mut speed)
}

/// Builds the empty app and lays it beside its page.
fn empty(folder: &Path, again: bool) -> Result<()> {
    if !again && folder.join("empty_bg.wasm").is_file() {
        return Ok(());
    }
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| process::root().join("target"), Into::into);
    process::run(
        process::cargo().args(["build", "--release", "--package", "empty"]).args(["--target", tools::WASM]),
    )?;
    let wasm = target.join(tools::WASM).join("release/empty.wasm");
    let mut bind = process::command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", "empty", "--out-dir"])
        .arg(folder)
        .arg(wasm);
    process::run(&mut bind)?;
    fs::write(folder.join("index.html"), EMPTY)?;
    fs::copy(process::root().join("static/boot.js"), folder.join("boot.js"))?;
    Ok(())
}
