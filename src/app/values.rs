//! The values of attributes as people read and write them.

use super::reduce::{commit, reduce};
use super::{Action, Effect, Env, Session, State, Step, quote, statement};
use crate::edit::{Act, AnnotationField, Op, ProjectField, Transaction};
use crate::model::{
    Annotation, AnnotationId, Attribute, AttributeId, AttributeType, AttributeValue, Decimal, EntityId,
    Figure, Quantity, Schema, TIME, When, figure, has_decimal_comma, is_date, is_period,
};
use crate::wire;
use crate::words::{read as words, statement as statement_words};

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
        Some(AttributeValue::When(when)) => when.value.clone(),
        Some(AttributeValue::Evidence(all)) => statement_words::pieces(all.len()),
        Some(AttributeValue::Json(json)) => {
            wire::read_quantity(json).map_or_else(|| json.0.to_string(), |quantity| quantity.to_string())
        }
    }
}

/// A value that was typed and not taken. It stays in its field until it is changed or given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    of: Vec<AnnotationId>,
    attribute: AttributeId,
    /// As it was typed.
    pub typed: String,
    /// Why it was not taken.
    pub why: Why,
}

/// Why a value was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is none, in words that say what would be.
    Not(&'static str),
    /// It can mean either: what it would become, and how it is read then; the likelier one first.
    Either([(String, Sense); 2]),
}

impl Why {
    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::Not(why) => (*why).to_owned(),
            Self::Either([(one, _), (other, _)]) => words::either(one, other),
        }
    }
}

/// How a point or comma with three digits behind it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// 1.400 is 1400.
    Thousands,
    /// 1.400 is 1.4.
    Fraction,
}

/// Says which number a figure is, and keeps what it could not decide.
struct Deciding<'a> {
    sense: Option<Sense>,
    /// The text of the value that stands there: a figure that is in it as it was typed is not asked about again.
    before: &'a [Decimal],
    /// Whether it is the point that could not be decided, or the comma.
    undecided: Option<bool>,
}

impl Deciding<'_> {
    fn decide(&mut self, read: Figure) -> Option<Decimal> {
        match (read, self.sense) {
            (Figure::Clear(number), _) => Some(number),
            (Figure::Either { whole, .. }, Some(Sense::Thousands)) => Some(whole),
            (Figure::Either { fraction, .. }, Some(Sense::Fraction)) => {
                // Nobody who means a fraction gives its noughts.
                Decimal::new(fraction.as_str().trim_end_matches('0').trim_end_matches('.'))
            }
            (Figure::Either { fraction, .. }, None) if self.before.contains(&fraction) => Some(fraction),
            (Figure::Either { whole, point, .. }, None) => {
                self.undecided = Some(point);
                Some(whole)
            }
        }
    }
}

