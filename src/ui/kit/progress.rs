//! How far something has come.

use yew::prelude::*;

/// A bar with its name and, beside it, how far in words.
pub(crate) fn progress(name: &str, done: u64, total: u64, words: String) -> Html {
    let max = total.max(1);
    html! {
        <div class="progress">
            <progress aria-label={name.to_owned()} max={max.to_string()} value={done.min(max).to_string()} />
            <span class="figures">{ words }</span>
        </div>
    }
}
