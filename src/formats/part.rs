//! A part of a project, as a project: what would refer to nothing goes.

use crate::model::{Annotation, AnnotationId, Annotations, Document, DocumentId, Project, Relation};
use crate::sorted::Set;
use std::rc::Rc;

/// An article, and those of its annotations that are taken with it.
pub(super) type Taken = (Rc<Document>, Annotations);

/// The project with these documents alone. People, registries and schema stay whole.
pub fn part(project: &Project, documents: &[DocumentId]) -> Project {
    let chosen: Set<&DocumentId> = documents.iter().collect();
    let documents = project.documents().filter(|document| chosen.contains(&document.id));
    let taken = documents.map(|document| (document.clone(), annotations(project, document)));
    let mut part = emptied(project);
    fill(&mut part, project, taken.collect(), project.relations.values());
    part
}

/// The annotations of an article.
pub(super) fn annotations(project: &Project, document: &Document) -> Annotations {
    project.annotations(&document.id).cloned().unwrap_or_default()
}

/// The project without articles, and without what stands in them or relates them.
pub(super) fn emptied(project: &Project) -> Project {
    let mut empty = project.clone();
    clear(&mut empty);
    empty
}

/// Takes the articles and relations out again.
pub(super) fn clear(own: &mut Project) {
    let all: Vec<DocumentId> = own.documents_by_id().map(|document| document.id.clone()).collect();
    // The last first: nothing has to be moved for it.
    for id in all.iter().rev() {
        if let Some(all) = own.annotations_mut(id) {
            *all = Annotations::default();
        }
        own.remove_document(id);
    }
    own.relations = Default::default();
}

/// Puts articles and relations of the whole project into an empty one. What would refer to nothing goes: relations that
/// end elsewhere, attributes and claims that name an annotation which is not there.
pub(super) fn fill<'a>(
    own: &mut Project,
    whole: &Project,
    taken: Vec<Taken>,
    relations: impl Iterator<Item = &'a Relation>,
) {
    own.insert_documents(taken.iter().map(|(document, _)| document.clone()).collect());
    let there: Set<AnnotationId> =
        taken.iter().flat_map(|(_, all)| all.by_id().map(|annotation| annotation.id.clone())).collect();
    let gone = |id: &str| !there.contains(id);
    for (document, annotations) in taken {
        let Some(all) = own.annotations_mut(&document.id) else { continue };
        *all = annotations;
        if there.len() < whole.annotation_count() {
            mend(all, whole, &gone);
        }
    }
    let known = |target: &str| {
        there.contains(target)
            || own.entities.contains_key(target)
            || own.claims.contains_key(target)
            || own.document(&DocumentId::new(target)).is_some()
    };
    let stays = |relation: &&Relation| {
        relation.arguments.iter().all(|argument| known(&argument.target))
            && relation.trigger.as_ref().is_none_or(|id| there.contains(id.as_str()))
    };
    own.relations = relations.filter(stays).map(|relation| (relation.id.clone(), relation.clone())).collect();
    for claim in whole.claims.values().filter(|claim| claim.reference.is_some()) {
        if let Some(own) = own.claims.get_mut(&claim.id) {
            own.reference = claim.reference.clone().filter(|id| there.contains(id.as_str()));
        }
    }
}

/// Takes off what names an annotation that is gone.
fn mend(all: &mut Annotations, whole: &Project, gone: &dyn Fn(&str) -> bool) {
    let schema = &whole.schema;
    let dangles = |annotation: &&Rc<Annotation>| {
        annotation.attributes.iter().any(|(key, value)| value.names(schema, key, gone))
    };
    let dangling: Vec<AnnotationId> = all.iter().filter(dangles).map(|one| one.id.clone()).collect();
    for id in dangling {
        all.change(&id, |annotation| {
            for (key, value) in std::mem::take(&mut annotation.attributes) {
                if let Some(value) = value.without(schema, &key, gone) {
                    annotation.attributes.insert(key, value);
                }
            }
        });
    }
}

/// How much a part of the project lost because it names what is not in it: relations that end elsewhere too, and
/// attributes.
pub fn outside(whole: &Project, part: &Project) -> usize {
    let there: Set<&str> = part.all_annotations().map(|annotation| annotation.id.as_str()).collect();
    let inside = |id: &str| there.contains(id) || part.document(&DocumentId::new(id)).is_some();
    let gone = whole.relations.iter().filter(|(id, _)| !part.relations.contains_key(*id));
    let relations = gone.filter(|(_, relation)| relation.arguments.iter().any(|end| inside(&end.target)));
    relations.count() + mended(whole, part)
}

/// How many attributes of a part's annotations are not what they are in the whole.
pub(super) fn mended(whole: &Project, part: &Project) -> usize {
    let changed = part.all_annotations().map(|own| {
        let before = whole.annotation(&own.document, &own.id);
        before.map_or(0, |before| {
            let same = |(key, value): &(_, _)| own.attributes.get(*key) != Some(*value);
            before.attributes.iter().filter(same).count()
        })
    });
    changed.sum()
}
