//! Keys, drawn as small caps.

use yew::prelude::*;

/// The keys of one chord, side by side.
pub(crate) fn keycaps(caps: &[String]) -> Html {
    html! {
        <kbd class="keys">
            { for caps.iter().map(|cap| html! { <kbd class="keycap">{ cap }</kbd> }) }
        </kbd>
    }
}
