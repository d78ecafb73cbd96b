//! Whether all suggestions that were in view are to be accepted, or refused: the list of them, and the question.

use super::row::made_by;
use super::step;
use crate::app::{Action, QueueAct, Queued, Session, State, Verdict, quote, score_text};
use crate::ui::kit::{Button, Icon, Modal, chip};
use crate::ui::{Dispatch, Slots, act};
use crate::words::{self, decimal_sign, suggestions as own};
use yew::prelude::*;

/// A quote is cut after this many characters.
const QUOTE: usize = 80;

/// Dialog *Accept suggestions*, or *Refuse suggestions*.
pub(crate) fn dialog(
    state: &State,
    session: &Session,
    verdict: Verdict,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let seen = session.seen_queued(&state.queue);
    let unseen = session.queued(&state.queue.shows).len() - seen.len();
    let made = slots.windows.judged.made(seen.len());
    let rows = made.rows.filter_map(|n| row(session, n, seen.len(), &seen[n]));
    let (accept, number) = (verdict == Verdict::Accept, |n: usize| words::number(n as u64));
    let judge =
        Button::new(own::judge(accept, &number(seen.len())), step(dispatch, QueueAct::JudgeSeen(verdict)))
            .disabled(seen.is_empty());
    let (sign, title) =
        if accept { (Icon::Accept, own::accept_all()) } else { (Icon::Close, own::refuse_all()) };
    let onclose = act(dispatch, Action::CloseDialog);
    let modal = Modal {
        key: "suggestions",
        title,
        onclose: onclose.clone(),
        wide: true,
        footer: html! {
            <>
                { Button::new(own::cancel(), onclose).quiet().html() }
                { judge.icon(sign).primary().html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <div class="judged" tabindex="0" role="group" aria-label={own::to_be_judged()} ref={made.scroller} ~style={made.room} onscroll={slots.onscroll.clone()}>
                <ul class="rows" role="list">{ for rows }</ul>
            </div>
            if unseen > 0 {
                <p class="hint">{ own::unseen(&number(unseen)) }</p>
            }
        </>
    })
}

fn row(session: &Session, n: usize, total: usize, one: &Queued) -> Option<Html> {
    let document = session.project.document(&one.document)?;
    let annotation = session.project.annotation(&one.document, &one.id)?;
    let label = session.project.schema.label(&annotation.label);
    let score = annotation.origin.score.as_ref().map(|score| score_text(score, decimal_sign()));
    Some(html! {
        <li class="judged-row" key={one.id.as_str()} aria-setsize={total.to_string()} aria-posinset={(n + 1).to_string()}>
            { chip(label.map_or(0, |label| label.colour), label.map_or("", |label| &label.name)) }
            <span class="judged-quote" dir="auto">{ quote(&document.text, annotation, QUOTE) }</span>
            <span class="judged-by hint" dir="auto">{ made_by(session, annotation) }</span>
            <span class="figures">{ score.unwrap_or_default() }</span>
        </li>
    })
}
