//! Rows of cells with a sign between them: CSV and TSV by the rules of RFC 4180.

pub(super) mod read;

use super::{Output, Reason};
use std::fmt::Display;

/// What a spreadsheet would take for the beginning of a formula: `=`, `+`, `-`, `@`, the wide forms of these, a tab or a
/// line end.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Whether a spreadsheet would take a text for a formula, be it behind apostrophes: what looks guarded is guarded, too, so
/// that the guard can be taken off again.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// A cell of a table for spreadsheets without its guard.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

/// Writes a cell. A guarded one stands behind an apostrophe where a spreadsheet would take it for a formula; whether it
/// does is given back.
pub fn cell(out: &mut String, text: &str, between: char, guarded: bool) -> bool {
    let guard = guarded && is_formula(text);
    let quoted = text.contains(['"', '\r', '\n', between]);
    if quoted {
        out.push('"');
    }
    if guard {
        out.push('\'');
    }
    match quoted {
        true => out.push_str(&text.replace('"', "\"\"")),
        false => out.push_str(text),
    }
    if quoted {
        out.push('"');
    }
    guard
}

/// Writes rows, cell by cell. For spreadsheets a file begins with U+FEFF, without which Excel takes UTF-8 for something
/// else, and its lines end with CR LF.
pub(super) struct Rows {
    between: char,
    spreadsheet: bool,
    row: String,
    guarded: usize,
}

impl Rows {
    pub(super) fn new(between: char, spreadsheet: bool) -> Self {
        Self { between, spreadsheet, row: String::new(), guarded: 0 }
    }

    /// Begins a file with its header.
    pub(super) fn file<'a>(
        &mut self,
        name: &str,
        header: impl IntoIterator<Item = &'a str>,
        out: &mut dyn Output,
    ) {
        out.file(name);
        if self.spreadsheet {
            out.write("\u{feff}".as_bytes());
        }
        header.into_iter().for_each(|name| self.text(name));
        self.end(out);
    }

    /// A cell of words.
    pub(super) fn text(&mut self, text: &str) {
        self.guarded += usize::from(cell(&mut self.row, text, self.between, self.spreadsheet));
        self.row.push(self.between);
    }

    /// A cell that is a number, and so no formula.
    pub(super) fn number(&mut self, number: impl Display) {
        cell(&mut self.row, &number.to_string(), self.between, false);
        self.row.push(self.between);
    }

    /// Ends the row, which has a cell at least.
    pub(super) fn end(&mut self, out: &mut dyn Output) {
        self.row.pop();
        self.row.push_str(if self.spreadsheet { "\r\n" } else { "\n" });
        out.write(self.row.as_bytes());
        out.lost(Reason::Defused, std::mem::take(&mut self.guarded));
        self.row.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Written;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (text, csv, tsv) in [
            ("plain", "plain", "plain"),
            ("", "", ""),
            ("a, b", "\"a, b\"", "a, b"),
            ("a\tb", "a\tb", "\"a\tb\""),
            ("“a” \"b\"", "\"“a” \"\"b\"\"\"", "\"“a” \"\"b\"\"\""),
            ("two\nlines", "\"two\nlines\"", "\"two\nlines\""),
            ("=1+1", "=1+1", "=1+1"),
        ] {
            for (between, expected) in [(',', csv), ('\t', tsv)] {
                let mut out = String::new();
                assert!(!cell(&mut out, text, between, false));
                assert_eq!(out, expected);
            }
        }
    }

    #[test]
    fn a_guard_comes_off_again() {
        for text in ["=1+1", "'=1", "''@x", "'quoted'", "'", "plain", "", "-5"] {
            let mut out = String::new();
            cell(&mut out, text, ',', true);
            assert_eq!(unguarded(&out), text);
        }
    }

    #[test]
    fn what_is_guarded_is_counted() {
        let mut out = Written::default();
        let mut rows = Rows::new(',', true);
        rows.file("a.csv", ["one", "two"], &mut out);
        rows.text("=A1");
        rows.number(-5);
        rows.end(&mut out);
        assert_eq!(out.files[0].1, "\u{feff}one,two\r\n'=A1,-5\r\n".as_bytes());
        assert_eq!(out.losses.count(Reason::Defused), 1);
    }
}
