//! Filters, orders and groups the documents. Each step is computed anew only where something that it depends on
//! changed: typing in the filter sorts nothing.

use super::super::Session;
use super::{Column, Grouping, Sort, View};
use crate::app::status_name;
use crate::model::{Document, DocumentId, Documents, Project};
use crate::sorted::order;
use crate::text::{fold, holds_folded, plain};
use crate::words::language;
use std::cmp::Ordering;
use std::rc::Rc;

/// More outlets than this are not listed for a choice; the words find them.
const OUTLETS: usize = 200;

/// A row of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Above a group: its name, and how many documents follow.
    Group(String, usize),
    /// A document, by its place in the list of documents.
    Document(usize),
}

/// What the library shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Its rows.
    pub lines: Vec<Line>,
    /// The same without the headings of groups.
    pub documents: Rc<[usize]>,
}

/// What documents can be filtered by, and how many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By status: new, in work, done, checked.
    pub status: [usize; 4],
    /// Languages, in order; the empty one for those without.
    pub languages: Vec<(String, usize)>,
    /// Outlets, likewise; at most two hundred.
    pub outlets: Vec<(String, usize)>,
}

/// The order that was made last, and what it was made from.
#[derive(Clone, Debug)]
pub(super) struct Ordered {
    documents: Documents,
    /// The counter of the next transaction, where annotations decide.
    counter: u64,
    sort: Sort,
    order: Rc<[usize]>,
}

/// What documents are compared by: numbers, then words. What is empty comes last.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    empty: bool,
    /// The number, or the first bytes of the words: most comparisons end there.
    first: u64,
    words: String,
}

impl Key {
    fn number(number: usize) -> Self {
        Self { first: number as u64, ..Self::default() }
    }

    /// Case and marks aside; figures by what they count, so that 2 stands before 10.
    fn words(text: &str) -> Self {
        let text = text.trim();
        let mut words = String::with_capacity(text.len());
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
        let first =
            words.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |all, byte| all << 8 | u64::from(byte));
        Self { empty: text.is_empty(), first, words }
    }

    /// Compares with another; what is empty comes last in either direction.
    fn compare(&self, other: &Self, down: bool) -> Ordering {
        self.empty.cmp(&other.empty).then_with(|| {
            let up = (self.first, &self.words).cmp(&(other.first, &other.words));
            if down { up.reverse() } else { up }
        })
    }
}

fn key(project: &Project, document: &Document, column: Column) -> Key {
    let metadata = &document.metadata;
    match column {
        Column::Added => Key::default(),
        Column::Title => Key::words(&metadata.title),
        Column::Outlet => Key::words(&metadata.outlet),
        Column::Language => Key::words(&metadata.language),
        Column::Published => Key::words(&metadata.published),
        Column::Status => Key::number(document.status as usize),
        Column::Length => Key::number(document.text.lengths().code_points as usize),
        Column::Annotations => Key::number(project.annotations(&document.id).map_or(0, |all| all.len())),
    }
}

impl Session {
    /// The documents in this order.
    fn ordered(&self, sort: Sort) -> Rc<[usize]> {
        let documents = self.project.in_order();
        // Only then does an annotation change anything.
        let counter = if sort.column == Column::Annotations { self.counter } else { 0 };
        let mut kept = self.kept.library.order.borrow_mut();
        match &*kept {
            Some(made)
                if Rc::ptr_eq(&made.documents, documents) && (made.counter, made.sort) == (counter, sort) =>
            {
                made.order.clone()
            }
            _ => {
                let order: Rc<[usize]> = match sort.column {
                    Column::Added if sort.down => (0..documents.len()).rev().collect(),
                    Column::Added => (0..documents.len()).collect(),
                    column => {
                        let keys: Vec<Key> =
                            documents.iter().map(|document| key(&self.project, document, column)).collect();
                        order(keys.len(), &|a, b| keys[a].compare(&keys[b], sort.down)).into()
                    }
                };
                kept.insert(Ordered { documents: documents.clone(), counter, sort, order }).order.clone()
            }
        }
    }

    /// What the library shows. The sidebar lists it from then on.
    pub fn arranged(&self, view: &View) -> Rc<Arranged> {
        let documents = self.project.in_order();
        if let Some(((of, counter, spoken, by), arranged)) = &*self.kept.library.arranged.borrow()
            && Rc::ptr_eq(of, documents)
            // What stands above a group is in words.
            && (*counter, *spoken, by) == (self.counter, language(), view)
        {
            return arranged.clone();
        }
        let ordered = self.ordered(view.sort);
        let wanted: String = view.words.trim().chars().map(fold).collect();
        let fits = |n: &usize| self.fits(&documents[*n], view, &wanted);
        let found: Vec<usize> =
            if view.filters() { ordered.iter().copied().filter(fits).collect() } else { ordered.to_vec() };
        let arranged = Rc::new(grouped(documents, found, view.grouping));
        *self.kept.library.listed.borrow_mut() = Some((documents.clone(), arranged.documents.clone()));
        let kept = ((documents.clone(), self.counter, language(), view.clone()), arranged.clone());
        *self.kept.library.arranged.borrow_mut() = Some(kept);
        arranged
    }

