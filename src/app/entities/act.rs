//! What a person does with the registry of entities.

use super::one_line;
use super::screen::{ENTITIES, ENTITY_ROWS};
use super::spelling::alias;
use crate::app::reduce::{commit, documents, select};
use crate::app::{Effect, Env, HEADING, NoticeKind, Screen, Session, State, Step};
use crate::edit::Act;
use crate::model::{
    Alias, Annotation, AnnotationId, DocumentId, Entity, EntityId, ExternalId, LabelId, Reference,
};
use crate::sorted::Set;
use crate::words::entities as words;
use std::rc::Rc;

/// What a person does on the screen *Entities*.
#[derive(Clone, Debug)]
pub enum EntityAct {
    /// Only names that hold this are listed.
    Words(String),
    /// Only this type is listed, or all.
    Only(Option<LabelId>),
    /// Opens a card, or closes it.
    Open(Option<EntityId>),
    /// A new entity of this name and type.
    New(String, LabelId),
    /// Another canonical name.
    Name(EntityId, String),
    /// Another type.
    Label(EntityId, LabelId),
    /// In a sentence.
    Describe(EntityId, String),
    /// A note.
    Note(EntityId, String),
    /// One more name.
    AddName(EntityId, String),
    /// This name no longer.
    RemoveName(EntityId, String),
    /// This name is the canonical one from now on; that one stays as another name.
    Prefer(EntityId, String),
    /// An id in another registry: scheme and id.
    AddId(EntityId, String, String),
    /// Not that one.
    RemoveId(EntityId, ExternalId),
    /// Ticks a mention on the card, or no longer.
    Tick(AnnotationId, bool),
    /// Asks which entity becomes part of the open one, with what is typed; `None` gives it up.
    Ask(Option<String>),
    /// Makes the second one part of the first.
    Merge(EntityId, EntityId),
    /// The ticked mentions become another entity's.
    Split(EntityId),
    /// The ticked mentions refer to nothing any more.
    Unlink(EntityId),
    /// Deletes the entity; its mentions stay.
    Delete(EntityId),
    /// Goes to a mention in its article.
    GoTo(DocumentId, AnnotationId),
    /// Opens the card of what the selected annotation refers to.
    OpenSelected,
}

impl Step for EntityAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Words(words) => state.entities.words.clone_from(words),
            Self::Only(label) => state.entities.label.clone_from(label),
            Self::Open(id) => open(state, id.clone(), out),
            Self::New(name, label) => new(state, name, label, env, out),
            Self::Name(id, name) => {
                let name = one_line(name);
                if !name.is_empty() {
                    edit(state, id, env, out, |entity| rename(entity, name));
                }
            }
            Self::Label(id, label) => edit(state, id, env, out, |entity| entity.label = label.clone()),
            Self::Describe(id, text) => {
                edit(state, id, env, out, |entity| entity.description.clone_from(text));
            }
            Self::Note(id, text) => edit(state, id, env, out, |entity| entity.note.clone_from(text)),
            Self::AddName(id, name) => {
                let value = one_line(name);
                let script = super::script_of(&value);
                edit(state, id, env, out, |entity| {
                    if !value.is_empty() && !entity.has_name(&value) {
                        entity.aliases.push(Alias { value, language: String::new(), script });
                    }
                });
            }
            Self::RemoveName(id, name) => {
                edit(state, id, env, out, |entity| entity.aliases.retain(|alias| alias.value != *name));
            }
            Self::Prefer(id, name) => edit(state, id, env, out, |entity| prefer(entity, name)),
            Self::AddId(id, scheme, own) => add_id(state, id, scheme.trim(), own.trim(), env, out),
            Self::RemoveId(id, gone) => {
                edit(state, id, env, out, |entity| entity.ids.retain(|own| own != gone))
            }
            Self::Tick(id, tick) => {
                if *tick {
                    state.entities.ticked.insert(id.clone());
                } else {
                    state.entities.ticked.remove(id);
                }
            }
            Self::Ask(words) => {
                let before = std::mem::replace(&mut state.entities.merging, words.clone());
                // To the field when it comes, back to the button when it goes.
                match (before, words) {
                    (None, Some(_)) => out.push(Effect::FocusOn(MERGE_INTO.to_owned())),
                    (Some(_), None) => out.push(Effect::FocusOn(MERGE.to_owned())),
                    _ => {}
                }
            }
            Self::Merge(into, other) => merge(state, into, other, env, out),
            Self::Split(id) => split(state, id, env, out),
            Self::Unlink(id) => unlink(state, id, env, out),
            Self::Delete(id) => delete(state, id, env, out),
            Self::GoTo(document, id) => {
                documents::open(state, document, out);
                select::set_and_show(state, vec![id.clone()], out);
            }
            Self::OpenSelected => {
                let session = state.session.as_ref();
                let selected = session.and_then(|session| session.selected());
                match selected.and_then(|annotation| annotation.refers_to.clone()) {
                    Some(Reference::Entity(id)) => {
                        state.screen = Screen::Entities;
                        open(state, Some(id), out);
                    }
                    _ => state.speak(words::refers_to_nothing()),
                }
            }
        }
        effects
    }
}

