//! Development commands of Postil: `cargo xtask <command>`.
//!
//! One module for each command, and beside them what they share: [`tools`] (finding and installing),
//! [`site`] (the static server), [`process`] (running other programs), [`tally`] (counting results).
//! Nothing here is part of the app.

mod args;
mod axe;
mod bench;
mod browsers;
mod build;
mod e2e;
mod finish;
mod fuzz;
mod interop;
mod offline;
mod policy;
mod process;
mod serve;
mod site;
mod size;
mod tally;
mod test;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = args::parse().and_then(args::Command::run);
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
