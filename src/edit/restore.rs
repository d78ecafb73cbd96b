//! From one state of a project to another, in as few ops as it takes.

use super::{Builder, Op, ProjectField};
use crate::model::{Annotation, Document, Project};
use std::rc::Rc;

impl Builder<'_> {
    /// Makes the project as another state of it was: documents, annotations, registries, relations, name, schema,
    /// guidelines and the order of the matrix. The people stay, since whoever acted is among them.
    ///
    /// What differs is taken away and put in as it was, so that it is the same to the last field.
    pub fn restore(&mut self, target: &Project) -> &mut Self {
        let project = self.project;
        let kept = |document: &Rc<Document>| {
            project.document(&document.id).is_some_and(|now| Rc::ptr_eq(now, document) || now == document)
        };
        for relation in project.relations.values() {
            if target.relations.get(&relation.id) != Some(relation) {
                self.push(Op::SetRelation { from: Some(Box::new(relation.clone())), to: None });
            }
        }
        for document in project.documents() {
            let stays = target.document(&document.id).is_some_and(kept);
            for annotation in project.annotations(&document.id).into_iter().flat_map(|all| all.iter()) {
                if !stays || !holds(target, annotation) {
                    self.push(Op::RemoveAnnotation(annotation.clone()));
                }
            }
            if !stays {
                self.push(Op::RemoveDocument(document.clone()));
            }
        }
        if target.schema != project.schema {
            let from = ProjectField::Schema(project.schema.clone());
            self.push(Op::SetProject { from, to: ProjectField::Schema(target.schema.clone()) });
        }
        if target.guidelines != project.guidelines {
            let from = ProjectField::Guidelines(project.guidelines.clone());
            self.push(Op::SetProject { from, to: ProjectField::Guidelines(target.guidelines.clone()) });
        }
        if target.name != project.name {
            let from = ProjectField::Name(project.name.clone());
            self.push(Op::SetProject { from, to: ProjectField::Name(target.name.clone()) });
        }
        self.arrange((*target.matrix).clone());
        for document in target.documents() {
            let stays = kept(document);
            if !stays {
                self.push(Op::AddDocument(document.clone()));
            }
            for annotation in target.annotations(&document.id).into_iter().flat_map(|all| all.iter()) {
                if !stays || !holds(project, annotation) {
                    self.push(Op::AddAnnotation(annotation.clone()));
                }
            }
        }
        let ids = project
            .entities
            .keys()
            .chain(target.entities.keys().filter(|id| !project.entities.contains_key(*id)));
        for id in ids {
            let (from, to) = (project.entities.get(id), target.entities.get(id));
            if from != to {
                self.push(Op::SetEntity { from: from.cloned().map(Box::new), to: to.cloned().map(Box::new) });
            }
        }
        let ids =
            project.claims.keys().chain(target.claims.keys().filter(|id| !project.claims.contains_key(*id)));
        for id in ids {
            let (from, to) = (project.claims.get(id), target.claims.get(id));
            if from != to {
                self.push(Op::SetClaim { from: from.cloned().map(Box::new), to: to.cloned().map(Box::new) });
            }
        }
        for relation in target.relations.values() {
            if project.relations.get(&relation.id) != Some(relation) {
                self.push(Op::SetRelation { from: None, to: Some(Box::new(relation.clone())) });
            }
        }
        self
    }
}

/// Whether a project has an annotation just like this one.
fn holds(project: &Project, annotation: &Rc<Annotation>) -> bool {
    project
        .annotation(&annotation.document, &annotation.id)
        .is_some_and(|there| Rc::ptr_eq(there, annotation) || there == annotation)
}
