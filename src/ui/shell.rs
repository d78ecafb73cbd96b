//! The shell: holds the state, applies actions to it, and runs their effects. It decides nothing.
//!
//! An action changes the state in `update`. What it changes in the drawn article is drawn there and then; its other
//! effects run in `rendered`, when the page shows the new state, in the order in which they were asked for. What they
//! answer comes back as actions.

use super::article::Article;
use super::input::{self, Keys};
use super::kit::Modals;
use super::pickers;
use super::run::Outside;
use super::{Slots, Windows, view};
use crate::app::{Action, Effect, Env, Saved, Screen, State, reduce};
use crate::browser::chance::{now, random_name};
use crate::browser::words::breaks_near;
use crate::edit::Actor;
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// What comes to the shell.
pub enum Msg {
    /// Something happened.
    Act(Action),
    /// Files are being dragged over the page, or no longer.
    Dragging(bool),
    /// Files were chosen or dropped.
    Files(Vec<File>),
    /// A long list was scrolled, or has more rows than before.
    Scrolled,
}

/// The root component.
pub struct Shell {
    state: State,
    outside: Outside,
    /// Effects of the actions since the last rendering.
    waiting: Vec<Effect>,
    modals: Modals,
    dispatch: Callback<Action>,
    slots: Slots,
    keys: Rc<RefCell<Keys>>,
    _listeners: Vec<EventListener>,
}

impl Component for Shell {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let dispatch = link.callback(Msg::Act);
        let article = Article::new(dispatch.clone());
        let slots = Slots {
            article: Html::VRef(article.element().into()),
            windows: Windows::default(),
            onscroll: link.callback(|_| Msg::Scrolled),
            inspected: RefCell::default(),
            dialogs: NodeRef::default(),
            dragging: false,
        };
        let keys = Rc::new(RefCell::new(Keys::default()));
        let actor = Actor(random_name().into());
        let mut listeners = input::listen(&link, keys.clone());
        listeners.extend(pickers::listen(&link));
        let outside = Outside::new(dispatch.clone(), article);
        outside.start(actor.clone());
        Self {
            state: State::new(actor),
            outside,
            waiting: Vec::new(),
            modals: Modals::default(),
            dispatch,
            slots,
            _listeners: listeners,
            keys,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            // What is under the pointer shows in the article alone: the page need not be made again.
            Msg::Act(action @ Action::Hover(_)) => {
                self.act(action);
                return !self.waiting.is_empty();
            }
            Msg::Act(action) => self.act(action),
            Msg::Dragging(dragging) => {
                let changed = self.slots.dragging != dragging;
                self.slots.dragging = dragging;
                return changed;
            }
            Msg::Files(files) => {
                self.outside.read_files(files);
                return false;
            }
            Msg::Scrolled => return self.slots.windows.measure(),
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        view(&self.state, &self.dispatch, &self.slots)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.slots.windows.want_measure() {
            ctx.link().send_message(Msg::Scrolled);
        }
        self.modals.settle(&self.slots.dialogs);
        for effect in std::mem::take(&mut self.waiting) {
            self.outside.run(effect, &self.state);
        }
        self.outside.rest(&self.state);
    }
}

impl Shell {
    fn act(&mut self, action: Action) {
        // The journal's person and actor are this browser's, as they were kept.
        if let Action::Started(..) = &action
            && let Some(actor) = self.outside.actor()
        {
            self.state.belong_to(actor);
        }
        // What was done since is not in the journal yet; it says so itself when it is saved.
        let behind = matches!(action, Action::Saved(Saved::Saved))
            && self.waiting.iter().any(|effect| matches!(effect, Effect::Append(_)));
        if behind {
            return;
        }
        let reading = self.state.screen == Screen::Read;
        let env = Env { now: now(), words: &breaks_near };
        let effects = reduce(&mut self.state, action, &env);
        // What is drawn in the article at once needs no layout, as long as the rest of the page has not changed yet:
        // looking for the selection would force one.
        let builds = |effect: &Effect| matches!(effect, Effect::ShowArticle(_) | Effect::PaintLabels);
        let at_once = !self.waiting.iter().chain(&effects).any(builds);
        for effect in effects {
            match effect {
                Effect::Patch { .. } | Effect::ShowSelected | Effect::ShowHovered if at_once => {
                    self.outside.run(effect, &self.state)
                }
                // At once, or what the worker says meanwhile opens the dialog again.
                Effect::StopReading => self.outside.run(effect, &self.state),
                effect => self.waiting.push(effect),
            }
        }
        if reading && self.state.screen != Screen::Read {
            self.outside.leave_article();
        }
        let session = self.state.session.as_ref();
        *self.keys.borrow_mut() = Keys {
            schema: session.map(|session| session.project.schema.clone()),
            dialog: self.state.dialog.is_some(),
            unsaved: matches!(self.state.saved, Saved::NotSaved(_)),
            pen: session
                .and_then(|session| session.reading.as_ref())
                .is_some_and(|reading| reading.pen.is_some()),
        };
    }
}
