//! A note for several annotations whose notes differ: none of them is lost unless the person says so.

use super::reduce::{commit, reduce};
use super::{Action, Effect, Env, NoticeKind, State, Step};
use crate::edit::{Act, AnnotationField};
use crate::words::{self, read as names};

/// What a person does with the notes of the selected annotations.
#[derive(Clone, Debug)]
pub enum NoteAct {
    /// Say whether what is typed takes the place of their notes, or is added to each.
    Replace(bool),
    /// This was typed.
    Type(String),
}

impl Step for NoteAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let reading = state.session.as_mut().and_then(|session| session.reading.as_mut());
        let Some(reading) = reading else { return Vec::new() };
        match self {
            Self::Replace(replace) => {
                reading.replaces_notes = *replace;
                Vec::new()
            }
            // What was never typed clears nothing.
            Self::Type(text) if text.trim().is_empty() => Vec::new(),
            Self::Type(text) if reading.replaces_notes => reduce(state, Action::SetNote(text.clone()), env),
            Self::Type(text) => add(state, text.trim(), env),
        }
    }
}

/// Adds a line to the note of each selected annotation, as one act.
fn add(state: &mut State, text: &str, env: &Env<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut changed = 0;
    let done = commit::act(state, env, &mut effects, Act::Note, |builder, session| {
        let selected = session.reading.iter().flat_map(|reading| reading.selected.iter());
        for annotation in selected.filter_map(|id| session.annotation(id)) {
            let note = match annotation.note.trim_end() {
                "" => text.to_owned(),
                before => format!("{before}\n{text}"),
            };
            builder.set(&annotation.document, &annotation.id, AnnotationField::Note(note));
            changed += 1;
        }
    });
    if done {
        state.notify(NoticeKind::Info, names::note_added(&words::annotations(changed)), true);
    }
    effects
}
