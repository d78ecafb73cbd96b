//! Entities and claims: what refers to them follows when they are merged or go.

use super::{AnnotationField, Builder, Op, ProjectField};
use crate::model::{
    Alias, Annotation, AnnotationId, Annotations, Arrangement, AttributeId, AttributeType, AttributeValue,
    Claim, ClaimId, DocumentId, Entity, EntityId, Reference, Speaker,
};
use crate::sorted::Map;
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// What becomes of those who refer to an entity: another one takes its place, or none.
type Moved = Map<EntityId, Option<EntityId>>;

/// Which op set a record last. The ops are looked through once: the thousandth link of one act need not look through those
/// before it.
#[derive(Default)]
pub(super) struct Registered(RefCell<Last>);

#[derive(Default)]
struct Last {
    looked: usize,
    entities: Map<EntityId, usize>,
    claims: Map<ClaimId, usize>,
}

impl Registered {
    fn look(&self, ops: &[Op]) -> Ref<'_, Last> {
        let mut last = self.0.borrow_mut();
        for (n, op) in ops.iter().enumerate().skip(last.looked) {
            match op {
                Op::SetEntity { from, to } => {
                    let id = from.as_ref().or(to.as_ref()).map(|entity| entity.id.clone());
                    last.entities.extend(id.map(|id| (id, n)));
                }
                Op::SetClaim { from, to } => {
                    let id = from.as_ref().or(to.as_ref()).map(|claim| claim.id.clone());
                    last.claims.extend(id.map(|id| (id, n)));
                }
                _ => {}
            }
        }
        last.looked = ops.len();
        drop(last);
        self.0.borrow()
    }
}

