//! From the pointer to [`ViewEvent`]s. One listener for each kind of event, on the article or, where a
//! drag may end anywhere, on the document.

use super::view::View;
use super::{By, ViewEvent};
use crate::browser::words;
use crate::text::{Byte, Span, whole_word_at};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, MouseEvent, Node, PointerEvent};

/// A pointer that moved less, in pixels, did not drag.
const STILL: f64 = 3.0;

/// After so many milliseconds without a change, a selection by touch is finished: no event says so.
const TOUCH_REST: u32 = 400;

/// Where a pointer went down.
#[derive(Clone, Copy)]
struct Down {
    x: f64,
    y: f64,
    by: By,
}

/// What the pointer is doing.
#[derive(Default)]
struct Pointer {
    down: Cell<Option<Down>>,
    /// Clicks in a row, as the browser counts them.
    count: Cell<i32>,
    last: Cell<By>,
    rest: RefCell<Option<Timeout>>,
    hovered: RefCell<Option<Node>>,
}

/// Puts the listeners on. They come off when the list is dropped.
pub(super) fn listen(view: &Rc<View>) -> Vec<EventListener> {
    let pointer = Rc::new(Pointer::default());
    let article: &EventTarget = &view.places.article;
    let document: &EventTarget = &view.document;
    let on = |target: &EventTarget, name: &'static str, act: fn(&Rc<View>, &Rc<Pointer>, &Event)| {
        let (view, pointer) = (Rc::downgrade(view), pointer.clone());
        EventListener::new_with_options(
            target,
            name,
            EventListenerOptions::run_in_capture_phase(),
            move |event| {
                if let Some(view) = view.upgrade() {
                    act(&view, &pointer, event);
                }
            },
        )
    };
    vec![
        on(article, "pointerdown", |view, pointer, event| {
            let event: &PointerEvent = event.unchecked_ref();
            let by = if event.pointer_type() == "touch" { By::Touch } else { By::Mouse };
            pointer.last.set(by);
            pointer.count.set(1);
            if event.button() == 0 {
                pointer.down.set(Some(Down { x: x(event), y: y(event), by }));
                view.hold(true);
            }
        }),
        on(article, "mousedown", |view, pointer, event| {
            let event: &MouseEvent = event.unchecked_ref();
            pointer.count.set(event.detail());
            let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
            // A press on what is selected would drag the text away instead of selecting anew.
            if event.button() == 0
                && event.detail() == 1
                && !adds
                && let Some(selection) = view.selection().filter(|selection| !selection.is_collapsed())
            {
                let _ = selection.remove_all_ranges();
            }
        }),
        on(document, "pointerup", |view, pointer, event| {
            if let Some(down) = pointer.down.take() {
                view.hold(false);
                finish(view, pointer, down, event.unchecked_ref());
                view.settle();
            }
        }),
        on(document, "pointercancel", |view, pointer, _| {
            pointer.down.set(None);
            view.hold(false);
            view.settle();
        }),
        on(document, "selectionchange", |view, pointer, _| {
            view.show_selecting();
            if pointer.last.get() == By::Touch && pointer.down.get().is_none() {
                rest(view, pointer);
            }
        }),
        on(article, "pointerover", |view, pointer, event| {
            if pointer.down.get().is_none() {
                hover(view, pointer, event.target().and_then(|target| target.dyn_into().ok()));
            }
        }),
        on(article, "pointerout", |view, pointer, event| {
            let to = event.unchecked_ref::<MouseEvent>().related_target();
            let to: Option<Node> = to.and_then(|target| target.dyn_into().ok());
            if !view.places.article.contains(to.as_ref()) {
                hover(view, pointer, None);
            }
        }),
    ]
}

