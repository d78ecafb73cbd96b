//! What labels are called in the files of a format: kept with the label, as what it was called in a file that was read.

use super::remade;
use crate::app::reduce::commit;
use crate::app::{Dialog, Effect, Env, State};
use crate::edit::Act;
use crate::model::{Label, LabelId, Schema};

/// What a label is called in a format, if not by its own name.
pub fn name_in<'a>(label: &'a Label, format: &str) -> Option<&'a str> {
    label.equivalents.get(format).map(String::as_str).filter(|name| !name.is_empty())
}

/// Whether another label has the same name in a format.
pub fn shares_name(schema: &Schema, label: &Label, format: &str) -> bool {
    let called = |own| name_in(own, format).unwrap_or(&own.name);
    schema.labels.iter().any(|other| other.id != label.id && called(other) == called(label))
}

/// Calls a label so in the format that is chosen; by its own name where nothing was typed.
pub(super) fn set(state: &mut State, id: &LabelId, typed: &str, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(Dialog::Export(export)) = &state.dialog else { return };
    let format = export.format.clone();
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let done = commit::act(state, env, out, Act::EditSchema, |builder, session| {
        let mut schema = (*session.project.schema).clone();
        let Some(label) = schema.labels.iter_mut().find(|label| label.id == *id) else { return };
        match name.is_empty() || name == label.name {
            true => drop(label.equivalents.remove(&format)),
            false => drop(label.equivalents.insert(format, name)),
        }
        builder.set_schema(schema);
    });
    if done && let Some(Dialog::Export(export)) = &mut state.dialog {
        remade(export, out);
    }
}
