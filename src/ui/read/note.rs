//! The note of what is selected.

use crate::app::Action;
use crate::ui::kit::Field;
use crate::ui::{Dispatch, focus};
use crate::words::read as words;
use yew::prelude::*;

/// Kept when typing rests, on Ctrl+Enter, and when the focus leaves.
pub(super) fn note(dispatch: &Dispatch, note: &str) -> Html {
    let keep = {
        let (dispatch, before) = (dispatch.clone(), note.to_owned());
        // What shows no note may stand for several different ones: those stay.
        Callback::from(move |text: String| {
            if text != before {
                dispatch.emit(Action::SetNote(text));
            }
        })
    };
    Field::new(words::note(), note.to_owned()).id(focus::NOTE).onchange(keep).rests().rows(2).html()
}
