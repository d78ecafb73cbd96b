//! Moving the ends of an annotation by a character, or with Shift by a word.

use crate::app::{Action, Chord, Command, Edge, Motion};
use crate::ui::Dispatch;
use crate::ui::kit::{Icon, icon};
use yew::prelude::*;

const ENDS: [(Edge, &str, &str, &str); 2] = [
    (Edge::Start, "Start", "Start a character left", "Start a character right"),
    (Edge::End, "End", "End a character left", "End a character right"),
];

/// Four small buttons.
pub(crate) fn ends(dispatch: &Dispatch) -> Html {
    let button = |edge: Edge, name: &'static str, by: Motion, by_word: Motion, sign: Icon| {
        let onclick = {
            let dispatch = dispatch.clone();
            move |event: MouseEvent| {
                let motion = if event.shift_key() { by_word } else { by };
                dispatch.emit(Action::Run(Command::MoveEnd(edge, motion)));
            }
        };
        let chord = Chord::parse(Command::MoveEnd(edge, by).info().keys);
        html! {
            <button type="button" class="button button-quiet button-icon" aria-label={name}
                title={format!("{name} ({chord}); with Shift a word")} {onclick}>{ icon(sign) }</button>
        }
    };
    html! {
        <div class="ends" role="group" aria-label="Ends">
            { for ENDS.map(|(edge, name, left, right)| html! {
                <span class="end" key={name}>
                    <span class="field-label">{ name }</span>
                    { button(edge, left, Motion::Left, Motion::WordLeft, Icon::Left) }
                    { button(edge, right, Motion::Right, Motion::WordRight, Icon::Right) }
                </span>
            }) }
        </div>
    }
}
