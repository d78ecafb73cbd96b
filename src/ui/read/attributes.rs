//! The attributes of what is selected, each by its type.

use crate::app::{
    Action, NO, Refused, RefusedAct, Session, SetValue, Shared, StatementAct, Why, YES, value_field,
    value_text,
};
use crate::model::{Annotation, AnnotationId, Attribute, AttributeId, AttributeType, is_period};
use crate::ui::kit::{Choice, Field, Select, readings, select};
use crate::ui::{Dispatch, act};
use crate::words::read as words;
use yew::prelude::*;

/// Stands for several values in a choice; nothing that a person types has it.
const MIXED: &str = "\u{0}";

/// Attributes with their values, in the order of the label. What is chosen or typed is set on all that is selected;
/// `near` is the annotation around which others may be chosen, `of` is all that they are set on.
pub(crate) fn attributes(
    dispatch: &Dispatch,
    session: &Session,
    near: &Annotation,
    of: &[AnnotationId],
    values: &[(AttributeId, Shared)],
) -> Html {
    let one = |(id, value): &(AttributeId, Shared)| {
        let attribute = session.attribute(id)?;
        Some(one(dispatch, session, near, of, &attribute, value))
    };
    html! {
        <div class="attributes" key={near.id.as_str()}>{ for values.iter().filter_map(one) }</div>
    }
}

/// One attribute.
fn one(
    dispatch: &Dispatch,
    session: &Session,
    near: &Annotation,
    of: &[AnnotationId],
    attribute: &Attribute,
    value: &Shared,
) -> Html {
    let set = {
        let id = attribute.id.clone();
        dispatch.reform(move |text: String| Action::step(SetValue(id.clone(), text)))
    };
    let mixed = *value == Shared::Mixed;
    let shown = match value {
        Shared::Same(value) => value_text(value.as_ref()),
        Shared::Mixed => String::new(),
    };
    let refused = session.refused(of, &attribute.id);
    let field = |example: &'static str, forms: &'static str| {
        let placeholder = if mixed { words::several_values() } else { example };
        let (set, before) = (set.clone(), shown.clone());
        let give_up = refused.map(|_| act(dispatch, Action::step(RefusedAct::GiveUp(attribute.id.clone()))));
        // What shows nothing may stand for several different values: those stay.
        let commit = {
            let give_up = give_up.clone();
            Callback::from(move |text: String| match &give_up {
                _ if text.trim() != before => set.emit(text),
                Some(give_up) => give_up.emit(()),
                None => {}
            })
        };
        let value = refused.map_or_else(|| shown.clone(), |refused| refused.typed.clone());
        Field::new(attribute.name.clone(), value)
            .id(value_field(&attribute.id, of.len() > 1))
            .placeholder(placeholder)
            .title(forms)
            .onchange(commit)
            .wrong(refused.map(|refused| refused.why.words().into()))
            .escapes(give_up)
            .html()
    };
    let control = match attribute.kind {
        AttributeType::Choice => {
            let values = attribute.values.iter();
            choice(attribute, &shown, mixed, values.map(|value| (value.clone(), value.clone())), set)
        }
        AttributeType::Flag => {
            let flags = [(YES.to_owned(), words::yes().to_owned()), (NO.to_owned(), words::no().to_owned())];
            choice(attribute, &shown, mixed, flags.into_iter(), set)
        }
        AttributeType::Entity => {
            let entities = session.project.entities.values();
            let entities = entities.map(|entity| (entity.id.to_string(), entity.name.clone()));
            choice(attribute, &shown, mixed, entities, set)
        }
        AttributeType::Annotation => {
            let others = session.nearby(near, &shown).into_iter();
            choice(attribute, &shown, mixed, others.map(|(id, text)| (id.to_string(), text)), set)
        }
        AttributeType::Quantity => field(words::quantity_example(), words::quantity_forms()),
        AttributeType::Date => field(words::date_example(), words::date_forms()),
        AttributeType::Number | AttributeType::Text => field("", ""),
    };
    let hint = match attribute.kind {
        AttributeType::Entity if session.project.entities.is_empty() => words::no_entities(),
        AttributeType::Date if refused.is_none() && !shown.is_empty() && !is_period(&shown) => {
            words::odd_date()
        }
        _ if attribute.required && !mixed && shown.is_empty() => words::required(),
        _ => "",
    };
    html! {
        <div class="attribute" key={attribute.id.as_str()}>
            { control }
            { for refused.map(|refused| ways(dispatch, attribute, refused)) }
            if let [_] = of
                && attribute.kind == AttributeType::Quantity
                && !mixed
                && shown.is_empty()
                && refused.is_none()
            {
                { figures(dispatch, session, near, attribute) }
            }
            <p class="attribute-hint" hidden={hint.is_empty()}>{ hint }</p>
        </div>
    }
}

/// What the text gives as a figure, to take one.
fn figures(dispatch: &Dispatch, session: &Session, near: &Annotation, attribute: &Attribute) -> Html {
    let take = |quantity| {
        let step = StatementAct::TakeFigure(attribute.id.clone(), quantity);
        act(dispatch, Action::step(step))
    };
    let read = session.figures_read(near).into_iter();
    readings(read.map(|quantity| (quantity.to_string(), take(quantity))))
}

/// Both ways to read a figure, to take one.
fn ways(dispatch: &Dispatch, attribute: &Attribute, refused: &Refused) -> Html {
    let ways = match &refused.why {
        Why::Either(ways) => ways.as_slice(),
        Why::Not(_) => &[],
    };
    let take = |sense| act(dispatch, Action::step(RefusedAct::Take(attribute.id.clone(), sense)));
    readings(ways.iter().map(|(text, sense)| (text.clone(), take(*sense))))
}

/// A choice among values, each with its words; nothing is one of them.
fn choice(
    attribute: &Attribute,
    shown: &str,
    mixed: bool,
    values: impl Iterator<Item = (String, String)>,
    set: Callback<String>,
) -> Html {
    let mut choices = vec![Choice::new("", "–")];
    choices.extend(values.map(|(value, text)| Choice::new(value, text)));
    // A value that the schema does not know is shown all the same.
    if !shown.is_empty() && !choices.iter().any(|choice| choice.value == shown) {
        choices.push(Choice::new(shown.to_owned(), shown.to_owned()));
    }
    if mixed {
        choices.insert(0, Choice::new(MIXED, words::several_values()));
    }
    let onchange = Callback::from(move |value: String| {
        if value != MIXED {
            set.emit(value);
        }
    });
    let value = if mixed { MIXED } else { shown };
    select(Select { label: attribute.name.clone().into(), bare: false, value, choices, onchange })
}
