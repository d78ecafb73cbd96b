//! Watches what comes near the viewport, what changes its size, and printing.

use super::build::CHAPTER;
use super::view::View;
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
};

/// How far outside the viewport sections are drawn already.
const MARGIN: &str = "900px 0px";

/// The observers of one view; dropping takes them off.
pub(super) struct Watch {
    sections: Rc<Sections>,
    size: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
    _print: [EventListener; 2],
}

/// What the observer calls.
type Near = Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>;

/// Says which sections come near what scrolls them.
struct Sections {
    /// With the element that scrolled when it was made.
    observer: RefCell<(IntersectionObserver, Option<Element>)>,
    near: Near,
}

impl Sections {
    fn new(view: &Rc<View>) -> Result<Self, JsValue> {
        let weak = Rc::downgrade(view);
        let near = Closure::new(move |entries: js_sys::Array, observer: IntersectionObserver| {
            with(&weak, |view| view.came_near(&entries, &observer));
        });
        let observer = observe(view, &near)?;
        Ok(Self { observer: observer.into(), near })
    }

    /// Looks again from what scrolls now, if that is another element.
    fn follow(&self, view: &View) {
        if view.host.is_connected()
            && self.observer.borrow().1 != view.scroller()
            && let Ok(observer) = observe(view, &self.near)
        {
            self.observer.replace(observer).0.disconnect();
        }
    }
}

fn observe(view: &View, near: &Near) -> Result<(IntersectionObserver, Option<Element>), JsValue> {
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let scroller = view.scroller();
    if let Some(scroller) = &scroller {
        options.set_root(Some(scroller));
    }
    let observer = IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options)?;
    // Their sections when they are near.
    for chapter in &view.chapters {
        observer.observe(chapter);
    }
    Ok((observer, scroller))
}

impl Watch {
    pub(super) fn new(view: &Rc<View>) -> Result<Self, JsValue> {
        let sections = Rc::new(Sections::new(view)?);
        let (weak, own) = (Rc::downgrade(view), sections.clone());
        // The size changes, too, when the article comes back into the page.
        let resized = Closure::new(move || {
            with(&weak, |view| {
                own.follow(view);
                view.place_soon();
            })
        });
        let size = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        size.observe(&view.places.article);
        let window = view.document.default_view().ok_or(JsValue::NULL)?;
        let (before, after) = (Rc::downgrade(view), Rc::downgrade(view));
        let print = [
            EventListener::new(&window, "beforeprint", move |_| with(&before, |view| view.draw_all())),
            EventListener::new(&window, "afterprint", move |_| with(&after, |view| view.draw_near())),
        ];
        Ok(Self { sections, size, _resized: resized, _print: print })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sections.observer.borrow().0.disconnect();
        self.size.disconnect();
    }
}

fn with(view: &Weak<View>, act: impl FnOnce(&Rc<View>)) {
    if let Some(view) = view.upgrade() {
        act(&view);
    }
}

impl View {
    fn came_near(self: &Rc<Self>, entries: &js_sys::Array, observer: &IntersectionObserver) {
        // Out of the page nothing is near, and what is drawn stays for when the article comes back.
        if !self.host.is_connected() {
            return;
        }
        {
            let mut near = self.near.borrow_mut();
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                let (target, comes) = (entry.target(), entry.is_intersecting());
                if let Some(chapter) = self.chapters.iter().position(|chapter| *chapter == target) {
                    if self.revealed.get() == Some(chapter) {
                        // What was seen before the jump is no reason to fold it.
                        if !comes {
                            continue;
                        }
                        self.revealed.set(None);
                    }
                    self.unfold(chapter, comes);
                    let sections = self.sections.iter().enumerate().skip(chapter * CHAPTER).take(CHAPTER);
                    for (n, section) in sections {
                        if comes {
                            observer.observe(section);
                        } else {
                            observer.unobserve(section);
                            near.remove(&n);
                        }
                    }
                } else if let Some(section) = self.sections.iter().position(|section| *section == target) {
                    if comes {
                        near.insert(section);
                    } else {
                        near.remove(&section);
                    }
                }
            }
        }
        self.settle();
        self.place_soon();
    }

    /// Whether the browser looks at the sections of a chapter one by one, instead of skipping all of it. It needs a frame
    /// to find out by itself, in which nothing would be seen.
    pub(super) fn unfold(&self, chapter: usize, unfolded: bool) {
        if let Some(chapter) = self.chapters.get(chapter) {
            let _ = chapter.class_list().toggle_with_force("near", unfolded);
        }
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
