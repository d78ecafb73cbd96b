//! The records of a file, one by one: where each stands, and what it is.

use super::Issue;
use super::read::{parse, plain};
use super::twin::{
    AnnotationTwin, AttributeTwin, Bad, ClaimTwin, DocumentTwin, EntityTwin, LabelTwin, PersonTwin,
    RelationTwin, RelationTypeTwin,
};
use crate::sorted::insertion_sort_by;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::cell::OnceCell;
use std::collections::HashSet;

/// A twin with an id.
pub(super) trait Identified {
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($twin:ident),*) => {
        $(impl Identified for $twin {
            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}
identified!(
    AnnotationTwin,
    AttributeTwin,
    ClaimTwin,
    DocumentTwin,
    EntityTwin,
    LabelTwin,
    PersonTwin,
    RelationTwin,
    RelationTypeTwin
);

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
    pub(super) fn into_issues(mut self) -> Vec<Issue> {
        insertion_sort_by(&mut self.issues, |a, b| a.line.cmp(&b.line));
        self.issues
    }

    /// Where a part of the input stands in it, in bytes.
    fn offset(&self, part: &RawValue) -> usize {
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
    pub(super) fn top(&mut self, key: &str, value: &RawValue, found: String, expected: &str, done: &str) {
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
        self.issue(at, id, Bad { at: String::new(), found, expected: expected.to_owned() }, LEFT_OUT);
    }

    /// The records of a section, those left out that cannot be read or whose id is taken.
    pub(super) fn section<T: Identified + for<'de> Deserialize<'de>>(
        &mut self,
        section: &'static str,
        list: Option<&'a RawValue>,
    ) -> Vec<(At, T)> {
        let Some(list) = list else { return Vec::new() };
        let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(list.get()) else {
            let found = kind_of(list.get()).to_owned();
            self.top(section, list, found, "a list of records", "the whole section left out");
            return Vec::new();
        };
        let mut records = Vec::with_capacity(items.len());
        let mut ids: HashSet<String> = HashSet::new();
        for (n, item) in items.into_iter().enumerate() {
            let at = At { section, n, offset: self.offset(item) };
            if let Some(record) = self.record::<T>(at, item) {
                if ids.insert(record.id().to_owned()) {
                    records.push((at, record));
                } else {
                    let id = record.id().to_owned();
                    self.refuse(at, &id, format!("the id {id} a second time"), "an id of its own");
                }
            }
        }
        records
    }

    fn record<T: Identified + for<'de> Deserialize<'de>>(&mut self, at: At, item: &RawValue) -> Option<T> {
        let mut unknown = Vec::new();
        match parse::<T>(item.get(), &mut |path| unknown.push(path.to_string())) {
            Ok(record) => {
                for key in unknown {
                    let expected = "only keys of version 1".to_owned();
                    let bad = Bad { at: String::new(), found: format!("the unknown key `{key}`"), expected };
                    self.issue(at, record.id(), bad, "the key left out, the record kept");
                }
                Some(record)
            }
            Err(error) => {
                #[derive(Deserialize)]
                struct Id {
                    id: String,
                }
                let id = serde_json::from_str(item.get()).map_or(String::new(), |Id { id }| id);
                let line = error.line().saturating_sub(1);
                let bad = Bad {
                    at: String::new(),
                    found: plain(&error),
                    expected: "a record as version 1 has it".to_owned(),
                };
                self.issue(at, &id, bad, LEFT_OUT);
                if let Some(issue) = self.issues.last_mut() {
                    issue.line = issue.line.map(|first| first + line as u32);
                }
                None
            }
        }
    }
}

/// What is done with most records that are not as they should be.
pub const LEFT_OUT: &str = "left out";

/// What a piece of JSON is, in words.
fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b'"') => "a text",
        Some(b'n') => "null",
        Some(b't' | b'f') => "true or false",
        _ => "a number",
    }
}
