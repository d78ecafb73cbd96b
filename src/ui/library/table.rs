//! The documents of the project.

use super::row::{Row, row};
use crate::app::{Action, Command, Dialog};
use crate::model::DocumentId;
use crate::sorted::Set;
use crate::text::{fold, holds_folded};
use crate::ui::frame::{Documents, command_button};
use crate::ui::kit::window::use_window;
use crate::ui::kit::{Button, Field, Icon};
use crate::ui::{Dispatch, words};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Library`].
#[derive(Properties, PartialEq)]
pub(crate) struct LibraryProps {
    pub dispatch: Dispatch,
    pub documents: Documents,
    /// How many annotations each has.
    pub counts: Rc<Vec<usize>>,
    /// Name of the project.
    pub project: AttrValue,
}

/// Which documents hold the words in their title, outlet or file name.
fn found(documents: &Documents, words: &str) -> Vec<usize> {
    let wanted: String = words.trim().chars().map(fold).collect();
    let holds = |text: &str| holds_folded(text, &wanted);
    let all = documents.0.iter().enumerate();
    all.filter(|(_, document)| {
        wanted.is_empty()
            || holds(&document.metadata.title)
            || holds(&document.metadata.outlet)
            || document.metadata.byline.iter().any(|author| holds(author))
            || document.source.as_ref().is_some_and(|source| holds(&source.file))
    })
    .map(|(n, _)| n)
    .collect()
}

/// The columns between the box to tick and the button at the end: class and heading.
const COLUMNS: [(&str, &str); 7] = [
    ("cell-title", "Title"),
    ("cell-outlet", "Outlet"),
    ("cell-language", "Language"),
    ("cell-published", "Published"),
    ("cell-status", "Status"),
    ("cell-length", "Characters"),
    ("cell-count", "Annotations"),
];

/// A table of documents, with a filter, and what can be done with several at once.
#[component]
pub(crate) fn Library(props: &LibraryProps) -> Html {
    let chosen = use_state(Set::<DocumentId>::new);
    let filter = use_state(String::new);
    let copies = use_memo(props.documents.clone(), |documents| documents.copies());
    let shown =
        use_memo((props.documents.clone(), (*filter).clone()), |(documents, words)| found(documents, words));
    let window = use_window(shown.len());

    // Not remembered: what was removed meanwhile is no longer chosen.
    let live: Vec<DocumentId> = props
        .documents
        .0
        .iter()
        .map(|document| &document.id)
        .filter(|id| chosen.contains(*id))
        .cloned()
        .collect();
    let choose = {
        let chosen = chosen.clone();
        use_callback((*chosen).clone(), move |(id, on): (DocumentId, bool), before: &Set<DocumentId>| {
            let mut next = before.clone();
            if on {
                next.insert(id);
            } else {
                next.remove(&id);
            }
            chosen.set(next);
        })
    };
    let all = !shown.is_empty() && shown.iter().all(|&n| chosen.contains(&props.documents.0[n].id));
    let choose_all = {
        let (chosen, shown, documents) = (chosen.clone(), shown.clone(), props.documents.clone());
        move |_: Event| {
            let ids = shown.iter().map(|&n| documents.0[n].id.clone());
            chosen.set(if all { Set::new() } else { ids.collect() });
        }
    };
    let remove = {
        let (dispatch, live, chosen) = (props.dispatch.clone(), live.clone(), chosen.clone());
        Callback::from(move |()| {
            dispatch.emit(Action::RemoveDocuments(live.clone()));
            chosen.set(Set::new());
        })
    };
    let oninput = {
        let filter = filter.setter();
        use_callback((), move |text, ()| filter.set(text))
    };
    let edit = use_callback(props.dispatch.clone(), |id, dispatch| {
        dispatch.emit(Action::Open(Dialog::Document(id, None)));
    });
    let one = |at: usize| {
        let n = shown[at];
        let document = &props.documents.0[n];
        row(&Row {
            index: at,
            document,
            annotations: props.counts.get(n).copied().unwrap_or(0),
            copy: copies.contains(&document.id),
            chosen: chosen.contains(&document.id),
            dispatch: &props.dispatch,
            choose: &choose,
            edit: &edit,
        })
    };
    let total: usize = props.counts.iter().sum();
    html! {
        <section class="library">
            <header class="library-head">
                <div class="library-title">
                    <h1 dir="auto">{ &props.project }</h1>
                    <p class="hint">
                        { words::count(props.documents.0.len(), "article", "articles") }{ " · " }
                        { words::count(total, "annotation", "annotations") }
                    </p>
                </div>
                <div class="tools">
                    { command_button(Command::AddArticles, Icon::Add, &props.dispatch).primary().html() }
                    { command_button(Command::PasteText, Icon::Paste, &props.dispatch).html() }
                    { command_button(Command::OpenProject, Icon::Folder, &props.dispatch).html() }
                </div>
            </header>
            <div class="library-tools">
                <Field label="Find articles" bare={true} kind="search" placeholder="Find by title, outlet, author" value={(*filter).clone()} {oninput} />
                <div class="library-chosen">
                    if live.is_empty() {
                        <span class="hint">{ words::count(shown.len(), "article shown", "articles shown") }</span>
                    } else {
                        <span class="hint">{ format!("{} chosen", words::number(live.len() as u64)) }</span>
                        { Button::new("Remove", remove)
                            .icon(Icon::Delete).danger()
                            .title("Remove the chosen articles and their annotations; Undo brings them back")
                            .html() }
                    }
                </div>
            </div>
            <div class="doc-table" role="table" aria-label="Documents" aria-rowcount={(shown.len() + 1).to_string()}
                ref={window.scroller.clone()} onscroll={window.onscroll.clone()}>
                <div class="doc-head" role="rowgroup">
                    <div class="doc-row" role="row" aria-rowindex="1">
                        <span class="cell-check" role="columnheader">
                            <input type="checkbox" aria-label="Choose all that are shown" checked={all} onchange={choose_all} />
                        </span>
                        { for COLUMNS.map(|(class, name)| html! { <span {class} role="columnheader">{ name }</span> }) }
                        <span class="cell-edit" role="columnheader"><span class="visually-hidden">{ "Details" }</span></span>
                    </div>
                </div>
                <div class="doc-body" role="rowgroup" ref={window.rows.clone()}>
                    { for window.made.clone().map(one) }
                </div>
            </div>
        </section>
    }
}
