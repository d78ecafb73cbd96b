//! Texts by their fingerprint, so that a removal that is taken back finds its text.

use crate::text::{Sha256, Text};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Texts by their fingerprint. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Texts(Rc<RefCell<HashMap<Sha256, Text>>>);

impl Texts {
    /// The text with this fingerprint.
    pub fn get(&self, fingerprint: &Sha256) -> Option<Text> {
        self.0.borrow().get(fingerprint).cloned()
    }

    /// Takes a text in; false if it was there.
    pub fn insert(&self, text: Text) -> bool {
        self.0.borrow_mut().insert(text.sha256(), text).is_none()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}
