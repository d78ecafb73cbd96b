//! Laws of blocks, sections, segments and lanes, and the texts that are hard on them.

use postil::text::{Block, Blocks, Byte, LONGEST, Lanes, Segment, Span, Text, segments};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn text(from: &str) -> Text {
    Text::new(from).expect("no NUL")
}

fn span(start: u32, end: u32) -> Span {
    Span::new(Byte(start), Byte(end))
}

/// What must hold for the blocks of every text.
fn check_blocks(from: &str) -> Blocks {
    let text = text(from);
    let blocks = Blocks::new(&text);
    let mut rebuilt = String::new();
    let mut paragraph = Byte(0);
    for (index, block) in blocks.list().iter().enumerate() {
        let &Block { span, soft, .. } = block;
        let inside = text.slice(span);
        assert!(inside.len() <= LONGEST && !inside.contains('\n'));
        assert_eq!(rebuilt.len(), span.start().index());
        assert_eq!((block.paragraph, block.continues()), (paragraph, span.start() > paragraph));
        rebuilt.push_str(inside);
        let last = index + 1 == blocks.len();
        assert!(!(soft && (last || inside.is_empty())));
        if !soft && !last {
            rebuilt.push('\n');
            paragraph = Byte(rebuilt.len() as u32);
        }
        for at in [span.start(), span.end()] {
            let next = soft && at == span.end();
            assert_eq!(blocks.block_at(at), index + usize::from(next));
        }
    }
    assert_eq!(rebuilt, from);
    assert_eq!(blocks.block_at(Byte(u32::MAX)), blocks.len() - 1);
    let mut next = 0;
    for (index, section) in blocks.sections().iter().enumerate() {
        assert_eq!(section.start, next);
        assert!(!section.is_empty() && section.len() <= 50);
        let bytes: u32 = blocks.list()[section.clone()].iter().map(|block| block.span.len()).sum();
        assert!(bytes < 4_000 + LONGEST as u32);
        assert!(section.clone().all(|block| blocks.section_of(block) == index));
        next = section.end;
    }
    assert_eq!(next, blocks.len());
    blocks
}

fn lengths(blocks: &Blocks) -> Vec<u32> {
    blocks.list().iter().map(|block| block.span.len()).collect()
}

#[test]
fn small_texts() {
    assert_eq!(lengths(&check_blocks("")), [0]);
    assert_eq!(lengths(&check_blocks("\n")), [0, 0]);
    assert_eq!(lengths(&check_blocks("one\n\ntwo\n")), [3, 0, 3, 0]);
    assert_eq!(lengths(&check_blocks("a\u{2028}b\u{85}c")), [8]);
    let blocks = check_blocks("one\n\ntwo");
    assert_eq!(blocks.touched(span(0, 3)), 0..1);
    assert_eq!(blocks.touched(span(0, 5)), 0..2, "the empty line's own place is not inside");
    assert_eq!(blocks.touched(span(2, 6)), 0..3);
    assert_eq!(blocks.touched(span(4, 4)), 1..2);
    assert_eq!(blocks.touched(span(8, 8)), 2..3);
}

#[test]
fn a_megabyte_without_a_line_break() {
    let sentences = "Kementerian itu berkata 3.5 persen. ".repeat(30_000);
    let blocks = check_blocks(&sentences);
    let text = text(&sentences);
    assert!(blocks.len() < 300);
    for block in &blocks.list()[1..] {
        assert!(text.slice(block.span).starts_with("Kem"), "cut at a sentence");
    }
    let words = check_blocks(&"kata ".repeat(200_000));
    assert!(words.list().iter().all(|block| block.span.start().0 % 5 == 0), "cut behind a space");
    let han = check_blocks(&"漢".repeat(350_000));
    assert!(han.list().iter().all(|block| block.span.start().0 % 3 == 0));
    let flags = check_blocks(&"🇮🇩".repeat(20_000));
    assert!(flags.list().iter().all(|block| block.span.start().0 % 8 == 0), "flags stay whole");
    let families = check_blocks(&"👩\u{200D}👩\u{200D}👧".repeat(5_000));
    assert!(families.list().iter().all(|block| block.span.start().0 % 18 == 0));
    // One grapheme of a megabyte: no good place, so any character will do.
    assert_eq!(check_blocks(&"\u{301}".repeat(500_000)).len(), 245);
    assert_eq!(check_blocks(&"a".repeat(1_000_000)).len(), 245);
    assert!(check_blocks(&"שלום عربي ".repeat(60_000)).len() < 400);
}

