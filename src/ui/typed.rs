//! What is typed in a field and not taken yet: fields take it when typing rests, on Enter, and when the focus leaves. A
//! page that is left, or goes back, must not lose it, and must not call it saved.

use super::kit::on_escape;
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, KeyboardEvent};
use yew::Callback;

/// The attribute of a field with something typed in it that is not taken.
const TYPED: &str = "data-typed";
/// Its value where a pause in typing is enough for it to be taken.
const RESTS: &str = "rests";

/// Notes that something was typed.
pub(super) fn begin(field: &Element, rests: bool) {
    let _ = field.set_attribute(TYPED, if rests { RESTS } else { "" });
}

/// Notes that it was taken.
pub(super) fn end(field: &Element) {
    let _ = field.remove_attribute(TYPED);
}

/// Whether a field of the page holds something that is not taken; those of a dialog are taken or not with the dialog.
pub(super) fn waits(field: &Element) -> bool {
    field.has_attribute(TYPED) && field.closest("dialog").is_ok_and(|dialog| dialog.is_none())
}

/// Whether any does.
pub(super) fn any() -> bool {
    fields("").iter().any(waits)
}

/// Takes what is typed, as if the focus left, but in dialogs; says whether there was anything, there too.
pub(super) fn take_all() -> bool {
    let fields = fields("");
    fields.iter().filter(|field| waits(field)).for_each(take_one);
    !fields.is_empty()
}

/// On the element around what a key closes: Escape closes it, and what is typed in a field that goes is taken before.
pub(super) fn closes(close: &Callback<()>) -> Callback<KeyboardEvent> {
    let close = close.clone();
    on_escape(true, move |_| {
        take_all();
        close.emit(());
    })
}

/// Takes what is taken anyway as soon as typing rests.
pub(super) fn take_resting() {
    fields(RESTS).iter().for_each(take_one);
}

/// Takes what is typed in a field.
pub(super) fn take_one(field: &Element) {
    let change = EventInit::new();
    change.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("change", &change) {
        let _ = field.dispatch_event(&event);
    }
}

fn fields(value: &str) -> Vec<Element> {
    let is = if value.is_empty() { String::new() } else { format!("={value}") };
    let Ok(found) = document().query_selector_all(&format!("[{TYPED}{is}]")) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
