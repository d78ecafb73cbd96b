//! What lies above the article and is no part of its text: the caret, the handles of the selected
//! annotation, and its arcs (`arcs`). Placed once a frame at most, from the layout that the frame needs anyway.

use super::arcs::Arcs;
use super::view::View;
use super::{Caret, End};
use crate::browser::selection::Lean;
use crate::model::AnnotationId;
use crate::text::{Byte, Span};
use gloo_render::{AnimationFrame, request_animation_frame};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use unicode_segmentation::UnicodeSegmentation;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Range};

/// Fragments that get handles; an annotation with more is edited by keys.
const MOST_HANDLES: usize = 12;

/// The layer and what it shows.
pub(super) struct Overlay {
    pub(super) root: HtmlElement,
    caret_element: HtmlElement,
    pub(super) caret: Cell<Option<Caret>>,
    handles: RefCell<Vec<Handle>>,
    /// Whether others are to be made.
    stale: Cell<bool>,
    frame: RefCell<Option<AnimationFrame>>,
    pub(super) arcs: Arcs,
}

/// One drawn handle.
struct Handle {
    grip: HtmlElement,
    bar: HtmlElement,
    at: Byte,
    end: End,
}

/// A handle that is to be made: whose, of which fragment, where, which end.
type Wanted = (AnnotationId, usize, Byte, End);

/// Where a position is drawn, in pixels of the window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) x: f64,
    pub(super) top: f64,
    pub(super) height: f64,
}

impl Overlay {
    pub(super) fn new(document: &Document) -> Result<Self, JsValue> {
        let root = div(document, "overlay")?;
        root.set_attribute("aria-hidden", "true")?;
        Ok(Self {
            arcs: Arcs::new(document, &root)?,
            root,
            caret_element: div(document, "caret")?,
            caret: Cell::new(None),
            handles: RefCell::default(),
            stale: Cell::new(false),
            frame: RefCell::default(),
        })
    }
}

pub(super) fn div(document: &Document, class: &str) -> Result<HtmlElement, JsValue> {
    let element: HtmlElement = document.create_element("div")?.unchecked_into();
    element.set_class_name(class);
    Ok(element)
}

pub(super) fn place(element: &HtmlElement, name: &str, pixels: f64) {
    // By whole numbers: what writes a fraction is large.
    let hundredths = (pixels * 100.0).round() as i64;
    let (sign, hundredths) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    let length = format!("{sign}{}.{:02}px", hundredths / 100, hundredths % 100);
    let _ = element.style().set_property(name, &length);
}

impl View {
    /// Places the overlay before the next paint.
    pub(super) fn place_soon(self: &Rc<Self>) {
        if self.overlay.frame.borrow().is_some() {
            return;
        }
        let weak = Rc::downgrade(self);
        let frame = request_animation_frame(move |_| {
            if let Some(view) = weak.upgrade() {
                view.overlay.frame.take();
                view.mend_selection();
                // Read before anything is written, as in `place_now`.
                let margin = view.margin_extents();
                view.place_now();
                view.place_margin(&margin);
                view.show_hits();
            }
        });
        self.overlay.frame.replace(Some(frame));
    }

    /// Places caret and handles by the layout as it is, and makes the handles that are wanted. All is read before anything
    /// is written: what is written makes the browser lay out again when it is asked next.
    pub(super) fn place_now(&self) {
        let base = self.overlay.root.get_bounding_client_rect();
        let caret = &self.overlay.caret_element;
        let caret_edge = self.overlay.caret.get().and_then(|caret| self.edge(caret.focus, Lean::After));
        let mut handles = self.overlay.handles.borrow_mut();
        let wanted = self.overlay.stale.take().then(|| self.wanted());
        let edge = |at: Byte, end: End| {
            let near = self.near.borrow().contains(&self.section_of(self.places.blocks.block_at(at)));
            let lean = if end == End::Start { Lean::After } else { Lean::Before };
            near.then(|| self.edge(at, lean)).flatten()
        };
        let edges: Vec<Option<Edge>> = match &wanted {
            Some(wanted) => wanted.iter().map(|&(_, _, at, end)| edge(at, end)).collect(),
            None => handles.iter().map(|handle| edge(handle.at, handle.end)).collect(),
        };
        let arcs = self.arc_shapes(&base);
        if let Some(wanted) = wanted {
            for handle in handles.drain(..) {
                handle.grip.remove();
                handle.bar.remove();
            }
            handles.extend(wanted.iter().filter_map(|wanted| self.handle(wanted).ok()));
        }
        self.draw_arcs(arcs);
        match caret_edge {
            Some(edge) => {
                place(caret, "left", edge.x - base.left());
                place(caret, "top", edge.top - base.top());
                place(caret, "height", edge.height);
                if caret.parent_node().is_none() {
                    let _ = self.overlay.root.append_child(caret);
                }
            }
            None => caret.remove(),
        }
        for (handle, edge) in handles.iter().zip(edges) {
            handle.grip.set_hidden(edge.is_none());
            handle.bar.set_hidden(edge.is_none());
            let Some(edge) = edge else { continue };
            place(&handle.bar, "left", edge.x - base.left());
            place(&handle.bar, "top", edge.top - base.top());
            place(&handle.bar, "height", edge.height);
            place(&handle.grip, "left", edge.x - base.left());
            place(&handle.grip, "top", edge.top + edge.height - base.top());
        }
    }

