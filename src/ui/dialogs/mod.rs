//! Dialogs: plain functions of the state, which also holds what was typed in them. Which one is open is the state's to
//! say.

mod delete;
mod document;
mod encoding;
mod export;
mod hits;
mod incoming;
mod keyboard;
mod name;
mod palette;
mod passage;
mod paste;
mod projects;
mod read_labels;
mod reading;
mod several;

use delete::delete_dialog;
use document::document_dialog;
pub(super) use encoding::encoding;
use export::export_dialog;
use hits::mark_hits_dialog;
use incoming::incoming_dialog;
use keyboard::keyboard_dialog;
use name::name_dialog;
use palette::palette_dialog;
use passage::passage_dialog;
use paste::paste_dialog;
use projects::projects_dialog;
use reading::reading_dialog;
use several::several_dialog;

use super::{Dispatch, Slots, act};
use crate::app::{Action, Dialog, NoticeKind, State};
use crate::ui::kit::Button;
use yew::prelude::*;

/// What went wrong, to be said in the dialog.
type Warning = Option<AttrValue>;

/// The open dialog.
pub(crate) fn dialog(state: &State, dialog: &Dialog, dispatch: &Dispatch, slots: &Slots) -> Html {
    let session = state.session.as_ref();
    let project = session.map(|session| &session.project);
    let warning = state.notice.as_ref().filter(|notice| notice.kind == NoticeKind::Warning);
    let warning = warning.map(|notice| AttrValue::from(notice.text.clone()));
    match dialog {
        // Of the screens that are opened now and then.
        Dialog::Correct(_)
        | Dialog::Erase(_)
        | Dialog::ForgetHistory(_)
        | Dialog::Key(..)
        | Dialog::Print(_)
        | Dialog::Schema(_)
        | Dialog::Suggestions(_) => Html::default(),
        Dialog::Paste { title, text } => paste_dialog(dispatch, warning, title, text.clone()),
        Dialog::ReadingFiles { done, total } => reading_dialog(dispatch, *done, *total),
        Dialog::Incoming(incoming) => {
            let schema = project.map(|project| &*project.schema);
            let list = (&slots.windows.incoming, &slots.onscroll);
            incoming_dialog(dispatch, warning, incoming, state.read_again.is_some(), schema, list)
        }
        Dialog::Export(export) => export_dialog(dispatch, warning, export, project),
        Dialog::Document(id, draft) => match project.and_then(|project| project.document(id)) {
            Some(document) => document_dialog(dispatch, warning, document, draft.as_deref()),
            None => html! { <div key="gone"></div> },
        },
        Dialog::Several(several) => match project {
            Some(project) => several_dialog(dispatch, warning, several, project),
            None => html! { <div key="gone"></div> },
        },
        Dialog::Projects(new) => projects_dialog(dispatch, warning, state, new),
        Dialog::DeleteProject => delete_dialog(dispatch, warning, project),
        Dialog::Palette { words, at } => palette_dialog(dispatch, warning, state, words, *at),
        Dialog::Passage(offering) => passage_dialog(dispatch, warning, session, offering),
        Dialog::MarkHits(label) => mark_hits_dialog(dispatch, warning, session, label),
        Dialog::Keyboard(words) => keyboard_dialog(dispatch, project.map(|project| &*project.schema), words),
        Dialog::Name(name) => name_dialog(dispatch, warning, name),
    }
}

/// Closes the dialog.
fn close(dispatch: &Dispatch) -> Callback<()> {
    act(dispatch, Action::CloseDialog)
}

/// Puts what was typed into the open dialog.
fn typed(dispatch: &Dispatch, put: impl Fn(String) -> Dialog + 'static) -> Callback<String> {
    dispatch.reform(move |text| Action::Typed(put(text)))
}

/// The way out, and the button that goes on.
fn footer(out: &'static str, onclose: Callback<()>, on: Button) -> Html {
    html! {
        <>
            { Button::new(out, onclose).quiet().html() }
            { on.primary().html() }
        </>
    }
}
