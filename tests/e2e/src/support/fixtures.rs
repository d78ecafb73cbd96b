//! The project's own example articles.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// An English article with curly quotes, an emoji, figures and names.
pub(crate) const ENGLISH: &str = "Harbour bridge closed after inspection";
/// The same event in Indonesian.
pub(crate) const INDONESIAN: &str = "Jembatan pelabuhan ditutup";
/// The same event in Arabic, with a name in Latin script.
pub(crate) const ARABIC: &str = "إغلاق جسر الميناء";

/// The folder of the repository.
pub(crate) fn root() -> Result<PathBuf> {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).join("../..").canonicalize().context("the repository has a folder")
}

/// The file of an article, by its title.
pub(crate) fn article(title: &str) -> Result<PathBuf> {
    Ok(root()?.join("tests/fixtures/articles").join(format!("{title}.txt")))
}
