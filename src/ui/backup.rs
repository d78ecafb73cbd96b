//! What is said of backups at the end of the page: that much of the work is in no file, or that the folder to which
//! files are written cannot be written to.

use super::kit::{Button, Icon, icon};
use super::{Dispatch, act};
use crate::app::{Action, FolderAct, FolderFault, State};
use crate::words::{backup as words, frame};
use yew::prelude::*;

/// One of the two, if any; the fault first.
pub(crate) fn strip(state: &State, dispatch: &Dispatch) -> Option<Html> {
    let folder = &state.folder;
    if let (Some(fault), Some(name)) = (folder.trouble(), &folder.name) {
        return Some(trouble(dispatch, fault, name));
    }
    let session = state.session.as_ref().filter(|session| session.backup.due)?;
    Some(reminder(dispatch, session.unfiled(), folder.offered && folder.name.is_none()))
}

/// Reminds that much of the work is in no file.
fn reminder(dispatch: &Dispatch, acts: u64, offers: bool) -> Html {
    html! {
        <section class="strip" aria-label={words::backup()}>
            <p class="strip-text">
                <strong>{ words::only_here(acts) }</strong>
                <span>{ words::only_here_hint() }</span>
            </p>
            { Button::new(frame::save_as_file(), act(dispatch, Action::Rescue)).icon(Icon::Export).primary().html() }
            if offers {
                { Button::new(words::choose(), act(dispatch, Action::step(FolderAct::Choose)))
                    .icon(Icon::Folder).title(words::offer()).html() }
            }
            { Button::new(frame::later(), act(dispatch, Action::PutOffBackup)).quiet().html() }
        </section>
    }
}

/// Why the folder is not written to, and what to do.
fn trouble(dispatch: &Dispatch, fault: &FolderFault, folder: &str) -> Html {
    html! {
        <section class="strip" aria-label={words::backup()}>
            { icon(Icon::Warning) }
            <p class="strip-text">{ fault.words(folder) }</p>
            { remedy(fault, dispatch).primary().html() }
            if *fault != FolderFault::Permission {
                { other(dispatch).html() }
            }
            { Button::new(frame::later(), act(dispatch, Action::step(FolderAct::PutOff))).quiet().html() }
        </section>
    }
}

/// What is done first about a fault.
pub(crate) fn remedy(fault: &FolderFault, dispatch: &Dispatch) -> Button {
    let (name, does) = match fault {
        FolderFault::Permission => (words::allow(), FolderAct::Allow),
        _ => (words::now(), FolderAct::Now),
    };
    Button::new(name, act(dispatch, Action::step(does)))
}

/// Chooses another folder.
pub(crate) fn other(dispatch: &Dispatch) -> Button {
    Button::new(words::choose_other(), act(dispatch, Action::step(FolderAct::Choose)))
}
