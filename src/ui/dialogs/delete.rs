//! Before a project is deleted.

use super::{Warning, close};
use crate::app::Action;
use crate::model::Project;
use crate::ui::kit::{Button, Icon, Modal};
use crate::ui::{Dispatch, act};
use crate::words::{self, dialogs as names};
use yew::prelude::*;

/// Asks, says what goes, and offers the file first.
pub(crate) fn delete_dialog(dispatch: &Dispatch, warning: Warning, project: Option<&Project>) -> Html {
    let onclose = close(dispatch);
    let modal = Modal {
        key: "delete",
        title: names::delete_project(),
        warning,
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(names::save_first(), act(dispatch, Action::Rescue)).icon(Icon::Export).quiet().html() }
                { Button::new(names::keep_it(), onclose).html() }
                { Button::new(names::delete(), act(dispatch, Action::DeleteProject)).icon(Icon::Delete).danger().html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        { for project.map(|project| html! {
            <p>
                <strong dir="auto">{ &project.name }</strong>
                { names::delete_what(
                    &words::articles(project.documents().len()),
                    &words::annotations(project.annotation_count()),
                ) }
            </p>
        }) }
    })
}
