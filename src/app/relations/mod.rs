//! Relations: how annotations, entities, claims and articles stand to each other.
//!
//! One is made by picking its other end (`pick`), begun by the key of its type or from the box in region *Annotation*;
//! `rows` has what is shown of those that are there, `act` changes them, `claims` relates claims on their screen. Whether
//! one is as its type has it is judged by `model::misfits` alone; `words` says what it found.

mod act;
mod claims;
pub(in crate::app) mod pick;
mod rows;
mod words;

pub use act::{RELATE, RelateAct};
pub use claims::{CLAIM_RELATION, ClaimTie};
pub(in crate::app) use rows::KeptRelations;
pub use rows::{Arc, EndRow, RelationRow};

use super::Session;
use crate::model::{
    Annotation, Filler, Relation, RelationId, RelationType, RelationTypeId, Role, Schema, fill,
};
use crate::text::{folded, holds_folded};
use crate::words::relations as said;
use std::borrow::Cow;
use std::rc::Rc;

/// The end of a relation that is being picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Of which type.
    pub kind: RelationTypeId,
    /// Which role it fills.
    pub role: String,
    /// Of which relation.
    pub of: Tied,
}

/// The relation that gets an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tied {
    /// A new one, in which the annotation that was selected fills this role.
    New(String),
    /// One that is there.
    There(RelationId),
}

/// A type that may be chosen for the selected annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelateChoice {
    /// Which.
    pub id: RelationTypeId,
    /// Its name.
    pub name: String,
    /// Its key, if any.
    pub key: Option<char>,
    /// Its roles, and what may fill them.
    pub roles: String,
    /// Whether the annotation may fill one of them.
    pub fits: bool,
}

/// Types between claims that every project has: id, and whether the ends are alike.
const BETWEEN_CLAIMS: [(&str, bool); 4] =
    [("same-as", true), ("supports", false), ("contradicts", true), ("updates", false)];

/// A type that every project has.
fn built_in(id: &RelationTypeId) -> Option<RelationType> {
    let (own, symmetric) = BETWEEN_CLAIMS.into_iter().find(|(own, _)| *own == id.as_str())?;
    let role = |name: &str| Role { name: name.to_owned(), fillers: vec![Filler::Claim] };
    Some(RelationType {
        id: id.clone(),
        name: said::between_claims(own).to_owned(),
        symmetric,
        roles: vec![role("from"), role("to")],
        key: None,
    })
}

/// What a relation type is called; its id where the schema has it no more.
pub(in crate::app) fn type_name(schema: &Schema, id: &RelationTypeId) -> String {
    let own = schema.relation_type(id).map(|kind| kind.name.clone());
    own.or_else(|| built_in(id).map(|kind| kind.name)).unwrap_or_else(|| id.to_string())
}

impl Session {
    /// A relation type of the schema, or one between claims that every project has.
    pub fn relation_type(&self, id: &RelationTypeId) -> Option<Cow<'_, RelationType>> {
        let own = self.project.schema.relation_type(id).map(Cow::Borrowed);
        own.or_else(|| built_in(id).map(Cow::Owned))
    }

    /// The types for what is typed, each with what may fill it; those that the annotation may fill come first.
    pub fn relate_choices(&self, annotation: &Rc<Annotation>, typed: &str) -> Vec<RelateChoice> {
        let wanted = folded(typed.trim());
        let types = self.project.schema.relation_types.iter();
        let types = types.filter(|kind| kind.roles.len() > 1 && holds_folded(&kind.name, &wanted));
        let choice = |kind: &RelationType| RelateChoice {
            id: kind.id.clone(),
            name: kind.name.clone(),
            key: kind.key,
            roles: self.roles_words(kind),
            fits: kind.roles.iter().any(|role| fill(role, annotation).is_some()),
        };
        let (mut choices, rest): (Vec<_>, Vec<_>) = types.map(choice).partition(|choice| choice.fits);
        choices.extend(rest);
        choices
    }

    /// Whether a relation says what another one says already.
    fn is_there(&self, new: &Relation) -> bool {
        self.project.relations.values().any(|own| own.id != new.id && own.says_the_same(new))
    }
}
