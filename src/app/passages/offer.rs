//! The marks of one passage, offered for another that reads nearly the same.

use crate::app::Session;
use crate::edit::{Aligned, Place};
use crate::model::{Annotation, DocumentId, Fragments, Status};
use crate::text::{Sha256, Span};
use std::rc::Rc;

/// A mark that is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The one that stands there.
    pub of: Rc<Annotation>,
    /// Where it would stand here.
    pub fragments: Fragments,
    /// Whether it reads the same here, in the same place of the passage.
    pub same: bool,
    /// Whether it is to be taken.
    pub take: bool,
}

/// What is offered of a passage, as the dialog for it shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offering {
    /// The article whose marks they are.
    pub from: DocumentId,
    /// The article for which they are offered.
    pub to: DocumentId,
    /// Its text, in which their places were looked for.
    pub(super) text: Sha256,
    /// In the order of its text.
    pub offers: Vec<Offer>,
}

impl Offering {
    /// How many are to be taken.
    pub fn chosen(&self) -> usize {
        self.offers.iter().filter(|offer| offer.take).count()
    }
}

impl Session {
    /// The marks of another passage that a passage of the open article has not. What a rule suggested and nobody has
    /// looked at, and what was refused, is left out. `None` where one of the two is gone.
    pub fn offered_marks(&self, here: Span, there: (&DocumentId, Span)) -> Option<Offering> {
        let (to, from) = (self.document()?, self.project.document(there.0)?);
        let own = self.project.annotations(&to.id)?;
        let aligned = Aligned::new((&from.text, there.1), (&to.text, here))?;
        let marks = self.project.annotations(&from.id)?.overlapping(there.1);
        let offer = |of: &Rc<Annotation>| {
            if matches!(of.status, Status::Suggested | Status::Rejected) {
                return None;
            }
            let (fragments, same) = match aligned.place(&of.fragments)? {
                Place::Same(fragments) => (fragments, true),
                Place::Near(fragments) => (fragments, false),
            };
            let new = !own.has(&of.label, &fragments);
            new.then(|| Offer { of: of.clone(), fragments, same, take: same })
        };
        let mut offers: Vec<Offer> = Vec::new();
        for offer in marks.filter_map(offer) {
            // Two marks may come to stand in one place.
            let is_it =
                |other: &Offer| other.of.label == offer.of.label && other.fragments == offer.fragments;
            if !offers.iter().any(is_it) {
                offers.push(offer);
            }
        }
        crate::sorted::insertion_sort_by(&mut offers, |a, b| {
            a.fragments.hull().start().cmp(&b.fragments.hull().start())
        });
        let text = to.text.sha256();
        Some(Offering { from: from.id.clone(), to: to.id.clone(), text, offers })
    }

    /// How many marks a passage has that could be offered.
    pub fn marks_in(&self, document: &DocumentId, span: Span) -> usize {
        let all = self.project.annotations(document);
        let inside = |of: &&Rc<Annotation>| {
            span.contains(of.fragments.hull()) && !matches!(of.status, Status::Suggested | Status::Rejected)
        };
        all.map_or(0, |all| all.overlapping(span).filter(inside).count())
    }
}
