//! What stands where nothing is yet.

use yew::prelude::*;

/// A heading and what to do next.
pub(crate) fn empty_state(heading: &str, body: Html) -> Html {
    html! {
        <div class="empty">
            <p class="empty-heading">{ heading }</p>
            { body }
        </div>
    }
}
