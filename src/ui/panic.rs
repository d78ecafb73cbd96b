//! When the code breaks down: a wasm panic kills the app, so a plain banner says up to when all is saved, and offers
//! to load the page again. Made of plain elements, because Yew is dead by then.

use crate::browser::language::locale;
use crate::model::Timestamp;
use crate::words;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

thread_local! {
    static SAVED: Cell<Option<Timestamp>> = const { Cell::new(None) };
}

/// Up to now all is saved.
pub(super) fn saved(now: Timestamp) {
    SAVED.set(Some(now));
}

/// Puts the banner in place of the default, which says nothing to a person. Through Yew, which would put its own in the
/// place of any other when the app is rendered.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let _ = show();
    }));
}

fn show() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let text = match SAVED.get() {
        Some(time) => {
            let time = js_sys::Date::new(&JsValue::from_f64(time.0 as f64)).to_locale_time_string(&locale());
            words::storage::stopped_saved_to(&String::from(time))
        }
        None => words::storage::stopped().to_owned(),
    };
    let banner = document.create_element("div")?;
    banner.set_class_name("panic");
    banner.set_attribute("role", "alert")?;
    let said = document.create_element("p")?;
    said.set_text_content(Some(&text));
    let button = document.create_element("button")?;
    button.set_text_content(Some(words::frame::load_again()));
    let reload = wasm_bindgen::prelude::Closure::once_into_js(|| {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    });
    button.add_event_listener_with_callback("click", reload.unchecked_ref())?;
    banner.append_child(&said)?;
    banner.append_child(&button)?;
    body.append_child(&banner)?;
    button.unchecked_ref::<HtmlElement>().focus()
}
