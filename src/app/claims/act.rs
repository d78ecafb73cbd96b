//! What a person does on the screen *Claims*.

use super::{CLAIM, MATRIX};
use crate::analysis::matrix::{Axis, Head, Sort};
use crate::app::reduce::{commit, documents, select};
use crate::app::{Effect, Env, NoticeKind, State, Step};
use crate::edit::Act;
use crate::model::{AnnotationId, Claim, ClaimId, DocumentId, Reference, Verdict, is_date};
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
    /// Goes through the cells by keys: rows and columns.
    Step(isize, isize),
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
    /// Goes to a statement in its article.
    GoTo(DocumentId, AnnotationId),
}

/// What of a claim is changed, as it is typed or chosen.
#[derive(Clone, Debug)]
pub enum ClaimChange {
    /// Its words.
    Text(String),
    /// Its language.
    Language(String),
    /// Its topic.
    Topic(String),
    /// How much it wants checking.
    CheckWorthiness(String),
    /// What was found, in a word.
    Verdict(String),
    /// Whose words that is.
    Scheme(String),
    /// Why.
    Justification(String),
    /// Who found it.
    By(String),
    /// Where that stands.
    Url(String),
    /// When.
    Date(String),
}

impl ClaimChange {
    fn write(&self, claim: &mut Claim) {
        let typed = |text: &String| text.trim().to_owned();
        let mut verdict = claim.verdict.take().unwrap_or_default();
        match self {
            Self::Text(text) if text.trim().is_empty() => {}
            // As it is typed: it is taken while a person goes on typing.
            Self::Text(text) => claim.text.clone_from(text),
            Self::Language(text) => claim.language = typed(text),
            Self::Topic(text) => claim.topic = typed(text),
            Self::CheckWorthiness(text) => claim.check_worthiness = typed(text),
            Self::Verdict(text) => verdict.label = typed(text),
            Self::Scheme(text) => verdict.scheme = typed(text),
            Self::Justification(text) => verdict.justification.clone_from(text),
            Self::By(text) => verdict.by = typed(text),
            Self::Url(text) => verdict.url = typed(text),
            Self::Date(text) => verdict.date = typed(text),
        }
        claim.verdict = (verdict != Verdict::default()).then_some(verdict);
    }
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
            Self::Tolerance(typed) => match typed.trim().trim_end_matches('%').trim().parse() {
                Ok(hundredths) if hundredths <= 100 => screen.tolerance = Some(hundredths),
                _ => state.notify(NoticeKind::Warning, words::no_tolerance(), false),
            },
            Self::Explain(explain) => screen.explained = *explain,
            Self::Step(rows, columns) => step(state, *rows, *columns, out),
            Self::Open(id, column) => {
                (screen.open, screen.column) = (Some(id.clone()), column.clone());
                // The keys go on from there.
                if let Some(matrix) = state.session.as_ref().map(|session| session.matrix(&state.claims)) {
                    let row = matrix.rows.iter().position(|row| row.claim == *id);
                    let place =
                        column.as_ref().and_then(|head| matrix.columns.iter().position(|own| own == head));
                    state.claims.at = (row.unwrap_or_default(), place.map_or(0, |at| at + 1));
                }
                out.push(Effect::FocusOn(CLAIM.to_owned()));
            }
            Self::Close => {
                screen.open = None;
                out.push(focus(screen.at));
            }
            Self::New(text) => new(state, text, env, out),
            Self::Change(id, change) => self::change(state, id, change, env, out),
            Self::Delete(id) => delete(state, id, env, out),
            Self::Reference(claim, statement) => {
                screen.references.insert(claim.clone(), statement.clone());
                state.speak(words::said_reference());
            }
            Self::GoTo(document, id) => {
                documents::open(state, document, out);
                select::set_and_show(state, vec![id.clone()], out);
            }
        }
        effects
    }
}

fn focus((row, column): (usize, usize)) -> Effect {
    Effect::FocusInList { list: MATRIX, row, element: format!("{MATRIX}-{row}-{column}") }
}

fn step(state: &mut State, rows: isize, columns: isize, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let matrix = session.matrix(&state.claims);
    let moved = |at: usize, by: isize, last: usize| at.saturating_add_signed(by).min(last);
    let at = &mut state.claims.at;
    *at =
        (moved(at.0, rows, matrix.rows.len().saturating_sub(1)), moved(at.1, columns, matrix.columns.len()));
    out.push(focus(*at));
}

fn new(state: &mut State, text: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let mut made = None;
    commit::act(state, env, out, Act::EditClaim, |builder, _| {
        let id = ClaimId::new(builder.new_id());
        builder.set_claim(Claim {
            id: id.clone(),
            text: text.to_owned(),
            language: String::new(),
            topic: String::new(),
            check_worthiness: String::new(),
            verdict: None,
        });
        made = Some(id);
    });
    if made.is_some() {
        (state.claims.open, state.claims.column) = (made, None);
        state.speak(words::said_created());
    }
}

fn change(state: &mut State, id: &ClaimId, change: &ClaimChange, env: &Env<'_>, out: &mut Vec<Effect>) {
    if let ClaimChange::Date(date) = change
        && !date.trim().is_empty()
        && !is_date(date.trim())
    {
        state.notify(NoticeKind::Warning, crate::words::read::no_date(), false);
        return;
    }
    commit::act(state, env, out, Act::EditClaim, |builder, session| {
        if let Some(mut claim) = session.project.claims.get(id).cloned() {
            change.write(&mut claim);
            builder.set_claim(claim);
        }
    });
}

fn delete(state: &mut State, id: &ClaimId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let count = state.session.as_ref().map_or(0, |session| session.times(&Reference::Claim(id.clone())));
    let done = commit::act(state, env, out, Act::DeleteClaim, |builder, _| {
        builder.remove_claim(id);
    });
    if done {
        state.claims.open = None;
        state.claims.references.remove(id);
        state.notify(NoticeKind::Info, words::deleted(count), true);
        out.push(Effect::FocusOn(MATRIX.to_owned()));
    }
}
