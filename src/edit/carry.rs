//! Where an annotation goes when its document gets another text: by place, by quote and by what stands around it.

use crate::model::Fragments;
use crate::sorted::insertion_sort_by;
use crate::text::{Byte, Changes, Span, Step, Text, Wanted, WordBreaks, exact, find, next, word_at};

/// How many places are offered for one annotation.
const OFFERED: usize = 5;
/// So many characters are held against each other on each side of a quote.
const CONTEXT: usize = 24;
/// What must be the same around a quote, in characters, for it to be known again elsewhere.
const ENOUGH: usize = 16;
/// How many bytes more than the quote may stand in its place for it to be looked for there.
const NEAR: u32 = 64;
/// How much words must be alike, of 100, to be offered for each other.
const LIKE: usize = 50;
/// What stands in the place of a quote may be so much longer than twice the quote, in bytes, to be offered whole.
const FEW: u32 = 16;
/// Where a place is long, so many words of it are looked at.
const WORDS: usize = 100;

/// What becomes of an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Its text stands where it stood, as it was.
    Stays(Fragments),
    /// Its text stands elsewhere with all that was around it: it goes there.
    Moves(Fragments),
    /// A person has to say where it goes; the likeliest places, if any, the likeliest first.
    Asks(Vec<Fragments>),
}

/// Where an annotation of the old text goes.
pub fn carry(changes: &Changes, fragments: &Fragments) -> Carried {
    let spans = fragments.spans();
    let kept: Option<Vec<Span>> = spans.iter().map(|span| stays(changes, *span)).collect();
    if let Some(fragments) = kept.and_then(Fragments::new) {
        return Carried::Stays(fragments);
    }
    match elsewhere(changes, fragments) {
        Some(fragments) => Carried::Moves(fragments),
        None => Carried::Asks(offers(changes, fragments)),
    }
}

/// The few places of the new text that hold these words and are nearest to a position, the nearest first, and how many
/// hold them.
pub fn places_of(new: &Text, words: &str, near: Byte) -> (Vec<Fragments>, usize) {
    let Some(wanted) = Wanted::new(words) else { return (Vec::new(), 0) };
    let found = find(new, &wanted, false);
    let all = found.len();
    (nearest(found.into_iter(), near).into_iter().filter_map(Fragments::one).collect(), all)
}

/// Where a stretch stands that did not change, or the one place in its own that reads as it did.
fn stays(changes: &Changes, span: Span) -> Option<Span> {
    let whole = |new: &Span| is_apart(changes.new_text(), *new) || !is_apart(changes.old(), span);
    if let Some(kept) = changes.kept(span) {
        // Not where a word grew at its ends: Zakharov is not a part of Zakharova.
        return Some(kept).filter(whole);
    }
    let place = changes.place(span);
    let quote = changes.old().slice(span);
    if place.len() > span.len() + NEAR {
        return None;
    }
    let mut found = occurrences(changes.new_text(), place, quote);
    let one = found.next().filter(|_| found.next().is_none())?;
    Some(one).filter(whole)
}

/// Whether no word goes on beyond the ends.
fn is_apart(text: &Text, span: Span) -> bool {
    let letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let goes_on = |at: Byte| {
        let (before, behind) = text.as_str().split_at(at.index());
        // Where words end is looked for only between letters: it takes longer, and ends words of Chinese, too.
        letter(before.chars().next_back()) && letter(behind.chars().next()) && {
            let word = word_at(text, at, &WordBreaks::default());
            word.start() < at && at < word.end()
        }
    };
    !goes_on(span.start()) && !goes_on(span.end())
}

/// The places inside a stretch that read so, as whole characters.
fn occurrences<'a>(text: &'a Text, within: Span, quote: &'a str) -> impl Iterator<Item = Span> + 'a {
    let base = within.start().0;
    let spans = text.slice(within).match_indices(quote).map(move |(at, found)| {
        let start = base + at as u32;
        Span::new(Byte(start), Byte(start + found.len() as u32))
    });
    spans.filter(move |span| is_whole(text, *span))
}

fn is_whole(text: &Text, span: Span) -> bool {
    text.floor_grapheme(span.start()) == span.start() && text.floor_grapheme(span.end()) == span.end()
}

/// Where what stood around an annotation and the annotation itself stand together, if that is at one place in both.
fn elsewhere(changes: &Changes, fragments: &Fragments) -> Option<Fragments> {
    let (old, new) = (changes.old(), changes.new_text());
    let hull = fragments.hull();
    let wide = around(old, hull);
    let context = old.slice(Span::new(wide.start(), hull.start())).chars().count()
        + old.slice(Span::new(hull.end(), wide.end())).chars().count();
    if context < ENOUGH {
        return None;
    }
    let mut found = new.as_str().match_indices(old.slice(wide));
    let (at, _) = found.next().filter(|_| found.next().is_none())?;
    if old.as_str().match_indices(old.slice(wide)).nth(1).is_some() {
        return None;
    }
    let moved = |span: &Span| {
        let to = |end: Byte| Byte(at as u32 + (end.0 - wide.start().0));
        Some(Span::new(to(span.start()), to(span.end()))).filter(|span| is_whole(new, *span))
    };
    Fragments::new(fragments.spans().iter().map(moved).collect::<Option<_>>()?)
}

