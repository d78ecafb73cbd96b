//! Values that may name records of a file, and wait until all of it is read.

use super::Gathering;
use crate::formats::Severity;
use crate::model::{
    AnnotationId, AttributeId, AttributeType, AttributeValue, CERTAINTY, CUE, Certainty, DocumentId,
    EVIDENCE, Kind, LabelId, QUANTITY, RelationId, SPEAKERS, STANCE, Stance, TIME,
};
use crate::wire::STATEMENT;
use crate::words::gathered as words;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Whose attribute it is.
pub(in crate::formats) enum Of {
    Annotation(DocumentId, AnnotationId),
    Relation(RelationId),
}

/// Attributes that wait.
#[derive(Default)]
pub(in crate::formats) struct Later {
    /// What the ids in the file are here: of annotations, entities and articles. In any order, and many: none moves those
    /// behind it.
    ids: BTreeMap<String, String>,
    waiting: Vec<(Of, AttributeId, AttributeValue)>,
}

impl Later {
    /// Takes it that what a file calls `id` is this record here.
    pub(in crate::formats) fn know(&mut self, id: impl Into<String>, here: impl ToString) {
        self.ids.insert(id.into(), here.to_string());
    }

    /// The same, unless something is called so already: of two projects in one set that have the same ids.
    pub(in crate::formats) fn know_first(&mut self, id: impl Into<String>, here: impl ToString) {
        self.ids.entry(id.into()).or_insert_with(|| here.to_string());
    }

    /// Takes a value that is set once all is known.
    pub(in crate::formats) fn wait(&mut self, of: Of, key: AttributeId, value: AttributeValue) {
        self.waiting.push((of, key, value));
    }

    /// Sets the values. What names nothing here goes, which is said.
    pub(in crate::formats) fn settle(self, gathering: &mut Gathering) {
        for (of, key, value) in &self.waiting {
            let missing = Cell::new(false);
            let to = |id: &str| {
                let article = || gathering.has_document(id).then(|| id.to_owned());
                let found = self.ids.get(id).cloned().or_else(article);
                missing.set(missing.get() | found.is_none());
                found
            };
            let moved = gathering.moved(value, key, &to);
            if moved.is_none() || missing.get() {
                let found = words::no_such(key.as_str());
                gathering.at_path(key.to_string(), Severity::Note, found, "", words::record_left_out());
            }
            let Some(value) = moved else { continue };
            match of {
                Of::Annotation(document, id) => gathering.change(document, id, |own| {
                    own.attributes.insert(key.clone(), value);
                }),
                Of::Relation(id) => gathering.say_of_relation(id, key.clone(), value),
            }
        }
    }
}

impl Gathering {
    /// The attribute under which a value stands that came as JSON: that of a statement, which no schema has to have, or
    /// one of the label; texts are `texts`, free ones or choices.
    pub(in crate::formats) fn attribute_of(
        &mut self,
        label: &LabelId,
        name: &str,
        value: &AttributeValue,
        texts: AttributeType,
    ) -> AttributeId {
        let of_claims = self.schema.label(label).is_some_and(|own| own.kind == Kind::Claim);
        if is_of_statement(name, value, of_claims) {
            return AttributeId::new(name);
        }
        let (kind, choice) = match value {
            AttributeValue::Flag(_) => (AttributeType::Flag, None),
            AttributeValue::Number(_) => (AttributeType::Number, None),
            AttributeValue::Text(text) => {
                (texts, Some(text.as_str()).filter(|_| texts == AttributeType::Choice))
            }
            _ => (AttributeType::Quantity, None),
        };
        self.attribute(label, name, kind, choice)
    }

    /// The attribute of a label whose value names a record of this kind; the cue of a statement is in no schema.
    pub(in crate::formats) fn attribute_naming(
        &mut self,
        label: &LabelId,
        name: &str,
        kind: AttributeType,
    ) -> AttributeId {
        if name == CUE && kind == AttributeType::Annotation {
            return AttributeId::new(CUE);
        }
        self.attribute(label, name, kind, None)
    }
}

/// Whether a value is what Postil has under this key of a statement. A figure, a stance or a certainty may as well be of
/// somebody's own attribute with that name, except under a label of claims.
fn is_of_statement(key: &str, value: &AttributeValue, of_claims: bool) -> bool {
    match value {
        AttributeValue::Speakers(_) => key == SPEAKERS,
        AttributeValue::When(_) => key == TIME,
        AttributeValue::Evidence(_) => key == EVIDENCE,
        AttributeValue::Json(json) => of_claims && key == QUANTITY && (STATEMENT.quantity)(json).is_some(),
        AttributeValue::Text(word) if of_claims => {
            key == STANCE && Stance::of(word).is_some() || key == CERTAINTY && Certainty::of(word).is_some()
        }
        AttributeValue::Text(_) | AttributeValue::Flag(_) | AttributeValue::Number(_) => false,
    }
}
