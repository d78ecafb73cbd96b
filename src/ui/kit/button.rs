//! A button: words, a sign, or both.

use super::{Icon, class, icon};
use yew::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ButtonKind {
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

/// A button that never submits anything. Made step by step. The steps are calls on purpose: inlined, each button is
/// 200 bytes larger.
#[derive(Default)]
pub(crate) struct Button {
    text: AttrValue,
    onclick: Callback<()>,
    kind: ButtonKind,
    icon: Option<Icon>,
    sign_only: bool,
    title: Option<AttrValue>,
    disabled: bool,
    pressed: Option<bool>,
    expanded: Option<bool>,
    keys: Option<(String, String)>,
    class: &'static str,
    id: Option<&'static str>,
}

impl Button {
    /// With a name, and what it does.
    pub(crate) fn new(text: impl Into<AttrValue>, onclick: Callback<()>) -> Self {
        Self::of(text.into(), onclick)
    }

    #[inline(never)]
    fn of(text: AttrValue, onclick: Callback<()>) -> Self {
        Self { text, onclick, ..Self::default() }
    }

    /// Another name.
    #[inline(never)]
    pub(crate) fn text(mut self, text: &'static str) -> Self {
        self.text = text.into();
        self
    }

    #[inline(never)]
    fn kind(mut self, kind: ButtonKind) -> Self {
        self.kind = kind;
        self
    }

    /// The one thing to do here.
    pub(crate) fn primary(self) -> Self {
        self.kind(ButtonKind::Primary)
    }

    /// In a row of tools: no border until pointed at.
    pub(crate) fn quiet(self) -> Self {
        self.kind(ButtonKind::Quiet)
    }

    /// Takes something away.
    pub(crate) fn danger(self) -> Self {
        self.kind(ButtonKind::Danger)
    }

    /// With a sign.
    #[inline(never)]
    pub(crate) fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shows the sign alone; the words stay its name.
    #[inline(never)]
    pub(crate) fn sign_only(mut self) -> Self {
        self.sign_only = true;
        self
    }

    /// Said while the pointer rests on it; the name, where only a sign is shown.
    pub(crate) fn title(self, title: impl Into<AttrValue>) -> Self {
        self.titled(title.into())
    }

    #[inline(never)]
    fn titled(mut self, title: AttrValue) -> Self {
        self.title = Some(title);
        self
    }

    /// Nothing to do at the moment.
    #[inline(never)]
    pub(crate) fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// Of a toggle.
    #[inline(never)]
    pub(crate) fn pressed(mut self, pressed: bool) -> Self {
        self.pressed = Some(pressed);
        self
    }

    /// Of what opens and closes.
    #[inline(never)]
    pub(crate) fn expanded(mut self, expanded: bool) -> Self {
        self.expanded = Some(expanded);
        self
    }

    /// The keys that do the same: as people read them, and as `aria-keyshortcuts` has them.
    #[inline(never)]
    pub(crate) fn keys(mut self, shown: String, aria: String) -> Self {
        self.keys = Some((shown, aria));
        self
    }

    /// For the styles.
    #[inline(never)]
    pub(crate) fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// Its `id`.
    #[inline(never)]
    pub(crate) fn id(mut self, id: &'static str) -> Self {
        self.id = Some(id);
        self
    }

    /// The element.
    pub(crate) fn html(self) -> Html {
        let onclick = self.onclick;
        let onclick = move |_: MouseEvent| onclick.emit(());
        let title = self.title.or_else(|| self.sign_only.then(|| self.text.clone()));
        let (title, keys) = match (title, self.keys) {
            (Some(title), Some((shown, aria))) => (Some(format!("{title} ({shown})").into()), Some(aria)),
            (title, keys) => (title, keys.map(|(_, aria)| aria)),
        };
        let flag = |on: bool| if on { "true" } else { "false" };
        html! {
            <button
                type="button"
                id={self.id}
                class={class(self.kind.class(), &[(self.sign_only, "button-icon"), (true, self.class)])}
                {onclick}
                disabled={self.disabled}
                aria-label={self.sign_only.then(|| self.text.clone())}
                aria-pressed={self.pressed.map(flag)}
                aria-expanded={self.expanded.map(flag)}
                aria-keyshortcuts={keys}
                {title}
            >
                { for self.icon.map(icon) }
                if !self.sign_only {
                    <span>{ self.text }</span>
                }
            </button>
        }
    }
}