/// A button came up: a click, a word or a selection.
fn finish(view: &Rc<View>, pointer: &Rc<Pointer>, down: Down, event: &PointerEvent) {
    let still = (x(event) - down.x).abs() < STILL && (y(event) - down.y).abs() < STILL;
    let count = pointer.count.get();
    if still && count <= 1 && !event.shift_key() {
        click(view, event);
        return;
    }
    if still && count == 2 {
        let word = view.places.at_point(x(event), y(event)).map(|(at, _)| view.word(at));
        if let Some(span) = word.filter(|span| !span.is_empty()) {
            // Chromium takes the word at the nearest edge between two letters, which can be its neighbour.
            if let Some(selection) = view.selection() {
                view.select(&selection, span.start(), span.end());
            }
            view.emit(ViewEvent::Selected {
                spans: vec![span],
                by: down.by,
                double: true,
                exact: event.alt_key(),
            });
            return;
        }
    }
    let spans = view.selection().map(|selection| view.places.spans(&selection)).unwrap_or_default();
    match spans.is_empty() {
        false => view.emit(ViewEvent::Selected { spans, by: down.by, double: false, exact: event.alt_key() }),
        true => click(view, event),
    }
}

/// Tells of a click, unless it hit no text.
fn click(view: &Rc<View>, event: &PointerEvent) {
    let Some((at, _)) = view.places.at_point(x(event), y(event)) else { return };
    let target: Option<Node> = event.target().and_then(|target| target.dyn_into().ok());
    let ids = target.map(|node| view.hit(&node)).unwrap_or_default();
    let command = event.ctrl_key() || event.meta_key();
    view.emit(ViewEvent::Clicked { at, ids, command, shift: event.shift_key() });
}

impl View {
    /// A button went down in the article, or came up. Handles let the pointer through meanwhile: WebKit
    /// selects up to the end of the article when a drag ends over what cannot be selected.
    fn hold(&self, held: bool) {
        self.held.set(held);
        // The pointer selects anew.
        self.pending.set(None);
        let _ = self.overlay.root.class_list().toggle_with_force("held", held);
    }

    /// The caret hides while text of the article is selected: the ends of that show where the keyboard is.
    fn show_selecting(&self) {
        let selects = self.selection().filter(|selection| !selection.is_collapsed());
        let here =
            selects.is_some_and(|selection| self.places.article.contains(selection.focus_node().as_ref()));
        let _ = self.overlay.root.class_list().toggle_with_force("selecting", here);
    }

    /// The word at a position, with the browser's dictionaries.
    fn word(&self, at: Byte) -> Span {
        let lang = self.places.article.get_attribute("lang").unwrap_or_default();
        let breaks = words::breaks_near(&self.places.text, &self.places.blocks, at, &lang);
        whole_word_at(&self.places.text, at, &breaks)
    }
}

/// A selection by touch changed: tells of it once it rests.
fn rest(view: &Rc<View>, pointer: &Rc<Pointer>) {
    let weak = Rc::downgrade(view);
    let timer = Timeout::new(TOUCH_REST, move || {
        let Some(view) = weak.upgrade() else { return };
        let Some(selection) = view.selection() else { return };
        if selection.is_collapsed() || view.places.ends(&selection) == view.ends_set.get() {
            return;
        }
        let spans = view.places.spans(&selection);
        if !spans.is_empty() {
            view.emit(ViewEvent::Selected { spans, by: By::Touch, double: false, exact: false });
        }
    });
    pointer.rest.replace(Some(timer));
}

/// The pointer is over another node.
fn hover(view: &Rc<View>, pointer: &Rc<Pointer>, node: Option<Node>) {
    let mark = node.and_then(|node| {
        let element = node.dyn_ref::<web_sys::Element>().cloned().or_else(|| node.parent_element());
        element?.closest("[data-annotations]").ok().flatten()
    });
    let mark: Option<Node> = mark.map(Into::into);
    if *pointer.hovered.borrow() == mark {
        return;
    }
    let ids = mark.as_ref().map(|mark| view.hit(mark)).unwrap_or_default();
    pointer.hovered.replace(mark);
    view.emit(ViewEvent::Hovered { ids });
}

fn x(event: &PointerEvent) -> f64 {
    f64::from(event.client_x())
}

fn y(event: &PointerEvent) -> f64 {
    f64::from(event.client_y())
}