impl Builder<'_> {
    /// An entity as the ops so far leave it.
    pub fn entity(&self, id: &EntityId) -> Option<Entity> {
        self.entity_now(id).cloned()
    }

    fn entity_now(&self, id: &EntityId) -> Option<&Entity> {
        let last = self.draft.registered.look(&self.draft.ops).entities.get(id).copied();
        match last.map(|n| &self.draft.ops[n]) {
            Some(Op::SetEntity { to, .. }) => to.as_deref(),
            _ => self.project.entities.get(id),
        }
    }

    /// Takes an entity in, or puts it in the place of the one with its id.
    pub fn set_entity(&mut self, entity: Entity) -> &mut Self {
        let from = self.entity(&entity.id);
        if from.as_ref() != Some(&entity) {
            self.push(Op::SetEntity { from: from.map(Box::new), to: Some(Box::new(entity)) });
        }
        self
    }

    /// A claim as the ops so far leave it.
    pub fn claim(&self, id: &ClaimId) -> Option<Claim> {
        self.claim_now(id).cloned()
    }

    fn claim_now(&self, id: &ClaimId) -> Option<&Claim> {
        let last = self.draft.registered.look(&self.draft.ops).claims.get(id).copied();
        match last.map(|n| &self.draft.ops[n]) {
            Some(Op::SetClaim { to, .. }) => to.as_deref(),
            _ => self.project.claims.get(id),
        }
    }

    /// Takes a claim in, or puts it in the place of the one with its id.
    pub fn set_claim(&mut self, claim: Claim) -> &mut Self {
        let from = self.claim(&claim.id);
        if from.as_ref() != Some(&claim) {
            self.push(Op::SetClaim { from: from.map(Box::new), to: Some(Box::new(claim)) });
        }
        self
    }

    /// Puts the rows and columns of the matrix in another order.
    pub fn arrange(&mut self, matrix: Arrangement) -> &mut Self {
        if matrix != *self.project.matrix {
            let from = ProjectField::Matrix(self.project.matrix.clone());
            self.push(Op::SetProject { from, to: ProjectField::Matrix(Rc::new(matrix)) });
        }
        self
    }

    /// No claim is held against a statement that goes, or tells another one by now. Comes last.
    pub(super) fn release_references(&mut self) {
        let mut claims: Vec<&Claim> = self.project.claims.values().collect();
        claims.extend(self.draft.ops.iter().filter_map(|op| match op {
            Op::SetClaim { to, .. } => to.as_deref(),
            _ => None,
        }));
        claims.retain(|claim| claim.reference.is_some());
        if claims.is_empty() {
            return;
        }
        // What each annotation that the ops touch tells by now.
        let told = self.draft.ops.iter().filter_map(|op| {
            let to = match op {
                Op::RemoveAnnotation(_) => &None,
                Op::AddAnnotation(annotation) => &annotation.refers_to,
                Op::SetAnnotation { to: AnnotationField::RefersTo(to), .. } => to,
                _ => return None,
            };
            Some((op.annotation()?.clone(), to.clone()))
        });
        let told: Map<AnnotationId, Option<Reference>> = told.collect();
        let lost = |claim: &Claim| {
            let to = claim.reference.as_ref().and_then(|id| told.get(id));
            to.is_some_and(|to| !matches!(to, Some(Reference::Claim(id)) if *id == claim.id))
        };
        let ids: Vec<ClaimId> =
            claims.into_iter().filter(|claim| lost(claim)).map(|claim| claim.id.clone()).collect();
        for id in ids {
            if let Some(claim) = self.claim(&id).filter(|claim| lost(claim)) {
                self.set_claim(Claim { reference: None, ..claim });
            }
        }
    }

    /// Says what an annotation refers to. What is not in the registry any more is not referred to.
    pub fn refer(&mut self, document: &DocumentId, id: &AnnotationId, to: Option<Reference>) -> &mut Self {
        let there = match &to {
            Some(Reference::Entity(entity)) => self.entity_now(entity).is_some(),
            Some(Reference::Claim(claim)) => self.claim_now(claim).is_some(),
            Some(Reference::Nil(_)) | None => true,
        };
        if !there {
            return self;
        }
        self.set(document, id, AnnotationField::RefersTo(to))
    }

    /// An entity goes by this name, too, if it does not yet.
    pub fn learn(&mut self, id: &EntityId, alias: Alias) -> &mut Self {
        let new = |entity: &&Entity| !entity.has_name(&alias.value);
        if let Some(mut entity) = self.entity_now(id).filter(new).cloned() {
            entity.aliases.push(alias);
            self.set_entity(entity);
        }
        self
    }

    /// Others become one entity with what they were called, and what refers to them refers to it. Nothing that was
    /// written of them is lost. `naming` holds, as the project has them, at least the annotations that refer to one of
    /// the others or name one in an attribute.
    pub fn merge_entities(
        &mut self,
        into: &EntityId,
        others: &[EntityId],
        naming: &[Rc<Annotation>],
    ) -> &mut Self {
        let Some(mut one) = self.entity(into) else { return self };
        let mut moved = Moved::new();
        let mut gone = Vec::new();
        for other in others.iter().filter(|id| *id != into).filter_map(|id| self.entity(id)) {
            if moved.insert(other.id.clone(), Some(into.clone())).is_none() {
                one.take_in(&other);
                gone.push(other);
            }
        }
        self.set_entity(one);
        self.move_references(&moved, naming);
        self.drop_doubles(into.as_str());
        self.take_entities(gone)
    }

    /// Entities go. Mentions stay and refer to nothing; where one spoke, its name stands. `naming` holds, as the project
    /// has them, at least the annotations that refer to one of them or name one in an attribute.
    pub fn remove_entities(&mut self, ids: &[EntityId], naming: &[Rc<Annotation>]) -> &mut Self {
        let gone: Vec<Entity> = ids.iter().filter_map(|id| self.entity(id)).collect();
        let moved: Moved = gone.iter().map(|entity| (entity.id.clone(), None)).collect();
        self.move_references(&moved, naming);
        self.take_entities(gone)
    }

    fn take_entities(&mut self, gone: Vec<Entity>) -> &mut Self {
        for entity in gone {
            self.push(Op::SetEntity { from: Some(Box::new(entity)), to: None });
        }
        self
    }

    /// A claim goes. Statements stay and refer to nothing; relations that end there go with it.
    pub fn remove_claim(&mut self, id: &ClaimId) -> &mut Self {
        let Some(claim) = self.project.claims.get(id) else { return self };
        for annotation in self.all(|annotation| annotation.refers_to == Some(Reference::Claim(id.clone()))) {
            self.refer(&annotation.document, &annotation.id, None);
        }
        self.drop_relations(|target| target == id.as_str());
        self.push(Op::SetClaim { from: Some(Box::new(claim.clone())), to: None });
        self
    }

    /// The annotations of all articles that are looked for, as the project has them.
    fn all(&self, wanted: impl Fn(&Annotation) -> bool) -> Vec<Rc<Annotation>> {
        let project = self.project;
        let documents = project.documents().filter_map(|document| project.annotations(&document.id));
        documents.flat_map(Annotations::by_id).filter(|annotation| wanted(annotation)).cloned().collect()
    }

    /// One look at these annotations, and at all relations, for all that move.
    fn move_references(&mut self, moved: &Moved, naming: &[Rc<Annotation>]) {
        if moved.is_empty() {
            return;
        }
        let schema = self.project.schema.clone();
        let is_entity =
            |key: &AttributeId| schema.attribute(key).is_some_and(|a| a.kind == AttributeType::Entity);
        let speaks = |speaker: &Speaker| matches!(speaker, Speaker::Entity(id) if moved.contains_key(id));
        let refers = |annotation: &Annotation| match &annotation.refers_to {
            Some(Reference::Entity(id)) => moved.contains_key(id),
            _ => false,
        };
        let holds = |value: &AttributeValue| match value {
            AttributeValue::Text(id) => moved.contains_key(id.as_str()),
            AttributeValue::Speakers(chain) => chain.iter().any(speaks),
            _ => false,
        };
        for annotation in naming.iter().filter(|a| refers(a) || a.attributes.values().any(holds)) {
            let (document, id) = (&annotation.document, &annotation.id);
            if let Some(Reference::Entity(entity)) = &annotation.refers_to
                && let Some(to) = moved.get(entity)
            {
                self.refer(document, id, to.clone().map(Reference::Entity));
            }
            for (key, value) in &annotation.attributes {
                let value = match value {
                    AttributeValue::Text(entity) if is_entity(key) && moved.contains_key(entity.as_str()) => {
                        moved[entity.as_str()].as_ref().map(|to| AttributeValue::Text(to.to_string()))
                    }
                    AttributeValue::Speakers(chain) if chain.iter().any(speaks) => {
                        Some(AttributeValue::Speakers(self.moved_chain(chain, moved)))
                    }
                    _ => continue,
                };
                self.set(document, id, AnnotationField::Attribute(key.clone(), value));
            }
        }
        self.move_ends(|target| moved.get(target).map(|to| to.as_ref().map(EntityId::as_str)));
    }

    /// A chain of speakers: nobody speaks twice in a row, and of one who goes the name stays.
    fn moved_chain(&self, chain: &[Speaker], moved: &Moved) -> Vec<Speaker> {
        let mut now: Vec<Speaker> = Vec::new();
        for speaker in chain {
            let speaker = match speaker {
                Speaker::Entity(id) => match moved.get(id) {
                    Some(Some(to)) => Speaker::Entity(to.clone()),
                    Some(None) => {
                        Speaker::Text(self.entity(id).map_or_else(String::new, |entity| entity.name))
                    }
                    None => speaker.clone(),
                },
                _ => speaker.clone(),
            };
            if now.last() != Some(&speaker) {
                now.push(speaker);
            }
        }
        now
    }
}
