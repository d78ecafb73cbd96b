//! Projects of this browser.

use super::{Warning, close, typed};
use crate::app::{Action, Command, Dialog, State};
use crate::storage::Info;
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Field, Icon, Modal, on_enter};
use crate::ui::{Dispatch, act, facts};
use crate::words::{self, dialogs as names};
use yew::prelude::*;

/// Opens, begins, renames, duplicates and deletes projects. `new` is the name of a new one as far as it is typed.
pub(crate) fn projects_dialog(dispatch: &Dispatch, warning: Warning, state: &State, new: &str) -> Html {
    let open = state.session.as_ref().map(|session| &session.project);
    let begin = {
        let (dispatch, new) = (dispatch.clone(), new.trim().to_owned());
        Callback::from(move |()| {
            if !new.is_empty() {
                dispatch.emit(Action::NewProject(new.clone()));
            }
        })
    };
    let records = act(dispatch, Action::SaveRecords);
    let rename = |before: &str| {
        let (dispatch, before) = (dispatch.clone(), before.to_owned());
        Callback::from(move |name: String| {
            let name = name.trim();
            if !name.is_empty() && before != name {
                dispatch.emit(Action::RenameProject(name.to_owned()));
            }
        })
    };
    let row = |info: &Info| {
        let here = open.is_some_and(|open| open.id == info.id);
        let open = act(dispatch, Action::OpenProject(info.id.clone()));
        html! {
            <li class="project-row" key={info.id.as_str()} aria-current={here.then_some("true")}>
                <div class="project-facts">
                    <span class="project-name" dir="auto">{ &info.name }</span>
                    <span class="hint">
                        { words::articles(info.documents as usize) }{ " · " }
                        { words::annotations(info.annotations as usize) }{ " · " }
                        { facts::time(info.modified) }
                    </span>
                </div>
                if here {
                    <span class="badge">{ names::is_open() }</span>
                } else {
                    { Button::new(names::open(), open).title(names::open_named(&info.name)).html() }
                }
            </li>
        }
    };
    let modal = Modal {
        key: "projects",
        title: names::projects(),
        warning,
        guard: !new.is_empty(),
        onclose: close(dispatch),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            { for open.map(|open| {
                Field::new(names::project_name(), open.name.clone()).onchange(rename(&open.name)).html()
            }) }
            if open.is_some() && state.broken.is_none() {
                <div class="tools">
                    { Button::new(names::duplicate(), act(dispatch, Action::DuplicateProject))
                        .title(names::duplicate_hint()).html() }
                    { Button::new(names::delete_more(), act(dispatch, Action::Open(Dialog::DeleteProject)))
                        .danger().title(names::delete_hint()).html() }
                </div>
            }
            <h3>{ names::in_this_browser() }</h3>
            <ul class="project-list" role="list">{ for state.listed().iter().map(row) }</ul>
            <p class="hint keeping">
                { state.keeping.words() }
                { for state.keeping.used.map(|used| names::take_room(&words::bytes(used))) }
            </p>
            if state.keeping.damaged > 0 {
                <p class="hint">
                    { names::kept_beside(&words::records(state.keeping.damaged)) }
                </p>
                { Button::new(words::frame::save_damaged(), records).quiet().html() }
            }
            <h3>{ names::another() }</h3>
            <div class="inline-form" onkeydown={on_enter(begin.clone())}>
                { Field::new(names::new_name(), new.to_owned())
                    .bare().placeholder(names::name()).oninput(typed(dispatch, Dialog::Projects)).html() }
                { Button::new(names::new_project(), begin).icon(Icon::Add).disabled(new.trim().is_empty()).html() }
            </div>
            { command_button(Command::OpenProject, Icon::Folder, dispatch)
                .text(names::open_file()).quiet()
                .title(names::open_file_hint()).html() }
        </>
    })
}
