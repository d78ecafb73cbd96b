//! Transactions on their way from an act to the project, the history, the journal and the article view.

use super::along;
use crate::app::beside;
use crate::app::{Effect, Env, NoticeKind, Reading, Saved, Screen, Session, State, quote};
use crate::edit::{Act, AnnotationField, Builder, DocumentField, Draft, Op, ProjectField, Transaction};
use crate::model::{Annotation, AnnotationId, DocumentId, LabelId, Person, PersonKind};
use crate::sorted::Set;
use crate::words::{self, said};
use std::rc::Rc;

/// Builds a transaction, applies it and hands it on. False if nothing changed.
pub(in crate::app) fn act(
    state: &mut State,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
    act: Act,
    build: impl FnOnce(&mut Builder<'_>, &Session),
) -> bool {
    let Some(draft) = begin(state, env, act) else { return false };
    let Some(session) = state.session.as_ref() else { return false };
    let mut builder = Builder::of(&session.project, draft);
    build(&mut builder, session);
    let draft = builder.into_draft();
    finish(state, out, draft)
}

/// Begins a transaction of the open project.
pub(in crate::app) fn begin(state: &State, env: &Env<'_>, act: Act) -> Option<Draft> {
    state.stamp(env.now).map(|stamp| Draft::new(stamp, act))
}

/// Applies a transaction, which was begun with the project as it is, and hands it on. False if nothing changed.
pub(in crate::app) fn finish(state: &mut State, out: &mut Vec<Effect>, draft: Draft) -> bool {
    let person = person(state);
    let Some(session) = state.session.as_ref() else { return false };
    let mut builder = Builder::of(&session.project, draft);
    if builder.is_empty() {
        return false;
    }
    // Whoever acts is among the people, under the name that they go by now.
    builder.set_person(person);
    let Some(transaction) = builder.finish() else { return false };
    // Not before: what was taken while this tab still worked, and comes again when its field is left, is in the project.
    if along::refuses(state) {
        return false;
    }
    let transaction = Rc::new(transaction);
    let session = state.session.as_mut().expect("checked above");
    if let Err(conflict) = transaction.apply(&mut session.project) {
        state.notify(NoticeKind::Warning, said::nothing_changed(&conflict.to_string()), false);
        return false;
    }
    session.history.push(transaction.clone().into());
    taken_in(state, &transaction, out);
    true
}

/// The person at the keyboard, as the project records them.
pub(super) fn person(state: &State) -> Person {
    // The name that stands for a person who has not said theirs is a word too.
    let name = if state.settings.name.is_empty() { said::nameless() } else { &state.settings.name };
    Person {
        id: state.person.clone(),
        name: name.to_owned(),
        kind: PersonKind::Person,
        version: String::new(),
    }
}

/// What follows from a transaction that is in the project and the history already.
pub(super) fn taken_in(state: &mut State, transaction: &Rc<Transaction>, out: &mut Vec<Effect>) {
    out.push(Effect::Append(transaction.clone()));
    // Said together with the act, not when the journal hears of it: "Saved" must never stand beside what is not.
    if state.saved == Saved::Saved {
        state.saved = Saved::Saving;
    }
    // What was said before is no longer so: the hint was followed, or its button *Undo* would take back another act.
    // What needs an eye stays.
    state.notice = state.notice.take().filter(|notice| notice.kind == NoticeKind::Warning && !notice.undo);
    // Of this nobody was told that it is lost when the project is left.
    state.leaving = false;
    if let Some(session) = state.session.as_mut() {
        session.counter += 1;
        session.has_acted(transaction.time);
    }
    show(state, transaction, out);
}

/// Shows what a transaction changed.
pub(super) fn show(state: &mut State, transaction: &Rc<Transaction>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    let of_schema = |op: &Op| matches!(op, Op::SetProject { to: ProjectField::Schema(_), .. });
    if transaction.ops.iter().any(of_schema) {
        out.push(Effect::PaintLabels);
    }
    session.drop_refused(transaction);
    session.kept.names.borrow_mut().follow(transaction);
    session.follow_mentions(transaction);
    session.kept.followers.follow(transaction);
    if session.picking_for().is_none() {
        session.picking = None;
    }
    beside::follow(session, transaction, out);
    let schema = session.project.schema.clone();
    for reading in session.open() {
        reading.pen = reading.pen.take().filter(|label| schema.label(label).is_some());
        let filter = &mut reading.filter;
        filter.labels = filter.labels.iter().filter(|label| schema.label(label).is_some()).cloned().collect();
        filter.value = filter.value.take().filter(|value| schema.attribute(&value.attribute).is_some());
    }
    let is_gone = |reading: &Reading| session.project.document(&reading.document).is_none();
    // Where two are open the other one is gone on in.
    if session.reading.as_ref().is_some_and(is_gone) && !beside::close(session, false, out) {
        session.reading = None;
        if state.screen == Screen::Read {
            state.screen = Screen::Library;
        }
        out.push(Effect::ShowArticle(None));
    }
    let aside = session.beside.as_ref().map(|reading| reading.document.clone());
    let Some(reading) = session.reading.as_mut() else { return };
    let described = |op: &Op| match op {
        Op::SetDocument { id, to: DocumentField::Metadata(_), .. } => *id == reading.document,
        Op::AddDocument(document) => document.id == reading.document,
        _ => false,
    };
    if transaction.ops.iter().any(described) {
        // Its language and title are part of the drawn article, whether they were edited or taken back.
        out.push(Effect::ShowArticle(Some(reading.document.clone())));
        out.push(Effect::ShowSelected);
    }
    let seen =
        |op: &&Op| op.document().is_some_and(|id| *id == reading.document || aside.as_ref() == Some(id));
    let touched: Set<&AnnotationId> =
        transaction.ops.iter().filter(seen).filter_map(Op::annotation).collect();
    if !touched.is_empty() {
        let now = |id: &AnnotationId| {
            let there = || session.project.annotation(aside.as_ref()?, id);
            session.project.annotation(&reading.document, id).or_else(there).cloned()
        };
        let gone = touched.iter().filter(|id| now(id).is_none()).map(|id| (*id).clone()).collect();
        let put = touched.iter().filter_map(|id| now(id)).collect();
        out.push(Effect::Patch { gone, put });
    }
    // Others may speak of the same now, or be related.
    let refers = |op: &Op| match op {
        Op::SetAnnotation { to: AnnotationField::RefersTo(_), .. } | Op::SetRelation { .. } => true,
        _ => of_schema(op),
    };
    if transaction.ops.iter().any(refers) {
        out.push(Effect::ShowSelected);
    }
    let (project, document) = (&session.project, &reading.document);
    let gone = |id: &AnnotationId| project.annotation(document, id).is_none();
    reading.hovered = reading.hovered.take().filter(|id| !gone(id));
    reading.adding_to = reading.adding_to.take().filter(|id| !gone(id));
    if touched.iter().any(|id| gone(id) && reading.selected.contains(id)) {
        let left: Vec<AnnotationId> = reading.selected.iter().filter(|id| !gone(id)).cloned().collect();
        reading.selected = left.into();
        out.push(Effect::ShowSelected);
    }
}

/// Gives an annotation another label. A person is no claim: what it referred to as the one it is not as the other.
pub(in crate::app) fn relabel(
    builder: &mut Builder<'_>,
    session: &Session,
    document: &DocumentId,
    id: &AnnotationId,
    label: &LabelId,
) {
    let Some(annotation) = session.project.annotation(document, id) else { return };
    let kind = |label: &LabelId| session.project.schema.label(label).map(|label| label.kind);
    builder.set(document, id, AnnotationField::Label(label.clone()));
    if kind(label) != kind(&annotation.label) {
        builder.refer(document, id, None);
    }
}

/// An annotation in words: `Person “Zakharova”`.
pub(in crate::app) fn describe(session: &Session, annotation: &Annotation) -> String {
    let label = session.project.schema.label(&annotation.label).map_or("", |label| label.name.as_str());
    match session.project.document(&annotation.document) {
        Some(document) => format!("{label} “{}”", quote(&document.text, annotation, 40)),
        None => label.to_owned(),
    }
}

/// Several annotations in words, or the one.
pub(super) fn describe_all(session: &Session, ids: &[AnnotationId]) -> String {
    match ids {
        [id] => session.annotation(id).map_or_else(String::new, |annotation| describe(session, annotation)),
        _ => words::annotations(ids.len()),
    }
}
