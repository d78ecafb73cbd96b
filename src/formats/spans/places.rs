//! Where the rows of a table stand in their texts: at their offsets, or where their words are.
//!
//! What offsets count, whether they begin at 0 or at 1, and whether the end is a part of the span: whichever makes the most
//! quotes what stands there. A quote that stands elsewhere is taken where it is nearest. Without offsets a quote that one
//! row of an article has is taken everywhere, as a whole word where it is one anywhere; what several rows have is taken
//! one place after the other.

use super::articles::Article;
use crate::formats::OffsetUnit;
use crate::formats::places::{Places, reads};
use crate::text::{Byte, Span, Text};
use std::collections::BTreeMap;

/// The units in which scripts have counted.
const UNITS: [OffsetUnit; 3] = [OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Bytes];
/// So many quotes say what offsets count.
const MOST: usize = 2_000;
/// So many bytes are looked through for quotes that do not stand where they should.
const BUDGET: usize = 1 << 29;

/// How offsets are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) unit: OffsetUnit,
    /// Whether the first character has the number 1.
    pub(super) from_one: bool,
    /// Whether the end is the last character.
    pub(super) inclusive: bool,
}

/// What a row says of its place.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) article: &'a Article,
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) quote: &'a str,
}

impl Frame {
    fn span(self, places: &Places<'_>, article: &Article, start: u64, end: u64) -> Option<Span> {
        let start = if self.from_one { start.checked_sub(1)? } else { start };
        let end = match (self.from_one, self.inclusive) {
            (true, false) => end.checked_sub(1)?,
            (false, true) => end.checked_add(1)?,
            _ => end,
        };
        article.original.span(places, start, end).ok()
    }

    /// The frame in which the most quotes are what stands at their offsets: of several the first, and the first of all is
    /// the one that is declared.
    pub(super) fn detect<'a>(declared: Option<OffsetUnit>, spots: impl Iterator<Item = Spot<'a>>) -> Self {
        let units = declared.into_iter().chain(UNITS.into_iter().filter(|unit| Some(*unit) != declared));
        let ways = [(false, false), (false, true), (true, true), (true, false)];
        let frame = |(from_one, inclusive)| {
            let units = units.clone();
            units.map(move |unit| Self { unit, from_one, inclusive })
        };
        let frames: Vec<Self> = ways.into_iter().flat_map(frame).collect();
        let mut fits = vec![0_usize; frames.len()];
        for spot in spots.filter(|spot| !spot.quote.is_empty()).take(MOST) {
            for (fits, frame) in fits.iter_mut().zip(&frames) {
                let places = spot.article.original.places(frame.unit);
                let span = frame.span(&places, spot.article, spot.start, spot.end);
                *fits +=
                    usize::from(span.is_some_and(|span| reads(spot.article.text.slice(span), spot.quote)));
            }
        }
        let most = fits.iter().copied().max().unwrap_or(0);
        frames[fits.iter().position(|fits| *fits == most).unwrap_or(0)]
    }
}

/// Where a row stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// At its offsets.
    Placed(Span),
    /// By its words, elsewhere.
    Quoted(Span),
    /// Nowhere: what stands at the offsets, if anything does.
    Lost(Option<Span>),
}

/// Finds rows.
pub(super) struct Finder<'a> {
    pub(super) frame: Frame,
    left: usize,
    /// Where a quote stands in an article, by the number of the article.
    known: BTreeMap<(usize, &'a str), Vec<Span>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(frame: Frame) -> Self {
        Self { frame, left: BUDGET, known: BTreeMap::new() }
    }

    /// Finds a row with offsets.
    pub(super) fn find(&mut self, n: usize, spot: Spot<'a>) -> Found {
        let places = spot.article.original.places(self.frame.unit);
        let span = self.frame.span(&places, spot.article, spot.start, spot.end);
        let text = &spot.article.text;
        match span {
            Some(span) if spot.quote.is_empty() || reads(text.slice(span), spot.quote) => Found::Placed(span),
            _ if spot.quote.is_empty() => Found::Lost(None),
            _ => {
                let near = span.map_or_else(
                    || usize::try_from(spot.start).unwrap_or(usize::MAX),
                    |span| span.start().index(),
                );
                let all = self.everywhere(n, spot.article, spot.quote);
                let behind = all.partition_point(|own| own.start().index() < near);
                let beside = all[behind.saturating_sub(1)..].iter().take(2);
                match beside.min_by_key(|own| own.start().index().abs_diff(near)) {
                    Some(own) => Found::Quoted(*own),
                    None => Found::Lost(span),
                }
            }
        }
    }

    /// Where a quote stands in an article, one behind the other.
    pub(super) fn everywhere(&mut self, n: usize, article: &Article, quote: &'a str) -> &[Span] {
        let left = &mut self.left;
        self.known.entry((n, quote)).or_insert_with(|| {
            let text = &article.text;
            if quote.trim().is_empty() || *left < text.as_str().len() {
                return Vec::new();
            }
            *left -= text.as_str().len();
            let found = text
                .as_str()
                .match_indices(quote)
                .map(|(at, own)| Span::new(Byte(at as u32), Byte((at + own.len()) as u32)));
            let found: Vec<Span> = found.collect();
            let whole: Vec<Span> = found.iter().copied().filter(|span| is_whole(text, *span)).collect();
            if whole.is_empty() { found } else { whole }
        })
    }
}

/// Whether a span cuts no word.
fn is_whole(text: &Text, span: Span) -> bool {
    let (start, end) = (span.start().index(), span.end().index());
    let joined = |at: usize| {
        let (before, behind) = (text.as_str()[..at].chars().next_back(), text.as_str()[at..].chars().next());
        before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric)
    };
    !joined(start) && !joined(end)
}
