//! What a statement says, picked in the text: the next click on a mark says it.

use super::{act::change, chain_of, evidence_of};
use crate::app::picking::{self, Pick, Picking};
use crate::app::{Effect, Env, NoticeKind, State};
use crate::model::{
    Annotation, AttributeValue, CUE, EVIDENCE, Evidence, EvidenceStance, Kind, SPEAKERS, Speaker, TIME, When,
};
use crate::words::statement as words;
use std::rc::Rc;

/// What of a statement can be picked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Picked {
    /// One more speaker.
    Speaker,
    /// The words that attribute it.
    Cue,
    /// The words that name its time.
    Time,
    /// What bears on it, in any article.
    Evidence,
}

impl Picked {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Speaker, Self::Cue, Self::Time, Self::Evidence];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speaker => words::speaker(),
            Self::Cue => words::cue(),
            Self::Time => words::time(),
            Self::Evidence => words::evidence(),
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Speaker => SPEAKERS,
            Self::Cue => CUE,
            Self::Time => TIME,
            Self::Evidence => EVIDENCE,
        }
    }
}

/// The next click on a mark says this of the selected statement. A second time it is given up.
pub(in crate::app) fn begin(state: &mut State, part: Picked, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    if session.picking.as_ref().is_some_and(|picking| picking.what == Pick::Part(part)) {
        return picking::give_up(state, out);
    }
    let one = session.reading.as_ref().is_some_and(|reading| reading.selected.len() == 1);
    let selected = session.selected().filter(|_| one).cloned();
    // While something else is picked, it is for the same statement.
    let of = session.picking_for().or(selected).filter(|own| session.registry_of(own) == Kind::Claim);
    let Some(of) = of else { return state.speak(words::statement_first()) };
    let text = words::picking(part.name(), &session.described(&of));
    picking::begin(state, &of, Pick::Part(part), &text, out);
}

/// This mark was picked.
pub(in crate::app) fn take(
    state: &mut State,
    picking: &Picking,
    part: Picked,
    of: &Rc<Annotation>,
    picked: &Annotation,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(session) = state.session.as_ref() else { return };
    let what = session.described(picked);
    let refused = match part {
        Picked::Speaker if session.leads(picked, &of.id, SPEAKERS) => Some(words::loop_of_speakers(&what)),
        Picked::Evidence if session.leads(picked, &of.id, EVIDENCE) => Some(words::loop_of_evidence(&what)),
        Picked::Evidence => None,
        _ if picked.document != of.document => Some(words::picking_here().to_owned()),
        _ => None,
    };
    if let Some(why) = refused {
        // Another one may be picked.
        return state.notify(NoticeKind::Warning, why, false);
    }
    let value = with_picked(part, of, picked);
    let stands = of.attributes.get(part.key()) == value.as_ref();
    let done = change(state, of, part.key(), value, env, out);
    picking::finish(state, picking, out);
    match (done, stands) {
        (true, _) => state.speak(words::is_now(part.name(), &what)),
        (false, true) => state.speak(words::there_already()),
        // It was refused, and why is said already.
        (false, false) => {}
    }
}

/// What the statement says with this picked.
fn with_picked(part: Picked, of: &Annotation, picked: &Annotation) -> Option<AttributeValue> {
    Some(match part {
        Picked::Speaker => {
            let mut chain = chain_of(of).to_vec();
            let speaker = Speaker::Annotation(picked.id.clone());
            if !chain.contains(&speaker) {
                chain.push(speaker);
            }
            AttributeValue::Speakers(chain)
        }
        Picked::Cue => AttributeValue::Text(picked.id.to_string()),
        Picked::Time => {
            let value = match of.attributes.get(TIME) {
                Some(AttributeValue::When(when)) => when.value.clone(),
                Some(AttributeValue::Text(date)) => date.clone(),
                _ => String::new(),
            };
            AttributeValue::When(When { annotation: Some(picked.id.clone()), value })
        }
        Picked::Evidence => {
            let mut all = evidence_of(of).to_vec();
            if !all.iter().any(|evidence| evidence.annotations.contains(&picked.id)) {
                all.push(Evidence {
                    document: Some(picked.document.clone()),
                    annotations: vec![picked.id.clone()],
                    stance: EvidenceStance::Supports,
                    ..Evidence::default()
                });
            }
            AttributeValue::Evidence(all)
        }
    })
}
