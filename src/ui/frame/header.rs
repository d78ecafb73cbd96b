//! The bar at the top: which project, undo and redo, whether all is saved, export, keys, who.

use super::command_button;
use crate::app::{Action, Command, Dialog, HELP_BUTTON, Saved};
use crate::ui::kit::{Button, Icon};
use crate::ui::{Dispatch, act};
use crate::words::frame as words;
use yew::prelude::*;

/// What the [`header`] says.
pub(crate) struct HeaderProps<'a> {
    pub dispatch: &'a Dispatch,
    /// Name of the open project; none while one loads.
    pub project: Option<AttrValue>,
    pub saved: Saved,
    /// Everything was deleted from this browser.
    pub erased: bool,
    /// What undo would take back.
    pub undo: Option<AttrValue>,
    /// What redo would do again.
    pub redo: Option<AttrValue>,
    /// Whether help is open.
    pub help: bool,
    /// The person's name, or nothing.
    pub person: &'a str,
}

/// Who annotates, and the way to change it; in the menu where the page is narrow.
pub(super) fn person_button(dispatch: &Dispatch, person: &str, class: &'static str) -> Button {
    let name = if person.is_empty() { words::your_name() } else { person };
    Button::new(name.to_owned(), act(dispatch, Action::Open(Dialog::Name(person.to_owned()))))
        .class(class)
        .quiet()
        .icon(Icon::Person)
        .title(words::who())
}

/// The bar at the top.
pub(crate) fn header(props: &HeaderProps) -> Html {
    let dispatch = props.dispatch;
    let open = |dialog: Dialog| act(dispatch, Action::Open(dialog));
    let what = |verb: fn(&str) -> String, nothing: &'static str, act: &Option<AttrValue>| -> AttrValue {
        act.as_ref().map_or(AttrValue::Static(nothing), |act| verb(act).into())
    };
    let rescue = act(dispatch, Action::Rescue);
    let (state, text, reason) = match &props.saved {
        Saved::Saved => ("saved", words::saved(), None),
        Saved::Saving => ("saving", words::saving(), None),
        Saved::NotSaved(why) => ("not", words::not_saved(), Some(why.clone())),
    };
    html! {
        <>
            if !props.erased {
                { Button::new(props.project.clone().unwrap_or_else(|| words::opening().into()), open(Dialog::Projects(String::new())))
                    .class("project-button").quiet().icon(Icon::Folder).title(words::projects()).html() }
            }
            <div class="saved" data-state={state} title={reason.clone()}>
                <span class="saved-text" role="status">{ text }</span>
                { for reason.map(|why| html! {
                    <>
                        <span class="saved-reason">{ why }</span>
                        { Button::new(words::save_as_file(), rescue)
                            .icon(Icon::Export)
                            .class("shrinks")
                            .disabled(props.project.is_none())
                            .title(words::save_as_file_hint()).html() }
                    </>
                }) }
            </div>
            <div class="header-tools">
                { command_button(Command::Undo, Icon::Undo, dispatch)
                    .sign_only().quiet().disabled(props.undo.is_none())
                    .title(what(words::undo_act, words::nothing_to_undo(), &props.undo)).html() }
                { command_button(Command::Redo, Icon::Redo, dispatch)
                    .sign_only().quiet().disabled(props.redo.is_none())
                    .title(what(words::redo_act, words::nothing_to_redo(), &props.redo)).html() }
                <span class="divider"></span>
                { command_button(Command::Export, Icon::Export, dispatch)
                    .class("shrinks").disabled(props.project.is_none()).title(words::export_hint())
                    .html() }
                { command_button(Command::Keyboard, Icon::Keyboard, dispatch)
                    .text(words::keyboard()).class("only-wide").sign_only().quiet().html() }
                { command_button(Command::Help, Icon::Help, dispatch)
                    .id(HELP_BUTTON).sign_only().quiet().expanded(props.help).html() }
                { person_button(dispatch, props.person, "person-button only-wide").html() }
            </div>
        </>
    }
}
