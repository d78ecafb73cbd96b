//! Files are being read.

use super::close;
use crate::app::Action;
use crate::ui::kit::{Button, Modal, progress};
use crate::ui::{Dispatch, act};
use crate::words::{self, dialogs as names};
use yew::prelude::*;

/// How far it has come, in bytes, and a way out.
pub(crate) fn reading_dialog(dispatch: &Dispatch, done: u64, total: u64) -> Html {
    let onclose = close(dispatch);
    let stop = act(dispatch, Action::StopReading);
    let far = words::of(&words::bytes(done), &words::bytes(total));
    let modal = Modal {
        key: "reading",
        title: names::reading(),
        guard: true,
        onclose,
        footer: Button::new(names::cancel(), stop).html(),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            { progress(names::reading(), done, total, far) }
            <p class="hint">{ names::reading_hint() }</p>
        </>
    })
}
