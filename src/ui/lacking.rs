//! What this browser does not do here, across the page until it is put away.

use super::kit::{Button, Icon, icon};
use super::{Dispatch, act};
use crate::app::{Action, Lacking, LackingAct, State};
use crate::words::{frame, lacking as words};
use std::cell::RefCell;
use yew::prelude::*;

/// What is lacking, each with what helps.
pub(crate) fn strips(state: &State, dispatch: &Dispatch) -> Html {
    let one = |lacking: Lacking| {
        let put_away = act(dispatch, Action::step(LackingAct::PutAway(lacking)));
        html! {
            <section key={lacking.id()} class="warning caution here" aria-label={lacking.name()}>
                { icon(Icon::Warning) }
                <span>{ lacking.words() }</span>
                if lacking == Lacking::Memory {
                    { Button::new(frame::save_as_file(), act(dispatch, Action::Rescue)).html() }
                }
                { Button::new(words::put_away(), put_away).icon(Icon::Close).sign_only().quiet().html() }
            </section>
        }
    };
    html! { <div class="warning-list">{ for state.lacking().map(one) }</div> }
}

/// Says each of them once, when it is first shown.
pub(super) struct Announcer {
    dispatch: Dispatch,
    said: RefCell<Vec<Lacking>>,
}

impl Announcer {
    pub(super) fn new(dispatch: Dispatch) -> Self {
        if !gloo_utils::window().is_secure_context() {
            dispatch.emit(Action::step(LackingAct::Insecure));
        }
        Self { dispatch, said: RefCell::default() }
    }

    pub(super) fn rest(&self, state: &State) {
        for lacking in state.lacking() {
            let mut said = self.said.borrow_mut();
            if !said.contains(&lacking) {
                said.push(lacking);
                self.dispatch.emit(Action::step(LackingAct::Say(lacking)));
            }
        }
    }
}
