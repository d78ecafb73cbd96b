//! What the list of annotations shows.

use crate::app::{Action, Filter, NO, Part, ValueFilter, Wanted, YES};
use crate::model::{AttributeType, LabelId, Schema};
use crate::sorted::Set;
use crate::ui::kit::{Button, Choice, Field, Icon, Select, class, on_escape, select, slot};
use crate::ui::{Dispatch, act, focus};
use crate::words;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What stands above the list of annotations.
pub(crate) struct FilterBar<'a> {
    pub dispatch: &'a Dispatch,
    pub schema: &'a Schema,
    pub filter: &'a Filter,
    /// Whether the choice of labels is open.
    pub open: bool,
    /// Whether every click in the list takes one more.
    pub several: bool,
    /// How many the filter lets through.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
}

/// Words, labels, unsure; and how many are left.
pub(crate) fn filter_bar(props: &FilterBar<'_>) -> Html {
    let FilterBar { dispatch, filter, .. } = *props;
    let set = |change: &dyn Fn(&mut Filter)| {
        let mut filter = filter.clone();
        change(&mut filter);
        filter
    };
    let show = |filter: Filter| act(dispatch, Action::Filter(filter));
    let oninput = {
        let (dispatch, filter) = (dispatch.clone(), filter.clone());
        Callback::from(move |text| dispatch.emit(Action::Filter(Filter { text, ..filter.clone() })))
    };
    let toggle = act(dispatch, Action::Toggle(Part::Filters));
    let unsure = show(set(&|filter| filter.unsure = !filter.unsure));
    let incomplete = show(set(&|filter| filter.incomplete = !filter.incomplete));
    let required = props.schema.attributes.iter().any(|attribute| attribute.required);
    let clear = show(Filter::default());
    let chip = |id: &LabelId, name: &str, colour: u8| {
        let on = filter.labels.contains(id);
        let filter = set(&|filter| {
            let labels: &mut Set<LabelId> = &mut filter.labels;
            if !labels.remove(id) {
                labels.insert(id.clone());
            }
        });
        let onclick = act(dispatch, Action::Filter(filter));
        html! {
            <button type="button" key={id.as_str()} class={class("chip chip-button", &[(true, &slot(colour))])}
                aria-label={words::read::only(name)} aria-pressed={on.to_string()} {onclick}>{ name }</button>
        }
    };
    let count = if props.shown == props.all {
        words::number(props.all as u64)
    } else {
        words::of(&words::number(props.shown as u64), &words::number(props.all as u64))
    };
    // Escape closes what the button opened.
    let onkeydown = {
        let dispatch = dispatch.clone();
        on_escape(props.open, move |event| {
            dispatch.emit(Action::Toggle(Part::Filters));
            // What had the focus may be gone with it.
            let from: Element = event.target_unchecked_into();
            let bar = from.closest(".filter").ok().flatten().filter(|_| from.id() != focus::FILTER);
            let button = bar.and_then(|bar| bar.query_selector("[aria-expanded]").ok()?);
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        })
    };
    html! {
        <div class="filter" key="filter" {onkeydown}>
            <div class="filter-head">
                <h2 class="side-heading" aria-hidden="true">{ words::read::annotations() }</h2>
                <span class="figures filter-count">{ count }</span>
                { Button::new(words::read::select_several(), act(dispatch, Action::Toggle(Part::Several)))
                    .class("only-touch").quiet().pressed(props.several).html() }
            </div>
            <div class="filter-row">
                { Field::new(words::read::filter_annotations(), filter.text.clone())
                    .bare().kind("search").id(focus::FILTER).placeholder(words::read::filter()).oninput(oninput).html() }
                { Button::new(words::read::filter_by_label(), toggle)
                    .icon(Icon::Filter).sign_only().quiet().expanded(props.open)
                    .pressed(*filter != Filter { text: filter.text.clone(), ..Filter::default() }).html() }
            </div>
            if props.open {
                <div class="filter-chips" role="group" aria-label={words::read::show_only()}>
                    { for props.schema.labels.iter().map(|label| chip(&label.id, &label.name, label.colour)) }
                    { Button::new(words::read::unsure_only(), unsure).class("chip-button").pressed(filter.unsure).html() }
                    if required || filter.incomplete {
                        { Button::new(words::read::incomplete_only(), incomplete).class("chip-button").pressed(filter.incomplete).html() }
                    }
                    { Button::new(words::read::show_all(), clear)
                        .class("chip-button").quiet().disabled(filter.is_empty()).html() }
                </div>
                { for by_value(props) }
            }
        </div>
    }
}

/// A choice of the values of attributes, where there are any.
fn by_value(props: &FilterBar<'_>) -> Option<Html> {
    let mut wanted: Vec<ValueFilter> = Vec::new();
    let mut choices = vec![Choice::new("", words::read::any_value())];
    for attribute in &props.schema.attributes {
        let mut add = |is: Wanted, text: &str| {
            let name = words::read::value_is(&attribute.name, text);
            choices.push(Choice::new(wanted.len().to_string(), name));
            wanted.push(ValueFilter { attribute: attribute.id.clone(), is });
        };
        match attribute.kind {
            AttributeType::Choice => {
                attribute.values.iter().for_each(|value| add(Wanted::This(value.clone()), value));
            }
            AttributeType::Flag => {
                add(Wanted::This(YES.to_owned()), words::read::yes());
                add(Wanted::This(NO.to_owned()), words::read::no());
            }
            _ => add(Wanted::Any, words::read::has_value()),
        }
        add(Wanted::Nothing, words::read::no_value());
    }
    if wanted.is_empty() {
        return None;
    }
    let at = wanted.iter().position(|wanted| props.filter.value.as_ref() == Some(wanted));
    let value = at.map(|at| at.to_string()).unwrap_or_default();
    let onchange = {
        let filter = props.filter.clone();
        props.dispatch.reform(move |at: String| {
            let value = at.parse::<usize>().ok().and_then(|at| wanted.get(at)).cloned();
            Action::Filter(Filter { value, ..filter.clone() })
        })
    };
    let label = words::read::by_value().into();
    Some(html! {
        <div class="filter-value">{ select(Select { label, bare: true, value: &value, choices, onchange }) }</div>
    })
}
