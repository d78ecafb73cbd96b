//! What a statement says, edited in region *Annotation*: who speaks, the words that attribute it, its figure, its time
//! and what bears on it.
//!
//! `act` changes it, `pick` lets the next click on a mark say it, `show` has it in words.

mod act;
pub(in crate::app) mod pick;
mod show;

pub use act::{NAMING, StatementAct};
pub use pick::Picked;
pub use show::{EvidenceRow, Figures, SpeakerChoice};

use super::Session;
use crate::model::{
    Annotation, AnnotationId, Attribute, AttributeId, AttributeType, AttributeValue, CERTAINTIES, CERTAINTY,
    CUE, DocumentId, EVIDENCE, Evidence, QUANTITY, SPEAKERS, STANCE, STANCES, Schema, Speaker, TIME,
};
use crate::sorted::Set;
use crate::words::{read, statement as words};
use std::borrow::Cow;
use std::rc::Rc;

/// An attribute as the schema has it; one of statements also where the schema has none of this name.
pub(super) fn attribute_in<'a>(schema: &'a Schema, id: &AttributeId) -> Option<Cow<'a, Attribute>> {
    schema.attribute(id).map(Cow::Borrowed).or_else(|| built_in(id).map(Cow::Owned))
}

fn built_in(id: &AttributeId) -> Option<Attribute> {
    let (name, kind, values): (_, _, &[&str]) = match id.as_str() {
        STANCE => (words::stance(), AttributeType::Choice, STANCES),
        CERTAINTY => (words::certainty(), AttributeType::Choice, CERTAINTIES),
        QUANTITY => (words::quantity(), AttributeType::Quantity, &[]),
        TIME => (words::time(), AttributeType::Date, &[]),
        CUE => (words::cue(), AttributeType::Annotation, &[]),
        SPEAKERS => (read::speakers(), AttributeType::Text, &[]),
        EVIDENCE => (words::evidence(), AttributeType::Text, &[]),
        _ => return None,
    };
    Some(Attribute {
        id: id.clone(),
        name: name.to_owned(),
        kind,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        required: false,
        default: String::new(),
    })
}

/// Whether the time of statements is Postil's own here, and no attribute of the schema.
pub(super) fn is_own_time(schema: &Schema, id: &AttributeId) -> bool {
    id.as_str() == TIME && schema.attribute(id).is_none()
}

/// The chain of speakers of an annotation.
pub(super) fn chain_of(annotation: &Annotation) -> &[Speaker] {
    match annotation.attributes.get(SPEAKERS) {
        Some(AttributeValue::Speakers(chain)) => chain,
        _ => &[],
    }
}

/// The evidence of an annotation.
pub(super) fn evidence_of(annotation: &Annotation) -> &[Evidence] {
    match annotation.attributes.get(EVIDENCE) {
        Some(AttributeValue::Evidence(all)) => all,
        _ => &[],
    }
}

impl Session {
    /// An attribute of the schema, or one that every statement has.
    pub fn attribute(&self, id: &AttributeId) -> Option<Cow<'_, Attribute>> {
        attribute_in(&self.project.schema, id)
    }

    /// The attributes of a statement that are edited by their type, beside those that its label has.
    pub fn statement_attributes(&self, annotation: &Annotation) -> Vec<(AttributeId, super::Shared)> {
        let label = self.project.schema.label(&annotation.label);
        let keys = [STANCE, CERTAINTY, QUANTITY, TIME].map(AttributeId::new).into_iter();
        let lacks = |id: &AttributeId| label.is_none_or(|label| !label.attributes.contains(id));
        keys.filter(lacks)
            .map(|id| {
                let value = annotation.attributes.get(&id).cloned();
                (id, super::Shared::Same(value))
            })
            .collect()
    }

    /// An annotation of any article, looked for in this one first.
    pub fn anywhere(&self, first: &DocumentId, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        let project = &self.project;
        let others = || project.documents_by_id().find_map(|other| project.annotation(&other.id, id));
        project.annotation(first, id).or_else(others)
    }

    /// Whether one leads to another by what it names: its speakers, or its evidence. Each is looked at once, so a loop
    /// that came from a file ends.
    fn leads(&self, from: &Annotation, to: &AnnotationId, key: &str) -> bool {
        let key = AttributeId::new(key);
        let mut seen = Set::new();
        let mut open = vec![(from.document.clone(), from.id.clone())];
        while let Some((document, id)) = open.pop() {
            if id == *to {
                return true;
            }
            if seen.insert(id.clone())
                && let Some(annotation) = self.anywhere(&document, &id)
                && let Some(value) = annotation.attributes.get(&key)
            {
                value.named(&self.project.schema, &key, &mut |id| {
                    open.push((annotation.document.clone(), AnnotationId::new(id)));
                });
            }
        }
        false
    }
}
