//! What is asked before a label goes that is in use, or an attribute that has values.

use super::step;
use crate::app::{Action, AttributeAct, Dialog, Fallback, LabelAct, SchemaDialog, Uses};
use crate::model::{AttributeId, LabelId, Schema};
use crate::ui::kit::{Button, Choice, Icon, Modal, Select, select};
use crate::ui::{Dispatch, act};
use crate::words::{annotations, number, schema as words};
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
