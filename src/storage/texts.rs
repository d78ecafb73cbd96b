//! Texts by their fingerprint and by the documents that have them, so that a removal that is taken back finds its
//! text, and a packed transaction can be opened while the project is being changed.

use crate::edit::{Op, Transaction};
use crate::model::{Document, DocumentId, Project};
use crate::sorted::Map;
use crate::text::{Sha256, Text};
use crate::wire::op;
use std::cell::RefCell;
use std::rc::Rc;

/// Texts by their fingerprint and by the documents that have, or had, them. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Texts(Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    texts: Map<Sha256, Text>,
    documents: Map<DocumentId, Text>,
}

impl Texts {
    /// The text with this fingerprint.
    pub fn get(&self, fingerprint: &Sha256) -> Option<Text> {
        self.0.borrow().texts.get(fingerprint).cloned()
    }

    /// The text that a document has, or had.
    pub fn of(&self, document: &DocumentId) -> Option<Text> {
        self.0.borrow().documents.get(document).cloned()
    }

    /// Takes a text in.
    pub fn insert(&self, text: Text) {
        self.0.borrow_mut().texts.insert(text.sha256(), text);
    }

    /// Opens a transaction that the history keeps packed, given the texts that documents had behind it, or as far as
    /// they are known: those of others are taken as they are now.
    pub fn open(&self, packed: &str, behind: &dyn Fn(&DocumentId) -> Option<Text>) -> Option<Transaction> {
        let text_of = |id: &DocumentId| behind(id).or_else(|| self.of(id));
        op::decode(packed, &text_of, &|fingerprint| self.get(fingerprint)).ok()
    }

    /// The same, given the project behind it: what `History::undo` and `redo` ask for.
    pub fn open_in(&self, packed: &str, behind: &Project) -> Option<Transaction> {
        self.open(packed, &|id| behind.document(id).map(|document| document.text.clone()))
    }

    pub(super) fn learn(&self, document: &Document) {
        let mut inner = self.0.borrow_mut();
        inner.texts.insert(document.text.sha256(), document.text.clone());
        inner.documents.insert(document.id.clone(), document.text.clone());
    }

    pub(super) fn learn_project(&self, project: &Project) {
        project.documents().for_each(|document| self.learn(document));
    }

    pub(super) fn learn_transaction(&self, transaction: &Transaction) {
        for op in &transaction.ops {
            if let Op::AddDocument(document) | Op::RemoveDocument(document) = op {
                self.learn(document);
            }
        }
    }

    pub(super) fn fingerprints(&self) -> Vec<Sha256> {
        self.0.borrow().texts.keys().copied().collect()
    }
}
