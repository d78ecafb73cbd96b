//! The address names what is shown, behind the `#`: so the browser's Back and Forward go through it, and a page that is
//! loaded again shows it again.
//!
//! Nothing but the names of screens and the ids of articles stands there, and it is never sent anywhere.

use super::{Dispatch, typed};
use crate::app::{Action, Screen, State};
use crate::model::DocumentId;
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
enum Place {
    Screen(Screen),
    Article(DocumentId),
}

/// The screens that have an address of their own.
const SCREENS: [(&str, Screen); 10] = [
    ("#library", Screen::Library),
    ("#search", Screen::Search),
    ("#questions", Screen::Questions),
    ("#suggestions", Screen::Suggestions),
    ("#entities", Screen::Entities),
    ("#claims", Screen::Claims),
    ("#schema", Screen::Schema),
    ("#statistics", Screen::Statistics),
    ("#history", Screen::History),
    ("#settings", Screen::Settings),
];
const ARTICLE: &str = "#article/";

/// The address of a screen.
pub(crate) fn of_screen(screen: Screen) -> &'static str {
    SCREENS.iter().find(|(_, of)| *of == screen).map_or(SCREENS[0].0, |(address, _)| address)
}

/// The address of an article.
pub(crate) fn of_article(id: &DocumentId) -> String {
    let id = id.as_str();
    // As most are, and each row of a list has one: the browser is asked for the others.
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte)) {
        return format!("{ARTICLE}{id}");
    }
    format!("{ARTICLE}{}", String::from(js_sys::encode_uri_component(id)))
}

impl Place {
    fn address(&self) -> String {
        match self {
            Self::Screen(screen) => of_screen(*screen).to_owned(),
            Self::Article(id) => of_article(id),
        }
    }

    /// What the page's address names now.
    fn named() -> Option<Self> {
        let hash = gloo_utils::window().location().hash().ok()?;
        if let Some(id) = hash.strip_prefix(ARTICLE) {
            let id = String::from(js_sys::decode_uri_component(id).ok()?);
            return Some(Self::Article(DocumentId::new(id)));
        }
        SCREENS.iter().find(|(address, _)| *address == hash).map(|(_, screen)| Self::Screen(*screen))
    }

    fn action(self) -> Action {
        match self {
            Self::Screen(screen) => Action::Show(screen),
            Self::Article(id) => Action::OpenArticle(id),
        }
    }
}

/// Keeps the address and what is shown together.
pub(super) struct Address {
    dispatch: Dispatch,
    /// What the address names; nothing before a project is open.
    shown: Rc<RefCell<Option<Place>>>,
    /// Whether the person just went back or on: an entry that cannot be shown is written over, not left in the way.
    went: Rc<Cell<bool>>,
    _back: EventListener,
}

impl Address {
    pub(super) fn new(dispatch: Dispatch) -> Self {
        let shown = Rc::<RefCell<Option<Place>>>::default();
        let went = Rc::<Cell<bool>>::default();
        let (go, was, goes) = (dispatch.clone(), shown.clone(), went.clone());
        let back = EventListener::new(&gloo_utils::window(), "popstate", move |_| {
            let Some(place) = Place::named() else { return };
            typed::take_all();
            // If it cannot be shown, the address is put right when what is shown is looked at.
            goes.set(true);
            was.replace(Some(place.clone()));
            let dialog = gloo_utils::document().query_selector("dialog[open]");
            go.emit(match dialog {
                Ok(Some(_)) => Action::CloseDialog,
                _ => place.action(),
            });
        });
        Self { dispatch, shown, went, _back: back }
    }

    /// Writes what is shown into the address. When the first project is open, it goes the other way round.
    pub(super) fn follow(&self, state: &State) {
        let Some(session) = &state.session else {
            // Of what was deleted nothing stays here either.
            if state.erased && self.shown.take().is_some() {
                let address = of_screen(Screen::Library);
                let history = gloo_utils::window().history();
                let _ =
                    history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
            }
            return;
        };
        let reading = session.reading.as_ref().filter(|_| state.screen == Screen::Read);
        let place = match reading {
            Some(reading) => Place::Article(reading.document.clone()),
            None => Place::Screen(state.screen),
        };
        let went = self.went.take();
        if self.shown.borrow().as_ref() == Some(&place) {
            return;
        }
        let before = self.shown.replace(Some(place.clone()));
        let first = before.is_none();
        // Of two that stand side by side the one that is worked in: both are shown all the while.
        let beside = session.beside.as_ref().map(|aside| Place::Article(aside.document.clone()));
        let turned = beside.is_some() && beside == before;
        let named = Place::named();
        if named.as_ref() == Some(&place) {
            return;
        }
        // A project without articles begins at its beginning.
        let there = named.filter(|named| match named {
            Place::Screen(_) => !session.project.in_order().is_empty(),
            Place::Article(id) => session.project.document(id).is_some(),
        });
        // Unless the person went on already: this part of the page comes behind what can be clicked.
        if first
            && place == Place::Screen(Screen::Library)
            && let Some(there) = there
        {
            self.dispatch.emit(there.action());
            return;
        }
        let Ok(history) = gloo_utils::window().history() else { return };
        let (nothing, address) = (JsValue::NULL, place.address());
        // The first one takes the place of the address that the page was opened with.
        let _ = match first || went || turned {
            true => history.replace_state_with_url(&nothing, "", Some(&address)),
            false => history.push_state_with_url(&nothing, "", Some(&address)),
        };
    }
}
