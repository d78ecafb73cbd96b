//! A button for a row of the table of commands.

use crate::app::{Action, Chord, Command};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, ButtonKind, Icon};
use yew::prelude::*;

/// Props of [`CommandButton`].
#[derive(Properties, PartialEq)]
pub(crate) struct CommandButtonProps {
    pub command: Command,
    pub dispatch: Dispatch,
    pub icon: Icon,
    #[prop_or_default]
    pub icon_only: bool,
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Its name, where it is not the command's.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// What it would do now, for the tooltip; the command's name where not given.
    #[prop_or_default]
    pub what: Option<AttrValue>,
    #[prop_or_default]
    pub disabled: bool,
    #[prop_or_default]
    pub pressed: Option<bool>,
    #[prop_or_default]
    pub class: Classes,
}

/// Runs a command; its tooltip and its keys come from the table.
#[component]
pub(crate) fn CommandButton(props: &CommandButtonProps) -> Html {
    let info = props.command.info();
    let chord = info.keys.split_whitespace().next().map(Chord::parse);
    let what = props.what.as_deref().unwrap_or(info.name);
    let title = match &chord {
        Some(chord) => format!("{what} ({chord})"),
        None => what.to_owned(),
    };
    let onclick = {
        let (dispatch, command) = (props.dispatch.clone(), props.command);
        Callback::from(move |()| dispatch.emit(Action::Run(command)))
    };
    html! {
        <Button
            text={props.text.clone().unwrap_or(AttrValue::Static(info.name))}
            {title}
            keys={chord.map(|chord| AttrValue::from(chord.aria()))}
            icon={props.icon}
            icon_only={props.icon_only}
            kind={props.kind}
            disabled={props.disabled}
            pressed={props.pressed}
            class={props.class.clone()}
            {onclick}
        />
    }
}