fn open(state: &mut State, id: Option<EntityId>, out: &mut Vec<Effect>) {
    let screen = &mut state.entities;
    (screen.ticked, screen.merging) = (Set::new(), None);
    let before = std::mem::replace(&mut screen.open, id);
    match (&screen.open, before) {
        (Some(_), _) => out.push(Effect::FocusOn(CARD.to_owned())),
        // Back to the row that the card was opened from, if the list shows it.
        (None, Some(before)) => {
            let rows = state.session.as_ref().map(|session| session.entities_found(&state.entities));
            let row = rows.and_then(|rows| rows.iter().position(|id| *id == before));
            out.push(match row {
                Some(row) => {
                    Effect::FocusInList { list: ENTITY_ROWS, row, element: format!("{ENTITIES}-{before}") }
                }
                None => Effect::FocusOn(HEADING.to_owned()),
            });
        }
        (None, None) => {}
    }
}

/// `id` of the card's heading.
pub const CARD: &str = "entity-card";
/// `id` of the button that asks what the open entity is to be merged with.
pub const MERGE: &str = "entity-merge";
/// `id` of the field that asks it.
pub const MERGE_INTO: &str = "entity-merge-with";

fn new(state: &mut State, name: &str, label: &LabelId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let name = one_line(name);
    if name.is_empty() {
        return;
    }
    let mut made = None;
    commit::act(state, env, out, Act::EditEntity, |builder, _| {
        let id = EntityId::new(builder.new_id());
        builder.set_entity(Entity::new(id.clone(), name.clone(), label.clone()));
        made = Some(id);
    });
    if made.is_some() {
        state.speak(words::said_created(&name));
        open(state, made, out);
    }
}

fn edit(
    state: &mut State,
    id: &EntityId,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
    change: impl FnOnce(&mut Entity),
) {
    commit::act(state, env, out, Act::EditEntity, |builder, _| {
        if let Some(mut entity) = builder.entity(id) {
            change(&mut entity);
            builder.set_entity(entity);
        }
    });
}

/// Another canonical name. The one before stays as another name: texts may have it.
fn rename(entity: &mut Entity, name: String) {
    if entity.name == name {
        return;
    }
    if entity.has_name(&name) {
        return prefer(entity, &name);
    }
    let before = std::mem::replace(&mut entity.name, name);
    stays(entity, 0, before);
}

/// Another of its names becomes the canonical one. It stays among them all the same, with the language and the script
/// that it is known to be of.
fn prefer(entity: &mut Entity, name: &str) {
    let Some(at) = entity.aliases.iter().position(|alias| alias.value == name) else { return };
    let before = std::mem::replace(&mut entity.name, name.to_owned());
    stays(entity, at, before);
}

/// The canonical name of before is another name from now on, at this place unless it has one.
fn stays(entity: &mut Entity, at: usize, value: String) {
    if !entity.aliases.iter().any(|alias| alias.value == value) {
        let script = super::script_of(&value);
        entity.aliases.insert(at, Alias { value, language: String::new(), script });
    }
}

