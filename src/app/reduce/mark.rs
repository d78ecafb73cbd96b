//! Marking, and changing what marks say; where they lie is changed in `reshape`.

use super::{caret, commit, find, reshape, select};
use crate::app::{Caret, Command, Effect, Env, Focus, NoticeKind, PickAct, State};
use crate::edit::{Act, AnnotationField};
use crate::model::{AnnotationId, AttributeId, AttributeValue, Fragments, LabelId};
use crate::text::{self, Span};
use crate::words::said;

/// Why there is nothing to mark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nothing {
    /// No text is selected.
    Selected,
    /// Of what is selected nothing is left without spaces and punctuation.
    Left,
}

/// What is selected in the text, as it would be marked.
pub(super) fn selection(state: &State, env: &Env<'_>) -> Result<Fragments, Nothing> {
    let session = state.session.as_ref().ok_or(Nothing::Selected)?;
    let (Some(reading), Some(document)) = (session.reading.as_ref(), session.document()) else {
        return Err(Nothing::Selected);
    };
    let spans = if reading.spans.is_empty() { vec![reading.caret.span()] } else { reading.spans.clone() };
    if spans.iter().all(|span| span.is_empty()) {
        return Err(Nothing::Selected);
    }
    let source = &document.text;
    let exact = reading.exact || state.settings.exact;
    let fit = |span: Span| {
        if exact {
            text::exact(source, span)
        } else {
            text::snap(source, span, &caret::words(session, span.start(), env))
        }
    };
    Fragments::join(spans.into_iter().filter(|span| !span.is_empty()).filter_map(fit).collect())
        .ok_or(Nothing::Left)
}

/// Marks the selected text; without one, relabels what is selected.
pub(super) fn mark(state: &mut State, label: &LabelId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let fragments = match selection(state, env) {
        Ok(fragments) => fragments,
        Err(Nothing::Selected) if state.session.as_ref().is_some_and(|s| s.selected().is_some()) => {
            relabel(state, label, env, out);
            return;
        }
        Err(nothing) => {
            let why = if nothing == Nothing::Left { said::nothing_left() } else { said::select_text() };
            state.notify(NoticeKind::Info, why, false);
            return;
        }
    };
    let picking = is_picking(state);
    // While something is picked, what stands there already is what is meant.
    if picking && let Some(there) = standing(state, label, &fragments) {
        out.push(Effect::Pick(PickAct::Clicked(vec![there])));
        return;
    }
    if is_doubled(state, label, &fragments) {
        return;
    }
    let mut id = None;
    let done = commit::act(state, env, out, Act::Mark, |builder, session| {
        if let Some(reading) = &session.reading {
            id = Some(builder.annotate(&reading.document, label, fragments.clone()));
        }
    });
    if !done {
        return;
    }
    collapse(state, fragments.hull(), out);
    let marked: Vec<AnnotationId> = id.into_iter().collect();
    select::set(state, marked.clone(), out);
    if picking {
        out.push(Effect::Pick(PickAct::Clicked(marked)));
    }
    if let Some(annotation) = state.session.as_ref().and_then(|s| s.selected()) {
        let what = commit::describe(state.session.as_ref().expect("checked"), annotation);
        state.speak(said::marked(&what));
    }
}

/// The annotation with this label on this very text.
fn standing(state: &State, label: &LabelId, fragments: &Fragments) -> Option<AnnotationId> {
    let session = state.session.as_ref()?;
    let mut all = session.project.annotations(&session.reading.as_ref()?.document)?.iter();
    all.find(|own| own.label == *label && own.fragments == *fragments).map(|own| own.id.clone())
}

/// Whether the same label stands on the very same text; says so the first time, and lets the second one through.
fn is_doubled(state: &mut State, label: &LabelId, fragments: &Fragments) -> bool {
    let Some(session) = state.session.as_mut() else { return false };
    let name = session.project.schema.label(label).map(|label| label.name.clone()).unwrap_or_default();
    let Some(reading) = session.reading.as_mut() else { return false };
    let Some(all) = session.project.annotations(&reading.document) else { return false };
    let there = all.has(label, fragments);
    let doubled = Some((label.clone(), fragments.clone()));
    if !there || reading.doubled == doubled {
        reading.doubled = None;
        return false;
    }
    reading.doubled = doubled;
    state.notify(NoticeKind::Info, said::doubled(&name), false);
    true
}

/// After a mark the selection collapses to its end, so that the next key does not mark again.
pub(super) fn collapse(state: &mut State, hull: Span, out: &mut Vec<Effect>) {
    let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) else { return };
    reading.caret = Caret::at(hull.end());
    reading.spans.clear();
    reading.exact = false;
    out.push(Effect::ShowCaret);
}

pub(super) fn pen(state: &mut State, label: Option<LabelId>, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    let name = label.as_ref().and_then(|id| session.project.schema.label(id)).map(|label| label.name.clone());
    let Some(reading) = session.reading.as_mut() else { return };
    reading.pen = label.clone();
    match (name, label) {
        (Some(name), Some(label)) => {
            state.speak(said::pen(&name));
            if selection(state, env).is_ok() {
                mark(state, &label, env, out);
            }
        }
        _ => state.speak(said::pen_away()),
    }
}

