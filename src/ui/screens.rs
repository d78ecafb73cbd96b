//! The third part of the page's wasm: the screens that are opened now and then. It is fetched when one of them is first
//! opened, and called only through [`Screens`]; see `more`.
//!
//! May import: the modules of its screens, which nothing else may. Absent on purpose: the first two parts, which go on
//! without it.

use super::open::Opener;
use super::{Dispatch, Slots};
use crate::app::{Dialog, Printing, Screen, Session, State, Task};
use yew::Html;

/// The entry points of the third part.
pub struct Screens {
    /// A screen for which [`Screen::is_seldom`] is true, of the open project.
    pub(super) screen: fn(Screen, &State, &Session, &Dispatch, &Slots) -> Html,
    /// A dialog for which [`Dialog::is_seldom`] is true.
    pub(super) dialog: fn(&State, &Dialog, &Dispatch, &Slots) -> Html,
    /// Help, beside the work.
    pub(super) help: fn(Screen, &Dispatch) -> Html,
    /// What stands below the article while it is printed, or in the place of the screen *Claims*.
    pub(super) sheet: fn(&State, &Session, Printing) -> Html,
    /// Does what a screen asks of the database.
    pub(super) task: fn(Task, &Opener, &State),
}

static SCREENS: Screens = Screens { screen, dialog, help: super::help::help, sheet, task: super::open::task };

impl Screens {
    /// For the split point alone, which is in `main.rs`.
    pub fn get() -> &'static Self {
        &SCREENS
    }
}

fn screen(screen: Screen, state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    match screen {
        Screen::Search => super::search::screen(state, session, dispatch, slots),
        Screen::Questions => super::questions::screen(state, session, dispatch, slots),
        Screen::Suggestions => super::suggestions::screen(state, session, dispatch, slots),
        Screen::Entities => super::entities::screen(state, session, dispatch, slots),
        Screen::Claims => super::claims::screen(state, session, dispatch, slots),
        Screen::Schema => super::schema::screen(state, session, dispatch, slots),
        Screen::Statistics => super::statistics::screen(state, session, dispatch, slots),
        Screen::History => super::history::screen(state, session, dispatch, slots),
        Screen::Settings => super::settings::screen(state, session, dispatch, slots),
        Screen::Library | Screen::Read => Html::default(),
    }
}

fn sheet(state: &State, session: &Session, printing: Printing) -> Html {
    match state.screen {
        Screen::Claims => super::claims::sheet(state, session),
        _ => super::print::sheet(session, printing),
    }
}

fn dialog(state: &State, open: &Dialog, dispatch: &Dispatch, slots: &Slots) -> Html {
    match (open, &state.session) {
        (Dialog::Key(command, chord), _) => {
            super::settings::key_dialog(state, *command, chord.as_ref(), dispatch)
        }
        (Dialog::Print(printing), _) => super::print::print_dialog(*printing, dispatch),
        (Dialog::Erase(remains), _) => super::settings::erase_dialog(state, remains.as_ref(), dispatch),
        (Dialog::ForgetHistory(size), Some(session)) => {
            super::history::forget_dialog(session, *size, dispatch)
        }
        (Dialog::Correct(correction), Some(session)) => {
            super::correct::dialog(state, session, correction, dispatch, slots)
        }
        (Dialog::Suggestions(verdict), Some(session)) => {
            super::suggestions::dialog(state, session, *verdict, dispatch, slots)
        }
        (Dialog::Schema(dialog), Some(session)) => super::schema::dialog(session, dialog, dispatch),
        _ => Html::default(),
    }
}
