//! Keys of labels and of relation types: one key does one thing.

use super::{Place, command_with, refuse};
use crate::app::{Chord, State};
use crate::model::{LabelId, RelationTypeId, Schema};
use crate::text::fold;
use crate::words::schema as words;

/// Whose key it is to be.
#[derive(Clone, Copy)]
pub(super) enum Whose<'a> {
    /// A label's.
    Label(&'a LabelId),
    /// A relation type's.
    Relation(&'a RelationTypeId),
    /// One that is not there yet.
    New,
}

/// What has it already, by its name.
pub(super) enum Has {
    Label(String),
    Relation(String),
    Command(String),
}

impl Has {
    pub(super) fn name(self) -> String {
        match self {
            Self::Label(name) | Self::Relation(name) | Self::Command(name) => name,
        }
    }

    fn refusal(self, key: &str) -> String {
        match self {
            Self::Label(name) => words::key_of_label(key, &name),
            Self::Relation(name) => words::key_of_relation(key, &name),
            Self::Command(name) => words::key_of_command(key, &name),
        }
    }
}

/// What does something by a key already, other than the one that it is for.
pub(super) fn clash(schema: &Schema, whose: Whose<'_>, key: char) -> Option<Has> {
    let chord = Chord::of_char(key);
    let has = |key: Option<char>| key.is_some_and(|key| Chord::of_char(key) == chord);
    let label = schema
        .labels
        .iter()
        .find(|label| has(label.key) && !matches!(whose, Whose::Label(own) if *own == label.id));
    let kind = schema
        .relation_types
        .iter()
        .find(|kind| has(kind.key) && !matches!(whose, Whose::Relation(own) if *own == kind.id));
    let label = label.map(|label| Has::Label(label.name.clone()));
    let kind = || kind.map(|kind| Has::Relation(kind.name.clone()));
    label.or_else(kind).or_else(|| command_with(&chord).map(Has::Command))
}

/// A key as it was typed: one character that nothing else has, or none. Refused where it is not that.
pub(super) fn typed(
    state: &mut State,
    place: Place,
    whose: Whose<'_>,
    typed: &str,
) -> Result<Option<char>, ()> {
    let mut chars = typed.trim().chars().map(fold);
    let Some(key) = chars.next() else { return Ok(None) };
    let schema = state.session.as_ref().map(|session| &*session.project.schema);
    let why = match schema.and_then(|schema| clash(schema, whose, key)) {
        _ if chars.next().is_some() || key.is_control() => words::key_is_one_character().to_owned(),
        Some(has) => has.refusal(&key.to_string()),
        None => return Ok(Some(key)),
    };
    refuse(state, place, why);
    Err(())
}
