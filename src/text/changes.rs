//! What changed from one text to another, and where in the new one a stretch of the old one stands.

use super::source::is_grapheme_boundary;
use super::{Byte, Span, Text};
use imara_diff::{Algorithm, Diff, InternedInput};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of the old text that another one stands in the place of; one of the two may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was taken out.
    pub gone: Span,
    /// What was put in.
    pub put: Span,
}

/// Every change from one text to another, in order. What stands between them is the same in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    old: Text,
    new: Text,
    all: Vec<Change>,
}

/// The words of a stretch, and signs that stand for one. What stands between them, white space and punctuation, is no
/// landmark: it is everywhere.
fn words(text: &Text, within: Span) -> Vec<Span> {
    let base = within.start().index();
    let mut words = Vec::new();
    let mut start = base;
    // UAX #29 parts Thai vowels from their consonants.
    let ends = text.slice(within).split_word_bound_indices().map(|(at, piece)| base + at + piece.len());
    for end in ends.filter(|&at| is_grapheme_boundary(text.as_str(), at)) {
        let piece = &text.as_str()[start..end];
        if !piece.chars().all(|char| char.is_whitespace() || char.is_ascii_punctuation()) {
            words.push(Span::new(Byte(start as u32), Byte(end as u32)));
        }
        start = end;
    }
    words
}

/// The paragraphs of a text, each with the line breaks behind it.
fn paragraphs(text: &Text) -> Vec<Span> {
    let all = text.as_str();
    let mut paragraphs = Vec::new();
    let mut start = 0;
    while start < all.len() {
        let line = all[start..].find('\n').map_or(all.len(), |at| start + at);
        let breaks = all[line..].len() - all[line..].trim_start_matches('\n').len();
        let end = line + breaks;
        paragraphs.push(Span::new(Byte(start as u32), Byte(end as u32)));
        start = end;
    }
    paragraphs
}

/// Which pieces of two texts are not the same: from which to which, in each.
fn differing(old: &Text, from: &[Span], new: &Text, to: &[Span]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input = InternedInput::default();
    input.update_before(from.iter().map(|piece| old.slice(*piece)));
    input.update_after(to.iter().map(|piece| new.slice(*piece)));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let range = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| (range(hunk.before), range(hunk.after))).collect()
}

/// The stretch that some pieces of a text take; an empty one where there are none.
fn stretch(text: &Text, pieces: &[Span], some: Range<usize>) -> Span {
    let start = |n: usize| pieces.get(n).map_or(text.end(), |piece| piece.start());
    Span::new(start(some.start), start(some.end))
}

impl Changes {
    /// Compares two texts paragraph by paragraph, and those that are not the same word by word; in a word that changed,
    /// what it begins and ends with stays.
    pub fn between(old: &Text, new: &Text) -> Self {
        let (from, to) = (paragraphs(old), paragraphs(new));
        let mut changes = Self { old: old.clone(), new: new.clone(), all: Vec::new() };
        for (before, after) in differing(old, &from, new, &to) {
            changes.compare(stretch(old, &from, before), stretch(new, &to, after));
        }
        changes
    }

    /// Takes in what changed from one stretch to another, word by word.
    fn compare(&mut self, gone: Span, put: Span) {
        let (from, to) = (words(&self.old, gone), words(&self.new, put));
        let hunks = differing(&self.old, &from, &self.new, &to);
        let (mut a, mut b) = (0, 0);
        let (mut old_at, mut new_at) = (gone.start(), put.start());
        for (before, after) in hunks.into_iter().chain([(from.len()..from.len(), to.len()..to.len())]) {
            // Between two words that follow each other in both.
            while a < before.start {
                self.note(Span::new(old_at, from[a].start()), Span::new(new_at, to[b].start()));
                (old_at, new_at) = (from[a].end(), to[b].end());
                (a, b) = (a + 1, b + 1);
            }
            debug_assert_eq!(b, after.start, "what is the same is as long in both");
            (a, b) = (before.end, after.end);
        }
        self.note(Span::new(old_at, gone.end()), Span::new(new_at, put.end()));
    }

    /// Takes in what stands in one place of both texts, if it is not the same.
    fn note(&mut self, gone: Span, put: Span) {
        if self.old.slice(gone) != self.new.slice(put) {
            self.all.push(narrow(&self.old, &self.new, Change { gone, put }));
        }
    }

    /// The text before.
    pub fn old(&self) -> &Text {
        &self.old
    }

    /// The text now.
    pub fn new_text(&self) -> &Text {
        &self.new
    }