    fn fits(&self, document: &Document, view: &View, wanted: &str) -> bool {
        let metadata = &document.metadata;
        let is =
            |asked: &Option<String>, value: &str| asked.as_ref().is_none_or(|asked| asked == value.trim());
        let holds = |text: &str| holds_folded(text, wanted);
        view.status.is_none_or(|status| status == document.status)
            && is(&view.language, &metadata.language)
            && is(&view.outlet, &metadata.outlet)
            && (!view.unmarked || self.project.annotations(&document.id).is_none_or(|all| all.is_empty()))
            && (wanted.is_empty()
                || holds(&metadata.title)
                || holds(&metadata.outlet)
                || metadata.byline.iter().any(|author| holds(author))
                || document.source.as_ref().is_some_and(|source| holds(&source.file)))
    }

    /// What the documents can be filtered by.
    pub fn facets(&self) -> Rc<Facets> {
        let documents = self.project.in_order();
        let mut kept = self.kept.library.facets.borrow_mut();
        match &*kept {
            Some((of, facets)) if Rc::ptr_eq(of, documents) => facets.clone(),
            _ => {
                let mut facets = Facets {
                    languages: values(documents, |document| &document.metadata.language),
                    outlets: values(documents, |document| &document.metadata.outlet),
                    ..Facets::default()
                };
                facets.outlets.truncate(OUTLETS);
                documents.iter().for_each(|document| facets.status[document.status as usize] += 1);
                kept.insert((documents.clone(), Rc::new(facets))).1.clone()
            }
        }
    }

    /// The documents of these that are still there.
    pub fn still_there(&self, ids: impl Iterator<Item = DocumentId>) -> Vec<DocumentId> {
        ids.filter(|id| self.project.document(id).is_some()).collect()
    }
}

/// The values of a field, in order, and how many documents have each.
fn values(documents: &Documents, field: impl Fn(&Document) -> &String) -> Vec<(String, usize)> {
    let keys: Vec<&str> = documents.iter().map(|document| field(document).trim()).collect();
    let by_value = order(keys.len(), &|a, b| keys[a].cmp(keys[b]));
    let mut values: Vec<(String, usize)> = Vec::new();
    for n in by_value {
        match values.last_mut() {
            Some((value, count)) if value == keys[n] => *count += 1,
            _ => values.push((keys[n].to_owned(), 1)),
        }
    }
    values
}

fn grouped(documents: &Documents, found: Vec<usize>, grouping: Grouping) -> Arranged {
    if grouping == Grouping::None {
        let lines = found.iter().map(|&n| Line::Document(n)).collect();
        return Arranged { lines, documents: found.into() };
    }
    let field = |n: usize| {
        let metadata = &documents[n].metadata;
        match grouping {
            Grouping::Language => metadata.language.trim(),
            Grouping::Day => day(metadata.published.trim()),
            _ => metadata.outlet.trim(),
        }
    };
    let keys: Vec<Key> = found
        .iter()
        .map(|&n| match grouping {
            Grouping::Status => Key::number(documents[n].status as usize),
            _ => Key::words(field(n)),
        })
        .collect();
    let by_group = order(found.len(), &|a, b| keys[a].cmp(&keys[b]));
    let (mut lines, mut sorted) = (Vec::new(), Vec::with_capacity(found.len()));
    for group in by_group.chunk_by(|&a, &b| keys[a] == keys[b]) {
        let first = found[group[0]];
        let name = match grouping {
            Grouping::Status => status_name(documents[first].status),
            _ if keys[group[0]].empty => grouping.without(),
            _ => field(first),
        };
        lines.push(Line::Group(name.to_owned(), group.len()));
        lines.extend(group.iter().map(|&at| Line::Document(found[at])));
        sorted.extend(group.iter().map(|&at| found[at]));
    }
    Arranged { lines, documents: sorted.into() }
}

/// The day of a time as it is written, or the month or year where no more is said.
fn day(published: &str) -> &str {
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
            sorted.sort_by(|a, b| Key::words(a).compare(&Key::words(b), false));
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
        /// The first bytes decide nothing that the words would decide otherwise, and figures count.
        #[test]
        fn keys_are_ordered_as_their_words(a in "[a-cé0-9]{0,14}", b in "[a-cé0-9]{0,14}", n in 0_u64..9_999, m in 0_u64..9_999) {
            let (a, b) = (Key::words(&a), Key::words(&b));
            prop_assert_eq!((a.empty, a.first, &a.words).cmp(&(b.empty, b.first, &b.words)), (a.empty, &a.words).cmp(&(b.empty, &b.words)));
            prop_assert_eq!(Key::words(&format!("x {n}")).cmp(&Key::words(&format!("x {m}"))), n.cmp(&m));
        }
    }
}
