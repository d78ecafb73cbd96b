//! What is chosen of a project is written, whole and with its places right: by status, label, person, in files of its own,
//! without passages, under other names.

use crate::support::generate::{self, Dice};
use crate::support::{files, hard::hard};
use postil::formats::{Aspect, FORMATS, Options, Reason, Scope, Written, counted, write::write};
use postil::model::{Annotation, Document, DocumentId, Project, Status, check};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A choice of any kind.
fn scope(project: &Project, d: &mut Dice) -> Scope {
    let mut scope = Scope::default();
    for (aspect, values) in &counted(project) {
        for value in values.keys().filter(|_| d.one_in(4)) {
            scope.put(*aspect, value, false);
        }
    }
    if d.one_in(3) {
        let ticked = project.documents().filter(|_| !d.one_in(3)).map(|own| own.id.clone());
        scope.documents = Some(ticked.collect());
    }
    let labels = project.schema.labels.iter().filter(|_| d.one_in(4)).map(|own| own.id.clone());
    scope.passages = labels.collect();
    scope.masked = d.one_in(2);
    scope
}

fn stands(own: &Annotation) -> bool {
    matches!(own.status, Status::Open | Status::Accepted)
}

/// The places of bytes that are in one of these annotations.
fn covered<'a>(all: impl Iterator<Item = &'a Rc<Annotation>>) -> BTreeSet<usize> {
    let spans = all.flat_map(|own| own.fragments.spans().iter().map(|span| (span.start(), span.end())));
    spans.flat_map(|(start, end)| start.index()..end.index()).collect()
}

/// What is marked, without what is in the passages and without line ends, which passages of whole lines take along.
fn left_of(document: &Document, own: &Annotation, passages: &BTreeSet<usize>) -> String {
    let spans = own.fragments.spans().iter();
    let chars = spans.flat_map(|span| {
        let start = span.start().index();
        document.text.slice(*span).char_indices().map(move |(at, char)| (start + at, char))
    });
    chars.filter(|(at, char)| *char != '\n' && !passages.contains(at)).map(|(_, char)| char).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// A choice is a project, and nothing in it is left over or changed: what stays says the words that it said.
    #[test]
    fn what_is_chosen_is_a_project_of_itself(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let scope = scope(&project, &mut Dice::new(seed));
        let chosen = scope.chosen(&project);
        prop_assert_eq!(check(&chosen.project), check(&project));
        let (mut passages_gone, mut marks_gone) = (0, 0);
        for document in project.documents() {
            let Some(own) = chosen.project.document(&document.id) else { continue };
            let before = project.annotations(&document.id).expect("its annotations");
            let after = chosen.project.annotations(&document.id).expect("its annotations");
            let is_passage = |one: &&Rc<Annotation>| stands(one) && scope.passages.contains(&one.label);
            let passages = covered(before.iter().filter(is_passage));
            passages_gone += before.iter().filter(is_passage).count();
            if scope.masked {
                prop_assert_eq!(own.text.lengths().code_points, document.text.lengths().code_points);
            }
            if passages.is_empty() {
                prop_assert_eq!(own, document);
            }
            for one in after.iter() {
                let old = before.get(&one.id).expect("it was there");
                prop_assert!(!is_passage(&old));
                let written: String = one.fragments.spans().iter().map(|span| own.text.slice(*span)).collect();
                prop_assert_eq!(written.replace('\n', ""), left_of(document, old, &passages));
            }
            let takes = |one: &Annotation| {
                scope.takes(Aspect::Label, one.label.as_str()) && scope.takes(Aspect::Person, one.origin.by.as_str())
            };
            let gone = before.iter().filter(|one| after.get(&one.id).is_none() && !is_passage(one));
            let hidden = gone.filter(|one| takes(one) && left_of(document, one, &passages).is_empty());
            marks_gone += hidden.count();
        }
        prop_assert_eq!(chosen.losses.count(Reason::Passages), passages_gone);
        prop_assert!(chosen.losses.count(Reason::InPassages) <= marks_gone);
    }

    /// Files for each article, split or person say together what one file says.
    #[test]
    fn parts_are_the_whole(size in 0usize..6, seed in any::<u64>()) {
        let mut project = generate::project(size, seed);
        let ids: Vec<DocumentId> = project.documents().map(|own| own.id.clone()).collect();
        for (n, id) in ids.iter().enumerate() {
            let split = ["", "train", "dev", "test", "fold 1"][n % 5];
            project.change_document(id, |own| own.metadata.split = split.to_owned());
        }
        let whole = files::export(&project, "json-lines", &[]);
        let said = ids_of(&whole);
        for by in ["each", "split", "person"] {
            let out = files::export(&project, "json-lines", &[("files", by)]);
            let names: BTreeSet<&String> = out.files.iter().map(|(name, _)| name).collect();
            prop_assert_eq!(names.len(), out.files.len(), "no name twice");
            let own = ids_of(&out);
            prop_assert_eq!(&own.annotations, &said.annotations, "{}", by);
            prop_assert!(own.relations.is_subset(&said.relations));
            if by != "person" {
                prop_assert_eq!(&own.articles, &said.articles);
                for reason in [Reason::Suggested, Reason::Rejected, Reason::Metadata, Reason::Entities, Reason::Claims] {
                    prop_assert_eq!(out.losses.count(reason), whole.losses.count(reason), "{}", reason.word());
                }
                let gone = said.relations.len() - own.relations.len();
                prop_assert!(out.losses.count(Reason::Apart) >= gone);
            }
        }
    }
}

