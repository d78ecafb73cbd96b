//! Entities and claims: what annotations speak of.
//!
//! An annotation says it in region *Annotation* (`link`), from what `choices` offers and `meant` keeps in hand; the screen *Entities* shows the
//! registry and one card (`screen`, `card`), and `act` changes it. Who refers to what is kept in `mentions`, and what is
//! known of statements, to suggest the claims that they may tell, in `tellings`.

mod act;
mod card;
mod choices;
pub(in crate::app) mod link;
mod meant;
mod mentions;
mod screen;
mod spelling;
mod tellings;

pub use act::{CARD, EntityAct, MERGE, MERGE_INTO};
pub use card::{Card, CardRow, Spelling};
pub use choices::Answer;
pub use link::{LINK, LinkAct, Linking};
pub(in crate::app) use mentions::Mentions;
pub use screen::{ENTITIES, ENTITY_ROWS, EntitiesScreen, EntityRow};
pub use tellings::Ground;

use super::Session;
use super::written::one_line;
use crate::analysis::names::{NameIndex, script};
use crate::edit::{Op, Transaction};
use crate::model::EntityId;
use std::cell::RefMut;

/// The script of a name, as ISO 15924 has it; empty for figures and signs.
fn script_of(name: &str) -> String {
    script(name).map_or("", |script| script.code()).to_owned()
}

/// All names of all entities, and the entities that changed since somebody looked one up. Looking up is loaded later than
/// acts are, so acts only note what they changed.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptNames {
    index: Option<NameIndex>,
    changed: Vec<EntityId>,
}

impl KeptNames {
    /// Notes what a transaction, which was applied, has changed.
    pub(super) fn follow(&mut self, transaction: &Transaction) {
        if self.index.is_none() {
            return;
        }
        for op in &transaction.ops {
            if let Op::SetEntity { from, to } = op {
                self.changed.extend(from.as_ref().or(to.as_ref()).map(|entity| entity.id.clone()));
            }
        }
    }
}

impl Session {
    /// All names of all entities, to look up in.
    fn names(&self) -> RefMut<'_, NameIndex> {
        let entities = &self.project.entities;
        RefMut::map(self.kept.names.borrow_mut(), |kept| {
            let index = kept.index.get_or_insert_with(|| NameIndex::new(entities.values()));
            for id in kept.changed.drain(..) {
                match entities.get(&id) {
                    Some(entity) => index.insert(entity),
                    None => index.remove(&id),
                }
            }
            index
        })
    }

    /// Entities of any type whose names hold what is typed, best first, each with the name that was found.
    pub fn names_like(&self, typed: &str, limit: usize) -> Vec<(EntityId, String)> {
        self.names().type_ahead(typed, None, limit)
    }
}
