//! IndexedDB behind the storage: durability, guards, order, and a database that goes away.

use js_sys::{Promise, Reflect};
use postil::browser::idb::{Idb, room};
use postil::edit::{Act, Actor, Builder, Stamp, Transaction, TransactionId};
use postil::model::{
    Document, DocumentId, DocumentStatus, Metadata, PersonId, Project, ProjectId, Timestamp, news,
};
use postil::storage::{ALL_NUMBERS, Backend, Batch, Place, Status, StorageError, Store, Table, Why};
use postil::text::{LineEnds, Text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{IdbFactory, IdbOpenDbRequest};

fn factory() -> IdbFactory {
    Reflect::get(&js_sys::global(), &"indexedDB".into()).expect("a property").dyn_into().expect("a factory")
}

async fn ended(request: &IdbOpenDbRequest) {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.expect("it succeeds");
}

/// A new database.
async fn database(name: &str) -> Idb {
    ended(&factory().delete_database(name).expect("a request")).await;
    Idb::open(name).await.expect("it opens")
}

fn put(table: Table, name: &str, number: u64, value: &[u8]) -> Batch {
    Batch { puts: vec![(Place::new(table, name, number), value.to_vec())], ..Batch::default() }
}

fn actor() -> Actor {
    Actor("web".into())
}

fn beginning(id: &str) -> Project {
    Project::new(ProjectId::new(id), "Pilot".to_owned(), news(), Timestamp(1))
}

/// Adds a document; the counter is also the time.
fn added(project: &mut Project, counter: u64, text: &str) -> Transaction {
    let id = TransactionId { actor: actor(), counter };
    let stamp = Stamp { id, person: PersonId::new("ayu"), time: Timestamp(counter as i64 + 10) };
    let mut builder = Builder::new(project, stamp, Act::AddDocuments);
    let id = DocumentId::new(builder.new_id());
    builder.add_document(Document {
        order: 0,
        id,
        text: Text::new(text).expect("no NUL"),
        line_ends: LineEnds::default(),
        media_type: "text/plain".to_owned(),
        metadata: Metadata::default(),
        status: DocumentStatus::New,
        labels: Vec::new(),
        source: None,
    });
    let transaction = builder.finish().expect("a document is added");
    transaction.apply(project).expect("it applies");
    transaction
}

#[wasm_bindgen_test]
async fn writes_are_strict() {
    let idb = database("test-strict").await;
    idb.commit(put(Table::Settings, "a", 0, b"1")).await.expect("written");
    assert_eq!(idb.durability().as_deref(), Some("strict"));
}

/// Many texts are read another way than few, and so are those between which many others lie.
#[wasm_bindgen_test]
async fn many_values_come_as_they_are_asked_for() {
    let idb = database("test-many").await;
    let place = |at: usize| Place::new(Table::Texts, format!("text {at}"), 0);
    let batch = |all: std::ops::Range<usize>| Batch {
        puts: all.map(|at| (place(at), at.to_string().into_bytes())).collect(),
        ..Batch::default()
    };
    for (there, asked) in [(0..100, 90), (100..500, 90), (500..501, 501), (501..502, 20)] {
        idb.commit(batch(there.clone())).await.expect("written");
        // Backwards, with some that are not there.
        let wanted: Vec<usize> = (0..asked).rev().chain([9_000, 3]).collect();
        let found = idb.read(wanted.iter().map(|&at| place(at)).collect()).await.expect("read");
        let expected = |at: usize| (at < there.end).then(|| at.to_string().into_bytes());
        assert_eq!(found, wanted.iter().map(|&at| expected(at)).collect::<Vec<_>>());
    }
}

#[wasm_bindgen_test]
async fn values_come_back_in_order_and_by_name() {
    let idb = database("test-order").await;
    for (name, number) in [("p", 10), ("p", 9), ("p1", 1), ("o", 5), ("p", *ALL_NUMBERS.end()), ("p", 0)] {
        idb.commit(put(Table::Journal, name, number, name.as_bytes())).await.expect("written");
    }
    let numbers = |found: Vec<(u64, Vec<u8>)>| found.into_iter().map(|(at, _)| at).collect::<Vec<u64>>();
    let found = idb.scan(Table::Journal, "p", ALL_NUMBERS).await.expect("read");
    assert!(found.iter().all(|(_, value)| value == b"p"));
    assert_eq!(numbers(found), [0, 9, 10, *ALL_NUMBERS.end()]);
    assert_eq!(numbers(idb.scan(Table::Journal, "p", 1..=9).await.expect("read")), [9]);
    assert_eq!(idb.scan(Table::Segments, "p", ALL_NUMBERS).await, Ok(Vec::new()));
    assert_eq!(idb.all(Table::Journal).await.expect("read").len(), 6);
    let places = vec![Place::new(Table::Journal, "p1", 1), Place::new(Table::Journal, "p1", 2)];
    assert_eq!(idb.read(places).await, Ok(vec![Some(b"p1".to_vec()), None]));
}

/// A value of some megabytes stands in parts, of which nothing is seen: neither beside others, nor when it is written over or
/// goes.
#[wasm_bindgen_test]
async fn long_values_come_back_whole() {
    let idb = database("test-long").await;
    let long =
        |length: usize, seed: usize| -> Vec<u8> { (0..length).map(|at| ((at * seed) >> 3) as u8).collect() };
    let at = |number| Place::new(Table::Snapshots, "p", number);
    const PART: usize = 1 << 22;
    let values = [long(3 * PART + 5, 7), long(PART, 11), long(PART + 1, 13), Vec::new()];
    for (number, value) in (1..).zip(&values) {
        idb.commit(put(Table::Snapshots, "p", number, value)).await.expect("written");
    }
    let all: Vec<(u64, Vec<u8>)> = (1..).zip(values.clone()).collect();
    assert!(idb.scan(Table::Snapshots, "p", ALL_NUMBERS).await == Ok(all.clone()));
    assert!(idb.scan(Table::Snapshots, "p", 1..=1).await == Ok(all[..1].to_vec()), "with its last part");
    assert!(idb.scan(Table::Snapshots, "p", 2..=3).await == Ok(all[1..3].to_vec()));
    assert_eq!(idb.all(Table::Snapshots).await.expect("read").len(), 4);
    let read = idb.read(vec![at(3), at(1), at(9), at(4)]).await.expect("read");
    assert!(read == [Some(values[2].clone()), Some(values[0].clone()), None, Some(Vec::new())]);

    // A shorter one over a long one, and a long one that goes.
    idb.commit(put(Table::Snapshots, "p", 1, b"short")).await.expect("written");
    idb.commit(Batch { deletes: vec![at(3)], ..Batch::default() }).await.expect("written");
    let left = idb.scan(Table::Snapshots, "p", ALL_NUMBERS).await.expect("read");
    assert_eq!(
        left.iter().map(|(at, value)| (*at, value.len())).collect::<Vec<_>>(),
        [(1, 5), (2, PART), (4, 0)]
    );

    // Nothing of a long one is written where the guard does not hold.
    let guard = Some((Place::new(Table::Lease, "p", 0), Some(b"1".to_vec())));
    let refused = Batch { guard, ..put(Table::Snapshots, "p", 7, &values[0]) };
    assert_eq!(idb.commit(refused).await, Err(StorageError::Guard));
    assert_eq!(idb.scan(Table::Snapshots, "p", 7..=7).await, Ok(Vec::new()));

    // Among many, every other of which is asked for: by ranges that end after a hundred keys, in the midst of a long one.
    let place = |at: usize| Place::new(Table::Texts, format!("text {at:03}"), 0);
    let text = |at: usize| if at == 98 { values[0].clone() } else { vec![at as u8] };
    for at in 0..150 {
        let puts = vec![(place(at), text(at))];
        idb.commit(Batch { puts, ..Batch::default() }).await.expect("written");
    }
    let found = idb.read((0..152).step_by(2).map(place).collect()).await.expect("read");
    assert!((0..75).all(|n| found[n].as_ref() == Some(&text(2 * n))) && found[75].is_none());
}

#[wasm_bindgen_test]
async fn a_guard_that_does_not_hold_writes_nothing() {
    let idb = database("test-guard").await;
    let lease = Place::new(Table::Lease, "p", 0);
    let mut batch = put(Table::Journal, "p", 1, b"x");
    batch.guard = Some((lease.clone(), Some(b"1".to_vec())));
    assert_eq!(idb.commit(batch.clone()).await, Err(StorageError::Guard));
    assert_eq!(idb.scan(Table::Journal, "p", ALL_NUMBERS).await, Ok(Vec::new()));
    idb.commit(put(Table::Lease, "p", 0, b"1")).await.expect("written");
    assert_eq!(idb.commit(batch.clone()).await, Ok(()));
    batch.guard = Some((lease, None));
    batch.deletes = vec![Place::new(Table::Journal, "p", 1)];
    assert_eq!(idb.commit(batch).await, Err(StorageError::Guard));
    assert_eq!(idb.scan(Table::Journal, "p", ALL_NUMBERS).await.expect("read").len(), 1);
}

#[wasm_bindgen_test]
async fn a_session_comes_back() {
    let name = "test-session";
    let store = Store::new(database(name).await);
    let mut project = beginning("p");
    store.create(&project, Timestamp(1)).await.expect("created");
    let (loaded, session) = store.open(&project.id, &actor(), Timestamp(2)).await.expect("opened");
    assert_eq!((loaded.project, loaded.next_counter), (project.clone(), 1));
    let long = "Warga Jakarta mengatakan 東京 👩‍👩‍👧. ".repeat(20_000);
    for counter in 1..=30 {
        let text = if counter == 3 { long.clone() } else { format!("{counter}. Warga Jakarta.") };
        session.append(&Rc::new(added(&mut project, counter, &text))).expect("it has a line");
        if counter == 20 {
            session.snapshot(&project);
        }
        if counter % 4 == 0 {
            session.at_rest().await;
            assert_eq!(session.status(), Status::Saved);
        }
    }
    session.at_rest().await;
    assert_eq!(session.status(), Status::Saved);
    assert_eq!(session.saved_until(), Timestamp(40));
    let again = Store::new(Idb::open(name).await.expect("it opens"));
    let (loaded, _) = again.open(&project.id, &actor(), Timestamp(3)).await.expect("opened");
    assert_eq!(loaded.project, project);
    assert_eq!(loaded.faults, []);
    assert_eq!((loaded.history.entries().len(), loaded.next_counter), (30, 31));
    assert_eq!(again.projects().await.expect("listed")[0].documents, 30);
}

#[wasm_bindgen_test]
async fn the_older_of_two_tabs_can_write_no_more() {
    let name = "test-two";
    let (one, two) = (database(name).await, Idb::open(name).await.expect("it opens"));
    let (one, two) = (Store::new(one), Store::new(two));
    let project = beginning("p");
    one.create(&project, Timestamp(1)).await.expect("created");
    let (_, first) = one.open(&project.id, &actor(), Timestamp(2)).await.expect("opened");
    let (_, second) = two.open(&project.id, &actor(), Timestamp(3)).await.expect("opened");
    first.append(&Rc::new(added(&mut project.clone(), 1, "from the first"))).expect("it has a line");
    let mut later = project.clone();
    second.append(&Rc::new(added(&mut later, 1, "from the second"))).expect("it has a line");
    first.at_rest().await;
    second.at_rest().await;
    assert_eq!(first.status(), Status::NotSaved(Why::TakenOver));
    assert_eq!(second.status(), Status::Saved);
    let (loaded, _) = one.open(&project.id, &actor(), Timestamp(4)).await.expect("opened");
    assert_eq!(loaded.project, later);
}

#[wasm_bindgen_test]
async fn a_database_that_was_closed_is_opened_again() {
    let name = "test-closed";
    let idb = database(name).await;
    idb.commit(put(Table::Settings, "a", 0, b"1")).await.expect("written");
    idb.close();
    idb.commit(put(Table::Settings, "b", 0, b"2")).await.expect("written");
    assert_eq!(idb.all(Table::Settings).await.expect("read").len(), 2);
    // Somebody deletes it: the connection lets go at once, and the next use makes it anew.
    ended(&factory().delete_database(name).expect("a request")).await;
    assert_eq!(idb.all(Table::Settings).await, Ok(Vec::new()));
    idb.commit(put(Table::Settings, "c", 0, b"3")).await.expect("written");
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_said_to_be() {
    let name = "test-newer";
    let idb = database(name).await;
    let request = factory().open_with_u32(name, 1000).expect("a request");
    let nothing = Closure::<dyn FnMut()>::new(|| {});
    request.set_onupgradeneeded(Some(nothing.as_ref().unchecked_ref()));
    ended(&request).await;
    assert_eq!(idb.all(Table::Settings).await, Err(StorageError::Newer));
    assert_eq!(Idb::open(name).await.err(), Some(StorageError::Newer));
    request.result().expect("a database").unchecked_into::<web_sys::IdbDatabase>().close();
}

#[wasm_bindgen_test]
async fn the_browser_says_how_much_room_there_is() {
    let room = room().await.expect("it says");
    assert!(room.quota > room.used);
}
