//! What the service worker of a release is told: the id of the build, and every file with its hash
//! (`static/service-worker.js`). A development build has none: it would serve what was built before.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::build::visit;

const PAGE: &str = "index.html";
const BOOT: &str = "boot.js";
const WORKER: &str = "service-worker.js";

/// Writes the list of files into the service worker, and the id of the build into it and into the page.
pub(crate) fn run(dist: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    visit(dist, &mut |file| {
        let name = file.strip_prefix(dist)?.to_str().context("names are text")?.replace('\\', "/");
        files.insert(name, hex(&fs::read(file)?));
        Ok(())
    })?;
    let build = hex(list(&files).as_bytes())[..16].to_owned();
    files.retain(|name, _| name != PAGE && name != WORKER);
    write(&dist.join(PAGE), &[("./boot.js?", &format!("./boot.js?build={build}&amp;"))])?;
    // By the address that the page has for it: what it loads is named there.
    let page = fs::read_to_string(dist.join(PAGE))?;
    let boot =
        page.split("\"./").find_map(|rest| rest.split('"').next().filter(|name| name.starts_with(BOOT)));
    let hash = files.remove(BOOT).context("boot.js is there")?;
    files.insert(boot.context("the page names boot.js")?.replace("&amp;", "&"), hash);
    let (build, files) = (format!("const BUILD = \"{build}\";"), format!("const FILES = {};", list(&files)));
    write(&dist.join(WORKER), &[("const BUILD = \"\";", &build), ("const FILES = {};", &files)])
}

/// As an object of JavaScript; names of files are plain.
fn list(files: &BTreeMap<String, String>) -> String {
    let entries: Vec<_> = files.iter().map(|(name, hash)| format!("{name:?}:{hash:?}")).collect();
    format!("{{{}}}", entries.join(","))
}

/// Replaces what stands in a file exactly once.
fn write(file: &Path, changes: &[(&str, &str)]) -> Result<()> {
    let mut text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    for (before, after) in changes {
        ensure!(text.matches(before).count() == 1, "{} must hold `{before}` once", file.display());
        text = text.replace(before, after);
    }
    Ok(fs::write(file, text)?)
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_and_files_are_written_once() {
        let dist = std::env::temp_dir().join(format!("postil-offline-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join(PAGE), "<script src=\"./boot.js?js=a.js\"></script>").unwrap();
        fs::write(dist.join(WORKER), "const BUILD = \"\";\nconst FILES = {};\n").unwrap();
        fs::write(dist.join("boot.js"), "1").unwrap();
        run(&dist).unwrap();
        let (page, worker) =
            (fs::read_to_string(dist.join(PAGE)).unwrap(), fs::read_to_string(dist.join(WORKER)).unwrap());
        let build = page.split("build=").nth(1).unwrap().split("&amp;").next().unwrap();
        assert_eq!(build.len(), 16);
        assert!(worker.contains(&format!("const BUILD = \"{build}\";")), "{worker}");
        let files = format!("const FILES = {{\"boot.js?build={build}&js=a.js\":\"{}\"}};", hex(b"1"));
        assert!(worker.contains(&files), "{worker}");
        assert!(run(&dist).is_err(), "nothing is written twice");
        fs::remove_dir_all(dist).unwrap();
    }
}
