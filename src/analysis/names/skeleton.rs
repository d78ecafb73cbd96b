//! Skeletons of words: the consonants, in classes that hold over spellings and scripts.
//!
//! A letter can often be read in several ways, and so can a word. Two words meet where any of their readings do.

use super::fold::{Part, bare, parts};
use super::sounds::rows;
use crate::text::fold;

/// So many readings of one word, and no more: where a letter would make more, it is read in its likeliest way alone.
const MOST_READINGS: usize = 12;

/// So many letters of one word, and no more.
const MOST_LETTERS: usize = 40;

/// How a word may be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Readings {
    /// Its skeletons, the likeliest first; at least one.
    pub(super) skeletons: Vec<String>,
    /// Its sounds, each with the place of its skeleton; those of the likeliest reading first.
    pub(super) sounds: Vec<(String, usize)>,
    /// Whether its script leaves vowels out.
    pub(super) lacks_vowels: bool,
}

impl Readings {
    /// Adds sounds with their skeleton, unless the skeleton has some from `since` on: one way to say it is enough.
    fn add(&mut self, heard: String, skeleton: &str, since: usize) {
        let known = self.skeletons.iter().position(|other| other == skeleton);
        let place = known.unwrap_or_else(|| {
            self.skeletons.push(skeleton.to_owned());
            self.skeletons.len() - 1
        });
        if !self.sounds[since..].iter().any(|(_, at)| *at == place) {
            self.sounds.push((heard, place));
        }
    }
}

/// The consonants of a name by class, word by word with a blank between, each word in its likeliest reading: `Marzouk`,
/// `Марзук` and `مرزوق` are `MRSK`. Vowels are nothing, and so is what only some spellings have. A word without a
/// consonant keeps its sounds in small letters; a letter of no known sound stands for itself.
pub fn skeleton(name: &str) -> String {
    let words: Vec<String> =
        parts(name).iter().map(|part| readings(part, true).skeletons.swap_remove(0)).collect();
    words.join(" ")
}

/// Whether two words have a skeleton in common in any of their readings.
pub fn same_skeleton(one: &str, other: &str) -> bool {
    let of = |name: &str| {
        let mut parts = parts(name);
        (parts.len() == 1).then(|| readings(&parts.swap_remove(0), true).skeletons)
    };
    match (of(one), of(other)) {
        (Some(one), Some(other)) => one.iter().any(|skeleton| other.contains(skeleton)),
        _ => false,
    }
}

/// The class of a sound; `None` for a vowel.
///
/// - `B`: b and p. Arabic has one letter for both.
/// - `F`: f and v. So has it for these, and Russian endings are heard both ways (Popov, Popoff).
/// - `S`: s, z, sh, ts. Israel, Израиль; Selenskyj; Hebrew writes s and sh with one letter, German z is ts.
/// - `C`: tsh, dzh, zh. What one language has as zh another has as dzh, and č and c lose their marks.
/// - `H`: h and kh. Hamas, ХАМАС, Chania; no European script tells them apart.
/// - `K` and `G`, `T` and `D` stay apart: scripts agree on them but for a few letters, which are read both ways.
pub(super) fn class(sound: char) -> Option<char> {
    Some(match sound {
        'a' | 'e' | 'i' | 'o' | 'u' => return None,
        'b' | 'p' => 'B',
        'f' | 'v' => 'F',
        's' | 'z' | 'x' => 'S',
        'c' | 'j' => 'C',
        'm' => 'M',
        'n' => 'N',
        'r' => 'R',
        'l' => 'L',
        't' => 'T',
        'd' => 'D',
        'k' => 'K',
        'g' => 'G',
        'h' => 'H',
        other => other,
    })
}

/// Every class of consonants.
pub(super) const CLASSES: [char; 13] = ['B', 'C', 'D', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'R', 'S', 'T'];

