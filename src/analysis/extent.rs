//! Which numbers a figure with its bounds allows.

use super::units::Unit;
use crate::model::{Bound, Decimal, Quantity};
use std::cmp::Ordering;

/// An end of the numbers that a figure allows, and whether it is among them; `None`: they go on for ever.
type End = Option<(Decimal, bool)>;

/// All numbers between two ends.
#[derive(Clone, Debug)]
pub(super) struct Extent {
    low: End,
    high: End,
}

impl Extent {
    /// What a figure allows, with the powers of ten of its unit. `~ x` is x less and more so many `hundredths` of it; of
    /// a range that runs backwards the ends are exchanged. `None` for a figure that is beyond counting.
    pub(super) fn of(quantity: &Quantity, unit: &Unit, hundredths: u32) -> Option<Self> {
        let low = unit.figure(&quantity.low)?;
        let high = match &quantity.high {
            Some(high) => Some(unit.figure(high)?),
            None => None,
        };
        let (one, other) = match (quantity.bound, high) {
            (Bound::About, _) => {
                let less = low.percent(100_u32.saturating_sub(hundredths))?;
                (less, low.percent(100_u32.saturating_add(hundredths))?)
            }
            (_, Some(high)) => (low, high),
            (Bound::AtLeast, None) => return Some(Self { low: Some((low, true)), high: None }),
            (Bound::More, None) => return Some(Self { low: Some((low, false)), high: None }),
            (Bound::AtMost, None) => return Some(Self { low: None, high: Some((low, true)) }),
            (Bound::Less, None) => return Some(Self { low: None, high: Some((low, false)) }),
            (Bound::Equal | Bound::Range, None) => (low.clone(), low),
        };
        // About -50 is from -55 to -45.
        let (low, high) = if one.compare(&other)? == Ordering::Greater { (other, one) } else { (one, other) };
        Some(Self { low: Some((low, true)), high: Some((high, true)) })
    }

    /// Whether some number is in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        reaches(&self.high, &other.low) && reaches(&other.high, &self.low)
    }

    /// Whether every number of this is in the other.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.begins_no_lower(other) && self.ends_no_higher(other)
    }

    /// Whether this goes no further down than the other.
    pub(super) fn begins_no_lower(&self, other: &Self) -> bool {
        match (&self.low, &other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(other)) => no_further(own, other, Ordering::Greater),
        }
    }

    /// Whether this goes no further up than the other.
    pub(super) fn ends_no_higher(&self, other: &Self) -> bool {
        match (&self.high, &other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(other)) => no_further(own, other, Ordering::Less),
        }
    }
}

/// Whether an upper end comes up to a lower one. An end that is not meant itself reaches no other.
fn reaches(high: &End, low: &End) -> bool {
    let (Some((high, high_in)), Some((low, low_in))) = (high, low) else { return true };
    match high.compare(low) {
        Some(Ordering::Equal) => *high_in && *low_in,
        order => order == Some(Ordering::Greater),
    }
}

/// Whether an end lies on this side of another, or is the same and lets in no more.
fn no_further(own: &(Decimal, bool), other: &(Decimal, bool), side: Ordering) -> bool {
    match own.0.compare(&other.0) {
        Some(Ordering::Equal) => !own.1 || other.1,
        order => order == Some(side),
    }
}

/// Whether two figures say the same: the same bound and the same numbers, however they are written. A range from a
/// number to itself is that number.
pub(super) fn is_same(one: (&Quantity, &Unit), other: (&Quantity, &Unit)) -> bool {
    let ends = |(quantity, unit): (&Quantity, &Unit)| {
        let low = unit.figure(&quantity.low)?;
        let high = quantity.high.as_ref().map_or(Some(low.clone()), |high| unit.figure(high))?;
        let order = low.compare(&high)?;
        let bound = match quantity.bound {
            Bound::Range if order == Ordering::Equal => Bound::Equal,
            bound => bound,
        };
        Some(if order == Ordering::Greater { (bound, high, low) } else { (bound, low, high) })
    };
    match (ends(one), ends(other)) {
        (Some((bound, low, high)), Some((other_bound, other_low, other_high))) => {
            let equal = |a: &Decimal, b: &Decimal| a.compare(b) == Some(Ordering::Equal);
            bound == other_bound && equal(&low, &other_low) && equal(&high, &other_high)
        }
        // Beyond counting: only what is written alike is the same.
        (None, None) => {
            let ((one, unit), (other, other_unit)) = (one, other);
            (one.bound, &one.low, &one.high, unit) == (other.bound, &other.low, &other.high, other_unit)
        }
        _ => false,
    }
}
