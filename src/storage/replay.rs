//! Does the records of a journal again: those that a state already holds go to the history packed, later ones are
//! applied.

use super::backend::{Bytes, Place};
use super::texts::Texts;
use crate::edit::{
    Actor, AnnotationField, Entry, History, Op, Past, ProjectField, Transaction, TransactionId,
};
use crate::model::Project;
use crate::wire::{WireError, op};
use std::rc::Rc;

/// A record whose checksum fits.
pub(super) struct Record {
    pub(super) line: Rc<str>,
    pub(super) sealed: Bytes,
    pub(super) from: Place,
}

/// Why a record was not taken.
pub(super) struct Unfit {
    pub(super) why: String,
    pub(super) wire: Option<WireError>,
}

pub(super) struct Replay {
    pub(super) project: Project,
    pub(super) history: History,
    pub(super) texts: Texts,
    /// How many records were applied, and their bytes.
    pub(super) tail: (u64, usize),
    /// How many were not taken.
    pub(super) unfit: usize,
    /// The record that the state stands behind.
    state: u64,
    /// Ids of the transactions, with the numbers of their records.
    ids: Vec<(TransactionId, u64)>,
}

impl Replay {
    pub(super) fn new(project: Project, state: u64, texts: Texts) -> Self {
        Self { project, history: History::default(), texts, tail: (0, 0), unfit: 0, state, ids: Vec::new() }
    }

    /// Takes the next record.
    pub(super) fn take(&mut self, number: u64, record: &Record) -> Result<(), Unfit> {
        let entry = if number <= self.state {
            self.packed(&record.line)
        } else {
            self.tail.0 += 1;
            self.tail.1 += record.line.len();
            self.applied(&record.line)
        };
        match entry {
            Ok(entry) => {
                self.ids.push((entry.id.clone(), number));
                self.history.push(entry);
                Ok(())
            }
            Err(unfit) => {
                self.unfit += 1;
                Err(unfit)
            }
        }
    }

    fn packed(&self, line: &Rc<str>) -> Result<Entry, Unfit> {
        let header = op::header(line).map_err(unreadable)?;
        Ok(Entry {
            id: header.id,
            act: header.act,
            time: header.time,
            undoes: header.undoes,
            past: Past::Packed(line.clone()),
        })
    }

    fn applied(&mut self, line: &str) -> Result<Entry, Unfit> {
        let mut transaction = op::decode(line, &|id| self.texts.of(id), &|sha256| self.texts.get(sha256))
            .map_err(unreadable)?;
        let mut outcome = transaction.apply(&mut self.project);
        if outcome.is_err() {
            retime(&mut transaction, &self.project);
            outcome = transaction.apply(&mut self.project);
        }
        outcome.map_err(|conflict| Unfit {
            why: format!("it does not fit what is there: {conflict}"),
            wire: None,
        })?;
        self.texts.learn_transaction(&transaction);
        Ok(Rc::new(transaction).into())
    }

    /// A counter that no record and no id of this actor has. Where records could not be read, `last` is the number of
    /// the last one: each of them may have taken a counter.
    pub(super) fn next_counter(&self, actor: &Actor, last: Option<u64>) -> u64 {
        let own = self.ids.iter().filter(|(id, _)| id.actor == *actor);
        let (counter, number) = own.map(|(id, number)| (id.counter, *number)).max().unwrap_or((0, 0));
        let unread = last.map_or(0, |last| last.saturating_sub(number));
        // A file that this copy wrote, opened as a project of its own, brings ids along.
        let brought = greatest_counter(&self.project, actor);
        (counter + unread).max(brought) + 1
    }
}

/// Lets a transaction follow another than the one before it: every act says when the one before was, and a record
/// that is lost must not take all later ones with it.
fn retime(transaction: &mut Transaction, project: &Project) {
    for op in &mut transaction.ops {
        match op {
            Op::SetProject { from: ProjectField::Modified(time), .. } => *time = project.modified,
            Op::SetAnnotation { document, id, from: AnnotationField::Modified(time), .. } => {
                if let Some(annotation) = project.annotation(document, id) {
                    *time = annotation.origin.modified;
                }
            }
            _ => {}
        }
    }
}

fn unreadable(error: WireError) -> Unfit {
    Unfit { why: error.to_string(), wire: Some(error) }
}

/// The greatest counter in the ids that an actor made: `actor-000012` and `actor-000012.3`.
fn greatest_counter(project: &Project, actor: &Actor) -> u64 {
    let mut greatest = 0;
    let mut look = |id: &str| {
        let rest = id.strip_prefix(&*actor.0).and_then(|rest| rest.strip_prefix('-'));
        let counter = rest.and_then(|rest| rest.split('.').next()?.parse().ok());
        greatest = greatest.max(counter.unwrap_or(0));
    };
    project.documents().for_each(|document| look(document.id.as_str()));
    project.annotation_ids(&mut look);
    project.people.keys().for_each(|id| look(id.as_str()));
    project.entities.keys().for_each(|id| look(id.as_str()));
    project.claims.keys().for_each(|id| look(id.as_str()));
    project.relations.keys().for_each(|id| look(id.as_str()));
    greatest
}
