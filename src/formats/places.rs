//! Offsets of files, in whichever unit: where they stand in a text, and which unit a file counts in.

use super::OffsetUnit;
use crate::text::{Byte, CodePoint, Span, Text, Utf16};
use crate::words::gathered as words;
use std::cell::OnceCell;
use unicode_segmentation::UnicodeSegmentation;

/// Why two offsets of a file are no span of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// One lies behind the end of the text.
    Outside,
    /// One lies inside a character.
    Cuts,
    /// The end is the start.
    Empty,
    /// The end stands before the start.
    Reversed,
}

impl Misplaced {
    /// What was found, in words.
    pub fn found(self, start: u64, end: u64) -> String {
        match self {
            Self::Outside => words::outside(start, end),
            Self::Cuts => words::cuts(start, end),
            Self::Empty => words::empty(start, end),
            Self::Reversed => words::reversed(start, end),
        }
    }
}

/// A text with its places in one unit.
pub(super) struct Places<'t> {
    text: &'t Text,
    unit: OffsetUnit,
    /// The starts of the graphemes, and the end; made when first asked for.
    graphemes: OnceCell<Vec<u32>>,
}

impl<'t> Places<'t> {
    /// The places of a text. A text has no tokens of its own: counted in [`OffsetUnit::Tokens`] everything is outside.
    pub(super) fn new(text: &'t Text, unit: OffsetUnit) -> Self {
        Self { text, unit, graphemes: OnceCell::new() }
    }

    /// The span between two offsets, the end exclusive.
    pub(super) fn span(&self, start: u64, end: u64) -> Result<Span, Misplaced> {
        if start > end {
            return Err(Misplaced::Reversed);
        }
        if start == end {
            return Err(Misplaced::Empty);
        }
        let (start, end) = (self.byte(start)?, self.byte(end)?);
        match start < end {
            true => Ok(Span::new(start, end)),
            false => Err(Misplaced::Cuts),
        }
    }

    fn byte(&self, at: u64) -> Result<Byte, Misplaced> {
        let at = u32::try_from(at).map_err(|_| Misplaced::Outside)?;
        let found = match self.unit {
            OffsetUnit::CodePoints => self.text.byte_of_code_point(CodePoint(at)),
            OffsetUnit::Utf16 => self.text.byte_of_utf16(Utf16(at)),
            OffsetUnit::Bytes => Some(Byte(at)).filter(|at| *at <= self.text.end()),
            OffsetUnit::Graphemes => self.grapheme(at),
            OffsetUnit::Tokens => None,
        };
        let byte = found.ok_or(Misplaced::Outside)?;
        let whole = match self.unit {
            OffsetUnit::Utf16 => self.text.utf16(byte) == Utf16(at),
            OffsetUnit::Bytes => self.text.is_boundary(byte),
            _ => true,
        };
        if whole { Ok(byte) } else { Err(Misplaced::Cuts) }
    }

    /// How many stand before a place; of tokens none.
    pub(super) fn offset(&self, at: Byte) -> u32 {
        match self.unit {
            OffsetUnit::CodePoints => self.text.code_point(at).0,
            OffsetUnit::Utf16 => self.text.utf16(at).0,
            OffsetUnit::Bytes => at.0,
            OffsetUnit::Graphemes => self.starts().partition_point(|&start| start < at.0) as u32,
            OffsetUnit::Tokens => 0,
        }
    }

    /// The span itself, or that of the whole graphemes where nothing smaller is counted.
    pub(super) fn whole(&self, span: Span) -> Span {
        match self.unit {
            OffsetUnit::Graphemes => {
                Span::new(self.text.floor_grapheme(span.start()), self.text.ceil_grapheme(span.end()))
            }
            _ => span,
        }
    }

    fn grapheme(&self, at: u32) -> Option<Byte> {
        self.starts().get(at as usize).copied().map(Byte)
    }

    fn starts(&self) -> &[u32] {
        self.graphemes.get_or_init(|| {
            let text = self.text.as_str();
            let starts = text.grapheme_indices(true).map(|(start, _)| start as u32);
            starts.chain([text.len() as u32]).collect()
        })
    }
}

/// What a file says of a piece of text: where it stands, and how it reads.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'a> {
    pub(super) text: &'a Text,
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) quote: &'a str,
}

/// Whether a piece of a text reads like a quote; a line end is one whichever way it was written.
pub(super) fn reads(piece: &str, quote: &str) -> bool {
    piece == quote || piece == quote.replace("\r\n", "\n").trim_start_matches('\u{feff}')
}

