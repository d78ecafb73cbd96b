//! What a person does with relations. Each change is one undo.

use super::pick;
use super::{claims, pick::checked};
use crate::app::reduce::{commit, documents, select};
use crate::app::{
    ClaimAct, Command, Effect, EntityAct, Env, Focus, Linking, NoticeKind, Screen, State, Step,
};
use crate::edit::Act;
use crate::model::{AnnotationId, ClaimId, DocumentId, End, RelationId, RelationTypeId};
use crate::words::{relations as words, said};

/// `id` of the box that says how the selected annotation is related, and the beginning of the ids of its rows.
pub const RELATE: &str = "relate";

/// What a person does with relations.
#[derive(Clone, Debug)]
pub enum RelateAct {
    /// Goes to the box, by key.
    Open,
    /// Opens the box with what is typed in it.
    Type(String),
    /// Goes to a row of it.
    To(usize),
    /// Puts it away.
    Close,
    /// Picks the other end of a new relation of this type.
    Take(RelationTypeId),
    /// Picks what stands in one more role.
    More(RelationId, String),
    /// Turns a relation round: its first two ends change their roles.
    Turn(RelationId),
    /// Deletes a relation.
    Delete(RelationId),
    /// Goes to another end.
    GoTo(End),
    /// Goes back to where that was done last.
    WayBack,
    /// Of the open claim: the type of a new relation.
    ClaimKind(RelationTypeId),
    /// Opens the box for the other claim with what is typed in it.
    TypeClaim(String),
    /// Goes to a row of it.
    ToClaim(usize),
    /// Puts it away.
    CloseClaim,
    /// Relates the open claim to this one.
    TakeClaim(ClaimId),
}

impl Step for RelateAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Open => open(state, out),
            Self::Type(_) | Self::To(_) | Self::Close => relating(state, self),
            // Where it does not fit, what is typed stays.
            Self::Take(kind) => pick::begin(state, kind, out),
            Self::More(id, role) => pick::more(state, id, role, out),
            Self::Turn(id) => turn(state, id, env, out),
            Self::Delete(id) => delete(state, id, env, out),
            Self::GoTo(end) => return go_to(state, end, env),
            Self::WayBack => way_back(state, out),
            Self::ClaimKind(_) | Self::TypeClaim(_) | Self::ToClaim(_) | Self::CloseClaim => {
                claims::choosing(state, self);
            }
            Self::TakeClaim(other) => claims::relate(state, other, env, out),
        }
        effects
    }
}

/// Goes to the box, where there is something to choose from.
fn open(state: &mut State, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    match session.selected() {
        None => state.speak(said::select_first()),
        Some(_) if session.project.schema.relation_types.is_empty() => {
            state.notify(NoticeKind::Info, words::no_types(), false);
        }
        Some(_) => out.push(Effect::FocusOn(RELATE.to_owned())),
    }
}

/// The box for the type.
fn relating(state: &mut State, act: &RelateAct) {
    let Some(session) = state.session.as_mut() else { return };
    let of = session.selected().map(|annotation| annotation.id.clone());
    let Some(reading) = session.reading.as_mut() else { return };
    match (act, of, &mut reading.relating) {
        (RelateAct::Type(words), Some(of), _) => {
            reading.relating = Some(Linking { of, words: words.clone(), at: 0 });
        }
        (RelateAct::To(row), _, Some(relating)) => relating.at = *row,
        (RelateAct::To(_), ..) => {}
        _ => reading.relating = None,
    }
}

fn turn(state: &mut State, id: &RelationId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(mut relation) = session.project.relations.get(id).cloned() else { return };
    let [one, two, ..] = &mut relation.arguments[..] else { return };
    std::mem::swap(&mut one.target, &mut two.target);
    let there = || Err(words::there_already().to_owned());
    let relation = match checked(session, relation) {
        Ok(relation) if session.is_there(&relation) => there(),
        checked => checked,
    };
    let relation = match relation {
        Ok(relation) => relation,
        Err(why) => return state.notify(NoticeKind::Info, words::cannot_turn(&why), false),
    };
    let text = session.relation_words(&relation);
    let done = commit::act(state, env, out, Act::EditRelation, |builder, _| {
        builder.set_relation(relation);
    });
    if done {
        state.speak(text);
    }
}

fn delete(state: &mut State, id: &RelationId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(relation) = session.project.relations.get(id) else { return };
    let text = said::deleted(&session.relation_words(relation));
    let done = commit::act(state, env, out, Act::DeleteRelation, |builder, _| {
        builder.unrelate(id);
    });
    if done {
        state.notify(NoticeKind::Info, text, true);
        // The button that was pressed is gone.
        out.push(match state.screen {
            Screen::Read => Effect::Focus(Focus::Inspector),
            _ => Effect::FocusOn(super::CLAIM_RELATION.to_owned()),
        });
    }
}

fn go_to(state: &mut State, end: &End, env: &Env<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let out = &mut effects;
    if state.screen == Screen::Read
        && let Some(session) = state.session.as_mut()
        && let Some(here) = session.selected().map(|own| (own.document.clone(), own.id.clone()))
    {
        session.way_back.push(here);
    }
    match end {
        End::Annotation(annotation) => {
            show(state, &annotation.document, &annotation.id, out);
            if let Some(keys) = Command::WayBack.info().chords().first() {
                let there = state.spoken.1.clone();
                state.speak(words::went_to(&there, &keys.to_string()));
            }
        }
        End::Document(id) => documents::open(state, id, out),
        End::Entity(id) => {
            state.screen = Screen::Entities;
            return EntityAct::Open(Some(id.clone())).reduce(state, env);
        }
        End::Claim(id) => {
            state.screen = Screen::Claims;
            return ClaimAct::Open(id.clone(), None).reduce(state, env);
        }
    }
    effects
}

fn show(state: &mut State, document: &DocumentId, id: &AnnotationId, out: &mut Vec<Effect>) {
    let here = state.session.as_ref().and_then(|session| session.reading.as_ref());
    if state.screen != Screen::Read || here.is_none_or(|reading| reading.document != *document) {
        documents::open(state, document, out);
    }
    select::set_and_show(state, vec![id.clone()], out);
    // What was pressed shows another annotation now.
    out.push(Effect::Focus(Focus::Article));
}

fn way_back(state: &mut State, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    while let Some((document, id)) = session.way_back.pop() {
        if session.project.annotation(&document, &id).is_some() {
            return show(state, &document, &id, out);
        }
    }
    state.speak(words::no_way_back());
}
