//! What is marked in a text, as the regions and relations of a result.

use super::config::{Asks, Config, DOCUMENT, LABEL, SAME, TEXT, UNSURE, control_of};
use super::{Group, has_more, score};
use crate::formats::known::Known;
use crate::formats::members::{text, value};
use crate::formats::naming::apart;
use crate::formats::write::by_role;
use crate::formats::{Output, Reason};
use crate::model::{Annotation, AttributeValue, Document, How, Project, Reference, Relation};
use crate::sorted::{Map, Set};
use crate::text::Span;
use crate::wire::json::{key, text as quoted};
use crate::wire::{attribute_json, format_time};

/// What ids of the project's registries stand in, as in files of brat.
pub(super) const OWN: &str = "Postil";

/// The regions of a task. No two have one id, except what is said of one region.
pub(super) struct Regions<'a, 'p> {
    document: &'a Document,
    project: &'a Project,
    config: &'a Config,
    known: &'a Known<'p>,
    taken: Set<String>,
}

/// Where a region is: nowhere, for the whole text.
type Place<'a> = Option<(&'a Document, Span)>;

impl<'a, 'p> Regions<'a, 'p> {
    pub(super) fn of(
        document: &'a Document,
        project: &'a Project,
        config: &'a Config,
        known: &'a Known<'p>,
    ) -> Self {
        let all = project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
        Self { document, project, config, known, taken: all.map(|own| own.id.to_string()).collect() }
    }

    /// Writes those of one person or rule, and takes the relations between them out of those that are left.
    pub(super) fn write(
        &mut self,
        out: &mut String,
        group: &Group<'_>,
        left: &mut Vec<&Relation>,
        output: &mut dyn Output,
    ) {
        let mut results = Vec::new();
        let mut links = Vec::new();
        let mut written: Map<&str, ()> = Map::new();
        for annotation in &group.annotations {
            written.insert(annotation.id.as_str(), ());
            let mut last = annotation.id.to_string();
            for (n, &span) in annotation.fragments.spans().iter().enumerate() {
                let id = match n {
                    0 => last.clone(),
                    _ => apart(format!("{}-{}", annotation.id, n + 1), "-", &mut self.taken),
                };
                results.push(self.marked(annotation, &id, span, n == 0));
                if n == 0 {
                    self.said(annotation, span, &mut results, output);
                } else {
                    links.push(link(&last, &id, "bi", SAME));
                }
                last = id;
            }
            output.lost(Reason::Origins, usize::from(has_more(annotation)));
        }
        self.whole(group, &mut results, output);
        left.retain(|relation| {
            let ends = by_role(self.project, relation);
            let [from, to] = ends[..] else { return true };
            if !(written.contains_key(from) && written.contains_key(to)) {
                return true;
            }
            let name = self.config.relations.get(&relation.kind).unwrap_or(relation.kind.as_str());
            links.push(link(from, to, if relation.symmetric { "bi" } else { "right" }, name));
            let beside = relation.attributes.len() + usize::from(relation.trigger.is_some());
            output.lost(Reason::Attributes, beside);
            false
        });
        results.append(&mut links);
        key(out, "result");
        out.push('[');
        out.push_str(&results.join(","));
        out.push(']');
    }

    /// A fragment; the first one says what is known of the whole.
    fn marked(&self, annotation: &Annotation, id: &str, span: Span, first: bool) -> String {
        let label = self.config.labels.get(&annotation.label).unwrap_or(annotation.label.as_str());
        let mut out = begun(id, LABEL, "labels", Some((self.document, span)));
        value(&mut out, "labels", &vec![label.to_owned()]);
        out.push('}');
        if !first {
            out.push('}');
            return out;
        }
        let origin = &annotation.origin;
        let suggested = origin.how == How::Suggested;
        text(&mut out, "origin", if suggested { "prediction" } else { "manual" });
        if let Some(score) = score(annotation) {
            value(&mut out, "score", score);
        }
        key(&mut out, "meta");
        out.push('{');
        if !annotation.note.is_empty() {
            value(&mut out, "text", &vec![annotation.note.clone()]);
        }
        text(&mut out, "created_at", &format_time(origin.created));
        if let Some(modified) = origin.modified {
            text(&mut out, "updated_at", &format_time(modified));
        }
        out.push_str("}}");
        out
    }

