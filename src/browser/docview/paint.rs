//! What each label looks like: a colour slot and a badge. The style sheets decide the rest.

use crate::model::{Annotation, Label, LabelId, SLOTS, Status};
use crate::sorted::Map;

/// How the marks of one label are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paint {
    /// Colour slot, below [`SLOTS`]; also decides the pattern of the stripe.
    pub slot: u8,
    /// Drawn above the first letter.
    pub badge: String,
}

impl Paint {
    /// As the label of a schema says.
    pub fn of(label: &Label) -> Self {
        Self { slot: label.colour % SLOTS, badge: label.badge() }
    }
}

/// The paint of all labels.
#[derive(Default)]
pub(super) struct Palette(Map<LabelId, Paint>);

/// For a label that the schema does not have.
static UNKNOWN: Paint = Paint { slot: 8, badge: String::new() };

impl Palette {
    pub(super) fn new(labels: impl IntoIterator<Item = (LabelId, Paint)>) -> Self {
        Self(labels.into_iter().collect())
    }

    pub(super) fn of(&self, label: &LabelId) -> &Paint {
        self.0.get(label).unwrap_or(&UNKNOWN)
    }
}

/// The class for how an annotation stands, with a space before it.
pub(super) fn standing(annotation: &Annotation) -> &'static str {
    match (annotation.status, annotation.unsure) {
        (Status::Suggested, false) => " suggested",
        (Status::Suggested, true) => " suggested unsure",
        (Status::Rejected, _) => " rejected",
        (_, true) => " unsure",
        _ => "",
    }
}
