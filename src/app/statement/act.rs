//! Acts on what a statement says. Each is one undo.

use super::{SpeakerChoice, chain_of, evidence_of};
use crate::app::picking;
use crate::app::reduce::commit;
use crate::app::{Effect, Env, Linking, NoticeKind, SetValue, State, Step, value_text};
use crate::edit::{Act, AnnotationField};
use crate::model::{
    Annotation, AttributeId, AttributeType, AttributeValue, EVIDENCE, Evidence, EvidenceStance, Kind,
    QUANTITY, Quantity, SPEAKERS, STANCE, STANCES, Speaker, TIME,
};
use crate::wire;
use crate::words::{said, statement as words};
use std::rc::Rc;

/// `id` of the field for one more speaker, and the beginning of the ids of its rows.
pub const NAMING: &str = "add-speaker";

/// What a person does with what a statement says.
#[derive(Clone, Debug)]
pub enum StatementAct {
    /// Types in the field for one more speaker.
    Type(String),
    /// Goes to a row below it.
    To(usize),
    /// Takes a row.
    Take(SpeakerChoice),
    /// Leaves the field: what is typed stands as it is typed.
    Leave,
    /// Puts away what is typed.
    Close,
    /// Puts other words in the place of a speaker; none take it off.
    Reword(usize, String),
    /// Puts a speaker before the one before.
    Earlier(usize),
    /// Takes a speaker off.
    RemoveSpeaker(usize),
    /// Takes off what was picked for this attribute: the cue, or the words that name the time.
    TakeOff(AttributeId),
    /// Takes a figure that was read from the text.
    TakeFigure(AttributeId, Quantity),
    /// The same by key: the first one, or the one behind what stands there.
    TakeRead,
    /// The next stance by key, behind the last none.
    NextStance,
    /// Adds an address as evidence.
    AddAddress(String),
    /// Says what a piece of evidence does.
    Bears(usize, EvidenceStance),
    /// Takes a piece of evidence off.
    RemoveEvidence(usize),
    /// Picks what is selected.
    TakeSelected,
    /// Picks nothing.
    GiveUp,
}

impl Step for StatementAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::TakeSelected => {
                picking::selected(state, env, out);
            }
            Self::TakeRead => return take_read(state, env),
            Self::NextStance => return next_stance(state, env),
            Self::GiveUp => picking::give_up(state, out),
            Self::Type(_) | Self::To(_) | Self::Close => naming(state, self),
            Self::Leave => {
                let typed = state.session.as_ref().and_then(|session| session.naming());
                let typed = typed.map(|naming| naming.words.trim().to_owned()).unwrap_or_default();
                if !typed.is_empty() {
                    speaks(state, &SpeakerChoice::Words(typed), env, out);
                }
                naming(state, &Self::Close);
            }
            Self::Take(choice) => {
                speaks(state, choice, env, out);
                naming(state, &Self::Type(String::new()));
            }
            _ => edit(state, self, env, out),
        }
        effects
    }
}

fn take_read(state: &mut State, env: &Env<'_>) -> Vec<Effect> {
    let Some(session) = state.session.as_ref() else { return Vec::new() };
    let Some(of) = session.selected().cloned() else {
        state.speak(said::none_here());
        return Vec::new();
    };
    let schema = &session.project.schema;
    let label = schema.label(&of.label);
    let own = label.into_iter().flat_map(|label| schema.attributes_of(label));
    let own = own.filter(|own| own.kind == AttributeType::Quantity).map(|own| own.id.clone()).next();
    let claim = session.registry_of(&of) == Kind::Claim;
    let id = own.or_else(|| claim.then(|| AttributeId::new(QUANTITY)));
    let read: Vec<Quantity> = session.figures_read(&of).into_iter().collect();
    let (Some(id), false) = (id, read.is_empty()) else {
        state.speak(words::no_figure());
        return Vec::new();
    };
    let now = value_text(of.attributes.get(&id));
    let at = read.iter().position(|one| now == one.to_string());
    let next = read[at.map_or(0, |at| (at + 1) % read.len())].clone();
    StatementAct::TakeFigure(id, next).reduce(state, env)
}

fn next_stance(state: &mut State, env: &Env<'_>) -> Vec<Effect> {
    let Some(session) = state.session.as_ref() else { return Vec::new() };
    let Some(of) = session.selected().cloned() else {
        state.speak(said::none_here());
        return Vec::new();
    };
    let id = AttributeId::new(STANCE);
    let label = session.project.schema.label(&of.label);
    let own = label.is_some_and(|label| label.attributes.contains(&id));
    let attribute = session.attribute(&id).filter(|_| own || session.registry_of(&of) == Kind::Claim);
    let Some(attribute) = attribute else {
        state.speak(words::stance_of_statements());
        return Vec::new();
    };
    let own: Vec<&str> = attribute.values.iter().map(String::as_str).collect();
    // A file may have brought it as words, of which any may stand.
    let values = if own.is_empty() { STANCES } else { &own[..] };
    let now = value_text(of.attributes.get(&id));
    let at = values.iter().position(|value| *value == now);
    let next = values.get(at.map_or(0, |at| at + 1)).map_or_else(String::new, |next| (*next).to_owned());
    let effects = SetValue(id, next.clone()).reduce(state, env);
    state.speak(if next.is_empty() { words::no_stance().to_owned() } else { next });
    effects
}

