//! The note of what is selected.

use crate::app::{Action, NoteAct};
use crate::ui::kit::{Choice, Field, Select, select};
use crate::ui::{Dispatch, focus};
use crate::words::read as words;
use yew::prelude::*;

/// Kept when typing rests, on Ctrl+Enter, and when the focus leaves.
pub(super) fn note(dispatch: &Dispatch, note: &str) -> Html {
    let keep = {
        let (dispatch, before) = (dispatch.clone(), note.to_owned());
        Callback::from(move |text: String| {
            if text != before {
                dispatch.emit(Action::SetNote(text));
            }
        })
    };
    Field::new(words::note(), note.to_owned()).id(focus::NOTE).onchange(keep).rests().rows(2).html()
}

/// Of several annotations whose notes differ: they stay, unless the person chooses that what is typed replaces them.
/// Who reads `along` keeps in the field what is not taken.
pub(super) fn notes(dispatch: &Dispatch, replace: bool, along: bool) -> Html {
    let keep = dispatch.reform(|text| Action::step(NoteAct::Type(text)));
    let choose = dispatch.reform(|way: String| Action::step(NoteAct::Replace(way == REPLACE)));
    let hint = if replace { words::notes_go() } else { words::notes_differ() };
    let way = Select {
        label: words::notes().into(),
        bare: true,
        value: if replace { REPLACE } else { "" },
        choices: vec![Choice::new("", words::add_note()), Choice::new(REPLACE, words::replace_notes())],
        onchange: choose,
    };
    // Kept only as a whole: each time that typing rests would add another line.
    let field = Field::new(words::note(), "").id(focus::NOTE).placeholder(words::several_values()).hint(hint);
    let field = field.onchange(keep).rows(2);
    let field = if along { field } else { field.clears() };
    html! {
        <div class="notes" key="notes">
            { field.html() }
            { select(way) }
        </div>
    }
}

/// What the choice hands over for replacing.
const REPLACE: &str = "replace";
