//! From tokens to a text, and where in it they stand.

use crate::text::{Byte, Span, is_gap, is_unseen};

/// So many characters of a text may be white space that offsets ask for, beside four for each byte of the file: offsets
/// can say anything.
const BLANKS: usize = 10_000;

/// A text that is put together, and the places of its tokens.
#[derive(Debug, Default)]
pub(super) struct Placed {
    pub(super) text: String,
    pub(super) spans: Vec<Span>,
}

impl Placed {
    fn token(&mut self, token: &str) {
        let start = self.text.len();
        self.text.push_str(token);
        self.spans.push(span(start, self.text.len()));
    }

    /// Adds a sentence in a line of its own: its text if that holds the tokens, or else the tokens with blanks between
    /// them. False if there is a text that does not hold them.
    pub(super) fn sentence<'a>(
        &mut self,
        text: Option<&str>,
        tokens: impl Iterator<Item = &'a str> + Clone,
    ) -> bool {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        if let Some(text) = text
            && let Some(spans) = within(text, tokens.clone())
        {
            let base = self.text.len();
            let moved = |inner: Span| span(base + inner.start().index(), base + inner.end().index());
            self.spans.extend(spans.into_iter().map(moved));
            self.text.push_str(text);
            return true;
        }
        for (n, token) in tokens.enumerate() {
            if n > 0 {
                self.text.push(' ');
            }
            self.token(token);
        }
        text.is_none()
    }
}

/// Where tokens stand in a text, if they stand in it one after the other with nothing to see between them.
pub(super) fn within<'a>(text: &str, tokens: impl Iterator<Item = &'a str>) -> Option<Vec<Span>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for token in tokens {
        // What is skipped cannot be seen and what a token holds can, so that the first place is the only one.
        while !text[at..].starts_with(token) {
            at += text[at..].chars().next().filter(|char| is_unseen(*char))?.len_utf8();
        }
        spans.push(span(at, at + token.len()));
        at += token.len();
    }
    is_gap(&text[at..]).then_some(spans)
}

/// A token with its offsets in code points, and whether it begins a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offset<'a> {
    pub(super) token: &'a str,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) begins: bool,
}

/// The text in which tokens stand at their offsets, with blanks between them, and line ends where a sentence begins two
/// or more characters behind the one before. `None` where the offsets cannot be right.
pub(super) fn at_offsets<'a>(tokens: impl Iterator<Item = Offset<'a>>, bytes: usize) -> Option<Placed> {
    let mut placed = Placed::default();
    let mut at = 0_u32;
    let most = bytes.saturating_mul(4).saturating_add(BLANKS);
    for Offset { token, start, end, begins } in tokens {
        let gap = start.checked_sub(at)? as usize;
        if end.checked_sub(start)? as usize != token.chars().count() || placed.text.len() + gap > most {
            return None;
        }
        let blank = if begins && gap > 1 && at > 0 { '\n' } else { ' ' };
        placed.text.extend(std::iter::repeat_n(blank, gap));
        placed.token(token);
        at = end;
    }
    Some(placed)
}

fn span(start: usize, end: usize) -> Span {
    Span::new(Byte(start as u32), Byte(end as u32))
}
