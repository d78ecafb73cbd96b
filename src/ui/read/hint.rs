//! What to do while nothing is selected.

use crate::app::{Chord, Command};
use crate::model::{LabelId, Schema};
use crate::ui::kit::keycaps;
use crate::words::read as words;
use yew::prelude::*;

/// The keys of a command.
fn keys(command: Command) -> Html {
    let keys = command.info().chords();
    html! { { for keys.first().map(|chord| keycaps(&chord.caps(false))) } }
}

/// How to mark, with the keys that really do it: with the pen, if it is out.
pub(crate) fn hint(schema: &Schema, pen: Option<&LabelId>) -> Html {
    let pen = pen.and_then(|id| schema.label(id));
    let example = schema.labels.iter().find_map(|label| Some((label.name.clone(), label.key?)));
    html! {
        <div class="inspected how">
            if let Some(label) = pen {
                <p class="how-lead">{ words::how_pen(&label.name) }{ keys(Command::Escape) }{ words::how_pen_away() }</p>
            }
            <p class="how-lead" hidden={pen.is_some()}>{ words::how() }
                { for example.map(|(name, key)| html! {
                    <>{ words::how_key() }{ keycaps(&Chord::of_char(key).caps(false)) }{ words::how_key_for() }{ name }</>
                }) }
                { "." }
            </p>
            <ul class="how-list">
                <li>{ words::how_click() }</li>
                <li>{ words::how_arrows() }{ keycaps(&["Shift".to_owned()]) }{ words::how_select() }</li>
                <li>{ keys(Command::NextAnnotation) }{ words::how_and() }{ keys(Command::PreviousAnnotation) }{ words::how_marks() }</li>
                <li>{ keys(Command::Keyboard) }{ words::how_keys() }</li>
            </ul>
        </div>
    }
}
