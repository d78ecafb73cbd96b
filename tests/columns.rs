//! Columns: what is written is read, minus what the report says; files of others are read, and written as they were.

use crate::support::columns::{check_round_trip, export, mark, marked, written_again};
use crate::support::files;
use postil::formats::Reason;
use postil::formats::columns::{
    ColumnOptions, Levels, Offsets, ReadDocument, Scheme, Separator, Shape, read,
};
use postil::model::{DocumentId, Project};
use postil::text::{Byte, Span};
use std::path::Path;

/// Each mark as `label:quote`, with the column behind it where that is not the first.
fn marks(read: &ReadDocument) -> Vec<String> {
    let text = &read.document.text;
    let one = |mark: &postil::formats::columns::ReadMark| {
        let level = if mark.level == 0 { String::new() } else { format!("@{}", mark.level) };
        format!("{}:{}{level}", mark.label, text.slice(mark.span))
    };
    read.marks.iter().map(one).collect()
}

/// File, text of each document, marks of all, lines of the issues.
type Case<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a [u32]);

#[test]
fn files_of_many_kinds() {
    let cases: &[Case<'_>] = &[
        (
            "conll2003.conll",
            &["Antara said Joko Widodo Prabowo met .\nJakarta", "Moscow"],
            &["ORG:Antara", "PER:Joko Widodo", "PER:Prabowo", "LOC:Jakarta", "LOC:Moscow"],
            &[],
        ),
        ("bom-crlf.conll", &["Meski PKB .\nMK"], &["ORG:PKB", "ORG:MK"], &[]),
        (
            "germeval.tsv",
            &["Uni Ulm ist da\nBerliner #"],
            &["ORG:Uni Ulm", "LOCderiv:Berliner", "LOC:Ulm@1"],
            &[],
        ),
        ("numbered.iob2", &["然而，台北很美。\n王 先生", "好"], &["LOC:台北", "PER:王 先生"], &[11]),
        (
            "bad-lines.conll",
            &["Ani Jakarta Pusat Selatan\nI dan Budi"],
            &["PER:Ani", "LOC:Jakarta", "LOC:Selatan", "PER:I", "PER:Budi"],
            &[2, 4, 5, 7],
        ),
        ("bare.txt", &["Joko Widodo tiba di Jakarta\nIa"], &["Person:Joko Widodo", "Place:Jakarta"], &[]),
        ("bioes.tsv", &["Ani Joko W Widodo , MK"], &["PER:Ani", "PER:Joko W Widodo", "MESH-D01:MK"], &[]),
        ("bilou.tsv", &["Ani Joko Widodo Jakarta"], &["PER:Ani", "PER:Joko Widodo", "LOC:Jakarta"], &[]),
        (
            "offsets.conll",
            &["  Ani, 👩‍👩‍👧e\u{301}\n\nMoskow"],
            &["PER:Ani", "PER:👩‍👩‍👧e\u{301}", "LOC:Moskow"],
            &[],
        ),
        ("own.conll", &["  قال 👩‍👩‍👧\n\nنعم.\t", " \n"], &["PER:👩‍👩‍👧", "LOC:نعم"], &[]),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats/conll");
    for (name, texts, expected, lines) in cases {
        let bytes = std::fs::read(folder.join(name)).expect("a fixture");
        let read = read(name, &bytes);
        let found: Vec<&str> = read.documents.iter().map(|read| read.document.text.as_str()).collect();
        assert_eq!(found, *texts, "{name}");
        assert_eq!(read.documents.iter().flat_map(marks).collect::<Vec<_>>(), *expected, "{name}");
        let found: Vec<u32> = read.issues.iter().filter_map(|issue| issue.place.line).collect();
        assert_eq!(found, *lines, "{name}: {:?}", read.issues);
        assert_eq!(written_again(&read).as_bytes(), bytes, "{name}");
    }
    let read = read("own.conll", &std::fs::read(folder.join("own.conll")).expect("a fixture"));
    let data =
        |n: usize| (read.documents[n].document.id.as_deref(), &*read.documents[n].document.metadata.title);
    assert_eq!((data(0), data(1)), ((Some("d-1"), "سلام"), (Some("d-2"), "Empty")));
}

#[test]
fn what_a_file_is_like_is_said() {
    for (file, separator, levels, scheme) in [
        ("a I-X\nb B-X\n", Separator::Blank, 1, Some(Scheme::Iob1)),
        ("a B-X\nb I-X\n", Separator::Blank, 1, Some(Scheme::Iob2)),
        ("a\tS-X\tO\n", Separator::Tab, 2, Some(Scheme::Bioes)),
        ("a\tU-X\n", Separator::Tab, 1, Some(Scheme::Bilou)),
        ("a X\nb O\n", Separator::Blank, 1, None),
    ] {
        let read = read("a.txt", file.as_bytes());
        assert_eq!((read.separator, read.levels, read.scheme), (separator, levels, scheme), "{file}");
    }
    for (bytes, line) in
        [(&b""[..], None), (b"# only\n\n", None), (b"Two words\nand more\n", None), (b"\xFF\x00a", None)]
    {
        let read = read("a.txt", bytes);
        assert!(read.documents.is_empty(), "{bytes:?}");
        assert_eq!(read.issues.iter().map(|issue| issue.place.line).collect::<Vec<_>>(), [line], "{bytes:?}");
    }
    let read = read("a.txt", b"a\0\tO\nb\tO\n\tO\n");
    assert_eq!(read.documents[0].document.text.as_str(), "b");
    assert_eq!(read.issues.len(), 2);
}

#[test]
fn no_more_issues_are_told_than_a_person_reads() {
    let file = "a B-X\n".repeat(5000) + &"b\n".repeat(3000);
    let read = read("a.txt", file.as_bytes());
    assert_eq!((read.issues.len(), read.documents[0].marks.len()), (1001, 5000));
    assert!(read.issues[1000].found.contains("2000"), "{}", read.issues[1000].found);
}

/// Files that others wrote, where they are at hand: how many annotations seqeval counts.
#[test]
fn samples_of_others() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/conll-bio");
    for (name, tokens, marks) in [
        ("idner-news-2k_dev.txt", 7863, 562),
        ("indonlu_nergrit_test.txt", 6854, 688),
        ("uner_zh_gsdsimp-ud-test.iob2", 12012, 763),
    ] {
        let Ok(bytes) = std::fs::read(folder.join(name)) else { continue };
        let read = read(name, &bytes);
        assert_eq!(read.issues, [], "{name}");
        assert_eq!(read.documents.iter().map(|read| read.marks.len()).sum::<usize>(), marks, "{name}");
        assert_eq!(written_again(&read).as_bytes(), bytes, "{name}");
        if !name.starts_with("uner") {
            let words = |read: &ReadDocument| read.document.text.as_str().split([' ', '\n']).count();
            assert_eq!(read.documents.iter().map(words).sum::<usize>(), tokens, "{name}");
        }
    }
}

