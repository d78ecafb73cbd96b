//! IndexedDB as a [`Backend`].
//!
//! Writes ask for *strict* durability: the default says "done" before the disk has it. The browser may close the
//! database at any time (Safari does so under tabs in the background): then it is opened again and the act repeated
//! once, which is safe because every write can be made twice.
//!
//! A value stands under `[name, number]`. A long one is cut: its other parts stand behind it, under
//! `[name, number, part]` from 1 on. So the page answers while it is written, and Chromium, which takes no value of over
//! 133 MB in a private window, takes it.

mod quota;
mod request;

pub use quota::{Room, persist, persisted, refuses_files, room};

use crate::browser::chance::{breathe, pause};
use crate::sorted::{Map, Set};
use crate::storage::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
use js_sys::{Array, Uint8Array};
use request::{Opened, error_of, finished, open, succeeded, transaction};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::ops::RangeInclusive;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

/// So many texts are asked for in one request. Chromium takes 1,000 of 3 KB in 90 ms one by one, in 57 ms at once, and in
/// 26 ms by 30 to 60.
const TOGETHER: usize = 50;

/// The longest part of a value, in bytes: some milliseconds. With longer ones a text that is written again would keep the
/// later parts of before: that needs another version of the database.
const PART: usize = 1 << 22;

/// The name of the database.
pub const DATABASE: &str = "postil";

/// A connection to the browser's database. Clones share it.
#[derive(Clone)]
pub struct Idb(Rc<Inner>);

struct Inner {
    name: String,
    /// `None` before the first use, and after the browser closed it.
    opened: Rc<RefCell<Option<Opened>>>,
    /// What the browser said of the last write transaction's durability.
    durability: RefCell<Option<String>>,
    writes: Cell<u64>,
}

impl Idb {
    /// Opens the database of this site, or makes it.
    pub async fn open(name: &str) -> Result<Self, StorageError> {
        let idb = Self(Rc::new(Inner {
            name: name.to_owned(),
            opened: Rc::default(),
            durability: RefCell::default(),
            writes: Cell::new(0),
        }));
        idb.database().await?;
        Ok(idb)
    }

    /// What the browser said of the last write transaction's durability; `None` where it does not say.
    pub fn durability(&self) -> Option<String> {
        self.0.durability.borrow().clone()
    }

    /// How many write transactions there were.
    pub fn writes(&self) -> u64 {
        self.0.writes.get()
    }

    /// Closes the connection, as the browser may do at any time; the next use opens it again.
    pub fn close(&self) {
        if let Some(opened) = self.0.opened.take() {
            opened.database.close();
        }
    }

    async fn database(&self) -> Result<IdbDatabase, StorageError> {
        if let Some(opened) = &*self.0.opened.borrow() {
            return Ok(opened.database.clone());
        }
        let opened = open(&self.0.name, Rc::downgrade(&self.0.opened)).await?;
        let database = opened.database.clone();
        // Somebody else may have opened it meanwhile; the connection that is dropped is closed.
        if let Some(other) = self.0.opened.replace(Some(opened)) {
            other.database.close();
        }
        Ok(database)
    }

    /// Acts on the database; where the browser has closed it, opens it again and acts once more.
    async fn with<T>(
        &self,
        act: impl AsyncFn(&IdbDatabase) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let database = self.database().await?;
        match act(&database).await {
            Err(StorageError::Closed(_)) => {
                self.close();
                act(&self.database().await?).await
            }
            outcome => outcome,
        }
    }

    fn write(
        &self,
        database: &IdbDatabase,
        tables: &Set<&'static str>,
    ) -> Result<IdbTransaction, StorageError> {
        let (transaction, durability) = transaction(database, tables, "readwrite")?;
        *self.0.durability.borrow_mut() = durability;
        self.0.writes.set(self.0.writes.get() + 1);
        Ok(transaction)
    }
}

fn read_only(database: &IdbDatabase, tables: &Set<&'static str>) -> Result<IdbTransaction, StorageError> {
    transaction(database, tables, "readonly").map(|(transaction, _)| transaction)
}

fn store(transaction: &IdbTransaction, table: Table) -> Result<IdbObjectStore, StorageError> {
    transaction.object_store(table.name()).map_err(|error| error_of(&error))
}

fn key(name: &str, number: u64) -> JsValue {
    Array::of2(&name.into(), &(number as f64).into()).into()
}

/// The key of a later part of a value.
fn part(name: &str, number: u64, part: f64) -> JsValue {
    Array::of3(&name.into(), &(number as f64).into(), &part.into()).into()
}

/// From one key to the last part of what stands at another place.
fn range(from: &JsValue, name: &str, to: u64) -> Result<JsValue, StorageError> {
    let range = IdbKeyRange::bound(from, &part(name, to, f64::INFINITY));
    range.map(JsValue::from).map_err(|error| error_of(&error))
}

/// All parts of what stands at a place.
fn whole(place: &Place) -> Result<JsValue, StorageError> {
    range(&key(&place.name, place.number), &place.name, place.number)
}

