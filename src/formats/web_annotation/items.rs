//! Annotations as they stand in a page.

use super::iri::{self, Of};
use crate::formats::known::Known;
use crate::formats::members::{text, text_if, value};
use crate::formats::naming::Names;
use crate::formats::write::{Ends, stands, unmapped};
use crate::formats::{Output, Reason};
use crate::model::{
    Annotation, AttributeId, AttributeType, AttributeValue, Document, How, LabelId, Origin, PersonKind,
    Project, Reference, Relation, RelationTypeId, Status, Timestamp, names_annotation,
};
use crate::sorted::{Map, Set};
use crate::text::{Byte, Span};
use crate::wire::json::key;
use crate::wire::{attribute_json, format_time};
use std::rc::Rc;

/// So many characters stand before and behind a quote.
const AROUND: usize = 32;

/// Makes the annotations of a project.
pub(super) struct Items<'a> {
    project: &'a Project,
    labels: Names<LabelId>,
    attributes: Names<AttributeId>,
    kinds: Names<RelationTypeId>,
    known: Known<'a>,
}

impl<'a> Items<'a> {
    pub(super) fn of(project: &'a Project) -> Self {
        let schema = &project.schema;
        let fit = |name: &str| name.trim().to_owned();
        let labels = schema.labels.iter().map(|own| (&own.id, own.id.as_str(), own.name.as_str()));
        let attributes = schema.attributes.iter().map(|own| (&own.id, own.id.as_str(), own.name.as_str()));
        let kinds = schema.relation_types.iter().map(|own| (&own.id, own.id.as_str(), own.name.as_str()));
        Self {
            project,
            labels: Names::of(labels, fit, &mut Set::new()),
            attributes: Names::of(attributes, fit, &mut Set::new()),
            kinds: Names::of(kinds, fit, &mut Set::new()),
            known: Known::of(project, stands),
        }
    }

    fn id(&self, of: Of, id: &str) -> String {
        iri::own(self.project.id.as_str(), of, id)
    }

    /// What is known of an article, its labels, and what is marked in it. `file` is where its text stands.
    pub(super) fn article(
        &self,
        document: &Document,
        file: &str,
        standing: &[&Rc<Annotation>],
        out: &mut dyn Output,
    ) -> Vec<String> {
        let mut items = vec![self.described(document, file, out)];
        for (n, own) in document.labels.iter().enumerate() {
            let Some(label) = self.labels.get(&own.label) else {
                out.lost(Reason::DocumentLabels, 1);
                continue;
            };
            let id = self.id(Of::DocumentLabel, &format!("{} {n}", document.id));
            let mut item = begun(&id, "classifying");
            self.made(&mut item, &own.origin);
            key(&mut item, "body");
            item.push_str(&textual("classifying", None, label));
            key(&mut item, "target");
            item.push_str(&self.target(document, file, own.origin.created, None));
            items.push(item + "}");
        }
        items.extend(standing.iter().map(|annotation| self.marked(annotation, document, file, out)));
        items
    }

    /// An article.
    fn described(&self, document: &Document, file: &str, out: &mut dyn Output) -> String {
        let own = &document.metadata;
        let lost = [&own.retrieved, &own.split].iter().filter(|text| !text.is_empty()).count();
        out.lost(Reason::Metadata, lost + own.other.len() + unmapped(document));
        let mut item = begun(&self.id(Of::Document, document.id.as_str()), "describing");
        if !own.title.is_empty() {
            key(&mut item, "body");
            item.push_str(&textual("describing", None, &own.title));
        }
        key(&mut item, "target");
        item.push_str("{\"type\":\"SpecificResource\"");
        key(&mut item, "source");
        item.push('{');
        text(&mut item, "id", &iri::source(self.project.id.as_str(), document));
        text(&mut item, "type", "Text");
        text(&mut item, "format", "text/plain");
        text_if(&mut item, "language", &own.language);
        text_if(&mut item, "schema:headline", &own.title);
        text_if(&mut item, "schema:publisher", &own.outlet);
        if !own.byline.is_empty() {
            value(&mut item, "schema:author", &own.byline);
        }
        text_if(&mut item, "schema:datePublished", &own.published);
        text_if(&mut item, "schema:license", &own.license);
        if !iri::is_address(&own.url) {
            text_if(&mut item, "schema:url", &own.url);
        }
        text(&mut item, "schema:identifier", document.id.as_str());
        item.push('}');
        state(&mut item, file, self.project.created);
        item + "}}"
    }

