//! The screen *Search*: words in all articles of the project, each hit in its context; what is found can be marked.

mod row;

use super::{Dispatch, Slots, maybe};
use crate::app::{Action, RESULTS, SEARCH_WORDS, Search, SearchAct, Session, State};
use crate::model::LabelId;
use crate::ui::kit::{Button, Choice, Field, Icon, Select, composes, progress, select};
use crate::words::{self, search as texts};
use yew::prelude::*;

/// For a control that does one thing here.
fn act<E: 'static>(dispatch: &Dispatch, act: SearchAct) -> Callback<E> {
    dispatch.reform(move |_| Action::step(act.clone()))
}

/// The screen *Search*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let search = &state.search;
    let made = slots.windows.search.made(search.rows());
    let oninput = dispatch.reform(|text| Action::step(SearchAct::Words(text)));
    let found = search.rows() > 0;
    let states = session.found_states(search);
    let empty = search.words.is_empty();
    let onkeydown = maybe(dispatch, move |event: KeyboardEvent| {
        let does = match event.key().as_str() {
            _ if composes(&event) => None,
            // The row below the heading.
            "Enter" if found => Some(SearchAct::Open(1)),
            // The first time it empties the field.
            "Escape" if empty => Some(SearchAct::Leave),
            "Escape" => Some(SearchAct::Words(String::new())),
            _ => None,
        };
        does.map(|does| {
            event.prevent_default();
            Action::step(does)
        })
    });
    html! {
        <section class="screen search" key="search">
            <header class="screen-head"><h1>{ words::search() }</h1></header>
            <search class="search-bar" aria-label={texts::words_to_find()}>
                <div class="search-words" {onkeydown}>
                    { Field::new(texts::words_to_find(), search.words.clone()).bare().kind("search").id(SEARCH_WORDS)
                        .placeholder(texts::words_to_find()).hint(texts::hint()).oninput(oninput).html() }
                </div>
                { Button::new(texts::whole_words(), act(dispatch, SearchAct::Whole(!search.whole))).pressed(search.whole).html() }
            </search>
            <div class="search-state">
                { status(search, dispatch) }
                if search.hits > 0 {
                    { mark(search, session, dispatch, search.chosen(&states)) }
                }
            </div>
            <ul class="result-list rows" id={RESULTS} role="list" aria-label={texts::results()}
                ref={made.scroller} ~style={made.room} onscroll={&slots.onscroll}>
                { for made.rows.map(|at| row::row(search, session, dispatch, at, &states)) }
            </ul>
        </section>
    }
}

/// How far it is, or what was found. What was found is also said in the live region, once.
fn status(search: &Search, dispatch: &Dispatch) -> Html {
    if let Some(done) = search.running {
        let all = search.articles();
        let far = words::of(&words::number(done as u64), &words::articles(all));
        return html! {
            <>
                { progress(texts::progress(), done as u64, all as u64, far) }
                { Button::new(texts::stop(), act(dispatch, SearchAct::Stop)).html() }
            </>
        };
    }
    let said = if search.words.trim().is_empty() {
        String::new()
    } else {
        texts::found(search.hits, search.found.len())
    };
    html! {
        <p class="hint">
            { said }
            if search.too_many {
                { " " }{ texts::too_many() }
            }
        </p>
    }
}

fn mark(search: &Search, session: &Session, dispatch: &Dispatch, hits: usize) -> Html {
    let labels = &session.project.schema.labels;
    let chosen = session.search_label(search);
    let label = select(Select {
        label: texts::label().into(),
        bare: true,
        value: chosen.as_ref().map_or("", |label| label.as_str()),
        choices: labels.iter().map(|label| Choice::new(label.id.to_string(), label.name.clone())).collect(),
        onchange: dispatch.reform(|id: String| Action::step(SearchAct::Label(LabelId::new(id)))),
    });
    let nothing = hits == 0 || search.running.is_some() || chosen.is_none();
    html! {
        <div class="search-mark">
            { label }
            { for search.links.as_ref().and_then(|to| session.name_of(to)).map(|name| html! {
                <span class="search-links">
                    <span dir="auto">{ texts::links_to(&name) }</span>
                    { Button::new(texts::no_link(), act(dispatch, SearchAct::NoLink)).icon(Icon::Close).sign_only().quiet().html() }
                </span>
            }) }
            { Button::new(texts::mark(hits), act(dispatch, SearchAct::Mark)).disabled(nothing).html() }
        </div>
    }
}
