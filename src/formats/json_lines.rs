//! JSON Lines (`.jsonl`), written: one document per line, for scripts and datasets.
//!
//! UTF-8, LF. Offsets count Unicode code points, the end is exclusive: in Python, `text[start:end]` is the quote.
//! Keys of a line: `id`, `text`, `title`, `outlet`, `author` (a list), `url`, `language`, `languageGuessed`,
//! `published`, `retrieved`, `license`, `split` (as for reading; empty ones are left out), `status` (`new`, `in-work`,
//! `done`, `checked`), `labels` (names of the labels of the whole document, where it has any), `metadata` (other keys
//! that came with the document), `annotations`, `relations` (where there are any: those whose first end in an article is in this one).
//! Keys of an annotation: `id`, `label` (its name), `kind`, `start` and `end` (of the whole), `text` (what the
//! fragments say, joined by a space), `fragments` [{`start`, `end`, `quote`}], `attributes`, `entity` or `claim` (an
//! id) or `nil` (looked for, and in no registry), `note`, `unsure`, `status`, `by` (a name), `created`, and what differs
//! from made once by hand: `how`, `rule`, `score`, `modified`. Suggested and rejected annotations are left out.
//!
//! Keys of a relation: `id`, `type` (its name), `symmetric`, `ends` [{`role`, `id`, `in`}], `trigger`, `attributes`: the
//! id is that of an annotation, an entity, a claim or a document, and `in` the document of an annotation. An end in a
//! registry has its name, too: `entity` and the name of its `label`, or `claim`.
//!
//! Lost: suggested and rejected annotations and the relations that they are ends of; values that name one of these, or an
//! entity that no annotation refers to; relations between entities or claims alone; the registries; what an annotation was
//! made from, and what an importer kept of it; all of the schema but names.
//! Read again it gives all of this, the entities and claims by how they are first mentioned. Files that were read, and say
//! still what the project says, are written as they were (a byte order mark and the line ends of Windows aside), with keys
//! that nobody knows; of annotations and relations these are gone, and not counted, where files are written anew.
//!
//! ```json
//! {"id":"a-1","text":"Marzouk said","title":"x","status":"new","annotations":[{"id":"a-2","label":"Person","kind":"entity",
//!  "start":0,"end":7,"text":"Marzouk","fragments":[{"start":0,"end":7,"quote":"Marzouk"}],"status":"open",
//!  "by":"Ani","created":"2023-10-27T09:15:00.000Z"}]}
//! ```

mod read;

use super::known::Known;
use super::members::{text, text_if, yes};
use super::write::{Ends, Writer, standing, stands, unmapped};
use super::{Options, Output, Reason};
use crate::model::{
    Annotation, AttributeId, AttributeValue, Document, DocumentId, End, How, Kind, Project, RawJson,
    Reference, Status,
};
use crate::sorted::Map;
use crate::text::{Span, Text};
use crate::wire::json::{self, Field, Json};
use crate::wire::{self, format_time};

pub(super) use read::JsonLinesReader;

/// Writes them.
pub(super) struct JsonLines;

impl Writer for JsonLines {
    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        out.file("documents.jsonl");
        let known = Known::of(project, stands);
        let relations = relations(project, &known, out);
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let related = relations.get(&document.id).map_or(&[][..], Vec::as_slice);
            let line = line(document, related, project, &known, out);
            out.write(line.as_bytes());
            out.done(n + 1, all);
        }
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

/// The relations that have an end in an article, each as it is written, by the article of its first one.
fn relations(project: &Project, known: &Known<'_>, out: &mut dyn Output) -> Map<DocumentId, Vec<String>> {
    let mut all: Map<DocumentId, Vec<String>> = Map::new();
    let ends = Ends::of(project);
    for relation in project.relations.values() {
        if !ends.all_written(relation) {
            out.lost(Reason::Relations, 1);
            continue;
        }
        let targets: Vec<Option<End>> =
            relation.arguments.iter().map(|argument| ends.get(&argument.target)).collect();
        let home = |end: &Option<End>| match end {
            Some(End::Annotation(annotation)) => Some(annotation.document.clone()),
            Some(End::Document(id)) => Some(id.clone()),
            _ => None,
        };
        let homes: Vec<Option<DocumentId>> = targets.iter().map(home).collect();
        let Some(first) = homes.iter().flatten().next().cloned() else {
            out.lost(Reason::Across, 1);
            continue;
        };
        let kind = project.schema.relation_type(&relation.kind);
        let mut row = "{".to_owned();
        text(&mut row, "id", relation.id.as_str());
        text(&mut row, "type", kind.map_or(relation.kind.as_str(), |kind| &kind.name));
        if relation.symmetric {
            yes(&mut row, "symmetric");
        }
        json::key(&mut row, "ends");
        for (n, ((end, target), home)) in relation.arguments.iter().zip(&targets).zip(&homes).enumerate() {
            row.push_str(if n == 0 { "[{" } else { ",{" });
            text(&mut row, "role", &end.role);
            text(&mut row, "id", &end.target);
            if let Some(home) = home {
                text(&mut row, "in", home.as_str());
            }
            named(&mut row, target.as_ref(), project);
            row.push('}');
        }
        row.push(']');
        if let Some(trigger) = &relation.trigger {
            text(&mut row, "trigger", trigger.as_str());
        }
        attributes(&mut row, &relation.attributes, known, out);
        row.push('}');
        all.get_or_insert_with(first, Vec::new).push(row);
    }
    all
}

