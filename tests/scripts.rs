//! Words, carets and snapping in the scripts that news is written in.

use postil::text::{
    Blocks, Byte, Span, Step, Text, Utf16, WordBreaks, decode, exact, next, prev, snap, whole_word_at,
    word_at,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// A text, and the span between the two `|` in it.
fn marked(from: &str) -> (Text, Span) {
    let (start, rest) = (from.find('|').expect("a mark"), from.replacen('|', "", 1));
    let end = rest.find('|').expect("a second mark");
    let text = Text::new(rest.replacen('|', "", 1)).expect("no NUL");
    (text, Span::new(Byte(start as u32), Byte(end as u32)))
}

#[track_caller]
fn check_snap(selected: &str, expected: Option<&str>) {
    let (text, span) = marked(selected);
    let words = WordBreaks::default();
    assert_eq!(snap(&text, span, &words).map(|span| text.slice(span)), expected, "{selected}");
}

#[test]
fn snapping_grows_to_words_and_trims() {
    let cases = [
        ("kata |Zakharova|official, Senin", "Zakharovaofficial"),
        ("kata Jo|ko Wi|dodo, Senin", "Joko Widodo"),
        ("kata| Joko Widodo, |Senin", "Joko Widodo"),
        ("|“Kami tidak tahu,”| katanya", "Kami tidak tahu"),
        ("|(Kemlu)|", "Kemlu"),
        ("|Kementerian (Kemlu)|.", "Kementerian (Kemlu)"),
        ("|(Kemlu) Jakarta|", "(Kemlu) Jakarta"),
        ("the |(\"very [odd]\")|", "very [odd]"),
        ("di |((rumah|", "rumah"),
        ("|rumah)|, lalu", "rumah"),
        ("the |U.S|. said", "U.S."),
        ("the |U.S.,| said", "U.S."),
        ("at 5 |a.m.| today", "a.m."),
        ("di |kompas.com.| Lalu", "kompas.com"),
        ("Ani, |S.Sos.|, berkata", "S.Sos."),
        ("Jakarta, |Kompas.|", "Kompas"),
        ("naik |5%,| kata", "5%"),
        ("naik |5,5|% kata", "5,5"),
        ("|US$5.000|.", "US$5.000"),
        ("|€3,2 miliar|,", "€3,2 miliar"),
        ("turun |-2,5| derajat", "-2,5"),
        ("|-- kata|", "kata"),
        ("oleh |@mfa_russia|:", "@mfa_russia"),
        ("|#Indonesia|!", "#Indonesia"),
        ("kantor|nya|", "kantornya"),
        ("anak-|anak|", "anak"),
        ("don|'t| go", "don't"),
        ("сказала| Мария Зах|арова.", "Мария Захарова"),
        ("«|Росси|я» —", "Россия"),
        ("قال |وزير| الخارجية، أمس", "وزير"),
        ("|الخارجية، |أمس", "الخارجية"),
        ("אמר |שר החוץ,| היום", "שר החוץ"),
        ("मंत्री ने |कहा।|", "कहा"),
        ("장관은 |서울|에서 말했다", "서울에서"),
        ("中国|外交|部。", "外交"),
        ("|「外交部」|", "外交部"),
        ("|外交部，|昨日", "外交部"),
        ("|カタ|カナと", "カタカナ"),
        ("ไป|เชียงใหม่|นะ", "เชียงใหม่"),
        ("satu|\n\ndua\n|", "dua"),
        ("sat|u\ndu|a", "satu\ndua"),
        ("👍|🏽| ok", "👍🏽"),
        ("a |e\u{301}|te\u{301} b", "e\u{301}te\u{301}"),
    ];
    for (selected, expected) in cases {
        check_snap(selected, Some(expected));
    }
    for nothing in ["a| |b", "a|, — |b", "|\n\n|", "a||b", "||", "|“”|", "|\u{200B}\u{200E} |"] {
        check_snap(nothing, None);
    }
}

#[test]
fn exact_grows_only_to_graphemes() {
    let cases = [
        ("|Zakharova|official", Some("Zakharova")),
        ("kantor|nya|", Some("nya")),
        ("中|国|外", Some("国")),
        ("a|, |b", Some(", ")),
        ("|\na\n\n|b", Some("a")),
        ("a|\n|b", None),
        ("a||b", None),
        ("e|\u{301}|t", Some("e\u{301}")),
        ("น|้|ำ", Some("น้ำ")),
    ];
    for (selected, expected) in cases {
        let (text, span) = marked(selected);
        assert_eq!(exact(&text, span).map(|span| text.slice(span)), expected, "{selected}");
    }
    let text = Text::new("é😀").expect("no NUL");
    let whole = exact(&text, Span::new(Byte(1), Byte(400)));
    assert_eq!(whole, Some(text.span()), "inside characters and behind the end");
}

#[test]
fn word_breaks_that_are_handed_in() {
    let (text, span) = marked("Kata:\nฉันไปเชียง|ให|ม่นะ\nakhir");
    let blocks = Blocks::new(&text);
    let stretch = blocks.get(1).span;
    let mut words = WordBreaks::default();
    // As Intl.Segmenter gives them: ฉัน ไป เชียงใหม่ นะ, and nonsense that is dropped.
    words.hand_in(&text, stretch, [0, 3, 5, 7, 14, 900].map(Utf16));
    assert_eq!(snap(&text, span, &words).map(|span| text.slice(span)), Some("เชียงใหม่"));
    assert_eq!(text.slice(word_at(&text, span.start(), &words)), "เชียงใหม่");
    assert_eq!(text.slice(word_at(&text, Byte(0), &words)), "Kata", "elsewhere UAX #29");
    assert_eq!(next(&text, stretch.start(), Step::Word, &words), Byte(stretch.start().0 + 9));
}

#[test]
fn a_double_click_takes_the_parts_that_hyphens_join() {
    // The position is the mark; what is taken then.
    let cases = [
        ("kata An|ak-anak di", "Anak-anak"),
        ("kata Anak-an|ak di", "Anak-anak"),
        ("|undang-undangnya,", "undang-undangnya"),
        ("ia berlari-|lari.", "berlari-lari"),
        ("sayur-ma|yur", "sayur-mayur"),
        ("ORANG-OR|ANG", "ORANG-ORANG"),
        ("a well-kn|own man", "well-known"),
        ("an up-to-d|ate list", "up-to-date"),
        ("ска|зал кто-то", "сказал"),
        ("сказал кт|о-то", "кто-то"),
        ("anak\u{2011}a|nak", "anak\u{2011}anak"),
        ("Ham|as-run media", "Hamas"),
        ("Hamas-r|un media", "run"),
        ("pro-Ham|as", "Hamas"),
        ("Jakarta-Ban|dung", "Bandung"),
        ("skor |1-2 lawan", "1"),
        ("Covid-1|9", "19"),
        ("kata |- kata", "-"),
        ("kata -- ka|ta", "kata"),
        ("kata—ka|ta", "kata"),
        ("anak- |anak", "anak"),
        ("anak-|", "-"),
        ("|-anak", "-"),
        ("中国-外|交", "交"),
    ];
    for (from, expected) in cases {
        let at = from.find('|').expect("a mark");
        let text = Text::new(from.replacen('|', "", 1)).expect("no NUL");
        let word = whole_word_at(&text, Byte(at as u32), &WordBreaks::default());
        assert_eq!(text.slice(word), expected, "{from}");
    }
}

#[test]
fn carets() {
    let none = WordBreaks::default();
    let stops = |from: &str, step: Step| {
        let text = Text::new(from).expect("no NUL");
        let (mut ahead, mut back) = (String::from(from), String::from(from));
        let mut list = Vec::new();
        let mut at = Byte(0);
        while at < text.end() {
            at = next(&text, at, step, &none);
            list.push(at);
        }
        list.iter().rev().for_each(|at| ahead.insert(at.index(), '|'));
        list.clear();
        while at > Byte(0) {
            at = prev(&text, at, step, &none);
            list.push(at);
        }
        list.iter().for_each(|at| back.insert(at.index(), '|'));
        (ahead, back)
    };
    let cases = [
        (Step::Character, "a👍🏽\nक्ष", "a|👍🏽|\n|क्ष|", "|a|👍🏽|\n|क्ष"),
        (Step::Word, "Kata, dia: \"ya\".", "Kata|, dia|: \"ya|\".|", "|Kata, |dia: \"|ya\"."),
        (Step::Word, "a\n\n--\n b c", "a|\n\n--\n b| c|", "|a\n\n--\n |b |c"),
        (Step::Word, "in the U.S. now", "in| the| U.S.| now|", "|in |the |U.S. |now"),
        (Step::Word, "外交 部", "外|交| 部|", "|外|交 |部"),
        (Step::Sentence, "One is. Two!\nThree", "One is.| Two!|\nThree|", "|One is. |Two!\n|Three"),
        (Step::Sentence, "他说。 她说。", "他说。| 她说。|", "|他说。 |她说。"),
        (Step::Paragraph, "a b\n\nc\n", "a b|\n\nc|\n|", "|a b\n\n|c\n"),
    ];
    for (step, from, ahead, back) in cases {
        assert_eq!(stops(from, step), (ahead.to_owned(), back.to_owned()), "{step:?}");
    }
}

#[test]
fn words_under_the_caret() {
    let none = WordBreaks::default();
    for (place, word) in [
        ("ka||ta, dia", "kata"),
        ("kata||, dia", "kata"),
        ("kata,|| dia", " "),
        ("kata, dia||", "dia"),
        ("外||交", "交"),
        ("a\n||\nb", ""),
        ("", ""),
        ("don't|| go", "don't"),
        ("pada 3.5|| persen", "3.5"),
    ] {
        let (text, span) = if place.is_empty() { marked("||") } else { marked(place) };
        assert_eq!(text.slice(word_at(&text, span.start(), &none)), word, "{place}");
    }
}

/// Some 50 acts at five places of a text.
fn acts_all_over(text: &Text, piece: &str) {
    let none = WordBreaks::default();
    for part in 0..=4 {
        let at = text.floor_grapheme(Byte(text.end().0 / 4 * part));
        for step in [Step::Character, Step::Word, Step::Sentence, Step::Paragraph] {
            let (ahead, back) = (next(text, at, step, &none), prev(text, at, step, &none));
            assert!(ahead > at || at == text.end(), "{piece} {step:?}");
            assert!(back < at || at == Byte(0), "{piece} {step:?}");
        }
        word_at(text, at, &none);
        let some = Span::new(at, Byte((at.0 + 30).min(text.end().0)));
        let whole = text.ceil_grapheme(some.end()).0 - text.floor_grapheme(at).0;
        assert!(snap(text, some, &none).is_none_or(|span| span.len() < whole + 5_000), "{piece}");
    }
}

/// The shorter of two times.
fn shorter(act: impl Fn()) -> f64 {
    let times = (0..2).map(|_| {
        let started = std::time::Instant::now();
        act();
        started.elapsed().as_secs_f64()
    });
    times.fold(f64::MAX, f64::min)
}

/// No act looks at the whole text again and again: 50 of them take no longer than some plain passes over it, whatever the
/// machine has to do beside.
#[test]
fn a_megabyte_without_a_line_break_is_quick() {
    let pieces =
        ["a", "kata lain. ", "漢", "\u{301}", "🇮🇩", "👩\u{200D}", "...", "שלום ", "\n", "-\n", "क्", "น้ำ"];
    for piece in pieces {
        // One grapheme as long as the text has to be looked at as a whole by each act; those are kept smaller here.
        let joins = ["\u{301}", "👩\u{200D}", "क्"].contains(&piece);
        let from = piece.repeat(if joins { 20_000 } else { 1_000_000 } / piece.len());
        let text = Text::new(from).expect("no NUL");
        let pass = shorter(|| assert!(text.as_str().graphemes(true).count() > 0));
        let acts = shorter(|| acts_all_over(&text, piece));
        println!("{piece:?}: {:.2} passes", acts / pass);
        // Quadratic would be some hundred thousand.
        let limit = if joins { 400.0 } else { 60.0 };
        assert!(acts < pass * limit, "{piece:?}: {acts} s, and a pass over the text takes {pass} s");
    }
}

#[test]
fn the_articles_of_the_workplace() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: no articles beside the project");
        return;
    };
    let none = WordBreaks::default();
    for file in files.flatten().filter(|file| file.path().extension().is_some_and(|ending| ending == "txt")) {
        let bytes = std::fs::read(file.path()).expect("a readable file");
        let text = decode(&bytes).expect("a text").text;
        let blocks = Blocks::new(&text);
        assert!(blocks.len() > 1);
        let mut at = Byte(0);
        let mut words = 0;
        while at < text.end() {
            let end = next(&text, at, Step::Word, &none);
            let start = prev(&text, end, Step::Word, &none);
            if let Some(span) = snap(&text, Span::new(start, end), &none) {
                words += 1;
                let (from, to) = text.code_points(span);
                let plain: String =
                    text.as_str().chars().skip(from.index()).take(to.index() - from.index()).collect();
                assert_eq!(text.slice(span), plain);
                assert_eq!(text.span_of_code_points(from, to), Ok(span));
                assert_eq!(blocks.touched(span).len(), 1);
            }
            at = end;
        }
        assert!(words > 50, "{words}");
    }
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zé]{1,8}",
        "[ ,.()\"“”'%$#@-]{1,3}",
        "[0-9]{1,3}",
        "[а-я]{1,6}",
        "[א-ת]{1,6}",
        "[漢字語、。「」]{1,4}",
        "[ก-๎]{1,6}",
        "[क-ह\u{93F}\u{94D}]{1,6}",
        "[\n \u{301}\u{200D}]{1,3}",
        "[😀🏽🇮🇩👩\u{FE0F}]{1,5}",
        "[A-Z]\\.[A-Z]\\.",
        any::<String>().prop_map(|any| any.replace('\0', "")),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn snapping_is_lawful(from in texts(), a in 0..200_u32, b in 0..200_u32, given in prop::collection::vec(0..60_u32, 0..12)) {
        let text = Text::new(from).expect("no NUL");
        let selected = Span::new(Byte(a), Byte(b));
        let blocks = Blocks::new(&text);
        let mut words = WordBreaks::default();
        if given.len() > 3 {
            words.hand_in(&text, blocks.get(blocks.len() / 2).span, given.into_iter().map(Utf16));
        }
        for span in [snap(&text, selected, &words), exact(&text, selected)].into_iter().flatten() {
            prop_assert!(!span.is_empty() && span.end() <= text.end());
            prop_assert_eq!(text.floor_grapheme(span.start()), span.start());
            prop_assert_eq!(text.floor_grapheme(span.end()), span.end());
            let slice = text.slice(span);
            prop_assert!(!slice.starts_with('\n') && !slice.ends_with('\n'));
            prop_assert_eq!(exact(&text, span), Some(span));
        }
        if let Some(span) = snap(&text, selected, &words) {
            prop_assert_eq!(snap(&text, span, &words), Some(span));
            let first = Span::new(span.start(), text.ceil_grapheme(Byte(span.start().0 + 1)));
            let last = Span::new(text.floor_grapheme(Byte(span.end().0 - 1)), span.end());
            for end in [first, last] {
                prop_assert!(![" ", ",", "\n"].contains(&text.slice(end)));
            }
        }
    }

    #[test]
    fn carets_are_lawful(from in texts(), at in 0..200_u32) {
        let text = Text::new(from).expect("no NUL");
        let none = WordBreaks::default();
        let at = text.floor_grapheme(Byte(at));
        for step in [Step::Character, Step::Word, Step::Sentence, Step::Paragraph] {
            let (ahead, back) = (next(&text, at, step, &none), prev(&text, at, step, &none));
            prop_assert!(ahead > at || at == text.end());
            prop_assert!(back < at || at == Byte(0));
            prop_assert!(prev(&text, ahead, step, &none) <= at.max(back) || step != Step::Character);
            for at in [ahead, back] {
                prop_assert_eq!(text.floor_grapheme(at), at);
            }
        }
        let word = word_at(&text, at, &none);
        prop_assert!(word.start() <= at && at <= word.end());
        prop_assert!(!text.slice(word).contains('\n'));
    }
}
