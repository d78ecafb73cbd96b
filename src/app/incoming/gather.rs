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
use std::rc::Rc;

/// What was taken of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    /// Annotations that were added.
    pub(super) added: usize,
    /// Annotations that were there already.
    pub(super) doubles: usize,
}

/// What was gathered of a file so far, while nobody reads the project: much is gathered in slices.
#[derive(Default)]
pub(super) struct Gathered {
    /// What ids of the file are here: of entities, claims, documents, and of annotations where something names one.
    ids: Map<String, String>,
    /// People by their ids in the file.
    people: Map<PersonId, PersonId>,
    /// Claims that stand for entities of the file, since the label of their mentions is one of claims.
    told: Map<EntityId, ClaimId>,
    /// The annotations that are taken, each with the document and the id that it has here.
    wanted: Vec<(Rc<Annotation>, DocumentId, AnnotationId)>,
    /// Those that are here already, by their ids in the file.
    doubles: Vec<(AnnotationId, AnnotationId)>,
    /// How many were added.
    added: usize,
}

impl Gathered {
    /// How many annotations were made, of how many.
    pub(super) fn made(&self) -> (usize, usize) {
        (self.added, self.wanted.len())
    }
}

/// A file's records on their way into the project.
pub(super) struct Gather<'a, 'p> {
    /// The project as it is.
    pub(super) here: &'a Project,
    /// The schema that it will have.
    pub(super) schema: &'a Schema,
    /// What the file says.
    pub(super) set: &'a Project,
    /// What its names are here.
    pub(super) names: &'a Names,
    /// Where all goes.
    pub(super) builder: &'a mut Builder<'p>,
    /// What was gathered.
    pub(super) own: &'a mut Gathered,
}

