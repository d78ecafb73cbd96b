//! The person's name.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Dialog};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Field, Modal, on_enter};
use crate::words::{dialogs as names, frame};
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
    let on = Button::new(frame::keep(), keep.clone()).disabled(name.trim().is_empty());
    let modal = Modal {
        key: "name",
        title: frame::who_question(),
        warning,
        onclose: onclose.clone(),
        footer: footer(names::cancel(), onclose, on),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <div onkeydown={on_enter(keep)}>
                { Field::new(names::name(), name.to_owned()).oninput(typed(dispatch, Dialog::Name))
                    .hint(names::name_hint()).html() }
            </div>
        </>
    })
}
