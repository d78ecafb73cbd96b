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

/// What a [`button`] is. A plain function: it keeps nothing, and a component would cost more than it draws.
#[derive(Default)]
pub(crate) struct ButtonProps {
    /// Its name.
    pub text: AttrValue,
    /// What it does.
    pub onclick: Callback<()>,
    pub kind: ButtonKind,
    pub icon: Option<Icon>,
    /// Shows the sign alone; the words stay its name.
    pub icon_only: bool,
    /// Said while the pointer rests on it; the name, where only a sign is shown.
    pub title: Option<AttrValue>,
    pub disabled: bool,
    /// Of a toggle.
    pub pressed: Option<bool>,
    /// Of what opens and closes.
    pub expanded: Option<bool>,
    /// `aria-keyshortcuts`.
    pub keys: Option<AttrValue>,
    pub class: &'static str,
}

/// A button that never submits anything.
pub(crate) fn button(props: ButtonProps) -> Html {
    let onclick = props.onclick;
    let onclick = move |_: MouseEvent| onclick.emit(());
    let title = props.title.or_else(|| props.icon_only.then(|| props.text.clone()));
    html! {
        <button
            type="button"
            class={classes!(props.kind.class(), props.icon_only.then_some("button-icon"), props.class)}
            {onclick}
            disabled={props.disabled}
            aria-label={props.icon_only.then(|| props.text.clone())}
            aria-pressed={props.pressed.map(|on| if on { "true" } else { "false" })}
            aria-expanded={props.expanded.map(|on| if on { "true" } else { "false" })}
            aria-keyshortcuts={props.keys}
            {title}
        >
            { for props.icon.map(icon) }
            if !props.icon_only {
                <span>{ &props.text }</span>
            }
        </button>
    }
}
