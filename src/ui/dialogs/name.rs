//! The person's name.

use super::use_close;
use crate::app::Action;
use crate::ui::Dispatch;
use crate::ui::kit::{ButtonKind, ButtonProps, Dialog, Field, button};
use yew::prelude::*;

/// Props of [`NameDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct NameDialogProps {
    pub dispatch: Dispatch,
    pub name: AttrValue,
}

/// Changes the name.
#[component]
pub(crate) fn NameDialog(props: &NameDialogProps) -> Html {
    let name = use_state(|| props.name.to_string());
    let onclose = use_close(&props.dispatch);
    let oninput = {
        let name = name.setter();
        use_callback((), move |value, ()| name.set(value))
    };
    let keep = {
        let (dispatch, name) = (props.dispatch.clone(), name.clone());
        Callback::from(move |()| {
            if !name.trim().is_empty() {
                dispatch.emit(Action::Name(Some(name.trim().to_owned())));
                dispatch.emit(Action::CloseDialog);
            }
        })
    };
    let onkeydown = {
        let keep = keep.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                keep.emit(());
            }
        }
    };
    html! {
        <Dialog title="Who is annotating?" onclose={onclose.clone()}
            footer={html! {
                <>
                    { button(ButtonProps {
                        text: "Cancel".into(), kind: ButtonKind::Quiet, onclick: onclose,
                        ..ButtonProps::default()
                    }) }
                    { button(ButtonProps {
                        text: "Keep".into(), kind: ButtonKind::Primary, disabled: name.trim().is_empty(),
                        onclick: keep, ..ButtonProps::default()
                    }) }
                </>
            }}
        >
            <div {onkeydown}>
                <Field label="Name" value={props.name.clone()} {oninput}
                    hint="It stands with each annotation that you make, here and in exported files." />
            </div>
        </Dialog>
    }
}
