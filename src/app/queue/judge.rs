//! What becomes of suggestions: taken or refused, one or many, each time as one act.

use crate::app::reduce::commit;
use crate::app::{Effect, Env, State};
use crate::edit::{Act, AnnotationField};
use crate::model::{AnnotationId, DocumentId, Status};

/// What a person says of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right.
    Accept,
    /// It is not. It stays as rejected, so that nobody has to refuse it again.
    Refuse,
}

impl Verdict {
    fn status(self) -> Status {
        match self {
            Self::Accept => Status::Accepted,
            Self::Refuse => Status::Rejected,
        }
    }

    /// Whether it changes how an annotation stands: what was refused may be taken all the same, and what a person made
    /// is no suggestion.
    pub(super) fn fits(self, now: Status) -> bool {
        match self {
            Self::Accept => matches!(now, Status::Suggested | Status::Rejected),
            Self::Refuse => now == Status::Suggested,
        }
    }

    pub(super) fn act(self) -> Act {
        match self {
            Self::Accept => Act::Accept,
            Self::Refuse => Act::Refuse,
        }
    }
}

/// Takes or refuses these as one act. A new article is in work with it, as with the first mark in it. True if anything
/// changed.
pub(super) fn judge(
    state: &mut State,
    ids: &[(DocumentId, AnnotationId)],
    verdict: Verdict,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) -> bool {
    commit::act(state, env, out, verdict.act(), |builder, session| {
        for (document, id) in ids {
            let now = session.project.annotation(document, id).map(|own| own.status);
            if now.is_some_and(|now| verdict.fits(now)) {
                builder.begin(document);
                builder.set(document, id, AnnotationField::Status(verdict.status()));
            }
        }
    })
}