/// What was typed or chosen, as a value; `None` takes it off. `Err` says why it is none. `sense` decides what can be
/// read in two ways.
pub(super) fn value_of(
    attribute: &Attribute,
    text: &str,
    before: Option<&AttributeValue>,
    sense: Option<Sense>,
    language: &str,
) -> Result<Option<AttributeValue>, Why> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let quantity_before = match before {
        Some(AttributeValue::Json(json)) => wire::read_quantity(json),
        _ => None,
    };
    let numbers: Vec<Decimal> = match (before, &quantity_before) {
        (Some(AttributeValue::Number(number)), _) => vec![number.clone()],
        (_, Some(quantity)) => std::iter::once(&quantity.low).chain(&quantity.high).cloned().collect(),
        _ => Vec::new(),
    };
    let mut deciding = Deciding { sense, before: &numbers, undecided: None };
    let value = match attribute.kind {
        AttributeType::Flag => AttributeValue::Flag(text == YES),
        AttributeType::Number => {
            let plain = Decimal::new(text).filter(|_| text.contains(['e', 'E']));
            let read = || figure(text).filter(|(_, rest)| rest.is_empty());
            let number = plain.or_else(|| deciding.decide(read()?.0));
            AttributeValue::Number(number.ok_or(Why::Not(words::no_number()))?)
        }
        AttributeType::Quantity => {
            let quantity = Quantity::parse(text, &mut |read| deciding.decide(read));
            let mut quantity = quantity.ok_or(Why::Not(words::no_quantity()))?;
            // A figure that is not decided yet may still turn it round.
            if deciding.undecided.is_none() && quantity.runs_backwards() {
                return Err(Why::Not(words::backwards()));
            }
            // What the text has stays, whatever figure somebody reads out of it.
            if let Some(before) = quantity_before {
                quantity.written = before.written;
            }
            AttributeValue::Json(wire::quantity_json(&quantity))
        }
        AttributeType::Date if !may_stand(attribute, text) => return Err(Why::Not(words::no_date())),
        _ => AttributeValue::Text(text.to_owned()),
    };
    let Some(point) = deciding.undecided else { return Ok(Some(value)) };
    let read = |sense: Sense| {
        let value = value_of(attribute, text, None, Some(sense), language)?;
        Ok((value_text(value.as_ref()), sense))
    };
    // The language of the article says which one is likelier, and no more.
    let mut ways = match (read(Sense::Thousands), read(Sense::Fraction)) {
        (Ok(thousands), Ok(fraction)) => [thousands, fraction],
        // A range that runs backwards in one of them means the other.
        (Ok((_, only)), Err(_)) | (Err(_), Ok((_, only))) => {
            return value_of(attribute, text, before, Some(only), language);
        }
        (Err(why), Err(_)) => return Err(why),
    };
    if point != has_decimal_comma(language) {
        ways.reverse();
    }
    Err(Why::Either(ways))
}

/// What was typed or chosen for an attribute of the selected annotations.
#[derive(Clone, Debug)]
pub struct SetValue(pub AttributeId, pub String);

/// What a person does about a value that was not taken.
#[derive(Clone, Debug)]
pub enum RefusedAct {
    /// Take it, read in this way.
    Take(AttributeId, Sense),
    /// Give it up: the value stays what it was.
    GiveUp(AttributeId),
}

impl Step for SetValue {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        set(state, &self.0, &self.1, None, env)
    }
}

impl Step for RefusedAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let (Self::Take(id, _) | Self::GiveUp(id)) = self;
        let Some(session) = state.session.as_mut() else { return Vec::new() };
        let several = session.selected_ids().len() > 1;
        let Some(refused) = session.take_refused(id) else { return Vec::new() };
        let mut effects = match self {
            Self::Take(_, sense) => set(state, id, &refused.typed, Some(*sense), env),
            Self::GiveUp(_) => {
                state.speak(words::as_before());
                Vec::new()
            }
        };
        // The buttons go.
        effects.push(Effect::FocusOn(value_field(id, several)));
        effects
    }
}

/// `id` of the field for a value, of one annotation or of several.
pub fn value_field(attribute: &AttributeId, several: bool) -> String {
    format!("{}-{attribute}", if several { "values" } else { "value" })
}

fn set(state: &mut State, id: &AttributeId, text: &str, sense: Option<Sense>, env: &Env<'_>) -> Vec<Effect> {
    let Some(session) = state.session.as_mut() else { return Vec::new() };
    session.take_refused(id);
    let schema = session.project.schema.clone();
    let Some(attribute) = statement::attribute_in(&schema, id) else { return Vec::new() };
    // Of several annotations the figures that stand there are not the same.
    let before = match session.selected_ids() {
        [_] => session.selected().and_then(|annotation| annotation.attributes.get(id)),
        _ => None,
    };
    let language = session.document().map(|document| document.metadata.language.clone()).unwrap_or_default();
    let value = value_of(&attribute, text, before, sense, &language);
    // What names the time stays, whatever date somebody gives it.
    let value = match value {
        Ok(date) if statement::is_own_time(&schema, id) => Ok(dated(before, date)),
        value => value,
    };
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
        Ok(Some(AttributeValue::Json(json))) if attribute.kind == AttributeType::Quantity => {
            quantities(state, id, wire::read_quantity(&json), env)
        }
        Ok(value) if found => reduce(state, Action::SetAttribute(id.clone(), value), env),
        Ok(_) => Vec::new(),
        Err(why) => {
            let said = why.words();
            let of = session.selected_ids().to_vec();
            session.refused.push(Refused { of, attribute: id.clone(), typed: text.to_owned(), why });
            state.speak(said);
            Vec::new()
        }
    }
}

