//! Keeps the focus where a person was when what has it goes: a button that takes something off goes with what it takes
//! off. The browser would put the focus on the page as a whole, and who works by keys, or hears the page, would begin at
//! its top again.

use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Where controls go by themselves: region *Annotation*, and the screens.
const REGIONS: &str = ":is(#annotation, .screen)";
/// Lists that make the rows in view only: what is scrolled away keeps no focus.
const WINDOWED: &str = ".rows";
/// What may have the focus.
const CONTROLS: &str = ":is(button, input, select, textarea):not(:disabled, [tabindex='-1']), a[href]";

/// The control that has the focus, and where it stands.
struct Place {
    control: Element,
    /// What it stands in, innermost first, up to its region, each with the number of the child that leads to it.
    within: Vec<(Element, u32)>,
}

/// Keeps the focus.
pub(in crate::ui) struct Kept {
    place: Rc<RefCell<Option<Place>>>,
    _listeners: [EventListener; 2],
}

impl Kept {
    pub(in crate::ui) fn new() -> Self {
        let place: Rc<RefCell<Option<Place>>> = Rc::default();
        let noted = place.clone();
        let options = EventListenerOptions::run_in_capture_phase();
        let document = gloo_utils::document();
        let focused = EventListener::new_with_options(&document, "focusin", options, move |event: &Event| {
            let control = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            *noted.borrow_mut() = control.and_then(Place::of);
        });
        // Who presses elsewhere leaves it; a control that is pressed gets the focus behind this.
        let left = place.clone();
        let pressed = EventListener::new_with_options(&document, "pointerdown", options, move |_| {
            left.borrow_mut().take();
        });
        Self { place, _listeners: [focused, pressed] }
    }

    /// The page has shown what it is now: where the control with the focus went, one beside it gets it.
    pub(in crate::ui) fn rest(&self) {
        let document = gloo_utils::document();
        let nowhere = document.active_element().is_none_or(|active| active.tag_name() == "BODY");
        let gone = nowhere && self.place.borrow().as_ref().is_some_and(|place| !is_there(&place.control));
        // The focus that is given here is noted anew meanwhile.
        let place = if gone { self.place.take() } else { None };
        if let Some(neighbour) = place.and_then(|place| place.neighbour()) {
            let _ = neighbour.focus();
        }
    }
}

impl Place {
    /// Of a control in one of the regions.
    fn of(control: Element) -> Option<Self> {
        let region = control.closest(REGIONS).ok()??;
        if control.closest(WINDOWED).ok()?.is_some() {
            return None;
        }
        let (mut within, mut inner) = (Vec::new(), control.clone());
        while inner != region {
            let outer = inner.parent_element()?;
            let before =
                std::iter::successors(inner.previous_element_sibling(), Element::previous_element_sibling);
            within.push((outer.clone(), before.count() as u32));
            inner = outer;
        }
        Some(Self { control, within })
    }

    /// The control that follows where this one stood, or the last one before it, in as little around it as has any.
    fn neighbour(&self) -> Option<HtmlElement> {
        let there = self.within.iter().filter(|(outer, _)| outer.is_connected());
        there.into_iter().find_map(|(outer, at)| {
            let children = outer.children();
            let behind = (*at..children.length()).filter_map(|n| children.item(n));
            let before = (0..(*at).min(children.length())).rev().filter_map(|n| children.item(n));
            let mut first = behind.filter_map(|child| controls(&child).into_iter().next());
            first.next().or_else(|| before.filter_map(|child| controls(&child).pop()).next())
        })
    }
}

/// Whether a control can have the focus still: it is on the page, shown, and can be used.
fn is_there(control: &Element) -> bool {
    control.is_connected()
        // What is put aside has a box, but is skipped.
        && control.closest(".aside").is_ok_and(|aside| aside.is_none())
        && control.get_client_rects().length() > 0
        && !control.matches(":disabled").unwrap_or(false)
}

/// The controls of an element and what stands in it, in order.
fn controls(element: &Element) -> Vec<HtmlElement> {
    let own = element.matches(CONTROLS).unwrap_or(false).then(|| element.clone());
    let inside = element.query_selector_all(CONTROLS).ok();
    let inside = inside.iter().flat_map(|all| (0..all.length()).filter_map(|n| all.item(n)));
    let all = own.into_iter().chain(inside.filter_map(|node| node.dyn_into::<Element>().ok()));
    all.filter(is_there).filter_map(|control| control.dyn_into().ok()).collect()
}
