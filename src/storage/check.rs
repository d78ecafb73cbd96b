//! The states that a project was not opened from, looked at beside other work: a bit that flips in one of them is said
//! and mended while the other is good.

use super::backend::{Backend, Batch, Place, StorageError, Table};
use super::fault::Fault;
use super::journal::{Inner, Session, info_place};
use super::quarantine::Quarantined;
use super::record::open_snapshot;
use super::snapshot::{BEGINNING, Chore};
use std::cell::Cell;
use std::rc::Rc;

/// What became of a look at the other states.
#[derive(Default)]
pub(super) struct Check(Cell<Option<Option<Fault>>>);

impl<B: Backend> Session<B> {
    /// Looks at the states that the project was not opened from, and sets a bad one aside.
    pub async fn check_states(&self) -> Option<Fault> {
        if self.0.state.borrow().snapshots.unread.is_empty() {
            return None;
        }
        let check = Rc::new(Check::default());
        // Where it cannot be done now, the next opening looks again.
        self.see_to(|_| Chore::Check(check.clone()), || check.0.take()).await.ok().flatten()
    }
}

impl<B: Backend> Inner<B> {
    pub(super) async fn run_check(&self, check: &Check) -> Result<(), StorageError> {
        let outcome = self.look().await;
        check.0.set(Some(outcome.clone().ok().flatten()));
        outcome.map(|_| ())
    }

    /// Where one cannot be looked at the rest is left to the next opening, and what was found is told.
    async fn look(&self) -> Result<Option<Fault>, StorageError> {
        let mut found = None;
        loop {
            let slot = {
                let mut state = self.state.borrow_mut();
                if state.stopped { None } else { state.snapshots.unread.pop() }
            };
            let Some(slot) = slot else { return Ok(found) };
            match self.set_aside(slot).await {
                Ok(false) => {}
                Ok(true) => found = Some(Fault::OlderState),
                Err(StorageError::Guard) => return Err(StorageError::Guard),
                Err(_) => return Ok(found),
            }
            self.backend.pause(0).await;
        }
    }

    /// Sets a state aside if it is not as it was written. Whether it did.
    async fn set_aside(&self, slot: u64) -> Result<bool, StorageError> {
        let place = Place::new(Table::Snapshots, self.project.as_str(), slot);
        let Some(sealed) = self.backend.read(vec![place.clone()]).await?.into_iter().flatten().next() else {
            return Ok(false);
        };
        if open_snapshot(&self.project, &sealed).is_some() {
            return Ok(false);
        }
        let bad = Quarantined::new(&self.project, &place, "its checksum does not fit", sealed);
        let (mut snapshots, mut info) = {
            let state = self.state.borrow();
            (state.snapshots.clone(), state.info.clone())
        };
        // Behind which record the project begins stays known without its state.
        if slot != BEGINNING {
            snapshots.slots[slot as usize] = None;
        }
        info.states = snapshots.index(&self.project);
        let puts = vec![bad.value(), (info_place(&self.project), info.write())];
        self.backend.commit(Batch { guard: self.guard(), puts, deletes: vec![place] }).await?;
        let mut state = self.state.borrow_mut();
        state.snapshots.slots = snapshots.slots;
        state.snapshots.wanted = true;
        state.info.states = info.states;
        Ok(true)
    }
}
