//! The attributes of a label: added, changed, shared, taken off.

use super::{Place, SchemaDialog, change, done, id_of, name, refuse, retype, shift};
use crate::app::{Dialog, Effect, Env, Sense, State, Step};
use crate::model::{Attribute, AttributeId, AttributeType, AttributeValue, LabelId, Schema};
use crate::words::{count, schema as words};

/// A change of one attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeChange {
    /// Another name.
    Name(String),
    /// Another type; asks where there are values.
    Kind(AttributeType),
    /// Whether an annotation should have it.
    Required(bool),
    /// What a new annotation gets.
    Default(String),
    /// One more value to choose.
    AddValue(String),
    /// The nth value gets another name, also where it is chosen; an empty one takes it away.
    Value(usize, String),
    /// The nth value moves.
    MoveValue(usize, isize),
}

/// What a person does with attributes.
#[derive(Clone, Debug)]
pub enum AttributeAct {
    /// Open one in the editor, or close it.
    Open(Option<AttributeId>),
    /// Add a new one with this name to a label.
    Add(LabelId, String),
    /// Give a label one that other labels have.
    Share(LabelId, AttributeId),
    /// Change one, wherever it is used.
    Change(AttributeId, AttributeChange),
    /// Give one another type, whatever becomes of its values; how figures are read that can mean either.
    Retype(AttributeId, AttributeType, Option<Sense>),
    /// Move one in the list of its label.
    Move(LabelId, AttributeId, isize),
    /// Take one off a label; asks where it has values.
    Drop(LabelId, AttributeId),
    /// Take one off a label, with its values.
    DropWithValues(LabelId, AttributeId),
}

impl Step for AttributeAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Open(attribute) => {
                state.schema.attribute.clone_from(attribute);
                state.schema.wrong = None;
            }
            Self::Add(label, typed) => add(state, label, typed, env, out),
            Self::Share(label, id) => {
                let shared = change(state, env, out, |schema, _| {
                    if let Some(label) = schema.labels.iter_mut().find(|own| own.id == *label)
                        && !label.attributes.contains(id)
                    {
                        label.attributes.push(id.clone());
                    }
                });
                if shared {
                    state.schema.attribute = Some(id.clone());
                }
            }
            Self::Change(id, AttributeChange::Kind(kind)) => retype::ask(state, id, *kind, env, out),
            Self::Retype(id, kind, sense) => retype::retype(state, id, *kind, *sense, env, out),
            Self::Change(id, to) => edit(state, id, to, env, out),
            Self::Move(label, id, by) => {
                let moved = change(state, env, out, |schema, _| {
                    if let Some(label) = schema.labels.iter_mut().find(|own| own.id == *label)
                        && let Some(at) = label.attributes.iter().position(|own| own == id)
                    {
                        shift(&mut label.attributes, at, *by);
                    }
                });
                if moved {
                    out.push(Effect::FocusOn(row_id(id)));
                }
            }
            Self::Drop(label, id) => {
                let used = state.session.as_ref().map_or(0, |session| session.uses().attribute(label, id));
                if used > 0 {
                    let dialog = SchemaDialog::DropAttribute(label.clone(), id.clone());
                    state.dialog = Some(Dialog::Schema(dialog));
                } else {
                    take_off(state, label, id, env, out);
                }
            }
            Self::DropWithValues(label, id) => {
                state.dialog = None;
                take_off(state, label, id, env, out);
            }
        }
        effects
    }
}

/// `id` of an attribute's head in the editor, for the focus.
pub fn row_id(attribute: &AttributeId) -> String {
    format!("schema-attribute-{attribute}")
}

/// `id` of the field for a new attribute.
pub const NEW: &str = "schema-new-attribute";

fn schema(state: &State) -> Option<&Schema> {
    state.session.as_ref().map(|session| &*session.project.schema)
}

fn add(state: &mut State, label: &LabelId, typed: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(schema) = schema(state).cloned() else { return };
    let Some(own) = schema.label(label) else { return };
    let names = schema.attributes_of(own).map(|attribute| attribute.name.as_str());
    let Some(name) = name(state, Place::NewAttribute, typed, names) else { return };
    // The speakers of a statement are not an attribute of the schema, and have their own editor.
    let taken = |id: &str| id == "speakers" || schema.attributes.iter().any(|own| own.id.as_str() == id);
    let id = AttributeId::new(id_of(&name, taken));
    let attribute = Attribute {
        id: id.clone(),
        name: name.clone(),
        kind: AttributeType::Choice,
        values: Vec::new(),
        required: false,
        default: String::new(),
    };
    let added = change(state, env, out, |schema, _| {
        schema.attributes.push(attribute);
        if let Some(label) = schema.labels.iter_mut().find(|own| own.id == *label) {
            label.attributes.push(id.clone());
        }
    });
    if added {
        state.schema.attribute = Some(id);
        done(state, words::added(&name));
    }
}

