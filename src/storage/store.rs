//! What the app asks of storage: the list of projects, opening one, and settings.

use super::along::Along;
use super::backend::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
use super::info::{Info, InfoError};
use super::journal::{Session, Start, info_place};
use super::quarantine::Quarantined;
use super::record::SnapshotSeal;
use super::recovery::{LoadError, Loaded, load};
use super::snapshot::{BEGINNING, Snapshots};
use super::texts::{text_value, used_names, write_uses};
use crate::edit::Actor;
use crate::model::{Project, ProjectId, Timestamp};
use crate::sorted::{Map, Set, sort_by};
use crate::text::Text;
use crate::wire::state;
use crate::words::storage as said;
use std::fmt;

/// How often the lease is asked for before it counts as taken: each time another tab took it in between.
const ATTEMPTS: usize = 20;

/// How often a project that another tab writes is read: between two tables it may have written more.
const READINGS: u32 = 5;

/// The projects and settings of this browser. Clones are the same store.
#[derive(Clone)]
pub struct Store<B>(B);

/// Why a project could not be made or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// There is no such project.
    NotFound,
    /// There is a project of this id already.
    Exists,
    /// A newer version of Postil wrote it.
    Newer,
    /// The database refused.
    Storage(StorageError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str(said::not_found()),
            Self::Exists => f.write_str(said::exists()),
            Self::Newer => StorageError::Newer.fmt(f),
            Self::Storage(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<StorageError> for OpenError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<LoadError> for OpenError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Storage(error) => Self::Storage(error),
            LoadError::Newer => Self::Newer,
        }
    }
}

impl<B: Backend> Store<B> {
    /// A store over a database.
    pub fn new(backend: B) -> Self {
        Self(backend)
    }

    /// The projects, last opened first. One whose entry cannot be read is listed under its id.
    pub async fn projects(&self) -> Result<Vec<Info>, StorageError> {
        let found = self.0.all(Table::Projects).await?;
        let mut projects: Vec<Info> =
            found.into_iter().map(|(place, value)| listed(&place.name, &value)).collect();
        sort_by(&mut projects, |a, b| (b.opened, &a.id).cmp(&(a.opened, &b.id)));
        Ok(projects)
    }

    /// Whether there is a project of this id.
    pub async fn exists(&self, id: &ProjectId) -> Result<bool, StorageError> {
        Ok(self.one(info_place(id.as_str())).await?.is_some())
    }

    /// Makes a project: all of it is on the disk when this answers, or nothing of it.
    pub async fn create(&self, project: &Project, now: Timestamp) -> Result<(), OpenError> {
        let id = project.id.as_str();
        if self.exists(&project.id).await? {
            return Err(OpenError::Exists);
        }
        let mut seal = SnapshotSeal::new(id, 0);
        state::write(project).for_each(|piece| seal.push(piece.as_bytes()));
        let texts: Map<_, Text> =
            project.documents().map(|document| (document.text.sha256(), document.text.clone())).collect();
        let texts: Vec<Text> = texts.into_iter().map(|(_, text)| text).collect();
        let mut batch = Batch::default();
        batch.puts.extend(texts.iter().map(text_value));
        batch.puts.push((Place::new(Table::Uses, id, 0), write_uses(id, 0, &texts)));
        let sealed = seal.finish();
        let mut snapshots = Snapshots::default();
        snapshots.slots[BEGINNING as usize] = Some(0);
        if !texts.is_empty() {
            // What came from a file is in no journal, so a bit that flips here could not be made good from there.
            batch.puts.push((Place::new(Table::Snapshots, id, 0), sealed.clone()));
            snapshots.slots[0] = Some(0);
        }
        batch.puts.push((Place::new(Table::Snapshots, id, BEGINNING), sealed));
        let info = Info { states: snapshots.index(id), ..Info::of(project, now) };
        batch.puts.push((info_place(id), info.write()));
        self.claim(id, batch).await?;
        Ok(())
    }

