//! What was not as it should be when a project was opened, or soon after, for the person.

use crate::wire::Issue;
use crate::words::storage as said;
use std::fmt;

/// What was not as it should be when a project was opened, or soon after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Records that are not as they were written. What they did before the newest good state is in that state.
    Damaged {
        /// How many.
        records: usize,
        /// How many of them are only of the history: the project does not lack what they did.
        in_history: usize,
    },
    /// Records that are whole but do not fit what is there, mostly because one before them is damaged.
    DoNotFit {
        /// How many.
        records: usize,
    },
    /// Records that are gone.
    Missing {
        /// How many.
        records: usize,
        /// How many of them are only of the history.
        in_history: usize,
    },
    /// A saved state that is not as it was written; an older one and the journal stand in for it.
    State,
    /// A saved state that is not as it was written, and was not needed.
    OlderState,
    /// The state that the project began with is gone, and none later is good: an empty project stands in for it.
    Beginning,
    /// A text that is not as it was written.
    Text {
        /// Its SHA-256.
        fingerprint: String,
    },
    /// Something in a saved state that could not be taken in.
    Record {
        /// Which, and what was done.
        what: String,
    },
}

impl Fault {
    pub(super) fn of(issue: &Issue) -> Self {
        Self::Record { what: issue.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Damaged { records, in_history } => {
                said::damaged(&said::acts(*records), *in_history, records - in_history)
            }
            Self::DoNotFit { records } => said::do_not_fit(&said::acts(*records)),
            Self::Missing { records, in_history } => {
                said::lost(&said::gone(&said::acts(*records)), *in_history, records - in_history)
            }
            Self::State => return f.write_str(said::state_damaged()),
            Self::OlderState => return f.write_str(said::older_state_damaged()),
            Self::Beginning => return f.write_str(said::beginning_gone()),
            Self::Text { fingerprint } => said::text_damaged(fingerprint),
            Self::Record { what } => return f.write_str(what),
        };
        f.write_str(&said)
    }
}
