//! Finding words in a text, case and diacritics aside.
//!
//! Letters are compared without their marks: `é` and `e` and a combining accent are one, as are the forms of alef, and
//! Arabic and Hebrew vowel signs do not count. Any run of white space is one space. A small table instead of Unicode's
//! decompositions: it covers the scripts that `fold` does, and what it leaves out stands for itself.

use super::{Byte, Span, Text, exact, fold};

/// Base letters of U+00C0 to U+017F, `.` where a letter has none: it stands for itself.
const LATIN: &str = "AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHh..IiIiIiIiI...JjKk.LlLlLl..LlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZz.";

/// What is looked for, as [`find`] wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted(Vec<char>);

impl Wanted {
    /// `None` where there is nothing to look for.
    pub fn new(words: &str) -> Option<Self> {
        let mut wanted: Vec<char> = Vec::new();
        for char in words.trim().chars().filter_map(plain) {
            if char != ' ' || wanted.last() != Some(&' ') {
                wanted.push(char);
            }
        }
        (!wanted.is_empty()).then_some(Self(wanted))
    }
}

/// Without case and marks; `None` for a mark that counts for nothing.
pub fn plain(char: char) -> Option<char> {
    let plain = match char {
        // Most of what is read, so it is asked first.
        'a'..='z' | '0'..='9' | ' ' => char,
        'A'..='Z' => char.to_ascii_lowercase(),
        // Combining marks; Hebrew points; Arabic signs and the line that only stretches; joiners and a soft hyphen.
        '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5BD}'
        | '\u{5BF}'
        | '\u{5C1}'
        | '\u{5C2}'
        | '\u{5C4}'
        | '\u{5C5}'
        | '\u{5C7}'
        | '\u{610}'..='\u{61A}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FEFF}' => {
            return None;
        }
        '\u{C0}'..='\u{17F}' => {
            let base = LATIN.as_bytes()[char as usize - 0xC0];
            fold(if base == b'.' { char } else { base.into() })
        }
        'ё' | 'Ё' => 'е',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'Ί' | 'Ϊ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' | 'Ϋ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        '’' | '‘' | 'ʼ' => '\'',
        char if char.is_whitespace() => ' ',
        char => fold(char),
    };
    Some(plain)
}

/// Every place where a text holds what is wanted, in order, none over another; each grown to whole characters as a
/// reader sees them, so a mark cuts none. `whole`: only where no letter or digit goes on before or behind it, so `Iran`
/// is not found in `Iranian`.
pub fn find(text: &Text, wanted: &Wanted, whole: bool) -> Vec<Span> {
    let source = text.as_str();
    let mut found = Vec::new();
    let mut from = 0;
    let mut letter_before = false;
    for (at, char) in source.char_indices() {
        // A mark goes with its letter, and begins no hit.
        let Some(plain) = plain(char) else { continue };
        let before = std::mem::replace(&mut letter_before, plain.is_alphanumeric());
        if at < from || plain != wanted.0[0] || whole && before {
            continue;
        }
        if let Some(end) = ends(&source[at..], wanted) {
            let goes_on = source[at + end..].chars().next().is_some_and(char::is_alphanumeric);
            let hit = Span::new(Byte(at as u32), Byte((at + end) as u32));
            if !(whole && goes_on)
                && let Some(hit) = exact(text, hit)
            {
                from = hit.end().0 as usize;
                found.push(hit);
            }
        }
    }
    found
}

