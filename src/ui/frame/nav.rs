//! The sidebar: the views, and the articles of the project.

use super::command_button;
use crate::app::{Action, Command, Screen};
use crate::model::{Document, DocumentId};
use crate::sorted::{Set, order};
use crate::ui::kit::window::use_window;
use crate::ui::kit::{Icon, icon};
use crate::ui::{Dispatch, words};
use std::rc::Rc;
use yew::prelude::*;

/// The documents in their order. Two are equal if they hold the very same records: no text is ever compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Documents(pub Rc<Vec<Rc<Document>>>);

impl PartialEq for Documents {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(other.0.iter()).all(|(a, b)| Rc::ptr_eq(a, b))
    }
}

impl Documents {
    /// Those whose text stands in the list once already.
    pub(crate) fn copies(&self) -> Set<DocumentId> {
        let text = |n: usize| self.0[n].text.sha256();
        let by_text = order(self.0.len(), &|a, b| text(a).cmp(&text(b)));
        let again = by_text.windows(2).filter(|pair| text(pair[0]) == text(pair[1]));
        again.map(|pair| self.0[pair[1]].id.clone()).collect()
    }
}

/// Props of [`Nav`].
#[derive(Properties, PartialEq)]
pub(crate) struct NavProps {
    pub dispatch: Dispatch,
    pub screen: Screen,
    pub documents: Documents,
    /// How many annotations each has.
    pub counts: Rc<Vec<usize>>,
    /// The open one.
    pub open: Option<DocumentId>,
}

/// Views and articles.
#[component]
pub(crate) fn Nav(props: &NavProps) -> Html {
    let copies = use_memo(props.documents.clone(), |documents| documents.copies());
    let window = use_window(props.documents.0.len());
    let to_library = {
        let dispatch = props.dispatch.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            dispatch.emit(Action::ShowLibrary);
        }
    };
    let library = props.screen == Screen::Library;
    let row = |n: usize| {
        let document = &props.documents.0[n];
        let open = !library && props.open.as_ref() == Some(&document.id);
        article(props, n, document, copies.contains(&document.id), open)
    };
    html! {
        <>
            <nav class="views" aria-label="Views">
                <a class="view-link" href="#library" aria-current={library.then_some("page")} onclick={to_library}>
                    { icon(Icon::Library) }<span>{ "Library" }</span>
                </a>
            </nav>
            <nav class="articles" aria-label="Articles">
                <h2 class="side-heading" aria-hidden="true">
                    { "Articles" }<span class="figures">{ words::number(props.documents.0.len() as u64) }</span>
                </h2>
                <div class="article-list" ref={window.scroller.clone()} onscroll={window.onscroll.clone()}>
                    <ul class="rows" role="list" ref={window.rows.clone()}>
                        { for window.made.clone().map(row) }
                    </ul>
                </div>
            </nav>
            if !library {
                <div class="side-tools">
                    { command_button(Command::AddArticles, Icon::Add, &props.dispatch).quiet().html() }
                    { command_button(Command::PasteText, Icon::Paste, &props.dispatch).quiet().html() }
                    { command_button(Command::OpenProject, Icon::Folder, &props.dispatch).quiet().html() }
                </div>
            }
        </>
    }
}

/// One article. The link is named by the title alone; the rest stands beside it.
fn article(props: &NavProps, index: usize, document: &Document, copy: bool, open: bool) -> Html {
    let annotations = props.counts.get(index).copied().unwrap_or(0);
    let onclick = {
        let (dispatch, id) = (props.dispatch.clone(), document.id.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            dispatch.emit(Action::OpenArticle(id.clone()));
        }
    };
    let metadata = &document.metadata;
    let title = words::title(metadata);
    html! {
        <li key={document.id.as_str()} class="article-row" aria-setsize={props.documents.0.len().to_string()} aria-posinset={(index + 1).to_string()}>
            <a class="article-link" href={format!("#article/{}", document.id)} dir="auto" title={title.clone()}
                aria-current={open.then_some("page")} {onclick}>{ title }</a>
            <span class="article-facts">
                if !metadata.language.is_empty() {
                    <span class="language">{ &metadata.language }</span>
                }
                if copy {
                    <span class="copy" title="The same text stands in another article">{ "copy" }</span>
                }
                <span class="outlet" dir="auto">{ &metadata.outlet }</span>
                if annotations > 0 {
                    <span class="figures" title={words::count(annotations, "annotation", "annotations")}>
                        { words::number(annotations as u64) }
                    </span>
                }
            </span>
        </li>
    }
}
