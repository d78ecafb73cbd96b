//! Dialog *Paste text*.

use super::use_close;
use crate::app::Action;
use crate::ui::Dispatch;
use crate::ui::kit::{ButtonKind, ButtonProps, Dialog, Field, button};
use yew::prelude::*;

/// Props of [`PasteDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct PasteDialogProps {
    pub dispatch: Dispatch,
}

/// One article from the clipboard.
#[component]
pub(crate) fn PasteDialog(props: &PasteDialogProps) -> Html {
    let title = use_state(String::new);
    let text = use_state(String::new);
    let onclose = use_close(&props.dispatch);
    let on_title = {
        let title = title.setter();
        use_callback((), move |value, ()| title.set(value))
    };
    let on_text = {
        let text = text.setter();
        use_callback((), move |value, ()| text.set(value))
    };
    let add = {
        let (dispatch, title, text) = (props.dispatch.clone(), title.clone(), text.clone());
        Callback::from(move |()| dispatch.emit(Action::Paste((*title).clone(), (*text).clone())))
    };
    let empty = text.trim().is_empty();
    html! {
        <Dialog title="Paste text" guard={!empty || !title.is_empty()} onclose={onclose.clone()} wide={true}
            footer={html! {
                <>
                    { button(ButtonProps {
                        text: "Cancel".into(), kind: ButtonKind::Quiet, onclick: onclose,
                        ..ButtonProps::default()
                    }) }
                    { button(ButtonProps {
                        text: "Add".into(), kind: ButtonKind::Primary, disabled: empty, onclick: add,
                        ..ButtonProps::default()
                    }) }
                </>
            }}
        >
            <Field label="Title" value={(*title).clone()} oninput={on_title}
                hint="Left empty, the first line of the text becomes the title." />
            <Field label="Text" value={(*text).clone()} oninput={on_text} rows={12} />
        </Dialog>
    }
}
