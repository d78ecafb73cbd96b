//! The screen *Settings*: what the person chooses for this browser.

mod language;

use crate::app::{Session, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *Settings*.
pub(crate) fn screen(state: &State, _session: &Session, dispatch: &Dispatch, _slots: &Slots) -> Html {
    html! {
        <section class="screen" key="settings">
            <header class="screen-head"><h1>{ words::settings() }</h1></header>
            { language::choice(state, dispatch) }
        </section>
    }
}
