//! The values of attributes as people read and write them.

use super::reduce::{commit, reduce};
use super::{Action, Effect, Env, NoticeKind, Session, State, Step, quote};
use crate::edit::{Act, AnnotationField};
use crate::model::{
    Annotation, AnnotationId, Attribute, AttributeId, AttributeType, AttributeValue, Decimal, EntityId,
    Quantity,
};
use crate::wire;
use crate::words::read as words;

/// Of yes/no, as controls hand it over.
pub const YES: &str = "yes";
/// Likewise.
pub const NO: &str = "no";

/// How many annotations before and behind can be chosen as a value.
const NEARBY: usize = 40;
/// Of each, so much of the quote is shown.
const QUOTE: usize = 40;

/// What a control shows of a value.
pub fn value_text(value: Option<&AttributeValue>) -> String {
    match value {
        None => String::new(),
        Some(AttributeValue::Text(text)) => text.clone(),
        Some(AttributeValue::Flag(flag)) => if *flag { YES } else { NO }.to_owned(),
        Some(AttributeValue::Number(number)) => number.to_string(),
        Some(AttributeValue::Speakers(chain)) => words::speakers_nr(chain.len()),
        Some(AttributeValue::Json(json)) => {
            wire::read_quantity(json).map_or_else(|| json.0.to_string(), |quantity| quantity.to_string())
        }
    }
}

/// What was typed or chosen, as a value; `None` takes it off. `Err` says why it is none.
fn value_of(
    attribute: &Attribute,
    text: &str,
    before: Option<&AttributeValue>,
) -> Result<Option<AttributeValue>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(match attribute.kind {
        AttributeType::Flag => AttributeValue::Flag(text == YES),
        AttributeType::Number => AttributeValue::Number(Decimal::new(text).ok_or(words::no_number())?),
        AttributeType::Quantity => {
            let mut quantity = Quantity::parse(text).ok_or(words::no_quantity())?;
            // What the text has stays, whatever figure somebody reads out of it.
            if let Some(AttributeValue::Json(json)) = before
                && let Some(before) = wire::read_quantity(json)
            {
                quantity.written = before.written;
            }
            AttributeValue::Json(wire::quantity_json(&quantity))
        }
        _ => AttributeValue::Text(text.to_owned()),
    }))
}

/// What was typed or chosen for an attribute of the selected annotations.
#[derive(Clone, Debug)]
pub struct SetValue(pub AttributeId, pub String);

impl Step for SetValue {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let Self(id, text) = self;
        let Some(session) = &state.session else { return Vec::new() };
        let Some(attribute) = session.project.schema.attribute(id) else { return Vec::new() };
        let before = session.selected().and_then(|annotation| annotation.attributes.get(id));
        let value = value_of(attribute, text, before);
        // What refers to something must find it.
        let found = match (attribute.kind, &value) {
            (AttributeType::Entity, Ok(Some(AttributeValue::Text(id)))) => {
                session.project.entities.contains_key(&EntityId::new(id.as_str()))
            }
            (AttributeType::Annotation, Ok(Some(AttributeValue::Text(id)))) => {
                session.annotation(&AnnotationId::new(id.as_str())).is_some()
            }
            _ => true,
        };
        match value {
            Ok(Some(_)) if attribute.kind == AttributeType::Quantity => quantities(state, id, text, env),
            Ok(value) if found => reduce(state, Action::SetAttribute(id.clone(), value), env),
            Ok(_) => Vec::new(),
            Err(why) => {
                state.notify(NoticeKind::Info, why, false);
                Vec::new()
            }
        }
    }
}

/// Gives the selected annotations a figure; each keeps what stands in its own text.
fn quantities(state: &mut State, id: &AttributeId, text: &str, env: &Env<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    commit::act(state, env, &mut effects, Act::SetAttribute, |builder, session| {
        let Some(attribute) = session.project.schema.attribute(id) else { return };
        let selected = session.reading.iter().flat_map(|reading| reading.selected.iter());
        for annotation in selected.filter_map(|selected| session.annotation(selected)) {
            if let Ok(value) = value_of(attribute, text, annotation.attributes.get(id)) {
                let field = AnnotationField::Attribute(id.clone(), value);
                builder.set(&annotation.document, &annotation.id, field);
            }
        }
    });
    effects
}

impl Session {
    /// The annotations around one in its article, each with its label and what it marks; the one that is `chosen` is
    /// among them wherever it stands.
    pub fn nearby(&self, of: &Annotation, chosen: &str) -> Vec<(AnnotationId, String)> {
        let (Some(all), Some(document)) =
            (self.project.annotations(&of.document), self.project.document(&of.document))
        else {
            return Vec::new();
        };
        let at = all.position(&of.id).unwrap_or_default();
        let around = (at.saturating_sub(NEARBY)..all.len().min(at + NEARBY + 1)).filter_map(|n| all.nth(n));
        let mut nearby: Vec<_> = around.filter(|other| other.id != of.id).collect();
        if let Some(far) = all.get(&AnnotationId::new(chosen))
            && !nearby.iter().any(|other| other.id == far.id)
            && far.id != of.id
        {
            nearby.insert(0, far);
        }
        let text = |other: &Annotation| {
            let label = self.project.schema.label(&other.label).map_or("", |label| &label.name);
            format!("{label} “{}”", quote(&document.text, other, QUOTE))
        };
        nearby.into_iter().map(|other| (other.id.clone(), text(other))).collect()
    }

    /// Whether an annotation lacks a value that it should have.
    pub fn is_incomplete(&self, annotation: &Annotation) -> bool {
        let has = |id: &AttributeId| annotation.attributes.contains_key(id);
        self.project.schema.missing(&annotation.label, has).next().is_some()
    }
}
