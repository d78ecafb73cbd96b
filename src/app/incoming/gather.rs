//! What a file says of articles, as records of the project: people, registries, annotations and relations.

use super::labels::{Names, read_as};
use crate::edit::Builder;
use crate::formats::UNKNOWN;
use crate::model::{
    Annotation, AnnotationId, Argument, AttributeId, AttributeValue, Claim, ClaimId, DocumentId,
    DocumentLabel, Entity, EntityId, How, Kind, LabelId, Origin, Person, PersonId, Project, Reference,
    Relation, RelationId, Schema,
};
use crate::sorted::{Map, Set};
use crate::text::folded;
use std::cell::RefCell;

/// What was taken of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    /// Annotations that were added.
    pub(super) added: usize,
    /// Annotations that were there already.
    pub(super) doubles: usize,
}

/// A file's records on their way into the project.
pub(super) struct Gather<'a, 'p> {
    /// The project as it is.
    here: &'a Project,
    /// The schema that it will have.
    schema: &'a Schema,
    /// What the file says.
    set: &'a Project,
    /// What its names are here.
    names: &'a Names,
    /// Where all goes.
    builder: &'a mut Builder<'p>,
    /// What ids of the file are here: of annotations, entities, claims and documents.
    ids: Map<String, String>,
    /// People by their ids in the file.
    people: Map<PersonId, PersonId>,
    /// Claims that stand for entities of the file, since the label of their mentions is one of claims.
    told: Map<EntityId, ClaimId>,
}

impl<'a, 'p> Gather<'a, 'p> {
    pub(super) fn new(
        here: &'a Project,
        schema: &'a Schema,
        set: &'a Project,
        names: &'a Names,
        builder: &'a mut Builder<'p>,
    ) -> Self {
        let (ids, people, told) = (Map::new(), Map::new(), Map::new());
        Self { here, schema, set, names, builder, ids, people, told }
    }

    /// Takes all that is said of these articles of the file, each with the one that it is here.
    pub(super) fn take(&mut self, documents: &[(DocumentId, DocumentId)]) -> Taken {
        let mut taken = Taken::default();
        // Sorted once: of hundreds of thousands each would move those behind it.
        let named = |(there, here): &(DocumentId, DocumentId)| (there.to_string(), here.to_string());
        let mut ids: Vec<(String, String)> = documents.iter().map(named).collect();
        let mut wanted: Vec<(&Annotation, &DocumentId)> = Vec::new();
        for (there, here) in documents {
            let known = self.here.annotations(here);
            for annotation in self.set.annotations(there).into_iter().flat_map(|all| all.iter()) {
                let Some(label) = self.names.labels.get(&annotation.label) else { continue };
                let id = match known.and_then(|known| known.find(label, &annotation.fragments)) {
                    Some(double) => {
                        taken.doubles += 1;
                        double.id.to_string()
                    }
                    None => {
                        wanted.push((annotation, here));
                        self.builder.new_id()
                    }
                };
                ids.push((annotation.id.to_string(), id));
            }
        }
        self.ids.merge(ids.into_iter().collect());
        let whole = documents.len() == self.set.documents().len();
        let named = if whole { Set::new() } else { self.named(wanted.iter().map(|(own, _)| *own)) };
        self.entities(&named, whole);
        self.claims();
        for (annotation, document) in wanted {
            taken.added += usize::from(self.annotation(annotation, document));
        }
        // Two articles that are both new had no relation yet.
        let new = documents.iter().all(|(_, here)| self.here.document(here).is_none());
        self.relations(new);
        taken
    }

