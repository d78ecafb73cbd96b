//! List *Annotations*: the article's annotations, windowed.

use crate::app::{Action, Command, ListWindow, Row};
use crate::ui::kit::window::{Range, make_room_inside, range_of};
use crate::ui::kit::{Icon, chip, class, icon};
use crate::ui::{Dispatch, focus};
use web_sys::Element;
use yew::prelude::*;

/// Props of [`AnnotationList`].
#[derive(Properties, PartialEq)]
pub(crate) struct AnnotationListProps {
    pub dispatch: Dispatch,
    /// The rows in view, as asked for by `on_range`.
    pub window: ListWindow,
    /// Asks for other rows.
    pub on_range: Callback<Range>,
}

/// The list. Its keys are the shell's, by `data-zone`.
#[component]
pub(crate) fn AnnotationList(props: &AnnotationListProps) -> Html {
    let node = use_node_ref();
    let first = props.window.rows.first().map_or(0, |row| row.index);
    let made = first..first + props.window.rows.len();
    {
        let node = node.clone();
        use_effect_with((made, props.window.total), move |(made, total)| {
            if let Some(list) = node.cast::<Element>() {
                make_room_inside(&list, made, *total);
            }
        });
    }
    {
        // How high it is says how many rows it needs. From then on it asks when it is scrolled, also by the browser
        // because there are fewer rows.
        let (node, on_range) = (node.clone(), props.on_range.clone());
        use_effect_with((), move |()| {
            if let Some(list) = node.cast::<Element>() {
                on_range.emit(range_of(&list));
            }
        });
    }
    let onscroll = {
        let (node, on_range) = (node.clone(), props.on_range.clone());
        move |_: Event| {
            if let Some(list) = node.cast::<Element>() {
                on_range.emit(range_of(&list));
            }
        }
    };
    let row = |row: &Row| annotation(&props.dispatch, row, props.window.total);
    let nothing = match (props.window.total, props.window.all) {
        (0, 0) => "Nothing is marked yet.",
        (0, _) => "The filter lets nothing through.",
        _ => "",
    };
    html! {
        <div class="list">
            <ul class="annotation-list" role="list" id={focus::LIST} aria-label="Annotations" tabindex="0" data-zone="list" ref={node} {onscroll}>
                { for props.window.rows.iter().map(row) }
            </ul>
            <p class="list-empty hint" hidden={nothing.is_empty()}>{ nothing }</p>
        </div>
    }
}

/// One annotation: label and quote.
fn annotation(dispatch: &Dispatch, row: &Row, total: usize) -> Html {
    let onclick = {
        let (dispatch, id) = (dispatch.clone(), row.id.clone());
        move |event: MouseEvent| {
            dispatch.emit(Action::SelectAnnotation {
                id: id.clone(),
                add: event.ctrl_key() || event.meta_key(),
                range: event.shift_key(),
            })
        }
    };
    let ondblclick = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::Run(Command::OpenAnnotation))
    };
    // A click with Shift selects rows, not their text.
    let onmousedown = |event: MouseEvent| {
        if event.shift_key() {
            event.prevent_default();
        }
    };
    html! {
        <li
            key={row.id.as_str()}
            class={class("annotation-row", &[(row.selected, "row-selected")])}
            aria-setsize={total.to_string()}
            aria-posinset={(row.index + 1).to_string()}
            aria-current={row.selected.then_some("true")}
            data-annotation={row.id.to_string()}
            {onclick}
            {ondblclick}
            {onmousedown}
        >
            { chip(row.colour, &row.label_name) }
            <span class="row-quote" dir="auto">{ &row.quote }</span>
            <span class="row-marks">
                if row.unsure {
                    <span class="row-mark" title="Unsure" role="img" aria-label="unsure">{ icon(Icon::Unsure) }</span>
                }
                if row.noted {
                    <span class="row-mark" title="Has a note" role="img" aria-label="has a note">{ icon(Icon::Note) }</span>
                }
            </span>
        </li>
    }
}
