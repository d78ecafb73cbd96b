//! JSON Lines (`.jsonl`), written: one document per line, for scripts and datasets.
//!
//! UTF-8, LF. Offsets count Unicode code points, the end is exclusive: in Python, `text[start:end]` is the quote.
//! Keys of a line: `id`, `text`, `title`, `outlet`, `author` (a list), `url`, `language`, `languageGuessed`,
//! `published` (as for reading; empty ones are left out), `status` (`new`, `in-work`, `done`, `checked`), `labels` (names
//! of the labels of the whole document, where it has any), `metadata` (other keys that came with the document),
//! `annotations`, `relations` (where there are any: those whose first end in an article is in this one).
//! Keys of an annotation: `id`, `label` (its name), `kind`, `start` and `end` (of the whole), `text` (what the
//! fragments say, joined by a space), `fragments` [{`start`, `end`, `quote`}], `attributes`, `entity` or `claim` (an
//! id), `note`, `unsure`, `status`, `by` (a name), `created`. Suggested and rejected annotations are left out.
//!
//! Keys of a relation: `id`, `type` (its name), `symmetric`, `ends` [{`role`, `id`, `in`}]: the id is that of an
//! annotation, an entity, a claim or a document, and `in` the document of an annotation.
//!
//! Lost: relations between entities or claims alone, the registries, all of the schema but names. Read again (`rows`), it gives the articles; that their
//! annotations do not come with them is said.
//!
//! ```json
//! {"id":"a-1","text":"Marzouk said","title":"x","status":"new","annotations":[{"id":"a-2","label":"Person","kind":"entity",
//!  "start":0,"end":7,"text":"Marzouk","fragments":[{"start":0,"end":7,"quote":"Marzouk"}],"status":"open",
//!  "by":"Ani","created":"2023-10-27T09:15:00.000Z"}]}
//! ```

use crate::model::{
    Annotation, Annotations, Argument, Document, DocumentId, End, Kind, Person, PersonId, Project, RawJson,
    Reference, Schema, Status,
};
use crate::sorted::Map;
use crate::text::{Span, Text};
use crate::wire::json::{self, Field, Json};
use crate::wire::{self, format_time};
use std::rc::Rc;

/// Writes a project, one document per piece.
pub(super) fn write(project: &Project) -> impl Iterator<Item = String> + use<> {
    let schema = project.schema.clone();
    let people = project.people.clone();
    let documents: Vec<(Rc<Document>, Annotations)> = project
        .documents()
        .map(|document| (document.clone(), project.annotations(&document.id).cloned().unwrap_or_default()))
        .collect();
    let relations = relations(project);
    documents.into_iter().map(move |(document, annotations)| {
        let related = relations.get(&document.id).map_or(&[][..], Vec::as_slice);
        line(&document, &annotations, related, &schema, &people)
    })
}

/// The relations that have an end in an article, each as it is written, by the article of its first one.
fn relations(project: &Project) -> Map<DocumentId, Vec<String>> {
    let mut all: Map<DocumentId, Vec<String>> = Map::new();
    for relation in project.relations.values() {
        let home = |end: &Argument| match project.end(None, &end.target) {
            Some(End::Annotation(annotation)) => Some(annotation.document.clone()),
            Some(End::Document(id)) => Some(id),
            _ => None,
        };
        let homes: Vec<Option<DocumentId>> = relation.arguments.iter().map(home).collect();
        let Some(first) = homes.iter().flatten().next().cloned() else { continue };
        let kind = project.schema.relation_type(&relation.kind);
        let mut out = "{".to_owned();
        text(&mut out, "id", relation.id.as_str());
        text(&mut out, "type", kind.map_or(relation.kind.as_str(), |kind| &kind.name));
        if relation.symmetric {
            json::key(&mut out, "symmetric");
            true.write(&mut out);
        }
        json::key(&mut out, "ends");
        for (n, (end, home)) in relation.arguments.iter().zip(&homes).enumerate() {
            out.push_str(if n == 0 { "[{" } else { ",{" });
            text(&mut out, "role", &end.role);
            text(&mut out, "id", &end.target);
            if let Some(home) = home {
                text(&mut out, "in", home.as_str());
            }
            out.push('}');
        }
        out.push_str("]}");
        all.get_or_insert_with(first, Vec::new).push(out);
    }
    all
}

