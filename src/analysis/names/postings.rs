//! Which names hold what: rows of a key and the slot of a name, sorted.

use crate::sorted::sort_by;
use std::cmp::Ordering;

/// What a key is of. Keys of one kind stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// A whole name, folded.
    Name,
    /// A word of it, folded.
    Word,
    /// A skeleton of a word.
    Skeleton,
    /// A skeleton of the whole name as if it were one word.
    Joined,
    /// The first letters of its words.
    Initials,
}

/// A key, its kind, and a slot.
type Row = (Of, Box<str>, u32);

/// Rows in order. One sorted list in place of a map for each kind: a name is put in and taken out in a few moves of
/// memory, and a prefix is a stretch of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings(Vec<Row>);

impl Postings {
    /// Takes many rows, in any order.
    pub(super) fn new(mut rows: Vec<Row>) -> Self {
        sort_by(&mut rows, Ord::cmp);
        rows.dedup();
        Self(rows)
    }

    /// Puts a row in.
    pub(super) fn insert(&mut self, row: Row) {
        if let Err(at) = self.0.binary_search(&row) {
            self.0.insert(at, row);
        }
    }

    /// Takes a row out.
    pub(super) fn remove(&mut self, row: &Row) {
        if let Ok(at) = self.0.binary_search(row) {
            self.0.remove(at);
        }
    }

    /// The slots of the names that have a key.
    pub(super) fn of(&self, of: Of, key: &str) -> impl ExactSizeIterator<Item = u32> {
        let start = self.start(of, key);
        let end = start + self.0[start..].partition_point(|row| (row.0, &*row.1) <= (of, key));
        self.0[start..end].iter().map(|row| row.2)
    }

    /// The slots of the names that have a key with this start, once for each such key.
    pub(super) fn from(&self, of: Of, start: &str) -> impl Iterator<Item = u32> {
        let rows = self.0[self.start(of, start)..].iter();
        rows.take_while(move |row| row.0 == of && row.1.starts_with(start)).map(|row| row.2)
    }

    fn start(&self, of: Of, key: &str) -> usize {
        self.0.partition_point(|row| (row.0, &*row.1).cmp(&(of, key)) == Ordering::Less)
    }
}
