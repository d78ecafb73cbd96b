//! Bringing a place into view, and remembering which one was.

use super::build::CHAPTER;
use super::overlay::Edge;
use super::view::View;
use crate::browser::selection::Lean;
use crate::text::Byte;
use gloo_render::request_animation_frame;
use std::rc::Rc;
use web_sys::{Element, ScrollBehavior, ScrollToOptions};

/// Sections that were only guessed at change their height when they come near: look again so often.
const LOOKS: u8 = 4;

/// How a place comes into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// With the least motion, a little away from the edge.
    Nearest,
    /// At the top.
    Top,
}

/// The nearest ancestor that scrolls by itself.
pub(super) fn scroller(host: &Element) -> Option<Element> {
    let window = web_sys::window()?;
    let mut next = Some(host.clone());
    while let Some(element) = next {
        // The page's own scrolling is the window's, whatever <body> and <html> say.
        if matches!(element.local_name().as_str(), "body" | "html") {
            return None;
        }
        let style = window.get_computed_style(&element).ok()??;
        if matches!(style.get_property_value("overflow-y").as_deref(), Ok("auto" | "scroll")) {
            return Some(element);
        }
        next = element.parent_element();
    }
    None
}

impl View {
    /// What scrolls, `None` for the page itself. The element is another one when the article left the page and came
    /// back.
    pub(super) fn scroller(&self) -> Option<Element> {
        let gone = self.scroller.borrow().as_ref().is_some_and(|scroller| !scroller.is_connected());
        if gone && self.host.is_connected() {
            self.scroller.replace(scroller(&self.host));
        }
        self.scroller.borrow().clone()
    }

    /// Top and bottom of what can be seen, in pixels of the window.
    pub(super) fn seen(&self) -> (f64, f64) {
        let window = || self.document.default_view()?.inner_height().ok()?.as_f64();
        let bottom = window().unwrap_or(0.0);
        match self.scroller() {
            Some(scroller) => {
                let rect = scroller.get_bounding_client_rect();
                (rect.top().max(0.0), rect.bottom().min(bottom) - self.covered(&scroller))
            }
            None => (0.0, bottom),
        }
    }

    /// How much of its end something else lies over, in pixels: the styles say so as its scroll padding.
    fn covered(&self, scroller: &Element) -> f64 {
        let style =
            self.document.default_view().and_then(|window| window.get_computed_style(scroller).ok()?);
        let padding = style.and_then(|style| style.get_property_value("scroll-padding-block-end").ok());
        padding
            .map(|padding| js_sys::Number::parse_float(&padding))
            .filter(|px| px.is_finite())
            .unwrap_or(0.0)
    }

    /// Scrolls until a position can be seen, and looks again in the next frames.
    pub(super) fn reveal(self: &Rc<Self>, at: Byte, how: Reveal) {
        let chapter = self.section_of(self.places.blocks.block_at(at)) / CHAPTER;
        self.revealed.set(Some(chapter));
        self.unfold(chapter, true);
        self.look(at, how, LOOKS);
    }

    fn look(self: &Rc<Self>, at: Byte, how: Reveal, left: u8) {
        let Some(edge) = self.edge(at, Lean::After) else { return };
        let by = self.distance(edge, how);
        if by.abs() < 1.0 && left < LOOKS {
            return;
        }
        if by.abs() >= 1.0 {
            let options = ScrollToOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            options.set_top(by);
            match self.scroller() {
                Some(scroller) => scroller.scroll_by_with_scroll_to_options(&options),
                None => {
                    if let Some(window) = self.document.default_view() {
                        window.scroll_by_with_scroll_to_options(&options);
                    }
                }
            }
        }
        if left > 0 {
            let weak = Rc::downgrade(self);
            let frame = request_animation_frame(move |_| {
                if let Some(view) = weak.upgrade() {
                    view.look(at, how, left - 1);
                }
            });
            self.looking.replace(Some(frame));
        }
    }

    /// Whether a position is inside what can be seen.
    pub(super) fn shows(&self, at: Byte) -> bool {
        let (top, bottom) = self.seen();
        let block = self.places.elements.get(self.places.blocks.block_at(at));
        let near = block.is_some_and(|block| {
            let rect = block.get_bounding_client_rect();
            rect.bottom() > top && rect.top() < bottom
        });
        let edge = if near { self.edge(at, Lean::After) } else { None };
        edge.is_some_and(|edge| edge.top >= top && edge.top + edge.height <= bottom)
    }

    /// How far to scroll down.
    fn distance(&self, edge: Edge, how: Reveal) -> f64 {
        let (top, bottom) = self.seen();
        let room = (bottom - top - edge.height).max(0.0);
        let margin = (edge.height * 2.0).min(room / 3.0);
        let (above, below) = (edge.top - (top + margin), edge.top + edge.height - (bottom - margin));
        match how {
            Reveal::Top => edge.top - top - margin.min(8.0),
            // Far away there is no least motion: put it where reading starts.
            Reveal::Nearest if above < -room || below > room => edge.top - top - room / 3.0,
            Reveal::Nearest => above.min(0.0) + below.max(0.0),
        }
    }

    /// The start of the first block that can be seen, or the position at the top of the view inside it.
    pub(super) fn top_position(&self) -> Byte {
        let (top, _) = self.seen();
        let above = |element: &Element| element.get_bounding_client_rect().bottom() <= top;
        // By chapters first: to ask what is far away has the browser lay it out.
        let first = self.chapters.partition_point(above) * CHAPTER;
        let chapter = self.sections.iter().skip(first).take(CHAPTER);
        let section = first + chapter.filter(|section| above(section)).count();
        let Some(range) = self.places.blocks.sections().get(section) else { return Byte(0) };
        let elements = &self.places.elements[range.clone()];
        let block = elements.partition_point(above);
        let number = (range.start + block).min(range.end - 1);
        let start = self.places.blocks.get(number).span.start();
        let rect = self.places.elements[number].get_bounding_client_rect();
        if rect.top() >= top {
            return start;
        }
        let x = (rect.left() + rect.right()) / 2.0;
        let hit = self.places.at_point(x, top + 2.0).map(|(at, _)| at);
        hit.filter(|&at| self.places.blocks.get(number).span.contains(crate::text::Span::new(at, at)))
            .unwrap_or(start)
    }
}
