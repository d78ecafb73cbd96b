//! The folder to which backups are written by themselves.

use crate::app::{Action, FolderAct, FolderFault, State};
use crate::model::Timestamp;
use crate::ui::kit::{Button, Icon};
use crate::ui::{Dispatch, act, facts};
use crate::words::backup as words;
use yew::prelude::*;

/// The offer of one, or what is known of the one that was chosen; nothing where the browser has no such folders.
pub(super) fn section(state: &State, dispatch: &Dispatch) -> Html {
    if !state.folder.offered {
        return Html::default();
    }
    let does = |does: FolderAct| act(dispatch, Action::step(does));
    html! {
        <section class="settings-part" aria-labelledby="settings-folder">
            <h2 id="settings-folder">{ words::folder() }</h2>
            <p class="hint">{ words::offer() }</p>
            if let Some(name) = &state.folder.name {
                { chosen(state, name) }
                <div class="settings-row">
                    { now(state, does(FolderAct::Now), does(FolderAct::Allow)) }
                    { Button::new(words::choose_other(), does(FolderAct::Choose)).icon(Icon::Folder).html() }
                    { Button::new(words::stop(), does(FolderAct::Stop)).html() }
                </div>
            } else {
                <div class="settings-row">
                    { Button::new(words::choose(), does(FolderAct::Choose)).icon(Icon::Folder).html() }
                </div>
            }
        </section>
    }
}

/// Which folder, what was written there last, and what is wrong.
fn chosen(state: &State, name: &str) -> Html {
    let folder = &state.folder;
    let session = state.session.as_ref().filter(|session| folder.of.as_ref() == Some(&session.project.id));
    let last = match &folder.written {
        _ if folder.writing.is_some() => words::writing().to_owned(),
        written if session.is_some() && written.time > 0 => {
            words::last(&facts::time(Timestamp(written.time)), &written.file)
        }
        _ => words::none_yet().to_owned(),
    };
    let all = folder.writing.is_none()
        && folder.fault.is_none()
        && session.is_some_and(|session| folder.pending(session) == 0);
    html! {
        <>
            <p>{ words::goes_to(name) }</p>
            <p role="status" dir="auto">
                { last }
                if all && folder.written.time > 0 {
                    { ". " }{ words::all_in_it() }
                }
            </p>
            { for folder.fault.iter().map(|(fault, _)| html! { <p class="settings-fault">{ fault.words(name) }</p> }) }
        </>
    }
}

/// Writes now, or asks for the permission first.
fn now(state: &State, now: Callback<()>, allow: Callback<()>) -> Html {
    let waits = matches!(state.folder.fault, Some((FolderFault::Permission, _)));
    let along = state.session.as_ref().is_none_or(|session| session.along);
    let button = if waits { Button::new(words::allow(), allow) } else { Button::new(words::now(), now) };
    button.primary().disabled(!waits && (along || state.folder.writing.is_some())).html()
}
