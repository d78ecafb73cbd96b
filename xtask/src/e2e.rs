//! `cargo xtask e2e`: flows through the built site over WebDriver (`tests/e2e`).
//!
//! The site is served under a path that is not the root, because it must run from any. Which browsers
//! there are is handed over in the environment: finding them is the business of [`browsers`].

use std::{env, process::Command};

use anyhow::{Result, ensure};

use crate::{
    axe,
    browsers::{self, Engine, Found},
    build::{self, Profile},
    process,
    site::Site,
    tally::Tally,
};

/// Where the tests find the site.
const BASE: &str = "/some/path/";

/// Options of the command.
#[derive(Debug)]
pub(crate) struct Options {
    /// The browsers that are wanted.
    pub(crate) engines: Vec<Engine>,
    /// How to build first; `None` takes `dist/` as it is.
    pub(crate) build: Option<Profile>,
    /// Only the flows whose name holds this.
    pub(crate) flow: Option<String>,
    /// A task instead of the flows: something that drives a browser but is no test.
    pub(crate) task: Option<&'static str>,
    /// What the task reads from its environment.
    pub(crate) variables: Vec<(&'static str, String)>,
}

/// Runs the flows, or the task. `false` when one failed.
pub(crate) fn run(options: &Options) -> Result<bool> {
    if options.task.is_some() {
        let (_site, mut task) = prepare(options, &browsers::require(&options.engines)?)?;
        return process::passes(&mut task);
    }
    let mut tally = Tally::default();
    add(options, &mut tally)?;
    println!("{tally}");
    Ok(tally.failed == 0)
}

/// Runs the flows and adds their results. In continuous integration a missing browser is a failure;
/// elsewhere its flows are skipped.
pub(crate) fn add(options: &Options, tally: &mut Tally) -> Result<()> {
    let found = browsers::require(&options.engines)?;
    if env::var_os("CI").is_some() {
        tally.failed += options.engines.len() - found.len();
    }
    let (_site, mut flows) = prepare(options, &found)?;
    flows.args(options.flow.iter());
    flows.envs(axe::require()?.map(|script| ("POSTIL_E2E_AXE", script)));
    tally.tests(&mut flows)
}

/// Builds and serves the site.
fn prepare(options: &Options, found: &[Found]) -> Result<(Site, Command)> {
    if let Some(profile) = options.build {
        build::run(profile)?;
    }
    let dist = process::root().join("dist");
    ensure!(dist.join("index.html").is_file(), "there is no dist/; leave out --no-build");
    let site = Site::start(dist, 0, BASE)?;
    let command = command(&site, options, found);
    Ok((site, command))
}

fn command(site: &Site, options: &Options, found: &[Found]) -> Command {
    let names: Vec<_> = options.engines.iter().map(|engine| engine.name()).collect();
    let mut command = process::cargo();
    command.args(["run", "--quiet", "--package", "e2e", "--"]);
    command.env("POSTIL_E2E_SITE", site.address()).env("POSTIL_E2E_BROWSERS", names.join(","));
    for Found { engine, browser, driver } in found {
        let name = engine.name().to_uppercase();
        command.env(format!("POSTIL_E2E_{name}"), browser).env(format!("POSTIL_E2E_{name}_DRIVER"), driver);
    }
    if let Some(task) = options.task {
        command.env("POSTIL_E2E_TASK", task);
    }
    command.envs(options.variables.iter().map(|(name, value)| (name, value)));
    command
}
