//! Words of a text, cut down to what they share with their relatives: *evakuasi*, *evacuation* and *эвакуация* become
//! `evaku`.
//!
//! A rule of a page, not a stemmer: who takes two words for one or one for two by it loses a little of a score, and
//! nothing is stored.

use super::units::{self, MEANINGS, stem};
use crate::sorted::{Map, Set};
use crate::text::plain;

/// Letters of a word that count.
const LETTERS: usize = 5;

/// The first of the letters, which no text has, that stand for what is meant.
const MEANT: u32 = 0xE000;

/// Words that say nothing of what a text is about, in English, Indonesian and Russian, as [`cut`] leaves them.
const STOPS: [&str; 3] = [
    "the|and|for|with|from|that|this|was|were|had|has|have|been|are|but|not|its|his|her|their|they|them|who|which|when|\
     said|says|say|told|after|before|over|more|than|about|into|will|would|could|also|least|some|all|out|off|there|where|\
     according|accord|while|during|under|between|because|since|only|other|what|both|any|one|two|new|near|still|against",
    "yang|dan|dari|dengan|untuk|pada|dalam|ini|itu|adalah|akan|telah|sudah|oleh|tidak|bukan|para|lebih|kata|ujar|menurut|\
     sebagai|karena|saat|ketika|setelah|sebelum|juga|atau|bahwa|ada|bisa|dapat|masih|belum|hanya|antara|sekitar|setidaknya|\
     mereka|ia|dia|kami|kita|nya|secara|terhadap|hingga|sampai|serta|namun|tetapi|satu|dua|sebuah|seorang|tersebut",
    "что|это|как|для|был|была|были|было|при|после|более|менее|также|его|они|или|под|над|без|все|уже|еще|около|где|когда|\
     который|которые|которая|сказал|сказала|заявил|заявила|сообщил|сообщила|словам",
];

/// What is known of some words, made once: those that say nothing, and those that have one meaning over languages.
#[derive(Clone, Debug)]
pub(super) struct Lexicon(Vec<(&'static str, Known)>);

#[derive(Clone, Copy, Debug)]
struct Known {
    /// The number of its meaning; `None` if it says nothing.
    meaning: Option<u32>,
    /// Whether any ending may follow.
    open: bool,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let stops = STOPS.iter().flat_map(|words| words.split('|')).map(|word| (word, None));
        let counted =
            (0..).zip(MEANINGS).flat_map(|(n, words)| words.split('|').map(move |word| (word, Some(n))));
        let known = |(word, meaning): (&'static str, Option<u32>)| match word.strip_suffix('*') {
            Some(start) => (start, Known { meaning, open: true }),
            None if meaning.is_none() => (word, Known { meaning, open: false }),
            None => (stem(word), Known { meaning, open: false }),
        };
        // Of a word that is in both, the meaning counts.
        let all: Map<&'static str, Known> = stops.chain(counted).map(known).collect();
        Self(all.into_iter().collect())
    }

    fn of(&self, word: &str) -> Option<Known> {
        let exactly = |word: &str| {
            let at = self.0.binary_search_by(|(own, _)| (*own).cmp(word)).ok()?;
            Some(self.0[at].1)
        };
        // The start of a word stands before it, with at most a few longer words between.
        let opened = || {
            let before = &self.0[..self.0.partition_point(|(own, _)| *own < word)];
            let mut near = before.iter().rev().take(4);
            near.find(|(start, known)| known.open && word.starts_with(start)).map(|(_, known)| *known)
        };
        exactly(word).or_else(|| exactly(stem(word))).or_else(opened)
    }
}

/// The words of a text, each once, in the order of the alphabet.
pub(super) fn tokens(text: &str, language: &str, lexicon: &Lexicon) -> Vec<String> {
    let indonesian = language.starts_with("id") || language.starts_with("ms");
    let folded: String = text.chars().filter_map(plain).collect();
    let mut found: Set<String> = Set::new();
    for word in folded.split(|char: char| !char.is_alphanumeric() && !matches!(char, '.' | ',')) {
        let word = word.trim_matches(['.', ',']);
        if word.starts_with(|char: char| char.is_ascii_digit()) {
            // 1.400 and 1,400 are one; what else may stand between digits is for figures.
            found.insert(word.chars().filter(|char| char.is_ascii_digit()).collect());
            continue;
        }
        for word in word.split(['.', ',']).filter(|word| word.len() > 2) {
            match lexicon.of(word) {
                Some(Known { meaning: None, .. }) => {}
                Some(Known { meaning: Some(n), .. }) => {
                    found.extend(char::from_u32(MEANT + n).map(String::from));
                }
                None => drop(found.insert(cut(word, indonesian))),
            }
        }
    }
    found.iter().filter(|word| !word.is_empty()).cloned().collect()
}

/// Whether a word of [`tokens`] says next to nothing of what is told: *people*, *hari*, *km*.
pub(super) fn says_little(token: &str) -> bool {
    let meaning = token.chars().next().and_then(|char| (char as u32).checked_sub(MEANT));
    meaning.is_some_and(units::says_little)
}

/// A word without endings, and before-syllables in Indonesian, in letters that relatives share, its first few.
fn cut(word: &str, indonesian: bool) -> String {
    let word = if indonesian { indonesian_root(word) } else { english_root(word) };
    let mut letters = String::new();
    let mut last = ' ';
    let mut all = word.chars().peekable();
    while let Some(char) = all.next() {
        let next = all.peek().copied().unwrap_or(' ');
        for letter in latin(char, next).chars() {
            if letter != last {
                letters.push(letter);
            }
            last = letter;
        }
        // `ph` and `ts` are said as one.
        if matches!((char, next), ('p' | 'c' | 't' | 's' | 'k', 'h') | ('t' | 'т', 's' | 'с')) {
            all.next();
        }
        if letters.chars().count() >= LETTERS {
            break;
        }
    }
    letters.chars().take(LETTERS).collect()
}

/// How a letter is written so that relatives look alike.
fn latin(char: char, next: char) -> &'static str {
    match (char, next) {
        ('p', 'h') => "f",
        ('c', 'e' | 'i' | 'y') => "s",
        ('c', 'h') | ('ч', _) => "c",
        ('k', 'h') => "h",
        ('t', 's') | ('т', 'с') => "s",
        ('a' | 'а', _) => "a",
        ('b' | 'б', _) => "b",
        ('c' | 'k' | 'q' | 'к', _) => "k",
        ('d' | 'д', _) => "d",
        ('e' | 'е' | 'э', _) => "e",
        ('f' | 'ф', _) => "f",
        ('g' | 'г', _) => "g",
        ('h' | 'х', _) => "h",
        ('i' | 'y' | 'j' | 'и' | 'й' | 'ы' | 'і', _) => "i",
        ('l' | 'л', _) => "l",
        ('m' | 'м', _) => "m",
        ('n' | 'н', _) => "n",
        ('o' | 'о', _) => "o",
        ('p' | 'п', _) => "p",
        ('r' | 'р', _) => "r",
        ('s' | 'z' | 'с' | 'з' | 'ц' | 'ш' | 'щ', _) => "s",
        ('t' | 'т', _) => "t",
        ('u' | 'у' | 'w', _) => "u",
        ('v' | 'в', _) => "v",
        ('x', _) => "ks",
        ('ж', _) => "g",
        ('ю', _) => "iu",
        ('я', _) => "ia",
        _ => "",
    }
}

