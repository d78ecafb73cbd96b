//! A figure with its bounds.

use super::{Decimal, Figure, figure};
use std::cmp::Ordering;
use std::fmt;

/// How a figure bounds what it speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// Exactly so many.
    #[default]
    Equal,
    /// So many or more.
    AtLeast,
    /// More.
    More,
    /// So many or fewer.
    AtMost,
    /// Fewer.
    Less,
    /// About so many.
    About,
    /// Between two figures.
    Range,
}

impl Bound {
    /// Each with its sign, and how it is typed on a keyboard that has no such key.
    pub const SIGNS: [(Self, &'static str, &'static str); 7] = [
        (Self::AtLeast, "≥", ">="),
        (Self::AtMost, "≤", "<="),
        (Self::More, ">", ">"),
        (Self::Less, "<", "<"),
        (Self::About, "~", "~"),
        (Self::Equal, "=", "="),
        (Self::Range, "–", "-"),
    ];

    /// Its sign.
    pub fn sign(self) -> &'static str {
        Self::SIGNS.iter().find(|(bound, ..)| *bound == self).map_or("=", |(_, sign, _)| sign)
    }
}

/// A figure with its bounds and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How it is bounded.
    pub bound: Bound,
    /// The figure; of a range, its lower end.
    pub low: Decimal,
    /// Of a range, its upper end.
    pub high: Option<Decimal>,
    /// What is counted, or empty.
    pub unit: String,
    /// As the text has it, or empty.
    pub written: String,
}

impl Quantity {
    /// Reads `≥ 12 people`, `>= 12 people`, `3–5 km`, `~ 0.5`, `1.400.000`; `None` for anything else. `decide` says
    /// which number a figure is.
    pub fn parse(text: &str, decide: &mut dyn FnMut(Figure) -> Option<Decimal>) -> Option<Self> {
        let text = text.trim();
        let signs = || Bound::SIGNS.iter().filter(|(bound, ..)| *bound != Bound::Range);
        let sign = signs().find_map(|(bound, sign, typed)| {
            let rest = text.strip_prefix(sign).or_else(|| text.strip_prefix(typed))?;
            Some((*bound, rest))
        });
        let (mut bound, rest) = sign.unwrap_or((Bound::Equal, text));
        let mut number = |text| {
            let (read, rest) = figure(text)?;
            Some((decide(read)?, rest))
        };
        let (low, rest) = number(rest)?;
        let mut unit = rest.trim();
        let mut high = None;
        if sign.is_none()
            && let Some((upper, rest)) = unit.strip_prefix(['–', '-']).and_then(number)
        {
            (bound, high, unit) = (Bound::Range, Some(upper), rest.trim());
        }
        // `3 5` are two numbers, of which nobody knows how they belong together.
        let odd = unit.starts_with(|c: char| c.is_numeric() || matches!(c, ',' | '.' | '-' | '–'));
        (!odd).then(|| Self { bound, low, high, unit: unit.to_owned(), written: String::new() })
    }

    /// Whether it is a range whose upper end is below its lower one.
    pub fn runs_backwards(&self) -> bool {
        self.high.as_ref().and_then(|high| self.low.compare(high)).is_some_and(Ordering::is_gt)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.high, self.bound) {
            (Some(high), _) => write!(f, "{}–{high}", self.low)?,
            (None, Bound::Equal | Bound::Range) => write!(f, "{}", self.low)?,
            (None, bound) => write!(f, "{} {}", bound.sign(), self.low)?,
        }
        if self.unit.is_empty() { Ok(()) } else { write!(f, " {}", self.unit) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Quantity> {
        Quantity::parse(text, &mut |read| match read {
            Figure::Clear(number) => Some(number),
            Figure::Either { .. } => None,
        })
    }

    #[test]
    fn what_is_typed_is_a_figure_or_nothing() {
        for (typed, shown) in [
            ("12", "12"),
            (" ≥12 people ", "≥ 12 people"),
            (">= 12", "≥ 12"),
            ("<5 km", "< 5 km"),
            ("~ 0.50 %", "~ 0.50 %"),
            ("= 3", "3"),
            ("3-5 km", "3–5 km"),
            ("3 – 5", "3–5"),
            ("-3", "-3"),
            ("-3--1 °C", "-3–-1 °C"),
            ("1 400 people", "1400 people"),
            (">1.400.000", "> 1400000"),
            ("1,5-2,5 km", "1.5–2.5 km"),
        ] {
            let quantity = parse(typed).expect(typed);
            assert_eq!(quantity.to_string(), shown);
            assert_eq!(parse(shown), Some(quantity), "what is shown is read as the same");
        }
        for bad in ["", "about 12", "≥", "12,000", "3 5", "1.2.3", "≥ 3–5", "007"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
