//! What a person does with suggestions, in the list and in the article.

use super::judge::{Verdict, judge};
use super::{QUEUE, Queue, Queued};
use crate::app::reduce::commit::{self, describe};
use crate::app::reduce::{follow, select};
use crate::app::{
    Action, Dialog, Effect, Env, NoticeKind, Screen, Session, Settings, State, Step, Way, reduce, score_text,
};
use crate::edit::Act;
use crate::model::{AnnotationId, DocumentId, LabelId};
use crate::words::{decimal_sign, said, suggestions as words};
use std::ops::Range;
use std::rc::Rc;

/// One of the things that a person does with suggestions.
#[derive(Clone, Debug)]
pub enum QueueAct {
    // --- in the list ---
    /// List these.
    Show(Queue),
    /// These rows are in view.
    Seen(Range<usize>),
    /// To the next row, or one before.
    Step(isize),
    /// Open the article, with the suggestion selected.
    Open(AnnotationId),
    /// Accept or refuse one and go to the next; without one, that which the person is at.
    Judge(Option<AnnotationId>, Verdict),
    /// Another label, which is to be accepted then; without one, of that which the person is at.
    Relabel(Option<AnnotationId>, LabelId),
    /// Ask whether all that were in view are to be accepted, or refused.
    Ask(Verdict),
    /// Accept or refuse them.
    JudgeSeen(Verdict),
    // --- in the article ---
    /// To the next suggestion, or the one before, in any article.
    Next(Way),
    /// Accept or refuse what is selected and go to the next.
    Here(Verdict),
    /// Show suggestions in the article, or none.
    Hide,
}

impl Step for QueueAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self.clone() {
            Self::Show(shows) => show(state, shows),
            Self::Seen(rows) => seen(state, rows),
            Self::Step(by) => step(state, by, out),
            Self::Open(id) => open_row(state, &id, env, out),
            Self::Judge(id, verdict) => judge_row(state, id, verdict, env, out),
            Self::Relabel(id, label) => relabel(state, id, &label, env, out),
            Self::Ask(verdict) => state.dialog = Some(Dialog::Suggestions(verdict)),
            Self::JudgeSeen(verdict) => judge_seen(state, verdict, env, out),
            Self::Next(way) => next(state, way, env, out),
            Self::Here(verdict) => here(state, verdict, env, out),
            Self::Hide => hide(state, !state.settings.hide_suggestions, out),
        }
        effects
    }
}

/// What is listed.
fn listed(state: &State) -> Rc<[Queued]> {
    state.session.as_ref().map_or_else(Rc::default, |session| session.queued(&state.queue.shows))
}

/// Where in the list one stands; without one, that which the person is at.
fn row_of(state: &State, id: Option<&AnnotationId>) -> Option<usize> {
    let id = id.or(state.queue.at.as_ref())?;
    listed(state).iter().position(|one| one.id == *id)
}

fn show(state: &mut State, shows: Queue) {
    state.queue.shows = shows;
    state.speak(words::suggestions(listed(state).len()));
}

fn seen(state: &mut State, rows: Range<usize>) {
    let listed = listed(state);
    let rows = listed.get(rows.start..rows.end.min(listed.len())).unwrap_or_default();
    state.queue.seen.extend(rows.iter().map(|one| one.id.clone()));
}

/// Goes to a row of the list, which is read out as it gets the focus.
fn go(state: &mut State, row: usize, out: &mut Vec<Effect>) {
    let Some(one) = listed(state).get(row).cloned() else { return };
    state.queue.seen.insert(one.id.clone());
    state.queue.at = Some(one.id);
    out.push(Effect::FocusInList { list: QUEUE, row, element: format!("{QUEUE}-{row}") });
}

fn step(state: &mut State, by: isize, out: &mut Vec<Effect>) {
    let row = match row_of(state, None) {
        Some(row) => row.checked_add_signed(by),
        None => Some(0),
    };
    match row.filter(|row| *row < listed(state).len()) {
        Some(row) => go(state, row, out),
        None => state.speak(if by > 0 { words::none_behind() } else { words::none_before() }),
    }
}

fn open_row(state: &mut State, id: &AnnotationId, env: &Env<'_>, out: &mut Vec<Effect>) {
    if let Some(row) = row_of(state, Some(id)) {
        open(state, row, env, out);
    }
}

fn judge_row(
    state: &mut State,
    id: Option<AnnotationId>,
    verdict: Verdict,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(row) = row_of(state, id.as_ref()) else { return state.speak(words::select_first()) };
    let one = listed(state)[row].clone();
    if !judge(state, &[(one.document.clone(), one.id.clone())], verdict, env, out) {
        return;
    }
    say(state, verdict, &[(one.document, one.id)]);
    let left = listed(state).len();
    match left {
        // The list is gone, and the focus with it.
        0 => out.push(Effect::FocusOn(crate::app::HEADING.to_owned())),
        // What stood behind it has moved up.
        _ => go(state, row.min(left - 1), out),
    }
}

/// What was done, and how many are left.
fn say(state: &mut State, verdict: Verdict, ids: &[(DocumentId, AnnotationId)]) {
    let Some(session) = &state.session else { return };
    let what = match ids {
        [(document, id)] => session.project.annotation(document, id).map(|own| describe(session, own)),
        _ => None,
    };
    let what = what.unwrap_or_else(|| words::suggestions(ids.len()));
    let done = said::done(crate::app::reduce::name(verdict.act()), &what);
    let left = words::left(&crate::words::number(listed(state).len() as u64));
    if ids.len() > 1 {
        state.notify(NoticeKind::Info, format!("{done}. {left}"), true);
    } else {
        state.speak(format!("{done}. {left}"));
    }
}

