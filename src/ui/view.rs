//! The whole page from the state.
//!
//! Cheap on purpose: it runs at every action. It makes the few rows that are in view of each list, and what it takes
//! from all documents or annotations is kept by the state. Screens and dialogs are in the later part (`more`); until it
//! is there the start page stands for them.

use super::frame::{
    HeaderProps, Nav, Parts, along, erased, frame, missing, name_strip, nav, start, toast, waiting_toast,
    warnings,
};
use super::kit::{Window, live_region};
use super::more::{Later, More, One};
use super::{Dispatch, Screens, facts};
use crate::app::{Dialog, Hint, Saved, Screen, State};
use crate::words;
use std::cell::{Cell, RefCell};
use yew::prelude::*;

/// The lists of which only the rows in view are made.
#[derive(Default)]
pub struct Windows {
    /// In the sidebar.
    pub(super) articles: Window,
    /// In the library.
    pub(super) library: Window,
    /// On the screen *Read*.
    pub(super) annotations: Window,
    /// In dialog *Add articles*.
    pub(super) incoming: Window,
    /// On the screen *Search*.
    pub(super) search: Window,
    /// On the screen *History*.
    pub(super) history: Window,
    /// On the screen *Open questions*.
    pub(super) questions: Window,
    /// On the screen *Suggestions*.
    pub(super) suggestions: Window,
    /// In the dialog that asks about all of them.
    pub(super) judged: Window,
    /// On the screen *Claims*.
    pub(super) claims: Window,
    /// On the screen *Entities*: the registry.
    pub(super) entities: Window,
    /// And the mentions of the open card.
    pub(super) mentions: Window,
}

impl Windows {
    fn all(&self) -> [&Window; 12] {
        [
            &self.questions,
            &self.suggestions,
            &self.judged,
            &self.claims,
            &self.entities,
            &self.mentions,
            &self.articles,
            &self.library,
            &self.annotations,
            &self.incoming,
            &self.search,
            &self.history,
        ]
    }

    /// After a rendering: whether one should be measured.
    pub(super) fn want_measure(&self) -> bool {
        self.all().into_iter().fold(false, |measure, window| window.wants_measure() | measure)
    }

    /// After a rendering: whether rows are still to be made behind the next frame.
    pub(super) fn grow(&self) -> bool {
        self.all().into_iter().any(Window::grows)
    }

    /// Looks which rows are in view. True if others are to be made.
    pub(super) fn measure(&self) -> bool {
        self.all().into_iter().fold(false, |others, window| window.measure() | others)
    }
}

/// What the shell puts in beside the state.
pub struct Slots {
    /// The later part.
    pub(super) later: Later<More>,
    /// The screens that are opened now and then.
    pub(super) screens: Later<Screens>,
    /// Tries again to load it.
    pub(super) onload: Callback<()>,
    /// Files wait for it.
    pub(super) files: bool,
    /// Whether all is saved.
    pub(super) status: Html,
    /// The articles that can be open at a time; shown on the screen *Read* only.
    pub articles: [Html; 2],
    /// The long lists.
    pub windows: Windows,
    /// The sidebar as it was made last.
    pub(super) sidebar: RefCell<Html>,
    /// Whether what the screen shows is to be seen before the sidebar.
    pub(super) sidebar_waits: Cell<bool>,
    /// When one of them was scrolled.
    pub onscroll: Callback<Event>,
    /// What region *Annotation* showed last: it is kept there, out of sight, for the next one.
    pub(crate) inspected: RefCell<Option<One>>,
    /// Of the element that the open dialog stands in.
    pub dialogs: NodeRef,
    /// Files are being dragged over the page.
    pub dragging: bool,
}

/// The whole page.
pub fn view(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    let session = state.session.as_ref();
    let read = session
        .filter(|_| state.screen == Screen::Read)
        .and_then(|session| Some((session, session.reading.as_ref()?)));
    let more = slots.later.here();
    let (main, panel, sheet) = match (read, more) {
        (Some((session, reading)), Some(more)) => {
            let shown = (more.read)(state, session, reading, dispatch, slots);
            (shown.main, Some(shown.panel), shown.sheet)
        }
        _ => (other(state, dispatch, slots), None, words::annotations(0)),
    };
    frame(Parts {
        dispatch,
        layout: &state.layout,
        header: header(state, dispatch, slots),
        warnings: html! {
            <>
                if let Some(session) = session.filter(|session| session.along) {
                    { along(dispatch, session.alone) }
                }
                { missing(slots.later, &slots.onload) }
                { missing(slots.screens, &slots.onload) }
                { for more.map(|more| (more.lacking)(state, dispatch)) }
                { warnings(dispatch, state.broken.as_deref(), session.map_or(&[], |session| session.faults.as_slice())) }
            </>
        },
        nav: sidebar(state, dispatch, slots),
        main,
        panel,
        sheet,
        strip: strip(state, dispatch, slots),
        over: over(state, dispatch, slots),
        dragging: slots.dragging,
        help: state.layout.help,
        printing: state.printing.is_some(),
    })
}

