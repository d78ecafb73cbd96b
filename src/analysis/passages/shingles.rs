//! What a passage is known again by: short runs of its words, each as a number.
//!
//! Case, diacritics, quotation marks, punctuation, white space and invisible characters do not count; digits do. Chinese,
//! Japanese, Thai, Lao, Khmer and Burmese do not part words by blanks: there each character stands for a word, and a run
//! is longer.

use crate::sorted::sort_by;
use crate::text::plain;

/// Words of a run.
const RUN: usize = 3;
/// Characters of a run where words are not parted.
const CLOSE_RUN: usize = 5;
/// A word weighs so much, a character of a script that does not part words one.
const WORD: usize = 2;

/// A word or a character, as a number.
#[derive(Clone, Copy)]
struct Token {
    number: u64,
    /// Whether it is a character of a script that does not part words.
    close: bool,
}

/// What is kept of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shingles {
    /// All of its words in order.
    pub(super) whole: u64,
    /// Its runs, each once, ascending.
    pub(super) runs: Vec<u32>,
}

impl Shingles {
    /// `None` where there is too little to tell passages apart: less than `least` words, or twice as many characters.
    pub(super) fn of(passage: &str, least: usize) -> Option<Self> {
        let tokens = tokens(passage);
        let weight: usize = tokens.iter().map(|token| if token.close { 1 } else { WORD }).sum();
        if weight < WORD * least {
            return None;
        }
        let run = |from: usize| {
            let length = if tokens[from].close { CLOSE_RUN } else { RUN };
            let run = tokens.get(from..from + length)?;
            Some((joined(run) >> 32) as u32)
        };
        let mut runs: Vec<u32> = (0..tokens.len()).filter_map(run).collect();
        sort_by(&mut runs, Ord::cmp);
        runs.dedup();
        Some(Self { whole: joined(&tokens), runs })
    }
}

/// How many runs two passages share.
pub(super) fn shared(one: &[u32], other: &[u32]) -> usize {
    let mut other = other.iter().peekable();
    let has = |run: &&u32| {
        while other.next_if(|next| next < run).is_some() {}
        other.next_if_eq(run).is_some()
    };
    one.iter().filter(has).count()
}

fn tokens(passage: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word: Option<u64> = None;
    for char in passage.chars().filter_map(plain) {
        if is_close(char) {
            tokens.extend(word.take().map(|number| Token { number, close: false }));
            tokens.push(Token { number: mixed(START, char), close: true });
        } else if char.is_alphanumeric() {
            word = Some(mixed(word.unwrap_or(START), char));
        } else {
            tokens.extend(word.take().map(|number| Token { number, close: false }));
        }
    }
    tokens.extend(word.map(|number| Token { number, close: false }));
    tokens
}

/// Letters of scripts that do not part words by blanks, with their vowel signs.
fn is_close(char: char) -> bool {
    matches!(char,
        '\u{E00}'..='\u{EFF}' // Thai, Lao
        | '\u{1000}'..='\u{109F}' // Burmese
        | '\u{1780}'..='\u{17D3}' // Khmer
        | '\u{3041}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' // kana, without the dot between names
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}'
    )
}

const START: u64 = 0xCBF2_9CE4_8422_2325;

/// FNV-1a over code points: fixed, so that the same text gives the same numbers on every machine.
fn mixed(number: u64, char: char) -> u64 {
    (number ^ u64::from(u32::from(char))).wrapping_mul(0x0000_0100_0000_01B3)
}

/// Several as one number, spread evenly, of which any part can be taken.
fn joined(tokens: &[Token]) -> u64 {
    let number = tokens.iter().fold(START, |number, token| {
        (number.rotate_left(23) ^ token.number).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    });
    let spread = (number ^ (number >> 31)).wrapping_mul(0x94D0_49BB_1331_11EB);
    spread ^ (spread >> 29)
}
