//! Finding words in the open article.

use super::{HitState, Ticks};
use crate::text::{Span, Text, Wanted, find};
use std::rc::Rc;

/// At most so many hits are listed and marked at a time.
pub const LISTED: usize = 500;
/// Characters of context on each side of a hit in the list.
const CONTEXT: usize = 40;

/// What is looked for in the open article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// The words, as they are typed.
    pub words: String,
    /// Whether they must be whole words.
    pub whole: bool,
    /// Where they stand, in order.
    pub hits: Rc<[Span]>,
    /// The one that was gone to last, from 0.
    pub at: Option<usize>,
    /// The one that was shown while the words were typed, and what was selected then.
    pub(super) shown: Option<(usize, Span)>,
    /// Which of them *Mark all* is to mark, by their place among the hits.
    pub ticks: Ticks<usize>,
}

impl Find {
    /// Looks for what it is to look for.
    pub(super) fn look(&mut self, text: &Text) {
        let wanted = Wanted::new(&self.words);
        self.hits = wanted.map_or_else(Rc::default, |wanted| find(text, &wanted, self.whole).into());
        self.at = None;
        self.shown = None;
        self.ticks = Ticks::default();
    }

    /// The hit behind a span, or the one before it; past the last comes the first.
    pub(super) fn step(&self, from: Span, by: isize) -> Option<usize> {
        let last = self.hits.len().checked_sub(1)?;
        Some(if by > 0 {
            let behind = self.hits.partition_point(|hit| hit.start() < from.end());
            if behind > last { 0 } else { behind }
        } else {
            let before = self.hits.partition_point(|hit| hit.end() <= from.start());
            before.checked_sub(1).unwrap_or(last)
        })
    }

    /// The hits that *Mark all* marks, by their states.
    pub fn chosen<'a>(&'a self, states: &'a [HitState]) -> impl Iterator<Item = (Span, &'a HitState)> {
        let hits = self.hits.iter().copied().zip(states).enumerate();
        hits.filter(|(n, (_, state))| self.ticks.takes(n, state)).map(|(_, hit)| hit)
    }
}

/// What stands before and behind a hit, in one line.
pub fn context(text: &Text, hit: Span) -> (String, String) {
    let (before, behind) = (&text.as_str()[..hit.start().0 as usize], &text.as_str()[hit.end().0 as usize..]);
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = behind.char_indices().nth(CONTEXT).map_or(behind.len(), |(at, _)| at);
    let more = |cut: bool| if cut { "…" } else { "" };
    let line = |part: &str| part.replace('\n', " ");
    let (first, last) = (more(from > 0), more(to < behind.len()));
    (format!("{first}{}", line(&before[from..])), format!("{}{last}", line(&behind[..to])))
}
