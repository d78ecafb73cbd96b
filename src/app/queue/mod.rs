//! What was suggested and nobody has looked at yet: which of it is listed, in which order, and what became of it.
//!
//! The list is over all articles, on the screen *Suggestions*; the keys that go through it in the article follow the same
//! filter and order. What is taken or refused at once is only what was in view in the list.

mod act;
mod judge;

pub use act::QueueAct;
pub use judge::Verdict;

use super::Session;
use crate::model::{AnnotationId, Decimal, DocumentId, LabelId, Status};
use crate::sorted::{Set, order, sort_by};
use std::rc::Rc;

/// `id` of the list of suggestions, and the beginning of its rows' ids.
pub const QUEUE: &str = "suggestions";

/// In which order suggestions are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueueOrder {
    /// As they stand in the articles.
    #[default]
    Place,
    /// The highest score first.
    Surest,
    /// The lowest score first.
    LeastSure,
}

/// Which suggestions are listed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Those with at least this score, in hundredths; at 0 also those without one.
    pub least: u8,
    /// Only those of a label.
    pub label: Option<LabelId>,
    /// Only those of an article.
    pub document: Option<DocumentId>,
    /// In which order.
    pub order: QueueOrder,
}

impl Queue {
    fn lets_through(&self, suggestion: &Queued) -> bool {
        let is = |own: &Option<LabelId>| own.as_ref().is_none_or(|label| *label == suggestion.label);
        (self.least == 0 || suggestion.score.is_some_and(|score| score >= i64::from(self.least) * 10_000))
            && is(&self.label)
            && self.document.as_ref().is_none_or(|document| *document == suggestion.document)
    }
}

/// A suggestion in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Its article.
    pub document: DocumentId,
    /// The annotation.
    pub id: AnnotationId,
    /// Its label.
    pub label: LabelId,
    /// Its score in millionths; none where it has none.
    pub score: Option<i64>,
}

/// How many suggestions there are.
#[derive(Debug, Default)]
pub struct QueuedBy {
    /// Of each label, the most frequent first.
    pub labels: Vec<(LabelId, usize)>,
    /// Of each article, in the order of the list of articles.
    pub documents: Vec<(DocumentId, usize)>,
}

impl QueuedBy {
    fn of(all: &[Queued]) -> Self {
        let mut by = Self::default();
        for one in all {
            match by.labels.iter_mut().find(|(label, _)| *label == one.label) {
                Some((_, count)) => *count += 1,
                None => by.labels.push((one.label.clone(), 1)),
            }
            // They come article by article.
            match by.documents.last_mut() {
                Some((document, count)) if *document == one.document => *count += 1,
                _ => by.documents.push((one.document.clone(), 1)),
            }
        }
        sort_by(&mut by.labels, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        by
    }
}

/// What the screen *Suggestions* shows.
#[derive(Clone, Debug, Default)]
pub struct QueueScreen {
    /// Which of them.
    pub shows: Queue,
    /// The one that the person is at.
    pub at: Option<AnnotationId>,
    /// Those that were in view in the list.
    pub(super) seen: Set<AnnotationId>,
}

/// A score in millionths, which is enough to sort by; one without a sensible size is taken for none.
fn millionths(score: &Decimal) -> Option<i64> {
    let shifted = score.shifted(6)?;
    shifted.as_str().split('.').next()?.parse().ok()
}

/// How long the bar of a score is, in hundredths: scores are from 0 to 1.
pub fn score_share(score: &Decimal) -> u8 {
    millionths(score).map_or(0, |score| (score / 10_000).clamp(0, 100) as u8)
}

/// A score with two digits behind the point, cut and not rounded: 0.799 is not yet 0.80. One that is not from 0 to 1 is
/// shown as it was written.
pub fn score_text(score: &Decimal, sign: char) -> String {
    match millionths(score) {
        Some(score @ 0..=1_000_000) => hundredths((score / 10_000) as u8, sign),
        _ => score.to_string(),
    }
}

/// Hundredths as a number: `0.80`.
pub fn hundredths(n: u8, sign: char) -> String {
    format!("{}{sign}{:02}", n / 100, n % 100)
}

impl Session {
    /// Everything that is suggested in the project, as it stands in the articles; looked for anew only after the project
    /// changed.
    pub fn all_queued(&self) -> Rc<[Queued]> {
        let mut kept = self.kept.all_queued.borrow_mut();
        match &*kept {
            Some(((counter, ()), all)) if *counter == self.counter => all.clone(),
            _ => {
                let all = self.project.documents().flat_map(|document| {
                    let all = self.project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
                    all.filter(|own| own.status == Status::Suggested).map(|own| Queued {
                        document: document.id.clone(),
                        id: own.id.clone(),
                        label: own.label.clone(),
                        score: own.origin.score.as_ref().and_then(millionths),
                    })
                });
                kept.insert(((self.counter, ()), all.collect())).1.clone()
            }
        }
    }

