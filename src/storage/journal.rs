//! The writing side of an open project: what is done goes into a queue, and the queue goes to the disk in order.
//!
//! Group commit: one write is under way at a time, and everything queued meanwhile goes into the next one. Texts and
//! the project's info travel in the same write as the record that brings them in. Every write compares the lease
//! inside its own transaction, so that of two tabs only the one that opened last can write.

use super::backend::{Backend, Batch, Bytes, Place, StorageError, Table};
use super::info::Info;
use super::later::Later;
use super::queued::{Line, Queued};
use super::record::{Checksum, seal_line, sealed_with};
use super::snapshot::{Chore, Snapshots};
use super::status::{Status, Why};
use super::texts::{Texts, text_value, write_uses};
use crate::edit::{Op, Transaction};
use crate::model::Timestamp;
use crate::sorted::Set;
use crate::text::Sha256;
use crate::wire::WireError;
use crate::wire::op::Encoding;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// The first wait after a write failed, and the longest, in milliseconds; each wait is twice the one before.
const PAUSES: (u32, u32) = (250, 8_000);
/// The checksum of a line of more bytes is computed by so many at a time: some tens of milliseconds.
const SLICE: usize = 1 << 22;
/// A line of more bytes is written by so many at a time: about as long.
const WRITTEN: usize = 1 << 20;

/// A project that is open for writing. Clones are the same session.
pub struct Session<B: Backend>(pub(super) Rc<Inner<B>>);

impl<B: Backend> Clone for Session<B> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Told of every change of the status.
type Observer = Rc<dyn Fn(&Status)>;

pub(super) struct Inner<B> {
    pub(super) backend: B,
    pub(super) project: String,
    /// What stands in the lease table while this session may write.
    pub(super) lease: Bytes,
    pub(super) texts: Texts,
    pub(super) later: Later,
    pub(super) state: RefCell<State>,
}

pub(super) struct State {
    /// What is not on the disk yet, oldest first.
    queue: VecDeque<Queued>,
    /// The number of the next record.
    pub(super) next: u64,
    /// Up to when all is on the disk.
    saved_until: Timestamp,
    status: Status,
    observer: Option<Observer>,
    pub(super) info: Info,
    /// Texts that are on the disk or in the queue.
    pub(super) known: Set<Sha256>,
    pub(super) snapshots: Snapshots,
    pub(super) chore: Option<Chore>,
    /// Why a transaction has no line in the journal.
    broken: Option<String>,
    running: bool,
    /// Another tab writes now.
    pub(super) stopped: bool,
    settling: Vec<Waker>,
}

/// Where a session starts from.
pub(super) struct Start {
    pub(super) project: String,
    pub(super) lease: Bytes,
    pub(super) next: u64,
    pub(super) info: Info,
    pub(super) texts: Texts,
    pub(super) snapshots: Snapshots,
    pub(super) later: Later,
    pub(super) now: Timestamp,
}

impl<B: Backend> Session<B> {
    pub(super) fn start(backend: B, start: Start) -> Self {
        let state = State {
            queue: VecDeque::new(),
            next: start.next,
            saved_until: start.now,
            status: Status::Saved,
            observer: None,
            info: start.info,
            known: start.texts.fingerprints().into_iter().collect(),
            snapshots: start.snapshots,
            chore: None,
            broken: None,
            running: false,
            stopped: false,
            settling: Vec::new(),
        };
        Self(Rc::new(Inner {
            backend,
            project: start.project,
            lease: start.lease,
            texts: start.texts,
            later: start.later,
            state: RefCell::new(state),
        }))
    }

    /// Queues a transaction that was applied, and returns at once: a long line is written later, in
    /// slices. Fails only for a transaction that could not have been applied; the status then says so from here on,
    /// because what follows may not be readable. It says so, too, where that is found out later.
    pub fn append(&self, transaction: &Rc<Transaction>) -> Result<(), WireError> {
        self.0.texts.learn_transaction(transaction);
        let begun = Encoding::begin(transaction, &|id| self.0.texts.of(id));
        let mut line = Line::Begun(transaction.clone(), begun);
        let length = line.go_on(WRITTEN).inspect_err(|error| self.0.breaks(error))?;
        {
            let mut state = self.0.state.borrow_mut();
            let number = state.next;
            state.next += 1;
            state.info.follow(transaction);
            length.into_iter().for_each(|length| state.snapshots.grow(length));
            // Offsets in later records are of the new text: should this one be lost, the state must not be.
            state.snapshots.wanted |= transaction.corrected().next().is_some();
            let mut texts = Vec::new();
            for op in &transaction.ops {
                if let Op::AddDocument(document) = op
                    && state.known.insert(document.text.sha256())
                {
                    texts.push(document.text.clone());
                }
            }
            state.queue.push_back(Queued { number, line, sum: None, texts, time: transaction.time });
        }
        if self.status() == Status::Saved {
            self.0.set_status(Status::Saving);
        }
        self.0.wake();
        Ok(())
    }