    /// The changes, in order.
    pub fn all(&self) -> &[Change] {
        &self.all
    }

    /// The number of the first change that ends behind a position of the old text, or stands there.
    fn first_at(&self, at: Byte) -> usize {
        self.all.partition_point(|change| change.gone.end() < at)
    }

    /// How a position of the old text that no change covers is to be moved: by the last change before it.
    fn moved(&self, at: Byte, changes_before: usize) -> Byte {
        match changes_before.checked_sub(1).map(|last| self.all[last]) {
            Some(last) => Byte(last.put.end().0 + (at.0 - last.gone.end().0)),
            None => at,
        }
    }

    /// Where a stretch of the old text stands in the new one, if nothing in it changed; what was put in right beside it
    /// is not part of it. None where that would cut a character as a reader sees it.
    pub fn kept(&self, span: Span) -> Option<Span> {
        // What was put in at its very start stands before it.
        let mut before = self.first_at(span.start());
        while self.all.get(before).is_some_and(|change| change.gone.end() <= span.start()) {
            before += 1;
        }
        if self.all.get(before).is_some_and(|change| change.gone.start() < span.end()) {
            return None;
        }
        let start = self.moved(span.start(), before);
        let moved = Span::new(start, Byte(start.0 + span.len()));
        let whole = |at: Byte| is_grapheme_boundary(self.new.as_str(), at.index());
        (self.new.get(moved)? == self.old.get(span)? && whole(moved.start()) && whole(moved.end()))
            .then_some(moved)
    }

    /// The stretch of the new text that stands in the place of one of the old; empty where that was taken out.
    pub fn place(&self, span: Span) -> Span {
        let start = self.position(span.start(), true);
        let end = self.position(span.end(), false);
        Span::new(start, end.max(start))
    }

    /// A stretch of the old text, grown to all that changed together with it.
    pub fn reach(&self, span: Span) -> Span {
        let first = self.first_at(span.start());
        let over = self.all[first..].iter().take_while(|change| change.gone.start() < span.end());
        over.filter(|change| change.gone.overlaps(span)).fold(span, |all, change| {
            Span::new(all.start().min(change.gone.start()), all.end().max(change.gone.end()))
        })
    }

    /// Where a position of the old text went: before what was put in there, or behind it.
    fn position(&self, at: Byte, before: bool) -> Byte {
        let first = self.first_at(at);
        let covers = |change: &&Change| change.gone.start() < at && at < change.gone.end();
        let touches = |change: &&Change| {
            // The end of what was taken out, for a start, is where the rest goes on; and likewise for an end.
            if before {
                change.gone.start() == at && !change.gone.is_empty()
            } else {
                change.gone.end() == at && !change.gone.is_empty()
            }
        };
        let near = self.all[first..].iter().take_while(|change| change.gone.start() <= at);
        if let Some(change) = near.clone().find(|change| covers(change) || touches(change)) {
            return if before { change.put.start() } else { change.put.end() };
        }
        let passed =
            near.filter(|change| change.gone.end() <= at && (before || change.gone.start() < at)).count();
        self.moved(at, first + passed)
    }
}

/// Leaves out what both sides of a change begin and end with.
fn narrow(old: &Text, new: &Text, change: Change) -> Change {
    let (gone, put) = (old.slice(change.gone), new.slice(change.put));
    let begin: usize = same(gone.graphemes(true), put.graphemes(true));
    let end = same(gone[begin..].graphemes(true).rev(), put[begin..].graphemes(true).rev());
    let cut = |text: &Text, span: Span| {
        let inner = Span::new(Byte(span.start().0 + begin as u32), Byte(span.end().0 - end as u32));
        let whole = |at: Byte| is_grapheme_boundary(text.as_str(), at.index());
        (whole(inner.start()) && whole(inner.end())).then_some(inner)
    };
    match (cut(old, change.gone), cut(new, change.put)) {
        (Some(gone), Some(put)) => Change { gone, put },
        _ => change,
    }
}

