//! The bar at the top: which project, undo and redo, whether all is saved, export, keys, who.

use super::CommandButton;
use crate::app::{Action, Command, Dialog, Saved};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, ButtonKind, Icon};
use yew::prelude::*;

/// Props of [`Header`].
#[derive(Properties, PartialEq)]
pub(crate) struct HeaderProps {
    pub dispatch: Dispatch,
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
#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let dispatch = &props.dispatch;
    let open = |dialog: fn() -> Dialog| {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.emit(Action::Open(dialog())))
    };
    let what = |verb: &str, act: &Option<AttrValue>| -> AttrValue {
        act.as_ref()
            .map_or_else(|| format!("Nothing to {}", verb.to_lowercase()), |act| format!("{verb}: {act}"))
            .into()
    };
    let person: AttrValue = if props.person.is_empty() { "Your name".into() } else { props.person.clone() };
    let (state, text, reason) = match &props.saved {
        Saved::Saved => ("saved", "Saved", None),
        Saved::Saving => ("saving", "Saving", None),
        Saved::NotSaved(why) => ("not", "Not saved", Some(why.clone())),
    };
    html! {
        <>
            <Button class="project-button" kind={ButtonKind::Quiet} icon={Icon::Folder} title="Projects"
                text={props.project.clone().unwrap_or_else(|| "Opening …".into())} onclick={open(|| Dialog::Projects)} />
            <div class="saved" data-state={state} title={reason.clone()}>
                <span class="saved-text" role="status">{ text }</span>
                { for reason.map(|why| html! { <span class="saved-reason">{ why }</span> }) }
            </div>
            <div class="header-tools">
                <CommandButton command={Command::Undo} icon={Icon::Undo} icon_only={true} kind={ButtonKind::Quiet}
                    {dispatch} disabled={props.undo.is_none()} what={what("Undo", &props.undo)} />
                <CommandButton command={Command::Redo} icon={Icon::Redo} icon_only={true} kind={ButtonKind::Quiet}
                    {dispatch} disabled={props.redo.is_none()} what={what("Redo", &props.redo)} />
                <span class="divider"></span>
                <CommandButton command={Command::Export} icon={Icon::Export} {dispatch} class="shrinks"
                    disabled={props.project.is_none()} what="Save the annotations as a file" />
                <CommandButton command={Command::Keyboard} icon={Icon::Help} icon_only={true} kind={ButtonKind::Quiet}
                    {dispatch} text="Keyboard" />
                <Button class="person-button shrinks" kind={ButtonKind::Quiet} icon={Icon::Person} text={person}
                    title="Who is annotating" onclick={open(|| Dialog::Name)} />
            </div>
        </>
    }
}
