//! Files are being read.

use super::close;
use crate::app::Action;
use crate::ui::kit::{Button, Modal, progress};
use crate::ui::{Dispatch, act};
use crate::words;
use yew::prelude::*;

/// How far it has come, in bytes, and a way out.
pub(crate) fn reading_dialog(dispatch: &Dispatch, done: u64, total: u64) -> Html {
    let onclose = close(dispatch);
    let stop = act(dispatch, Action::StopReading);
    let words = format!("{} of {}", words::bytes(done), words::bytes(total));
    let modal = Modal {
        key: "reading",
        title: "Reading files",
        guard: true,
        onclose,
        footer: Button::new("Cancel", stop).html(),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            { progress("Reading files", done, total, words) }
            <p class="hint">{ "Nothing is added before you have seen what was found." }</p>
        </>
    })
}
