//! What to do while nothing is selected.

use crate::app::{Chord, Command};
use crate::model::Schema;
use crate::ui::kit::keycaps;
use yew::prelude::*;

/// The keys of a command.
fn keys(command: Command) -> Html {
    let first = command.info().keys.split_whitespace().next();
    html! { { for first.map(|keys| keycaps(&Chord::parse(keys).caps(false))) } }
}

/// How to mark, with the keys that really do it.
pub(crate) fn hint(schema: &Schema) -> Html {
    let example = schema.labels.iter().find_map(|label| Some((label.name.clone(), label.key?)));
    html! {
        <div class="inspected how">
            <p class="how-lead">{ "Select some words, then press a label" }
                { for example.map(|(name, key)| html! {
                    <>{ ", or its key: " }{ keycaps(&Chord::of_char(key).caps(false)) }{ " for " }{ name }</>
                }) }
                { "." }
            </p>
            <ul class="how-list">
                <li>{ "Click a mark to see and change it here." }</li>
                <li>{ "Without a mouse: the arrows move, with " }{ keycaps(&["Shift".to_owned()]) }{ " they select." }</li>
                <li>{ keys(Command::NextAnnotation) }{ " and " }{ keys(Command::PreviousAnnotation) }{ " go through the marks." }</li>
                <li>{ keys(Command::Keyboard) }{ " shows all keys." }</li>
            </ul>
        </div>
    }
}
