//! Files that are no text, by their first bytes, so that the message can name them.

use crate::words::text as words;

/// A kind of file that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named by `name`")]
pub enum Binary {
    Png,
    Jpeg,
    Gif,
    Webp,
    Tiff,
    Pdf,
    Zip,
    Gzip,
    OldOffice,
    Sqlite,
    Wasm,
    Media,
    Utf32,
    Other,
}

impl Binary {
    /// What it is, with its article.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => words::png(),
            Self::Jpeg => words::jpeg(),
            Self::Gif => words::gif(),
            Self::Webp => words::webp(),
            Self::Tiff => words::tiff(),
            Self::Pdf => words::pdf(),
            Self::Zip => words::zip(),
            Self::Gzip => words::gzip(),
            Self::OldOffice => words::old_office(),
            Self::Sqlite => words::sqlite(),
            Self::Wasm => words::wasm(),
            Self::Media => words::media(),
            Self::Utf32 => words::utf32(),
            Self::Other => words::binary(),
        }
    }
}

/// How files of each kind begin.
const MAGIC: &[(&[u8], Binary)] = &[
    (b"\x89PNG\r\n\x1a\n", Binary::Png),
    (b"\xFF\xD8\xFF", Binary::Jpeg),
    (b"GIF87a", Binary::Gif),
    (b"GIF89a", Binary::Gif),
    (b"II*\0", Binary::Tiff),
    (b"MM\0*", Binary::Tiff),
    (b"%PDF-", Binary::Pdf),
    (b"PK\x03\x04", Binary::Zip),
    (b"PK\x05\x06", Binary::Zip),
    (b"\x1F\x8B\x08", Binary::Gzip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Binary::OldOffice),
    (b"SQLite format 3\0", Binary::Sqlite),
    (b"\0asm", Binary::Wasm),
    (b"OggS\0", Binary::Media),
    (b"ID3\x03\0", Binary::Media),
    (b"ID3\x04\0", Binary::Media),
    (b"\x1A\x45\xDF\xA3", Binary::Media),
    (b"\xFF\xFE\0\0", Binary::Utf32),
    (b"\0\0\xFE\xFF", Binary::Utf32),
];

/// The kind of a file that begins like no text does.
pub(super) fn by_magic(bytes: &[u8]) -> Option<Binary> {
    if bytes.starts_with(b"RIFF") && bytes.len() >= 12 {
        match &bytes[8..12] {
            b"WEBP" => return Some(Binary::Webp),
            b"WAVE" | b"AVI " => return Some(Binary::Media),
            _ => {}
        }
    }
    if bytes.len() >= 12 && bytes[..3] == [0, 0, 0] && &bytes[4..8] == b"ftyp" {
        return Some(Binary::Media);
    }
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

/// Whether bytes with NUL among them may be UTF-16 without a byte order mark: the NULs stand all at
/// even or all at odd places (the high bytes of spaces, digits and Latin letters), and are not rare.
/// A single one is a NUL in a text.
pub(super) fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let nuls = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let one_sided = (even == 0) != (odd == 0);
    bytes.len().is_multiple_of(2) && one_sided && even + odd >= 2 && (even + odd) * 50 >= head.len()
}

/// Whether bytes with NUL among them are no text at all: no UTF-8, or more than a few control
/// characters. One NUL in an otherwise good text is better reported with its place.
pub(super) fn is_noise(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C);
    std::str::from_utf8(bytes).is_err() || bytes.iter().filter(control).count() * 20 > bytes.len()
}
