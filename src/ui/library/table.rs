//! The documents of the project.

use super::row::{Row, row};
use crate::app::{Action, Command, Library, Session, State};
use crate::model::DocumentId;
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Field, Icon, Window};
use crate::ui::{Dispatch, Slots, act};
use crate::words::{self, Word, library as names};
use yew::prelude::*;

/// What the library shows.
struct Table<'a> {
    pub dispatch: &'a Dispatch,
    pub session: &'a Session,
    /// What is looked for and chosen.
    pub library: &'a Library,
    /// Which rows are made.
    pub window: &'a Window,
    pub onscroll: &'a Callback<Event>,
}

/// The columns between the box to tick and the button at the end: class and heading.
const COLUMNS: [(&str, Word); 7] = [
    ("cell-title", names::TITLE),
    ("cell-outlet", names::OUTLET),
    ("cell-language", names::LANGUAGE),
    ("cell-published", names::PUBLISHED),
    ("cell-status", names::STATUS),
    ("cell-length", names::CHARACTERS),
    ("cell-count", names::ANNOTATIONS),
];

/// The screen *Library*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    table(&Table {
        dispatch,
        session,
        library: &state.library,
        window: &slots.windows.library,
        onscroll: &slots.onscroll,
    })
}

/// A table of documents, with a filter, and what can be done with several at once.
fn table(props: &Table<'_>) -> Html {
    let Table { dispatch, session, library: Library { words: filter, chosen }, window, onscroll } = *props;
    let project = &session.project;
    let documents = project.in_order();
    let (shown, copies) = (session.found(filter), session.copies());
    let made = window.made(shown.len());

    // Not those that were removed meanwhile.
    let live = documents.iter().map(|document| &document.id).filter(|id| chosen.contains(*id));
    let live: Vec<DocumentId> = live.cloned().collect();
    let all = !shown.is_empty() && shown.iter().all(|&n| chosen.contains(&documents[n].id));
    let choose_all = act(dispatch, Action::ChooseShown(!all));
    let some = live.len();
    let remove = act(dispatch, Action::RemoveDocuments(live));
    let oninput = dispatch.reform(Action::FindDocuments);
    let one = |at: usize| {
        let document = &documents[shown[at]];
        row(&Row {
            index: at,
            document,
            annotations: project.annotations(&document.id).map_or(0, |all| all.len()),
            copy: copies.contains(&document.id),
            chosen: chosen.contains(&document.id),
            dispatch,
        })
    };
    html! {
        <section class="library" key="library">
            <header class="library-head">
                <div class="library-title">
                    <h1 dir="auto">{ &project.name }</h1>
                    <p class="hint">
                        { words::articles(documents.len()) }{ " · " }
                        { words::annotations(project.annotation_count()) }
                    </p>
                </div>
                <div class="tools">
                    { command_button(Command::AddArticles, Icon::Add, dispatch).primary().html() }
                    { command_button(Command::PasteText, Icon::Paste, dispatch).html() }
                    { command_button(Command::OpenProject, Icon::Folder, dispatch).html() }
                </div>
            </header>
            <div class="library-tools">
                { Field::new(names::find(), filter.clone()).bare().kind("search").placeholder(names::find_by()).oninput(oninput).html() }
                <div class="library-chosen">
                    if some == 0 {
                        <span class="hint">{ names::shown(shown.len()) }</span>
                    } else {
                        <span class="hint">{ names::chosen(&words::number(some as u64)) }</span>
                        { Button::new(names::remove(), remove)
                            .icon(Icon::Delete).danger()
                            .title(names::remove_hint())
                            .html() }
                    }
                </div>
            </div>
            <div class="doc-table" role="table" aria-label={names::documents()} aria-rowcount={(shown.len() + 1).to_string()}
                ref={made.scroller} ~style={made.room} {onscroll}>
                <div class="doc-head" role="rowgroup">
                    <div class="doc-row" role="row" aria-rowindex="1">
                        <span class="cell-check" role="columnheader">
                            <input type="checkbox" aria-label={names::choose_all()} checked={all} onchange={choose_all} />
                        </span>
                        { for COLUMNS.map(|(class, name)| html! { <span {class} role="columnheader">{ name.say() }</span> }) }
                        <span class="cell-edit" role="columnheader"><span class="visually-hidden">{ names::details() }</span></span>
                    </div>
                </div>
                <div class="doc-body rows" role="rowgroup">
                    { for made.rows.map(one) }
                </div>
            </div>
        </section>
    }
}
