//! A box to tick.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A box to tick with its words beside it.
pub(crate) fn check(
    label: impl Into<AttrValue>,
    checked: bool,
    title: Option<&'static str>,
    onchange: Callback<bool>,
) -> Html {
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onchange.emit(input.checked());
        }
    };
    html! {
        <label class="check" {title}>
            <input type="checkbox" {checked} {onchange} />
            <span dir="auto">{ label.into() }</span>
        </label>
    }
}
