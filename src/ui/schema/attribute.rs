//! The attributes of the chosen label; the one that is open can be changed.

use super::adds::adds;
use super::{step, wrong};
use crate::app::{AttributeAct, AttributeChange, NEW_ATTRIBUTE, Place, SchemaScreen, Uses, row_of_attribute};
use crate::model::{Attribute, AttributeId, AttributeType, Label, Schema};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Choice, Field, Icon, Select, check, class, icon, readings, select};
use crate::words::{number, schema as words};
use yew::prelude::*;

/// What a type is called.
pub(super) fn type_name(kind: AttributeType) -> &'static str {
    match kind {
        AttributeType::Choice => words::type_choice(),
        AttributeType::Flag => words::type_flag(),
        AttributeType::Text => words::type_text(),
        AttributeType::Number => words::type_number(),
        AttributeType::Quantity => words::type_quantity(),
        AttributeType::Date => words::type_date(),
        AttributeType::Entity => words::type_entity(),
        AttributeType::Annotation => words::type_annotation(),
    }
}

/// The type that is asked about at the moment, of an attribute.
pub(super) type Asked<'a> = Option<(&'a AttributeId, AttributeType)>;

/// The attributes with a field for a new one, and those of other labels to share.
pub(super) fn attributes(
    dispatch: &Dispatch,
    screen: &SchemaScreen,
    schema: &Schema,
    uses: &Uses,
    label: &Label,
    asked: Asked<'_>,
) -> Html {
    let own: Vec<&Attribute> = schema.attributes_of(label).collect();
    let last = own.len().saturating_sub(1);
    let add = {
        let id = label.id.clone();
        step(dispatch, move |name| AttributeAct::Add(id.clone(), name))
    };
    let others: Vec<&Attribute> =
        schema.attributes.iter().filter(|attribute| !label.attributes.contains(&attribute.id)).collect();
    let mut choices = vec![Choice::new("", words::choose())];
    choices
        .extend(others.iter().map(|attribute| Choice::new(attribute.id.to_string(), attribute.name.clone())));
    let share = {
        let (dispatch, label) = (dispatch.clone(), label.id.clone());
        Callback::from(move |id: String| {
            if !id.is_empty() {
                let share = AttributeAct::Share(label.clone(), AttributeId::new(id));
                dispatch.emit(crate::app::Action::step(share));
            }
        })
    };
    let row = |(n, attribute): (usize, &&Attribute)| {
        let open = screen.attribute.as_ref() == Some(&attribute.id);
        let used = uses.attribute(&label.id, &attribute.id);
        html! {
            <li key={attribute.id.as_str()} class={class("schema-card", &[(open, "schema-card-open")])}>
                { head(dispatch, label, attribute, used, open, (n, last)) }
                if open {
                    { editor(dispatch, screen, schema, label, attribute, asked) }
                }
            </li>
        }
    };
    html! {
        <section class="schema-attributes" aria-label={words::attributes()}>
            <h3>{ words::attributes() }</h3>
            if own.is_empty() {
                <p class="hint">{ words::no_attributes() }</p>
            }
            <ul class="schema-cards" role="list">{ for own.iter().enumerate().map(row) }</ul>
            <div class="form-grid">
                { adds(
                    Field::new(words::new_attribute(), "").id(NEW_ATTRIBUTE)
                        .wrong(wrong(screen, Place::NewAttribute)),
                    words::add_attribute(),
                    add,
                ) }
                if !others.is_empty() {
                    { select(Select { label: words::share().into(), bare: false, value: "", choices, onchange: share }) }
                }
            </div>
        </section>
    }
}

/// Name and type; opens and closes the editor.
fn head(
    dispatch: &Dispatch,
    label: &Label,
    attribute: &Attribute,
    used: usize,
    open: bool,
    (n, last): (usize, usize),
) -> Html {
    let id = &attribute.id;
    let toggle = {
        let id = (!open).then(|| id.clone());
        step(dispatch, move |_: MouseEvent| AttributeAct::Open(id.clone()))
    };
    let by = |by: isize| {
        let (label, id) = (label.id.clone(), id.clone());
        step(dispatch, move |()| AttributeAct::Move(label.clone(), id.clone(), by))
    };
    let facts = match attribute.kind {
        AttributeType::Choice if !attribute.values.is_empty() => attribute.values.join(", "),
        kind => type_name(kind).to_owned(),
    };
    html! {
        <div class="schema-card-head">
            <button type="button" class="schema-open" id={row_of_attribute(id)} aria-expanded={open.to_string()} onclick={toggle}>
                <span class="schema-name" dir="auto">{ &attribute.name }</span>
                <span class="schema-facts hint" dir="auto">{ facts }</span>
                if attribute.required {
                    <span class="badge">{ words::required() }</span>
                }
                <span class="figures schema-uses">
                    { if used == 0 { String::new() } else { words::uses(&number(used as u64)) } }
                </span>
                <span class="schema-turn" aria-hidden="true">{ icon(if open { Icon::Up } else { Icon::Down }) }</span>
            </button>
            if last > 0 {
                { Button::new(words::move_up(&attribute.name), by(-1)).icon(Icon::Up).sign_only().quiet().disabled(n == 0).html() }
                { Button::new(words::move_down(&attribute.name), by(1)).icon(Icon::Down).sign_only().quiet().disabled(n == last).html() }
            }
        </div>
    }
}

