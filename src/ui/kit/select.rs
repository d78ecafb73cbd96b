//! A choice of one.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One of the things that may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// What is handed over.
    pub value: AttrValue,
    /// What is shown.
    pub text: AttrValue,
}

impl Choice {
    /// Shown as `text`, handed over as `value`.
    pub(crate) fn new(value: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

/// Props of [`Select`].
#[derive(Properties, PartialEq)]
pub(crate) struct SelectProps {
    /// Its name.
    pub label: AttrValue,
    /// The value that is chosen.
    pub value: AttrValue,
    pub choices: Vec<Choice>,
    pub onchange: Callback<String>,
    /// Keeps the name for screen readers only.
    #[prop_or_default]
    pub bare: bool,
}

/// A combobox of the system. The element keeps what was chosen on its own, so the value is set after each render.
#[component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.value.clone(), props.choices.clone()), move |(value, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        });
    }
    let onchange = {
        let onchange = props.onchange.clone();
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                onchange.emit(select.value());
            }
        }
    };
    html! {
        <label class="field">
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            <select class="input" ref={node} aria-label={props.label.clone()} {onchange}>
                { for props.choices.iter().map(|choice| html! {
                    <option key={choice.value.to_string()} value={choice.value.clone()} selected={choice.value == props.value}>
                        { &choice.text }
                    </option>
                }) }
            </select>
        </label>
    }
}