    /// Writes nothing from now on, not even what waits: everything is about to be deleted.
    pub fn stop(&self) {
        let mut state = self.0.state.borrow_mut();
        state.stopped = true;
        state.chore = None;
        state.queue.clear();
    }

    /// Whether everything is on the disk.
    pub fn status(&self) -> Status {
        self.0.state.borrow().status.clone()
    }

    /// Up to when everything that was done is on the disk.
    pub fn saved_until(&self) -> Timestamp {
        self.0.state.borrow().saved_until
    }

    /// Calls back at every change of the status, from inside `append` or from a task of the backend. There is one
    /// observer; a later one takes its place.
    pub fn observe(&self, observer: impl Fn(&Status) + 'static) {
        self.0.state.borrow_mut().observer = Some(Rc::new(observer));
    }

    /// What is known of the project, as the last act leaves it.
    pub fn info(&self) -> Info {
        self.0.state.borrow().info.clone()
    }

    /// The records that are not on the disk, oldest first: to be offered as a file when they cannot be saved.
    pub fn unsaved(&self) -> Vec<Rc<str>> {
        let mut state = self.0.state.borrow_mut();
        let State { queue, snapshots, .. } = &mut *state;
        let whole = |queued: &mut Queued| {
            if queued.line.whole().is_none() {
                snapshots.grow(queued.line.go_on(usize::MAX).ok()??);
            }
            queued.line.whole().cloned()
        };
        queue.iter_mut().filter_map(whole).collect()
    }

    /// Keeps what could not be taken in of what was read after the project was opened.
    pub async fn keep_unread(&self) {
        let inner = &self.0;
        let puts = Vec::from_iter(inner.later.kept(&inner.project));
        if !puts.is_empty() && !inner.state.borrow().stopped {
            // Where it is not kept now, it goes with the snapshot that would go over it.
            let batch = Batch { guard: inner.guard(), puts, deletes: Vec::new() };
            let _ = inner.backend.commit(batch).await;
        }
    }

    /// Waits until all is saved, or something is not, and says which: what the database refuses is
    /// tried again for ever. Call it before the project is opened again in the same tab.
    pub async fn at_rest(&self) -> Status {
        let inner = self.0.clone();
        poll_fn(move |context| {
            let mut state = inner.state.borrow_mut();
            if !state.running || matches!(state.status, Status::NotSaved(_)) {
                return Poll::Ready(state.status.clone());
            }
            state.settling.push(context.waker().clone());
            Poll::Pending
        })
        .await
    }
}

impl<B: Backend> Session<B> {
    /// Has a chore done, behind all that is to be saved and behind one that is under way.
    pub(super) async fn see_to<T>(
        &self,
        chore: impl Fn(&mut Snapshots) -> Chore,
        outcome: impl Fn() -> Option<T>,
    ) -> Result<T, StorageError> {
        loop {
            if let Status::NotSaved(why) = self.at_rest().await {
                return Err(StorageError::Failed(why.to_string()));
            }
            if let Some(outcome) = outcome() {
                return Ok(outcome);
            }
            let mut state = self.0.state.borrow_mut();
            if state.stopped {
                return Err(StorageError::Guard);
            }
            if state.chore.is_none() {
                state.chore = Some(chore(&mut state.snapshots));
            }
            drop(state);
            self.0.wake();
        }
    }
}

/// What the pump does next.
enum Job {
    Records { batch: Batch, count: usize, until: Timestamp },
    Chore(Chore),
}

impl<B: Backend> Inner<B> {
    /// The place of the lease, with what must stand there for a write of this session to happen.
    pub(super) fn guard(&self) -> Option<(Place, Option<Bytes>)> {
        Some((Place::new(Table::Lease, self.project.as_str(), 0), Some(self.lease.clone())))
    }

    fn set_status(&self, mut status: Status) {
        let (observer, settling) = {
            let mut state = self.state.borrow_mut();
            if let (Some(why), false) = (&state.broken, matches!(status, Status::NotSaved(_))) {
                status = Status::NotSaved(Why::Storage(StorageError::Failed(why.clone())));
            }
            if state.status == status {
                return;
            }
            let failed = matches!(status, Status::NotSaved(_));
            state.status = status.clone();
            (state.observer.clone(), if failed { std::mem::take(&mut state.settling) } else { Vec::new() })
        };
        settling.into_iter().for_each(Waker::wake);
        if let Some(observer) = observer {
            observer(&status);
        }
    }

    /// A transaction has no line: from here on it is said that not all is saved.
    fn breaks(&self, error: &WireError) {
        self.state.borrow_mut().broken = Some(error.to_string());
        self.set_status(Status::Saving);
    }

    /// Sees to it that the pump runs.
    pub(super) fn wake(self: &Rc<Self>) {
        let mut state = self.state.borrow_mut();
        if state.stopped && !state.running && !state.queue.is_empty() {
            drop(state);
            return self.set_status(Status::NotSaved(Why::TakenOver));
        }
        if state.running || state.stopped {
            return;
        }
        state.running = true;
        drop(state);
        self.backend.spawn(Box::pin(self.clone().pump()));
    }

