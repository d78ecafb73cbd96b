//! From the bytes of a file to a [`Text`]: byte order marks, encodings, line ends.
//!
//! Nothing is guessed: what is neither UTF-8 nor marked as UTF-16 is handed back, so that the person
//! chooses and the browser's `TextDecoder` makes the string for [`from_string`]. U+2028, U+0085, VT
//! and FF stay characters.

use super::binary::{self, Binary};
use super::{CodePoint, Text, TextError};
use crate::words::text as words;
use std::fmt;

/// What a file or a pasted string became.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text: no byte order mark, every line end LF.
    pub text: Text,
    /// What the line ends were.
    pub line_ends: LineEnds,
    /// What the bytes were.
    pub encoding: Encoding,
}

/// How a text was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first, by its byte order mark.
    Utf16Le,
    /// UTF-16, big end first, by its byte order mark.
    Utf16Be,
    /// It came as a string: pasted, or decoded with an encoding that the person chose.
    Given,
}

/// A place in a text, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Code points before it.
    pub offset: CodePoint,
    /// Line, the first is 1.
    pub line: u32,
    /// Column in code points, the first is 1.
    pub column: u32,
}

impl Place {
    /// The place behind `before`, whose line ends are LF.
    fn behind(before: &str) -> Self {
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            offset: CodePoint(before.chars().count() as u32),
            line: before.bytes().filter(|&byte| byte == b'\n').count() as u32 + 1,
            column: before[line_start..].chars().count() as u32 + 1,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::line_column(self.line, self.column))
    }
}

/// Why bytes or a string do not become a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// This is no text, but a file of this kind.
    Binary(Binary),
    /// Neither UTF-8 nor UTF-16 with a byte order mark: the person chooses the encoding.
    UnknownEncoding {
        /// Bytes of the file before the first that is no UTF-8.
        first_bad_byte_offset: u32,
    },
    /// The text holds U+0000 here.
    Nul(Place),
    /// The text holds half of a surrogate pair here (UTF-16), or the file ends inside a character.
    LoneSurrogate(Place),
    /// More than 4 GiB.
    TooLong,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Binary(kind) => words::no_text(kind.name()),
            Self::UnknownEncoding { first_bad_byte_offset } => words::not_utf8(*first_bad_byte_offset),
            Self::Nul(place) => words::nul(&place.to_string()),
            Self::LoneSurrogate(place) => words::half(&place.to_string()),
            Self::TooLong => return f.write_str(words::too_long()),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for DecodeError {}

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

impl LineEnds {
    /// The name that files use: `none`, `lf`, `crlf`, `cr` or `mixed`.
    pub const fn name(self) -> &'static str {
        match (self.crlf > 0, self.cr > 0, self.lf > 0) {
            (false, false, false) => "none",
            (true, false, false) => "crlf",
            (false, true, false) => "cr",
            (false, false, true) => "lf",
            _ => "mixed",
        }
    }
}

/// Reads the bytes of a file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(DecodeError::TooLong);
    }
    if let Some(kind) = binary::by_magic(bytes) {
        return Err(DecodeError::Binary(kind));
    }
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, Encoding::Utf16Be),
        _ => utf8(bytes, 0),
    }
}

/// Takes a string: pasted text, or what a decoder chosen by the person made of the bytes.
pub fn from_string(string: String) -> Result<Decoded, DecodeError> {
    match string.strip_prefix('\u{FEFF}') {
        Some(rest) => finish(rest.to_owned(), Encoding::Given),
        None => finish(string, Encoding::Given),
    }
}

fn utf8(bytes: &[u8], mark: u32) -> Result<Decoded, DecodeError> {
    let unknown = |at: usize| DecodeError::UnknownEncoding { first_bad_byte_offset: at as u32 + mark };
    if let Some(nul) = bytes.iter().position(|&byte| byte == 0) {
        if mark == 0 && binary::looks_like_utf16(bytes) {
            return Err(unknown(nul));
        }
        if binary::is_noise(bytes) {
            return Err(DecodeError::Binary(Binary::Other));
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(string) => finish(string.to_owned(), Encoding::Utf8),
        Err(error) => Err(unknown(error.valid_up_to())),
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16, encoding: Encoding) -> Result<Decoded, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut string = String::with_capacity(bytes.len());
    for char in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        match char {
            Ok(char) => string.push(char),
            Err(_) => return Err(DecodeError::LoneSurrogate(Place::behind(&fold(string).0))),
        }
    }
    if !rest.is_empty() {
        return Err(DecodeError::LoneSurrogate(Place::behind(&fold(string).0)));
    }
    finish(string, encoding)
}

fn finish(string: String, encoding: Encoding) -> Result<Decoded, DecodeError> {
    let (string, line_ends) = fold(string);
    if let Some(nul) = string.find('\0') {
        return Err(DecodeError::Nul(Place::behind(&string[..nul])));
    }
    match Text::new(string) {
        Ok(text) => Ok(Decoded { text, line_ends, encoding }),
        Err(TextError::TooLong) => Err(DecodeError::TooLong),
        Err(TextError::Nul(offset)) => Err(DecodeError::Nul(Place { offset, line: 1, column: offset.0 + 1 })),
    }
}

