//! Which records are written, for attributes whose values name some. What is not written is named nowhere: who reads the
//! file would look for it in vain.

use super::{Output, Reason};
use crate::model::{Annotation, AttributeId, AttributeValue, Project, Reference, Schema};
use crate::sorted::Set;

/// The records of a project that a format writes.
pub(super) struct Known<'a> {
    schema: &'a Schema,
    ids: Set<&'a str>,
}

impl<'a> Known<'a> {
    /// The articles, the annotations of which this holds, and the entities that they refer to.
    pub(super) fn of(project: &'a Project, written: fn(&Annotation) -> bool) -> Self {
        let articles = project.documents().map(|own| own.id.as_str());
        let marks = || project.all_annotations().filter(|own| written(own));
        let entities = marks().filter_map(|own| match &own.refers_to {
            Some(Reference::Entity(id)) => Some(id.as_str()),
            _ => None,
        });
        let ids = articles.chain(marks().map(|own| own.id.as_str())).chain(entities).collect();
        Self { schema: &project.schema, ids }
    }

    /// A value without what is not written, which is counted; `None` where nothing is left.
    pub(super) fn kept(
        &self,
        key: &AttributeId,
        value: &AttributeValue,
        out: &mut dyn Output,
    ) -> Option<AttributeValue> {
        let kept = value.moved(self.schema, key, &|id| self.ids.contains(&id).then(|| id.to_owned()));
        out.lost(Reason::Attributes, usize::from(kept.as_ref() != Some(value)));
        kept
    }
}