/// How long what is wanted is at the start of a text; `None` if it does not stand there.
fn ends(text: &str, wanted: &Wanted) -> Option<usize> {
    let mut left = wanted.0.iter().copied().peekable();
    let mut space = false;
    for (at, char) in text.char_indices() {
        let Some(plain) = plain(char) else { continue };
        // One space stands for all that follow it.
        if space && plain == ' ' {
            continue;
        }
        match left.peek() {
            None => return Some(at),
            Some(&next) if next == plain => {
                left.next();
                space = plain == ' ';
            }
            Some(_) => return None,
        }
    }
    left.peek().is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str, words: &str, whole: bool) -> Vec<String> {
        let text = Text::new(text).unwrap();
        let spans = find(&text, &Wanted::new(words).unwrap(), whole);
        spans.into_iter().map(|span| text.slice(span).to_owned()).collect()
    }

    #[test]
    fn case_and_diacritics_do_not_count() {
        for (text, words, expected) in [
            ("Erdoğan, ERDOGAN and erdog\u{306}an", "erdoğan", &["Erdoğan", "ERDOGAN", "erdog\u{306}an"][..]),
            ("Čaka, čaka, Caka", "caka", &["Čaka", "čaka", "Caka"]),
            ("ЗАХАРОВА и Захарова", "захарова", &["ЗАХАРОВА", "Захарова"]),
            ("Артём, Артем", "артем", &["Артём", "Артем"]),
            ("أحمد و احمد و أَحْمَد", "احمد", &["أحمد", "احمد", "أَحْمَد"]),
            ("Μόσχα, ΜΟΣΧΑ", "μοσχα", &["Μόσχα", "ΜΟΣΧΑ"]),
            ("莫斯科的莫斯科", "莫斯科", &["莫斯科", "莫斯科"]),
            ("Abu\n Marzouk, Abu Marzouk", "abu marzouk", &["Abu\n Marzouk", "Abu Marzouk"]),
            ("Qur’an, Qur'an", "qur'an", &["Qur’an", "Qur'an"]),
            ("aaaa", "aa", &["aa", "aa"]),
            ("Łódź", "łodz", &["Łódź"]),
        ] {
            assert_eq!(found(text, words, false), expected, "{words} in {text}");
        }
        assert_eq!(Wanted::new(" \u{301} "), None);
    }

    #[test]
    fn whole_words_only_when_asked() {
        assert_eq!(found("Iran, Iranian, in Iran.", "iran", true), ["Iran", "Iran"]);
        assert_eq!(found("Iran, Iranian, in Iran.", "iran", false).len(), 3);
        assert_eq!(found("café cafés", "cafe", true), ["café"]);
        assert_eq!(found("cafe\u{301}s cafe\u{301}", "cafe", true), ["cafe\u{301}"]);
    }

    #[test]
    fn a_hit_is_whole_characters_as_a_reader_sees_them() {
        for (text, words, expected) in [
            ("👩‍👩‍👧 and 👩", "👩", &["👩‍👩‍👧", "👩"][..]),
            ("कि, क", "क", &["कि", "क"]),
            ("ที่ ท", "ท", &["ที่", "ท"]),
            ("🇮🇩 🇮🇪", "🇮", &["🇮🇩", "🇮🇪"]),
        ] {
            assert_eq!(found(text, words, false), expected, "{words} in {text}");
        }
    }

    #[test]
    fn the_table_has_the_letter_that_unicode_has() {
        assert_eq!(LATIN.len(), 0x180 - 0xC0);
        for (letter, base) in
            [('À', 'a'), ('ç', 'c'), ('ñ', 'n'), ('ÿ', 'y'), ('ğ', 'g'), ('ı', 'ı'), ('ł', 'l'), ('ő', 'o')]
        {
            assert_eq!(plain(letter), Some(base), "{letter}");
        }
        for (letter, base) in
            [('ř', 'r'), ('ş', 's'), ('ţ', 't'), ('ů', 'u'), ('Ÿ', 'y'), ('ž', 'z'), ('ſ', 'ſ')]
        {
            assert_eq!(plain(letter), Some(base), "{letter}");
        }
    }

    proptest! {
        /// What is found is what was looked for, in order, whole characters; and what stands there is found.
        #[test]
        fn what_is_found_is_what_was_wanted(
            before in "[a-céàА-Я \u{301}]{0,12}", words in "[a-cé]{1,3}", after in "[a-cé \u{301}]{0,12}",
        ) {
            let text = Text::new(format!("{before}{words}{after}")).unwrap();
            let wanted = Wanted::new(&words).unwrap();
            let spans = find(&text, &wanted, false);
            prop_assert!(!spans.is_empty());
            let mut end = Byte(0);
            for span in spans {
                prop_assert!(span.start() >= end && !span.is_empty());
                end = span.end();
                prop_assert_eq!(&Wanted::new(text.slice(span)), &Some(wanted.clone()));
            }
        }
    }
}
