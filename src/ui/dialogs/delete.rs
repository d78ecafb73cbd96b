//! Before a project is deleted.

use super::{Warning, close};
use crate::app::Action;
use crate::model::Project;
use crate::ui::kit::{Button, Icon, Modal};
use crate::ui::{Dispatch, act};
use crate::words;
use yew::prelude::*;

/// Asks, says what goes, and offers the file first.
pub(crate) fn delete_dialog(dispatch: &Dispatch, warning: Warning, project: Option<&Project>) -> Html {
    let onclose = close(dispatch);
    let modal = Modal {
        key: "delete",
        title: "Delete this project?",
        warning,
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new("Save it as a file", act(dispatch, Action::Rescue)).icon(Icon::Export).quiet().html() }
                { Button::new("Keep it", onclose).html() }
                { Button::new("Delete", act(dispatch, Action::DeleteProject)).icon(Icon::Delete).danger().html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        { for project.map(|project| html! {
            <p>
                <strong dir="auto">{ &project.name }</strong>{ ", " }
                { words::articles(project.documents().len()) }{ " and " }
                { words::annotations(project.all_annotations().count()) }
                { ", goes from this browser for good, with everything that could be undone. Only a file that you saved brings it back." }
            </p>
        }) }
    })
}
