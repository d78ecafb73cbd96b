//! The screen *History*: what was done when, by whom, in which article; going back, and forgetting.
//!
//! What a person does there are [`Step`]s: their code is loaded with the screen.

use super::changed::change;
use super::reduce::{along, commit, name};
use super::{Effect, Env, NoticeKind, Session, State, Step, Task, quote, titled};
use crate::edit::{Act, DocumentField, History, Op, Past, Transaction, TransactionId};
use crate::model::{Annotation, AnnotationId, DocumentId, PersonId, Project, Timestamp};
use crate::sorted::{Map, Set};
use crate::text::{Text, folded, holds_folded};
use crate::words::{self, Language, history as said};
use std::cell::RefCell;
use std::rc::Rc;

/// A quote is cut after this many characters.
const QUOTE: usize = 60;

/// What is looked for on the screen, and what was read of the history for it.
#[derive(Clone, Debug, Default)]
pub struct HistoryScreen {
    /// Only what was done in articles whose title holds this, ignoring case and spaces around it.
    pub words: String,
    read: RefCell<Option<Read>>,
}

/// What was read, the transaction up to which, and in which language it is said.
type Read = (TransactionId, Language, Rc<[Rc<Done>]>);

/// What a list says of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// How many transactions there are up to it.
    pub number: usize,
    /// When.
    pub time: Timestamp,
    /// Who; nobody where the record cannot be read.
    pub person: Option<PersonId>,
    /// What: the act, with `Undone` or `Done again` before it.
    pub act: String,
    /// To what: a label and a quote, or how many annotations.
    pub what: String,
    /// The titles of the articles in which it was done, as they were called then.
    pub articles: Rc<[Rc<str>]>,
}

impl HistoryScreen {
    /// What was done in a project, oldest first. Read anew only after something was done, or to say it in another language.
    fn read(&self, session: &Session) -> Rc<[Rc<Done>]> {
        let Some(last) = session.history.entries().last() else { return Rc::new([]) };
        let (spoken, count) = (words::language(), session.history.entries().len());
        let mut read = self.read.borrow_mut();
        match &*read {
            Some((at, of, done)) if (at, *of, done.len()) == (&last.id, spoken, count) => done.clone(),
            _ => read.insert((last.id.clone(), spoken, all(session))).2.clone(),
        }
    }

    /// What the list shows, newest first.
    pub fn shown(&self, session: &Session) -> Vec<Rc<Done>> {
        let wanted = folded(self.words.trim());
        let in_article = |done: &&Rc<Done>| {
            wanted.is_empty() || done.articles.iter().any(|title| holds_folded(title, &wanted))
        };
        self.read(session).iter().rev().filter(in_article).cloned().collect()
    }
}

/// What a person does on the screen.
#[derive(Clone, Debug)]
pub enum HistoryAct {
    /// Show only what was done in articles of this title.
    Find(String),
    /// Make the project as it was behind so many transactions.
    GoBack(usize),
    /// Ask how much room the history takes.
    AskToForget,
    /// It takes so many bytes.
    Weighed(u64),
    /// Forget it.
    Forget,
    /// So many transactions are forgotten.
    Forgotten(usize),
}

impl Step for HistoryAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut out = Vec::new();
        match self {
            Self::Find(words) => state.history.words.clone_from(words),
            Self::GoBack(number) => go_back(state, *number, env, &mut out),
            Self::AskToForget => {
                if !along::refuses(state) {
                    state.dialog = Some(super::Dialog::ForgetHistory(None));
                    out.push(Effect::Task(Task::WeighHistory));
                }
            }
            Self::Weighed(bytes) => {
                if let Some(super::Dialog::ForgetHistory(size)) = &mut state.dialog {
                    *size = Some(*bytes);
                }
            }
            Self::Forget => {
                state.dialog = None;
                if !along::refuses(state) {
                    out.push(Effect::Task(Task::ForgetHistory));
                }
            }
            Self::Forgotten(number) => {
                if let Some(session) = state.session.as_mut() {
                    // What was done since stays, and can be undone.
                    let mut kept = History::default();
                    session.history.entries().iter().skip(*number).for_each(|entry| kept.push(entry.clone()));
                    session.history = kept;
                    state.notify(NoticeKind::Info, said::forgotten(), false);
                }
            }
        }
        out
    }
}

fn go_back(state: &mut State, number: usize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let texts = session.texts.clone();
    let open = |packed: &str, project: &Project| texts.open_in(packed, project);
    let target = match session.history.state_behind(number, &session.project, &open) {
        Ok(target) => target,
        Err(_) => {
            let text = said::behind_a_correction();
            state.notify(NoticeKind::Warning, text, false);
            return;
        }
    };
    let gone_back = commit::act(state, env, out, Act::GoBack, |builder, _| {
        builder.restore(&target);
    });
    if gone_back {
        state.notify(NoticeKind::Info, said::gone_back(), true);
    } else if !state.session.as_ref().is_some_and(|session| session.along) {
        state.notify(NoticeKind::Info, said::as_it_was(), false);
    }
}

