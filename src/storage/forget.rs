//! Forgetting the history: the state as it is becomes what the project begins with, and all that was done goes.
//!
//! It happens in one write, so that after a crash the project has either its whole history or none. The state is written
//! twice, since no journal stands behind it any more.

use super::backend::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
use super::journal::{Inner, Session, info_place};
use super::record::{SnapshotSeal, open_line};
use super::snapshot::{BEGINNING, Chore, Snapshots};
use super::texts::{used_names, write_uses};
use crate::model::Project;
use crate::sorted::{Map, Set};
use crate::text::Text;
use crate::wire::state;
use std::cell::Cell;
use std::rc::Rc;

/// A state that takes the place of all that led to it.
pub(super) struct Forget {
    number: u64,
    sealed: Bytes,
    texts: Vec<Text>,
    spent: u64,
    outcome: Cell<Option<Result<(), StorageError>>>,
}

impl<B: Backend> Session<B> {
    /// How many bytes the history takes: what was done, not what there is.
    pub async fn history_size(&self) -> Result<u64, StorageError> {
        let mut size = 0;
        for table in [Table::Segments, Table::Journal] {
            let found = self.0.backend.scan(table, &self.0.project, ALL_NUMBERS).await?;
            size += found.iter().map(|(_, value)| value.len() as u64).sum::<u64>();
        }
        Ok(size)
    }

    /// Forgets what was done up to now. The project must be as the last appended transaction leaves it; `spent` is the
    /// counter of this actor's last transaction, which is not given again.
    pub fn forget(
        &self,
        project: &Project,
        spent: u64,
    ) -> impl Future<Output = Result<(), StorageError>> + use<B> {
        let number = self.0.state.borrow().next - 1;
        let mut seal = SnapshotSeal::new(&self.0.project, number);
        state::write(project).for_each(|piece| seal.push(piece.as_bytes()));
        let texts: Map<_, Text> =
            project.documents().map(|document| (document.text.sha256(), document.text.clone())).collect();
        // An act that comes before it is done and brings an article back brings its text, too.
        self.0.state.borrow_mut().known = texts.keys().copied().collect();
        let texts = texts.into_iter().map(|(_, text)| text).collect();
        let forget =
            Rc::new(Forget { number, sealed: seal.finish(), texts, spent, outcome: Cell::default() });
        let session = self.clone();
        async move {
            let chore = |snapshots: &mut Snapshots| {
                // A snapshot that is due would be of no use.
                snapshots.tail = (0, 0);
                Chore::Forget(forget.clone())
            };
            session.see_to(chore, || forget.outcome.take()).await.flatten()
        }
    }
}

impl<B: Backend> Inner<B> {
    pub(super) async fn run_forget(&self, forget: &Forget) -> Result<(), StorageError> {
        let outcome = self.write_forget(forget).await;
        forget.outcome.set(Some(outcome.clone()));
        outcome
    }

    async fn write_forget(&self, forget: &Forget) -> Result<(), StorageError> {
        let project = self.project.as_str();
        let mut batch = Batch { guard: self.guard(), ..Batch::default() };
        for (number, _) in self.backend.scan(Table::Journal, project, 0..=forget.number).await? {
            batch.deletes.push(Place::new(Table::Journal, project, number));
        }
        for (first, segment) in self.backend.scan(Table::Segments, project, ALL_NUMBERS).await? {
            let place = Place::new(Table::Segments, project, first);
            // Records that came later, and what cannot be read, stay.
            let later =
                |line: &&[u8]| open_line(project, line).is_none_or(|(number, _)| number > forget.number);
            let rest: Vec<&[u8]> = segment.split(|&byte| byte == b'\n').filter(later).collect();
            if rest.is_empty() {
                batch.deletes.push(place);
            } else {
                batch.puts.push((place, rest.join(&b'\n')));
            }
        }
        self.free_texts(forget, &mut batch).await?;
        for slot in [BEGINNING, 0] {
            batch.puts.push((Place::new(Table::Snapshots, project, slot), forget.sealed.clone()));
        }
        batch.deletes.push(Place::new(Table::Snapshots, project, 1));
        batch.puts.extend(self.later.kept(project));
        let mut info = self.state.borrow().info.clone();
        info.spent = forget.spent;
        let slots = [Some(forget.number), None, Some(forget.number)];
        let mut snapshots = self.state.borrow().snapshots.clone();
        snapshots.slots = slots;
        info.states = snapshots.index(project);
        batch.puts.push((info_place(project), info.write()));
        self.backend.commit(batch).await?;
        let mut state = self.state.borrow_mut();
        state.info.spent = info.spent;
        state.info.states = info.states;
        state.snapshots.slots = slots;
        state.snapshots.length = forget.sealed.len();
        Ok(())
    }

    /// Texts that only the history speaks of go, where it is sure that no other project has them.
    async fn free_texts(&self, forget: &Forget, batch: &mut Batch) -> Result<(), StorageError> {
        let project = self.project.as_str();
        let (mut before, mut needed) = (Set::new(), Set::new());
        let mut sure = true;
        for (place, sealed) in self.backend.all(Table::Uses).await? {
            let names = used_names(&place.name, &sealed);
            sure &= names.is_some();
            let past = place.name == project && place.number <= forget.number;
            if past {
                batch.deletes.push(place);
                before.extend(names.unwrap_or_default());
            } else {
                needed.extend(names.unwrap_or_default());
            }
        }
        needed.extend(forget.texts.iter().map(|text| text.sha256().to_string()));
        if sure {
            let alone = before.difference(&needed);
            batch.deletes.extend(alone.map(|name| Place::new(Table::Texts, name.as_str(), 0)));
        }
        // Deletes come first in a batch, so this stands where one of them was.
        batch.puts.push((Place::new(Table::Uses, project, 0), write_uses(project, 0, &forget.texts)));
        let mut state = self.state.borrow_mut();
        let stays: Vec<_> =
            state.known.iter().filter(|text| needed.contains(&text.to_string())).copied().collect();
        state.known = stays.into_iter().collect();
        Ok(())
    }
}
