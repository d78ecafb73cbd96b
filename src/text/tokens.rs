//! The tokens of a text: what a format of one row per word is written with, the same on every machine.
//!
//! A token is a word, a number or a single sign as UAX #29 parts them, with three additions. The full stop of "U.S." and
//! "a.m." stays with its letters, as it does where a mark snaps to words. No token holds white space (U+001C to U+001F
//! are white space here, since Python parts at them), nor a sign that nobody sees at its ends, as a byte order mark. No
//! token ends inside a grapheme, unless white space is in that or a given span ends there.
//!
//! Thai, Lao, Khmer, Burmese, Chinese and Hiragana have no words in UAX #29: there each grapheme is a token, and a run of
//! Katakana is one. The browser would know their words, but each engine knows others, and tokens stand in files.

use super::chars::is_space;
use super::{Byte, Span, Text, WordBreaks};
use crate::sorted::sort_by;

/// The tokens of a text in order, disjoint; what lies between them is white space or invisible.
pub fn tokens(text: &Text) -> Vec<Span> {
    let words = WordBreaks::default();
    let mut tokens = Vec::new();
    let mut start = 0;
    // Every rule stops at a line end, so that no more than a line is looked at at once.
    for line in text.as_str().split('\n') {
        let bounds = words.within(text, span(start, start + line.len()));
        for pair in bounds.windows(2) {
            visible(text, pair[0], pair[1], &mut tokens);
        }
        start += line.len() + 1;
    }
    tokens
}

/// Cuts the tokens in which a span begins or ends, so that every span is made of whole ones, and says how many were cut.
pub fn cut_tokens(text: &Text, tokens: &mut Vec<Span>, spans: &[Span]) -> usize {
    let mut places: Vec<Byte> = spans.iter().flat_map(|span| [span.start(), span.end()]).collect();
    sort_by(&mut places, Ord::cmp);
    places.dedup();
    let mut places = places.into_iter().peekable();
    let mut parts = Vec::with_capacity(tokens.len());
    let mut count = 0;
    for token in &*tokens {
        let mut start = token.start();
        let before = parts.len();
        while places.next_if(|&at| at <= start).is_some() {}
        while let Some(at) = places.next_if(|&at| at < token.end()) {
            visible(text, start.index(), at.index(), &mut parts);
            start = at;
        }
        visible(text, start.index(), token.end().index(), &mut parts);
        count += usize::from(parts.len() > before + 1);
    }
    *tokens = parts;
    count
}

/// A span without the white space and the invisible signs at its ends, which are in no token; `None` if nothing is left.
pub fn trimmed(text: &Text, span: Span) -> Option<Span> {
    let piece = text.slice(span);
    let start = piece.trim_start_matches(is_unseen);
    let inner = start.trim_end_matches(is_unseen);
    let from = Byte(span.end().0 - start.len() as u32);
    (!inner.is_empty()).then(|| Span::new(from, Byte(from.0 + inner.len() as u32)))
}

/// Whether nothing lies there that a token would hold.
pub fn is_gap(piece: &str) -> bool {
    piece.chars().all(is_unseen)
}

/// White space for those who read rows.
fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{1C}'..='\u{1F}')
}

/// Whether a character is white space, or one that nobody sees.
pub fn is_unseen(char: char) -> bool {
    is_blank(char) || is_space(char.encode_utf8(&mut [0; 4]))
}

/// Takes what can be seen of a piece between two boundaries, cut at the white space in it.
fn visible(text: &Text, start: usize, end: usize, tokens: &mut Vec<Span>) {
    let mut at = start;
    for part in text.as_str()[start..end].split(is_blank) {
        let seen = part.trim_start_matches(is_unseen);
        let from = at + part.len() - seen.len();
        let seen = seen.trim_end_matches(is_unseen);
        if !seen.is_empty() {
            tokens.push(span(from, from + seen.len()));
        }
        at += part.len();
        // Over the white space; behind the last part there is none.
        at += text.as_str()[at..end].chars().next().map_or(0, char::len_utf8);
    }
}

fn span(start: usize, end: usize) -> Span {
    Span::new(Byte(start as u32), Byte(end as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::from_string;

    fn text(words: &str) -> Text {
        from_string(words.to_owned()).unwrap().text
    }

    fn shown(text: &Text, tokens: &[Span]) -> String {
        let slices: Vec<&str> = tokens.iter().map(|span| text.slice(*span)).collect();
        slices.join("|")
    }

    #[test]
    fn tokens_of_many_scripts() {
        for (words, expected) in [
            ("Tiga koma 3.5 persen, 1.400 orang.", "Tiga|koma|3.5|persen|,|1.400|orang|."),
            ("the U.S. Senate at 9 a.m.", "the|U.S.|Senate|at|9|a.m."),
            ("anak-anak can’t #tag @x", "anak|-|anak|can’t|#|tag|@|x"),
            ("\"No...\" 5%", "\"|No|.|.|.|\"|5|%"),
            ("a\u{A0}b\u{200B}c\u{2028}d\u{85}e\u{1F}f\tg", "a|b|c|d|e|f|g"),
            ("👩‍👩‍👧🇮🇩 e\u{301}x", "👩‍👩‍👧|🇮🇩|e\u{301}x"),
            ("他说。カタカナ ひら", "他|说|。|カタカナ|ひ|ら"),
            ("นี่คือ", "นี่|คื|อ"),
            ("قال نعم.", "قال|نعم|."),
            ("한국 क्षि", "한국|क्षि"),
            (" \u{301}x \n\n", "\u{301}|x"),
            ("\u{200B} \u{200E}", ""),
            ("\u{FEFF}\u{200D}x\u{200E} a\u{AD}b", "\u{200D}|x|a\u{AD}b"),
            ("", ""),
        ] {
            let text = text(words);
            assert_eq!(shown(&text, &tokens(&text)), expected, "{words}");
        }
    }

    #[test]
    fn tokens_are_cut_where_a_span_cuts() {
        for (words, spans, expected, cuts) in [
            ("Hamas-run Gazans", &[(11, 14)][..], "Hamas|-|run|G|aza|ns", 1),
            ("abc def", &[(1, 5)], "a|bc|d|ef", 2),
            ("abc def", &[(0, 3), (4, 7)], "abc|def", 0),
            ("abc def", &[(0, 7), (1, 2)], "a|b|c|def", 1),
            ("a\u{AD}bc", &[(0, 1)], "a|bc", 1),
            ("a\u{AD} bc", &[(0, 1)], "a|bc", 0),
        ] {
            let text = text(words);
            let mut all = tokens(&text);
            let spans: Vec<Span> = spans.iter().map(|&(a, b)| span(a, b)).collect();
            assert_eq!(cut_tokens(&text, &mut all, &spans), cuts, "{words}");
            assert_eq!(shown(&text, &all), expected, "{words}");
        }
    }

    #[test]
    fn ends_that_no_token_holds_are_trimmed() {
        let text = text("  a\u{200B}b \u{1F}\u{FEFF} ");
        let inner = trimmed(&text, text.span()).expect("something is left");
        assert_eq!(text.slice(inner), "a\u{200B}b");
        assert_eq!(trimmed(&text, span(0, 2)), None);
    }
}
