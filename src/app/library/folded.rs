//! What the words of the filter are looked for in. At each letter all documents are asked, so it is kept.

use crate::model::Documents;
use crate::text::fold;
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

    /// Whether what is wanted, folded, stands in those of a document.
    pub(super) fn hold(&self, document: usize, wanted: &str) -> bool {
        let Some((first, rest)) = wanted.as_bytes().split_first() else { return true };
        let start = document.checked_sub(1).map_or(0, |before| self.ends[before]);
        let words = &self.words.as_bytes()[start..self.ends[document]];
        words.iter().enumerate().any(|(at, byte)| byte == first && words[at + 1..].starts_with(rest))
    }
}
