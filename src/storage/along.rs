//! Reading along: a project that another tab writes. Nothing is written here, and no lease is taken.

use super::backend::{ALL_NUMBERS, Backend, Bytes, Place, StorageError, Table};
use super::journal::{Session, info_place};
use super::record::open_line;
use super::texts::{Texts, used_names};
use crate::edit::Transaction;
use crate::sorted::Map;
use crate::text::Text;
use crate::wire::op;
use std::cell::Cell;
use std::rc::Rc;

/// A project that is open for reading while another tab writes it.
pub struct Along<B> {
    backend: B,
    project: String,
    texts: Texts,
    /// The number of the next record to be read.
    next: Cell<u64>,
}

/// Why reading along cannot go on from where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The project was deleted.
    Gone,
    /// A record is not there or cannot be read: the project must be read anew as a whole.
    Gap,
    /// The database refused; it can be tried again.
    Storage(StorageError),
}

impl From<StorageError> for Lost {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl<B: Backend> Along<B> {
    pub(super) fn new(backend: B, project: String, texts: Texts, next: u64) -> Self {
        Self { backend, project, texts, next: Cell::new(next) }
    }

    /// The id of the project.
    pub fn project(&self) -> &str {
        &self.project
    }

    /// What was written since the last time, in order. One call at a time.
    pub async fn catch_up(&self) -> Result<Vec<Rc<Transaction>>, Lost> {
        let from = self.next.get();
        if self.backend.read(vec![info_place(&self.project)]).await?.iter().all(Option::is_none) {
            return Err(Lost::Gone);
        }
        let behind = from..=*ALL_NUMBERS.end();
        let written = self.backend.scan(Table::Journal, &self.project, behind.clone()).await?;
        let mut records: Map<u64, Bytes> = Map::new();
        if written.first().is_none_or(|(number, _)| *number != from) {
            // They may have been packed meanwhile.
            for (_, segment) in self.backend.scan(Table::Segments, &self.project, ALL_NUMBERS).await? {
                for sealed in segment.split(|&byte| byte == b'\n') {
                    if let Some((number, _)) = open_line(&self.project, sealed).filter(|(at, _)| *at >= from)
                    {
                        records.insert(number, sealed.to_vec());
                    }
                }
            }
        }
        records.extend(written);
        if records.is_empty() {
            return Ok(Vec::new());
        }
        self.learn_texts(from).await?;
        let mut done = Vec::with_capacity(records.len());
        for (expected, (number, sealed)) in (from..).zip(records.iter()) {
            let line = open_line(&self.project, sealed).filter(|(at, _)| *at == expected && at == number);
            let (_, line) = line.ok_or(Lost::Gap)?;
            let transaction = op::decode(line, &|id| self.texts.of(id), &|sha256| self.texts.get(sha256))
                .map_err(|_| Lost::Gap)?;
            self.texts.learn_transaction(&transaction);
            done.push(Rc::new(transaction));
        }
        self.next.set(from + done.len() as u64);
        Ok(done)
    }

    /// Reads the texts that the records from this number on bring in.
    async fn learn_texts(&self, from: u64) -> Result<(), Lost> {
        let behind = from..=*ALL_NUMBERS.end();
        let uses = self.backend.scan(Table::Uses, &self.project, behind).await?;
        let names = uses.iter().filter_map(|(_, sealed)| used_names(&self.project, sealed)).flatten();
        let places = names.map(|name| Place::new(Table::Texts, name, 0)).collect();
        for bytes in self.backend.read(places).await? {
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            if let Some(text) = text.and_then(|text| Text::new(text).ok()) {
                self.texts.insert(text);
            }
        }
        Ok(())
    }
}

impl<B: Backend> Session<B> {
    /// Reads along from here on: for a session that has nothing more to write and leaves the writing to another tab.
    pub fn along(&self) -> Along<B> {
        let next = self.0.state.borrow().next;
        Along::new(self.0.backend.clone(), self.0.project.clone(), self.0.texts.clone(), next)
    }
}
