//! `config.xml`: what may be marked, as the controls of a labelling interface.

use crate::formats::members::is_common;
use crate::formats::naming::{Names, apart};
use crate::model::{
    Annotation, AttributeId, AttributeType, AttributeValue, LabelId, Project, RelationTypeId,
    names_annotation,
};
use crate::sorted::{Map, Set};
use crate::wire::json::to_string;
use std::fmt::Write as _;

/// The control of labels.
pub(super) const LABEL: &str = "label";
/// The text, and the key in the data of a task where it stands.
pub(super) const TEXT: &str = "text";
/// The control of labels of the whole text.
pub(super) const DOCUMENT: &str = "document";
/// The control that says that somebody is unsure.
pub(super) const UNSURE: &str = "unsure";
/// The controls of what is referred to.
pub(super) const ENTITY: &str = "entity";
pub(super) const CLAIM: &str = "claim";
/// The relation that ties fragments together.
pub(super) const SAME: &str = "same-span";

/// How an attribute is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// `Choices`: one of its values, or `true` and `false`.
    Choices,
    /// `Number`.
    Number,
    /// `TextArea`, with the text.
    Text,
    /// `TextArea`, with JSON.
    Json,
}

/// The control of an attribute.
pub(super) struct Control {
    pub(super) name: String,
    pub(super) asks: Asks,
    /// What may be chosen.
    values: Vec<String>,
    /// The type that the schema gives it, for the way back.
    kind: String,
    required: bool,
    /// Labels that have it; empty for all.
    labels: Vec<String>,
}

/// What the interface of a project has.
pub(super) struct Config {
    pub(super) labels: Names<LabelId>,
    pub(super) relations: Names<RelationTypeId>,
    pub(super) controls: Map<AttributeId, Control>,
    /// In the order of the schema; the ids of labels that it does not have stand behind.
    order: Vec<LabelId>,
    /// Labels of whole articles.
    documents: Vec<String>,
    /// Whether anything is unsure, an entity, a claim.
    said: [bool; 3],
    kinds: Map<String, String>,
    /// Types of relations, in the order of the schema.
    types: Vec<RelationTypeId>,
}

impl Config {
    /// Of what is in the schema, and of what these annotations have beside it.
    pub(super) fn of(project: &Project, annotations: &[&Annotation]) -> Self {
        let schema = &project.schema;
        let known = |id: &&LabelId| schema.label(id).is_none();
        let used: Set<&LabelId> = annotations.iter().map(|own| &own.label).filter(known).collect();
        let order: Vec<LabelId> =
            schema.labels.iter().map(|own| &own.id).chain(used.iter().copied()).cloned().collect();
        let name = |id: &LabelId| schema.label(id).map_or("", |label| label.name.as_str());
        let rows = order.iter().map(|id| (id, id.as_str(), name(id)));
        let labels = Names::of(rows, fit, &mut Set::new());
        let mut taken = [SAME.to_owned()].into_iter().collect();
        // Relations may be of types that the schema does not have.
        let kinds = schema.relation_types.iter().map(|own| &own.id);
        let others = project.relations.values().map(|own| &own.kind);
        let mut seen = Set::new();
        let kinds: Vec<_> = kinds.chain(others).filter(|id| seen.insert((*id).clone())).cloned().collect();
        let shown = |id: &RelationTypeId| schema.relation_type(id).map_or("", |own| own.name.as_str());
        let rows = kinds.iter().map(|id| (id, id.as_str(), shown(id)));
        let relations = Names::of(rows, fit, &mut taken);
        let whole: Set<&LabelId> =
            project.documents().flat_map(|own| own.labels.iter().map(|own| &own.label)).collect();
        let documents = whole.iter().filter_map(|id| labels.get(id)).map(str::to_owned).collect();
        let of_labels = schema.labels.iter().filter_map(|own| {
            let kind = to_string(&own.kind).trim_matches('"').to_owned();
            Some((labels.get(&own.id)?.to_owned(), kind))
        });
        let refers = |entity| annotations.iter().any(|own| control_of(own) == Some(entity));
        Self {
            controls: controls(project, annotations, &labels),
            said: [annotations.iter().any(|own| own.unsure), refers(ENTITY), refers(CLAIM)],
            kinds: of_labels.collect(),
            types: kinds,
            labels,
            relations,
            order,
            documents,
        }
    }

