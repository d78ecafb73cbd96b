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

/// The key of a label, in capitals as on the keyboard: the style sheet knows those of all scripts.
pub(crate) fn letter_cap(key: char) -> Html {
    html! { <kbd class="keys"><kbd class="keycap keycap-letter">{ key }</kbd></kbd> }
}

/// Whether this is a Mac, where Ctrl is ⌘.
pub(crate) fn is_mac() -> bool {
    gloo_utils::window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}