#[test]
fn a_break_never_leaves_a_mark_alone() {
    // A space that carries an accent is one grapheme: there is no cut between the two.
    let from = format!("{}{}", "a".repeat(3000), " \u{301}".repeat(2000));
    let blocks = check_blocks(&from);
    let text = text(&from);
    assert!(blocks.list().iter().all(|block| !text.slice(block.span).starts_with('\u{301}')));
}

/// The segments as `start-end:keys`, `(` and `)` where a key starts or ends.
fn drawn(block: Span, pieces: &[(u32, Span)]) -> String {
    let one = |segment: &Segment<u32>| {
        let cover = |cover: &postil::text::Cover<u32>| {
            let mark = |is, mark| if is { mark } else { "" };
            format!("{}{}{}", mark(cover.starts, "("), cover.key, mark(cover.ends, ")"))
        };
        let covering: Vec<String> = segment.covering.iter().map(cover).collect();
        format!("{}-{}:{}", segment.span.start().0, segment.span.end().0, covering.join(","))
    };
    segments(block, pieces).iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn segments_by_hand() {
    let block = span(10, 30);
    type Case<'a> = (&'a str, &'a [(u32, Span)], &'a str);
    let cases: &[Case] = &[
        ("nothing", &[], "10-30:"),
        ("all of it", &[(1, span(10, 30))], "10-30:(1)"),
        ("from before to behind", &[(1, span(0, 40))], "10-30:1"),
        ("outside, touching", &[(1, span(0, 10)), (2, span(30, 31))], "10-30:"),
        ("nested", &[(1, span(14, 16)), (2, span(12, 20))], "10-12: 12-14:(2 14-16:2,(1) 16-20:2) 20-30:"),
        ("crossing", &[(1, span(8, 15)), (2, span(12, 40))], "10-12:1 12-15:1),(2 15-30:2"),
        ("the same span twice", &[(2, span(12, 14)), (1, span(12, 14))], "10-12: 12-14:(1),(2) 14-30:"),
        ("fragments", &[(1, span(10, 12)), (1, span(20, 22))], "10-12:(1) 12-20: 20-22:(1) 22-30:"),
        ("fragments that touch", &[(1, span(12, 14)), (1, span(10, 12))], "10-14:(1) 14-30:"),
        ("empty", &[(1, span(12, 12))], "10-30:"),
    ];
    for (name, pieces, expected) in cases {
        assert_eq!(drawn(block, pieces), *expected, "{name}");
    }
    assert_eq!(drawn(span(5, 5), &[(1, span(0, 9))]), "");
}

#[test]
fn lanes_by_hand() {
    let lanes = |pieces: &[(u32, Span)]| {
        let lanes = Lanes::new(pieces);
        (1..=pieces.len() as u32).filter_map(|key| lanes.lane(key)).collect::<Vec<_>>()
    };
    assert_eq!(lanes(&[]), [0; 0]);
    assert_eq!(lanes(&[(1, span(0, 5)), (2, span(5, 9))]), [0, 0], "touching");
    assert_eq!(lanes(&[(1, span(2, 5)), (2, span(0, 9))]), [1, 0], "the outer one first");
    assert_eq!(lanes(&[(1, span(0, 5)), (2, span(0, 9))]), [1, 0], "the longer one first");
    assert_eq!(lanes(&[(1, span(0, 5)), (2, span(4, 9)), (3, span(8, 12))]), [0, 1, 0], "a chain");
    assert_eq!(lanes(&[(1, span(0, 2)), (1, span(8, 10)), (2, span(3, 6))]), [0, 0], "in the gap");
    assert_eq!(lanes(&[(1, span(0, 2)), (1, span(8, 10)), (2, span(3, 9))]), [0, 1], "over the gap");
    let deep: Vec<(u32, Span)> = (0..9).map(|key| (key, span(key, 20))).collect();
    let lanes = Lanes::new(&deep);
    assert_eq!((lanes.count(), lanes.over(0..9, 4), lanes.over([1, 2, 77], 4)), (9, 5, 0));
}