fn english_root(word: &str) -> &str {
    let ending = ["ing", "ed", "es", "s"].iter().find_map(|ending| word.strip_suffix(ending));
    ending.filter(|root| root.chars().count() > 2).unwrap_or(word)
}

fn indonesian_root(word: &str) -> &str {
    let mut root = word;
    for ending in ["nya", "lah", "kan", "an", "i"] {
        if let Some(rest) = root.strip_suffix(ending).filter(|rest| rest.len() > 3) {
            root = rest;
            break;
        }
    }
    for before in [
        "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen", "ber", "ter", "per", "di", "me", "pe",
        "ke", "se",
    ] {
        if let Some(rest) = root.strip_prefix(before).filter(|rest| rest.len() > 3) {
            return rest;
        }
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relatives_become_one_word() {
        let known = Lexicon::new();
        for (one, language, other, other_language, same) in [
            ("evacuation", "en", "evakuasi", "id", true),
            ("evacuation", "en", "эвакуация", "ru", true),
            ("police", "en", "polisi", "id", true),
            ("president", "en", "presiden", "id", true),
            ("президент", "ru", "presiden", "id", true),
            ("corruption", "en", "korupsi", "id", true),
            ("hospital", "en", "hospitals", "en", true),
            ("photo", "en", "foto", "id", true),
            ("delegation", "en", "делегации", "ru", true),
            ("bombed", "en", "bombs", "en", true),
            ("menewaskan", "id", "tewas", "id", false),
            ("sandera", "id", "hostages", "en", true),
            ("заложников", "ru", "hostage", "en", true),
            ("houses", "en", "rumah", "id", true),
            ("casualty", "en", "корбан", "ru", false),
            ("pembangunan", "id", "dibangun", "id", true),
            ("bank", "en", "bridge", "en", false),
            ("1.400", "id", "1,400", "en", true),
            ("Ёлка", "ru", "елки", "ru", false),
        ] {
            assert_eq!(
                tokens(one, language, &known) == tokens(other, other_language, &known),
                same,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn words_that_say_nothing_are_left_out() {
        let known = Lexicon::new();
        assert_eq!(tokens("The bridge was closed, and that is all.", "en", &known), ["bridg", "klos"]);
        assert_eq!(
            tokens("Setidaknya 48 orang yang tewas; 48!", "id", &known),
            ["48", "\u{E001}", "\u{E00E}"]
        );
        assert!(tokens("", "en", &known).is_empty());
    }
}
