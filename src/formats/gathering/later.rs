//! Values that may name records of a file, and wait until all of it is read.

use super::Gathering;
use crate::formats::Severity;
use crate::model::{
    AnnotationId, AttributeId, AttributeType, AttributeValue, DocumentId, EVIDENCE, LabelId, QUANTITY,
    RelationId, SPEAKERS, TIME,
};
use crate::wire::STATEMENT;
use crate::words::gathered as words;
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

    /// Takes a value that is set once all is known.
    pub(in crate::formats) fn wait(&mut self, of: Of, key: AttributeId, value: AttributeValue) {
        self.waiting.push((of, key, value));
    }

    /// Sets the values. What names nothing here goes, which is said.
    pub(in crate::formats) fn settle(self, gathering: &mut Gathering) {
        for (of, key, value) in &self.waiting {
            let article = |id: &str| gathering.has_document(id).then(|| id.to_owned());
            let to = |id: &str| self.ids.get(id).cloned().or_else(|| article(id));
            let Some(value) = gathering.moved(value, key, &to) else {
                let found = words::no_such(key.as_str());
                gathering.at_path(key.to_string(), Severity::Note, found, "", words::record_left_out());
                continue;
            };
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
    /// one of the label.
    pub(in crate::formats) fn attribute_of(
        &mut self,
        label: &LabelId,
        name: &str,
        value: &AttributeValue,
    ) -> AttributeId {
        if is_of_statement(name, value) {
            return AttributeId::new(name);
        }
        let kind = match value {
            AttributeValue::Flag(_) => AttributeType::Flag,
            AttributeValue::Number(_) => AttributeType::Number,
            AttributeValue::Text(_) => AttributeType::Text,
            _ => AttributeType::Quantity,
        };
        self.attribute(label, name, kind, None)
    }
}

/// Whether a value is what Postil has under this key of a statement.
fn is_of_statement(key: &str, value: &AttributeValue) -> bool {
    match value {
        AttributeValue::Speakers(_) => key == SPEAKERS,
        AttributeValue::When(_) => key == TIME,
        AttributeValue::Evidence(_) => key == EVIDENCE,
        AttributeValue::Json(json) => key == QUANTITY && (STATEMENT.quantity)(json).is_some(),
        AttributeValue::Text(_) | AttributeValue::Flag(_) | AttributeValue::Number(_) => false,
    }
}