/// The sidebar, or where it waits: as it was.
fn sidebar(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    let mut shown = slots.sidebar.borrow_mut();
    if !slots.sidebar_waits.get() {
        *shown = nav(&Nav {
            dispatch,
            screen: state.screen,
            session: state.session.as_ref(),
            person: &state.settings.name,
            window: &slots.windows.articles,
            onscroll: &slots.onscroll,
        });
    }
    shown.clone()
}

fn header(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    let session = state.session.as_ref();
    let acts = session.filter(|session| !session.along);
    let act = |entry: &crate::edit::Entry| AttrValue::from(facts::act(entry.act));
    super::frame::header(&HeaderProps {
        dispatch,
        status: slots.status.clone(),
        unsaved: match &state.saved {
            Saved::NotSaved(why) => Some(why.clone().into()),
            _ => None,
        },
        erased: state.erased,
        help: state.layout.help,
        person: &state.settings.name,
        project: session.map(|session| session.project.name.clone().into()),
        undo: acts.and_then(|session| session.history.next_undo()).map(act),
        redo: acts.and_then(|session| session.history.next_redo()).map(act),
    })
}

/// A screen without a panel.
fn other(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    match (&state.session, slots.screens.here()) {
        (Some(session), Some(screens)) if state.screen.is_seldom() => {
            (screens.screen)(state.screen, state, session, dispatch, slots)
        }
        (Some(_), None) if state.screen.is_seldom() => html! {
            <section class="screen" key="coming" aria-busy="true">
                <header class="screen-head"><h1>{ state.screen.name() }</h1></header>
            </section>
        },
        _ => library(state, dispatch, slots),
    }
}

fn library(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    match (&state.session, slots.later.here()) {
        (None, _) if state.erased => erased(),
        (Some(session), _) if session.project.in_order().is_empty() => start(dispatch, false),
        (Some(session), Some(more)) => (more.library)(state, session, dispatch, slots),
        _ => start(dispatch, true),
    }
}

fn strip(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    // Trouble, and how to begin, come before the question.
    let ask = state.asks_name() && state.folder.trouble().is_none() && state.hint != Some(Hint::Mark);
    html! {
        <div>
            if ask {
                { name_strip(dispatch, &state.layout.name) }
            } else if let Some(more) = slots.later.here() {
                { (more.strip)(state, dispatch) }
            }
        </div>
    }
}

/// What to say of what waits for the later part.
fn waiting(state: &State, slots: &Slots) -> Option<&'static str> {
    match slots.later {
        Later::Coming if slots.files => Some(words::frame::files_soon()),
        Later::Coming if state.dialog.is_some() => Some(words::frame::choice_soon()),
        _ => None,
    }
}

fn over(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    html! {
        <>
            { for printed(state, slots) }
            { for state.layout.help.then(|| slots.screens.here()).flatten().map(|screens| (screens.help)(state.screen, dispatch)) }
            { live_region(state.spoken.0, &state.spoken.1) }
            <div class="toasts">
                { for waiting(state, slots).map(waiting_toast) }
                { for state.notice.iter().map(|notice| toast(dispatch, notice)) }
            </div>
            <div class="dialogs" ref={slots.dialogs.clone()}>
                { for state.dialog.as_ref().and_then(|open| dialog(state, open, dispatch, slots)) }
            </div>
        </>
    }
}

fn dialog(state: &State, open: &Dialog, dispatch: &Dispatch, slots: &Slots) -> Option<Html> {
    let make = if open.is_seldom() { slots.screens.here()?.dialog } else { slots.later.here()?.dialog };
    Some(make(state, open, dispatch, slots))
}

/// What stands below the article on paper.
fn printed(state: &State, slots: &Slots) -> Option<Html> {
    Some((slots.screens.here()?.sheet)(state, state.session.as_ref()?, state.printing?))
}
