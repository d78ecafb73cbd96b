//! What an annotation marks, fragment by fragment.

use crate::app::Action;
use crate::ui::kit::{Icon, icon};
use crate::ui::{Dispatch, act};
use crate::words::read as words;
use yew::prelude::*;

/// The quote; each fragment of several can be taken off.
pub(crate) fn quote(quotes: &[String], dispatch: &Dispatch) -> Html {
    let several = quotes.len() > 1;
    let fragment = |(n, text): (usize, &String)| {
        let remove = act(dispatch, Action::RemoveFragment(n));
        html! {
            <div class="fragment" key={n}>
                <blockquote class="quote" dir="auto">{ text }</blockquote>
                if several {
                    <button type="button" class="button button-quiet button-icon" title={words::remove_fragment()}
                        aria-label={words::remove_fragment_nr(n + 1)} onclick={remove}>{ icon(Icon::Close) }</button>
                }
            </div>
        }
    };
    html! { <div class="quotes">{ for quotes.iter().enumerate().map(fragment) }</div> }
}
