//! What to do in an empty project.

use super::command_button;
use crate::app::{Action, Command, HEADING};
use crate::ui::Dispatch;
use crate::ui::kit::{Icon, icon};
use crate::ui::pickers::takes_folders;
use crate::words::{Word, data, frame as words};
use yew::prelude::*;

/// Command, sign, what follows the name.
const CHOICES: [(Command, Icon, Word); 4] = [
    (Command::AddArticles, Icon::Add, words::START_FILES),
    (Command::PasteText, Icon::Paste, words::START_PASTE),
    (Command::OpenProject, Icon::Folder, words::START_PROJECT),
    (Command::Example, Icon::Marked, words::START_EXAMPLE),
];

/// The ways to begin; also while the project is still being opened, which need not be waited for: what is chosen
/// meanwhile is added as soon as it is open.
pub(crate) fn start(dispatch: &Dispatch, opening: bool) -> Html {
    let choice = |(command, sign, text): (Command, Icon, Word)| {
        let name = command.info().name();
        let onclick = {
            let dispatch = dispatch.clone();
            move |_: MouseEvent| dispatch.emit(Action::Run(command))
        };
        html! {
            <li key={name} class="choice">
                <button type="button" class="choice-name" {onclick}>{ icon(sign) }<span>{ name }</span></button>
                <span class="choice-text">{ text.say() }</span>
            </li>
        }
    };
    html! {
        <section class={if opening { "begin opening" } else { "begin" }} key="start">
            <h1 id={HEADING} class="begin-heading">{ if opening { words::start_opening() } else { words::start() } }</h1>
            <p class="lead">{ words::start_lead() }</p>
            <ul class="choices" role="list">{ for CHOICES.map(choice) }</ul>
            <p class="hint">{ words::start_drop() }</p>
            <p class="hint">{ words::start_private() }</p>
            // Below what stands there before the app does: nothing moves when it comes.
            if takes_folders() {
                { command_button(Command::AddFolder, Icon::Folder, dispatch).quiet().html() }
            }
        </section>
    }
}

/// After everything was deleted: nothing is on its way.
pub(crate) fn erased() -> Html {
    html! {
        <section class="begin" key="erased">
            <p class="begin-heading">{ data::erased_title() }</p>
            <p class="lead">{ data::close_tab() }</p>
        </section>
    }
}
