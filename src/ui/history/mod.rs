//! The screen *History*: what was done when, by whom, in which article; going back, and forgetting.

mod forget;

pub(super) use forget::forget_dialog;

use crate::app::{Action, Done, HEADING, HistoryAct, Session, State};
use crate::ui::kit::{Button, Field, Icon};
use crate::ui::{Dispatch, Slots, act, facts};
use crate::words::{self, history as names};
use yew::prelude::*;

/// The screen *History*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let shown = state.history.shown(session);
    let all = session.history.entries().len();
    let made = slots.windows.history.made(shown.len());
    let oninput = dispatch.reform(|words| Action::step(HistoryAct::Find(words)));
    let forget = act(dispatch, Action::step(HistoryAct::AskToForget));
    // Acts follow each other within a minute: the seconds tell which is which.
    let one =
        |at: usize| row(session, &shown[at], at, all, &facts::time_with_seconds(shown[at].time), dispatch);
    html! {
        <section class="screen history" key="history">
            <header class="screen-head">
                <div>
                    <h1 id={HEADING}>{ words::history() }</h1>
                    <p class="hint">{ names::hint() }</p>
                </div>
            </header>
            <div class="history-tools">
                { Field::new(names::by_article(), state.history.words.clone()).kind("search")
                    .placeholder(names::by_article_hint()).oninput(oninput).html() }
                <span class="hint history-count">{ names::acts(shown.len()) }</span>
                <div class="tools">
                    { Button::new(names::start(), act(dispatch, Action::step(HistoryAct::GoBack(0))))
                        .disabled(all == 0 || session.along).html() }
                    { Button::new(names::forget(), forget).danger().disabled(all == 0 || session.along).html() }
                </div>
            </div>
            if shown.is_empty() {
                <p class="hint">{ if all == 0 { names::nothing() } else { names::none_found() } }</p>
            }
            <div class="history-table" role="table" hidden={shown.is_empty()} aria-label={names::list()} aria-rowcount={(shown.len() + 1).to_string()}
                ref={made.scroller} ~style={made.room} onscroll={slots.onscroll.clone()}>
                <div class="history-head" role="rowgroup">
                    <div class="history-row" role="row" aria-rowindex="1">
                        <span role="columnheader" class="history-time">{ names::when() }</span>
                        <span role="columnheader" class="history-who">{ names::who() }</span>
                        <span role="columnheader">{ names::what() }</span>
                        <span role="columnheader" class="history-article">{ names::article() }</span>
                        <span role="columnheader"><span class="visually-hidden">{ names::go_back() }</span></span>
                    </div>
                </div>
                <div class="history-body rows" role="rowgroup">{ for made.rows.map(one) }</div>
            </div>
        </section>
    }
}

/// What was done, and the way back to it.
fn row(session: &Session, done: &Done, at: usize, all: usize, time: &str, dispatch: &Dispatch) -> Html {
    let who = done.person.as_ref().map_or("", |id| {
        session.project.people.get(id).map_or_else(|| id.as_str(), |person| person.name.as_str())
    });
    let article = match &*done.articles {
        [] => String::new(),
        [one] => one.to_string(),
        [first, rest @ ..] => names::more_articles(first, rest.len()),
    };
    let back = act(dispatch, Action::step(HistoryAct::GoBack(done.number)));
    html! {
        <div key={done.number.to_string()} class="history-row" role="row" aria-rowindex={(at + 2).to_string()}>
            <span role="cell" class="history-time figures">{ time }</span>
            <span role="cell" class="history-who" dir="auto" title={who.to_owned()}>{ who }</span>
            <span role="cell" class="history-what">
                <span class="history-act">{ &done.act }</span>
                <span class="history-object" dir="auto" title={done.what.clone()}>{ &done.what }</span>
            </span>
            <span role="cell" class="history-article" dir="auto" title={article.clone()}>{ &article }</span>
            <span role="cell" class="history-back">
                if done.number == all {
                    <span class="hint">{ names::now() }</span>
                } else {
                    { Button::new(names::go_back_to(time, &done.act), back).icon(Icon::Undo).sign_only().quiet()
                        .title(names::go_back_hint()).disabled(session.along).html() }
                }
            </span>
        </div>
    }
}
