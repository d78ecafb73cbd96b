//! Bits that change, and values that go.

use super::person::{Dice, Person, actor, beginning, project_id};
use postil::model::{Project, Timestamp, check};
use postil::storage::{Fault, Memory, Place, StorageError, Store, Table, rescue};

/// A disk with two snapshots, segments and a tail; the project as it was left, and how many acts there were.
fn worked(seed: u64) -> (Memory, Project, usize) {
    let mut dice = Dice::new(seed);
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let mut person = Person::open(&disk, 1);
    // Whatever the dice say, something is done before the first snapshot.
    person.add_document(&mut dice);
    for act in 0..60 {
        person.act(&mut dice);
        if act == 20 || act == 40 {
            person.session.snapshot(&person.project);
        }
        disk.advance(10);
    }
    let acts = person.history.entries().len();
    (disk.restart(), person.project, acts)
}

fn flip(disk: &Memory, place: &Place, dice: &mut Dice) {
    let changed = disk.change(place, |bytes| {
        let at = dice.below(bytes.len() * 8);
        bytes[at / 8] ^= 1 << (at % 8);
    });
    assert!(changed, "{place} is there");
}

fn snapshot(slot: u64) -> Place {
    Place::new(Table::Snapshots, "p1", slot)
}

/// Opens it once more: nothing is wrong any more, the state is the same, and work goes on.
fn mended(disk: &Memory, person: &Person) {
    let mut again = Person::open(&disk.restart(), 2000);
    assert_eq!(again.loaded.faults, []);
    assert_eq!(again.project, person.project);
    assert_eq!(again.history.entries().len(), person.history.entries().len());
    assert!(again.add_document(&mut Dice::new(1)));
}

#[test]
fn a_bit_in_a_snapshot_costs_nothing() {
    for seed in 0..40 {
        for slots in [&[0][..], &[1], &[0, 1]] {
            let (disk, project, acts) = worked(seed);
            let mut dice = Dice::new(seed + 1000);
            slots.iter().for_each(|&slot| flip(&disk, &snapshot(slot), &mut dice));
            let person = Person::open(&disk, 1000);
            assert_eq!(person.project, project, "seed {seed}, slots {slots:?}");
            assert_eq!(person.history.entries().len(), acts);
            assert!(one_state(&person.loaded.faults), "{:?}", person.loaded.faults);
            assert!(person.session.snapshot_due());
            assert_eq!(disk.places(Table::Quarantine).len(), slots.len());
            mended(&disk, &person);
        }
    }
}

/// The newest state alone is waited for; what is wrong with the others is found behind the opening.
#[test]
fn a_bit_in_an_older_state_is_found_later() {
    for slot in 0..3 {
        let (disk, project, _) = worked(7);
        flip(&disk, &snapshot(slot), &mut Dice::new(7));
        let store = Store::new(disk.clone());
        let (loaded, session) =
            disk.block_on(store.open(&project_id(), &actor(), Timestamp(1000))).expect("it opens");
        assert_eq!(loaded.project, project, "slot {slot}");
        let later = disk.block_on(session.check_states());
        // One of the three is the newest.
        if slot == 1 {
            assert_eq!((&loaded.faults[..], later), (&[Fault::State][..], None));
        } else {
            assert_eq!((&loaded.faults[..], later), (&[][..], Some(Fault::OlderState)), "slot {slot}");
        }
        assert_eq!(disk.places(Table::Quarantine).len(), 1);
        assert_eq!(disk.block_on(session.check_states()), None);
        mended(&disk, &Person::open(&disk.restart(), 1500));
    }
}

/// What says which states there are may be damaged, or of another time: then all of them are read.
#[test]
fn states_are_found_without_their_index() {
    let early = {
        let disk = Memory::default();
        disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
        index(&disk)
    };
    let index_of = |disk: &Memory, to: &str| {
        let there = index(disk);
        let changed = disk.change(&Place::new(Table::Projects, "p1", 0), |bytes| {
            *bytes = String::from_utf8(bytes.clone()).expect("a text").replace(&there, to).into_bytes();
        });
        assert!(changed && index(disk) == to);
    };
    for wrong in ["", "0 0 0", &early] {
        let (disk, project, acts) = worked(9);
        assert_ne!(index(&disk), wrong);
        index_of(&disk, wrong);
        let person = Person::open(&disk, 1000);
        assert_eq!(person.project, project);
        assert_eq!(person.loaded.faults, []);
        assert_eq!(person.history.entries().len(), acts);
        mended(&disk, &person);
    }
}

