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
use crate::model::{Annotation, Arrangement, Document, Project, RawJson, Schema};
use crate::sorted::sort_by;
use crate::text::Text;
use std::rc::Rc;

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

/// A piece of a file.
enum Piece {
    Written(String),
    /// A document with the texts as asked, and whether it is the first of the list.
    Document(Rc<Document>, Texts, bool),
    /// An annotation with its text, and whether it is the first of the list.
    Annotation(Rc<Annotation>, Text, bool),
}

impl Piece {
    fn write(self) -> String {
        match self {
            Self::Written(piece) => piece,
            Self::Document(document, texts, first) => {
                item(first, &DocumentTwin::new(&document, texts == Texts::Inline))
            }
            Self::Annotation(annotation, text, first) => {
                let twin = AnnotationTwin::new(&annotation, &text, Quotes::With);
                item(first, &twin.expect("fragments lie inside their text"))
            }
        }
    }
}

/// Writes a project piece by piece, one record at a time: the pieces in a row are the file.
///
/// The pieces do not borrow from the project, which may change meanwhile; they show it as it was.
pub fn write(project: &Project, texts: Texts) -> impl Iterator<Item = String> + use<> {
    let mut annotations: Vec<(Rc<Annotation>, Text)> = Vec::new();
    for document in project.documents() {
        let all = project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
        annotations.extend(all.map(|annotation| (annotation.clone(), document.text.clone())));
    }
    sort_by(&mut annotations, |(a, _), (b, _)| a.id.cmp(&b.id));
    write_with(project, texts, annotations)
}

/// Writes a project with these annotations, in this order, in the place of its own.
pub(super) fn write_with(
    project: &Project,
    texts: Texts,
    annotations: Vec<(Rc<Annotation>, Text)>,
) -> impl Iterator<Item = String> + use<> {
    let mut pieces = Vec::with_capacity(annotations.len() + project.documents().len() + 8);
    let written = |pieces: &mut Vec<Piece>, piece: String| pieces.push(Piece::Written(piece));
    written(&mut pieces, head(project));
    written(&mut pieces, list("people", &lines(project.people.values())));
    written(&mut pieces, list("entities", &lines(project.entities.values())));
    written(&mut pieces, list("claims", &lines(project.claims.values())));
    let open = |name: &str, empty: bool| format!(",\n  \"{name}\": [{}", if empty { "]" } else { "" });
    let close = |empty: bool| if empty { String::new() } else { "\n  ]".to_owned() };
    let empty = project.documents().len() == 0;
    written(&mut pieces, open("documents", empty));
    for (n, document) in project.documents_by_id().enumerate() {
        pieces.push(Piece::Document(document.clone(), texts, n == 0));
    }
    written(&mut pieces, close(empty));
    let empty = annotations.is_empty();
    written(&mut pieces, open("annotations", empty));
    for (n, (annotation, text)) in annotations.into_iter().enumerate() {
        pieces.push(Piece::Annotation(annotation, text, n == 0));
    }
    written(&mut pieces, close(empty));
    written(&mut pieces, list("relations", &lines(project.relations.values())));
    for (key, raw) in &project.extra.extensions {
        written(&mut pieces, key_line(key, raw));
    }
    written(&mut pieces, "\n}\n".to_owned());
    pieces.into_iter().map(Piece::write)
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
