//! What the list of annotations shows.

use crate::app::{Action, Filter};
use crate::model::{LabelId, Schema};
use crate::sorted::Set;
use crate::ui::kit::{Button, Field, Icon, slot};
use crate::ui::{Dispatch, focus, words};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`FilterBar`].
#[derive(Properties, PartialEq)]
pub(crate) struct FilterBarProps {
    pub dispatch: Dispatch,
    pub schema: Rc<Schema>,
    pub filter: Filter,
    /// How many the filter lets through.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
}

/// Words, labels, unsure; and how many are left.
#[component]
pub(crate) fn FilterBar(props: &FilterBarProps) -> Html {
    let open = use_state(|| false);
    let dispatch = &props.dispatch;
    let set = |change: &dyn Fn(&mut Filter)| {
        let mut filter = props.filter.clone();
        change(&mut filter);
        filter
    };
    let oninput =
        use_callback((dispatch.clone(), props.filter.clone()), |text: String, (dispatch, filter)| {
            dispatch.emit(Action::Filter(Filter { text, ..filter.clone() }));
        });
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let unsure = {
        let (dispatch, filter) = (dispatch.clone(), set(&|filter| filter.unsure = !filter.unsure));
        Callback::from(move |()| dispatch.emit(Action::Filter(filter.clone())))
    };
    let clear =
        use_callback(dispatch.clone(), |(), dispatch| dispatch.emit(Action::Filter(Filter::default())));
    let chip = |id: &LabelId, name: &str, colour: u8| {
        let on = props.filter.labels.contains(id);
        let filter = set(&|filter| {
            let labels: &mut Set<LabelId> = &mut filter.labels;
            if !labels.remove(id) {
                labels.insert(id.clone());
            }
        });
        let onclick = {
            let dispatch = dispatch.clone();
            move |_: MouseEvent| dispatch.emit(Action::Filter(filter.clone()))
        };
        html! {
            <button type="button" key={id.as_str()} class={classes!("chip", "chip-button", slot(colour))}
                aria-label={format!("Only {name}")} aria-pressed={on.to_string()} {onclick}>{ name }</button>
        }
    };
    let count = if props.shown == props.all {
        words::number(props.all as u64)
    } else {
        format!("{} of {}", words::number(props.shown as u64), words::number(props.all as u64))
    };
    html! {
        <div class="filter">
            <div class="filter-head">
                <h2 class="side-heading" aria-hidden="true">{ "Annotations" }</h2>
                <span class="figures filter-count">{ count }</span>
            </div>
            <div class="filter-row">
                <Field label="Filter annotations" bare={true} kind="search" id={focus::FILTER} placeholder="Filter"
                    value={props.filter.text.clone()} {oninput} />
                { Button::new("Filter by label", toggle)
                    .icon(Icon::Filter).sign_only().quiet().expanded(*open)
                    .pressed(!props.filter.labels.is_empty() || props.filter.unsure).html() }
            </div>
            if *open {
                <div class="filter-chips" role="group" aria-label="Show only">
                    { for props.schema.labels.iter().map(|label| chip(&label.id, &label.name, label.colour)) }
                    { Button::new("Unsure only", unsure).class("chip-button").pressed(props.filter.unsure).html() }
                    { Button::new("Show all", clear)
                        .class("chip-button").quiet().disabled(props.filter.is_empty()).html() }
                </div>
            }
        </div>
    }
}
