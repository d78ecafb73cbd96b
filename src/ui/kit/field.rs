//! Fields of one line and of several.

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
}

/// A field of one line. What stands in it is kept here, so that nothing from outside disturbs typing.
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
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                text.set(input.value());
                oninput.emit(input.value());
            }
        }
    };
    let onchange = {
        let (text, onchange, clears) = (text.clone(), props.onchange.clone(), props.clears);
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                onchange.emit(input.value());
                if clears {
                    text.set(String::new());
                }
            }
        }
    };
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

/// Props of [`Area`].
#[derive(Properties, PartialEq)]
pub(crate) struct AreaProps {
    /// Its name.
    pub label: AttrValue,
    /// What it holds, from outside.
    pub value: AttrValue,
    /// At every key.
    #[prop_or_default]
    pub oninput: Callback<String>,
    /// When the focus leaves, if it changed; and on Ctrl+Enter.
    #[prop_or_default]
    pub onchange: Callback<String>,
    #[prop_or(3)]
    pub rows: u32,
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A field of several lines, likewise.
#[component]
pub(crate) fn Area(props: &AreaProps) -> Html {
    let text = use_state(|| props.value.to_string());
    {
        let text = text.clone();
        use_effect_with(props.value.clone(), move |value| text.set(value.to_string()));
    }
    let oninput = {
        let (text, oninput) = (text.clone(), props.oninput.clone());
        move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                text.set(area.value());
                oninput.emit(area.value());
            }
        }
    };
    let onchange = {
        let onchange = props.onchange.clone();
        move |event: Event| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                onchange.emit(area.value());
            }
        }
    };
    let onkeydown = {
        let onchange = props.onchange.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter"
                && (event.ctrl_key() || event.meta_key())
                && let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>()
            {
                onchange.emit(area.value());
            }
        }
    };
    html! {
        <label class="field">
            <span class="field-label">{ &props.label }</span>
            <textarea
                class="input"
                id={props.id.clone()}
                aria-label={props.label.clone()}
                rows={props.rows.to_string()}
                value={(*text).clone()}
                placeholder={props.placeholder.clone()}
                dir="auto"
                {oninput}
                {onchange}
                {onkeydown}
            />
        </label>
    }
}
