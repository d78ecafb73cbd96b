//! Whole lives of a project in which one thing after another breaks: crashes between any two writes, a disk that
//! refuses, a clock that goes backwards, another tab, and bits that flip anywhere.

use super::person::{Dice, Person, beginning};
use postil::model::{Project, Timestamp, check};
use postil::storage::{Memory, Place, Status, StorageError, Store, Table};
use std::collections::BTreeMap;

/// The states behind each record, and up to which the session called them saved.
struct Log {
    states: Vec<Project>,
    saved: usize,
}

impl Log {
    fn of(project: Project) -> Self {
        Self { states: vec![project], saved: 1 }
    }
}

fn work(disk: &Memory, person: &mut Person, dice: &mut Dice, log: &mut Log) {
    disk.hold();
    for _ in 0..1 + dice.below(25) {
        if dice.one_in(8) {
            person.time -= dice.below(10_000) as i64;
        }
        if person.act(dice) {
            log.states.push(person.project.clone());
        }
        match dice.below(12) {
            0 => person.session.snapshot(&person.project),
            1 => disk.fail([Some(StorageError::Quota)]),
            2 => disk.fail([Some(StorageError::Closed("gone".to_owned())), Some(StorageError::Quota)]),
            _ => {}
        }
        for _ in 0..dice.below(4) {
            disk.let_through(1);
            disk.advance(if dice.one_in(3) { 9_000 } else { 0 });
        }
        if person.session.status() == Status::Saved {
            log.saved = log.states.len();
        }
    }
}

/// Another tab takes the lease over, and the first has to let go.
fn take_over(disk: &Memory, person: &mut Person, dice: &mut Dice) {
    assert!(disk.change(&Place::new(Table::Lease, "p1", 0), |bytes| *bytes = b"9999".to_vec()));
    person.add_document(dice);
    disk.let_through(usize::MAX);
    disk.advance(9_000);
    assert_ne!(person.session.status(), Status::Saved, "of two tabs one writes");
}

/// A bit of any value that can be put together again, or set aside.
fn flip(disk: &Memory, dice: &mut Dice) -> (Place, Vec<u8>) {
    let tables = [Table::Journal, Table::Segments, Table::Snapshots, Table::Uses];
    // Without any good state there is nothing but the journal: a test of its own looks at that.
    let alone = disk.places(Table::Snapshots).len() == 1;
    let tables = tables.into_iter().filter(|table| !alone || *table != Table::Snapshots);
    let places: Vec<Place> = tables.flat_map(|table| disk.places(table)).collect();
    let place = places[dice.below(places.len())].clone();
    let mut before = Vec::new();
    assert!(disk.change(&place, |bytes| {
        before.clone_from(bytes);
        let at = dice.below(bytes.len() * 8);
        bytes[at / 8] ^= 1 << (at % 8);
    }));
    (place, before)
}

/// Every thing of a project by its id, as it can be compared.
fn things(project: &Project) -> BTreeMap<String, String> {
    let documents = project.documents().map(|document| (document.id.to_string(), format!("{document:?}")));
    let annotations =
        project.all_annotations().map(|annotation| (annotation.id.to_string(), format!("{annotation:?}")));
    documents.chain(annotations).collect()
}

/// Whatever differs, a record that is set aside speaks of it.
fn lacks_only(before: &Project, after: &Project, set_aside: &[Vec<u8>], seed: u64) {
    let (before, after) = (things(before), things(after));
    for id in before.keys().chain(after.keys()).filter(|id| before.get(*id) != after.get(*id)) {
        let speaks = |bytes: &Vec<u8>| bytes.windows(id.len()).any(|part| part == id.as_bytes());
        assert!(
            set_aside.iter().any(speaks),
            "seed {seed}: {id} was {:?} and is {:?}, and nothing says so",
            before.get(id),
            after.get(id)
        );
    }
}

#[test]
fn nothing_that_was_called_saved_is_missing_whatever_breaks() {
    let mut breakages = BTreeMap::<&str, usize>::new();
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let mut disk = Memory::default();
        disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
        let mut log = Log::of(beginning());
        let mut time = 1;
        for round in 0..6 {
            let at = format!("seed {seed}, round {round}");
            let mut person = Person::open(&disk, time);
            assert_eq!(person.loaded.faults, [], "{at}");
            work(&disk, &mut person, &mut dice, &mut log);
            let (breakage, flips) = match dice.below(6) {
                0 | 1 => ("crash", false),
                2 => {
                    disk.write_unheard();
                    ("unheard", false)
                }
                3 => {
                    take_over(&disk, &mut person, &mut dice);
                    ("other tab", false)
                }
                _ => ("bit", true),
            };
            *breakages.entry(breakage).or_default() += 1;
            time = person.time;
            disk = disk.restart();
            if flips {
                // What is there without the damage, then with it.
                let whole = Person::open(&disk.restart(), time).project;
                let (place, before) = flip(&disk, &mut dice);
                let person = Person::open(&disk, time);
                let at = format!("{at}, {place}");
                let set_aside: Vec<Vec<u8>> = disk
                    .block_on(Store::new(disk.clone()).quarantined())
                    .expect("it reads")
                    .into_iter()
                    .map(|bad| bad.bytes)
                    .chain([before])
                    .collect();
                assert_eq!(check(&person.project), [], "{at}");
                match place.table {
                    Table::Journal => lacks_only(&whole, &person.project, &set_aside, seed),
                    _ => assert_eq!(person.project, whole, "{at}"),
                }
                assert_eq!(person.loaded.faults.is_empty(), place.table == Table::Uses, "{at}");
                log = Log::of(person.project);
                disk = disk.restart();
            } else {
                let person = Person::open(&disk.restart(), time);
                let found = log.states.iter().rposition(|state| *state == person.project);
                let found = found.unwrap_or_else(|| panic!("{at}: {breakage}: no state that ever was")) + 1;
                assert!(found >= log.saved, "{at}: {breakage}: {found} of {} are there", log.saved);
                log = Log::of(person.project);
            }
        }
    }
    assert!(breakages.values().all(|tried| *tried > 20) && breakages.len() == 4, "{breakages:?}");
}