    /// The entities of the file that annotations refer to or name, and those that are ends of relations with what is taken.
    fn named<'b>(&self, annotations: impl Iterator<Item = &'b Annotation>) -> Set<&'a EntityId> {
        let set = self.set;
        let entity = |id: &str| set.entities.get_key_value(id).map(|(id, _)| id);
        let mut named: Vec<&EntityId> = Vec::new();
        for annotation in annotations {
            if let Some(Reference::Entity(id)) = &annotation.refers_to {
                named.extend(entity(id.as_str()));
            }
            for (key, value) in &annotation.attributes {
                let found = RefCell::new(Vec::new());
                // Every id that the value names is asked for.
                value.moved(&set.schema, key, &|id| {
                    found.borrow_mut().extend(entity(id));
                    Some(id.to_owned())
                });
                named.append(&mut found.into_inner());
            }
        }
        for relation in set.relations.values() {
            let ends = || relation.arguments.iter().map(|end| end.target.as_str());
            let comes = |id: &str| self.ids.contains_key(id);
            if ends().any(comes)
                && ends().all(|id| comes(id) || entity(id).is_some() || set.claims.contains_key(id))
            {
                named.extend(ends().filter_map(entity));
            }
        }
        named.into_iter().collect()
    }

    /// The labels of an article as a whole, beside those that it has here.
    pub(super) fn document_labels(
        &mut self,
        there: &DocumentId,
        known: &[DocumentLabel],
    ) -> Vec<DocumentLabel> {
        let mut labels = known.to_vec();
        for own in self.set.document(there).map_or(&[][..], |document| &document.labels) {
            if let Some(label) = self.names.labels.get(&own.label).cloned()
                && labels.iter().all(|there| there.label != label)
            {
                let origin = self.origin(&own.origin);
                labels.push(DocumentLabel { label, origin });
            }
        }
        labels
    }

    fn person(&mut self, id: &PersonId) -> PersonId {
        if let Some(own) = self.people.get(id) {
            return own.clone();
        }
        let Some(person) = self.set.people.get(id) else { return id.clone() };
        let same = |own: &&Person| own.name == person.name && own.kind == person.kind;
        let own = self.here.people.values().find(same).map(|own| own.id.clone());
        let own = own.unwrap_or_else(|| {
            let id = PersonId::new(self.builder.new_id());
            self.builder.set_person(Person { id: id.clone(), ..person.clone() });
            id
        });
        self.people.insert(id.clone(), own.clone());
        own
    }

    fn origin(&mut self, origin: &Origin) -> Origin {
        let by = self.person(&origin.by);
        let created = match origin.created {
            UNKNOWN => self.builder.origin(How::Imported).created,
            known => known,
        };
        Origin { by, created, from: Vec::new(), ..origin.clone() }
    }

    /// The entities that are named, and the others where the whole file is taken.
    fn entities(&mut self, named: &Set<&EntityId>, whole: bool) {
        let (here, there) = (Known::of(self.here), Known::of(self.set));
        for entity in self.set.entities.values().filter(|entity| whole || named.contains(&entity.id)) {
            let Some(label) = self.names.labels.get(&entity.label).cloned() else { continue };
            if self.kind(&label) == Some(Kind::Claim) {
                let id = self.claim_of(&entity.name);
                self.ids.insert(entity.id.to_string(), id.to_string());
                self.told.insert(entity.id.clone(), id);
                continue;
            }
            let own = match here.same(entity, &label, &there) {
                Some(own) => {
                    let mut own = own.clone();
                    own.take_in(entity);
                    let id = own.id.clone();
                    self.builder.set_entity(own);
                    id
                }
                None => {
                    let id = EntityId::new(self.builder.new_id());
                    self.builder.set_entity(Entity { id: id.clone(), label, ..entity.clone() });
                    id
                }
            };
            self.ids.insert(entity.id.to_string(), own.to_string());
        }
    }

    fn kind(&self, label: &LabelId) -> Option<Kind> {
        self.schema.label(label).map(|label| label.kind)
    }

    /// The claim with these words, made if there is none.
    fn claim_of(&mut self, text: &str) -> ClaimId {
        let same = |own: &&Claim| folded(&own.text) == folded(text);
        if let Some(own) = self.here.claims.values().find(same) {
            return own.id.clone();
        }
        let id = ClaimId::new(self.builder.new_id());
        self.builder.set_claim(Claim::new(id.clone(), text.to_owned()));
        id
    }

    fn claims(&mut self) {
        for claim in self.set.claims.values() {
            let same = |own: &&Claim| folded(&own.text) == folded(&claim.text);
            let own = match self.here.claims.values().find(same) {
                Some(own) => own.id.clone(),
                None => {
                    let id = ClaimId::new(self.builder.new_id());
                    self.builder.set_claim(Claim { id: id.clone(), reference: None, ..claim.clone() });
                    id
                }
            };
            self.ids.insert(claim.id.to_string(), own.to_string());
        }
    }

    fn annotation(&mut self, annotation: &Annotation, document: &DocumentId) -> bool {
        let (Some(id), Some(label)) = (
            self.ids.get(annotation.id.as_str()).cloned(),
            self.names.labels.get(&annotation.label).cloned(),
        ) else {
            return false;
        };
        let refers_to = match &annotation.refers_to {
            Some(Reference::Entity(entity)) => match self.told.get(entity) {
                Some(claim) => Some(Reference::Claim(claim.clone())),
                None => self.ids.get(entity.as_str()).map(|id| Reference::Entity(EntityId::new(id.as_str()))),
            },
            Some(Reference::Claim(claim)) => {
                self.ids.get(claim.as_str()).map(|id| Reference::Claim(ClaimId::new(id.as_str())))
            }
            other => other.clone(),
        };
        let to = |id: &str| self.ids.get(id).cloned();
        let attributes = self.attributes(&annotation.attributes, &to);
        let origin = self.origin(&annotation.origin);
        let id = AnnotationId::new(id);
        self.builder.add_annotation(Annotation {
            id,
            document: document.clone(),
            label,
            attributes,
            refers_to,
            origin,
            ..annotation.clone()
        });
        true
    }

    /// The attributes of a record of the file as they are here; `to` says what its ids are.
    fn attributes(
        &self,
        own: &Map<AttributeId, AttributeValue>,
        to: &dyn Fn(&str) -> Option<String>,
    ) -> Map<AttributeId, AttributeValue> {
        let all = own.iter().filter_map(|(key, value)| {
            let own = self.names.attributes.get(key).unwrap_or(key).clone();
            let value = value.moved(&self.set.schema, key, to)?;
            let kind = self.schema.attribute(&own).map(|attribute| attribute.kind);
            let read = kind.and_then(|kind| read_as(&value, kind));
            Some((own, read.unwrap_or(value)))
        });
        all.collect()
    }

    fn relations(&mut self, new: bool) {
        for relation in self.set.relations.values() {
            let (kind, roles) = match self.names.relations.get(&relation.kind) {
                Some((kind, roles)) => (kind.clone(), Some(roles)),
                None => (relation.kind.clone(), None),
            };
            let moved = relation.arguments.iter().map(|end| {
                let role = roles.and_then(|roles| roles.get(&end.role)).unwrap_or(&end.role).clone();
                Some(Argument { role, target: self.ids.get(&end.target)?.clone() })
            });
            // An end that is not taken: the relation is not either.
            let Some(arguments) = moved.collect::<Option<Vec<_>>>() else { continue };
            let to = |id: &str| self.ids.get(id).cloned();
            let own = Relation {
                id: RelationId::new(""),
                kind,
                arguments,
                symmetric: relation.symmetric,
                trigger: relation.trigger.as_ref().and_then(|id| to(id.as_str())).map(AnnotationId::new),
                attributes: self.attributes(&relation.attributes, &to),
            };
            if new || self.here.relations.values().all(|there| !there.says_the_same(&own)) {
                let id = RelationId::new(self.builder.new_id());
                self.builder.set_relation(Relation { id, ..own });
            }
        }
    }
}

