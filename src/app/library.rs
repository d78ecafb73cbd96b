//! What the library shows of the project, and which of it is chosen.

use super::Session;
use crate::model::{Document, DocumentId};
use crate::sorted::{Set, order};
use crate::text::{fold, holds_folded};
use std::rc::Rc;

/// What a person looks for in the library. It is forgotten when they leave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Only documents whose title, outlet, authors or file name hold this, ignoring case and spaces around it.
    pub words: String,
    /// The chosen documents; some may be gone meanwhile.
    pub chosen: Set<DocumentId>,
}

impl Session {
    /// Which documents hold the words, by their places in the list of documents. Looked for anew only after the words
    /// or a document changed.
    pub fn found(&self, words: &str) -> Rc<[usize]> {
        let documents = self.project.in_order();
        let mut kept = self.kept.found.borrow_mut();
        match &*kept {
            Some((of, by, found)) if Rc::ptr_eq(of, documents) && by == words => found.clone(),
            _ => {
                let wanted: String = words.trim().chars().map(fold).collect();
                let found = documents.iter().enumerate().filter(|(_, document)| holds(document, &wanted));
                let found = found.map(|(n, _)| n).collect();
                kept.insert((documents.clone(), words.to_owned(), found)).2.clone()
            }
        }
    }

    /// Documents whose text stands in the list once already. Looked for anew only after a document changed.
    pub fn copies(&self) -> Rc<Set<DocumentId>> {
        let documents = self.project.in_order();
        let mut kept = self.kept.copies.borrow_mut();
        match &*kept {
            Some((of, copies)) if Rc::ptr_eq(of, documents) => copies.clone(),
            _ => {
                let text = |n: usize| documents[n].text.sha256();
                let by_text = order(documents.len(), &|a, b| text(a).cmp(&text(b)));
                let again = by_text.windows(2).filter(|pair| text(pair[0]) == text(pair[1]));
                let copies = again.map(|pair| documents[pair[1]].id.clone()).collect();
                kept.insert((documents.clone(), Rc::new(copies))).1.clone()
            }
        }
    }
}

fn holds(document: &Document, wanted: &str) -> bool {
    let holds = |text: &str| holds_folded(text, wanted);
    wanted.is_empty()
        || holds(&document.metadata.title)
        || holds(&document.metadata.outlet)
        || document.metadata.byline.iter().any(|author| holds(author))
        || document.source.as_ref().is_some_and(|source| holds(&source.file))
}
