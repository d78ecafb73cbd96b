//! Times as RFC 3339 in UTC with milliseconds: `2023-10-27T09:15:00.000Z`.

use super::json::{self, Fault, Field, Json, Seen};
use crate::model::Timestamp;
use crate::words::wire as said;

const DAY: i64 = 86_400_000;
/// 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z, the ends of RFC 3339.
const RANGE: (i64, i64) = (-62_167_219_200_000, 253_402_300_799_999);

/// Writes a time; one outside the years 0 to 9999 becomes the nearest that can be written.
pub fn format_time(time: Timestamp) -> String {
    let at = time.0.clamp(RANGE.0, RANGE.1);
    let (year, month, day) = civil(at.div_euclid(DAY));
    let rest = at.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    // One or two for each annotation: by hand, since `format!` stood out where many are written.
    let mut out = *b"0000-00-00T00:00:00.000Z";
    let parts = [(4, year), (7, month), (10, day), (13, hour), (16, minute), (19, second), (23, rest % 1000)];
    for (mut at, mut number) in parts {
        while number > 0 {
            at -= 1;
            out[at] += (number % 10) as u8;
            number /= 10;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Reads an RFC 3339 time with any offset; what is finer than a millisecond is cut off. `None` if it is none.
pub fn parse_time(text: &str) -> Option<Timestamp> {
    let bytes = text.as_bytes();
    let shape = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')];
    if !text.is_ascii() || bytes.len() < 20 || shape.iter().any(|&(at, c)| bytes[at] != c) {
        return None;
    }
    if !matches!(bytes[10], b'T' | b't' | b' ') {
        return None;
    }
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = text.get(from..to)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let mut rest = &text[19..];
    let mut milli = 0;
    if let Some(fraction) = rest.strip_prefix('.') {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return None;
        }
        for at in 0..3 {
            let digit = if at < digits { fraction.as_bytes()[at] - b'0' } else { 0 };
            milli = milli * 10 + i64::from(digit);
        }
        rest = &fraction[digits..];
    }
    let offset = match rest.as_bytes() {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), a, b, b':', c, d] if [a, b, c, d].iter().all(|b| b.is_ascii_digit()) => {
            let (hours, minutes) = (rest[1..3].parse::<i64>().ok()?, rest[4..6].parse::<i64>().ok()?);
            let minutes = hours * 60 + minutes;
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => return None,
    };
    let seconds = (hour * 60 + minute - offset) * 60 + second;
    Some(Timestamp(days(year, month, day) * DAY + seconds * 1000 + milli))
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a date of the Gregorian calendar, which is taken to reach back to year 0. Years begin in
/// March here, so that the leap day is a year's last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

impl Field for Timestamp {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        parse_time(&json.text()?).ok_or_else(|| Fault::expected(json, said::a_time()))
    }

    fn write(&self, out: &mut String) {
        json::text(out, &format_time(*self));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_times() {
        for (milli, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_698_398_100_123, "2023-10-27T09:15:00.123Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (RANGE.0, "0000-01-01T00:00:00.000Z"),
            (RANGE.1, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(format_time(Timestamp(milli)), text);
            assert_eq!(parse_time(text), Some(Timestamp(milli)), "{text}");
        }
        let same = parse_time("2023-10-27T09:15:00Z");
        for text in ["2023-10-27t11:15:00.0+02:00", "2023-10-27 03:45:00-05:30", "2023-10-27T09:15:00.0004z"]
        {
            assert_eq!(parse_time(text), same, "{text}");
        }
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "",
            "2023",
            "2023-10-27",
            "2023-02-29T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-10-27T24:00:00Z",
            "2023-10-27T09:15:00",
            "2023-10-27T09:15:00.Z",
            "2023-10-27T09:15:00+2:00",
            "2023-10-27T09:15:0éZ",
            "+023-10-27T09:15:00Z",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }
}