/// The unit in which the most quotes are what stands at their offsets, the first of these where several do as well; and
/// whether no other does as well. So many quotes are looked at that a text of every kind is among them, and no more.
pub(super) fn detect<'a>(
    units: &[OffsetUnit],
    quotes: impl Iterator<Item = Quoted<'a>>,
) -> Option<(OffsetUnit, bool)> {
    const MOST: usize = 2_000;
    let mut fits = vec![0_usize; units.len()];
    // Where a text has nothing but ASCII all units agree.
    for quoted in quotes.filter(|quoted| !quoted.text.as_str().is_ascii()).take(MOST) {
        for (fits, unit) in fits.iter_mut().zip(units) {
            let span = Places::new(quoted.text, *unit).span(quoted.start, quoted.end);
            *fits += usize::from(span.is_ok_and(|span| quoted.text.slice(span) == quoted.quote));
        }
    }
    let most = fits.iter().copied().max()?;
    let at = fits.iter().position(|fits| *fits == most)?;
    Some((units[at], fits.iter().filter(|fits| **fits == most).count() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(unit: OffsetUnit, start: u64, end: u64) -> Result<String, Misplaced> {
        // One code point of four bytes, a letter and its accent, a letter.
        let text = Text::new("😀e\u{301}x").expect("a text");
        Places::new(&text, unit).span(start, end).map(|span| text.slice(span).to_owned())
    }

    #[test]
    fn every_unit_finds_its_places() {
        let face = Ok("😀".to_owned());
        assert_eq!(place(OffsetUnit::CodePoints, 0, 1), face);
        assert_eq!(place(OffsetUnit::Utf16, 0, 2), face);
        assert_eq!(place(OffsetUnit::Bytes, 0, 4), face);
        assert_eq!(place(OffsetUnit::Graphemes, 0, 1), face);
        assert_eq!(place(OffsetUnit::Graphemes, 1, 2), Ok("e\u{301}".to_owned()));
        assert_eq!(place(OffsetUnit::Graphemes, 2, 3), Ok("x".to_owned()));
        assert_eq!(place(OffsetUnit::Bytes, 7, 8), Ok("x".to_owned()));
    }

    #[test]
    fn offsets_are_counted_as_they_are_read() {
        let text = Text::new("a👩‍👩‍👧e\u{301}\r\n😀").expect("a text");
        for (unit, expected) in [
            (OffsetUnit::Utf16, [1, 9, 11, 13, 15]),
            (OffsetUnit::CodePoints, [1, 6, 8, 10, 11]),
            (OffsetUnit::Graphemes, [1, 2, 3, 4, 5]),
            (OffsetUnit::Bytes, [1, 19, 22, 24, 28]),
        ] {
            let places = Places::new(&text, unit);
            let counted = [1, 19, 22, 24, 28].map(|at| places.offset(Byte(at)));
            assert_eq!(counted, expected);
            assert_eq!(places.span(0, counted[4].into()), Ok(text.span()));
        }
        let inside = Span::new(Byte(5), Byte(20));
        let whole = |unit| Places::new(&text, unit).whole(inside);
        assert_eq!(whole(OffsetUnit::Graphemes), Span::new(Byte(1), Byte(22)));
        assert_eq!(whole(OffsetUnit::Utf16), inside);
    }

    #[test]
    fn what_is_no_span_is_told_apart() {
        assert_eq!(place(OffsetUnit::Utf16, 0, 1), Err(Misplaced::Cuts));
        assert_eq!(place(OffsetUnit::Utf16, 1, 2), Err(Misplaced::Cuts));
        assert_eq!(place(OffsetUnit::Bytes, 0, 3), Err(Misplaced::Cuts));
        assert_eq!(place(OffsetUnit::CodePoints, 3, 5), Err(Misplaced::Outside));
        assert_eq!(place(OffsetUnit::Graphemes, 3, 4), Err(Misplaced::Outside));
        assert_eq!(place(OffsetUnit::CodePoints, 0, u64::MAX), Err(Misplaced::Outside));
        assert_eq!(place(OffsetUnit::CodePoints, 2, 2), Err(Misplaced::Empty));
        assert_eq!(place(OffsetUnit::CodePoints, 2, 1), Err(Misplaced::Reversed));
        assert_eq!(place(OffsetUnit::Tokens, 0, 1), Err(Misplaced::Outside));
    }

    #[test]
    fn quotes_tell_the_unit() {
        const UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Bytes];
        let (plain, face) = (Text::new("ab cd").expect("a text"), Text::new("😀 cd").expect("a text"));
        let of = |text, start, end, quote| [Quoted { text, start, end, quote }].into_iter();
        assert_eq!(detect(UNITS, of(&face, 2, 4, "cd")), Some((OffsetUnit::CodePoints, true)));
        assert_eq!(detect(UNITS, of(&face, 3, 5, "cd")), Some((OffsetUnit::Utf16, true)));
        assert_eq!(detect(UNITS, of(&face, 5, 7, "cd")), Some((OffsetUnit::Bytes, true)));
        assert_eq!(detect(UNITS, of(&plain, 3, 5, "cd")), Some((OffsetUnit::CodePoints, false)));
    }
}
