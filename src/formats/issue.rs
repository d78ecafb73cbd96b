//! What a reader noticed: where, what it found, what it expected, what it did about it.

use crate::words::files;
use std::fmt;

/// Where in what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name of the file; empty for pasted text.
    pub file: String,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Path of a record, as in `annotations[12] (a-17), fragment 0`.
    pub path: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            f.write_str(&files::line(line))?;
        }
        if let Some(path) = &self.path {
            write!(f, ", {path}")?;
        }
        Ok(())
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is missing.
    Note,
    /// A record was left out, the rest was read.
    LeftOut,
    /// The file was not read.
    Refused,
}

/// Something that a reader noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// What was found there, in plain words.
    pub found: String,
    /// What was expected, in plain words; empty where it goes without saying.
    pub expected: String,
    /// What was done about it, and what the person can do.
    pub done: String,
}

/// How words of a file begin: as much as a message shows.
pub(super) fn first_of(words: &str) -> String {
    match words.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &words[..cut]),
        None => words.to_owned(),
    }
}
