//! `cargo xtask serve`: builds, serves on 127.0.0.1, and builds again when a source changes.

use std::{collections::BTreeMap, path::PathBuf, thread, time::Duration, time::SystemTime};

use anyhow::Result;

use crate::{
    build::{self, Profile},
    process,
    site::Site,
};

/// How often the sources are looked at. A few hundred files: looking costs less than a watcher's
/// dependencies.
const PAUSE: Duration = Duration::from_millis(700);

/// Options of the command.
#[derive(Debug)]
pub(crate) struct Options {
    /// How to build.
    pub(crate) profile: Profile,
    /// Where to serve; 0 lets the system choose.
    pub(crate) port: u16,
}

/// Runs until it is stopped.
pub(crate) fn run(options: &Options) -> Result<()> {
    build::run(options.profile)?;
    let site = Site::start(process::root().join("dist"), options.port, "/")?;
    println!("\nPostil is at {}  (Ctrl+C stops it; it is built again when a source changes)", site.address());
    let mut seen = times();
    loop {
        thread::sleep(PAUSE);
        let now = times();
        if now != seen {
            seen = now;
            match build::trunk(options.profile) {
                Ok(()) => println!("Built; load the page again: {}", site.address()),
                Err(error) => eprintln!("error: {error:#}; the last good build is still served"),
            }
        }
    }
}

/// When each source was changed.
fn times() -> BTreeMap<PathBuf, SystemTime> {
    let mut times = BTreeMap::new();
    for source in build::SOURCES {
        // A file that is just being replaced is seen the next time.
        let _ = build::visit(&process::root().join(source), &mut |file| {
            times.insert(file.to_owned(), file.metadata()?.modified()?);
            Ok(())
        });
    }
    times
}
