//! Where sentences begin and end: a rule of a page instead of the tables of UAX #29, which cost 12 KB of the first
//! load. Nothing that is stored hangs on it; it serves the caret and where a very long paragraph is cut.
//!
//! Unlike UAX #29 it knows initials: "J. Smith" and "the U.S. Senate" go on.

use super::chars::is_closing;
use super::{Byte, Span, Text, fold};

/// The sentences inside a window, without the white space around them.
pub(super) fn sentences(text: &Text, window: Span) -> Vec<Span> {
    let slice = text.slice(window);
    let mut starts = sentence_starts(slice).peekable();
    let mut spans = Vec::new();
    while let Some(start) = starts.next() {
        let sentence = slice[start..starts.peek().copied().unwrap_or(slice.len())].trim_end();
        if !sentence.is_empty() {
            let from = Byte(window.start().0 + start as u32);
            spans.push(Span::new(from, Byte(from.0 + sentence.len() as u32)));
        }
    }
    spans
}

/// Where the sentences of a piece begin: behind white space, or behind a full stop that needs none. In order; none in
/// a piece without a letter.
pub(super) fn sentence_starts(piece: &str) -> impl Iterator<Item = usize> {
    let start_of = |rest: &str| piece.len() - rest.trim_start().len();
    let first = start_of(piece);
    std::iter::successors(Some(first), move |&from| {
        let rest = &piece[from..];
        let mut stops = rest.char_indices().filter(|(_, char)| *char == '\n' || ends_sentence(*char));
        stops.find_map(|(at, _)| Some(start_of(after(rest, at)?)))
    })
    .take_while(|&start| start < piece.len())
}

/// What follows the sentence that the sign at `at` ends, if it ends one.
fn after(rest: &str, at: usize) -> Option<&str> {
    let (before, stop) = rest.split_at(at);
    if let Some(next) = stop.strip_prefix('\n') {
        return Some(next);
    }
    let signs = stop.trim_start_matches(ends_sentence);
    let next = signs.trim_start_matches(is_closing);
    if !next.starts_with(char::is_whitespace) {
        let full = stop[..stop.len() - signs.len()].chars().any(needs_no_space);
        return full.then_some(next);
    }
    if stop.starts_with(['.', '…']) {
        let word = before.rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default();
        let initial = stop.starts_with('.') && word.chars().count() == 1;
        let goes_on = next.chars().find(|char| char.is_alphanumeric()).is_some_and(is_small);
        if initial || goes_on {
            return None;
        }
    }
    Some(next)
}

/// Whether a letter is a small one of a script with case; the standard library's table is not worth its weight here.
pub(super) fn is_small(char: char) -> bool {
    matches!(char, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ' | 'ա'..='և')
        || matches!(char, 'Ā'..='ɏ' | 'ѐ'..='ԯ' | 'Ḁ'..='ỿ') && fold(char) == char
}

/// Signs that end a sentence, of the scripts that news is written in.
fn ends_sentence(char: char) -> bool {
    needs_no_space(char)
        || matches!(char,
            '.' | '!' | '?' | '…' | '‼'..='⁉' | '\u{589}' | '\u{61D}'..='\u{61F}' | '\u{6D4}' | '\u{964}' | '\u{965}'
            | '\u{104A}' | '\u{104B}' | '\u{1362}' | '\u{1367}' | '\u{17D4}' | '\u{17D5}')
}

/// Signs behind which the next sentence follows at once.
fn needs_no_space(char: char) -> bool {
    matches!(char, '。' | '！' | '？' | '｡' | '．' | '︒')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::from_string;

    /// Each sentence in brackets.
    fn shown(words: &str) -> String {
        let text = from_string(words.to_owned()).unwrap().text;
        let all = Span::new(Byte(0), text.end());
        let sentences = sentences(&text, all);
        sentences.into_iter().map(|span| format!("[{}]", text.slice(span))).collect()
    }

    #[test]
    fn sentences_of_many_scripts() {
        let cases = [
            ("One is. Two!\nThree", "[One is.][Two!][Three]"),
            ("  \n ", ""),
            ("Tiga koma 3.5 persen. Lalu 1.400 orang.", "[Tiga koma 3.5 persen.][Lalu 1.400 orang.]"),
            ("He said: “No.” Then he left.", "[He said: “No.”][Then he left.]"),
            ("(It rained.) It stopped.", "[(It rained.)][It stopped.]"),
            ("J. R. Smith of the U.S. Senate came. He", "[J. R. Smith of the U.S. Senate came.][He]"),
            ("about approx. five men … and so on", "[about approx. five men … and so on]"),
            ("What?! No... Yes", "[What?!][No...][Yes]"),
            ("Он сказал. Она «нет». Да", "[Он сказал.][Она «нет».][Да]"),
            ("قال نعم. وقالت لا؟ ثم", "[قال نعم.][وقالت لا؟][ثم]"),
            ("他说。她说：“好。”走了！", "[他说。][她说：“好。”][走了！]"),
            ("यह है। वह है।", "[यह है।][वह है।]"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
