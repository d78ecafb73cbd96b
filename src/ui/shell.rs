//! The shell: holds the state, applies actions to it, and runs their effects. It decides nothing.
//!
//! An action changes the state in `update`. What it changes in the drawn article is drawn there and then; its other
//! effects run in `rendered`, when the page shows the new state, in the order in which they were asked for. What they
//! answer comes back as actions. Those that need the later part wait until it is there (`more`), and so do files.
//!
//! An act on the article that moves nothing else on the page has the next frame to itself: the rest of the page follows
//! behind it, and with it the other effects. Only whether all is saved is never said too late. In the Library its table
//! comes first and the list in the sidebar a frame behind; so does the sidebar behind the registry of entities.

use super::frame::Status;
use super::input::{self, Keys};
use super::kit::Modals;
use super::more::{Later, More, Outside, ShellProps};
use super::open::Opener;
use super::pickers::{self, pick};
use super::{Dispatch, Screens, Slots, Windows, typed, view};
use crate::app::bindings::bind;
use crate::app::{Action, Dialog, Effect, Env, Saved, Screen, Settings, State, reduce, title};
use crate::browser::chance::{now, painted, random_name};
use crate::browser::words::breaks_near;
use crate::browser::{language, look};
use crate::edit::Actor;
use crate::words;
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// What comes to the shell.
pub enum Msg {
    /// Something happened.
    Act(Action),
    /// Files are being dragged over the page, or no longer.
    Dragging(bool),
    /// Files were chosen or dropped; true if a project was asked for.
    Files(Vec<File>, bool),
    /// What is missing of the later parts is to be loaded.
    Load,
    /// It is there, or could not be loaded.
    Loaded(Option<&'static More>),
    /// The screens that are opened now and then are there, or could not be loaded.
    ScreensLoaded(Option<&'static Screens>),
    /// A long list was scrolled, or has more rows than before.
    Scrolled,
    /// The frame is painted that the rest of the page waits for.
    Painted,
    /// A frame is painted behind which more of a long list is to be made.
    Grow,
}

/// The root component.
pub struct Shell {
    state: State,
    /// The settings that the page follows.
    applied: Settings,
    /// What the page is called.
    title: String,
    opener: Opener,
    /// Of the later part.
    outside: Option<Box<dyn Outside>>,
    /// Effects of the actions since the last rendering, and those that wait for the later part.
    waiting: Vec<Effect>,
    /// Whether the page waits for a frame: the article, the table of the Library or the registry shows already what was
    /// done.
    behind: Cell<bool>,
    /// Whether a long list waits for a frame, behind which more of it is made.
    growing: Cell<bool>,
    status: Status,
    /// Files that wait for it.
    files: Vec<File>,
    modals: Modals,
    dispatch: Dispatch,
    slots: Slots,
    keys: Rc<RefCell<Keys>>,
    _listeners: Vec<EventListener>,
}

impl Component for Shell {
    type Message = Msg;
    type Properties = ShellProps;

    fn create(ctx: &Context<Self>) -> Self {
        words::speak(language::of_page().unwrap_or_default());
        let link = ctx.link().clone();
        let dispatch = link.callback(Msg::Act);
        let status = Status::new();
        let slots = Slots {
            status: status.html(),
            later: Later::Wanted,
            screens: Later::Wanted,
            files: false,
            onload: link.callback(|()| Msg::Load),
            articles: Default::default(),
            windows: Windows::default(),
            sidebar: RefCell::default(),
            sidebar_waits: Cell::new(false),
            onscroll: link.callback(|_| Msg::Scrolled),
            inspected: RefCell::default(),
            dialogs: NodeRef::default(),
            dragging: false,
        };
        let keys = Rc::new(RefCell::new(Keys::default()));
        let actor = Actor(random_name().into());
        let mut listeners = input::listen(&link, keys.clone());
        listeners.extend(pickers::listen(&link));
        let opener = Opener::new(dispatch.clone());
        opener.start(actor.clone());
        Self {
            state: State::new(actor),
            applied: Settings::default(),
            title: String::new(),
            opener,
            outside: None,
            waiting: Vec::new(),
            behind: Cell::new(false),
            growing: Cell::new(false),
            status,
            files: Vec::new(),
            modals: Modals::default(),
            dispatch,
            slots,
            _listeners: listeners,
            keys,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            // What is under the pointer shows in the article alone: the page need not be made again.
            Msg::Act(action @ Action::Hover(_)) => {
                self.act(action);
                return !self.behind.get() && !self.waiting.is_empty();
            }
            // Only the status says so, which is up to date then.
            Msg::Act(action @ Action::Saved(Saved::Saved | Saved::Saving))
                if !matches!(self.state.saved, Saved::NotSaved(_)) =>
            {
                self.act(action);
                if self.waiting.is_empty() {
                    self.rest();
                }
                return !self.behind.get() && !self.waiting.is_empty();
            }
            Msg::Act(action @ Action::Typing(_)) => {
                self.act(action);
                return false;
            }
            Msg::Act(action) => {
                let (listed, screen) = (self.state.library.view.clone(), self.state.screen);
                let step = matches!(action, Action::Step(_));
                let shown = self.act(action);
                let waits = screen == self.state.screen
                    && match screen {
                        Screen::Library => self.state.library.view != listed,
                        // What is done there is to be seen there.
                        Screen::Entities => step,
                        _ => false,
                    };
                self.slots.sidebar_waits.set(waits);
                if shown {
                    self.follow(ctx);
                    return false;
                }
            }
            Msg::Painted => {
                self.slots.sidebar_waits.set(false);
                return self.behind.get();
            }
            Msg::Grow => {
                self.growing.set(false);
                return self.slots.windows.grow();
            }
            Msg::Dragging(dragging) => {
                let changed = self.slots.dragging != dragging;
                self.slots.dragging = dragging;
                return changed;
            }
            Msg::Files(files, opening) => {
                self.state.opening = opening;
                self.files.extend(files);
                self.read_files();
                self.slots.files = !self.files.is_empty();
                return self.slots.files;
            }
            Msg::Load => {
                if !matches!(self.slots.later, Later::Here(_) | Later::Coming) {
                    self.slots.later = Later::Coming;
                    let loading = ctx.props().load.emit(());
                    ctx.link().send_future(async { Msg::Loaded(loading.await) });
                }
                if self.wants_screens() && !matches!(self.slots.screens, Later::Coming) {
                    self.slots.screens = Later::Coming;
                    let loading = ctx.props().load_screens.emit(());
                    ctx.link().send_future(async { Msg::ScreensLoaded(loading.await) });
                }
            }
            Msg::ScreensLoaded(loaded) => {
                self.slots.screens = Later::after(loaded);
                // A dialog that cannot be shown would keep all keys to itself.
                if loaded.is_none() && self.state.dialog.as_ref().is_some_and(Dialog::is_seldom) {
                    self.act(Action::CloseDialog);
                }
            }
            Msg::Loaded(loaded) => {
                self.slots.later = Later::after(loaded);
                self.outside = loaded.map(|more| (more.outside)(&self.dispatch));
                if let Some(outside) = &self.outside {
                    self.slots.files = false;
                    self.slots.articles = outside.articles().map(|element| Html::VRef(element.into()));
                }
            }
            Msg::Scrolled => return self.slots.windows.measure(),
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        // Here and not when it is rendered: Yew lets the browser do other things before that, and acts may come.
        self.behind.set(false);
        view(&self.state, &self.dispatch, &self.slots)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.link().send_message(Msg::Load);
        }
        if self.wants_screens() && matches!(self.slots.screens, Later::Wanted) {
            ctx.link().send_message(Msg::Load);
        }
        if self.slots.sidebar_waits.get() {
            self.follow(ctx);
        }
        if self.slots.windows.want_measure() {
            ctx.link().send_message(Msg::Scrolled);
        }
        if self.slots.windows.grow() && !self.growing.replace(true) {
            ctx.link().send_future(async {
                painted().await;
                Msg::Grow
            });
        }
        self.modals.settle(&self.slots.dialogs);
        // A field can go with what is typed in it.
        if self.state.typing && !typed::any() {
            ctx.link().send_message(Msg::Act(Action::Typing(false)));
        }
        for effect in std::mem::take(&mut self.waiting) {
            self.run(effect);
        }
        self.read_files();
        self.rest();
    }
}

impl Shell {
    /// Has what is not to be seen yet follow behind the next frame.
    fn follow(&self, ctx: &Context<Self>) {
        if !self.behind.replace(true) {
            ctx.link().send_future(async {
                painted().await;
                Msg::Painted
            });
        }
    }

    /// Whether a screen, a dialog or help is open whose code is not there.
    fn wants_screens(&self) -> bool {
        let dialog = self.state.dialog.as_ref().is_some_and(Dialog::is_seldom);
        (dialog || self.state.layout.help || self.state.screen.is_seldom())
            && self.slots.screens.here().is_none()
    }

    /// Runs an effect, or keeps it until the later part is there.
    fn run(&mut self, effect: Effect) {
        let Err(effect) = self.opener.run(effect, &self.state) else { return };
        if let (Effect::Task(task), Some(screens)) = (&effect, self.slots.screens.here()) {
            return (screens.task)(*task, &self.opener, &self.state);
        }
        match &self.outside {
            Some(outside) => outside.run(effect, &self.state),
            None => self.waiting.push(effect),
        }
    }

    /// After effects: what is to be done by itself.
    fn rest(&self) {
        if let Some(outside) = &self.outside {
            outside.rest(&self.state);
        }
        if let Some(session) = &self.state.session {
            self.opener.rest(&session.project);
        }
    }

    fn read_files(&mut self) {
        if let Some(outside) = &self.outside
            && !self.files.is_empty()
        {
            outside.read_files(std::mem::take(&mut self.files));
        }
    }

    /// Applies an action. True if the article shows already what it did, and the rest of the page stands where it stood.
    fn act(&mut self, action: Action) -> bool {
        // The journal's person and actor are this browser's, as they were kept.
        if let Action::Started(..) = &action
            && let Some(actor) = self.opener.actor()
        {
            self.state.belong_to(actor);
        }
        let reading = self.state.screen == Screen::Read;
        // What decides where things stand on the page.
        let standing = |state: &State| {
            let two = state.session.as_ref().is_some_and(|session| session.beside.is_some());
            (two, state.layout.sheet, state.dialog.is_some(), state.hint, state.asks_name())
        };
        let stood = standing(&self.state);
        let env = Env { now: now(), words: &breaks_near };
        let effects = reduce(&mut self.state, action, &env);
        if self.state.settings != self.applied {
            self.applied = self.state.settings.clone();
            bind(&self.applied.keys);
            look::apply(&self.applied);
        }
        // What is drawn in the article at once needs no layout, as long as the rest of the page has not changed yet:
        // looking for the selection would force one.
        let builds = |effect: &Effect| matches!(effect, Effect::ShowArticle(_) | Effect::PaintLabels);
        let at_once = !self.waiting.iter().chain(&effects).any(builds);
        let shows = |effect: &Effect| matches!(effect, Effect::Patch { .. } | Effect::ShowSelected);
        let moves = |effect: &Effect| {
            matches!(effect, Effect::Focus(_) | Effect::FocusOn(_) | Effect::FocusInList { .. })
        };
        let stands = standing(&self.state);
        let shown = at_once
            && reading
            && !gloo_utils::document().hidden()
            && self.state.screen == Screen::Read
            && self.state.dialog.is_none()
            && stands == stood
            && effects.iter().any(shows)
            && !effects.iter().any(moves);
        // These ask for the layout, so they come when all is drawn.
        let mut last = Vec::new();
        for effect in effects {
            match effect {
                Effect::Patch { .. } | Effect::ShowSelected | Effect::ShowHovered if at_once => {
                    self.run(effect)
                }
                Effect::ShowCaret | Effect::ScrollTo(_) | Effect::ScrollToOne(_) if shown => {
                    last.push(effect)
                }
                // The page may be left before the next frame, or another project be open.
                Effect::Append(_) => self.run(effect),
                // At once, or what the worker says meanwhile opens the dialog again.
                Effect::StopReading => self.run(effect),
                // A step, which need not wait for a frame that shows nothing new.
                Effect::Later(_) | Effect::Pick(_) | Effect::Reshape(..) => self.run(effect),
                // Before the page is made again.
                Effect::Speak(chosen) => {
                    let spoken = chosen.unwrap_or_else(language::asked);
                    words::speak(spoken);
                    language::show(spoken);
                    language::keep(chosen);
                }
                // While the browser still knows that a person wants it.
                Effect::PickFiles => pick(pickers::FILES),
                Effect::PickFolder => pick(pickers::FOLDER),
                Effect::PickProject => pick(pickers::PROJECT),
                effect => self.waiting.push(effect),
            }
        }
        last.into_iter().for_each(|effect| self.run(effect));
        let title = title(&self.state);
        if title != self.title {
            gloo_utils::document().set_title(&title);
            self.title = title;
        }
        self.status.show(match &self.state.saved {
            Saved::Saved if self.state.typing => &Saved::Saving,
            saved => saved,
        });
        // Before the page is made again, and the text has more or less room.
        if (stands.0 != stood.0 || reading && self.state.screen != Screen::Read)
            && let Some(outside) = &self.outside
        {
            outside.leave_article();
        }
        let session = self.state.session.as_ref();
        *self.keys.borrow_mut() = Keys {
            schema: session.map(|session| session.project.schema.clone()),
            dialog: self.state.dialog.is_some(),
            drawer: self.state.layout.drawer,
            unsaved: self.state.saved != Saved::Saved,
            typing: self.state.typing,
            reading: self.state.screen == Screen::Read
                && session.is_some_and(|session| session.reading.is_some()),
            pen: session.is_some_and(|session| session.pen().is_some()),
        };
        shown
    }
}
