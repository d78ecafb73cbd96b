//! The articles of a set of tables, and which of them each row is about.
//!
//! The text of an article stands in a table of articles, in a column beside what is marked in it, or in a text file beside
//! the table: one that is named in the row, or like the table.

use super::columns::{Role, What};
use super::sheet::{Sheet, several};
use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::original::{Original, article};
use crate::formats::{NewDocument, Place, Severity, plain};
use crate::text::Text;
use crate::wire::json::Json;
use crate::words::{files, spans as words};
use std::collections::BTreeMap;
use xxhash_rust::xxh64::xxh64;

/// An article on its way.
pub(super) struct Article {
    pub(super) document: NewDocument,
    pub(super) original: Original,
    /// As the article has it.
    pub(super) text: Text,
    /// Names of labels of the whole.
    pub(super) labels: Vec<String>,
    /// The text file that it is, as it was handed in.
    pub(super) file: Option<(String, String)>,
}

/// The articles of a set.
#[derive(Default)]
pub(super) struct Articles {
    pub(super) all: Vec<Article>,
    /// Of each row of each table, its article.
    pub(super) of_rows: Vec<Vec<Option<usize>>>,
    /// By their ids and the names of their files.
    named: BTreeMap<String, usize>,
    /// By their ids and texts.
    texts: BTreeMap<(usize, String, u64), usize>,
    /// Rows of articles that are nowhere, by the names of these, and the first of the rows.
    missing: BTreeMap<(usize, String), (usize, u32)>,
}

impl Articles {
    /// Finds the articles of all rows.
    pub(super) fn of(
        sheets: &[Sheet<'_>],
        bundle: &mut Bundle<'_>,
        first: usize,
        format: &'static str,
        gathering: &mut Gathering,
    ) -> Self {
        let mut own = Self {
            of_rows: sheets.iter().map(|sheet| vec![None; sheet.table.rows.len()]).collect(),
            ..Self::default()
        };
        let of = |what| sheets.iter().enumerate().filter(move |(_, sheet)| sheet.columns.what == what);
        for (n, sheet) in of(What::Documents) {
            gathering.in_file(&sheet.name);
            for (number, row) in sheet.rows() {
                let id = sheet.cell(row, Role::Document).to_owned();
                let made = own.row(sheet, number, format, gathering);
                if let Some(at) = made {
                    own.named.entry(id).or_insert(at);
                }
                own.of_rows[n][number] = made;
            }
        }
        for (n, sheet) in of(What::Spans) {
            gathering.in_file(&sheet.name);
            let mut last: Option<(&str, usize)> = None;
            for (number, row) in sheet.rows() {
                let (id, text) = (sheet.cell(row, Role::Document), sheet.cell(row, Role::Text));
                let known = own.named.get(id).copied().filter(|_| !id.is_empty());
                let at = match known {
                    Some(at) => Some(at),
                    None if !text.is_empty() => {
                        let key = (n, id.to_owned(), xxh64(text.as_bytes(), 0));
                        match own.texts.get(&key) {
                            Some(at) => Some(*at),
                            None => {
                                let made = own.row(sheet, number, format, gathering);
                                own.texts.extend(made.map(|at| (key, at)));
                                made
                            }
                        }
                    }
                    // Some write the text into the first row of each article alone.
                    None => {
                        match last.filter(|(own, _)| *own == id && sheet.columns.at(Role::Text).is_some()) {
                            Some((_, at)) => Some(at),
                            None => own.beside(id, sheet, bundle, first, gathering),
                        }
                    }
                };
                match at {
                    Some(at) => last = Some((id, at)),
                    None => own.missing.entry((n, id.to_owned())).or_insert((0, row.line)).0 += 1,
                }
                own.of_rows[n][number] = at;
            }
        }
        for ((n, id), (count, line)) in std::mem::take(&mut own.missing) {
            gathering.in_file(&sheets[n].name);
            let found = words::no_text(&id, count);
            gathering.at_line(line, Severity::LeftOut, found, words::text_beside(), words::rows_left_out());
        }
        own
    }

    /// The article with this id or file name.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.named.get(name).copied()
    }

    fn push(&mut self, article: Article) -> Option<usize> {
        self.all.push(article);
        Some(self.all.len() - 1)
    }

    /// Makes an article of what a row says of it.
    fn row(
        &mut self,
        sheet: &Sheet<'_>,
        number: usize,
        format: &'static str,
        gathering: &mut Gathering,
    ) -> Option<usize> {
        let row = &sheet.table.rows[number];
        let place = Place { file: sheet.name.clone(), line: Some(row.line), path: None };
        let json = sheet.article(row);
        let members = Json::new(&json).and_then(Json::object).unwrap_or_default();
        let (mut document, original) =
            article(members.iter().map(|(key, value)| (key.as_ref(), *value)), &place, format, gathering)?;
        // What has a name and no title is called so.
        if let Some(id) = document.id.as_deref().filter(|_| sheet.cell(row, Role::Field("title")).is_empty())
        {
            document.metadata.title = plain::title(id);
        }
        let labels = match sheet.columns.what {
            What::Documents => several(sheet.cell(row, Role::Label)).map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        let text = document.text.clone();
        self.push(Article { document, original, text, labels, file: None })
    }

    /// The text file beside a table that has this name, or the table's if there is none.
    fn beside(
        &mut self,
        id: &str,
        sheet: &Sheet<'_>,
        bundle: &mut Bundle<'_>,
        first: usize,
        gathering: &mut Gathering,
    ) -> Option<usize> {
        let name = if id.is_empty() { plain::title(&sheet.name) } else { id.to_owned() };
        if let Some(at) = self.named(&name) {
            return Some(at);
        }
        let wished = [name.clone(), format!("{name}.txt"), format!("{}.txt", plain::title(&name))];
        let found = wished.iter().find_map(|name| bundle.around(first, name)).filter(|&at| {
            let entry = &bundle.entries[at];
            entry.ends("txt") || entry.ends("md") || entry.stem().1.is_empty()
        })?;
        let entry = bundle.take(found);
        let place = Place { file: entry.name.clone(), ..Place::default() };
        let decoded = match entry.decoded() {
            Ok(decoded) => decoded,
            Err(error) => {
                gathering.at_place(
                    &place,
                    Severity::Refused,
                    error.to_string(),
                    "UTF-8",
                    &files::not_read(""),
                );
                return None;
            }
        };
        let raw = match entry.text {
            Some(text) => text.to_owned(),
            None => {
                str::from_utf8(&entry.bytes).map_or_else(|_| decoded.text.as_str().to_owned(), str::to_owned)
            }
        };
        let file = (entry.name.clone(), raw.clone());
        let mut document = plain::read(&entry.name, decoded);
        document.id = Some(name.clone());
        let original = Original::new(raw)?;
        let text = document.text.clone();
        let at = self.push(Article { document, original, text, labels: Vec::new(), file: Some(file) });
        self.named.extend(at.map(|at| (name, at)));
        at
    }
}