fn line(
    document: &Document,
    annotations: &Annotations,
    relations: &[String],
    schema: &Schema,
    people: &Map<PersonId, Person>,
) -> String {
    let metadata = &document.metadata;
    let shown = annotations.iter().filter(|a| matches!(a.status, Status::Open | Status::Accepted));
    let mut out = "{".to_owned();
    text(&mut out, "id", document.id.as_str());
    text(&mut out, "text", document.text.as_str());
    text(&mut out, "title", &metadata.title);
    text_if(&mut out, "outlet", &metadata.outlet);
    if !metadata.byline.is_empty() {
        json::key(&mut out, "author");
        metadata.byline.write(&mut out);
    }
    text_if(&mut out, "url", &metadata.url);
    text_if(&mut out, "language", &metadata.language);
    if metadata.language_guessed && !metadata.language.is_empty() {
        json::key(&mut out, "languageGuessed");
        true.write(&mut out);
    }
    text_if(&mut out, "published", &metadata.published);
    json::key(&mut out, "status");
    document.status.write(&mut out);
    let whole = document.labels.iter().filter_map(|own| schema.label(&own.label));
    let whole: Vec<String> = whole.map(|label| label.name.clone()).collect();
    if !whole.is_empty() {
        json::key(&mut out, "labels");
        whole.write(&mut out);
    }
    raws(&mut out, "metadata", metadata.other.iter().map(|(key, raw)| (key.as_str(), raw.clone())).collect());
    json::key(&mut out, "annotations");
    out.push('[');
    for (n, annotation) in shown.enumerate() {
        if n > 0 {
            out.push(',');
        }
        mark(&mut out, annotation, document, schema, people);
    }
    out.push(']');
    if !relations.is_empty() {
        json::key(&mut out, "relations");
        out.push('[');
        out.push_str(&relations.join(","));
        out.push(']');
    }
    out.push_str("}\n");
    out
}

fn mark(
    out: &mut String,
    annotation: &Annotation,
    document: &Document,
    schema: &Schema,
    people: &Map<PersonId, Person>,
) {
    let label = schema.label(&annotation.label);
    let article = &document.text;
    let quotes: Vec<&str> = annotation.fragments.spans().iter().map(|span| article.slice(*span)).collect();
    out.push('{');
    text(out, "id", annotation.id.as_str());
    text(out, "label", label.map_or(annotation.label.as_str(), |label| &label.name));
    let kind = match label.map(|label| label.kind) {
        Some(Kind::Entity) => "entity",
        Some(Kind::Claim) => "claim",
        Some(Kind::Other) | None => "other",
    };
    text(out, "kind", kind);
    span(out, article, annotation.fragments.hull());
    text(out, "text", &quotes.join(" "));
    json::key(out, "fragments");
    for (n, &fragment) in annotation.fragments.spans().iter().enumerate() {
        out.push_str(if n == 0 { "[{" } else { ",{" });
        span(out, article, fragment);
        text(out, "quote", article.slice(fragment));
        out.push('}');
    }
    out.push(']');
    let values = annotation.attributes.iter().map(|(id, value)| (id.as_str(), wire::attribute_json(value)));
    raws(out, "attributes", values.collect());
    match &annotation.refers_to {
        Some(Reference::Entity(id)) => text(out, "entity", id.as_str()),
        Some(Reference::Claim(id)) => text(out, "claim", id.as_str()),
        Some(Reference::Nil(_)) | None => {}
    }
    text_if(out, "note", &annotation.note);
    if annotation.unsure {
        json::key(out, "unsure");
        true.write(out);
    }
    text(out, "status", if annotation.status == Status::Accepted { "accepted" } else { "open" });
    let by = &annotation.origin.by;
    text(out, "by", people.get(by).map_or(by.as_str(), |person| &person.name));
    text(out, "created", &format_time(annotation.origin.created));
    out.push('}');
}

fn text(out: &mut String, key: &str, text: &str) {
    json::key(out, key);
    json::text(out, text);
}

fn text_if(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        text(out, key, value);
    }
}

fn span(out: &mut String, text: &Text, span: Span) {
    let (start, end) = text.code_points(span);
    json::key(out, "start");
    start.0.write(out);
    json::key(out, "end");
    end.0.write(out);
}

/// An object of values that are carried; what is no JSON is left out.
fn raws(out: &mut String, name: &str, mut values: Vec<(&str, RawJson)>) {
    values.retain(|(_, raw)| Json::new(&raw.0).is_ok());
    if values.is_empty() {
        return;
    }
    json::key(out, name);
    out.push('{');
    for (key, raw) in values {
        json::key(out, key);
        out.push_str(&raw.0);
    }
    out.push('}');
}