fn all(session: &Session) -> Rc<[Rc<Done>]> {
    let entries = session.history.entries();
    // Whether an entry takes something back; an undo of an undo does it again, and the undo of that takes it back.
    let mut takes_back: Map<&TransactionId, bool> = Map::new();
    let mut titles: Map<DocumentId, Rc<str>> = Map::new();
    let opened = open_all(session);
    let done = entries.iter().zip(opened).enumerate().map(|(n, (entry, opened))| {
        let (opened, what) = opened.map_or((None, String::new()), |(opened, what)| (Some(opened), what));
        // What it takes back may be forgotten; then it was the act itself.
        let undone = entry.undoes.as_ref().map(|id| !takes_back.get(&id).copied().unwrap_or_default());
        takes_back.insert(&entry.id, undone.unwrap_or_default());
        let act = name(entry.act);
        Rc::new(Done {
            number: n + 1,
            time: entry.time,
            person: opened.as_ref().map(|transaction| transaction.person.clone()),
            act: match undone {
                None => act.to_owned(),
                Some(true) => said::undone(act),
                Some(false) => said::done_again(act),
            },
            what,
            articles: opened.as_ref().map_or_else(
                || Rc::new([]) as Rc<_>,
                |transaction| articles(&session.project, transaction, &mut titles),
            ),
        })
    });
    done.collect()
}

/// Every transaction that can be read, oldest first, and to what something was done in it. Read from the last one
/// back: a position in a text is known by what the text was then.
fn open_all(session: &Session) -> Vec<Option<(Rc<Transaction>, String)>> {
    let mut texts: Map<DocumentId, Text> = Map::new();
    let mut gone: Gone = Map::new();
    let now = |id: &DocumentId| session.project.document(id).map(|document| document.text.clone());
    let mut all = Vec::with_capacity(session.history.entries().len());
    for entry in session.history.entries().iter().rev() {
        let behind = |id: &DocumentId| texts.get(id).cloned().or_else(|| now(id));
        let opened = match &entry.past {
            Past::Open(transaction) => Some(transaction.clone()),
            Past::Packed(packed) => session.texts.open(packed, &behind).map(Rc::new),
        };
        let opened = opened.map(|transaction| {
            let what = what(session, &transaction, &behind, &gone);
            (transaction, what)
        });
        for op in opened.iter().flat_map(|(transaction, _)| transaction.ops.iter().rev()) {
            match op {
                Op::RemoveDocument(document) => {
                    texts.insert(document.id.clone(), document.text.clone());
                }
                Op::RemoveAnnotation(annotation) => {
                    gone.insert(annotation.id.clone(), annotation.clone());
                }
                _ => {}
            }
        }
        all.push(opened);
    }
    all.reverse();
    all
}

/// The titles of the articles that a transaction touches.
fn articles(
    project: &Project,
    transaction: &Transaction,
    titles: &mut Map<DocumentId, Rc<str>>,
) -> Rc<[Rc<str>]> {
    for op in &transaction.ops {
        match op {
            Op::AddDocument(document) | Op::RemoveDocument(document) => {
                titles.insert(document.id.clone(), titled(&document.metadata).into());
            }
            Op::SetDocument { id, to: DocumentField::Metadata(to), .. } => {
                titles.insert(id.clone(), titled(to).into());
            }
            _ => {}
        }
    }
    let mut seen = Set::new();
    let touched = transaction.ops.iter().filter_map(Op::document).filter(|id| seen.insert(*id));
    let title = |id: &DocumentId| match titles.get(id) {
        Some(title) => title.clone(),
        None => project.document(id).map_or("", |document| titled(&document.metadata)).into(),
    };
    touched.map(title).collect()
}

/// Annotations that are not there any more, as they were when they went.
type Gone = Map<AnnotationId, Rc<Annotation>>;

/// To what something was done: the one annotation, or how many; and what was set to what.
fn what(
    session: &Session,
    transaction: &Transaction,
    behind: &dyn Fn(&DocumentId) -> Option<Text>,
    gone: &Gone,
) -> String {
    let mut ids = Set::new();
    let mut one = None;
    for op in &transaction.ops {
        let Some(id) = op.annotation() else { continue };
        if ids.insert(id) && one.is_none() {
            one = match op {
                Op::AddAnnotation(annotation) => {
                    Some(describe(session, annotation, behind(&annotation.document)))
                }
                // Of a text that went with it.
                Op::RemoveAnnotation(annotation) => {
                    let home = &annotation.document;
                    let before = transaction.ops.iter().find_map(|op| match op {
                        Op::RemoveDocument(document) if document.id == *home => Some(document.text.clone()),
                        _ => None,
                    });
                    Some(describe(session, annotation, before.or_else(|| behind(home))))
                }
                Op::SetAnnotation { document, id, .. } => {
                    let now = session.project.document(document).map(|document| document.text.clone());
                    let there = session.project.annotation(document, id);
                    there
                        .map(|there| describe(session, there, now))
                        .or_else(|| gone.get(id).map(|gone| describe(session, gone, behind(document))))
                }
                _ => None,
            };
        }
    }
    let what = match (ids.len(), one) {
        (1, Some(one)) => one,
        (0, _) => String::new(),
        (many, _) => words::annotations(many),
    };
    match change(session, transaction) {
        Some(change) if what.is_empty() => change,
        Some(change) => format!("{what}, {change}"),
        None => what,
    }
}

fn describe(session: &Session, annotation: &Annotation, text: Option<Text>) -> String {
    let label = session.project.schema.label(&annotation.label);
    let label = label.map_or(annotation.label.as_str(), |label| label.name.as_str());
    match text.or_else(|| session.texts.of(&annotation.document)) {
        Some(text) => format!("{label} “{}”", quote(&text, annotation, QUOTE)),
        None => label.to_owned(),
    }
}
