//! The screen *Open questions*: what is unsure, noted or incomplete, in all articles, each a step away from its text.

use crate::app::{Action, HEADING, Questions, QuestionsAct, Session, State, quote};
use crate::model::{AnnotationId, DocumentId};
use crate::sorted::Set;
use crate::ui::kit::{Button, Icon, chip, icon};
use crate::ui::{Dispatch, Slots, address, facts};
use crate::words;
use crate::words::questions as own;
use yew::prelude::*;

/// A quote is cut after this many characters.
const QUOTE: usize = 120;

/// The screen *Open questions*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let wanted = &state.questions;
    let found = session.questions(wanted);
    let articles: Set<&DocumentId> = found.iter().map(|(document, _)| document).collect();
    let made = slots.windows.questions.made(found.len());
    let rows = made.rows.filter_map(|n| row(session, dispatch, n, found.len(), &found[n]));
    let toggle = |name: &'static str, on: bool, change: fn(&mut Questions)| {
        let mut next = wanted.clone();
        change(&mut next);
        let show = dispatch.reform(move |()| Action::step(QuestionsAct::Show(next.clone())));
        Button::new(name, show).class("chip-button").pressed(on).html()
    };
    let nothing = *wanted == Questions { unsure: false, noted: false, incomplete: false };
    html! {
        <section class="screen questions" key="questions">
            <header class="screen-head">
                <div>
                    <h1 id={HEADING}>{ words::questions() }</h1>
                    <p class="hint">{ own::lead() }</p>
                </div>
            </header>
            <div class="questions-tools">
                <div class="tools" role="group" aria-label={own::show()}>
                    { toggle(own::unsure(), wanted.unsure, |wanted| wanted.unsure = !wanted.unsure) }
                    { toggle(own::noted(), wanted.noted, |wanted| wanted.noted = !wanted.noted) }
                    { toggle(own::incomplete(), wanted.incomplete, |wanted| wanted.incomplete = !wanted.incomplete) }
                </div>
                <span class="hint" role="status">
                    { if found.is_empty() { String::new() } else { own::found(found.len(), articles.len()) } }
                </span>
            </div>
            <div class="questions-place" hidden={found.is_empty()} ref={made.scroller} ~style={made.room} onscroll={slots.onscroll.clone()}>
                <ul class="question-list rows" role="list" aria-label={own::list()}>{ for rows }</ul>
            </div>
            <div class="questions-none" hidden={!found.is_empty()}>
                <p>{ if nothing { own::nothing_chosen() } else { own::none() } }</p>
                <p class="hint">{ own::none_hint() }</p>
            </div>
        </section>
    }
}

/// One annotation: its label and quote, what is open about it, and its article.
fn row(
    session: &Session,
    dispatch: &Dispatch,
    n: usize,
    total: usize,
    (home, id): &(DocumentId, AnnotationId),
) -> Option<Html> {
    let project = &session.project;
    let (document, annotation) = (project.document(home)?, project.annotation(home, id)?);
    let label = project.schema.label(&annotation.label);
    let missing = project.schema.missing(&annotation.label, |id| annotation.attributes.contains_key(id));
    let missing: Vec<&str> = missing.map(|attribute| attribute.name.as_str()).collect();
    let go = {
        let (dispatch, home, id) = (dispatch.clone(), home.clone(), id.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            dispatch.emit(Action::step(QuestionsAct::Go(home.clone(), id.clone())));
        }
    };
    Some(html! {
        <li class="question" key={id.as_str()} aria-setsize={total.to_string()} aria-posinset={(n + 1).to_string()}>
            <a class="question-link" href={address::of_article(home)} onclick={go}>
                { chip(label.map_or(0, |label| label.colour), label.map_or("", |label| &label.name)) }
                { " " }
                <span class="question-quote" dir="auto">{ quote(&document.text, annotation, QUOTE) }</span>
            </a>
            <p class="question-facts hint">
                if annotation.unsure {
                    <span class="question-mark">{ icon(Icon::Unsure) }{ own::unsure() }</span>
                }
                if !missing.is_empty() {
                    <span class="question-mark" dir="auto">{ icon(Icon::Warning) }{ own::lacks(&missing.join(", ")) }</span>
                }
                if !annotation.note.is_empty() {
                    <span class="question-note" dir="auto" title={annotation.note.clone()}>{ icon(Icon::Note) }<span>{ &annotation.note }</span></span>
                }
                <span class="question-article" dir="auto">{ facts::title(&document.metadata) }</span>
            </p>
        </li>
    })
}
