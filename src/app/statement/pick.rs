//! What a statement says, picked in the text: the next click on a mark says it.

use super::{act::change, chain_of, evidence_of};
use crate::app::reduce::{commit, documents, select};
use crate::app::{Effect, Env, Focus, NoticeKind, Screen, Session, State};
use crate::model::{
    Annotation, AnnotationId, AttributeValue, CUE, DocumentId, EVIDENCE, Evidence, EvidenceStance, Kind,
    SPEAKERS, Speaker, TIME, When,
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

/// What is being picked, and for which statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picking {
    /// The article of the statement.
    pub document: DocumentId,
    /// The statement.
    pub of: AnnotationId,
    /// What of it.
    pub part: Picked,
}

/// The next click on a mark says this of the selected statement. A second time it is given up.
pub(in crate::app) fn begin(state: &mut State, part: Picked, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    if session.picking.as_ref().is_some_and(|picking| picking.part == part) {
        return give_up(state, out);
    }
    let one = session.reading.as_ref().is_some_and(|reading| reading.selected.len() == 1);
    let selected = session.selected().filter(|_| one).cloned();
    // While something else is picked, it is for the same statement.
    let of = session.picking_for().or(selected.filter(|own| session.registry_of(own) == Kind::Claim));
    let Some(of) = of else { return state.speak(words::statement_first()) };
    session.picking = Some(Picking { document: of.document.clone(), of: of.id.clone(), part });
    if let Some(reading) = session.reading.as_mut() {
        reading.adding_to = None;
    }
    let text = format!("{}. {}", words::picking(part.name(), &session.described(&of)), words::picking_how());
    // The text is needed now, and the region that says it may go with the sheet.
    match std::mem::take(&mut state.layout.sheet) {
        true => state.notify(NoticeKind::Info, text, false),
        false => state.speak(text),
    }
    out.push(Effect::Focus(Focus::Article));
}

/// Nothing is picked; back to the statement.
pub(in crate::app) fn give_up(state: &mut State, out: &mut Vec<Effect>) {
    let Some(picking) = state.session.as_mut().and_then(|session| session.picking.take()) else { return };
    // It may say what to pick.
    state.notice = state.notice.take().filter(|notice| notice.kind == NoticeKind::Warning);
    go_back(state, &picking, out);
    state.speak(words::given_up());
}

fn go_back(state: &mut State, picking: &Picking, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    if state.screen != Screen::Read
        || session.reading.as_ref().is_none_or(|reading| reading.document != picking.document)
    {
        documents::open(state, &picking.document, out);
    }
    select::set_and_show(state, vec![picking.of.clone()], out);
    // The button that was pressed is gone.
    out.push(Effect::Focus(Focus::Article));
}

/// What was clicked, innermost first. False where nothing is being picked.
pub(in crate::app) fn clicked(
    state: &mut State,
    ids: &[AnnotationId],
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) -> bool {
    let Some(picking) = state.session.as_ref().and_then(|session| session.picking.clone()) else {
        return false;
    };
    // A statement lies around its own speaker and cue.
    match ids.iter().find(|id| **id != picking.of) {
        Some(id) => take(state, &picking, id, env, out),
        None if ids.is_empty() => state.speak(words::no_mark()),
        None => state.notify(NoticeKind::Info, words::itself(), false),
    }
    true
}

/// The selected annotation is picked, by key or button. False where nothing is being picked.
pub(in crate::app) fn selected(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) -> bool {
    let Some(session) = state.session.as_ref().filter(|session| session.picking.is_some()) else {
        return false;
    };
    let chosen: Vec<AnnotationId> = match session.selected() {
        Some(selected) => vec![selected.id.clone()],
        None => select::here(state),
    };
    clicked(state, &chosen, env, out)
}

fn take(state: &mut State, picking: &Picking, id: &AnnotationId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let (Some(of), Some(picked)) = (session.picking_for(), session.annotation(id).cloned()) else { return };
    let what = session.described(&picked);
    let refused = match picking.part {
        Picked::Speaker if session.leads(&picked, &of.id, SPEAKERS) => Some(words::loop_of_speakers(&what)),
        Picked::Evidence if session.leads(&picked, &of.id, EVIDENCE) => Some(words::loop_of_evidence(&what)),
        Picked::Evidence => None,
        _ if picked.document != of.document => Some(words::picking_here().to_owned()),
        _ => None,
    };
    if let Some(why) = refused {
        // Another one may be picked.
        return state.notify(NoticeKind::Warning, why, false);
    }
    let value = with_picked(picking.part, &of, &picked);
    let stands = of.attributes.get(picking.part.key()) == value.as_ref();
    let done = change(state, &of, picking.part.key(), value, env, out);
    if let Some(session) = state.session.as_mut() {
        session.picking = None;
    }
    go_back(state, picking, out);
    match (done, stands) {
        (true, _) => state.speak(words::is_now(picking.part.name(), &what)),
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

impl Session {
    /// The statement for which something is being picked.
    pub fn picking_for(&self) -> Option<Rc<Annotation>> {
        let picking = self.picking.as_ref()?;
        self.project.annotation(&picking.document, &picking.of).cloned()
    }

    /// An annotation in words: `Claim “224 are held”`.
    pub fn described(&self, annotation: &Annotation) -> String {
        commit::describe(self, annotation)
    }
}
