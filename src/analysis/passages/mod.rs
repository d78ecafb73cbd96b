//! Passages that stand in an article more than once, or in several: what an agency wrote and many printed.
//!
//! A passage is a paragraph. Two repeat each other if they read the same after folding, if half of their runs of words are
//! the same, or if nearly all of the shorter one's are in the longer one. Short ones are left out: a heading or *Read
//! also* says nothing.
//!
//! The index knows where each run stands. It is filled paragraph by paragraph, so it can be made in slices, and is kept
//! up as articles come and go. Nothing in it depends on the order in which they came.

mod shingles;

use crate::model::DocumentId;
use crate::sorted::{Map, sort_by};
use crate::text::{Byte, Span, Text, exact};
use shingles::{Shingles, shared};

/// Words that a passage has at least; of characters that stand for words, twice as many.
const LEAST: usize = 8;
/// Of a hundred runs of the longer one, so many are the same.
const NEARLY: usize = 50;
/// Or of the shorter one, if it is not too short for that.
const HELD: usize = 80;
const HELD_LEAST: usize = 12;
/// A run that stands in more passages than this says nothing of one.
const COMMON: usize = 500;

/// A passage that reads like another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// In which document.
    pub document: DocumentId,
    /// Where.
    pub span: Span,
    /// How much of the longer one is in both, of 100; 100 only where they read the same after folding.
    pub likeness: u32,
}

/// A passage of an article, and where it also stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// Where in the article.
    pub span: Span,
    /// Where else: most alike first, then in the order of documents by id and of the text.
    pub others: Vec<Repeat>,
}

#[derive(Clone, Debug)]
struct Passage {
    document: DocumentId,
    span: Span,
    shingles: Shingles,
}

/// All passages of some articles.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// `None` where one was taken out. Its number is not given out again before all that name it are gone.
    all: Vec<Option<Passage>>,
    gone: usize,
    /// Run and number of a passage that has it, in one; several sorted lists, each at least twice as long as the next.
    runs: Vec<Vec<u64>>,
    of_document: Map<DocumentId, Vec<usize>>,
}

impl Passages {
    /// Takes in the passages of a text from a position on, about so many bytes of it. Gives where it stopped, `None` at
    /// the end of the text.
    pub fn read(&mut self, document: &DocumentId, text: &Text, from: Byte, bytes: usize) -> Option<Byte> {
        let (all, mut at, mut new) = (text.as_str(), from.index(), Vec::new());
        let stop = at.saturating_add(bytes);
        while at < all.len() && at < stop {
            let end = all[at..].find('\n').map_or(all.len(), |found| at + found);
            if let Some((span, shingles)) = passage(text, at, end) {
                let number = self.all.len();
                new.extend(shingles.runs.iter().map(|run| joined(*run, number)));
                self.all.push(Some(Passage { document: document.clone(), span, shingles }));
                self.of_document.get_or_insert_with(document.clone(), Vec::new).push(number);
            }
            at = end + 1;
        }
        sort_by(&mut new, Ord::cmp);
        self.add(new);
        (at < all.len()).then_some(Byte(at as u32))
    }

