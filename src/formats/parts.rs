//! One file or many: for each article, each split, each person. The project is taken apart, and each part is written by
//! itself, so that no writer knows of it; what is lost is the sum.
//!
//! A part is one file by its name, or a folder of that name where the format has several files. Relations from part to
//! part, and attributes that name what stands in another one, are left out and counted; relations of registries alone
//! stand in the first part.

use super::naming::FileNames;
use super::output::Telling;
use super::part::{Taken, annotations, clear, emptied, fill, mended};
use super::write::{Writer, stands};
use super::{Options, Output, Reason, Written};
use crate::model::{Annotations, Document, PersonId, Project, Relation, SPLITS};
use crate::sorted::{Map, Set};
use std::rc::Rc;

/// The word of the option.
pub(super) const FILES: &str = "files";
/// Where everything is that is in no split, as programs that train have it.
pub(super) const TRAIN: &str = SPLITS[0];

/// In which split an article is.
pub(super) fn split(document: &Document) -> &str {
    match document.metadata.split.trim() {
        "" => TRAIN,
        own => own,
    }
}

/// A part: what its file is called, without the ending, and what is in it.
type Part = (String, Vec<Taken>);

/// The parts that the options ask for; `None` where the writer has all of it.
fn parts(project: &Project, options: &Options) -> Option<Vec<Part>> {
    let whole = |document: &Rc<Document>| (document.clone(), annotations(project, document));
    let parts: Vec<Part> = match options.value(FILES) {
        // Formats of many files have a file for each article by themselves.
        "each" if !options.format.zipped => {
            project.documents().map(|own| (own.metadata.title.clone(), vec![whole(own)])).collect()
        }
        "split" => {
            let mut splits: Map<(usize, &str), Vec<Taken>> = Map::new();
            for document in project.documents() {
                let name = split(document);
                let place = SPLITS.iter().position(|own| *own == name).unwrap_or(SPLITS.len());
                splits.get_or_insert_with((place, name), Vec::new).push(whole(document));
            }
            splits.into_iter().map(|((_, name), taken)| (name.to_owned(), taken)).collect()
        }
        "person" => people(project).into_iter().map(|id| of_person(project, &id)).collect(),
        _ => return None,
    };
    Some(parts).filter(|parts| !parts.is_empty())
}

/// Who made something that is written.
fn people(project: &Project) -> Set<PersonId> {
    let made = project.all_annotations().filter(|own| stands(own)).map(|own| own.origin.by.clone());
    let labelled =
        project.documents().flat_map(|document| document.labels.iter().map(|own| own.origin.by.clone()));
    made.chain(labelled).collect()
}

/// All articles, with what a person made: so the work of several can be held against each other.
fn of_person(project: &Project, person: &PersonId) -> Part {
    let name = project.people.get(person).map_or_else(|| person.to_string(), |own| own.name.clone());
    let own = |document: &Rc<Document>| {
        let mut article = document.clone();
        if article.labels.iter().any(|label| label.origin.by != *person) {
            Rc::make_mut(&mut article).labels.retain(|label| label.origin.by == *person);
        }
        let all = annotations(project, document);
        let own: Annotations = all.iter().filter(|own| own.origin.by == *person).cloned().collect();
        (article, own)
    };
    (name, project.documents().map(own).collect())
}

/// Writes a project in the files that the options ask for.
pub(super) fn write_parts(writer: &dyn Writer, project: &Project, options: &Options, out: &mut dyn Output) {
    let Some(parts) = parts(project, options) else { return writer.write(project, options, out) };
    let (mut relations, across) = by_part(project, &parts);
    out.lost(Reason::Apart, across);
    let all = parts.iter().map(|(_, taken)| taken.len()).sum();
    let (mut names, mut before, mut registries) = (FileNames::default(), 0, Written::default());
    let mut own = emptied(project);
    for (n, (name, taken)) in parts.into_iter().enumerate() {
        let articles = taken.len();
        fill(&mut own, project, taken, std::mem::take(&mut relations[n]).into_iter());
        out.lost(Reason::Attributes, mended(project, &own));
        let mut tell = |done, _| out.done(before + done, all);
        let mut part = Telling::new(&mut tell);
        writer.write(&own, options, &mut part);
        let Written { files, losses } = part.written;
        for (reason, count) in losses.iter() {
            match reason {
                // Every part has the registries: they are lost once.
                Reason::Entities | Reason::Claims => {
                    let more = count.saturating_sub(registries.losses.count(reason));
                    registries.lost(reason, more);
                    out.lost(reason, more);
                }
                _ => out.lost(reason, count),
            }
        }
        let several = files.len() > 1;
        let folder = several.then(|| names.named(&name, "").trim_end_matches('.').to_owned());
        for (file, bytes) in files {
            let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
            match &folder {
                Some(folder) => out.file(&format!("{folder}/{file}")),
                None => out.file(&names.named(&name, ending)),
            }
            out.write(&bytes);
        }
        clear(&mut own);
        before += articles;
    }
}

/// The relations of each part, and how many are in none.
fn by_part<'a>(project: &'a Project, parts: &[Part]) -> (Vec<Vec<&'a Relation>>, usize) {
    let each = || parts.iter().enumerate().filter(|_| !project.relations.is_empty());
    let marks = each().flat_map(|(n, (_, taken))| {
        taken.iter().flat_map(move |(_, all)| all.by_id().map(move |own| (own.id.as_str(), n)))
    });
    let mut homes: Map<&str, Option<usize>> = marks.map(|(id, n)| (id, Some(n))).collect();
    for (n, (_, taken)) in each() {
        for (document, _) in taken {
            // Of an article that is in several parts nothing says in which of them its relations are.
            let home = homes.get_or_insert_with(document.id.as_str(), || Some(n));
            *home = home.filter(|home| *home == n);
        }
    }
    let mut relations = vec![Vec::new(); parts.len()];
    let mut across = 0;
    for relation in project.relations.values() {
        let ends = relation.arguments.iter().map(|end| end.target.as_str());
        let ends = ends.chain(relation.trigger.as_ref().map(|id| id.as_str()));
        let all: Vec<usize> = ends.filter_map(|end| homes.get(end).copied().flatten()).collect();
        let home = all.first().copied().unwrap_or_default();
        match all.iter().all(|other| *other == home) {
            true => relations[home].push(relation),
            false => across += 1,
        }
    }
    (relations, across)
}