/// The field for one more speaker.
fn naming(state: &mut State, act: &StatementAct) {
    let Some(session) = state.session.as_mut() else { return };
    let of = session.selected().map(|annotation| annotation.id.clone());
    let Some(reading) = session.reading.as_mut() else { return };
    match (act, of) {
        (StatementAct::Type(words), Some(of)) => {
            reading.naming = Some(Linking { of, words: words.clone(), at: 0 });
        }
        (StatementAct::To(row), _) => {
            if let Some(naming) = &mut reading.naming {
                naming.at = *row;
            }
        }
        _ => reading.naming = None,
    }
}

fn speaks(state: &mut State, choice: &SpeakerChoice, env: &Env<'_>, out: &mut Vec<Effect>) {
    // Of whom it was typed: another one may be selected since.
    let Some(session) = state.session.as_ref() else { return };
    let of = session.naming().map(|naming| naming.of.clone());
    let of = of.and_then(|id| session.annotation(&id)).or_else(|| session.selected()).cloned();
    let Some(of) = of else { return };
    let speaker = match choice {
        SpeakerChoice::Entity(id, ..) => Speaker::Entity(id.clone()),
        SpeakerChoice::Words(words) => Speaker::Text(words.trim().to_owned()),
    };
    let mut chain = chain_of(&of).to_vec();
    if chain.contains(&speaker) {
        return state.speak(words::there_already());
    }
    chain.push(speaker.clone());
    if change(state, &of, SPEAKERS, Some(AttributeValue::Speakers(chain)), env, out) {
        let name = state.session.as_ref().map(|session| session.speaker_name(&of, &speaker));
        state.speak(words::is_now(words::speaker(), &name.unwrap_or_default()));
    }
}

fn edit(state: &mut State, act: &StatementAct, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(of) = state.session.as_ref().and_then(|session| session.selected()).cloned() else { return };
    let (mut chain, mut evidence) = (chain_of(&of).to_vec(), evidence_of(&of).to_vec());
    match act {
        StatementAct::Reword(n, words) if *n < chain.len() => match words.trim() {
            "" => drop(chain.remove(*n)),
            words => chain[*n] = Speaker::Text(words.to_owned()),
        },
        StatementAct::Earlier(n) if *n > 0 && *n < chain.len() => chain.swap(*n, n - 1),
        StatementAct::RemoveSpeaker(n) if *n < chain.len() => drop(chain.remove(*n)),
        StatementAct::AddAddress(url) => {
            let url = url.trim();
            if !is_address(url) {
                return state.notify(NoticeKind::Info, words::no_address(), false);
            }
            if evidence.iter().any(|one| one.url == url) {
                return state.speak(words::there_already());
            }
            let stance = EvidenceStance::Supports;
            evidence.push(Evidence { url: url.to_owned(), stance, ..Evidence::default() });
        }
        StatementAct::Bears(n, stance) => match evidence.get_mut(*n) {
            Some(one) => one.stance = *stance,
            None => return,
        },
        StatementAct::RemoveEvidence(n) if *n < evidence.len() => drop(evidence.remove(*n)),
        StatementAct::TakeOff(id) => {
            let rest = match of.attributes.get(id) {
                Some(AttributeValue::When(when)) if id.as_str() == TIME && !when.value.is_empty() => {
                    let mut when = when.clone();
                    when.annotation = None;
                    Some(AttributeValue::When(when))
                }
                _ => None,
            };
            change(state, &of, id.as_str(), rest, env, out);
            return;
        }
        StatementAct::TakeFigure(id, quantity) => {
            let value = AttributeValue::Json(wire::quantity_json(quantity));
            if change(state, &of, id.as_str(), Some(value), env, out) {
                state.speak(quantity.to_string());
            }
            return;
        }
        _ => return,
    }
    let (key, value) = match act {
        StatementAct::AddAddress(_) | StatementAct::Bears(..) | StatementAct::RemoveEvidence(_) => {
            (EVIDENCE, (!evidence.is_empty()).then_some(AttributeValue::Evidence(evidence)))
        }
        _ => (SPEAKERS, (!chain.is_empty()).then_some(AttributeValue::Speakers(chain))),
    };
    change(state, &of, key, value, env, out);
}

/// Whether a text is an address of the web.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !text.contains(char::is_whitespace)
}

/// Whether an attribute holds what a file gave in a form that cannot be changed here; says so. Figures are kept like
/// that anyway.
fn is_foreign(state: &mut State, of: &Annotation, key: &str) -> bool {
    let foreign = [SPEAKERS, EVIDENCE, TIME].contains(&key)
        && matches!(of.attributes.get(key), Some(AttributeValue::Json(_)));
    if foreign {
        state.notify(NoticeKind::Warning, words::foreign(), false);
    }
    foreign
}

/// Sets an attribute of one statement, as one act. False if it stands like that already, or cannot be changed, which is
/// said then.
pub(super) fn change(
    state: &mut State,
    of: &Rc<Annotation>,
    key: &str,
    value: Option<AttributeValue>,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) -> bool {
    if is_foreign(state, of, key) {
        return false;
    }
    commit::act(state, env, out, Act::SetAttribute, |builder, _| {
        let field = AnnotationField::Attribute(AttributeId::new(key), value);
        builder.set(&of.document, &of.id, field);
    })
}