impl<'a> Gather<'a, '_> {
    /// Looks through the annotations of an article of the file, with the one that it is here: which are to be taken. Gives
    /// how many there are.
    pub(super) fn look(&mut self, there: &DocumentId, here: &DocumentId) -> usize {
        let known = self.here.annotations(here);
        let Some(all) = self.set.annotations(there) else { return 0 };
        for annotation in all.iter() {
            let Some(label) = self.names.labels.get(&annotation.label) else { continue };
            match known.and_then(|known| known.find(label, &annotation.fragments)) {
                Some(double) => self.own.doubles.push((annotation.id.clone(), double.id.clone())),
                None => {
                    let id = AnnotationId::new(self.builder.new_id());
                    self.own.wanted.push((annotation.clone(), here.clone(), id));
                }
            }
        }
        all.len()
    }

    /// Takes the registries of the file, when all of these articles of it were looked through.
    pub(super) fn registries(&mut self, documents: &[(DocumentId, DocumentId)]) {
        let Gathered { wanted, doubles, .. } = &*self.own;
        let named = |(there, here): &(DocumentId, DocumentId)| (there.to_string(), here.to_string());
        // Sorted once: of hundreds of thousands each would move those behind it.
        let mut ids: Vec<(String, String)> = documents.iter().map(named).collect();
        let may_be_named = |(own, ..): &(Rc<Annotation>, _, _)| !own.attributes.is_empty();
        if !self.set.relations.is_empty() || wanted.iter().any(may_be_named) {
            ids.extend(doubles.iter().map(|(there, here)| (there.to_string(), here.to_string())));
            ids.extend(wanted.iter().map(|(own, _, id)| (own.id.to_string(), id.to_string())));
        }
        self.own.ids.merge(ids.into_iter().collect());
        let whole = documents.len() == self.set.documents().len();
        let named =
            if whole { Set::new() } else { self.named(self.own.wanted.iter().map(|(own, ..)| &**own)) };
        self.entities(&named, whole);
        self.claims();
    }

    /// Takes as many more of the annotations as are left of a slice. True when all are taken.
    pub(super) fn annotations(&mut self, left: &mut usize) -> bool {
        let end = self.own.wanted.len().min(self.own.added.saturating_add(*left));
        *left -= end - self.own.added;
        for at in self.own.added..end {
            let (own, document, id) = self.own.wanted[at].clone();
            self.annotation(&own, document, id);
        }
        self.own.added = end;
        end == self.own.wanted.len()
    }

    /// Takes the relations of the file, and says what was taken of it.
    pub(super) fn relations(&mut self, documents: &[(DocumentId, DocumentId)]) -> Taken {
        // Two articles that are both new had no relation yet.
        self.related(documents.iter().all(|(_, here)| self.here.document(here).is_none()));
        Taken { added: self.own.added, doubles: self.own.doubles.len() }
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
            let comes = |id: &str| self.id(id).is_some();
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
        if let Some(own) = self.own.people.get(id) {
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
        self.own.people.insert(id.clone(), own.clone());
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
                self.own.ids.insert(entity.id.to_string(), id.to_string());
                self.own.told.insert(entity.id.clone(), id);
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
            self.own.ids.insert(entity.id.to_string(), own.to_string());
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
            self.own.ids.insert(claim.id.to_string(), own.to_string());
        }
    }

    fn annotation(&mut self, annotation: &Annotation, document: DocumentId, id: AnnotationId) {
        let Some(label) = self.names.labels.get(&annotation.label).cloned() else { return };
        let refers_to = match &annotation.refers_to {
            Some(Reference::Entity(entity)) => match self.own.told.get(entity) {
                Some(claim) => Some(Reference::Claim(claim.clone())),
                None => self.id(entity.as_str()).map(|id| Reference::Entity(EntityId::new(id))),
            },
            Some(Reference::Claim(claim)) => {
                self.id(claim.as_str()).map(|id| Reference::Claim(ClaimId::new(id)))
            }
            other => other.clone(),
        };
        let attributes = self.attributes(&annotation.attributes);
        let origin = self.origin(&annotation.origin);
        self.builder.add_annotation(Annotation {
            id,
            document,
            label,
            fragments: annotation.fragments.clone(),
            attributes,
            refers_to,
            note: annotation.note.clone(),
            unsure: annotation.unsure,
            status: annotation.status,
            origin,
        });
    }

    /// What an id of the file is here.
    fn id(&self, there: &str) -> Option<&str> {
        self.own.ids.get(there).map(String::as_str)
    }

    /// The attributes of a record of the file as they are here.
    fn attributes(&self, own: &Map<AttributeId, AttributeValue>) -> Map<AttributeId, AttributeValue> {
        let to = |id: &str| self.id(id).map(str::to_owned);
        let all = own.iter().filter_map(|(key, value)| {
            let own = self.names.attributes.get(key).unwrap_or(key).clone();
            let value = value.moved(&self.set.schema, key, &to)?;
            let kind = self.schema.attribute(&own).map(|attribute| attribute.kind);
            let read = kind.and_then(|kind| read_as(&value, kind));
            Some((own, read.unwrap_or(value)))
        });
        all.collect()
    }

    fn related(&mut self, new: bool) {
        for relation in self.set.relations.values() {
            let (kind, roles) = match self.names.relations.get(&relation.kind) {
                Some((kind, roles)) => (kind.clone(), Some(roles)),
                None => (relation.kind.clone(), None),
            };
            let moved = relation.arguments.iter().map(|end| {
                let role = roles.and_then(|roles| roles.get(&end.role)).unwrap_or(&end.role).clone();
                Some(Argument { role, target: self.id(&end.target)?.to_owned() })
            });
            // An end that is not taken: the relation is not either.
            let Some(arguments) = moved.collect::<Option<Vec<_>>>() else { continue };
            let trigger = relation.trigger.as_ref().and_then(|id| self.id(id.as_str()));
            let own = Relation {
                id: RelationId::new(""),
                kind,
                arguments,
                symmetric: relation.symmetric,
                trigger: trigger.map(AnnotationId::new),
                attributes: self.attributes(&relation.attributes),
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
