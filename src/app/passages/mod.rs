//! Passages of the open article that stand elsewhere too, and their marks, which are offered here.
//!
//! All articles are read in slices while the page is idle, then the passages of the open article are looked up, in slices
//! too; `act` shows them, goes to another place and takes over what is marked there (`offer`).

mod act;
mod offer;

pub use act::PassageAct;
pub use offer::{Offer, Offering};

use super::Session;
use super::follow::Follower;
use crate::analysis::{Passages, Repeated};
use crate::edit::{Op, Transaction};
use crate::model::{DocumentId, Project};
use crate::sorted::Set;
use crate::text::Byte;
use std::cell::RefMut;
use std::rc::Rc;

/// The beginning of the ids of the buttons that unfold a passage in the panel.
pub const REPEATED: &str = "repeated";

/// Bytes of text that are read in a slice.
const SLICE: usize = 60_000;
/// Passages that are looked up in a slice.
const LOOKED_UP: usize = 150;

/// What of the repeated passages the panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unfolded {
    /// How many there are.
    #[default]
    No,
    /// All of them.
    List,
    /// All of them, and where the one stands that begins here.
    Passage(Byte),
}

/// What was found so far of an article.
#[derive(Debug)]
struct Looked {
    document: DocumentId,
    /// How many of its passages were looked up; `None` when all were.
    at: Option<usize>,
    found: Vec<Repeated>,
    /// All that was found, to be handed out.
    all: Rc<[Repeated]>,
}

/// All passages of the project, and what of it is still to be read.
#[derive(Debug, Default)]
pub(super) struct KeptPassages {
    index: Passages,
    /// Whether it was begun.
    begun: bool,
    /// Articles that came, went or have another text.
    changed: Set<DocumentId>,
    /// Articles that are to be read, each from a place on.
    waiting: Vec<(DocumentId, Byte)>,
    /// Whether that is going on, slice by slice.
    reading: bool,
    looked: Option<Looked>,
}

impl Follower for KeptPassages {
    fn follow(&mut self, transaction: &Transaction) {
        for op in &transaction.ops {
            if let Op::AddDocument(document) | Op::RemoveDocument(document) = op {
                self.changed.insert(document.id.clone());
                self.looked = None;
            }
        }
    }
}

impl KeptPassages {
    /// What is known of an article; `None` while it is not all known.
    fn of(&self, document: &DocumentId) -> Option<&Rc<[Repeated]>> {
        let looked = self.looked.as_ref()?;
        (looked.document == *document && looked.at.is_none()).then_some(&looked.all)
    }

    /// Reads some more, or looks up some more of the article that is open.
    fn slice(&mut self, project: &Project, open: &DocumentId) {
        if !std::mem::replace(&mut self.begun, true) {
            self.waiting = project.documents().rev().map(|document| (document.id.clone(), Byte(0))).collect();
        }
        if !self.changed.is_empty() {
            let changed = std::mem::take(&mut self.changed);
            self.index.remove(&changed);
            self.waiting.retain(|(id, _)| !changed.contains(id));
            self.waiting.extend(changed.into_iter().map(|id| (id, Byte(0))));
        }
        if !self.waiting.is_empty() {
            return self.read(project);
        }
        let looked = self.looked.take().filter(|looked| looked.document == *open);
        let mut looked = looked.unwrap_or_else(|| Looked {
            document: open.clone(),
            at: Some(0),
            found: Vec::new(),
            all: Rc::default(),
        });
        if let Some(at) = looked.at {
            looked.found.extend(self.index.repeated(open, at, LOOKED_UP));
            let next = at + LOOKED_UP;
            looked.at = (next < self.index.count(open)).then_some(next);
            if looked.at.is_none() {
                looked.all = std::mem::take(&mut looked.found).into();
            }
        }
        self.looked = Some(looked);
    }

    fn read(&mut self, project: &Project) {
        let mut left = SLICE;
        while left > 0
            && let Some((id, from)) = self.waiting.pop()
        {
            let Some(document) = project.document(&id) else { continue };
            let rest = self.index.read(&id, &document.text, from, left);
            let read = rest.map_or(document.text.end().0, |rest| rest.0) - from.0;
            // An article costs something, however short.
            left = left.saturating_sub(read as usize + 200);
            self.waiting.extend(rest.map(|rest| (id, rest)));
        }
    }
}

impl Session {
    fn kept_passages(&self) -> RefMut<'_, KeptPassages> {
        self.kept.followers.get()
    }

    /// The passages of the open article that stand elsewhere too, in the order of its text; none while that is not known.
    pub fn repeated(&self) -> Rc<[Repeated]> {
        let Some(reading) = &self.reading else { return Rc::default() };
        self.kept_passages().of(&reading.document).cloned().unwrap_or_default()
    }

    /// Whether an article is open of which that is not known, and nobody works on it.
    pub fn waits_for_passages(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| {
            let kept = self.kept_passages();
            !kept.reading && kept.of(&reading.document).is_none()
        })
    }

    /// Reads or looks up some more. True if there is more to be done.
    fn look_for_passages(&self) -> bool {
        let mut kept = self.kept_passages();
        let Some(reading) = &self.reading else {
            // Whoever opens another article begins anew.
            kept.reading = false;
            return false;
        };
        if kept.of(&reading.document).is_none() {
            kept.slice(&self.project, &reading.document);
        }
        kept.reading = kept.of(&reading.document).is_none();
        kept.reading
    }

    /// Whether what is kept of the passages is what a reading of all articles would find, for every article.
    #[doc(hidden)]
    pub fn passages_agree(&self) -> bool {
        let mut anew = Passages::default();
        for document in self.project.documents() {
            anew.read(&document.id, &document.text, Byte(0), usize::MAX);
        }
        let mut kept = self.kept_passages();
        self.project.documents().all(|document| {
            while kept.of(&document.id).is_none() {
                kept.slice(&self.project, &document.id);
            }
            kept.of(&document.id).map(|all| all.to_vec()) == Some(anew.repeated(&document.id, 0, usize::MAX))
        })
    }
}
