//! Files of formats: written of a project, and read.

use postil::formats::read::{File, read};
use postil::formats::{Format, Options, Reading, Written, write::write};
use postil::model::{Annotation, AttributeId, AttributeValue, Project, Reference};
use postil::sorted::Map;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A project in the format with this word; what is chosen goes by words of options and values.
pub fn export(project: &Project, format: &str, chosen: &[(&str, &str)]) -> Written {
    let mut out = Written::default();
    let chosen = chosen.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    assert!(write(project, &Options::new(Format::named(format).expect("a format"), chosen), &mut out));
    out
}

/// What files that are handed in together give.
pub fn read_files(files: &[(String, Vec<u8>)]) -> Reading {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes, text: None }).collect();
    read(&files, &mut |_| {})
}

/// The same for files of UTF-8.
pub fn read_texts(files: &[(&str, &str)]) -> Reading {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    read_files(&files.collect::<Vec<_>>())
}

/// What one file gives.
pub fn read_one(name: &str, bytes: &[u8]) -> Reading {
    read(&[File { name, bytes, text: None }], &mut |_| {})
}

/// The project as far as a file can name its records, of which only articles, the annotations of which `written` holds
/// and the entities that these refer to are there; and how many values of annotations and of relations are others then.
pub fn nameable(project: &Project, written: fn(&Annotation) -> bool) -> (Project, [usize; 2]) {
    let mut ids: BTreeSet<String> = project.documents().map(|own| own.id.to_string()).collect();
    for own in project.all_annotations().filter(|own| written(own)) {
        ids.insert(own.id.to_string());
        if let Some(Reference::Entity(id)) = &own.refers_to {
            ids.insert(id.to_string());
        }
    }
    let to = |id: &str| ids.get(id).cloned();
    let schema = project.schema.clone();
    let kept = |all: &mut Map<AttributeId, AttributeValue>, changed: &mut usize| {
        let before = all.clone();
        *all = before
            .iter()
            .filter_map(|(key, value)| Some((key.clone(), value.moved(&schema, key, &to)?)))
            .collect();
        *changed += before.iter().filter(|(key, value)| all.get(*key) != Some(*value)).count();
    };
    let mut nameable = project.clone();
    let mut changed = [0, 0];
    for own in project.all_annotations().filter(|own| written(own)) {
        let all = nameable.annotations_mut(&own.document).expect("its article");
        all.change(&own.id, |own| kept(&mut own.attributes, &mut changed[0]));
    }
    for id in project.relations.keys() {
        let own = nameable.relations.get_mut(id).expect("it was copied");
        kept(&mut own.attributes, &mut changed[1]);
    }
    (nameable, changed)
}

/// The project with names in one line, as they stand in files: without control characters, and where nothing is left
/// with the id.
pub fn in_one_line(project: &Project) -> Project {
    let mut project = project.clone();
    let fit = |name: &mut String, id: &str| {
        let words = name.split_whitespace().map(|word| word.replace(char::is_control, ""));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        *name = if words.is_empty() { id.to_owned() } else { words.join(" ") };
    };
    let schema = Rc::make_mut(&mut project.schema);
    schema.labels.iter_mut().for_each(|own| fit(&mut own.name, own.id.as_str()));
    schema.attributes.iter_mut().for_each(|own| fit(&mut own.name, own.id.as_str()));
    schema.relation_types.iter_mut().for_each(|own| fit(&mut own.name, own.id.as_str()));
    for id in project.entities.keys().cloned().collect::<Vec<_>>() {
        fit(&mut project.entities.get_mut(&id).expect("it is there").name, id.as_str());
    }
    for id in project.claims.keys().cloned().collect::<Vec<_>>() {
        fit(&mut project.claims.get_mut(&id).expect("it is there").text, id.as_str());
    }
    for id in project.documents().map(|own| own.id.clone()).collect::<Vec<_>>() {
        project.change_document(&id, |own| fit(&mut own.metadata.title, id.as_str()));
    }
    project
}

/// Whether no two labels, attributes or types of relations have one name: in a file one of them would get a number.
pub fn has_names_apart(project: &Project) -> bool {
    let schema = &project.schema;
    let apart = |names: Vec<&str>| BTreeSet::from_iter(&names).len() == names.len();
    apart(schema.labels.iter().map(|own| own.name.as_str()).collect())
        && apart(schema.attributes.iter().map(|own| own.name.as_str()).collect())
        && apart(schema.relation_types.iter().map(|own| own.name.as_str()).collect())
}