/// A stretch with what stands around it.
fn around(text: &Text, span: Span) -> Span {
    let all = text.as_str();
    let before = all[..span.start().index()].char_indices().rev().take(CONTEXT).last();
    let after = all[span.end().index()..].char_indices().nth(CONTEXT);
    let start = before.map_or(span.start().index(), |(at, _)| at);
    let end = after.map_or(all.len(), |(at, _)| span.end().index() + at);
    Span::new(Byte(start as u32), Byte(end as u32))
}

/// The likeliest places, the likeliest first.
fn offers(changes: &Changes, fragments: &Fragments) -> Vec<Fragments> {
    let new = changes.new_text();
    let hull = fragments.hull();
    let mut offers: Vec<Fragments> = Vec::new();
    let mut offer = |fragments: Option<Fragments>| {
        offers.extend(fragments.filter(|new| !offers.contains(new)));
    };
    // What stands there now.
    let places =
        fragments.spans().iter().filter_map(|span| stays(changes, *span).or_else(|| instead(changes, *span)));
    offer(Fragments::join(places.collect()));
    if let [span] = fragments.spans() {
        let quote = changes.old().slice(*span);
        let near = changes.place(*span).start();
        let mut same = nearest(occurrences(new, new.span(), quote), near);
        if same.is_empty() {
            same = places_of(new, quote, near).0.iter().map(Fragments::hull).collect();
        }
        // What reads alike on both sides is likelier than what is nearer.
        insertion_sort_by(&mut same, |a, b| alike(changes, hull, *b).cmp(&alike(changes, hull, *a)));
        same.into_iter().for_each(|span| offer(Fragments::one(span)));
    }
    offers.truncate(OFFERED);
    offers
}

/// What stands in the place of a stretch now, in whole words: all of it, if it reads much like the stretch did; else the
/// words among it that do; else all, if what changed is little more than the stretch.
fn instead(changes: &Changes, span: Span) -> Option<Span> {
    let (old, new) = (changes.old(), changes.new_text());
    let place = trimmed(new, changes.place(span))?;
    let breaks = WordBreaks::default();
    let first = word_at(new, place.start(), &breaks).start().min(place.start());
    let last = word_at(new, place.end(), &breaks);
    // The word that only begins where the place ends is not of it.
    let end = if last.start() < place.end() { last.end().max(place.end()) } else { place.end() };
    let whole = Span::new(first, end);
    let (before, now) = (words(old, span), words(new, whole));
    let quote = old.slice(span);
    let all = trimmed(new, whole)?;
    if likeness(quote, new.slice(all)) >= LIKE {
        return Some(all);
    }
    let mut best: Option<(usize, Span)> = None;
    for (n, from) in now.iter().enumerate() {
        for to in &now[n..(n + before.len() + 1).min(now.len())] {
            let some = Span::new(from.start(), to.end());
            let like = likeness(quote, new.slice(some));
            if like >= LIKE && best.is_none_or(|(most, _)| like > most) {
                best = Some((like, some));
            }
        }
    }
    let few = 2 * span.len() + FEW;
    best.map(|(_, some)| some).or((all.len().max(changes.reach(span).len()) <= few).then_some(all))
}

/// The words of a stretch, no more than can be looked through in a moment.
fn words(text: &Text, span: Span) -> Vec<Span> {
    let breaks = WordBreaks::default();
    let mut words = Vec::new();
    let mut at = span.start();
    while at < span.end() && words.len() < WORDS {
        let end = next(text, at, Step::Word, &breaks);
        if end <= at || end > span.end() {
            break;
        }
        words.push(Span::new(word_at(text, end, &breaks).start().max(at), end));
        at = end;
    }
    words
}

/// How much two pieces are alike, of 100: what they begin and end with.
fn likeness(one: &str, other: &str) -> usize {
    let (long, short) =
        (one.chars().count().max(other.chars().count()), one.chars().count().min(other.chars().count()));
    let begin = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let end =
        one.chars().rev().zip(other.chars().rev()).take(short - begin).take_while(|(a, b)| a == b).count();
    100 * (begin + end) / long.max(1)
}

/// Without white space at its ends, in whole characters.
fn trimmed(text: &Text, span: Span) -> Option<Span> {
    let all = text.slice(span);
    let start = span.start().0 + (all.len() - all.trim_start().len()) as u32;
    let inner = all.trim().len() as u32;
    exact(text, Span::new(Byte(start), Byte(start + inner)))
}

/// Of stretches in order, the few that are nearest to a position; nearest first.
fn nearest(spans: impl Iterator<Item = Span>, at: Byte) -> Vec<Span> {
    let far = |span: &Span| span.start().0.abs_diff(at.0);
    let mut near: Vec<Span> = Vec::with_capacity(OFFERED + 1);
    for span in spans {
        let place = near.partition_point(|other| far(other) <= far(&span));
        if place < OFFERED {
            near.insert(place, span);
            near.truncate(OFFERED);
        }
    }
    near
}

/// How many characters around two stretches are the same, counted from the stretches outwards.
fn alike(changes: &Changes, old: Span, new: Span) -> usize {
    let (a, b) = (changes.old().as_str(), changes.new_text().as_str());
    let same = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        one.zip(other).take(CONTEXT).take_while(|(one, other)| one == other).count()
    };
    same(&mut a[..old.start().index()].chars().rev(), &mut b[..new.start().index()].chars().rev())
        + same(&mut a[old.end().index()..].chars(), &mut b[new.end().index()..].chars())
}
