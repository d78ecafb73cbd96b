//! What stretch of time a date means, as precisely as it was written.

use crate::model::is_date;

/// The days that a date means, first to last, counted from 1970-01-01 as the text has them: a day is that of the place
/// where it was written, whatever the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
    /// The seconds since 1970-01-01T00:00:00Z that it means, first to last, where both ends say the time of day.
    exact: Option<(i64, i64)>,
}

impl Period {
    /// Reads ISO 8601 and the part of EDTF that a person writes: `2023`, `2023-10`, `2023-10-07`, RFC 3339 times,
    /// `201X`, `2023-XX`, quarters (`2023-33`), intervals (`2023-10-07/2023-10-09`, `2023-10/..`). A season is no more
    /// than its year, because the hemispheres do not agree on it. The signs for uncertain and about (`?`, `~`, `%`)
    /// are read over. `None` for anything else, and for an interval that runs backwards.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let Some((from, to)) = text.split_once('/') else { return one(text) };
        let open = |end: &str| matches!(end.trim(), "" | "..");
        if open(from) && open(to) {
            return None;
        }
        let end = |text: &str, nothing: i32| {
            if open(text) {
                Some(Self { first: nothing, last: nothing, exact: None })
            } else {
                one(text.trim())
            }
        };
        let (from, to) = (end(from, i32::MIN)?, end(to, i32::MAX)?);
        let exact = from.exact.zip(to.exact).map(|(from, to)| (from.0, to.1));
        let forwards = from.first <= to.last && exact.is_none_or(|(from, to)| from <= to);
        forwards.then_some(Self { first: from.first, last: to.last, exact })
    }

    /// When it begins, in seconds since 1970; a day begins at midnight UTC, for want of anything better to sort by.
    pub fn start(&self) -> i64 {
        self.exact.map_or(i64::from(self.first) * 86_400, |(from, _)| from)
    }

    /// Whether two dates can mean the same time: `2023-10` and `2023-10-07` can. Two times of day are held against each
    /// other by the second, over zones; else days decide.
    pub fn meets(&self, other: &Self) -> bool {
        match (self.exact, other.exact) {
            (Some(one), Some(two)) => one.0 <= two.1 && two.0 <= one.1,
            _ => self.first <= other.last && other.first <= self.last,
        }
    }
}

/// One date, without an interval.
fn one(text: &str) -> Option<Period> {
    let text = text.trim_end_matches(['?', '~', '%']);
    if let Some((day, time)) = text.split_once(['T', 't']) {
        if !is_date(text) {
            return None;
        }
        let day = one(day)?;
        let second = i64::from(day.first) * 86_400 + seconds(time);
        return Some(Period { exact: Some((second, second)), ..day });
    }
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let known = year.trim_end_matches('X');
    let first_year: i32 = known.parse().ok().filter(|_| known.bytes().all(|byte| byte.is_ascii_digit()))?;
    let span = 10_i32.pow((4 - known.len()) as u32);
    let first_year = first_year * span;
    let of = |from: i32, to: i32| Some(Period { first: from, last: to - 1, exact: None });
    let whole_year = || of(day(first_year, 1), day(first_year + span, 1));
    let Some(month) = parts.next() else { return whole_year() };
    let of_day = parts.next();
    if parts.next().is_some() || month.len() != 2 || span > 1 && month != "XX" {
        return None;
    }
    let month: i32 = match month {
        "XX" if of_day.is_none_or(|day| day == "XX") => return whole_year(),
        // Seasons.
        "21" | "22" | "23" | "24" if of_day.is_none() => return whole_year(),
        "33" | "34" | "35" | "36" if of_day.is_none() => {
            let month = 3 * (i32::from(month.as_bytes()[1]) - i32::from(b'3')) + 1;
            return of(day(first_year, month), day(first_year, month + 3));
        }
        month => month.parse().ok().filter(|month| (1..=12).contains(month))?,
    };
    match of_day {
        None | Some("XX") => of(day(first_year, month), day(first_year, month + 1)),
        Some(in_month) if is_date(text) => {
            let in_month: i32 = in_month.parse().ok()?;
            let at = day(first_year, month) + in_month - 1;
            of(at, at + 1)
        }
        Some(_) => None,
    }
}

