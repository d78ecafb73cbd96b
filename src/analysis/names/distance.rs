//! How far apart two words sound.

use super::skeleton::{class, is_vowel};

/// How alike the sounds of two words are, 0 to 100. A Damerau–Levenshtein distance (with neighbours that changed places,
/// none of them changed again) where a vowel weighs half a consonant, since vowels are what spellings disagree on.
/// `free_vowels`: one of the two comes from a script that leaves vowels out, so those that only one has are nothing, but
/// for the first, which such scripts do write.
pub(super) fn closeness(one: &str, other: &str, free_vowels: bool) -> u32 {
    if one == other {
        return 100;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let of = |sounds: &[char]| {
        sounds.iter().enumerate().map(|(at, &sound)| weight(sound, at, free_vowels)).sum::<u32>()
    };
    let whole = of(&one) + of(&other);
    100 - (100 * distance(&one, &other, free_vowels) / whole.max(1)).min(100)
}

/// What a sound more or less costs, at its place.
fn weight(sound: char, at: usize, free_vowels: bool) -> u32 {
    match (is_vowel(sound), sound) {
        (true, _) => u32::from(!free_vowels || at == 0),
        // Heard in one language, not in the other: Tehran.
        (false, 'h') => 1,
        _ => 2,
    }
}

/// What one sound for another costs.
fn change(one: char, other: char) -> u32 {
    match (class(one), class(other)) {
        _ if one == other => 0,
        (a, b) if a == b => 1,
        _ => 3,
    }
}

fn distance(one: &[char], other: &[char], free: bool) -> u32 {
    let width = other.len() + 1;
    let mut rows = vec![0; (one.len() + 1) * width];
    for (at, &sound) in other.iter().enumerate() {
        rows[at + 1] = rows[at] + weight(sound, at, free);
    }
    for (i, &a) in one.iter().enumerate() {
        let (above, here) = (i * width, (i + 1) * width);
        rows[here] = rows[above] + weight(a, i, free);
        for (j, &b) in other.iter().enumerate() {
            let mut least = (rows[above + j] + change(a, b))
                .min(rows[above + j + 1] + weight(a, i, free))
                .min(rows[here + j] + weight(b, j, free));
            if i > 0 && j > 0 && a != b && a == other[j - 1] && b == one[i - 1] {
                least = least.min(rows[above - width + j - 1] + 2);
            }
            rows[here + j + 1] = least;
        }
    }
    rows[one.len() * width + other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_more_alike_the_closer() {
        // Each word, then others from the nearest to the farthest.
        for words in [
            &["marzuk", "marzuk", "marzok", "marsok", "marzun", "lavrov"][..],
            &["niger", "niger", "nigeria", "nigeriana", "iran"],
            &["lavrov", "lavrov", "larvov", "lavkov", "putin"],
        ] {
            let near: Vec<u32> = words[1..].iter().map(|word| closeness(words[0], word, false)).collect();
            assert!(near.windows(2).all(|pair| pair[0] > pair[1]), "{words:?} {near:?}");
            assert_eq!(near[0], 100);
        }
        assert_eq!(closeness("hmas", "hamas", true), 100);
        assert!(closeness("hmas", "hamas", false) < 100);
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(one in "[a-z]{0,8}", other in "[a-z]{0,8}", free in any::<bool>()) {
            prop_assert_eq!(closeness(&one, &other, free), closeness(&other, &one, free));
        }
    }
}
