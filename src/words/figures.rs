//! Figures and plurals.

use super::{Language, language};

/// A whole number in groups of three: `12,340` in English, `12.340` in Indonesian.
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let between = if language() == Language::Indonesian { '.' } else { ',' };
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(between);
        }
        grouped.push(digit);
    }
    grouped
}

/// Bytes in the unit that reads best: `1.5 MB`, `1,5 MB`.
pub fn bytes(n: u64) -> String {
    match n {
        0..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} kB", (n + 500) / 1_000),
        _ => {
            let (unit, name) = if n < 1_000_000_000 { (1_000_000, "MB") } else { (1_000_000_000, "GB") };
            let tenths = (n + unit / 20) / (unit / 10);
            let point = if language() == Language::Indonesian { ',' } else { '.' };
            format!("{}{point}{} {name}", tenths / 10, tenths % 10)
        }
    }
}

/// What stands before the tenths.
pub fn decimal_sign() -> char {
    if language() == Language::Indonesian { ',' } else { '.' }
}

/// A number of things: `1 article`, `12 articles`; Indonesian has one form.
pub fn count(n: usize, one: &str, many: &str, indonesian: &str) -> String {
    let noun = match language() {
        Language::Indonesian => indonesian,
        _ if n == 1 => one,
        _ => many,
    };
    format!("{} {noun}", number(n as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::speak;

    #[test]
    fn figures_and_plurals_follow_the_language() {
        let articles = |n| count(n, "article", "articles", "artikel");
        assert_eq!([articles(0), articles(1), articles(2)], ["0 articles", "1 article", "2 articles"]);
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!([bytes(999), bytes(1_500), bytes(1_460_000)], ["999 B", "2 kB", "1.5 MB"]);
        speak(Language::Indonesian);
        assert_eq!([articles(1), articles(2)], ["1 artikel", "2 artikel"]);
        assert_eq!([number(999), number(9_999), number(12_340)], ["999", "9.999", "12.340"]);
        assert_eq!([bytes(1_460_000), bytes(10_737_400_000)], ["1,5 MB", "10,7 GB"]);
    }
}