/// Puts the pen away, or takes up that of the selected annotation's label or the first one.
pub(super) fn toggle_pen(state: &mut State) {
    let Some(session) = state.session.as_mut() else { return };
    let label = session.selected().map(|annotation| annotation.label.clone());
    let label = label.or_else(|| session.project.schema.labels.first().map(|label| label.id.clone()));
    let name = label.as_ref().and_then(|id| session.project.schema.label(id)).map(|label| label.name.clone());
    let Some(reading) = session.reading.as_mut() else { return };
    if reading.pen.take().is_some() {
        state.speak(said::pen_away());
    } else {
        reading.pen = label;
        state.speak(said::pen_keys(&name.unwrap_or_default()));
    }
}

fn is_picking(state: &State) -> bool {
    state.session.as_ref().is_some_and(|session| session.picking.is_some())
}

/// Enter: picks, finishes a fragment, marks with the pen, or opens the annotation at the caret.
pub(super) fn open(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(reading) = session.reading.as_ref() else { return };
    let pen = session.pen().cloned();
    let adding = reading.adding_to.is_some();
    if is_picking(state) && selection(state, env).is_err() {
        return out.push(Effect::Later(Command::OpenAnnotation));
    }
    if selection(state, env).is_ok() && (adding || pen.is_some()) {
        match pen {
            Some(label) if !adding => mark(state, &label, env, out),
            _ => reshape::add_fragment(state, env, out),
        }
        return;
    }
    // While words are looked for, Enter goes through them.
    if find::step(state, 1, out) {
        return;
    }
    if state.session.as_ref().is_some_and(|s| s.selected().is_none()) {
        let first = select::here(state).into_iter().next();
        select::set(state, first.into_iter().collect(), out);
    }
    if state.session.as_ref().is_some_and(|s| s.selected().is_some()) {
        out.push(Effect::Focus(Focus::Inspector));
    } else {
        state.speak(said::none_here());
    }
}

pub(super) fn write_note(state: &mut State, out: &mut Vec<Effect>) {
    if state.session.as_ref().is_some_and(|s| s.selected().is_some()) {
        out.push(Effect::Focus(Focus::Note));
    } else {
        state.speak(said::select_first());
    }
}

pub(super) fn escape(state: &mut State, out: &mut Vec<Effect>) {
    if is_picking(state) {
        return out.push(Effect::Later(Command::Escape));
    }
    let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) else { return };
    if reading.adding_to.take().is_some() {
        // It said what to select.
        state.notice = state.notice.take().filter(|notice| notice.kind == NoticeKind::Warning);
        state.speak(said::none_added());
    } else if !reading.caret.span().is_empty() || !reading.spans.is_empty() {
        let focus = reading.caret.focus;
        caret::place(state, Caret::at(focus), out);
    } else if reading.find.is_some() {
        find::close(state, out);
    } else if reading.pen.take().is_some() {
        state.speak(said::pen_away());
    } else {
        select::set(state, Vec::new(), out);
        state.speak(said::nothing_selected());
    }
}

/// Sets a field of every selected annotation, as one act.
fn set_all(
    state: &mut State,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
    act: Act,
    field: &AnnotationField,
) -> bool {
    let done = commit::act(state, env, out, act, |builder, session| {
        let Some(reading) = &session.reading else { return };
        for id in reading.selected.iter() {
            match field {
                AnnotationField::Label(label) => {
                    commit::relabel(builder, session, &reading.document, id, label)
                }
                field => drop(builder.set(&reading.document, id, field.clone())),
            }
        }
    });
    if done {
        let session = state.session.as_ref().expect("an act needs a session");
        let selected = session.reading.as_ref().map(|reading| reading.selected.clone());
        let selected = selected.unwrap_or_default();
        let text = said::done(super::undo::name(act), &commit::describe_all(session, &selected));
        if selected.len() > 1 {
            state.notify(NoticeKind::Info, text, true);
        } else {
            state.speak(text);
        }
    }
    done
}

pub(super) fn relabel(state: &mut State, label: &LabelId, env: &Env<'_>, out: &mut Vec<Effect>) {
    set_all(state, env, out, Act::Relabel, &AnnotationField::Label(label.clone()));
}

pub(super) fn note(state: &mut State, note: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    set_all(state, env, out, Act::Note, &AnnotationField::Note(note.to_owned()));
}

pub(super) fn unsure(state: &mut State, unsure: bool, env: &Env<'_>, out: &mut Vec<Effect>) {
    set_all(state, env, out, Act::Unsure, &AnnotationField::Unsure(unsure));
}

pub(super) fn attribute(
    state: &mut State,
    attribute: &AttributeId,
    value: Option<&AttributeValue>,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let field = AnnotationField::Attribute(attribute.clone(), value.cloned());
    set_all(state, env, out, Act::SetAttribute, &field);
}

pub(super) fn delete(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(reading) = session.reading.as_ref() else { return };
    if reading.selected.is_empty() {
        state.speak(said::select_first());
        return;
    }
    let (document, ids) = (reading.document.clone(), reading.selected.clone());
    let text = said::deleted(&commit::describe_all(session, &ids));
    let row = session.row_of(&ids[ids.len() - 1]);
    let done = commit::act(state, env, out, Act::Delete, |builder, _| {
        builder.remove_annotations(&document, &ids);
    });
    if done {
        state.notify(NoticeKind::Info, text, true);
        // In the list the next one moves up; the row that is shown stays where it was.
        out.extend(row.map(Effect::ShowRow));
    }
}
