//! Annotations of a state that are read after the project is open, and what is wrong with them.
//!
//! The checksum of the state fits, so nothing should be: a fault here is one of Postil's own. What could not be taken
//! in is kept all the same, before a snapshot without it goes over the state.

use super::backend::{Bytes, Place};
use super::fault::Fault;
use super::quarantine::Quarantined;
use crate::model::{Project, ReadAhead};
use crate::wire::state::Issues;
use std::cell::RefCell;
use std::rc::Rc;

/// So many annotations are read at a time, to take a few milliseconds.
const AT_A_TIME: usize = 150;

/// What of a project is read later. Clones are the same.
#[derive(Clone, Default)]
pub struct Later(Rc<Inner>);

#[derive(Default)]
struct Inner {
    /// Where the state stands.
    place: Option<Place>,
    unread: RefCell<Vec<ReadAhead>>,
    issues: Issues,
}

impl Later {
    pub(super) fn new(place: Place) -> Self {
        Self(Rc::new(Inner { place: Some(place), ..Inner::default() }))
    }

    /// Those of this project, which was read with these [`Later::issues`].
    pub(super) fn of(self, project: &Project) -> Self {
        let unread =
            project.documents().filter_map(|document| project.annotations(&document.id)?.read_ahead());
        self.0.unread.borrow_mut().extend(unread);
        self
    }

    pub(super) fn issues(&self) -> &Issues {
        &self.0.issues
    }

    /// Reads all of it, bit by bit; other work is done in the pauses.
    pub async fn read(&self, pause: impl AsyncFn()) {
        let mut count = 0;
        for one in self.0.unread.take() {
            count += one.read();
            if count >= AT_A_TIME {
                count = 0;
                pause().await;
            }
        }
    }

    /// What could not be taken in of what was read.
    pub fn faults(&self) -> Vec<Fault> {
        self.0.issues.found().iter().map(Fault::of).collect()
    }

    /// What keeps the state that not all could be read of, where that is so.
    pub(super) fn kept(&self, project: &str) -> Option<(Place, Bytes)> {
        self.0.issues.bytes().map(|bytes| self.quarantined(project, &bytes))
    }

    pub(super) fn quarantined(&self, project: &str, state: &Bytes) -> (Place, Bytes) {
        let place = self.0.place.clone().expect("it was read from some place");
        Quarantined::new(project, &place, "not all of it could be read", state.clone()).value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Actor;
    use crate::model::{ProjectId, Timestamp};
    use crate::storage::record::SnapshotSeal;
    use crate::storage::{Loaded, Memory, Session, Store, Table};
    use crate::wire::project::{Texts, read, to_string};
    use sha2::{Digest, Sha256};

    fn project() -> Project {
        read(include_bytes!("../../tests/fixtures/small.project.json")).expect("a project").value
    }

    fn state(id: &str, slot: u64) -> Place {
        Place::new(Table::Snapshots, id, slot)
    }

    /// A disk with the project, both of its states changed and sealed again.
    fn changed(change: impl Fn(String) -> Vec<u8>) -> (Memory, ProjectId) {
        let project = project();
        let disk = Memory::default();
        disk.block_on(Store::new(disk.clone()).create(&project, Timestamp(1))).expect("created");
        for slot in [0, 2] {
            let there = disk.change(&state(project.id.as_str(), slot), |bytes| {
                *bytes = change(String::from_utf8(bytes.clone()).expect("a text"));
            });
            assert!(there);
        }
        (disk.restart(), project.id)
    }

    fn open(disk: &Memory, id: &ProjectId) -> (Loaded, Session<Memory>) {
        let opening = Store::new(disk.clone());
        disk.block_on(opening.open(id, &Actor("k3".into()), Timestamp(2))).expect("it opens")
    }

    /// What could not be taken in is said when it is read, and kept before a snapshot without it goes over it.
    #[test]
    fn what_cannot_be_taken_in_later_is_said_and_kept() {
        let number =
            |state: &str| state.lines().position(|line| line.starts_with('@')).expect("a document") + 1;
        let broken = |state: String| {
            let mut seal = SnapshotSeal::new(project().id.as_str(), 0);
            let first = number(&state);
            for (n, line) in state.lines().enumerate().skip(1) {
                let line = if n == first {
                    line.replace("\"status\":\"", "\"status\":\"un")
                } else {
                    line.to_owned()
                };
                seal.push(format!("{line}\n").as_bytes());
            }
            seal.finish()
        };
        for asked in [true, false] {
            let (disk, id) = changed(broken);
            let (loaded, session) = open(&disk, &id);
            assert_eq!(loaded.faults, []);
            assert_eq!(loaded.later.faults(), []);
            let before = loaded.project.annotation_count();
            if asked {
                disk.block_on(loaded.later.read(async || {}));
                let faults = loaded.later.faults();
                assert!(
                    matches!(&faults[..], [Fault::Record { what }] if what.contains("unopen")),
                    "{faults:?}"
                );
                assert_eq!(loaded.project.annotation_count(), before - 1);
                disk.block_on(session.keep_unread());
                assert_eq!(disk.places(Table::Quarantine).len(), 1);
            }
            session.snapshot(&loaded.project);
            disk.run();
            let kept = disk.block_on(Store::new(disk.clone()).quarantined()).expect("they read");
            assert_eq!(kept.len(), 1, "asked: {asked}");
            assert!(String::from_utf8_lossy(&kept[0].bytes).contains("\"unopen\""));
        }
    }

    /// A document none of whose annotations can be read, and a state that was written while nobody had asked for them.
    #[test]
    fn a_document_without_readable_annotations_is_no_new_fault() {
        let broken = |state: String| {
            let mut seal = SnapshotSeal::new(project().id.as_str(), 0);
            let head = state.find('@').expect("a document");
            let body = state[head..].replace("\"status\":\"", "\"status\":\"un");
            seal.push(&state.as_bytes()[state.find('\n').expect("a body") + 1..head]);
            seal.push(body.as_bytes());
            seal.finish()
        };
        let (disk, id) = changed(broken);
        let (loaded, _) = open(&disk, &id);
        let mut written = b"seal\n".to_vec();
        crate::wire::state::write(&loaded.project).for_each(|piece| written.extend(piece.into_bytes()));
        let find = |sha256: &crate::text::Sha256| loaded.texts.get(sha256);
        let issues = Issues::default();
        let again = crate::wire::state::read(&Rc::new(written), 5, &find, &issues).expect("it reads").value;
        again.annotation_ids(&mut |id| panic!("there is none: {id}"));
        assert_eq!((again.all_annotations().count(), issues.found()), (0, Vec::new()));
    }

    /// A state as it was written until annotations stood apart: the project file, sealed by SHA-256.
    #[test]
    fn a_state_of_an_earlier_version_opens() {
        let (disk, id) = changed(|_| {
            let project = project();
            let body = to_string(&project, Texts::ByFingerprint);
            let own = format!("snapshot {} {} 0 {body}", project.id.as_str().len(), project.id);
            let sum: String = Sha256::digest(own)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{sum} 0\n{body}").into_bytes()
        });
        let (loaded, _) = open(&disk, &id);
        assert_eq!(loaded.faults, []);
        assert_eq!(loaded.project, project());
    }
}
