//! The open article, or two side by side.

use super::title::{Pane, title_block};
use crate::app::{Action, BesideAct, Command, Reading, Session, titled};
use crate::ui::kit::{Button, Icon, class};
use crate::ui::{Dispatch, Slots, act, facts};
use crate::words::read as words;
use yew::prelude::*;

/// The open articles, in the order in which they stand. Of two each has a head of its own, which on a narrow page
/// switches between them.
pub(crate) fn panes(session: &Session, reading: &Reading, dispatch: &Dispatch, slots: &Slots) -> Html {
    let beside = session.beside.as_deref();
    let (first, second) = match beside {
        Some(aside) if session.second => (aside, Some(reading)),
        aside => (reading, aside),
    };
    let one = |which: bool, shown: &Reading| pane(session, shown, which, dispatch, slots);
    html! {
        <>
            { for second.map(|second| heads(session, [first, second], dispatch)) }
            { one(false, first) }
            { for second.map(|second| one(true, second)) }
        </>
    }
}

fn pane(session: &Session, shown: &Reading, second: bool, dispatch: &Dispatch, slots: &Slots) -> Html {
    let [left, right] = &slots.articles;
    let place = if second { right } else { left };
    let here = second == session.second;
    let document = session.project.document(&shown.document);
    let id = if second { "reader-2" } else { "reader" };
    // Of two, each is a region of its own, and its controls say whose they are.
    let two = document.filter(|_| session.beside.is_some()).map(|document| {
        let title = titled(&document.metadata);
        if second { words::second_article(title) } else { words::first_article(title) }
    });
    let place_of = Pane { two: two.is_some(), second };
    html! {
        <div class={class("reader", &[(!here, "reader-aside")])} {id} key={id} role={two.is_some().then_some("region")} aria-label={two}>
            { for document.map(|document| title_block(dispatch, &session.project.schema, document, place_of)) }
            <div class="article-place">{ place.clone() }</div>
        </div>
    }
}

fn heads(session: &Session, shown: [&Reading; 2], dispatch: &Dispatch) -> Html {
    let head = |second: bool, reading: &Reading| {
        let document = session.project.document(&reading.document);
        let title = document.map_or_else(String::new, |document| facts::title(&document.metadata));
        let here = second == session.second;
        let turn = act(dispatch, Action::step(BesideAct::Turn(second)));
        let close = act(dispatch, Action::step(BesideAct::Close(second)));
        let button = Button::new(title.clone(), turn).quiet().pressed(here);
        let button = match (here, Command::OtherArticle.info().chords().first()) {
            (true, _) => button.title(words::worked_in()),
            (false, Some(chord)) => button.keys(chord.to_string(), chord.aria()),
            (false, None) => button,
        };
        html! {
            <div class={class("pane-head", &[(here, "pane-here")])} key={if second { "head-2" } else { "head" }}>
                <div class="pane-title">{ button.html() }</div>
                { Button::new(words::close_article(&title), close).icon(Icon::Close).sign_only().quiet().html() }
            </div>
        }
    };
    let [first, second] = shown;
    html! {
        <div class="pane-heads" role="group" aria-label={words::two_articles()} key="heads">
            { head(false, first) }
            { head(true, second) }
        </div>
    }
}
