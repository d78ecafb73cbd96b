//! What the library shows of the project, in which order, and which of it is chosen.
//!
//! The list in the sidebar is the library's: what the library showed last, in its order, is what *Next article* goes
//! through. It does not change while a person reads: an article that no longer fits a filter since it was marked stays
//! in the list until the library is looked at again, and new ones come at its end.

mod act;
mod arrange;
mod folded;
mod order;
mod several;
mod view;

pub use act::LibraryAct;
pub use arrange::{Arranged, Facets, Line};
pub use several::{Several, SeveralField};
pub use view::{Column, Grouping, Sort, View};

use super::Session;
use crate::model::{DocumentId, DocumentStatus, Documents};
use crate::sorted::{Map, Set, order};
use crate::words::{self, Language};
use std::cell::RefCell;
use std::rc::Rc;

/// `id` of the table of documents, and the beginning of the ids of its rows' titles.
pub const DOCUMENTS: &str = "documents";

/// What a person looks at in the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// What is shown and how.
    pub view: View,
    /// The chosen documents; some may be gone meanwhile, or not be shown ([`Session::chosen`]).
    pub chosen: Set<DocumentId>,
    /// The one that was chosen last, or no longer: a range goes from there.
    pub last: Option<DocumentId>,
    /// Whether the filters are open, where there is little room.
    pub filters: bool,
}

/// What a status is called.
pub fn status_name(status: DocumentStatus) -> &'static str {
    match status {
        DocumentStatus::New => words::status_new(),
        DocumentStatus::InWork => words::status_in_work(),
        DocumentStatus::Done => words::status_done(),
        DocumentStatus::Checked => words::status_checked(),
    }
}

/// What is shown was computed from these: documents, counter of the next transaction, language, view.
type ArrangedOf = (Documents, u64, Language, View);

/// What was computed of the documents, and what it was computed from.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptLibrary {
    ranks: RefCell<Vec<order::Ranked>>,
    folded: RefCell<Option<Rc<folded::Folded>>>,
    arranged: RefCell<Option<(ArrangedOf, Rc<Arranged>)>>,
    facets: RefCell<Option<(Documents, Rc<Facets>)>>,
    listed: RefCell<Option<(Documents, Rc<[usize]>)>>,
    copies: RefCell<Option<(Documents, Rc<Set<DocumentId>>)>>,
}

impl Session {
    /// The articles of the sidebar, by their places in the list of documents: those that the library showed last, in
    /// its order, then those that came since.
    pub fn listed(&self) -> Rc<[usize]> {
        let documents = self.project.in_order();
        let mut kept = self.kept.library.listed.borrow_mut();
        let listed: Rc<[usize]> = match &*kept {
            Some((of, listed)) if Rc::ptr_eq(of, documents) => return listed.clone(),
            Some((of, listed)) => carried_over(of, listed, documents).into(),
            None => (0..documents.len()).collect(),
        };
        kept.insert((documents.clone(), listed)).1.clone()
    }

    /// The chosen documents that the library shows, in its order: what is done with the chosen is done with these. What
    /// a filter hides stays chosen, and comes along again when it is shown.
    pub fn chosen(&self, library: &Library) -> Vec<DocumentId> {
        if library.chosen.is_empty() {
            return Vec::new();
        }
        let documents = self.project.in_order();
        let shown = self.arranged(&library.view);
        let ids = shown.documents.iter().map(|&n| &documents[n].id);
        ids.filter(|id| library.chosen.contains(*id)).cloned().collect()
    }

    /// How many documents are chosen and not shown.
    pub fn chosen_hidden(&self, library: &Library) -> usize {
        let there = library.chosen.iter().filter(|id| self.project.document(id).is_some()).count();
        there - self.chosen(library).len()
    }

    /// Documents whose text stands in the list once already. Looked for anew only after a document changed.
    pub fn copies(&self) -> Rc<Set<DocumentId>> {
        let documents = self.project.in_order();
        let mut kept = self.kept.library.copies.borrow_mut();
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

/// The places of the same documents in another list of them, and behind them the places of those that are new there.
fn carried_over(before: &Documents, listed: &[usize], now: &Documents) -> Vec<usize> {
    let same = before.len() == now.len() && before.iter().zip(now.iter()).all(|(a, b)| a.id == b.id);
    if same {
        return listed.to_vec();
    }
    let places: Map<&str, usize> =
        now.iter().enumerate().map(|(n, document)| (document.id.as_str(), n)).collect();
    let known: Set<&str> = before.iter().map(|document| document.id.as_str()).collect();
    let still = listed.iter().filter_map(|&n| places.get(before[n].id.as_str()).copied());
    let new = now.iter().enumerate().filter(|(_, document)| !known.contains(document.id.as_str()));
    still.chain(new.map(|(n, _)| n)).collect()
}
