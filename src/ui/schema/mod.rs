//! The screen *Schema*: labels, their attributes and relation types.

use crate::app::{Session, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *Schema*.
pub(crate) fn screen(_state: &State, _session: &Session, _dispatch: &Dispatch, _slots: &Slots) -> Html {
    html! {
        <section class="screen" key="schema">
            <header class="screen-head"><h1>{ words::schema() }</h1></header>
        </section>
    }
}
