//! The screen *History*: what was done when.

use crate::app::{Session, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *History*.
pub(crate) fn screen(_state: &State, _session: &Session, _dispatch: &Dispatch, _slots: &Slots) -> Html {
    html! {
        <section class="screen" key="history">
            <header class="screen-head"><h1>{ words::history() }</h1></header>
        </section>
    }
}
