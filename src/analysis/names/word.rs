//! The words of a name, and how well a word of one name stands for a word of another.

use super::distance::closeness;
use super::fold::parts;
use super::skeleton::{Readings, readings};

/// Words that name nobody by themselves and are left out or put in at will; folded.
const ARTICLES: &str = "al|el|as|ash|ad|ar|an|at|az|the|аль|эль|ас|аш|ад|ар|ан";

/// Words that are part of a name, and of many others.
const PARTICLES: &str = "abu|abou|bin|ben|ibn|bint|of|and|for|in|von|van|der|den|de|di|da|du|dos|la|le|und|dan|\
                         абу|бин|ибн|бен|и|во|де|фон|ابو|بن|ابن|بنت|و|אבו|בן|אבן|ו";

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub(super) folded: String,
    /// How it may be read.
    pub(super) read: Readings,
    /// What it counts: 2; a particle 1, an article 0.
    pub(super) weight: u32,
}

/// The words of a name. Where it has none but particles and articles, they count as any other.
pub(super) fn words(name: &str) -> Vec<Word> {
    let is_one = |list: &str, folded: &str| list.split('|').any(|word| word == folded);
    let weight = |folded: &str| {
        if is_one(ARTICLES, folded) { 0 } else { 2 - u32::from(is_one(PARTICLES, folded)) }
    };
    let of = |part| {
        let read = readings(&part, true);
        Word { weight: weight(&part.folded), folded: part.folded, read }
    };
    let mut words: Vec<Word> = parts(name).into_iter().map(of).collect();
    if words.iter().all(|word| word.weight < 2) {
        words.iter_mut().for_each(|word| word.weight = 2);
    }
    words
}

/// How well two words stand for each other, per mille: 1000 for the same letters, from [`SKELETON`] on for a common skeleton, below
/// it where they only look alike, 0 for other words.
pub(super) fn alike(one: &Word, other: &Word) -> u32 {
    if one.folded == other.folded {
        return 1000;
    }
    let free = one.read.lacks_vowels != other.read.lacks_vowels;
    let shared = one.read.skeletons.iter().any(|skeleton| other.read.skeletons.contains(skeleton));
    if !shared {
        let long =
            |word: &Word| word.read.skeletons[0].chars().count() > 2 && word.folded.chars().count() > 3;
        let near = if long(one) && long(other) {
            closeness(&one.read.sounds[0].0, &other.read.sounds[0].0, free)
        } else {
            0
        };
        return if near < 75 { 0 } else { 10 * near - 450 };
    }
    let mut best = 0;
    for (first, (sounds, place)) in one.read.sounds.iter().enumerate() {
        let skeleton = &one.read.skeletons[*place];
        for (second, (others, place)) in other.read.sounds.iter().enumerate() {
            if *skeleton != other.read.skeletons[*place] {
                continue;
            }
            let near = closeness(sounds, others, free);
            // Where there are few consonants, the vowels have to say more.
            let least = match skeleton.len() {
                0 | 1 => 80,
                2 => 70,
                _ => 30,
            };
            // The less likely a reading, the less it says.
            let doubt = 2 * (u32::from(first > 0) + u32::from(second > 0));
            if near >= least {
                best = best.max(SKELETON + (near - doubt) * (990 - SKELETON) / 100);
            }
        }
    }
    best
}

/// What words with a common skeleton are at least: see [`alike`].
pub(super) const SKELETON: u32 = 600;

/// How the words of two names stand for each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Match {
    /// How much of the one was found in the other, in hundredths of what its words count.
    pub(super) one: u32,
    /// How much of the other was found.
    pub(super) other: u32,
    /// How well the words that were found stand for each other, per mille: the mean.
    pub(super) mean: u32,
    /// How well the worst of them do.
    pub(super) worst: u32,
    /// Whether the last words that count stand for each other: family names mostly come last.
    pub(super) last: bool,
}

/// Gives each word of one name the best of the other's that is free.
pub(super) fn compare(one: &[Word], other: &[Word]) -> Match {
    let all = |words: &[Word]| words.iter().map(|word| word.weight).sum::<u32>().max(1);
    let last = |words: &[Word]| words.iter().rposition(|word| word.weight > 1);
    let mut taken = vec![false; other.len()];
    let mut found = Match { worst: 1000, ..Match::default() };
    let (mut here, mut there, mut sum) = (0, 0, 0);
    for (at, word) in one.iter().enumerate() {
        let mut best = (0, 0);
        for (place, candidate) in other.iter().enumerate().filter(|(place, _)| !taken[*place]) {
            // A particle never stands for a name.
            let alike = if candidate.weight == word.weight { alike(word, candidate) } else { 0 };
            if alike > best.0 {
                best = (alike, place);
            }
        }
        let (alike, place) = best;
        if alike > 0 {
            taken[place] = true;
            here += word.weight;
            there += other[place].weight;
            sum += alike * word.weight;
            if word.weight > 0 {
                found.worst = found.worst.min(alike);
            }
            found.last |= last(one) == Some(at) && last(other) == Some(place);
        }
    }
    found.mean = sum / here.max(1);
    found.one = 100 * here / all(one);
    found.other = 100 * there / all(other);
    found
}

/// The skeletons of a whole name as if it were one word: Hezbollah is two words in Arabic.
pub(super) fn joined(words: &[Word]) -> Vec<String> {
    let mut joined = vec![String::new()];
    for word in words.iter().filter(|word| word.weight > 0) {
        let before = joined.clone();
        joined.clear();
        for skeleton in &word.read.skeletons {
            for before in &before {
                let doubled = before.chars().next_back().is_some_and(|last| skeleton.starts_with(last));
                let rest = if doubled {
                    skeleton.char_indices().nth(1).map_or("", |(at, _)| &skeleton[at..])
                } else {
                    skeleton
                };
                if joined.len() < 6 {
                    joined.push(before.clone() + rest);
                }
            }
        }
    }
    joined
}

/// The first letters of words, and those of the words that are no particles.
pub(super) fn initials(words: &[Word]) -> [String; 2] {
    let of = |least: u32| {
        words
            .iter()
            .filter(|word| word.weight >= least)
            .filter_map(|word| word.folded.chars().next())
            .collect()
    };
    [of(0), of(2)]
}
