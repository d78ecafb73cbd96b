//! A number as somebody wrote it.

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
