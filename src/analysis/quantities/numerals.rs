//! Figures in digits, of any of the scripts that news is written in.

use super::looks::look;
use super::words::{parts, primary};
use crate::model::{Decimal, Figure, figure, has_decimal_comma};

/// Figures of more digits than this are ids, whatever they look like.
const LONGEST: usize = 18;
/// Of so many digits without a separator, one is an id unless it ends in noughts.
const LONG: usize = 8;

/// A figure as it stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    pub(super) figure: Figure,
    /// Its value where it is digits and nothing else, four at most: it may be a year or a day.
    pub(super) bare: Option<u32>,
}

/// The value of a digit: Latin, Arabic, Persian, Devanagari, Bengali, full-width.
pub(super) fn digit(char: char) -> Option<u8> {
    look();
    const NOUGHTS: [u32; 6] = ['0' as u32, 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10];
    let code = char as u32;
    NOUGHTS
        .iter()
        .find(|nought| (**nought..**nought + 10).contains(&code))
        .map(|nought| (code - nought) as u8)
}

/// How many digits stand at the start of a text, and in how many bytes.
fn digits(text: &str) -> (usize, usize) {
    text.chars()
        .map_while(|char| digit(char).map(|_| char.len_utf8()))
        .fold((0, 0), |(n, bytes), len| (n + 1, bytes + len))
}

/// The figure of the digits at a place, if they are one, and where they end.
pub(super) fn numeral(text: &str, at: usize) -> (Option<Numeral>, usize) {
    let (first, length) = digits(&text[at..]);
    let mut end = at + length;
    // As `model::figure` wants it.
    let mut written = String::new();
    push(&mut written, &text[at..end]);
    let (mut last, mut groups, mut arabic) = (' ', 0, false);
    while let Some(char) = text[end..].chars().next() {
        let behind = end + char.len_utf8();
        let (count, length) = digits(&text[behind..]);
        let sign = match char {
            '.' | '．' => '.',
            ',' | '，' => ',',
            '٫' => '.',
            // Apostrophes and the Arabic sign for thousands part as blanks do.
            '\'' | '’' | '٬' => '\'',
            ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' => '\u{A0}',
            _ => break,
        };
        let parts = match sign {
            '.' | ',' => count > 0,
            // Another figure may begin behind a blank; four digits before it are no thousands.
            _ => count == 3 && first <= 3 && (groups == 0 || last == sign),
        };
        if !parts {
            break;
        }
        arabic |= char == '٫';
        last = sign;
        groups += 1;
        written.push(sign);
        push(&mut written, &text[behind..behind + length]);
        end = behind + length;
    }
    let count = written.bytes().filter(u8::is_ascii_digit).count();
    let id = count > LONGEST || groups == 0 && count >= LONG && !written.ends_with("000");
    let read = match figure(&written) {
        _ if id => None,
        Some((Figure::Either { fraction, .. }, "")) if arabic => Some(Figure::Clear(fraction)),
        Some((figure, "")) => Some(figure),
        _ => indian(&written).map(Figure::Clear),
    };
    let bare = if groups == 0 && count <= 4 { written.parse().ok() } else { None };
    (read.map(|figure| Numeral { figure, bare }), end)
}

/// Adds digits as the Latin ones.
fn push(written: &mut String, digits: &str) {
    written.extend(digits.chars().filter_map(digit).map(|digit| char::from(b'0' + digit)));
}

/// 12,34,567 of India: twos before the last three.
fn indian(written: &str) -> Option<Decimal> {
    let mut groups = written.split(',');
    let (first, last) = (groups.next()?, groups.next_back()?);
    let fits = matches!(first.len(), 1 | 2) && last.len() == 3 && groups.clone().next().is_some();
    let plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    (fits && plain && groups.all(|group| group.len() == 2))
        .then(|| Decimal::new(&written.split(',').collect::<String>()))
        .flatten()
}

/// What parts the fraction from the whole in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted {
    Comma,
    Point,
    /// Not known, or not the same for all who write it.
    Open,
}

impl Parted {
    pub(super) fn of(language: &str) -> Self {
        /// With a comma, beside those that `model` knows.
        const COMMA: &str = "bg|be|mk|lt|lv|et|kk|az|uz|ky|tg|hy|ka|mn|eu|af|sq|tk|tt";
        const POINT: &str = "en|zh|ja|ko|he|th|hi|bn|ta|te|mr|ms|fil|tl|ga|cy|mt|my|km|ur|pa|gu|kn|ml|ne|si";
        /// Regions that part otherwise than their language does, or both ways.
        const OTHERWISE: &str =
            "de-ch|de-li|it-ch|es-mx|es-us|es-419|es-gt|es-hn|es-ni|es-pa|es-pr|es-sv|es-do|es-pe|en-za";
        let tag: String =
            language.chars().map(|char| if char == '_' { '-' } else { char.to_ascii_lowercase() }).collect();
        let code = primary(language);
        if parts(OTHERWISE, b'|').any(|region| region == tag) {
            Self::Open
        } else if has_decimal_comma(language) || parts(COMMA, b'|').any(|known| known == code) {
            Self::Comma
        } else if parts(POINT, b'|').any(|known| known == code) {
            Self::Point
        } else {
            Self::Open
        }
    }

    /// What a figure means, and what else it can. `scaled`: thousands or millions of it are meant, which are often
    /// written with a fraction.
    ///
    /// Where the language parts thousands with the sign that stands there, nothing else is meant. Where it parts the
    /// fraction with it, three digits behind it are rare enough to ask.
    pub(super) fn settle(self, figure: &Figure, scaled: bool) -> (Decimal, Option<Decimal>) {
        match figure {
            Figure::Clear(number) => (number.clone(), None),
            Figure::Either { whole, fraction, point } => {
                let thousands = match self {
                    Self::Comma => Some(*point),
                    Self::Point => Some(!*point),
                    Self::Open => None,
                };
                match (thousands, scaled) {
                    (Some(true), _) => (whole.clone(), None),
                    (Some(false), true) => (fraction.clone(), None),
                    (Some(false), false) | (None, true) => (fraction.clone(), Some(whole.clone())),
                    (None, false) => (whole.clone(), Some(fraction.clone())),
                }
            }
        }
    }
}

/// A number with its point moved to the right: 2.5 by 6 is 2500000.
pub(super) fn shifted(number: &Decimal, power: u32) -> Decimal {
    if power == 0 {
        return number.clone();
    }
    let (whole, fraction) = number.as_str().split_once('.').unwrap_or((number.as_str(), ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut moved = String::from(whole);
    let power = power as usize;
    let inside = fraction.len().min(power);
    moved.push_str(&fraction[..inside]);
    moved.extend(std::iter::repeat_n('0', power - inside));
    let trimmed = moved.trim_start_matches('0');
    let mut all = String::from(sign);
    all.push_str(if trimmed.is_empty() { "0" } else { trimmed });
    if fraction.len() > power {
        all.push('.');
        all.push_str(&fraction[power..]);
    }
    Decimal::new(&all).expect("a number stays one when its point moves")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_moves() {
        for (number, power, expected) in [
            ("2.5", 6, "2500000"),
            ("0.5", 6, "500000"),
            ("1.2345678", 6, "1234567.8"),
            ("-1.50", 3, "-1500"),
            ("0", 3, "0"),
            ("0.005", 2, "0.5"),
            ("224", 0, "224"),
        ] {
            let number = Decimal::new(number).expect("a number");
            assert_eq!(shifted(&number, power).as_str(), expected, "{number} by {power}");
        }
    }
}
