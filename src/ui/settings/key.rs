//! The dialog that waits for a key to be pressed.

use crate::app::bindings::{Taken, give, taken};
use crate::app::{Action, Chord, Command, Dialog, State};
use crate::ui::input::pressed;
use crate::ui::kit::{Button, Modal};
use crate::ui::{Dispatch, act};
use crate::words::settings as words;
use yew::prelude::*;

/// Takes the next key for a command; says what has it already, and takes it from there if the person says so.
pub(crate) fn key_dialog(
    state: &State,
    command: Command,
    chord: Option<&Chord>,
    dispatch: &Dispatch,
) -> Html {
    let name = command.info().name();
    let keys = &state.settings.keys;
    let schema = state.session.as_ref().map(|session| &*session.project.schema);
    let own = |chord: &&Chord| {
        command.info().keys_in(keys).split_whitespace().any(|own| Chord::parse(own) == **chord)
    };
    let clash = chord.and_then(|chord| taken(chord, command, keys, schema));
    let own = chord.filter(own).is_some();
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            // Tab goes to the buttons, and Escape closes the dialog.
            let Some(chord) =
                pressed(&event).chord().filter(|_| !matches!(event.key().as_str(), "Escape" | "Tab"))
            else {
                return;
            };
            event.prevent_default();
            event.stop_propagation();
            dispatch.emit(Action::Typed(Dialog::Key(command, Some(chord))));
        }
    };
    let says: String = match (&clash, chord) {
        (_, None) => words::nothing_pressed().to_owned(),
        (Some(Taken::Reserved), _) => words::is_reserved().to_owned(),
        _ if own => words::is_own().to_owned(),
        (Some(Taken::By(other)), _) => words::is_taken(other.info().name()),
        (Some(Taken::ByLabel(id)), _) => {
            words::is_label(schema.and_then(|schema| schema.label(id)).map_or("", |label| &label.name))
        }
        (Some(Taken::ByRelation(id)), _) => {
            let kind = schema.and_then(|schema| schema.relation_type(id));
            words::is_relation(kind.map_or("", |kind| &kind.name))
        }
        (None, _) => words::is_free().to_owned(),
    };
    let takes = matches!(clash, Some(Taken::By(_)));
    let may = chord.is_some() && !own && clash != Some(Taken::Reserved);
    let change = {
        let (dispatch, settings, chord) = (dispatch.clone(), state.settings.clone(), chord.cloned());
        Callback::from(move |()| {
            let Some(chord) = &chord else { return };
            let mut settings = settings.clone();
            give(&mut settings.keys, command, chord);
            dispatch.emit(Action::CloseDialog);
            dispatch.emit(Action::Settings(Box::new(settings)));
        })
    };
    let modal = Modal {
        key: "key",
        title: words::press(),
        onclose: act(dispatch, Action::CloseDialog),
        footer: html! {
            <>
                { Button::new(words::cancel(), act(dispatch, Action::CloseDialog)).html() }
                { Button::new(if takes { words::take_over() } else { words::use_key() }, change).primary().disabled(!may).html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        <div class="key-press">
            <p>{ words::press_for(name) }</p>
            // A field, so that a dialog of the system's own keys and screen readers hand every key to it.
            <input class="input key-field" readonly=true aria-label={words::press()}
                aria-describedby="key-says" value={chord.map(ToString::to_string).unwrap_or_default()} {onkeydown} />
            <p id="key-says" role="status">
                { says }
            </p>
            <p class="hint">{ words::press_hint() }</p>
        </div>
    })
}