/// The place that a key is of, and whether it is of a later part.
fn place_of(table: Table, key: &JsValue) -> Option<(Place, bool)> {
    let key: &Array = key.dyn_ref()?;
    let place = Place::new(table, key.get(0).as_string()?, key.get(1).as_f64()? as u64);
    Some((place, key.length() > 2))
}

/// A value as bytes, given its parts in order; where one is anything else than bytes it is damage, and reads as nothing.
fn bytes_of(parts: &[JsValue]) -> Bytes {
    let parts: Option<Vec<&Uint8Array>> = parts.iter().map(JsCast::dyn_ref).collect();
    let parts = parts.unwrap_or_default();
    let mut bytes = Bytes::with_capacity(parts.iter().map(|part| part.length() as usize).sum());
    for part in parts {
        let at = bytes.len();
        bytes.resize(at + part.length() as usize, 0);
        part.copy_to(&mut bytes[at..]);
    }
    bytes
}

fn result(request: &IdbRequest) -> JsValue {
    request.result().unwrap_or(JsValue::UNDEFINED)
}

/// Puts the writes of a batch into a transaction. The guard is compared in the transaction itself. Where it ends before all
/// is in it, it is said there why.
async fn issue(
    transaction: &IdbTransaction,
    batch: &Batch,
    refused: &Rc<Cell<bool>>,
) -> Result<Held, StorageError> {
    let mut held = None;
    if let Some((place, expected)) = &batch.guard {
        let get = store(transaction, place.table)?.get(&key(&place.name, place.number));
        let request = get.map_err(|error| error_of(&error))?;
        let (expected, refused, transaction) = (expected.clone(), refused.clone(), transaction.clone());
        let asked = request.clone();
        let compare = Closure::once(move || {
            let found = result(&asked);
            let same = match &expected {
                None => found.is_undefined(),
                Some(expected) => !found.is_undefined() && bytes_of(&[found]) == *expected,
            };
            if !same {
                refused.set(true);
                let _aborted = transaction.abort();
            }
        });
        request.set_onsuccess(Some(compare.as_ref().unchecked_ref()));
        held = Some(compare);
    }
    for place in &batch.deletes {
        let request = store(transaction, place.table)?.delete(&whole(place)?);
        request.map_err(|error| error_of(&error))?;
    }
    for (place, value) in &batch.puts {
        let Place { table, name, number } = place;
        let store = store(transaction, *table)?;
        // What stood there may have been longer; but under a fingerprint stands the same each time, and the lease is short.
        if !matches!(table, Table::Texts | Table::Lease) {
            let rest = range(&part(name, *number, 1.0), name, *number)?;
            store.delete(&rest).map_err(|error| error_of(&error))?;
        }
        let (first, rest) = value.split_at(value.len().min(PART));
        let put = |part: &[u8], key: &JsValue| store.put_with_key(&Uint8Array::from(part), key);
        let mut request = put(first, &key(name, *number)).map_err(|error| error_of(&error))?;
        for (at, next) in (1..).zip(rest.chunks(PART)) {
            if !succeeded(&request).await {
                return Ok(held);
            }
            request = put(next, &part(name, *number, f64::from(at))).map_err(|error| error_of(&error))?;
        }
    }
    Ok(held)
}

/// A callback that lives until its transaction has ended.
type Held = Option<Closure<dyn FnMut()>>;

impl Backend for Idb {
    async fn read(&self, places: Vec<Place>) -> Result<Vec<Option<Bytes>>, StorageError> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        self.with(async |database| {
            if places.len() > TOGETHER && places.iter().all(|place| place.table == Table::Texts) {
                return texts(database, &places).await;
            }
            Ok(each(database, &places).await?.map(|parts| parts.as_deref().map(bytes_of)).collect())
        })
        .await
    }

    async fn scan(
        &self,
        table: Table,
        name: &str,
        numbers: RangeInclusive<u64>,
    ) -> Result<Vec<(u64, Bytes)>, StorageError> {
        let (from, to) = (*numbers.start(), (*numbers.end()).min(*ALL_NUMBERS.end()));
        if from > to {
            return Ok(Vec::new());
        }
        self.with(async |database| {
            let found = all_of(database, table, &range(&key(name, from), name, to)?).await?;
            Ok(found.into_iter().map(|(place, value)| (place.number, value)).collect())
        })
        .await
    }

    async fn all(&self, table: Table) -> Result<Vec<(Place, Bytes)>, StorageError> {
        self.with(async |database| all_of(database, table, &JsValue::UNDEFINED).await).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), StorageError> {
        let places = batch.puts.iter().map(|(place, _)| place).chain(&batch.deletes);
        let places = places.chain(batch.guard.as_ref().map(|(place, _)| place));
        let tables: Set<&'static str> = places.map(|place| place.table.name()).collect();
        if tables.is_empty() {
            return Ok(());
        }
        self.with(async |database| {
            let transaction = self.write(database, &tables)?;
            let refused = Rc::new(Cell::new(false));
            let end = finished(&transaction);
            let issued = issue(&transaction, &batch, &refused).await;
            // One that the browser has ended itself, for want of room as a rule, takes no more, and says why at its end.
            let by_browser = issued.is_err() && transaction.abort().is_err();
            let end = end.await;
            if refused.get() {
                return Err(StorageError::Guard);
            }
            if by_browser {
                end.clone()?;
            }
            let _held: Held = issued?;
            end
        })
        .await
    }

    fn spawn(&self, future: Pin<Box<dyn Future<Output = ()>>>) {
        wasm_bindgen_futures::spawn_local(future);
    }

    async fn pause(&self, milliseconds: u32) {
        match milliseconds {
            0 => breathe().await,
            _ => pause(milliseconds).await,
        }
    }
}

