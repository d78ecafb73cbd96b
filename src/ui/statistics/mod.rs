//! The screen *Statistics*: counts and plots.

use crate::app::{Session, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *Statistics*.
pub(crate) fn screen(_state: &State, _session: &Session, _dispatch: &Dispatch, _slots: &Slots) -> Html {
    html! {
        <section class="screen" key="statistics">
            <header class="screen-head"><h1>{ words::statistics() }</h1></header>
        </section>
    }
}
