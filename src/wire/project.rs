//! The project file, version 1.
//!
//! One JSON object in UTF-8 with LF and no byte order mark. The top level is written one key per line and its lists
//! one record per line, so that two saves can be compared line by line; two saves of one project are byte-equal.
//!
//! Keys, in this order: `format` (`postil-project`), `version`, `id`, `name`, `license`, `created`, `modified`,
//! `generator`, `guidelines`, `mappings`, `source`, `offsets`, `schema`, `matrix`, `people`, `entities`, `claims`, `documents`,
//! `annotations`, `relations`, and `x-…` keys, which are kept as they are. Records are sorted by id; the schema keeps
//! the person's order, and a document's `order` says where it stands among the documents. Optional fields that are
//! empty are left out. Times are RFC 3339 in UTC with milliseconds.
//! `schema/postil-project-1.schema.json` says it for other programs.
//!
//! Inside Postil texts may be left out: they are found by their SHA-256. What the database keeps of a project is
//! [`state`](super::state).

pub use super::read::{read, read_with};

use super::json::{self, Field};
use super::time::format_time;
use super::twin::{AnnotationTwin, DocumentTwin, Quotes};
use crate::model::{Annotation, AnnotationId, Annotations, Arrangement, Document, Project, RawJson, Schema};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::iter::once;
use std::rc::Rc;
use std::vec::IntoIter;

/// What `format` says.
pub const FORMAT: &str = "postil-project";

/// Who wrote the file.
pub(super) const GENERATOR: &str = concat!("Postil ", env!("CARGO_PKG_VERSION"));

/// Whether texts stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// In full: the file that a person saves.
    Inline,
    /// Left out, and known by their SHA-256.
    ByFingerprint,
}

/// A document and its annotations.
type OfDocument = (Rc<Document>, Annotations);

/// The annotations of each document that has any, in the order of the documents' ids. They are not read here.
pub(super) fn annotations(project: &Project) -> Vec<OfDocument> {
    let own = |document: &Rc<Document>| Some((document.clone(), project.annotations(&document.id)?.clone()));
    project.documents_by_id().filter_map(own).filter(|(_, all)| !all.is_empty()).collect()
}

/// Writes a project piece by piece: the pieces in a row are the file. Documents and annotations are written when they are
/// asked for, one in a piece, and nothing is in a piece before which something had to be read; so whoever writes a large
/// project can stop or rest between two of them. All else of it is written at once.
///
/// The pieces do not borrow from the project, which may change meanwhile; they show it as it was.
pub fn write(project: &Project, texts: Texts) -> impl Iterator<Item = String> + use<> {
    let all = annotations(project);
    let (empty, mut first) = (all.is_empty(), true);
    let all = by_id(all).map(move |next| {
        let Some((annotation, document)) = next else { return String::new() };
        let twin = AnnotationTwin::new(&annotation, &document.text, Quotes::With);
        item(std::mem::take(&mut first), &twin.expect("fragments lie inside their text"))
    });
    let (begin, end) = around(project, texts, empty);
    begin.into_iter().map(Piece::write).chain(all).chain(once(end))
}

/// A piece before the annotations.
pub(super) enum Piece {
    Written(String),
    /// A document with the texts as asked, and whether it is the first of the list.
    Document(Rc<Document>, Texts, bool),
}

impl Piece {
    pub(super) fn write(self) -> String {
        match self {
            Self::Written(piece) => piece,
            Self::Document(document, texts, first) => {
                item(first, &DocumentTwin::new(&document, texts == Texts::Inline))
            }
        }
    }
}

/// What stands before the annotations, which are there or not, and what stands behind them.
pub(super) fn around(project: &Project, texts: Texts, empty: bool) -> (Vec<Piece>, String) {
    let open = |name: &str, empty: bool| format!(",\n  \"{name}\": [{}", if empty { "]" } else { "" });
    let close = |empty: bool| if empty { String::new() } else { "\n  ]".to_owned() };
    let mut begin = head(project);
    begin.push_str(&list("people", &lines(project.people.values())));
    begin.push_str(&list("entities", &lines(project.entities.values())));
    begin.push_str(&list("claims", &lines(project.claims.values())));
    let documents = project.documents_by_id();
    let none = project.documents().len() == 0;
    begin.push_str(&open("documents", none));
    let mut pieces = vec![Piece::Written(begin)];
    pieces
        .extend(documents.enumerate().map(|(n, document)| Piece::Document(document.clone(), texts, n == 0)));
    pieces.push(Piece::Written(close(none) + &open("annotations", empty)));
    let mut end = close(empty);
    end.push_str(&list("relations", &lines(project.relations.values())));
    for (key, raw) in &project.extra.extensions {
        end.push_str(&key_line(key, raw));
    }
    end.push_str("\n}\n");
    (pieces, end)
}