    /// The file.
    pub(super) fn xml(&self) -> String {
        let mut xml = "<View>\n".to_owned();
        if !self.order.is_empty() {
            let _ = writeln!(xml, "  <Labels name=\"{LABEL}\" toName=\"{TEXT}\">");
            for name in self.order.iter().filter_map(|id| self.labels.get(id)) {
                let kind = self.kinds.get(name).map(|kind| format!(" postil=\"{kind}\"")).unwrap_or_default();
                let _ = writeln!(xml, "    <Label value=\"{}\"{kind}/>", escaped(name));
            }
            xml.push_str("  </Labels>\n");
        }
        let _ = writeln!(xml, "  <Text name=\"{TEXT}\" value=\"${TEXT}\"/>");
        xml.push_str("  <Relations>\n");
        let kinds = self.types.iter().filter_map(|id| self.relations.get(id));
        for name in kinds.chain([SAME]) {
            let _ = writeln!(xml, "    <Relation value=\"{}\"/>", escaped(name));
        }
        xml.push_str("  </Relations>\n");
        for control in self.controls.values() {
            control.write(&mut xml);
        }
        let per_region = format!("toName=\"{TEXT}\" perRegion=\"true\"");
        if self.said[0] {
            let _ = writeln!(
                xml,
                "  <Choices name=\"{UNSURE}\" {per_region}><Choice value=\"{UNSURE}\"/></Choices>"
            );
        }
        for (name, said) in [(ENTITY, self.said[1]), (CLAIM, self.said[2])] {
            if said {
                let _ = writeln!(xml, "  <TextArea name=\"{name}\" {per_region}/>");
            }
        }
        if !self.documents.is_empty() {
            let _ = writeln!(xml, "  <Choices name=\"{DOCUMENT}\" toName=\"{TEXT}\" choice=\"multiple\">");
            choices(&self.documents, &mut xml);
            xml.push_str("  </Choices>\n");
        }
        xml.push_str("</View>\n");
        xml
    }
}

/// The control that says what an annotation refers to.
pub(super) fn control_of(annotation: &Annotation) -> Option<&'static str> {
    use crate::model::Reference::{Claim, Entity, Nil};
    annotation.refers_to.as_ref().map(|to| match to {
        Entity(_) | Nil(_) => ENTITY,
        Claim(_) => CLAIM,
    })
}

/// The controls of the attributes that annotations or the schema have.
fn controls(
    project: &Project,
    annotations: &[&Annotation],
    labels: &Names<LabelId>,
) -> Map<AttributeId, Control> {
    let mut used: Map<&AttributeId, Vec<&AttributeValue>> = Map::new();
    let schema = &project.schema;
    schema.attributes.iter().for_each(|own| {
        used.get_or_insert_with(&own.id, Vec::new);
    });
    for (id, value) in annotations.iter().flat_map(|own| &own.attributes) {
        used.get_or_insert_with(id, Vec::new).push(value);
    }
    let mut taken: Set<String> =
        [LABEL, TEXT, DOCUMENT, UNSURE, ENTITY, CLAIM].map(str::to_owned).into_iter().collect();
    let control = |(id, all): (&&AttributeId, &Vec<&AttributeValue>)| {
        let own = schema.attribute(id);
        let name = [own.map_or("", |own| own.name.as_str()), id.as_str()].map(fit);
        let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| "x".to_owned());
        let (asks, values) = asks(own.map(|own| own.kind), own.map_or(&[][..], |own| &own.values), all);
        let has = |label: &&crate::model::Label| label.attributes.contains(id);
        let names = schema.labels.iter().filter(has).filter_map(|own| labels.get(&own.id));
        let names: Vec<String> = names.map(str::to_owned).collect();
        // A comma parts the names that a control is shown for; and a label may have an attribute that is none of its own.
        let own_alone = names.iter().all(|name| !name.contains(','))
            && annotations.iter().filter(|one| one.attributes.contains_key(*id)).all(|one| {
                labels.get(&one.label).is_some_and(|label| names.iter().any(|name| name == label))
            });
        let control = Control {
            name: apart(name, " ", &mut taken),
            asks,
            values,
            kind: match own {
                None if names_annotation(schema, id) => "annotation".to_owned(),
                _ => own.map(|own| to_string(&own.kind).trim_matches('"').to_owned()).unwrap_or_default(),
            },
            required: own.is_some_and(|own| own.required),
            labels: if own_alone { names } else { Vec::new() },
        };
        ((*id).clone(), control)
    };
    used.iter().map(control).collect()
}