/// Everything that can be changed about an attribute.
fn editor(
    dispatch: &Dispatch,
    screen: &SchemaScreen,
    schema: &Schema,
    label: &Label,
    attribute: &Attribute,
    asked: Asked<'_>,
) -> Html {
    let id = &attribute.id;
    let shown = asked.filter(|(of, _)| *of == id).map_or(attribute.kind, |(_, kind)| kind);
    let set = |make: fn(String) -> AttributeChange| {
        let id = id.clone();
        step(dispatch, move |typed| AttributeAct::Change(id.clone(), make(typed)))
    };
    let kind = {
        let id = id.clone();
        step(dispatch, move |at: String| {
            let at = at.parse::<usize>().unwrap_or_default();
            let kind = AttributeType::ALL.get(at).copied().unwrap_or(AttributeType::Text);
            AttributeAct::Change(id.clone(), AttributeChange::Kind(kind))
        })
    };
    let required = {
        let id = id.clone();
        step(dispatch, move |on| AttributeAct::Change(id.clone(), AttributeChange::Required(on)))
    };
    let drop = {
        let (label, id) = (label.id.clone(), id.clone());
        step(dispatch, move |()| AttributeAct::Drop(label.clone(), id.clone()))
    };
    let at = AttributeType::ALL.iter().position(|kind| *kind == shown).unwrap_or_default().to_string();
    let kinds = AttributeType::ALL.iter().enumerate();
    let types = Select {
        label: words::attribute_type().into(),
        bare: false,
        value: &at,
        choices: kinds.map(|(n, kind)| Choice::new(n.to_string(), type_name(*kind))).collect(),
        onchange: kind,
    };
    let others = schema.labels.iter().filter(|other| other.id != label.id && other.attributes.contains(id));
    let others: Vec<&str> = others.map(|label| label.name.as_str()).collect();
    html! {
        <div class="schema-card-body">
            if !others.is_empty() {
                <p class="hint" dir="auto">{ words::shared_with(&others.join(", ")) }</p>
            }
            <div class="form-grid">
                { Field::new(words::name(), attribute.name.clone()).onchange(set(AttributeChange::Name))
                    .wrong(wrong(screen, Place::AttributeName)).html() }
                { select(types) }
            </div>
            if attribute.kind == AttributeType::Choice {
                { values(dispatch, screen, attribute) }
            }
            <div class="form-grid">
                if attribute.kind.has_default() {
                    { default(attribute, screen, set(AttributeChange::Default)) }
                    { ways(screen, set(AttributeChange::Default)) }
                }
                { check(words::required(), attribute.required, Some(words::required_hint()), required) }
            </div>
            <div class="tools">
                { Button::new(words::drop_attribute(), drop).icon(Icon::Delete).danger().html() }
            </div>
        </div>
    }
}

/// Both ways to read what was typed as that, to take one.
fn ways(screen: &SchemaScreen, take: Callback<String>) -> Html {
    let here = screen.wrong.as_ref().is_some_and(|(place, _)| *place == Place::Default);
    let ways = if here { &*screen.ways } else { &[] };
    let one = |text: &String| {
        let own = text.clone();
        (text.clone(), take.reform(move |()| own.clone()))
    };
    readings(ways.iter().map(one))
}

/// What a new annotation gets.
fn default(attribute: &Attribute, screen: &SchemaScreen, onchange: Callback<String>) -> Html {
    let value = attribute.default.as_str();
    let mut choices = vec![Choice::new("", words::nothing())];
    match attribute.kind {
        AttributeType::Choice => {
            choices.extend(attribute.values.iter().map(|value| Choice::new(value.clone(), value.clone())));
        }
        AttributeType::Flag => {
            let yes_no = [("yes", crate::words::read::yes()), ("no", crate::words::read::no())];
            choices.extend(yes_no.map(|(value, word)| Choice::new(value, word)));
        }
        _ => {
            let field = Field::new(words::default(), value.to_owned()).onchange(onchange);
            return field.wrong(wrong(screen, Place::Default)).html();
        }
    }
    select(Select { label: words::default().into(), bare: false, value, choices, onchange })
}

/// The values of a choice.
fn values(dispatch: &Dispatch, screen: &SchemaScreen, attribute: &Attribute) -> Html {
    let last = attribute.values.len().saturating_sub(1);
    let change = |change: AttributeChange| {
        let id = attribute.id.clone();
        step(dispatch, move |()| AttributeAct::Change(id.clone(), change.clone()))
    };
    let rename = |n: usize| {
        let id = attribute.id.clone();
        step(dispatch, move |typed| AttributeAct::Change(id.clone(), AttributeChange::Value(n, typed)))
    };
    let add = {
        let id = attribute.id.clone();
        step(dispatch, move |typed| AttributeAct::Change(id.clone(), AttributeChange::AddValue(typed)))
    };
    let row = |(n, value): (usize, &String)| {
        let button = |name: String, sign: Icon, to: AttributeChange, off: bool| {
            Button::new(name, change(to)).icon(sign).sign_only().quiet().disabled(off).html()
        };
        html! {
            <li class="schema-value" key={n}>
                { Field::new(words::value(n + 1), value.clone()).bare().onchange(rename(n)).html() }
                { button(words::move_up(value), Icon::Up, AttributeChange::MoveValue(n, -1), n == 0) }
                { button(words::move_down(value), Icon::Down, AttributeChange::MoveValue(n, 1), n == last) }
                { button(words::remove(value), Icon::Close, AttributeChange::Value(n, String::new()), false) }
            </li>
        }
    };
    html! {
        <fieldset class="schema-values">
            <legend class="field-label">{ words::values() }</legend>
            <ol class="schema-value-list" role="list">{ for attribute.values.iter().enumerate().map(row) }</ol>
            { adds(
                Field::new(words::add_value(), "").bare().placeholder(words::add_value())
                    .wrong(wrong(screen, Place::Value)),
                words::add_this_value(),
                add,
            ) }
        </fieldset>
    }
}