fn hard_cases() -> Project {
    let mut project = marked(&[
        "[Person:Ani] [Person:Budi] met [Organisation:Bank of [Place:Java]]. Mr. X left [Place:Bali]",
        "[Person:👩‍👩‍👧] e\u{301}[Person:e\u{301}]x [Organisation:Uni\n\n[Place:Ulm]] [Place: Rome ].",
        "قال [Person:أحمد] نعم. [Place:غزة]",
        "",
        "[Place:台]北。anti-[Place:Gaza]ns [Event: ]",
    ]);
    let by = project.people.keys().next().expect("a person").clone();
    let span = |a, b| Span::new(Byte(a), Byte(b));
    // Of two fragments; and one that crosses "Budi".
    let first = DocumentId::new("d0");
    mark(&mut project, &first, "Event", vec![span(9, 12), span(33, 37)], &by);
    mark(&mut project, &first, "Event", vec![span(6, 12)], &by);
    project
}

#[test]
fn hard_cases_in_every_scheme() {
    let project = hard_cases();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("columns");
    std::fs::create_dir_all(&folder).expect("a folder");
    for scheme in Scheme::ALL {
        for shape in [Shape::Conll2003, Shape::Plain] {
            for levels in [Levels::Outermost, Levels::Each] {
                for separator in [Separator::Blank, Separator::Tab] {
                    for offsets in [Offsets::None, Offsets::Columns, Offsets::Comment] {
                        let options = ColumnOptions {
                            scheme,
                            shape,
                            separator,
                            levels,
                            offsets,
                            ..ColumnOptions::default()
                        };
                        check_round_trip(&project, &options);
                        // For the programs that judge: see `formats.md`.
                        let name = format!("{scheme:?}-{shape:?}-{levels:?}-{separator:?}-{offsets:?}.conll");
                        let out = export(&project, &options);
                        std::fs::write(folder.join(name), &out.files[0].1).expect("a file");
                    }
                }
            }
        }
    }
}

