//! The clock and chance, which nothing below this layer has.

use crate::model::Timestamp;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

#[wasm_bindgen]
extern "C" {
    /// The one of the page or of the worker.
    #[wasm_bindgen(js_name = setTimeout)]
    pub(super) fn set_timeout(callback: &Function, milliseconds: u32) -> JsValue;

    /// The page's.
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_animation_frame(callback: &Function) -> JsValue;
}

/// Lets the browser do other things for so long at least.
pub async fn pause(milliseconds: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, milliseconds);
    });
    let _waited = JsFuture::from(promise).await;
}

/// Lets the browser do other things, and goes on as soon as it has: a timer waits for some milliseconds more, and for a
/// second where nobody looks at the page.
pub async fn breathe() {
    let Ok(channel) = MessageChannel::new() else { return pause(0).await };
    let (here, there) = (channel.port1(), channel.port2());
    let promise = Promise::new(&mut |resolve, reject| {
        here.set_onmessage(Some(&resolve));
        if let Err(error) = there.post_message(&JsValue::NULL) {
            let _told = reject.call1(&JsValue::NULL, &error);
        }
    });
    let _waited = JsFuture::from(promise).await;
    here.close();
}

/// Lets the browser paint the next frame. A page that is not seen has none: it goes on after a while, when
/// the browser lets a timer run.
pub async fn painted() {
    const PATIENCE: u32 = 100;
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, PATIENCE);
        let behind = Closure::once_into_js(move || set_timeout(&resolve, 0));
        request_animation_frame(behind.unchecked_ref());
    });
    let _waited = JsFuture::from(promise).await;
}

/// The time.
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// A random name of eight letters and digits: about 41 bits, for actors and projects.
pub fn random_name() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        // No browser of the last ten years is without; a name from the clock still tells tabs apart.
        bytes = (js_sys::Date::now() as u64).to_le_bytes();
    }
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}
