//! What a person does on the screen *Claims*.

use super::{CLAIM, ClaimChange, ClaimField, Form, NEW_CLAIM, arrange, file, focus, told_id};
use crate::analysis::matrix::{Axis, Head, Sort};
use crate::app::reduce::{commit, documents, select};
use crate::app::{Effect, Env, NoticeKind, State, Step};
use crate::edit::Act;
use crate::model::{AnnotationId, Claim, ClaimId, DocumentId, Reference};
use crate::words::claims as words;

/// One of the things that a person does there.
#[derive(Clone, Debug)]
pub enum ClaimAct {
    /// What stands in the columns.
    Axis(Axis),
    /// What rows are ordered by.
    Sort(Sort),
    /// Only this topic, or all.
    Topic(Option<String>),
    /// Only this outlet, or all.
    Outlet(Option<String>),
    /// Only this language, or all.
    Language(Option<String>),
    /// What `~` allows, in hundredths, as it is typed.
    Tolerance(String),
    /// Explains the rule, or no longer.
    Explain(bool),
    /// The keys are at this cell.
    At((usize, usize)),
    /// Goes through the cells by keys: rows and columns.
    Step(isize, isize),
    /// These columns are in view: the first, and how many.
    Look(usize, usize),
    /// Opens what a column says of a claim, or all that is said of it.
    Open(ClaimId, Option<Head>),
    /// Closes it.
    Close,
    /// A new claim.
    New(String),
    /// Something of a claim.
    Change(ClaimId, ClaimChange),
    /// Deletes it; its statements stay.
    Delete(ClaimId),
    /// The row is judged against this statement from now on.
    Reference(ClaimId, AnnotationId),
    /// The same from the head of the row, where what conflicts with it is told.
    HoldRow(ClaimId, AnnotationId),
    /// The row is judged against the earliest statement again, in the place of this one.
    Earliest(ClaimId, AnnotationId),
    /// Moves the row (first) or the column that the keys are at by so many places.
    Shift(isize, isize),
    /// Moves the row of a claim by so many places.
    MoveRow(ClaimId, isize),
    /// Moves a column by so many places.
    MoveColumn(Head, isize),
    /// Saves the matrix or a report as a file.
    Save(Form),
    /// A quote was put on the clipboard, or the browser refused.
    Copied(bool),
    /// Goes to a statement in its article.
    GoTo(DocumentId, AnnotationId),
}

impl Step for ClaimAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        let screen = &mut state.claims;
        match self {
            Self::Axis(axis) => {
                (screen.axis, screen.column, screen.at) = (*axis, None, (0, 0));
            }
            Self::Sort(sort) => screen.sort = *sort,
            Self::Topic(topic) => screen.topic.clone_from(topic),
            Self::Outlet(outlet) => screen.outlet.clone_from(outlet),
            Self::Language(language) => screen.language.clone_from(language),
            Self::Tolerance(typed) => {
                take_back(state, ClaimField::Tolerance);
                match typed.trim().trim_end_matches('%').trim().parse() {
                    Ok(hundredths) if hundredths <= 100 => state.claims.tolerance = Some(hundredths),
                    _ => refuse(state, ClaimField::Tolerance, words::no_tolerance()),
                }
            }
            Self::Explain(explain) => screen.explained = *explain,
            Self::Look(first, count) => screen.made = (*first, *count),
            Self::At(at) => screen.at = *at,
            Self::Step(rows, columns) => step(state, *rows, *columns, out),
            Self::Open(id, column) => {
                if screen.open.as_ref() != Some(id) {
                    screen.wrong.clear();
                }
                (screen.open, screen.column) = (Some(id.clone()), column.clone());
                // The keys go on from there.
                if let Some(matrix) = state.session.as_ref().map(|session| session.matrix(&state.claims)) {
                    let row = matrix.rows.iter().position(|row| row.claim == *id);
                    let place =
                        column.as_ref().and_then(|head| matrix.columns.iter().position(|own| own == head));
                    state.claims.at = (row.unwrap_or_default(), place.map_or(0, |at| at + 1));
                    state.claims.make_column(matrix.columns.len());
                }
                out.push(Effect::FocusOn(CLAIM.to_owned()));
            }
            Self::Close => {
                screen.open = None;
                screen.wrong.clear();
                out.push(focus(screen.at));
            }
            Self::New(text) => new(state, text, env, out),
            Self::Change(id, change) => self::change(state, id, change, env, out),
            Self::Delete(id) => delete(state, id, env, out),
            // The button that was pressed goes.
            Self::Reference(claim, statement) | Self::Earliest(claim, statement) => {
                let held = matches!(self, Self::Reference(..));
                if hold(state, claim, statement, held, env, out) {
                    out.push(Effect::FocusOn(told_id(statement)));
                }
            }
            Self::HoldRow(claim, statement) => {
                if hold(state, claim, statement, true, env, out) {
                    to_row(state, claim, out);
                }
            }
            Self::Shift(rows, columns) => arrange::shift(state, *rows, *columns, env, out),
            Self::MoveRow(claim, by) => arrange::move_row(state, claim, *by, env, out),
            Self::MoveColumn(head, by) => arrange::move_column(state, head, *by, env, out),
            Self::Save(form) => file::save(state, form, out),
            Self::Copied(true) => state.notify(NoticeKind::Info, words::copied(), false),
            Self::Copied(false) => state.notify(NoticeKind::Warning, words::not_copied(), false),
            Self::GoTo(document, id) => {
                documents::open(state, document, out);
                select::set_and_show(state, vec![id.clone()], out);
            }
        }
        effects
    }
}

