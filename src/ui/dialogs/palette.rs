//! The palette: a field, and below it everything that can be done and holds its words.

use super::{Warning, close};
use crate::app::{Action, Chord, Dialog, Entry, State, entries};
use crate::ui::focus::into_view;
use crate::ui::kit::{Modal, class, composes, is_mac, keycaps};
use crate::ui::{Dispatch, act};
use crate::words::dialogs as names;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// `id` of the list, and the beginning of its rows' ids.
const LIST: &str = "palette-list";

/// `at` is the row that Enter does, from 0.
pub(crate) fn palette_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    state: &State,
    words: &str,
    at: usize,
) -> Html {
    let found = entries(state, words);
    let at = at.min(found.len().saturating_sub(1));
    let go = {
        let (words, dispatch) = (words.to_owned(), dispatch.clone());
        move |at: usize| {
            into_view(LIST, &format!("{LIST}-{at}"));
            dispatch.emit(Action::Typed(Dialog::Palette { words: words.clone(), at }));
        }
    };
    let onkeydown = {
        let (last, dispatch) = (found.len().saturating_sub(1), dispatch.clone());
        let chosen = found.get(at).map(|entry| entry.action.clone());
        move |event: KeyboardEvent| {
            match (event.key().as_str(), &chosen) {
                _ if composes(&event) => return,
                ("ArrowDown", _) => go(if at == last { 0 } else { at + 1 }),
                ("ArrowUp", _) => go(at.checked_sub(1).unwrap_or(last)),
                ("Enter", Some(action)) => dispatch.emit(Action::Choose(Box::new(action.clone()))),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let oninput = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
                dispatch.emit(Action::Typed(Dialog::Palette { words: input.value(), at: 0 }));
            }
        }
    };
    let rows = found.iter().enumerate().map(|(n, entry)| row(dispatch, n, entry, n == at));
    let modal = Modal {
        key: "palette",
        title: names::commands(),
        warning,
        onclose: close(dispatch),
        ..Modal::default()
    };
    modal.html(html! {
        <div class="palette">
            <input type="text" class="input" role="combobox" aria-label={names::commands_ask()} placeholder={names::commands_ask()}
                autocomplete="off" dir="auto" aria-expanded="true" aria-controls={LIST}
                aria-activedescendant={(!found.is_empty()).then(|| format!("{LIST}-{at}"))} {oninput} {onkeydown} />
            <ul class="palette-list" id={LIST} role="listbox" aria-label={names::commands()}>{ for rows }</ul>
            <p class="hint" role="status">{ if found.is_empty() { names::no_command() } else { "" } }</p>
        </div>
    })
}

fn row(dispatch: &Dispatch, n: usize, entry: &Entry, chosen: bool) -> Html {
    let choose = act(dispatch, Action::Choose(Box::new(entry.action.clone())));
    html! {
        <li key={n} id={format!("{LIST}-{n}")} role="option" aria-selected={chosen.to_string()}
            aria-keyshortcuts={entry.keys.as_ref().map(Chord::aria)}
            class={class("palette-row", &[(chosen, "palette-chosen")])} onclick={move |_: MouseEvent| choose.emit(())}>
            <span class="palette-name" dir="auto">{ &entry.name }</span>
            if !entry.kind.is_empty() {
                <span class="hint">{ entry.kind }</span>
            }
            // Said as shortcuts already.
            <span aria-hidden="true">{ for entry.keys.as_ref().map(|keys| keycaps(&keys.caps(is_mac()))) }</span>
        </li>
    }
}
