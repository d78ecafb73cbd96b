//! Labels: added, changed, moved, deleted.

use super::key::{self, Whose};
use super::{Fallback, Place, SchemaDialog, change, done, id_of, name};
use crate::app::{Dialog, Effect, Env, State, Step};
use crate::model::{Filler, Kind, Label, LabelId, SLOTS, Schema};
use crate::words::{count, schema as words};

/// A change of one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelChange {
    /// Another name.
    Name(String),
    /// Another kind.
    Kind(Kind),
    /// Another group, or none.
    Group(String),
    /// Another colour slot.
    Colour(u8),
    /// Another key, or none.
    Key(String),
    /// Another description.
    Description(String),
}

/// What a person does with labels.
#[derive(Clone, Debug)]
pub enum LabelAct {
    /// Open one in the editor, and go there if true.
    Open(LabelId, bool),
    /// Go back to the one that is open, in the list.
    Back,
    /// Add one with this name behind the others.
    Add(String),
    /// Change one.
    Change(LabelId, LabelChange),
    /// Move one by so many places among those of its kind and group; the others keep their order.
    Move(LabelId, isize),
    /// Delete one; asks where it is in use.
    Delete(LabelId),
    /// Delete one, giving its annotations another label, or deleting them too.
    DeleteInto(LabelId, Option<LabelId>),
}

impl Step for LabelAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Open(label, go) => {
                state.schema.label = Some(label.clone());
                state.schema.attribute = None;
                state.schema.wrong = None;
                out.extend(go.then(|| Effect::FocusOn(EDITOR.to_owned())));
            }
            Self::Back => out.extend(state.schema.label.as_ref().map(|id| Effect::FocusOn(row_id(id)))),
            Self::Add(name) => add(state, name, env, out),
            Self::Change(label, to) => edit(state, label, to, env, out),
            Self::Move(label, by) => shift_label(state, label, *by, env, out),
            Self::Delete(label) => {
                let used = state.session.as_ref().map(|session| session.uses());
                if used.is_some_and(|uses| uses.label(label) + uses.entities(label) > 0) {
                    let dialog = SchemaDialog::DeleteLabel(label.clone(), Fallback::Undecided);
                    state.dialog = Some(Dialog::Schema(dialog));
                } else {
                    delete(state, label, None, env, out);
                }
            }
            Self::DeleteInto(label, to) => {
                state.dialog = None;
                delete(state, label, to.as_ref(), env, out);
            }
        }
        effects
    }
}

/// `id` of a label's row in the list, for the focus.
pub fn row_id(label: &LabelId) -> String {
    format!("schema-label-{label}")
}

/// `id` of the editor of the label that is open.
pub const EDITOR: &str = "schema-editor";

/// `id` of the field for a new label.
pub const NEW: &str = "schema-new-label";

fn schema(state: &State) -> Option<&Schema> {
    state.session.as_ref().map(|session| &*session.project.schema)
}

fn label<'a>(state: &'a State, id: &LabelId) -> Option<&'a Label> {
    schema(state)?.label(id)
}

fn add(state: &mut State, typed: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(labels) = schema(state).map(|schema| schema.labels.clone()) else { return };
    let names = labels.iter().map(|label| label.name.as_str());
    let Some(name) = name(state, Place::NewLabel, typed, names) else { return };
    let id = LabelId::new(id_of(&name, |id| labels.iter().any(|label| label.id.as_str() == id)));
    // One colour after another, those that are not taken first.
    let free = |slot: &u8| labels.iter().all(|label| label.colour != *slot);
    let colour = (0..SLOTS).find(free).unwrap_or((labels.len() % usize::from(SLOTS)) as u8);
    let label = Label {
        id: id.clone(),
        name: name.clone(),
        kind: Kind::Entity,
        group: String::new(),
        colour,
        key: schema(state).and_then(|schema| free_key(schema, &name)),
        description: String::new(),
        parent: None,
        equivalents: Default::default(),
        attributes: Vec::new(),
    };
    if change(state, env, out, |schema, _| schema.labels.push(label)) {
        state.schema.label = Some(id);
        state.schema.attribute = None;
        done(state, words::added(&name));
    }
}

/// A key that nothing has: a digit, else a letter of the name.
fn free_key(schema: &Schema, name: &str) -> Option<char> {
    let letters = name.chars().flat_map(char::to_lowercase).filter(char::is_ascii_alphabetic);
    ('1'..='9').chain(letters).find(|key| key::clash(schema, Whose::New, *key).is_none())
}

