//! Immutable text and positions in it.
//!
//! Everything inside counts UTF-8 bytes ([`Byte`]); files and the journal count Unicode code points
//! ([`CodePoint`]); the DOM counts UTF-16 units ([`Utf16`]). Only [`Text`] converts between them.
//!
//! May import: std, `unicode-segmentation`, `sha2`, `imara-diff`. Absent on purpose: serde, every browser crate.

mod binary;
mod blocks;
mod breaks;
mod changes;
mod chars;
mod decode;
mod direction;
mod find;
mod fold;
mod index;
mod lanes;
pub mod markdown;
mod offset;
mod phrasing;
mod segments;
mod sentences;
mod snap;
mod source;
mod span;
mod tokens;
mod words;

pub use binary::Binary;
pub use blocks::{Block, Blocks, LONGEST};
pub use breaks::{Step, next, prev, whole_word_at, word_at};
pub use changes::{Change, Changes};
pub use decode::{DecodeError, Decoded, Encoding, LineEnds, Place, decode, from_string};
pub use direction::{is_rtl, paragraph};
pub use find::{Wanted, find, plain};
pub use fold::{fold, folded, holds_folded};
pub use lanes::Lanes;
pub use offset::{Byte, CodePoint, Utf16};
pub use phrasing::{file_sentences, join_sentences};
pub use segments::{Cover, Segment, segments};
pub use snap::{exact, snap};
pub use source::{Lengths, Sha256, Text, TextError};
pub use span::{Span, SpanError};
pub use tokens::{cut_tokens, is_gap, is_unseen, tokens, trimmed};
pub use words::WordBreaks;
