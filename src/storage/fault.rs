//! What was not as it should be when a project was opened, for the person.

use std::fmt;

/// What was not as it should be when a project was opened.
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

fn acts(count: usize) -> String {
    if count == 1 { "1 act".to_owned() } else { format!("{count} acts") }
}

/// Says what became of `count` acts of which `history` are only of the past.
fn lost(f: &mut fmt::Formatter<'_>, what: &str, count: usize, history: usize) -> fmt::Result {
    write!(f, "{} {what}", acts(count))?;
    match (count - history, history) {
        (0, _) => f.write_str("; the project is complete, but they cannot be undone"),
        (_, 0) => f.write_str("; what they changed is missing"),
        (lost, _) => write!(f, "; what {} of them changed is missing", acts(lost)),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { records, in_history } => {
                lost(f, "could not be read", *records, *in_history)?;
                f.write_str(". The damaged records are kept and can be downloaded.")
            }
            Self::DoNotFit { records } => {
                write!(
                    f,
                    "{} could not be done again, because something before is missing. ",
                    acts(*records)
                )?;
                f.write_str("Their records are kept and can be downloaded.")
            }
            Self::Missing { records, in_history } => {
                lost(f, "are gone from the database", *records, *in_history)?;
                f.write_str(".")
            }
            Self::State => f.write_str(
                "A saved state of the project was damaged. The project was put together again from an older one and \
                 the journal.",
            ),
            Self::Beginning => f.write_str(
                "No saved state of the project could be read. What the journal still gives was put together.",
            ),
            Self::Text { fingerprint } => write!(
                f,
                "The text with the SHA-256 {fingerprint} is damaged or gone, so the documents that have it could not \
                 be opened. What is left of it can be downloaded."
            ),
            Self::Record { what } => f.write_str(what),
        }
    }
}
