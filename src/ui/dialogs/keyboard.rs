//! Dialog *Keyboard*: all keys, made from the table of commands and the labels.

use super::{close, typed};
use crate::app::{COMMANDS, Chord, CommandInfo, Dialog, Group};
use crate::model::Schema;
use crate::text::{folded, holds_folded};
use crate::ui::Dispatch;
use crate::ui::kit::{Field, Modal, class, is_mac, keycaps, slot};
use crate::words::{dialogs as names, schema as schema_words};
use yew::prelude::*;

fn row(info: &CommandInfo, mac: bool) -> Html {
    html! {
        <div class="key-row" key={info.name()}>
            <dt>{ info.name() }</dt>
            <dd>{ for info.chords().iter().map(|chord| keycaps(&chord.caps(mac))) }</dd>
        </div>
    }
}

/// What is no command: the way out of region *Annotation*.
fn back(mac: bool) -> Html {
    let keys = ["Escape", "Ctrl+Enter"].map(|keys| keycaps(&Chord::parse(keys).caps(mac)));
    html! {
        <div class="key-row" key="back"><dt>{ names::back_to_article() }</dt><dd>{ for keys }</dd></div>
    }
}

/// All keys whose names hold the words.
pub(crate) fn keyboard_dialog(dispatch: &Dispatch, schema: Option<&Schema>, words: &str) -> Html {
    let onclose = close(dispatch);
    let mac = is_mac();
    let wanted: Vec<String> = words.split_whitespace().map(folded).collect();
    let fits = |name: &str| wanted.iter().all(|word| holds_folded(name, word));
    let oninput = typed(dispatch, Dialog::Keyboard);
    let mut found = 0;
    let mut group = |group: Group| {
        let with_key = COMMANDS.iter().filter(|info| info.group == group && !info.chords().is_empty());
        let mut rows: Vec<Html> =
            with_key.filter(|info| fits(info.name())).map(|info| row(info, mac)).collect();
        rows.extend((group == Group::Annotations && fits(names::back_to_article())).then(|| back(mac)));
        found += rows.len();
        html! {
            <section class="key-group" key={group.name()} hidden={rows.is_empty()}>
                <h3>{ group.name() }</h3>
                <dl>{ for rows }</dl>
            </section>
        }
    };
    let labels = schema
        .into_iter()
        // As in the bar above the text.
        .flat_map(|schema| schema.groups().into_iter().flat_map(|(.., labels)| labels))
        .filter(|label| fits(&label.name))
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
    let types = schema.into_iter().flat_map(|schema| &schema.relation_types);
    let types: Vec<Html> = types
        .filter(|kind| fits(&kind.name))
        .filter_map(|kind| Some((kind, kind.key?)))
        .map(|(kind, key)| {
            html! {
                <div class="key-row" key={kind.id.as_str()}>
                    <dt>{ &kind.name }</dt>
                    <dd>{ keycaps(&Chord::of_char(key).caps(mac)) }</dd>
                </div>
            }
        })
        .collect();
    let groups: Vec<Html> = Group::ALL.map(&mut group).into();
    let none = found + labels.len() + types.len() == 0;
    // In WebKit a search field keeps Escape for itself.
    let escapes = Some(onclose.clone());
    let modal = Modal { key: "keyboard", title: names::keyboard(), onclose, wide: true, ..Modal::default() };
    modal.html(html! {
        <>
            { Field::new(names::find_key(), words.to_owned()).kind("search").bare()
                .placeholder(names::find_key()).oninput(oninput).escapes(escapes).html() }
            <p class="hint" role="status">{ if none { names::no_key() } else { "" } }</p>
            <div class="key-groups" role="group" aria-label={names::all_keys()} tabindex="0">
                <section class="key-group" key="labels" hidden={labels.is_empty()}>
                    <h3>{ names::labels() }</h3>
                    <dl>{ for labels }</dl>
                </section>
                <section class="key-group" key="relations" hidden={types.is_empty()}>
                    <h3>{ schema_words::relations() }</h3>
                    <dl>{ for types }</dl>
                </section>
                { for groups }
            </div>
            <p class="hint">{ names::keyboard_hint() }</p>
        </>
    })
}
