//! The project file, version 1.
//!
//! One JSON object in UTF-8 with LF and no byte order mark. The top level is written one key per line and its lists
//! one record per line, so that two saves can be compared line by line; two saves of one project are byte-equal.
//!
//! Keys, in this order: `format` (`postil-project`), `version`, `id`, `name`, `license`, `created`, `modified`,
//! `generator`, `guidelines`, `mappings`, `source`, `offsets`, `schema`, `people`, `entities`, `claims`, `documents`,
//! `annotations`, `relations`, and `x-…` keys, which are kept as they are. Records are sorted by id; the schema keeps
//! the person's order. Optional fields that are empty are left out. Times are RFC 3339 in UTC with milliseconds.
//! `schema/postil-project-1.schema.json` says it for other programs.
//!
//! The snapshot form is the same with the texts left out: they are found by their SHA-256.

pub use super::read::{read, read_with};

use super::json::{self, Field};
use super::time::format_time;
use super::twin::{AnnotationTwin, DocumentTwin, Quotes};
use crate::model::{Annotation, Document, Project, RawJson};
use crate::sorted::sort_by;
use crate::text::Text;
use std::rc::Rc;

/// What `format` says.
pub const FORMAT: &str = "postil-project";

/// Who wrote the file.
const GENERATOR: &str = concat!("Postil ", env!("CARGO_PKG_VERSION"));

/// Whether texts stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// In full: the file that a person saves.
    Inline,
    /// Left out, and known by their SHA-256: the snapshot.
    ByFingerprint,
}

/// Writes a project piece by piece, one record at a time: the pieces in a row are the file.
///
/// The pieces do not borrow from the project, which may change meanwhile; they show it as it was.
pub fn write(project: &Project, texts: Texts) -> impl Iterator<Item = String> + use<> {
    let documents: Vec<Rc<Document>> = project.documents().cloned().collect();
    let mut annotations: Vec<(Rc<Annotation>, Text)> = Vec::new();
    for document in &documents {
        let all = project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
        annotations.extend(all.map(|annotation| (annotation.clone(), document.text.clone())));
    }
    sort_by(&mut annotations, |(a, _), (b, _)| a.id.cmp(&b.id));
    let extensions: Vec<String> =
        project.extra.extensions.iter().map(|(key, raw)| key_line(key, raw)).collect();

    std::iter::once(head(project))
        .chain(list("people", lines(project.people.values())))
        .chain(list("entities", lines(project.entities.values())))
        .chain(list("claims", lines(project.claims.values())))
        .chain(list(
            "documents",
            documents
                .into_iter()
                .map(move |document| line(&DocumentTwin::new(&document, texts == Texts::Inline))),
        ))
        .chain(list(
            "annotations",
            annotations.into_iter().map(|(annotation, text)| {
                let twin = AnnotationTwin::new(&annotation, &text, Quotes::With);
                line(&twin.expect("fragments lie inside their text"))
            }),
        ))
        .chain(list("relations", lines(project.relations.values())))
        .chain(extensions)
        .chain(["\n}\n".to_owned()])
}

/// Writes a project in one piece.
pub fn to_string(project: &Project, texts: Texts) -> String {
    write(project, texts).collect()
}

/// A record in one line.
fn line(record: &impl Field) -> String {
    json::to_string(record)
}

fn lines<'a>(records: impl IntoIterator<Item = &'a (impl Field + 'a)>) -> Vec<String> {
    records.into_iter().map(line).collect()
}

fn quoted(text: &str) -> String {
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
    let schema = &project.schema;
    let lists = [
        ("labels", lines(&schema.labels)),
        ("attributes", lines(&schema.attributes)),
        ("relationTypes", lines(&schema.relation_types)),
    ];
    let lists = lists.map(|(name, lines)| match lines.is_empty() {
        true => format!("    \"{name}\": []"),
        false => format!("    \"{name}\": [\n      {}\n    ]", lines.join(",\n      ")),
    });
    key("schema", format!("{{\n{}\n  }}", lists.join(",\n")));
    head
}

/// A list of records at the top level, one per line.
fn list(name: &str, records: impl IntoIterator<Item = String>) -> impl Iterator<Item = String> {
    let mut records = records.into_iter().peekable();
    let open =
        if records.peek().is_none() { format!(",\n  \"{name}\": []") } else { format!(",\n  \"{name}\": [") };
    let mut first = true;
    let mut ended = records.peek().is_none();
    let lines = std::iter::from_fn(move || match records.next() {
        Some(record) => {
            let comma = if std::mem::replace(&mut first, false) { "" } else { "," };
            Some(format!("{comma}\n    {record}"))
        }
        None if ended => None,
        None => {
            ended = true;
            Some("\n  ]".to_owned())
        }
    });
    std::iter::once(open).chain(lines)
}
