//! Moving the focus and scrolling the list: what the shell asks of the page by name.

mod kept;
mod panel;

pub(super) use kept::Kept;
pub(super) use panel::Panel;

use crate::app::{Focus, Screen};
use gloo_events::EventListener;
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The list of articles in the sidebar, for the style sheet and for [`show_row`].
pub(crate) const ARTICLES: &str = ".article-list";
/// `id` of the list of annotations.
pub(crate) const LIST: &str = "annotations";
/// `id` of region *Annotation*.
pub(crate) const INSPECTOR: &str = "annotation";
/// `id` of the note's field.
pub(crate) const NOTE: &str = "annotation-note";
/// `id` of the list's filter.
pub(crate) const FILTER: &str = "annotation-filter";
/// `id` of the field for the words to find.
pub(crate) const FIND: &str = "find-words";

fn find(selector: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.query_selector(selector).ok()??.dyn_into().ok()
}

/// What is to have the focus.
pub(super) enum Place {
    /// A place that the app knows by name.
    Named(Focus),
    /// The element with this `id`.
    Element(String),
    /// The same in a windowed list, given by its `id`, in this row.
    InList(&'static str, usize, String),
}

/// A place that is to have the focus.
pub(super) struct Wanted {
    /// Which.
    pub place: Place,
    /// The screen that it stands on.
    pub screen: Screen,
}

/// What became of that.
#[derive(PartialEq)]
pub(super) enum Reached {
    /// It has the focus, or cannot have it.
    Yes,
    /// It is not on the page yet.
    NotYet,
    /// It stands in the sheet, which is closed.
    InSheet,
}

impl Wanted {
    /// Moves the focus there. Where it stands in a list, its row is made then.
    pub(super) fn focus(&self) -> Reached {
        let by_id = |id: &str| gloo_utils::document().get_element_by_id(id);
        let (found, missing) = match &self.place {
            Place::Named(place) => (named(*place), Reached::Yes),
            Place::Element(id) => (by_id(id), Reached::NotYet),
            Place::InList(list, row, id) => {
                by_id(list).iter().for_each(|list| reveal(list, *row));
                (by_id(id), Reached::NotYet)
            }
        };
        let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
            return missing;
        };
        let sheet = element.closest(".panel-body").ok().flatten();
        if sheet.is_some_and(|sheet| sheet.get_client_rects().length() == 0) {
            return Reached::InSheet;
        }
        // What is no control takes the focus this once: left so, it would take every click, and the keys that scroll
        // what stands in it with that.
        if element.tab_index() < 0 && !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
            let own = element.clone();
            EventListener::once(&element, "blur", move |_| drop(own.remove_attribute("tabindex"))).forget();
        }
        let _ = element.focus();
        // What is typed takes the place of the words that were looked for.
        if let (Place::Named(Focus::Find), Some(field)) = (&self.place, element.dyn_ref::<HtmlInputElement>())
        {
            field.select();
        }
        Reached::Yes
    }
}

/// A place by its name, if it is on the page.
fn named(place: Focus) -> Option<Element> {
    let by_id = |id: &str| gloo_utils::document().get_element_by_id(id);
    match place {
        // The article view does that, without scrolling.
        Focus::Article => None,
        Focus::Inspector => {
            // The first control of the region, so that the next key does something.
            find(&format!("#{INSPECTOR} > :not(.aside) :is(select, button)"))
                .map(Into::into)
                .or_else(|| by_id(INSPECTOR))
        }
        Focus::Note => by_id(NOTE),
        Focus::List => by_id(LIST),
        Focus::Find => by_id(FIND),
    }
}

/// Scrolls a windowed list, given by its selector, as little as needed for a row to be in view. Does so behind the next
/// frame: that one belongs to the article, and other rows cost as much as all the rest of it. Dropping what this answers
/// gives up.
#[must_use]
pub fn show_row(list: String, index: usize) -> AnimationFrame {
    request_animation_frame(move |_| {
        Timeout::new(0, move || {
            if let Some(list) = find(&list) {
                reveal(&list, index);
            }
        })
        .forget();
    })
}

/// Scrolls a list, or the sheet in which it stands in full, as little as needed for an element in it, by their ids, to be
/// in view.
pub(crate) fn into_view(list: &str, element: &str) {
    if let (Some(list), Some(element)) = (find(&format!("#{list}")), find(&format!("#{element}"))) {
        let stands_in_full = list.scroll_height() <= list.client_height();
        let sheet = list.closest(".panel-body").ok().flatten().filter(|_| stands_in_full);
        let list: Element = sheet.unwrap_or_else(|| list.into());
        let (room, place) = (list.get_bounding_client_rect(), element.get_bounding_client_rect());
        let (above, below) = (room.top() - place.top(), place.bottom() - room.bottom());
        let by = if above > 0.0 { -above } else { below.max(0.0) };
        list.set_scroll_top(list.scroll_top() + by.round() as i32);
    }
}

/// Scrolls a windowed list as little as needed for a row to be in view.
pub(crate) fn reveal(list: &Element, index: usize) {
    let height = super::kit::row_height(list);
    let (top, bottom) = (index as f64 * height, (index + 1) as f64 * height);
    let (from, room) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if top < from {
        list.set_scroll_top(top as i32);
    } else if bottom > from + room {
        list.set_scroll_top((bottom - room).ceil() as i32);
    }
}