    /// The suggestions that are listed, in their order.
    pub fn queued(&self, shows: &Queue) -> Rc<[Queued]> {
        let mut kept = self.kept.queued.borrow_mut();
        match &*kept {
            Some(((counter, of), listed)) if *counter == self.counter && of == shows => listed.clone(),
            _ => {
                let all = self.all_queued();
                let listed: Vec<&Queued> = all.iter().filter(|one| shows.lets_through(one)).collect();
                let by = |up: bool, n: usize| {
                    // What has no score comes last either way.
                    let score: Option<i64> = listed[n].score;
                    (score.is_none(), score.map(|score| if up { score } else { -score }))
                };
                let listed: Rc<[Queued]> = match shows.order {
                    QueueOrder::Place => listed.into_iter().cloned().collect(),
                    QueueOrder::Surest | QueueOrder::LeastSure => {
                        let up = shows.order == QueueOrder::LeastSure;
                        let order = order(listed.len(), &|a, b| by(up, a).cmp(&by(up, b)));
                        order.into_iter().map(|n| listed[n].clone()).collect()
                    }
                };
                kept.insert(((self.counter, shows.clone()), listed)).1.clone()
            }
        }
    }

    /// Of the suggestions that are listed, those that were in view.
    pub fn seen_queued(&self, screen: &QueueScreen) -> Rc<[Queued]> {
        let key = (screen.shows.clone(), screen.seen.len());
        let mut kept = self.kept.seen_queued.borrow_mut();
        match &*kept {
            Some(((counter, of), seen)) if *counter == self.counter && *of == key => seen.clone(),
            _ => {
                let listed = self.queued(&screen.shows);
                let seen = listed.iter().filter(|one| screen.seen.contains(&one.id)).cloned();
                kept.insert(((self.counter, key), seen.collect())).1.clone()
            }
        }
    }

    /// How many suggestions there are by label and by article.
    pub fn queued_by(&self) -> Rc<QueuedBy> {
        let mut kept = self.kept.queued_by.borrow_mut();
        match &*kept {
            Some(((counter, ()), by)) if *counter == self.counter => by.clone(),
            _ => kept.insert(((self.counter, ()), Rc::new(QueuedBy::of(&self.all_queued())))).1.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(text: &str) -> Decimal {
        Decimal::new(text).expect("a number")
    }

    #[test]
    fn scores_are_shown_cut_to_two_digits() {
        for (written, shown, share) in [
            ("0.9", "0.90", 90),
            ("0.7999", "0.79", 79),
            ("1", "1.00", 100),
            ("1.0", "1.00", 100),
            ("0", "0.00", 0),
            ("9.5e-1", "0.95", 95),
            ("1e-9", "0.00", 0),
            ("87.5", "87.5", 100),
            ("-0.5", "-0.5", 0),
            ("1e300", "1e300", 0),
        ] {
            assert_eq!(
                (score_text(&score(written), '.').as_str(), score_share(&score(written))),
                (shown, share)
            );
        }
        assert_eq!(score_text(&score("0.9"), ','), "0,90");
    }
}
