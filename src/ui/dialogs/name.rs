//! The person's name.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Dialog};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Dialog as Modal, Field, on_enter};
use yew::prelude::*;

/// Changes the name.
pub(crate) fn name_dialog(dispatch: &Dispatch, warning: Warning, name: &str) -> Html {
    let keep = {
        let (dispatch, name) = (dispatch.clone(), name.trim().to_owned());
        Callback::from(move |()| {
            if !name.is_empty() {
                dispatch.emit(Action::Name(Some(name.clone())));
            }
        })
    };
    let onclose = close(dispatch);
    let on = Button::new("Keep", keep.clone()).disabled(name.trim().is_empty());
    html! {
        <Modal key="name" {warning} title="Who is annotating?" onclose={onclose.clone()} footer={footer("Cancel", onclose, on)}>
            <div onkeydown={on_enter(keep)}>
                <Field label="Name" value={name.to_owned()} oninput={typed(dispatch, Dialog::Name)}
                    hint="It stands with each annotation that you make, here and in exported files." />
            </div>
        </Modal>
    }
}
