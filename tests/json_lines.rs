//! JSON Lines that are read again: what was written comes back, value by value, but for what was counted.

use crate::support::{files, generate};
use postil::formats::{Content, Reason, Severity, content};
use postil::model::{
    Annotation, ClaimId, Document, End, EntityId, Project, Reference, Relation, Status, check,
};
use postil::sorted::Map;
use proptest::prelude::*;
use std::rc::Rc;

fn stands(own: &Annotation) -> bool {
    matches!(own.status, Status::Open | Status::Accepted)
}

/// What is said of an article by those who stand for it.
fn said(project: &Project, document: &Document) -> Content {
    let mut said = content(project, document, &|label| label.name.clone());
    said.marks.retain(|mark| !mark.suggested);
    // A type of relation is symmetric or not, and there each relation is.
    said.relations.iter_mut().for_each(|own| own.ends.sort());
    said.relations.sort();
    said
}

/// The project as a file has it: attributes go by their ids, entities and claims by how they are first mentioned, and
/// relations of what is not there are not there.
fn as_written(project: &Project) -> Project {
    let mut written = project.clone();
    let schema = Rc::make_mut(&mut written.schema);
    schema.attributes.iter_mut().for_each(|own| own.name = own.id.to_string());
    let mut names: Map<String, String> = Map::default();
    for document in project.documents() {
        for own in
            project.annotations(&document.id).expect("its annotations").iter().filter(|own| stands(own))
        {
            let quotes: Vec<&str> =
                own.fragments.spans().iter().map(|&span| document.text.slice(span)).collect();
            let id = match &own.refers_to {
                Some(Reference::Entity(id)) => id.to_string(),
                Some(Reference::Claim(id)) => id.to_string(),
                _ => continue,
            };
            names.get_or_insert_with(id, || quotes.join(" "));
        }
    }
    for (id, name) in names.iter() {
        if let Some(own) = written.entities.get_mut(&EntityId::new(id.as_str())) {
            own.name.clone_from(name);
        }
        if let Some(own) = written.claims.get_mut(&ClaimId::new(id.as_str())) {
            own.text.clone_from(name);
        }
    }
    let there = |id: &str| {
        project.all_annotations().filter(|own| stands(own)).any(|own| own.id.as_str() == id)
            || project.entities.contains_key(&EntityId::new(id))
            || project.claims.contains_key(&ClaimId::new(id))
            || project.documents().any(|own| own.id.as_str() == id)
    };
    for own in project.relations.values() {
        let trigger = own.trigger.as_ref().map(|id| id.as_str());
        if !own.arguments.iter().map(|end| end.target.as_str()).chain(trigger).all(there) {
            written.relations.remove(&own.id);
        }
    }
    written
}

fn comes_back(project: &Project) -> Result<(), TestCaseError> {
    let out = files::export(project, "json-lines", &[]);
    let lost = |reason| out.losses.count(reason);
    let reading = files::read_files(&out.files);
    prop_assert_eq!(&reading.issues, &Vec::new());
    let Some(read) = reading.annotated.first() else {
        // Articles that nobody has said anything of are rows like any others.
        prop_assert!(!project.all_annotations().any(|own| stands(own)));
        prop_assert!(project.documents().all(|own| own.labels.is_empty()));
        prop_assert_eq!(lost(Reason::Relations) + lost(Reason::Across), project.relations.len());
        return Ok(());
    };
    prop_assert_eq!(check(&read.project), vec![]);
    let (project, changed) = files::nameable(project, stands);
    let written = as_written(&project);
    prop_assert!((changed[0]..=changed[0] + changed[1]).contains(&lost(Reason::Attributes)));
    prop_assert_eq!(read.project.documents().len(), project.documents().len());
    for (own, before) in read.project.documents().zip(project.documents()) {
        prop_assert_eq!((&own.id, &own.text, own.status), (&before.id, &before.text, before.status));
        let (now, then) = (said(&read.project, own), said(&written, before));
        prop_assert_eq!(now.relations, then.relations);
        prop_assert_eq!((now.marks, now.labels), (then.marks, then.labels));
    }
    prop_assert_eq!(
        read.project.relations.len() + lost(Reason::Relations) + lost(Reason::Across),
        project.relations.len()
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_comes_back(size in 1usize..6, seed in any::<u64>()) {
        let mut project = generate::project(size, seed);
        // An article without a title is called as its file.
        for id in project.documents().map(|own| own.id.clone()).collect::<Vec<_>>() {
            project.change_document(&id, |own| if own.metadata.title.is_empty() { own.metadata.title = id.to_string() });
        }
        prop_assume!(files::has_names_apart(&project));
        // What begins a text as a byte order mark would is taken for one.
        prop_assume!(project.documents().all(|own| !own.text.as_str().starts_with('\u{feff}')));
        comes_back(&project)?;
    }
}

/// What one row of this gives: the relations by their ends, and what was noticed.
fn related(row: &str) -> (Vec<Vec<String>>, Vec<Severity>) {
    let reading = files::read_one("rows.jsonl", row.as_bytes());
    let noticed = reading.issues.iter().map(|issue| issue.severity).collect();
    let Some(set) = reading.annotated.first() else { return (Vec::new(), noticed) };
    let end = |id: &str| match set.project.end(None, id) {
        Some(End::Annotation(own)) => own.label.to_string(),
        Some(End::Entity(id)) => format!("entity {}", set.project.entities[&id].name),
        Some(End::Claim(id)) => format!("claim {}", set.project.claims[&id].text),
        Some(End::Document(_)) => "article".to_owned(),
        None => "nothing".to_owned(),
    };
    let ends = |own: &Relation| own.arguments.iter().map(|own| end(&own.target)).collect();
    assert_eq!(set.project.schema.labels.iter().filter(|own| own.name.is_empty()).count(), 0);
    (set.project.relations.values().map(ends).collect(), noticed)
}

#[test]
fn ends_are_what_they_are_said_to_be() {
    let row = |marks: &str, ends: &str| {
        related(&format!(
            "{{\"id\":\"d\",\"text\":\"Ani left.\",\"annotations\":[{marks}],\"relations\":[{{\"type\":\"at\",\"ends\":[{ends}]}}]}}"
        ))
    };
    let mark = "{\"id\":\"7\",\"label\":\"PER\",\"start\":0,\"end\":3}";
    let who = "{\"role\":\"who\",\"id\":\"7\"}";
    let place = "{\"role\":\"where\",\"id\":\"7\",\"entity\":\"Rome\",\"label\":\"Place\"}";
    let both = vec![vec!["PER".to_owned(), "entity Rome".to_owned()]];
    assert_eq!(row(mark, &format!("{who},{place}")), (both, vec![]), "one number, two records");
    let article = "{\"role\":\"in\",\"id\":\"d\"}";
    let told = "{\"role\":\"what\",\"id\":\"c\",\"claim\":\"She left.\"}";
    let alone = vec![vec!["article".to_owned(), "claim She left.".to_owned()]];
    assert_eq!(row("", &format!("{article},{told}")), (alone, vec![]), "without an annotation");
    for bad in [
        format!("{place},{{\"role\":\"x\",\"id\":\"9\"}}"),
        place.to_owned(),
        "{\"role\":\"x\",\"id\":\"e\",\"entity\":\"E\"}".to_owned() + "," + who,
    ] {
        assert_eq!(row(mark, &bad), (vec![], vec![Severity::LeftOut]), "{bad}");
    }
}
