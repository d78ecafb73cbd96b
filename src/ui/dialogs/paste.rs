//! Dialog *Paste text*.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Dialog};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Field, Modal};
use crate::words::dialogs as names;
use std::rc::Rc;
use yew::prelude::*;

/// One article from the clipboard.
pub(crate) fn paste_dialog(dispatch: &Dispatch, warning: Warning, title: &str, text: Rc<str>) -> Html {
    let (own_title, own_text) = (title.to_owned(), text.clone());
    let on_title = typed(dispatch, move |title| Dialog::Paste { title, text: own_text.clone() });
    let on_text = typed(dispatch, move |text| Dialog::Paste { title: own_title.clone(), text: text.into() });
    let add = {
        let (dispatch, title, text) = (dispatch.clone(), title.to_owned(), text.clone());
        Callback::from(move |()| dispatch.emit(Action::paste(title.clone(), text.as_ref().to_owned())))
    };
    let empty = text.trim().is_empty();
    let onclose = close(dispatch);
    let add = Button::new(names::add(), add).disabled(empty);
    let modal = Modal {
        key: "paste",
        title: names::paste(),
        warning,
        typed: !empty || !title.is_empty(),
        wide: true,
        onclose: onclose.clone(),
        footer: footer(names::cancel(), onclose, add),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            { Field::new(names::title(), title.to_owned()).oninput(on_title)
                .hint(names::title_hint()).html() }
            { Field::new(names::text(), text).oninput(on_text).rows(12).html() }
        </>
    })
}
