//! Label Studio that is read: what was written comes back but for what was counted, and what others wrote is understood.

use crate::support::{files, generate};
use postil::formats::{Content, Reading, Reason, Related, Severity, Written, content};
use postil::model::{Document, Project, Relation, Status};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

fn export(project: &Project) -> Written {
    files::export(project, "label-studio", &[])
}

fn text(json: &str) -> Reading {
    files::read_files(&[("tasks.json".to_owned(), json.as_bytes().to_vec())])
}

/// What is said of an article; what nobody stands for is not written.
fn said(project: &Project, document: &Document) -> Content {
    content(project, document, &|label| label.name.clone())
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project);
    let lost = |reason| out.losses.count(reason);
    let reading = files::read_files(&out.files);
    prop_assert_eq!(&reading.issues, &Vec::new());
    let [read] = &reading.annotated[..] else { panic!("a project") };
    let (project, changed) = &files::nameable(project, |own| own.status != Status::Rejected);
    let again = files::in_one_line(&read.project);
    let of_relations = |own: &Relation| own.attributes.len() + usize::from(own.trigger.is_some());
    let beside: usize = project.relations.values().map(of_relations).sum();
    prop_assert!((changed[0]..=changed[0] + beside + changed[1]).contains(&lost(Reason::Attributes)));
    prop_assert_eq!(read.project.documents().len(), project.documents().len());
    for (own, before) in read.project.documents().zip(project.documents()) {
        prop_assert_eq!(&own.id, &before.id);
        prop_assert_eq!(own.status, before.status);
        if before.text.as_str().starts_with('\u{feff}') {
            continue;
        }
        prop_assert_eq!(&own.text, &before.text);
        let (mut now, mut then) = (said(&again, own), said(project, before));
        let (related, all) = (std::mem::take(&mut now.relations), std::mem::take(&mut then.relations));
        prop_assert_eq!(now, then);
        // A relation has no roles here, and nothing is said of it.
        let ends = |own: &Related| -> Vec<String> { own.ends.iter().map(|(_, end)| end.clone()).collect() };
        for own in &related {
            let same = |one: &Related| {
                one.kind == own.kind && BTreeSet::from_iter(ends(one)) == BTreeSet::from_iter(ends(own))
            };
            prop_assert!(all.iter().any(same), "{own:?}: {all:?}");
        }
    }
    prop_assert_eq!(
        read.project.relations.len() + lost(Reason::Relations) + lost(Reason::Across),
        project.relations.len()
    );
    let labels = |project: &Project| project.documents().map(|own| own.labels.len()).sum::<usize>();
    prop_assert_eq!(labels(&read.project) + lost(Reason::DocumentLabels), labels(project));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_comes_back(size in 1usize..6, seed in any::<u64>()) {
        let project = files::in_one_line(&generate::project(size, seed));
        prop_assume!(files::has_names_apart(&project));
        // What begins a text as a byte order mark would is taken for one.
        prop_assume!(project.documents().all(|own| !own.text.as_str().starts_with('\u{feff}')));
        // A task of which nobody says anything is a row of JSON like any other.
        prop_assume!(project.all_annotations().any(|own| own.status != Status::Rejected));
        check(&project)?;
    }

    #[test]
    fn what_was_bent_is_read_or_refused(seed in any::<u64>(), bends in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8)) {
        let mut files = export(&generate::project(3, seed)).files;
        for (n, (at, byte)) in bends.into_iter().enumerate() {
            let file = &mut files[n % 2].1;
            let at = at as usize % file.len().max(1);
            file[at] = byte;
        }
        files::read_files(&files);
    }

    #[test]
    fn any_values_are_read_or_refused(values in proptest::collection::vec("[-{}\\[\\]\",:a-e0-9.]{0,12}", 4)) {
        let [a, b, c, d] = &values[..] else { unreachable!("four of them") };
        text(&format!("[{{\"data\":{{\"text\":\"abc\"}},\"annotations\":[{{\"result\":[{{\"id\":\"1\",\"type\":\"labels\",\"value\":{{\"start\":{a},\"end\":{b},\"labels\":[{c}]}}}},{{{d}}}]}}]}}]"));
    }
}

#[test]
fn predictions_are_suggestions_with_their_score() {
    let json = "[{\"data\":{\"body\":\"😀 Ani met Budi\",\"lang\":\"id\"},\"predictions\":[{\"model_version\":\"m1\",\"score\":0.5,\"result\":[\
        {\"id\":\"a\",\"from_name\":\"l\",\"to_name\":\"t\",\"type\":\"labels\",\"score\":0.25,\"value\":{\"start\":2,\"end\":5,\"text\":\"Ani\",\"labels\":[\"PER\"]}},\
        {\"id\":\"a\",\"from_name\":\"mood\",\"to_name\":\"t\",\"type\":\"choices\",\"value\":{\"start\":2,\"end\":5,\"choices\":[\"calm\"]}},\
        {\"id\":\"b\",\"from_name\":\"l\",\"to_name\":\"t\",\"type\":\"labels\",\"value\":{\"start\":10,\"end\":14,\"text\":\"Budi\",\"labels\":[\"PER\"]}},\
        {\"type\":\"relation\",\"from_id\":\"a\",\"to_id\":\"b\",\"direction\":\"left\",\"labels\":[\"meets\"]}]}],\"annotations\":[]}]";
    let reading = text(json);
    assert_eq!(reading.issues, []);
    let project = &reading.annotated[0].project;
    let all: Vec<_> = project.all_annotations().collect();
    assert_eq!(all.len(), 2);
    for (own, score) in all.iter().zip(["0.25", "0.5"]) {
        assert_eq!(own.status, Status::Suggested);
        assert_eq!(own.origin.rule, "m1");
        assert_eq!(own.origin.score.as_ref().map(ToString::to_string).as_deref(), Some(score));
    }
    assert_eq!(all[0].attributes.len(), 1);
    let relation = project.relations.values().next().expect("a relation");
    assert_eq!(relation.arguments[0].target, all[1].id.as_str(), "from right to left");
}

#[test]
fn older_files_count_utf16_and_that_is_said() {
    let json = "[{\"data\":{\"text\":\"😀 Ani\"},\"completions\":[{\"result\":[{\"id\":\"a\",\"type\":\"labels\",\"value\":{\"start\":3,\"end\":6,\"text\":\"Ani\",\"labels\":[\"PER\"]}}]}]}]";
    let reading = text(json);
    let severities: Vec<_> = reading.issues.iter().map(|issue| issue.severity).collect();
    assert_eq!(severities, [Severity::Note]);
    let project = &reading.annotated[0].project;
    let document = project.documents().next().expect("a document");
    assert_eq!(said(project, document).marks[0].fragments, [(5, 8)]);
}

#[test]
fn what_others_wrote_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/label-studio");
    let files = |name: &str| -> Option<Vec<(String, Vec<u8>)>> {
        let names = [format!("{name}.annotation.json"), format!("{name}.config.xml")];
        names.into_iter().map(|name| Some((name.clone(), std::fs::read(folder.join(name)).ok()?))).collect()
    };
    let Some(own) = files("named_entity") else { return };
    let reading = files::read_files(&own);
    assert_eq!(reading.issues, []);
    assert!(reading.annotated[0].project.annotation_count() > 0);
    // Places in HTML are not those of the text.
    let reading = files::read_files(&files("rich_text_html").expect("it lies beside the other"));
    assert!(reading.annotated.is_empty());
    assert!(reading.issues.iter().all(|issue| issue.expected == "`Text`"), "{:?}", reading.issues);
}
