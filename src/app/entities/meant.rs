//! Which row of the box *Entity* or *Claim* is meant: the one that Enter takes. It is kept by what it is and not by its
//! number, so that a suggestion that comes late moves no other row under the finger.

use super::{Answer, Linking};
use crate::app::Session;
use crate::app::follow::Follower;
use crate::edit::Transaction;
use crate::model::{Annotation, AnnotationId, Kind};
use std::rc::Rc;

/// The row that was shown as the one that is meant, and where: of which annotation, for which words.
#[derive(Debug, Default)]
struct Meant(Option<(AnnotationId, String, Answer)>);

/// Kept here and not in [`Linking`], which looking could not change: what is meant is known when the rows are, and they are
/// made where they are shown. No act changes it.
impl Follower for Meant {
    fn follow(&mut self, _: &Transaction) {}
}

impl Session {
    /// The rows of the open box, and which of them Enter takes; none as long as nothing is typed and claims are still
    /// looked for, because the first one is not known yet.
    pub fn link_rows(&self, annotation: &Rc<Annotation>, linking: &Linking) -> (Vec<Answer>, Option<usize>) {
        let (rows, first) = self.rows_of(annotation, &linking.words);
        let waits = linking.words.trim().is_empty() && self.looks_for_claims(annotation);
        let mut meant = self.kept.followers.get::<Meant>();
        let here =
            |(of, words, _): &&(AnnotationId, String, Answer)| *of == linking.of && *words == linking.words;
        let kept = meant.0.as_ref().filter(here);
        let at = match kept.and_then(|(.., answer)| rows.iter().position(|row| row.is(answer))) {
            Some(at) => at,
            None if waits => return (rows, None),
            None => first,
        };
        meant.0 = Some((linking.of.clone(), linking.words.clone(), rows[at].clone()));
        (rows, Some(at))
    }

    /// Whether claims are still looked for that may be suggested.
    fn looks_for_claims(&self, annotation: &Annotation) -> bool {
        self.registry_of(annotation) == Kind::Claim
            && !self.project.claims.is_empty()
            && !self.has_read_tellings()
    }

    /// The person goes to a row, or, with `None`, has opened the box anew.
    pub(super) fn mean(&self, linking: &Linking, answer: Option<&Answer>) {
        let meant = answer.map(|answer| (linking.of.clone(), linking.words.clone(), answer.clone()));
        self.kept.followers.get::<Meant>().0 = meant;
    }
}
