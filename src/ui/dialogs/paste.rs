//! Dialog *Paste text*.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Dialog};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Field, Modal};
use std::rc::Rc;
use yew::prelude::*;

/// One article from the clipboard.
pub(crate) fn paste_dialog(dispatch: &Dispatch, warning: Warning, title: &str, text: Rc<str>) -> Html {
    let (own_title, own_text) = (title.to_owned(), text.clone());
    let on_title = typed(dispatch, move |title| Dialog::Paste { title, text: own_text.clone() });
    let on_text = typed(dispatch, move |text| Dialog::Paste { title: own_title.clone(), text: text.into() });
    let add = {
        let (dispatch, title, text) = (dispatch.clone(), title.to_owned(), text.clone());
        Callback::from(move |()| dispatch.emit(Action::Paste(title.clone(), text.as_ref().to_owned())))
    };
    let empty = text.trim().is_empty();
    let onclose = close(dispatch);
    let add = Button::new("Add", add).disabled(empty);
    let modal = Modal {
        key: "paste",
        title: "Paste text",
        warning,
        guard: !empty || !title.is_empty(),
        wide: true,
        onclose: onclose.clone(),
        footer: footer("Cancel", onclose, add),
    };
    modal.html(html! {
        <>
            { Field::new("Title", title.to_owned()).oninput(on_title)
                .hint("Left empty, the first line of the text becomes the title.").html() }
            { Field::new("Text", text).oninput(on_text).rows(12).html() }
        </>
    })
}
