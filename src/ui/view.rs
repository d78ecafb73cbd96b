//! The whole page from the state.
//!
//! Cheap on purpose: it runs at every action. It makes the few rows that are in view of each list, and what it takes
//! from all documents or annotations is kept by the state.

use super::dialogs::{
    delete_dialog, document_dialog, export_dialog, incoming_dialog, keyboard_dialog, mark_hits_dialog,
    name_dialog, palette_dialog, paste_dialog, projects_dialog, reading_dialog,
};
use super::frame::{HeaderProps, Nav, Parts, frame, name_strip, nav, toast, warnings};
use super::kit::{Window, live_region};
use super::library::{Table, start, table};
use super::read::{
    FilterBar, LabelBar, One, Selection, annotation_list, filter_bar, find_bar, inspector, label_bar,
    title_block,
};
use super::{Dispatch, words};
use crate::app::{Dialog, NoticeKind, Reading, Screen, Session, State, quote};
use std::cell::RefCell;
use yew::prelude::*;

/// The lists of which only the rows in view are made.
#[derive(Default)]
pub struct Windows {
    /// In the sidebar.
    articles: Window,
    /// In the library.
    library: Window,
    /// On the screen *Read*.
    annotations: Window,
    /// In dialog *Add articles*.
    incoming: Window,
}

impl Windows {
    fn all(&self) -> [&Window; 4] {
        [&self.articles, &self.library, &self.annotations, &self.incoming]
    }

    /// After a rendering: whether one should be measured.
    pub(super) fn want_measure(&self) -> bool {
        self.all().into_iter().fold(false, |measure, window| window.wants_measure() | measure)
    }

    /// Looks which rows are in view. True if others are to be made.
    pub(super) fn measure(&self) -> bool {
        self.all().into_iter().fold(false, |others, window| window.measure() | others)
    }
}

/// What the shell puts in beside the state.
pub struct Slots {
    /// The article; shown on the screen *Read* only.
    pub article: Html,
    /// The long lists.
    pub windows: Windows,
    /// When one of them was scrolled.
    pub onscroll: Callback<Event>,
    /// What region *Annotation* showed last: it is kept there, out of sight, for the next one.
    pub(crate) inspected: RefCell<Option<One>>,
    /// Of the element that the open dialog stands in.
    pub dialogs: NodeRef,
    /// Files are being dragged over the page.
    pub dragging: bool,
}

/// The quote of a fragment is cut after this many characters.
const QUOTE: usize = 1_000;

/// The whole page.
pub fn view(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    let session = state.session.as_ref();
    let read = session
        .filter(|_| state.screen == Screen::Read)
        .and_then(|session| Some((session, session.reading.as_ref()?)));
    let selection = read.map_or(Selection::None, |(session, reading)| selection(session, reading));
    let sheet = match &selection {
        Selection::One(one) => one.quotes.join(" … "),
        Selection::Many(bulk) => {
            format!("{} selected", words::count(bulk.count, "annotation", "annotations"))
        }
        Selection::None => {
            let all = read.map_or(0, |(session, _)| session.list(0, 0).all);
            words::count(all, "annotation", "annotations")
        }
    };
    let main = match read {
        Some((session, reading)) => article(state, session, reading, &selection, dispatch, slots),
        None => library(state, dispatch, slots),
    };
    let panel = read.map(|(session, reading)| panel(state, session, reading, &selection, dispatch, slots));
    frame(Parts {
        dispatch,
        layout: &state.layout,
        header: header(state, dispatch),
        warnings: warnings(
            dispatch,
            state.broken.as_deref(),
            session.map_or(&[], |session| session.faults.as_slice()),
        ),
        nav: nav(&Nav {
            dispatch,
            screen: state.screen,
            session,
            window: &slots.windows.articles,
            onscroll: &slots.onscroll,
        }),
        main,
        panel,
        sheet,
        strip: strip(state, dispatch),
        over: over(state, dispatch, slots),
        dragging: slots.dragging,
    })
}

fn header(state: &State, dispatch: &Dispatch) -> Html {
    let session = state.session.as_ref();
    let act = |entry: &crate::edit::Entry| AttrValue::from(words::act(entry.act));
    super::frame::header(&HeaderProps {
        dispatch,
        saved: state.saved.clone(),
        person: state.settings.name.clone().into(),
        project: session.map(|session| session.project.name.clone().into()),
        undo: session.and_then(|session| session.history.next_undo()).map(act),
        redo: session.and_then(|session| session.history.next_redo()).map(act),
    })
}

