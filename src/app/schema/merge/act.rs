//! What a person does with schemas that come in: looking at one, choosing from it, taking it in; saving one's own.

use super::{Fate, Merge, PRESETS};
use crate::app::schema::{SchemaDialog, change, done};
use crate::app::{Dialog, Effect, Env, NoticeKind, State, Step};
use crate::formats::ReadSchema;
use crate::words::schema as words;
use std::rc::Rc;

/// What a person does with schemas that come in.
#[derive(Clone, Debug)]
pub enum MergeAct {
    /// Show the presets.
    Presets,
    /// Look at the nth preset.
    Preset(usize),
    /// Take the nth of what comes in, or not.
    Take(usize, bool),
    /// Let labels go that are here alone and used nowhere, or not.
    RemoveUnused(bool),
    /// Take its guidelines, or not.
    TakeGuidelines(bool),
    /// Do it.
    Apply,
    /// Save the schema of the project as a file.
    Save,
}

impl Step for MergeAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Self::Presets => state.dialog = Some(Dialog::Schema(SchemaDialog::Presets)),
            Self::Preset(n) => {
                let preset = &PRESETS[*n];
                let (file, schema) = ((preset.name)().to_owned(), (preset.schema)());
                let read = ReadSchema { file, schema, guidelines: String::new(), issues: Vec::new() };
                let merge = Rc::new(Merge::of(read, ""));
                state.dialog = Some(Dialog::Schema(SchemaDialog::Merge(merge)));
            }
            Self::Take(n, take) => with(state, |merge| {
                let left_out = &mut merge.left_out;
                _ = if *take { left_out.remove(n) } else { left_out.insert(*n) };
            }),
            Self::RemoveUnused(remove) => with(state, |merge| merge.remove_unused = *remove),
            Self::TakeGuidelines(take) => with(state, |merge| merge.take_guidelines = *take),
            Self::Apply => apply(state, env, &mut effects),
            Self::Save => {
                if let Some(session) = &state.session {
                    let project = &session.project;
                    let name = crate::formats::file_name(&words::schema_file(&project.name), "json");
                    let text = crate::wire::schema::to_string(project);
                    state.notify(NoticeKind::Info, words::saved_as(&name), false);
                    effects.push(Effect::SaveFile(name, "application/json", text));
                }
            }
        }
        effects
    }
}

fn with(state: &mut State, change: impl FnOnce(&mut Merge)) {
    if let Some(Dialog::Schema(SchemaDialog::Merge(merge))) = &mut state.dialog {
        change(Rc::make_mut(merge));
    }
}

fn apply(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(Dialog::Schema(SchemaDialog::Merge(merge))) = state.dialog.take() else { return };
    let Some(session) = &state.session else { return };
    let (new, rows) = merge.result(&session.project.schema, &session.uses());
    let guidelines = merge.take_guidelines.then(|| merge.guidelines.clone());
    let taken = |fate: Fate| {
        let rows = rows.iter().filter(|row| row.fate == fate);
        rows.filter(|row| row.choice.is_none_or(|(_, taken)| taken)).count()
    };
    let (added, changed) = (taken(Fate::Added), taken(Fate::Changed));
    let merged = change(state, env, out, |schema, builder| {
        *schema = new;
        if let Some(text) = guidelines {
            builder.set_guidelines(text);
        }
    });
    let said =
        if merged { words::merged(&merge.from, added, changed) } else { words::nothing_to_merge().into() };
    if state.session.as_ref().is_some_and(|session| {
        state.schema.label.as_ref().is_some_and(|id| session.project.schema.label(id).is_none())
    }) {
        state.schema.label = None;
    }
    if merged { done(state, said) } else { state.speak(said) }
}
