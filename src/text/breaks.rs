//! Steps of a caret, and the word under it.
//!
//! A step ahead goes to the end of the next word, sentence or paragraph and a step back to the start
//! of the one before, so that a step with Shift selects it without the white space around it.

use super::chars::is_word;
use super::sentences::sentences;
use super::words::{WordBreaks, ends_paragraph, window};
use super::{Byte, Span, Text};
use super::{fold, folded};

/// So many paragraphs without a word or sentence are stepped over at once, and no more.
const MOST_PARAGRAPHS: usize = 100;

/// How far one step of a caret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One character as people see it: a grapheme.
    Character,
    /// A word; what has none, such as a row of dashes, is stepped over.
    Word,
    /// A sentence.
    Sentence,
    /// A paragraph; empty lines are stepped over.
    Paragraph,
}

/// Where a caret stands after a step ahead; at the end it stays. Within a paragraph no more than a few
/// kilobytes are looked at, so what is longer than that takes several steps.
pub fn next(text: &Text, at: Byte, step: Step, words: &WordBreaks) -> Byte {
    let at = text.ceil_grapheme(at);
    let all = text.as_str();
    if at == text.end() {
        return at;
    }
    if step == Step::Character {
        return text.ceil_grapheme(Byte(at.0 + 1));
    }
    let mut from = at;
    for _ in 0..MOST_PARAGRAPHS {
        let rest = &all[from.index()..];
        let line = rest.len() - rest.trim_start_matches('\n').len();
        from = Byte(from.0 + line as u32);
        if from == text.end() {
            return from;
        }
        if step == Step::Paragraph {
            let length = all[from.index()..].find('\n').unwrap_or(text.end().index() - from.index());
            return Byte(from.0 + length as u32);
        }
        let window = window(text, from);
        let stop = match step {
            Step::Sentence => sentences(text, window).into_iter().map(Span::end).find(|&end| end > from),
            _ => word_spans(text, window, words).into_iter().map(Span::end).find(|&end| end > from),
        };
        match stop {
            Some(stop) => return text.ceil_grapheme(stop),
            // Nothing for so long: this is a step too.
            None if !ends_paragraph(text, window.end()) => return text.ceil_grapheme(window.end()),
            None => from = window.end(),
        }
    }
    text.ceil_grapheme(from)
}

/// Where a caret stands after a step back; at the start it stays.
pub fn prev(text: &Text, at: Byte, step: Step, words: &WordBreaks) -> Byte {
    let at = text.floor_grapheme(at);
    let all = text.as_str();
    if at == Byte(0) {
        return at;
    }
    if step == Step::Character {
        return text.floor_grapheme(Byte(at.0 - 1));
    }
    let mut from = at;
    for _ in 0..MOST_PARAGRAPHS {
        from = Byte(all[..from.index()].trim_end_matches('\n').len() as u32);
        if from == Byte(0) {
            return from;
        }
        if step == Step::Paragraph {
            return Byte(all[..from.index()].rfind('\n').map_or(0, |line| line + 1) as u32);
        }
        let window = window(text, from);
        let stop = match step {
            Step::Sentence => {
                sentences(text, window).into_iter().map(Span::start).rev().find(|&start| start < from)
            }
            _ => {
                word_spans(text, window, words).into_iter().map(Span::start).rev().find(|&start| start < from)
            }
        };
        let line_starts = window.start() == Byte(0) || all[..window.start().index()].ends_with('\n');
        match stop {
            Some(stop) => return text.floor_grapheme(stop),
            None if !line_starts => return text.floor_grapheme(Byte(window.start().0.min(from.0 - 1))),
            None => from = window.start(),
        }
    }
    text.floor_grapheme(from)
}

/// The word that holds a position or ends at it, or else what stands there between two word
/// boundaries: white space, a punctuation mark. Empty only in an empty line.
pub fn word_at(text: &Text, at: Byte, words: &WordBreaks) -> Span {
    let at = text.floor_grapheme(at);
    let window = window(text, at);
    let bounds = words.within(text, window);
    let pieces = || bounds.windows(2).map(|pair| Span::new(Byte(pair[0] as u32), Byte(pair[1] as u32)));
    let holds = pieces().find(|piece| piece.start() <= at && at < piece.end());
    let ends = pieces().find(|piece| piece.end() == at);
    let word = |piece: &Span| is_word(text.slice(*piece));
    let span = holds.filter(word).or(ends.filter(word)).or(holds).or(ends).unwrap_or(Span::new(at, at));
    Span::new(text.floor_grapheme(span.start()), text.ceil_grapheme(span.end()))
}

/// The word at a position as [`word_at`] has it, with the parts that hyphens join to it where all of them are one word:
/// "anak-anak", "undang-undangnya", "well-known", "кто-то". Parts of which one is a name stay apart, since the name is
/// what is marked: "Hamas-run", "Jakarta-Bandung".
pub fn whole_word_at(text: &Text, at: Byte, words: &WordBreaks) -> Span {
    let word = word_at(text, at, words);
    let all = text.as_str();
    let (mut start, mut end) = (word.start(), word.end());
    let (mut first, mut last) = (word, word);
    let hyphen = |char: Option<char>| char.filter(|char| matches!(char, '-' | '\u{2010}' | '\u{2011}'));
    while let Some(hyphen) = hyphen(all[end.index()..].chars().next()) {
        let from = Byte(end.0 + hyphen.len_utf8() as u32);
        let next = word_at(text, from, words);
        if next.start() != from || !are_one(text.slice(last), text.slice(next)) {
            break;
        }
        (last, end) = (next, next.end());
    }
    while let Some(hyphen) = hyphen(all[..start.index()].chars().next_back()) {
        let to = Byte(start.0 - hyphen.len_utf8() as u32);
        let before = word_at(text, Byte(to.0.saturating_sub(1)), words);
        if before.end() != to || !are_one(text.slice(before), text.slice(first)) {
            break;
        }
        (first, start) = (before, before.start());
    }
    Span::new(start, end)
}

/// Whether two parts with a hyphen between them are one word: both without capitals, or one a doubling of the other.
fn are_one(one: &str, other: &str) -> bool {
    // Words of the scripts behind Thai are known to the browser alone.
    let letter = |char: char| match char {
        '\u{300}'..='\u{36F}' => true,
        '\u{E00}'..='\u{1DFF}' | '\u{2000}'.. => false,
        _ => char.is_alphabetic(),
    };
    if one.is_empty() || other.is_empty() || !one.chars().chain(other.chars()).all(letter) {
        return false;
    }
    let small = |part: &str| part.chars().all(|char| fold(char) == char);
    let (a, b) = (folded(one), folded(other));
    small(one) && small(other) || b.starts_with(&a) || a.ends_with(&b)
}

/// The words inside a window.
fn word_spans(text: &Text, window: Span, words: &WordBreaks) -> Vec<Span> {
    let bounds = words.within(text, window);
    let spans = bounds.windows(2).map(|pair| Span::new(Byte(pair[0] as u32), Byte(pair[1] as u32)));
    spans.filter(|&span| is_word(text.slice(span))).collect()
}
