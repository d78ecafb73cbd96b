//! The whole page from the state.
//!
//! Cheap on purpose: it runs at every action. It hands pointers, ids and the few rows in view to the components,
//! which compare them and do nothing where nothing changed.

use super::dialogs::{
    IncomingDialog, document_dialog, export_dialog, keyboard_dialog, name_dialog, paste_dialog,
    projects_dialog, reading_dialog,
};
use super::frame::{Documents, HeaderProps, Nav, Parts, frame, name_strip, toast, warnings};
use super::kit::window::Range;
use super::kit::{Shared, live_region};
use super::library::{Library, start};
use super::read::{
    AnnotationList, FilterBar, LabelBar, One, Selection, filter_bar, inspector, label_bar, title_block,
};
use super::{Dispatch, words};
use crate::app::{Dialog, ListWindow, NoticeKind, Reading, Screen, Session, State, quote};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What the shell puts in beside the state.
#[derive(Clone)]
pub struct Slots {
    /// The article; shown on the screen *Read* only.
    pub article: Html,
    /// Which rows of the list of annotations are made: the last that `on_list` asked for.
    pub list: Range,
    /// Asks for other rows of the list. The shell keeps what it is given, and renders again if it differs.
    pub on_list: Callback<Range>,
    /// What region *Annotation* showed last: it is kept there, out of sight, for the next one.
    pub(crate) inspected: Rc<RefCell<Option<One>>>,
    /// Files are being dragged over the page.
    pub dragging: bool,
}

/// The quote of a fragment is cut after this many characters.
const QUOTE: usize = 1_000;

/// The whole page.
pub fn view(state: &State, dispatch: &Dispatch, slots: &Slots) -> Html {
    let session = state.session.as_ref();
    let documents = Documents(Rc::new(
        session.map_or_else(Vec::new, |session| session.project.documents().cloned().collect()),
    ));
    let counts: Rc<Vec<usize>> =
        Rc::new(documents.0.iter().map(|document| count(session, document)).collect());
    let read = session
        .filter(|_| state.screen == Screen::Read)
        .and_then(|session| Some((session, session.reading.as_ref()?)));
    let window = match &read {
        Some((session, _)) => window(session, slots.list),
        None => ListWindow::default(),
    };
    let selection = read.map_or(Selection::None, |(session, reading)| selection(session, reading));
    let sheet = match &selection {
        Selection::One(one) => one.quotes.join(" … "),
        Selection::Many(bulk) => {
            format!("{} selected", words::count(bulk.count, "annotation", "annotations"))
        }
        Selection::None => words::count(window.all, "annotation", "annotations"),
    };
    let open = read.map(|(_, reading)| reading.document.clone());
    let main = match read {
        Some((session, reading)) => article(state, session, reading, &selection, dispatch, slots),
        None => library(session, &documents, &counts, dispatch),
    };
    let panel =
        read.map(|(session, reading)| panel(state, session, reading, window, &selection, dispatch, slots));
    frame(Parts {
        dispatch,
        layout: &state.layout,
        header: header(state, dispatch),
        warnings: warnings(
            dispatch,
            state.broken.as_deref(),
            session.map_or(&[], |session| session.faults.as_slice()),
        ),
        nav: html! { <Nav {dispatch} screen={state.screen} {documents} {counts} {open} /> },
        main,
        panel,
        sheet,
        strip: strip(state, dispatch),
        over: over(state, dispatch),
        dragging: slots.dragging,
    })
}

fn count(session: Option<&Session>, document: &Rc<crate::model::Document>) -> usize {
    session.and_then(|session| session.project.annotations(&document.id)).map_or(0, |all| all.len())
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

/// The rows in view. Where the list has become shorter than the window asks for, its end.
fn window(session: &Session, range: Range) -> ListWindow {
    let window = session.list(range.first, range.count);
    if window.rows.is_empty() && window.total > 0 {
        let made = range.clamp(window.total);
        return session.list(made.start, made.len());
    }
    window
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

fn library(
    session: Option<&Session>,
    documents: &Documents,
    counts: &Rc<Vec<usize>>,
    dispatch: &Dispatch,
) -> Html {
    match session {
        None => start(dispatch, true),
        Some(_) if documents.0.is_empty() => start(dispatch, false),
        Some(session) => html! {
            <Library key="library" {dispatch} documents={documents.clone()} counts={counts.clone()} project={session.project.name.clone()} />
        },
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
    window: ListWindow,
    selection: &Selection,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let schema = &session.project.schema;
    if let Selection::One(one) = selection {
        slots.inspected.replace(Some(one.clone()));
    }
    let filter = FilterBar {
        dispatch,
        schema,
        filter: &reading.filter,
        open: state.layout.filters,
        shown: window.total,
        all: window.all,
    };
    html! {
        <div class="read-panel">
            { inspector(dispatch, schema, selection, slots.inspected.borrow().as_ref()) }
            <div class="list-panel">
                { filter_bar(&filter) }
                <AnnotationList {dispatch} {window} on_range={slots.on_list.clone()} />
            </div>
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

fn over(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <>
            { live_region(state.spoken.0, &state.spoken.1) }
            <div class="toasts">
                { for state.notice.iter().map(|notice| toast(dispatch, notice)) }
            </div>
            <div class="dialogs">{ for state.dialog.iter().map(|open| dialog(state, open, dispatch)) }</div>
        </>
    }
}

fn dialog(state: &State, dialog: &Dialog, dispatch: &Dispatch) -> Html {
    let session = state.session.as_ref();
    let project = session.map(|session| &session.project);
    let warning = state.notice.as_ref().filter(|notice| notice.kind == NoticeKind::Warning);
    let warning = warning.map(|notice| AttrValue::from(notice.text.clone()));
    match dialog {
        Dialog::Paste { title, text } => paste_dialog(dispatch, warning, title, text.clone()),
        Dialog::ReadingFiles { done, total } => reading_dialog(dispatch, *done, *total),
        Dialog::Incoming(incoming) => {
            html! { <IncomingDialog key="incoming" {dispatch} {warning} incoming={Shared(incoming.clone())} /> }
        }
        Dialog::Export(export) => export_dialog(dispatch, warning, export, project),
        Dialog::Document(id, draft) => match project.and_then(|project| project.document(id)) {
            Some(document) => document_dialog(dispatch, warning, document, draft.as_deref()),
            None => html! { <div key="gone"></div> },
        },
        Dialog::Projects(new) => projects_dialog(dispatch, warning, state, new),
        Dialog::Keyboard => keyboard_dialog(dispatch, project.map(|project| &*project.schema)),
        Dialog::Name(name) => name_dialog(dispatch, warning, name),
    }
}
