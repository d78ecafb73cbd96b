//! Help that stands beside the work: short topics, the one of the open screen unfolded.

use crate::app::{Action, Command, HELP, Part, Screen};
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Icon};
use crate::ui::{Dispatch, act, markdown};
use crate::words::help::{self as words, Topic};
use yew::prelude::*;

/// What a screen asks for first.
fn first(screen: Screen) -> Topic {
    match screen {
        Screen::Library | Screen::Statistics => Topic::Articles,
        Screen::Read => Topic::Marking,
        Screen::Search => Topic::Finding,
        Screen::Suggestions => Topic::Suggestions,
        Screen::Entities => Topic::Entities,
        Screen::Claims => Topic::Claims,
        Screen::Schema => Topic::Schema,
        _ => Topic::Keeping,
    }
}

/// Region *Help*. The page behind it can be used; Escape in it puts it away.
pub(crate) fn help(screen: Screen, dispatch: &Dispatch) -> Html {
    let close = act(dispatch, Action::Toggle(Part::Help));
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                dispatch.emit(Action::Toggle(Part::Help));
            }
        }
    };
    let first = first(screen);
    let topic = |topic: Topic| {
        let (title, text) = words::topic(topic);
        html! {
            // Another screen unfolds another topic.
            <details class="help-topic" key={format!("{first:?}{topic:?}")} open={topic == first}>
                <summary>{ title }</summary>
                { markdown::rendered(text) }
            </details>
        }
    };
    html! {
        <aside class="help" id={HELP} tabindex="-1" aria-label={words::help()} {onkeydown}>
            <header class="help-head">
                <h2>{ words::help() }</h2>
                { Button::new(words::close(), close).icon(Icon::Close).sign_only().quiet().html() }
            </header>
            <div class="help-body">
                { for Topic::ALL.map(topic) }
                <div class="help-tools">
                    { command_button(Command::Keyboard, Icon::Keyboard, dispatch).text(words::all_keys()).html() }
                    { command_button(Command::Example, Icon::Folder, dispatch).text(words::example()).html() }
                </div>
            </div>
        </aside>
    }
}
