//! The screen *Claims*: the matrix, and below it what is said of one claim.

mod cell;
mod matrix;
mod open;
mod relations;
mod tools;

use super::{Dispatch, Slots};
use crate::app::{Action, ClaimAct, HEADING, Session, State};
use crate::ui::kit::{Button, Icon, on_enter, takes};
use crate::words::{self, claims as own};
use yew::prelude::*;

/// `id` of the field for a new claim.
const NEW: &str = "new-claim";

/// What a control does that hands over a value.
fn step<T: 'static>(dispatch: &Dispatch, make: impl Fn(T) -> ClaimAct + 'static) -> Callback<T> {
    dispatch.reform(move |value| Action::step(make(value)))
}

/// The screen.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let screen = &state.claims;
    let all = session.project.claims.len();
    let matrix = session.matrix(screen);
    let open = screen.open.as_ref().and_then(|id| session.project.claims.get(id));
    html! {
        <section class="screen claims" key="claims">
            <header class="screen-head">
                <div>
                    <h1 id={HEADING}>{ words::claims_screen() }</h1>
                    <p class="hint">{ if all > 0 { own::claims(all) } else { own::lead().to_owned() } }</p>
                </div>
                { new(dispatch) }
            </header>
            if all == 0 {
                <div class="claims-none">
                    <p>{ own::none_yet() }</p>
                    <p class="hint">{ own::none_yet_hint() }</p>
                </div>
            } else {
                { tools::tools(screen, session, dispatch) }
                { tools::legend(screen, dispatch) }
                { matrix::matrix(screen, session, &matrix, dispatch, slots) }
                <p class="hint" hidden={!matrix.rows.is_empty()}>{ own::none_fit() }</p>
            }
            { for open.map(|claim| open::open(screen, session, &matrix, claim, dispatch)) }
        </section>
    }
}

/// A field for the words of a new claim.
fn new(dispatch: &Dispatch) -> Html {
    let add = takes(NEW, step(dispatch, ClaimAct::New));
    html! {
        <div class="claims-new" onkeydown={on_enter(add.clone())}>
            <input class="input" id={NEW} type="text" dir="auto" autocomplete="off" aria-label={own::new_claim()}
                placeholder={own::new_claim()} />
            { Button::new(own::add(), add).icon(Icon::Add).html() }
        </div>
    }
}
