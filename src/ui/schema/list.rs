//! The labels, in the order in which they stand on the bar.

use super::adds::adds;
use super::drag::{Drop, Spot, grip};
use super::{step, wrong};
use crate::app::{Action, LabelAct, NEW_LABEL, Place, SchemaScreen, Uses, row_of_label};
use crate::model::{Kind, Label, Schema};
use crate::ui::kit::{Button, Field, Icon, class, icon, letter_cap, slot};
use crate::ui::{Dispatch, facts};
use crate::words::{number, schema as words};
use yew::prelude::*;

/// From this width on, in pixels, the editor stands beside the list (`styles/schema.css`).
const WIDE: f64 = 1024.0;

/// List *Labels*, with a field for a new one.
pub(super) fn labels(dispatch: &Dispatch, screen: &SchemaScreen, schema: &Schema, uses: &Uses) -> Html {
    let add = step(dispatch, LabelAct::Add);
    let group = |(at, (kind, group, labels)): (usize, (Kind, &str, Vec<&Label>))| {
        let heading = match group {
            "" => facts::kind(kind).to_owned(),
            group => format!("{} · {group}", facts::kind(kind)),
        };
        let last = labels.len() - 1;
        let spot = |n| Spot { group: at, n };
        let rows =
            labels.iter().enumerate().map(|(n, label)| row(dispatch, screen, label, uses, spot(n), last));
        html! {
            <div class="schema-group" key={heading.clone()}>
                <h3 class="side-heading" dir="auto">{ heading.clone() }</h3>
                <ul role="list" aria-label={heading}>{ for rows }</ul>
            </div>
        }
    };
    html! {
        <section class="schema-list" aria-label={words::labels()}>
            <h2>{ words::labels() }</h2>
            <div class="schema-groups">{ for schema.groups().into_iter().enumerate().map(group) }</div>
            if schema.labels.is_empty() {
                <p class="hint">{ words::no_labels() }</p>
            }
            <div class="schema-new">
                { adds(
                    Field::new(words::new_label(), "").id(NEW_LABEL).wrong(wrong(screen, Place::NewLabel)),
                    words::add_label(),
                    add,
                ) }
            </div>
            <p class="hint">{ words::move_hint() }</p>
        </section>
    }
}

/// One label: opens it; moved by its grip, by its buttons and by Alt with the arrows.
fn row(
    dispatch: &Dispatch,
    screen: &SchemaScreen,
    label: &Label,
    uses: &Uses,
    spot: Spot,
    last: usize,
) -> Html {
    let n = spot.n;
    let Drop { over, leave, drop } = Drop::at(dispatch, spot);
    let id = &label.id;
    let open = screen.label.as_ref() == Some(id);
    let choose = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        move |_: MouseEvent| {
            // On a narrow page the editor stands below the list.
            let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
            let below = width.is_some_and(|width| width < WIDE);
            dispatch.emit(Action::step(LabelAct::Open(id.clone(), below)));
        }
    };
    let by = |by: isize| {
        let id = id.clone();
        step(dispatch, move |()| LabelAct::Move(id.clone(), by))
    };
    let onkeydown = {
        let (up, down) = (by(-1), by(1));
        move |event: KeyboardEvent| {
            let go = match event.key().as_str() {
                _ if !event.alt_key() => return,
                "ArrowUp" => &up,
                "ArrowDown" => &down,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            go.emit(());
        }
    };
    let used = uses.label(id) + uses.entities(id);
    html! {
        <li key={id.as_str()} class={class("schema-row", &[(open, "schema-row-open")])} {onkeydown}
            ondragover={over} ondragleave={leave} ondrop={drop}>
            { grip(id, spot) }
            <button type="button" id={row_of_label(id)} class={class("schema-open", &[(true, &slot(label.colour))])}
                aria-pressed={open.to_string()} onclick={choose} title={label.description.clone()}>
                <span class="swatch" aria-hidden="true"></span>
                <span class="schema-name" dir="auto">{ &label.name }</span>
                { for label.key.map(letter_cap) }
                <span class="figures schema-uses">
                    { if used == 0 { String::new() } else { words::uses(&number(used as u64)) } }
                </span>
            </button>
            { Button::new(words::move_up(&label.name), by(-1)).icon(Icon::Up).sign_only().quiet().disabled(n == 0).html() }
            { Button::new(words::move_down(&label.name), by(1)).icon(Icon::Down).sign_only().quiet().disabled(n == last).html() }
            <span class="schema-more" aria-hidden="true">{ icon(Icon::Right) }</span>
        </li>
    }
}
