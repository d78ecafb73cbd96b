//! Watches what comes near the viewport, what changes its size, and printing.

use super::view::View;
use gloo_events::EventListener;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver};

/// How far outside the viewport sections are drawn already.
const MARGIN: &str = "900px 0px";

/// The observers of one view; dropping takes them off.
pub(super) struct Watch {
    sections: IntersectionObserver,
    size: ResizeObserver,
    _near: Closure<dyn FnMut(js_sys::Array)>,
    _resized: Closure<dyn FnMut()>,
    _print: [EventListener; 2],
}

impl Watch {
    pub(super) fn new(view: &Rc<View>) -> Result<Self, JsValue> {
        let weak = Rc::downgrade(view);
        let near = Closure::new(move |entries: js_sys::Array| {
            with(&weak, |view| view.came_near(&entries));
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        if let Some(scroller) = &view.scroller {
            options.set_root(Some(scroller));
        }
        let sections = IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options)?;
        for section in &view.sections {
            sections.observe(section);
        }
        let weak = Rc::downgrade(view);
        let resized = Closure::new(move || with(&weak, |view| view.place_soon()));
        let size = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        size.observe(&view.places.article);
        let window = view.document.default_view().ok_or(JsValue::NULL)?;
        let (before, after) = (Rc::downgrade(view), Rc::downgrade(view));
        let print = [
            EventListener::new(&window, "beforeprint", move |_| with(&before, |view| view.draw_all())),
            EventListener::new(&window, "afterprint", move |_| with(&after, |view| view.draw_near())),
        ];
        Ok(Self { sections, size, _near: near, _resized: resized, _print: print })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sections.disconnect();
        self.size.disconnect();
    }
}

fn with(view: &Weak<View>, act: impl FnOnce(&Rc<View>)) {
    if let Some(view) = view.upgrade() {
        act(&view);
    }
}

impl View {
    fn came_near(self: &Rc<Self>, entries: &js_sys::Array) {
        {
            let mut near = self.near.borrow_mut();
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                let target = entry.target();
                let Some(section) = self.sections.iter().position(|section| *section == target) else {
                    continue;
                };
                if entry.is_intersecting() {
                    near.insert(section);
                } else {
                    near.remove(&section);
                }
            }
        }
        self.settle();
        self.place_soon();
    }

    /// Draws everything, and nothing is skipped: for printing.
    pub(super) fn draw_all(&self) {
        let _ = self.places.article.class_list().add_1("printing");
        for section in 0..self.sections.len() {
            if !self.drawn.borrow().contains(&section) {
                self.draw(section);
            }
        }
    }

    /// Back to what is near the viewport.
    pub(super) fn draw_near(&self) {
        let _ = self.places.article.class_list().remove_1("printing");
        self.settle();
    }
}
