//! `load(save(p)) == p`, byte-equal saves, and offsets that other programs count alike.

use crate::support::generate;
use postil::model::{Project, check};
use postil::text::{Sha256, Text};
use postil::wire::project::{Texts, read, read_with, to_string};
use postil::wire::state;
use proptest::prelude::*;
use std::rc::Rc;

fn same(read: &Project, project: &Project) -> Result<(), TestCaseError> {
    prop_assert!(check(project).is_empty(), "generated: {:?}", check(project));
    prop_assert!(check(read).is_empty(), "read: {:?}", check(read));
    for (a, b) in read.documents().zip(project.documents()) {
        prop_assert_eq!(a, b);
    }
    for (a, b) in read.all_annotations().zip(project.all_annotations()) {
        prop_assert_eq!(a, b);
    }
    prop_assert_eq!(read, project);
    Ok(())
}

/// Everything that the published schema has against a file.
fn schema_faults(file: &str) -> Vec<String> {
    let schema = serde_json::from_str(include_str!("../schema/postil-project-1.schema.json")).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let file = serde_json::from_str(file).expect("JSON");
    validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schema_refuses_what_is_none_of_ours() {
    let file = include_str!("fixtures/small.project.json");
    assert_eq!(schema_faults(file), Vec::<String>::new());
    for (from, to) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"note\":\"<b>\"", "\"mood\":\"<b>\""),
        ("\"end\":7,", "\"end\":\"7\","),
        ("\"x-tool\"", "\"tool\""),
        ("\"kind\":\"claim\"", "\"kind\":\"clam\""),
    ] {
        assert!(!schema_faults(&file.replacen(from, to, 1)).is_empty(), "{to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn load_of_save_is_the_project(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let saved = to_string(&project, Texts::Inline);
        prop_assert_eq!(&saved, &to_string(&project, Texts::Inline), "byte-equal");
        let loaded = read(saved.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&loaded.issues, &vec![]);
        same(&loaded.value, &project)?;
        prop_assert_eq!(saved, to_string(&loaded.value, Texts::Inline));
    }

    #[test]
    fn files_fit_the_schema(size in 0usize..5, seed in any::<u64>()) {
        let file = to_string(&generate::project(size, seed), Texts::Inline);
        prop_assert_eq!(schema_faults(&file), Vec::<String>::new());
    }

    #[test]
    fn load_of_snapshot_is_the_project(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let saved = to_string(&project, Texts::ByFingerprint);
        let find = |sha256: &Sha256| -> Option<Text> {
            project.documents().map(|document| document.text.clone()).find(|text| text.sha256() == *sha256)
        };
        let loaded = read_with(saved.as_bytes(), &find).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&loaded.issues, &vec![]);
        same(&loaded.value, &project)?;
    }

    #[test]
    fn load_of_state_is_the_project(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let head = b"seal\n".to_vec();
        let written = state::write(&project).fold(head, |all, piece| [all, piece.into_bytes()].concat());
        let find = |sha256: &Sha256| -> Option<Text> {
            project.documents().map(|document| document.text.clone()).find(|text| text.sha256() == *sha256)
        };
        let issues = state::Issues::default();
        let loaded = state::read(&Rc::new(written), 5, &find, &issues);
        let loaded = loaded.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&loaded.issues, &vec![]);
        let loaded = loaded.value;

        // Nothing is read yet, and yet it is known how many there are and what they are called.
        let ids = |project: &Project| {
            let mut ids = Vec::new();
            project.annotation_ids(&mut |id| ids.push(id.to_owned()));
            ids
        };
        prop_assert_eq!(loaded.annotation_count(), project.annotation_count());
        prop_assert_eq!(ids(&loaded), ids(&project));
        for document in loaded.documents() {
            let all = loaded.annotations(&document.id).expect("its annotations");
            prop_assert_eq!(all.read_ahead().is_some(), !all.is_empty());
        }
        // A copy that is changed does not change the other, whichever is read first.
        let mut copy = loaded.clone();
        if let Some(first) = project.all_annotations().next() {
            let gone = copy.annotations_mut(&first.document).and_then(|all| all.remove(&first.id));
            prop_assert_eq!(gone.as_ref(), Some(first));
            prop_assert_eq!(copy.annotation_count(), project.annotation_count() - 1);
        }
        same(&loaded, &project)?;
        prop_assert_eq!(issues.found(), vec![]);
        prop_assert!(issues.bytes().is_none());
    }

    /// As Python slices: by code points, `text[start:end] == quote`.
    #[test]
    fn every_slice_is_its_quote(size in 1usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let file: serde_json::Value = serde_json::from_str(&to_string(&project, Texts::Inline)).expect("JSON");
        let list = |key: &str| file[key].as_array().expect("a list").clone();
        let documents = list("documents");
        for annotation in list("annotations") {
            let home = documents.iter().find(|d| d["id"] == annotation["document"]).expect("its document");
            let text: Vec<char> = home["text"].as_str().expect("a text").chars().collect();
            prop_assert_eq!(home["length"]["codepoints"].as_u64(), Some(text.len() as u64));
            for fragment in annotation["fragments"].as_array().expect("fragments") {
                let at = |key: &str| fragment[key].as_u64().expect("an offset") as usize;
                let slice: String = text[at("start")..at("end")].iter().collect();
                prop_assert_eq!(Some(slice.as_str()), fragment["quote"].as_str());
            }
        }
    }
}

/// A file whose every record is at fault, noted last line first: with a sort that compares each with each this takes
/// minutes.
#[test]
fn tens_of_thousands_of_faults_stand_in_the_order_of_the_file() {
    const COUNT: usize = 30_000;
    let bad =
        |kind: &str| (0..COUNT).map(|n| format!("\n{{\"id\":\"{kind}{n}\"}}")).collect::<Vec<_>>().join(",");
    let odd = r#"{"id":"p","name":"P","kind":"person","one":1,"two":2}"#;
    let file = format!(
        "{{\"format\":\"postil-project\",\"version\":1,\"id\":\"p\",\"name\":\"P\",\"people\":[{odd}],\
         \"annotations\":[{}],\n\"documents\":[{}]}}",
        bad("a"),
        bad("d")
    );
    let issues = read(file.as_bytes()).expect("it reads").issues;
    assert!(issues.len() >= 2 * COUNT, "{}", issues.len());
    assert!(issues.is_sorted_by_key(|issue| issue.line));
    let first: Vec<bool> = issues
        .iter()
        .filter(|issue| issue.path.contains("people"))
        .map(|i| i.found.contains("one"))
        .collect();
    assert_eq!(first, [true, false], "those of one line as they were noted");
    assert!(issues.iter().any(|issue| issue.path.starts_with("documents[29999]")));
}
