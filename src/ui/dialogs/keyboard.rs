//! Dialog *Keyboard*: all keys, made from the table of commands and the labels.

use super::close;
use crate::app::{COMMANDS, Chord, CommandInfo, Group};
use crate::model::Schema;
use crate::ui::Dispatch;
use crate::ui::kit::{Modal, class, is_mac, keycaps, slot};
use crate::words::dialogs as names;
use yew::prelude::*;

fn row(info: &CommandInfo, mac: bool) -> Html {
    html! {
        <div class="key-row" key={info.name()}>
            <dt>{ info.name() }</dt>
            <dd>{ for info.chords().iter().map(|chord| keycaps(&chord.caps(mac))) }</dd>
        </div>
    }
}

/// All keys.
pub(crate) fn keyboard_dialog(dispatch: &Dispatch, schema: Option<&Schema>) -> Html {
    let onclose = close(dispatch);
    let mac = is_mac();
    let group = |group: Group| {
        let rows = COMMANDS.iter().filter(|info| info.group == group && !info.chords().is_empty());
        html! {
            <section class="key-group" key={group.name()}>
                <h3>{ group.name() }</h3>
                <dl>{ for rows.map(|info| row(info, mac)) }</dl>
            </section>
        }
    };
    let labels = schema
        .into_iter()
        .flat_map(|schema| schema.labels.iter())
        .filter_map(|label| Some((label, label.key?)));
    let labels: Vec<Html> = labels
        .map(|(label, key)| {
            html! {
                <div class={class("key-row", &[(true, &slot(label.colour))])} key={label.id.as_str()}>
                    <dt><span class="swatch" aria-hidden="true"></span>{ &label.name }</dt>
                    <dd>{ keycaps(&Chord::of_char(key).caps(mac)) }</dd>
                </div>
            }
        })
        .collect();
    let modal = Modal { key: "keyboard", title: names::keyboard(), onclose, wide: true, ..Modal::default() };
    modal.html(html! {
        <>
            <div class="key-groups" role="group" aria-label={names::all_keys()} tabindex="0">
                <section class="key-group" key="labels" hidden={labels.is_empty()}>
                    <h3>{ names::labels() }</h3>
                    <dl>{ for labels }</dl>
                </section>
                { for Group::ALL.map(group) }
            </div>
            <p class="hint">{ names::keyboard_hint() }</p>
        </>
    })
}
