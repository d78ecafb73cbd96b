//! Hints at the end of the page, where nothing else is said there: of backups, or of what is being picked.

use super::kit::{Button, Icon, icon};
use super::read::picking_strip;
use super::{Dispatch, act, backup};
use crate::app::{Action, Hint, HintAct, Session, State};
use crate::words::hints as words;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// A hint is said so long after it is shown, in milliseconds: what was done is heard first.
const AFTER: u32 = 1_200;

/// What is said at the end of the page: what is being picked, of backups, or a hint.
pub(crate) fn strip(state: &State, dispatch: &Dispatch) -> Html {
    let session = state.session.as_ref();
    let hint = || Some(hint_strip(dispatch, state.hint?, session?));
    html! {
        <>
            { for session.and_then(|session| picking_strip(dispatch, session)) }
            { backup::strip(state, dispatch).or_else(hint).unwrap_or_else(|| html! { <div></div> }) }
        </>
    }
}

fn hint_strip(dispatch: &Dispatch, hint: Hint, session: &Session) -> Html {
    html! {
        <section class="strip hint-strip" key={hint.id()} aria-label={words::hint()}>
            { icon(Icon::Help) }
            <p class="strip-text">{ hint.words(session) }</p>
            { Button::new(words::understood(), act(dispatch, Action::step(HintAct::PutAway))).quiet().html() }
        </section>
    }
}

/// Shows each hint when its time has come, and says it once.
pub(super) struct Hints {
    dispatch: Dispatch,
    /// The one that is said, or will be.
    said: RefCell<Option<(Hint, Timeout)>>,
}

impl Hints {
    pub(super) fn new(dispatch: Dispatch) -> Self {
        Self { dispatch, said: RefCell::default() }
    }

    pub(super) fn rest(&self, state: &State) {
        let next = state.next_hint();
        // A hint that nobody sees is neither shown nor done with.
        if next != state.hint && is_seen() {
            self.dispatch.emit(Action::step(HintAct::Show(next)));
        }
        let said = self.said.borrow().as_ref().map(|(hint, _)| *hint);
        if state.hint != said {
            let saying = state.hint.map(|hint| {
                let dispatch = self.dispatch.clone();
                (hint, Timeout::new(AFTER, move || dispatch.emit(Action::step(HintAct::Say(hint)))))
            });
            self.said.replace(saying);
        }
    }
}

/// Whether the end of the page has room for hints: a low window has none.
fn is_seen() -> bool {
    let strips = gloo_utils::document().query_selector(".strips").ok().flatten();
    let strips = strips.and_then(|strips| strips.dyn_into::<HtmlElement>().ok());
    strips.is_none_or(|strips| strips.offset_parent().is_some())
}