    /// Opens a project for writing; whoever had it open can write no more. Wait for that session's
    /// [`Session::at_rest`] if it is one of this tab.
    ///
    /// `actor` is this browser copy.
    pub async fn open(
        &self,
        id: &ProjectId,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<(Loaded, Session<B>), OpenError> {
        let info = self.one(info_place(id.as_str())).await?.ok_or(OpenError::NotFound)?;
        let info = match Info::read(&info) {
            Err(InfoError::Newer) => return Err(OpenError::Newer),
            _ => listed(id.as_str(), &info),
        };
        let lease = self.claim(id.as_str(), Batch::default()).await?;
        let mut found = load(&self.0, id, &info, actor).await?;
        let spent = info.spent;
        let mut info = Info::of(&found.loaded.project, now);
        info.spent = spent;
        info.states = found.snapshots.index(id.as_str());
        found.loaded.next_counter = found.loaded.next_counter.max(spent + 1);
        let mut mend = found.mend;
        mend.puts.push((info_place(id.as_str()), info.write()));
        mend.guard = Some((lease_place(id.as_str()), Some(lease.clone())));
        match self.0.commit(mend).await {
            // If it could not be mended it is found again next time; the work goes on.
            Ok(()) | Err(StorageError::Quota | StorageError::Failed(_)) => {}
            Err(error) => return Err(error.into()),
        }
        let start = Start {
            project: id.as_str().to_owned(),
            lease,
            next: found.next,
            info,
            texts: found.loaded.texts.clone(),
            snapshots: found.snapshots,
            later: found.loaded.later.clone(),
            now,
        };
        Ok((found.loaded, Session::start(self.0.clone(), start)))
    }

    /// Opens a project for reading, while another tab may write it. Nothing is changed, not even what is damaged.
    pub async fn read_along(&self, id: &ProjectId, actor: &Actor) -> Result<(Loaded, Along<B>), OpenError> {
        let mut reading = 1;
        loop {
            let info = self.one(info_place(id.as_str())).await?.ok_or(OpenError::NotFound)?;
            if let Err(InfoError::Newer) = Info::read(&info) {
                return Err(OpenError::Newer);
            }
            let info = listed(id.as_str(), &info);
            let found = load(&self.0, id, &info, actor).await?;
            if found.loaded.faults.is_empty() || reading == READINGS {
                let texts = found.loaded.texts.clone();
                let along = Along::new(self.0.clone(), id.as_str().to_owned(), texts, found.next);
                return Ok((found.loaded, along));
            }
            self.0.pause(20 * reading).await;
            reading += 1;
        }
    }

    /// Deletes a project for good, with its history and the texts that no other project has. A tab that has it open
    /// can write no more.
    pub async fn delete(&self, id: &ProjectId) -> Result<(), StorageError> {
        let project = id.as_str();
        let mut batch = Batch::default();
        for table in [Table::Journal, Table::Segments, Table::Snapshots, Table::Uses, Table::Quarantine] {
            let there = self.0.scan(table, project, ALL_NUMBERS).await?;
            batch.deletes.extend(there.into_iter().map(|(number, _)| Place::new(table, project, number)));
        }
        let mut own = Set::new();
        let mut others = Set::new();
        let mut sure = true;
        for (place, sealed) in self.0.all(Table::Uses).await? {
            let names = used_names(&place.name, &sealed);
            // Where another project's uses are damaged, no text goes.
            sure &= names.is_some() || place.name == project;
            let set = if place.name == project { &mut own } else { &mut others };
            set.extend(names.unwrap_or_default());
        }
        if sure {
            let alone = own.difference(&others);
            batch.deletes.extend(alone.map(|name| Place::new(Table::Texts, name.as_str(), 0)));
        }
        batch.deletes.push(info_place(project));
        batch.deletes.push(Place::new(Table::Settings, format!("backup/{project}"), 0));
        self.claim(project, batch).await.map(|_| ())
    }

    /// A setting of the person's, as JSON.
    pub async fn setting(&self, key: &str) -> Result<Option<String>, StorageError> {
        let found = self.one(Place::new(Table::Settings, key, 0)).await?;
        Ok(found.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Keeps a setting; on the disk when this answers.
    pub async fn set_setting(&self, key: &str, json: &str) -> Result<(), StorageError> {
        let put = (Place::new(Table::Settings, key, 0), json.as_bytes().to_vec());
        self.0.commit(Batch { puts: vec![put], ..Batch::default() }).await
    }

    /// Everything in quarantine.
    pub async fn quarantined(&self) -> Result<Vec<Quarantined>, StorageError> {
        let found = self.0.all(Table::Quarantine).await?;
        Ok(found.iter().map(|(place, value)| Quarantined::read(&place.name, value)).collect())
    }

    async fn one(&self, place: Place) -> Result<Option<Bytes>, StorageError> {
        Ok(self.0.read(vec![place]).await?.into_iter().next().flatten())
    }

    /// Takes the lease of a project, and writes a batch in the same transaction. Answers what the lease says now.
    async fn claim(&self, project: &str, batch: Batch) -> Result<Bytes, StorageError> {
        let place = lease_place(project);
        let mut outcome = Err(StorageError::Guard);
        for _ in 0..ATTEMPTS {
            let old = self.one(place.clone()).await?;
            let epoch: u64 =
                old.as_deref().and_then(|old| str::from_utf8(old).ok()?.parse().ok()).unwrap_or(0);
            let new = (epoch + 1).to_string().into_bytes();
            let mut batch = batch.clone();
            batch.guard = Some((place.clone(), old));
            batch.puts.push((place.clone(), new.clone()));
            outcome = self.0.commit(batch).await.map(|()| new);
            if outcome != Err(StorageError::Guard) {
                break;
            }
        }
        outcome
    }
}

fn lease_place(project: &str) -> Place {
    Place::new(Table::Lease, project, 0)
}

fn listed(id: &str, value: &[u8]) -> Info {
    Info::read(value).unwrap_or_else(|_| Info {
        id: ProjectId::new(id),
        name: id.to_owned(),
        documents: 0,
        annotations: 0,
        created: Timestamp(0),
        modified: Timestamp(0),
        opened: Timestamp(0),
        spent: 0,
        states: String::new(),
    })
}
