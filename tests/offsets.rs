//! Positions in the three units, held against a plain model that counts from the start each time.

use postil::text::{Byte, CodePoint, Lengths, Span, SpanError, Text, TextError, Utf16};
use proptest::prelude::*;

fn text(from: &str) -> Text {
    Text::new(from).expect("no NUL")
}

/// Texts of every width of character, some long enough to have many checkpoints.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z .,\n]{0,40}",
        "[а-яёІґ ]{0,40}",
        "[ا-ي ]{0,30}",
        "[\u{4e00}-\u{4e40}]{0,30}",
        "[\u{300}-\u{320}]{0,80}",
        "[😀-😏\u{1F3FB}-\u{1F3FF}\u{200D}\u{FE0F}🇦-🇿]{0,60}",
        "[ᄀ-나-ᅣᆨ-ᆪ]{0,30}",
        "[क-ङ\u{94D}\u{93F}]{0,30}",
        any::<String>().prop_map(|any| any.replace('\0', "")),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Every boundary with the count of code points and of UTF-16 units before it.
fn model(text: &str) -> Vec<(Byte, CodePoint, Utf16)> {
    let mut list = Vec::new();
    let (mut points, mut units) = (0, 0);
    for (byte, char) in text.char_indices() {
        list.push((Byte(byte as u32), CodePoint(points), Utf16(units)));
        points += 1;
        units += char.len_utf16() as u32;
    }
    list.push((Byte(text.len() as u32), CodePoint(points), Utf16(units)));
    list
}

fn agrees_with_the_model(from: &str) {
    let text = text(from);
    let model = model(from);
    let &(end, points, units) = model.last().expect("the end is always there");
    assert_eq!(text.lengths(), Lengths { utf8: end.0, code_points: points.0, utf16: units.0 });
    for &(byte, point, unit) in &model {
        assert_eq!(text.code_point(byte), point);
        assert_eq!(text.utf16(byte), unit);
        assert_eq!(text.byte_of_code_point(point), Some(byte));
        assert_eq!(text.byte_of_utf16(unit), Some(byte));
    }
    for pair in model.windows(2) {
        // The second half of a surrogate pair belongs to the character before it.
        for unit in pair[0].2.0..pair[1].2.0 {
            assert_eq!(text.byte_of_utf16(Utf16(unit)), Some(pair[0].0));
        }
        for byte in pair[0].0.0 + 1..pair[1].0.0 {
            assert!(!text.is_boundary(Byte(byte)));
        }
    }
    for beyond in [1, 2, 1000, u32::MAX - units.0] {
        assert_eq!(text.byte_of_code_point(CodePoint(points.0 + beyond)), None);
        assert_eq!(text.byte_of_utf16(Utf16(units.0 + beyond)), None);
    }
}

#[test]
fn around_the_checkpoints() {
    for lead in 120..136 {
        for piece in ["é", "漢", "😀", "a\u{301}", "\u{301}"] {
            agrees_with_the_model(&format!("{}{}", "a".repeat(lead), piece.repeat(90)));
        }
    }
    agrees_with_the_model("");
    agrees_with_the_model(&"😀".repeat(128));
    agrees_with_the_model(&"a".repeat(1000));
}

#[test]
fn refuses_nul_and_says_where() {
    assert_eq!(Text::new("pö\0st").unwrap_err(), TextError::Nul(CodePoint(2)));
}

#[test]
fn equal_by_fingerprint() {
    assert_eq!(text("a"), text("a"));
    assert_ne!(text("a"), text("a "));
    // What coreutils' sha256sum says of the same bytes.
    let known = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    assert_eq!(text("foo").sha256().to_string(), known);
}

#[test]
fn spans_out_of_files() {
    let text = text("é😀z");
    let span = |a, b| text.span_of_code_points(CodePoint(a), CodePoint(b));
    let whole = span(0, 3).expect("in the text");
    assert_eq!(text.slice(whole), "é😀z");
    assert_eq!(text.code_points(whole), (CodePoint(0), CodePoint(3)));
    assert_eq!(text.slice(span(1, 2).expect("in the text")), "😀");
    assert_eq!(span(2, 1), Err(SpanError::Reversed));
    assert_eq!(span(0, 0), Err(SpanError::Empty));
    assert_eq!(span(2, 4), Err(SpanError::Outside { length: CodePoint(3) }));
    assert_eq!(span(9, u32::MAX), Err(SpanError::Outside { length: CodePoint(3) }));
    assert_eq!(text.get(Span::new(Byte(0), Byte(1))), None);
}

