//! A figure as people write it, with points, commas or blanks between its digits.

use super::Decimal;

/// What may stand between the digits of a figure beside the point and the comma.
const BLANKS: [char; 6] = [' ', '\u{A0}', '\u{202F}', '\u{2009}', '\'', '’'];

/// A figure that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// It can mean only this.
    Clear(Decimal),
    /// It can mean two things: one point or comma, with three digits behind it.
    Either {
        /// Where it parts thousands: 1400.
        whole: Decimal,
        /// Where a fraction follows: 1.400, as it is written.
        fraction: Decimal,
        /// Whether it is a point.
        point: bool,
    },
}

/// Reads a figure at the start of a text; what follows it comes with it. `1.400.000`, `1 400` and `1.400,5` are clear,
/// `1.400` is not, and `1.2.3` is none.
pub fn figure(text: &str) -> Option<(Figure, &str)> {
    let text = text.trim_start();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let sign = &text[..text.len() - unsigned.len()];
    let (first, mut rest) = digits(unsigned);
    if first.is_empty() {
        return None;
    }
    let mut groups: Vec<(char, &str)> = Vec::new();
    while let Some(between) = rest.chars().next() {
        let (group, behind) = digits(&rest[between.len_utf8()..]);
        // After a blank another figure may begin, or a unit such as `2 km`.
        let parts = match between {
            '.' | ',' => !group.is_empty(),
            _ => BLANKS.contains(&between) && group.len() == 3,
        };
        if !parts {
            break;
        }
        groups.push((between, group));
        rest = behind;
    }
    let thousands = |groups: &[(char, &str)]| {
        let one_sign = groups.windows(2).all(|pair| pair[0].0 == pair[1].0);
        let fit = groups.iter().all(|(_, group)| group.len() == 3);
        one_sign && fit && first.len() <= 3 && !first.starts_with('0')
    };
    let joined = |groups: &[(char, &str)]| -> String {
        let behind = groups.iter().map(|(_, group)| *group);
        std::iter::once(sign).chain(std::iter::once(first)).chain(behind).collect()
    };
    let read = match &groups[..] {
        [] => Figure::Clear(Decimal::new(&joined(&[]))?),
        [(between @ ('.' | ','), group)] => {
            let kept = Decimal::new(&format!("{}.{group}", joined(&[])))?;
            if thousands(&groups) {
                Figure::Either {
                    whole: Decimal::new(&joined(&groups))?,
                    fraction: kept,
                    point: *between == '.',
                }
            } else {
                Figure::Clear(kept)
            }
        }
        all if thousands(all) => Figure::Clear(Decimal::new(&joined(all))?),
        [before @ .., (between @ ('.' | ','), last)] if thousands(before) && before[0].0 != *between => {
            Figure::Clear(Decimal::new(&format!("{}.{last}", joined(before)))?)
        }
        _ => return None,
    };
    Some((read, rest))
}

/// The digits at the start of a text, and the rest.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

/// Whether a language writes 1,4 for what English writes as 1.4; most of these write 1.400 for 1400.
pub fn has_decimal_comma(language: &str) -> bool {
    let code = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    const COMMA: [&str; 32] = [
        "id", "jv", "su", "de", "nl", "es", "pt", "it", "fr", "ca", "gl", "tr", "el", "da", "is", "nb", "nn",
        "no", "sv", "fi", "ro", "hr", "sr", "bs", "sl", "pl", "cs", "sk", "hu", "ru", "uk", "vi",
    ];
    COMMA.contains(&code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match figure(text) {
            Some((Figure::Clear(number), rest)) => format!("{number}|{rest}"),
            Some((Figure::Either { whole, fraction, .. }, rest)) => format!("{whole} or {fraction}|{rest}"),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn what_is_clear_is_read_and_what_is_not_is_told_apart() {
        for (text, expected) in [
            ("12", "12|"),
            ("-3 km", "-3| km"),
            ("1.50", "1.50|"),
            ("1,5", "1.5|"),
            ("0.400", "0.400|"),
            ("0,400", "0.400|"),
            ("1400.500", "1400.500|"),
            ("1.400 orang", "1400 or 1.400| orang"),
            ("1,400", "1400 or 1.400|"),
            ("-12.345", "-12345 or -12.345|"),
            ("1.000", "1000 or 1.000|"),
            ("1.400.000", "1400000|"),
            ("1,400,000", "1400000|"),
            ("1 400 000 people", "1400000| people"),
            ("1 400", "1400|"),
            ("1\u{202F}400 km", "1400| km"),
            ("1’400", "1400|"),
            ("1.400,5", "1400.5|"),
            ("1,400.50", "1400.50|"),
            ("1 400,5", "1400.5|"),
            ("1.400.000,25", "1400000.25|"),
            ("3 5 km", "3| 5 km"),
            ("3–5", "3|–5"),
            ("12, or", "12|, or"),
            ("1.2.3", "none"),
            ("1,400,00", "none"),
            ("1.400,000.5", "none"),
            ("0.400.000", "none"),
            ("007", "none"),
            ("about", "none"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