#[test]
fn hard_cases_as_they_stand_in_the_file() {
    let project = hard_cases();
    let options = ColumnOptions { levels: Levels::Each, shape: Shape::Plain, ..ColumnOptions::default() };
    let out = export(&project, &options);
    assert_eq!(out.files[0].0, "Hard cases.conll");
    assert_eq!(String::from_utf8_lossy(&out.files[0].1), HARD_CASES.trim_start());
    let lost: Vec<(Reason, usize)> =
        out.losses.iter().filter(|(reason, _)| *reason < Reason::Attributes).collect();
    let expected = [
        (Reason::Crossing, 1),
        (Reason::Joined, 1),
        (Reason::Cut, 2),
        (Reason::Trimmed, 1),
        (Reason::Blank, 1),
    ];
    assert_eq!(lost, expected);
    let outermost = export(&project, &ColumnOptions::default());
    assert_eq!(outermost.losses.count(Reason::Nested), 3);
    let each = ("files", "each");
    let out = files::export(&project, "conll", &[("shape", "plain"), ("offsets", "columns"), each]);
    let names: Vec<&str> = out.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..2], ["Article 0.conll", "Article 1.conll"]);
    let start =
        "👩‍👩‍👧 0 5 B-Person\ne\u{301} 6 8 O\ne\u{301} 8 10 B-Person\nx 10 11 O\nUni 12 15 B-Organisation\n";
    assert!(String::from_utf8_lossy(&out.files[1].1).starts_with(start));
    assert_eq!(out.files[3].1, b"");
    let mut twins = marked(&["a", "b"]);
    twins
        .change_document(&DocumentId::new("d0"), |document| document.metadata.title = "article 1".to_owned());
    let out = files::export(&twins, "conll", &[each]);
    let names: Vec<&str> = out.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["article 1.conll", "Article 1 2.conll"]);
}

/// The discontinuous mark goes over the end of a sentence, and another one over a line end: no empty line parts them.
const HARD_CASES: &str = "
-DOCSTART- O O O

Ani B-Person O O
Budi B-Person O O
met B-Event O O
Bank I-Event B-Organisation O
of I-Event I-Organisation O
Java I-Event I-Organisation B-Place
. I-Event O O
Mr I-Event O O
. I-Event O O
X I-Event O O
left I-Event O O
Bali B-Place O O

-DOCSTART- O O O

👩‍👩‍👧 B-Person O O
e\u{301} O O O
e\u{301} B-Person O O
x O O O
Uni B-Organisation O O
Ulm I-Organisation B-Place O
Rome B-Place O O
. O O O

-DOCSTART- O O O

قال O O O
أحمد B-Person O O
نعم O O O
. O O O

غزة B-Place O O

-DOCSTART- O O O

-DOCSTART- O O O

台 B-Place O O
北 O O O
。 O O O

anti O O O
- O O O
Gaza B-Place O O
ns O O O

";
