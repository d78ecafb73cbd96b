//! Immutable text and positions in it.
//!
//! Everything inside counts UTF-8 bytes ([`Byte`]); files and the journal count Unicode code points
//! ([`CodePoint`]); the DOM counts UTF-16 units ([`Utf16`]). Only [`Text`] converts between them.
//!
//! May import: std, `unicode-segmentation`, `sha2`. Absent on purpose: serde, every browser crate.

mod index;
mod offset;
mod source;
mod span;

pub use offset::{Byte, CodePoint, Utf16};
pub use source::{Lengths, LineEnds, Sha256, Text, TextError};
pub use span::{Span, SpanError};