    /// What is said of a region: attributes, what it refers to, that somebody is unsure.
    fn said(&self, annotation: &Annotation, span: Span, results: &mut Vec<String>, output: &mut dyn Output) {
        let place = Some((self.document, span));
        let id = annotation.id.as_str();
        for (attribute, own) in &annotation.attributes {
            let Some(control) = self.config.controls.get(attribute) else {
                output.lost(Reason::Attributes, 1);
                continue;
            };
            let Some(own) = self.known.kept(attribute, own, output) else { continue };
            results.push(match (control.asks, &own) {
                (Asks::Choices, AttributeValue::Text(chosen)) => {
                    texts(begun(id, &control.name, "choices", place), "choices", &[chosen])
                }
                (Asks::Choices, AttributeValue::Flag(flag)) => {
                    let word = if *flag { "true" } else { "false" };
                    texts(begun(id, &control.name, "choices", place), "choices", &[word])
                }
                (Asks::Number, AttributeValue::Number(number)) => {
                    let mut out = begun(id, &control.name, "number", place);
                    value(&mut out, "number", number);
                    out + "}}"
                }
                (Asks::Text, AttributeValue::Text(own)) => area(id, &control.name, place, &[own]),
                (_, other) => area(id, &control.name, place, &[&attribute_json(other).0]),
            });
        }
        if let (Some(name), Some(to)) = (control_of(annotation), &annotation.refers_to) {
            let said = self.referred(to);
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            results.push(area(id, name, place, &said));
        }
        if annotation.unsure {
            results.push(texts(begun(id, UNSURE, "choices", place), "choices", &[UNSURE]));
        }
    }

    /// What is referred to: its id and name, and its ids elsewhere.
    fn referred(&self, to: &Reference) -> Vec<String> {
        let fit = |text: &str| text.split_whitespace().collect::<Vec<_>>().join("_");
        let own = |id: &str, name: &str| format!("{OWN}:{} {name}", fit(id)).trim_end().to_owned();
        match to {
            Reference::Nil(_) => vec![own("NIL", "")],
            Reference::Claim(id) => {
                vec![own(id.as_str(), self.project.claims.get(id).map_or("", |claim| &claim.text))]
            }
            Reference::Entity(id) => {
                let entity = self.project.entities.get(id);
                let ids = entity.map_or(&[][..], |entity| &entity.ids);
                let ids = ids
                    .iter()
                    .map(|other| format!("{}:{}", fit(&other.scheme).replace(':', "_"), fit(&other.id)));
                let first = own(id.as_str(), entity.map_or("", |entity| &entity.name));
                std::iter::once(first).chain(ids).collect()
            }
        }
    }

    /// Labels of the whole text.
    fn whole(&mut self, group: &Group<'_>, results: &mut Vec<String>, output: &mut dyn Output) {
        let names: Vec<&str> =
            group.labels.iter().filter_map(|own| self.config.labels.get(&own.label)).collect();
        output.lost(Reason::DocumentLabels, group.labels.len() - names.len());
        if !names.is_empty() {
            let id = apart(DOCUMENT.to_owned(), "-", &mut self.taken);
            results.push(texts(begun(&id, DOCUMENT, "choices", None), "choices", &names));
        }
    }
}

/// A region up to what its value says beside the place.
fn begun(id: &str, control: &str, kind: &str, place: Place<'_>) -> String {
    let mut out = "{".to_owned();
    text(&mut out, "id", id);
    text(&mut out, "from_name", control);
    text(&mut out, "to_name", TEXT);
    text(&mut out, "type", kind);
    key(&mut out, "value");
    out.push('{');
    if let Some((document, span)) = place {
        let (start, end) = document.text.code_points(span);
        value(&mut out, "start", &start.0);
        value(&mut out, "end", &end.0);
        if kind != "textarea" {
            text(&mut out, "text", document.text.slice(span));
        }
    }
    out
}

/// A list of texts.
fn list(out: &mut String, name: &str, all: &[&str]) {
    key(out, name);
    out.push('[');
    for (n, one) in all.iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        quoted(out, one);
    }
    out.push(']');
}

/// A list of texts, and the end of the region.
fn texts(mut out: String, name: &str, all: &[&str]) -> String {
    list(&mut out, name, all);
    out + "}}"
}

/// A text area, whose `text` is what was typed into it and not what is marked.
fn area(id: &str, control: &str, place: Place<'_>, all: &[&str]) -> String {
    texts(begun(id, control, "textarea", place), "text", all)
}

fn link(from: &str, to: &str, direction: &str, name: &str) -> String {
    let mut out = "{".to_owned();
    text(&mut out, "type", "relation");
    text(&mut out, "from_id", from);
    text(&mut out, "to_id", to);
    text(&mut out, "direction", direction);
    list(&mut out, "labels", &[name]);
    out + "}"
}