/// Values by one request each, in their parts, in the order asked.
async fn each(
    database: &IdbDatabase,
    places: &[Place],
) -> Result<impl Iterator<Item = Option<Vec<JsValue>>> + use<>, StorageError> {
    let tables = places.iter().map(|place| place.table.name()).collect();
    let transaction = read_only(database, &tables)?;
    let mut requests = Vec::with_capacity(places.len());
    for place in places {
        requests.push((place.table, ask(&transaction, place.table, &whole(place)?, 0)?));
    }
    finished(&transaction).await?;
    let values = requests.into_iter().map(|(table, asked)| pairs(table, &asked).pop());
    Ok(values.map(|value| value.map(|(_, parts)| parts)))
}

/// Texts, in the order asked: by ranges that hold [`TOGETHER`] of them, as far as few others lie between.
async fn texts(database: &IdbDatabase, places: &[Place]) -> Result<Vec<Option<Bytes>>, StorageError> {
    let wanted: Set<&Place> = places.iter().collect();
    let wanted: Vec<&Place> = wanted.into_iter().collect();
    let limit = 2 * TOGETHER as u32;
    let transaction = read_only(database, &Set::from([Table::Texts.name()]))?;
    let mut ranges = Vec::new();
    for places in wanted.chunks(TOGETHER) {
        let (first, last) = (places[0], places[places.len() - 1]);
        let range = range(&key(&first.name, first.number), &last.name, last.number)?;
        ranges.push((places, ask(&transaction, Table::Texts, &range, limit)?));
    }
    finished(&transaction).await?;
    let mut found: Map<Place, Option<Vec<JsValue>>> = Map::new();
    let mut rest: Vec<Place> = Vec::new();
    for (places, asked) in ranges {
        let mut read = pairs(Table::Texts, &asked);
        if asked.values().length() == limit
            && let Some((last, _)) = read.pop()
        {
            // Some of its parts may be missing.
            rest.extend(places.iter().filter(|place| ***place >= last).map(|place| (**place).clone()));
        }
        found.extend(read.into_iter().map(|(place, parts)| (place, Some(parts))));
    }
    if !rest.is_empty() {
        let values: Vec<_> = each(database, &rest).await?.collect();
        found.extend(rest.into_iter().zip(values));
    }
    Ok(places.iter().map(|place| found.get(place)?.as_deref().map(bytes_of)).collect())
}

async fn all_of(
    database: &IdbDatabase,
    table: Table,
    range: &JsValue,
) -> Result<Vec<(Place, Bytes)>, StorageError> {
    let transaction = read_only(database, &Set::from([table.name()]))?;
    let asked = ask(&transaction, table, range, 0)?;
    finished(&transaction).await?;
    let found = pairs(table, &asked).into_iter();
    Ok(found.map(|(place, parts)| (place, bytes_of(&parts))).collect())
}

/// What is asked for with all its keys.
struct Asked {
    keys: IdbRequest,
    values: IdbRequest,
}

impl Asked {
    fn values(&self) -> Array {
        Array::from(&result(&self.values))
    }
}

/// Asks for a range, as far as so many keys go; for all of it where that is 0.
fn ask(
    transaction: &IdbTransaction,
    table: Table,
    range: &JsValue,
    limit: u32,
) -> Result<Asked, StorageError> {
    let store = store(transaction, table)?;
    let keys = store.get_all_keys_with_key_and_limit(range, limit);
    let values = store.get_all_with_key_and_limit(range, limit);
    keys.and_then(|keys| Ok(Asked { keys, values: values? })).map_err(|error| error_of(&error))
}

/// Places and values, in their parts.
fn pairs(table: Table, asked: &Asked) -> Vec<(Place, Vec<JsValue>)> {
    let (keys, values) = (Array::from(&result(&asked.keys)), asked.values());
    let mut pairs: Vec<(Place, Vec<JsValue>)> = Vec::with_capacity(keys.length() as usize);
    for at in 0..keys.length() {
        match (place_of(table, &keys.get(at)), pairs.last_mut()) {
            (Some((place, true)), Some((own, parts))) if place == *own => parts.push(values.get(at)),
            // A part without what stands before it is nothing.
            (Some((_, true)) | None, _) => {}
            (Some((place, false)), _) => pairs.push((place, vec![values.get(at)])),
        }
    }
    pairs
}
