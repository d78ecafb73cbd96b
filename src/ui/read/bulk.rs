//! Several annotations at once.

use super::attributes::attributes;
use super::inspector::labels;
use super::note;
use crate::app::{Action, Bulk, Command, Session};
use crate::model::{AnnotationId, LabelId};
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Choice, Icon, Select, select};
use crate::ui::{Dispatch, act};
use crate::words;
use yew::prelude::*;

/// Each change is one act for all of them.
pub(crate) fn several(dispatch: &Dispatch, session: &Session, bulk: &Bulk) -> Html {
    let Bulk { count, label, note, unsure, attributes: values } = bulk;
    let relabel = {
        let dispatch = dispatch.clone();
        Callback::from(move |id: String| {
            if !id.is_empty() {
                dispatch.emit(Action::Relabel(LabelId::new(id)));
            }
        })
    };
    let set_unsure = act(dispatch, Action::SetUnsure(!unsure));
    let selected: &[AnnotationId] = session.reading.as_ref().map_or(&[], |reading| &reading.selected);
    let replaces = session.reading.as_ref().is_some_and(|reading| reading.replaces_notes);
    let clear = act(dispatch, Action::ClearSelection);
    let mut choices = labels(&session.project.schema);
    if label.is_none() {
        choices.insert(0, Choice::new("", words::read::several_labels()));
    }
    let chosen = Select {
        label: words::read::label().into(),
        bare: false,
        value: label.as_ref().map_or("", LabelId::as_str),
        choices,
        onchange: relabel,
    };
    html! {
        <div class="inspected">
            <div class="bulk-head">
                <p class="bulk-count">{ words::selected(&words::annotations(*count)) }</p>
                { Button::new(words::read::select_none(), clear).quiet().html() }
            </div>
            { select(chosen) }
            <div class="tools">
                { Button::new(words::read::unsure(), set_unsure).icon(Icon::Unsure).pressed(*unsure).html() }
                { command_button(Command::Delete, Icon::Delete, dispatch)
                    .text(words::read::delete()).danger().title(words::read::delete_all_hint()).html() }
            </div>
            { for session.selected().map(|near| attributes(dispatch, session, near, selected, values)) }
            { match note {
                Some(note) => note::note(dispatch, note),
                None => note::notes(dispatch, replaces, session.along),
            } }
        </div>
    }
}
