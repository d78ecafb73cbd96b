//! The laws of edits: apply then invert is the identity on the file, the file form of a transaction is faithful,
//! invariants hold, and undo and redo walk the same way after a reload.

use crate::support::acts;
use crate::support::generate::{self, Dice};
use crate::support::tellings;
use postil::app::{Action, Env, Session, State, reduce};
use postil::edit::*;
use postil::model::{DocumentId, Project, Timestamp, check};
use postil::text::{Sha256, Text, WordBreaks};
use postil::wire::op::{Header, decode, encode, header};
use postil::wire::project::{Texts, to_string};
use proptest::prelude::*;
use std::collections::HashMap;
use std::rc::Rc;

fn file(project: &Project) -> String {
    to_string(project, Texts::Inline)
}

/// A store of texts, as the journal has one.
#[derive(Default)]
struct Store {
    by_document: HashMap<DocumentId, Text>,
    by_fingerprint: HashMap<Sha256, Text>,
}

impl Store {
    fn take_in(&mut self, project: &Project) {
        for document in project.documents() {
            self.by_document.insert(document.id.clone(), document.text.clone());
            self.by_fingerprint.insert(document.text.sha256(), document.text.clone());
        }
    }

    fn decode(&self, line: &str) -> Option<Transaction> {
        let text_of = |id: &DocumentId| self.by_document.get(id).cloned();
        decode(line, &text_of, &|sha256| self.by_fingerprint.get(sha256).cloned()).ok()
    }

    /// Of a history: documents may have had other texts than the last ones.
    fn open(&self, line: &str, behind: &Project) -> Option<Transaction> {
        let text_of = |id: &DocumentId| text_of(behind)(id).or_else(|| self.by_document.get(id).cloned());
        decode(line, &text_of, &|sha256| self.by_fingerprint.get(sha256).cloned()).ok()
    }
}

/// Ids of one act, of however many: those that come in from a large file, too.
#[test]
fn ids_stand_in_the_order_in_which_they_are_made() {
    let project = generate::project(1, 1);
    let mut builder = Builder::new(&project, acts::stamp(&mut Dice::new(1), &project, 1), Act::AddDocuments);
    let ids: Vec<String> = (0..120_000).map(|_| builder.new_id()).collect();
    assert!(ids.is_sorted_by(|a, b| a < b));
}

