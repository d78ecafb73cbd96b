//! What is selected: text by the pointer, annotations in the article and in the list, both in step.

use super::{caret, commit, mark, reshape};
use crate::app::{Caret, Effect, Env, PickAct, State};
use crate::model::AnnotationId;
use crate::sorted::{Set, insertion_sort_by};
use crate::text::{Span, Step, WordBreaks, prev};
use crate::words::said;

pub(super) fn text(state: &mut State, spans: Vec<Span>, exact: bool, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) else { return };
    let Some(last) = spans.last().copied() else { return };
    reading.caret = Caret { anchor: last.start(), focus: last.end() };
    reading.spans = spans;
    reading.exact = exact;
    if reading.adding_to.is_some() {
        reshape::add_fragment(state, env, out);
    } else if let Some(pen) = state.session.as_ref().and_then(|session| session.pen()).cloned() {
        mark::mark(state, &pen, env, out);
    }
}

pub(super) fn click(state: &mut State, caret: Caret, ids: &[AnnotationId], add: bool, out: &mut Vec<Effect>) {
    if !add && state.session.as_ref().is_some_and(|session| session.picking.is_some()) {
        return out.push(Effect::Pick(PickAct::Clicked(ids.to_vec())));
    }
    let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) else { return };
    reading.caret = caret;
    reading.spans.clear();
    reading.exact = false;
    out.push(Effect::ShowCaret);
    if add {
        if let Some(id) = ids.first() {
            annotation(state, id.clone(), true, false, out);
        }
        return;
    }
    let last = reading.selected.last();
    let next = match ids.iter().position(|id| Some(id) == last) {
        Some(at) => ids.get((at + 1) % ids.len()),
        None => ids.first(),
    };
    set_and_say(state, next.cloned().into_iter().collect(), out);
}

pub(super) fn hover(state: &mut State, ids: Vec<AnnotationId>, out: &mut Vec<Effect>) {
    let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) else { return };
    let first = ids.into_iter().next();
    if reading.hovered != first {
        reading.hovered = first;
        out.push(Effect::ShowHovered);
    }
}

/// Selects these and nothing else.
pub(in crate::app) fn set(state: &mut State, ids: Vec<AnnotationId>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    let Some(reading) = session.reading.as_mut() else { return };
    if *reading.selected == ids[..] {
        return;
    }
    reading.selected = ids.into();
    reading.doubled = None;
    reading.replaces_notes = false;
    reading.from_list = false;
    out.push(Effect::ShowSelected);
    if let Some(row) =
        session.reading.as_ref().and_then(|reading| reading.selected.last()).and_then(|id| session.row_of(id))
    {
        out.push(Effect::ShowRow(row));
    }
}

/// Selects these and says so.
pub(super) fn set_and_say(state: &mut State, ids: Vec<AnnotationId>, out: &mut Vec<Effect>) {
    set(state, ids, out);
    let Some(session) = state.session.as_ref() else { return };
    let Some(reading) = session.reading.as_ref() else { return };
    if !reading.selected.is_empty() {
        let text = said::selected(&commit::describe_all(session, &reading.selected));
        state.speak(text);
    }
}

/// Selects these, scrolls to the last of them and puts the caret at its start.
pub(in crate::app) fn set_and_show(state: &mut State, ids: Vec<AnnotationId>, out: &mut Vec<Effect>) {
    set_and_say(state, ids, out);
    let Some(session) = state.session.as_mut() else { return };
    let Some(hull) = session.selected().map(|annotation| annotation.fragments.hull()) else { return };
    let Some(reading) = session.reading.as_mut() else { return };
    reading.caret = Caret::at(hull.start());
    reading.spans.clear();
    out.push(Effect::ShowCaret);
    out.push(Effect::ScrollTo(hull));
}

pub(super) fn annotation(state: &mut State, id: AnnotationId, add: bool, range: bool, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(reading) = session.reading.as_ref() else { return };
    let mut selected = reading.selected.to_vec();
    if range {
        let shown = session.shown();
        let at = |id: &AnnotationId| shown.iter().position(|other| other == id);
        if let (Some(from), Some(to)) = (selected.last().and_then(at), at(&id)) {
            let between = &shown[from.min(to)..=from.max(to)];
            let inside: Set<&AnnotationId> = between.iter().collect();
            selected.retain(|id| !inside.contains(id));
            selected.extend(between.iter().filter(|other| **other != id).cloned());
        }
        selected.retain(|other| *other != id);
        selected.push(id);
        set_and_say(state, selected, out);
    } else if add {
        match selected.iter().position(|other| *other == id) {
            Some(at) => {
                selected.remove(at);
            }
            None => selected.push(id),
        }
        set_and_say(state, selected, out);
    } else {
        set_and_show(state, vec![id], out);
    }
}

pub(super) fn all_shown(state: &mut State, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let shown = session.shown().to_vec();
    set_and_say(state, shown, out);
}

/// To the next annotation in the text, or the one before.
pub(super) fn step(state: &mut State, by: isize, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(reading) = session.reading.as_ref() else { return };
    let Some(all) = session.project.annotations(&reading.document) else { return };
    let at = match reading.selected.last().and_then(|id| all.position(id)) {
        Some(at) => at.checked_add_signed(by),
        None => {
            let behind = all.first_from(reading.caret.focus);
            if by > 0 { Some(behind) } else { behind.checked_sub(1) }
        }
    };
    match at.and_then(|at| all.nth(at)).map(|annotation| annotation.id.clone()) {
        Some(id) => set_and_show(state, vec![id], out),
        None if all.is_empty() => state.speak(said::none_in_article()),
        None => state.speak(if by > 0 { said::none_behind() } else { said::none_before() }),
    }
}

/// To the next annotation that the list shows, or the one before.
pub(super) fn step_list(state: &mut State, by: isize, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let last = session.reading.as_ref().and_then(|reading| reading.selected.last());
    let at = last.and_then(|id| session.row_of(id));
    let next = at.map_or(Some(0), |at| at.checked_add_signed(by)).and_then(|row| session.at_row(row));
    if let Some(id) = next {
        set_and_show(state, vec![id], out);
    }
}

/// The annotations at the caret, innermost first.
pub(in crate::app) fn here(state: &State) -> Vec<AnnotationId> {
    let Some(session) = state.session.as_ref() else { return Vec::new() };
    let Some(reading) = session.reading.as_ref() else { return Vec::new() };
    let Some(all) = session.project.annotations(&reading.document) else { return Vec::new() };
    let Some(document) = session.document() else { return Vec::new() };
    let at = reading.caret.focus;
    let mut found: Vec<_> = all.overlapping(caret::character(&document.text, at)).collect();
    if found.is_empty() {
        // At the end of a mark the caret is behind its last character.
        let before = prev(&document.text, at, Step::Character, &WordBreaks::default());
        found = all.overlapping(Span::new(before, at)).collect();
    }
    insertion_sort_by(&mut found, |a, b| a.fragments.covered().cmp(&b.fragments.covered()));
    found.into_iter().map(|annotation| annotation.id.clone()).collect()
}

/// The next annotation out, of those that lie under the caret.
pub(super) fn cycle(state: &mut State, out: &mut Vec<Effect>) {
    let ids = here(state);
    let last = state.session.as_ref().and_then(|s| s.reading.as_ref()).and_then(|r| r.selected.last());
    let next = match ids.iter().position(|id| Some(id) == last) {
        Some(at) => ids.get((at + 1) % ids.len()),
        None => ids.first(),
    };
    match next.cloned() {
        Some(id) => set_and_say(state, vec![id], out),
        None => state.speak(said::none_here()),
    }
}
