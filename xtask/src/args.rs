//! The commands and their options, and the help that lists them.

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::{
    bench,
    browsers::Engine,
    build::{self, Profile},
    e2e, fuzz, interop, serve, size, test,
};

const HELP: &str = "\
Development commands of Postil

  cargo xtask serve [--release] [--port N]   build, serve on 127.0.0.1, build again on a change
  cargo xtask build [--release]              the static site, in dist/
  cargo xtask test [--native] [--browser B]  everything, or only what needs no browser, or one browser
  cargo xtask e2e [--browser B] [--dev | --no-build] [FLOW]
                                             only the flows through the built site whose name holds FLOW
  cargo xtask screenshots                    every screen into target/screenshots, the best into docs
  cargo xtask bench [--no-build] [--acts N] [PART]
                                             how quick it is in Chromium; PART is load, many, library, registry, matrix, files,
                                             3KB, 100KB or 1MB
  cargo xtask torture [--rounds N] [--seed S] [--browser B] [--dev | --no-build] [BREAKAGE]
                                             N rounds (100) of random acts and a breakage; nothing saved may be missing;
                                             BREAKAGE is kill, closed, full, record, snapshot, clock, panic or newer
  cargo xtask interop [--update-readme] [FORMAT]
                                             writes every format, or those whose word holds FORMAT, and has the programs
                                             that people use read the files (Python 3; what they need is installed)
  cargo xtask fuzz [--inputs N] [--seed S] [--format F]
                                             N (1,000,000) broken files into the readers; those that stop one are saved
  cargo xtask size                           gzip size of what the first page load needs

B is chromium, firefox or webkit; --browser may be given several times.
What is missing (wasm32 target, trunk, wasm-bindgen; on Debian and Ubuntu the browsers) is installed.";

/// A command with its options.
#[derive(Debug)]
pub(crate) enum Command {
    /// Print the help.
    Help,
    /// Build the site into `dist/`.
    Build(Profile),
    /// Build, serve and build again on a change.
    Serve(serve::Options),
    /// Run the tests.
    Test(test::Options),
    /// Run flows through the built site.
    E2e(e2e::Options),
    /// Measure how quick it is.
    Bench(bench::Options),
    /// Have other programs read what is written.
    Interop(interop::Options),
    /// Hand broken files to the readers.
    Fuzz(fuzz::Options),
    /// Print what the first load weighs.
    Size,
}

impl Command {
    /// Runs the command. `false` means that it ran and what it checked did not pass.
    pub(crate) fn run(self) -> Result<bool> {
        match self {
            Self::Help => {
                println!("{HELP}");
                Ok(true)
            }
            Self::Build(profile) => build::run(profile).map(|()| true),
            Self::Serve(options) => serve::run(&options).map(|()| true),
            Self::Test(options) => test::run(&options),
            Self::E2e(options) => e2e::run(&options),
            Self::Bench(options) => bench::run(&options),
            Self::Interop(options) => interop::run(&options),
            Self::Fuzz(options) => fuzz::run(&options),
            Self::Size => size::run(),
        }
    }
}

/// Reads the command line.
pub(crate) fn parse() -> Result<Command> {
    let mut parser = lexopt::Parser::from_env();
    let mut command = None;
    let mut profile = None;
    let mut port = None;
    let mut native = false;
    let mut no_build = false;
    let mut update = false;
    let (mut inputs, mut format) = (1_000_000, None);
    let mut acts = 20;
    let mut engines = Vec::new();
    let mut flow = None;
    let (mut rounds, mut seed) = (100_u64, 1_u64);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("release") => profile = Some(Profile::Release),
            Long("dev") => profile = Some(Profile::Dev),
            Long("port") => port = Some(parser.value()?.parse::<u16>()?),
            Long("acts") => acts = parser.value()?.parse::<u32>()?,
            Long("rounds") => rounds = parser.value()?.parse()?,
            Long("seed") => seed = parser.value()?.parse()?,
            Long("native") => native = true,
            Long("inputs") => inputs = parser.value()?.parse()?,
            Long("format") => format = Some(parser.value()?.string()?),
            Long("update-readme") => update = true,
            Long("no-build") => no_build = true,
            Long("browser") => engines.push(parser.value()?.parse::<Engine>()?),
            Value(word) if command.is_none() => command = Some(word.string()?),
            Value(word) if flow.is_none() => flow = Some(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let engines = if engines.is_empty() { Engine::ALL.to_vec() } else { engines };
    Ok(match command.as_deref() {
        None | Some("help") => Command::Help,
        Some("build") => Command::Build(profile.unwrap_or(Profile::Dev)),
        Some("serve") => Command::Serve(serve::Options {
            profile: profile.unwrap_or(Profile::Dev),
            port: port.unwrap_or(8080),
        }),
        Some("test") => Command::Test(test::Options { native, engines }),
        Some("e2e") => {
            let build = (!no_build).then_some(profile.unwrap_or(Profile::Release));
            Command::E2e(e2e::Options { engines, build, flow, task: None, variables: Vec::new() })
        }
        Some("torture") => {
            let build = (!no_build).then_some(profile.unwrap_or(Profile::Release));
            let mut variables = vec![
                ("POSTIL_TORTURE_ROUNDS", rounds.to_string()),
                ("POSTIL_TORTURE_SEED", seed.to_string()),
            ];
            variables.extend(flow.map(|breakage| ("POSTIL_TORTURE_ONLY", breakage)));
            Command::E2e(e2e::Options {
                engines,
                build,
                flow: None,
                task: Some("torture::torture"),
                variables,
            })
        }
        Some("screenshots") => {
            let build = (!no_build).then_some(profile.unwrap_or(Profile::Release));
            let task = Some("screenshots::screenshots");
            Command::E2e(e2e::Options {
                engines: vec![Engine::Chromium],
                build,
                flow: None,
                task,
                variables: Vec::new(),
            })
        }
        Some("bench") => Command::Bench(bench::Options { build: !no_build, acts, only: flow }),
        Some("interop") => Command::Interop(interop::Options { update, only: flow }),
        Some("fuzz") => Command::Fuzz(fuzz::Options { inputs, seed, format }),
        Some("size") => Command::Size,
        Some(other) => bail!("no command `{other}`\n\n{HELP}"),
    })
}
