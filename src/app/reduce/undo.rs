//! Undo and redo: they go to what they change, and name it.

use super::{along, commit, documents, select};
use crate::app::{Effect, Env, NoticeKind, Screen, Session, State, titled};
use crate::edit::{Act, DocumentField, Op, Transaction, UndoError};
use crate::model::{AnnotationId, Project, Relation};
use crate::sorted::{Set, sort_by};
use crate::text::Span;
use crate::words::{self, acts, frame, said};
use std::rc::Rc;

pub(super) fn undo(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    take_back(state, env, out, false);
}

pub(super) fn redo(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    take_back(state, env, out, true);
}

fn take_back(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>, again: bool) {
    if along::refuses(state) {
        return;
    }
    let Some(stamp) = state.stamp(env.now) else { return };
    let Some(session) = state.session.as_mut() else { return };
    let Session { project, history, texts, .. } = session;
    let open = |packed: &str, project: &Project| texts.open_in(packed, project);
    let taken_back =
        if again { history.redo(project, stamp, &open) } else { history.undo(project, stamp, &open) };
    match taken_back {
        Ok(transaction) => {
            commit::taken_in(state, &transaction, out);
            go_there(state, &transaction, out);
            let what = what(state, &transaction);
            let text = if again { said::done_again(&what) } else { said::undone(&what) };
            state.notify(NoticeKind::Info, text, false);
        }
        Err(UndoError::Nothing) => {
            let text = if again { frame::nothing_to_redo() } else { frame::nothing_to_undo() };
            state.speak(text);
        }
        Err(UndoError::Unreadable(id)) => {
            let text = said::unreadable(&id.to_string());
            state.notify(NoticeKind::Warning, text, false);
        }
        Err(UndoError::Changed(conflict)) => {
            state.notify(NoticeKind::Warning, said::cannot_undo(&conflict.to_string()), false);
        }
    }
}

/// Opens the article that was changed and selects what was changed in it. Nobody is taken away from another screen.
fn go_there(state: &mut State, transaction: &Rc<Transaction>, out: &mut Vec<Effect>) {
    // A change of the schema goes to no article, however many annotations it touches.
    if transaction.act == Act::EditSchema || state.screen != Screen::Read {
        return;
    }
    let Some(session) = &state.session else { return };
    let there = |op: &&Op| op.document().is_some_and(|id| session.project.document(id).is_some());
    let Some(op) = transaction.ops.iter().find(|op| op.annotation().is_some() && there(op)) else { return };
    let Some(document) = op.document().cloned() else { return };
    if transaction.ops.iter().any(|op| matches!(op, Op::AddDocument(new) if new.id == document)) {
        // The whole article came back, not its annotations one by one.
        documents::open(state, &document, out);
        return;
    }
    // Several ops may speak of one annotation, and not in a row.
    let mut seen = Set::new();
    let ids: Vec<AnnotationId> = transaction
        .ops
        .iter()
        .filter(|op| op.document() == Some(&document))
        .filter_map(Op::annotation)
        .filter(|id| session.project.annotation(&document, id).is_some() && seen.insert(*id))
        .cloned()
        .collect();
    // Where they stand, or stood.
    let hull = |op: &Op| match op {
        Op::AddAnnotation(annotation) | Op::RemoveAnnotation(annotation)
            if annotation.document == document =>
        {
            Some(annotation.fragments.hull())
        }
        Op::SetAnnotation { document: home, id, .. } if *home == document => {
            Some(session.project.annotation(home, id)?.fragments.hull())
        }
        _ => None,
    };
    let spots: Vec<Span> = transaction.ops.iter().filter_map(hull).collect();
    let reading = session.reading.as_ref().map(|reading| reading.document.clone());
    if reading.as_ref() != Some(&document) {
        documents::open(state, &document, out);
    }
    match ids.len() {
        1 => select::set_and_show(state, ids, out),
        _ => {
            select::set_and_say(state, ids, out);
            out.push(Effect::ScrollToOne(spots));
        }
    }
}

