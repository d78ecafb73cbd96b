//! Long lists: only the rows in view are made. All rows of a list are equally high, and its style sheet gives those
//! that are not made their room, by how many they are.
//!
//! Reading a size makes the browser lay out the page at once, so that is done where the layout is as it should be
//! anyway: when a list first has more rows than are made, and while scrolling.

use crate::app::Slices;
use std::cell::{Cell, RefCell};
use web_sys::{Element, Node};
use yew::prelude::*;

/// How many rows are made at least.
const ROWS: usize = 16;
/// Windows begin at multiples of this, so that scrolling by a row does not make anything anew. So many again are made
/// above and below those in view: at least two rows are there before they come into it, either way.
const STEP: usize = 4;
/// So many more rows or columns are made at each end in a frame, of those that are made in slices.
const SLICE: usize = 2;
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

    /// The rows that a scroller shows, in part or whole.
    fn seen(scroller: &Element) -> std::ops::Range<usize> {
        let height = row_height(scroller);
        let (top, room) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        (top / height) as usize..((top + room) / height).ceil() as usize
    }

    /// The part of it that exists, where there are `total` rows.
    fn clamp(self, total: usize) -> std::ops::Range<usize> {
        let first = self.first.min(total.saturating_sub(self.count).next_multiple_of(STEP));
        first..total.min(first + self.count)
    }
}

/// The rows of which at least half is in view, in the list and in the page.
fn in_view(scroller: &Element) -> std::ops::Range<usize> {
    let height = row_height(scroller);
    let place = scroller.get_bounding_client_rect();
    let page = f64::from(gloo_utils::document_element().client_height());
    let row_at =
        |y: f64| ((y - place.top() + f64::from(scroller.scroll_top())) / height - 0.5).ceil() as usize;
    let (first, end) = (row_at(place.top().max(0.0)), row_at(place.bottom().min(page)));
    first..end.max(first)
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
    /// The element that scrolled when it was looked at last.
    measured: RefCell<Option<Node>>,
    /// The rows in view; none before that was measured.
    range: Cell<Option<Range>>,
    /// Whether the last rendering made all rows.
    whole: Cell<bool>,
    /// The rows that were in view when that was measured.
    seen: RefCell<std::ops::Range<usize>>,
    /// Of how many rows that are made in slices it was measured last, and of how many it is now.
    totals: Cell<(usize, usize)>,
    /// How far those are made that are made in slices, and the columns in them.
    slices: Slices,
    columns: Slices,
    /// Who is told which rows are in view.
    watch: RefCell<Option<Watch>>,
}

/// Who is told which rows of a list are in view.
struct Watch {
    /// Tells these rows from others.
    of: usize,
    tell: Callback<std::ops::Range<usize>>,
    /// What was told last of these rows.
    told: Option<std::ops::Range<usize>>,
}

/// The room of the rows that are not made, for the styles.
fn room(made: &std::ops::Range<usize>, total: usize) -> String {
    format!("--rows-before: {}; --rows-after: {}", made.start, total - made.end)
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
        Made { room: room(&rows, total), rows, scroller: self.scroller.clone() }
    }

    /// The same for rows that cost a browser much: those in view at once, the others around them a few a frame. `of` is
    /// another number where what the rows show is another; the row `keep` stays if it is there.
    pub(crate) fn made_in_slices(&self, total: usize, of: usize, keep: usize) -> Made {
        let Made { rows: goal, scroller, .. } = self.made(total);
        // To make less than all, it must be known what is in view; more rows may make the list higher.
        self.whole.set(false);
        self.totals.set((self.totals.get().0, total));
        let mut seen = if self.range.get().is_some() { self.seen.borrow().clone() } else { goal.clone() };
        if goal.contains(&keep) {
            seen = seen.start.min(keep)..seen.end.max(keep + 1);
        }
        let rows = self.slices.next(of, &goal, seen, SLICE);
        Made { room: room(&rows, total), rows, scroller }
    }

    /// The same for the columns `goal` of such rows, of which those in `seen` are in view: once the rows are made.
    pub(crate) fn columns_in_slices(
        &self,
        of: usize,
        goal: &std::ops::Range<usize>,
        seen: std::ops::Range<usize>,
    ) -> std::ops::Range<usize> {
        self.columns.next(of, goal, seen, if self.slices.grows() { 0 } else { SLICE })
    }

    /// After a rendering: whether rows are still to be made, behind the frame that shows it.
    pub(crate) fn grows(&self) -> bool {
        self.scroller.get().is_some() && (self.slices.grows() || self.columns.grows())
    }

    /// At a rendering: who is to be told which rows are in view. `of` is another number where the rows are others.
    pub(crate) fn watched(&self, of: usize, tell: Callback<std::ops::Range<usize>>) {
        let mut watch = self.watch.borrow_mut();
        let told = watch.take().filter(|watch| watch.of == of).and_then(|watch| watch.told);
        *watch = Some(Watch { of, tell, told });
    }

    /// After a rendering: whether it should be measured which rows are in view.
    pub(crate) fn wants_measure(&self) -> bool {
        let scroller = self.scroller.get();
        let there = scroller.is_some();
        // Another element begins at its top.
        if self.measured.replace(scroller.clone()) != scroller || !there {
            self.range.set(None);
        }
        if !there {
            self.watch.take();
            return false;
        }
        let untold = self.watch.borrow().as_ref().is_some_and(|watch| watch.told.is_none());
        let (of, total) = self.totals.get();
        self.totals.set((total, total));
        of != total || untold || self.range.get().is_none() && !self.whole.get()
    }

    /// Looks which rows are in view. True if others are to be made.
    pub(crate) fn measure(&self) -> bool {
        let scroller = self.scroller.cast::<Element>();
        scroller.iter().for_each(|scroller| self.tell(scroller));
        let range = scroller.map(|scroller| {
            self.seen.replace(Range::seen(&scroller));
            Range::of(&scroller)
        });
        self.range.replace(range) != range
    }

    /// Tells which rows are in view, if somebody asked and they are others than before.
    fn tell(&self, scroller: &Element) {
        let tell = self.watch.borrow_mut().as_mut().and_then(|watch| {
            let rows = in_view(scroller);
            (watch.told.replace(rows.clone()).as_ref() != Some(&rows)).then(|| (watch.tell.clone(), rows))
        });
        if let Some((tell, rows)) = tell {
            tell.emit(rows);
        }
    }
}
