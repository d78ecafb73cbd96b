//! Region *Annotation*: what is selected, and everything that can be changed about it.

use super::attributes::attributes;
use super::bulk::several;
use super::ends::ends;
use super::hint::hint;
use super::note::Note;
use super::quote::quote;
use super::speakers::{SPEAKERS, speakers};
use crate::app::{Action, Bulk, Command};
use crate::model::{Annotation, AttributeId, AttributeValue, Kind, LabelId, Schema};
use crate::ui::frame::command_button;
use crate::ui::kit::{Choice, Icon, Select, class, slot};
use crate::ui::{Dispatch, focus, words};
use std::rc::Rc;
use yew::prelude::*;

/// One annotation with what is to be shown of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct One {
    pub annotation: Rc<Annotation>,
    /// What each fragment marks.
    pub quotes: Vec<String>,
    /// The name of who made it.
    pub by: String,
    /// Whether the next selection becomes a fragment of it.
    pub adding: bool,
}

/// What is selected.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Selection {
    /// Nothing.
    None,
    /// One annotation.
    One(One),
    /// Several.
    Many(Rc<Bulk>),
}

/// What may be chosen as a label.
pub(super) fn labels(schema: &Schema) -> Vec<Choice> {
    schema.labels.iter().map(|label| Choice::new(label.id.to_string(), label.name.clone())).collect()
}

/// Region *Annotation*.
pub(crate) fn inspector(dispatch: &Dispatch, schema: &Schema, selection: &Selection) -> Html {
    let inside = match selection {
        Selection::None => hint(schema),
        Selection::One(one) => single(dispatch, schema, one),
        Selection::Many(bulk) => several(dispatch, schema, bulk),
    };
    html! {
        <section class="inspector" id={focus::INSPECTOR} aria-label="Annotation" tabindex="-1">
            { inside }
        </section>
    }
}

/// One annotation.
fn single(dispatch: &Dispatch, schema: &Schema, one: &One) -> Html {
    let One { annotation, quotes, by, adding } = one;
    let label = schema.label(&annotation.label);
    let relabel = {
        let dispatch = dispatch.clone();
        Callback::from(move |id: String| dispatch.emit(Action::Relabel(LabelId::new(id))))
    };
    let spoken = match annotation.attributes.get(&AttributeId::new(SPEAKERS)) {
        Some(AttributeValue::Speakers(chain)) => chain.as_slice(),
        _ => &[],
    };
    let origin = &annotation.origin;
    let made = format!("{by}, {}, {}", words::how(origin.how), words::time(origin.created));
    html! {
        <div class="inspected" key={annotation.id.as_str()}>
            <div class="inspected-label">
                <span class={class("swatch", &[(true, &slot(label.map_or(0, |label| label.colour)))])} aria-hidden="true"></span>
                <Select label="Label" bare={true} value={annotation.label.to_string()} choices={labels(schema)} onchange={relabel} />
            </div>
            { quote(quotes, dispatch) }
            <div class="tools">
                { command_button(Command::ToggleUnsure, Icon::Unsure, dispatch)
                    .text("Unsure").pressed(annotation.unsure).title("Mark as unsure").html() }
                { command_button(Command::AddFragment, Icon::Add, dispatch)
                    .text("Add fragment").pressed(*adding)
                    .title("The next selection becomes a part of this annotation").html() }
                { command_button(Command::Delete, Icon::Delete, dispatch).text("Delete").danger().html() }
            </div>
            { ends(dispatch) }
            if label.is_some_and(|label| label.kind == Kind::Claim) {
                { speakers(dispatch, spoken) }
            }
            { attributes(dispatch, schema, annotation) }
            <Note note={annotation.note.clone()} dispatch={dispatch.clone()} />
            <p class="made hint">
                { made }
                { for origin.modified.map(|at| html! { <span class="made-changed">{ format!("changed {}", words::time(at)) }</span> }) }
            </p>
        </div>
    }
}