/// How a word may be read. `whole`: it ends where it ends; otherwise more may follow, and rules for ends do not hold.
pub(super) fn readings(part: &Part, whole: bool) -> Readings {
    let word = letters(&part.written);
    let mut read = Readings {
        lacks_vowels: word.iter().any(|letter| matches!(letter, '\u{590}'..='\u{6FF}')),
        ..Readings::default()
    };
    add(&word, "", whole, &mut read);
    if whole && let Some(stem) = stem(&word) {
        // Нигерии is of Нигерия, Нигера is not.
        add(stem, if stem.ends_with(&['и']) { "a" } else { "" }, whole, &mut read);
    }
    // A reading of one consonant beside longer ones says nothing: the prefix of a Hebrew word was all but the word.
    if read.skeletons[0].len() > 1 && read.skeletons.iter().any(|skeleton| skeleton.len() < 2) {
        let all = std::mem::take(&mut read);
        read.lacks_vowels = all.lacks_vowels;
        for (heard, place) in all.sounds {
            if all.skeletons[place].len() > 1 {
                let since = read.sounds.len();
                read.add(heard, &all.skeletons[place], since);
            }
        }
    }
    read
}

/// In small letters; without marks, but for letters whose mark changes their sound.
fn letters(word: &str) -> Vec<char> {
    let letter = |char: char| {
        let small = fold(char);
        if rows(small).is_some() || small == '\'' { Some(small) } else { bare(small) }
    };
    word.chars().filter_map(letter).take(MOST_LETTERS).collect()
}

/// A Cyrillic word without what may be its ending: Богданова, Зеленскому, Хамасом.
fn stem(word: &[char]) -> Option<&[char]> {
    const ENDINGS: &str = "ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ою|ею|ая|яя|ое|ые|ий|ый|ую|ым|им|ом|ем|ём|ам|ям|ах|ях|а|я|у|ю|е|и|ы|о|і|ї|й|ь";
    if !word.iter().any(|letter| matches!(letter, 'а'..='ґ')) {
        return None;
    }
    ENDINGS.split('|').find_map(|ending| {
        let at = word.len().checked_sub(ending.chars().count()).filter(|&at| at > 2)?;
        ending.chars().eq(word[at..].iter().copied()).then(|| &word[..at])
    })
}

/// Adds the readings of a word with an ending in sounds.
fn add(word: &[char], ending: &str, whole: bool, read: &mut Readings) {
    let mut ways = vec![String::new()];
    let mut at = 0;
    while at < word.len() {
        let (length, sounds) = row(word, at, whole).unwrap_or((1, ""));
        if length == 1 && rows(word[at]).is_none() {
            if word[at] != '\'' {
                ways.iter_mut().for_each(|way| way.push(word[at]));
            }
            at += 1;
            continue;
        }
        let before = ways.clone();
        for (index, sounds) in sounds.split('|').enumerate() {
            if index == 0 {
                ways.iter_mut().for_each(|way| way.push_str(sounds));
            } else if before.len() * (index + 1) <= MOST_READINGS {
                ways.extend(before.iter().map(|way| way.clone() + sounds));
            }
        }
        at += length;
    }
    let since = read.sounds.len();
    for way in ways {
        let heard = heard(&(way + ending));
        let skeleton = consonants(&heard);
        // Москва, Moskwa, Moskau: a v between a consonant and the end is heard in some languages only.
        let trimmed = heard.trim_end_matches(is_vowel);
        let faint = trimmed
            .strip_suffix('v')
            .filter(|before| whole && skeleton.len() > 3 && !before.ends_with(is_vowel));
        let faint = faint.map(str::to_owned);
        read.add(heard, &skeleton, since);
        if let Some(before) = faint {
            read.add(before, &skeleton[..skeleton.len() - 1], since);
        }
    }
}

/// The row of letters that stands at a place of a word: how many letters, and its sounds.
fn row(word: &[char], at: usize, whole: bool) -> Option<(usize, &'static str)> {
    rows(word[at])?.split(' ').find_map(|row| {
        let (letters, sounds) = row.split_once('=').expect("every row has sounds");
        let (bare, first) = letters.strip_prefix('^').map_or((letters, false), |bare| (bare, true));
        let (bare, last) = bare.strip_suffix('$').map_or((bare, false), |bare| (bare, true));
        let mut length = 0;
        let fits = bare.chars().all(|letter| {
            length += 1;
            word.get(at + length - 1) == Some(&letter)
        });
        let ends = at + length == word.len();
        // What is only the prefix is no prefix.
        let placed = (!first || at == 0 && !ends) && (!last || whole && ends && at > 0);
        (fits && placed).then_some((length, sounds))
    })
}

/// Sounds without doubled ones.
fn heard(sounds: &str) -> String {
    let mut heard = String::with_capacity(sounds.len());
    for sound in sounds.chars() {
        if !heard.ends_with(sound) {
            heard.push(sound);
        }
    }
    heard
}

