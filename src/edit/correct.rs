//! Another text for a document, with its annotations.

use super::{Builder, Op};
use crate::model::{Annotation, AnnotationId, Document, Fragments};
use crate::sorted::Map;
use std::rc::Rc;

impl Builder<'_> {
    /// Puts a document with another text in the place of the one with its id. Annotations go where `places` says; those
    /// that it does not name are deleted, with what cannot stand without them.
    ///
    /// The document and what stays of its annotations are taken away and put in as they are to be, so that an undo brings
    /// the old text back with each of them as it was.
    pub fn correct(&mut self, document: Document, places: &Map<AnnotationId, Fragments>) -> &mut Self {
        let project = self.project;
        let id = document.id.clone();
        let (Some(before), Some(all)) = (project.document(&id), project.annotations(&id)) else {
            return self;
        };
        let gone = all.iter().map(|annotation| &annotation.id).filter(|own| !places.contains_key(*own));
        self.remove_annotations(&id, &gone.cloned().collect::<Vec<_>>());
        let stay = all.iter().filter_map(|annotation| {
            Some((self.current(&id, &annotation.id)?, places.get(&annotation.id)?.clone()))
        });
        let stay: Vec<(Rc<Annotation>, Fragments)> = stay.collect();
        for (annotation, _) in &stay {
            self.push(Op::RemoveAnnotation(annotation.clone()));
        }
        self.push(Op::RemoveDocument(before.clone()));
        self.push(Op::AddDocument(Rc::new(Document { order: before.order, ..document })));
        for (mut annotation, fragments) in stay {
            Rc::make_mut(&mut annotation).fragments = fragments;
            self.touch(annotation.clone());
            self.push(Op::AddAnnotation(annotation));
        }
        self
    }
}
