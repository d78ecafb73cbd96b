//! `cargo xtask size`: what the first page load weighs, gzipped, file by file.
//!
//! Counted is what the page needs to be there: what `index.html` names, and the page itself. What comes
//! later is listed apart: the later part of the page's wasm, which is loaded right after the start, the
//! screens that are opened now and then, the worker, and what keeps the site for use without a network.

use std::{collections::BTreeSet, fs};

use anyhow::{Context, Result};

use crate::{
    build::{self, Profile},
    process, site,
};

/// The budget in bytes: 400 KB of 1,000 bytes.
const BUDGET: usize = 400_000;

/// The budget in bytes of the first part of the page's wasm. Tighter than the whole needs: one call past
/// `src/ui/more.rs` brings what it reaches of the later part back into the first, and that shall be
/// noticed before it fills the first load.
const FIRST_PART: usize = 378_000;

/// Builds the release site and weighs it. `false` when it is over the budget.
pub(crate) fn run() -> Result<bool> {
    build::run(Profile::Release)?;
    let dist = process::root().join("dist");
    let page = fs::read_to_string(dist.join("index.html")).context("cannot read dist/index.html")?;
    let mut names = BTreeSet::from(["index.html"]);
    names.extend(named(&page));
    let wasm =
        names.iter().find_map(|name| name.strip_suffix("_bg.wasm")).context("the page names its wasm")?;
    let part = format!("{wasm}-");
    let (mut sum, mut first) = (0, 0);
    println!("\n{:>9}  {:>9}  file", "bytes", "gzip");
    for name in names {
        let packed = weigh(name)?;
        sum += packed;
        if name.ends_with(".wasm") {
            first += packed;
        }
    }
    let verdict = |sum, budget| if sum <= budget { "within" } else { "OVER" };
    println!("{:>9}  {sum:>9}  first load, {} the budget of {BUDGET}", "", verdict(sum, BUDGET));
    let within = verdict(first, FIRST_PART);
    println!("{:>9}  {first:>9}  its wasm, {within} the budget of {FIRST_PART}\n", "");
    let mut parts = Vec::new();
    build::visit(&dist, &mut |file| {
        let name = file.file_name().and_then(|name| name.to_str()).filter(|name| name.starts_with(&part));
        parts.extend(name.map(str::to_owned));
        Ok(())
    })?;
    parts.sort_unstable();
    let seldom = format!("{wasm}-screens.wasm");
    println!("Right after the start:");
    for name in parts.iter().filter(|name| **name != seldom) {
        weigh(name)?;
    }
    println!("\nWhen first needed:");
    weigh(&seldom)?;
    for name in
        ["update.js", "service-worker.js", "example.json", "worker-boot.js", "worker.js", "worker_bg.wasm"]
    {
        weigh(name)?;
    }
    println!("\nStyle sheets of the later parts:");
    build::visit(&dist, &mut |file| {
        let name = file.file_name().and_then(|name| name.to_str());
        match name.filter(|name| name.ends_with(".css") && !page.contains(*name)) {
            Some(name) => weigh(name).map(drop),
            None => Ok(()),
        }
    })?;
    Ok(sum <= BUDGET && first <= FIRST_PART)
}

fn weigh(name: &str) -> Result<usize> {
    let bytes = fs::read(process::root().join("dist").join(name))
        .with_context(|| format!("dist/{name} is missing"))?;
    let packed = site::gzip(&bytes).len();
    println!("{:>9}  {packed:>9}  {name}", bytes.len());
    Ok(packed)
}

/// The files that a page names in `href` and `src`.
fn named(page: &str) -> impl Iterator<Item = &str> {
    let values = ["href=\"", "src=\""].into_iter().flat_map(|attribute| page.split(attribute).skip(1));
    values.filter_map(|rest| rest.split(['"', '?']).next()).filter_map(|address| address.strip_prefix("./"))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn finds_what_a_page_loads() {
        let page = r#"<link href="./a-1.css" rel="stylesheet"><script src="./boot.js?js=a.js&amp;wasm=a.wasm"></script>
                      <link rel="modulepreload" href="./a.js"><a href="https://elsewhere/">"#;
        let mut found: Vec<_> = named(page).collect();
        found.sort_unstable();
        assert_eq!(found, ["a-1.css", "a.js", "boot.js"]);
    }
}
