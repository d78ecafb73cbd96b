//! The parts of the page's wasm.
//!
//! The first part is what the start needs: the state and its actions, the database, the frame of the page. The later
//! part is fetched right after the start: the screens, the dialogs, the article, reading and writing files. In a release
//! `cargo xtask` splits them by what can be called from where: all that is reached only through [`More`] is in the later
//! part. So there is one rule: **the first part calls the later one only through [`More`]**. A single other call would
//! silently bring all that it reaches back into the first load; `tests/architecture.rs` looks at the imports, and
//! `cargo xtask size` has a budget for the first part.
//!
//! The screens that are opened now and then, with their dialogs and all that only they do, are a third part, which is
//! fetched when one of them is first opened: the same rule holds for [`Screens`] (`screens`).
//!
//! May import: the later modules, which nothing else may. Absent on purpose: when it is loaded, which is the shell's.

use super::read::Shown;
use super::{Dispatch, Screens, Slots};
use crate::app::{Dialog, Effect, Reading, Session, State};
use crate::formats::Undecided;
use std::pin::Pin;
use web_sys::{Element, File};
use yew::{Callback, Html};

pub(super) use super::read::One;

/// The entry points of the later part.
pub struct More {
    /// The screen *Read*.
    pub(super) read: fn(&State, &Session, &Reading, &Dispatch, &Slots) -> Shown,
    /// The screen *Library*, where there are documents.
    pub(super) library: fn(&State, &Session, &Dispatch, &Slots) -> Html,
    /// What this browser does not do, across the page.
    pub(super) lacking: fn(&State, &Dispatch) -> Html,
    /// What is said at the end of the page.
    pub(super) strip: fn(&State, &Dispatch) -> Html,
    /// The open dialog.
    pub(super) dialog: fn(&State, &Dialog, &Dispatch, &Slots) -> Html,
    /// The choice of an encoding, for the nth file that the open dialog asks about.
    pub(super) encoding: fn(&Dispatch, usize, &Undecided) -> Html,
    /// The article, the worker, files.
    pub(super) outside: fn(&Dispatch) -> Box<dyn Outside>,
}

static MORE: More = More {
    read: super::read::screen,
    library: super::library::screen,
    lacking: super::lacking::strips,
    strip: super::hints::strip,
    dialog: super::dialogs::dialog,
    encoding: super::dialogs::encoding,
    outside: super::run::outside,
};

impl More {
    /// For the split point alone, which is in `main.rs`.
    pub fn get() -> &'static Self {
        &MORE
    }
}

/// Runs effects that need no database.
pub(super) trait Outside {
    /// What the page shows in the places of the open articles.
    fn articles(&self) -> [Element; 2];
    /// Runs an effect. What comes of it is answered by actions.
    fn run(&self, effect: Effect, state: &State);
    /// After effects: what goes away by itself.
    fn rest(&self, state: &State);
    /// Reads files that were chosen or dropped. Answers `files_read`.
    fn read_files(&self, files: Vec<File>);
    /// Before the article leaves the page.
    fn leave_article(&self);
}

/// A part on its way; `None` if it could not be loaded.
pub type Loading<Part> = Pin<Box<dyn Future<Output = Option<&'static Part>>>>;

/// Where a part is that is loaded later.
pub(super) enum Later<Part: 'static> {
    /// It was not asked for.
    Wanted,
    Coming,
    Here(&'static Part),
    /// The network is away.
    Away,
    /// The host has another build by now.
    Gone,
}

impl<Part> Clone for Later<Part> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Part> Copy for Later<Part> {}

impl<Part> Later<Part> {
    /// After loading. Why it failed is said by the loader (`xtask/src/finish/more.js`).
    pub(super) fn after(loaded: Option<&'static Part>) -> Self {
        let gone = || gloo_utils::document().query_selector("#app[data-more=gone]").ok().flatten().is_some();
        match loaded {
            Some(part) => Self::Here(part),
            None if gone() => Self::Gone,
            None => Self::Away,
        }
    }

    pub(super) fn here(self) -> Option<&'static Part> {
        match self {
            Self::Here(part) => Some(part),
            _ => None,
        }
    }
}

/// What the shell is started with.
#[derive(Clone, Debug, PartialEq, yew::Properties)]
pub struct ShellProps {
    /// Loads the later part; may be asked again.
    pub load: Callback<(), Loading<More>>,
    /// Loads the screens that are opened now and then.
    pub load_screens: Callback<(), Loading<Screens>>,
}
