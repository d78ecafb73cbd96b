//! A button: words, a sign, or both.

use super::{Icon, icon};
use yew::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// The one thing to do here.
    Primary,
    /// In a row of tools: no border until pointed at.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button-primary",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// Props of [`Button`].
#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    /// Its name.
    pub text: AttrValue,
    /// What it does.
    pub onclick: Callback<()>,
    #[prop_or_default]
    pub kind: ButtonKind,
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// Shows the sign alone; the words stay its name.
    #[prop_or_default]
    pub icon_only: bool,
    /// Said while the pointer rests on it; the name, where only a sign is shown.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    #[prop_or_default]
    pub disabled: bool,
    /// Of a toggle.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Of what opens and closes.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// `aria-keyshortcuts`.
    #[prop_or_default]
    pub keys: Option<AttrValue>,
    #[prop_or_default]
    pub class: Classes,
}

/// A button that never submits anything.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let onclick = {
        let onclick = props.onclick.clone();
        move |_: MouseEvent| onclick.emit(())
    };
    let title = props.title.clone().or_else(|| props.icon_only.then(|| props.text.clone()));
    html! {
        <button
            type="button"
            class={classes!(props.kind.class(), props.icon_only.then_some("button-icon"), props.class.clone())}
            {onclick}
            disabled={props.disabled}
            aria-label={props.icon_only.then(|| props.text.clone())}
            aria-pressed={props.pressed.map(|on| on.to_string())}
            aria-expanded={props.expanded.map(|on| on.to_string())}
            aria-keyshortcuts={props.keys.clone()}
            {title}
        >
            { for props.icon.map(icon) }
            if !props.icon_only {
                <span>{ &props.text }</span>
            }
        </button>
    }
}
