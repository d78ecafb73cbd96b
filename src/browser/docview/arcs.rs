//! Arcs between marks that are related: of what is selected, as far as it is drawn. They lie in the overlay and are
//! placed with it, once a frame at most; all is read before anything is written. What is out of view gets a short stub
//! in its direction.

use super::overlay::{div, place};
use super::view::View;
use crate::app::Arc;
use crate::model::Annotation;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Document, DomRect, Element, HtmlElement};

/// Where the names of SVG's elements come from.
const SVG: &str = "http://www.w3.org/2000/svg";
/// How high an arc within a line stands, in pixels: as much as there is between two lines.
const HEIGHT: f64 = 12.0;
/// How long a stub is.
const STUB: f64 = 13.0;
/// About how wide a letter of a name is.
const LETTER: f64 = 6.5;
/// The room beside a name.
const BESIDE: f64 = 5.0;

/// The layer of arcs and what it shows.
pub(super) struct Arcs {
    layer: Element,
    shown: RefCell<Vec<Drawn>>,
}

/// One arc with its elements.
struct Drawn {
    arc: Arc,
    path: Element,
    name: HtmlElement,
}

/// An arc as it is to be drawn: the lines, and where its name stands, if there is room.
pub(super) struct Shape {
    lines: String,
    name: Option<(f64, f64)>,
}

impl Arcs {
    pub(super) fn new(document: &Document, root: &HtmlElement) -> Result<Self, JsValue> {
        let layer = document.create_element_ns(Some(SVG), "svg")?;
        layer.set_attribute("class", "arcs")?;
        root.append_child(&layer)?;
        Ok(Self { layer, shown: RefCell::default() })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shown.borrow().is_empty()
    }
}

/// Where an arc stands is another place when the article is scrolled: its other end comes into view, or goes.
pub(super) fn listen(view: &Rc<View>) -> EventListener {
    let weak = Rc::downgrade(view);
    EventListener::new_with_options(
        &view.document,
        "scroll",
        EventListenerOptions::run_in_capture_phase(),
        move |_| {
            if let Some(view) = weak.upgrade().filter(|view| !view.overlay.arcs.is_empty()) {
                view.place_soon();
            }
        },
    )
}

/// Moves of a pen, in whole pixels.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn go(mut self, how: char, points: &[(f64, f64)]) -> Self {
        self.0.push(how);
        for (x, y) in points {
            for number in [x, y] {
                self.0.push_str(&(number.round() as i32).to_string());
                self.0.push(' ');
            }
        }
        self
    }

    /// A head at a point, for a line that comes from above (1) or from below (-1).
    fn head(self, (x, y): (f64, f64), from: f64) -> Self {
        let back = y - 5.0 * from;
        self.go('M', &[(x - 3.5, back)]).go('L', &[(x, y), (x + 3.5, back)])
    }
}

/// The first box of a mark on the screen: its middle, its top and its bottom.
#[derive(Clone, Copy)]
struct Spot {
    x: f64,
    top: f64,
    bottom: f64,
}

/// An arc from one mark to another; `leads` as in [`Arc`].
fn arc(from: Spot, to: Spot, leads: Option<bool>, width: f64) -> Shape {
    let lines = Lines::default();
    let head = |lines: Lines, first: (f64, f64), second: (f64, f64), ways: (f64, f64)| match leads {
        Some(true) => lines.head(second, ways.1),
        Some(false) => lines.head(first, ways.0),
        None => lines,
    };
    if (from.top - to.top).abs() < (from.bottom - from.top) * 0.6 {
        let (one, two) = ((from.x, from.top), (to.x, to.top));
        let above = |(x, y): (f64, f64)| (x, y - HEIGHT * 4.0 / 3.0);
        let drawn = lines.go('M', &[one]).go('C', &[above(one), above(two), two]);
        let room = (from.x - to.x).abs() > width + 4.0 * BESIDE;
        let middle = ((from.x + to.x - width) / 2.0, from.top.min(to.top) - HEIGHT - 6.0);
        return Shape { lines: head(drawn, one, two, (1.0, 1.0)).0, name: room.then_some(middle) };
    }
    let down = to.top > from.top;
    let (one, two) = match down {
        true => ((from.x, from.bottom), (to.x, to.top)),
        false => ((from.x, from.top), (to.x, to.bottom)),
    };
    let bend = ((two.1 - one.1).abs() / 2.0).max(STUB) * if down { 1.0 } else { -1.0 };
    let drawn = lines.go('M', &[one]).go('C', &[(one.0, one.1 + bend), (two.0, two.1 - bend), two]);
    let ways = if down { (-1.0, 1.0) } else { (1.0, -1.0) };
    // Between the lines, beside where the arc comes in.
    let name = (two.0 + BESIDE, if down { two.1 - STUB } else { two.1 });
    Shape { lines: head(drawn, one, two, ways).0, name: Some(name) }
}

