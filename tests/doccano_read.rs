//! doccano that is read: what was written comes back but for what was counted, and what others wrote is understood.

use crate::support::{files, generate};
use postil::formats::{Reason, Severity, Written};
use postil::model::{Document, Project, Status};
use proptest::prelude::*;
use std::path::Path;

fn export(project: &Project, task: &str, unit: &str) -> Written {
    files::export(project, "doccano", &[("task", task), ("unit", unit)])
}

/// What is marked, in the order of the text: words and label.
fn marks(project: &Project, document: &Document) -> Vec<(String, String)> {
    let all = project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
    let standing = all.filter(|own| matches!(own.status, Status::Open | Status::Accepted));
    let mut marks: Vec<_> = standing
        .map(|own| {
            let quotes: Vec<&str> =
                own.fragments.spans().iter().map(|&span| document.text.slice(span)).collect();
            let label = project.schema.label(&own.label).map_or("", |label| label.name.as_str());
            (quotes.join("|"), label.to_owned())
        })
        .collect();
    marks.sort();
    marks
}

fn check(project: &Project, task: &str, unit: &str) -> Result<(), TestCaseError> {
    let out = export(project, task, unit);
    let reading = files::read_one("all.jsonl", &out.files[0].1);
    let written: Vec<_> = project.documents().filter(|own| !own.text.as_str().is_empty()).collect();
    let Some(read) = reading.annotated.first() else {
        prop_assert_eq!(written.len(), 0);
        return Ok(());
    };
    prop_assert_eq!(&reading.issues, &Vec::new());
    let lost = |reason| out.losses.count(reason);
    prop_assert_eq!(read.project.documents().len() + lost(Reason::Articles), project.documents().len());
    for (own, before) in read.project.documents().zip(&written) {
        prop_assert_eq!(&own.id, &before.id);
        prop_assert_eq!(&own.metadata.outlet, &before.metadata.outlet);
        prop_assert_eq!(&own.metadata.byline, &before.metadata.byline);
        prop_assert_eq!(own.status, before.status);
        prop_assert_eq!(own.labels.len(), before.labels.len());
        if before.text.as_str().starts_with('\u{feff}') {
            continue;
        }
        prop_assert_eq!(&own.text, &before.text);
        if task == "relations" && unit != "grapheme" {
            let quotes =
                |all: Vec<(String, String)>| all.into_iter().map(|(quote, _)| quote).collect::<Vec<_>>();
            prop_assert_eq!(quotes(marks(&read.project, own)), quotes(marks(project, before)));
        }
    }
    prop_assert_eq!(
        read.project.relations.len() + lost(Reason::Relations) + lost(Reason::Across),
        project.relations.len()
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_comes_back(size in 1usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        // What begins a text as a byte order mark would is taken for one.
        prop_assume!(project.documents().all(|own| !own.text.as_str().starts_with('\u{feff}')));
        for task in ["spans", "relations"] {
            for unit in ["utf16", "codepoint", "grapheme"] {
                check(&project, task, unit)?;
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        files::read_one("a.jsonl", &bytes);
    }

    #[test]
    fn what_was_bent_is_read_or_refused(seed in any::<u64>(), bends in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8)) {
        let mut bytes = export(&generate::project(3, seed), "relations", "utf16").files.remove(0).1;
        for (at, byte) in bends {
            let at = at as usize % bytes.len().max(1);
            if at < bytes.len() {
                bytes[at] = byte;
            }
        }
        files::read_one("a.jsonl", &bytes);
    }
}

#[test]
fn hard_rows_are_read_and_what_is_wrong_is_said() {
    let reading = files::read_one("hard.jsonl", include_bytes!("fixtures/formats/doccano/hard.jsonl"));
    let [read] = &reading.annotated[..] else { panic!("{:?}", reading.issues) };
    let documents: Vec<_> = read.project.documents().collect();
    let quotes: Vec<Vec<(String, String)>> = documents.iter().map(|own| marks(&read.project, own)).collect();
    let expected = [
        &[("Ani", "PER"), ("Ani met Budi", "EVENT"), ("Budi", "PER")][..],
        &[("A", "X"), ("B", "X"), ("e\u{301}clat", "Y")],
        &[("موسكو", "LOC")],
    ];
    let expected: Vec<Vec<(String, String)>> = expected
        .iter()
        .map(|all| all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect())
        .collect();
    assert_eq!(quotes, expected);
    assert_eq!(documents[0].metadata.other.len(), 2, "what else stands in a row is carried");
    let lines: Vec<_> = reading.issues.iter().map(|issue| (issue.place.line, issue.severity)).collect();
    let expected = [
        (Some(3), Severity::LeftOut),
        (Some(4), Severity::LeftOut),
        (Some(1), Severity::Note),
        (Some(4), Severity::LeftOut),
        (Some(4), Severity::LeftOut),
    ];
    assert_eq!(lines, expected, "{:?}", reading.issues);
}

#[test]
fn the_unit_is_told_by_the_words() {
    for (row, quote) in [
        ("{\"text\":\"😀 Ani met Budi\",\"label\":[[2,5,\"PER\"],[10,14,\"PER\"]]}", "Budi"),
        ("{\"text\":\"👩\u{200d}👩 Ani met Budi\",\"label\":[[2,5,\"PER\"],[10,14,\"PER\"]]}", "Budi"),
        (
            "{\"text\":\"😀 Ani met Budi\",\"entities\":[{\"id\":1,\"label\":\"PER\",\"start_offset\":11,\"end_offset\":15}],\"relations\":[]}",
            "Budi",
        ),
    ] {
        let reading = files::read_one("a.jsonl", row.as_bytes());
        let read = &reading.annotated[0].project;
        let document = read.documents().next().expect("a document");
        assert!(marks(read, document).iter().any(|(own, _)| own == quote), "{row}");
        assert!(reading.issues.iter().all(|issue| issue.severity == Severity::Note));
    }
}

#[test]
fn what_others_wrote_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/doccano");
    for (name, annotations, relations) in [
        ("data_export_relation_extraction_example.jsonl", 4, 3),
        ("data_import_relation_extraction_example.jsonl", 4, 3),
        ("data_export_sequence_labeling_example.jsonl", 4, 0),
        ("data_import_sequence_labeling_example.jsonl", 1, 0),
        ("data_import_sequence_labeling_example_overlapping.jsonl", 2, 0),
        ("data_import_intent_example.jsonl", 2, 0),
        ("data_export_text_classification_example.jsonl", 0, 0),
    ] {
        let Ok(bytes) = std::fs::read(folder.join(name)) else { continue };
        let reading = files::read_one(name, &bytes);
        // Some of doccano's own examples have rows without a text.
        assert!(reading.issues.iter().all(|issue| issue.found.contains("no `text`")), "{name}");
        let read = &reading.annotated[0].project;
        assert_eq!((read.annotation_count(), read.relations.len()), (annotations, relations), "{name}");
    }
}
