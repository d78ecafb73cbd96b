//! The other end of a relation, picked in the text.

use super::{Tie, Tied};
use crate::app::picking::{self, Pick, Picking};
use crate::app::reduce::commit;
use crate::app::{Effect, Env, NoticeKind, Session, State};
use crate::edit::Act;
use crate::model::{Annotation, Argument, Relation, RelationId, RelationType, RelationTypeId, Role, fill};
use crate::sorted::Map;
use crate::words::{relations as words, said};
use std::rc::Rc;

/// A relation of a type begins at the selected annotation, which takes the first role that it may fill. The same once more:
/// the next role; behind the last one it is given up.
pub(in crate::app) fn begin(state: &mut State, id: &RelationTypeId, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let one = session.reading.as_ref().is_some_and(|reading| reading.selected.len() == 1);
    // While something else is picked, it is for the same annotation.
    let of = session.picking_for().or(session.selected().filter(|_| one).cloned());
    let Some(of) = of else { return state.speak(said::select_first()) };
    let Some(kind) = session.relation_type(id).map(|kind| kind.into_owned()) else { return };
    if kind.roles.len() < 2 {
        return state.notify(NoticeKind::Info, words::few_roles(&kind.name), false);
    }
    let before = match session.picking.as_ref().map(|picking| &picking.what) {
        Some(Pick::End(Tie { kind: own, of: Tied::New(role), .. })) if own == id => {
            kind.roles.iter().position(|one| one.name == *role).map(|at| at + 1)
        }
        _ => None,
    };
    let again = before.is_some();
    let rest = kind.roles.iter().skip(before.unwrap_or_default());
    let own = rest.filter(|_| !(again && kind.symmetric)).find(|role| fill(role, &of).is_some());
    let other = own.and_then(|own| kind.roles.iter().find(|role| role.name != own.name));
    let (Some(own), Some(other)) = (own, other) else {
        if again {
            return picking::give_up(state, out);
        }
        let why = words::fits_nowhere(&session.described(&of), &kind.name, &session.roles_words(&kind));
        return state.notify(NoticeKind::Info, why, false);
    };
    let tie = Tie { kind: id.clone(), role: other.name.clone(), of: Tied::New(own.name.clone()) };
    let text = session.tie_words(&tie, &of);
    picking::begin(state, &of, Pick::End(tie), &text, out);
}

/// One more end of a relation that is there is picked.
pub(super) fn more(state: &mut State, id: &RelationId, role: &str, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let (Some(of), Some(relation)) = (session.selected().cloned(), session.project.relations.get(id)) else {
        return;
    };
    let tie = Tie { kind: relation.kind.clone(), role: role.to_owned(), of: Tied::There(id.clone()) };
    let text = session.tie_words(&tie, &of);
    picking::begin(state, &of, Pick::End(tie), &text, out);
}

/// This mark was picked.
pub(in crate::app) fn take(
    state: &mut State,
    picking: &Picking,
    tie: &Tie,
    of: &Rc<Annotation>,
    picked: &Rc<Annotation>,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(session) = state.session.as_ref() else { return };
    let kind = session.relation_type(&tie.kind);
    let there = |id: &RelationId| session.project.relations.contains_key(id);
    let kind = kind.filter(|_| !matches!(&tie.of, Tied::There(id) if !there(id)));
    let made = kind.as_ref().map(|kind| match &tie.of {
        Tied::New(own) => new(session, kind, own, &tie.role, of, picked),
        Tied::There(id) => longer(session, kind, id, &tie.role, picked),
    });
    let relation = match made {
        Some(Ok(relation)) => relation,
        // Another one may be picked.
        Some(Err(why)) => return state.notify(NoticeKind::Info, why, false),
        // The type, or the relation, is gone.
        None => return picking::give_up(state, out),
    };
    if session.is_there(&relation) {
        picking::finish(state, picking, out);
        return state.speak(words::there_already());
    }
    let text = session.relation_words(&relation);
    let done = match &tie.of {
        Tied::New(_) => commit::act(state, env, out, Act::Relate, |builder, _| {
            builder.relate(&relation.kind, relation.symmetric, relation.arguments);
        }),
        Tied::There(_) => commit::act(state, env, out, Act::EditRelation, |builder, _| {
            builder.set_relation(relation);
        }),
    };
    picking::finish(state, picking, out);
    if done {
        state.speak(text);
    }
}

/// A relation of two marks, or why they cannot be related so. Where they fit only the other way round, it is meant that
/// way.
fn new(
    session: &Session,
    kind: &RelationType,
    own: &str,
    other: &str,
    of: &Rc<Annotation>,
    picked: &Rc<Annotation>,
) -> Result<Relation, String> {
    let (Some(own), Some(other)) = (kind.role(own), kind.role(other)) else {
        return Err(words::no_role(other));
    };
    let straight = fill(own, of).zip(fill(other, picked));
    let turned = || fill(own, picked).zip(fill(other, of));
    let (one, two) = straight.or_else(turned).ok_or_else(|| session.unfit_mark(picked, other))?;
    let end = |role: &Role, target: &str| Argument { role: role.name.clone(), target: target.to_owned() };
    let mut arguments = vec![end(own, one.id()), end(other, two.id())];
    let place = |role: &str| kind.roles.iter().position(|own| own.name == role);
    if place(&arguments[0].role) > place(&arguments[1].role) {
        arguments.swap(0, 1);
    }
    checked(
        session,
        Relation {
            id: RelationId::new(""),
            kind: kind.id.clone(),
            arguments,
            symmetric: kind.symmetric,
            trigger: None,
            attributes: Map::new(),
        },
    )
}

/// A relation with one more end.
fn longer(
    session: &Session,
    kind: &RelationType,
    id: &RelationId,
    role: &str,
    picked: &Rc<Annotation>,
) -> Result<Relation, String> {
    let (Some(own), Some(mut relation)) = (kind.role(role), session.project.relations.get(id).cloned())
    else {
        return Err(words::no_role(role));
    };
    let end = fill(own, picked).ok_or_else(|| session.unfit_mark(picked, own))?;
    relation.arguments.push(Argument { role: role.to_owned(), target: end.id().to_owned() });
    checked(session, relation)
}

/// The relation, or why it cannot stand: the first thing in it that does not fit, or a loop of claims.
pub(super) fn checked(session: &Session, relation: Relation) -> Result<Relation, String> {
    match session.misfit_words(&relation).into_iter().next() {
        Some(why) => Err(why),
        None if session.claims_loop(&relation) => {
            Err(words::loop_of_claims(&session.relation_name(&relation.kind)))
        }
        None => Ok(relation),
    }
}
