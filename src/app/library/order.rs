//! In which order the documents stand. What takes time is to compare words, so each document has a rank among all,
//! and ranks are kept.

use super::super::Session;
use super::{Column, Sort};
use crate::model::{Document, Documents, Project};
use crate::sorted::order;
use crate::text::plain;
use std::rc::Rc;

/// The ranks of all documents by something, and what they were made from.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    documents: Documents,
    /// The counter of the next transaction, where annotations decide.
    counter: u64,
    of: Of,
    ranks: Rc<[usize]>,
}

/// What is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Column(Column),
    /// The days on which documents were published.
    Day,
}

/// What documents are compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// A number, or the first bytes of words: most comparisons end there. Then the other bytes.
    Some(u64, Box<[u64]>),
    /// Without a value; comes last.
    Empty,
}

impl Key {
    pub(super) fn number(number: usize) -> Self {
        Self::Some(number as u64, Box::default())
    }

    pub(super) fn words(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Empty;
        }
        let words = ordering(text);
        // Eight bytes are compared at once.
        let mut eights = words.as_bytes().chunks(8).map(|bytes| {
            let eight = bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
            eight << (8 * (8 - bytes.len()))
        });
        Self::Some(eights.next().unwrap_or_default(), eights.collect())
    }
}

/// What words are ordered by: case and marks aside, figures by what they count, so that 2 stands before 10.
fn ordering(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 8);
    // A figure is how many digits it has, then those digits: longer ones are greater. Noughts before it count
    // for nothing, and a nought alone is a figure of no digits.
    let mut figure: Option<String> = None;
    let mut put = |char: Option<char>| match char {
        Some(digit @ '0'..='9') => {
            let digits = figure.get_or_insert_default();
            if digit != '0' || !digits.is_empty() {
                digits.push(digit);
            }
        }
        other => {
            if let Some(digits) = figure.take() {
                words.push('0');
                words.push(char::from_u32(u32::from(b'0') + digits.len() as u32).unwrap_or('~'));
                words.push_str(&digits);
            }
            words.extend(other);
        }
    };
    text.chars().filter_map(plain).for_each(|char| put(Some(char)));
    put(None);
    words
}

pub(super) fn key(project: &Project, document: &Document, of: Of) -> Key {
    let metadata = &document.metadata;
    let column = match of {
        Of::Day => return Key::words(day(metadata.published.trim())),
        Of::Column(column) => column,
    };
    match column {
        Column::Added => Key::Empty,
        Column::Title => Key::words(&metadata.title),
        Column::Outlet => Key::words(&metadata.outlet),
        Column::Language => Key::words(&metadata.language),
        Column::Published => Key::words(&metadata.published),
        Column::Status => Key::number(document.status as usize),
        Column::Length => Key::number(document.text.lengths().code_points as usize),
        Column::Annotations => Key::number(project.annotations(&document.id).map_or(0, |all| all.len())),
    }
}

/// The rank of what has no value.
pub(super) const LAST: usize = usize::MAX;

/// The place of each key among those that there are, from 0: equal ones have the same.
fn ranks(keys: &[Key]) -> Vec<usize> {
    let mut ranks = vec![LAST; keys.len()];
    let by_key = order(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    let some = by_key.chunk_by(|&a, &b| keys[a] == keys[b]).filter(|same| keys[same[0]] != Key::Empty);
    for (rank, same) in some.enumerate() {
        same.iter().for_each(|&n| ranks[n] = rank);
    }
    ranks
}

/// Documents in the order of their ranks. Those that are equal keep theirs, and [`LAST`] is last in either direction.
pub(super) fn by_rank(documents: &[usize], ranks: &[usize], down: bool) -> Vec<usize> {
    let slot = |n: usize| match ranks[n] {
        LAST => ranks.len(),
        rank if down => ranks.len() - 1 - rank,
        rank => rank,
    };
    // Where those of each rank begin.
    let mut starts = vec![0; ranks.len() + 1];
    documents.iter().for_each(|&n| starts[slot(n)] += 1);
    let mut sum = 0;
    starts.iter_mut().for_each(|start| sum += std::mem::replace(start, sum));
    let mut sorted = vec![0; documents.len()];
    for &n in documents {
        let start = &mut starts[slot(n)];
        sorted[*start] = n;
        *start += 1;
    }
    sorted
}

impl Session {
    /// The ranks of all documents. They are kept.
    pub(super) fn ranks(&self, of: Of) -> Rc<[usize]> {
        let documents = self.project.in_order();
        // Only then does an annotation change anything.
        let counter = if of == Of::Column(Column::Annotations) { self.counter } else { 0 };
        let mut kept = self.kept.library.ranks.borrow_mut();
        kept.retain(|made| {
            Rc::ptr_eq(&made.documents, documents) && (made.of != of || made.counter == counter)
        });
        if let Some(made) = kept.iter().find(|made| made.of == of) {
            return made.ranks.clone();
        }
        let keys: Vec<Key> = documents.iter().map(|document| key(&self.project, document, of)).collect();
        let ranks: Rc<[usize]> = ranks(&keys).into();
        kept.push(Ranked { documents: documents.clone(), counter, of, ranks: ranks.clone() });
        ranks
    }

    /// The documents in this order.
    pub(super) fn ordered(&self, sort: Sort) -> Vec<usize> {
        let all = 0..self.project.in_order().len();
        match sort.column {
            Column::Added if sort.down => all.rev().collect(),
            Column::Added => all.collect(),
            column => by_rank(&all.collect::<Vec<_>>(), &self.ranks(Of::Column(column)), sort.down),
        }
    }
}

/// The day of a time as it is written, or the month or year where no more is said.
pub(super) fn day(published: &str) -> &str {
    published.get(..10).unwrap_or(published)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_ordered_as_people_do() {
        let sorted = |words: &[&'static str]| {
            let mut sorted = words.to_vec();
            sorted.sort_by_key(|words| Key::words(words));
            sorted
        };
        for expected in [
            &["Report 2", "Report 10", "Report 100"][..],
            &["1", "2a", "10", "a"],
            &["abc", "Abd", "ÁBE", "b"],
            &["2023-10-27", "2023-10-28", "2024", ""],
            &["Ärger", "Zug", "Москва"],
            &["v0.9", "v0.10"],
            &["000 e", "001 a", "002 b", "003 c", "010 d"],
            &["000", "001", "02", "0100"],
            &["000: e", "001: a", "002: b", "003: c", "004: d"],
            &["a00z", "a1z"],
        ] {
            let mut turned = expected.to_vec();
            turned.reverse();
            assert_eq!(sorted(&turned), expected);
        }
    }

    proptest! {
        /// Eight bytes at once decide nothing that the words would decide otherwise, and figures count.
        #[test]
        fn keys_are_ordered_as_their_words(a in "[a-cé0-9]{0,20}", b in "[a-cé0-9]{0,20}", n in 0_u64..9_999, m in 0_u64..9_999) {
            let empty = |text: &str| text.is_empty();
            let words = (empty(&a), ordering(&a)).cmp(&(empty(&b), ordering(&b)));
            prop_assert_eq!(Key::words(&a).cmp(&Key::words(&b)), words);
            prop_assert_eq!(Key::words(&format!("x {n}")).cmp(&Key::words(&format!("x {m}"))), n.cmp(&m));
        }
    }
}
