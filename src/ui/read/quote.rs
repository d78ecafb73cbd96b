//! What an annotation marks, fragment by fragment.

use crate::app::Action;
use crate::ui::Dispatch;
use crate::ui::kit::{Icon, icon};
use yew::prelude::*;

/// Props of [`Quote`].
#[derive(Properties, PartialEq)]
pub(crate) struct QuoteProps {
    pub quotes: Vec<String>,
    pub dispatch: Dispatch,
}

/// The quote; each fragment of several can be taken off.
#[component]
pub(crate) fn Quote(props: &QuoteProps) -> Html {
    let several = props.quotes.len() > 1;
    let fragment = |(n, quote): (usize, &String)| {
        let remove = {
            let dispatch = props.dispatch.clone();
            move |_: MouseEvent| dispatch.emit(Action::RemoveFragment(n))
        };
        html! {
            <div class="fragment" key={n}>
                <blockquote class="quote" dir="auto">{ quote }</blockquote>
                if several {
                    <button type="button" class="button button-quiet button-icon" title="Take this fragment off"
                        aria-label={format!("Remove fragment {}", n + 1)} onclick={remove}>{ icon(Icon::Close) }</button>
                }
            </div>
        }
    };
    html! { <div class="quotes">{ for props.quotes.iter().enumerate().map(fragment) }</div> }
}
