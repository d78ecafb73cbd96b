//! Opening, transactions and errors of IndexedDB, as futures and [`StorageError`]s.

use crate::browser::chance::set_timeout;
use crate::sorted::Set;
use crate::storage::{StorageError, Table};
use crate::words::storage as said;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Weak;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The version of the database: one more whenever a table is added, or a value gets a form that an earlier build does
/// not read (2: states whose annotations stand apart; 3: long values in parts).
const VERSION: u32 = 3;

/// How long another tab may take to let go of an older version, in milliseconds.
const PATIENCE: u32 = 4_000;

#[wasm_bindgen]
extern "C" {
    /// The database with the form of `transaction` that takes options.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction_with(
        this: &Database,
        tables: &Array,
        mode: &str,
        options: &JsValue,
    ) -> Result<Transaction, JsValue>;

    /// A transaction that says how durable it is.
    #[wasm_bindgen(extends = IdbTransaction)]
    type Transaction;

    #[wasm_bindgen(method, getter)]
    fn durability(this: &Transaction) -> Option<String>;
}

/// An open connection and what listens to its end.
pub(super) struct Opened {
    pub(super) database: IdbDatabase,
    _on_version_change: Closure<dyn FnMut()>,
    _on_close: Closure<dyn FnMut()>,
}

impl Drop for Opened {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        // Nobody else would let go of it when another version comes, or when it is deleted.
        self.database.close();
    }
}

/// Opens the database, and makes the tables that it lacks. When the browser closes it, or another tab needs a newer
/// version, `slot` is emptied.
pub(super) async fn open(name: &str, slot: Weak<RefCell<Option<Opened>>>) -> Result<Opened, StorageError> {
    let unavailable = |error: JsValue| StorageError::Unavailable(message_of(&error));
    let factory: IdbFactory = Reflect::get(&js_sys::global(), &"indexedDB".into())
        .map_err(unavailable)?
        .dyn_into()
        .map_err(|_| StorageError::Unavailable(said::no_database().to_owned()))?;
    let request = factory.open_with_u32(name, VERSION).map_err(unavailable)?;
    let upgrade = {
        let request = request.clone();
        Closure::once(move || make_tables(&request))
    };
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let mut patience = None;
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        let give_up = Closure::once(move || {
            let blocked = reject.bind1(&JsValue::NULL, &"blocked".into());
            set_timeout(blocked.unchecked_ref(), PATIENCE);
        });
        request.set_onblocked(Some(give_up.as_ref().unchecked_ref()));
        patience = Some(give_up);
    });
    let outcome = JsFuture::from(promise).await;
    request.set_onblocked(None);
    drop((upgrade, patience));
    match outcome {
        Ok(_) => {}
        Err(why) if why.as_string().is_some() => return Err(StorageError::Blocked),
        Err(_) => return Err(request.error().ok().flatten().map_or_else(unknown, |error| error_of(&error))),
    }
    let database: IdbDatabase =
        request.result().map_err(|error| error_of(&error))?.dyn_into().map_err(|_| unknown())?;
    Ok(listen(database, slot))
}

fn listen(database: IdbDatabase, slot: Weak<RefCell<Option<Opened>>>) -> Opened {
    let forget = move || {
        // Taken out here and dropped by a task, because dropping a closure inside its own call is not allowed.
        if let Some(opened) = slot.upgrade().and_then(|slot| slot.take()) {
            opened.database.close();
            wasm_bindgen_futures::spawn_local(async move { drop(opened) });
        }
    };
    let on_version_change: Closure<dyn FnMut()> = Closure::new(forget.clone());
    let on_close: Closure<dyn FnMut()> = Closure::new(forget);
    database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
    database.set_onclose(Some(on_close.as_ref().unchecked_ref()));
    Opened { database, _on_version_change: on_version_change, _on_close: on_close }
}

fn make_tables(request: &IdbOpenDbRequest) {
    let Ok(Ok(database)) = request.result().map(JsCast::dyn_into::<IdbDatabase>) else { return };
    let there = database.object_store_names();
    for table in Table::ALL {
        if !there.contains(table.name()) {
            // If this fails the opening fails, and says why.
            let _made = database.create_object_store(table.name());
        }
    }
}

/// Begins a transaction; says what the browser promises of its durability.
pub(super) fn transaction(
    database: &IdbDatabase,
    tables: &Set<&'static str>,
    mode: &str,
) -> Result<(IdbTransaction, Option<String>), StorageError> {
    let tables: Array = tables.iter().map(|table| JsValue::from_str(table)).collect();
    let options = Object::new();
    if mode == "readwrite" {
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(|error| error_of(&error))?;
    }
    let database: &Database = database.unchecked_ref();
    let transaction = database.transaction_with(&tables, mode, &options).map_err(|error| error_of(&error))?;
    let durability = transaction.durability();
    Ok((transaction.unchecked_into(), durability))
}

/// Ends when the transaction has: it is on the disk, or nothing of it is. Listens from the call on.
pub(super) fn finished(
    transaction: &IdbTransaction,
) -> impl Future<Output = Result<(), StorageError>> + use<> {
    let transaction = transaction.clone();
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let promise = JsFuture::from(promise);
    async move {
        let outcome = promise.await;
        transaction.set_oncomplete(None);
        transaction.set_onabort(None);
        match outcome {
            Ok(_) => Ok(()),
            // Without an error nobody but the browser ended it.
            Err(_) => Err(transaction
                .error()
                .map_or_else(|| StorageError::Closed(said::ended().to_owned()), |error| error_of(&error))),
        }
    }
}

/// Whether a request succeeds. One more can be made in its transaction right after that, before anything else is waited
/// for.
pub(super) async fn succeeded(request: &IdbRequest) -> bool {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let outcome = JsFuture::from(promise).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    outcome.is_ok()
}

fn text_of(error: &JsValue, key: &str) -> String {
    Reflect::get(error, &key.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn message_of(error: &JsValue) -> String {
    let (name, message) = (text_of(error, "name"), text_of(error, "message"));
    if message.is_empty() { name } else { format!("{name}: {message}") }
}

fn unknown() -> StorageError {
    StorageError::Failed(said::says_nothing().to_owned())
}

/// What an exception of the database means.
pub(super) fn error_of(error: &JsValue) -> StorageError {
    match text_of(error, "name").as_str() {
        "QuotaExceededError" => StorageError::Quota,
        "VersionError" => StorageError::Newer,
        "SecurityError" | "NotAllowedError" => StorageError::Unavailable(message_of(error)),
        // A connection that is gone, or that goes in the middle of a transaction.
        "InvalidStateError" | "AbortError" | "UnknownError" => StorageError::Closed(message_of(error)),
        _ => StorageError::Failed(message_of(error)),
    }
}
