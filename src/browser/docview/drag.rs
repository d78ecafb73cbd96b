//! Dragging a handle: one end of a fragment moves, with a preview, until the pointer is let go.

use super::hits::highlight;
use super::view::View;
use super::{End, ViewEvent};
use crate::model::AnnotationId;
use crate::text::{Byte, Span};
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, PointerEvent};

/// The name of the highlight; `marks.css` says what it looks like.
const PREVIEW: &str = "postil-preview";

/// A drag under way.
struct Drag {
    id: AnnotationId,
    fragment: usize,
    end: End,
    /// The end that stays.
    fixed: Byte,
    /// Where the other stood, and where it is now.
    from: Byte,
    to: Byte,
    /// From the pointer to the middle of the line: the grip hangs below it.
    lift: f64,
    grip: Element,
    pointer: i32,
}

type State = Rc<RefCell<Option<Drag>>>;

/// Puts the listeners on. They come off when the list is dropped.
pub(super) fn listen(view: &Rc<View>) -> Vec<EventListener> {
    let state: State = Rc::default();
    let overlay: &EventTarget = &view.overlay.root;
    let window: EventTarget = view.document.clone().into();
    let on = |target: &EventTarget, name: &'static str, act: fn(&Rc<View>, &State, &Event)| {
        let (view, state) = (Rc::downgrade(view), state.clone());
        let options =
            EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(target, name, options, move |event| {
            if let Some(view) = view.upgrade() {
                act(&view, &state, event);
            }
        })
    };
    vec![
        on(overlay, "pointerdown", |view, state, event| {
            let event: &PointerEvent = event.unchecked_ref();
            if let Some(drag) = begin(view, event) {
                event.prevent_default();
                let _ = drag.grip.set_pointer_capture(drag.pointer);
                let _ = view.overlay.root.class_list().add_1("dragging");
                state.replace(Some(drag));
            }
        }),
        on(overlay, "pointermove", |view, state, event| {
            let event: &PointerEvent = event.unchecked_ref();
            let moved = state.borrow_mut().as_mut().map(|drag| drag.follow(view, event));
            if let Some((told, true)) = moved {
                view.emit(told);
            }
        }),
        on(overlay, "pointerup", |view, state, _| {
            if let Some(drag) = state.take() {
                drag.leave(view);
                if drag.to != drag.from {
                    view.emit(drag.report(true));
                }
            }
        }),
        on(overlay, "pointercancel", |view, state, _| {
            if let Some(drag) = state.take() {
                drag.leave(view);
            }
        }),
        on(&window, "keydown", |view, state, event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape"
                && let Some(drag) = state.take()
            {
                event.stop_propagation();
                drag.leave(view);
                view.place_soon();
            }
        }),
    ]
}

fn begin(view: &Rc<View>, event: &PointerEvent) -> Option<Drag> {
    let grip: Element = event.target()?.dyn_into().ok()?;
    let end = if grip.get_attribute("data-handle")? == "start" { End::Start } else { End::End };
    let fragment: usize = grip.get_attribute("data-fragment")?.parse().ok()?;
    let (id, spans) = view.alone()?;
    let span = *spans.get(fragment)?;
    let rect = grip.get_bounding_client_rect();
    let lift = f64::from(event.client_y()) - rect.top() + 8.0;
    let (fixed, from) = match end {
        End::Start => (span.end(), span.start()),
        End::End => (span.start(), span.end()),
    };
    Some(Drag { id, fragment, end, fixed, from, to: from, lift, grip, pointer: event.pointer_id() })
}

impl Drag {
    /// Moves to the pointer; answers what to tell and whether anything changed.
    fn follow(&mut self, view: &View, event: &PointerEvent) -> (ViewEvent, bool) {
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()) - self.lift);
        let before = self.to;
        if let Some((at, _)) = view.places.at_point(x, y) {
            let last = view.places.text.span().end();
            // Never empty: the end that moves stays on its side.
            self.to = match self.end {
                End::Start if at < self.fixed => at,
                End::End if at > self.fixed && at <= last => at,
                _ => self.to,
            };
        }
        let changed = self.to != before;
        if changed {
            view.preview(&[Span::new(self.fixed, self.to)]);
        }
        (self.report(false), changed)
    }

    fn report(&self, done: bool) -> ViewEvent {
        let (id, fragment, end, to) = (self.id.clone(), self.fragment, self.end, self.to);
        ViewEvent::HandleDragged { id, fragment, end, to, done }
    }

    fn leave(&self, view: &View) {
        let _ = self.grip.release_pointer_capture(self.pointer);
        let _ = view.overlay.root.class_list().remove_1("dragging");
        view.preview(&[]);
    }
}

impl View {
    /// Shows spans with a passing highlight (CSS Custom Highlight API, where the browser has it), none
    /// to take it away. Only for a few spans in view.
    pub(super) fn preview(&self, spans: &[Span]) {
        let ranges = js_sys::Array::new();
        for range in spans.iter().filter_map(|&span| self.places.range(span)) {
            ranges.push(&range);
        }
        let _ = highlight(PREVIEW, &ranges);
    }
}
