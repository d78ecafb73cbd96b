//! The state at some record, in two generations, and the packing of the records before it.
//!
//! A snapshot goes over the older slot, is read back and compared; only then are the records before it packed into a
//! segment. So one good snapshot is always there, beside the state that the project began with, which stays.
//! Nothing of the history is dropped: a segment holds its records as they were, each with its own checksum.

use super::backend::{Backend, Batch, Bytes, Place, StorageError, Table};
use super::check::Check;
use super::forget::Forget;
use super::journal::{Inner, Session, info_place};
use super::record::{SnapshotSeal, open_line, seal_line};
use crate::model::Project;
use crate::wire::state;
use std::cmp::Reverse;
use std::rc::Rc;

/// The slots that snapshots go to in turn.
pub(super) const SLOTS: usize = 2;
/// The slot of the state that the project began with.
pub(super) const BEGINNING: u64 = SLOTS as u64;

/// A snapshot is due behind this many records if they are long enough beside the snapshot, and always behind
/// sixteen times as many.
const DUE: u64 = 256;
/// So many bytes of a snapshot are made at a time, to take a millisecond or so.
const PIECE: usize = 128 << 10;
/// A segment is closed behind this many bytes.
const SEGMENT: usize = 1 << 20;

/// What is known of a project's snapshots.
#[derive(Clone, Debug, Default)]
pub(super) struct Snapshots {
    /// Behind which record each slot stands, the beginning last; `None` if it is empty or bad.
    pub(super) slots: [Option<u64>; SLOTS + 1],
    /// Slots that were not read when the project was opened.
    pub(super) unread: Vec<u64>,
    /// Length of the newest snapshot in bytes.
    pub(super) length: usize,
    /// Records behind the newest snapshot, and their bytes.
    pub(super) tail: (u64, usize),
    /// Whether one should be made whatever the tail, because the last loading had to mend something.
    pub(super) wanted: bool,
}

impl Snapshots {
    pub(super) fn grow(&mut self, bytes: usize) {
        self.tail.0 += 1;
        self.tail.1 += bytes;
    }

    fn due(&self) -> bool {
        let (records, bytes) = self.tail;
        self.wanted || records >= 16 * DUE || (records >= DUE && bytes >= self.length / 4)
    }

    /// Which states there are, sealed: so that the newest can be read without the others.
    pub(super) fn index(&self, project: &str) -> String {
        let number = |slot: &Option<u64>| slot.map_or_else(|| "-".to_owned(), |number| number.to_string());
        let line: Vec<String> = self.slots.iter().map(number).collect();
        String::from_utf8_lossy(&seal_line(project, 0, &line.join(" "))).into_owned()
    }

    /// What [`Snapshots::index`] wrote; `None` if it is something else, or tells of no state.
    pub(super) fn of_index(project: &str, index: &str) -> Option<Self> {
        let (_, line) = open_line(project, index.as_bytes())?;
        let mut slots = [None; SLOTS + 1];
        for (slot, number) in slots.iter_mut().zip(line.split(' ')) {
            *slot = number.parse().ok();
        }
        slots.iter().any(Option::is_some).then(|| Self { slots, ..Self::default() })
    }

    /// The slot of the newest state; of two that are as new, not the one that the project began with.
    pub(super) fn newest(&self) -> Option<u64> {
        let there =
            self.slots.iter().zip(0_u64..).filter_map(|(number, slot)| Some(((*number)?, Reverse(slot))));
        there.max().map(|(_, Reverse(slot))| slot)
    }

    /// The slot to write next: an empty or bad one, else the older.
    fn next_slot(&self) -> usize {
        (0..SLOTS).min_by_key(|&slot| self.slots[slot].map_or(0, |number| number + 1)).unwrap_or(0)
    }
}

/// Work beside the journal, one step at a time so that records need not wait long.
pub(super) enum Chore {
    /// Make a snapshot of the state behind a record.
    Make { pieces: Box<dyn Iterator<Item = String>>, seal: SnapshotSeal },
    /// Write it over the older slot.
    Write { number: u64, sealed: Rc<[u8]> },
    /// Read it back.
    Verify { slot: usize, number: u64, sealed: Rc<[u8]> },
    /// Pack the records up to it.
    Pack { number: u64 },
    /// Look at the states that were not read.
    Check(Rc<Check>),
    /// Put the state in the place of all that led to it.
    Forget(Rc<Forget>),
}

