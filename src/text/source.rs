//! A text that never changes, and the index that converts positions in it.

use super::{Byte, CodePoint, Span, Utf16};
use sha2::{Digest, Sha256 as Hasher};
use std::fmt;
use std::rc::Rc;

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

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
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

/// A text that never changes. Cloning is cheap.
#[derive(Clone)]
pub struct Text(Rc<Inner>);

struct Inner {
    text: Box<str>,
    sha256: Sha256,
}

impl Text {
    /// Takes a string whose line ends are already LF.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, TextError> {
        let text = text.into();
        if let Some(place) = text.find('\0') {
            return Err(TextError::Nul(CodePoint(text[..place].chars().count() as u32)));
        }
        let sha256 = Sha256(Hasher::digest(text.as_bytes()).into());
        Ok(Self(Rc::new(Inner { text, sha256 })))
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// Its length in each unit.
    pub fn lengths(&self) -> Lengths {
        todo!()
    }

    /// Its fingerprint.
    pub fn sha256(&self) -> Sha256 {
        self.0.sha256
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(Byte(0), Byte(self.0.text.len() as u32))
    }

    /// The part of the text inside a span. Panics if the span leaves the text or cuts a character.
    pub fn slice(&self, span: Span) -> &str {
        &self.0.text[span.start().index()..span.end().index()]
    }

    /// Code points before a byte position. Panics if it cuts a character.
    pub fn code_point(&self, at: Byte) -> CodePoint {
        CodePoint(self.0.text[..at.index()].chars().count() as u32)
    }

    /// The byte position behind that many code points; `None` behind the end.
    pub fn byte_of_code_point(&self, _at: CodePoint) -> Option<Byte> {
        todo!()
    }

    /// UTF-16 units before a byte position. Panics if it cuts a character.
    pub fn utf16(&self, _at: Byte) -> Utf16 {
        todo!()
    }

    /// The byte position behind that many UTF-16 units; `None` behind the end; inside a surrogate
    /// pair, the start of the character.
    pub fn byte_of_utf16(&self, _at: Utf16) -> Option<Byte> {
        todo!()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.0.sha256 == other.0.sha256
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = self.as_str().chars().take(40).collect();
        write!(f, "Text({start:?}…)")
    }
}

/// How the lines of a file ended before they were folded into LF: how often each kind was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineEnds {
    /// CR LF.
    pub crlf: u32,
    /// CR alone.
    pub cr: u32,
    /// LF alone.
    pub lf: u32,
}
