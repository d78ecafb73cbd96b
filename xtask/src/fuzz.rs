//! `cargo xtask fuzz`: hands the readers of all formats files that nobody would write, on a stable compiler.

use anyhow::Result;

use crate::process::{self, cargo};

/// Options of the command.
#[derive(Debug)]
pub(crate) struct Options {
    /// How many inputs.
    pub(crate) inputs: u64,
    /// The same seed, the same inputs.
    pub(crate) seed: u64,
    /// Only formats whose word holds this.
    pub(crate) format: Option<String>,
}

/// Runs them. `false` when one stopped a reader: it is saved below `target/fuzz`.
pub(crate) fn run(options: &Options) -> Result<bool> {
    let mut program = cargo();
    program.args(["run", "--quiet", "--profile", "fuzz", "--package", "postil", "--example", "fuzz", "--"]);
    program.args([options.inputs.to_string(), options.seed.to_string()]);
    program.arg(process::root().join("target/fuzz/found")).args(&options.format);
    process::passes(&mut program)
}
