//! The registry as the screen *Entities* lists it.

use crate::app::Session;
use crate::model::{AnnotationId, EntityId, LabelId, Reference};
use crate::sorted::{Set, sort_by};
use crate::text::{fold, folded, holds_folded};

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

impl Session {
    /// The entities that hold the words and are of the type, in the order of their names.
    pub fn entity_rows(&self, screen: &EntitiesScreen) -> Vec<EntityRow> {
        let wanted = folded(screen.words.trim());
        let typed = |label: &LabelId| screen.label.as_ref().is_none_or(|only| only == label);
        let mut rows: Vec<(String, EntityRow)> = Vec::new();
        for entity in self.project.entities.values().filter(|entity| typed(&entity.label)) {
            let Some(found) = entity.names().find(|name| holds_folded(name, &wanted)) else { continue };
            let label = self.project.schema.label(&entity.label);
            let row = EntityRow {
                id: entity.id.clone(),
                name: entity.name.clone(),
                found: if found == entity.name { String::new() } else { found.to_owned() },
                label: label.map_or_else(|| entity.label.to_string(), |label| label.name.clone()),
                colour: label.map_or(0, |label| label.colour),
                mentions: self.times(&Reference::Entity(entity.id.clone())),
            };
            rows.push((entity.name.chars().map(fold).collect(), row));
        }
        sort_by(&mut rows, |a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)));
        rows.into_iter().map(|(_, row)| row).collect()
    }
}
