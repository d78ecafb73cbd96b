//! The documents of the project.

use super::progress::progress;
use super::row::{Row, group, row};
use super::{act, tools};
use crate::app::{Column, Command, DOCUMENTS, HEADING, Library, LibraryAct, Line, Session, State};
use crate::model::DocumentId;
use crate::ui::frame::command_button;
use crate::ui::kit::{Icon, class, icon};
use crate::ui::pickers::takes_folders;
use crate::ui::{Dispatch, Slots};
use crate::words::library as words;
use yew::prelude::*;

/// The columns between the box to tick and the button at the end.
const COLUMNS: [(&str, Column); 7] = [
    ("cell-title", Column::Title),
    ("cell-outlet", Column::Outlet),
    ("cell-language", Column::Language),
    ("cell-published", Column::Published),
    ("cell-status", Column::Status),
    ("cell-length", Column::Length),
    ("cell-count", Column::Annotations),
];

/// The screen *Library*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let library = &state.library;
    let project = &session.project;
    let facets = session.facets();
    let shown = session.arranged(&library.view);
    let documents = project.in_order().len();
    html! {
        <section class="library" key="library">
            <header class="library-head">
                <div class="library-title">
                    <h1 id={HEADING} dir="auto">{ &project.name }</h1>
                    <p class="hint">
                        { crate::words::articles(documents) }{ " · " }{ crate::words::annotations(project.annotation_count()) }
                    </p>
                </div>
                <div class="tools">
                    { command_button(Command::AddArticles, Icon::Add, dispatch).primary().html() }
                    if takes_folders() {
                        { command_button(Command::AddFolder, Icon::Add, dispatch).html() }
                    }
                    { command_button(Command::PasteText, Icon::Paste, dispatch).html() }
                    { command_button(Command::OpenProject, Icon::Folder, dispatch).html() }
                </div>
            </header>
            { progress(&facets) }
            { tools::filters(dispatch, library, &facets) }
            { tools::chosen(dispatch, session, library, shown.documents.len()) }
            { table(session, library, dispatch, slots) }
        </section>
    }
}

fn table(session: &Session, library: &Library, dispatch: &Dispatch, slots: &Slots) -> Html {
    let project = &session.project;
    let (shown, copies) = (session.arranged(&library.view), session.copies());
    let made = slots.windows.library.made(shown.lines.len());
    let documents = project.in_order();
    let chosen = |id: &DocumentId| library.chosen.contains(id);
    let all = !shown.documents.is_empty() && shown.documents.iter().all(|&n| chosen(&documents[n].id));
    let some =
        !all && !library.chosen.is_empty() && shown.documents.iter().any(|&n| chosen(&documents[n].id));
    let one = |at: usize| match &shown.lines[at] {
        Line::Group(name, count) => group(at, name, *count),
        Line::Document(n) => {
            let document = &documents[*n];
            row(&Row {
                index: at,
                document,
                annotations: project.annotations(&document.id).map_or(0, |all| all.len()),
                copy: copies.contains(&document.id),
                chosen: chosen(&document.id),
                dispatch,
            })
        }
    };
    html! {
        <div class="doc-table" id={DOCUMENTS} role="table" aria-label={words::documents()} aria-rowcount={(shown.lines.len() + 1).to_string()}
            ref={made.scroller} ~style={made.room} onscroll={&slots.onscroll}>
            <div class="doc-head" role="rowgroup">
                <div class="doc-row" role="row" aria-rowindex="1">
                    <span class="cell-check" role="columnheader">
                        <input type="checkbox" aria-label={words::choose_shown()} checked={all} ~indeterminate={some}
                            onchange={act(dispatch, LibraryAct::ChooseShown(!all))} />
                    </span>
                    { for COLUMNS.map(|(class, column)| head(dispatch, library, class, column)) }
                    <span class="cell-edit" role="columnheader"><span class="visually-hidden">{ words::details() }</span></span>
                </div>
            </div>
            <div class="doc-body rows" role="rowgroup">
                { for made.rows.map(one) }
            </div>
            if shown.lines.is_empty() {
                <p class="doc-none hint">{ words::nothing_fits() }</p>
            }
        </div>
    }
}

/// The head of a column: orders by it, a second time the other way round, a third time as they were added.
fn head(dispatch: &Dispatch, library: &Library, cell: &'static str, column: Column) -> Html {
    let sort = library.view.sort;
    let here = sort.column == column;
    let to = if here && sort.down { Column::Added } else { column };
    let onclick = act(dispatch, LibraryAct::Sort(to));
    let order = here.then_some(if sort.down { "descending" } else { "ascending" });
    html! {
        <span class={cell} role="columnheader" aria-sort={order}>
            <button type="button" class={class("sort", &[(here, "sort-here"), (here && sort.down, "sort-down")])} {onclick}>
                <span>{ column.name() }</span>
                if here { { icon(Icon::Up) } }
            </button>
        </span>
    }
}
