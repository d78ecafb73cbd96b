//! Tags: how they say where an annotation begins and ends.

use std::ops::Range;

/// How tags say where an annotation begins and ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// `I-` for each token, `B-` for the first only where the one before has the same label: CoNLL-2003 itself.
    Iob1,
    /// `B-` for the first token, `I-` for the others: what is called CoNLL-2003 today.
    #[default]
    Iob2,
    /// As IOB2, with `E-` for the last token and `S-` for a single one.
    Bioes,
    /// As IOB2, with `L-` for the last token and `U-` for a single one. seqeval reads it when it is strict alone: else it
    /// joins two that touch and have one label.
    Bilou,
}

impl Scheme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Iob1, Self::Iob2, Self::Bioes, Self::Bilou];

    /// The prefix of the n-th of so many tokens; `touches` says that the token before has the same label.
    pub(super) fn prefix(self, n: usize, count: usize, touches: bool) -> char {
        let (last, single) = match self {
            Self::Bioes => ('E', 'S'),
            Self::Bilou => ('L', 'U'),
            Self::Iob1 | Self::Iob2 => ('I', 'B'),
        };
        match n {
            0 if self == Self::Iob1 && !touches => 'I',
            0 if self == Self::Iob1 => 'B',
            0 if count == 1 => single,
            0 => 'B',
            n if n + 1 == count => last,
            _ => 'I',
        }
    }
}

/// A tag that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// `O`: in no annotation.
    Outside,
    /// In one with this label; where in it is said by the prefix.
    In(char, &'a str),
}

impl<'a> Tag<'a> {
    /// `O`, or a prefix, a hyphen and a label.
    pub(super) fn prefixed(tag: &'a str) -> Option<Self> {
        if tag == "O" {
            return Some(Self::Outside);
        }
        let (prefix, label) = tag.split_once('-')?;
        let known = matches!(prefix, "B" | "I" | "E" | "S" | "L" | "U" | "M");
        (known && !label.is_empty()).then(|| Self::In(prefix.as_bytes()[0] as char, label))
    }

    /// `O`, or a label alone.
    pub(super) fn bare(tag: &'a str) -> Option<Self> {
        match tag {
            "" => None,
            "O" => Some(Self::Outside),
            label => Some(Self::In('I', label)),
        }
    }
}

/// Tokens in a row that are one annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    pub(super) tokens: Range<usize>,
    pub(super) label: &'a str,
    /// Whether its first tag says that something began before.
    pub(super) headless: bool,
}

/// The annotations of a sentence's tags, as `conlleval` and seqeval (not strict) see them in every scheme: whatever
/// follows something else begins one.
pub(super) fn runs<'a>(tags: impl IntoIterator<Item = Tag<'a>>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut open = false;
    for (n, tag) in tags.into_iter().enumerate() {
        let Tag::In(prefix, label) = tag else {
            open = false;
            continue;
        };
        let begins = matches!(prefix, 'B' | 'S' | 'U');
        match runs.last_mut().filter(|last| open && !begins && last.label == label) {
            Some(last) => last.tokens.end = n + 1,
            None => runs.push(Run { tokens: n..n + 1, label, headless: !begins }),
        }
        open = !matches!(prefix, 'E' | 'S' | 'L' | 'U');
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tags: &str) -> String {
        let tags = tags.split(' ').filter_map(Tag::prefixed);
        let one = |run: Run<'_>| format!("{}..{} {}", run.tokens.start, run.tokens.end, run.label);
        runs(tags).into_iter().map(one).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn runs_of_every_scheme() {
        for (tags, expected) in [
            ("B-P I-P O B-L", "0..2 P, 3..4 L"),
            ("I-P I-P B-P O I-L", "0..2 P, 2..3 P, 4..5 L"),
            ("I-P I-L", "0..1 P, 1..2 L"),
            ("B-P I-P E-P S-P S-L", "0..3 P, 3..4 P, 4..5 L"),
            ("B-P L-P U-P I-P", "0..2 P, 2..3 P, 3..4 P"),
            ("B-P M-P E-P", "0..3 P"),
            ("B-MESH-D0 I-MESH-D0", "0..2 MESH-D0"),
            ("O O", ""),
        ] {
            assert_eq!(shown(tags), expected, "{tags}");
        }
    }

    #[test]
    fn what_is_a_tag() {
        assert_eq!(Tag::prefixed("O"), Some(Tag::Outside));
        assert_eq!(Tag::prefixed("B-a-b"), Some(Tag::In('B', "a-b")));
        for no in ["", "o", "B-", "-X-", "X-PER", "BI-PER", "Person", "-"] {
            assert_eq!(Tag::prefixed(no), None, "{no}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for scheme in Scheme::ALL {
            for counts in [&[1][..], &[2], &[3, 1, 1, 4]] {
                let mut tags = Vec::new();
                for (run, &count) in counts.iter().enumerate() {
                    tags.extend((0..count).map(|n| Tag::In(scheme.prefix(n, count, run > 0), "P")));
                }
                let read: Vec<usize> = runs(tags).iter().map(|run| run.tokens.len()).collect();
                assert_eq!(read, counts, "{scheme:?}");
            }
        }
    }
}
