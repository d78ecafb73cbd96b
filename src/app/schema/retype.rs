//! Another type for an attribute: which of its values can be read as that, and which go.

use super::{Place, SchemaDialog, change, done, refuse};
use crate::app::values::{NO, Sense, Why, YES, value_of, value_text};
use crate::app::{Dialog, Effect, Env, Session, State};
use crate::model::{Attribute, AttributeId, AttributeType, AttributeValue, is_date};
use crate::text::folded;
use crate::words::{count, library, read as said, schema as words};

/// So many of the values that go are shown.
const SHOWN: usize = 5;

/// What becomes of the values of an attribute with another type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retyped {
    /// How many there are.
    pub all: usize,
    /// How many are values of the new type.
    pub read: usize,
    /// How many are none, and are kept as they are.
    pub kept: usize,
    /// How many go.
    pub gone: usize,
    /// Some of those that go, as they are shown.
    pub examples: Vec<String>,
    /// One that can be read in two ways, and these: the person says which one is meant, for all.
    pub ways: Option<(String, [(String, Sense); 2])>,
}

/// What becomes of a value.
enum Fate {
    Read(AttributeValue),
    Kept,
    Gone,
    Either([(String, Sense); 2]),
}

/// What becomes of a value of an attribute that was of the type `before`.
fn fate(new: &Attribute, before: AttributeType, value: &AttributeValue, sense: Option<Sense>) -> Fate {
    let refers = |kind| matches!(kind, AttributeType::Entity | AttributeType::Annotation);
    let text = value_text(Some(value));
    let kept = if new.kind.takes(before, value) { Fate::Kept } else { Fate::Gone };
    match new.kind {
        kind if refers(kind) || refers(before) => kept,
        AttributeType::Flag => match flag(value, &text) {
            Some(flag) => Fate::Read(AttributeValue::Flag(flag)),
            None => kept,
        },
        AttributeType::Choice if !new.values.contains(&text) => kept,
        _ => match value_of(new, &text, Some(value), sense, "") {
            Ok(Some(value)) => Fate::Read(value),
            Err(Why::Either(ways)) => Fate::Either(ways),
            Ok(None) | Err(Why::Not(_)) => kept,
        },
    }
}

fn flag(value: &AttributeValue, text: &str) -> Option<bool> {
    match value {
        AttributeValue::Flag(flag) => Some(*flag),
        _ => match folded(text.trim()).as_str() {
            "yes" | "true" => Some(true),
            "no" | "false" => Some(false),
            other if other == folded(said::yes()) => Some(true),
            other if other == folded(said::no()) => Some(false),
            _ => None,
        },
    }
}

impl Session {
    /// What would become of the values of an attribute.
    pub fn retyped(&self, id: &AttributeId, kind: AttributeType, sense: Option<Sense>) -> Retyped {
        let mut all = Retyped::default();
        let Some(own) = self.project.schema.attribute(id) else { return all };
        let new = Attribute { kind, ..own.clone() };
        let values = self.project.all_annotations().filter_map(|annotation| annotation.attributes.get(id));
        for value in values {
            all.all += 1;
            match fate(&new, own.kind, value, sense) {
                Fate::Read(_) => all.read += 1,
                Fate::Kept => all.kept += 1,
                Fate::Gone => {
                    all.gone += 1;
                    let text = value_text(Some(value));
                    if all.examples.len() < SHOWN && !all.examples.contains(&text) {
                        all.examples.push(text);
                    }
                }
                Fate::Either(ways) => {
                    all.ways.get_or_insert_with(|| (value_text(Some(value)), ways));
                }
            }
        }
        all
    }
}

/// Gives an attribute another type; asks where it has values.
pub(super) fn ask(
    state: &mut State,
    id: &AttributeId,
    kind: AttributeType,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(session) = &state.session else { return };
    let same = session.project.schema.attribute(id).is_none_or(|own| own.kind == kind);
    if same {
        return;
    }
    if session.retyped(id, kind, None).all > 0 {
        state.dialog = Some(Dialog::Schema(SchemaDialog::ChangeType(id.clone(), kind, None)));
    } else {
        retype(state, id, kind, None, env, out);
    }
}

/// Gives an attribute another type, and with it its values.
pub(super) fn retype(
    state: &mut State,
    id: &AttributeId,
    kind: AttributeType,
    sense: Option<Sense>,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(session) = &state.session else { return };
    let Some(own) = session.project.schema.attribute(id).cloned() else { return };
    let retyped = session.retyped(id, kind, sense);
    if retyped.ways.is_some() {
        return;
    }
    if matches!(state.dialog, Some(Dialog::Schema(SchemaDialog::ChangeType(..)))) {
        state.dialog = None;
    }
    // The values of a choice stay, for who comes back to it.
    let mut new = Attribute { kind, ..own.clone() };
    new.default = match kind {
        AttributeType::Choice if !new.values.contains(&own.default) => String::new(),
        _ => default_of(&new, &own.default, sense).unwrap_or_default(),
    };
    let lost = !own.default.is_empty() && new.default.is_empty();
    let changed = change(state, env, out, |schema, builder| {
        builder.change_values(id, None, |value| match fate(&new, own.kind, value, sense) {
            Fate::Read(value) => Some(value),
            Fate::Kept => Some(value.clone()),
            Fate::Gone | Fate::Either(_) => None,
        });
        if let Some(attribute) = schema.attributes.iter_mut().find(|attribute| attribute.id == *id) {
            *attribute = new;
        }
    });
    match (changed, retyped) {
        (true, Retyped { gone, .. }) if gone > 0 => {
            done(state, words::values_gone(&own.name, &count(gone, "value", "values", "nilai")));
        }
        (true, _) if lost => done(state, words::default_gone(&own.default)),
        (true, Retyped { all, .. }) if all > 0 => done(state, words::retyped(&own.name)),
        (true, _) => state.speak(words::changed(&own.name)),
        (false, _) => {}
    }
}

/// What was typed as the value that new annotations get, as it is kept.
fn default_of(attribute: &Attribute, typed: &str, sense: Option<Sense>) -> Result<String, Why> {
    let text = typed.trim();
    match attribute.kind {
        AttributeType::Number => {
            value_of(attribute, text, None, sense, "").map(|value| value_text(value.as_ref()))
        }
        AttributeType::Date if !text.is_empty() && !is_date(text) => {
            Err(Why::Not(library::published_forms()))
        }
        AttributeType::Flag => {
            let flag = flag(&AttributeValue::Text(text.to_owned()), text);
            Ok(flag.map_or("", |flag| if flag { YES } else { NO }).to_owned())
        }
        kind if !kind.has_default() => Ok(String::new()),
        _ => Ok(text.to_owned()),
    }
}

/// The same, or nothing where it is none: says so then, and offers both where it can mean either.
pub(super) fn checked_default(state: &mut State, attribute: &Attribute, typed: &str) -> Option<String> {
    match default_of(attribute, typed, None) {
        Ok(kept) => Some(kept),
        Err(Why::Not(why)) => {
            let number = attribute.kind == AttributeType::Number;
            refuse(state, Place::Default, if number { words::no_number() } else { why }.to_owned());
            None
        }
        Err(Why::Either(ways)) => {
            let why = words::either(&ways[0].0, &ways[1].0);
            refuse(state, Place::Default, why);
            state.schema.ways = ways.map(|(text, _)| text).into();
            None
        }
    }
}