/// Annotations of many documents in the order of their ids. First they are read: `None` for each document.
fn by_id(of_each: Vec<OfDocument>) -> impl Iterator<Item = Option<(Rc<Annotation>, Rc<Document>)>> {
    let mut unread = of_each.into_iter();
    let mut read: Vec<(IntoIter<Rc<Annotation>>, Rc<Document>)> = Vec::with_capacity(unread.len());
    // The next one of each document, the least id first.
    let mut next: BinaryHeap<Reverse<(AnnotationId, usize)>> = BinaryHeap::new();
    std::iter::from_fn(move || {
        if let Some((document, all)) = unread.next() {
            let all: Vec<Rc<Annotation>> = all.by_id().cloned().collect();
            next.extend(all.first().map(|own| Reverse((own.id.clone(), read.len()))));
            read.push((all.into_iter(), document));
            return Some(None);
        }
        let Reverse((_, n)) = next.pop()?;
        let (all, document) = &mut read[n];
        let annotation = all.next()?;
        next.extend(all.as_slice().first().map(|own| Reverse((own.id.clone(), n))));
        Some(Some((annotation, document.clone())))
    })
}

/// Writes a project in one piece.
pub fn to_string(project: &Project, texts: Texts) -> String {
    write(project, texts).collect()
}

/// A record in one line.
pub(super) fn line(record: &impl Field) -> String {
    json::to_string(record)
}

fn lines<'a>(records: impl IntoIterator<Item = &'a (impl Field + 'a)>) -> Vec<String> {
    records.into_iter().map(line).collect()
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::new();
    json::text(&mut out, text);
    out
}

fn key_line(key: &str, raw: &RawJson) -> String {
    format!(",\n  {}: {}", quoted(key), line(raw))
}

/// Everything before the first list of records.
fn head(project: &Project) -> String {
    let mut head = format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {}", super::VERSION);
    let mut key = |name: &str, json: String| head.push_str(&format!(",\n  \"{name}\": {json}"));
    key("id", quoted(project.id.as_str()));
    key("name", line(&project.name));
    if !project.license.is_empty() {
        key("license", line(&project.license));
    }
    key("created", quoted(&format_time(project.created)));
    key("modified", quoted(&format_time(project.modified)));
    key("generator", quoted(GENERATOR));
    if !project.guidelines.is_empty() {
        key("guidelines", line(&project.guidelines));
    }
    for (name, raw) in [("mappings", &project.extra.mappings), ("source", &project.extra.source)] {
        if let Some(raw) = raw {
            key(name, line(raw));
        }
    }
    key("offsets", r#"{"unit": "codepoint", "end": "exclusive", "normalization": "none"}"#.to_owned());
    key("schema", schema(&project.schema));
    if *project.matrix != Arrangement::default() {
        key("matrix", line(&project.matrix));
    }
    head
}

/// The lists of a schema, one record per line.
pub(super) fn schema(schema: &Schema) -> String {
    let lists = [
        ("labels", lines(&schema.labels)),
        ("attributes", lines(&schema.attributes)),
        ("relationTypes", lines(&schema.relation_types)),
    ];
    let lists = lists.map(|(name, lines)| match lines.is_empty() {
        true => format!("    \"{name}\": []"),
        false => format!("    \"{name}\": [\n      {}\n    ]", lines.join(",\n      ")),
    });
    format!("{{\n{}\n  }}", lists.join(",\n"))
}

/// A record of a list at the top level.
fn item(first: bool, record: &impl Field) -> String {
    format!("{}\n    {}", if first { "" } else { "," }, line(record))
}

/// A list of records at the top level, one per line.
fn list(name: &str, records: &[String]) -> String {
    match records.is_empty() {
        true => format!(",\n  \"{name}\": []"),
        false => format!(",\n  \"{name}\": [\n    {}\n  ]", records.join(",\n    ")),
    }
}
