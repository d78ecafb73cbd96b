//! Who speaks in a statement: a chain, outermost last.

use super::statement::pick_button;
use crate::app::{Action, Linking, NAMING, Picked, Session, SpeakerChoice, StatementAct};
use crate::model::{Annotation, Speaker};
use crate::ui::kit::{Field, Icon, class, composes, icon, with_property};
use crate::ui::{Dispatch, act, focus};
use crate::words::{read as words, statement};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The chain with a field to add one more.
pub(super) fn speakers(dispatch: &Dispatch, session: &Session, annotation: &Rc<Annotation>) -> Html {
    let chain = session.speaker_names(annotation);
    let naming = session.naming().filter(|naming| naming.of == annotation.id);
    let rows = naming.map(|naming| session.speaker_choices(&naming.words)).unwrap_or_default();
    let row = |(n, (speaker, shown)): (usize, &(Speaker, String))| {
        let name = words::speaker(n + 1);
        let shown = match speaker {
            Speaker::Text(text) => {
                let edit = dispatch.reform(move |text: String| Action::step(StatementAct::Reword(n, text)));
                Field::new(name.clone(), text.clone()).bare().onchange(edit).html()
            }
            _ => html! { <span class="says" dir="auto">{ shown.clone() }</span> },
        };
        let earlier = act(dispatch, Action::step(StatementAct::Earlier(n)));
        let remove = act(dispatch, Action::step(StatementAct::RemoveSpeaker(n)));
        html! {
            <li class="speaker" key={n}>
                { shown }
                <button type="button" class="button button-quiet button-icon" disabled={n == 0}
                    aria-label={words::earlier(&name)} title={words::earlier_hint()} onclick={earlier}>{ icon(Icon::Up) }</button>
                <button type="button" class="button button-quiet button-icon" aria-label={words::remove_speaker(&name)}
                    title={words::remove()} onclick={remove}>{ icon(Icon::Close) }</button>
            </li>
        }
    };
    html! {
        <fieldset class="speakers">
            <legend class="field-label">{ words::speakers() }</legend>
            <ol class="speaker-list">{ for chain.iter().enumerate().map(row) }</ol>
            <div class="refers-line">
                { field(dispatch, naming, &rows, chain.is_empty()) }
                { pick_button(dispatch, session, Picked::Speaker) }
            </div>
            <ul class="refers-list" id={list()} role="listbox" aria-label={words::add_speaker()} hidden={rows.is_empty()}>
                { for rows.iter().enumerate().map(|(n, choice)| {
                    option(dispatch, n, choice, naming.is_some_and(|naming| naming.at == n))
                }) }
            </ul>
        </fieldset>
    }
}

fn list() -> String {
    format!("{NAMING}-list")
}

/// The field for one more: while something is typed, those who may be meant are offered below it.
fn field(dispatch: &Dispatch, naming: Option<&Linking>, rows: &[SpeakerChoice], first: bool) -> Html {
    let last = rows.len().saturating_sub(1);
    let (open, at) = (!rows.is_empty(), naming.map_or(0, |naming| naming.at).min(last));
    let onkeydown = {
        let (dispatch, chosen) = (dispatch.clone(), rows.get(at).cloned());
        move |event: KeyboardEvent| {
            let emit = |step: StatementAct| dispatch.emit(Action::step(step));
            let go = |at: usize| {
                focus::into_view(focus::INSPECTOR, &format!("{NAMING}-{at}"));
                emit(StatementAct::To(at));
            };
            match (event.key().as_str(), &chosen) {
                _ if composes(&event) => return,
                ("ArrowDown", Some(_)) => go(if at == last { 0 } else { at + 1 }),
                ("ArrowUp", Some(_)) => go(at.checked_sub(1).unwrap_or(last)),
                // With Ctrl it leads out of the region, and what is typed is kept.
                ("Enter", Some(choice)) if !event.ctrl_key() && !event.meta_key() => {
                    emit(StatementAct::Take(choice.clone()));
                    // The field is pushed down by the one that comes before it.
                    Timeout::new(0, || focus::into_view(focus::INSPECTOR, NAMING)).forget();
                }
                // A second time it leads out of the region.
                ("Escape", Some(_)) => emit(StatementAct::Close),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let oninput = dispatch.reform(|event: InputEvent| {
        let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        Action::step(StatementAct::Type(input.map(|input| input.value()).unwrap_or_default()))
    });
    let onblur = act(dispatch, Action::step(StatementAct::Leave));
    let placeholder = if first { words::first_speaker() } else { words::next_speaker() };
    let field = html! {
        <input type="text" class="input" id={NAMING} role="combobox" aria-label={words::add_speaker()} {placeholder}
            autocomplete="off" dir="auto" aria-expanded={open.to_string()} aria-controls={list()}
            aria-autocomplete="list" aria-activedescendant={open.then(|| format!("{NAMING}-{at}"))}
            {onblur} {oninput} {onkeydown} />
    };
    with_property(field, "value", naming.map_or("", |naming| naming.words.as_str()))
}

/// One who may be meant. Taken by a press, so that the field does not lose the focus and take what is typed.
fn option(dispatch: &Dispatch, n: usize, choice: &SpeakerChoice, chosen: bool) -> Html {
    let (name, more) = match choice {
        SpeakerChoice::Entity(_, name, found) => (name.clone(), found.clone()),
        SpeakerChoice::Words(words) => (format!("“{words}”"), statement::as_words().to_owned()),
    };
    let take = act(dispatch, Action::step(StatementAct::Take(choice.clone())));
    let onmousedown = move |event: MouseEvent| {
        if event.button() == 0 {
            event.prevent_default();
            take.emit(());
        }
    };
    html! {
        <li key={n} id={format!("{NAMING}-{n}")} role="option" aria-selected={chosen.to_string()}
            class={class("refers-row", &[(chosen, "refers-chosen")])} {onmousedown}>
            <span class="refers-name" dir="auto">{ name }</span>{ " " }
            <span class="hint" dir="auto" hidden={more.is_empty()}>{ more }</span>
        </li>
    }
}
