//! Group commit, refusals, and two writers.

use super::person::{Dice, Person, actor, beginning, project_id};
use postil::model::{ProjectId, Timestamp};
use postil::storage::{Backend, Memory, OpenError, Status, StorageError, Store, Table, Why};
use std::cell::RefCell;
use std::rc::Rc;

fn begun() -> (Memory, Person, Dice) {
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let person = Person::open(&disk, 1);
    (disk, person, Dice::new(7))
}

/// The numbers of the journal records in each write since `from`.
fn groups(disk: &Memory, from: usize) -> Vec<Vec<u64>> {
    let journal = |batch: &postil::storage::Batch| {
        let places = batch.puts.iter().map(|(place, _)| place);
        places.filter(|place| place.table == Table::Journal).map(|place| place.number).collect()
    };
    disk.written()[from..].iter().map(journal).collect()
}

#[test]
fn what_is_queued_while_a_write_is_under_way_goes_into_the_next() {
    let (disk, mut person, mut dice) = begun();
    let from = disk.written().len();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let told = seen.clone();
    person.session.observe(move |status| told.borrow_mut().push(status.clone()));
    disk.hold();
    assert!(person.add_document(&mut dice));
    disk.run();
    assert_eq!(disk.waiting(), 1);
    for _ in 0..5 {
        assert!(person.add_document(&mut dice));
        disk.run();
    }
    assert_eq!(disk.waiting(), 1, "the first is still under way");
    assert_eq!(person.session.unsaved().len(), 6);
    disk.let_through(1);
    disk.run();
    assert_eq!(person.session.status(), Status::Saving);
    disk.let_through(1);
    disk.run();
    assert_eq!(person.session.status(), Status::Saved);
    assert_eq!(groups(&disk, from), [vec![1], vec![2, 3, 4, 5, 6]]);
    assert_eq!(*seen.borrow(), [Status::Saving, Status::Saved]);
    assert_eq!(person.session.saved_until(), Timestamp(person.time));
}

/// What was done meanwhile is not overtaken, nor is the text in which it is written another one by then.
#[test]
fn the_line_of_an_act_of_many_ops_is_written_in_slices() {
    let (disk, mut person, mut dice) = begun();
    person.add_document(&mut dice);
    disk.run();
    let from = disk.written().len();
    assert!(person.mark_often(30_000));
    assert_eq!(person.session.status(), Status::Saving);
    assert!(person.correct(&mut dice), "the text changes before the line is written");
    let offered = person.session.unsaved();
    assert_eq!(offered.len(), 2, "all of it is offered, though it was not written yet");
    assert!(person.mark_often(30_000));
    disk.run();
    assert_eq!((person.session.status(), disk.written().len()), (Status::Saving, from), "others have a turn");
    while person.session.status() == Status::Saving {
        disk.run();
    }
    assert_eq!(person.session.status(), Status::Saved);
    assert_eq!(groups(&disk, from).concat(), [2, 3, 4]);
    assert!(person.session.unsaved().is_empty());
    let again = Person::open(&disk, 2);
    assert!(again.loaded.faults.is_empty(), "{:?}", again.loaded.faults);
    assert_eq!(again.project, person.project);
}

#[test]
fn a_text_is_on_the_disk_no_later_than_the_record_that_names_it() {
    let (disk, mut person, mut dice) = begun();
    let from = disk.written().len();
    person.add_document(&mut dice);
    disk.run();
    let write = &disk.written()[from];
    let tables: Vec<Table> = write.puts.iter().map(|(place, _)| place.table).collect();
    assert!(tables.contains(&Table::Texts) && tables.contains(&Table::Journal), "{tables:?}");
}

#[test]
fn what_the_disk_refuses_is_kept_and_tried_again() {
    let (disk, mut person, mut dice) = begun();
    disk.fail([Some(StorageError::Quota), Some(StorageError::Closed("gone".to_owned())), None]);
    person.add_document(&mut dice);
    disk.run();
    assert_eq!(person.session.status(), Status::NotSaved(Why::Storage(StorageError::Quota)));
    person.add_document(&mut dice);
    disk.run();
    assert_eq!(person.session.status(), Status::NotSaved(Why::Storage(StorageError::Quota)));
    assert_eq!(person.session.unsaved().len(), 2);
    disk.advance(250);
    assert!(matches!(person.session.status(), Status::NotSaved(Why::Storage(StorageError::Closed(_)))));
    disk.advance(250);
    assert_eq!(person.session.unsaved().len(), 2, "the second wait is longer");
    disk.advance(250);
    assert_eq!(person.session.status(), Status::Saved);
    assert_eq!(Person::open(&disk.restart(), 9).project, person.project);
}

#[test]
fn of_two_writers_only_the_later_writes() {
    let (disk, mut first, mut dice) = begun();
    first.add_document(&mut dice);
    disk.run();
    let mut second = Person::open(&disk, 20);
    assert_eq!(second.project, first.project);
    first.add_document(&mut dice);
    second.add_document(&mut dice);
    second.annotate(&mut dice);
    disk.run();
    assert_eq!(first.session.status(), Status::NotSaved(Why::TakenOver));
    assert_eq!(first.session.unsaved().len(), 1, "it can still be downloaded");
    assert_eq!(second.session.status(), Status::Saved);
    first.session.snapshot(&first.project);
    first.add_document(&mut dice);
    disk.advance(100_000);
    assert_eq!(first.session.status(), Status::NotSaved(Why::TakenOver));
    assert_eq!(Person::open(&disk.restart(), 40).project, second.project);
}

