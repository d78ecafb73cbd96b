//! The clipboard, to write to.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard; false where the browser does not let it. The browser is asked at once, while it knows
/// that a person wants it; the answer can be awaited later.
pub fn write(text: &str) -> impl Future<Output = bool> + use<> {
    let asked = ask(text);
    async move {
        match asked {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        }
    }
}

/// By name: a page that came over plain http has no clipboard at all.
fn ask(text: &str) -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    write.call1(&clipboard, &text.into())?.dyn_into()
}