fn selection(session: &Session, reading: &Reading) -> Selection {
    if let Some(bulk) = session.bulk() {
        return Selection::Many(bulk);
    }
    let Some(first) = session.selected() else { return Selection::None };
    let by = &first.origin.by;
    let name =
        session.project.people.get(by).map(|person| person.name.clone()).filter(|name| !name.is_empty());
    let text = session.document().map(|document| &document.text);
    let quotes = first.fragments.spans().iter().filter_map(|span| {
        let one = crate::model::Fragments::one(*span)?;
        let part = crate::model::Annotation { fragments: one, ..(**first).clone() };
        Some(quote(text?, &part, QUOTE))
    });
    Selection::One(One {
        annotation: first.clone(),
        quotes: quotes.collect(),
        by: name.unwrap_or_else(|| "someone without a name".to_owned()),
        adding: reading.adding_to.as_ref() == Some(&first.id),
    })
}

fn library(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    match &state.session {
        None => start(dispatch, true),
        Some(session) if session.project.in_order().is_empty() => start(dispatch, false),
        Some(session) => table(&Table {
            dispatch,
            session,
            library: &state.library,
            window: &slots.windows.library,
            onscroll: &slots.onscroll,
        }),
    }
}

fn article(
    state: &State,
    session: &Session,
    reading: &Reading,
    selection: &Selection,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let current = match selection {
        Selection::One(one) => Some(&one.annotation.label),
        Selection::Many(bulk) => bulk.label.as_ref(),
        Selection::None => None,
    };
    let bar = LabelBar {
        dispatch,
        schema: &session.project.schema,
        pen: reading.pen.as_ref(),
        current,
        exact: state.settings.exact,
        at: state.layout.label,
    };
    html! {
        <div class="read" key="read">
            { label_bar(&bar) }
            <div class="find">{ for reading.find.iter().map(|find| find_bar(dispatch, find, bar.schema, current)) }</div>
            <div class="reader" id="reader">
                { for session.document().map(|document| title_block(dispatch, document)) }
                <div class="article-place">{ slots.article.clone() }</div>
            </div>
        </div>
    }
}

fn panel(
    state: &State,
    session: &Session,
    reading: &Reading,
    selection: &Selection,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let schema = &session.project.schema;
    if let Selection::One(one) = selection {
        slots.inspected.replace(Some(one.clone()));
    }
    let made = slots.windows.annotations.made(session.list(0, 0).total);
    let list = session.list(made.rows.start, made.rows.len());
    let filter = FilterBar {
        dispatch,
        schema,
        filter: &reading.filter,
        open: state.layout.filters,
        shown: list.total,
        all: list.all,
    };
    html! {
        <div class="read-panel">
            { inspector(dispatch, schema, selection, slots.inspected.borrow().as_ref()) }
            <section class="list-panel" aria-label="List of annotations">
                { filter_bar(&filter) }
                { annotation_list(dispatch, &list, made, &slots.onscroll) }
            </section>
        </div>
    }
}

fn strip(state: &State, dispatch: &Dispatch) -> Html {
    let ask = state.session.is_some() && !state.settings.asked && state.settings.name.is_empty();
    html! {
        <div>
            if ask {
                { name_strip(dispatch, &state.layout.name) }
            }
        </div>
    }
}

fn over(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    html! {
        <>
            { live_region(state.spoken.0, &state.spoken.1) }
            <div class="toasts">
                { for state.notice.iter().map(|notice| toast(dispatch, notice)) }
            </div>
            <div class="dialogs" ref={slots.dialogs.clone()}>{ for state.dialog.iter().map(|open| dialog(state, open, dispatch, slots)) }</div>
        </>
    }
}

fn dialog(state: &State, dialog: &Dialog, dispatch: &Dispatch, slots: &Slots) -> Html {
    let session = state.session.as_ref();
    let project = session.map(|session| &session.project);
    let warning = state.notice.as_ref().filter(|notice| notice.kind == NoticeKind::Warning);
    let warning = warning.map(|notice| AttrValue::from(notice.text.clone()));
    match dialog {
        Dialog::Paste { title, text } => paste_dialog(dispatch, warning, title, text.clone()),
        Dialog::ReadingFiles { done, total } => reading_dialog(dispatch, *done, *total),
        Dialog::Incoming(incoming) => {
            incoming_dialog(dispatch, warning, incoming, &slots.windows.incoming, &slots.onscroll)
        }
        Dialog::Export(export) => export_dialog(dispatch, warning, export, project),
        Dialog::Document(id, draft) => match project.and_then(|project| project.document(id)) {
            Some(document) => document_dialog(dispatch, warning, document, draft.as_deref()),
            None => html! { <div key="gone"></div> },
        },
        Dialog::Projects(new) => projects_dialog(dispatch, warning, state, new),
        Dialog::DeleteProject => delete_dialog(dispatch, warning, project),
        Dialog::MarkHits(label) => mark_hits_dialog(dispatch, warning, session, label),
        Dialog::Palette { words, at } => palette_dialog(dispatch, warning, state, words, *at),
        Dialog::Keyboard => keyboard_dialog(dispatch, project.map(|project| &*project.schema)),
        Dialog::Name(name) => name_dialog(dispatch, warning, name),
    }
}
