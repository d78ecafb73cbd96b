//! CoNLL-U, read: files of others, our own, and bytes of any kind.

use crate::support::columns::is_written;
use crate::support::{files, generate, hard::hard};
use postil::formats::{Reason, Severity, Written, content};
use postil::model::{Annotation, Kind, Project, Reference};
use postil::text::trimmed;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn export(project: &Project, source: &str) -> Written {
    files::export(project, "conll-u", &[("source", source)])
}

/// Every mention as `label:quote`, its fragments with ` … ` between them, and what it refers to.
fn mentions(project: &Project) -> Vec<String> {
    let mut all = Vec::new();
    for document in project.documents() {
        for own in project.annotations(&document.id).into_iter().flat_map(|all| all.iter()) {
            let quotes: Vec<&str> =
                own.fragments.spans().iter().map(|span| document.text.slice(*span)).collect();
            let label = &project.schema.label(&own.label).expect("a label").name;
            let refers = match &own.refers_to {
                Some(Reference::Entity(id)) => format!(" = {}", project.entities[id].name),
                Some(_) => " = NIL".to_owned(),
                None => String::new(),
            };
            all.push(format!("{label}:{}{refers}", quotes.join(" … ")));
        }
    }
    all
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats/conll-u");
    std::fs::read(folder.join(name)).expect("a fixture")
}

#[test]
fn files_of_others_come_in_whole() {
    let bytes = fixture("others.conllu");
    let read = files::read_one("others.conllu", &bytes);
    let project = &read.annotated[0].project;
    let texts: Vec<&str> = project.documents().map(|own| own.text.as_str()).collect();
    assert_eq!(texts, ["Du Marzouk tiba 👩‍👩‍👧 é.\nIa  قال نعم\n", "Ani x"]);
    let mut found = mentions(project);
    found.sort();
    let expected = [
        "event:tiba … é",
        "person:Ani",
        "person:Ia = Marzouk tiba",
        "person:Marzouk tiba = Marzouk tiba",
        "person:👩‍👩‍👧 é",
        "place:Du",
        "x:قال نعم",
    ];
    assert_eq!(found, expected);
    let lines = |severity| -> Vec<u32> {
        let own = read.issues.iter().filter(|own| own.severity == severity);
        own.filter_map(|own| own.place.line).collect()
    };
    assert_eq!(lines(Severity::LeftOut), [22, 23, 28], "{:?}", read.issues);
    assert_eq!(lines(Severity::Note), [1, 13, 26], "{:?}", read.issues);
    let first = project.documents().next().expect("a document");
    assert_eq!((first.id.as_str(), &*first.metadata.title), ("news/1", "Delegasi tiba"));
    assert_eq!(&*first.metadata.other["speakerCount"].0, "0");
    let entity = project.entities.values().next().expect("an entity");
    assert_eq!((&*entity.ids[0].scheme, &*entity.ids[0].id), ("link", "Mousa_Abu Marzook"));
    assert_eq!(export(project, "keep").files[0].1, bytes);
}

#[test]
fn entities_go_through_a_file() {
    let bytes = fixture("crlf.conllu");
    let read = files::read_one("crlf.conllu", &bytes);
    assert_eq!(read.issues, []);
    let project = &read.annotated[0].project;
    let texts: Vec<&str> = project.documents().map(|own| own.text.as_str()).collect();
    assert_eq!(texts, ["Ani dan Budi tiba", "Ia"]);
    let mut found = mentions(project);
    found.sort();
    let expected = ["person:Ani = Ani", "person:Ia = Ani", "person:dan Budi", "person:dan Budi tiba = Ani"];
    assert_eq!(found, expected);
    let one = project.all_annotations().find(|own| own.attributes.len() == 2).expect("attributes");
    assert!(one.attributes.contains_key("gender") && one.attributes.contains_key("animate"));
    assert_eq!(export(project, "keep").files[0].1, bytes);
    // What was changed is written anew.
    let mut changed = project.clone();
    let home = one.document.clone();
    let id = one.id.clone();
    changed.annotations_mut(&home).expect("its annotations").change(&id, |own| own.note = "hm".to_owned());
    let anew = String::from_utf8(export(&changed, "keep").files.remove(0).1).expect("UTF-8");
    assert!(anew.contains("(e1-person-1-link:Q42,note:hm,"), "{anew}");
}

