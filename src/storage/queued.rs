//! What waits to be written to the journal.

use crate::edit::Transaction;
use crate::model::Timestamp;
use crate::text::Text;
use crate::wire::WireError;
use crate::wire::op::Encoding;
use std::rc::Rc;

/// A record that waits.
pub(super) struct Queued {
    pub(super) number: u64,
    pub(super) line: Line,
    /// The checksum of a long one, once it is there.
    pub(super) sum: Option<String>,
    pub(super) texts: Vec<Text>,
    pub(super) time: Timestamp,
}

/// A line of the journal.
pub(super) enum Line {
    Whole(Rc<str>),
    /// A long one, as far as it is written.
    Begun(Rc<Transaction>, Encoding),
}

impl Line {
    /// Writes about so many bytes more. Gives the length of a line that is whole then, in bytes.
    pub(super) fn go_on(&mut self, bytes: usize) -> Result<Option<usize>, WireError> {
        if let Self::Begun(transaction, line) = self {
            if !line.go_on(transaction, bytes)? {
                return Ok(None);
            }
            *self = Self::Whole(line.take().into());
        }
        Ok(self.whole().map(|line| line.len()))
    }

    pub(super) fn whole(&self) -> Option<&Rc<str>> {
        match self {
            Self::Whole(line) => Some(line),
            Self::Begun(..) => None,
        }
    }
}
