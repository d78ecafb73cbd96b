//! doccano JSONL: every row is one that doccano's importer takes, and what is missing was counted.

use crate::support::columns::is_written;
use crate::support::{files, generate};
use postil::formats::{Reason, Written};
use postil::model::Project;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use unicode_segmentation::UnicodeSegmentation;

const UNITS: [&str; 3] = ["utf16", "codepoint", "grapheme"];

fn export(project: &Project, task: &str, unit: &str) -> Written {
    files::export(project, "doccano", &[("task", task), ("unit", unit)])
}

/// What stands in a row.
#[derive(Debug, Default)]
struct Row {
    id: String,
    /// Label and what is marked.
    spans: Vec<(String, String)>,
    relations: Vec<(usize, usize, String)>,
    keys: BTreeSet<String>,
}

/// The characters of a text in a unit, so that a slice is what doccano shows.
fn slice(text: &str, unit: &str, start: usize, end: usize) -> String {
    match unit {
        "utf16" => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).expect("no half of a pair")
        }
        "codepoint" => {
            assert!(end <= text.chars().count());
            text.chars().skip(start).take(end - start).collect()
        }
        _ => {
            assert!(end <= text.graphemes(true).count());
            text.graphemes(true).skip(start).take(end - start).collect()
        }
    }
}

/// Reads as doccano's importer does (`backend/data_import/pipeline/label.py`); what it would refuse or skip is a fault.
fn read(line: &str, task: &str) -> Row {
    let row: BTreeMap<String, Value> = serde_json::from_str(line).expect("an object");
    let text = row["text"].as_str().expect("a text");
    assert!(!text.is_empty());
    assert!(row.values().all(|value| !value.is_null()));
    for key in ["data", "Comments", "upload_name", "filename", "example_uuid", "#line_number", "cls", "id"] {
        assert!(!row.contains_key(key), "{key}");
    }
    let unit = row["offset_unit"].as_str().expect("a unit");
    let mut read = Row {
        id: row["doc_id"].as_str().expect("an id").to_owned(),
        keys: row.keys().cloned().collect(),
        ..Row::default()
    };
    let mut span = |start: &Value, end: &Value, label: &Value| {
        let number = |value: &Value| value.as_u64().expect("a whole number") as usize;
        let (start, end, label) = (number(start), number(end), label.as_str().expect("a text"));
        assert!(start < end && !label.is_empty() && label.chars().count() <= 100);
        read.spans.push((label.to_owned(), slice(text, unit, start, end)));
    };
    if task == "spans" {
        assert!(!row.contains_key("entities") && !row.contains_key("relations"));
        for triple in row["label"].as_array().expect("a list") {
            let [start, end, label] = &triple.as_array().expect("a list")[..] else { panic!("{triple}") };
            span(start, end, label);
        }
        return read;
    }
    assert!(!row.contains_key("label"));
    let entities = row["entities"].as_array().expect("a list");
    for (n, entity) in entities.iter().enumerate() {
        assert_eq!(entity["id"], n);
        span(&entity["start_offset"], &entity["end_offset"], &entity["label"]);
    }
    for relation in row["relations"].as_array().expect("a list") {
        let end = |key: &str| {
            let end = relation[key].as_u64().expect("a number") as usize;
            assert!(end < entities.len());
            end
        };
        let kind = relation["type"].as_str().expect("a text");
        assert!(!kind.is_empty());
        read.relations.push((end("from_id"), end("to_id"), kind.to_owned()));
    }
    read
}

fn rows(out: &Written, task: &str) -> Vec<Row> {
    let [(_, bytes)] = &out.files[..] else { panic!("one file") };
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let rows: Vec<Row> = text.lines().map(|line| read(line, task)).collect();
    for row in &rows {
        assert_eq!(row.keys, rows[0].keys, "every row has the same keys");
    }
    rows
}

fn check(project: &Project, task: &str, unit: &str) -> Result<(), TestCaseError> {
    let out = export(project, task, unit);
    let lost = |reason| out.losses.count(reason);
    let rows = rows(&out, task);
    prop_assert_eq!(rows.len() + lost(Reason::Articles), project.documents().len());
    let mut split = 0;
    for row in &rows {
        let document = project.documents().find(|own| own.id.as_str() == row.id).expect("an article");
        let own = project.annotations(&document.id).expect("its annotations");
        let mut expected: Vec<String> = Vec::new();
        for annotation in own.iter().filter(|own| is_written(own)) {
            let spans = annotation.fragments.spans();
            expected.extend(spans.iter().map(|&span| document.text.slice(span).to_owned()));
            split += usize::from(spans.len() > 1);
        }
        if unit != "grapheme" {
            let said: Vec<String> = row.spans.iter().map(|(_, quote)| quote.clone()).collect();
            prop_assert_eq!(said, expected);
        }
    }
    let between = rows.iter().flat_map(|row| &row.relations).filter(|(.., kind)| kind == "same-span").count();
    let written = rows.iter().map(|row| row.relations.len()).sum::<usize>() - between;
    prop_assert_eq!(written + lost(Reason::Relations) + lost(Reason::Across), project.relations.len());
    if unit != "grapheme" {
        prop_assert_eq!(lost(Reason::Widened), 0);
        prop_assert_eq!(lost(Reason::Split), if task == "spans" { split } else { 0 });
    }
    let standing: Vec<_> = project.all_annotations().filter(|own| is_written(own)).collect();
    prop_assert_eq!(lost(Reason::Origins), standing.len());
    prop_assert_eq!(lost(Reason::Notes), standing.iter().filter(|own| !own.note.is_empty()).count());
    prop_assert_eq!(lost(Reason::Links), standing.iter().filter(|own| own.refers_to.is_some()).count());
    prop_assert_eq!(
        project.all_annotations().count() - standing.len(),
        lost(Reason::Suggested) + lost(Reason::Rejected)
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        for task in ["spans", "relations"] {
            for unit in UNITS {
                check(&project, task, unit)?;
            }
        }
    }
}
