//! Entities and claims: what refers to them follows when they are merged or go.

use super::{AnnotationField, Builder, Op};
use crate::model::{
    Alias, Annotation, AnnotationId, Annotations, AttributeId, AttributeType, AttributeValue, Claim, ClaimId,
    DocumentId, Entity, EntityId, Reference, Speaker,
};
use crate::sorted::Map;
use std::rc::Rc;

/// What becomes of those who refer to an entity: another one takes its place, or none.
type Moved = Map<EntityId, Option<EntityId>>;

impl Builder<'_> {
    /// An entity as the ops so far leave it.
    pub fn entity(&self, id: &EntityId) -> Option<Entity> {
        let changed = self.ops.iter().rev().find_map(|op| match op {
            Op::SetEntity { from, to } if from.as_ref().or(to.as_ref())?.id == *id => Some(to.as_deref()),
            _ => None,
        });
        changed.unwrap_or_else(|| self.project.entities.get(id)).cloned()
    }

    /// Takes an entity in, or puts it in the place of the one with its id.
    pub fn set_entity(&mut self, entity: Entity) -> &mut Self {
        let from = self.entity(&entity.id);
        if from.as_ref() != Some(&entity) {
            self.push(Op::SetEntity { from: from.map(Box::new), to: Some(Box::new(entity)) });
        }
        self
    }

    /// Takes a claim in, or puts it in the place of the one with its id, which no op before has touched.
    pub fn set_claim(&mut self, claim: Claim) -> &mut Self {
        let from = self.project.claims.get(&claim.id);
        if from != Some(&claim) {
            self.push(Op::SetClaim { from: from.cloned().map(Box::new), to: Some(Box::new(claim)) });
        }
        self
    }

    /// Says what an annotation refers to. What is not in the registry any more is not referred to.
    pub fn refer(&mut self, document: &DocumentId, id: &AnnotationId, to: Option<Reference>) -> &mut Self {
        let there = match &to {
            Some(Reference::Entity(entity)) => self.entity(entity).is_some(),
            Some(Reference::Claim(claim)) => self.has_claim(claim),
            Some(Reference::Nil(_)) | None => true,
        };
        if !there {
            return self;
        }
        self.set(document, id, AnnotationField::RefersTo(to))
    }

    fn has_claim(&self, id: &ClaimId) -> bool {
        let set = self.ops.iter().rev().find_map(|op| match op {
            Op::SetClaim { from, to } if from.as_ref().or(to.as_ref())?.id == *id => Some(to.is_some()),
            _ => None,
        });
        set.unwrap_or_else(|| self.project.claims.contains_key(id))
    }

    /// An entity goes by this name, too, if it does not yet.
    pub fn learn(&mut self, id: &EntityId, alias: Alias) -> &mut Self {
        if let Some(mut entity) = self.entity(id)
            && !entity.has_name(&alias.value)
        {
            entity.aliases.push(alias);
            self.set_entity(entity);
        }
        self
    }

    /// Others become one entity with what they were called, and what refers to them refers to it. Nothing that was
    /// written of them is lost.
    pub fn merge_entities(&mut self, into: &EntityId, others: &[EntityId]) -> &mut Self {
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
        self.move_references(&moved);
        self.take_entities(gone)
    }

    /// Entities go. Mentions stay and refer to nothing; where one spoke, its name stands.
    pub fn remove_entities(&mut self, ids: &[EntityId]) -> &mut Self {
        let gone: Vec<Entity> = ids.iter().filter_map(|id| self.entity(id)).collect();
        let moved: Moved = gone.iter().map(|entity| (entity.id.clone(), None)).collect();
        self.move_references(&moved);
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

    /// One look at all annotations and relations for all that move.
    fn move_references(&mut self, moved: &Moved) {
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
        for annotation in self.all(|a| refers(a) || a.attributes.values().any(holds)) {
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