/// What the disk refuses is not forgotten: the next opening finds it.
#[test]
fn a_bad_state_that_cannot_be_set_aside_is_found_again() {
    let (disk, project, _) = worked(7);
    flip(&disk, &snapshot(0), &mut Dice::new(7));
    let open = |time| disk.block_on(Store::new(disk.clone()).open(&project_id(), &actor(), Timestamp(time)));
    let (_, session) = open(1000).expect("it opens");
    disk.fail([Some(StorageError::Quota)]);
    assert_eq!(disk.block_on(session.check_states()), None);
    assert!(disk.places(Table::Quarantine).is_empty());
    let (loaded, session) = open(1500).expect("it opens");
    assert_eq!(loaded.project, project);
    assert_eq!(disk.block_on(session.check_states()), Some(Fault::OlderState));
    assert_eq!(disk.places(Table::Quarantine).len(), 1);
}

fn one_state(faults: &[Fault]) -> bool {
    matches!(faults, [Fault::State | Fault::OlderState])
}

/// What a project's info says of its states.
fn index(disk: &Memory) -> String {
    let projects = disk.block_on(Store::new(disk.clone()).projects()).expect("they read");
    projects[0].states.clone()
}

#[test]
fn a_bit_in_a_record_behind_the_snapshot_costs_that_record_and_what_needs_it() {
    for seed in 0..60 {
        let (disk, _, acts) = worked(seed);
        let mut dice = Dice::new(seed + 1000);
        let records = disk.places(Table::Journal);
        if records.is_empty() {
            continue;
        }
        let hit = &records[dice.below(records.len())];
        flip(&disk, hit, &mut dice);
        let person = Person::open(&disk, 1000);
        assert_eq!(person.loaded.faults[0], Fault::Damaged { records: 1, in_history: 0 }, "seed {seed}");
        assert_eq!(check(&person.project), []);
        let kept = disk.places(Table::Quarantine).len();
        assert_eq!(person.history.entries().len() + kept, acts, "every record is somewhere");
        let unfit = kept - 1;
        assert_eq!(person.loaded.faults.len(), 1 + usize::from(unfit > 0));
        let quarantined = disk.block_on(Store::new(disk.clone()).quarantined()).expect("it reads");
        assert!(quarantined.iter().any(|bad| bad.number == Some(hit.number)));
        mended(&disk, &person);
    }
}

#[test]
fn what_does_not_need_a_damaged_record_is_not_lost_with_it() {
    let mut dice = Dice::new(3);
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let mut person = Person::open(&disk, 1);
    for _ in 0..10 {
        person.add_document(&mut dice);
    }
    disk.run();
    flip(&disk, &Place::new(Table::Journal, "p1", 4), &mut dice);
    let person = Person::open(&disk.restart(), 1000);
    assert_eq!(person.loaded.faults, [Fault::Damaged { records: 1, in_history: 0 }]);
    assert_eq!(person.project.documents().len(), 9);
}

#[test]
fn a_bit_in_packed_history_costs_no_state() {
    for seed in 0..60 {
        let (disk, project, acts) = worked(seed);
        let mut dice = Dice::new(seed + 1000);
        let segments = disk.places(Table::Segments);
        flip(&disk, &segments[dice.below(segments.len())], &mut dice);
        let person = Person::open(&disk, 1000);
        assert_eq!(person.project, project, "seed {seed}");
        let lost = acts - person.history.entries().len();
        assert!((1..=2).contains(&lost), "seed {seed}: {lost} lost"); // a bit can join two lines
        assert!(!person.loaded.faults.is_empty(), "seed {seed}");
        mended(&disk, &person);
    }
}

#[test]
fn a_record_that_is_gone_is_said_once() {
    for seed in 0..60 {
        let (disk, _, acts) = worked(seed);
        let records = disk.places(Table::Journal);
        // The last one cannot be missed: nothing says that it ever was there.
        if records.len() < 2 {
            continue;
        }
        disk.lose(&records[0]);
        let person = Person::open(&disk, 1000);
        assert!(person.loaded.faults.contains(&Fault::Missing { records: 1, in_history: 0 }), "seed {seed}");
        assert!(person.history.entries().len() < acts);
        mended(&disk, &person);
    }
}

#[test]
fn without_any_good_state_the_journal_gives_what_it_can() {
    for seed in 0..20 {
        let (disk, ..) = worked(seed);
        let mut dice = Dice::new(seed);
        (0..3).for_each(|slot| flip(&disk, &snapshot(slot), &mut dice));
        let person = Person::open(&disk, 1000);
        assert!(person.loaded.faults.contains(&Fault::Beginning));
        assert!(person.project.documents().len() > 0);
        assert_eq!(person.project.id, project_id());
    }
}

