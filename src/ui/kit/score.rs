//! A share of a whole: a bar, and the number beside it.

use yew::prelude::*;

/// So many hundredths as a bar, with its number in words.
pub(crate) fn score(share: u8, text: String) -> Html {
    html! {
        <span class="score">
            <span class="score-bar" aria-hidden="true" ~style={format!("--share: {share}%")}></span>
            <span class="figures">{ text }</span>
        </span>
    }
}