/// What a file says, by ids.
#[derive(Default)]
struct Ids {
    annotations: BTreeMap<String, usize>,
    articles: BTreeMap<String, usize>,
    relations: BTreeSet<String>,
}

fn ids_of(out: &Written) -> Ids {
    let mut ids = Ids::default();
    for line in out.files.iter().flat_map(|(_, bytes)| bytes.split(|byte| *byte == b'\n')) {
        let Ok(row) = serde_json::from_slice::<Value>(line) else { continue };
        let all = |key: &str| row[key].as_array().cloned().unwrap_or_default();
        let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
        *ids.articles.entry(id(&row)).or_default() += 1;
        for mark in all("annotations") {
            *ids.annotations.entry(id(&mark)).or_default() += 1;
        }
        ids.relations.extend(all("relations").iter().map(id));
    }
    ids
}

fn names(out: &Written) -> Vec<&str> {
    out.files.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn files_are_named_by_what_is_in_them() {
    let project = hard();
    let named = |format, by| {
        let out = files::export(&project, format, &[("files", by)]);
        names(&out).join(" ")
    };
    assert_eq!(named("conll", "split"), "train.conll dev.conll test.conll");
    assert_eq!(named("spacy-docbin", "split"), "train.spacy dev.spacy test.spacy");
    assert_eq!(named("doccano", "split"), "train.jsonl dev.jsonl test.jsonl");
    assert!(named("csv", "split").starts_with("train/spans.csv train/documents.csv dev/spans.csv"));
    assert!(named("brat", "split").contains("dev/Article 1.ann"));
    assert!(named("conll-u", "each").starts_with("Article 0.conllu Article 1.conllu"));
    let people = named("json-lines", "person");
    for format in FORMATS.iter().filter(|format| format.options.iter().any(|own| own.word == "files")) {
        for by in ["split", "person"] {
            let out = files::export(&project, format.word, &[("files", by)]);
            assert!(!out.files.is_empty(), "{} {by}", format.word);
        }
    }
    assert!(!people.contains('/'), "{people}");
}

#[test]
fn what_is_left_out_is_chosen_by_every_aspect() {
    let project = hard();
    let chosen = |aspect, values: &[&str]| {
        let mut scope = Scope::default();
        values.iter().for_each(|value| scope.put(aspect, value, false));
        let chosen = scope.chosen(&project).project;
        (chosen.documents().len(), chosen.annotation_count())
    };
    let (documents, annotations) = (project.documents().len(), project.annotation_count());
    let with = |label: &str| project.all_annotations().filter(|own| own.label.as_str() == label).count();
    assert!(with("person") > 0);
    assert_eq!(chosen(Aspect::Label, &["person"]), (documents, annotations - with("person")));
    assert_eq!(chosen(Aspect::Label, &["nothing"]), (documents, annotations));
    assert_eq!(chosen(Aspect::Split, &["train", ""]).0, 2);
    assert_eq!(chosen(Aspect::Split, &[""]).0, 4);
    assert_eq!(chosen(Aspect::Language, &["id"]).0, documents - 1);
    let counts = counted(&project);
    let of = |aspect: Aspect| counts[&aspect].values().sum::<usize>();
    assert_eq!((of(Aspect::Status), of(Aspect::Person)), (documents, annotations));
}

/// Every format calls a label as the person said, and reads it as that.
#[test]
fn labels_have_their_names_of_the_format() {
    for format in FORMATS.iter().filter(|format| format.writes && !format.word.starts_with("project")) {
        let mut project = hard();
        for label in &mut Rc::make_mut(&mut project.schema).labels {
            if label.id.as_str() == "person" {
                label.equivalents.insert(format.word.to_owned(), "HUMAN".to_owned());
            }
        }
        let out = files::export(&project, format.word, &[]);
        if format.word == "claim-review" {
            continue;
        }
        let holds = |(_, bytes): &&(String, Vec<u8>)| String::from_utf8_lossy(bytes).contains("HUMAN");
        let packed = format.word == "spacy-docbin";
        assert!(packed || out.files.iter().any(|file| holds(&file)), "{}", format.word);
        if !format.reads {
            continue;
        }
        let reading = files::read_files(&out.files);
        let labels = reading.annotated.iter().flat_map(|own| own.project.schema.labels.iter());
        let called = |label: &postil::model::Label| {
            label.name == "HUMAN" || label.equivalents.get(format.word).is_some_and(|own| own == "HUMAN")
        };
        assert!(labels.clone().any(called), "{}: {:?}", format.word, labels.collect::<Vec<_>>());
    }
}

#[test]
fn a_format_without_parts_is_written_as_it_was() {
    let project = hard();
    for format in FORMATS.iter().filter(|format| format.writes) {
        let mut out = Written::default();
        assert!(write(&project, &Options::new(format, Default::default()), &mut out), "{}", format.word);
        assert!(!out.files.is_empty(), "{}", format.word);
    }
}
