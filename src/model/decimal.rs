//! A number as somebody wrote it.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

/// A number in the notation of JSON, kept as it was written: no digit is lost, and `1.50` stays `1.50`. Equality is of
/// the notation. Nothing here computes with it, which keeps floating point and its tables out of the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(Rc<str>);

impl Decimal {
    /// Takes a number in the notation of JSON (RFC 8259, section 6); `None` for anything else.
    pub fn new(text: &str) -> Option<Self> {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
            }
            None => (unsigned, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let fine = digits(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(digits)
            && exponent.is_none_or(digits);
        fine.then(|| Self(text.into()))
    }

    /// Which of two numbers is the greater, to the last digit; `None` where one is written with an exponent.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        if self.0.contains(['e', 'E']) || other.0.contains(['e', 'E']) {
            return None;
        }
        let ((below, whole, fraction), (other_below, other_whole, other_fraction)) =
            (self.digits(), other.digits());
        Some(match (below, other_below) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            _ => {
                let size =
                    (whole.len(), whole, fraction).cmp(&(other_whole.len(), other_whole, other_fraction));
                if below { size.reverse() } else { size }
            }
        })
    }

    /// Whether it is below nought, the digits of the whole, and those of the fraction without noughts at its end.
    fn digits(&self) -> (bool, &str, &str) {
        let unsigned = self.0.strip_prefix('-').unwrap_or(&self.0);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let fraction = fraction.trim_end_matches('0');
        let nought = whole == "0" && fraction.is_empty();
        (unsigned.len() < self.0.len() && !nought, whole, fraction)
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn they_compare_as_numbers(a in -2000_i32..2000, b in -2000_i32..2000, behind in 0_usize..3, noughts in 0_usize..2) {
            // As hundredths, tenths or ones, with noughts behind.
            let written = |n: i32, noughts: usize| {
                let sign = if n < 0 { "-" } else { "" };
                let digits = format!("{:0>4}", n.abs());
                let (whole, fraction) = digits.split_at(4 - behind);
                let whole = whole.trim_start_matches('0');
                let whole = if whole.is_empty() { "0" } else { whole };
                let point = if behind > 0 { "." } else { "" };
                let noughts = "0".repeat(if behind > 0 { noughts } else { 0 });
                Decimal::new(&format!("{sign}{whole}{point}{fraction}{noughts}")).expect("a number")
            };
            prop_assert_eq!(written(a, noughts).compare(&written(b, 0)), Some(a.cmp(&b)));
            prop_assert_eq!(written(a, 0).compare(&Decimal::new("1e3").expect("a number")), None);
        }
    }

    #[test]
    fn only_the_numbers_of_json_are_numbers() {
        for fine in ["0", "-0", "12", "1.50", "-1.5e-7", "2E+9", "9007199254740993", "0.1"] {
            assert_eq!(Decimal::new(fine).map(|number| number.to_string()).as_deref(), Some(fine));
        }
        for bad in ["", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x1", "1 ", "NaN", "Infinity", "1,5", "١"]
        {
            assert_eq!(Decimal::new(bad), None, "{bad:?}");
        }
    }
}
