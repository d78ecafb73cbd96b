//! The screen and its dialogs.

use super::merge::{merge_dialog, presets_dialog};
use super::{delete, guidelines, label, list, relations};
use crate::app::{Action, Command, Dialog, HEADING, MergeAct, SchemaDialog, Session, State};
use crate::ui::kit::{Button, Icon};
use crate::ui::{Dispatch, Slots, act};
use crate::words;
use crate::words::schema as own;
use yew::prelude::*;

/// The screen *Schema*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, _slots: &Slots) -> Html {
    let schema = &session.project.schema;
    let uses = session.uses();
    let chosen = state.schema.label.as_ref().and_then(|id| schema.label(id));
    // What the open dialog asks about is shown as chosen: else it would stay so when the dialog is put away.
    let asked = match &state.dialog {
        Some(Dialog::Schema(SchemaDialog::ChangeType(id, kind, _))) => Some((id, *kind)),
        _ => None,
    };
    let step = |act: MergeAct| dispatch.reform(move |()| Action::step(act.clone()));
    html! {
        <section class="screen schema" key="schema">
            <header class="screen-head">
                <div>
                    <h1 id={HEADING}>{ words::schema() }</h1>
                    <p class="hint">{ own::lead() }</p>
                </div>
                <div class="tools">
                    { Button::new(own::presets(), step(MergeAct::Presets)).icon(Icon::Schema).html() }
                    { Button::new(own::load(), act(dispatch, Action::Run(Command::OpenProject)))
                        .icon(Icon::Folder).title(own::load_hint()).html() }
                    { Button::new(own::save(), step(MergeAct::Save)).icon(Icon::Export).title(own::save_hint()).html() }
                </div>
            </header>
            <div class="schema-labels">
                { list::labels(dispatch, &state.schema, schema, &uses) }
                { label::editor(dispatch, &state.schema, schema, &uses, chosen, asked) }
            </div>
            { relations::relations(dispatch, &state.schema, schema, &uses) }
            { guidelines::guidelines(dispatch, &session.project.guidelines) }
        </section>
    }
}

/// A dialog of the screen.
pub(crate) fn dialog(session: &Session, dialog: &SchemaDialog, dispatch: &Dispatch) -> Html {
    let schema = &session.project.schema;
    match dialog {
        SchemaDialog::Presets => presets_dialog(dispatch),
        SchemaDialog::Merge(merge) => merge_dialog(dispatch, session, merge),
        SchemaDialog::DeleteLabel(label, into) => {
            delete::label_dialog(dispatch, schema, &session.uses(), label, into)
        }
        SchemaDialog::ChangeType(attribute, kind, sense) => {
            delete::type_dialog(dispatch, session, attribute, *kind, *sense)
        }
        SchemaDialog::DropAttribute(label, attribute) => {
            delete::attribute_dialog(dispatch, schema, &session.uses(), label, attribute)
        }
    }
    .unwrap_or_else(|| html! { <div key="gone"></div> })
}
