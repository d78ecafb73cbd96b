//! Rows and columns that cost a browser much are made in slices.

use std::cell::{Cell, RefCell};
use std::ops::Range;

/// How far the rows or columns of a window are made. What comes into view is made at once, and what would be needed next
/// a few a frame: nobody waits for what is out of view.
#[derive(Default)]
pub struct Slices {
    /// What is made, and of what.
    made: RefCell<(usize, Range<usize>)>,
    /// Whether it is less than is to be made.
    grows: Cell<bool>,
}

impl Slices {
    /// What of `goal` to make at this rendering: all that is in view, and what is made already; if that is the same, `by`
    /// more at each end. Nothing counts as made where `of` is another number than before.
    pub fn next(&self, of: usize, goal: &Range<usize>, seen: Range<usize>, by: usize) -> Range<usize> {
        let within = |range: &Range<usize>| {
            range.start.clamp(goal.start, goal.end)..range.end.clamp(goal.start, goal.end)
        };
        let seen = Some(within(&seen)).filter(|seen| !seen.is_empty()).unwrap_or_else(|| goal.clone());
        let mut made = self.made.borrow_mut();
        let had = within(&made.1);
        let next = if made.0 != of || had.is_empty() {
            seen
        } else if had.start <= seen.start && seen.end <= had.end {
            within(&(had.start.saturating_sub(by)..had.end + by))
        } else {
            had.start.min(seen.start)..had.end.max(seen.end)
        };
        self.grows.set(next != *goal);
        *made = (of, next.clone());
        next
    }

    /// Whether more is to be made.
    pub fn grows(&self) -> bool {
        self.grows.get()
    }
}

#[cfg(test)]
mod tests {
    use super::Slices;

    #[test]
    fn what_is_in_view_is_made_at_once_and_the_rest_a_few_at_a_time() {
        let slices = Slices::default();
        let next = |of, goal, seen| (slices.next(of, &goal, seen, 2), slices.grows());
        assert_eq!(next(1, 0..16, 3..8), (3..8, true));
        assert_eq!(next(1, 0..16, 3..8), (1..10, true));
        assert_eq!(next(1, 0..16, 3..8), (0..12, true));
        assert_eq!(next(1, 0..16, 3..8), (0..14, true));
        assert_eq!(next(1, 0..16, 3..8), (0..16, false));
        assert_eq!(next(1, 0..16, 3..8), (0..16, false), "and stays");
        assert_eq!(next(1, 4..20, 7..12), (4..18, true), "what was made is not made again");
        assert_eq!(next(1, 12..28, 15..20), (12..20, true), "nothing of what is in view is left out");
        assert_eq!(next(1, 100..116, 103..108), (103..108, true), "far away");
        assert_eq!(next(2, 100..116, 103..108), (103..108, true), "and where it is about another");
        assert_eq!(next(2, 100..104, 110..120), (100..104, false), "also where nobody knows what is in view");
        assert_eq!(next(2, 0..0, 0..3), (0..0, false));
        assert_eq!(slices.next(3, &(0..16), 3..8, 0), 3..8);
        assert_eq!(slices.next(3, &(0..16), 3..8, 0), 3..8, "the rows before the columns");
        assert!(slices.grows());
    }
}
