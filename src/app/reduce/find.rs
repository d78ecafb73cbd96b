//! Finding words in the open article.

use crate::app::{Caret, Effect, Find, Focus, Screen, State, context};
use crate::words::{self, said};

/// Opens the bar, or goes to it. What is selected in the text is looked for.
pub(super) fn open(state: &mut State, out: &mut Vec<Effect>) {
    if state.screen != Screen::Read {
        return;
    }
    let Some(session) = state.session.as_mut() else { return };
    let Some(document) = session.document().cloned() else { return };
    let Some(reading) = session.reading.as_mut() else { return };
    let find = reading.find.get_or_insert_default();
    let selected = document.text.slice(reading.caret.span()).trim();
    if !selected.is_empty() && !selected.contains('\n') {
        selected.clone_into(&mut find.words);
        find.look(&document.text);
    }
    out.push(Effect::Focus(Focus::Find));
}

/// Puts the bar away.
pub(super) fn close(state: &mut State, out: &mut Vec<Effect>) {
    if let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut())
        && reading.find.take().is_some()
    {
        out.push(Effect::Focus(Focus::Article));
    }
}

/// Puts the bar away from within it. The hit that it showed, or went to, is selected, so that a label's key marks it;
/// what a person selected meanwhile stays.
pub(super) fn leave(state: &mut State, out: &mut Vec<Effect>) {
    let reading = state.session.as_ref().and_then(|session| session.reading.as_ref());
    let shown = reading.and_then(|reading| Some((reading.find.as_ref()?.shown?.1, reading.caret.span())));
    if shown.is_some_and(|(then, now)| then == now) {
        step_from(state, 1, true, out);
    }
    close(state, out);
}

/// Looks for other words; shows the first place at or behind the caret.
pub(super) fn look(state: &mut State, words: String, whole: bool, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    let Some(document) = session.document().cloned() else { return };
    let Some(reading) = session.reading.as_mut() else { return };
    let mut find = Find { words, whole, ..Find::default() };
    find.look(&document.text);
    let first = find.step(Caret::at(reading.caret.span().start()).span(), 1);
    find.shown = first.map(|at| (at, reading.caret.span()));
    out.extend(first.map(|at| Effect::ScrollTo(find.hits[at])));
    let said = match (find.words.trim(), find.hits.len()) {
        ("", _) => String::new(),
        (_, 0) => said::not_found().to_owned(),
        (_, hits) => words::hits(hits),
    };
    reading.find = Some(find);
    state.speak(said);
}

/// Selects the next hit, or the one before, so that a label's key marks it. False if there is nothing to go to.
pub(super) fn step(state: &mut State, by: isize, out: &mut Vec<Effect>) -> bool {
    step_from(state, by, false, out)
}

/// Steps from the caret, or, if true, from where the selection begins.
#[inline(never)]
fn step_from(state: &mut State, by: isize, start: bool, out: &mut Vec<Effect>) -> bool {
    let Some(session) = state.session.as_mut() else { return false };
    let Some(document) = session.document().cloned() else { return false };
    let Some(reading) = session.reading.as_mut() else { return false };
    let Some(find) = reading.find.as_mut() else { return false };
    let span = reading.caret.span();
    let from = if start { Caret::at(span.start()).span() } else { span };
    let Some(at) = find.step(from, by) else { return false };
    let hit = find.hits[at];
    find.at = Some(at);
    find.shown = None;
    let said = words::of(&words::number(at as u64 + 1), &words::number(find.hits.len() as u64));
    reading.caret = Caret { anchor: hit.start(), focus: hit.end() };
    reading.spans.clear();
    // It was looked for as it stands there.
    reading.exact = true;
    out.push(Effect::ShowCaret);
    out.push(Effect::ScrollTo(hit));
    out.push(Effect::Focus(Focus::Article));
    let (before, behind) = context(&document.text, hit);
    state.speak(format!("{said}: {before}{}{behind}", document.text.slice(hit)));
    true
}
