//! A text that never changes, and the index that converts positions in it.

use super::index::Index;
use super::{Byte, CodePoint, Span, SpanError, Utf16};
use crate::words::text as words;
use sha2::{Digest, Sha256 as Hasher};
use std::cell::OnceCell;
use std::fmt::{self, Write};
use std::rc::Rc;
use unicode_segmentation::GraphemeCursor;

/// How long a text is, in each unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// In UTF-8 bytes.
    pub utf8: u32,
    /// In Unicode code points.
    pub code_points: u32,
    /// In UTF-16 code units.
    pub utf16: u32,
}

/// The SHA-256 of a text's UTF-8 bytes: its fingerprint. Shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl Sha256 {
    /// From its 64 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(0..) {
            *byte = u8::from_str_radix(&hex[pair * 2..pair * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        digits
            .map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'))
            .try_for_each(|digit| f.write_char(digit))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a string cannot become a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// It holds U+0000 at this position.
    Nul(CodePoint),
    /// It is longer than positions can count (4 GiB).
    TooLong,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nul(at) => f.write_str(&words::nul_at(at.0)),
            Self::TooLong => f.write_str(words::too_long()),
        }
    }
}

impl std::error::Error for TextError {}

/// A text that never changes. Cloning is cheap.
#[derive(Clone)]
pub struct Text(Rc<Inner>);

struct Inner {
    text: Box<str>,
    // Both are made when they are first asked for: that takes longer than reading the text from a database, and of most
    // articles of a project nobody asks.
    index: OnceCell<Index>,
    sha256: OnceCell<Sha256>,
}

impl Text {
    /// Takes a string whose line ends are already LF.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, TextError> {
        let text = text.into();
        if u32::try_from(text.len()).is_err() {
            return Err(TextError::TooLong);
        }
        if let Some(place) = text.find('\0') {
            return Err(TextError::Nul(CodePoint(text[..place].chars().count() as u32)));
        }
        Ok(Self(Rc::new(Inner { text, index: OnceCell::new(), sha256: OnceCell::new() })))
    }

    /// The same text, of which it is known that this is its fingerprint.
    pub fn known_as(self, sha256: Sha256) -> Self {
        let _ = self.0.sha256.set(sha256);
        self
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    fn index(&self) -> &Index {
        self.0.index.get_or_init(|| Index::new(self.as_str()))
    }

    /// Its length in each unit.
    pub fn lengths(&self) -> Lengths {
        self.index().lengths()
    }

    /// Its fingerprint.
    pub fn sha256(&self) -> Sha256 {
        *self.0.sha256.get_or_init(|| Sha256(Hasher::digest(self.as_str().as_bytes()).into()))
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(Byte(0), self.end())
    }

    /// The position behind the last character.
    pub fn end(&self) -> Byte {
        // It was looked at whether that fits.
        Byte(self.0.text.len() as u32)
    }

    /// The part of the text inside a span. Panics if the span leaves the text or cuts a character.
    pub fn slice(&self, span: Span) -> &str {
        &self.0.text[span.start().index()..span.end().index()]
    }

    /// The part of the text inside a span; `None` if it leaves the text or cuts a character.
    pub fn get(&self, span: Span) -> Option<&str> {
        self.0.text.get(span.start().index()..span.end().index())
    }

    /// Whether a position lies in the text (or at its end) and not inside a character.
    pub fn is_boundary(&self, at: Byte) -> bool {
        self.0.text.is_char_boundary(at.index())
    }

    /// Code points before a byte position. Panics if it cuts a character.
    pub fn code_point(&self, at: Byte) -> CodePoint {
        self.index().code_point(&self.0.text, at)
    }

    /// The byte position behind that many code points; `None` behind the end.
    pub fn byte_of_code_point(&self, at: CodePoint) -> Option<Byte> {
        self.index().byte_of_code_point(&self.0.text, at)
    }

    /// UTF-16 units before a byte position. Panics if it cuts a character.
    pub fn utf16(&self, at: Byte) -> Utf16 {
        self.index().utf16(&self.0.text, at)
    }

    /// The byte position behind that many UTF-16 units; `None` behind the end; inside a surrogate
    /// pair, the start of the character.
    pub fn byte_of_utf16(&self, at: Utf16) -> Option<Byte> {
        self.index().byte_of_utf16(&self.0.text, at)
    }

    /// The span between two positions of a file: the door through which foreign offsets come in.
    pub fn span_of_code_points(&self, start: CodePoint, end: CodePoint) -> Result<Span, SpanError> {
        if start > end {
            return Err(SpanError::Reversed);
        }
        if start == end {
            return Err(SpanError::Empty);
        }
        let outside = SpanError::Outside { length: CodePoint(self.lengths().code_points) };
        match (self.byte_of_code_point(start), self.byte_of_code_point(end)) {
            (Some(start), Some(end)) => Ok(Span::new(start, end)),
            _ => Err(outside),
        }
    }

    /// Start and end of a span in the unit of files. Panics if the span leaves the text or cuts a
    /// character.
    pub fn code_points(&self, span: Span) -> (CodePoint, CodePoint) {
        (self.code_point(span.start()), self.code_point(span.end()))
    }

    /// The last grapheme boundary at or before a position; positions inside characters and behind
    /// the end are taken too.
    pub fn floor_grapheme(&self, at: Byte) -> Byte {
        let text = self.as_str();
        let at = text.floor_char_boundary(at.index());
        if is_grapheme_boundary(text, at) {
            return Byte(at as u32);
        }
        let mut cursor = GraphemeCursor::new(at, text.len(), true);
        // The chunk is the whole text, so the cursor never asks for more.
        Byte(cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0) as u32)
    }

    /// The first grapheme boundary at or behind a position; positions inside characters are taken
    /// too, and what lies behind the end becomes the end.
    pub fn ceil_grapheme(&self, at: Byte) -> Byte {
        let text = self.as_str();
        let at = text.ceil_char_boundary(at.index().min(text.len()));
        if is_grapheme_boundary(text, at) {
            return Byte(at as u32);
        }
        let mut cursor = GraphemeCursor::new(at, text.len(), true);
        Byte(cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()) as u32)
    }
}

/// Whether no grapheme reaches over a character boundary.
pub(super) fn is_grapheme_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if at == 0 || at == bytes.len() {
        return true;
    }
    // Between two ASCII characters only CR LF holds together.
    if bytes[at - 1].is_ascii() && bytes[at].is_ascii() {
        return !(bytes[at - 1] == b'\r' && bytes[at] == b'\n');
    }
    GraphemeCursor::new(at, bytes.len(), true).is_boundary(text, 0).unwrap_or(true)
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = self.as_str().chars().take(40).collect();
        write!(f, "Text({start:?}…)")
    }
}
