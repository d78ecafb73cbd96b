//! Where a mark of one passage stands in another that reads nearly the same.

use super::{Carried, carry};
use crate::model::Fragments;
use crate::text::{Byte, Changes, Span, Text};

/// Two passages, held against each other character by character.
#[derive(Debug)]
pub struct Aligned {
    changes: Changes,
    from: Byte,
    to: Byte,
}

/// Where a mark goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// There it reads as it does here, in the same place of the passage.
    Same(Fragments),
    /// What stands in its place, or its words in another place: a person has to look.
    Near(Fragments),
}

impl Aligned {
    /// Of two passages of texts. `None` where a span cuts a character or leaves its text.
    pub fn new(from: (&Text, Span), to: (&Text, Span)) -> Option<Self> {
        let part = |(text, span): (&Text, Span)| Text::new(text.get(span)?).ok();
        let changes = Changes::between(&part(from)?, &part(to)?);
        Some(Self { changes, from: from.1.start(), to: to.1.start() })
    }

    /// Where a mark of the first passage goes in the second; `None` where it reaches out of its passage, or nothing there
    /// stands for it.
    pub fn place(&self, fragments: &Fragments) -> Option<Place> {
        let end = Byte(self.from.0 + self.changes.old().end().0);
        if fragments.hull().start() < self.from || fragments.hull().end() > end {
            return None;
        }
        let own = shifted(fragments, &|at| Byte(at.0 - self.from.0))?;
        let there = |found: &Fragments| shifted(found, &|at| Byte(at.0 + self.to.0));
        match carry(&self.changes, &own) {
            Carried::Stays(found) | Carried::Moves(found) => there(&found).map(Place::Same),
            Carried::Asks(offers) => there(offers.first()?).map(Place::Near),
        }
    }
}

fn shifted(fragments: &Fragments, to: &dyn Fn(Byte) -> Byte) -> Option<Fragments> {
    let spans = fragments.spans().iter();
    Fragments::new(spans.map(|span| Span::new(to(span.start()), to(span.end()))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FROM: &str = "Jakarta — Kementerian menyatakan 224 warga masih ditahan di Gaza.";
    const TO: &str =
        "(ANTARA) Kementerian menyatakan bahwa 229 warga masih ditahan di Gaza, kata juru bicara.";

    fn text(text: &str) -> Text {
        Text::new(text).expect("no NUL")
    }

    fn find(text: &Text, quote: &str) -> Span {
        let start = text.as_str().find(quote).expect("it is there") as u32;
        Span::new(Byte(start), Byte(start + quote.len() as u32))
    }

    #[test]
    fn a_mark_goes_where_its_words_are_or_to_what_stands_for_them() {
        // Something before both, so that places are not counted from the start of the texts.
        let (from, to) = (text(&format!("Judul\n{FROM}\nAkhir")), text(&format!("Another head\n\n{TO}")));
        let aligned = Aligned::new((&from, find(&from, FROM)), (&to, find(&to, TO))).expect("two passages");
        let place = |quote: &str| {
            let place = aligned.place(&Fragments::one(find(&from, quote)).expect("not empty"))?;
            let (same, found) = match place {
                Place::Same(found) => (true, found),
                Place::Near(found) => (false, found),
            };
            Some((same, to.slice(found.hull()).to_owned()))
        };
        let words = |same: bool, words: &str| Some((same, words.to_owned()));
        assert_eq!(place("Gaza"), words(true, "Gaza"));
        assert_eq!(place("Kementerian"), words(true, "Kementerian"));
        assert_eq!(place("224"), words(false, "229"));
        assert_eq!(place("224 warga"), words(false, "229 warga"));
        assert_eq!(place("Judul"), None, "it is of no passage");
        assert_eq!(place("Gaza.\nAkhir"), None, "it reaches out of it");
    }

    proptest! {
        /// What is said to read the same does, nothing cuts a character, and all stays within the other passage.
        #[test]
        fn places_are_whole_and_read_the_same(
            from in "([a-c ]|e\u{301}|中|ب|👩‍👩‍👧|นี่|🇮🇩){1,16}", to in "([a-c ]|e\u{301}|中|ب|👩‍👩‍👧|นี่|🇮🇩){1,16}",
            a in 0u32..60, b in 0u32..60,
        ) {
            let one = text(&format!("x\n{from}\ny"));
            let other = text(&format!("head\n{to}\ntail"));
            let within = Span::new(Byte(2), Byte(2 + from.len() as u32));
            let there = Span::new(Byte(5), Byte(5 + to.len() as u32));
            let inside = |at: u32| one.floor_grapheme(Byte(2 + at % (from.len() as u32 + 1)));
            let span = Span::new(inside(a), inside(b));
            let (Some(aligned), Some(mark)) = (Aligned::new((&one, within), (&other, there)), Fragments::one(span))
            else { return Ok(()) };
            let Some(place) = aligned.place(&mark) else { return Ok(()) };
            let (Place::Same(found) | Place::Near(found)) = &place;
            for span in found.spans() {
                prop_assert!(there.contains(*span));
                for end in [span.start(), span.end()] {
                    prop_assert_eq!(other.floor_grapheme(end), end);
                }
            }
            if matches!(place, Place::Same(_)) {
                prop_assert_eq!(one.slice(span), other.slice(found.hull()));
            }
        }
    }
}