    /// An annotation.
    fn marked(
        &self,
        annotation: &Annotation,
        document: &Document,
        file: &str,
        out: &mut dyn Output,
    ) -> String {
        let mut item = begun(&self.id(Of::Annotation, annotation.id.as_str()), "classifying");
        self.made(&mut item, &annotation.origin);
        let label = self.labels.get(&annotation.label).unwrap_or(annotation.label.as_str());
        let mut bodies = vec![textual("classifying", None, label)];
        bodies.extend(self.attributes(&annotation.attributes, out));
        if let Some(to) = &annotation.refers_to {
            self.referred(to, &mut bodies);
        }
        if !annotation.note.is_empty() {
            bodies.push(textual("commenting", None, &annotation.note));
        }
        if annotation.unsure {
            bodies.push(textual("assessing", None, "unsure"));
        }
        if annotation.status == Status::Accepted {
            bodies.push(textual("assessing", None, "accepted"));
        }
        list(&mut item, "body", &bodies);
        let (spans, made) = (annotation.fragments.spans().iter(), annotation.origin.created);
        let targets: Vec<String> = spans.map(|&span| self.target(document, file, made, Some(span))).collect();
        match &targets[..] {
            [one] => {
                key(&mut item, "target");
                item.push_str(one);
            }
            all => list(&mut item, "target", all),
        }
        let origin = &annotation.origin;
        let more = origin.how != How::Manual
            || !origin.rule.is_empty()
            || origin.score.is_some()
            || !origin.from.is_empty()
            || origin.source.is_some();
        out.lost(Reason::Origins, usize::from(more));
        item + "}"
    }

    /// A place in an article, or the whole.
    fn target(&self, document: &Document, file: &str, annotated: Timestamp, span: Option<Span>) -> String {
        let mut out = "{".to_owned();
        text(&mut out, "type", "SpecificResource");
        text(&mut out, "source", &iri::source(self.project.id.as_str(), document));
        state(&mut out, file, annotated);
        let Some(span) = span else { return out + "}" };
        let own = &document.text;
        let (start, end) = own.code_points(span);
        key(&mut out, "selector");
        out.push_str("[{\"type\":\"TextPositionSelector\"");
        value(&mut out, "start", &start.0);
        value(&mut out, "end", &end.0);
        out.push_str("},{\"type\":\"TextQuoteSelector\"");
        text(&mut out, "exact", own.slice(span));
        let before = own.slice(Span::new(Byte(0), span.start()));
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        text_if(&mut out, "prefix", &before[from..]);
        let behind = own.slice(Span::new(span.end(), own.end()));
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        text_if(&mut out, "suffix", &behind[..to]);
        out + "}]}"
    }

    /// Who made something, and when.
    fn made(&self, out: &mut String, origin: &Origin) {
        key(out, "creator");
        out.push('{');
        text(out, "id", &self.id(Of::Person, origin.by.as_str()));
        if let Some(person) = self.project.people.get(&origin.by) {
            text(out, "type", if person.kind == PersonKind::Person { "Person" } else { "Software" });
            text_if(out, "name", &person.name);
        }
        out.push('}');
        text(out, "created", &format_time(origin.created));
        if let Some(modified) = origin.modified {
            text(out, "modified", &format_time(modified));
        }
    }

    fn attributes(&self, attributes: &Map<AttributeId, AttributeValue>, out: &mut dyn Output) -> Vec<String> {
        let body_of = |(id, value): (&AttributeId, &AttributeValue)| {
            let name = self.attributes.get(id).unwrap_or(id.as_str());
            let schema = &self.project.schema;
            let is_entity = || schema.attribute(id).is_some_and(|own| own.kind == AttributeType::Entity);
            Some(match &self.known.kept(id, value, out)? {
                AttributeValue::Text(own) if names_annotation(schema, id) => {
                    resource("describing", &self.id(Of::Annotation, own), name)
                }
                AttributeValue::Text(own) if is_entity() => {
                    resource("describing", &self.id(Of::Entity, own), name)
                }
                AttributeValue::Text(own) => textual("describing", Some(name), own),
                other => {
                    let json = attribute_json(other);
                    body("describing", Some(name), &json.0, "application/json")
                }
            })
        };
        attributes.iter().filter_map(body_of).collect()
    }

