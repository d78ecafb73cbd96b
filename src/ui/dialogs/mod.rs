//! Dialogs. Which one is open is the state's to say.

mod document;
mod encoding;
mod export;
mod incoming;
mod keyboard;
mod name;
mod paste;
mod projects;
mod reading;

pub(crate) use document::DocumentDialog;
pub(crate) use export::{ExportDialog, ScopeRow};
pub(crate) use incoming::IncomingDialog;
pub(crate) use keyboard::keyboard_dialog;
pub(crate) use name::NameDialog;
pub(crate) use paste::PasteDialog;
pub(crate) use projects::ProjectsDialog;
pub(crate) use reading::reading_dialog;

use super::Dispatch;
use crate::app::Action;
use yew::prelude::*;

/// Closes the dialog.
fn close(dispatch: &Dispatch) -> Callback<()> {
    let dispatch = dispatch.clone();
    Callback::from(move |()| dispatch.emit(Action::CloseDialog))
}

/// [`close`], the same one at each render.
#[hook]
fn use_close(dispatch: &Dispatch) -> Callback<()> {
    use_callback(dispatch.clone(), |(), dispatch| dispatch.emit(Action::CloseDialog))
}
