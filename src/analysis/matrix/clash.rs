//! Two tellings of a row that conflict with each other although neither conflicts with its reference: held against "more
//! than 200", both 224 and 220 are compatible.
//!
//! To hold each telling against each other would take too long where a claim is told a hundred times. Of the tellings of
//! one time that count the same only the two ends matter: if those meet, all do.

use super::build::Told;
use super::{Clash, ClashSide};
use crate::analysis::compare::{Judgement, Rules, Side, Standing, judge_measured};
use crate::analysis::dates::Period;
use crate::analysis::extent::Extent;
use crate::analysis::units::Unit;
use crate::model::Bound;

/// So many times and units of one row, and so many who deny it, are looked at. A row has hardly ever more than a few; what
/// is beyond makes no matrix slow.
const MOST: usize = 48;

/// Tellings that speak of one time and count the same: which of them begins highest, which ends lowest.
struct Alike<'a> {
    period: Option<&'a Period>,
    unit: &'a Unit,
    highest: (usize, Extent),
    lowest: (usize, Extent),
}

impl Alike<'_> {
    /// A pair of these and those whose figures are apart.
    fn apart(&self, other: &Self) -> Option<(usize, usize)> {
        let times_meet = self.period.zip(other.period).is_none_or(|(one, two)| one.meets(two));
        if !times_meet || !self.unit.fits(other.unit) {
            return None;
        }
        let pairs = [(&self.highest, &other.lowest), (&self.lowest, &other.highest)];
        let apart = pairs.into_iter().find(|((_, one), (_, two))| !one.meets(two));
        apart.map(|((one, _), (two, _))| (*one, *two))
    }
}

/// A pair of those that tell a claim, with exact figures if there is one; `told` holds none that conflicts with the reference.
pub(super) fn clash(told: &[&Told], rules: &Rules) -> Option<Clash> {
    let (one, two) = figures(told, rules).or_else(|| denials(told, rules))?;
    let (one, two) = (told[one.min(two)], told[one.max(two)]);
    let judgement = judged(one, two, rules);
    debug_assert_eq!(judgement.standing, Standing::Conflict, "one rule judges cells and pairs");
    let side = |told: &Told| ClashSide {
        statement: told.place(),
        stance: told.statement.stance,
        quantity: told.statement.quantity.clone(),
    };
    Some(Clash { sides: [side(one), side(two)], why: *judgement.why.last()? })
}

fn judged(one: &Told, two: &Told, rules: &Rules) -> Judgement {
    judge_measured((&one.statement, &one.measured), (&two.statement, &two.measured), rules)
}

/// Two that tell the claim, with figures that are apart.
fn figures(told: &[&Told], rules: &Rules) -> Option<(usize, usize)> {
    let mut groups: Vec<Alike<'_>> = Vec::new();
    for (n, told) in told.iter().enumerate().filter(|(_, told)| told.measured.side == Side::Told) {
        let (Some(quantity), Some(unit)) = (&told.statement.quantity, &told.measured.unit) else { continue };
        let Some(extent) = Extent::of(quantity, unit, rules.tolerance) else { continue };
        let period = told.measured.period.as_ref();
        match groups.iter().position(|group| group.period == period && group.unit == unit) {
            Some(at) => {
                let group = &mut groups[at];
                if !group.highest.1.begins_no_lower(&extent) {
                    group.highest = (n, extent.clone());
                }
                if !group.lowest.1.ends_no_higher(&extent) {
                    group.lowest = (n, extent);
                }
            }
            None if groups.len() < MOST => {
                groups.push(Alike { period, unit, highest: (n, extent.clone()), lowest: (n, extent) });
            }
            None => {}
        }
    }
    let pairs =
        groups.iter().enumerate().flat_map(|(n, one)| groups[n..].iter().filter_map(|two| one.apart(two)));
    // What is told exactly says more than a bound: 224 against 220 before "more than 220" against 220.
    let bounded =
        |n: usize| told[n].statement.quantity.as_ref().is_none_or(|quantity| quantity.bound != Bound::Equal);
    pairs.min_by_key(|&(one, two)| u8::from(bounded(one)) + u8::from(bounded(two)))
}

/// One that tells the claim and one that denies it.
fn denials(told: &[&Told], rules: &Rules) -> Option<(usize, usize)> {
    let of = |side: Side| {
        told.iter().enumerate().filter(move |(_, told)| told.measured.side == side).map(|(n, _)| n)
    };
    of(Side::Denied).take(MOST).find_map(|denied| {
        let conflicts = |n: &usize| judged(told[*n], told[denied], rules).standing == Standing::Conflict;
        of(Side::Told).find(conflicts).map(|n| (n, denied))
    })
}
