//! Long lists: only the rows in view are made. All rows are equally high; the room of the others is padding, set
//! through CSSOM.
//!
//! Reading a size makes the browser lay out the page at once, so that is done where the layout is as it should be
//! anyway: at the first rendering, and while scrolling.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How many rows are made at least; beside those in view as many again.
const ROWS: usize = 24;
/// Windows begin at multiples of this, so that scrolling by a row does not make anything anew.
const STEP: usize = 8;
/// Before a row can be measured.
const ROW_HEIGHT: f64 = 48.0;

/// Which rows are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first one.
    pub first: usize,
    /// How many at most.
    pub count: usize,
}

impl Default for Range {
    fn default() -> Self {
        Self { first: 0, count: ROWS }
    }
}

impl Range {
    /// The part of it that exists, where there are `total` rows.
    pub(crate) fn clamp(self, total: usize) -> std::ops::Range<usize> {
        let first = self.first.min(total.saturating_sub(self.count).next_multiple_of(STEP));
        first..total.min(first + self.count)
    }
}

/// How high a row of a list is, measured at one that is there.
pub(crate) fn row_height(list: &Element) -> f64 {
    list.query_selector("[aria-posinset], [role=rowgroup]:last-child > [aria-rowindex]")
        .ok()
        .flatten()
        .map(|row| row.get_bounding_client_rect().height())
        .filter(|height| *height > 0.0)
        .unwrap_or(ROW_HEIGHT)
}

/// Which rows a scroller shows, with as many more around them that a step of scrolling finds them made.
pub(crate) fn range_of(scroller: &Element) -> Range {
    let height = row_height(scroller);
    let visible = (f64::from(scroller.client_height()) / height).ceil() as usize;
    let count = (visible * 2).max(ROWS).div_ceil(STEP) * STEP;
    let top = (f64::from(scroller.scroll_top()) / height) as usize;
    let first = top.saturating_sub((count - visible) / 2) / STEP * STEP;
    Range { first, count }
}

/// A length for the styles, to the hundredth. By whole numbers: what writes a fraction is large.
fn pixels(length: f64) -> String {
    let hundredths = (length * 100.0).round() as u64;
    format!("{}.{:02}px", hundredths / 100, hundredths % 100)
}

/// Gives the rows that are not made their room. `padded` is the list in the scroller.
fn make_room(scroller: &Element, padded: &Element, made: &std::ops::Range<usize>, total: usize) {
    let Some(padded) = padded.dyn_ref::<HtmlElement>() else { return };
    let missing = [made.start, total.saturating_sub(made.end)];
    let height = if missing == [0, 0] { 0.0 } else { row_height(scroller) };
    for (property, rows) in ["padding-block-start", "padding-block-end"].into_iter().zip(missing) {
        let _ = padded.style().set_property(property, &pixels(rows as f64 * height));
    }
}

/// As [`make_room`], for a list that scrolls by itself: its style sheet gives `::before` and `::after` the height of
/// so many rows. Padding would make the scroller itself as high as all rows, which then all would be in view.
pub(crate) fn make_room_inside(list: &Element, made: &std::ops::Range<usize>, total: usize) {
    let Some(list) = list.dyn_ref::<HtmlElement>() else { return };
    for (property, rows) in [("--rows-before", made.start), ("--rows-after", total.saturating_sub(made.end))]
    {
        let _ = list.style().set_property(property, &rows.to_string());
    }
}

/// A windowed list that keeps its own place.
pub(crate) struct Window {
    /// The rows to make.
    pub made: std::ops::Range<usize>,
    /// Of the element that scrolls.
    pub scroller: NodeRef,
    /// Of the element that holds the rows and nothing else.
    pub rows: NodeRef,
    /// Of the element that scrolls.
    pub onscroll: Callback<Event>,
}

/// Which of `total` rows to make.
#[hook]
pub(crate) fn use_window(total: usize) -> Window {
    let range = use_state_eq(Range::default);
    let (scroller, rows) = (use_node_ref(), use_node_ref());
    let made = range.clamp(total);
    {
        let (scroller, rows, range) = (scroller.clone(), rows.clone(), range.setter());
        use_effect_with((made.clone(), total), move |(made, total)| {
            if let (Some(scroller), Some(rows)) = (scroller.cast::<Element>(), rows.cast::<Element>()) {
                make_room(&scroller, &rows, made, *total);
                if *total > made.len() {
                    range.set(range_of(&scroller));
                }
            }
        });
    }
    let onscroll = use_callback((), {
        let (range, scroller) = (range.setter(), scroller.clone());
        move |_: Event, ()| {
            if let Some(scroller) = scroller.cast::<Element>() {
                range.set(range_of(&scroller));
            }
        }
    });
    Window { made, scroller, rows, onscroll }
}