/// What a transaction did, in words.
fn what(state: &State, transaction: &Transaction) -> String {
    let Some(session) = &state.session else { return String::new() };
    let marks: Vec<&Op> = transaction.ops.iter().filter(|op| op.annotation().is_some()).collect();
    let name = name(transaction.act);
    let one = |op: &Op| match op {
        Op::AddAnnotation(annotation) | Op::RemoveAnnotation(annotation) => {
            commit::describe(session, annotation)
        }
        Op::SetAnnotation { document, id, .. } => session
            .project
            .annotation(document, id)
            .map_or_else(String::new, |a| commit::describe(session, a)),
        _ => String::new(),
    };
    let mut ids: Vec<&AnnotationId> = marks.iter().filter_map(|op| op.annotation()).collect();
    sort_by(&mut ids, Ord::cmp);
    ids.dedup();
    let mut named = Set::new();
    let documents: Vec<&str> = transaction
        .ops
        .iter()
        // One that got another text went and came.
        .filter(|op| op.annotation().is_some() || op.document().is_none_or(|id| named.insert(id)))
        .filter_map(|op| match op {
            Op::AddDocument(document) | Op::RemoveDocument(document) => Some(titled(&document.metadata)),
            // The status follows by itself when the first mark is made.
            Op::SetDocument { to: DocumentField::Status(_), .. } if transaction.act != Act::SetStatus => None,
            Op::SetDocument { id, .. } => session.project.document(id).map(|own| titled(&own.metadata)),
            _ => None,
        })
        .collect();
    match (&documents[..], &ids[..]) {
        ([title], _) => format!("{name} “{title}”"),
        ([first, second], _) => format!("{name} “{first}”, “{second}”"),
        ([_, ..], _) => format!("{name} ({})", documents.len()),
        ([], [_]) => format!("{name}, {}", one(marks[0])),
        ([], [_, ..]) => format!("{name}, {}", words::annotations(ids.len())),
        _ => match transaction.ops.iter().find_map(related) {
            Some(relation) => format!("{name}, {}", session.relation_name(&relation.kind)),
            None => name.to_owned(),
        },
    }
}

/// The relation that an op makes, changes or takes away.
fn related(op: &Op) -> Option<&Relation> {
    match op {
        Op::SetRelation { from, to } => to.as_deref().or(from.as_deref()),
        _ => None,
    }
}

/// What an act is called in notices and tooltips.
pub(crate) fn name(act: Act) -> &'static str {
    match act {
        Act::AddDocuments => acts::add_documents(),
        Act::RemoveDocuments => acts::remove_documents(),
        Act::EditDocument => acts::edit_document(),
        Act::Split => acts::split(),
        Act::CorrectText => acts::correct_text(),
        Act::SetStatus => acts::set_status(),
        Act::Mark => acts::mark(),
        Act::Delete => acts::delete(),
        Act::Relabel => acts::relabel(),
        Act::Reshape => acts::reshape(),
        Act::SetAttribute => acts::set_attribute(),
        Act::Note => acts::note(),
        Act::Unsure => acts::unsure(),
        Act::Accept => acts::accept(),
        Act::Refuse => acts::refuse(),
        Act::NamePerson => acts::name_person(),
        Act::RenameProject => acts::rename_project(),
        Act::EditSchema => acts::edit_schema(),
        Act::EditGuidelines => acts::edit_guidelines(),
        Act::LinkEntity => acts::link_entity(),
        Act::EditEntity => acts::edit_entity(),
        Act::MergeEntities => acts::merge_entities(),
        Act::SplitEntity => acts::split_entity(),
        Act::DeleteEntities => acts::delete_entities(),
        Act::LinkClaim => acts::link_claim(),
        Act::EditClaim => acts::edit_claim(),
        Act::DeleteClaim => acts::delete_claim(),
        Act::ChooseReference => acts::choose_reference(),
        Act::ArrangeMatrix => acts::arrange_matrix(),
        Act::Relate => acts::relate(),
        Act::EditRelation => acts::edit_relation(),
        Act::DeleteRelation => acts::delete_relation(),
        Act::GoBack => acts::go_back(),
    }
}
