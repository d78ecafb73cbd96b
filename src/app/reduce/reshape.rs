//! Where an annotation lies: fragments come and go, and its ends move.

use super::{caret, commit, mark, select};
use crate::app::{Edge, Effect, Env, Motion, NoticeKind, Session, State};
use crate::edit::{Act, AnnotationField, Builder};
use crate::model::{AnnotationId, Fragments, Reference};
use crate::text::{self, Byte, Span, Text};
use crate::words::said;

/// The first time, waits for a selection; with one, adds it to the selected annotation.
pub(super) fn add_fragment(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let selected = state.session.as_ref().and_then(|s| s.selected()).map(|a| a.id.clone());
    let adding = state.session.as_ref().and_then(|s| s.reading.as_ref()).and_then(|r| r.adding_to.clone());
    let Some(target) = adding.or(selected) else {
        state.notify(NoticeKind::Info, said::select_then_add(), false);
        return;
    };
    let Some(annotation) = state.session.as_ref().and_then(|s| s.annotation(&target)).cloned() else {
        return;
    };
    let Ok(more) = mark::selection(state, env) else {
        if let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) {
            reading.adding_to = Some(target);
        }
        // The text is needed now.
        state.layout.sheet = false;
        state.notify(NoticeKind::Info, said::now_select(), false);
        return;
    };
    let spans = annotation.fragments.spans().iter().chain(more.spans()).copied().collect();
    if let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) {
        reading.adding_to = None;
    }
    if let Some(fragments) = Fragments::join(spans) {
        mark::collapse(state, more.hull(), out);
        select::set(state, vec![target.clone()], out);
        reshape(state, &target, fragments, env, out);
    }
}

fn reshape(state: &mut State, id: &AnnotationId, fragments: Fragments, env: &Env<'_>, out: &mut Vec<Effect>) {
    // The names of what it speaks of follow. What knows names is loaded later.
    let annotation = state.session.as_ref().and_then(|session| session.annotation(id));
    if annotation.is_some_and(|own| matches!(own.refers_to, Some(Reference::Entity(_)))) {
        return out.push(Effect::Reshape(id.clone(), fragments));
    }
    reshape_with(state, id, fragments, &|_, _| {}, env, out);
}

/// Puts an annotation around other text, with what follows from that in the same act; says what it is around now.
pub(in crate::app) fn reshape_with(
    state: &mut State,
    id: &AnnotationId,
    fragments: Fragments,
    follows: &dyn Fn(&mut Builder<'_>, &Session),
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let done = commit::act(state, env, out, Act::Reshape, |builder, session| {
        if let Some(reading) = &session.reading {
            builder.set(&reading.document, id, AnnotationField::Fragments(fragments));
            follows(builder, session);
        }
    });
    if done {
        let session = state.session.as_ref().expect("an act needs a session");
        let text = session.annotation(id).map(|annotation| commit::describe(session, annotation));
        state.speak(text.unwrap_or_default());
    }
}

pub(super) fn remove_fragment(state: &mut State, at: usize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(annotation) = state.session.as_ref().and_then(|s| s.selected()).cloned() else { return };
    let mut spans = annotation.fragments.spans().to_vec();
    if at < spans.len() {
        spans.remove(at);
        if let Some(fragments) = Fragments::new(spans) {
            reshape(state, &annotation.id, fragments, env, out);
        }
    }
}

/// Moves the start of the first fragment or the end of the last one; never to nothing, never into a neighbour.
pub(super) fn move_end(state: &mut State, edge: Edge, motion: Motion, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let (Some(annotation), Some(document)) = (session.selected().cloned(), session.document()) else {
        state.speak(said::select_first());
        return;
    };
    let mut spans = annotation.fragments.spans().to_vec();
    let logical = state.settings.logical;
    let step = |at| {
        let motion = if logical { caret::logical(&document.text, at, motion) } else { motion };
        caret::moved(&document.text, at, motion, &caret::words(session, at, env))
    };
    let span = match edge {
        Edge::Start => spans.first_mut(),
        Edge::End => spans.last_mut(),
    };
    let Some(span) = span else { return };
    // What goes by words ends at one, not at the bracket or the comma beside it.
    let by_words = matches!(motion, Motion::WordLeft | Motion::WordRight);
    let fit = |span: Span| match by_words {
        true => text::snap(&document.text, span, &caret::words(session, span.start(), env)),
        false => Some(span),
    };
    let Some(moved) = end_moved(&document.text, *span, edge, step, fit) else { return };
    *span = moved;
    if let Some(fragments) = Fragments::new(spans) {
        reshape(state, &annotation.id, fragments, env, out);
    }
}

/// A span after one end went a step. White space between words is nobody's: the end stops at its far side, and a
/// step into it goes on to what is behind; and so does one to what does not fit at an end. `None` where there is nothing
/// further, or nothing would be left.
fn end_moved(
    text: &Text,
    span: Span,
    edge: Edge,
    step: impl Fn(Byte) -> Byte,
    fit: impl Fn(Span) -> Option<Span>,
) -> Option<Span> {
    let mut at = match edge {
        Edge::Start => span.start(),
        Edge::End => span.end(),
    };
    loop {
        let to = step(at);
        if to == at {
            return None;
        }
        at = to;
        let (start, end) = match edge {
            Edge::Start => (to.min(span.end()), span.end()),
            Edge::End => (span.start(), to.max(span.start())),
        };
        let slice = text.slice(Span::new(start, end));
        let kept = match edge {
            Edge::Start => Span::new(Byte(end.0 - slice.trim_start().len() as u32), end),
            Edge::End => Span::new(start, Byte(start.0 + slice.trim_end().len() as u32)),
        };
        if kept.is_empty() {
            return None;
        }
        let fit = fit(kept)?;
        let kept = match edge {
            Edge::Start => Span::new(fit.start().max(kept.start()).min(end), end),
            Edge::End => Span::new(start, fit.end().min(kept.end()).max(start)),
        };
        if kept.is_empty() {
            return None;
        }
        if kept != span {
            return Some(kept);
        }
    }
}

/// A handle was let go: the end goes to the nearest word, or exactly there.
pub(super) fn drag_end(
    state: &mut State,
    id: &AnnotationId,
    fragment: usize,
    edge: Edge,
    to: Byte,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(session) = state.session.as_ref() else { return };
    let (Some(annotation), Some(document)) = (session.annotation(id), session.document()) else { return };
    let mut spans = annotation.fragments.spans().to_vec();
    let Some(span) = spans.get_mut(fragment) else { return };
    let fixed = match edge {
        Edge::Start => span.end(),
        Edge::End => span.start(),
    };
    let dragged = Span::new(fixed, to);
    let fit = if state.settings.exact {
        text::exact(&document.text, dragged)
    } else {
        text::snap(&document.text, dragged, &caret::words(session, to, env))
    };
    if let Some(fit) = fit {
        // Only the end that was dragged moves, also where snapping would have moved the other one.
        *span = if to < fixed { Span::new(fit.start(), fixed) } else { Span::new(fixed, fit.end()) };
        if let Some(fragments) = Fragments::join(spans) {
            reshape(state, id, fragments, env, out);
        }
    }
}
