//! IndexedDB as a [`Backend`].
//!
//! Writes ask for *strict* durability: the default says "done" before the disk has it. The browser may close the
//! database at any time (Safari does so under tabs in the background): then it is opened again and the act repeated
//! once, which is safe because every write can be made twice.

mod quota;
mod request;

pub use quota::{Room, persist, persisted, refuses_files, room};

use crate::browser::chance::{breathe, pause};
use crate::sorted::{Map, Set};
use crate::storage::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
use js_sys::{Array, Uint8Array};
use request::{Opened, error_of, finished, open, transaction};
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

fn place_of(table: Table, key: &JsValue) -> Option<Place> {
    let key: &Array = key.dyn_ref()?;
    Some(Place::new(table, key.get(0).as_string()?, key.get(1).as_f64()? as u64))
}

/// A value as bytes; anything else than bytes is damage, and reads as an empty value.
fn bytes_of(value: &JsValue) -> Bytes {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

fn result(request: &IdbRequest) -> JsValue {
    request.result().unwrap_or(JsValue::UNDEFINED)
}

/// Puts the writes of a batch into a transaction. The guard is compared in the transaction itself.
fn issue(
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
                Some(expected) => !found.is_undefined() && bytes_of(&found) == *expected,
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
        let request = store(transaction, place.table)?.delete(&key(&place.name, place.number));
        request.map_err(|error| error_of(&error))?;
    }
    for (place, value) in &batch.puts {
        let value = Uint8Array::from(value.as_slice());
        let request = store(transaction, place.table)?.put_with_key(&value, &key(&place.name, place.number));
        request.map_err(|error| error_of(&error))?;
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
            Ok(each(database, &places).await?.map(|value| value.as_ref().map(bytes_of)).collect())
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
            let range =
                IdbKeyRange::bound(&key(name, from), &key(name, to)).map_err(|error| error_of(&error))?;
            let found = all_of(database, table, &range).await?;
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
            let issued = issue(&transaction, &batch, &refused);
            // One that the browser has ended itself, for want of room as a rule, takes no more, and says why at its end.
            let by_browser = issued.is_err() && transaction.abort().is_err();
            let end = end.await;
            if by_browser {
                end.clone()?;
            }
            let _held: Held = issued?;
            if refused.get() { Err(StorageError::Guard) } else { end }
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

/// Values by one request each, in the order asked.
async fn each(
    database: &IdbDatabase,
    places: &[Place],
) -> Result<impl Iterator<Item = Option<JsValue>> + use<>, StorageError> {
    let tables = places.iter().map(|place| place.table.name()).collect();
    let transaction = read_only(database, &tables)?;
    let mut requests = Vec::with_capacity(places.len());
    for place in places {
        let request = store(&transaction, place.table)?.get(&key(&place.name, place.number));
        requests.push(request.map_err(|error| error_of(&error))?);
    }
    finished(&transaction).await?;
    let values = requests.into_iter().map(|request| result(&request));
    Ok(values.map(|value| (!value.is_undefined()).then_some(value)))
}

/// Texts, in the order asked: by ranges that hold [`TOGETHER`] of them, as far as few others lie between.
async fn texts(database: &IdbDatabase, places: &[Place]) -> Result<Vec<Option<Bytes>>, StorageError> {
    let wanted: Set<&Place> = places.iter().collect();
    let wanted: Vec<&Place> = wanted.into_iter().collect();
    let limit = 2 * TOGETHER as u32;
    let transaction = read_only(database, &Set::from([Table::Texts.name()]))?;
    let store = store(&transaction, Table::Texts)?;
    let mut ranges = Vec::new();
    for places in wanted.chunks(TOGETHER) {
        let key = |place: &Place| key(&place.name, place.number);
        let range = IdbKeyRange::bound(&key(places[0]), &key(places[places.len() - 1]));
        let range = range.map_err(|error| error_of(&error))?;
        let keys = store.get_all_keys_with_key_and_limit(&range, limit).map_err(|error| error_of(&error))?;
        let values = store.get_all_with_key_and_limit(&range, limit).map_err(|error| error_of(&error))?;
        ranges.push((places, keys, values));
    }
    finished(&transaction).await?;
    let mut found: Map<Place, Option<JsValue>> = Map::new();
    let mut rest: Vec<Place> = Vec::new();
    for (places, keys, values) in ranges {
        let read: Vec<_> = pairs(Table::Texts, &keys, &values).collect();
        if let Some((last, _)) = read.last().filter(|_| read.len() as u32 == limit) {
            rest.extend(places.iter().filter(|place| **place > last).map(|place| (**place).clone()));
        }
        found.extend(read.into_iter().map(|(place, value)| (place, Some(value))));
    }
    if !rest.is_empty() {
        let values: Vec<_> = each(database, &rest).await?.collect();
        found.extend(rest.into_iter().zip(values));
    }
    Ok(places.iter().map(|place| found.get(place)?.as_ref().map(bytes_of)).collect())
}

async fn all_of(
    database: &IdbDatabase,
    table: Table,
    range: &JsValue,
) -> Result<Vec<(Place, Bytes)>, StorageError> {
    let transaction = read_only(database, &Set::from([table.name()]))?;
    let store = store(&transaction, table)?;
    let keys = store.get_all_keys_with_key(range).map_err(|error| error_of(&error))?;
    let values = store.get_all_with_key(range).map_err(|error| error_of(&error))?;
    finished(&transaction).await?;
    Ok(pairs(table, &keys, &values).map(|(place, value)| (place, bytes_of(&value))).collect())
}

/// Places and values that two requests brought.
fn pairs(
    table: Table,
    keys: &IdbRequest,
    values: &IdbRequest,
) -> impl Iterator<Item = (Place, JsValue)> + use<> {
    let (keys, values) = (Array::from(&result(keys)), Array::from(&result(values)));
    let pairs = (0..keys.length()).map(move |at| (place_of(table, &keys.get(at)), values.get(at)));
    pairs.filter_map(|(place, value)| Some((place?, value)))
}
