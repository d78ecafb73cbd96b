//! The region that screen readers read out.

use yew::prelude::*;

/// Says what changes in it. Two lines take turns, because the same words in the same place are not said again:
/// `serial` counts up, so that the same words twice are said twice.
pub(crate) fn live_region(serial: u64, text: &str) -> Html {
    let (even, odd) = if serial.is_multiple_of(2) { (text, "") } else { ("", text) };
    html! {
        <div class="visually-hidden" aria-live="polite" aria-atomic="false">
            <p>{ even }</p>
            <p>{ odd }</p>
        </div>
    }
}
