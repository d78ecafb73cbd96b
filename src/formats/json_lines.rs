//! JSON Lines (`.jsonl`), written: one document per line, for scripts and datasets.
//!
//! UTF-8, LF. Offsets count Unicode code points, the end is exclusive: in Python, `text[start:end]` is the quote.
//! Keys of a line: `id`, `text`, `title`, `outlet`, `author` (a list), `url`, `language`, `published` (as for reading;
//! empty ones are left out), `metadata` (other keys that came with the document), `annotations`.
//! Keys of an annotation: `id`, `label` (its name), `kind`, `start` and `end` (of the whole), `text` (what the
//! fragments say, joined by a space), `fragments` [{`start`, `end`, `quote`}], `attributes`, `entity` or `claim` (an
//! id), `note`, `unsure`, `status`, `by` (a name), `created`. Suggested and rejected annotations are left out.
//!
//! Lost: relations, the registries, all of the schema but names.
//!
//! ```json
//! {"id":"a-1","text":"Marzouk said","title":"x","annotations":[{"id":"a-2","label":"Person","kind":"entity",
//!  "start":0,"end":7,"text":"Marzouk","fragments":[{"start":0,"end":7,"quote":"Marzouk"}],"status":"open",
//!  "by":"Ani","created":"2023-10-27T09:15:00.000Z"}]}
//! ```

use crate::model::{
    Annotation, Annotations, Document, Kind, Person, PersonId, Project, Reference, Schema, Status,
};
use crate::sorted::Map;
use crate::wire::{self, format_time};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    text: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    outlet: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    author: &'a [String],
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    metadata: BTreeMap<&'a str, Box<RawValue>>,
    annotations: Vec<Mark<'a>>,
}

#[derive(Serialize)]
struct Mark<'a> {
    id: &'a str,
    label: &'a str,
    kind: &'static str,
    start: u32,
    end: u32,
    text: String,
    fragments: Vec<Fragment<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<&'a str, Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unsure: bool,
    status: &'static str,
    by: &'a str,
    created: String,
}

#[derive(Serialize)]
struct Fragment<'a> {
    start: u32,
    end: u32,
    quote: &'a str,
}

/// Writes a project, one document per piece.
pub(super) fn write(project: &Project) -> impl Iterator<Item = String> + use<> {
    let schema = project.schema.clone();
    let people = project.people.clone();
    let documents: Vec<(Rc<Document>, Annotations)> = project
        .documents()
        .map(|document| (document.clone(), project.annotations(&document.id).cloned().unwrap_or_default()))
        .collect();
    documents.into_iter().map(move |(document, annotations)| line(&document, &annotations, &schema, &people))
}

fn line(
    document: &Document,
    annotations: &Annotations,
    schema: &Schema,
    people: &Map<PersonId, Person>,
) -> String {
    let metadata = &document.metadata;
    let shown = annotations.iter().filter(|a| matches!(a.status, Status::Open | Status::Accepted));
    let line = Line {
        id: document.id.as_str(),
        text: document.text.as_str(),
        title: &metadata.title,
        outlet: &metadata.outlet,
        author: &metadata.byline,
        url: &metadata.url,
        language: &metadata.language,
        published: &metadata.published,
        metadata: metadata
            .other
            .iter()
            .filter_map(|(key, raw)| Some((key.as_str(), json(&raw.0)?)))
            .collect(),
        annotations: shown.map(|a| mark(a, document, schema, people)).collect(),
    };
    let mut line = serde_json::to_string(&line).expect("a line has only texts for keys");
    line.push('\n');
    line
}

fn mark<'a>(
    annotation: &'a Annotation,
    document: &'a Document,
    schema: &'a Schema,
    people: &'a Map<PersonId, Person>,
) -> Mark<'a> {
    let label = schema.label(&annotation.label);
    let text = &document.text;
    let fragments: Vec<Fragment<'a>> = annotation
        .fragments
        .spans()
        .iter()
        .map(|&span| {
            let (start, end) = text.code_points(span);
            Fragment { start: start.0, end: end.0, quote: text.slice(span) }
        })
        .collect();
    let quotes: Vec<&str> = fragments.iter().map(|fragment| fragment.quote).collect();
    let (start, end) = text.code_points(annotation.fragments.hull());
    let value = |(id, value): (&'a crate::model::AttributeId, _)| {
        Some((id.as_str(), json(&wire::attribute_json(value).0)?))
    };
    Mark {
        id: annotation.id.as_str(),
        label: label.map_or(annotation.label.as_str(), |label| &label.name),
        kind: match label.map(|label| label.kind) {
            Some(Kind::Entity) => "entity",
            Some(Kind::Claim) => "claim",
            Some(Kind::Other) | None => "other",
        },
        start: start.0,
        end: end.0,
        text: quotes.join(" "),
        fragments,
        attributes: annotation.attributes.iter().filter_map(value).collect(),
        entity: match &annotation.refers_to {
            Some(Reference::Entity(id)) => Some(id.as_str()),
            _ => None,
        },
        claim: match &annotation.refers_to {
            Some(Reference::Claim(id)) => Some(id.as_str()),
            _ => None,
        },
        note: &annotation.note,
        unsure: annotation.unsure,
        status: if annotation.status == Status::Accepted { "accepted" } else { "open" },
        by: people.get(&annotation.origin.by).map_or(annotation.origin.by.as_str(), |person| &person.name),
        created: format_time(annotation.origin.created),
    }
}

fn json(raw: &str) -> Option<Box<RawValue>> {
    RawValue::from_string(raw.to_owned()).ok()
}