/// What an end in a registry is called.
fn named(row: &mut String, end: Option<&End>, project: &Project) {
    match end {
        Some(End::Entity(id)) => {
            if let Some(entity) = project.entities.get(id) {
                let label = project.schema.label(&entity.label);
                text(row, "entity", &entity.name);
                text(row, "label", label.map_or(entity.label.as_str(), |label| &label.name));
            }
        }
        Some(End::Claim(id)) => {
            if let Some(claim) = project.claims.get(id) {
                text(row, "claim", &claim.text);
            }
        }
        Some(End::Annotation(_) | End::Document(_)) | None => {}
    }
}

fn line(
    document: &Document,
    relations: &[String],
    project: &Project,
    known: &Known<'_>,
    output: &mut dyn Output,
) -> String {
    let metadata = &document.metadata;
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
        yes(&mut out, "languageGuessed");
    }
    text_if(&mut out, "published", &metadata.published);
    text_if(&mut out, "retrieved", &metadata.retrieved);
    text_if(&mut out, "license", &metadata.license);
    text_if(&mut out, "split", &metadata.split);
    json::key(&mut out, "status");
    document.status.write(&mut out);
    let whole = document.labels.iter().filter_map(|own| project.schema.label(&own.label));
    let whole: Vec<String> = whole.map(|label| label.name.clone()).collect();
    output.lost(Reason::DocumentLabels, document.labels.len() - whole.len());
    if !whole.is_empty() {
        json::key(&mut out, "labels");
        whole.write(&mut out);
    }
    let other = metadata.other.iter().map(|(key, raw)| (key.as_str(), raw.clone())).collect();
    let lost = raws(&mut out, "metadata", other) + unmapped(document);
    output.lost(Reason::Metadata, lost);
    json::key(&mut out, "annotations");
    out.push('[');
    for (n, annotation) in standing(project, document, output).into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        mark(&mut out, annotation, document, project, known, output);
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
    project: &Project,
    known: &Known<'_>,
    output: &mut dyn Output,
) {
    let label = project.schema.label(&annotation.label);
    let article = &document.text;
    let quotes: Vec<&str> = annotation.fragments.spans().iter().map(|span| article.slice(*span)).collect();
    out.push('{');
    text(out, "id", annotation.id.as_str());
    text(out, "label", label.map_or(annotation.label.as_str(), |label| &label.name));
    text(out, "kind", kind(label.map(|label| label.kind)));
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
    attributes(out, &annotation.attributes, known, output);
    match &annotation.refers_to {
        Some(Reference::Entity(id)) => text(out, "entity", id.as_str()),
        Some(Reference::Claim(id)) => text(out, "claim", id.as_str()),
        Some(Reference::Nil(_)) => yes(out, "nil"),
        None => {}
    }
    text_if(out, "note", &annotation.note);
    if annotation.unsure {
        yes(out, "unsure");
    }
    text(out, "status", if annotation.status == Status::Accepted { "accepted" } else { "open" });
    let origin = &annotation.origin;
    text(out, "by", project.people.get(&origin.by).map_or(origin.by.as_str(), |person| &person.name));
    text(out, "created", &format_time(origin.created));
    if origin.how != How::Manual {
        json::key(out, "how");
        origin.how.write(out);
    }
    text_if(out, "rule", &origin.rule);
    if let Some(score) = &origin.score {
        json::key(out, "score");
        score.write(out);
    }
    if let Some(modified) = origin.modified {
        text(out, "modified", &format_time(modified));
    }
    output.lost(Reason::Origins, usize::from(!origin.from.is_empty() || origin.source.is_some()));
    out.push('}');
}

/// The word of a kind of label in files; a label that is not in the schema is of none.
pub(super) fn kind(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Entity) => "entity",
        Some(Kind::Claim) => "claim",
        Some(Kind::Other) | None => "other",
    }
}

fn span(out: &mut String, text: &Text, span: Span) {
    let (start, end) = text.code_points(span);
    json::key(out, "start");
    start.0.write(out);
    json::key(out, "end");
    end.0.write(out);
}

/// What is said in attributes; what is no JSON, or names what is not written, is left out and counted.
fn attributes(
    out: &mut String,
    all: &Map<AttributeId, AttributeValue>,
    known: &Known<'_>,
    output: &mut dyn Output,
) {
    let kept = all.iter().filter_map(|(id, value)| Some((id.as_str(), known.kept(id, value, output)?)));
    let values = kept.map(|(id, value)| (id, wire::attribute_json(&value))).collect();
    output.lost(Reason::Attributes, raws(out, "attributes", values));
}

/// An object of values that are carried; what is no JSON is left out, and counted.
fn raws(out: &mut String, name: &str, mut values: Vec<(&str, RawJson)>) -> usize {
    let all = values.len();
    values.retain(|(_, raw)| Json::new(&raw.0).is_ok());
    let lost = all - values.len();
    if values.is_empty() {
        return lost;
    }
    json::key(out, name);
    out.push('{');
    for (key, raw) in values {
        json::key(out, key);
        out.push_str(&raw.0);
    }
    out.push('}');
    lost
}
