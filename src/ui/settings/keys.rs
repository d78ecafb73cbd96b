//! The keys of every command, to be changed.

use super::change;
use crate::app::bindings::{Bindings, take, usual};
use crate::app::{Action, COMMANDS, Chord, CommandInfo, Dialog, Group, Settings};
use crate::ui::kit::{Button, Icon, icon, is_mac, keycaps};
use crate::ui::{Dispatch, act};
use crate::words::settings as words;
use yew::prelude::*;

/// A table of commands, by groups.
pub(super) fn section(settings: &Settings, dispatch: &Dispatch) -> Html {
    let mac = is_mac();
    let usual = change(settings, dispatch, |settings, ()| settings.keys = Bindings::default());
    html! {
        <section class="settings-part" aria-labelledby="settings-keys">
            <h2 id="settings-keys">{ words::keys() }</h2>
            <p class="hint">{ words::keys_hint() }</p>
            { for Group::ALL.map(|group| html! {
                <div class="key-table" key={group.name()} role="group" aria-label={group.name()}>
                    <h3>{ group.name() }</h3>
                    <ul role="list">
                        { for COMMANDS.iter().filter(|info| info.group == group).map(|info| row(info, settings, dispatch, mac)) }
                    </ul>
                </div>
            }) }
            <div>
                { Button::new(words::all_usual(), usual).icon(Icon::Undo).disabled(settings.keys.is_empty()).html() }
            </div>
        </section>
    }
}

fn row(info: &'static CommandInfo, settings: &Settings, dispatch: &Dispatch, mac: bool) -> Html {
    let name = info.name();
    let chords: Vec<Chord> = info.keys_in(&settings.keys).split_whitespace().map(Chord::parse).collect();
    let back = change(settings, dispatch, |settings, ()| usual(&mut settings.keys, info.command));
    let changed = settings.keys.contains_key(info.id);
    let key = |chord: &Chord| {
        let remove = change(settings, dispatch, {
            let chord = chord.clone();
            move |settings, _: MouseEvent| take(&mut settings.keys, info.command, &chord)
        });
        let label = words::remove_key(&chord.to_string(), name);
        html! {
            <span class="key-chip" key={chord.notation()}>
                { keycaps(&chord.caps(mac)) }
                <button type="button" class="key-remove" aria-label={label.clone()} title={label} onclick={remove}>
                    { icon(Icon::Close) }
                </button>
            </span>
        }
    };
    html! {
        <li class="key-line" key={info.id}>
            <span class="key-name">{ name }</span>
            <span class="key-chips">
                if chords.is_empty() {
                    <span class="hint">{ words::no_key() }</span>
                }
                { for chords.iter().map(key) }
            </span>
            <span class="key-tools">
                if changed {
                    { Button::new(words::usual_keys(name), back).icon(Icon::Undo).sign_only().quiet().html() }
                }
                { Button::new(words::add_key(name), act(dispatch, Action::Open(Dialog::Key(info.command, None))))
                    .icon(Icon::Add).sign_only().quiet().html() }
            </span>
        </li>
    }
}
