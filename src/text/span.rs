//! A stretch of one text.

use super::{Byte, CodePoint};
use crate::words::text as words;
use std::fmt;

/// A stretch of one text in bytes: start inclusive, end exclusive, `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Byte,
    end: Byte,
}

impl Span {
    /// The span between two positions, given in either order.
    pub fn new(a: Byte, b: Byte) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// First position inside.
    pub const fn start(self) -> Byte {
        self.start
    }

    /// First position behind.
    pub const fn end(self) -> Byte {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether nothing lies inside.
    pub const fn is_empty(self) -> bool {
        self.start.0 == self.end.0
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` lies inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Why two positions of a file are no span of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanError {
    /// The start lies behind the end.
    Reversed,
    /// Start and end are the same.
    Empty,
    /// The end, or both, lie behind the end of the text.
    Outside {
        /// How long the text is.
        length: CodePoint,
    },
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reversed => f.write_str(words::reversed()),
            Self::Empty => f.write_str(words::empty()),
            Self::Outside { length } => f.write_str(&words::outside(length.0)),
        }
    }
}

impl std::error::Error for SpanError {}
