//! The screen *Settings*: what the person chooses for this browser.

use crate::app::{Session, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *Settings*.
pub(crate) fn screen(_state: &State, _session: &Session, _dispatch: &Dispatch, _slots: &Slots) -> Html {
    html! {
        <section class="screen" key="settings">
            <header class="screen-head"><h1>{ words::settings() }</h1></header>
        </section>
    }
}
