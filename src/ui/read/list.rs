//! List *Annotations*: the article's annotations, windowed.

use crate::app::{Action, Command, ListWindow, Row};
use crate::model::Status;
use crate::ui::kit::{Icon, Made, chip, class, icon};
use crate::ui::{Dispatch, act, focus};
use crate::words::read as words;
use crate::words::suggestions;
use yew::prelude::*;

/// The list; with `several`, every click takes one more. Its keys are the shell's, by `data-zone`.
pub(crate) fn annotation_list(
    dispatch: &Dispatch,
    list: &ListWindow,
    several: bool,
    made: Made,
    onscroll: &Callback<Event>,
) -> Html {
    let row = |row: &Row| annotation(dispatch, row, several, list.total);
    let nothing = match (list.total, list.all) {
        (0, 0) => words::nothing_marked(),
        (0, _) => words::nothing_passes(),
        _ => "",
    };
    html! {
        <div class="list">
            <ul class="annotation-list rows" role="list" id={focus::LIST} aria-label={words::annotations()} tabindex="0" data-zone="list" ref={made.scroller} ~style={made.room} {onscroll}>
                { for list.rows.iter().map(row) }
            </ul>
            <p class="list-empty hint" hidden={nothing.is_empty()}>{ nothing }</p>
        </div>
    }
}

/// What is to be said of how it stands; nothing of what somebody stands for.
fn standing(status: Status) -> Option<(Icon, &'static str)> {
    match status {
        Status::Suggested => Some((Icon::Suggestions, suggestions::suggested())),
        Status::Rejected => Some((Icon::Close, suggestions::refused())),
        Status::Open | Status::Accepted => None,
    }
}

/// One annotation: label and quote.
fn annotation(dispatch: &Dispatch, row: &Row, several: bool, total: usize) -> Html {
    let onclick = {
        let (dispatch, id) = (dispatch.clone(), row.id.clone());
        move |event: MouseEvent| {
            dispatch.emit(Action::SelectAnnotation {
                id: id.clone(),
                add: several || event.ctrl_key() || event.meta_key(),
                range: event.shift_key(),
            })
        }
    };
    let ondblclick = act(dispatch, Action::Run(Command::OpenAnnotation));
    // A click with Shift selects rows, not their text.
    let onmousedown = |event: MouseEvent| {
        if event.shift_key() {
            event.prevent_default();
        }
    };
    html! {
        <li
            key={row.id.as_str()}
            class={class("annotation-row", &[
                (row.selected, "row-selected"),
                (row.status == Status::Suggested, "row-suggested"),
                (row.status == Status::Rejected, "row-refused"),
            ])}
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
                { for standing(row.status).map(|(sign, name)| html! {
                    <span class="row-mark" title={name} role="img" aria-label={name}>{ icon(sign) }</span>
                }) }
                if row.unsure {
                    <span class="row-mark" title={words::unsure()} role="img" aria-label={words::unsure()}>{ icon(Icon::Unsure) }</span>
                }
                if row.incomplete {
                    <span class="row-mark" title={words::incomplete()} role="img" aria-label={words::incomplete()}>{ icon(Icon::Warning) }</span>
                }
                if row.noted {
                    <span class="row-mark" title={words::has_note()} role="img" aria-label={words::has_note()}>{ icon(Icon::Note) }</span>
                }
            </span>
        </li>
    }
}
