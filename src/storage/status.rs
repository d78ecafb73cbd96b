//! Whether what a person did is on the disk.

use super::StorageError;
use crate::words::storage as said;
use std::fmt;

/// Why something is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another tab or window opened the project (or deleted it) and writes it now. This one must not write any more.
    TakenOver,
    /// The database refused; it is tried again.
    Storage(StorageError),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TakenOver => f.write_str(said::taken_over()),
            Self::Storage(error) => error.fmt(f),
        }
    }
}

/// Whether what a person did is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// All of it.
    Saved,
    /// It is being written.
    Saving,
    /// Not all of it, and why. Nothing is dropped: what is not saved is kept and, but for `TakenOver`, tried again.
    NotSaved(Why),
}
