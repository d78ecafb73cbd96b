//! Everything that Postil keeps in this browser: what there is of it, and its removal. And what this browser does not
//! offer here.

use crate::browser::chance::{pause, set_timeout};
use crate::browser::idb::{DATABASE, room};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::IdbFactory;

/// What the names of all that is Postil's begin with.
const OURS: &str = "postil";

/// How long the browser may take to answer, and other tabs to let go of a database, in milliseconds: what is left then is
/// said.
const PATIENCE: u32 = 3_000;

/// What stands in this browser for this site; only what is Postil's, where other programs live beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Databases, caches, entries of the local storage, by name.
    pub names: Vec<String>,
    /// Service workers.
    pub workers: u32,
    /// Bytes that the browser counts for the whole site, with what it frees later.
    pub used: Option<u64>,
}

/// What a page can lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It came over plain http.
    Secure,
    /// No service worker: nothing works without the network.
    Offline,
    /// The browser cannot be asked to keep the data.
    Lasting,
    /// No locks: tabs find each other more slowly.
    Locks,
}

fn get(target: &JsValue, key: &str) -> JsValue {
    Reflect::get(target, &key.into()).unwrap_or_default()
}

fn navigator(key: &str) -> JsValue {
    get(&get(&js_sys::global(), "navigator"), key)
}

/// Calls a method; what it promised, or what it answered. `None` where there is none, or it fails.
async fn call(target: &JsValue, method: &str, argument: Option<&str>) -> Option<JsValue> {
    answer(start(target, method, argument)?).await
}

fn start(target: &JsValue, method: &str, argument: Option<&str>) -> Option<JsValue> {
    let function: Function = get(target, method).dyn_into().ok()?;
    match argument {
        Some(argument) => function.call1(target, &argument.into()).ok(),
        None => function.call0(target).ok(),
    }
}

/// What was promised; given up where it does not come.
async fn answer(answer: JsValue) -> Option<JsValue> {
    match answer.dyn_into::<Promise>() {
        Ok(promise) => {
            let patience = Promise::new(&mut |resolve, _| {
                set_timeout(&resolve, PATIENCE);
            });
            JsFuture::from(Promise::race(&Array::of2(&promise, &patience))).await.ok()
        }
        Err(answer) => Some(answer),
    }
}

/// What this page lacks here.
pub fn lacks() -> Vec<Lack> {
    let secure = get(&js_sys::global(), "isSecureContext").is_truthy();
    let there = [
        (Lack::Secure, secure),
        (Lack::Offline, navigator("serviceWorker").is_object()),
        (Lack::Lasting, get(&navigator("storage"), "persist").is_function()),
        (Lack::Locks, navigator("locks").is_object()),
    ];
    there.into_iter().filter(|(_, there)| !there).map(|(lack, _)| lack).collect()
}

/// What is there now.
pub async fn left() -> Left {
    let mut names = databases().await;
    names.extend(caches().await);
    names.extend(kept());
    let workers = registrations().await.len() as u32;
    Left { names, workers, used: room().await.map(|room| room.used) }
}

/// Removes all of it. The connection of each tab closes by itself.
pub async fn erase() {
    for name in kept() {
        if let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.local_storage()) {
            let _ = storage.remove_item(&name);
        }
    }
    // A browser that is still taking a version in ends that first: it is told now, and waited for last.
    let workers = registrations().await;
    let ending: Vec<_> = workers.iter().filter_map(|one| start(one, "unregister", None)).collect();
    delete_caches().await;
    let mut names = databases().await;
    // Not every browser lists them.
    if names.is_empty() {
        names.push(DATABASE.to_owned());
    }
    for name in names {
        delete_database(&name).await;
    }
    for ended in ending {
        answer(ended).await;
    }
    // What came in meanwhile.
    delete_caches().await;
}

async fn delete_caches() {
    let all = get(&js_sys::global(), "caches");
    for name in caches().await {
        call(&all, "delete", Some(&name)).await;
    }
}

fn strings(list: &JsValue) -> Vec<String> {
    let ours = |name: &String| name.starts_with(OURS);
    Array::from(list).iter().filter_map(|name| name.as_string()).filter(ours).collect()
}

async fn databases() -> Vec<String> {
    let listed = call(&get(&js_sys::global(), "indexedDB"), "databases", None).await.unwrap_or_default();
    if !listed.is_object() {
        return Vec::new();
    }
    let names: Array = Array::from(&listed).iter().map(|one| get(&one, "name")).collect();
    strings(&names)
}

async fn caches() -> Vec<String> {
    let listed = call(&get(&js_sys::global(), "caches"), "keys", None).await.unwrap_or_default();
    if listed.is_object() { strings(&listed) } else { Vec::new() }
}

fn kept() -> Vec<String> {
    let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.local_storage()) else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    let names = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    names.filter(|name| name.starts_with(OURS)).collect()
}

/// The service workers of this page's own folder.
async fn registrations() -> Vec<JsValue> {
    let Some(base) = web_sys::window().and_then(|window| window.location().href().ok()) else {
        return Vec::new();
    };
    let listed = call(&navigator("serviceWorker"), "getRegistrations", None).await.unwrap_or_default();
    if !listed.is_object() {
        return Vec::new();
    }
    let own = |one: &JsValue| get(one, "scope").as_string().is_some_and(|scope| base.starts_with(&scope));
    Array::from(&listed).iter().filter(own).collect()
}

async fn delete_database(name: &str) {
    let Ok(factory) = get(&js_sys::global(), "indexedDB").dyn_into::<IdbFactory>() else { return };
    let Ok(request) = factory.delete_database(name) else { return };
    let done = Promise::new(&mut |resolve, _| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
        // Where a tab does not let go what is left is said.
        spawn_local(async move {
            pause(PATIENCE).await;
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    let _ended = JsFuture::from(done).await;
}
