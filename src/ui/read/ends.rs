//! Moving the ends of an annotation by a character, or with Shift by a word.

use crate::app::{Action, Command, Edge, Motion};
use crate::ui::Dispatch;
use crate::ui::kit::{Icon, icon};
use crate::words::{language, read as words};
use yew::prelude::*;

const ENDS: [Edge; 2] = [Edge::Start, Edge::End];

/// Four small buttons.
pub(crate) fn ends(dispatch: &Dispatch) -> Html {
    let button = |edge: Edge, by: Motion, by_word: Motion, sign: Icon| {
        let onclick = {
            let dispatch = dispatch.clone();
            move |event: MouseEvent| {
                let motion = if event.shift_key() { by_word } else { by };
                dispatch.emit(Action::Run(Command::MoveEnd(edge, motion)));
            }
        };
        let info = Command::MoveEnd(edge, by).info();
        let keys = info.chords();
        let (name, keys) = (info.name(), keys.first().map(|chord| format!(" ({chord})")).unwrap_or_default());
        html! {
            <button type="button" class="button button-quiet button-icon" aria-label={name}
                title={words::end_keys(name, &keys)} {onclick}>{ icon(sign) }</button>
        }
    };
    html! {
        <div class="ends" role="group" aria-label={words::ends()}>
            { for ENDS.map(|edge| {
                let mut both = [
                    button(edge, Motion::Left, Motion::WordLeft, Icon::Left),
                    button(edge, Motion::Right, Motion::WordRight, Icon::Right),
                ];
                if language().is_rtl() {
                    // The one that points left stands left.
                    both.reverse();
                }
                html! {
                    <span class="end" key={if edge == Edge::Start { "start" } else { "end" }}>
                        <span class="field-label">{ if edge == Edge::Start { words::start() } else { words::end() } }</span>
                        { for both }
                    </span>
                }
            }) }
        </div>
    }
}
