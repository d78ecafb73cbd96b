//! The settings as a file, to be taken to another browser.

use crate::app::{Action, Transfer};
use crate::browser::files::bytes;
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Icon};
use crate::words::settings as words;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Save and load.
pub(super) fn section(dispatch: &Dispatch) -> Html {
    let save = dispatch.reform(|()| Action::step(Transfer::Save));
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let file = input.files().and_then(|files| files.get(0));
            // The same file may be chosen again.
            let dispatch = dispatch.clone();
            spawn_local(async move {
                if let Some(file) = file {
                    let read = bytes(&file).await.map(|bytes| bytes.to_vec()).unwrap_or_default();
                    dispatch.emit(Action::step(Transfer::Load(String::from_utf8_lossy(&read).into_owned())));
                }
                input.set_value("");
            });
        }
    };
    html! {
        <section class="settings-part" aria-labelledby="settings-transfer">
            <h2 id="settings-transfer">{ words::take_along() }</h2>
            <p class="hint">{ words::take_along_hint() }</p>
            <div class="settings-row">
                { Button::new(words::save_settings(), save).icon(Icon::Export).html() }
                <label class="field">
                    <span class="field-label">{ words::load_settings() }</span>
                    <input class="input" type="file" accept=".json,application/json" {onchange} />
                </label>
            </div>
        </section>
    }
}
