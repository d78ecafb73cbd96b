//! The caret: the keyboard's place in the article. It moves by what a reader sees; Shift extends the selection.

use crate::app::{Caret, Effect, Env, Extend, Motion, Session, State};
use crate::text::{Byte, Span, Step, Text, WordBreaks, is_rtl, next, paragraph, prev};
use crate::words::said;

pub(super) fn place(state: &mut State, caret: Caret, out: &mut Vec<Effect>) {
    let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) else { return };
    reading.caret = caret;
    reading.spans.clear();
    reading.exact = false;
    out.push(Effect::ShowCaret);
    say_selection(state);
}

pub(super) fn select_all(state: &mut State, out: &mut Vec<Effect>) {
    let Some(end) = state.session.as_ref().and_then(|s| s.document()).map(|d| d.text.span().end()) else {
        return;
    };
    place(state, Caret { anchor: Byte(0), focus: end }, out);
}

pub(super) fn go(state: &mut State, motion: Motion, extend: Extend, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let (Some(reading), Some(document)) = (session.reading.as_ref(), session.document()) else { return };
    let extends = extend == Extend::Yes;
    let line = match motion {
        Motion::LineUp => Some(-1),
        Motion::LineDown => Some(1),
        _ => None,
    };
    if let Some(lines) = line {
        out.push(Effect::MoveLine(lines, extends));
        return;
    }
    let text = &document.text;
    let caret = reading.caret;
    let focus = match motion {
        // Without Shift a selection collapses to its edge on that side, as in every text field.
        Motion::Left | Motion::Right if !extends && !caret.span().is_empty() => {
            if on(text, caret.focus, motion) { caret.span().end() } else { caret.span().start() }
        }
        _ => moved(text, caret.focus, motion, &words(session, caret.focus, env)),
    };
    let caret = if extends { Caret { anchor: caret.anchor, focus } } else { Caret::at(focus) };
    place(state, caret, out);
}

/// Word boundaries around a position of the open article.
#[inline(never)]
pub(super) fn words(session: &Session, at: Byte, env: &Env<'_>) -> WordBreaks {
    match (&session.reading, session.document()) {
        (Some(reading), Some(document)) => {
            (env.words)(&document.text, &reading.blocks, at, &document.metadata.language)
        }
        _ => WordBreaks::default(),
    }
}

/// Whether a motion to the left or right goes on in the text at this place: in a paragraph that is written from the
/// right, left is on.
fn on(text: &Text, at: Byte, motion: Motion) -> bool {
    matches!(motion, Motion::Right | Motion::WordRight) != is_rtl(text, at)
}

/// The motion that goes on in the text where this one goes right, and back where it goes left, whichever way the text
/// runs here.
pub(super) fn logical(text: &Text, at: Byte, motion: Motion) -> Motion {
    match motion {
        _ if !is_rtl(text, at) => motion,
        Motion::Left => Motion::Right,
        Motion::Right => Motion::Left,
        Motion::WordLeft => Motion::WordRight,
        Motion::WordRight => Motion::WordLeft,
        other => other,
    }
}

/// Where a motion leads.
pub(super) fn moved(text: &Text, at: Byte, motion: Motion, words: &WordBreaks) -> Byte {
    let step =
        |on: bool, step: Step| if on { next(text, at, step, words) } else { prev(text, at, step, words) };
    match motion {
        Motion::Left | Motion::Right => step(on(text, at, motion), Step::Character),
        Motion::WordLeft | Motion::WordRight => step(on(text, at, motion), Step::Word),
        Motion::SentenceOn => step(true, Step::Sentence),
        Motion::SentenceBack => step(false, Step::Sentence),
        Motion::ParagraphOn => step(true, Step::Paragraph),
        Motion::ParagraphBack => step(false, Step::Paragraph),
        Motion::ParagraphStart => paragraph(text, at).start(),
        Motion::ParagraphEnd => paragraph(text, at).end(),
        Motion::TextStart => Byte(0),
        Motion::TextEnd => text.span().end(),
        Motion::LineUp | Motion::LineDown => at,
    }
}

/// The character behind a position; empty at the end of the text.
pub(super) fn character(text: &Text, at: Byte) -> Span {
    Span::new(at, next(text, at, Step::Character, &WordBreaks::default()))
}

/// Says what is selected, or what stands at the caret.
fn say_selection(state: &mut State) {
    let Some(session) = state.session.as_ref() else { return };
    let (Some(reading), Some(document)) = (session.reading.as_ref(), session.document()) else { return };
    let span = reading.caret.span();
    let text = &document.text;
    let said = if span.is_empty() {
        match text.slice(character(text, span.start())) {
            "" => said::end_of_article().to_owned(),
            "\n" => said::line_break().to_owned(),
            " " => said::space().to_owned(),
            character => character.to_owned(),
        }
    } else {
        let slice = text.slice(span);
        match slice.char_indices().nth(80) {
            Some((cut, _)) => said::selected_text(&format!("{}…", &slice[..cut])),
            None => said::selected_text(slice),
        }
    };
    state.speak(said);
}
