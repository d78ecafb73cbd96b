//! The one rule by which statements of a claim agree or clash. Screen, export and tests ask it.
//!
//! 1. Where both state a time and the times differ, it is *other time*, whatever else they say.
//! 2. Figures are compared where both give one and the two count the same. They are the same, meet, or are apart.
//! 3. Of two that tell the claim as so (asserts, reports, predicts, or nothing was said): the same figure, or none in
//!    either, agrees; figures apart conflict; all else is compatible.
//! 4. Of one that tells it as so and one that denies it: conflict, unless their figures are compared and what is told
//!    could be so although what is denied is not (200 are told, 500 are denied): compatible.
//! 5. Who doubts or questions conflicts with nobody. Two that deny, or two that leave it open, agree or are compatible as
//!    in 3, but their figures cannot clash, because neither stands by one.
//!
//! A figure that has nothing to be held against (the other gives none, or counts something else) leaves the stances to
//! decide, and these then say compatible at best: nobody has confirmed it.

use super::dates::Period;
use super::extent::{Extent, is_same};
use super::statement::Statement;
use super::units::Unit;
use crate::model::{Quantity, Stance};

/// How statements stand to a reference. In order of badness: of several the greatest counts. Another time is worse than
/// compatible, because it hides whether there is a conflict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nothing is said.
    #[default]
    Silent,
    /// They say the same.
    Agree,
    /// Both can be so.
    Compatible,
    /// They speak of another time.
    OtherTime,
    /// Both cannot be so.
    Conflict,
}

/// Why two statements stand as they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Their times do not meet.
    TimesDiffer,
    /// Their figures are the same.
    SameFigure,
    /// Some number is allowed by both figures.
    FiguresMeet,
    /// No number is allowed by both figures.
    FiguresApart,
    /// Their figures count different things, or cannot be counted.
    NotCompared,
    /// Only one of them gives a figure.
    OneFigure,
    /// They take the same side.
    SameSide,
    /// One denies what the other tells.
    Denied,
    /// One denies a figure that the other does not tell.
    OtherFigureDenied,
    /// One doubts or questions it.
    LeftOpen,
}

/// What comparing two statements gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How they stand.
    pub standing: Standing,
    /// Why, the deciding reason last.
    pub why: Vec<Why>,
}

/// What the person can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What `~` allows in each direction, in hundredths of the figure.
    pub tolerance: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self { tolerance: 10 }
    }
}

/// How a statement stands to another. The order of the two does not matter.
pub fn judge(reference: &Statement, other: &Statement, rules: &Rules) -> Judgement {
    let measured = |statement: &Statement| Measured {
        side: Side::of(statement.stance),
        period: period(statement),
        unit: statement.quantity.as_ref().map(|quantity| Unit::of(&quantity.unit)),
    };
    judge_measured((reference, &measured(reference)), (other, &measured(other)), rules)
}

/// The worst of several; silent if there are none.
pub fn worst(standings: impl IntoIterator<Item = Standing>) -> Standing {
    standings.into_iter().max().unwrap_or_default()
}

/// What is worked out once of a statement that is judged often.
pub(super) struct Measured {
    pub(super) side: Side,
    pub(super) period: Option<Period>,
    pub(super) unit: Option<Unit>,
}

/// The time that a statement speaks of; `None` where none is stated, or in words that are no date.
pub(super) fn period(statement: &Statement) -> Option<Period> {
    Period::read(&statement.when.as_ref()?.value)
}

/// What a stance makes of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It is so. A statement without a stance tells the claim, and that is what counts.
    Told,
    /// It is not so.
    Denied,
    /// It may be so.
    Open,
}

impl Side {
    pub(super) fn of(stance: Option<Stance>) -> Self {
        match stance {
            Some(Stance::Denies) => Self::Denied,
            Some(Stance::Doubts | Stance::Questions) => Self::Open,
            Some(Stance::Asserts | Stance::Reports | Stance::Predicts) | None => Self::Told,
        }
    }
}

/// How two figures stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Figures {
    Neither,
    One,
    NotCompared,
    Same,
    Meet,
    Apart,
}

pub(super) fn judge_measured(
    (one, one_measured): (&Statement, &Measured),
    (other, other_measured): (&Statement, &Measured),
    rules: &Rules,
) -> Judgement {
    if let (Some(time), Some(other_time)) = (&one_measured.period, &other_measured.period)
        && !time.meets(other_time)
    {
        return Judgement { standing: Standing::OtherTime, why: vec![Why::TimesDiffer] };
    }
    let mut why = Vec::new();
    let (a, b) = (figure(one, one_measured), figure(other, other_measured));
    let figures = figures(a, b, rules);
    let said = match figures {
        Figures::Neither => None,
        Figures::One => Some(Why::OneFigure),
        Figures::NotCompared => Some(Why::NotCompared),
        Figures::Same => Some(Why::SameFigure),
        Figures::Meet => Some(Why::FiguresMeet),
        Figures::Apart => Some(Why::FiguresApart),
    };
    let standing = match (one_measured.side, other_measured.side) {
        (Side::Told, Side::Denied) => denied(a, b, figures, &mut why),
        (Side::Denied, Side::Told) => denied(b, a, figures, &mut why),
        (one, other) if one == other => {
            why.push(Why::SameSide);
            match figures {
                Figures::Neither | Figures::Same => Standing::Agree,
                Figures::Apart if one == Side::Told => Standing::Conflict,
                _ => Standing::Compatible,
            }
        }
        _ => {
            why.push(Why::LeftOpen);
            Standing::Compatible
        }
    };
    // The figures decide between those that take one side, the stances between the others.
    let at = if why == [Why::SameSide] { why.len() } else { 0 };
    if let Some(said) = said {
        why.insert(at, said);
    }
    Judgement { standing, why }
}

/// How one that tells stands to one that denies. What is denied is taken without tolerance: who denies about 500 denies
/// 500, and a greater tolerance must make nothing worse.
fn denied(told: Measure<'_>, denied: Measure<'_>, figures: Figures, why: &mut Vec<Why>) -> Standing {
    let is_denied = match (figures, told, denied) {
        (Figures::Meet | Figures::Apart, Some((told, unit)), Some((denied, other_unit))) => {
            let extents = Extent::of(told, unit, 0).zip(Extent::of(denied, other_unit, 0));
            extents.is_none_or(|(told, denied)| told.is_within(&denied))
        }
        _ => true,
    };
    why.push(if is_denied { Why::Denied } else { Why::OtherFigureDenied });
    if is_denied { Standing::Conflict } else { Standing::Compatible }
}

pub(super) type Measure<'a> = Option<(&'a Quantity, &'a Unit)>;

fn figure<'a>(statement: &'a Statement, measured: &'a Measured) -> Measure<'a> {
    statement.quantity.as_ref().zip(measured.unit.as_ref())
}

pub(super) fn figures(one: Measure<'_>, other: Measure<'_>, rules: &Rules) -> Figures {
    let (one, other) = match (one, other) {
        (None, None) => return Figures::Neither,
        (Some(one), Some(other)) => (one, other),
        _ => return Figures::One,
    };
    if !one.1.fits(other.1) {
        return Figures::NotCompared;
    }
    if is_same(one, other) {
        return Figures::Same;
    }
    let extent = |(quantity, unit)| Extent::of(quantity, unit, rules.tolerance);
    match extent(one).zip(extent(other)) {
        None => Figures::NotCompared,
        Some((one, other)) if one.meets(&other) => Figures::Meet,
        Some(_) => Figures::Apart,
    }
}

#[cfg(test)]
mod tests;
