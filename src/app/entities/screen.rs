//! The registry as the screen *Entities* lists it.

use crate::app::Session;
use crate::app::follow::Follower;
use crate::edit::{Op, Transaction};
use crate::model::{AnnotationId, Entity, EntityId, LabelId, Reference};
use crate::sorted::{Set, sort_by};
use crate::text::{fold, folded, holds_folded};
use std::rc::Rc;

/// `id` of the list of entities, and the beginning of the ids of its rows.
pub const ENTITIES: &str = "entities";
/// `id` of what scrolls them.
pub const ENTITY_ROWS: &str = "entity-rows";

/// What the screen *Entities* shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntitiesScreen {
    /// Only names that hold this.
    pub words: String,
    /// Only this type.
    pub label: Option<LabelId>,
    /// The entity whose card is open.
    pub open: Option<EntityId>,
    /// Mentions that are ticked on the card.
    pub ticked: Set<AnnotationId>,
    /// What is typed to find the entity that becomes part of the open one, while that is asked.
    pub merging: Option<String>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityRow {
    /// Which entity.
    pub id: EntityId,
    /// Its canonical name.
    pub name: String,
    /// The name that was found, where it is another one.
    pub found: String,
    /// Its type's name.
    pub label: String,
    /// Its type's colour slot.
    pub colour: u8,
    /// How many mentions refer to it.
    pub mentions: usize,
}

/// The entities by their names, and those that were looked for last.
#[derive(Debug, Default)]
struct InOrder {
    /// Each with its folded name; none before somebody asked.
    all: Option<Vec<(String, EntityId)>>,
    /// What the words and the type were, and who was found.
    found: Option<(String, Option<LabelId>, Rc<[EntityId]>)>,
}

fn key(entity: &Entity) -> (String, EntityId) {
    (entity.name.chars().map(fold).collect(), entity.id.clone())
}

impl Follower for InOrder {
    fn follow(&mut self, transaction: &Transaction) {
        let Some(all) = &mut self.all else { return };
        for op in &transaction.ops {
            let Op::SetEntity { from, to } = op else { continue };
            self.found = None;
            if let Some(at) = from.as_ref().and_then(|before| all.binary_search(&key(before)).ok()) {
                all.remove(at);
            }
            if let Some(now) = to.as_ref().map(|entity| key(entity))
                && let Err(at) = all.binary_search(&now)
            {
                all.insert(at, now);
            }
        }
    }
}

impl Session {
    /// The entities that hold the words and are of the type, in the order of their names; looked for again only after
    /// one of them changed, or the words.
    pub fn entities_found(&self, screen: &EntitiesScreen) -> Rc<[EntityId]> {
        let mut kept = self.kept.followers.get::<InOrder>();
        let words = screen.words.trim();
        if let Some((of, label, found)) = &kept.found
            && (of.as_str(), label) == (words, &screen.label)
        {
            return found.clone();
        }
        let entities = &self.project.entities;
        let all = kept.all.get_or_insert_with(|| {
            let mut all: Vec<_> = entities.values().map(key).collect();
            sort_by(&mut all, Ord::cmp);
            all
        });
        let wanted = folded(words);
        let fits = |entity: &Entity| {
            screen.label.as_ref().is_none_or(|only| *only == entity.label)
                && entity.names().any(|name| holds_folded(name, &wanted))
        };
        let every = wanted.is_empty() && screen.label.is_none();
        let found = all.iter().map(|(_, id)| id).filter(|id| every || entities.get(*id).is_some_and(fits));
        let found: Rc<[EntityId]> = found.cloned().collect();
        kept.found = Some((words.to_owned(), screen.label.clone(), found.clone()));
        found
    }

    /// The row of an entity in that list.
    pub fn entity_row(&self, id: &EntityId, screen: &EntitiesScreen) -> Option<EntityRow> {
        let entity = self.project.entities.get(id)?;
        let wanted = folded(screen.words.trim());
        let found = entity.names().find(|name| holds_folded(name, &wanted)).unwrap_or_default();
        let label = self.project.schema.label(&entity.label);
        Some(EntityRow {
            id: id.clone(),
            name: entity.name.clone(),
            found: if found == entity.name { String::new() } else { found.to_owned() },
            label: label.map_or_else(|| entity.label.to_string(), |label| label.name.clone()),
            colour: label.map_or(0, |label| label.colour),
            mentions: self.times(&Reference::Entity(id.clone())),
        })
    }
}
