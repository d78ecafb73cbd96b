//! Dates as precise as known.

/// Whether a text is a day, month or year that exists, or a time of such a day in the notation of RFC 3339:
/// `2023`, `2023-10`, `2023-10-27`, `2023-10-27T08:30:00+07:00`.
pub fn is_date(text: &str) -> bool {
    let (day, time) = match text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let mut parts = day.split('-');
    let Some(year) = parts.next().and_then(|year| figures(year, 4)) else { return false };
    let Some(month) = parts.next() else { return time.is_none() };
    let Some(month) = figures(month, 2).filter(|month| (1..=12).contains(month)) else { return false };
    let Some(day) = parts.next() else { return time.is_none() };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let exists = figures(day, 2).is_some_and(|day| (1..=days).contains(&day)) && parts.next().is_none();
    exists && time.is_none_or(is_time)
}

/// Whether a text is a date, or two with a stroke between them of which the first is not the later one:
/// `2023-10-07/2023-10-09`.
pub fn is_period(text: &str) -> bool {
    let Some((from, to)) = text.split_once('/') else { return is_date(text) };
    // As precise as the less precise one, they can be held against each other letter by letter.
    let precise = from.len().min(to.len());
    is_date(from) && is_date(to) && from[..precise] <= to[..precise]
}

/// Whether a date may take the place of another: it exists, or is empty, or stays as it came.
pub fn may_be_date(before: &str, now: &str) -> bool {
    let now = now.trim();
    now.is_empty() || now == before.trim() || is_date(now)
}

/// Whether a text is a time with its zone: `08:30:00.5Z`, `08:30:00+07:00`.
fn is_time(text: &str) -> bool {
    let zone =
        text.len() - text.bytes().rev().take_while(|byte| !matches!(byte, b'Z' | b'z' | b'+' | b'-')).count();
    let Some((clock, zone)) = zone.checked_sub(1).and_then(|at| text.split_at_checked(at)) else {
        return false;
    };
    let zone_fits = matches!(zone, "Z" | "z") || zone.get(1..).is_some_and(|zone| hours(zone, 2));
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let fraction_fits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    zone_fits && fraction_fits && hours(clock, 3)
}

/// Hours and minutes, and seconds if there are three parts; a leap second is one.
fn hours(text: &str, parts: usize) -> bool {
    text.split(':').count() == parts
        && text.split(':').zip([23, 59, 60]).all(|(part, most)| figures(part, 2).is_some_and(|n| n <= most))
}

/// So many digits, as a number.
fn figures(text: &str, many: usize) -> Option<u32> {
    let fine = text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit());
    fine.then(|| text.bytes().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_period};

    #[test]
    fn a_period_goes_on_in_time() {
        for fine in ["2023", "2023-10/2023-11", "2023-10-07/2023-10-07", "2023/2023-02", "2023-10-07/2024"] {
            assert!(is_period(fine), "{fine}");
        }
        for bad in ["", "/", "2023/", "2023-11/2023-10", "2024-01/2023", "2023/2024/2025", "then/now"] {
            assert!(!is_period(bad), "{bad}");
        }
    }

    #[test]
    fn only_dates_that_exist_are_dates() {
        for fine in [
            "2023",
            "2023-10",
            "2023-10-27",
            "2024-02-29",
            "2000-02-29",
            "2023-10-27T08:30:00Z",
            "2023-10-27T08:30:00.25+07:00",
            "2023-12-31t23:59:60z",
        ] {
            assert!(is_date(fine), "{fine}");
        }
        for bad in [
            "",
            "2023-02-30",
            "2023-02-29",
            "1900-02-29",
            "2023-13",
            "2023-00",
            "2023-04-31",
            "2023-1-1",
            "23",
            "27 Oct 2023",
            "2023-10-27-",
            "2023-10-27T",
            "2023-10-27T08:30",
            "2023-10-27T25:00:00Z",
            "2023-10T08:30:00Z",
            "2023T08:30:00Z",
            "2023-10-27T08:30:00",
            "２０２３",
            "+2023",
            "2023-10-27T08:30:00+7",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