/// Says that what was typed in a field is not taken; it stays there.
fn refuse(state: &mut State, field: ClaimField, why: &'static str) {
    state.speak(why);
    state.claims.wrong.push((field, why));
}

/// Something else is typed in a field by now.
fn take_back(state: &mut State, field: ClaimField) {
    state.claims.wrong.retain(|(own, _)| *own != field);
}

fn step(state: &mut State, rows: isize, columns: isize, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let matrix = session.matrix(&state.claims);
    let moved = |at: usize, by: isize, last: usize| at.saturating_add_signed(by).min(last);
    let at = &mut state.claims.at;
    *at =
        (moved(at.0, rows, matrix.rows.len().saturating_sub(1)), moved(at.1, columns, matrix.columns.len()));
    out.push(focus(*at));
    state.claims.make_column(matrix.columns.len());
}

fn new(state: &mut State, text: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    let text = text.trim();
    take_back(state, ClaimField::New);
    if text.is_empty() {
        return refuse(state, ClaimField::New, words::no_words());
    }
    let mut made = None;
    commit::act(state, env, out, Act::EditClaim, |builder, _| {
        let id = ClaimId::new(builder.new_id());
        builder.set_claim(Claim::new(id.clone(), text.to_owned()));
        made = Some(id);
    });
    if made.is_some() {
        (state.claims.open, state.claims.column) = (made, None);
        state.claims.wrong.clear();
        state.speak(words::said_created());
    }
}

fn change(state: &mut State, id: &ClaimId, change: &ClaimChange, env: &Env<'_>, out: &mut Vec<Effect>) {
    if let Some(field) = change.field() {
        take_back(state, field);
    }
    let claims = state.session.as_ref().map(|session| &session.project.claims);
    let Some(mut claim) = claims.and_then(|claims| claims.get(id)).cloned() else { return };
    match (change.write(&mut claim), change.field()) {
        (Ok(()), _) => {
            commit::act(state, env, out, Act::EditClaim, |builder, _| {
                builder.set_claim(claim);
            });
        }
        (Err(why), Some(field)) => refuse(state, field, why),
        (Err(_), None) => {}
    }
}

/// Holds a row against a statement that tells its claim, or no longer. False if nothing changed.
fn hold(
    state: &mut State,
    id: &ClaimId,
    statement: &AnnotationId,
    hold: bool,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) -> bool {
    let done = commit::act(state, env, out, Act::ChooseReference, |builder, session| {
        let told = session.mentions_of(&Reference::Claim(id.clone()));
        let tells = told.iter().any(|annotation| annotation.id == *statement);
        if let Some(claim) = builder.claim(id).filter(|_| tells || !hold) {
            builder.set_claim(Claim { reference: hold.then(|| statement.clone()), ..claim });
        }
    });
    if done {
        let said = if hold { words::said_reference() } else { words::said_earliest() };
        state.notify(NoticeKind::Info, said, true);
    }
    done
}

/// To the head of a row, wherever the order has put it.
fn to_row(state: &mut State, id: &ClaimId, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let row = session.matrix(&state.claims).rows.iter().position(|row| row.claim == *id);
    state.claims.at = (row.unwrap_or_default(), 0);
    out.push(focus(state.claims.at));
}

fn delete(state: &mut State, id: &ClaimId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let session = state.session.as_ref();
    let count = session.map_or(0, |session| session.times(&Reference::Claim(id.clone())));
    let at = session.and_then(|session| {
        let matrix = session.matrix(&state.claims);
        matrix.rows.iter().position(|row| row.claim == *id)
    });
    let done = commit::act(state, env, out, Act::DeleteClaim, |builder, _| {
        builder.remove_claim(id);
    });
    if done {
        state.claims.open = None;
        state.claims.wrong.clear();
        state.notify(NoticeKind::Info, words::deleted(count), true);
        // To the claim that stands in its place, or to the last one; where none is left, to where one begins.
        let left = state.session.as_ref().map_or(0, |session| session.matrix(&state.claims).rows.len());
        out.push(match left.checked_sub(1) {
            Some(last) => {
                state.claims.at = (at.unwrap_or_default().min(last), 0);
                focus(state.claims.at)
            }
            None => Effect::FocusOn(NEW_CLAIM.to_owned()),
        });
    }
}
