//! The records of a file, one by one: where each stands, and what it is.

use super::Issue;
use super::json::{Fault, Field, Json, Seen};
use super::twin::{AnnotationTwin, Bad, DocumentTwin};
use crate::model::{Attribute, Claim, Entity, Label, Person, Relation, RelationType};
use crate::sorted::{Set, sort_by};
use crate::words::wire as said;
use std::cell::OnceCell;

/// A record with an id.
pub(super) trait Identified {
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($record:ident),*) => {
        $(impl Identified for $record {
            fn id(&self) -> &str {
                self.id.as_str()
            }
        })*
    };
}
identified!(AnnotationTwin, Attribute, Claim, DocumentTwin, Entity, Label, Person, Relation, RelationType);

/// Where a record stands.
#[derive(Clone, Copy)]
pub(super) struct At {
    section: &'static str,
    n: usize,
    /// In bytes from the start of the file.
    offset: usize,
}

/// The file, and what is wrong with it.
pub(super) struct Records<'a> {
    input: &'a str,
    /// Where each line begins, in bytes; made when the first issue asks.
    lines: OnceCell<Vec<usize>>,
    issues: Vec<Issue>,
}

impl<'a> Records<'a> {
    pub(super) fn new(input: &'a str) -> Self {
        Self { input, lines: OnceCell::new(), issues: Vec::new() }
    }

    /// The issues in the order of the file.
    pub(super) fn into_issues(self) -> Vec<Issue> {
        // There may be one for every record: those of a line stay in the order in which they were noted.
        let mut issues: Vec<(usize, Issue)> = self.issues.into_iter().enumerate().collect();
        sort_by(&mut issues, |(n, a), (m, b)| (a.line, n).cmp(&(b.line, m)));
        issues.into_iter().map(|(_, issue)| issue).collect()
    }

    /// Where a part of the input stands in it, in bytes.
    fn offset(&self, part: Json<'_>) -> usize {
        part.get().as_ptr().addr().saturating_sub(self.input.as_ptr().addr())
    }

    /// The line of a byte, from 1.
    fn line(&self, offset: usize) -> u32 {
        let lines = self.lines.get_or_init(|| {
            let breaks = self.input.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
        });
        lines.partition_point(|&start| start <= offset) as u32
    }

    /// Notes what is wrong at the top level.
    pub(super) fn top(&mut self, key: &str, value: Json<'_>, found: String, expected: &str, done: &str) {
        let line = Some(self.line(self.offset(value)));
        let (path, expected, done) = (key.to_owned(), expected.to_owned(), done.to_owned());
        self.issues.push(Issue { path, line, found, expected, done });
    }

    /// Notes what is wrong with a record.
    pub(super) fn issue(&mut self, at: At, id: &str, bad: Bad, done: &str) {
        let id = if id.is_empty() { String::new() } else { format!(" ({id})") };
        let path = format!("{}[{}]{id}{}", at.section, at.n, bad.at);
        let line = Some(self.line(at.offset));
        self.issues.push(Issue {
            path,
            line,
            found: bad.found,
            expected: bad.expected,
            done: done.to_owned(),
        });
    }

    /// Notes that a record was left out.
    pub(super) fn refuse(&mut self, at: At, id: &str, found: String, expected: &str) {
        self.issue(at, id, Bad { at: String::new(), found, expected: expected.to_owned() }, left_out());
    }

    /// The records of a section, those left out that cannot be read or whose id is taken.
    pub(super) fn section<T: Identified + Field>(
        &mut self,
        section: &'static str,
        list: Option<Json<'a>>,
    ) -> Vec<(At, T)> {
        let mut records = Vec::new();
        let mut ids = Set::new();
        for (at, item) in self.items(section, list) {
            let mut seen = Seen::default();
            match T::read(item, &mut seen) {
                Ok(record) => {
                    if self.is_new(at, record.id(), seen, &mut ids) {
                        records.push((at, record));
                    }
                }
                Err(fault) => self.unread(at, item, &seen, &fault),
            }
        }
        records
    }

    #[inline(never)]
    fn items(&mut self, section: &'static str, list: Option<Json<'a>>) -> Vec<(At, Json<'a>)> {
        let Some(list) = list else { return Vec::new() };
        let Ok(items) = list.list() else {
            let found = list.kind().to_owned();
            self.top(section, list, found, said::a_list_of_records(), said::section_left_out());
            return Vec::new();
        };
        let at = |(n, item)| (At { section, n, offset: self.offset(item) }, item);
        items.into_iter().enumerate().map(at).collect()
    }

    /// Whether no record before has the id; notes the keys that nothing took.
    #[inline(never)]
    fn is_new(&mut self, at: At, id: &str, seen: Seen, ids: &mut Set<String>) -> bool {
        for key in seen.unknown {
            let expected = said::known_keys_only().to_owned();
            let bad = Bad { at: String::new(), found: said::unknown_key(&key), expected };
            self.issue(at, id, bad, said::key_left_out());
        }
        let new = ids.insert(id.to_owned());
        if !new {
            self.refuse(at, id, said::id_twice(id), said::own_id());
        }
        new
    }

    #[inline(never)]
    fn unread(&mut self, at: At, item: Json<'_>, seen: &Seen, fault: &Fault) {
        let fields = item.object().unwrap_or_default();
        let id = fields.iter().find(|(key, _)| key == "id").and_then(|(_, id)| id.text().ok());
        // Where in the record it is, and not where the record begins.
        let at = At { offset: fault.offset(self.input), ..at };
        self.refuse(at, &id.unwrap_or_default(), seen.place(fault), said::a_record());
    }
}

/// What is done with most records that are not as they should be.
pub fn left_out() -> &'static str {
    said::left_out()
}
