//! Dialogs: plain functions of the state, which also holds what was typed in them. Which one is open is the state's to
//! say.

mod delete;
mod document;
mod encoding;
mod export;
mod hits;
mod incoming;
mod keyboard;
mod name;
mod palette;
mod paste;
mod projects;
mod reading;

pub(crate) use delete::delete_dialog;
pub(crate) use document::document_dialog;
pub(crate) use export::export_dialog;
pub(crate) use hits::mark_hits_dialog;
pub(crate) use incoming::incoming_dialog;
pub(crate) use keyboard::keyboard_dialog;
pub(crate) use name::name_dialog;
pub(crate) use palette::palette_dialog;
pub(crate) use paste::paste_dialog;
pub(crate) use projects::projects_dialog;
pub(crate) use reading::reading_dialog;

use super::{Dispatch, act};
use crate::app::{Action, Dialog};
use crate::ui::kit::Button;
use yew::prelude::*;

/// What went wrong, to be said in the dialog.
type Warning = Option<AttrValue>;

/// Whether this is a Mac, where Ctrl is ⌘.
fn is_mac() -> bool {
    web_sys::window()
        .and_then(|window| window.navigator().user_agent().ok())
        .is_some_and(|agent| agent.contains("Mac OS"))
}

/// Closes the dialog.
fn close(dispatch: &Dispatch) -> Callback<()> {
    act(dispatch, Action::CloseDialog)
}

/// Puts what was typed into the open dialog.
fn typed(dispatch: &Dispatch, put: impl Fn(String) -> Dialog + 'static) -> Callback<String> {
    dispatch.reform(move |text| Action::Typed(put(text)))
}

/// The way out, and the button that goes on.
fn footer(out: &'static str, onclose: Callback<()>, on: Button) -> Html {
    html! {
        <>
            { Button::new(out, onclose).quiet().html() }
            { on.primary().html() }
        </>
    }
}