/// What came from a file is in no journal: a second state stands in for the one that the project began with.
#[test]
fn a_bit_in_the_only_state_of_what_came_from_a_file_costs_nothing() {
    for seed in 0..20 {
        let (_, project, _) = worked(seed);
        for slot in 0..3 {
            let disk = Memory::default();
            disk.block_on(Store::new(disk.clone()).create(&project, Timestamp(1))).expect("created");
            let mut dice = Dice::new(seed);
            if !disk.places(Table::Snapshots).contains(&snapshot(slot)) {
                continue;
            }
            flip(&disk, &snapshot(slot), &mut dice);
            let person = Person::open(&disk, 1000);
            assert!(one_state(&person.loaded.faults), "seed {seed}, slot {slot}");
            assert_eq!(person.project, project, "seed {seed}, slot {slot}");
            mended(&disk, &person);
        }
    }
}

#[test]
fn a_damaged_text_costs_its_documents_only() {
    for seed in 0..60 {
        let (disk, project, _) = worked(seed);
        let mut dice = Dice::new(seed);
        let texts = disk.places(Table::Texts);
        let hit = &texts[dice.below(texts.len())];
        flip(&disk, hit, &mut dice);
        let person = Person::open(&disk, 1000);
        assert!(person.loaded.faults.contains(&Fault::Text { fingerprint: hit.name.clone() }), "seed {seed}");
        assert_eq!(check(&person.project), []);
        for document in project.documents().filter(|document| document.text.sha256().to_string() != hit.name)
        {
            // What was done in the tail may need the text that is gone; what a snapshot holds does not.
            assert!(
                person.project.document(&document.id).is_some() || !person.loaded.faults.is_empty(),
                "seed {seed}"
            );
        }
        assert!(!person.loaded.faults[0].to_string().is_empty());
    }
}

#[test]
fn a_bit_in_the_small_tables_costs_nothing() {
    for seed in 0..40 {
        for table in [Table::Uses, Table::Projects] {
            let (disk, project, _) = worked(seed);
            let mut dice = Dice::new(seed);
            let places = disk.places(table);
            let hit = &places[dice.below(places.len())];
            flip(&disk, hit, &mut dice);
            let store = Store::new(disk.clone());
            assert_eq!(disk.block_on(store.projects()).expect("it lists").len(), 1);
            match disk.block_on(store.open(&project_id(), &super::person::actor(), Timestamp(9))) {
                Ok((loaded, _)) => assert_eq!(loaded.project, project, "seed {seed}, {hit}"),
                // A bit can make a one a three, and then it is of a newer version.
                Err(error) => {
                    assert_eq!((error, table), (postil::storage::OpenError::Newer, Table::Projects))
                }
            }
        }
    }
}

/// A person can take away as a file what could not be read, and what could not be written.
#[test]
fn what_is_damaged_or_not_saved_can_be_taken_away_as_a_file() {
    let mut dice = Dice::new(3);
    let disk = Memory::default();
    disk.block_on(Store::new(disk.clone()).create(&beginning(), Timestamp(1))).expect("created");
    let mut person = Person::open(&disk, 1);
    (0..4).for_each(|_| assert!(person.add_document(&mut dice)));
    disk.run();
    let hit = Place::new(Table::Journal, "p1", 2);
    assert!(disk.change(&hit, |bytes| bytes[20] ^= 1));
    assert!(disk.change(&Place::new(Table::Journal, "p1", 3), |bytes| bytes[20] = 0xFF));
    let disk = disk.restart();
    let mut person = Person::open(&disk, 1000);
    disk.fail([Some(StorageError::Quota)]);
    assert!(person.add_document(&mut dice));
    disk.run();

    let quarantined = disk.block_on(Store::new(disk.clone()).quarantined()).expect("it reads");
    let file = rescue("p1", &person.session.unsaved(), &quarantined);
    let file: serde_json::Value = serde_json::from_str(&file).expect("it is JSON");
    assert_eq!((&file["format"], &file["project"]), (&"postil-records".into(), &"p1".into()));
    assert_eq!(file["unsaved"].as_array().map(Vec::len), Some(1));
    assert!(file["unsaved"][0].is_object(), "{}", file["unsaved"][0]);
    let kept = file["quarantine"].as_array().expect("a list");
    assert_eq!(kept.len(), quarantined.len());
    for bad in &quarantined {
        let one = kept.iter().find(|one| one["from"] == *bad.from).expect("each is there");
        assert_eq!(one["why"], *bad.why);
        match str::from_utf8(&bad.bytes) {
            Ok(text) => assert_eq!(one["text"], *text),
            Err(_) => assert_eq!(one["hex"].as_str().map(str::len), Some(bad.bytes.len() * 2)),
        }
    }
    assert!(kept.iter().any(|one| one["hex"].is_string()) && kept.iter().any(|one| one["text"].is_string()));
    assert!(rescue("p", &[], &[]).parse::<serde_json::Value>().is_ok(), "of nothing too");
}
