//! A button for a row of the table of commands.

use crate::app::{Action, Command};
use crate::ui::kit::{Button, Icon};
use crate::ui::{Dispatch, act};

/// Runs a command; its name, its tooltip and its keys come from the table. Another title is what it would do now,
/// without the keys.
pub(crate) fn command_button(command: Command, icon: Icon, dispatch: &Dispatch) -> Button {
    let info = command.info();
    let button = Button::new(info.name(), act(dispatch, Action::Run(command))).icon(icon).title(info.name());
    match info.chords().first() {
        Some(chord) => button.keys(chord.to_string(), chord.aria()),
        None => button,
    }
}
