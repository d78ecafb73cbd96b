//! What was done, what can be undone and redone. Survives a reload: it is rebuilt from the journal.

use super::{Act, Conflict, Op, Stamp, Transaction, TransactionId};
use crate::model::{Project, Timestamp};
use crate::sorted::Map;
use std::rc::Rc;

/// A transaction of the past, open or still as the journal has it: a long history is opened only as far as undo goes.
#[derive(Clone, Debug)]
pub enum Past {
    /// Ready to be taken back.
    Open(Rc<Transaction>),
    /// As the journal keeps it.
    Packed(Rc<str>),
}

/// One transaction of the history: what every list of it shows, and the transaction.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its identity.
    pub id: TransactionId,
    /// What was done.
    pub act: Act,
    /// When.
    pub time: Timestamp,
    /// What it takes back.
    pub undoes: Option<TransactionId>,
    /// The transaction.
    pub past: Past,
}

impl From<Rc<Transaction>> for Entry {
    fn from(transaction: Rc<Transaction>) -> Self {
        Self {
            id: transaction.id.clone(),
            act: transaction.act,
            time: transaction.time,
            undoes: transaction.undoes.clone(),
            past: Past::Open(transaction),
        }
    }
}

/// Why nothing was undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoError {
    /// There is nothing to take back.
    Nothing,
    /// The journal's record of it cannot be read.
    Unreadable(TransactionId),
    /// Everything it changed has been changed again since.
    Changed(Conflict),
}

/// Everything that was done in a project, and which of it is undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    entries: Vec<Entry>,
    by_id: Map<TransactionId, usize>,
    /// Indices of what undo would take back, newest last.
    done: Vec<usize>,
    /// Indices of undos that redo would take back, newest last.
    undone: Vec<usize>,
}

impl History {
    /// Everything that was done, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What undo would take back.
    pub fn next_undo(&self) -> Option<&Entry> {
        self.done.last().map(|&at| &self.entries[at])
    }

    /// What redo would do again: the act itself, not its undo.
    pub fn next_redo(&self) -> Option<&Entry> {
        let undo = &self.entries[*self.undone.last()?];
        self.by_id.get(undo.undoes.as_ref()?).map(|&at| &self.entries[at])
    }

    /// The project as it was behind so many entries. What since then cannot be read or taken back is left as it is; an
    /// error where that is the correction of a text, since everything before it stands in the text of then.
    pub fn state_behind(
        &self,
        entries: usize,
        project: &Project,
        open: Opener<'_>,
    ) -> Result<Project, UndoError> {
        let mut state = project.clone();
        for entry in self.entries.iter().skip(entries).rev() {
            let packed = match &entry.past {
                Past::Open(transaction) => Some(transaction.clone()),
                Past::Packed(packed) => open(packed, &state).map(Rc::new),
            };
            if let Some(past) = packed {
                invert(&past, &mut state).map_err(UndoError::Changed)?;
            }
        }
        Ok(state)
    }

    /// Takes in what was done: an act, an undo (it takes back the last act) or a redo (it takes back the last undo).
    pub fn push(&mut self, entry: Entry) {
        let at = self.entries.len();
        let takes_back = |stack: &[usize], entries: &[Entry]| {
            entry.undoes.is_some() && stack.last().map(|&last| &entries[last].id) == entry.undoes.as_ref()
        };
        if takes_back(&self.undone, &self.entries) {
            self.undone.pop();
            self.done.push(at);
        } else if takes_back(&self.done, &self.entries) {
            self.done.pop();
            self.undone.push(at);
        } else {
            self.done.push(at);
            self.undone.clear();
        }
        self.by_id.insert(entry.id.clone(), at);
        self.entries.push(entry);
    }

    /// Takes back the last act: changes the project, takes the undo in, and gives it, to be journalled.
    ///
    /// A field that somebody else has changed since is left alone. `open` reads a packed transaction.
    pub fn undo(
        &mut self,
        project: &mut Project,
        stamp: Stamp,
        open: Opener<'_>,
    ) -> Result<Rc<Transaction>, UndoError> {
        let at = *self.done.last().ok_or(UndoError::Nothing)?;
        self.take_back(at, project, stamp, open)
    }

    /// Does again what was last undone, likewise.
    pub fn redo(
        &mut self,
        project: &mut Project,
        stamp: Stamp,
        open: Opener<'_>,
    ) -> Result<Rc<Transaction>, UndoError> {
        let at = *self.undone.last().ok_or(UndoError::Nothing)?;
        self.take_back(at, project, stamp, open)
    }

    fn take_back(
        &mut self,
        at: usize,
        project: &mut Project,
        stamp: Stamp,
        open: Opener<'_>,
    ) -> Result<Rc<Transaction>, UndoError> {
        let entry = &self.entries[at];
        let past = match &entry.past {
            Past::Open(transaction) => transaction.clone(),
            Past::Packed(packed) => {
                let opened = open(packed, project);
                Rc::new(opened.ok_or_else(|| UndoError::Unreadable(entry.id.clone()))?)
            }
        };
        let (ops, conflict) = invert(&past, project).map_err(UndoError::Changed)?;
        if let (true, Some(conflict)) = (ops.is_empty(), conflict) {
            return Err(UndoError::Changed(conflict));
        }
        let undo = Rc::new(Transaction {
            id: stamp.id,
            person: stamp.person,
            time: stamp.time,
            act: entry.act,
            undoes: Some(entry.id.clone()),
            ops,
        });
        self.push(undo.clone().into());
        Ok(undo)
    }
}

/// Takes a transaction back: what was applied for that, and why the rest was not, which somebody may have changed since.
/// The correction of a text goes back as a whole or not at all, which is an error: its annotations stand in that text.
fn invert(past: &Transaction, project: &mut Project) -> Result<(Vec<Op>, Option<Conflict>), Conflict> {
    let whole = past.corrected().next().is_some().then(|| project.clone());
    let mut ops: Vec<Op> = Vec::with_capacity(past.ops.len());
    let mut conflict = None;
    for op in past.inverse() {
        match op.apply(project) {
            Ok(()) => ops.push(op),
            Err(why) => conflict = Some(why),
        }
    }
    match (whole, conflict) {
        (Some(before), Some(why)) => {
            *project = before;
            Err(why)
        }
        (_, conflict) => Ok((ops, conflict)),
    }
}

/// Reads a packed transaction, given the project as it was behind it; `None` if it cannot be read.
pub type Opener<'a> = &'a dyn Fn(&str, &Project) -> Option<Transaction>;
