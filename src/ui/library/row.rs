//! One document in the library.

use super::status::{status_select, status_value};
use crate::app::{Action, DOCUMENTS, Dialog, LibraryAct};
use crate::model::Document;
use crate::ui::kit::{Icon, class, icon};
use crate::ui::{Dispatch, act, address, facts};
use crate::words::{frame, library as words, number};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One row of the table.
pub(crate) struct Row<'a> {
    /// Place among those that are shown, from 0.
    pub index: usize,
    pub document: &'a Document,
    pub annotations: usize,
    /// Whether its text stands in another document before it.
    pub copy: bool,
    pub chosen: bool,
    pub dispatch: &'a Dispatch,
}

/// One document: its title opens it.
pub(crate) fn row(props: &Row) -> Html {
    let document = props.document;
    let metadata = &document.metadata;
    let title = facts::title(metadata);
    let open = {
        let (dispatch, id) = (props.dispatch.clone(), document.id.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            dispatch.emit(Action::OpenArticle(id.clone()));
        }
    };
    let choose = {
        let (dispatch, id) = (props.dispatch.clone(), document.id.clone());
        // A click, by the space bar too: it knows of Shift, which takes all from the one before to this one.
        move |event: MouseEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let act = if event.shift_key() { LibraryAct::ChooseTo } else { LibraryAct::Choose };
                dispatch.emit(Action::step(act(id.clone(), input.checked())));
            }
        }
    };
    let edit = act(props.dispatch, Action::Open(Dialog::Document(document.id.clone(), None)));
    let id = document.id.clone();
    let status = status_select(
        props.dispatch,
        words::status_of(&title).into(),
        Some(document.status),
        None,
        move |status| LibraryAct::SetStatusOfRow(id.clone(), status),
    );
    let length = u64::from(document.text.lengths().code_points);
    html! {
        // By its place: another document in it changes a few words, and another element would be made anew. The focus stays
        // where it is when a row goes, or is moved by what made it go.
        <div key={props.index} class={class("doc-row", &[(props.chosen, "doc-chosen")])} role="row"
            aria-rowindex={(props.index + 2).to_string()}>
            <span class="cell-check" role="cell">
                <input type="checkbox" aria-label={words::choose(&title)} checked={props.chosen} onclick={choose} />
            </span>
            // Not at the row: what it says is inherited, and all in it would be styled anew.
            <span class="cell-title" role="rowheader" data-status={status_value(document.status)}>
                <a class="doc-link" id={format!("{DOCUMENTS}-{}", props.index)} href={address::of_article(&document.id)} dir="auto" title={title.clone()} onclick={open}>{ &title }</a>
                if props.copy {
                    <span class="copy" title={frame::copy_hint()}>{ frame::copy() }</span>
                }
            </span>
            <span class="cell-outlet" role="cell" dir="auto">{ &metadata.outlet }</span>
            <span class="cell-language" role="cell">
                if metadata.language_guessed && !metadata.language.is_empty() {
                    <span class="guess" title={words::guessed()}>{ &metadata.language }</span>
                } else {
                    { &metadata.language }
                }
            </span>
            <span class="cell-published" role="cell" title={metadata.published.clone()}>{ facts::day(&metadata.published) }</span>
            <span class="cell-status" role="cell">{ status }</span>
            <span class="cell-length figures" role="cell">{ number(length) }</span>
            <span class="cell-count figures" role="cell">{ number(props.annotations as u64) }</span>
            <span class="cell-edit" role="cell">
                <button type="button" class="button button-quiet button-icon" aria-label={words::details_of(&title)}
                    title={words::details()} onclick={edit}>{ icon(Icon::Edit) }</button>
            </span>
        </div>
    }
}

/// The heading of a group.
pub(super) fn group(index: usize, name: &str, count: usize) -> Html {
    html! {
        <div key={format!("group {index}")} class="doc-row doc-group" role="row" aria-rowindex={(index + 2).to_string()}>
            <span class="cell-group" role="rowheader" aria-colspan="9">
                <bdi>{ name.to_owned() }</bdi>{ " " }<span class="hint figures">{ number(count as u64) }</span>
            </span>
        </div>
    }
}