/// CR LF and CR become LF.
fn fold(string: String) -> (String, LineEnds) {
    let mut ends = LineEnds::default();
    if !string.contains('\r') {
        ends.lf = string.bytes().filter(|&byte| byte == b'\n').count() as u32;
        return (string, ends);
    }
    let mut folded = String::with_capacity(string.len());
    let mut rest = string.as_str();
    while let Some(at) = rest.find(['\r', '\n']) {
        folded.push_str(&rest[..at]);
        folded.push('\n');
        let end = &rest[at..];
        let (count, width) = if end.starts_with("\r\n") {
            (&mut ends.crlf, 2)
        } else if end.starts_with('\r') {
            (&mut ends.cr, 1)
        } else {
            (&mut ends.lf, 1)
        };
        *count += 1;
        rest = &end[width..];
    }
    folded.push_str(rest);
    (folded, ends)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, ends: &str, encoding: Encoding) {
        let decoded = decode(bytes).expect("a text");
        assert_eq!(
            (decoded.text.as_str(), decoded.line_ends.name(), decoded.encoding),
            (text, ends, encoding)
        );
    }

    #[track_caller]
    fn fails(bytes: &[u8], error: DecodeError) {
        assert_eq!(decode(bytes).map(|decoded| decoded.text), Err(error));
    }

    fn place(offset: u32, line: u32, column: u32) -> Place {
        Place { offset: CodePoint(offset), line, column }
    }

    #[test]
    fn encodings() {
        check(b"", "", "none", Encoding::Utf8);
        check("\u{FEFF}héllo".as_bytes(), "héllo", "none", Encoding::Utf8);
        check(b"\xFF\xFEh\0\x3D\xD8\x00\xDE\n\0", "h😀\n", "lf", Encoding::Utf16Le);
        check(b"\xFE\xFF\0h\xD8\x3D\xDE\x00\0\r", "h😀\n", "cr", Encoding::Utf16Be);
        check(b"\xFF\xFE", "", "none", Encoding::Utf16Le);
        // A mark that is not at the start is a character.
        check("a\u{FEFF}".as_bytes(), "a\u{FEFF}", "none", Encoding::Utf8);
        // Windows-1251, and UTF-8 cut off inside a character.
        fails(b"Moscow \xCC\xEE\xF1", DecodeError::UnknownEncoding { first_bad_byte_offset: 7 });
        fails(b"\xEF\xBB\xBFab\xC3", DecodeError::UnknownEncoding { first_bad_byte_offset: 5 });
        // UTF-16 without a mark: Latin, and Cyrillic where only the spaces hold NUL.
        fails(b"p\0o\0s\0t\0", DecodeError::UnknownEncoding { first_bad_byte_offset: 1 });
        fails(
            b"\x04\x14\x04\x30\0 \x04\x3D\x04\x35\0,",
            DecodeError::UnknownEncoding { first_bad_byte_offset: 4 },
        );
    }

    #[test]
    fn line_ends() {
        check(b"a\r\nb\r\n", "a\nb\n", "crlf", Encoding::Utf8);
        check(b"a\r\rb", "a\n\nb", "cr", Encoding::Utf8);
        check(b"a\n\r\nb\r", "a\n\nb\n", "mixed", Encoding::Utf8);
        let kept = "a\u{2028}b\u{85}c\u{B}d\u{C}e";
        check(kept.as_bytes(), kept, "none", Encoding::Utf8);
        let ends = decode(b"\r\n\r\n\r\n\r").expect("a text").line_ends;
        assert_eq!(ends, LineEnds { crlf: 3, cr: 1, lf: 0 });
    }

    #[test]
    fn refused_with_the_place() {
        fails("один\r\nдва\0, three, and the rest".as_bytes(), DecodeError::Nul(place(8, 2, 4)));
        fails(b"\xFF\xFEa\0\r\0\n\0\x3D\xD8b\0", DecodeError::LoneSurrogate(place(2, 2, 1)));
        fails(b"\xFE\xFF\0a\xDE\x00", DecodeError::LoneSurrogate(place(1, 1, 2)));
        fails(b"\xFF\xFEa\0b", DecodeError::LoneSurrogate(place(1, 1, 2)));
        let pasted = from_string("\u{FEFF}a\rb\0".into()).map(|decoded| decoded.text);
        assert_eq!(pasted, Err(DecodeError::Nul(place(3, 2, 2))));
    }

    #[test]
    fn binary_files_are_named() {
        fails(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", DecodeError::Binary(Binary::Png));
        fails(b"\xFF\xD8\xFF\xE0\0\x10JFIF", DecodeError::Binary(Binary::Jpeg));
        fails(b"%PDF-1.7\n%\xE2\xE3", DecodeError::Binary(Binary::Pdf));
        fails(b"PK\x03\x04\x14\0\0\0", DecodeError::Binary(Binary::Zip));
        fails(b"RIFF\x24\0\0\0WEBPVP8 ", DecodeError::Binary(Binary::Webp));
        fails(b"\x01\x02\0\0\0\xFE\x80\0\0\x10\0", DecodeError::Binary(Binary::Other));
        let message = decode(b"GIF89a\x01").map(|decoded| decoded.text).unwrap_err().to_string();
        assert_eq!(message, "this is a GIF image, not a text");
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_value(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(!decoded.text.as_str().contains(['\r', '\0']));
            }
        }

        #[test]
        fn the_three_encodings_agree(string in "[^\0\u{FEFF}]{0,60}") {
            let plain = decode(string.as_bytes());
            // A random text may open like a binary file or look like one; then all agree on that.
            prop_assume!(plain.is_ok());
            let plain = plain.expect("checked").text;
            let units: Vec<u16> = "\u{FEFF}".encode_utf16().chain(string.encode_utf16()).collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            let expected = string.replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(plain.as_str(), &expected);
            for decoded in [decode(&little), decode(&big), from_string(string)] {
                let decoded = decoded.expect("a text");
                prop_assert_eq!(decoded.text.as_str(), &expected);
            }
        }
    }
}
