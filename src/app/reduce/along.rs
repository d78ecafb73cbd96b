//! A project that another tab works in: this one shows what that one does, and changes nothing.

use super::{commit, projects};
use crate::app::correct;
use crate::app::{Effect, Focus, NoticeKind, Saved, Screen, Session, State};
use crate::edit::Transaction;
use crate::model::AnnotationId;
use crate::words::tabs as words;
use std::rc::Rc;

/// Whether acts are refused because another tab works in the project; says so.
pub(in crate::app) fn refuses(state: &mut State) -> bool {
    let along = state.session.as_ref().is_some_and(|session| session.along);
    if along {
        state.notify(NoticeKind::Warning, words::only_reads(), false);
    }
    along
}

/// Another tab wants to work in the open project: from now on nothing is done here.
pub(super) fn hand_over(state: &mut State, out: &mut Vec<Effect>) {
    set(state, true);
    out.push(Effect::HandOver);
}

/// This tab reads along from now on, or no longer.
pub(super) fn set(state: &mut State, along: bool) {
    let Some(session) = state.session.as_mut() else { return };
    if session.along != along {
        session.along = along;
        if let Some(reading) = session.reading.as_mut() {
            reading.pen = None;
        }
        if along {
            state.notify(NoticeKind::Info, words::handed_over(), false);
        }
    }
}

/// The tab that worked in the project is closed, or there is one again.
pub(super) fn alone(state: &mut State, alone: bool) {
    let Some(session) = state.session.as_mut().filter(|session| session.along) else { return };
    if session.alone != alone {
        session.alone = alone;
        if alone {
            state.speak(words::alone());
        }
    }
}

/// The other tab did something.
pub(super) fn followed(state: &mut State, transaction: &Rc<Transaction>, out: &mut Vec<Effect>) {
    let own = state.actor == transaction.id.actor;
    let Some(session) = state.session.as_mut().filter(|session| session.along) else { return };
    if transaction.apply(&mut session.project).is_err() {
        out.push(Effect::ReadAgain);
        return;
    }
    session.history.push(transaction.clone().into());
    if own {
        session.counter = session.counter.max(transaction.id.counter + 1);
    }
    commit::show(state, transaction, out);
    correct::follow(state);
}

/// The open project was read anew: the person stays where they are.
pub(super) fn opened_again(state: &mut State, mut session: Session, out: &mut Vec<Effect>) {
    let before = state.session.take().filter(|before| before.project.id == session.project.id);
    let Some(before) = before else { return projects::opened(state, session, out) };
    if before.along && !session.along {
        let text = if before.alone { words::taken_over_alone() } else { words::taken_over() };
        state.notify(NoticeKind::Info, text, false);
    }
    session.reading = before.reading.filter(|reading| session.project.document(&reading.document).is_some());
    let here = session.reading.is_some();
    session.beside =
        before.beside.filter(|aside| here && session.project.document(&aside.document).is_some());
    session.second = before.second && session.beside.is_some();
    (session.backup, session.refused) = (before.backup, before.refused);
    // What is kept of the reading stands in the text of then.
    for reading in session.reading.as_mut().into_iter().chain(session.beside.as_deref_mut()) {
        if let Some(now) = session.project.document(&reading.document)
            && before.project.document(&reading.document).is_none_or(|then| then.text != now.text)
        {
            reading.take_text(&now.text);
        }
    }
    out.push(Effect::PaintLabels);
    match session.reading.as_mut() {
        Some(reading) => {
            let there = |id: &&AnnotationId| session.project.annotation(&reading.document, id).is_some();
            let left: Vec<AnnotationId> = reading.selected.iter().filter(there).cloned().collect();
            reading.selected = left.into();
            (reading.hovered, reading.adding_to) = (None, None);
            out.push(Effect::ShowArticle(Some(reading.document.clone())));
            out.push(Effect::ShowSelected);
            if before.along && state.screen == Screen::Read {
                // The button that was pressed is gone.
                out.push(Effect::Focus(Focus::Article));
            }
        }
        None => {
            if state.screen == Screen::Read {
                state.screen = Screen::Library;
            }
            out.push(Effect::ShowArticle(None));
        }
    }
    state.session = Some(session);
    correct::follow(state);
    state.leaving = false;
    state.saved = Saved::Saved;
}
