//! What is asked before a label goes that is in use, or an attribute that has values.

use super::step;
use crate::app::{Action, AttributeAct, Dialog, LabelAct, SchemaDialog, Uses};
use crate::model::{AttributeId, LabelId, Schema};
use crate::ui::kit::{Button, Choice, Icon, Modal, Select, select};
use crate::ui::{Dispatch, act};
use crate::words::{annotations, number, schema as words};
use yew::prelude::*;

/// How often the label is used, and what becomes of that. `into` is the label that gets it; none deletes it too.
pub(super) fn label_dialog(
    dispatch: &Dispatch,
    schema: &Schema,
    uses: &Uses,
    id: &LabelId,
    into: Option<&LabelId>,
) -> Option<Html> {
    let label = schema.label(id)?;
    let (used, entities) = (uses.label(id), uses.entities(id));
    let onclose = act(dispatch, Action::CloseDialog);
    let delete = {
        let (id, into) = (id.clone(), into.cloned());
        step(dispatch, move |()| LabelAct::DeleteInto(id.clone(), into.clone()))
    };
    let choose = {
        let id = id.clone();
        dispatch.reform(move |to: String| {
            let to = (!to.is_empty()).then(|| LabelId::new(to));
            Action::Typed(Dialog::Schema(SchemaDialog::DeleteLabel(id.clone(), to)))
        })
    };
    let others = schema.labels.iter().filter(|other| other.id != *id);
    let mut choices: Vec<Choice> =
        others.map(|other| Choice::new(other.id.to_string(), other.name.clone())).collect();
    // An entity cannot be without a label.
    if entities == 0 {
        choices.push(Choice::new("", words::delete_them()));
    }
    let stuck = into.is_none() && entities > 0;
    let modal = Modal {
        key: "delete-label",
        title: words::delete_title(),
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(words::cancel(), onclose).quiet().html() }
                { Button::new(words::delete(), delete).icon(Icon::Delete).danger().disabled(stuck).html() }
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
                value: into.map_or("", LabelId::as_str),
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
