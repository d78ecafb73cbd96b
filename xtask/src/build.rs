//! `cargo xtask build`: the static site in `dist/`.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{finish, offline, process, tools};

/// How the site is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, for daily work.
    Dev,
    /// What is published and what the tests walk through.
    Release,
}

/// What the site is made of.
pub(crate) const SOURCES: [&str; 7] =
    ["src", "styles", "static", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// Sees to the tools and builds.
pub(crate) fn run(profile: Profile) -> Result<()> {
    tools::for_build()?;
    trunk(profile)
}

/// Builds with the tools that are there.
pub(crate) fn trunk(profile: Profile) -> Result<()> {
    let mut trunk = process::command("trunk");
    trunk.arg("build").env("POSTIL_BUILD", build_id()?);
    // Trunk takes this variable for an option of its own and refuses the value `1`.
    trunk.env_remove("NO_COLOR");
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    process::run(&mut trunk)?;
    match profile {
        Profile::Dev => Ok(()),
        Profile::Release => {
            let dist = process::root().join("dist");
            finish::run(&dist)?;
            offline::run(&dist)
        }
    }
}

/// The build id, by which page and worker know that they belong together: a hash of the sources, so the
/// same sources give the same site.
fn build_id() -> Result<String> {
    let mut hash = Sha256::new();
    for source in SOURCES {
        visit(&process::root().join(source), &mut |file| {
            let bytes = fs::read(file)?;
            hash.update(file.strip_prefix(process::root())?.to_string_lossy().as_bytes());
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(&bytes);
            Ok(())
        })?;
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Calls `each` for a file, or for every file below a folder, in the order of their names.
pub(crate) fn visit(path: &Path, each: &mut impl FnMut(&Path) -> Result<()>) -> Result<()> {
    if path.is_file() {
        return each(path);
    }
    let mut entries: Vec<_> = fs::read_dir(path)
        .and_then(Iterator::collect::<Result<_, _>>)
        .with_context(|| format!("cannot read {}", path.display()))?;
    entries.sort_by_key(fs::DirEntry::path);
    entries.iter().try_for_each(|entry| visit(&entry.path(), each))
}