fn edit(state: &mut State, id: &LabelId, to: &LabelChange, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(before) = label(state, id).cloned() else { return };
    let mut label = before.clone();
    match to {
        LabelChange::Name(typed) => {
            let labels = schema(state).map(|schema| schema.labels.clone()).unwrap_or_default();
            let others = labels.iter().filter(|other| other.id != *id).map(|other| other.name.as_str());
            let Some(name) = name(state, Place::Name, typed, others) else { return };
            label.name = name;
        }
        LabelChange::Kind(kind) => label.kind = *kind,
        LabelChange::Group(group) => label.group = group.trim().to_owned(),
        LabelChange::Colour(slot) => label.colour = slot % SLOTS,
        LabelChange::Key(typed) => {
            let Ok(key) = key::typed(state, Place::Key, Whose::Label(id), typed) else { return };
            label.key = key;
        }
        LabelChange::Description(text) => label.description = text.trim().to_owned(),
    }
    let put = |schema: &mut Schema| {
        if let Some(own) = schema.labels.iter_mut().find(|own| own.id == *id) {
            *own = label;
        }
    };
    if change(state, env, out, |schema, _| put(schema)) {
        let said = match to {
            LabelChange::Name(name) => words::renamed(&before.name, name.trim()),
            _ => words::changed(&before.name),
        };
        state.speak(said);
    }
}

/// Moves a label among those that stand beside it on the bar.
fn shift_label(state: &mut State, id: &LabelId, by: isize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(schema) = schema(state) else { return };
    let Some(label) = schema.label(id) else { return };
    let beside = |other: &&Label| other.kind == label.kind && other.group == label.group;
    let own: Vec<&LabelId> = schema.labels.iter().filter(beside).map(|label| &label.id).collect();
    let (name, of) = (label.name.clone(), own.len());
    let at = own.iter().position(|other| *other == id).unwrap_or_default();
    let Some(to) = at.checked_add_signed(by).filter(|to| *to < of) else {
        state.speak(words::stays(&name));
        return;
    };
    let places: Vec<usize> =
        (0..schema.labels.len()).filter(|place| beside(&&schema.labels[*place])).collect();
    let shift = |schema: &mut Schema| match at < to {
        true => places[at..=to].windows(2).for_each(|two| schema.labels.swap(two[0], two[1])),
        false => places[to..=at].windows(2).rev().for_each(|two| schema.labels.swap(two[0], two[1])),
    };
    if change(state, env, out, |schema, _| shift(schema)) {
        state.speak(words::moved(&name, &(to + 1).to_string(), &of.to_string()));
        // The row went to another place of the page, and the focus with it only if it is told.
        out.push(Effect::FocusOn(row_id(id)));
    }
}

fn delete(state: &mut State, id: &LabelId, into: Option<&LabelId>, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(label) = label(state, id).cloned() else { return };
    let Some(uses) = state.session.as_ref().map(|session| session.uses()) else { return };
    // Entities cannot be without a label, and they do not go with one.
    if into.is_none() && uses.entities(id) > 0 {
        return;
    }
    let used = count(uses.label(id), "annotation", "annotations", "anotasi");
    let said = match into.and_then(|into| schema(state)?.label(into)) {
        Some(into) => words::deleted_into(&label.name, &used, &into.name),
        None if uses.label(id) > 0 => words::deleted_with(&label.name, &used),
        None => words::deleted(&label.name),
    };
    let next = state.session.as_ref().and_then(|session| {
        let labels: Vec<&Label> =
            session.project.schema.groups().into_iter().flat_map(|(.., labels)| labels).collect();
        let at = labels.iter().position(|label| label.id == *id)?;
        Some(labels.get(at + 1).or_else(|| labels.get(at.checked_sub(1)?))?.id.clone())
    });
    let gone = change(state, env, out, |schema, builder| {
        match into {
            Some(into) => {
                builder.move_label(id, into);
                // What they say goes with them.
                if let Some(target) = schema.labels.iter_mut().find(|own| own.id == *into) {
                    let said = label.attributes.iter().filter(|attribute| uses.attribute(id, attribute) > 0);
                    for attribute in said {
                        if !target.attributes.contains(attribute) {
                            target.attributes.push(attribute.clone());
                        }
                    }
                }
            }
            None => drop(builder.delete_labelled(id)),
        }
        forget(schema, id);
    });
    if gone {
        out.push(Effect::FocusOn(next.as_ref().map_or_else(|| NEW.to_owned(), row_id)));
        state.schema.label = next;
        state.schema.attribute = None;
        done(state, said);
    }
}

/// Takes a label out of a schema, with what names it there and the attributes that nothing else has.
pub(super) fn forget(schema: &mut Schema, id: &LabelId) {
    let Some(at) = schema.labels.iter().position(|label| label.id == *id) else { return };
    let gone = schema.labels.remove(at);
    for label in schema.labels.iter_mut().filter(|label| label.parent.as_ref() == Some(id)) {
        label.parent.clone_from(&gone.parent);
    }
    for role in schema.relation_types.iter_mut().flat_map(|kind| &mut kind.roles) {
        role.fillers.retain(|filler| !matches!(filler, Filler::Label(other) if other == id));
    }
    for attribute in &gone.attributes {
        super::attributes::forget_unused(schema, attribute);
    }
}
