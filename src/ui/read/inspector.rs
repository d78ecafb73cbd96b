//! Region *Annotation*: what is selected, and everything that can be changed about it.

use super::attributes::attributes;
use super::bulk::several;
use super::ends::ends;
use super::hint::hint;
use super::note::note;
use super::picking::picking;
use super::quote::quote;
use super::refers::refers;
use super::relations::relations;
use super::speakers::speakers;
use super::statement::rest;
use super::suggestion::suggestion;
use crate::app::{Action, Bulk, Command, RegionAct, Session};
use crate::model::{Annotation, Kind, LabelId, Schema};
use crate::ui::frame::command_button;
use crate::ui::kit::{Choice, Icon, Select, class, composes, select, slot};
use crate::ui::{Dispatch, facts, focus, maybe};
use crate::words::read as words;
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

/// Region *Annotation*. `last` is the annotation that was shown last, if any.
///
/// Making its controls, styling and laying them out costs as much as a mark in the article, so the hint and the
/// controls are only put aside, and come back with other words in them. What is put aside is neither painted nor
/// reached by the keyboard nor read out (`content-visibility: hidden`).
pub(crate) fn inspector(
    dispatch: &Dispatch,
    session: &Session,
    selection: &Selection,
    last: Option<&One>,
) -> Html {
    let schema = &session.project.schema;
    let part = |key: &'static str, aside: bool, inside: Html| {
        html! { <div class={if aside { "part aside" } else { "part" }} {key}>{ inside }</div> }
    };
    let onkeydown = maybe(dispatch, |event: KeyboardEvent| {
        let escape = event.key() == "Escape";
        let out = match event.key().as_str() {
            "Escape" => true,
            "Enter" => event.ctrl_key() || event.meta_key(),
            _ => false,
        };
        // What a field does with Escape itself it has done.
        let out = out && !event.default_prevented() && !composes(&event);
        out.then(|| {
            event.prevent_default();
            Action::step(RegionAct::Leave(escape))
        })
    });
    let (one, aside) = match selection {
        Selection::One(one) => (Some(one), false),
        _ => (last, true),
    };
    let many = match selection {
        Selection::Many(bulk) => Some(bulk),
        _ => None,
    };
    // What a statement says is a long form.
    let long = one.filter(|_| !aside).is_some_and(|one| session.registry_of(&one.annotation) == Kind::Claim);
    html! {
        <section class={class("inspector", &[(long, "inspector-long")])} id={focus::INSPECTOR} data-zone="region" aria-label={words::annotation()} tabindex="-1" {onkeydown}>
            { for picking(dispatch, session).into_iter()
                .chain(std::iter::once(part("none", *selection != Selection::None, hint(schema, session.pen()))))
                .chain(one.map(|one| part("one", aside, single(dispatch, session, one))))
                .chain(many.map(|bulk| part("many", false, several(dispatch, session, bulk)))) }
        </section>
    }
}

/// One annotation.
fn single(dispatch: &Dispatch, session: &Session, one: &One) -> Html {
    let schema = &session.project.schema;
    let One { annotation, quotes, by, adding } = one;
    let label = schema.label(&annotation.label);
    let relabel = dispatch.reform(|id: String| Action::Relabel(LabelId::new(id)));
    let chosen = Select {
        label: words::label().into(),
        bare: true,
        value: annotation.label.as_str(),
        choices: labels(schema),
        onchange: relabel,
    };
    let mut values = session.attributes_of(&annotation.label, |id| annotation.attributes.get(id));
    let claims = label.is_some_and(|label| label.kind == Kind::Claim);
    if claims {
        values.extend(session.statement_attributes(annotation));
    }
    let description = label.map_or("", |label| label.description.as_str());
    let origin = &annotation.origin;
    let made = format!("{by}, {}, {}", facts::how(origin.how), facts::time(origin.created));
    // What is typed in a field belongs to this annotation: another one's fields are made anew.
    html! {
        <div class="inspected">
            <div class="inspected-label">
                <span class={class("swatch", &[(true, &slot(label.map_or(0, |label| label.colour)))])} aria-hidden="true"></span>
                { select(chosen) }
            </div>
            <p class="hint inspected-hint" dir="auto" title={description.to_owned()} hidden={description.is_empty()}>{ description.to_owned() }</p>
            { quote(quotes, dispatch) }
            <div key="suggestion">{ for suggestion(dispatch, annotation) }</div>
            <div class="tools">
                { command_button(Command::ToggleUnsure, Icon::Unsure, dispatch)
                    .text(words::unsure()).pressed(annotation.unsure).title(words::unsure_hint()).html() }
                { command_button(Command::AddFragment, Icon::Add, dispatch)
                    .text(words::add_fragment()).pressed(*adding)
                    .title(words::add_fragment_hint()).html() }
                { command_button(Command::Delete, Icon::Delete, dispatch).text(words::delete()).danger().html() }
            </div>
            <div key={annotation.id.as_str()}>{ refers(dispatch, session, annotation) }</div>
            { ends(dispatch) }
            if claims {
                <div key={annotation.id.as_str()}>{ speakers(dispatch, session, annotation) }</div>
            }
            { attributes(dispatch, session, annotation, std::slice::from_ref(&annotation.id), &values) }
            if claims {
                <div key={annotation.id.as_str()}>{ rest(dispatch, session, annotation) }</div>
            }
            <div key={annotation.id.as_str()}>{ relations(dispatch, session, annotation) }</div>
            <div key={annotation.id.as_str()}>{ note(dispatch, &annotation.note) }</div>
            <p class="made hint">
                { made }
                { for origin.modified.map(|at| html! { <span class="made-changed">{ words::changed(&facts::time(at)) }</span> }) }
            </p>
        </div>
    }
}
