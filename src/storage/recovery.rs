//! Opens a project from what the database holds: the newest good state, the records behind it done again, and the
//! history. What is damaged or does not fit goes to quarantine and never stops the rest.

use super::backend::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
use super::fault::Fault;
use super::info::Info;
use super::later::Later;
use super::quarantine::Quarantined;
use super::record::{open_line, open_snapshot};
use super::replay::{Record, Replay};
use super::snapshot::{BEGINNING, Snapshots};
use super::texts::{ReadText, Texts, read_texts, text_of};
use crate::edit::{Actor, History};
use crate::model::{Project, ProjectId, news};
use crate::sorted::{Map, Set, insertion_sort_by};
use crate::wire::{WireError, state};
use futures_util::future::join;
use std::rc::Rc;

/// A project as it was found.
pub struct Loaded {
    /// Its state.
    pub project: Project,
    /// What was done in it. Older transactions stay packed: [`Texts::open`] opens them.
    pub history: History,
    /// The texts of its documents, also of those that were removed.
    pub texts: Texts,
    /// The counter of this actor's next transaction.
    pub next_counter: u64,
    /// What was not as it should be; empty when all is well.
    pub faults: Vec<Fault>,
    /// Annotations that are read when they are asked for, or by [`Later::read`].
    pub later: Later,
}

/// What goes from loading to the session that writes.
pub(super) struct Found {
    pub(super) loaded: Loaded,
    pub(super) next: u64,
    pub(super) snapshots: Snapshots,
    /// Puts what is bad into quarantine, and takes it from where it stood.
    pub(super) mend: Batch,
}

/// Why a project could not be loaded at all.
pub(super) enum LoadError {
    Storage(StorageError),
    Newer,
}

impl From<StorageError> for LoadError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// Everything that the database holds of a project, with what is bad set aside.
#[derive(Default)]
struct Shelf {
    records: Map<u64, Record>,
    states: Vec<State>,
    /// The record behind which the project begins; 0 unless its history was forgotten.
    beginning: u64,
    snapshots: Snapshots,
    bad: Vec<Quarantined>,
    faults: Vec<Fault>,
    mend: Batch,
    /// Segments as they were found, to be written again without what is bad.
    segments: Map<u64, Bytes>,
    broken_segments: Set<u64>,
}

struct State {
    number: u64,
    slot: u64,
    sealed: Rc<Bytes>,
    /// Where the body begins.
    body: usize,
}

/// Loads a project; nobody else may write it meanwhile.
pub(super) async fn load<B: Backend>(
    backend: &B,
    id: &ProjectId,
    info: &Info,
    actor: &Actor,
) -> Result<Found, LoadError> {
    let project = id.as_str();
    let mut shelf = Shelf::default();
    let earlier: Vec<Quarantined> = backend
        .scan(Table::Quarantine, project, ALL_NUMBERS)
        .await?
        .iter()
        .map(|(_, value)| Quarantined::read(project, value))
        .collect();
    shelf.take_records(backend, project).await?;
    // The database reads the one while the other is looked at.
    let (alone, read) =
        join(shelf.take_newest(backend, project, &info.states), read_texts(backend, project)).await;
    let alone = alone?;
    if !alone {
        shelf.take_states(backend, project).await?;
    }
    let texts = shelf.take_texts(project, read?);

    let mut newest = shelf.newest_state(project, &texts)?;
    if newest.is_none() && alone {
        shelf.take_states(backend, project).await?;
        newest = shelf.newest_state(project, &texts)?;
    }
    let (base, number, later) = match newest {
        Some(state) => state,
        None => {
            shelf.faults.push(Fault::Beginning);
            (Project::new(id.clone(), info.name.clone(), news(), info.created), 0, Later::default())
        }
    };
    texts.learn_project(&base);
    let mut replay = Replay::new(base, number, texts);
    let damaged: Vec<Option<u64>> = shelf.bad.iter().map(|bad| bad.number).collect();
    for (at, record) in &shelf.records {
        let Err(error) = replay.take(*at, record) else { continue };
        if let Some(WireError::Newer { .. }) = error.wire {
            return Err(LoadError::Newer);
        }
        let bytes = record.sealed.clone();
        shelf.bad.push(Quarantined::new(project, &record.from, error.why, bytes));
        if record.from.table == Table::Segments {
            shelf.broken_segments.insert(record.from.number);
        }
    }
    let last = shelf.last(&earlier);
    shelf.missing(project, last, number, &damaged, &earlier);
    if !damaged.is_empty() {
        // Where a number is not known either, the record may have been anywhere: the worse case is said.
        let in_history = damaged.iter().filter(|at| at.is_some_and(|at| at <= number)).count();
        shelf.faults.push(Fault::Damaged { records: damaged.len(), in_history });
    }
    if replay.unfit > 0 {
        shelf.faults.push(Fault::DoNotFit { records: replay.unfit });
    }
    shelf.snapshots.tail = replay.tail;
    shelf.snapshots.wanted |= !shelf.bad.is_empty();
    let unsure = !shelf.bad.is_empty() || !earlier.is_empty();
    let next_counter = replay.next_counter(actor, unsure.then_some(last));
    let mend = shelf.mend(project);
    Ok(Found {
        loaded: Loaded {
            project: replay.project,
            history: replay.history,
            texts: replay.texts,
            next_counter,
            faults: shelf.faults,
            later,
        },
        next: last + 1,
        snapshots: shelf.snapshots,
        mend,
    })
}

