//! The lines of a file of columns, before anything is known of its columns.

use super::Separator;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Ends a sentence.
    Blank,
    /// Begins a document.
    Start,
    /// Begins with `#`; whether it is a row, only its columns tell.
    Hash(&'a str),
    /// Has columns.
    Row(&'a str),
}

/// A line, with its end as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole<'a> {
    pub(super) raw: &'a str,
    /// From 1.
    pub(super) number: u32,
    pub(super) line: Line<'a>,
}

/// The lines of a file. A byte order mark belongs to the first one's raw text.
pub(super) fn lines(file: &str) -> impl Iterator<Item = Whole<'_>> + Clone {
    file.split_inclusive('\n').zip(1..).map(|(raw, number)| {
        let line = raw.trim_end_matches(['\n', '\r']);
        let line = if number == 1 { line.strip_prefix('\u{FEFF}').unwrap_or(line) } else { line };
        let line = match line {
            blank if blank.trim().is_empty() => Line::Blank,
            start if start.starts_with("-DOCSTART-") => Line::Start,
            hash if hash.starts_with('#') => Line::Hash(hash),
            row => Line::Row(row),
        };
        Whole { raw, number, line }
    })
}

/// The columns of a row: between tabs, or between blanks, of which several are as one.
pub(super) fn columns(row: &str, separator: Separator) -> impl Iterator<Item = &str> + Clone {
    let blanks = separator == Separator::Blank;
    row.split(separator.char()).filter(move |column| !blanks || !column.is_empty())
}

/// What a comment says of a key of one or more words: `# key = value`.
pub(super) fn comment<'a>(hash: &'a str, key: &[&str]) -> Option<&'a str> {
    let rest = hash.trim_start_matches('#').trim_start();
    let behind = key.iter().try_fold(rest, |rest, word| rest.strip_prefix(word).map(str::trim_start))?;
    behind.strip_prefix('=').map(str::trim)
}
