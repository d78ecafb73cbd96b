//! Entities and claims: what annotations speak of.
//!
//! An annotation says it in region *Annotation* (`link`), from what `choices` offers; the screen *Entities* shows the
//! registry and one card (`screen`, `card`), and `act` changes it. Who refers to what is kept in `mentions`.

mod act;
mod card;
mod choices;
pub(in crate::app) mod link;
mod mentions;
mod screen;

pub use act::{CARD, EntityAct, MERGE, MERGE_INTO};
pub use card::{Card, CardRow, Spelling};
pub use choices::Answer;
pub use link::{LINK, LinkAct, Linking};
pub(in crate::app) use mentions::Mentions;
pub use screen::{ENTITIES, EntitiesScreen, EntityRow};

use super::Session;
use crate::analysis::names::{NameIndex, script};
use crate::edit::{Op, Transaction};
use crate::model::EntityId;
use std::cell::Ref;

/// The script of a name, as ISO 15924 has it; empty for figures and signs.
fn script_of(name: &str) -> String {
    script(name).map_or("", |script| script.0).to_owned()
}

impl Session {
    /// All names of all entities, to look up in.
    pub(super) fn names(&self) -> Ref<'_, NameIndex> {
        let kept = &self.kept.names;
        if kept.borrow().is_none() {
            *kept.borrow_mut() = Some(NameIndex::new(self.project.entities.values()));
        }
        Ref::map(kept.borrow(), |kept| kept.as_ref().expect("it was made"))
    }

    /// Entities of any type whose names hold what is typed, best first, each with the name that was found.
    pub fn names_like(&self, typed: &str, limit: usize) -> Vec<(EntityId, String)> {
        self.names().type_ahead(typed, None, limit)
    }

    /// Keeps up with a transaction that was applied.
    pub(super) fn follow_names(&self, transaction: &Transaction) {
        let Some(names) = &mut *self.kept.names.borrow_mut() else { return };
        for op in &transaction.ops {
            if let Op::SetEntity { from, to } = op {
                from.iter().for_each(|entity| names.remove(&entity.id));
                to.iter().for_each(|entity| names.insert(entity));
            }
        }
    }
}