/// A stub towards what is out of view, `down` or up, so far aside from the middle of its mark.
fn stub(from: Spot, down: bool, leads: Option<bool>, aside: f64) -> Shape {
    let x = from.x + aside;
    let (one, two) = match down {
        true => ((x, from.bottom), (x, from.bottom + STUB)),
        false => ((x, from.top), (x, from.top - STUB)),
    };
    let way = if down { 1.0 } else { -1.0 };
    let lines = Lines::default().go('M', &[one]).go('L', &[two]);
    let lines = match leads {
        Some(true) => lines.head(two, way),
        Some(false) => lines.head(one, -way),
        None => lines,
    };
    Shape { lines: lines.0, name: Some((x + BESIDE, if down { from.bottom } else { from.top - STUB })) }
}

impl View {
    /// Draws these arcs and no others, before the next paint.
    pub(super) fn set_arcs(self: &Rc<Self>, arcs: Vec<Arc>) {
        let mut shown = self.overlay.arcs.shown.borrow_mut();
        if shown.iter().map(|drawn| &drawn.arc).eq(&arcs) {
            return;
        }
        for drawn in shown.drain(..) {
            drawn.path.remove();
            drawn.name.remove();
        }
        shown.extend(arcs.into_iter().filter_map(|arc| self.make(arc).ok()));
        drop(shown);
        self.place_soon();
    }

    fn make(&self, arc: Arc) -> Result<Drawn, JsValue> {
        let path = self.document.create_element_ns(Some(SVG), "path")?;
        let name = div(&self.document, "arc-name")?;
        name.set_attribute("dir", "auto")?;
        name.set_text_content(Some(&arc.name));
        self.overlay.arcs.layer.append_child(&path)?;
        self.overlay.root.append_child(&name)?;
        Ok(Drawn { arc, path, name })
    }

    /// How the arcs are to be drawn by the layout as it is; nothing where one is not to be seen.
    pub(super) fn arc_shapes(&self, base: &DomRect) -> Vec<Option<Shape>> {
        let shown = self.overlay.arcs.shown.borrow();
        if shown.is_empty() {
            return Vec::new();
        }
        let (top, bottom) = self.seen();
        let (top, bottom) = (top - base.top(), bottom - base.top());
        // How far the names of stubs reach, down and up: they stand side by side.
        let mut reached = [0.0, 0.0];
        let index = self.index.borrow();
        let mut shape = |own: &Arc| -> Option<Shape> {
            let (one, two) = (index.get(&own.from)?, index.get(&own.to)?);
            let from = self.spot(one, base)?;
            let width = own.name.chars().count() as f64 * LETTER;
            let seen = |spot: &Spot| spot.bottom > top && spot.top < bottom;
            match self.spot(two, base).filter(seen) {
                Some(to) => Some(arc(from, to, own.leads, width)),
                None if !seen(&from) => None,
                None => {
                    let down = two.fragments.hull() > one.fragments.hull();
                    let aside = &mut reached[usize::from(down)];
                    let stub = stub(from, down, own.leads, *aside);
                    *aside += width + 4.0 * BESIDE;
                    Some(stub)
                }
            }
        };
        shown.iter().map(|drawn| shape(&drawn.arc)).collect()
    }

    /// Where a mark is drawn, in pixels of the overlay; nothing where it is not near what can be seen.
    fn spot(&self, annotation: &Annotation, base: &DomRect) -> Option<Spot> {
        let span = *annotation.fragments.spans().first()?;
        let block = self.places.blocks.block_at(span.start());
        if !self.near.borrow().contains(&self.section_of(block)) {
            return None;
        }
        let rect = self.places.range(span)?.get_client_rects()?.get(0)?;
        let x = (rect.left() + rect.right()) / 2.0 - base.left();
        Some(Spot { x, top: rect.top() - base.top(), bottom: rect.bottom() - base.top() })
    }

    /// Draws them so.
    pub(super) fn draw_arcs(&self, shapes: Vec<Option<Shape>>) {
        for (drawn, shape) in self.overlay.arcs.shown.borrow().iter().zip(shapes) {
            let name = shape.as_ref().and_then(|shape| shape.name);
            let lines = shape.as_ref().map_or("", |shape| &shape.lines);
            let _ = drawn.path.set_attribute("d", lines);
            drawn.name.set_hidden(name.is_none());
            if let Some((x, y)) = name {
                place(&drawn.name, "left", x);
                place(&drawn.name, "top", y);
            }
        }
    }
}