    /// What an annotation refers to.
    fn referred(&self, to: &Reference, bodies: &mut Vec<String>) {
        match to {
            Reference::Nil(_) => bodies.push(textual("identifying", None, "NIL")),
            Reference::Claim(id) => {
                let said = self.project.claims.get(id).map_or("", |claim| &claim.text);
                bodies.push(resource("identifying", &self.id(Of::Claim, id.as_str()), said));
            }
            Reference::Entity(id) => {
                let entity = self.project.entities.get(id);
                let name = entity.map_or("", |entity| &entity.name);
                bodies.push(resource("identifying", &self.id(Of::Entity, id.as_str()), name));
                let ids = entity.map_or(&[][..], |entity| &entity.ids);
                bodies.extend(ids.iter().map(|own| resource("identifying", &iri::external(own), "")));
            }
        }
    }

    /// The relations whose ends are there.
    pub(super) fn relations(&self, out: &mut dyn Output) -> Vec<String> {
        let ends = Ends::of(self.project);
        let mut items = Vec::new();
        for relation in self.project.relations.values() {
            match self.relation(relation, &ends, out) {
                Some(item) => {
                    out.lost(Reason::Attributes, usize::from(relation.trigger.is_some()));
                    items.push(item);
                }
                _ => out.lost(Reason::Relations, 1),
            }
        }
        items
    }

    fn relation(&self, relation: &Relation, ends: &Ends<'_>, out: &mut dyn Output) -> Option<String> {
        use crate::model::End;
        if !ends.all_written(relation) {
            return None;
        }
        let mut resources = Vec::new();
        for end in &relation.arguments {
            let of = match ends.get(&end.target)? {
                End::Annotation(_) => Of::Annotation,
                End::Entity(_) => Of::Entity,
                End::Claim(_) => Of::Claim,
                End::Document(_) => Of::Document,
            };
            resources.push(resource("linking", &self.id(of, &end.target), &end.role));
        }
        let (target, others) = resources.split_first()?;
        let kind = self.kinds.get(&relation.kind).unwrap_or(relation.kind.as_str());
        let mut bodies = vec![textual("classifying", None, kind)];
        bodies.extend(self.attributes(&relation.attributes, out));
        if relation.symmetric {
            bodies.push(textual("assessing", None, "symmetric"));
        }
        bodies.extend_from_slice(others);
        let mut item = begun(&self.id(Of::Relation, relation.id.as_str()), "linking");
        list(&mut item, "body", &bodies);
        key(&mut item, "target");
        item.push_str(target);
        Some(item + "}")
    }
}

fn begun(id: &str, motivation: &str) -> String {
    let mut out = "{".to_owned();
    text(&mut out, "id", id);
    text(&mut out, "type", "Annotation");
    text(&mut out, "motivation", motivation);
    out
}

/// Where the text stands that a resource had when it was annotated.
fn state(out: &mut String, file: &str, annotated: Timestamp) {
    key(out, "state");
    out.push('{');
    text(out, "type", "TimeState");
    text(out, "sourceDate", &format_time(annotated));
    text(out, "cached", &iri::encoded(file));
    out.push('}');
}

fn textual(purpose: &str, label: Option<&str>, said: &str) -> String {
    body(purpose, label, said, "text/plain")
}

fn body(purpose: &str, label: Option<&str>, said: &str, format: &str) -> String {
    let mut out = "{".to_owned();
    text(&mut out, "type", "TextualBody");
    text(&mut out, "purpose", purpose);
    if let Some(label) = label {
        text(&mut out, "label", label);
    }
    text(&mut out, "value", said);
    text(&mut out, "format", format);
    out + "}"
}

fn resource(purpose: &str, source: &str, label: &str) -> String {
    let mut out = "{".to_owned();
    text(&mut out, "type", "SpecificResource");
    text(&mut out, "purpose", purpose);
    text(&mut out, "source", source);
    text_if(&mut out, "label", label);
    out + "}"
}

fn list(out: &mut String, name: &str, all: &[String]) {
    key(out, name);
    out.push('[');
    out.push_str(&all.join(","));
    out.push(']');
}
