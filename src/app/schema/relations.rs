//! Relation types and their roles.

use super::key::{self, Whose};
use super::{Place, change, done, id_of, name, refuse};
use crate::app::{Effect, Env, NoticeKind, State, Step};
use crate::model::{Filler, Relation, RelationType, RelationTypeId, Role};
use crate::words::{count, schema as words};

/// A change of one relation type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelationChange {
    /// Another name.
    Name(String),
    /// Another key, or none.
    Key(String),
    /// Whether its ends are alike.
    Symmetric(bool),
    /// One more role.
    AddRole(String),
    /// The nth role gets another name.
    Role(usize, String),
    /// The nth role goes; two are left at least.
    RemoveRole(usize),
    /// What may fill the nth role is taken in, or out.
    Filler(usize, Filler),
}

/// What a person does with relation types.
#[derive(Clone, Debug)]
pub enum RelationAct {
    /// Open one in the editor, or close it.
    Open(Option<RelationTypeId>),
    /// Add one with this name.
    Add(String),
    /// Change one.
    Change(RelationTypeId, RelationChange),
    /// Delete one that no relation has.
    Delete(RelationTypeId),
}

/// `id` of the field for a new relation type.
pub const NEW: &str = "schema-new-relation";

impl Step for RelationAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Open(relation) => {
                state.schema.relation.clone_from(relation);
                state.schema.wrong = None;
            }
            Self::Add(typed) => add(state, typed, env, out),
            Self::Change(id, to) => edit(state, id, to, env, out),
            Self::Delete(id) => delete(state, id, env, out),
        }
        effects
    }
}

fn types(state: &State) -> Vec<RelationType> {
    state.session.as_ref().map(|session| session.project.schema.relation_types.clone()).unwrap_or_default()
}

fn add(state: &mut State, typed: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    let types = types(state);
    let names = types.iter().map(|kind| kind.name.as_str());
    let Some(name) = name(state, Place::NewRelation, typed, names) else { return };
    let id = RelationTypeId::new(id_of(&name, |id| types.iter().any(|kind| kind.id.as_str() == id)));
    let role = |name: &str| Role { name: name.to_owned(), fillers: Vec::new() };
    let roles = vec![role(words::role_from()), role(words::role_to())];
    let kind = RelationType { id: id.clone(), name: name.clone(), symmetric: false, roles, key: None };
    if change(state, env, out, |schema, _| schema.relation_types.push(kind)) {
        state.schema.relation = Some(id);
        done(state, words::added(&name));
    }
}

fn edit(state: &mut State, id: &RelationTypeId, to: &RelationChange, env: &Env<'_>, out: &mut Vec<Effect>) {
    let types = types(state);
    let Some(before) = types.iter().find(|kind| kind.id == *id) else { return };
    let mut kind = before.clone();
    let mut renamed = None;
    match to {
        RelationChange::Name(typed) => {
            let others = types.iter().filter(|other| other.id != *id).map(|other| other.name.as_str());
            let Some(name) = name(state, Place::RelationName, typed, others) else { return };
            kind.name = name;
        }
        RelationChange::Key(typed) => {
            let Ok(key) = key::typed(state, Place::RelationKey, Whose::Relation(id), typed) else { return };
            kind.key = key;
        }
        RelationChange::Symmetric(symmetric) => kind.symmetric = *symmetric,
        RelationChange::AddRole(typed) => {
            let names = before.roles.iter().map(|role| role.name.as_str());
            let Some(name) = name(state, Place::Role, typed, names) else { return };
            kind.roles.push(Role { name, fillers: Vec::new() });
        }
        RelationChange::Role(at, typed) => {
            let others = before.roles.iter().enumerate().filter(|(n, _)| n != at);
            let Some(name) = name(state, Place::Role, typed, others.map(|(_, role)| role.name.as_str()))
            else {
                return;
            };
            let Some(role) = kind.roles.get_mut(*at) else { return };
            renamed = Some((std::mem::replace(&mut role.name, name.clone()), name));
        }
        RelationChange::RemoveRole(at) => {
            let Some(role) = before.roles.get(*at).filter(|_| before.roles.len() > 2) else { return };
            let fills = |relation: &Relation| {
                relation.kind == *id && relation.arguments.iter().any(|end| end.role == role.name)
            };
            if state.session.as_ref().is_some_and(|session| session.project.relations.values().any(fills)) {
                refuse(state, Place::Role, words::role_used().to_owned());
                return;
            }
            kind.roles.remove(*at);
        }
        RelationChange::Filler(at, filler) => {
            let Some(role) = kind.roles.get_mut(*at) else { return };
            match role.fillers.iter().position(|own| own == filler) {
                Some(at) => drop(role.fillers.remove(at)),
                None => role.fillers.push(filler.clone()),
            }
        }
    }
    let name = before.name.clone();
    let changed = change(state, env, out, |schema, builder| {
        if let Some((old, new)) = &renamed {
            builder.rename_role(id, old, new);
        }
        if let Some(own) = schema.relation_types.iter_mut().find(|own| own.id == *id) {
            *own = kind;
        }
    });
    if changed {
        state.speak(words::changed(&name));
    }
}

fn delete(state: &mut State, id: &RelationTypeId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(name) = types(state).iter().find(|kind| kind.id == *id).map(|kind| kind.name.clone()) else {
        return;
    };
    let used = state.session.as_ref().map_or(0, |session| session.uses().relation(id));
    if used > 0 {
        let used = count(used, "relation", "relations", "relasi");
        state.notify(NoticeKind::Info, words::relation_used(&name, &used), false);
        return;
    }
    if change(state, env, out, |schema, _| schema.relation_types.retain(|kind| kind.id != *id)) {
        state.schema.relation = None;
        out.push(Effect::FocusOn(NEW.to_owned()));
        done(state, words::deleted(&name));
    }
}