impl Shelf {
    async fn take_records<B: Backend>(&mut self, backend: &B, project: &str) -> Result<(), StorageError> {
        for (first, segment) in backend.scan(Table::Segments, project, ALL_NUMBERS).await? {
            let from = Place::new(Table::Segments, project, first);
            for sealed in segment.split(|&byte| byte == b'\n') {
                self.take_record(project, &from, sealed.to_vec());
            }
            self.segments.insert(first, segment);
        }
        for (number, sealed) in backend.scan(Table::Journal, project, ALL_NUMBERS).await? {
            self.take_record(project, &Place::new(Table::Journal, project, number), sealed);
        }
        Ok(())
    }

    fn take_record(&mut self, project: &str, from: &Place, sealed: Bytes) {
        let opened = open_line(project, &sealed);
        match opened.filter(|(number, _)| from.table != Table::Journal || *number == from.number) {
            Some((number, line)) => {
                let line = line.into();
                self.records.insert(number, Record { line, sealed, from: from.clone() });
            }
            None => {
                self.bad.push(Quarantined::new(project, from, "its checksum does not fit", sealed));
                if from.table == Table::Segments {
                    self.broken_segments.insert(from.number);
                }
            }
        }
    }

    /// Reads the newest state alone, if `index` says truly where it stands. The others are looked at later.
    async fn take_newest<B: Backend>(
        &mut self,
        backend: &B,
        project: &str,
        index: &str,
    ) -> Result<bool, StorageError> {
        let Some(mut snapshots) = Snapshots::of_index(project, index) else { return Ok(false) };
        let beginning = snapshots.slots[BEGINNING as usize];
        self.beginning = beginning.unwrap_or(0);
        self.snapshots.slots[BEGINNING as usize] = beginning;
        let Some(slot) = snapshots.newest() else { return Ok(false) };
        let place = Place::new(Table::Snapshots, project, slot);
        let sealed = backend.read(vec![place]).await?.into_iter().flatten().next();
        let opened = sealed.and_then(|sealed| Some((open_snapshot(project, &sealed)?, sealed)));
        let Some(((number, body), sealed)) =
            opened.filter(|((number, _), _)| snapshots.slots[slot as usize] == Some(*number))
        else {
            return Ok(false);
        };
        let others = (0..).zip(&snapshots.slots).filter(|(other, there)| *other != slot && there.is_some());
        snapshots.unread = others.map(|(other, _)| other).collect();
        self.snapshots = snapshots;
        self.states.push(State { number, slot, sealed: Rc::new(sealed), body });
        Ok(true)
    }

    async fn take_states<B: Backend>(&mut self, backend: &B, project: &str) -> Result<(), StorageError> {
        // Where the project begins is known by the index, too.
        let slots = [None, None, self.snapshots.slots[BEGINNING as usize]];
        self.snapshots = Snapshots { slots, wanted: self.snapshots.wanted, ..Snapshots::default() };
        for (slot, sealed) in backend.scan(Table::Snapshots, project, ALL_NUMBERS).await? {
            // The project began with the state of the first slot, or forgot what led to it: then both say the same.
            let same = self.states.iter().find(|state| *state.sealed == sealed);
            let opened = same.map(|state| (state.number, state.body));
            match opened.or_else(|| open_snapshot(project, &sealed)) {
                Some((number, body)) => {
                    self.states.push(State { number, slot, sealed: Rc::new(sealed), body });
                }
                None => self.bad_state(project, slot, "its checksum does not fit", sealed),
            }
        }
        // Newest first; of two that are as new, the state that the project began with last.
        insertion_sort_by(&mut self.states, |a, b| (b.number, a.slot).cmp(&(a.number, b.slot)));
        for state in &self.states {
            if state.slot == BEGINNING {
                self.beginning = state.number;
            }
            if let Some(slot) = self.snapshots.slots.get_mut(state.slot as usize) {
                *slot = Some(state.number);
            }
        }
        Ok(())
    }

    fn bad_state(&mut self, project: &str, slot: u64, why: &str, sealed: Bytes) {
        let place = Place::new(Table::Snapshots, project, slot);
        self.mend.puts.push(Quarantined::new(project, &place, why, sealed).value());
        self.mend.deletes.push(place);
        if !self.faults.contains(&Fault::State) {
            self.faults.push(Fault::State);
        }
        if slot < BEGINNING {
            self.snapshots.slots[slot as usize] = None;
        }
        self.snapshots.wanted = true;
    }