/// Files that others wrote, where they are at hand; udapi counts these mentions and entities.
#[test]
fn samples_of_others() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/conllu-corefud");
    let files: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    for path in files {
        let bytes = std::fs::read(&path).expect("a file");
        let read = files::read_one(&path.to_string_lossy(), &bytes);
        let bad = read.issues.iter().filter(|own| own.severity != Severity::Note).count();
        assert_eq!(bad, 0, "{:?}", read.issues);
        let project = &read.annotated[0].project;
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let expected = match name.as_str() {
            "GUM_news_worship.conllu" => 44,
            "fr-democrat-dev-sample.conllu" => 11,
            _ => project.annotation_count(),
        };
        assert_eq!(project.annotation_count(), expected, "{name}");
        assert_eq!(export(project, "keep").files[0].1, bytes, "{name}");
    }
}

/// What is read of a project that was written, against what is there and what the report says.
fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project, "anew");
    let lost = |reason| out.losses.count(reason);
    let bytes = &out.files[0].1;
    let read = files::read_one("own.conllu", bytes);
    if lost(Reason::Articles) == project.documents().len() {
        prop_assert!(read.annotated.is_empty());
        return Ok(());
    }
    prop_assert_eq!(&read.issues, &[]);
    let again = &read.annotated[0].project;
    let kept: Vec<_> =
        project.documents().filter(|own| !own.text.as_str().chars().all(postil::text::is_unseen)).collect();
    let texts = |own: &Project| own.documents().map(|own| own.text.clone()).collect::<Vec<_>>();
    prop_assert_eq!(texts(again), kept.iter().map(|own| own.text.clone()).collect::<Vec<_>>());
    let name = |own: &postil::model::Label| own.name.clone();
    let mut alike = 0;
    let mut all = 0;
    for (document, copy) in kept.iter().zip(again.documents()) {
        prop_assert_eq!(document.status, copy.status);
        prop_assert_eq!(&document.metadata.published, &copy.metadata.published);
        let marks = content(again, copy, &name).marks;
        let mut found: BTreeMap<(u32, u32, String, bool), usize> = BTreeMap::new();
        for mark in marks {
            let hull = (mark.fragments[0].0, mark.fragments[mark.fragments.len() - 1].1);
            *found.entry((hull.0, hull.1, mark.note, mark.unsure)).or_default() += 1;
        }
        let own = project.annotations(&document.id).expect("its annotations");
        let is_entity = |own: &Annotation| {
            project.schema.label(&own.label).is_some_and(|label| label.kind == Kind::Entity)
        };
        for own in own.iter().filter(|own| is_written(own) && is_entity(own)) {
            let seen: Vec<_> =
                own.fragments.spans().iter().filter_map(|&span| trimmed(&document.text, span)).collect();
            let (Some(first), Some(last)) = (seen.first(), seen.last()) else { continue };
            all += 1;
            let key = (first.start().0, last.end().0, own.note.clone(), own.unsure);
            let there = found.get_mut(&key).filter(|count| **count > 0);
            prop_assert!(there.is_some(), "{:?} in {:?}", key, found);
            there.into_iter().for_each(|count| *count -= 1);
        }
        alike += found.values().sum::<usize>();
    }
    prop_assert_eq!((alike, again.annotation_count()), (0, all));
    // What was read is written as it was.
    prop_assert_eq!(&export(again, "keep").files[0].1, bytes);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn our_own_files_come_back(size in 0usize..6, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        files::read_one("a.conllu", &bytes);
    }

    #[test]
    fn mutated_files_are_read(
        which in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[()\\[\\]/e1=|\t\n#\\\\.-]|\\PC"), 1..30),
    ) {
        let mut text = String::from_utf8(fixture(if which { "others.conllu" } else { "crlf.conllu" })).expect("UTF-8");
        for (at, put) in changes {
            let at = text.floor_char_boundary(at.index(text.len()));
            text.insert_str(at, &put);
            if let Some(next) = text[at + put.len()..].chars().next() {
                text.replace_range(at + put.len()..at + put.len() + next.len_utf8(), "");
            }
        }
        for own in files::read_one("a.conllu", text.as_bytes()).annotated {
            export(&own.project, "keep");
            export(&own.project, "anew");
        }
    }
}

#[test]
fn hard_cases_come_back() {
    check(&hard()).expect("nothing else is lost");
}