impl<B: Backend> Session<B> {
    /// Whether a snapshot should be made when there is time.
    pub fn snapshot_due(&self) -> bool {
        let state = self.0.state.borrow();
        state.chore.is_none() && state.snapshots.due()
    }

    /// Takes a snapshot of the project, which must be as the last appended transaction leaves it. Returns at once; the
    /// file form is made and written piece by piece beside other work.
    pub fn snapshot(&self, project: &Project) {
        let mut state = self.0.state.borrow_mut();
        let seal = SnapshotSeal::new(&self.0.project, state.next - 1);
        state.snapshots.tail = (0, 0);
        state.snapshots.wanted = false;
        state.chore = Some(Chore::Make { pieces: Box::new(state::write(project)), seal });
        drop(state);
        self.0.wake();
    }
}

impl<B: Backend> Inner<B> {
    pub(super) async fn run(&self, chore: Chore) -> Result<(), StorageError> {
        let next = match chore {
            Chore::Make { mut pieces, mut seal } => {
                let mut length = 0;
                let more = loop {
                    let Some(piece) = pieces.next() else { break false };
                    length += piece.len();
                    seal.push(piece.as_bytes());
                    if length >= PIECE {
                        break true;
                    }
                };
                if more {
                    self.backend.pause(0).await;
                    Some(Chore::Make { pieces, seal })
                } else {
                    Some(Chore::Write { number: seal.number(), sealed: seal.finish().into() })
                }
            }
            Chore::Write { number, sealed } => {
                let slot = self.state.borrow().snapshots.next_slot();
                self.state.borrow_mut().snapshots.slots[slot] = None;
                let place = Place::new(Table::Snapshots, self.project.as_str(), slot as u64);
                let mut puts = vec![(place, sealed.to_vec())];
                puts.extend(self.later.kept(&self.project));
                let mut snapshots = self.state.borrow().snapshots.clone();
                snapshots.slots[slot] = Some(number);
                let mut info = self.state.borrow().info.clone();
                info.states = snapshots.index(&self.project);
                puts.push((info_place(&self.project), info.write()));
                self.backend.commit(Batch { guard: self.guard(), puts, deletes: Vec::new() }).await?;
                self.state.borrow_mut().info.states = info.states;
                Some(Chore::Verify { slot, number, sealed })
            }
            Chore::Verify { slot, number, sealed } => {
                let place = Place::new(Table::Snapshots, self.project.as_str(), slot as u64);
                let found = self.backend.read(vec![place]).await?;
                let same = matches!(found.first(), Some(Some(found)) if **found == *sealed);
                if same {
                    let mut state = self.state.borrow_mut();
                    state.snapshots.slots[slot] = Some(number);
                    state.snapshots.length = sealed.len();
                }
                same.then_some(Chore::Pack { number })
            }
            Chore::Check(check) => {
                self.run_check(&check).await?;
                None
            }
            Chore::Forget(forget) => {
                self.run_forget(&forget).await?;
                None
            }
            Chore::Pack { number } => {
                let records = self.backend.scan(Table::Journal, &self.project, 0..=number).await?;
                if !records.is_empty() {
                    self.backend.commit(self.pack(records)).await?;
                }
                None
            }
        };
        let mut state = self.state.borrow_mut();
        if state.chore.is_none() {
            state.chore = next;
        }
        Ok(())
    }

    /// Moves records from the journal into segments.
    fn pack(&self, records: Vec<(u64, Bytes)>) -> Batch {
        let mut batch = Batch { guard: self.guard(), ..Batch::default() };
        let mut segment: Option<(u64, Bytes)> = None;
        for (number, sealed) in records {
            batch.deletes.push(Place::new(Table::Journal, self.project.as_str(), number));
            match &mut segment {
                Some((_, lines)) => {
                    lines.push(b'\n');
                    lines.extend_from_slice(&sealed);
                }
                None => segment = Some((number, sealed)),
            }
            if let Some((first, lines)) = segment.take_if(|(_, lines)| lines.len() >= SEGMENT) {
                batch.puts.push((Place::new(Table::Segments, self.project.as_str(), first), lines));
            }
        }
        if let Some((first, lines)) = segment {
            batch.puts.push((Place::new(Table::Segments, self.project.as_str(), first), lines));
        }
        batch
    }
}
