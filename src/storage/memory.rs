//! A database in memory, for tests: it can be told to fail, to hold writes back, to lose what was not written, and to
//! change bits. It has a clock of its own and runs its own tasks, so that a test decides the order of everything.

use super::backend::{Backend, Batch, Bytes, Place, StorageError, Table};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::future::{Future, poll_fn};
use std::ops::RangeInclusive;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

type Task = Pin<Box<dyn Future<Output = ()>>>;

struct Write {
    batch: Batch,
    /// Answers once; `None` until the database has decided.
    outcome: Cell<Option<Result<(), StorageError>>>,
}

/// A database in memory.
#[derive(Clone, Default)]
pub struct Memory(Rc<Disk>);

#[derive(Default)]
struct Disk {
    values: RefCell<BTreeMap<Place, Bytes>>,
    waiting: RefCell<VecDeque<Rc<Write>>>,
    written: RefCell<Vec<Batch>>,
    failures: RefCell<VecDeque<Option<StorageError>>>,
    tasks: RefCell<Vec<Task>>,
    held: Cell<bool>,
    now: Cell<u64>,
    /// Grows with everything that could let a task go on.
    events: Cell<u64>,
}

impl Memory {
    /// From now on writes wait until [`Memory::let_through`].
    pub fn hold(&self) {
        self.0.held.set(true);
    }

    /// Lets the oldest waiting writes through, at most `count`; says how many there were.
    pub fn let_through(&self, count: usize) -> usize {
        let mut done = 0;
        while done < count {
            let Some(write) = self.0.waiting.borrow_mut().pop_front() else { break };
            write.outcome.set(Some(self.apply(&write.batch)));
            done += 1;
        }
        done
    }

    /// Puts the oldest waiting write on the disk, but its writer does not hear of it: a crash in between.
    pub fn write_unheard(&self) {
        if let Some(write) = self.0.waiting.borrow().front() {
            let _unheard = self.apply(&write.batch);
        }
    }

    /// How many writes wait.
    pub fn waiting(&self) -> usize {
        self.0.waiting.borrow().len()
    }

    /// What the next writes answer; `None` lets one through.
    pub fn fail(&self, failures: impl IntoIterator<Item = Option<StorageError>>) {
        self.0.failures.borrow_mut().extend(failures);
    }

    /// The same disk after a crash: only what was written is there, and nobody who wrote before is heard again.
    pub fn restart(&self) -> Self {
        let after = Self::default();
        *after.0.values.borrow_mut() = self.0.values.borrow().clone();
        after
    }

    /// Changes a value behind everybody's back; false if there is none.
    pub fn change(&self, place: &Place, change: impl FnOnce(&mut Bytes)) -> bool {
        self.0.values.borrow_mut().get_mut(place).map(change).is_some()
    }

    /// Takes a value away behind everybody's back.
    pub fn lose(&self, place: &Place) -> Option<Bytes> {
        self.0.values.borrow_mut().remove(place)
    }

    /// Every place of a table that has a value.
    pub fn places(&self, table: Table) -> Vec<Place> {
        self.0.values.borrow().keys().filter(|place| place.table == table).cloned().collect()
    }

    /// Every batch that was written, oldest first.
    pub fn written(&self) -> Vec<Batch> {
        self.0.written.borrow().clone()
    }

    /// Lets time pass, and runs what waited for it.
    pub fn advance(&self, milliseconds: u32) {
        self.0.now.set(self.0.now.get() + u64::from(milliseconds));
        self.run();
    }

    /// Runs the tasks until none can go on.
    pub fn run(&self) {
        let mut context = Context::from_waker(Waker::noop());
        loop {
            let before = self.0.events.get();
            let tasks = std::mem::take(&mut *self.0.tasks.borrow_mut());
            let count = tasks.len();
            let mut left: Vec<Task> = Vec::with_capacity(count);
            for mut task in tasks {
                if task.as_mut().poll(&mut context).is_pending() {
                    left.push(task);
                }
            }
            let done = left.len() < count;
            let mut tasks = self.0.tasks.borrow_mut();
            let new = !tasks.is_empty();
            left.append(&mut tasks);
            *tasks = left;
            if !done && !new && self.0.events.get() == before {
                return;
            }
        }
    }

    /// Runs a future, and the tasks beside it. Panics if it cannot go on.
    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..10_000 {
            if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
                return value;
            }
            self.run();
        }
        panic!("the future waits for something that does not come");
    }

    fn apply(&self, batch: &Batch) -> Result<(), StorageError> {
        self.0.events.set(self.0.events.get() + 1);
        if let Some(Some(failure)) = self.0.failures.borrow_mut().pop_front() {
            return Err(failure);
        }
        let mut values = self.0.values.borrow_mut();
        if let Some((place, expected)) = &batch.guard
            && values.get(place) != expected.as_ref()
        {
            return Err(StorageError::Guard);
        }
        for place in &batch.deletes {
            values.remove(place);
        }
        values.extend(batch.puts.iter().cloned());
        self.0.written.borrow_mut().push(batch.clone());
        Ok(())
    }
}

impl Backend for Memory {
    async fn read(&self, places: Vec<Place>) -> Result<Vec<Option<Bytes>>, StorageError> {
        let values = self.0.values.borrow();
        Ok(places.iter().map(|place| values.get(place).cloned()).collect())
    }

    async fn scan(
        &self,
        table: Table,
        name: &str,
        numbers: RangeInclusive<u64>,
    ) -> Result<Vec<(u64, Bytes)>, StorageError> {
        let (from, to) = (Place::new(table, name, *numbers.start()), Place::new(table, name, *numbers.end()));
        let values = self.0.values.borrow();
        Ok(values.range(from..=to).map(|(place, value)| (place.number, value.clone())).collect())
    }

    async fn all(&self, table: Table) -> Result<Vec<(Place, Bytes)>, StorageError> {
        let values = self.0.values.borrow();
        Ok(values
            .iter()
            .filter(|(place, _)| place.table == table)
            .map(|(place, value)| (place.clone(), value.clone()))
            .collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StorageError> {
        if !self.0.held.get() {
            return self.apply(&batch);
        }
        let write = Rc::new(Write { batch, outcome: Cell::new(None) });
        self.0.waiting.borrow_mut().push_back(write.clone());
        poll_fn(move |_| write.outcome.take().map_or(Poll::Pending, Poll::Ready)).await
    }

    fn spawn(&self, future: Task) {
        self.0.tasks.borrow_mut().push(future);
    }

    async fn pause(&self, milliseconds: u32) {
        let disk = self.0.clone();
        let until = disk.now.get() + u64::from(milliseconds);
        // As in a browser, others have their turn even where it is for no time at all.
        let mut others = false;
        let over = move |_: &mut Context<'_>| match std::mem::replace(&mut others, true)
            && disk.now.get() >= until
        {
            true => Poll::Ready(()),
            false => Poll::Pending,
        };
        poll_fn(over).await;
    }
}
