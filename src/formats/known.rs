//! Which records are written, for attributes whose values name some. What is not written is named nowhere: who reads the
//! file would look for it in vain.

use super::{Output, Reason};
use crate::model::{Annotation, AttributeId, AttributeValue, Project, Reference};
use crate::sorted::Set;
use std::cell::OnceCell;

/// The records of a project that a format writes.
pub(super) struct Known<'a> {
    project: &'a Project,
    written: fn(&Annotation) -> bool,
    /// Looked up once a value names something: a project has very many, and most values name none.
    ids: OnceCell<Set<&'a str>>,
}

impl<'a> Known<'a> {
    /// The articles, the annotations of which this holds, and the entities that they refer to.
    pub(super) fn of(project: &'a Project, written: fn(&Annotation) -> bool) -> Self {
        Self { project, written, ids: OnceCell::new() }
    }

    fn ids(&self) -> &Set<&'a str> {
        self.ids.get_or_init(|| {
            let articles = self.project.documents().map(|own| own.id.as_str());
            let marks = || self.project.all_annotations().filter(|own| (self.written)(own));
            let entities = marks().filter_map(|own| match &own.refers_to {
                Some(Reference::Entity(id)) => Some(id.as_str()),
                _ => None,
            });
            articles.chain(marks().map(|own| own.id.as_str())).chain(entities).collect()
        })
    }

    /// A value without what is not written, which is counted; `None` where nothing is left.
    pub(super) fn kept(
        &self,
        key: &AttributeId,
        value: &AttributeValue,
        out: &mut dyn Output,
    ) -> Option<AttributeValue> {
        let kept =
            value.moved(&self.project.schema, key, &|id| self.ids().contains(&id).then(|| id.to_owned()));
        out.lost(Reason::Attributes, usize::from(kept.as_ref() != Some(value)));
        kept
    }
}
