//! From what a hand selected to what it meant.

use super::chars::{closing, is_number_sign, is_plus_or_minus, is_punctuation, is_space};
use super::words::{WordBreaks, ends_paragraph, starts_for_certain, window};
use super::{Byte, Span, Text};
use crate::sorted::sort_by;
use unicode_segmentation::UnicodeSegmentation;

/// Grows a selection to whole words, then takes white space and outer punctuation off; `None` if
/// nothing is left. Kept at the ends are: the full stop of an abbreviation such as "U.S.", a bracket
/// or quotation mark whose partner is inside, signs that adjoin a digit (5%, $5, −5), and # and @
/// before a word. Snapping what it returns changes nothing.
#[inline(never)]
pub fn snap(text: &Text, selected: Span, words: &WordBreaks) -> Option<Span> {
    let mut span = trim(text, grow(text, exact(text, selected)?, words))?;
    // What a second look would grow or trim: the grown span never gets larger, so it soon ends.
    for _ in 0..8 {
        let again = trim(text, grow(text, span, words))?;
        if again == span {
            break;
        }
        span = again;
    }
    Some(span)
}

/// Grows a selection to whole graphemes and takes line breaks off its ends; `None` if nothing is left.
pub fn exact(text: &Text, selected: Span) -> Option<Span> {
    let (start, end) = (text.floor_grapheme(selected.start()), text.ceil_grapheme(selected.end()));
    if selected.is_empty() || start >= end {
        return None;
    }
    let all = text.slice(Span::new(start, end));
    let lead = (all.len() - all.trim_start_matches('\n').len()) as u32;
    let inner = all.trim_matches('\n').len() as u32;
    (inner > 0).then(|| Span::new(Byte(start.0 + lead), Byte(start.0 + lead + inner)))
}

/// Grows to the word boundaries around both ends. A word that reaches out of the window is left as it
/// was selected.
fn grow(text: &Text, span: Span, words: &WordBreaks) -> Span {
    let near = window(text, span.start());
    let bounds = words.within(text, near);
    let start = bounds.into_iter().rev().map(|at| Byte(at as u32)).find(|&at| at <= span.start());
    let start = start.filter(|&at| at > near.start() || starts_for_certain(text, at));
    let near = window(text, span.end());
    let bounds = words.within(text, near);
    let end = bounds.into_iter().map(|at| Byte(at as u32)).find(|&at| at >= span.end());
    let end = end.filter(|&at| at < near.end() || ends_paragraph(text, at));
    Span::new(start.unwrap_or(span.start()), end.unwrap_or(span.end()))
}

fn trim(text: &Text, span: Span) -> Option<Span> {
    let all = text.as_str();
    let slice = text.slice(span);
    let base = span.start().index();
    let pairs = Pairs::of(slice);
    let (mut start, mut end) = (0, slice.len());
    loop {
        let inner = &slice[start..end];
        let (first, last) = (inner.graphemes(true).next()?, inner.graphemes(true).next_back()?);
        let (behind_first, before_last) = (start + first.len(), end - last.len());
        let around = |at: usize| (char_before(all, base + at), char_after(all, base + at));
        if is_space(first) {
            start = behind_first;
        } else if is_space(last) {
            end = before_last;
        } else if pairs.partner(start) == Some(before_last) && start < before_last {
            (start, end) = (behind_first, before_last);
        } else if is_punctuation(first)
            && pairs.partner(start).is_none_or(|at| at >= end)
            && !belongs_ahead(first, around(start).0, around(behind_first).1)
        {
            start = behind_first;
        } else if is_punctuation(last)
            && pairs.partner(before_last).is_none_or(|at| at < start)
            && !belongs_behind(last, inner, around(before_last).0)
        {
            end = before_last;
        } else {
            return Some(Span::new(Byte((base + start) as u32), Byte((base + end) as u32)));
        }
    }
}

/// Whether a mark at the start belongs to what it stands before.
fn belongs_ahead(mark: &str, before: Option<char>, after: Option<char>) -> bool {
    let Some(sign) = mark.chars().next() else { return false };
    let word_before = before.is_some_and(char::is_alphanumeric);
    match after {
        Some(after) if after.is_numeric() => {
            is_number_sign(sign) || sign == '#' || is_plus_or_minus(sign) && !word_before
        }
        Some(after) => matches!(sign, '#' | '@') && after.is_alphanumeric() && !word_before,
        None => false,
    }
}

/// Whether a mark at the end of `inner` belongs to what it stands behind.
fn belongs_behind(mark: &str, inner: &str, before: Option<char>) -> bool {
    let Some(sign) = mark.chars().next() else { return false };
    if is_number_sign(sign) {
        return before.is_some_and(char::is_numeric);
    }
    // An abbreviation: short parts with full stops between them, one of them a single letter.
    let word = inner.rsplit(|char: char| !char.is_alphabetic() && char != '.').nth(usize::from(sign != '.'));
    sign == '.'
        && word.and_then(|word| word.strip_suffix('.')).is_some_and(|word| {
            let lengths = || word.split('.').map(|part| part.chars().count());
            word.contains('.')
                && lengths().all(|length| (1..=4).contains(&length))
                && lengths().any(|length| length == 1)
        })
}

fn char_before(all: &str, at: usize) -> Option<char> {
    all[..at].chars().next_back()
}

fn char_after(all: &str, at: usize) -> Option<char> {
    all[at..].chars().next()
}

/// Which brackets and quotation marks of a string belong together, by their places.
struct Pairs(Vec<(usize, usize)>);

impl Pairs {
    fn of(slice: &str) -> Self {
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut pairs = Vec::new();
        for (at, char) in slice.char_indices() {
            // Only the mark opened last can be closed: crossing ones are left alone.
            if let Some(&(start, _)) = open.last().filter(|(_, close)| *close == char) {
                open.pop();
                pairs.push((start, at));
                pairs.push((at, start));
            } else if let Some(close) = closing(char) {
                open.push((at, close));
            }
        }
        sort_by(&mut pairs, Ord::cmp);
        Self(pairs)
    }

    /// The place of the partner of the mark at a place.
    fn partner(&self, at: usize) -> Option<usize> {
        self.0.binary_search_by_key(&at, |&(from, _)| from).ok().map(|index| self.0[index].1)
    }
}
