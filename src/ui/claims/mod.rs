//! The screen *Claims*: the matrix, and below it what is said of one claim.

mod cell;
mod clash;
mod copy;
mod drag;
mod matrix;
mod open;
mod print;
mod relations;
mod tools;

pub(crate) use print::sheet;

use super::{Dispatch, Slots};
use crate::analysis::matrix::Head;
use crate::app::{Action, ClaimAct, ClaimField, ClaimsScreen, HEADING, NEW_CLAIM, Session, State};
use crate::ui::kit::{Button, Field, Icon, on_enter, takes};
use crate::words::{self, claims as own};
use yew::prelude::*;

/// What a control does that hands over a value.
fn step<T: 'static>(dispatch: &Dispatch, make: impl Fn(T) -> ClaimAct + 'static) -> Callback<T> {
    dispatch.reform(move |value| Action::step(make(value)))
}

/// What is wrong in a field, if it is this one.
fn wrong(screen: &ClaimsScreen, field: ClaimField) -> Option<AttrValue> {
    let (_, why) = screen.wrong.iter().find(|(at, _)| *at == field)?;
    Some((*why).into())
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
                { new(screen, dispatch) }
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
                <p class="hint" hidden={!matrix.columns.contains(&Head::Outlet(String::new()))}>{ own::unnamed_hint() }</p>
                { tools::takes_away(dispatch) }
            }
            { for open.map(|claim| open::open(screen, session, &matrix, claim, dispatch)) }
        </section>
    }
}

/// A field for the words of a new claim.
fn new(screen: &ClaimsScreen, dispatch: &Dispatch) -> Html {
    let add = takes(NEW_CLAIM, step(dispatch, ClaimAct::New));
    html! {
        <div class="claims-new" onkeydown={on_enter(add.clone())}>
            { Field::new(own::new_claim(), "").id(NEW_CLAIM).bare().placeholder(own::new_claim())
                .wrong(wrong(screen, ClaimField::New)).html() }
            { Button::new(own::add(), add).icon(Icon::Add).html() }
        </div>
    }
}