/// How an attribute with these values is asked for, and what may be chosen.
fn asks(kind: Option<AttributeType>, own: &[String], used: &[&AttributeValue]) -> (Asks, Vec<String>) {
    use AttributeValue::{Flag, Number, Text};
    let flags = used.iter().all(|value| matches!(value, Flag(_)));
    let texts = used.iter().all(|value| matches!(value, Text(_)));
    let numbers = used.iter().all(|value| matches!(value, Number(own) if is_common(&own.to_string())));
    let nothing = used.is_empty();
    match kind {
        Some(AttributeType::Flag) if flags => (Asks::Choices, vec!["true".to_owned(), "false".to_owned()]),
        None if flags && !nothing => (Asks::Choices, vec!["true".to_owned(), "false".to_owned()]),
        Some(AttributeType::Number) if numbers => (Asks::Number, Vec::new()),
        None if numbers && !nothing => (Asks::Number, Vec::new()),
        Some(AttributeType::Choice) if texts => {
            let mut values: Vec<String> = own.to_vec();
            let chosen = used.iter().filter_map(|value| match value {
                Text(text) => Some(text.clone()),
                _ => None,
            });
            values.extend(chosen);
            let mut seen = Set::new();
            values.retain(|value| seen.insert(value.clone()));
            let plain = values.iter().all(|value| !value.is_empty() && fit(value) == *value);
            if plain && !values.is_empty() { (Asks::Choices, values) } else { (Asks::Text, Vec::new()) }
        }
        Some(AttributeType::Quantity) | None if nothing => (Asks::Json, Vec::new()),
        _ if texts => (Asks::Text, Vec::new()),
        _ => (Asks::Json, Vec::new()),
    }
}

impl Control {
    fn write(&self, xml: &mut String) {
        let tag = match self.asks {
            Asks::Choices => "Choices",
            Asks::Number => "Number",
            Asks::Text | Asks::Json => "TextArea",
        };
        let _ = write!(xml, "  <{tag} name=\"{}\" toName=\"{TEXT}\" perRegion=\"true\"", escaped(&self.name));
        if !self.labels.is_empty() {
            let _ = write!(
                xml,
                " whenTagName=\"{LABEL}\" whenLabelValue=\"{}\"",
                escaped(&self.labels.join(","))
            );
        }
        if self.required {
            xml.push_str(" required=\"true\"");
        }
        let kind = if self.asks == Asks::Json { "json" } else { &self.kind };
        if !kind.is_empty() {
            let _ = write!(xml, " postil=\"{kind}\"");
        }
        if self.asks == Asks::Choices {
            let _ = writeln!(xml, " choice=\"single\">");
            choices(&self.values, xml);
            let _ = writeln!(xml, "  </{tag}>");
        } else {
            xml.push_str("/>\n");
        }
    }
}

fn choices(values: &[String], xml: &mut String) {
    for value in values {
        let _ = writeln!(xml, "    <Choice value=\"{}\"/>", escaped(value));
    }
}

/// A name in one line, of characters that XML can hold. With `$` it would be taken for a key of the data.
fn fit(name: &str) -> String {
    let held = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let words: String = name.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).fold(
        String::new(),
        |mut all, word| {
            if !all.is_empty() {
                all.push(' ');
            }
            all.extend(word.chars().filter(held));
            all
        },
    );
    words.trim_start_matches('$').trim().to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_an_attribute_of_xml_can_hold() {
        for (name, expected) in [
            ("Person", "Person"),
            ("  two\n words ", "two words"),
            ("$text", "text"),
            ("a\u{1}b", "ab"),
            ("\u{2028}", ""),
        ] {
            assert_eq!(fit(name), expected);
        }
        assert_eq!(escaped("<\"a\" & b>"), "&lt;&quot;a&quot; &amp; b&gt;");
    }

    #[test]
    fn what_fits_no_choice_is_written_as_a_text() {
        let text = |text: &str| AttributeValue::Text(text.to_owned());
        let values = [text("calm"), text("two  words"), AttributeValue::Flag(true)];
        let own = ["loud".to_owned()];
        let of = |kind, used: &[&AttributeValue]| asks(kind, &own, used);
        let choice = Some(AttributeType::Choice);
        assert_eq!(of(choice, &[&values[0]]), (Asks::Choices, vec!["loud".to_owned(), "calm".to_owned()]));
        assert_eq!(of(choice, &[&values[1]]).0, Asks::Text);
        assert_eq!(of(choice, &[&values[2]]).0, Asks::Json);
        assert_eq!(of(None, &[&values[2]]).0, Asks::Choices);
        assert_eq!(of(Some(AttributeType::Date), &[]).0, Asks::Text);
    }
}
