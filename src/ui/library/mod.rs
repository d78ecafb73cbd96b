//! The screen *Library*: the documents of the project, how far the work on them has come, and what can be done with
//! several at once.

mod progress;
mod row;
mod status;
mod table;
mod tools;

pub(crate) use status::status_select;
pub(crate) use table::screen;

use super::Dispatch;
use crate::app::{Action, LibraryAct};
use yew::prelude::*;

/// For a control that does one thing in the library.
fn act<E: 'static>(dispatch: &Dispatch, act: LibraryAct) -> Callback<E> {
    dispatch.reform(move |_| Action::step(act.clone()))
}
