//! W3C Web Annotation that is read: what was written comes back, and what others wrote finds its words.

use crate::support::{files, generate};
use postil::formats::{Content, Reason, Severity, Written, content};
use postil::model::{Document, Project, Status};
use proptest::prelude::*;
use std::path::Path;

fn export(project: &Project, files: &str) -> Written {
    files::export(project, "web-annotation", &[("files", files)])
}

/// What is said of an article; nobody has suggested anything.
fn said(project: &Project, document: &Document) -> Content {
    let mut said = content(project, document, &|label| label.name.clone());
    said.marks.retain(|mark| !mark.suggested);
    said
}

fn check(project: &Project, files: &str) -> Result<(), TestCaseError> {
    let out = export(project, files);
    let reading = files::read_files(&out.files);
    // An end that no annotation speaks of is known by its name alone.
    let relations = reading.issues.iter().filter(|issue| issue.done.contains("relation")).count();
    prop_assert_eq!(relations, reading.issues.len(), "{:?}", reading.issues);
    let [read] = &reading.annotated[..] else { panic!("a project") };
    let (project, changed) =
        &files::nameable(project, |own| matches!(own.status, Status::Open | Status::Accepted));
    let again = files::in_one_line(&read.project);
    let triggers = project.relations.values().filter(|own| own.trigger.is_some()).count();
    let lost = out.losses.count(Reason::Attributes);
    prop_assert!((changed[0]..=changed[0] + changed[1] + triggers).contains(&lost));
    prop_assert_eq!(read.project.documents().len(), project.documents().len());
    for before in project.documents() {
        let own = read.project.document(&before.id).expect("the same document");
        prop_assert_eq!(&own.metadata.outlet, &before.metadata.outlet);
        prop_assert_eq!(&own.metadata.byline, &before.metadata.byline);
        prop_assert_eq!(&own.metadata.url, &before.metadata.url);
        prop_assert_eq!(own.labels.len(), before.labels.len());
        prop_assert_eq!(&own.text, &before.text);
        let (mut now, mut then) = (said(&again, own), said(project, before));
        let (mut related, mut all) =
            (std::mem::take(&mut now.relations), std::mem::take(&mut then.relations));
        prop_assert_eq!(now, then);
        // What expresses a relation is not written, and who does not say what an end is has it as the standard does.
        for one in related.iter_mut().chain(&mut all) {
            one.trigger.clear();
            let plain = |(role, _): &&mut (String, String)| role == "target" || role == "body";
            one.ends.iter_mut().filter(plain).for_each(|(role, _)| role.clear());
            one.ends.sort();
        }
        prop_assert!(related.iter().all(|own| all.contains(own)), "{related:?}: {all:?}");
    }
    let lost = out.losses.count(Reason::Relations);
    prop_assert_eq!(read.project.relations.len() + relations + lost, project.relations.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_comes_back(size in 1usize..6, seed in any::<u64>()) {
        let project = files::in_one_line(&generate::project(size, seed));
        prop_assume!(files::has_names_apart(&project));
        // An empty file is no text, and one that begins so is taken to have a byte order mark.
        let plain = |own: &str| !own.is_empty() && !own.starts_with('\u{feff}');
        prop_assume!(project.documents().all(|own| plain(own.text.as_str())));
        check(&project, "each")?;
        check(&project, "one")?;
    }

    #[test]
    fn what_was_bent_is_read_or_refused(seed in any::<u64>(), bends in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8)) {
        let mut files = export(&generate::project(3, seed), "one").files;
        for (at, byte) in bends {
            let at = at as usize % files[0].1.len();
            files[0].1[at] = byte;
        }
        files::read_files(&files);
    }
}

#[test]
fn words_are_found_where_others_count_otherwise() {
    let page = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[\
        {\"id\":\"urn:1\",\"type\":\"Annotation\",\"creator\":\"https://example.org/ani\",\"created\":\"2023-10-27T09:15:00Z\",\
         \"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"PER\"},{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"value\":\"who?\"}],\
         \"target\":{\"source\":\"https://example.org/news\",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":6},{\"type\":\"TextQuoteSelector\",\"exact\":\"Ani\"}]}},\
        {\"id\":\"urn:2\",\"type\":\"Annotation\",\"bodyValue\":\"again\",\
         \"target\":{\"source\":\"https://example.org/news\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"Ani\",\"prefix\":\"Budi, \"}}},\
        {\"id\":\"urn:3\",\"type\":\"Annotation\",\"motivation\":\"linking\",\"body\":\"urn:1\",\"target\":\"urn:2\"},\
        {\"id\":\"urn:4\",\"type\":\"Annotation\",\"target\":{\"source\":\"https://example.org/news\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"Cici\"}}}]}";
    let reading = files::read_texts(&[("page.jsonld", page), ("news.txt", "😀 Ani met\r\nBudi, Ani.")]);
    let severities: Vec<_> = reading.issues.iter().map(|issue| issue.severity).collect();
    assert_eq!(severities, [Severity::Note, Severity::Note, Severity::LeftOut], "{:?}", reading.issues);
    let project = &reading.annotated[0].project;
    let document = project.documents().next().expect("a document");
    assert_eq!(document.metadata.url, "https://example.org/news");
    let all: Vec<_> = project.all_annotations().collect();
    let starts: Vec<u32> = all.iter().map(|own| own.fragments.hull().start().0).collect();
    assert_eq!(starts, [5, 19]);
    assert_eq!([all[0].note.as_str(), all[1].note.as_str()], ["who?", "again"]);
    assert_eq!(project.people[&all[0].origin.by].name, "https://example.org/ani");
    assert_eq!(project.relations.len(), 1);
}

#[test]
fn what_others_wrote_is_read_as_far_as_its_text_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/web-annotation");
    let Ok(bytes) = std::fs::read(folder.join("w3c_anno26.json")) else { return };
    let reading = files::read_files(&[
        ("w3c_anno26.json".to_owned(), bytes.clone()),
        ("page1.txt".to_owned(), b"We think this is an anotation that has some typo.".to_vec()),
    ]);
    assert!(reading.issues.iter().all(|issue| issue.severity == Severity::Note), "{:?}", reading.issues);
    assert_eq!(reading.annotated[0].project.annotation_count(), 1);
    let alone = files::read_files(&[("w3c_anno26.json".to_owned(), bytes)]);
    assert!(alone.annotated.is_empty());
    assert_eq!(alone.issues[0].severity, Severity::LeftOut);
}
