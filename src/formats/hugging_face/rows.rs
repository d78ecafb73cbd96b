//! The rows of the tables.

use crate::formats::json_lines::kind;
use crate::formats::write::{Ends, known_as, unmapped};
use crate::formats::{Output, Reason};
use crate::model::{
    Annotation, AttributeId, AttributeValue, Claim, Decimal, Document, End, Entity, Project, Reference,
    Relation, Status,
};
use crate::sorted::Map;
use crate::text::Span;
use crate::wire::json::{Field, key, text, to_string};
use crate::wire::{attribute_json, format_time};
use std::rc::Rc;

/// What rows are made from.
pub(super) struct Rows<'a> {
    pub(super) project: &'a Project,
    pub(super) ends: Ends<'a>,
}

/// An object of texts, of which more is written behind them.
fn texts(out: &mut String, fields: &[(&str, &str)]) {
    for (name, value) in fields {
        key(out, name);
        text(out, value);
    }
}

fn field(out: &mut String, name: &str, value: &impl Field) {
    key(out, name);
    value.write(out);
}

/// A list of records.
fn records<T>(out: &mut String, name: &str, items: impl Iterator<Item = T>, write: impl Fn(&mut String, T)) {
    key(out, name);
    out.push('[');
    for (n, item) in items.enumerate() {
        out.push_str(if n == 0 { "{" } else { ",{" });
        write(out, item);
        out.push('}');
    }
    out.push(']');
}

fn place(out: &mut String, document: &Document, span: Span) {
    let (start, end) = document.text.code_points(span);
    field(out, "start", &start.0);
    field(out, "end", &end.0);
}

/// What an annotation marks, its fragments with a blank between them.
fn quote(document: &Document, annotation: &Annotation) -> String {
    let quotes: Vec<&str> =
        annotation.fragments.spans().iter().map(|span| document.text.slice(*span)).collect();
    quotes.join(" ")
}

