//! The note of what is selected.

use crate::app::Action;
use crate::ui::kit::Field;
use crate::ui::{Dispatch, focus};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long typing must rest before the note is kept, in milliseconds.
const REST: u32 = 1_200;

/// Props of [`Note`].
#[derive(Properties, PartialEq)]
pub(crate) struct NoteProps {
    pub dispatch: Dispatch,
    pub note: AttrValue,
}

/// Kept after a pause, on Ctrl+Enter, and when the focus leaves. A timer that still runs when another annotation is
/// selected is dropped: the focus has left then, and the note is kept already.
#[component]
pub(crate) fn Note(props: &NoteProps) -> Html {
    let timer = use_mut_ref(|| None::<Timeout>);
    let keep = use_callback((props.dispatch.clone(), props.note.clone()), {
        let timer = timer.clone();
        move |text: String, (dispatch, before)| {
            timer.borrow_mut().take();
            if text != **before {
                dispatch.emit(Action::SetNote(text));
            }
        }
    });
    {
        let timer = timer.clone();
        use_effect_with((), move |()| move || drop(timer.borrow_mut().take()));
    }
    let oninput = {
        let (keep, timer) = (keep.clone(), timer.clone());
        Callback::from(move |text: String| {
            let keep = keep.clone();
            *timer.borrow_mut() = Some(Timeout::new(REST, move || keep.emit(text)));
        })
    };
    html! {
        <Field label="Note" id={focus::NOTE} value={props.note.clone()} {oninput} onchange={keep} rows={2} />
    }
}
