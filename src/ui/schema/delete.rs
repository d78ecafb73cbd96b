//! What is asked before a label goes that is in use, or an attribute that has values goes or gets another type.

use super::attribute::type_name;
use super::step;
use crate::app::{Action, AttributeAct, Dialog, Fallback, LabelAct, SchemaDialog, Sense, Session, Uses};
use crate::model::{AttributeId, AttributeType, LabelId, Schema};
use crate::ui::kit::{Button, Choice, Icon, Modal, Select, select};
use crate::ui::{Dispatch, act};
use crate::words::{annotations, count, number, schema as words};
use yew::prelude::*;

/// Stands for deleting the annotations in the choice; no label's id is empty or has a blank.
const DELETE: &str = " ";

/// How often the label is used, and what is to become of that: the person chooses.
pub(super) fn label_dialog(
    dispatch: &Dispatch,
    schema: &Schema,
    uses: &Uses,
    id: &LabelId,
    into: &Fallback,
) -> Option<Html> {
    let label = schema.label(id)?;
    let (used, entities) = (uses.label(id), uses.entities(id));
    let onclose = act(dispatch, Action::CloseDialog);
    let delete = {
        let id = id.clone();
        let into = match into {
            Fallback::Move(into) => Some(into.clone()),
            _ => None,
        };
        step(dispatch, move |()| LabelAct::DeleteInto(id.clone(), into.clone()))
    };
    let choose = {
        let id = id.clone();
        dispatch.reform(move |to: String| {
            let to = match to.as_str() {
                "" => Fallback::Undecided,
                DELETE => Fallback::Delete,
                _ => Fallback::Move(LabelId::new(to)),
            };
            Action::Typed(Dialog::Schema(SchemaDialog::DeleteLabel(id.clone(), to)))
        })
    };
    let others = schema.labels.iter().filter(|other| other.id != *id);
    let mut choices = vec![Choice::new("", words::choose_fate())];
    choices.extend(others.map(|other| Choice::new(other.id.to_string(), other.name.clone())));
    // An entity cannot be without a label.
    if entities == 0 {
        choices.push(Choice::new(DELETE, words::delete_them()));
    }
    let undecided = *into == Fallback::Undecided;
    let modal = Modal {
        key: "delete-label",
        title: words::delete_title(),
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(words::cancel(), onclose).quiet().html() }
                { Button::new(words::delete(), delete).icon(Icon::Delete).danger().disabled(undecided).html() }
            </>
        },
        ..Modal::default()
    };
    Some(modal.html(html! {
        <>
            <p dir="auto">{ words::delete_used(&label.name, &number(used as u64)) }</p>
            if entities > 0 {
                <p>{ words::delete_entities(&number(entities as u64)) }</p>
            }
            { select(Select {
                label: words::move_to().into(),
                bare: false,
                value: match into {
                    Fallback::Undecided => "",
                    Fallback::Move(into) => into.as_str(),
                    Fallback::Delete => DELETE,
                },
                choices,
                onchange: choose,
            }) }
        </>
    }))
}

/// How many values go with the attribute.
pub(super) fn attribute_dialog(
    dispatch: &Dispatch,
    schema: &Schema,
    uses: &Uses,
    label: &LabelId,
    id: &AttributeId,
) -> Option<Html> {
    let (name, of) = (&schema.attribute(id)?.name, &schema.label(label)?.name);
    let used = annotations(uses.attribute(label, id));
    let onclose = act(dispatch, Action::CloseDialog);
    let drop = {
        let (label, id) = (label.clone(), id.clone());
        step(dispatch, move |()| AttributeAct::DropWithValues(label.clone(), id.clone()))
    };
    let modal = Modal {
        key: "drop-attribute",
        title: words::drop_title(),
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(words::cancel(), onclose).quiet().html() }
                { Button::new(words::drop(), drop).icon(Icon::Delete).danger().html() }
            </>
        },
        ..Modal::default()
    };
    Some(modal.html(html! { <p dir="auto">{ words::drop_used(name, of, &used) }</p> }))
}

/// What becomes of the values of an attribute that gets another type.
pub(super) fn type_dialog(
    dispatch: &Dispatch,
    session: &Session,
    id: &AttributeId,
    kind: AttributeType,
    sense: Option<Sense>,
) -> Option<Html> {
    let name = &session.project.schema.attribute(id)?.name;
    let retyped = session.retyped(id, kind, sense);
    // Both ways stay on offer after one was chosen.
    let ways = session.retyped(id, kind, None).ways;
    let onclose = act(dispatch, Action::CloseDialog);
    let retype = {
        let id = id.clone();
        step(dispatch, move |()| AttributeAct::Retype(id.clone(), kind, sense))
    };
    let undecided = retyped.ways.is_some();
    let modal = Modal {
        key: "change-type",
        title: words::retype_title(),
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(words::cancel(), onclose).quiet().html() }
                { Button::new(words::retype(), retype).primary().disabled(undecided).html() }
            </>
        },
        ..Modal::default()
    };
    let way = ways.map(|(figure, ways)| {
        let id = id.clone();
        let onchange = dispatch.reform(move |sense: String| {
            let sense = match sense.as_str() {
                "thousands" => Some(Sense::Thousands),
                "fraction" => Some(Sense::Fraction),
                _ => None,
            };
            Action::Typed(Dialog::Schema(SchemaDialog::ChangeType(id.clone(), kind, sense)))
        });
        let value = |sense: Option<Sense>| match sense {
            Some(Sense::Thousands) => "thousands",
            Some(Sense::Fraction) => "fraction",
            None => "",
        };
        let mut choices = vec![Choice::new("", words::choose())];
        choices.extend(ways.into_iter().map(|(text, sense)| Choice::new(value(Some(sense)), text)));
        let label = words::retype_way(&figure).into();
        select(Select { label, bare: false, value: value(sense), choices, onchange })
    });
    let line = |n: usize, text: fn(&str) -> String| {
        html! { if n > 0 { <li>{ text(&number(n as u64)) }</li> } }
    };
    let used = count(retyped.all, "value", "values", "nilai");
    let examples: Vec<String> = retyped.examples.iter().map(|text| format!("“{text}”")).collect();
    Some(modal.html(html! {
        <>
            <p dir="auto">{ words::retype_used(name, &used, type_name(kind)) }</p>
            <ul class="retyped">
                { line(retyped.read, words::retype_read) }
                { line(retyped.kept, words::retype_kept) }
                { line(retyped.gone, words::retype_gone) }
            </ul>
            if !examples.is_empty() {
                <p class="hint" dir="auto">{ words::retype_examples(&examples.join(", ")) }</p>
            }
            { for way }
        </>
    }))
}