    /// Takes out all passages of these documents.
    pub fn remove<'a>(&mut self, documents: impl IntoIterator<Item = &'a DocumentId>) {
        for document in documents {
            for number in self.of_document.remove(document).unwrap_or_default() {
                self.all[number] = None;
                self.gone += 1;
            }
        }
        if 2 * self.gone > self.all.len() {
            self.renumber();
        }
    }

    /// How many passages of a document are known.
    pub fn count(&self, document: &DocumentId) -> usize {
        self.of_document.get(document).map_or(0, Vec::len)
    }

    /// Some passages of a document that stand elsewhere too, in the order of its text: looks at those from one on, no
    /// more than `many`.
    pub fn repeated(&self, document: &DocumentId, from: usize, many: usize) -> Vec<Repeated> {
        let own = self.of_document.get(document).map_or(&[][..], Vec::as_slice);
        let some = own.iter().skip(from).take(many);
        let repeated = some.filter_map(|&number| {
            let span = self.all[number].as_ref()?.span;
            let others = self.like(number);
            (!others.is_empty()).then_some(Repeated { span, others })
        });
        repeated.collect()
    }

    /// Passages that read like one, best first.
    fn like(&self, number: usize) -> Vec<Repeat> {
        let Some(own) = &self.all[number] else { return Vec::new() };
        let mut met: Vec<u32> = Vec::new();
        for run in &own.shingles.runs {
            let before = met.len();
            for list in &self.runs {
                let from = list.partition_point(|one| *one < joined(*run, 0));
                let having = list[from..].iter().take_while(|one| (**one >> 32) as u32 == *run);
                let others = having.map(|one| *one as u32).filter(|at| *at as usize != number);
                let there = others.filter(|at| self.all[*at as usize].is_some());
                met.extend(there.take(COMMON + 1));
            }
            if met.len() - before > COMMON {
                met.truncate(before);
            }
        }
        sort_by(&mut met, Ord::cmp);
        let mut found: Vec<Repeat> = Vec::new();
        for same in met.chunk_by(|a, b| a == b) {
            let Some(other) = &self.all[same[0] as usize] else { continue };
            let likeness = likeness(&own.shingles, &other.shingles, same.len());
            found.extend(likeness.map(|likeness| Repeat {
                document: other.document.clone(),
                span: other.span,
                likeness,
            }));
        }
        sort_by(&mut found, |a, b| {
            let place = |one: &Repeat| (one.document.clone(), one.span.start());
            b.likeness.cmp(&a.likeness).then_with(|| place(a).cmp(&place(b)))
        });
        found
    }

    /// Takes in a sorted list of runs. Lists grow like the digits of a number that is counted up, so each run is moved a
    /// few times only.
    fn add(&mut self, new: Vec<u64>) {
        if new.is_empty() {
            return;
        }
        self.runs.push(new);
        while let [.., before, last] = &self.runs[..]
            && before.len() < 2 * last.len()
        {
            let merged = merged(before, last);
            self.runs.truncate(self.runs.len() - 2);
            self.runs.push(merged);
        }
    }

    /// Closes the gaps that passages left which were taken out.
    fn renumber(&mut self) {
        let mut now = 0;
        let place = |one: &Option<Passage>| {
            now += usize::from(one.is_some());
            one.is_some().then(|| now - 1)
        };
        let places: Vec<Option<usize>> = self.all.iter().map(place).collect();
        self.all.retain(Option::is_some);
        self.gone = 0;
        for list in &mut self.runs {
            let moved = |one: &u64| Some(joined((one >> 32) as u32, places[*one as u32 as usize]?));
            *list = list.iter().filter_map(moved).collect();
        }
        let of_document = std::mem::take(&mut self.of_document).into_iter();
        let moved = |own: Vec<usize>| own.into_iter().filter_map(|number| places[number]).collect();
        self.of_document = of_document.map(|(id, own)| (id, moved(own))).collect();
    }
}

/// A run and the number of a passage that has it, as one number that sorts by the run.
fn joined(run: u32, number: usize) -> u64 {
    u64::from(run) << 32 | number as u64
}

fn merged(one: &[u64], other: &[u64]) -> Vec<u64> {
    let mut merged = Vec::with_capacity(one.len() + other.len());
    let mut other = other.iter().copied().peekable();
    for &run in one {
        while let Some(before) = other.next_if(|other| *other < run) {
            merged.push(before);
        }
        merged.push(run);
    }
    merged.extend(other);
    merged
}

/// The passage between two line breaks, without white space at its ends.
fn passage(text: &Text, start: usize, end: usize) -> Option<(Span, Shingles)> {
    let line = &text.as_str()[start..end];
    let from = start + (line.len() - line.trim_start().len());
    let inner = line.trim();
    let shingles = Shingles::of(inner, LEAST)?;
    // A mark on a blank at its start is not cut off from it.
    let span = exact(text, Span::new(Byte(from as u32), Byte((from + inner.len()) as u32)))?;
    Some((span, shingles))
}

/// How alike two passages are that share about so many runs; `None` where they are not.
fn likeness(one: &Shingles, other: &Shingles, about: usize) -> Option<u32> {
    if one.whole == other.whole {
        return Some(100);
    }
    let (long, short) =
        (one.runs.len().max(other.runs.len()).max(1), one.runs.len().min(other.runs.len()).max(1));
    // What is too common was not counted: asked again, in full, only where it may be enough.
    let both = if about * 4 >= short { shared(&one.runs, &other.runs) } else { about };
    let held = short >= HELD_LEAST && 100 * both >= HELD * short;
    (100 * both >= NEARLY * long || held).then(|| (100 * both / long).min(99) as u32)
}

#[cfg(test)]
mod tests;
