//! Which annotations of a document are written, and in which column.

use super::{ColumnOptions, Levels};
use crate::formats::{Losses, Reason};
use crate::model::{Annotation, Annotations, Document, LabelId, Status};
use crate::sorted::sort_by;
use crate::text::{Span, trimmed};

/// An annotation as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Laid<'a> {
    pub(super) span: Span,
    pub(super) label: &'a LabelId,
    /// 0 for the outermost.
    pub(super) level: usize,
}

/// The annotations that are written, in order, and what is lost of them all.
pub(super) fn lay<'a>(
    document: &Document,
    annotations: &'a Annotations,
    options: &ColumnOptions,
) -> (Vec<Laid<'a>>, Losses) {
    let mut losses = Losses::default();
    let mut all: Vec<(Span, &Annotation)> = Vec::new();
    for annotation in annotations.iter() {
        match annotation.status {
            Status::Suggested => losses.add(Reason::Suggested, 1),
            Status::Rejected => losses.add(Reason::Rejected, 1),
            Status::Open | Status::Accepted => match trimmed(&document.text, annotation.fragments.hull()) {
                Some(span) => all.push((span, annotation)),
                None => losses.add(Reason::Blank, 1),
            },
        }
    }
    // The longer of two that begin together is the outer one; of two that are alike, the one that is first by its id.
    sort_by(&mut all, |(a, one), (b, other)| {
        a.start().cmp(&b.start()).then(b.end().cmp(&a.end())).then_with(|| one.id.cmp(&other.id))
    });
    let mut laid = Vec::with_capacity(all.len());
    let mut open: Vec<Span> = Vec::new();
    for (span, annotation) in all {
        while open.last().is_some_and(|outer| outer.end() <= span.start()) {
            open.pop();
        }
        match open.last() {
            Some(outer) if !outer.contains(span) => losses.add(Reason::Crossing, 1),
            Some(_) if options.levels == Levels::Outermost => losses.add(Reason::Nested, 1),
            _ => {
                laid.push(Laid { span, label: &annotation.label, level: open.len() });
                open.push(span);
                written(annotation, span, &mut losses);
            }
        }
    }
    (laid, losses)
}

/// Counts what is lost of an annotation that is written.
fn written(annotation: &Annotation, span: Span, losses: &mut Losses) {
    let fragments = &annotation.fragments;
    losses.add(Reason::Joined, usize::from(fragments.spans().len() > 1));
    losses.add(Reason::Trimmed, usize::from(fragments.hull() != span));
    losses.add(Reason::Attributes, annotation.attributes.len());
    losses.add(Reason::Links, usize::from(annotation.refers_to.is_some()));
    losses.add(Reason::Notes, usize::from(!annotation.note.is_empty()));
    losses.add(Reason::Unsure, usize::from(annotation.unsure));
    losses.add(Reason::Origins, 1);
}
