//! How much room the browser gives, and whether it promises to keep what is there.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// How much room there is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Used by this site.
    pub used: u64,
    /// What it may use in all.
    pub quota: u64,
}

/// Calls a method of `navigator.storage`; `None` where there is none (plain http, old browsers) or it fails.
async fn ask(method: &str) -> Option<JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let function: js_sys::Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Asks the browser to keep the data of this site until the person deletes it; its answer, or `None` where it cannot
/// be asked. Firefox asks the person, and does not answer before they do: wait for it beside the work, not before it.
pub async fn persist() -> Option<bool> {
    ask("persist").await?.as_bool()
}

/// Whether the browser keeps the data of this site until the person deletes it; `None` where it does not say.
pub async fn persisted() -> Option<bool> {
    ask("persisted").await?.as_bool()
}

/// How much room there is; `None` where the browser does not say.
pub async fn room() -> Option<Room> {
    let estimate = ask("estimate").await?;
    let number = |key: &str| Reflect::get(&estimate, &key.into()).ok()?.as_f64();
    Some(Room { used: number("usage")? as u64, quota: number("quota")? as u64 })
}

/// Whether the browser has a store of files for pages and refuses it to this one: Firefox and Safari do so in private
/// windows.
pub async fn refuses_files() -> bool {
    let method = "getDirectory";
    let there = Reflect::get(&js_sys::global(), &"navigator".into())
        .and_then(|navigator| Reflect::get(&navigator, &"storage".into()))
        .and_then(|storage| Reflect::get(&storage, &method.into()));
    there.is_ok_and(|there| there.is_function()) && ask(method).await.is_none()
}