/// The first day of a month, counted from 1970-01-01; the 13th month is the next January.
fn day(year: i32, month: i32) -> i32 {
    const BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let (year, month) = (year + (month - 1) / 12, (month - 1) % 12);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let past = year - 1;
    let leaps = past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400);
    // 719,162 days before 1970, of which 477 are the leap days.
    let years = 365 * (year - 1970) + leaps - 477;
    years + BEFORE[month as usize] + i32::from(leap && month > 1)
}

/// Seconds of the day in UTC of a time that is known to be one; fractions are left out.
fn seconds(time: &str) -> i64 {
    let clock = time.get(..8).unwrap_or_default();
    let zone = time.find(['+', '-']).map_or("", |at| &time[at..]);
    let count = |text: &str| text.split(':').fold(0, |sum, part| sum * 60 + part.parse().unwrap_or(0));
    let away: i64 = 60 * count(zone.get(1..).unwrap_or_default());
    count(clock) - if zone.starts_with('-') { -away } else { away }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        for (text, first, last) in [
            ("1970-01-01", 0, 0),
            ("1970", 0, 364),
            ("1969-12-31", -1, -1),
            ("2000-02-29", 11_016, 11_016),
            ("2000-03-01", 11_017, 11_017),
            ("2023-10-07", 19_637, 19_637),
            ("2024-02", 19_754, 19_782),
            ("1900-12", -25_233, -25_203),
            ("2023-36", 19_631, 19_722),
            ("2023-12/2024-01-01", 19_692, 19_723),
        ] {
            let read = Period::read(text).expect(text);
            assert_eq!((read.first, read.last), (first, last), "{text}");
        }
    }

    #[test]
    fn dates_of_differing_precision_meet() {
        for (one, other, meets) in [
            ("2023-10", "2023-10-07", true),
            ("2023-10-07", "2023-10-08", false),
            ("2023", "2023-12-31", true),
            ("2023", "2024-01-01", false),
            ("2023-10-01/2023-10-07", "2023-10-07/2023-10-09", true),
            ("2023-10-01/2023-10-06", "2023-10-07/2023-10-09", false),
            ("2023-10-07/..", "2031", true),
            ("2023-10-07/", "2023-10-06", false),
            ("../2023-10-07", "1950", true),
            ("201X", "2019-12-31", true),
            ("201X", "2020", false),
            ("2023-XX", "2023-05", true),
            ("2023-05-XX", "2023-06", false),
            ("2023~", "2023-05", true),
            ("2023-10-07?", "2023-10-08%", false),
            ("2023-33", "2023-03-31", true),
            ("2023-33", "2023-04", false),
            ("2023-21", "2023-12", true),
            // Times over zones, and a time against a day: that of the place.
            ("2023-10-07T06:30:00+03:00", "2023-10-07T03:30:00Z", true),
            ("2023-10-07T06:30:00+03:00", "2023-10-07T06:30:00Z", false),
            ("2023-10-07T23:30:00-05:00", "2023-10-07", true),
            ("2023-10-07T23:30:00-05:00", "2023-10-08T04:30:00.5Z", true),
            ("2023-10-07T06:00:00Z/2023-10-07T08:00:00Z", "2023-10-07T07:00:00Z", true),
            ("2023-10-07T06:00:00Z/2023-10-07T08:00:00Z", "2023-10-07T09:00:00Z", false),
        ] {
            let (a, b) = (Period::read(one).expect(one), Period::read(other).expect(other));
            assert_eq!((a.meets(&b), b.meets(&a)), (meets, meets), "{one} and {other}");
            assert!(a.meets(&a) && b.meets(&b));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for bad in [
            "",
            "last week",
            "2024/2023",
            "../..",
            "/",
            "2023-13",
            "2023-02-30",
            "2023-37",
            "23",
            "XXXX",
            "2X23",
            "201X-05",
            "2023-10-07T08:30",
            "2023-10-0X",
            "+2023",
            "2023-10-07-01",
            "２０２３",
            "[2023,2024]",
        ] {
            assert_eq!(Period::read(bad), None, "{bad}");
        }
    }
}