fn relabel(
    state: &mut State,
    id: Option<AnnotationId>,
    label: &LabelId,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(row) = row_of(state, id.as_ref()) else { return state.speak(words::select_first()) };
    let one = listed(state)[row].clone();
    state.queue.at = Some(one.id.clone());
    let done = commit::act(state, env, out, Act::Relabel, |builder, session| {
        commit::relabel(builder, session, &one.document, &one.id, label);
    });
    let Some(session) = state.session.as_ref().filter(|_| done) else { return };
    let what = session.project.annotation(&one.document, &one.id).map(|own| describe(session, own));
    state.speak(said::done(crate::app::reduce::name(Act::Relabel), &what.unwrap_or_default()));
    // With another label it may not be listed any more.
    if let Some(row) = row_of(state, Some(&one.id)) {
        go(state, row, out);
    }
}

fn judge_seen(state: &mut State, verdict: Verdict, env: &Env<'_>, out: &mut Vec<Effect>) {
    state.dialog = None;
    let Some(session) = &state.session else { return };
    let seen = session.seen_queued(&state.queue);
    let ids: Vec<_> = seen.iter().map(|one| (one.document.clone(), one.id.clone())).collect();
    if judge(state, &ids, verdict, env, out) {
        say(state, verdict, &ids);
        state.queue.at = None;
        out.push(Effect::FocusOn(crate::app::HEADING.to_owned()));
    }
}

/// Opens the article of a row, with the suggestion selected and in view, and says what it is.
fn open(state: &mut State, row: usize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let listed = listed(state);
    let Some(one) = listed.get(row) else { return };
    state.queue.at = Some(one.id.clone());
    state.queue.seen.insert(one.id.clone());
    hide(state, false, out);
    let open = state.session.as_ref().and_then(|session| session.reading.as_ref());
    if state.screen != Screen::Read || open.is_none_or(|reading| reading.document != one.document) {
        out.extend(reduce(state, Action::OpenArticle(one.document.clone()), env));
    }
    select::set_and_show(state, vec![one.id.clone()], out);
    let Some(session) = &state.session else { return };
    let Some(own) = session.project.annotation(&one.document, &one.id) else { return };
    let score = own.origin.score.as_ref().map(|score| score_text(score, decimal_sign()));
    let what = match score {
        Some(score) => format!("{}, {score}", describe(session, own)),
        None => describe(session, own),
    };
    let number = |n: usize| crate::words::number(n as u64);
    let place = crate::words::of(&number(row + 1), &number(listed.len()));
    state.speak(words::at(&what, &place));
}

/// The row that comes next from where the person is in the article.
fn next_row(state: &State, session: &Session, way: Way) -> Option<usize> {
    let listed = listed(state);
    let reading = session.reading.as_ref()?;
    let selected = reading.selected.last();
    let at = selected.and_then(|id| listed.iter().position(|one| one.id == *id));
    if let Some(at) = at {
        return match way {
            Way::Next => Some(at + 1),
            Way::Previous => at.checked_sub(1),
        };
    }
    if state.queue.shows.order != super::QueueOrder::Place {
        return Some(0);
    }
    // By the place of the caret, in this article and those behind it.
    let order = session.project.document(&reading.document)?.order;
    let behind = |one: &Queued| {
        let Some(document) = session.project.document(&one.document) else { return false };
        if document.id != reading.document {
            return document.order > order;
        }
        let start =
            session.project.annotation(&one.document, &one.id).map(|own| own.fragments.hull().start());
        start.is_some_and(|start| start >= reading.caret.focus)
    };
    let first = listed.partition_point(|one| !behind(one));
    match way {
        Way::Next => Some(first),
        Way::Previous => first.checked_sub(1),
    }
}

fn next(state: &mut State, way: Way, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let listed = listed(state).len();
    match next_row(state, session, way).filter(|row| *row < listed) {
        Some(row) => open(state, row, env, out),
        None if listed == 0 => state.speak(words::none_listed()),
        None => state.speak(if way == Way::Next { words::none_behind() } else { words::none_before() }),
    }
}

fn here(state: &mut State, verdict: Verdict, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let Some(reading) = &session.reading else { return };
    let selected = reading.selected.iter().filter_map(|id| session.annotation(id));
    let ids: Vec<_> = selected
        .filter(|own| verdict.fits(own.status))
        .map(|own| (own.document.clone(), own.id.clone()))
        .collect();
    let Some((_, last)) = ids.last() else { return state.speak(words::select_first()) };
    let row = row_of(state, Some(last));
    if !judge(state, &ids, verdict, env, out) {
        return;
    }
    say(state, verdict, &ids);
    let Some(row) = row else { return };
    // Of those in front of it, too, some may be gone.
    let gone = ids.len().saturating_sub(1);
    let row = row.saturating_sub(gone);
    if row < listed(state).len() {
        let done = state.spoken.1.clone();
        open(state, row, env, out);
        let next = state.spoken.1.clone();
        state.speak(format!("{done} {next}"));
    }
}

fn hide(state: &mut State, hide: bool, out: &mut Vec<Effect>) {
    if state.settings.hide_suggestions == hide {
        return;
    }
    follow(state, Settings { hide_suggestions: hide, ..state.settings.clone() }, out);
    state.speak(if hide { words::hidden() } else { words::shown() });
    out.push(Effect::KeepSettings(state.settings.clone()));
}
