//! Two figures that bound one quantity: 200–300, between 200 and 300, dari 200 sampai 300.

use super::term::Term;
use super::tokens::Kind;
use super::words::{AND, CHANGED, TO};
use super::{Found, Lead, Reader, Step};
use crate::model::{Bound, Decimal, Quantity};
use std::cmp::Ordering;

/// What follows a figure.
pub(super) enum Upper {
    /// The upper end of a range.
    Range(Range),
    /// A result such as 2-1, and the token behind it.
    Score(usize),
    None,
}

/// The ends of a range.
pub(super) struct Range {
    upper: Term,
    low: Decimal,
    high: Decimal,
    /// What else they may be.
    other: Option<(Decimal, Decimal)>,
    unit: Option<String>,
}

impl Reader<'_> {
    /// The upper end behind a lower one. `start`: the token where what opens the range starts.
    pub(super) fn upper(&self, lower: &Term, lead: Option<Lead>, start: usize) -> Upper {
        let tokens = &self.tokens;
        // From 200 to 300 after rose tells two figures.
        if lead == Some(Lead::From) && tokens.before(start, start.saturating_sub(1), CHANGED).is_some() {
            return Upper::None;
        }
        let mut at = lower.end;
        let mut noun = None;
        if self.link(at, lead).is_none()
            && lower.unit.is_none()
            && let Some((unit, end)) = tokens.noun(at)
        {
            // 200 people to 300 people: what is counted stands twice.
            (noun, at) = (Some(unit), end);
        }
        let Some((next, dash)) = self.link(at, lead) else { return Upper::None };
        let Some(upper) = self.term(next, true) else { return Upper::None };
        let repeated = noun.is_none() || noun == tokens.noun(upper.end).map(|(unit, _)| unit);
        let money = |term: &Term| term.unit.clone();
        let (one, other) = (money(lower), money(&upper));
        if !repeated
            || one.is_some() && other.is_some() && one != other
            || self.apart(&upper, None, next).is_some()
        {
            return Upper::None;
        }
        let (mut lower, shared) = (lower.clone(), upper.amount.power);
        let small = |lower: &Term| {
            let (low, high) = (lower.amount.value(self.parted).0, self.unscaled(&upper));
            low.compare(&high).is_some_and(Ordering::is_lt)
        };
        // 5 to 10 million: the scale is meant for both, if the lower end is then the lower.
        if !lower.amount.scaled && shared > 0 && small(&lower) {
            (lower.amount.power, lower.amount.scaled) = (shared, true);
        }
        let ((low, low_other), (high, high_other)) =
            (lower.amount.value(self.parted), upper.amount.value(self.parted));
        if low.compare(&high) != Some(Ordering::Less) {
            let bare = lower.amount.bare.is_some() && upper.amount.bare.is_some();
            return if dash && bare && tokens.glued(next) { Upper::Score(upper.end) } else { Upper::None };
        }
        let other_reading = (low_other.is_some() || high_other.is_some())
            .then(|| (low_other.unwrap_or_else(|| low.clone()), high_other.unwrap_or_else(|| high.clone())));
        let other_reading = other_reading.filter(|(low, high)| low.compare(high) == Some(Ordering::Less));
        Upper::Range(Range { low, high, other: other_reading, unit: one.or(other), upper })
    }

    /// The upper end without its scale.
    fn unscaled(&self, upper: &Term) -> Decimal {
        self.parted.settle(&upper.amount.figure, upper.amount.scaled).0
    }

    /// Behind what joins two ends, and whether it is a dash.
    fn link(&self, at: usize, lead: Option<Lead>) -> Option<(usize, bool)> {
        let tokens = &self.tokens;
        if matches!(tokens.sign_at(at), Some('-' | '–' | '—' | '−' | '\u{2010}' | '\u{2011}' | '~' | '～'))
        {
            // A dash with a blank on one side parts sentences.
            let even = tokens.glued(at) == tokens.glued(at + 1);
            let figure = tokens
                .list
                .get(at + 1)
                .is_some_and(|next| matches!(next.kind, Kind::Figure(_) | Kind::Word | Kind::Sign(_)));
            return (even && figure).then_some((at + 1, true));
        }
        let and = || tokens.behind(at, AND).filter(|_| lead == Some(Lead::Between));
        and().or_else(|| tokens.behind(at, TO)).map(|end| (end, false))
    }

    /// The quantity of a range.
    pub(super) fn range(&self, lower: &Term, range: &Range, start: usize, lead: Option<Lead>) -> Step {
        let mut end = range.upper.end;
        let mut unit = range.unit.clone();
        if unit.is_none()
            && let Some((noun, behind)) = self.tokens.noun(end)
        {
            (unit, end) = (Some(noun), behind);
        }
        let start = if lead.is_some() { start } else { lower.first };
        let (span, written) = self.written(start, end);
        let make = |low: &Decimal, high: &Decimal| Quantity {
            bound: Bound::Range,
            low: low.clone(),
            high: Some(high.clone()),
            unit: unit.clone().unwrap_or_default(),
            written: written.to_owned(),
        };
        let other = range.other.as_ref().map(|(low, high)| make(low, high));
        Step::Found(Found { span, quantity: make(&range.low, &range.high), other }, end)
    }
}