    async fn pump(self: Rc<Self>) {
        let mut pause = PAUSES.0;
        loop {
            self.prepare().await;
            let Some(job) = self.next_job() else { break };
            let outcome = match job {
                Job::Records { batch, count, until } => match self.backend.commit(batch).await {
                    Ok(()) => {
                        pause = PAUSES.0;
                        self.saved(count, until);
                        continue;
                    }
                    Err(error) => error,
                },
                Job::Chore(chore) => match self.run(chore).await {
                    Err(StorageError::Guard) => StorageError::Guard,
                    // A snapshot that failed is made again later; what was done is in the journal.
                    Ok(()) | Err(_) => continue,
                },
            };
            if outcome == StorageError::Guard {
                let mut state = self.state.borrow_mut();
                state.stopped = true;
                state.chore = None;
                let waits = !state.queue.is_empty();
                drop(state);
                // Where it was a snapshot that came too late, all that was done is in the journal.
                if waits {
                    self.set_status(Status::NotSaved(Why::TakenOver));
                }
                break;
            }
            self.set_status(Status::NotSaved(Why::Storage(outcome)));
            self.backend.pause(pause).await;
            pause = (pause * 2).min(PAUSES.1);
        }
        let settling = {
            let mut state = self.state.borrow_mut();
            state.running = false;
            std::mem::take(&mut state.settling)
        };
        settling.into_iter().for_each(Waker::wake);
    }

    /// Writes long lines, and computes their checksums, in slices between which the page answers.
    async fn prepare(&self) {
        while self.write_some() || self.sum_up().await {
            self.backend.pause(0).await;
        }
    }

    /// Goes on with the first line that is not whole. False if all are.
    fn write_some(&self) -> bool {
        let mut state = self.state.borrow_mut();
        let begun = |queued: &Queued| queued.line.whole().is_none();
        let Some(at) = state.queue.iter().position(begun) else { return false };
        match state.queue[at].line.go_on(WRITTEN) {
            Ok(length) => length.into_iter().for_each(|length| state.snapshots.grow(length)),
            Err(error) => {
                let State { queue, known, .. } = &mut *state;
                // What comes in later with one of its texts brings it along.
                let texts = queue.remove(at).map(|gone| gone.texts).unwrap_or_default();
                match queue.get_mut(at) {
                    Some(next) => next.texts.extend(texts),
                    None => {
                        for text in &texts {
                            known.remove(&text.sha256());
                        }
                    }
                }
                drop(state);
                self.breaks(&error);
            }
        }
        true
    }

    /// Computes the checksum of the first long line that has none. False if all have one.
    async fn sum_up(&self) -> bool {
        let next = self.state.borrow().queue.iter().find_map(|queued| {
            let line = queued.line.whole().filter(|line| queued.sum.is_none() && line.len() > SLICE)?;
            Some((queued.number, line.clone()))
        });
        let Some((number, line)) = next else { return false };
        let mut sum = Checksum::of_record(&self.project, number);
        for slice in line.as_bytes().chunks(SLICE) {
            self.backend.pause(0).await;
            sum.update(slice);
        }
        let sum = sum.finish();
        // Nothing waits any more where it was told to stop meanwhile.
        if let Some(own) = self.state.borrow_mut().queue.iter_mut().find(|own| own.number == number) {
            own.sum = Some(sum);
        }
        true
    }

    fn next_job(&self) -> Option<Job> {
        let mut state = self.state.borrow_mut();
        if state.stopped {
            return None;
        }
        let Some(last) = state.queue.back() else { return state.chore.take().map(Job::Chore) };
        let until = last.time;
        let mut batch = Batch { guard: self.guard(), ..Batch::default() };
        for Queued { number, line, sum, texts, .. } in &state.queue {
            let Some(line) = line.whole() else { continue };
            let at = |table| Place::new(table, self.project.as_str(), *number);
            let sealed = match sum {
                Some(sum) => sealed_with(sum, *number, line),
                None => seal_line(&self.project, *number, line),
            };
            batch.puts.push((at(Table::Journal), sealed));
            if !texts.is_empty() {
                batch.puts.push((at(Table::Uses), write_uses(&self.project, *number, texts)));
            }
            batch.puts.extend(texts.iter().map(text_value));
        }
        batch.puts.push((info_place(&self.project), state.info.write()));
        Some(Job::Records { batch, count: state.queue.len(), until })
    }

    fn saved(&self, count: usize, until: Timestamp) {
        let all = {
            let mut state = self.state.borrow_mut();
            // Nothing waits any more where it was told to stop meanwhile.
            let count = count.min(state.queue.len());
            state.queue.drain(..count);
            state.saved_until = until;
            state.queue.is_empty()
        };
        self.set_status(if all { Status::Saved } else { Status::Saving });
    }
}

pub(super) fn info_place(project: &str) -> Place {
    Place::new(Table::Projects, project, 0)
}
