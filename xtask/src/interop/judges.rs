//! Which judge reads which format, and with which arguments.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::Case;
use crate::process;

/// The arguments of one call.
pub(crate) type Call = Vec<OsString>;

/// Judges of the project's own that are not called like their format.
const OWN: &[(&str, &str)] = &[("csv", "tables"), ("tsv", "tables")];

/// What a judge counts under a word that means something else there.
pub(crate) const OTHER_MEANING: &[(&str, &str)] = &[("label-studio", "annotations")];

/// A program of `../shared/consumers`.
pub(crate) struct Shared {
    /// The word of the format that it reads.
    pub(crate) format: &'static str,
    /// Its file.
    script: &'static str,
    /// How it is called; not at all where it does not read what was chosen.
    pub(crate) calls: fn(&Case) -> Vec<Call>,
}

/// Those that read what is written.
pub(crate) const SHARED: &[Shared] = &[
    Shared { format: "csv", script: "csv_spans.py", calls: spans },
    Shared { format: "tsv", script: "csv_spans.py", calls: spans },
    Shared { format: "conll", script: "conll_seqeval.py", calls: columns },
    Shared { format: "brat", script: "brat_server.py", calls: brat },
    Shared { format: "cas-json", script: "uima_json_cassis.py", calls: |case| each(case, "json", &[]) },
    Shared { format: "label-studio", script: "labelstudio_sdk.py", calls: tasks },
    Shared { format: "web-annotation", script: "webanno_jsonld.py", calls: pages },
];

impl Shared {
    /// Where it is, if it is there.
    pub(crate) fn path(&self) -> Option<PathBuf> {
        let path = process::root().join("../shared/consumers").join(self.script);
        path.is_file().then_some(path)
    }
}

/// How the project's own judge of a format is called: with all files.
pub(crate) fn call(case: &Case) -> Call {
    let mut files: Call = case.files.iter().map(|file| file.into()).collect();
    // It wants the tasks before their configuration.
    if case.format == "label-studio" {
        files.reverse();
    }
    files
}

/// The project's own judge of a format.
pub(crate) fn own(format: &str) -> Option<PathBuf> {
    let name = OWN.iter().find(|(own, _)| *own == format).map_or(format, |(_, name)| name);
    let path = process::root().join("xtask/interop").join(format!("{name}.py"));
    path.is_file().then_some(path)
}

fn ends(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own == ending)
}

/// A call for each file with an ending, with these arguments behind it.
fn each(case: &Case, ending: &str, more: &[&str]) -> Vec<Call> {
    let files = case.files.iter().filter(|file| ends(file, ending));
    files.map(|file| std::iter::once(file.into()).chain(more.iter().map(OsString::from)).collect()).collect()
}

/// The table of spans as programs read it: spreadsheets are given a byte order mark, which this one refuses.
fn spans(case: &Case) -> Vec<Call> {
    let spans = |file: &&PathBuf| file.file_stem().is_some_and(|stem| stem == "spans");
    let files = case.files.iter().filter(spans).filter(|_| case.is("for", "programs"));
    files.map(|file| vec![file.into()]).collect()
}

fn columns(case: &Case) -> Vec<Call> {
    let scheme = case.options["scheme"].as_str().unwrap_or("iob2").to_uppercase();
    let scheme = if scheme == "BIOES" { "IOBES" } else { &scheme };
    each(case, "conll", &["--tok", "0", "--col", "-1", "--scheme", scheme])
}

/// The tasks and their configuration.
fn tasks(case: &Case) -> Vec<Call> {
    let named = |name: &str| case.files.iter().find(|file| file.ends_with(name)).map(OsString::from);
    named("tasks.json")
        .zip(named("config.xml"))
        .map(|(tasks, config)| vec![tasks, config])
        .into_iter()
        .collect()
}

/// What has annotations: the collection where it is the one page, else the pages.
fn pages(case: &Case) -> Vec<Call> {
    let collection = |file: &&PathBuf| file.ends_with("collection.jsonld") == case.is("files", "one");
    let pages = case.files.iter().filter(|file| ends(file, "jsonld")).filter(collection);
    pages.map(|file| vec![file.into()]).collect()
}

/// brat's own reader, where `BRAT_SRC` says in which folder it is.
fn brat(case: &Case) -> Vec<Call> {
    if env::var_os("BRAT_SRC").is_some() { each(case, "ann", &[]) } else { Vec::new() }
}
