//! Columns and the tokens in them, over arbitrary texts, projects and files.

use crate::support::columns::{check_round_trip, export, options, written_again};
use crate::support::generate::{self, Dice};
use postil::formats::columns::read;
use postil::text::{Span, Text, cut_tokens, from_string, is_unseen, tokens, trimmed};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// White space for Rust or for Python.
fn is_white(char: char) -> bool {
    char.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&char)
}

fn with_pieces(string: &str, seed: u64) -> Text {
    let d = &mut Dice::new(seed);
    let pieces = ["U.S.", " ", "\u{AD}", "\u{200B}", "#", "Dr. ", "\u{1F}", "カタ", "-", "a.m."];
    let mut words = string.to_owned();
    for _ in 0..d.below(12) {
        words.push_str(&d.string(3));
        words.push_str(d.pick::<&str>(&pieces));
    }
    from_string(words).expect("no NUL").text
}

proptest! {
    #[test]
    fn tokens_cover_all_that_can_be_seen(string in "[^\0]{0,40}", seed: u64) {
        let text = with_pieces(&string, seed);
        let d = &mut Dice::new(seed);
        let mut all = tokens(&text);
        let graphemes: Vec<(usize, &str)> = text.as_str().grapheme_indices(true).collect();
        for token in &all {
            for at in [token.start().index(), token.end().index()] {
                let parted = graphemes.iter().find(|(from, grapheme)| *from < at && at < from + grapheme.len());
                prop_assert!(parted.is_none_or(|(_, grapheme)| grapheme.contains(is_unseen)), "{parted:?}");
            }
        }
        let spans: Vec<Span> =
            (0..4).filter_map(|_| generate::fragments(d, &text)).map(|fragments| fragments.hull()).collect();
        let spans: Vec<Span> = spans.into_iter().filter_map(|span| trimmed(&text, span)).collect();
        let before = all.clone();
        let cuts = cut_tokens(&text, &mut all, &spans);
        for list in [&before, &all] {
            let mut at = 0;
            for token in list {
                prop_assert!(text.as_str()[at..token.start().index()].chars().all(is_unseen));
                prop_assert!(!text.slice(*token).chars().all(is_unseen));
                prop_assert!(!text.slice(*token).contains(is_white));
                at = token.end().index();
            }
            prop_assert!(text.as_str()[at..].chars().all(is_unseen));
        }
        for span in &spans {
            prop_assert!(all.iter().any(|token| token.start() == span.start()));
            prop_assert!(all.iter().any(|token| token.end() == span.end()));
        }
        let parts = |token: &&Span| all.iter().filter(|part| token.contains(**part)).count();
        prop_assert_eq!(cuts, before.iter().filter(|token| parts(token) > 1).count());
        prop_assert_eq!(cut_tokens(&text, &mut all, &spans), 0);
    }

    #[test]
    fn what_is_written_is_read_minus_what_the_report_says(size in 0_usize..6, seed: u64) {
        let project = generate::project(size, seed);
        let options = options(&mut Dice::new(seed ^ 1));
        check_round_trip(&project, &options);
    }

    #[test]
    fn any_bytes_give_a_value(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read("a.conll", &bytes);
    }

    #[test]
    fn spoilt_files_are_read_and_written_again(seed: u64) {
        let d = &mut Dice::new(seed);
        let out = export(&generate::project(3, seed), &options(d));
        let mut file: Vec<char> = String::from_utf8_lossy(&out.files.first().map(|(_, bytes)| bytes.clone()).unwrap_or_default()).chars().collect();
        for _ in 0..d.below(20) {
            let at = d.below(file.len() + 1);
            match d.below(3) {
                0 => file.insert(at, *d.pick(&['\n', ' ', '\t', '\r', '#', 'O', '-', '\0', '\u{FEFF}', '9'])),
                1 if at < file.len() => drop(file.remove(at)),
                _ => file.truncate(file.len().saturating_sub(d.below(5))),
            }
        }
        let file: String = file.into_iter().collect();
        let read = read("a.conll", file.as_bytes());
        prop_assert!(read.documents.is_empty() || written_again(&read) == file);
        for one in &read.documents {
            prop_assert!(one.marks.iter().all(|mark| one.document.text.get(mark.span).is_some_and(|quote| !quote.is_empty())));
        }
    }
}
