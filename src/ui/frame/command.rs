//! A button for a row of the table of commands.

use crate::app::{Action, Chord, Command};
use crate::ui::Dispatch;
use crate::ui::kit::{ButtonProps, Icon, button};
use yew::prelude::*;

/// Runs a command; its tooltip and its keys come from the table. Text and title stand in `props` where they are not
/// the command's name: the title is what it would do now, without the keys.
pub(crate) fn command_button(
    command: Command,
    icon: Icon,
    dispatch: &Dispatch,
    mut props: ButtonProps,
) -> Html {
    let info = command.info();
    let chord = info.keys.split_whitespace().next().map(Chord::parse);
    let what = props.title.as_deref().unwrap_or(info.name);
    let title = match &chord {
        Some(chord) => format!("{what} ({chord})"),
        None => what.to_owned(),
    };
    if props.text.is_empty() {
        props.text = AttrValue::Static(info.name);
    }
    let dispatch = dispatch.clone();
    button(ButtonProps {
        title: Some(title.into()),
        keys: chord.map(|chord| chord.aria().into()),
        icon: Some(icon),
        onclick: Callback::from(move |()| dispatch.emit(Action::Run(command))),
        ..props
    })
}
