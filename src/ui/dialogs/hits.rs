//! Every place where the words stand, before all of them are marked.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Dialog, HITS_LISTED, HitState, HitsAct, Session, context};
use crate::model::LabelId;
use crate::text::{Span, Text};
use crate::ui::kit::{Button, Choice, Modal, Select, select};
use crate::ui::{Dispatch, act};
use crate::words::{self, dialogs as names};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Which label, and which of the hits; each in its context.
pub(crate) fn mark_hits_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    session: Option<&Session>,
    label: &LabelId,
) -> Html {
    let Some((session, document)) = session.and_then(|session| Some((session, session.document()?))) else {
        return html! { <div key="gone"></div> };
    };
    let find = session.reading.as_ref().and_then(|reading| reading.find.clone()).unwrap_or_default();
    let states = session.hit_states(&find, label);
    let chosen = find.chosen(&states).count();
    let onclose = close(dispatch);
    let modal = Modal {
        key: "hits",
        title: names::mark_hits(),
        warning,
        guard: true,
        onclose: onclose.clone(),
        wide: true,
        footer: footer(
            names::cancel(),
            onclose,
            Button::new(
                names::mark_some(&words::number(chosen as u64)),
                act(dispatch, Action::step(HitsAct::Mark(label.clone()))),
            )
            .disabled(chosen == 0),
        ),
        ..Modal::default()
    };
    let choices = session.project.schema.labels.iter();
    let label = select(Select {
        label: names::label().into(),
        bare: false,
        value: label.as_str(),
        choices: choices.map(|label| Choice::new(label.id.to_string(), label.name.clone())).collect(),
        onchange: typed(dispatch, |id| Dialog::MarkHits(LabelId::new(id))),
    });
    let rows = find.hits.iter().zip(&states).enumerate();
    let rows = rows.map(|(n, (hit, state))| {
        let take = find.ticks.takes(&n, state);
        let marked = *state == HitState::Marked;
        row(dispatch, &document.text, n, *hit, take, marked, session.hit_words(document, state))
    });
    modal.html(html! {
        <>
            { label }
            <ul class="hits" role="list" aria-label={names::hits()}>{ for rows }</ul>
            if find.hits.len() > HITS_LISTED {
                <p class="hint">{ names::first_hits(
                    &words::number(HITS_LISTED as u64), &words::number(find.hits.len() as u64),
                ) }</p>
            }
        </>
    })
}

/// One hit, with a box to leave it out, and what is marked there.
fn row(
    dispatch: &Dispatch,
    text: &Text,
    n: usize,
    hit: Span,
    take: bool,
    marked: bool,
    there: String,
) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::step(HitsAct::Take(n, input.checked())));
            }
        }
    };
    let (before, behind) = context(text, hit);
    html! {
        <li key={n}>
            <label class="hit">
                <input type="checkbox" checked={take} disabled={marked} {onchange} />
                <span class="hit-text">
                    <span dir="auto">{ before }<strong>{ text.slice(hit).replace('\n', " ") }</strong>{ behind }</span>
                    if !there.is_empty() {
                        <span class="hint" dir="auto">{ there }</span>
                    }
                </span>
            </label>
        </li>
    }
}