fn edit(state: &mut State, id: &AttributeId, to: &AttributeChange, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(schema) = schema(state).cloned() else { return };
    let Some(before) = schema.attribute(id) else { return };
    let mut attribute = before.clone();
    let mut renamed = None;
    match to {
        AttributeChange::Name(typed) => {
            let users = schema.labels.iter().filter(|label| label.attributes.contains(id));
            let beside = users.flat_map(|label| schema.attributes_of(label)).filter(|own| own.id != *id);
            let Some(name) = name(state, Place::AttributeName, typed, beside.map(|own| own.name.as_str()))
            else {
                return;
            };
            attribute.name = name;
        }
        // It has a way of its own.
        AttributeChange::Kind(_) => return,
        AttributeChange::Required(required) => attribute.required = *required,
        AttributeChange::Default(text) => {
            let Some(kept) = retype::checked_default(state, before, text) else { return };
            attribute.default = kept;
        }
        AttributeChange::AddValue(typed) => {
            let Some(value) = value(state, typed, attribute.values.iter()) else { return };
            attribute.values.push(value);
        }
        AttributeChange::Value(at, typed) => {
            let Some(old) = attribute.values.get(*at).cloned() else { return };
            if typed.trim().is_empty() {
                attribute.values.remove(*at);
            } else {
                let others = before.values.iter().enumerate().filter(|(n, _)| n != at).map(|(_, v)| v);
                let Some(new) = value(state, typed, others) else { return };
                attribute.values[*at] = new.clone();
                if attribute.default == old {
                    attribute.default.clone_from(&new);
                }
                renamed = Some((old, new));
            }
            if !attribute.values.contains(&attribute.default) {
                attribute.default.clear();
            }
        }
        AttributeChange::MoveValue(at, by) => {
            if *at >= attribute.values.len() || !shift(&mut attribute.values, *at, *by) {
                return;
            }
        }
    }
    let name = before.name.clone();
    let changed = change(state, env, out, |schema, builder| {
        if let Some((old, new)) = renamed {
            builder.change_values(id, None, |value| match value {
                AttributeValue::Text(text) if *text == old => Some(AttributeValue::Text(new.clone())),
                other => Some(other.clone()),
            });
        }
        if let Some(own) = schema.attributes.iter_mut().find(|own| own.id == *id) {
            *own = attribute;
        }
    });
    if changed {
        state.speak(words::changed(&name));
    }
}

/// A value as it is kept, if none of the others is the same.
fn value<'a>(state: &mut State, typed: &str, mut others: impl Iterator<Item = &'a String>) -> Option<String> {
    let value = typed.trim().to_owned();
    if value.is_empty() {
        return None;
    }
    if others.any(|other| *other == value) {
        refuse(state, Place::Value, words::value_taken(&value));
        return None;
    }
    Some(value)
}

fn take_off(state: &mut State, label: &LabelId, id: &AttributeId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(schema) = schema(state) else { return };
    let Some(name) = schema.attribute(id).map(|attribute| attribute.name.clone()) else { return };
    let used = state.session.as_ref().map_or(0, |session| session.uses().attribute(label, id));
    let gone = change(state, env, out, |schema, builder| {
        builder.change_values(id, Some(&std::iter::once(label.clone()).collect()), |_| None);
        if let Some(label) = schema.labels.iter_mut().find(|own| own.id == *label) {
            label.attributes.retain(|own| own != id);
        }
        forget_unused(schema, id);
    });
    if gone {
        state.schema.attribute = None;
        out.push(Effect::FocusOn(NEW.to_owned()));
        done(
            state,
            match used {
                0 => words::deleted(&name),
                used => words::deleted_with(&name, &count(used, "value", "values", "nilai")),
            },
        );
    }
}

/// Takes an attribute out of a schema if no label has it.
pub(super) fn forget_unused(schema: &mut Schema, id: &AttributeId) {
    if !schema.labels.iter().any(|label| label.attributes.contains(id)) {
        schema.attributes.retain(|attribute| attribute.id != *id);
    }
}
