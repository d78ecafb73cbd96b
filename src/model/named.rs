//! What the value of an attribute names: annotations that must be there as long as it does.

use super::{AnnotationId, AttributeId, AttributeType, AttributeValue, CUE, Schema, Speaker};

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
}
