//! A field for one more of a list, with a button beside it.

use crate::ui::kit::Field;
use crate::ui::typed;
use crate::words::schema as words;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// The field adds what is typed on Enter and when the focus leaves it. The button, whose whole name says what it adds,
/// does so too, and leaves the focus in the field for the next one.
pub(super) fn adds(field: Field, name: &'static str, add: Callback<String>) -> Html {
    let field = field.clears().onchange(add);
    let onclick = move |event: MouseEvent| {
        let Some(input) = beside(&event) else { return };
        if !input.value().trim().is_empty() {
            typed::take_one(&input);
        }
        let _ = input.focus();
    };
    // Else the field would lose the focus and add, and the button be elsewhere when it is let go.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    html! {
        <div class="field-adds">
            { field.html() }
            <button type="button" class="button" aria-label={name} {onclick} {onmousedown}>
                <span>{ words::add() }</span>
            </button>
        </div>
    }
}

/// The input of the field that a button stands beside.
fn beside(event: &MouseEvent) -> Option<HtmlInputElement> {
    let button: Element = event.target()?.dyn_into().ok()?;
    let place = button.closest(".field-adds").ok()??;
    place.query_selector("input").ok()??.dyn_into().ok()
}