#[test]
fn a_snapshot_that_comes_too_late_leaves_nothing_unsaved() {
    let (disk, mut first, mut dice) = begun();
    first.add_document(&mut dice);
    disk.run();
    let mut second = Person::open(&disk, 20);
    first.session.snapshot(&first.project);
    disk.advance(100_000);
    assert_eq!(first.session.status(), Status::Saved, "what was done here is in the journal");
    second.annotate(&mut dice);
    disk.run();
    assert_eq!(Person::open(&disk.restart(), 40).project, second.project);
    // What is done from now on is not.
    first.add_document(&mut dice);
    disk.run();
    assert_eq!(first.session.status(), Status::NotSaved(Why::TakenOver));
    assert_eq!(first.session.unsaved().len(), 1);
}

#[test]
fn a_write_that_happened_unheard_is_made_again_without_harm() {
    let (disk, mut person, mut dice) = begun();
    disk.hold();
    person.add_document(&mut dice);
    disk.run();
    disk.write_unheard();
    disk.fail([Some(StorageError::Closed("gone".to_owned()))]);
    disk.let_through(1);
    disk.run();
    disk.advance(250);
    disk.let_through(1);
    disk.run();
    assert_eq!(person.session.status(), Status::Saved);
    let again = Person::open(&disk.restart(), 9);
    assert_eq!((again.project, again.history.entries().len()), (person.project, 1));
}

#[test]
fn a_deleted_project_is_gone_with_its_own_texts_only() {
    let (disk, mut person, mut dice) = begun();
    person.add_document(&mut dice);
    person.add_document(&mut dice);
    disk.run();
    let store = Store::new(disk.clone());
    let shared = person.project.documents().next().expect("two documents").clone();
    let mut other = beginning();
    other.id = ProjectId::new("p2");
    assert!(other.insert_document(shared));
    disk.block_on(store.create(&other, Timestamp(50))).expect("created");
    assert_eq!(disk.block_on(store.create(&other, Timestamp(50))), Err(OpenError::Exists));
    let names: Vec<String> = disk
        .block_on(store.projects())
        .expect("listed")
        .into_iter()
        .map(|info| info.id.to_string())
        .collect();
    assert_eq!(names, ["p2", "p1"]);

    disk.block_on(store.delete(&project_id())).expect("deleted");
    assert_eq!(disk.places(Table::Texts).len(), 1, "the shared text stays");
    let gone = disk.block_on(store.open(&project_id(), &actor(), Timestamp(60)));
    assert_eq!(gone.err(), Some(OpenError::NotFound));
    person.add_document(&mut dice);
    disk.run();
    assert_eq!(person.session.status(), Status::NotSaved(Why::TakenOver));
    let (loaded, _) = disk.block_on(store.open(&other.id, &actor(), Timestamp(60))).expect("opens");
    assert_eq!(loaded.project, other);
    assert_eq!(loaded.faults, []);
}

#[test]
fn ids_of_a_file_that_this_copy_wrote_are_not_used_again() {
    let (disk, mut person, mut dice) = begun();
    person.add_document(&mut dice);
    person.annotate(&mut dice);
    let mut copy = postil::wire::project::read(
        postil::wire::project::to_string(&person.project, postil::wire::project::Texts::Inline).as_bytes(),
    )
    .expect("it reads")
    .value;
    copy.id = ProjectId::new("p2");
    let store = Store::new(disk.clone());
    disk.block_on(store.create(&copy, Timestamp(9))).expect("created");
    let (loaded, _) = disk.block_on(store.open(&copy.id, &actor(), Timestamp(9))).expect("opens");
    assert!(loaded.next_counter >= person.loaded.next_counter + 2);
}

#[test]
fn settings_stay() {
    let disk = Memory::default();
    let store = Store::new(disk.clone());
    assert_eq!(disk.block_on(store.setting("name")), Ok(None));
    disk.block_on(store.set_setting("name", "\"Ayu\"")).expect("kept");
    let again = Store::new(disk.restart());
    assert_eq!(disk.block_on(again.setting("name")), Ok(Some("\"Ayu\"".to_owned())));
}

#[test]
fn who_waits_for_a_disk_that_refuses_hears_of_it() {
    let (disk, mut person, mut dice) = begun();
    disk.hold();
    person.add_document(&mut dice);
    disk.run();
    let session = person.session.clone();
    let heard = Rc::new(RefCell::new(None));
    let ear = heard.clone();
    disk.spawn(Box::pin(async move { *ear.borrow_mut() = Some(session.at_rest().await) }));
    disk.run();
    assert_eq!(*heard.borrow(), None, "the first write is under way");
    disk.fail([Some(StorageError::Quota)]);
    disk.let_through(1);
    disk.run();
    let refused = Status::NotSaved(Why::Storage(StorageError::Quota));
    assert_eq!(*heard.borrow(), Some(refused.clone()));
    assert_eq!(disk.block_on(person.session.at_rest()), refused, "and so does who asks later");
    disk.advance(250);
    disk.let_through(1);
    disk.run();
    assert_eq!(disk.block_on(person.session.at_rest()), Status::Saved);
}
