//! A row of the results: the heading of an article, or a hit in its context.

use super::act;
use crate::app::{Action, HitState, RESULTS, ResultRow, Search, SearchAct, Session, context};
use crate::ui::{Dispatch, address, facts, maybe};
use crate::words::{self, search as texts};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub(super) fn row(
    search: &Search,
    session: &Session,
    dispatch: &Dispatch,
    at: usize,
    states: &[Vec<HitState>],
) -> Html {
    let (article, hit) = match search.row(at) {
        ResultRow::Article(article) => (article, None),
        ResultRow::Hit(article, hit) => (article, Some(hit)),
    };
    let found = &search.found[article];
    let place = |class: &'static str, inside: Html| {
        html! {
            <li key={at} {class} aria-setsize={search.rows().to_string()} aria-posinset={(at + 1).to_string()}>{ inside }</li>
        }
    };
    let Some(document) = found.article(&session.project) else {
        // It was removed after the search.
        return place("result", html! { texts::article_gone() });
    };
    let title = facts::title(&document.metadata);
    let href = address::of_article(&found.document);
    let open: Callback<MouseEvent> = act(dispatch, SearchAct::Open(at));
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        open.emit(event);
    };
    match hit {
        None => {
            let own = states.get(article).map_or(&[][..], Vec::as_slice);
            let marked = |hit: &usize| own.get(*hit) == Some(&HitState::Marked);
            let mut free = (0..found.hits.len()).filter(|hit| !marked(hit)).peekable();
            let none = free.peek().is_none();
            let all = !none && free.all(|hit| search.takes(article, hit, states));
            let inside = html! {
                <>
                    { take(dispatch, at, all, none, texts::take_all(&title)) }
                    <h2 dir="auto"><a class="doc-link" id={format!("{RESULTS}-{at}")} {href} {onclick}>{ title }</a></h2>
                    <span class="hint figures">{ words::hits(found.hits.len()) }</span>
                </>
            };
            place("result result-article", inside)
        }
        Some(hit) => {
            let span = found.hits[hit];
            let (before, behind) = context(&document.text, span);
            let words = document.text.slice(span).replace('\n', " ");
            let state = states.get(article).and_then(|states| states.get(hit)).unwrap_or(&HitState::Free);
            let there = session.hit_words(document, state);
            let marked = *state == HitState::Marked;
            let inside = html! {
                <>
                    { take(dispatch, at, search.takes(article, hit, states), marked, texts::take_hit(&words)) }
                    <a class="result-link" id={format!("{RESULTS}-{at}")} dir="auto" {href} {onclick}>
                        <span class="result-before"><span>{ before }</span></span>
                        <mark class="result-hit">{ words }</mark>
                        <span class="result-behind">{ behind }</span>
                    </a>
                    if !there.is_empty() {
                        <span class="result-there hint" dir="auto" title={there.clone()}>{ &there }</span>
                    }
                </>
            };
            place("result", inside)
        }
    }
}

/// The box that leaves a hit out, or all of an article.
fn take(dispatch: &Dispatch, at: usize, take: bool, disabled: bool, name: String) -> Html {
    let onchange = maybe(dispatch, move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        Some(Action::step(SearchAct::Take(at, input.checked())))
    });
    html! { <input type="checkbox" aria-label={name} checked={take} {disabled} {onchange} /> }
}