fn text_of(project: &Project) -> impl Fn(&DocumentId) -> Option<Text> {
    |id| project.document(id).map(|document| document.text.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_transaction_keeps_the_laws(size in 0usize..5, seed in any::<u64>()) {
        let mut project = generate::project(size, seed);
        let dice = &mut Dice::new(seed);
        let mut texts = Store::default();
        for counter in 1..30 {
            let Some(transaction) = acts::transaction(dice, &project, counter) else { continue };
            let before = file(&project);
            texts.take_in(&project);
            prop_assert!(transaction.apply(&mut project).is_ok(), "{:?}", transaction.apply(&mut project));
            texts.take_in(&project);
            prop_assert_eq!(check(&project), vec![], "after {:?}", transaction);
            let after = file(&project);

            let line = encode(&transaction, &text_of(&project)).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert!(!line.contains('\n'));
            let decoded = texts.decode(&line);
            prop_assert_eq!(decoded.as_ref(), Some(&transaction), "{}", line);
            let short = header(&line).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!((&short.id, short.act), (&transaction.id, transaction.act));
            prop_assert_eq!((short.time, &short.undoes), (transaction.time, &transaction.undoes));

            let inverse = Transaction { ops: transaction.inverse(), ..transaction.clone() };
            prop_assert!(inverse.apply(&mut project).is_ok());
            prop_assert_eq!(&file(&project), &before, "inverse of {:?}", transaction);
            for op in &transaction.ops {
                prop_assert_eq!(&op.invert().invert(), op);
            }
            prop_assert!(transaction.apply(&mut project).is_ok());
            prop_assert_eq!(&file(&project), &after);
        }
    }

    /// Any state on the way comes back, and going back is taken back like any other act.
    #[test]
    fn every_state_of_the_past_comes_back(size in 0usize..5, seed in any::<u64>()) {
        let mut project = generate::project(size, seed);
        let dice = &mut Dice::new(seed);
        let mut texts = Store::default();
        let mut history = History::default();
        let mut way = vec![project.clone()];
        for counter in 1..24 {
            let Some(transaction) = acts::transaction(dice, &project, counter) else { continue };
            texts.take_in(&project);
            prop_assert!(transaction.apply(&mut project).is_ok());
            texts.take_in(&project);
            let packed = encode(&transaction, &text_of(&project)).map_err(|e| TestCaseError::fail(e.to_string()))?;
            let mut entry = Entry::from(Rc::new(transaction));
            if dice.one_in(2) {
                entry.past = Past::Packed(packed.into());
            }
            history.push(entry);
            way.push(project.clone());
        }
        let open = |packed: &str, behind: &Project| texts.open(packed, behind);
        let behind = dice.below(way.len());
        let state = history.state_behind(behind, &project, &open).map_err(|e| TestCaseError::fail(format!("{e:?}")))?;
        prop_assert_eq!(file(&state), file(&way[behind]));

        let before = file(&project);
        let mut builder = Builder::new(&project, acts::stamp(dice, &project, 99), Act::GoBack);
        builder.restore(&state);
        if let Some(back) = builder.finish() {
            prop_assert!(back.apply(&mut project).is_ok());
            let inverse = Transaction { ops: back.inverse(), ..back };
            let mut as_it_was = state;
            // Whoever acted stays among the people, and the last act is the last act.
            (as_it_was.people, as_it_was.modified) = (project.people.clone(), project.modified);
            prop_assert_eq!(file(&project), file(&as_it_was));
            prop_assert!(inverse.apply(&mut project).is_ok());
        }
        prop_assert_eq!(file(&project), before);
    }

    /// A walk of acts, undos and redos against a plain list of files; beside it, at every step, a history that was
    /// rebuilt from the journal.
    #[test]
    fn undo_and_redo_walk_back_and_forth(size in 0usize..4, seed in any::<u64>()) {
        let mut project = generate::project(size, seed);
        let dice = &mut Dice::new(seed);
        let mut texts = Store::default();
        let mut history = History::default();
        let mut journal: Vec<String> = Vec::new();
        // The files on the way, and where on it we stand.
        let (mut way, mut at) = (vec![file(&project)], 0);
        for counter in 1..40 {
            texts.take_in(&project);
            let never = |_: &str, _: &Project| -> Option<Transaction> { None };
            let stamp = acts::stamp(dice, &project, counter);
            let done = match dice.below(4) {
                0 if at > 0 => {
                    at -= 1;
                    history.undo(&mut project, stamp, &never)
                }
                1 if at + 1 < way.len() => {
                    at += 1;
                    history.redo(&mut project, stamp, &never)
                }
                _ => {
                    let Some(act) = acts::transaction(dice, &project, counter) else { continue };
                    prop_assert!(act.apply(&mut project).is_ok());
                    let act = Rc::new(act);
                    history.push(act.clone().into());
                    at += 1;
                    way.truncate(at);
                    way.push(file(&project));
                    Ok(act)
                }
            };
            let done = done.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
            prop_assert_eq!(&file(&project), &way[at]);
            prop_assert_eq!(check(&project), vec![]);
            texts.take_in(&project);
            journal.push(encode(&done, &text_of(&project)).map_err(|e| TestCaseError::fail(e.to_string()))?);

            let mut rebuilt = History::default();
            for line in &journal {
                let header = header(line).map_err(|e| TestCaseError::fail(e.to_string()))?;
                let past = Past::Packed(line.as_str().into());
                let Header { id, act, time, undoes } = header;
                rebuilt.push(Entry { id, act, time, undoes, past });
            }
            prop_assert_eq!(rebuilt.next_undo().map(|e| &e.id), history.next_undo().map(|e| &e.id));
            prop_assert_eq!(rebuilt.next_redo().map(|e| &e.id), history.next_redo().map(|e| &e.id));
            if at > 0 {
                let mut copy = project.clone();
                let stamp = acts::stamp(dice, &project, 1000 + counter);
                let undone = rebuilt.undo(&mut copy, stamp, &|line, behind| texts.open(line, behind));
                prop_assert!(undone.is_ok(), "{:?}", undone);
                prop_assert_eq!(&file(&copy), &way[at - 1]);
            }
        }
    }
}

/// A project in which much is told.
fn told() -> Project {
    tellings::project(include_str!("fixtures/tellings.tuned.txt"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// What is kept of the whole project, and follows each act, is what a look at all of it gives.
    #[test]
    fn what_is_kept_follows_every_act(seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let mut session = Session::new(told(), History::default(), postil::storage::Texts::default(), 1);
        session.along = true;
        let mut state = State::new(Actor("other".into()));
        state.session = Some(session);
        let env = Env { now: Timestamp(1), words: &|_, _, _, _| WordBreaks::default() };
        for counter in 1..40 {
            let session = state.session.as_ref().expect("it stays open");
            let Some(transaction) = acts::transaction(dice, &session.project, counter) else { continue };
            reduce(&mut state, Action::Followed(Rc::new(transaction)), &env);
            let session = state.session.as_ref().expect("it stays open");
            prop_assert_eq!(check(&session.project), vec![]);
            if counter % 8 == 1 {
                prop_assert!(session.mentions_agree() && session.tellings_agree() && session.passages_agree(), "after act {}", counter);
            }
        }
    }
}