/// How many bytes two sequences begin with that are the same.
fn same<'a>(one: impl Iterator<Item = &'a str>, other: impl Iterator<Item = &'a str>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(one, _)| one.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn changes(old: &str, new: &str) -> Changes {
        Changes::between(&Text::new(old).unwrap(), &Text::new(new).unwrap())
    }

    /// The changes as a reader sees them: `[-gone-]{+put+}`.
    fn shown(old: &str, new: &str) -> String {
        let changes = changes(old, new);
        let mut out = String::new();
        let mut at = Byte(0);
        for change in changes.all() {
            out.push_str(changes.old.slice(Span::new(at, change.gone.start())));
            for (text, span, signs) in
                [(&changes.old, change.gone, "[--]"), (&changes.new, change.put, "{++}")]
            {
                if !span.is_empty() {
                    out.push_str(&signs[..2]);
                    out.push_str(text.slice(span));
                    out.push_str(&signs[2..]);
                }
            }
            at = change.gone.end();
        }
        out.push_str(changes.old.slice(Span::new(at, changes.old.end())));
        out
    }

    #[test]
    fn changes_are_found_word_by_word() {
        for (old, new, expected) in [
            ("Same.", "Same.", "Same."),
            ("In Jakrta today.", "In Jakarta today.", "In Jak{+a+}rta today."),
            ("1,200 people came", "1,400 people came", "1,[-2-]{+4+}00 people came"),
            ("One. Two. Three.", "One. Three.", "One. [-Two. -]Three."),
            ("", "New", "{+New+}"),
            ("Москве вчера", "Минске вчера", "М[-осквe-]{+инске+} вчера"),
        ] {
            // Cyrillic е is the last letter of both words.
            let expected = expected.replace("[-осквe-]{+инске+}", "[-оскв-]{+инск+}е");
            assert_eq!(shown(old, new), expected);
        }
    }

    #[test]
    fn a_mark_is_never_parted_from_its_letter() {
        // The old text goes on with an accent where the new one does not.
        assert_eq!(shown("cafe\u{301}", "cafe"), "caf[-e\u{301}-]{+e+}");
        let grown = changes("cafe now", "cafe\u{301} now");
        assert_eq!(grown.kept(Span::new(Byte(0), Byte(4))), None);
        assert_eq!(grown.place(Span::new(Byte(0), Byte(4))), Span::new(Byte(0), Byte(6)));
    }

    fn place(old: &str, quote: &str, new: &str) -> (Option<String>, String) {
        let start = old.find(quote).unwrap() as u32;
        let span = Span::new(Byte(start), Byte(start + quote.len() as u32));
        let changes = changes(old, new);
        (
            changes.kept(span).map(|span| changes.new.slice(span).to_owned()),
            changes.new.slice(changes.place(span)).to_owned(),
        )
    }

    #[test]
    fn a_stretch_is_kept_or_has_a_place() {
        let kept = |text: &str| (Some(text.to_owned()), text.to_owned());
        let changed = |text: &str| (None, text.to_owned());
        assert_eq!(place("Ada met Ben.", "Ben", "Yesterday Ada met Ben."), kept("Ben"));
        assert_eq!(place("Ada met Ben.", "Ada", "Ada Smith met Ben."), kept("Ada"));
        assert_eq!(place("Ada met Ben.", "Ben", "Ada met old Ben."), kept("Ben"));
        assert_eq!(place("in Jakrta today", "Jakrta", "in Jakarta today"), changed("Jakarta"));
        assert_eq!(place("Ada met Ben.", "met Ben", "Ada met old Ben."), changed("met old Ben"));
        assert_eq!(place("One. Two. Three.", "Two", "One. Three."), changed(""));
        assert_eq!(place("Indonesian boats", "Indonesia", "Indonesia boats"), kept("Indonesia"));
    }

    proptest! {
        /// The changes turn one text into the other, cut no character, and what lies between them is kept.
        #[test]
        fn changes_make_one_text_of_the_other(
            old in "([a-c ]|e\u{301}|中|ب|\n|👩‍👩‍👧|นี่){0,20}", new in "([a-c ]|e\u{301}|中|ب|\n|👩‍👩‍👧|นี่){0,20}",
        ) {
            let changes = changes(&old, &new);
            let (mut at, mut made) = (Byte(0), String::new());
            for change in changes.all() {
                prop_assert!(change.gone.start() >= at);
                let same = Span::new(at, change.gone.start());
                made.push_str(changes.old.slice(same));
                if !same.is_empty() {
                    let kept = changes.kept(same);
                    prop_assert!(kept.is_none_or(|kept| changes.new.slice(kept) == changes.old.slice(same)));
                    prop_assert_eq!(changes.place(same).len(), same.len());
                }
                made.push_str(changes.new.slice(change.put));
                for (text, span) in [(&changes.old, change.gone), (&changes.new, change.put)] {
                    for end in [span.start(), span.end()] {
                        prop_assert_eq!(text.floor_grapheme(end), end);
                    }
                }
                at = change.gone.end();
            }
            made.push_str(changes.old.slice(Span::new(at, changes.old.end())));
            prop_assert_eq!(made, new);
        }
    }
}
