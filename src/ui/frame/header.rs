//! The bar at the top: which project, undo and redo, whether all is saved, export, keys, who.

use super::command_button;
use crate::app::{Action, Command, Dialog, HELP_BUTTON, Saved};
use crate::ui::kit::{Button, Icon, class};
use crate::ui::{Dispatch, act};
use crate::words::frame as words;
use std::cell::Cell;
use web_sys::Element;
use yew::prelude::*;

/// What the [`header`] says.
pub(crate) struct HeaderProps<'a> {
    pub dispatch: &'a Dispatch,
    /// Name of the open project; none while one loads.
    pub project: Option<AttrValue>,
    /// What says whether all is saved.
    pub status: Html,
    /// Why not, if it is not.
    pub unsaved: Option<AttrValue>,
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

/// Says whether all is saved. Its words are set there and then, not when the page is made again: nothing may stand as
/// saved that is not, for no frame.
pub(crate) struct Status {
    element: Element,
    shown: Cell<&'static str>,
}

impl Status {
    /// Saying nothing yet.
    pub(crate) fn new() -> Self {
        let element = gloo_utils::document().create_element("span");
        let element = element.expect("an element of a known name can be made");
        element.set_class_name("saved-text");
        // It cannot fail: the name and the value are plain.
        let _ = element.set_attribute("role", "status");
        let status = Self { element, shown: Cell::new("") };
        status.show(&Saved::Saved);
        status
    }

    /// What the page shows.
    pub(crate) fn html(&self) -> Html {
        Html::VRef(self.element.clone().into())
    }

    /// Says another thing.
    pub(crate) fn show(&self, saved: &Saved) {
        let (state, text) = match saved {
            Saved::Saved => ("saved", words::saved()),
            Saved::Saving => ("saving", words::saving()),
            Saved::NotSaved(_) => ("not", words::not_saved()),
        };
        if self.shown.replace(text) != text {
            let _ = self.element.set_attribute("data-state", state);
            self.element.set_text_content(Some(text));
        }
    }
}

/// The bar at the top.
pub(crate) fn header(props: &HeaderProps) -> Html {
    let dispatch = props.dispatch;
    let open = |dialog: Dialog| act(dispatch, Action::Open(dialog));
    let what = |verb: fn(&str) -> String, nothing: &'static str, act: &Option<AttrValue>| -> AttrValue {
        act.as_ref().map_or(AttrValue::Static(nothing), |act| verb(act).into())
    };
    let rescue = act(dispatch, Action::Rescue);
    let reason = &props.unsaved;
    html! {
        <>
            if !props.erased {
                { Button::new(props.project.clone().unwrap_or_else(|| words::opening().into()), open(Dialog::Projects(String::new())))
                    .class("project-button").quiet().icon(Icon::Folder).title(words::projects()).html() }
            }
            <div class={class("saved", &[(reason.is_some(), "saved-not")])} title={reason.clone()}>
                { props.status.clone() }
                { for reason.as_ref().map(|why| html! {
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
