//! What the panel beside the article shows of what is selected: the form from its top on, and the row in the list.

use super::{INSPECTOR, LIST, find, reveal};
use crate::app::{Screen, State};
use crate::model::AnnotationId;
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Node, ResizeObserver};

/// Keeps both in view.
pub(in crate::ui) struct Panel {
    /// The annotation whose form was shown last.
    shown: RefCell<Option<AnnotationId>>,
    /// What is about to bring the top of another one's form into view.
    top: RefCell<Option<AnimationFrame>>,
    /// The list that is looked at.
    list: RefCell<Option<Element>>,
    /// Says when it has less room than before.
    size: Option<ResizeObserver>,
    _resized: Closure<dyn FnMut()>,
}

impl Panel {
    pub(in crate::ui) fn new() -> Self {
        let resized = Closure::new(show_selected);
        Self {
            shown: RefCell::default(),
            top: RefCell::default(),
            list: RefCell::default(),
            size: ResizeObserver::new(resized.as_ref().unchecked_ref()).ok(),
            _resized: resized,
        }
    }

    /// After the page was made again.
    pub(in crate::ui) fn rest(&self, state: &State) {
        let session = state.session.as_ref().filter(|_| state.screen == Screen::Read);
        let Some(reading) = session.and_then(|session| session.reading.as_ref()) else { return };
        self.watch();
        let selected = reading.selected.last();
        if selected != self.shown.borrow().as_ref() {
            self.shown.replace(selected.cloned());
            self.top.replace(selected.map(|_| begin_at_top()));
        }
    }

    /// Looks at the list that is in the page now.
    fn watch(&self) {
        if self.list.borrow().as_ref().is_some_and(|list| list.is_connected()) {
            return;
        }
        let Some(size) = &self.size else { return };
        size.disconnect();
        let list = find(&format!("#{LIST}")).map(Element::from);
        list.iter().for_each(|list| size.observe(list));
        self.list.replace(list);
    }
}

/// Brings the selected row into view. The form of a statement takes room from the list while nobody works in it.
fn show_selected() {
    let Some(list) = find(&format!("#{LIST}")) else { return };
    let row = list.query_selector(".row-selected").ok().flatten();
    let place = row.and_then(|row| row.get_attribute("aria-posinset")?.parse::<usize>().ok());
    if let Some(place) = place {
        reveal(&list, place.saturating_sub(1));
    }
}

/// Brings the top of region *Annotation* into view, behind the next frame like a row of the list. What has the focus in it
/// stays where it is; so does the sheet of a narrow page while somebody works in its list.
fn begin_at_top() -> AnimationFrame {
    request_animation_frame(|_| {
        Timeout::new(0, || {
            let Some(region) = find(&format!("#{INSPECTOR}")) else { return };
            let focused = gloo_utils::document().active_element();
            let inside = |outer: &Element| {
                focused.as_ref().is_some_and(|own| own != outer && outer.contains(Some::<&Node>(own)))
            };
            let sheet = region.closest(".panel-body").ok().flatten();
            for part in [Some(region.into()), sheet].into_iter().flatten().filter(|part| !inside(part)) {
                if part.scroll_top() > 0 {
                    part.set_scroll_top(0);
                }
            }
        })
        .forget();
    })
}
