//! The screen *Schema*: what is open on it, and what a person does there. Every act is one transaction.
//!
//! What a person does are [`Step`](super::Step)s: their code is loaded with the screen.

mod attributes;
mod guidelines;
mod key;
mod labels;
mod merge;
mod relations;
mod retype;
mod uses;

pub use attributes::{AttributeAct, AttributeChange, NEW as NEW_ATTRIBUTE, row_id as row_of_attribute};
pub use guidelines::SetGuidelines;
pub use labels::{EDITOR as LABEL_EDITOR, LabelAct, LabelChange, NEW as NEW_LABEL, row_id as row_of_label};
pub use merge::{Fate, Merge, MergeAct, MergeRow, PRESETS, Preset};
pub use relations::{NEW as NEW_RELATION, RelationAct, RelationChange};
pub use retype::Retyped;
pub use uses::Uses;

use super::reduce::commit;
use super::{COMMANDS, Chord, Effect, Env, NoticeKind, Sense, State};
use crate::edit::{Act, Builder};
use crate::formats::ReadSchema;
use crate::model::{AttributeId, AttributeType, LabelId, RelationTypeId, Schema};
use crate::text::{fold, folded};
use crate::words::schema as words;
use std::rc::Rc;

/// What is open on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaScreen {
    /// The label that is edited.
    pub label: Option<LabelId>,
    /// Its attribute that is edited.
    pub attribute: Option<AttributeId>,
    /// The relation type that is edited.
    pub relation: Option<RelationTypeId>,
    /// What could not be taken as it was typed, and why.
    pub wrong: Option<(Place, String)>,
    /// Where that is because it can mean either: both.
    pub ways: Vec<String>,
    /// Schemas that were read from files and wait to be looked at.
    pub waiting: Vec<ReadSchema>,
}

/// A field of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The name of a new label.
    NewLabel,
    /// The name of a label.
    Name,
    /// The key of a label.
    Key,
    /// The name of a new attribute.
    NewAttribute,
    /// The name of an attribute.
    AttributeName,
    /// A value of an attribute.
    Value,
    /// What a new annotation gets.
    Default,
    /// The name of a new relation type.
    NewRelation,
    /// The name of a relation type.
    RelationName,
    /// The key of a relation type.
    RelationKey,
    /// The name of a role.
    Role,
}

/// What becomes of the annotations of a label that goes. The person chooses; nothing is chosen for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fallback {
    /// Not chosen yet.
    #[default]
    Undecided,
    /// They get this label.
    Move(LabelId),
    /// They go with it.
    Delete,
}

/// What is asked or shown before the schema changes.
#[derive(Clone, Debug, PartialEq)]
pub enum SchemaDialog {
    /// The schemas that come with Postil.
    Presets,
    /// What taking in another schema would change.
    Merge(Rc<Merge>),
    /// A label that is in use goes: which, and what becomes of its annotations.
    DeleteLabel(LabelId, Fallback),
    /// An attribute that has values goes from a label.
    DropAttribute(LabelId, AttributeId),
    /// An attribute that has values gets another type; how figures are read that can mean either, once that is chosen.
    ChangeType(AttributeId, AttributeType, Option<Sense>),
}

/// Changes the schema as one act; false if nothing changed.
fn change(
    state: &mut State,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
    change: impl FnOnce(&mut Schema, &mut Builder<'_>),
) -> bool {
    state.schema.wrong = None;
    commit::act(state, env, out, Act::EditSchema, |builder, session| {
        let mut schema = (*session.project.schema).clone();
        change(&mut schema, builder);
        builder.set_schema(schema);
    })
}

/// Says that what was typed in a field is not taken.
fn refuse(state: &mut State, place: Place, why: String) {
    state.speak(why.clone());
    state.schema.wrong = Some((place, why));
    state.schema.ways.clear();
}

/// A name as it is kept; refused where it is empty or another of these has it.
fn name<'a>(
    state: &mut State,
    place: Place,
    typed: &str,
    mut others: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let same = |other: &str| folded(other) == folded(&name);
    if name.is_empty() {
        refuse(state, place, words::name_missing().to_owned());
    } else if others.any(same) {
        refuse(state, place, words::name_taken(&name));
    } else {
        return Some(name);
    }
    None
}

/// An id made of a name, so that people can read it in files; none of those that are taken.
pub(in crate::app) fn id_of(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut id = String::new();
    for c in name.chars().map(fold) {
        match c {
            c if c.is_alphanumeric() => id.push(c),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let stem = id.trim_end_matches('-');
    let stem = if stem.is_empty() { "x" } else { stem };
    let numbered = (2..).map(|n: u32| format!("{stem}-{n}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|id| !taken(id)).expect("numbers do not end")
}

/// The command that has a key here, by its name.
fn command_with(chord: &Chord) -> Option<String> {
    let info = COMMANDS.iter().find(|info| info.chords().contains(chord))?;
    Some(info.name().to_owned())
}

/// Moves the item at `at` by some places in a list; false where it cannot go further.
fn shift<T>(list: &mut [T], at: usize, by: isize) -> bool {
    match at.checked_add_signed(by) {
        Some(to) if to < list.len() => {
            list.swap(at, to);
            true
        }
        _ => false,
    }
}

/// Says what was done, with a button to undo it.
fn done(state: &mut State, text: String) {
    state.notify(NoticeKind::Info, text, true);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_and_their_own() {
        let taken = ["person", "x"];
        let id = |name: &str| id_of(name, |id| taken.contains(&id));
        assert_eq!(id("Military  Unit!"), "military-unit");
        assert_eq!(id("Person"), "person-2");
        assert_eq!(id("Лицо"), "лицо");
        assert_eq!(id("…"), "x-2");
    }
}
