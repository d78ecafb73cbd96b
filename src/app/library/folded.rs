//! What the words of the filter are looked for in. At each letter all documents are asked, so it is kept.

use crate::model::Documents;
use crate::text::fold;
use memchr::memchr;
use std::rc::Rc;

/// Words without their case, and what they were taken from.
#[derive(Debug)]
pub(super) struct Folded {
    documents: Documents,
    /// Of all documents, one behind the other: so they are read quickest.
    words: String,
    /// Where those of each document end.
    ends: Vec<usize>,
}

impl Folded {
    /// The titles, outlets, authors and file names of these.
    pub(super) fn of(documents: &Documents) -> Self {
        let (mut words, mut ends) = (String::new(), Vec::with_capacity(documents.len()));
        for document in documents.iter() {
            let metadata = &document.metadata;
            let file = document.source.as_ref().map(|source| &source.file);
            for text in [&metadata.title, &metadata.outlet].into_iter().chain(&metadata.byline).chain(file) {
                words.extend(text.chars().map(fold));
                // Nothing that is looked for goes on in another field.
                words.push('\0');
            }
            ends.push(words.len());
        }
        Self { documents: documents.clone(), words, ends }
    }

    /// Whether they are still those of these.
    pub(super) fn are_of(&self, documents: &Documents) -> bool {
        Rc::ptr_eq(&self.documents, documents)
    }

    /// For each document whether what is wanted, folded, stands in its words.
    pub(super) fn holding(&self, wanted: &str) -> Vec<bool> {
        let Some((first, rest)) = wanted.as_bytes().split_first() else { return vec![true; self.ends.len()] };
        let words = self.words.as_bytes();
        let mut holding = vec![false; self.ends.len()];
        let (mut document, mut from) = (0, 0);
        while let Some(at) = memchr(*first, &words[from..]).map(|at| from + at) {
            from = at + 1;
            if words[from..].starts_with(rest) {
                document += self.ends[document..].iter().take_while(|end| **end <= at).count();
                holding[document] = true;
                from = self.ends[document];
            }
        }
        holding
    }
}
