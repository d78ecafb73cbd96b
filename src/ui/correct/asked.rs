//! The annotations that a person is asked about, each with the places that are offered.

use super::step;
use crate::app::{Choice, CorrectAct, CorrectFate, Look, PAGE, Session, context};
use crate::model::{Document, Fragments};
use crate::text::Text;
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Field, chip, on_enter};
use crate::words::{self, correct as names};
use yew::prelude::*;

/// All that wait, a page of them at a time.
pub(super) fn section(session: &Session, document: &Document, look: &Look, dispatch: &Dispatch) -> Html {
    let asked: Vec<_> = look.asked().collect();
    if asked.is_empty() {
        return Html::default();
    }
    let [.., open] = look.counts();
    let rows = asked
        .iter()
        .skip(look.from)
        .take(PAGE)
        .map(|(n, fate, offers)| one(session, document, look, dispatch, *n, fate, offers));
    let rest = |choice: Choice| step(dispatch, move |()| CorrectAct::ChooseRest(choice));
    let offered = asked.iter().any(|(_, fate, offers)| fate.choice.is_none() && !offers.is_empty());
    html! {
        <section class="correct-asked" aria-label={names::to_decide()}>
            <h3>{ names::to_decide() }</h3>
            <p class="hint">{ names::to_decide_hint() }</p>
            { for rows }
            { pages(look.from, asked.len(), dispatch) }
            <div class="correct-rest">
                { Button::new(names::rest_unsure(), rest(Choice::Place(0, true)))
                    .title(names::rest_unsure_hint()).disabled(!offered).html() }
                { Button::new(names::rest_delete(), rest(Choice::Delete)).danger().disabled(open == 0).html() }
            </div>
        </section>
    }
}

/// The way through many.
fn pages(from: usize, all: usize, dispatch: &Dispatch) -> Html {
    if all <= PAGE {
        return Html::default();
    }
    let go = |to: usize| step(dispatch, move |()| CorrectAct::Page(to));
    let to = (from + PAGE).min(all);
    let number = |n: usize| words::number(n as u64);
    html! {
        <div class="correct-pages">
            { Button::new(names::previous(), go(from.saturating_sub(PAGE))).disabled(from == 0).html() }
            <span>{ names::some_of(&number(from + 1), &number(to), &number(all)) }</span>
            { Button::new(names::next(), go(to)).disabled(to == all).html() }
        </div>
    }
}

/// What fragments hold, in one line, with what stands around them.
fn quoted(text: &Text, fragments: &Fragments) -> Html {
    let hull = fragments.hull();
    let (before, behind) = context(text, hull);
    html! { <span dir="auto">{ before }<strong>{ quote(text, fragments) }</strong>{ behind }</span> }
}

/// What fragments hold, in one line.
fn quote(text: &Text, fragments: &Fragments) -> String {
    let pieces = fragments.spans().iter().map(|span| text.slice(*span).replace('\n', " "));
    pieces.collect::<Vec<_>>().join(" … ")
}

/// One annotation: its label and quote, where it stood, where it may go.
fn one(
    session: &Session,
    document: &Document,
    look: &Look,
    dispatch: &Dispatch,
    n: usize,
    fate: &CorrectFate,
    offers: &[Fragments],
) -> Html {
    let annotation = &fate.annotation;
    let label = session.project.schema.label(&annotation.label);
    // The text that was compared, whatever the article has by now.
    let old = look.changes.as_ref().map_or(&document.text, |changes| changes.old());
    let own = quote(old, &annotation.fragments);
    let radio = |choice: Choice, name: Option<String>, shown: Html| {
        let choose = step(dispatch, move |_: Event| CorrectAct::Choose(n, choice));
        let checked = match (choice, fate.choice) {
            (Choice::Place(at, _), Some(Choice::Place(chosen, _))) => at == chosen,
            (choice, chosen) => Some(choice) == chosen,
        };
        html! {
            <label class="correct-choice">
                <input type="radio" name={format!("correct-{n}")} aria-label={name} {checked} onchange={choose} />
                { shown }
            </label>
        }
    };
    let place = |(at, offer): (usize, &Fragments)| {
        let name = names::place_at(&quote(&look.new.text, offer));
        radio(Choice::Place(at, false), Some(name), quoted(&look.new.text, offer))
    };
    let hits = words::hits(fate.found);
    let found = match offers.len() - fate.offered {
        shown if shown < fate.found && shown > 0 => names::nearest(&hits, &words::number(shown as u64)),
        _ => hits,
    };
    html! {
        <fieldset class="correct-one" key={annotation.id.as_str()} data-decided={fate.choice.is_some().to_string()}>
            <legend>
                { for label.map(|label| chip(label.colour, &label.name)) }
                <span class="correct-quote" dir="auto">{ format!("“{own}”") }</span>
            </legend>
            <p class="correct-old"><span class="hint">{ names::in_old_text() }</span>{ quoted(old, &annotation.fragments) }</p>
            // In elements of their own: a place that comes beside the field would have it made anew.
            <div class="correct-places">{ for offers.iter().enumerate().take(fate.offered).map(place) }</div>
            <p class="hint" hidden={fate.offered > 0}>{ names::not_found() }</p>
            { radio(Choice::Delete, None, html! { <span>{ names::delete() }</span> }) }
            <div class="correct-words" onkeydown={on_enter(step(dispatch, move |()| CorrectAct::TakeFound(n)))}>
                { Field::new(names::other_words(), "").kind("search").title(names::other_words_hint())
                    .id(format!("correct-words-{n}")).oninput(step(dispatch, move |words| CorrectAct::Find(n, words)))
                    .wrong((!fate.missed.is_empty()).then(|| names::words_not_found(&fate.missed).into())).html() }
            </div>
            // Below the field, which so stays where it is while one types.
            <div class="correct-places">
                <p class="hint" hidden={fate.found == 0}>{ found }</p>
                { for offers.iter().enumerate().skip(fate.offered).map(place) }
            </div>
        </fieldset>
    }
}
