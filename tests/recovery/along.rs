//! Reading along while another tab works, and taking over.

use super::person::{Dice, Person, actor, beginning, project_id};
use postil::model::{Project, Timestamp};
use postil::storage::{Along, Lost, Memory, Status, Store, Table, Why};

/// Another tab.
struct Reader {
    project: Project,
    along: Along<Memory>,
}

impl Reader {
    fn open(disk: &Memory) -> Self {
        let store = Store::new(disk.clone());
        let (loaded, along) =
            disk.block_on(store.read_along(&project_id(), &actor())).expect("it can be read");
        assert_eq!(loaded.faults, []);
        Self { project: loaded.project, along }
    }

    fn catch_up(&mut self, disk: &Memory) -> Result<usize, Lost> {
        let done = disk.block_on(self.along.catch_up())?;
        for transaction in &done {
            transaction.apply(&mut self.project).expect("it fits what the tab shows");
        }
        Ok(done.len())
    }
}

fn begun(seed: u64) -> (Memory, Person, Dice) {
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let person = Person::open(&disk, 1);
    (disk, person, Dice::new(seed))
}

#[test]
fn a_reader_sees_what_is_written_and_writes_nothing() {
    for seed in 0..40 {
        let (disk, mut person, mut dice) = begun(seed);
        (0..dice.below(20)).for_each(|_| {
            person.act(&mut dice);
        });
        disk.run();
        let mut reader = Reader::open(&disk);
        for _ in 0..12 {
            (0..dice.below(8)).for_each(|_| {
                person.act(&mut dice);
            });
            if dice.one_in(4) {
                // Packs the records that the reader has not seen.
                person.session.snapshot(&person.project);
            }
            disk.run();
            let writes = disk.written().len();
            if dice.one_in(2) {
                reader.catch_up(&disk).expect("it can follow");
                assert_eq!(reader.project, person.project, "seed {seed}");
            }
            assert_eq!(disk.written().len(), writes, "a reader writes nothing");
        }
        assert_eq!(person.session.status(), Status::Saved, "a reader takes no lease");
    }
}

#[test]
fn what_is_not_on_the_disk_is_not_read() {
    let (disk, mut person, mut dice) = begun(1);
    let mut reader = Reader::open(&disk);
    disk.hold();
    person.add_document(&mut dice);
    disk.run();
    assert_eq!(reader.catch_up(&disk), Ok(0));
    disk.let_through(1);
    disk.run();
    assert_eq!(reader.catch_up(&disk), Ok(1));
    assert_eq!(reader.catch_up(&disk), Ok(0), "nothing twice");
    assert_eq!(reader.project, person.project);
}

#[test]
fn tabs_that_hand_over_in_turn_lose_nothing() {
    let (disk, mut person, mut dice) = begun(2);
    for turn in 0..10 {
        (0..1 + dice.below(9)).for_each(|_| {
            person.act(&mut dice);
        });
        assert_eq!(disk.block_on(person.session.at_rest()), Status::Saved);
        let mut reader = Reader { project: person.project.clone(), along: person.session.along() };
        let mut next = Person::open(&disk, person.time + 1);
        assert_eq!(next.loaded.faults, []);
        assert_eq!(next.project, person.project, "turn {turn}");
        next.add_document(&mut dice);
        next.annotate(&mut dice);
        disk.run();
        reader.catch_up(&disk).expect("the tab that handed over reads along");
        assert_eq!(reader.project, next.project);
        person = next;
    }
}

#[test]
fn a_tab_from_which_it_was_taken_writes_no_more() {
    let (disk, mut person, mut dice) = begun(3);
    person.add_document(&mut dice);
    disk.run();
    let mut other = Person::open(&disk, person.time + 1);
    other.annotate(&mut dice);
    disk.run();
    person.add_document(&mut dice);
    disk.run();
    assert_eq!(person.session.status(), Status::NotSaved(Why::TakenOver));
    let mut reader = Reader::open(&disk);
    assert_eq!(reader.catch_up(&disk), Ok(0));
    assert_eq!(reader.project, other.project);
}

#[test]
fn a_record_that_is_gone_is_a_gap_and_a_deleted_project_is_gone() {
    let (disk, mut person, mut dice) = begun(4);
    let mut reader = Reader::open(&disk);
    person.add_document(&mut dice);
    person.add_document(&mut dice);
    disk.run();
    let first = disk.places(Table::Journal).remove(0);
    disk.lose(&first);
    assert_eq!(reader.catch_up(&disk), Err(Lost::Gap));
    disk.block_on(Store::new(disk.clone()).delete(&project_id())).expect("deleted");
    assert_eq!(reader.catch_up(&disk), Err(Lost::Gone));
    assert_eq!(reader.project, beginning(), "nothing was shown that is not there");
}
