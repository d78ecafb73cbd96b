//! Whether hints are shown.

use crate::app::{Action, Hint, HintAct, Settings};
use crate::ui::kit::{Button, with_property};
use crate::ui::{Dispatch, act};
use crate::words::hints as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The switch, and the way back to those that were put away.
pub(super) fn section(settings: &Settings, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::step(HintAct::Want(!input.checked())));
            }
        }
    };
    let none_away = !Hint::ALL.iter().any(|hint| settings.put_away.iter().any(|id| id == hint.id()));
    html! {
        <section class="settings-part" aria-labelledby="settings-hints">
            <h2 id="settings-hints">{ words::hints() }</h2>
            <p class="hint">{ words::again_hint() }</p>
            <label class="settings-tick">
                { with_property(html! { <input type="checkbox" {onchange} /> }, "checked", settings.no_hints) }
                <span>{ words::no_hints() }</span>
            </label>
            <div>
                { Button::new(words::again(), act(dispatch, Action::step(HintAct::Again)))
                    .disabled(none_away || settings.no_hints).html() }
            </div>
        </section>
    }
}
