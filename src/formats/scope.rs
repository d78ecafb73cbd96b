//! A part of a project, as a project.

use crate::model::{DocumentId, Project};
use crate::sorted::Set;
use std::rc::Rc;

/// The project with these documents alone. What would refer to nothing goes: relations that end elsewhere,
/// attributes and claims that name an annotation of another document. People, registries and schema stay whole.
pub fn part(project: &Project, documents: &[DocumentId]) -> Project {
    let mut part = project.clone();
    let chosen: Set<&DocumentId> = documents.iter().collect();
    let others: Vec<DocumentId> =
        project.documents().map(|document| document.id.clone()).filter(|id| !chosen.contains(id)).collect();
    for id in &others {
        if let Some(all) = part.annotations_mut(id) {
            *all = Default::default();
        }
        part.remove_document(id);
    }
    let there: Set<String> = part.all_annotations().map(|a| a.id.to_string()).collect();
    let schema = part.schema.clone();
    let gone = |id: &str| !there.contains(id);
    for id in documents {
        let Some(all) = part.annotations_mut(id) else { continue };
        let dangling: Vec<_> = all
            .iter()
            .filter(|a| a.attributes.iter().any(|(key, value)| value.names(&schema, key, &gone)))
            .map(|a| a.id.clone())
            .collect();
        for annotation in dangling {
            all.change(&annotation, |annotation| {
                for (key, value) in std::mem::take(&mut annotation.attributes) {
                    if let Some(value) = value.without(&schema, &key, &gone) {
                        annotation.attributes.insert(key, value);
                    }
                }
            });
        }
    }
    let known = |target: &str| {
        there.contains(target)
            || part.entities.contains_key(target)
            || part.claims.contains_key(target)
            || part.document(&DocumentId::new(target)).is_some()
    };
    let kept: Vec<_> = part
        .relations
        .values()
        .filter(|relation| {
            relation.arguments.iter().all(|argument| known(&argument.target))
                && relation.trigger.as_ref().is_none_or(|id| there.contains(id.as_str()))
        })
        .cloned()
        .collect();
    part.relations = kept.into_iter().map(|relation| (relation.id.clone(), relation)).collect();
    part.schema = Rc::clone(&project.schema);
    for claim in project.claims.values() {
        let away = claim.reference.as_ref().filter(|id| !there.contains(id.as_str()));
        if let Some(own) = away.and_then(|_| part.claims.get_mut(&claim.id)) {
            own.reference = None;
        }
    }
    part
}

/// How much of the chosen documents a part of the project lost because it names what is not in it: relations that end
/// elsewhere too, and attributes.
pub fn outside(whole: &Project, part: &Project) -> usize {
    let there: Set<&str> = part.all_annotations().map(|annotation| annotation.id.as_str()).collect();
    let inside = |id: &str| there.contains(id) || part.documents().any(|own| own.id.as_str() == id);
    let gone = whole.relations.iter().filter(|(id, _)| !part.relations.contains_key(*id));
    let relations = gone.filter(|(_, relation)| relation.arguments.iter().any(|end| inside(&end.target)));
    let changed = part.all_annotations().map(|own| {
        let before = whole.annotation(&own.document, &own.id);
        before.map_or(0, |before| {
            let same = |(key, value): &(_, _)| own.attributes.get(*key) != Some(*value);
            before.attributes.iter().filter(same).count()
        })
    });
    relations.count() + changed.sum::<usize>()
}
