//! How often labels, attributes and relation types are used.

use super::super::Session;
use crate::model::{AttributeId, LabelId, RelationTypeId};
use crate::sorted::Map;
use std::rc::Rc;

/// How often each is used in the project; what is not used is not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    labels: Map<LabelId, usize>,
    entities: Map<LabelId, usize>,
    attributes: Map<(LabelId, AttributeId), usize>,
    relations: Map<RelationTypeId, usize>,
}

impl Uses {
    /// Annotations and whole documents with a label.
    pub fn label(&self, id: &LabelId) -> usize {
        self.labels.get(id).copied().unwrap_or_default()
    }

    /// Entities with a label.
    pub fn entities(&self, id: &LabelId) -> usize {
        self.entities.get(id).copied().unwrap_or_default()
    }

    /// Values of an attribute on annotations with a label.
    pub fn attribute(&self, label: &LabelId, id: &AttributeId) -> usize {
        self.attributes.get(&(label.clone(), id.clone())).copied().unwrap_or_default()
    }

    /// Relations of a type.
    pub fn relation(&self, id: &RelationTypeId) -> usize {
        self.relations.get(id).copied().unwrap_or_default()
    }
}

impl Session {
    /// How often labels and attributes are used; counted anew only after the project changed.
    pub fn uses(&self) -> Rc<Uses> {
        let mut kept = self.kept.uses.borrow_mut();
        if let Some((counter, uses)) = &*kept
            && *counter == self.counter
        {
            return uses.clone();
        }
        let mut uses = Uses::default();
        for annotation in self.project.all_annotations() {
            *uses.labels.get_or_insert_with(annotation.label.clone(), || 0) += 1;
            for id in annotation.attributes.keys() {
                *uses.attributes.get_or_insert_with((annotation.label.clone(), id.clone()), || 0) += 1;
            }
        }
        for own in self.project.documents().flat_map(|document| &document.labels) {
            *uses.labels.get_or_insert_with(own.label.clone(), || 0) += 1;
        }
        for entity in self.project.entities.values() {
            *uses.entities.get_or_insert_with(entity.label.clone(), || 0) += 1;
        }
        for relation in self.project.relations.values() {
            *uses.relations.get_or_insert_with(relation.kind.clone(), || 0) += 1;
        }
        kept.insert((self.counter, Rc::new(uses))).1.clone()
    }
}