/// `|` stands at every grapheme boundary between two graphemes.
#[test]
fn grapheme_edges() {
    let cases = [
        ("skin tones", "👍🏽|👍|x"),
        ("family joined by ZWJ", "👩\u{200D}👩\u{200D}👧\u{200D}👦|!"),
        ("emoji presentation and keycap", "☀\u{FE0F}|1\u{FE0F}\u{20E3}|2"),
        ("flags pair up from the start", "🇮🇩|🇲🇾|🇺"),
        ("flag of Wales, by tags", "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}|a"),
        ("combining marks", "e\u{301}\u{323}|a|n\u{303}"),
        ("a mark without a base", "\u{301}\u{302}|a"),
        ("a mark behind a line break stands alone", "a|\n|\u{301}|b"),
        ("Hangul jamo", "ᄒ\u{1161}ᆫ|ᄀ\u{1173}ᆯ|각|각"),
        ("Devanagari conjunct", "क्ष|त्रि|य"),
        ("Bengali conjunct", "ক্ষ|মা"),
        ("Tamil vowel sign", "நி|கை"),
        ("Thai sara am and tone", "น้ำ|ก็"),
        ("Arabic with vowels", "م\u{64F}|ح\u{64E}|م\u{651}\u{64E}|د"),
        ("Hebrew with points", "ש\u{5C1}\u{5B8}|ל"),
        ("variation of an ideograph", "葛\u{E0100}|城"),
        ("Han", "漢|字"),
        ("ZWNJ stays with what is before it", "م|ی\u{200C}|خ"),
    ];
    for (name, marked) in cases {
        let plain = marked.replace('|', "");
        let text = text(&plain);
        let mut edges = vec![0];
        let mut at = 0;
        for part in marked.split('|') {
            at += part.len();
            edges.push(at);
        }
        for byte in 0..=plain.len() {
            let floor = edges.iter().rev().find(|&&edge| edge <= byte).expect("0 is an edge");
            let ceil = edges.iter().find(|&&edge| edge >= byte).expect("the end is an edge");
            assert_eq!(text.floor_grapheme(Byte(byte as u32)).index(), *floor, "{name}, floor of {byte}");
            assert_eq!(text.ceil_grapheme(Byte(byte as u32)).index(), *ceil, "{name}, ceil of {byte}");
        }
        assert_eq!(text.floor_grapheme(Byte(u32::MAX)), text.end(), "{name}");
        assert_eq!(text.ceil_grapheme(Byte(u32::MAX)), text.end(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn units_agree_with_counting(from in texts()) {
        agrees_with_the_model(&from);
    }

    #[test]
    fn units_rise_together(from in texts(), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let text = text(&from);
        let model = model(&from);
        let (a, b) = (model[a.index(model.len())].0, model[b.index(model.len())].0);
        prop_assert_eq!(a.cmp(&b), text.code_point(a).cmp(&text.code_point(b)));
        prop_assert_eq!(a.cmp(&b), text.utf16(a).cmp(&text.utf16(b)));
    }

    #[test]
    fn never_inside_a_character(from in texts(), at in any::<u32>()) {
        let text = text(&from);
        let near = at % (text.lengths().utf16 + 2);
        for at in [at, near] {
            for byte in [text.byte_of_utf16(Utf16(at)), text.byte_of_code_point(CodePoint(at))].into_iter().flatten() {
                prop_assert!(from.is_char_boundary(byte.index()));
            }
            let (floor, ceil) = (text.floor_grapheme(Byte(at)), text.ceil_grapheme(Byte(at)));
            prop_assert!(text.is_boundary(floor) && text.is_boundary(ceil) && floor <= ceil);
            prop_assert_eq!(text.ceil_grapheme(floor), floor);
            prop_assert_eq!(text.floor_grapheme(ceil), ceil);
        }
    }

    #[test]
    fn spans_of_files_round_trip(from in texts(), a in any::<u32>(), b in any::<u32>()) {
        let text = text(&from);
        let length = text.lengths().code_points;
        let (a, b) = (a % (length + 2), b % (length + 2));
        match text.span_of_code_points(CodePoint(a), CodePoint(b)) {
            Ok(span) => {
                prop_assert_eq!(text.code_points(span), (CodePoint(a), CodePoint(b)));
                let plain: String = from.chars().skip(a as usize).take((b - a) as usize).collect();
                prop_assert_eq!(text.slice(span), plain);
            }
            Err(SpanError::Reversed) => prop_assert!(a > b),
            Err(SpanError::Empty) => prop_assert_eq!(a, b),
            Err(SpanError::Outside { .. }) => prop_assert!(b > length),
        }
    }
}
