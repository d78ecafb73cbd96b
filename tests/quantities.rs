//! Quantities read from texts: a table for each language, what is left aside, and properties over any text.

use postil::analysis::{Found, quantities};
use proptest::prelude::*;
use std::fmt::Write;

/// As the tables have it: quantities parted by ` ; `, another reading behind ` or `.
fn shown(found: &[Found]) -> String {
    let mut all = String::new();
    for Found { quantity, other, .. } in found {
        if !all.is_empty() {
            all.push_str(" ; ");
        }
        write!(all, "{quantity}").expect("a string takes what is written");
        if let Some(other) = other {
            write!(all, " or {other}").expect("a string takes what is written");
        }
    }
    all
}

/// Reads each line, `text | quantities`, and says all that are read otherwise.
fn check(language: &str, table: &str) -> usize {
    let mut wrong = Vec::new();
    let mut lines = 0;
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        let (text, expected) = line.split_once('|').expect("a line has two parts");
        let read = shown(&quantities(text.trim(), language));
        if read != expected.trim() {
            wrong.push(format!("{}\n    read: {read}\n  wanted: {}", text.trim(), expected.trim()));
        }
    }
    assert!(wrong.is_empty(), "{} of {lines} in {language:?}:\n{}", wrong.len(), wrong.join("\n"));
    lines
}

#[test]
fn english() {
    let lines = check("en", include_str!("quantities/en.txt"));
    assert!(lines >= 80, "{lines}");
}

#[test]
fn indonesian() {
    let lines = check("id", include_str!("quantities/id.txt"));
    assert!(lines >= 60, "{lines}");
}

#[test]
fn russian() {
    let lines = check("ru", include_str!("quantities/ru.txt"));
    assert!(lines >= 40, "{lines}");
}

#[test]
fn german_french_arabic_chinese_and_others() {
    let mut lines = 0;
    for part in include_str!("quantities/others.txt").split("\n# ") {
        let (language, table) =
            part.trim_start_matches("# ").split_once('\n').expect("a part has a language");
        lines += check(language.trim().trim_matches('-'), table);
    }
    assert!(lines >= 40, "{lines}");
}

/// A mention may be cut so that nothing but the figure is in it, or hold more than one line.
#[test]
fn what_is_read_is_what_is_written() {
    for (text, language, written) in [
        ("Officials said that more than 1,400 people fled.", "en", &["more than 1,400 people"][..]),
        ("between 200 and 300 people", "en", &["between 200 and 300 people"]),
        ("antara 2 dan 3 juta rupiah", "id", &["antara 2 dan 3 juta rupiah"]),
        ("pada 1.400 orang lebih, kata dia", "id", &["1.400 orang lebih"]),
        ("aid of US$5 million was sent", "en", &["US$5 million"]),
        ("200+ people", "en", &["200+ people"]),
        ("не менее 5 тыс. человек", "ru", &["не менее 5 тыс. человек"]),
        ("more than\n200 people", "en", &["200 people"]),
        ("200\npeople", "en", &["200"]),
        ("1,400", "en", &["1,400"]),
        ("🌊 200 boats, 30 cars", "en", &["200 boats", "30 cars"]),
    ] {
        let read: Vec<String> =
            quantities(text, language).into_iter().map(|found| found.quantity.written).collect();
        assert_eq!(read, written, "{text}");
    }
}

/// Pieces that quantities are made of, so that chance makes many.
const PIECES: &str = "200|1,400|1.400|2.5|7|2023|1 400|١٬٤٠٠|２００|٢٫٥|007|10:30|-|–|−|.|,|:|/|%|+|$|US$|Rp|€|°|(|)|\n| | | | |\
more than|lebih dari|более|не менее|between|and|antara|dan|from|to|dari|sampai|hingga|до|от|и|about|hampir|million|juta|млн|тыс.|k|m|bn|万|\
people|orang|sandera|человек|名|two hundred|twenty-four|half a|dozen|dua puluh|belas|setengah|ke-|-an|or more|lebih|October|7 Oktober|tahun|a|one|и более|\u{301}|\u{200D}|é|🌊";

fn any_text() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = PIECES.split('|').collect();
    prop_oneof![
        prop::collection::vec(prop::sample::select(pieces), 0..14).prop_map(|pieces| pieces.concat()),
        prop::collection::vec(prop_oneof![any::<char>().prop_map(String::from), "[0-9.,' -]{1,6}"], 0..20)
            .prop_map(|parts| parts.concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn spans_are_in_order_and_hold_what_is_written(
        text in any_text(), language in prop::sample::select(vec!["", "en", "id", "ru", "de", "fr", "ar", "zh", "nl"]),
    ) {
        let mut behind = 0;
        for Found { span, quantity, other } in quantities(&text, language) {
            let (start, end) = (span.start().index(), span.end().index());
            prop_assert!(start >= behind && end > start, "{start}..{end} behind {behind}");
            behind = end;
            prop_assert_eq!(text.get(start..end), Some(quantity.written.as_str()));
            prop_assert!(!quantity.runs_backwards(), "{}", quantity);
            if let Some(other) = other {
                prop_assert_eq!(&other.written, &quantity.written);
                prop_assert!(other != quantity);
            }
        }
    }
}
