//! A table of a set: which sign stands between its cells, what its columns are, and its rows as members of JSON.

use super::SEVERAL;
use super::columns::{Columns, Role, What};
use crate::formats::bundle::{Entry, inner};
use crate::formats::delimited::read::{Row, Table};
use crate::formats::delimited::unguarded;
use crate::formats::members;
use crate::wire::json::{self, Field as _, Json};
use std::borrow::Cow;

/// What may stand between cells.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// A table with its columns.
pub(super) struct Sheet<'a> {
    /// The name of its file, with folders.
    pub(super) name: String,
    /// The file, as it was handed in.
    pub(super) file: Cow<'a, str>,
    /// Whether the file was handed in as UTF-8, so that it can be written again.
    pub(super) exact: bool,
    pub(super) table: Table,
    pub(super) columns: Columns,
    /// Whether it begins as tables for spreadsheets do, where formulas are guarded.
    guarded: bool,
}

/// Where the header begins, what stands between its cells, and what they are.
fn shape(text: &str) -> Option<(usize, u8, Columns)> {
    let from = text.len() - text.trim_start_matches('\u{feff}').len();
    if text[from..].trim_start().starts_with(['{', '[']) {
        return None;
    }
    let said = text[from..].lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    let (from, candidates) = match said.map(str::as_bytes) {
        Some(&[sign]) => (from + text[from..].find('\n')? + 1, vec![sign]),
        _ => (from, SEPARATORS.to_vec()),
    };
    let mut best: Option<(u8, Columns)> = None;
    for sign in candidates {
        let header = Table::read(text, from, sign, 1);
        let names = header.rows.first().map(|row| header.cells(row).map(str::to_owned).collect());
        if let Some(columns) = names.and_then(Columns::of)
            && best.as_ref().is_none_or(|(_, own)| own.known() < columns.known())
        {
            best = Some((sign, columns));
        }
    }
    best.map(|(sign, columns)| (from, sign, columns))
}

/// What stands between the cells of a file, if it is a table. What is not named so must say so the clearer.
pub(super) fn separator(entry: &Entry<'_>) -> Option<u8> {
    let named = ["csv", "tsv", "tab"].iter().any(|ending| entry.ends(ending));
    // Programs that write UTF-16 say so with its mark.
    let wide = entry.text.is_none()
        && (entry.bytes.starts_with(&[0xFF, 0xFE]) || entry.bytes.starts_with(&[0xFE, 0xFF]));
    let head = match wide {
        true => Cow::Owned(entry.decoded().ok()?.text.as_str().to_owned()),
        // In which encoding is for the person to say.
        false if entry.text.is_none() && str::from_utf8(&entry.bytes).is_err() => return None,
        false => entry.start(),
    };
    let (_, sign, columns) = shape(&head)?;
    let clear = columns.what == What::Spans
        && [Role::Start, Role::End, Role::Label].iter().all(|role| columns.at(*role).is_some());
    (named && columns.known() > 0 || clear).then_some(sign)
}

impl<'a> Sheet<'a> {
    /// Reads a file that is a table.
    pub(super) fn read(entry: &Entry<'a>) -> Option<Self> {
        let bytes = || str::from_utf8(&entry.bytes).map(|text| Cow::Owned(text.to_owned()));
        let (file, exact) = match (entry.text, &entry.bytes) {
            (Some(text), _) => (Cow::Borrowed(text), true),
            (None, Cow::Borrowed(bytes)) if let Ok(text) = str::from_utf8(bytes) => {
                (Cow::Borrowed(text), true)
            }
            (None, _) => match bytes() {
                Ok(text) => (text, true),
                Err(_) => (Cow::Owned(entry.decoded().ok()?.text.as_str().to_owned()), false),
            },
        };
        let (from, sign, mut columns) = shape(&file)?;
        let table = Table::read(&file, from, sign, usize::MAX);
        columns.settle(&table);
        let guarded = file.starts_with('\u{feff}');
        Some(Self { name: entry.name.clone(), file, exact, table, columns, guarded })
    }

    /// The rows below the header, each with its number.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        // A row without a word in it is what a spreadsheet leaves below a table.
        let filled = |row: &Row| self.table.cells(row).any(|cell| !cell.is_empty());
        self.table.rows.iter().enumerate().skip(1).filter(move |(_, row)| filled(row))
    }

    /// A cell.
    pub(super) fn at(&self, row: &Row, column: usize) -> &str {
        let cell = self.table.cell(row, column);
        if self.guarded { unguarded(cell) } else { cell }
    }

    /// What a row says; nothing where the table has no such column.
    pub(super) fn cell(&self, row: &Row, role: Role) -> &str {
        self.columns.at(role).map_or("", |column| self.at(row, column))
    }

    /// Which cells say more than a row of the table can: those behind the last column.
    pub(super) fn is_long(&self, row: &Row) -> bool {
        let columns = self.columns.roles.len();
        (columns..self.table.count(row)).any(|column| !self.table.cell(row, column).is_empty())
    }

    /// What a row says of its article, as an object of JSON.
    pub(super) fn article(&self, row: &Row) -> String {
        let (mut out, mut other) = ("{".to_owned(), "{".to_owned());
        let all = self.columns.what == What::Documents;
        for (column, role) in self.columns.roles.iter().enumerate() {
            let cell = self.at(row, column);
            match role {
                Role::Text => members::text(&mut out, "text", cell),
                Role::Document => members::text_if(&mut out, "id", cell),
                Role::Field("author") => {
                    json::key(&mut out, "author");
                    several(cell).map(str::to_owned).collect::<Vec<String>>().write(&mut out);
                }
                Role::Field("metadata") => {
                    for (key, value) in
                        Json::new(cell).ok().and_then(|json| json.object().ok()).unwrap_or_default()
                    {
                        json::key(&mut other, &key);
                        other.push_str(value.get());
                    }
                }
                Role::Field(key) => members::text_if(&mut out, key, cell),
                Role::Other if all => members::text_if(&mut other, &self.columns.names[column], cell),
                _ => {}
            }
        }
        json::key(&mut out, "metadata");
        out.push_str(&other);
        out.push_str("}}");
        out
    }

    /// The file without the folders of the set.
    pub(super) fn inner(&self, zipped: bool) -> &str {
        inner(&self.name, zipped)
    }
}

/// What a cell of several has.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(SEVERAL).filter(|_| !cell.is_empty())
}