    /// Looks whether the texts that were read are those of their fingerprints.
    fn take_texts(&mut self, project: &str, read: Vec<ReadText>) -> Texts {
        let texts = Texts::default();
        for ((name, sum), bytes) in read {
            let bytes = bytes.unwrap_or_default();
            match text_of(&name, sum.as_deref(), &bytes) {
                Some(text) => texts.insert(text),
                None => {
                    // It stays where it is too: the same text, added again, mends it.
                    let place = Place::new(Table::Texts, name.as_str(), 0);
                    let why = "it is not the text of this SHA-256";
                    self.mend.puts.push(Quarantined::new(project, &place, why, bytes).value());
                    self.faults.push(Fault::Text { fingerprint: name });
                }
            }
        }
        texts
    }

    /// The newest state that can be read, the record that it stands behind, and what of it is read later.
    fn newest_state(
        &mut self,
        project: &str,
        texts: &Texts,
    ) -> Result<Option<(Project, u64, Later)>, LoadError> {
        for state in std::mem::take(&mut self.states) {
            let number = state.number;
            let place = Place::new(Table::Snapshots, project, state.slot);
            let later = Later::new(place);
            let find = |fingerprint: &_| texts.get(fingerprint);
            match state::read(&state.sealed, state.body, &find, later.issues()) {
                Ok(reading) => {
                    if !reading.issues.is_empty() {
                        self.faults.extend(reading.issues.iter().map(Fault::of));
                        // The next snapshot will lack it, so this one is kept.
                        self.mend.puts.push(later.quarantined(project, &state.sealed));
                    }
                    if state.slot < BEGINNING {
                        self.snapshots.length = state.sealed.len();
                    }
                    let later = later.of(&reading.value);
                    return Ok(Some((reading.value, number, later)));
                }
                Err(WireError::Newer { .. }) => return Err(LoadError::Newer),
                Err(error) => self.bad_state(project, state.slot, &error.to_string(), state.sealed.to_vec()),
            }
        }
        Ok(None)
    }

    /// The number of the last record that there ever was, as far as it can be told.
    fn last(&self, earlier: &[Quarantined]) -> u64 {
        let records = self.records.keys().next_back().copied();
        let bad = self.bad.iter().chain(earlier).filter(|bad| !bad.from.starts_with("segments"));
        let slots = self.snapshots.slots.iter().flatten().copied();
        records
            .into_iter()
            .chain(bad.filter_map(|bad| bad.number))
            .chain(slots)
            .max()
            .unwrap_or(0)
            .max(self.beginning)
    }

    /// Says which records are gone, once.
    fn missing(
        &mut self,
        project: &str,
        last: u64,
        state: u64,
        damaged: &[Option<u64>],
        earlier: &[Quarantined],
    ) {
        let told: Set<u64> =
            damaged.iter().flatten().copied().chain(earlier.iter().filter_map(|bad| bad.number)).collect();
        let gone: Vec<u64> = (self.beginning + 1..=last)
            .filter(|at| !self.records.contains_key(at) && !told.contains(at))
            .collect();
        if gone.is_empty() {
            return;
        }
        // A damaged line whose number cannot be read is one of the missing: it is not counted twice.
        let nameless = damaged.iter().filter(|number| number.is_none()).count();
        if gone.len() > nameless {
            let in_history = gone.iter().filter(|&&at| at <= state).count();
            let records = gone.len() - nameless;
            self.faults.push(Fault::Missing { records, in_history: in_history.min(records) });
        }
        for at in gone {
            let place = Place::new(Table::Journal, project, at);
            self.mend.puts.push(Quarantined::new(project, &place, "it is gone", Bytes::new()).value());
        }
    }

    /// Everything that puts the database in order again.
    fn mend(&mut self, project: &str) -> Batch {
        let mut mend = std::mem::take(&mut self.mend);
        for bad in &self.bad {
            mend.puts.push(bad.value());
        }
        let bad: Set<&[u8]> = self.bad.iter().map(|bad| &*bad.bytes).collect();
        let journal = self.bad.iter().filter(|bad| bad.from.starts_with(Table::Journal.name()));
        mend.deletes.extend(journal.filter_map(|bad| Some(Place::new(Table::Journal, project, bad.number?))));
        for first in &self.broken_segments {
            let place = Place::new(Table::Segments, project, *first);
            let lines = self.segments[first].split(|&byte| byte == b'\n');
            let good: Vec<&[u8]> = lines.filter(|line| !bad.contains(line)).collect();
            if good.is_empty() {
                mend.deletes.push(place);
            } else {
                mend.puts.push((place, good.join(&b'\n')));
            }
        }
        mend
    }
}