/// Wikidata's ids are a Q and digits; nothing is fetched to see whether there is such a one.
fn is_wikidata(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('0') && rest.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn add_id(state: &mut State, id: &EntityId, scheme: &str, own: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    if own.is_empty() || scheme.is_empty() {
        return;
    }
    let scheme = crate::text::folded(scheme);
    let wikidata = scheme == "wikidata";
    // Addresses are pasted, too: what counts is behind the last slash.
    let own = if wikidata { own.rsplit('/').next().unwrap_or(own).trim() } else { own };
    if wikidata && !is_wikidata(own) {
        state.notify(NoticeKind::Warning, words::no_wikidata(own), false);
        return;
    }
    let url = if wikidata { format!("https://www.wikidata.org/wiki/{own}") } else { String::new() };
    edit(state, id, env, out, |entity| {
        if !entity.ids.iter().any(|other| other.scheme == scheme && other.id == own) {
            entity.ids.push(ExternalId { scheme, id: own.to_owned(), url });
        }
    });
}

fn name_of(state: &State, id: &EntityId) -> String {
    let entity = state.session.as_ref().and_then(|session| session.project.entities.get(id));
    entity.map_or_else(String::new, |entity| entity.name.clone())
}

fn merge(state: &mut State, into: &EntityId, other: &EntityId, env: &Env<'_>, out: &mut Vec<Effect>) {
    if into == other {
        return;
    }
    let (one, two) = (name_of(state, into), name_of(state, other));
    let done = commit::act(state, env, out, Act::MergeEntities, |builder, session| {
        builder.merge_entities(into, std::slice::from_ref(other), &session.bearing_on(other));
    });
    if done {
        open(state, Some(into.clone()), out);
        state.notify(NoticeKind::Info, words::merged(&two, &one), true);
    }
}

/// The ticked mentions of an entity, as the project has them.
fn ticked(
    session: &Session,
    ticks: &Set<AnnotationId>,
    id: &EntityId,
) -> (Vec<Rc<Annotation>>, Vec<Rc<Annotation>>) {
    session.mentions_of(&Reference::Entity(id.clone())).into_iter().partition(|a| ticks.contains(&a.id))
}

fn split(state: &mut State, id: &EntityId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let ticks = std::mem::take(&mut state.entities.ticked);
    let mut made = None;
    let done = commit::act(state, env, out, Act::SplitEntity, |builder, session| {
        let (some, rest) = ticked(session, &ticks, id);
        let Some((mut entity, name)) = builder.entity(id).zip(session.called(&some)) else { return };
        let own = EntityId::new(builder.new_id());
        // A spelling that only these have goes with them.
        let stays: Set<String> = rest.iter().map(|annotation| session.named(annotation)).collect();
        let goes: Set<String> =
            some.iter().map(|a| session.named(a)).filter(|value| !stays.contains(value)).collect();
        entity.aliases.retain(|alias| !goes.contains(&alias.value));
        let mut other = Entity::new(own.clone(), name.clone(), entity.label.clone());
        for annotation in &some {
            let alias = alias(session, annotation);
            if !other.has_name(&alias.value) {
                other.aliases.push(alias);
            }
        }
        builder.set_entity(entity);
        builder.set_entity(other);
        for annotation in &some {
            builder.refer(&annotation.document, &annotation.id, Some(Reference::Entity(own.clone())));
        }
        made = Some((own, name, some.len()));
    });
    if let Some((own, name, count)) = made.filter(|_| done) {
        open(state, Some(own), out);
        state.notify(NoticeKind::Info, words::split(&name, count), true);
    }
}

fn unlink(state: &mut State, id: &EntityId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let ticks = std::mem::take(&mut state.entities.ticked);
    let mut count = 0;
    let done = commit::act(state, env, out, Act::LinkEntity, |builder, session| {
        let (some, _) = ticked(session, &ticks, id);
        count = some.len();
        for annotation in some {
            builder.refer(&annotation.document, &annotation.id, None);
        }
    });
    if done {
        state.notify(NoticeKind::Info, words::said_several(words::said_unlinked(), count), true);
    }
}

fn delete(state: &mut State, id: &EntityId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let name = name_of(state, id);
    let mentions = state.session.as_ref().map_or(0, |session| session.times(&Reference::Entity(id.clone())));
    let done = commit::act(state, env, out, Act::DeleteEntities, |builder, session| {
        builder.remove_entities(std::slice::from_ref(id), &session.bearing_on(id));
    });
    if done {
        open(state, None, out);
        // Its row is gone, too.
        out.push(Effect::FocusOn(HEADING.to_owned()));
        state.notify(NoticeKind::Info, words::deleted(&name, mentions), true);
    }
}
