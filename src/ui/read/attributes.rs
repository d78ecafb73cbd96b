//! The attributes of an annotation, each by its type.

use crate::app::Action;
use crate::model::{Annotation, Attribute, AttributeType, AttributeValue, Decimal, Schema};
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Field, Select, select};
use crate::words::read as words;
use yew::prelude::*;

/// Of a flag, in its field.
const YES: &str = "yes";
const NO: &str = "no";

/// The attributes of an annotation, in the order of its label.
pub(crate) fn attributes(dispatch: &Dispatch, schema: &Schema, annotation: &Annotation) -> Html {
    let label = schema.label(&annotation.label);
    let attributes = label.into_iter().flat_map(|label| schema.attributes_of(label));
    html! {
        <div class="attributes" key={annotation.id.as_str()}>
            { for attributes.map(|attribute| one(dispatch, attribute, annotation.attributes.get(&attribute.id))) }
        </div>
    }
}

/// The value as its field shows it.
fn shown(value: Option<&AttributeValue>) -> String {
    match value {
        None => String::new(),
        Some(AttributeValue::Text(text)) => text.clone(),
        Some(AttributeValue::Flag(flag)) => if *flag { YES } else { NO }.to_owned(),
        Some(AttributeValue::Number(number)) => number.to_string(),
        Some(AttributeValue::Speakers(chain)) => words::speakers_nr(chain.len()),
        Some(AttributeValue::Json(json)) => json.0.to_string(),
    }
}

/// What a field says, as a value; `None` takes it off, and `Err` is not a value at all.
fn read(kind: AttributeType, text: &str) -> Result<Option<AttributeValue>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(match kind {
        AttributeType::Flag => AttributeValue::Flag(text == YES),
        AttributeType::Number => AttributeValue::Number(Decimal::new(text).ok_or(())?),
        _ => AttributeValue::Text(text.to_owned()),
    }))
}

/// One attribute.
fn one(dispatch: &Dispatch, attribute: &Attribute, value: Option<&AttributeValue>) -> Html {
    let Attribute { id, name, kind, values, .. } = attribute;
    let set = {
        let (dispatch, id, kind) = (dispatch.clone(), id.clone(), *kind);
        Callback::from(move |text: String| {
            if let Ok(value) = read(kind, &text) {
                dispatch.emit(Action::SetAttribute(id.clone(), value));
            }
        })
    };
    let value = shown(value);
    let choice = |values: &[String]| {
        let mut choices = vec![Choice::new("", "–")];
        choices.extend(values.iter().map(|value| Choice::new(value.clone(), value.clone())));
        // A value that the schema does not know is shown all the same.
        if !value.is_empty() && !values.contains(&value) {
            choices.push(Choice::new(value.clone(), value.clone()));
        }
        choices
    };
    let label = name.clone();
    let field = match kind {
        AttributeType::Choice | AttributeType::Flag => {
            let choices = if *kind == AttributeType::Flag {
                let flags = [("", "–"), (YES, words::yes()), (NO, words::no())];
                flags.map(|(value, text)| Choice::new(value, text)).into()
            } else {
                choice(values)
            };
            select(Select { label: label.into(), bare: false, value: &value, choices, onchange: set })
        }
        AttributeType::Number => Field::new(label, value).kind("number").onchange(set).html(),
        AttributeType::Date => Field::new(label, value).placeholder(words::date_forms()).onchange(set).html(),
        AttributeType::Text => Field::new(label, value).onchange(set).html(),
        AttributeType::Quantity | AttributeType::Entity | AttributeType::Annotation => html! {
            <div class="field">
                <span class="field-label">{ label }</span>
                <span class="read-only" dir="auto">{ if value.is_empty() { "–".to_owned() } else { value } }</span>
            </div>
        },
    };
    html! { <key={id.as_str()}>{ field }</> }
}
