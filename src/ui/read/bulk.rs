//! Several annotations at once.

use super::inspector::labels;
use super::note::Note;
use crate::app::{Action, Bulk, Command};
use crate::model::{LabelId, Schema};
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Choice, Icon, Select};
use crate::ui::{Dispatch, words};
use yew::prelude::*;

/// Each change is one act for all of them.
pub(crate) fn several(dispatch: &Dispatch, schema: &Schema, bulk: &Bulk) -> Html {
    let Bulk { count, label, note, unsure } = bulk;
    let relabel = {
        let dispatch = dispatch.clone();
        Callback::from(move |id: String| {
            if !id.is_empty() {
                dispatch.emit(Action::Relabel(LabelId::new(id)));
            }
        })
    };
    let set_unsure = {
        let (dispatch, to) = (dispatch.clone(), !*unsure);
        Callback::from(move |()| dispatch.emit(Action::SetUnsure(to)))
    };
    let clear = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.emit(Action::ClearSelection))
    };
    let mut choices = labels(schema);
    if label.is_none() {
        choices.insert(0, Choice::new("", "Several labels"));
    }
    html! {
        <div class="inspected">
            <div class="bulk-head">
                <p class="bulk-count">{ words::count(*count, "annotation", "annotations") }{ " selected" }</p>
                { Button::new("Select none", clear).quiet().html() }
            </div>
            <Select label="Label" value={label.as_ref().map(ToString::to_string).unwrap_or_default()} {choices} onchange={relabel} />
            <div class="tools">
                { Button::new("Unsure", set_unsure).icon(Icon::Unsure).pressed(*unsure).html() }
                { command_button(Command::Delete, Icon::Delete, dispatch)
                    .text("Delete").danger().title("Delete all of them; Undo brings them back").html() }
            </div>
            <Note note={note.clone()} dispatch={dispatch.clone()} />
        </div>
    }
}
