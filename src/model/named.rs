//! What the value of an attribute names: annotations that must be there as long as it does.

use super::{
    AnnotationId, AttributeId, AttributeType, AttributeValue, CUE, DocumentId, EntityId, Schema, Speaker,
};

/// Whether a text under this key is the id of an annotation: the schema says so, or it is the cue of a statement and the
/// schema says nothing else.
pub fn names_annotation(schema: &Schema, key: &AttributeId) -> bool {
    match schema.attribute(key) {
        Some(attribute) => attribute.kind == AttributeType::Annotation,
        None => key.as_str() == CUE,
    }
}

impl AttributeValue {
    /// Hands over the id of each annotation that it names.
    pub fn named<'a>(&'a self, schema: &Schema, key: &AttributeId, each: &mut dyn FnMut(&'a str)) {
        match self {
            Self::Text(id) if names_annotation(schema, key) => each(id),
            Self::Speakers(chain) => chain.iter().for_each(|speaker| {
                if let Speaker::Annotation(id) = speaker {
                    each(id.as_str());
                }
            }),
            Self::When(when) => when.annotation.iter().for_each(|id| each(id.as_str())),
            Self::Evidence(all) => {
                all.iter().flat_map(|evidence| &evidence.annotations).for_each(|id| each(id.as_str()));
            }
            _ => {}
        }
    }

    /// Whether it names one of these.
    pub fn names(&self, schema: &Schema, key: &AttributeId, gone: &dyn Fn(&str) -> bool) -> bool {
        // Every removal asks this of all annotations: the schema is looked at last.
        if let Self::Text(id) = self {
            return gone(id) && names_annotation(schema, key);
        }
        let mut names = false;
        self.named(schema, key, &mut |id| names = names || gone(id));
        names
    }

    /// What is left of it without what names these; `None` where nothing is.
    pub fn without(&self, schema: &Schema, key: &AttributeId, gone: &dyn Fn(&str) -> bool) -> Option<Self> {
        let stays = |id: &AnnotationId| !gone(id.as_str());
        match self {
            Self::Text(id) => (!names_annotation(schema, key) || !gone(id)).then(|| self.clone()),
            Self::Speakers(chain) => {
                let fine = |speaker: &&Speaker| !matches!(speaker, Speaker::Annotation(id) if !stays(id));
                let rest: Vec<Speaker> = chain.iter().filter(fine).cloned().collect();
                (!rest.is_empty()).then_some(Self::Speakers(rest))
            }
            Self::When(when) => {
                let mut when = when.clone();
                when.annotation = when.annotation.filter(stays);
                (when != Default::default()).then_some(Self::When(when))
            }
            Self::Evidence(all) => {
                let rest: Vec<_> = all
                    .iter()
                    .filter_map(|evidence| {
                        let named = !evidence.annotations.is_empty();
                        let mut evidence = evidence.clone();
                        evidence.annotations.retain(stays);
                        // What was no more than a place in an article is nothing without it.
                        let words = !evidence.url.is_empty() || !evidence.text.is_empty();
                        (!named || words || !evidence.annotations.is_empty()).then_some(evidence)
                    })
                    .collect();
                (!rest.is_empty()).then_some(Self::Evidence(rest))
            }
            _ => Some(self.clone()),
        }
    }

    /// The same in another project, where records have other ids; `None` where nothing is left, since what it names is not
    /// there. `to` says what an id of an annotation, an entity or a document is there.
    pub fn moved(
        &self,
        schema: &Schema,
        key: &AttributeId,
        to: &dyn Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let annotation = |id: &AnnotationId| to(id.as_str()).map(AnnotationId::new);
        let is_entity = schema.attribute(key).is_some_and(|own| own.kind == AttributeType::Entity);
        match self {
            Self::Text(id) if is_entity || names_annotation(schema, key) => to(id).map(Self::Text),
            Self::Speakers(chain) => {
                let speaker = |speaker: &Speaker| match speaker {
                    Speaker::Text(text) => Some(Speaker::Text(text.clone())),
                    Speaker::Entity(id) => to(id.as_str()).map(|id| Speaker::Entity(EntityId::new(id))),
                    Speaker::Annotation(id) => annotation(id).map(Speaker::Annotation),
                };
                let chain: Vec<Speaker> = chain.iter().filter_map(speaker).collect();
                (!chain.is_empty()).then_some(Self::Speakers(chain))
            }
            Self::When(when) => {
                let mut when = when.clone();
                when.annotation = when.annotation.as_ref().and_then(annotation);
                (when != Default::default()).then_some(Self::When(when))
            }
            Self::Evidence(all) => {
                let moved = all.iter().filter_map(|evidence| {
                    let mut evidence = evidence.clone();
                    let named = !evidence.annotations.is_empty();
                    evidence.annotations = evidence.annotations.iter().filter_map(annotation).collect();
                    evidence.document =
                        evidence.document.as_ref().and_then(|id| to(id.as_str())).map(DocumentId::new);
                    let words = !evidence.url.is_empty() || !evidence.text.is_empty();
                    (!named || words || !evidence.annotations.is_empty()).then_some(evidence)
                });
                let moved: Vec<_> = moved.collect();
                (!moved.is_empty()).then_some(Self::Evidence(moved))
            }
            _ => Some(self.clone()),
        }
    }
}
