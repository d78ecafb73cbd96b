//! Where words end, looked at locally: a megabyte without a line break costs no more
//! than a line.

use super::source::is_grapheme_boundary;
use super::{Byte, Span, Text, Utf16};
use crate::sorted::sort_by;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes that are looked at on each side of a position.
const REACH: usize = 2048;

/// Word boundaries that somebody handed in for some stretches of a text, for Thai, Chinese and
/// Japanese above all; everywhere else, and by default, UAX #29 decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordBreaks {
    stretches: Vec<(Span, Vec<usize>)>,
}

impl WordBreaks {
    /// Takes the boundaries inside one stretch (a block, say), counted in UTF-16 units from the start
    /// of the stretch as `Intl.Segmenter` does. Those outside are dropped, and
    /// those inside graphemes play no part. The
    /// stretch's own ends are boundaries too.
    pub fn hand_in(&mut self, text: &Text, stretch: Span, boundaries: impl IntoIterator<Item = Utf16>) {
        let base = text.utf16(stretch.start());
        let byte = |at: Utf16| text.byte_of_utf16(Utf16(base.0.checked_add(at.0)?));
        let inside = |at: &Byte| stretch.start() <= *at && *at <= stretch.end();
        let mut list: Vec<usize> =
            boundaries.into_iter().filter_map(byte).filter(inside).map(Byte::index).collect();
        list.extend([stretch.start().index(), stretch.end().index()]);
        sort_by(&mut list, Ord::cmp);
        list.dedup();
        self.stretches.retain(|(old, _)| *old != stretch);
        self.stretches.push((stretch, list));
    }

    /// The word boundaries inside a window, its own ends included.
    pub(super) fn within(&self, text: &Text, window: Span) -> Vec<usize> {
        let start = window.start().index();
        let slice = text.slice(window);
        let mut list: Vec<usize> = slice.split_word_bound_indices().map(|(at, _)| start + at).collect();
        join_abbreviations(text.as_str(), &mut list, window.end().index());
        for (stretch, given) in self.stretches.iter().filter(|(stretch, _)| stretch.overlaps(window)) {
            let (from, to) = (stretch.start().index(), stretch.end().index());
            list.retain(|&at| at < from || to < at);
            list.extend(given.iter().filter(|&&at| start <= at && at < window.end().index()));
        }
        list.extend([start, window.end().index()]);
        sort_by(&mut list, Ord::cmp);
        list.dedup();
        // UAX #29 parts Thai vowels from their consonants; a mark never does. One pass over the window,
        // since to ask at a single place may mean to count all flags before it.
        let mut graphemes = slice.grapheme_indices(true).map(|(at, _)| start + at).peekable();
        list.retain(|&at| {
            while graphemes.next_if(|&grapheme| grapheme < at).is_some() {}
            at == window.end().index() || graphemes.peek() == Some(&at)
        });
        list
    }
}

/// Takes out the boundary before the last full stop of "U.S." and "a.m.", of which UAX #29 leaves the
/// last one outside.
fn join_abbreviations(text: &str, list: &mut Vec<usize>, end: usize) {
    let mut index = 1;
    while index < list.len() {
        let next = list.get(index + 1).copied().unwrap_or(end);
        if &text[list[index]..next] == "." && is_initials(&text[list[index - 1]..list[index]]) {
            list.remove(index);
        }
        index += 1;
    }
}

/// Two or more single letters with full stops between them.
fn is_initials(word: &str) -> bool {
    let single = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    word.contains('.') && word.split('.').all(single)
}

/// The stretch of the paragraph around a position that is looked at. It starts at the paragraph's
/// start or behind white space, where that is near enough, since a word starts there for certain.
pub(super) fn window(text: &Text, at: Byte) -> Span {
    let all = text.as_str();
    let at = all.floor_char_boundary(at.index());
    let far = all.floor_char_boundary(at.saturating_sub(REACH));
    let before = &all[far..at];
    let start = match before.rfind('\n') {
        Some(line_break) => far + line_break + 1,
        None if far == 0 => 0,
        None => {
            let near = &before[..before.floor_char_boundary(REACH / 2)];
            let behind = |(space, char): (usize, char)| far + space + char.len_utf8();
            let mut starts = near.char_indices().filter(|(_, char)| char.is_whitespace()).map(behind);
            let graphemes =
                || (far..at).find(|&at| all.is_char_boundary(at) && is_grapheme_boundary(all, at));
            starts.find(|&start| is_grapheme_boundary(all, start)).or_else(graphemes).unwrap_or(at)
        }
    };
    let far = all.floor_char_boundary((at + REACH).min(all.len()));
    let end = match all[at..far].find('\n') {
        Some(line_break) => at + line_break,
        None => far,
    };
    Span::new(Byte(start as u32), Byte(end as u32))
}

/// Whether the start of a window is the start of a word for certain, not just as far as one looks.
pub(super) fn starts_for_certain(text: &Text, at: Byte) -> bool {
    text.as_str()[..at.index()].chars().next_back().is_none_or(char::is_whitespace)
}

/// Whether a position is the end of a paragraph.
pub(super) fn ends_paragraph(text: &Text, at: Byte) -> bool {
    text.as_str()[at.index()..].chars().next().is_none_or(|char| char == '\n')
}
