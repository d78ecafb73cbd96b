//! A text in tokens and sentences, cut for what is marked in it: what formats of one row per token are written with.

use crate::text::{Span, Text, cut_tokens, file_sentences, join_sentences, tokens};
use std::ops::Range;

/// The tokens of a text, and where its sentences begin.
#[derive(Debug)]
pub(super) struct Tokenised {
    /// In order and disjoint.
    pub(super) tokens: Vec<Span>,
    /// Whether a sentence begins with the token.
    pub(super) starts: Vec<bool>,
    /// How many tokens were cut.
    pub(super) cut: usize,
}

impl Tokenised {
    /// Every piece is made of whole tokens, and no whole goes over the end of a sentence.
    pub(super) fn new(text: &Text, pieces: &[Span], wholes: &[Span]) -> Self {
        let mut tokens = tokens(text);
        let cut = cut_tokens(text, &mut tokens, pieces);
        let mut sentences = file_sentences(text);
        join_sentences(&mut sentences, wholes);
        // A token belongs to the last sentence that began: one may begin inside a token.
        let mut starts = vec![false; tokens.len()];
        for sentence in &sentences {
            let first = tokens.partition_point(|token| token.start() < sentence.start());
            starts.get_mut(first).into_iter().for_each(|start| *start = true);
        }
        starts.first_mut().into_iter().for_each(|start| *start = true);
        Self { tokens, starts, cut }
    }

    /// The tokens of a piece.
    pub(super) fn range(&self, piece: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.start() < piece.start());
        first..self.tokens.partition_point(|token| token.end() <= piece.end())
    }

    /// The tokens of each sentence.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = (0..self.tokens.len()).filter(|&n| self.starts[n]);
        let mut ends = starts.clone().skip(1);
        starts.map(move |start| start..ends.next().unwrap_or(self.tokens.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Byte, from_string};

    #[test]
    fn tokens_are_those_of_pieces_and_sentences() {
        let text = from_string("One two. Three.\nFour".to_owned()).unwrap().text;
        let span = |a, b| Span::new(Byte(a), Byte(b));
        let cut = Tokenised::new(&text, &[span(4, 6)], &[span(9, 18)]);
        let shown: Vec<&str> = cut.tokens.iter().map(|token| text.slice(*token)).collect();
        assert_eq!(shown, ["One", "tw", "o", ".", "Three", ".", "Four"]);
        assert_eq!((cut.cut, cut.range(span(4, 6))), (1, 1..2));
        assert_eq!(cut.sentences().collect::<Vec<_>>(), [0..4, 4..7]);
        assert_eq!(Tokenised::new(&from_string(" ".into()).unwrap().text, &[], &[]).sentences().count(), 0);
    }
}
