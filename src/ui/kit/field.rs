//! Fields of one line and of several.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Props of [`Field`].
#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    /// Its name.
    pub label: AttrValue,
    /// What it holds, from outside; typing changes it here until it is committed.
    pub value: AttrValue,
    /// At every key.
    #[prop_or_default]
    pub oninput: Callback<String>,
    /// On Enter and when the focus leaves, if it changed.
    #[prop_or_default]
    pub onchange: Callback<String>,
    /// Input type.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// A sentence below it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Keeps the name for screen readers only.
    #[prop_or_default]
    pub bare: bool,
    /// Is empty again after each commit, and keeps the focus.
    #[prop_or_default]
    pub clears: bool,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Of a field of several lines: how many it shows. Ctrl+Enter commits there.
    #[prop_or_default]
    pub rows: Option<u32>,
}

/// What stands in the field that an event comes from.
fn text_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => Some(input.value()),
        None => target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value),
    }
}

/// A field. What stands in it is kept here, so that nothing from outside disturbs typing.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let text = use_state(|| props.value.to_string());
    {
        let text = text.clone();
        use_effect_with(props.value.clone(), move |value| text.set(value.to_string()));
    }
    let oninput = {
        let (text, oninput) = (text.clone(), props.oninput.clone());
        move |event: InputEvent| {
            if let Some(value) = text_of(&event) {
                text.set(value.clone());
                oninput.emit(value);
            }
        }
    };
    let onchange = {
        let (text, onchange, clears) = (text.clone(), props.onchange.clone(), props.clears);
        Callback::from(move |event: Event| {
            if let Some(value) = text_of(&event) {
                onchange.emit(value);
                if clears {
                    text.set(String::new());
                }
            }
        })
    };
    if let Some(rows) = props.rows {
        let onkeydown = {
            let onchange = onchange.clone();
            move |event: KeyboardEvent| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    onchange.emit(event.into());
                }
            }
        };
        return html! {
            <label class="field">
                <span class="field-label">{ &props.label }</span>
                <textarea
                    class="input"
                    id={props.id.clone()}
                    aria-label={props.label.clone()}
                    rows={rows.to_string()}
                    value={(*text).clone()}
                    placeholder={props.placeholder.clone()}
                    dir="auto"
                    {oninput}
                    {onchange}
                    {onkeydown}
                />
            </label>
        };
    }
    html! {
        <label class="field">
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            <input
                class="input"
                type={props.kind.clone()}
                id={props.id.clone()}
                aria-label={props.label.clone()}
                value={(*text).clone()}
                placeholder={props.placeholder.clone()}
                autocomplete="off"
                dir="auto"
                {oninput}
                {onchange}
            />
            { for props.hint.iter().map(|hint| html! { <span class="hint">{ hint }</span> }) }
        </label>
    }
}

/// On the element around a field: Enter does what its button does.
pub(crate) fn on_enter(act: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            act.emit(());
        }
    })
}
