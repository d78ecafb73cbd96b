//! A number as somebody wrote it.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

/// A number in the notation of JSON, kept as it was written: no digit is lost, and `1.50` stays `1.50`. Equality is of
/// the notation. What little is computed with it is done digit by digit, which keeps floating point and its tables out of
/// the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(Rc<str>);

/// The greatest exponent that is written out.
const MOST: i32 = 60;

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

    /// The same number without an exponent; `None` where that would take too many noughts to be a figure of anything.
    pub fn plain(&self) -> Option<Self> {
        self.shifted(0)
    }

    /// So many powers of ten more, without an exponent: 2.3 shifted by 6 is 2300000. `None` as for [`Self::plain`].
    pub fn shifted(&self, by: i32) -> Option<Self> {
        // Most figures, and nothing is made for them.
        if by == 0 && !self.0.contains(['e', 'E']) {
            return Some(self.clone());
        }
        let (below, digits, behind) = self.whole_digits()?;
        Self::of_digits(below, digits, behind - by)
    }

    /// So many hundredths of it, exactly. `None` as for [`Self::plain`].
    pub fn percent(&self, hundredths: u32) -> Option<Self> {
        let (below, mut digits, behind) = self.whole_digits()?;
        let mut carry = 0_u64;
        for digit in digits.iter_mut().rev() {
            carry += u64::from(*digit - b'0') * u64::from(hundredths);
            *digit = b'0' + (carry % 10) as u8;
            carry /= 10;
        }
        while carry > 0 {
            digits.insert(0, b'0' + (carry % 10) as u8);
            carry /= 10;
        }
        Self::of_digits(below, digits, behind + 2)
    }

    /// Whether it is below nought, all its digits, and how many of them stand behind the point.
    fn whole_digits(&self) -> Option<(bool, Vec<u8>, i32)> {
        let unsigned = self.0.strip_prefix('-').unwrap_or(&self.0);
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let exponent: i32 = exponent.parse().ok().filter(|n| (-MOST..=MOST).contains(n))?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = whole.bytes().chain(fraction.bytes()).collect();
        Some((unsigned.len() < self.0.len(), digits, fraction.len() as i32 - exponent))
    }

    /// The number of these digits, of which so many stand behind the point.
    fn of_digits(below: bool, mut digits: Vec<u8>, behind: i32) -> Option<Self> {
        if !(-2 * MOST..=2 * MOST).contains(&behind) {
            return None;
        }
        digits.resize(digits.len() + (-behind).max(0) as usize, b'0');
        let behind = behind.max(0) as usize;
        let mut text = String::with_capacity(digits.len() + behind + 3);
        if below {
            text.push('-');
        }
        let noughts = (behind + 1).saturating_sub(digits.len());
        let all = std::iter::repeat_n(b'0', noughts).chain(digits);
        let all: Vec<u8> = all.collect();
        let (whole, fraction) = all.split_at(all.len() - behind);
        let first = whole.iter().position(|digit| *digit != b'0').unwrap_or(whole.len() - 1);
        text.extend(whole[first..].iter().map(|digit| char::from(*digit)));
        if behind > 0 {
            text.push('.');
            text.extend(fraction.iter().map(|digit| char::from(*digit)));
        }
        Self::new(&text)
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
    fn they_are_shifted_and_shared_exactly() {
        let number = |text| Decimal::new(text).expect(text);
        for (written, by, expected) in [
            ("1.5e3", 0, "1500"),
            ("15e-3", 0, "0.015"),
            ("-1.50", 0, "-1.50"),
            ("2.3", 6, "2300000"),
            ("2.3456789", 6, "2345678.9"),
            ("0", 3, "0"),
            ("7", -2, "0.07"),
            ("-0.004", 3, "-4"),
            ("1E+2", 1, "1000"),
        ] {
            assert_eq!(number(written).shifted(by), Some(number(expected)), "{written} by {by}");
        }
        for (written, hundredths, expected) in [
            ("200", 90, "180.00"),
            ("224", 110, "246.40"),
            ("0.1", 110, "0.110"),
            ("-50", 90, "-45.00"),
            ("9007199254740993", 110, "9907919180215092.30"),
            ("5", 0, "0.00"),
            ("1e2", 105, "105"),
        ] {
            assert_eq!(number(written).percent(hundredths), Some(number(expected)), "{written}");
        }
        for far in ["1e61", "1e-61", "1e99999999999"] {
            assert_eq!(number(far).plain(), None, "{far}");
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