/// The entities of a project, as they are looked for.
struct Known<'a> {
    /// By name and label.
    names: Map<(String, &'a LabelId), Vec<&'a Entity>>,
    /// By scheme and id elsewhere.
    ids: Map<(&'a str, &'a str), &'a Entity>,
}

impl<'a> Known<'a> {
    fn of(project: &'a Project) -> Self {
        let (mut names, mut ids) = (Map::<_, Vec<_>>::new(), Map::new());
        for entity in project.entities.values() {
            names.get_or_insert_with((folded(&entity.name), &entity.label), Vec::new).push(entity);
            ids.extend(entity.ids.iter().map(|own| ((own.scheme.as_str(), own.id.as_str()), entity)));
        }
        Self { names, ids }
    }

    /// The one that is meant by one of a file: it has the same id elsewhere, or is the only one here with the name that
    /// this one alone has there.
    fn same(&self, entity: &'a Entity, label: &'a LabelId, there: &Self) -> Option<&'a Entity> {
        let shared = entity.ids.iter().find_map(|own| self.ids.get(&(own.scheme.as_str(), own.id.as_str())));
        if let Some(own) = shared {
            return Some(own);
        }
        let name = folded(&entity.name);
        let twins = there.names.get(&(name.clone(), &entity.label)).map_or(0, Vec::len);
        match self.names.get(&(name, label)).map(Vec::as_slice) {
            Some([own]) if twins == 1 => Some(own),
            _ => None,
        }
    }
}
