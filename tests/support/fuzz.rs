//! Files that nobody would write: valid ones with something changed, and bytes that are nothing.

use super::generate::{self, Dice};
use postil::formats::read::{File, read};
use postil::formats::{
    FORMATS, Options, PROJECT, Written,
    write::{packed, write},
};
use postil::model::check;
use postil::wire::project::{Texts, to_string};
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Files that are handed in together.
#[derive(Clone, Debug)]
pub struct Set {
    /// The word of their format, or the folder of a fixture.
    pub format: String,
    /// Names and contents.
    pub files: Vec<(String, Vec<u8>)>,
}

/// No set has more bytes: what breaks does so in a short one, too.
const LONGEST: usize = 16_000;
/// So many sets of a format are enough.
const EACH: usize = 8;

/// What formats part things with, and numbers at the edge of something.
const PIECES: &[&str] = &[
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u{feff}",
    "\u{2028}",
    "\\u0000",
    "\\ud800",
    "\0",
    "0",
    "-1",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "99999999999999999999",
    "1e999",
    "null",
    "true",
    "[[[[[[[[",
    "{\"a\":",
    "B-PER",
    "I-",
    "-DOCSTART-",
    "T1\t",
    "R1\t",
    "*\tEquiv ",
    ";",
    "#1\t",
    "%ID",
    "@sofa",
    "begin",
    "end",
    "\"text\"",
    "PK\u{3}\u{4}",
    "😀",
    "e\u{301}",
    "<",
    ">",
    "&lt;",
    "<!DOCTYPE",
    "<!DOCTYPE html><html>",
    "<table><tr><td>",
    "<ul><li>",
    "</p>",
    "<!--",
    "<script>",
    "<br>",
    "&#1114112;",
    "MIME-Version: 1.0\n",
    "---\ntitle: a\n---\n",
    "```",
    "> - ",
    "# text = ",
    "1-2",
    "(e1",
    ")",
    "=",
    "|",
];

/// The sets that inputs are made from: fixtures, and what the app writes of generated projects. `only` is a part of the
/// word of a format.
pub fn sets(only: Option<&str>) -> Vec<Set> {
    let mut sets = Vec::new();
    fixtures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"), &mut sets);
    for seed in 0..40 {
        let project = generate::project(2, seed);
        let text = to_string(&project, Texts::Inline).into_bytes();
        let mut add = |format: &str, files| sets.push(Set { format: format.to_owned(), files });
        add(PROJECT.word, vec![("project.json".to_owned(), text)]);
        for format in FORMATS.iter().filter(|format| format.writes && **format != PROJECT) {
            let options = Options::new(format, Default::default());
            let mut written = Written::default();
            write(&project, &options, &mut written);
            add(format.word, written.files.clone());
            if let Ok((made, bytes)) = packed(&project, &options) {
                add(format.word, vec![(made.name, bytes)]);
            }
        }
    }
    let size = |set: &Set| set.files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    sets.retain(|set| {
        let fits = !set.files.is_empty() && size(set) <= LONGEST;
        let wanted = fits && only.is_none_or(|only| set.format.contains(only));
        let count = counts.entry(set.format.clone()).or_default();
        *count += usize::from(wanted);
        wanted && *count <= EACH
    });
    sets
}

fn fixtures(folder: &Path, sets: &mut Vec<Set>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files: Vec<_> = files.iter().filter_map(|path| Some((name(path), fs::read(path).ok()?))).collect();
    sets.extend(files.chunks(4).map(|files| Set { format: name(folder), files: files.to_vec() }));
    folders.iter().for_each(|folder| fixtures(folder, sets));
}

/// The `n`th input of a seed.
pub fn input(sets: &[Set], seed: u64, n: u64) -> Set {
    let d = &mut Dice::new(seed.wrapping_mul(0x1_0000_0001).wrapping_add(n));
    let mut set = d.pick(sets).clone();
    if d.one_in(12) {
        let bytes = (0..d.below(400)).map(|_| d.below(256) as u8).collect();
        let name = d.pick(&set.files).0.clone();
        return Set { files: vec![(name, bytes)], ..set };
    }
    for _ in 0..1 + d.below(6) {
        let other = d.pick(sets);
        let other = &d.pick(&other.files).1;
        let at = d.below(set.files.len());
        change(&mut set.files[at].1, other, d);
    }
    set
}

/// Changes something in a file; `other` is another one.
fn change(bytes: &mut Vec<u8>, other: &[u8], d: &mut Dice) {
    let at = d.below(bytes.len() + 1);
    let most = 1 + d.below(40);
    let length = d.below(most).min(bytes.len() - at);
    match d.below(8) {
        0 if at < bytes.len() => bytes[at] ^= 1 << d.below(8),
        1 => drop(bytes.drain(at..at + length)),
        2 => bytes.truncate(at),
        3 => {
            let piece = bytes[at..at + length].to_vec();
            let times = 1 + d.below(4);
            (0..times).for_each(|_| drop(bytes.splice(at..at, piece.iter().copied())));
        }
        4 if !other.is_empty() => {
            let from = d.below(other.len());
            let to = (from + d.below(200)).min(other.len());
            bytes.splice(at..at, other[from..to].iter().copied());
        }
        _ => {
            let piece = d.pick(PIECES).as_bytes();
            bytes.splice(at..at + length, piece.iter().copied());
        }
    }
    bytes.truncate(2 * LONGEST);
}

/// Reads an input; what is wrong with the reader, if anything.
pub fn trouble(set: &Set) -> Option<String> {
    let files: Vec<File<'_>> =
        set.files.iter().map(|(name, bytes)| File { name, bytes, text: None }).collect();
    let read = match catch_unwind(AssertUnwindSafe(|| read(&files, &mut |_| {}))) {
        Ok(read) => read,
        Err(panic) => {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            return Some(format!("panic: {}", said.or(panic.downcast_ref::<&str>().copied()).unwrap_or("?")));
        }
    };
    let projects = read.projects.iter().map(|own| &own.project);
    let projects = projects.chain(read.annotated.iter().map(|own| &own.project));
    projects.flat_map(check).next().map(|fault| format!("broken invariant: {fault:?}"))
}
