//! CSV and TSV of spans: tables as RFC 4180 has them, for spreadsheets and statistics. Tables of others are read, too: see
//! `read`. Where nothing was changed, what was read is written again byte for byte.
//!
//! UTF-8, a header, LF, quotes doubled inside quotes; TSV differs in the sign between the cells alone. Made for
//! spreadsheets a file begins with U+FEFF, its lines end with CR LF, and a cell that would be taken for a formula begins
//! with an apostrophe: such a cell is no longer what the text says, and is counted. Offsets count Unicode code points
//! and the end is exclusive: in Python, `text[start:end]` is the cell `text`. In pandas read with
//! `keep_default_na=False`, or a label `NA` is taken for nothing.
//!
//! `spans.csv`, a row for each fragment of each annotation, in the order of the texts:
//!
//! | column | what stands there |
//! | --- | --- |
//! | `doc_id`, `ann_id` | ids, as in the project's file |
//! | `layer` | `entity`, `claim` or `other`: what the label marks |
//! | `type` | the label's name |
//! | `start`, `end`, `text` | the fragment |
//! | `fragment`, `n_fragments` | which of how many, from 1 |
//! | `entity_id`, `claim_id` | what it refers to |
//! | `kb_id` | ids of that entity in knowledge bases, `wikidata:Q42`, with ` ; ` between them; `NIL` if somebody found it in no registry |
//! | `status`, `unsure`, `note` | `open` or `accepted`; `true` or nothing; as written |
//! | `attr:…` | a column for each attribute that an annotation has, by its name: a text, `true` or `false`, a number; anything else as JSON |
//! | `annotator`, `created` | who made it (a name), and when |
//! | `offset_unit` | `codepoint` |
//!
//! `documents.csv`, a row for each article: `doc_id`, `title`, `outlet`, `author` (` ; ` between several), `url`,
//! `language`, `published`, `retrieved`, `license`, `split`, `status`, `labels` (` ; ` between them), `metadata` (other
//! keys that came with it, as JSON), `text`.
//!
//! `relations.csv`, where there are any, a row for each end: `rel_id`, `type`, `symmetric`, `role`, `target` (an id),
//! `target_kind` (`annotation`, `entity`, `claim`, `document`), `doc_id` (of an annotation), `trigger`.
//!
//! Lost: suggested and rejected annotations and the relations that they are ends of; the registries; of relations the
//! attributes; what an annotation was made from, by which rule, and when it was changed; all of the schema but names.
//!
//! ```csv
//! doc_id,ann_id,layer,type,start,end,text,fragment,n_fragments,entity_id,claim_id,kb_id,status,unsure,note,annotator,created,offset_unit
//! a-1,a-2,entity,Person,0,7,Marzouk,1,1,a-9,,wikidata:Q1,open,,,Ani,2023-10-27T09:15:00.000Z,codepoint
//! ```

mod articles;
mod columns;
mod names;
mod places;
mod read;
mod related;
mod sheet;

use super::delimited::Rows;
use super::json_lines::kind;
use super::write::{Ends, Writer, standing, stands, unmapped};
use super::{Options, Output, Reason};
use crate::model::{Annotation, AttributeId, AttributeValue, Document, End, How, Project, Reference, Status};
use crate::sorted::Set;
use crate::wire::json::to_string;
use crate::wire::{attribute_json, format_time};

pub(super) use read::SpansReader;

/// The columns before those of attributes.
const SPANS: [&str; 15] = [
    "doc_id",
    "ann_id",
    "layer",
    "type",
    "start",
    "end",
    "text",
    "fragment",
    "n_fragments",
    "entity_id",
    "claim_id",
    "kb_id",
    "status",
    "unsure",
    "note",
];
/// The columns behind them.
const MADE: [&str; 3] = ["annotator", "created", "offset_unit"];
const DOCUMENTS: [&str; 14] = [
    "doc_id",
    "title",
    "outlet",
    "author",
    "url",
    "language",
    "published",
    "retrieved",
    "license",
    "split",
    "status",
    "labels",
    "metadata",
    "text",
];
const RELATIONS: [&str; 8] =
    ["rel_id", "type", "symmetric", "role", "target", "target_kind", "doc_id", "trigger"];
/// Between several in one cell.
const SEVERAL: &str = " ; ";

/// Writes them with this sign between the cells.
pub(super) struct Spans(pub(super) char);

impl Writer for Spans {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        let ending = options.format.endings[0];
        let mut rows = Rows::new(self.0, options.is("for", "spreadsheets"));
        let attributes = attributes(project);
        let names: Vec<String> = attributes.iter().map(|id| column(project, id)).collect();
        let header = SPANS.into_iter().chain(names.iter().map(String::as_str)).chain(MADE);
        rows.file(&format!("spans.{ending}"), header, out);
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            for annotation in standing(project, document, out) {
                span(&mut rows, annotation, document, project, &attributes, out);
            }
            out.done(n + 1, all);
        }
        rows.file(&format!("documents.{ending}"), DOCUMENTS, out);
        for document in project.documents() {
            article(&mut rows, document, project, out);
        }
        if !project.relations.is_empty() {
            rows.file(&format!("relations.{ending}"), RELATIONS, out);
            relations(&mut rows, project, out);
        }
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

/// The attributes that annotations have, those of the schema first and in its order.
fn attributes(project: &Project) -> Vec<AttributeId> {
    let written = project.all_annotations().filter(|annotation| stands(annotation));
    let used: Set<&AttributeId> = written.flat_map(|annotation| annotation.attributes.keys()).collect();
    let schema = &project.schema.attributes;
    let own = schema.iter().map(|attribute| &attribute.id).filter(|id| used.contains(id));
    let other = used.iter().copied().filter(|id| project.schema.attribute(id).is_none());
    own.chain(other).cloned().collect()
}

