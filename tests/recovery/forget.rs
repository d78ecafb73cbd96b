//! Forgetting the history: the project stays, what led to it goes.

use super::person::{Dice, Person, beginning, project_id};
use postil::model::{ProjectId, Timestamp};
use postil::storage::{Along, Backend, Lost, Memory, Place, Status, StorageError, Store, Table};

fn worked(seed: u64, acts: usize) -> (Memory, Person, Dice) {
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let (mut person, mut dice) = (Person::open(&disk, 1), Dice::new(seed));
    for _ in 0..acts {
        person.act(&mut dice);
        if dice.one_in(9) {
            person.session.snapshot(&person.project);
            disk.run();
        }
    }
    disk.run();
    (disk, person, dice)
}

fn spent(person: &Person) -> u64 {
    person.history.entries().last().map_or(0, |entry| entry.id.counter)
}

#[test]
fn the_project_stays_and_its_history_goes() {
    for seed in 0..30 {
        let (disk, mut person, mut dice) = worked(seed, 40);
        assert_ne!(disk.block_on(person.session.history_size()), Ok(0));
        let spent = spent(&person);
        assert_eq!(disk.block_on(person.session.forget(&person.project, spent)), Ok(()), "seed {seed}");
        assert_eq!(disk.block_on(person.session.history_size()), Ok(0));
        let texts = person.project.documents().map(|document| document.text.sha256().to_string());
        let texts: std::collections::BTreeSet<String> = texts.collect();
        assert_eq!(disk.places(Table::Texts).len(), texts.len(), "texts of removed articles go");

        // Work goes on, and after a reload all of it is there.
        for _ in 0..dice.below(6) {
            person.add_document(&mut dice);
            person.annotate(&mut dice);
        }
        disk.run();
        assert_eq!(person.session.status(), Status::Saved);
        let again = Person::open(&disk.restart(), person.time + 1);
        assert_eq!(again.loaded.faults, [], "seed {seed}");
        assert_eq!(again.project, person.project, "seed {seed}");
        assert!(again.loaded.next_counter > spent, "no id is given twice");
    }
}

#[test]
fn a_crash_in_between_leaves_all_of_it_or_none() {
    let (disk, person, _) = worked(3, 30);
    let before = disk.block_on(person.session.history_size());
    disk.hold();
    let (session, project) = (person.session.clone(), person.project.clone());
    disk.spawn(Box::pin(async move { drop(session.forget(&project, 9).await) }));
    disk.run();
    assert_eq!(disk.waiting(), 1, "it is one write");
    let crashed = Person::open(&disk.restart(), 900);
    assert_eq!(disk.block_on(crashed.session.history_size()), before);
    assert_eq!((crashed.project, crashed.loaded.faults), (person.project.clone(), Vec::new()));
    disk.write_unheard();
    let crashed = Person::open(&disk.restart(), 900);
    assert_eq!(disk.block_on(crashed.session.history_size()), Ok(0));
    assert_eq!((crashed.project, crashed.loaded.faults), (person.project, Vec::new()));
}

#[test]
fn what_the_disk_refuses_is_said_and_nothing_is_forgotten() {
    let (disk, person, _) = worked(4, 30);
    let before = disk.block_on(person.session.history_size());
    disk.fail([Some(StorageError::Quota)]);
    assert_eq!(disk.block_on(person.session.forget(&person.project, 0)), Err(StorageError::Quota));
    assert_eq!(disk.block_on(person.session.history_size()), before);
}

#[test]
fn one_of_the_two_states_may_be_damaged() {
    for slot in [0, 2] {
        let (disk, mut person, mut dice) = worked(5, 30);
        disk.block_on(person.session.forget(&person.project, spent(&person))).expect("forgotten");
        person.add_document(&mut dice);
        disk.run();
        let place = Place::new(Table::Snapshots, project_id().as_str(), slot);
        assert!(disk.change(&place, |bytes| bytes[40] ^= 1));
        let disk = disk.restart();
        let again = Person::open(&disk, 900);
        assert_eq!(again.project, person.project, "slot {slot}");
        assert_eq!(again.loaded.faults.len(), 1, "slot {slot}");
        // The beginning is known without its state: nothing of what was forgotten is missed.
        assert_eq!(Person::open(&disk.restart(), 901).loaded.faults, [], "slot {slot}");
    }
}

#[test]
fn texts_of_another_project_stay() {
    let (disk, mut person, mut dice) = worked(6, 0);
    person.add_document(&mut dice);
    let shared = person.project.documents().next().expect("one").clone();
    let mut other = beginning();
    other.id = ProjectId::new("p2");
    assert!(other.insert_document(shared));
    disk.block_on(Store::new(disk.clone()).create(&other, Timestamp(5))).expect("created");
    person.take_back(false);
    disk.block_on(person.session.forget(&person.project, 9)).expect("forgotten");
    assert_eq!(disk.places(Table::Texts).len(), 1);
}

#[test]
fn who_reads_along_reads_it_anew() {
    let (disk, mut person, mut dice) = worked(7, 10);
    let along: Along<Memory> = person.session.along();
    person.add_document(&mut dice);
    disk.run();
    disk.block_on(person.session.forget(&person.project, 99)).expect("forgotten");
    person.add_document(&mut dice);
    disk.run();
    assert_eq!(disk.block_on(along.catch_up()), Err(Lost::Gap));
}

#[test]
fn an_article_that_comes_back_meanwhile_keeps_its_text() {
    let (disk, mut person, mut dice) = worked(8, 0);
    person.add_document(&mut dice);
    person.take_back(false);
    disk.run();
    let forgetting = person.session.forget(&person.project, spent(&person));
    person.take_back(true);
    disk.block_on(forgetting).expect("forgotten");
    disk.run();
    let again = Person::open(&disk.restart(), 900);
    assert_eq!((again.project, again.loaded.faults), (person.project, Vec::new()));
}

#[test]
fn a_write_under_way_ends_well_when_everything_is_to_be_deleted() {
    let (disk, mut person, mut dice) = worked(9, 0);
    person.add_document(&mut dice);
    person.session.stop();
    disk.run();
}
