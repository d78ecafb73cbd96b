//! What the labels of files become, before their annotations are added.

use crate::app::{Action, Incoming, IncomingAct, LabelTo, ReadLabel, read_labels};
use crate::model::{LabelId, Schema};
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Select, select};
use crate::words::{self, dialogs as names};
use yew::prelude::*;

/// The values of the choices that are no labels. Ids of labels have the sign before them, which no word has.
const NEW: &str = "new";
const NOTHING: &str = "nothing";
const OWN: char = '=';

/// A row for each label of the files; nothing where they have none.
pub(super) fn labels(dispatch: &Dispatch, incoming: &Incoming, schema: Option<&Schema>) -> Html {
    let Some(schema) = schema.filter(|_| !incoming.sets.is_empty()) else {
        return html! { <section hidden=true></section> };
    };
    let labels = read_labels(incoming.sets.iter().map(|set| &**set), schema, &incoming.labels);
    html! {
        <section class="read-labels" hidden={labels.is_empty()} aria-label={names::labels_read()}>
            <h3>{ names::labels_read() }</h3>
            <ul role="list">{ for labels.iter().map(|label| row(dispatch, schema, label)) }</ul>
        </section>
    }
}

fn row(dispatch: &Dispatch, schema: &Schema, label: &ReadLabel) -> Html {
    let mut choices = vec![Choice::new(NEW, names::new_label()), Choice::new(NOTHING, names::leave_label())];
    choices.extend(schema.labels.iter().map(|own| Choice::new(format!("{OWN}{}", own.id), own.name.clone())));
    let value = match &label.to {
        LabelTo::New => NEW.to_owned(),
        LabelTo::Nothing => NOTHING.to_owned(),
        LabelTo::Own(id) => format!("{OWN}{id}"),
    };
    let name = label.name.clone();
    let onchange = dispatch.reform(move |value: String| {
        let to = match value.strip_prefix(OWN) {
            Some(id) => LabelTo::Own(LabelId::new(id)),
            None if value == NOTHING => LabelTo::Nothing,
            None => LabelTo::New,
        };
        Action::step(IncomingAct::Label(name.clone(), to))
    });
    let uses = words::annotations(label.uses);
    let one = Select {
        label: names::label_becomes(&label.name, &uses).into(),
        bare: false,
        value: &value,
        choices,
        onchange,
    };
    html! { <li key={label.name.clone()}>{ select(one) }</li> }
}