/// The name of an attribute's column: by the name, or by the id where two have one name or it is in no schema.
fn column(project: &Project, id: &AttributeId) -> String {
    let own = project.schema.attribute(id);
    let alone = own.filter(|own| {
        let same = |other: &&crate::model::Attribute| other.name == own.name || other.id.as_str() == own.name;
        project.schema.attributes.iter().filter(same).all(|other| other.id == own.id)
    });
    format!("attr:{}", alone.map_or(id.as_str(), |own| &own.name))
}

fn span(
    rows: &mut Rows,
    annotation: &Annotation,
    document: &Document,
    project: &Project,
    attributes: &[AttributeId],
    out: &mut dyn Output,
) {
    let label = project.schema.label(&annotation.label);
    let spans = annotation.fragments.spans();
    let (entity, claim, base) = match &annotation.refers_to {
        Some(Reference::Entity(id)) => {
            let ids = project.entities.get(id).map(|entity| &entity.ids[..]).unwrap_or_default();
            let ids: Vec<String> = ids.iter().map(|own| format!("{}:{}", own.scheme, own.id)).collect();
            (id.as_str(), "", ids.join(SEVERAL))
        }
        Some(Reference::Claim(id)) => ("", id.as_str(), String::new()),
        Some(Reference::Nil(_)) => ("", "", "NIL".to_owned()),
        None => ("", "", String::new()),
    };
    let origin = &annotation.origin;
    let by = project.people.get(&origin.by).map_or(origin.by.as_str(), |person| &person.name);
    for (n, &fragment) in spans.iter().enumerate() {
        let (start, end) = document.text.code_points(fragment);
        rows.text(document.id.as_str());
        rows.text(annotation.id.as_str());
        rows.text(kind(label.map(|label| label.kind)));
        rows.text(label.map_or(annotation.label.as_str(), |label| &label.name));
        rows.number(start.0);
        rows.number(end.0);
        rows.text(document.text.slice(fragment));
        rows.number(n + 1);
        rows.number(spans.len());
        rows.text(entity);
        rows.text(claim);
        rows.text(&base);
        rows.text(if annotation.status == Status::Accepted { "accepted" } else { "open" });
        rows.text(if annotation.unsure { "true" } else { "" });
        rows.text(&annotation.note);
        for id in attributes {
            match annotation.attributes.get(id) {
                None => rows.text(""),
                Some(AttributeValue::Text(text)) => rows.text(text),
                Some(AttributeValue::Number(number)) => rows.number(number),
                Some(AttributeValue::Flag(flag)) => rows.text(if *flag { "true" } else { "false" }),
                Some(other) => rows.text(&attribute_json(other).0),
            }
        }
        rows.text(by);
        rows.text(&format_time(origin.created));
        rows.text("codepoint");
        rows.end(out);
    }
    let more = origin.how != How::Manual
        || !origin.rule.is_empty()
        || origin.score.is_some()
        || origin.modified.is_some()
        || !origin.from.is_empty()
        || origin.source.is_some();
    out.lost(Reason::Origins, usize::from(more));
}

fn article(rows: &mut Rows, document: &Document, project: &Project, out: &mut dyn Output) {
    let own = &document.metadata;
    rows.text(document.id.as_str());
    rows.text(&own.title);
    rows.text(&own.outlet);
    rows.text(&own.byline.join(SEVERAL));
    for text in [&own.url, &own.language, &own.published, &own.retrieved, &own.license, &own.split] {
        rows.text(text);
    }
    let status = to_string(&document.status);
    rows.text(status.trim_matches('"'));
    let labels = document.labels.iter().filter_map(|own| project.schema.label(&own.label));
    let labels: Vec<&str> = labels.map(|label| label.name.as_str()).collect();
    out.lost(Reason::DocumentLabels, document.labels.len() - labels.len());
    rows.text(&labels.join(SEVERAL));
    out.lost(Reason::Metadata, unmapped(document));
    rows.text(&if own.other.is_empty() { String::new() } else { to_string(&own.other) });
    rows.text(document.text.as_str());
    rows.end(out);
}

fn relations(rows: &mut Rows, project: &Project, out: &mut dyn Output) {
    let ends = Ends::of(project);
    for relation in project.relations.values() {
        if !ends.all_written(relation) {
            out.lost(Reason::Relations, 1);
            continue;
        }
        let kind = project.schema.relation_type(&relation.kind);
        for argument in &relation.arguments {
            let (kind_of_end, home) = match ends.get(&argument.target) {
                Some(End::Annotation(annotation)) => ("annotation", annotation.document.to_string()),
                Some(End::Entity(_)) => ("entity", String::new()),
                Some(End::Claim(_)) => ("claim", String::new()),
                Some(End::Document(_)) => ("document", String::new()),
                None => ("", String::new()),
            };
            rows.text(relation.id.as_str());
            rows.text(kind.map_or(relation.kind.as_str(), |kind| &kind.name));
            rows.text(if relation.symmetric { "true" } else { "false" });
            rows.text(&argument.role);
            rows.text(&argument.target);
            rows.text(kind_of_end);
            rows.text(&home);
            rows.text(relation.trigger.as_ref().map_or("", |id| id.as_str()));
            rows.end(out);
        }
        out.lost(Reason::Attributes, relation.attributes.len());
    }
}