impl Rows<'_> {
    fn label<'s>(&'s self, annotation: &'s Annotation) -> &'s str {
        let label = self.project.schema.label(&annotation.label);
        label.map_or(annotation.label.as_str(), |label| &label.name)
    }

    pub(super) fn document(
        &self,
        document: &Document,
        marked: &[&Rc<Annotation>],
        output: &mut dyn Output,
    ) -> String {
        let own = &document.metadata;
        let mut out = "{".to_owned();
        texts(
            &mut out,
            &[
                ("id", document.id.as_str()),
                ("title", &own.title),
                ("text", document.text.as_str()),
                ("outlet", &own.outlet),
            ],
        );
        field(&mut out, "author", &own.byline);
        texts(
            &mut out,
            &[
                ("url", &own.url),
                ("language", &own.language),
                ("published", &own.published),
                ("retrieved", &own.retrieved),
                ("license", &own.license),
                ("split", &own.split),
            ],
        );
        field(&mut out, "status", &document.status);
        let labels = document.labels.iter().filter_map(|own| self.project.schema.label(&own.label));
        let labels: Vec<String> = labels.map(|label| label.name.clone()).collect();
        output.lost(Reason::DocumentLabels, document.labels.len() - labels.len());
        field(&mut out, "labels", &labels);
        // Any keys with any values: a column of them would have another type in each row.
        let other = if own.other.is_empty() { String::new() } else { to_string(&own.other) };
        texts(&mut out, &[("metadata", &other)]);
        output.lost(Reason::Metadata, unmapped(document));
        records(&mut out, "spans", marked.iter(), |out, annotation| {
            texts(out, &[("id", annotation.id.as_str())]);
            let hull = annotation.fragments.hull();
            place(out, document, hull);
            texts(out, &[("label", self.label(annotation)), ("text", document.text.slice(hull))]);
        });
        out.push_str("}\n");
        out
    }

    pub(super) fn mention(
        &self,
        annotation: &Annotation,
        document: &Document,
        output: &mut dyn Output,
    ) -> String {
        let mut out = "{".to_owned();
        let label = self.project.schema.label(&annotation.label);
        texts(
            &mut out,
            &[
                ("id", annotation.id.as_str()),
                ("document", document.id.as_str()),
                ("label", self.label(annotation)),
                ("kind", kind(label.map(|label| label.kind))),
            ],
        );
        place(&mut out, document, annotation.fragments.hull());
        texts(&mut out, &[("text", &quote(document, annotation))]);
        records(&mut out, "fragments", annotation.fragments.spans().iter(), |out, span| {
            place(out, document, *span);
            texts(out, &[("text", document.text.slice(*span))]);
        });
        let (entity, claim, kb_id) = match &annotation.refers_to {
            Some(Reference::Entity(id)) => {
                let known = self.project.entities.get(id).and_then(known_as);
                (id.as_str(), "", known.unwrap_or_default())
            }
            Some(Reference::Claim(id)) => ("", id.as_str(), String::new()),
            Some(Reference::Nil(_)) => ("", "", "NIL".to_owned()),
            None => ("", "", String::new()),
        };
        texts(&mut out, &[("entity", entity), ("claim", claim), ("kb_id", &kb_id)]);
        self.attributes(&mut out, &annotation.attributes);
        texts(&mut out, &[("note", &annotation.note)]);
        field(&mut out, "unsure", &annotation.unsure);
        let origin = &annotation.origin;
        let by = self.project.people.get(&origin.by).map_or(origin.by.as_str(), |person| &person.name);
        let status = if annotation.status == Status::Accepted { "accepted" } else { "open" };
        texts(&mut out, &[("status", status), ("annotator", by)]);
        field(&mut out, "how", &origin.how);
        texts(&mut out, &[("created", &format_time(origin.created))]);
        let more = !origin.rule.is_empty()
            || origin.score.is_some()
            || origin.modified.is_some()
            || !origin.from.is_empty()
            || origin.source.is_some();
        output.lost(Reason::Origins, usize::from(more));
        out.push_str("}\n");
        out
    }

    /// Names and values; a value with structure as JSON.
    fn attributes(&self, out: &mut String, attributes: &Map<AttributeId, AttributeValue>) {
        records(out, "attributes", attributes.iter(), |out, (id, value)| {
            let name = self.project.schema.attribute(id).map_or(id.as_str(), |own| &own.name);
            let value = match value {
                AttributeValue::Text(text) => text.clone(),
                other => attribute_json(other).0.to_string(),
            };
            texts(out, &[("name", name), ("value", &value)]);
        });
    }

    pub(super) fn entity(&self, entity: &Entity) -> String {
        let mut out = "{".to_owned();
        let label = self.project.schema.label(&entity.label);
        let label = label.map_or(entity.label.as_str(), |label| &label.name);
        texts(&mut out, &[("id", entity.id.as_str()), ("name", &entity.name), ("label", label)]);
        records(&mut out, "aliases", entity.aliases.iter(), |out, own| {
            texts(out, &[("value", &own.value), ("language", &own.language), ("script", &own.script)]);
        });
        records(&mut out, "ids", entity.ids.iter(), |out, own| {
            texts(out, &[("scheme", &own.scheme), ("id", &own.id), ("url", &own.url)]);
        });
        texts(&mut out, &[("description", &entity.description), ("note", &entity.note)]);
        out.push_str("}\n");
        out
    }

    pub(super) fn claim(&self, claim: &Claim) -> String {
        let verdict = claim.verdict.clone().unwrap_or_default();
        let rating = verdict.rating.as_ref();
        let number = |number: Option<&Decimal>| number.map_or(String::new(), |own| own.as_str().to_owned());
        let mut out = "{".to_owned();
        texts(
            &mut out,
            &[
                ("id", claim.id.as_str()),
                ("text", &claim.text),
                ("language", &claim.language),
                ("topic", &claim.topic),
                ("check_worthiness", &claim.check_worthiness),
                ("reference", claim.reference.as_ref().map_or("", |id| id.as_str())),
                ("verdict", &verdict.label),
                ("verdict_scheme", &verdict.scheme),
                ("rating", &number(rating.map(|own| &own.value))),
                ("best_rating", &number(rating.and_then(|own| own.best.as_ref()))),
                ("worst_rating", &number(rating.and_then(|own| own.worst.as_ref()))),
                ("justification", &verdict.justification),
                ("verdict_by", &verdict.by),
                ("verdict_url", &verdict.url),
                ("verdict_date", &verdict.date),
            ],
        );
        out.push_str("}\n");
        out
    }

    pub(super) fn relation(&self, relation: &Relation) -> String {
        let mut out = "{".to_owned();
        let kind = self.project.schema.relation_type(&relation.kind);
        let kind = kind.map_or(relation.kind.as_str(), |kind| &kind.name);
        texts(&mut out, &[("id", relation.id.as_str()), ("type", kind)]);
        field(&mut out, "symmetric", &relation.symmetric);
        records(&mut out, "ends", relation.arguments.iter(), |out, end| {
            let (kind, home) = match self.ends.get(&end.target) {
                Some(End::Annotation(annotation)) => ("mention", annotation.document.to_string()),
                Some(End::Entity(_)) => ("entity", String::new()),
                Some(End::Claim(_)) => ("claim", String::new()),
                Some(End::Document(id)) => ("document", id.to_string()),
                None => ("", String::new()),
            };
            texts(out, &[("role", &end.role), ("kind", kind), ("id", &end.target), ("document", &home)]);
        });
        texts(&mut out, &[("trigger", relation.trigger.as_ref().map_or("", |id| id.as_str()))]);
        self.attributes(&mut out, &relation.attributes);
        out.push_str("}\n");
        out
    }
}
