//! The bar at the top: which project, undo and redo, whether all is saved, export, keys, who.

use super::command_button;
use crate::app::{Action, Command, Dialog, Saved};
use crate::ui::Dispatch;
use crate::ui::kit::{ButtonKind, ButtonProps, Icon, button};
use yew::prelude::*;

/// What the [`header`] says.
pub(crate) struct HeaderProps<'a> {
    pub dispatch: &'a Dispatch,
    /// Name of the open project; none while one loads.
    pub project: Option<AttrValue>,
    pub saved: Saved,
    /// What undo would take back.
    pub undo: Option<AttrValue>,
    /// What redo would do again.
    pub redo: Option<AttrValue>,
    /// The person's name, or nothing.
    pub person: AttrValue,
}

/// The bar at the top.
pub(crate) fn header(props: &HeaderProps) -> Html {
    let dispatch = props.dispatch;
    let open = |dialog: Dialog| {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.emit(Action::Open(dialog.clone())))
    };
    let what = |verb: &str, nothing: &'static str, act: &Option<AttrValue>| -> AttrValue {
        act.as_ref().map_or(AttrValue::Static(nothing), |act| format!("{verb}: {act}").into())
    };
    let person: AttrValue = if props.person.is_empty() { "Your name".into() } else { props.person.clone() };
    let rescue = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.emit(Action::Rescue))
    };
    let (state, text, reason) = match &props.saved {
        Saved::Saved => ("saved", "Saved", None),
        Saved::Saving => ("saving", "Saving", None),
        Saved::NotSaved(why) => ("not", "Not saved", Some(why.clone())),
    };
    html! {
        <>
            { button(ButtonProps {
                class: "project-button", kind: ButtonKind::Quiet, icon: Some(Icon::Folder),
                title: Some("Projects".into()),
                text: props.project.clone().unwrap_or_else(|| "Opening …".into()),
                onclick: open(Dialog::Projects(String::new())), ..ButtonProps::default()
            }) }
            <div class="saved" data-state={state} title={reason.clone()}>
                <span class="saved-text" role="status">{ text }</span>
                { for reason.map(|why| html! {
                    <>
                        <span class="saved-reason">{ why }</span>
                        { button(ButtonProps {
                            text: "Save as a file".into(), onclick: rescue, disabled: props.project.is_none(),
                            title: Some("Saves the whole project as a file, with what is not saved here".into()),
                            ..ButtonProps::default()
                        }) }
                    </>
                }) }
            </div>
            <div class="header-tools">
                { command_button(Command::Undo, Icon::Undo, dispatch, ButtonProps {
                    icon_only: true, kind: ButtonKind::Quiet, disabled: props.undo.is_none(),
                    title: Some(what("Undo", "Nothing to undo", &props.undo)), ..ButtonProps::default()
                }) }
                { command_button(Command::Redo, Icon::Redo, dispatch, ButtonProps {
                    icon_only: true, kind: ButtonKind::Quiet, disabled: props.redo.is_none(),
                    title: Some(what("Redo", "Nothing to redo", &props.redo)), ..ButtonProps::default()
                }) }
                <span class="divider"></span>
                { command_button(Command::Export, Icon::Export, dispatch, ButtonProps {
                    class: "shrinks", disabled: props.project.is_none(),
                    title: Some("Save the annotations as a file".into()), ..ButtonProps::default()
                }) }
                { command_button(Command::Keyboard, Icon::Help, dispatch, ButtonProps {
                    icon_only: true, kind: ButtonKind::Quiet, text: "Keyboard".into(), ..ButtonProps::default()
                }) }
                { button(ButtonProps {
                    class: "person-button shrinks", kind: ButtonKind::Quiet, icon: Some(Icon::Person),
                    text: person, title: Some("Who is annotating".into()),
                    onclick: open(Dialog::Name(props.person.to_string())),
                    ..ButtonProps::default()
                }) }
            </div>
        </>
    }
}