/// The classes of the consonants, without those that follow one of their own class; the sounds where there is none.
fn consonants(heard: &str) -> String {
    let mut skeleton = String::new();
    let mut before = None;
    for sound in heard.chars() {
        let class = class(sound);
        if let Some(class) = class
            && before != Some(class)
        {
            skeleton.push(class);
        }
        before = class;
    }
    if skeleton.is_empty() { heard.to_owned() } else { skeleton }
}

/// Whether a sound is a vowel.
pub(super) fn is_vowel(sound: char) -> bool {
    class(sound).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for names in [
            &["Marzouk", "Marzook", "Marzuk", "Марзук", "Марзука", "مرزوق", "מרזוק", "Μαρζούκ"][..],
            &["Haniyeh", "Haniya", "Chania", "Хания", "Ханией", "هنية", "הנייה", "Χανίγια"],
            &["Hamas", "ХАМАС", "ХАМАСом", "حماس", "חמאס", "Χαμάς"],
            &[
                "Moscow",
                "Moskow",
                "Moskwa",
                "Moskau",
                "Москва",
                "Москве",
                "Москвой",
                "موسكو",
                "מוסקבה",
                "Μόσχα",
            ],
            &["Bogdanov", "Bogdanow", "Богданов", "Богдановым", "بوغدانوف", "بوجدانوف", "Μπογκντάνοφ"],
            &["Gaza", "Газа", "Газе", "غزة", "עזה", "Γάζα"],
            &["Netanyahu", "Нетаньяху", "نتنياهو", "נתניהו", "Νετανιάχου"],
            &["Zelensky", "Zelenskyy", "Selenskyj", "Зеленский", "Зеленскому", "זלנסקי", "Ζελένσκι"],
            &["Tchaikovsky", "Tschaikowski", "Czajkowski", "Чайковский", "Чайковского", "Τσαϊκόφσκι"],
            &["Khamenei", "Chamenei", "Хаменеи", "خامنئي", "Χαμενεΐ"],
            &["Erdogan", "Erdoğan", "Эрдоган", "Эрдогана", "أردوغان", "Ερντογάν"],
            &["Jerusalem", "Yerusalem", "Иерусалим", "ירושלים"],
        ] {
            for (at, one) in names.iter().enumerate() {
                for other in &names[at..] {
                    assert!(same_skeleton(one, other), "{one} {other}");
                }
            }
        }
    }

    #[test]
    fn other_names_do_not_meet() {
        for (one, other) in [
            ("Iran", "Iraq"),
            ("Austria", "Australia"),
            ("Slovakia", "Slovenia"),
            ("Bogdanov", "Bogdan"),
            ("Lavrov", "Larov"),
            ("Hamas", "Fatah"),
            ("Gaza", "Rafah"),
            ("Putin", "Biden"),
            ("Abbas", "Assad"),
            ("Петров", "Сидоров"),
            ("Марзук", "Марков"),
        ] {
            assert!(!same_skeleton(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_has_a_skeleton_word_by_word() {
        for (name, expected) in [
            ("Mousa Abu Marzook", "MS B MRSK"),
            ("Михаил Богданов", "MHL BGDNF"),
            ("北京", "北京"),
            ("Aue", "aue"),
            ("Ан-26", "N 26"),
            ("'", ""),
        ] {
            assert_eq!(skeleton(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn case_does_not_change_a_skeleton_and_any_text_has_one(name in "\\PC{0,12}|[a-zA-ZÀ-žА-яё]{1,12}|[א-ת']{1,9}|[ء-ي]{1,9}") {
            let (small, big) = (crate::text::folded(&name), name.to_uppercase());
            prop_assert_eq!(skeleton(&name), skeleton(&small));
            // Letters without a single capital (ß, ŉ) and those beyond what `fold` covers may change.
            if crate::text::folded(&big) == small {
                prop_assert_eq!(skeleton(&big), skeleton(&small));
                prop_assert_eq!(same_skeleton(&big, &small), same_skeleton(&small, &big));
            }
        }

        #[test]
        fn meeting_is_symmetric(one in "[a-z]{1,8}|[а-я]{1,8}|[א-ת]{1,8}", other in "[a-z]{1,8}|[а-я]{1,8}|[ء-ي]{1,8}") {
            prop_assert!(same_skeleton(&one, &one));
            prop_assert_eq!(same_skeleton(&one, &other), same_skeleton(&other, &one));
        }
    }
}
