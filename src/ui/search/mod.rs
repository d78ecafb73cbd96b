//! The screen *Search*: words in all articles of the project.

use crate::app::{Session, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *Search*.
pub(crate) fn screen(_state: &State, _session: &Session, _dispatch: &Dispatch, _slots: &Slots) -> Html {
    html! {
        <section class="screen" key="search">
            <header class="screen-head"><h1>{ words::search() }</h1></header>
        </section>
    }
}
