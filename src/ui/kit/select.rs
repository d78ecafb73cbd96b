//! A choice of one.

use web_sys::HtmlSelectElement;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VNode, VTag, VText};

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

/// A combobox of the system.
pub(crate) struct Select<'a> {
    /// Its name.
    pub label: AttrValue,
    /// Keeps the name for screen readers only.
    pub bare: bool,
    /// The value that is chosen.
    pub value: &'a str,
    pub choices: Vec<Choice>,
    pub onchange: Callback<String>,
}

/// The element keeps what was chosen on its own: an option is chosen by its property, since the attribute says only
/// what was chosen at first. And what a person chooses is taken back before it is handed over: the page shows it when it
/// is so, and an element that is used for something else meanwhile shows that.
pub(crate) fn select(props: Select<'_>) -> Html {
    let Select { label, bare, value, choices, onchange } = props;
    let before = value.to_owned();
    let onchange = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            let chosen = select.value();
            select.set_value(&before);
            onchange.emit(chosen);
        }
    };
    let option = |choice: Choice| {
        let mut option = VTag::new("option");
        option.key = Some(Key::from(&*choice.value));
        // As `html!` makes them, whose `selected` is the attribute: there are many options, and names that are known
        // when this is compiled are compared by their places.
        let chosen = AttributeOrProperty::Property((choice.value == value).into());
        let values = [AttributeOrProperty::Attribute(choice.value), chosen].map(Some);
        option.set_attributes(Attributes::Dynamic { keys: &["value", "selected"], values: Box::new(values) });
        option.add_child(VText::new(choice.text).into());
        VNode::from(option)
    };
    html! {
        <label class="field">
            if !bare {
                <span class="field-label">{ &label }</span>
            }
            <select class="input" aria-label={label} {onchange}>{ for choices.into_iter().map(option) }</select>
        </label>
    }
}