#[test]
fn dense_blocks_are_quick() {
    let pieces: Vec<(u32, Span)> =
        (0..600).map(|key| (key, span(key * 37 % 4000, key * 37 % 4000 + 3 + key % 90))).collect();
    let started = std::time::Instant::now();
    for _ in 0..20 {
        assert!(segments(span(0, 4096), &pieces).len() > 600);
        assert!(Lanes::new(&pieces).count() > 2);
    }
    // Unoptimised and on a busy machine; optimised it is well below a millisecond each.
    assert!(started.elapsed().as_millis() < 2_000, "{:?}", started.elapsed());
}

fn pieces() -> impl Strategy<Value = Vec<(u32, Span)>> {
    let piece =
        (0..12_u32, 0..60_u32, 0..25_u32).prop_map(|(key, start, len)| (key, span(start, start + len)));
    prop::collection::vec(piece, 0..25)
}

/// Paragraphs of all lengths and scripts.
fn articles() -> impl Strategy<Value = String> {
    let phrase = prop_oneof![
        "[a-z]{1,9}",
        "[ .!?]{1,3}",
        "[а-я]{1,9}",
        "[א-ת ]{1,9}",
        "[漢字語]{1,9}",
        "\n{1,3}",
        "[😀🇮🇩\u{200D}\u{301}]{1,9}",
        any::<String>().prop_map(|any| any.replace('\0', "")),
    ];
    (prop::collection::vec(phrase, 0..20), 1..400_usize)
        .prop_map(|(parts, times)| parts.concat().repeat(times))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn blocks_rebuild_the_text(from in articles()) {
        let blocks = check_blocks(&from);
        let text = text(&from);
        for pair in blocks.list().windows(2).filter(|pair| pair[0].soft) {
            let at = pair[1].span.start();
            let cuts = text.floor_grapheme(at) != at;
            // Only a grapheme that does not fit into a block is ever cut.
            prop_assert!(!cuts || (text.ceil_grapheme(at).0 - text.floor_grapheme(at).0) as usize > LONGEST);
        }
    }
}

proptest! {
    #[test]
    fn segments_agree_with_brute_force(pieces in pieces(), a in 0..70_u32, b in 0..70_u32) {
        let block = span(a.min(b), a.max(b));
        let covering = |at: u32| -> BTreeSet<u32> {
            pieces.iter().filter(|(_, span)| span.start().0 <= at && at < span.end().0).map(|&(key, _)| key).collect()
        };
        let segments = segments(block, &pieces);
        let mut next = block.start();
        let mut before: Option<BTreeSet<u32>> = None;
        for segment in &segments {
            prop_assert_eq!(segment.span.start(), next);
            prop_assert!(!segment.span.is_empty());
            next = segment.span.end();
            let keys: BTreeSet<u32> = segment.covering.iter().map(|cover| cover.key).collect();
            prop_assert_eq!(keys.len(), segment.covering.len());
            for at in segment.span.start().0..segment.span.end().0 {
                prop_assert_eq!(&covering(at), &keys);
            }
            for cover in &segment.covering {
                let (start, end) = (segment.span.start().0, segment.span.end().0);
                let here = |at: u32| covering(at).contains(&cover.key);
                prop_assert_eq!(cover.starts, start == 0 || !here(start - 1));
                prop_assert_eq!(cover.ends, !here(end));
            }
            prop_assert_ne!(before.as_ref(), Some(&keys), "not the longest run");
            before = Some(keys);
        }
        prop_assert_eq!(next, block.end());
    }

    #[test]
    fn no_two_in_one_lane(pieces in pieces()) {
        let lanes = Lanes::new(&pieces);
        for &(a, left) in &pieces {
            let lane = lanes.lane(a);
            prop_assert_eq!(lane.is_some(), pieces.iter().any(|&(key, span)| key == a && !span.is_empty()));
            prop_assert!(lane.is_none_or(|lane| lane < lanes.count()));
            for &(b, right) in pieces.iter().filter(|&&(b, right)| b != a && left.overlaps(right) && !right.is_empty()) {
                prop_assert!(left.is_empty() || lane != lanes.lane(b), "{:?} and {:?}", left, right);
            }
        }
    }

    #[test]
    fn a_later_one_moves_nothing_before_it(pieces in pieces(), len in 1..9_u32) {
        let before = Lanes::new(&pieces);
        let mut more = pieces.clone();
        more.push((99, span(100, 100 + len)));
        let after = Lanes::new(&more);
        prop_assert!(pieces.iter().all(|&(key, _)| before.lane(key) == after.lane(key)));
    }
}
