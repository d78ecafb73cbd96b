//! Long lists: only the rows in view are made. All rows of a list are equally high, and its style sheet gives those
//! that are not made their room, by how many they are.
//!
//! Reading a size makes the browser lay out the page at once, so that is done where the layout is as it should be
//! anyway: when a list first has more rows than are made, and while scrolling.

use std::cell::Cell;
use web_sys::Element;
use yew::prelude::*;

/// How many rows are made at least.
const ROWS: usize = 16;
/// Windows begin at multiples of this, so that scrolling by a row does not make anything anew. So many again are made
/// above and below those in view: at least two rows are there before they come into it, either way.
const STEP: usize = 4;
/// Before a row can be measured.
const ROW_HEIGHT: f64 = 48.0;

/// Which rows are to be made.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Range {
    /// The first one.
    first: usize,
    /// How many at most.
    count: usize,
}

impl Range {
    /// Before the list was measured.
    const TOP: Self = Self { first: 0, count: ROWS };

    /// Which rows a scroller shows, with as many more around them that a step of scrolling finds them made.
    fn of(scroller: &Element) -> Self {
        let height = row_height(scroller);
        let visible = (f64::from(scroller.client_height()) / height).ceil() as usize;
        let count = (visible + 2 * STEP).max(ROWS).div_ceil(STEP) * STEP;
        let top = (f64::from(scroller.scroll_top()) / height) as usize;
        let first = top.saturating_sub((count - visible - STEP) / 2) / STEP * STEP;
        Self { first, count }
    }

    /// The part of it that exists, where there are `total` rows.
    fn clamp(self, total: usize) -> std::ops::Range<usize> {
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

/// A list of which only the rows in view are made. The shell keeps one for each of them, beside the state: where it
/// is scrolled to is the browser's to say.
#[derive(Default)]
pub(crate) struct Window {
    scroller: NodeRef,
    /// The rows in view; none before that was measured.
    range: Cell<Option<Range>>,
    /// Whether the last rendering made all rows.
    whole: Cell<bool>,
}

/// What of a list is made.
pub(crate) struct Made {
    /// These rows.
    pub rows: std::ops::Range<usize>,
    /// For the property `style` of the element that scrolls (`~style`: the policy would refuse the attribute). It is set
    /// together with the rows: a layout between the two would find the list of another length, and scroll it.
    pub room: String,
    /// Of the element that scrolls.
    pub scroller: NodeRef,
}

impl Window {
    /// Which of `total` rows to make at this rendering.
    pub(crate) fn made(&self, total: usize) -> Made {
        let rows = self.range.get().unwrap_or(Range::TOP).clamp(total);
        self.whole.set(rows.len() == total);
        let room = format!("--rows-before: {}; --rows-after: {}", rows.start, total - rows.end);
        Made { rows, room, scroller: self.scroller.clone() }
    }

    /// After a rendering: whether it should be measured which rows are in view.
    pub(crate) fn wants_measure(&self) -> bool {
        if self.scroller.get().is_none() {
            self.range.set(None);
            return false;
        }
        self.range.get().is_none() && !self.whole.get()
    }

    /// Looks which rows are in view. True if others are to be made.
    pub(crate) fn measure(&self) -> bool {
        let range = self.scroller.cast::<Element>().map(|scroller| Range::of(&scroller));
        self.range.replace(range) != range
    }
}
