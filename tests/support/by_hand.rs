//! An annotation as a person makes it.

use postil::model::{
    Annotation, AnnotationId, DocumentId, Fragments, How, LabelId, Origin, PersonId, Status, Timestamp,
};
use postil::text::Span;

/// One with nothing but a label.
pub fn by_hand(
    id: String,
    document: &DocumentId,
    label: LabelId,
    spans: Vec<Span>,
    by: &PersonId,
) -> Annotation {
    Annotation {
        id: AnnotationId::new(id),
        document: document.clone(),
        label,
        fragments: Fragments::new(spans).expect("spans in order"),
        attributes: Default::default(),
        refers_to: None,
        note: String::new(),
        unsure: false,
        status: Status::Open,
        origin: Origin {
            by: by.clone(),
            how: How::Manual,
            rule: String::new(),
            score: None,
            created: Timestamp(0),
            modified: None,
            from: Vec::new(),
            source: None,
        },
    }
}
