//! Files are being read.

use super::use_close;
use crate::app::Action;
use crate::ui::kit::{Button, Dialog, progress};
use crate::ui::{Dispatch, words};
use yew::prelude::*;

/// Props of [`ReadingDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct ReadingDialogProps {
    pub dispatch: Dispatch,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// How far it has come, and a way out.
#[component]
pub(crate) fn ReadingDialog(props: &ReadingDialogProps) -> Html {
    let onclose = use_close(&props.dispatch);
    let stop = use_callback(props.dispatch.clone(), |(), dispatch| dispatch.emit(Action::StopReading));
    let words = format!("{} of {}", words::bytes(props.done), words::bytes(props.total));
    html! {
        <Dialog title="Reading files" guard={true} {onclose}
            footer={html! { <Button text="Cancel" onclick={stop} /> }}
        >
            { progress("Reading files", props.done as f64, props.total as f64, words) }
            <p class="hint">{ "Nothing is added before you have seen what was found." }</p>
        </Dialog>
    }
}
