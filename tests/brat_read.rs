//! brat standoff that is read: what was written comes back but for what was counted, and what others wrote is understood.

use crate::support::{files, generate};
use postil::formats::{Annotated, Content, Mark, Reading, Reason, Severity, Written, content};
use postil::model::{AttributeType, AttributeValue, Document, Project, Reference, Status};
use postil::text::{Byte, Span};
use proptest::prelude::*;
use std::path::Path;

const LINE_ENDS: [char; 10] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];

fn export(project: &Project) -> Written {
    files::export(project, "brat", &[])
}

fn one(reading: &Reading) -> &Annotated {
    assert_eq!(reading.annotated.len(), 1, "{:?}", reading.issues);
    &reading.annotated[0]
}

fn said(project: &Project, document: &Document) -> Content {
    content(project, document, &|label| label.name.clone())
}

/// Fragments, whether it is unsure, its note.
type Held = (Vec<(u32, u32)>, bool, String);

/// What brat can hold of an annotation.
fn held(document: &Document, mark: &Mark) -> Option<Held> {
    let mut pieces: Vec<(u32, u32)> = Vec::new();
    let first = if document.text.as_str().starts_with('\u{FEFF}') { 3 } else { 0 };
    for &(start, end) in &mark.fragments {
        let start = start.max(first).min(end);
        let slice = document.text.slice(Span::new(Byte(start), Byte(end)));
        let mut at = start;
        for part in slice.split_inclusive(LINE_ENDS) {
            let length = part.trim_end_matches(LINE_ENDS).len() as u32;
            if length > 0 {
                pieces.push((at, at + length));
            }
            at += part.len() as u32;
        }
    }
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (start, end) in pieces {
        match joined.last_mut() {
            Some(last)
                if last.1 < start
                    && document
                        .text
                        .slice(Span::new(Byte(last.1), Byte(start)))
                        .chars()
                        .all(|c| LINE_ENDS.contains(&c)) =>
            {
                last.1 = end;
            }
            _ => joined.push((start, end)),
        }
    }
    let note = mark.note.replace(LINE_ENDS, " ");
    (!joined.is_empty()).then_some((joined, mark.unsure, note))
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project);
    let reading = files::read_files(&out.files);
    let bad: Vec<_> = reading.issues.iter().filter(|issue| issue.severity != Severity::Note).collect();
    prop_assert!(bad.is_empty(), "{bad:?}");
    if project.documents().len() == 0 {
        return Ok(());
    }
    let again = &one(&reading).project;
    prop_assert_eq!(postil::model::check(again), vec![]);
    prop_assert_eq!(again.documents().len(), project.documents().len());
    let (mut attributes, mut kept) = (0, 0);
    for document in project.documents() {
        let text = document.text.as_str();
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let shorter = (document.text.as_str().len() - text.len()) as u32;
        // Several articles may have one text; each has one that says the same.
        let mut expected: Vec<_> = said(project, document)
            .marks
            .iter()
            .filter(|mark| !mark.suggested)
            .filter_map(|mark| held(document, mark))
            .map(|(fragments, unsure, note)| {
                let moved = |at: u32| at.saturating_sub(shorter);
                let all = fragments.iter().map(|(start, end)| (moved(*start), moved(*end)));
                (all.filter(|(start, end)| start < end).collect::<Vec<_>>(), unsure, note)
            })
            .filter(|(fragments, ..)| !fragments.is_empty())
            .collect();
        expected.sort();
        let same = again.documents().any(|own| {
            let mut found: Vec<_> = said(again, own)
                .marks
                .into_iter()
                .map(|mark| (mark.fragments, mark.unsure, mark.note))
                .collect();
            found.sort();
            own.text.as_str() == text && found == expected
        });
        prop_assert!(same, "{:?}: {expected:?}", document.id);
    }
    for annotation in project.all_annotations() {
        if !matches!(annotation.status, Status::Open | Status::Accepted) {
            continue;
        }
        for (id, value) in &annotation.attributes {
            attributes += 1;
            let kind = project.schema.attribute(id).map(|own| own.kind);
            let held = matches!(
                (kind, value),
                (Some(AttributeType::Flag), AttributeValue::Flag(true))
                    | (Some(AttributeType::Choice), AttributeValue::Text(_))
            );
            kept += usize::from(held);
        }
    }
    let read_back: usize = again.all_annotations().map(|own| own.attributes.len()).sum();
    prop_assert!(read_back <= kept && kept <= attributes);
    let linked = |project: &Project| {
        project
            .all_annotations()
            .filter(|own| matches!(own.status, Status::Open | Status::Accepted) && own.refers_to.is_some())
            .count()
    };
    if out.losses.count(Reason::Blank) == 0 && out.losses.count(Reason::Characters) == 0 {
        prop_assert_eq!(linked(again), linked(project));
        prop_assert_eq!(
            again.relations.len() + out.losses.count(Reason::Relations) + out.losses.count(Reason::Across),
            project.relations.len()
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_comes_back_but_for_what_was_counted(size in 0usize..6, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }

    #[test]
    fn no_bytes_break_the_reader(lines in "([TREAMN#*][0-9]{0,2}\\t?[A-Za-z:; 0-9]{0,12}\\t?.{0,8}\n?){0,6}", text in "\\PC{0,20}") {
        let reading = files::read_texts(&[("a.txt", &text), ("a.ann", &lines)]);
        for set in &reading.annotated {
            prop_assert_eq!(postil::model::check(&set.project), vec![]);
        }
    }
}

#[test]
fn every_kind_of_line_is_understood() {
    let text = "Ada and Bob met in 😀 Rome.\nThey left.";
    let lines = "T1\tPerson 0 3\tAda\n\
        T2\tPerson 8 11\tBob\n\
        T3\tPlace 21 25\tRome\n\
        T4\tMeet 12 15\tmet\n\
        T5\tGroup 0 3;8 11\tAda Bob\n\
        T6\tSentence 12 26;27 32\tmet in 😀 Rome. They \n\
        E1\tMeet:T4 Who:T1 Who2:T2 Where:T3\n\
        R1\tKnows Arg1:T1 Arg2:T2\t\n\
        *\tEquiv T1 T5\n\
        A1\tSure T1\n\
        M1\tTone T1 calm\n\
        A2\tUnsure T2\n\
        N1\tReference T3 Wikidata:Q220\tRome\n\
        N2\tReference T3 GeoNames:3169070\t\tRome\n\
        N3\tReference T2 Postil:NIL\tNIL\n\
        #1\tAnnotatorNotes T1\tthe first\n\
        X9\tWhat is this\n";
    let reading = files::read_texts(&[
        ("n/a.txt", text),
        ("n/a.ann", lines),
        ("n/visual.conf", "[labels]\nPerson | A person | P\n"),
    ]);
    let project = &one(&reading).project;
    assert_eq!(postil::model::check(project), []);
    let document = project.documents().next().expect("an article");
    let said = said(project, document);
    let quotes: Vec<(String, &str)> = said
        .marks
        .iter()
        .map(|mark| {
            let all = mark
                .fragments
                .iter()
                .map(|(start, end)| document.text.slice(Span::new(Byte(*start), Byte(*end))));
            (all.collect::<Vec<_>>().join("|"), mark.label.as_str())
        })
        .collect();
    assert_eq!(
        quotes,
        [
            ("Ada".into(), "A person"),
            ("Ada|Bob".into(), "Group"),
            ("Bob".into(), "A person"),
            ("met".into(), "Meet"),
            ("met in 😀 Rome.\nThey ".into(), "Sentence"),
            ("Rome".into(), "Place"),
        ]
    );
    assert_eq!(
        said.marks[0].attributes,
        [("Sure".into(), "true".into()), ("Tone".into(), "calm".to_owned())]
    );
    assert_eq!((said.marks[0].note.as_str(), said.marks[2].unsure), ("the first", true));
    assert_eq!(said.marks[2].refers_to, "NIL");
    let rome = project.entities.values().next().expect("an entity");
    let ids: Vec<(&str, &str)> = rome.ids.iter().map(|own| (own.scheme.as_str(), own.id.as_str())).collect();
    assert_eq!(ids, [("Wikidata", "Q220"), ("GeoNames", "3169070")]);
    assert!(project.all_annotations().any(|own| own.refers_to == Some(Reference::Entity(rome.id.clone()))));
    let roles = |n: usize| said.relations[n].ends.iter().map(|(role, _)| role.as_str()).collect::<Vec<_>>();
    let kinds: Vec<&str> = said.relations.iter().map(|own| own.kind.as_str()).collect();
    assert_eq!(kinds, ["Equiv", "Knows", "Meet"]);
    assert_eq!(roles(2), ["Who", "Who", "Where"]);
    assert!(!said.relations[2].trigger.is_empty());
    assert_eq!(reading.issues.len(), 1, "{:?}", reading.issues);
    assert_eq!(reading.issues[0].place.line, Some(17));
}

#[test]
fn what_others_count_otherwise_is_found_out() {
    let face = "😀 Ada met Bob";
    let read = files::read_texts(&[("a.txt", face), ("a.ann", "T1\tP 3 6\tAda\nT2\tP 11 14\tBob\n")]);
    assert_eq!(one(&read).project.annotation_count(), 2);
    assert!(read.issues.iter().any(|issue| issue.found.contains("UTF-16")), "{:?}", read.issues);

    let windows = "One\r\nAda\r\nBob";
    for (lines, why) in [
        ("T1\tP 5 8\tAda\nT2\tP 10 13\tBob\n", "each end counts as two"),
        ("T1\tP 4 7\tAda\nT2\tP 8 11\tBob\n", "or as one"),
    ] {
        let read = files::read_texts(&[("a.txt", windows), ("a.ann", lines)]);
        assert_eq!(one(&read).project.annotation_count(), 2, "{why}: {:?}", read.issues);
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_the_rest_is_read() {
    let lines = "T1\tP 0 3\tAda\nT2\tP 0 99\tAda\nT3\tP 0 3\tBob\nT4\tP 2 2\t\nR1\tKnows Arg1:T1 Arg2:T9\nT1\tQ 0 3\tAda\nbroken\n";
    let read = files::read_texts(&[("a.txt", "Ada met Bob"), ("a.ann", lines)]);
    assert_eq!(one(&read).project.annotation_count(), 1);
    let mut places: Vec<_> = read.issues.iter().map(|issue| issue.place.line).collect();
    places.sort();
    assert_eq!(places, [Some(2), Some(3), Some(4), Some(5), Some(6), Some(7)]);
    assert!(read.issues.iter().all(|issue| issue.severity == Severity::LeftOut));

    let alone = files::read_texts(&[("a.ann", "T1\tP 0 3\tAda\n")]);
    assert_eq!((alone.annotated.len(), alone.issues.len()), (0, 1));
    assert_eq!(alone.issues[0].severity, Severity::Refused);
}

#[test]
fn files_of_brat_itself_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/brat");
    if !folder.is_dir() {
        println!("no samples beside the project");
        return;
    }
    for name in ["TDT", "tutorial-news"] {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder.join(name)).expect("a folder") {
            let path = entry.expect("a file").path();
            let base = path.file_name().expect("a name").to_string_lossy().into_owned();
            if base != "README" {
                files.push((base, std::fs::read(&path).expect("it reads")));
            }
        }
        files.sort();
        let reading = files::read_files(&files);
        assert!(reading.issues.is_empty(), "{name}: {:?}", reading.issues);
        let lines = |letter: char| -> usize {
            let all = files.iter().filter(|(name, _)| name.ends_with(".ann"));
            all.map(|(_, bytes)| {
                String::from_utf8_lossy(bytes).lines().filter(|line| line.starts_with(letter)).count()
            })
            .sum()
        };
        let project = &one(&reading).project;
        assert_eq!(project.annotation_count(), lines('T'), "{name}");
        // An event is a relation where it has arguments.
        let relations = lines('R') + lines('*');
        assert!((relations..=relations + lines('E')).contains(&project.relations.len()), "{name}");
        let notes = project.all_annotations().filter(|own| !own.note.is_empty()).count();
        assert_eq!(notes > 0, lines('#') > 0, "{name}");
    }
}
