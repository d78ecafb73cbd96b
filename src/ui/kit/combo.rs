//! A box to type in, with a list of what may be chosen below it.

use super::{class, composes, with_property};
use crate::app::Action;
use crate::ui::{Dispatch, act};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The box and its list. What is typed and which row is chosen are the state's.
pub(crate) struct Combo<'a> {
    pub dispatch: &'a Dispatch,
    /// Its `id`, and the beginning of the ids of its rows.
    pub id: &'static str,
    pub name: &'static str,
    pub placeholder: &'static str,
    /// What is typed, while the list is open.
    pub words: Option<&'a str>,
    /// The row that Enter takes.
    pub at: usize,
    /// The rows, each with what taking it does.
    pub rows: Vec<(Action, Html)>,
    /// Brings what has this `id` into view: a row, the list, the box.
    pub reveal: fn(&str),
    /// Opens it with what is typed.
    pub on_type: fn(String) -> Action,
    /// Goes to a row.
    pub on_row: fn(usize) -> Action,
    /// Puts it away.
    pub on_close: fn() -> Action,
}

impl Combo<'_> {
    /// The elements.
    pub(crate) fn html(self) -> Html {
        let Self { dispatch, id, name, placeholder, words, at, rows, reveal, on_type, on_row, on_close } =
            self;
        let (open, last) = (words.is_some(), rows.len().saturating_sub(1));
        let at = at.min(last);
        let list = format!("{id}-list");
        let onkeydown = {
            let (dispatch, chosen) = (dispatch.clone(), rows.get(at).map(|(take, _)| take.clone()));
            move |event: KeyboardEvent| {
                let go = |at: usize| {
                    reveal(&format!("{id}-{at}"));
                    dispatch.emit(on_row(at));
                };
                match (event.key().as_str(), &chosen) {
                    _ if composes(&event) => return,
                    ("ArrowDown" | "ArrowUp", _) if !open => dispatch.emit(on_type(String::new())),
                    ("ArrowDown", Some(_)) => go(if at == last { 0 } else { at + 1 }),
                    ("ArrowUp", Some(_)) => go(at.checked_sub(1).unwrap_or(last)),
                    // With Ctrl it leads out of the region.
                    ("Enter", Some(take)) if open && !event.ctrl_key() && !event.meta_key() => {
                        dispatch.emit(take.clone());
                    }
                    // A second time it leads out of the region.
                    ("Escape", _) if open => dispatch.emit(on_close()),
                    _ => return,
                }
                event.prevent_default();
            }
        };
        let oninput = dispatch.reform(move |event: InputEvent| {
            let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            on_type(input.map(|input| input.value()).unwrap_or_default())
        });
        // All of what may be chosen is seen, as far as there is room below the box.
        let onfocus = {
            let (opens, list) = (act(dispatch, on_type(String::new())), list.clone());
            move |event: FocusEvent| {
                opens.emit(event);
                let list = list.clone();
                Timeout::new(0, move || [&*list, id].into_iter().for_each(reveal)).forget();
            }
        };
        // Taken by a press, so that the box does not lose the focus and close before.
        let option = |(n, (take, shown)): (usize, (Action, Html))| {
            let take = act(dispatch, take);
            let onmousedown = move |event: MouseEvent| {
                if event.button() == 0 {
                    event.prevent_default();
                    take.emit(());
                }
            };
            let chosen = open && n == at;
            html! {
                <li key={n} id={format!("{id}-{n}")} role="option" aria-selected={chosen.to_string()}
                    class={class("refers-row", &[(chosen, "refers-chosen")])} {onmousedown}>{ shown }</li>
            }
        };
        // What is closed already is not closed again: that would make the page anew for nothing.
        let onblur = open.then(|| act::<FocusEvent>(dispatch, on_close()));
        let active = (open && !rows.is_empty()).then(|| format!("{id}-{at}"));
        let hidden = !open || rows.is_empty();
        let field = html! {
            <input type="text" class="input" {id} role="combobox" aria-label={name} {placeholder} autocomplete="off"
                dir="auto" aria-expanded={(!hidden).to_string()} aria-controls={list.clone()} aria-autocomplete="list"
                aria-activedescendant={active} {onfocus}
                {onblur} {oninput} {onkeydown} />
        };
        html! {
            <>
                <div class="refers-line">{ with_property(field, "value", words.unwrap_or_default()) }</div>
                <ul class="refers-list" id={list} role="listbox" aria-label={name} {hidden}>
                    { for rows.into_iter().enumerate().filter(|_| open).map(option) }
                </ul>
            </>
        }
    }
}
