//! The screen *Settings*: what a person chooses for this browser, whichever project is open.

mod data;
mod folder;
mod hints;
mod key;
mod keys;
mod language;
mod look;
mod transfer;

pub(super) use data::erase_dialog;
pub(super) use key::key_dialog;

use crate::app::{Action, HEADING, Session, Settings, State};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The screen *Settings*.
pub(crate) fn screen(state: &State, _session: &Session, dispatch: &Dispatch, _slots: &Slots) -> Html {
    let settings = &state.settings;
    html! {
        <section class="screen settings" key="settings">
            <header class="screen-head"><h1 id={HEADING}>{ words::settings() }</h1></header>
            { look::section(settings, language::choice(state, dispatch), dispatch) }
            { look::marking(settings, dispatch) }
            { hints::section(settings, dispatch) }
            { keys::section(settings, dispatch) }
            { transfer::section(dispatch) }
            { folder::section(state, dispatch) }
            { data::section(state, dispatch) }
        </section>
    }
}

/// What makes other settings of these.
fn change<T: 'static>(
    settings: &Settings,
    dispatch: &Dispatch,
    change: impl Fn(&mut Settings, T) + 'static,
) -> Callback<T> {
    let settings = settings.clone();
    dispatch.reform(move |value| {
        let mut settings = settings.clone();
        change(&mut settings, value);
        Action::Settings(Box::new(settings))
    })
}
