//! What a change of the schema means for what is marked already. The annotations come first, the schema after them: so
//! no op meets a label that is not there, forwards or backwards.

use super::{AnnotationField, Builder, DocumentField, Op, ProjectField};
use crate::model::{
    AnnotationId, AttributeId, AttributeType, AttributeValue, DocumentId, DocumentLabel, LabelId, Relation,
    RelationTypeId, Schema,
};
use crate::sorted::Set;
use std::rc::Rc;

impl<'a> Builder<'a> {
    /// Gives what has one label another: annotations, whole documents, entities.
    pub fn move_label(&mut self, from: &LabelId, to: &LabelId) -> &mut Self {
        for (document, id) in self.labelled(from) {
            self.set(document, id, AnnotationField::Label(to.clone()));
        }
        self.change_document_labels(|labels| {
            let known = labels.iter().any(|own| own.label == *to);
            labels.retain(|own| own.label != *from || !known);
            labels.iter_mut().filter(|own| own.label == *from).for_each(|own| own.label = to.clone());
        });
        for entity in self.project.entities.values().filter(|entity| entity.label == *from) {
            let mut moved = entity.clone();
            moved.label = to.clone();
            let (from, to) = (Some(Box::new(entity.clone())), Some(Box::new(moved)));
            self.draft.ops.push(Op::SetEntity { from, to });
        }
        self
    }

    /// Deletes what has a label, annotations and labels of whole documents. Entities with it must have been moved.
    pub fn delete_labelled(&mut self, label: &LabelId) -> &mut Self {
        let all = self.labelled(label);
        self.remove(&all);
        self.change_document_labels(|labels| labels.retain(|own| own.label != *label));
        self
    }

    fn labelled(&self, label: &LabelId) -> Vec<(&'a DocumentId, &'a AnnotationId)> {
        let all = self.project.all_annotations().filter(|annotation| annotation.label == *label);
        all.map(|annotation| (&annotation.document, &annotation.id)).collect()
    }

    fn change_document_labels(&mut self, change: impl Fn(&mut Vec<DocumentLabel>)) {
        for document in self.project.documents() {
            let mut labels = document.labels.clone();
            change(&mut labels);
            self.set_document_labels(&document.id, labels);
        }
    }

    /// Puts other labels in the place of those that a document has as a whole.
    pub fn set_document_labels(&mut self, id: &DocumentId, labels: Vec<DocumentLabel>) -> &mut Self {
        if let Some(document) = self.project.document(id)
            && document.labels != labels
        {
            let (from, to) = (document.labels.clone(), labels);
            let (from, to) = (DocumentField::Labels(from), DocumentField::Labels(to));
            self.draft.ops.push(Op::SetDocument { id: id.clone(), from, to });
        }
        self
    }

    /// Sets an attribute, or takes it off, on every annotation for which `change` gives another value; only those with
    /// one of these labels, where any are given.
    pub fn change_values(
        &mut self,
        attribute: &AttributeId,
        labels: Option<&Set<LabelId>>,
        change: impl Fn(&AttributeValue) -> Option<AttributeValue>,
    ) -> &mut Self {
        let project = self.project;
        for annotation in project.all_annotations() {
            // As it is by now in this transaction.
            let annotation = &self.draft.touched.get(&annotation.id).unwrap_or(annotation).clone();
            if let Some(value) = annotation.attributes.get(attribute)
                && labels.is_none_or(|labels| labels.contains(&annotation.label))
            {
                let field = AnnotationField::Attribute(attribute.clone(), change(value));
                self.set(&annotation.document, &annotation.id, field);
            }
        }
        self
    }

    /// Gives a role another name in every relation of a type.
    pub fn rename_role(&mut self, kind: &RelationTypeId, old: &str, new: &str) -> &mut Self {
        let project = self.project;
        for id in project.relations.keys() {
            let named = |relation: &&Relation| {
                relation.kind == *kind && relation.arguments.iter().any(|end| end.role == old)
            };
            let Some(mut relation) = self.relation(id).filter(named).cloned() else { continue };
            for end in relation.arguments.iter_mut().filter(|end| end.role == old) {
                new.clone_into(&mut end.role);
            }
            self.set_relation(relation);
        }
        self
    }

    /// Puts another schema in the place of the project's. Values that the new type of their attribute does not take are
    /// taken off. Every label in use must be in it.
    pub fn set_schema(&mut self, schema: Schema) -> &mut Self {
        let before = self.project.schema.clone();
        if schema == *before {
            return self;
        }
        for attribute in &schema.attributes {
            let old = before.attribute(&attribute.id).map(|old| old.kind);
            if old.is_none() && attribute.kind == AttributeType::Annotation {
                // What another attribute of this id left behind names no annotation.
                self.change_values(&attribute.id, None, |_| None);
            }
            if let Some(old) = old.filter(|old| *old != attribute.kind) {
                let kept = |value: &AttributeValue| attribute.kind.takes(old, value).then(|| value.clone());
                self.change_values(&attribute.id, None, kept);
            }
        }
        let to = ProjectField::Schema(Rc::new(schema));
        self.draft.ops.push(Op::SetProject { from: ProjectField::Schema(before), to });
        self
    }

    /// Writes the guidelines.
    pub fn set_guidelines(&mut self, text: String) -> &mut Self {
        if text != self.project.guidelines {
            let from = ProjectField::Guidelines(self.project.guidelines.clone());
            self.draft.ops.push(Op::SetProject { from, to: ProjectField::Guidelines(text) });
        }
        self
    }
}
