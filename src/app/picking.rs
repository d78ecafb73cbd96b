//! Picking: the next click on a mark, or Enter on the selected one, says something of what was selected before: a part
//! of a statement, or the other end of a relation. It goes on in another article, until something is picked or it is
//! given up.
//!
//! The code for it is loaded later than what tells of clicks and keys: those make a [`PickAct`].

use super::reduce::{commit, documents, select};
use super::relations::pick as relation;
use super::statement::pick as statement;
use super::{Effect, Env, Focus, NoticeKind, Picked, Screen, Session, State, Step, Tie};
use crate::model::{Annotation, AnnotationId, DocumentId, Kind, RelationTypeId};
use crate::words::statement as words;
use std::rc::Rc;

/// What is being picked, and for which annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picking {
    /// Its article.
    pub document: DocumentId,
    /// The annotation.
    pub of: AnnotationId,
    /// What of it.
    pub what: Pick,
}

/// What can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A part of a statement.
    Part(Picked),
    /// The other end of a relation.
    End(Tie),
}

/// What begins picking, or goes on with it.
#[derive(Clone, Debug)]
pub enum PickAct {
    /// These were clicked, innermost first.
    Clicked(Vec<AnnotationId>),
    /// A relation of this type begins at what is selected.
    Relate(RelationTypeId),
}

impl Step for PickAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Self::Clicked(ids) => clicked(state, ids, env, &mut effects),
            Self::Relate(kind) => relation::begin(state, kind, &mut effects),
        }
        effects
    }
}

/// The next click on a mark is what is looked for; `text` says what that is.
pub(super) fn begin(state: &mut State, of: &Annotation, what: Pick, text: &str, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    session.picking = Some(Picking { document: of.document.clone(), of: of.id.clone(), what });
    if let Some(reading) = session.reading.as_mut() {
        (reading.adding_to, reading.relating) = (None, None);
    }
    // The text is needed now. What is picked stands at the end of the page meanwhile, where there is a sheet.
    state.layout.sheet = false;
    state.speak(format!("{text}. {}", words::picking_how()));
    out.push(Effect::Focus(Focus::Article));
}

/// Nothing is picked; back to the annotation for which it was.
pub(super) fn give_up(state: &mut State, out: &mut Vec<Effect>) {
    let Some(picking) = state.session.as_mut().and_then(|session| session.picking.take()) else { return };
    // It may say what to pick.
    state.notice = state.notice.take().filter(|notice| notice.kind == NoticeKind::Warning);
    go_back(state, &picking, out);
    state.speak(words::given_up());
}

/// Something was picked, or cannot be: back to the annotation for which it was.
pub(super) fn finish(state: &mut State, picking: &Picking, out: &mut Vec<Effect>) {
    if let Some(session) = state.session.as_mut() {
        session.picking = None;
    }
    go_back(state, picking, out);
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

/// What was clicked, innermost first.
pub(super) fn clicked(state: &mut State, ids: &[AnnotationId], env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(picking) = state.session.as_ref().and_then(|session| session.picking.clone()) else { return };
    // A statement lies around its own speaker and cue.
    let others = || ids.iter().filter(|id| **id != picking.of);
    // Where several lie on each other, who speaks is a mention.
    let mention = |id: &&AnnotationId| {
        let session = state.session.as_ref();
        session.is_some_and(|session| {
            session.annotation(id).is_some_and(|own| session.registry_of(own) == Kind::Entity)
        })
    };
    let speaker = picking.what == Pick::Part(Picked::Speaker);
    let Some(id) = others().find(|id| speaker && mention(id)).or_else(|| others().next()) else {
        return match (ids, &picking.what) {
            ([], _) => state.speak(words::no_mark()),
            (_, Pick::Part(_)) => state.notify(NoticeKind::Info, words::itself(), false),
            (_, Pick::End(_)) => state.notify(NoticeKind::Info, words::same_mark(), false),
        };
    };
    let Some(session) = state.session.as_ref() else { return };
    let (Some(of), Some(picked)) = (session.picking_for(), session.annotation(id).cloned()) else { return };
    match &picking.what {
        Pick::Part(part) => statement::take(state, &picking, *part, &of, &picked, env, out),
        Pick::End(tie) => relation::take(state, &picking, tie, &of, &picked, env, out),
    }
}

/// The selected annotation is picked, or else the one at the caret, by key or button.
pub(super) fn selected(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let chosen: Vec<AnnotationId> = match session.selected() {
        Some(selected) => vec![selected.id.clone()],
        None => select::here(state),
    };
    clicked(state, &chosen, env, out);
}

impl Session {
    /// The annotation for which something is being picked.
    pub fn picking_for(&self) -> Option<Rc<Annotation>> {
        let picking = self.picking.as_ref()?;
        self.project.annotation(&picking.document, &picking.of).cloned()
    }

    /// What is being picked, in words.
    pub fn picking_words(&self) -> Option<String> {
        let of = self.picking_for()?;
        Some(match &self.picking.as_ref()?.what {
            Pick::Part(part) => words::picking(part.name(), &self.described(&of)),
            Pick::End(tie) => self.tie_words(tie, &of),
        })
    }

    /// An annotation in words: `Claim “224 are held”`.
    pub fn described(&self, annotation: &Annotation) -> String {
        commit::describe(self, annotation)
    }
}