    /// Has the handles made for the annotation that is selected alone, if it is, before the next paint.
    pub(super) fn remake_handles(self: &Rc<Self>) {
        self.overlay.stale.set(true);
        self.place_soon();
    }

    /// The handles of the annotation that is selected alone.
    fn wanted(&self) -> Vec<Wanted> {
        let Some((id, spans)) = self.alone() else { return Vec::new() };
        let spans = spans.iter().enumerate().take(MOST_HANDLES);
        let ends = spans.flat_map(|(fragment, span)| {
            [(fragment, span.start(), End::Start), (fragment, span.end(), End::End)]
        });
        ends.map(|(fragment, at, end)| (id.clone(), fragment, at, end)).collect()
    }

    /// The annotation that is selected alone, and its fragments.
    pub(super) fn alone(&self) -> Option<(AnnotationId, Vec<Span>)> {
        let marked = self.marked.borrow();
        let id = marked.selected.iter().next().filter(|_| marked.selected.len() == 1)?;
        Some((id.clone(), self.index.borrow().get(id)?.fragments.spans().to_vec()))
    }

    fn handle(&self, (id, fragment, at, end): &Wanted) -> Result<Handle, JsValue> {
        let grip = div(&self.document, "handle")?;
        let bar = div(&self.document, "handle-bar")?;
        grip.set_attribute("data-handle", if *end == End::Start { "start" } else { "end" })?;
        let left = (*end == End::Start) != self.is_rtl(*at);
        grip.set_attribute("data-side", if left { "left" } else { "right" })?;
        grip.set_attribute("data-fragment", &fragment.to_string())?;
        grip.set_attribute("data-of", id.as_str())?;
        self.overlay.root.append_child(&bar)?;
        self.overlay.root.append_child(&grip)?;
        Ok(Handle { grip, bar, at: *at, end: *end })
    }

    /// Where a position is drawn. At the end of a wrapped line it leans as asked.
    pub(super) fn edge(&self, at: Byte, lean: Lean) -> Option<Edge> {
        let (node, offset) = self.places.node(at, lean)?;
        let range = Range::new().ok()?;
        range.set_start(&node, offset).ok()?;
        let own = first_rect(&range);
        let beside = self.beside(at, lean);
        match (own, beside) {
            // On another line than the character it leans to: the other end of a soft wrap.
            (Some(own), Some(beside)) if (own.top - beside.top).abs() > own.height / 2.0 => Some(beside),
            (own, beside) => own.or(beside).or_else(|| self.empty_block(at)),
        }
    }

    /// The near edge of the character before or behind, by the direction of its block.
    fn beside(&self, at: Byte, lean: Lean) -> Option<Edge> {
        let block = self.places.blocks.get(self.places.blocks.block_at(at)).span;
        let span = match lean {
            Lean::After => {
                let rest = self.places.text.slice(Span::new(at, block.end().max(at)));
                Span::new(at, Byte(at.0 + rest.graphemes(true).next()?.len() as u32))
            }
            Lean::Before => {
                let rest = self.places.text.slice(Span::new(block.start().min(at), at));
                Span::new(Byte(at.0 - rest.graphemes(true).next_back()?.len() as u32), at)
            }
        };
        let rect = self.places.range(span)?.get_bounding_client_rect();
        let left = (lean == Lean::After) != self.is_rtl(at);
        let x = if left { rect.left() } else { rect.right() };
        Some(Edge { x, top: rect.top(), height: rect.height() })
    }

    fn empty_block(&self, at: Byte) -> Option<Edge> {
        let rect = self.block_element(at)?.get_bounding_client_rect();
        let x = if self.is_rtl(at) { rect.right() } else { rect.left() };
        let height = rect.height().min(24.0);
        Some(Edge { x, top: rect.top() + (rect.height() - height) / 2.0, height })
    }

    fn block_element(&self, at: Byte) -> Option<&Element> {
        self.places.elements.get(self.places.blocks.block_at(at))
    }

    fn is_rtl(&self, at: Byte) -> bool {
        self.block_element(at).is_some_and(|block| block.matches(":dir(rtl)").unwrap_or(false))
    }
}

fn first_rect(range: &Range) -> Option<Edge> {
    let rect = range.get_client_rects()?.get(0)?;
    (rect.height() > 0.0).then(|| Edge { x: rect.left(), top: rect.top(), height: rect.height() })
}
