//! The registry: every entity in a row, found by its names.

use super::drag::Drag;
use super::{step, types};
use crate::app::{Action, ENTITIES, ENTITY_ROWS, EntitiesScreen, EntityAct, EntityRow, Session};
use crate::model::LabelId;
use crate::ui::kit::{Button, Choice, Field, Icon, Select, chip, class, on_enter, select, takes};
use crate::ui::{Dispatch, Slots, act};
use crate::words::{self, entities as own};
use yew::prelude::*;

/// `id` of the field for the name of a new one.
const NEW: &str = "new-entity";

/// The list with its filters, and a field for a new entity.
pub(super) fn list(screen: &EntitiesScreen, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let rows = session.entities_found(screen);
    let made = slots.windows.entities.made(rows.len());
    let types = types(&session.project.schema);
    let mut choices = vec![Choice::new("", own::every_type())];
    choices.extend(types.iter().cloned());
    // A type that is no entity's any more can be taken off.
    if let Some(only) =
        screen.label.as_ref().filter(|only| !types.iter().any(|kind| kind.value == only.as_str()))
    {
        choices.push(Choice::new(only.to_string(), only.to_string()));
    }
    let only = Select {
        label: own::kind().into(),
        bare: true,
        value: screen.label.as_ref().map_or("", LabelId::as_str),
        choices,
        onchange: step(dispatch, |id: String| EntityAct::Only((!id.is_empty()).then(|| LabelId::new(id)))),
    };
    let none = match session.project.entities.is_empty() {
        true => html! { <><p>{ own::none_yet() }</p><p class="hint">{ own::none_yet_hint() }</p></> },
        false => html! { <p>{ own::no_such() }</p> },
    };
    html! {
        <section class="entities-list" aria-label={words::entities_screen()}>
            <div class="entities-tools">
                { Field::new(own::find_entity(), screen.words.clone()).bare().kind("search").placeholder(own::find_entity())
                    .oninput(step(dispatch, EntityAct::Words)).html() }
                { select(only) }
            </div>
            <div class="entities-rows" id={ENTITY_ROWS} hidden={rows.is_empty()} ref={made.scroller} ~style={made.room} onscroll={slots.onscroll.clone()}>
                <ul class="rows" role="list" id={ENTITIES} aria-label={words::entities_screen()}>
                    { for made.rows.filter_map(|n| Some(row(dispatch, screen, &session.entity_row(&rows[n], screen)?, n, rows.len()))) }
                </ul>
            </div>
            <div class="entities-none" hidden={!rows.is_empty()}>{ none }</div>
            { new(dispatch, screen, &types) }
        </section>
    }
}

fn row(dispatch: &Dispatch, screen: &EntitiesScreen, row: &EntityRow, n: usize, total: usize) -> Html {
    let open = screen.open.as_ref() == Some(&row.id);
    let onclick: Callback<MouseEvent> = act(dispatch, Action::step(EntityAct::Open(Some(row.id.clone()))));
    let Drag { start, over, leave, drop } = Drag::of(dispatch, &row.id);
    html! {
        <li key={row.id.as_str()} class={class("entity-row", &[(open, "entity-open")])} draggable="true"
            aria-setsize={total.to_string()} aria-posinset={(n + 1).to_string()}
            ondragstart={start} ondragover={over} ondragleave={leave} ondrop={drop}>
            <button type="button" class="entity-link" id={format!("{ENTITIES}-{}", row.id)} aria-current={open.then_some("true")} {onclick}>
                <span class="entity-name" dir="auto">{ &row.name }</span>
                if !row.found.is_empty() {
                    <span class="hint" dir="auto">{ &row.found }</span>
                }
            </button>
            { chip(row.colour, &row.label) }
            <span class="figures hint" title={own::mentions(row.mentions)}>{ words::number(row.mentions as u64) }</span>
        </li>
    }
}

/// A field for the name of a new entity; its type is that of the filter, else the first.
fn new(dispatch: &Dispatch, screen: &EntitiesScreen, types: &[Choice]) -> Html {
    let kind = screen
        .label
        .as_ref()
        .map(|label| label.to_string())
        .or(types.first().map(|kind| kind.value.to_string()));
    let Some(kind) = kind else { return html! { <p class="hint">{ own::no_types() }</p> } };
    let kind = LabelId::new(kind);
    let add = takes(NEW, step(dispatch, move |name| EntityAct::New(name, kind.clone())));
    html! {
        <div class="entities-new" onkeydown={on_enter(add.clone())}>
            { Field::new(own::new_entity(), "").id(NEW).bare().placeholder(own::new_entity()).html() }
            { Button::new(own::add(), add).icon(Icon::Add).html() }
        </div>
    }
}
