//! The sidebar: the views, and the articles of the project.

use super::command_button;
use super::header::person_button;
use crate::app::{Action, Command, Screen, Session};
use crate::model::DocumentId;
use crate::sorted::Set;
use crate::ui::kit::{Icon, Window, class, icon};
use crate::ui::{Dispatch, address, facts};
use crate::words;
use yew::prelude::*;

/// What the sidebar shows.
pub(crate) struct Nav<'a> {
    pub dispatch: &'a Dispatch,
    pub screen: Screen,
    /// The open project; none while one loads.
    pub session: Option<&'a Session>,
    /// The person's name, or nothing.
    pub person: &'a str,
    /// Which articles are made.
    pub window: &'a Window,
    pub onscroll: &'a Callback<Event>,
}

/// Views and articles.
pub(crate) fn nav(props: &Nav<'_>) -> Html {
    let Nav { dispatch, screen, session, person, window, onscroll } = *props;
    let library = screen == Screen::Library;
    let total = session.map_or(0, |session| session.project.in_order().len());
    let listed = session.map(|session| session.listed()).unwrap_or_default();
    let made = window.made(listed.len());
    let rows = session.into_iter().flat_map(|session| {
        let (copies, listed) = (session.copies(), listed.clone());
        made.rows.clone().map(move |at| article(dispatch, session, at, &listed, &copies, !library))
    });
    // Fewer than all where the library's filters left some out.
    let number = |n: usize| words::number(n as u64);
    let shown = match listed.len() {
        some if some < total => words::of(&number(some), &number(total)),
        _ => number(total),
    };
    html! {
        <>
            <nav class="views" aria-label={words::frame::views()}>
                { for Screen::VIEWS.map(|view| link(dispatch, view, view == screen)) }
            </nav>
            <nav class="articles" aria-label={words::frame::articles()}>
                <h2 class="side-heading" aria-hidden="true">
                    { words::frame::articles() }<span class="figures">{ shown }</span>
                </h2>
                <div class="article-list" ref={made.scroller} ~style={made.room} {onscroll}>
                    <ul class="rows" role="list">
                        { for rows }
                    </ul>
                </div>
            </nav>
            <div class={class("side-tools", &[(library, "only-narrow")])}>
                if !library {
                    { command_button(Command::AddArticles, Icon::Add, dispatch).quiet().html() }
                    { command_button(Command::PasteText, Icon::Paste, dispatch).quiet().html() }
                    { command_button(Command::OpenProject, Icon::Folder, dispatch).quiet().html() }
                }
                { person_button(dispatch, person, "person-button only-narrow").html() }
            </div>
        </>
    }
}

/// The way to a screen.
fn link(dispatch: &Dispatch, to: Screen, here: bool) -> Html {
    let sign = match to {
        Screen::Library | Screen::Read => Icon::Library,
        Screen::Search => Icon::Search,
        Screen::Questions => Icon::Unsure,
        Screen::Suggestions => Icon::Suggestions,
        Screen::Entities => Icon::Entities,
        Screen::Claims => Icon::Claims,
        Screen::Schema => Icon::Schema,
        Screen::Statistics => Icon::Statistics,
        Screen::History => Icon::History,
        Screen::Settings => Icon::Settings,
    };
    let dispatch = dispatch.clone();
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        dispatch.emit(Action::Show(to));
    };
    html! {
        <a class="view-link" href={address::of_screen(to)} aria-current={here.then_some("page")} {onclick}>
            { icon(sign) }<span>{ to.name() }</span>
        </a>
    }
}

/// One article, by its place among those that are listed. The link is named by the title alone; the rest stands beside it.
fn article(
    dispatch: &Dispatch,
    session: &Session,
    at: usize,
    listed: &[usize],
    copies: &Set<DocumentId>,
    read: bool,
) -> Html {
    let document = &session.project.in_order()[listed[at]];
    let annotations = session.project.annotations(&document.id).map_or(0, |all| all.len());
    let open = read && session.reading.as_ref().is_some_and(|reading| reading.document == document.id);
    let onclick = {
        let (dispatch, id) = (dispatch.clone(), document.id.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            dispatch.emit(Action::OpenArticle(id.clone()));
        }
    };
    let metadata = &document.metadata;
    let title = facts::title(metadata);
    html! {
        <li key={at} class="article-row" aria-setsize={listed.len().to_string()} aria-posinset={(at + 1).to_string()}>
            <a class="article-link" href={address::of_article(&document.id)} dir="auto" title={title.clone()}
                aria-current={open.then_some("page")} {onclick}>{ title }</a>
            <span class="article-facts">
                if !metadata.language.is_empty() {
                    <span class="language">{ &metadata.language }</span>
                }
                if copies.contains(&document.id) {
                    <span class="copy" title={words::frame::copy_hint()}>{ words::frame::copy() }</span>
                }
                <span class="outlet" dir="auto">{ &metadata.outlet }</span>
                if annotations > 0 {
                    <span class="figures" title={words::annotations(annotations)}>
                        { words::number(annotations as u64) }
                    </span>
                }
            </span>
        </li>
    }
}
