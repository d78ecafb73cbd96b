//! A second article beside the open one.
//!
//! What is done is done in one of the two, `Session::reading`; who goes on in the other has them change places. So all
//! acts, keys and lists know one article only. The other pane shows `Session::beside`, with what speaks of the same as
//! what is selected, and goes to its place there (`ui::panes`).

use super::{Effect, Env, Focus, Reading, Screen, Session, State, Step, titled};
use crate::edit::Transaction;
use crate::model::{Annotation, AnnotationId, DocumentId};
use crate::words::read;
use std::rc::Rc;

/// What a person does with the two.
#[derive(Clone, Debug)]
pub enum BesideAct {
    /// Opens this article beside the open one, or one that suits.
    Open(Option<DocumentId>),
    /// Goes on in the first or the second (true) of the two.
    Turn(bool),
    /// The same by key: in the other one, wherever it stands.
    TurnOver,
    /// Closes the first or the second (true).
    Close(bool),
    /// Opens one, or closes the one that is not worked in.
    Toggle,
}

impl Step for BesideAct {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        let Some(session) = state.session.as_mut().filter(|_| state.screen == Screen::Read) else {
            return effects;
        };
        let (two, second) = (session.beside.is_some(), session.second);
        match self {
            Self::Open(id) => open(state, id.clone(), out),
            Self::Toggle if two => leave(state, !second, out),
            Self::Toggle => open(state, None, out),
            Self::Turn(to) if two && *to != second => {
                turn(session, out);
            }
            Self::Turn(_) => {}
            Self::TurnOver if two => {
                turn(session, out);
                out.push(Effect::ShowCaret);
                out.push(Effect::Focus(Focus::Article));
                let title = session.document().map(|document| titled(&document.metadata).to_owned());
                state.speak(title.unwrap_or_default());
            }
            Self::TurnOver => state.speak(read::none_beside()),
            Self::Close(which) if two => leave(state, *which, out),
            Self::Close(_) => {}
        }
        effects
    }
}

/// Opens an article beside the open one: this one, or one that speaks of what is selected, or the next of the list.
fn open(state: &mut State, id: Option<DocumentId>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    let Some(here) = session.reading.as_ref().map(|reading| reading.document.clone()) else { return };
    let id = id.or_else(|| suits(session, &here));
    let document = id.filter(|id| *id != here).and_then(|id| session.project.document(&id));
    let Some(document) = document.cloned() else { return state.speak(read::only_article()) };
    session.beside = Some(Box::new(Reading::of(&document)));
    // With half the room the text stands elsewhere; what is selected is what one goes on with.
    out.extend([Effect::ShowSelected, Effect::ReturnToPlace]);
    out.extend(session.selected().map(|own| Effect::ScrollTo(own.fragments.hull())));
    state.speak(read::stands_beside(titled(&document.metadata)));
}

/// An article that speaks of what is selected; else the one behind the open one in the list, or before the last.
fn suits(session: &Session, here: &DocumentId) -> Option<DocumentId> {
    let same = session.selected().and_then(|own| own.refers_to.as_ref()).map(|to| session.mentions_of(to));
    let of_same = same.into_iter().flatten().find(|other| other.document != *here);
    let (listed, documents) = (session.listed(), session.project.in_order());
    let at = listed.iter().position(|&n| documents[n].id == *here);
    let near = || {
        let next = at.and_then(|at| listed.get(at + 1).or_else(|| listed.get(at.checked_sub(1)?)));
        let next = next.or(listed.first()).map(|&n| documents[n].id.clone());
        next.filter(|id| id != here).or_else(|| {
            documents.iter().find(|document| document.id != *here).map(|document| document.id.clone())
        })
    };
    of_same.map(|other| other.document.clone()).or_else(near)
}

/// Closes the first or the second of the two, and says which one is left.
fn leave(state: &mut State, which: bool, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    close(session, which != session.second, out);
    out.push(Effect::Focus(Focus::Article));
    let title = session.document().map(|left| titled(&left.metadata).to_owned()).unwrap_or_default();
    state.speak(read::alone_again(&title));
}

/// The two change places. What was selected in the other one may be gone by now.
fn turn(session: &mut Session, out: &mut Vec<Effect>) {
    let (Some(here), Some(aside)) = (session.reading.as_mut(), session.beside.as_deref_mut()) else { return };
    std::mem::swap(here, aside);
    session.second = !session.second;
    (aside.hovered, aside.linking, aside.naming) = (None, None, None);
    let there = |id: &AnnotationId| session.project.annotation(&here.document, id).is_some();
    let left: Vec<AnnotationId> = here.selected.iter().filter(|id| there(id)).cloned().collect();
    here.selected = left.into();
    here.adding_to = here.adding_to.take().filter(there);
    // The pen goes along with the hand, and so does what is looked for.
    here.pen = aside.pen.take();
    here.find = aside.find.take();
    if let (Some(find), Some(document)) = (&mut here.find, session.project.document(&here.document)) {
        find.look(&document.text);
    }
    out.push(Effect::ShowSelected);
}

/// Goes on in the other one if that is this article. False if it stands nowhere beside.
pub(super) fn turn_to(session: &mut Session, id: &DocumentId, out: &mut Vec<Effect>) -> bool {
    let beside = session.beside.as_ref().is_some_and(|reading| reading.document == *id);
    if beside {
        turn(session, out);
    }
    beside
}

/// One is left: the one that is worked in, or (`keep` false) the other one. False if there are no two.
pub(super) fn close(session: &mut Session, keep: bool, out: &mut Vec<Effect>) -> bool {
    let Some(aside) = session.beside.take() else { return false };
    if !keep {
        session.reading = Some(*aside);
    }
    // The first of the views shows an article that stands alone.
    if keep == session.second {
        out.extend(session.reading.as_ref().map(|left| Effect::ShowArticle(Some(left.document.clone()))));
    }
    session.second = false;
    out.extend([Effect::ShowSelected, Effect::ReturnToPlace]);
    true
}

/// Keeps up with a transaction that was applied.
pub(super) fn follow(session: &mut Session, transaction: &Transaction, out: &mut Vec<Effect>) {
    let gone =
        session.beside.as_ref().is_some_and(|aside| session.project.document(&aside.document).is_none());
    if gone {
        close(session, true, out);
    }
    for document in transaction.corrected() {
        for reading in session.open().filter(|reading| reading.document == document.id) {
            reading.take_text(&document.text);
        }
    }
}

impl Session {
    /// What is selected in the article beside, while nothing is in the open one: who turns to that still sees what
    /// speaks of the same.
    pub(super) fn selected_aside(&self) -> Option<&Rc<Annotation>> {
        let aside = self.beside.as_ref().filter(|_| self.selected().is_none())?;
        self.project.annotation(&aside.document, aside.selected.last()?)
    }

    /// The annotations of the article beside that are drawn as selected.
    pub fn drawn_selected_beside(&self) -> Vec<AnnotationId> {
        self.selected_aside().map(|annotation| annotation.id.clone()).into_iter().collect()
    }

    /// The annotations of the article beside that refer to what the selected one refers to.
    pub fn same_beside(&self) -> Vec<AnnotationId> {
        self.beside.as_ref().map(|aside| self.same_in(&aside.document)).unwrap_or_default()
    }
}
