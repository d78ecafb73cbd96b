//! What to do in an empty project.

use crate::app::{Action, Command};
use crate::ui::Dispatch;
use crate::ui::kit::{Icon, icon};
use yew::prelude::*;

/// Command, sign, what follows the name.
const CHOICES: [(Command, Icon, &str); 4] = [
    (Command::AddArticles, Icon::Add, "Text files, or rows of JSON with a text in each"),
    (Command::PasteText, Icon::Paste, "One article from the clipboard"),
    (Command::OpenProject, Icon::Folder, "A project file that Postil saved"),
    (Command::Example, Icon::Marked, "Five short reports of one event, marked in part"),
];

/// Four ways to begin; also while the project is still being opened, which need not be waited for: what is chosen
/// meanwhile is added as soon as it is open.
pub(crate) fn start(dispatch: &Dispatch, opening: bool) -> Html {
    let choice = |(command, sign, text): (Command, Icon, &'static str)| {
        let name = command.info().name;
        let onclick = {
            let dispatch = dispatch.clone();
            move |_: MouseEvent| dispatch.emit(Action::Run(command))
        };
        html! {
            <li key={name} class="choice">
                <button type="button" class="choice-name" {onclick}>{ icon(sign) }<span>{ name }</span></button>
                <span class="choice-text">{ text }</span>
            </li>
        }
    };
    html! {
        <section class={if opening { "begin opening" } else { "begin" }} key="start">
            <h1 class="begin-heading">{ if opening { "Opening the project …" } else { "Begin with some articles" } }</h1>
            <p class="lead">{ "Read articles, mark who and what they speak of, and take the data away." }</p>
            <ul class="choices" role="list">{ for CHOICES.map(choice) }</ul>
            <p class="hint">{ "You can also drop files or folders anywhere on this page." }</p>
            <p class="hint">{ "Nothing leaves this machine: everything stays in this browser until you save a file." }</p>
        </section>
    }
}
