//! Random sessions that end at a random point of the sequence of writes.

use super::person::{Dice, Person, beginning};
use postil::model::{Project, Timestamp, check};
use postil::storage::{Memory, Status, StorageError, Store, Table};

/// The states behind each record, and up to which the session called them saved.
struct Log {
    states: Vec<Project>,
    times: Vec<i64>,
    saved: usize,
}

fn work(disk: &Memory, person: &mut Person, dice: &mut Dice, log: &mut Log) {
    disk.hold();
    for _ in 0..dice.below(40) {
        if person.act(dice) {
            log.states.push(person.project.clone());
            log.times.push(person.time);
        }
        if dice.one_in(6) {
            person.session.snapshot(&person.project);
        }
        if dice.one_in(9) {
            disk.fail([Some(StorageError::Failed("disk".to_owned()))]);
        }
        for _ in 0..dice.below(4) {
            assert!(disk.waiting() <= 1, "one write at a time");
            disk.let_through(1);
            disk.advance(if dice.one_in(3) { 300 } else { 0 });
        }
        if person.session.status() == Status::Saved {
            log.saved = log.states.len();
        }
        let until = person.session.saved_until().0;
        let covered = log.times.iter().filter(|&&time| time <= until).count();
        assert!(covered >= log.saved, "the banner promises no less than the status");
        log.saved = log.saved.max(covered);
    }
    if dice.one_in(2) {
        disk.write_unheard();
    }
}

#[test]
fn what_was_called_saved_is_there_after_a_crash_anywhere() {
    for seed in 0..100 {
        let mut dice = Dice::new(seed);
        let mut disk = Memory::default();
        disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
        let mut log = Log { states: vec![beginning()], times: vec![0], saved: 1 };
        let mut time = 1;
        for round in 0..4 {
            let mut person = Person::open(&disk, time);
            let found = person.history.entries().len() + 1;
            assert_eq!(person.loaded.faults, [], "seed {seed}, round {round}");
            assert!(found >= log.saved, "seed {seed}, round {round}: {found} of {} are there", log.saved);
            assert!(found <= log.states.len(), "seed {seed}, round {round}");
            assert_eq!(person.project, log.states[found - 1], "seed {seed}, round {round}");
            assert_eq!(check(&person.project), []);
            let info = person.session.info();
            assert_eq!(info.annotations, person.project.all_annotations().count() as u64);
            log.states.truncate(found);
            log.times.truncate(found);
            log.saved = found;
            person.time = log.times[found - 1].max(time);
            work(&disk, &mut person, &mut dice, &mut log);
            time = person.time;
            disk = disk.restart();
        }
    }
}

#[test]
fn undo_goes_back_to_the_beginning_through_packed_history() {
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let disk = Memory::default();
        disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
        let mut person = Person::open(&disk, 1);
        // Whatever the dice say, something is done before the first snapshot.
        person.add_document(&mut dice);
        for _ in 0..60 {
            person.act(&mut dice);
            if dice.one_in(20) {
                person.session.snapshot(&person.project);
            }
            disk.advance(10);
        }
        let before = person.project.clone();
        let mut person = Person::open(&disk.restart(), 1000);
        assert!(!disk.places(Table::Segments).is_empty() || disk.places(Table::Snapshots).len() == 1);
        let mut undone = 0;
        while person.take_back(false) {
            undone += 1;
        }
        assert_eq!(person.project, beginning(), "seed {seed}");
        for _ in 0..undone {
            assert!(person.take_back(true));
        }
        assert_eq!(person.project, before, "seed {seed}");
    }
}

#[test]
fn a_snapshot_keeps_journal_short_and_history_whole() {
    let mut dice = Dice::new(5);
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let mut person = Person::open(&disk, 1);
    let mut acts = 0;
    let mut longest = 0;
    while acts < 2000 {
        acts += usize::from(person.act(&mut dice));
        if person.session.snapshot_due() {
            person.session.snapshot(&person.project);
        }
        disk.advance(10);
        longest = longest.max(disk.places(Table::Journal).len());
    }
    assert!(longest < 1000, "{longest} records unpacked");
    assert!(!disk.places(Table::Segments).is_empty());
    let again = Person::open(&disk.restart(), 5000);
    assert_eq!(again.history.entries().len(), acts);
    assert_eq!(again.project, person.project);
}

/// The checksum of a long record is computed in slices, and what is done meanwhile waits behind it.
#[test]
fn a_long_record_is_saved_whole_and_in_order() {
    let mut dice = Dice::new(3);
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let mut person = Person::open(&disk, 1);
    person.add_document(&mut dice);
    while !person.annotate(&mut dice) {}
    disk.advance(10);
    let before = person.history.entries().len();
    let found = |disk: &Memory| Person::open(&disk.restart(), 100).history.entries().len();
    assert!(person.note(11 << 20));
    disk.run();
    assert_eq!((person.session.status(), found(&disk)), (Status::Saving, before), "no part of it is written");
    assert!(person.annotate(&mut dice) || person.add_document(&mut dice));
    disk.run();
    assert_eq!((person.session.status(), found(&disk)), (Status::Saving, before), "nor what came after it");
    while person.session.status() != Status::Saved {
        disk.run();
    }
    let again = Person::open(&disk.restart(), 1000);
    assert_eq!(again.loaded.faults, []);
    assert_eq!(again.project, person.project);

    assert!(person.note(12 << 20));
    disk.run();
    person.session.stop();
    (0..9).for_each(|_| disk.run());
    assert_eq!(found(&disk), before + 2, "what was stopped is not written any more");
}