/// Whether a text is a date, or for the time of a statement a period.
fn may_stand(attribute: &Attribute, text: &str) -> bool {
    if attribute.id.as_str() == TIME { is_period(text) } else { is_date(text) }
}

/// The time of a statement with another date, or without one.
fn dated(before: Option<&AttributeValue>, date: Option<AttributeValue>) -> Option<AttributeValue> {
    let annotation = match before {
        Some(AttributeValue::When(when)) => when.annotation.clone(),
        _ => None,
    };
    let value = value_text(date.as_ref());
    let when = When { annotation, value };
    (when != When::default()).then_some(AttributeValue::When(when))
}

/// Gives the selected annotations a figure; each keeps what stands in its own text.
fn quantities(state: &mut State, id: &AttributeId, quantity: Option<Quantity>, env: &Env<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let Some(quantity) = quantity else { return effects };
    commit::act(state, env, &mut effects, Act::SetAttribute, |builder, session| {
        for annotation in session.selected_ids().iter().filter_map(|selected| session.annotation(selected)) {
            let written = match annotation.attributes.get(id) {
                Some(AttributeValue::Json(json)) => wire::read_quantity(json).map(|before| before.written),
                _ => None,
            };
            let own = Quantity { written: written.unwrap_or_default(), ..quantity.clone() };
            let value = Some(AttributeValue::Json(wire::quantity_json(&own)));
            builder.set(&annotation.document, &annotation.id, AnnotationField::Attribute(id.clone(), value));
        }
    });
    effects
}

impl Session {
    fn selected_ids(&self) -> &[AnnotationId] {
        self.reading.as_ref().map_or(&[], |reading| &reading.selected)
    }

    /// What was typed for an attribute of these annotations and not taken.
    pub fn refused(&self, of: &[AnnotationId], attribute: &AttributeId) -> Option<&Refused> {
        self.refused.iter().find(|refused| refused.of == of && refused.attribute == *attribute)
    }

    /// Forgets what a transaction has taken the ground from: its annotations or attribute are gone, or the attribute is
    /// of another type.
    pub(super) fn drop_refused(&mut self, transaction: &Transaction) {
        let Self { project, refused, .. } = self;
        let same = |id: &AttributeId, op: &Op| match op {
            Op::SetProject { from: ProjectField::Schema(from), to: ProjectField::Schema(to) } => {
                let kind =
                    |schema: &Schema| statement::attribute_in(schema, id).map(|attribute| attribute.kind);
                kind(from) == kind(to)
            }
            _ => true,
        };
        let there = |id: &AnnotationId| {
            project.documents_by_id().any(|document| project.annotation(&document.id, id).is_some())
        };
        refused.retain(|refused| {
            let attribute = &refused.attribute;
            statement::attribute_in(&project.schema, attribute).is_some()
                && transaction.ops.iter().all(|op| same(attribute, op))
                && refused.of.iter().all(there)
        });
    }

    fn take_refused(&mut self, attribute: &AttributeId) -> Option<Refused> {
        let of = self.selected_ids();
        let at =
            self.refused.iter().position(|refused| refused.of == of && refused.attribute == *attribute)?;
        Some(self.refused.swap_remove(at))
    }

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
