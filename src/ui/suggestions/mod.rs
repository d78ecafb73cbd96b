//! The screen *Suggestions*: what is suggested in all articles, each in its context with its score and where it comes
//! from, to be accepted or refused one by one, or all that were in view at once.

mod all;
mod row;
mod tools;

pub(crate) use all::dialog;

use super::input::pressed;
use super::{Dispatch, Slots, act, maybe};
use crate::app::{
    Action, Command, HEADING, Hit, Motion, QUEUE, Queue, QueueAct, Session, State, Verdict, Way, Zone, lookup,
};
use crate::model::Schema;
use crate::ui::kit::{Button, composes};
use crate::words::{self, suggestions as own};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// For a control that does one thing here.
fn step<E: 'static>(dispatch: &Dispatch, step: QueueAct) -> Callback<E> {
    act(dispatch, Action::step(step))
}

/// The screen *Suggestions*.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let queue = &state.queue;
    let (all, listed) = (session.all_queued(), session.queued(&queue.shows));
    let window = &slots.windows.suggestions;
    window.watched(
        Rc::as_ptr(&listed).cast::<()>() as usize,
        dispatch.reform(|rows| Action::step(QueueAct::Seen(rows))),
    );
    let made = window.made(listed.len());
    let rows =
        made.rows.filter_map(|n| row::row(session, dispatch, queue.at.as_ref(), n, listed.len(), &listed[n]));
    html! {
        <section class="screen suggestions" key="suggestions">
            <header class="screen-head">
                <div>
                    <h1 id={HEADING}>{ words::suggestions_screen() }</h1>
                    <p class="hint">{ own::lead() }</p>
                </div>
            </header>
            if !all.is_empty() {
                { tools::tools(state, session, dispatch, &listed) }
            }
            <div class="suggestions-place" hidden={listed.is_empty()} id={QUEUE} ref={made.scroller} ~style={made.room}
                onscroll={slots.onscroll.clone()} onkeydown={keys(dispatch, session.project.schema.clone())}>
                <ul class="suggestion-list rows" role="list" aria-label={own::list()}>{ for rows }</ul>
            </div>
            <div class="questions-none" hidden={!listed.is_empty()}>
                if all.is_empty() {
                    <p>{ own::none() }</p>
                    <p class="hint">{ own::none_hint() }</p>
                } else {
                    <p>{ own::none_pass() }</p>
                    { Button::new(own::show_all(), step(dispatch, QueueAct::Show(Queue::default()))).html() }
                }
            </div>
        </section>
    }
}

/// The keys of the list: those of the article, as far as they do something with a suggestion, and the arrows.
fn keys(dispatch: &Dispatch, schema: Rc<Schema>) -> Callback<KeyboardEvent> {
    maybe(dispatch, move |event: KeyboardEvent| {
        // A choice of labels has keys of its own.
        if composes(&event) || event.target_dyn_into::<HtmlSelectElement>().is_some() {
            return None;
        }
        let does = match lookup(&pressed(&event), Zone::List, Some(&schema))? {
            Hit::Run(Command::Accept) => QueueAct::Judge(None, Verdict::Accept),
            Hit::Run(Command::Refuse) => QueueAct::Judge(None, Verdict::Refuse),
            Hit::Run(Command::Suggestion(Way::Next) | Command::Move(Motion::LineDown, _)) => {
                QueueAct::Step(1)
            }
            Hit::Run(Command::Suggestion(Way::Previous) | Command::Move(Motion::LineUp, _)) => {
                QueueAct::Step(-1)
            }
            Hit::Label(label) => QueueAct::Relabel(None, label),
            _ => return None,
        };
        event.prevent_default();
        Some(Action::step(does))
    })
}
