//! Projects of this browser.

use super::use_close;
use crate::app::{Action, Command};
use crate::model::ProjectId;
use crate::storage::Info;
use crate::ui::frame::command_button;
use crate::ui::kit::{ButtonKind, ButtonProps, Dialog, Field, Icon, button};
use crate::ui::{Dispatch, words};
use yew::prelude::*;

/// Props of [`ProjectsDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct ProjectsDialogProps {
    pub dispatch: Dispatch,
    pub projects: Vec<Info>,
    /// The open one: id and name.
    pub open: Option<(ProjectId, AttrValue)>,
}

/// Opens, begins and renames projects.
#[component]
pub(crate) fn ProjectsDialog(props: &ProjectsDialogProps) -> Html {
    let onclose = use_close(&props.dispatch);
    let new = use_state(String::new);
    let on_new = {
        let new = new.setter();
        use_callback((), move |value, ()| new.set(value))
    };
    let begin = {
        let (dispatch, new) = (props.dispatch.clone(), new.clone());
        Callback::from(move |()| {
            if !new.trim().is_empty() {
                dispatch.emit(Action::NewProject(new.trim().to_owned()));
            }
        })
    };
    let rename =
        use_callback((props.dispatch.clone(), props.open.clone()), |name: String, (dispatch, open)| {
            let name = name.trim();
            if !name.is_empty() && open.as_ref().is_some_and(|(_, before)| &**before != name) {
                dispatch.emit(Action::RenameProject(name.to_owned()));
            }
        });
    let onkeydown = {
        let begin = begin.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                begin.emit(());
            }
        }
    };
    let row = |info: &Info| {
        let here = props.open.as_ref().is_some_and(|(id, _)| id == &info.id);
        let open = {
            let (dispatch, id) = (props.dispatch.clone(), info.id.clone());
            Callback::from(move |()| dispatch.emit(Action::OpenProject(id.clone())))
        };
        html! {
            <li class="project-row" key={info.id.as_str()} aria-current={here.then_some("true")}>
                <div class="project-facts">
                    <span class="project-name" dir="auto">{ &info.name }</span>
                    <span class="hint">
                        { words::count(info.documents as usize, "article", "articles") }{ " · " }
                        { words::count(info.annotations as usize, "annotation", "annotations") }{ " · " }
                        { words::time(info.modified) }
                    </span>
                </div>
                if here {
                    <span class="badge">{ "open" }</span>
                } else {
                    { button(ButtonProps {
                        text: "Open".into(), title: Some(format!("Open {}", info.name).into()), onclick: open,
                        ..ButtonProps::default()
                    }) }
                }
            </li>
        }
    };
    html! {
        <Dialog title="Projects" guard={!new.is_empty()} {onclose}>
            { for props.open.iter().map(|(_, name)| html! {
                <Field label="Name of this project" value={name.clone()} onchange={rename.clone()} />
            }) }
            <h3>{ "In this browser" }</h3>
            <ul class="project-list" role="list">{ for props.projects.iter().map(row) }</ul>
            <h3>{ "Another one" }</h3>
            <div class="inline-form" {onkeydown}>
                <Field label="Name of the new project" bare={true} placeholder="Name" value={(*new).clone()} oninput={on_new} />
                { button(ButtonProps {
                    text: "New project".into(), icon: Some(Icon::Add), disabled: new.trim().is_empty(),
                    onclick: begin, ..ButtonProps::default()
                }) }
            </div>
            { command_button(Command::OpenProject, Icon::Folder, &props.dispatch, ButtonProps {
                text: "Open a project file".into(), kind: ButtonKind::Quiet,
                title: Some("Opens a file that Postil saved, as a project of its own".into()),
                ..ButtonProps::default()
            }) }
        </Dialog>
    }
}
