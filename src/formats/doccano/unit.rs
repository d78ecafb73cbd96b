//! Places in a text by the unit that a doccano project counts.

use crate::text::{Byte, CodePoint, Span, Text, Utf16};
use unicode_segmentation::UnicodeSegmentation as _;

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// UTF-16 code units: what doccano's page counts.
    Utf16,
    /// Code points: doccano before 1.5, and programs in Python.
    CodePoints,
    /// Grapheme clusters: a setting of a doccano project.
    Graphemes,
}

impl Unit {
    /// All of them, the likeliest first.
    pub(super) const ALL: [Self; 3] = [Self::Utf16, Self::CodePoints, Self::Graphemes];

    /// Its word in options and rows.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Utf16 => "utf16",
            Self::CodePoints => "codepoint",
            Self::Graphemes => "grapheme",
        }
    }

    /// The one with this word.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.word() == word)
    }
}

/// Counts in one text.
pub(super) struct Places<'a> {
    text: &'a Text,
    unit: Unit,
    /// Where grapheme clusters begin, and the end of the text; empty where others are counted.
    clusters: Vec<u32>,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a Text, unit: Unit) -> Self {
        let mut clusters = Vec::new();
        if unit == Unit::Graphemes {
            clusters.extend(text.as_str().grapheme_indices(true).map(|(at, _)| at as u32));
            clusters.push(text.end().0);
        }
        Self { text, unit, clusters }
    }

    /// The span itself, or that of the whole clusters where nothing smaller is counted.
    pub(super) fn whole(&self, span: Span) -> Span {
        match self.unit {
            Unit::Graphemes => {
                Span::new(self.text.floor_grapheme(span.start()), self.text.ceil_grapheme(span.end()))
            }
            _ => span,
        }
    }

    /// How many stand before a place.
    pub(super) fn count(&self, at: Byte) -> u32 {
        match self.unit {
            Unit::Utf16 => self.text.utf16(at).0,
            Unit::CodePoints => self.text.code_point(at).0,
            Unit::Graphemes => self.clusters.partition_point(|&start| start < at.0) as u32,
        }
    }

    #[cfg_attr(not(test), expect(dead_code, reason = "reading comes after writing"))]
    /// The place before which so many stand; `None` outside of the text and inside a character.
    pub(super) fn byte(&self, count: u32) -> Option<Byte> {
        let at = match self.unit {
            Unit::Utf16 => self.text.byte_of_utf16(Utf16(count)),
            Unit::CodePoints => self.text.byte_of_code_point(CodePoint(count)),
            Unit::Graphemes => self.clusters.get(count as usize).map(|&at| Byte(at)),
        };
        at.filter(|&at| self.count(at) == count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_counts_there_and_back() {
        let text = Text::new("a👩‍👩‍👧e\u{301}\r\n😀").expect("no NUL");
        for (unit, expected) in [
            (Unit::Utf16, [1, 9, 11, 13, 15]),
            (Unit::CodePoints, [1, 6, 8, 10, 11]),
            (Unit::Graphemes, [1, 2, 3, 4, 5]),
        ] {
            let places = Places::new(&text, unit);
            let bytes: Vec<Byte> = [1, 19, 22, 24, 28].map(Byte).to_vec();
            let counted: Vec<u32> = bytes.iter().map(|&at| places.count(at)).collect();
            assert_eq!(counted, expected);
            let back: Vec<_> = counted.iter().filter_map(|&count| places.byte(count)).collect();
            assert_eq!(back, bytes);
            assert_eq!(places.byte(99), None);
        }
        let clusters = Places::new(&text, Unit::Graphemes);
        assert_eq!(clusters.whole(Span::new(Byte(5), Byte(20))), Span::new(Byte(1), Byte(22)));
        assert_eq!(Places::new(&text, Unit::Utf16).byte(2), None, "inside a pair");
    }
}
