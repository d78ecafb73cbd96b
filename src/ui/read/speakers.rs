//! Who speaks in a statement: a chain, outermost last.

use crate::app::Action;
use crate::model::{AttributeId, AttributeValue, Speaker};
use crate::ui::kit::{Field, Icon, icon};
use crate::ui::{Dispatch, focus};
use crate::words::read as words;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// `id` of the field for one more.
const ADD: &str = "add-speaker";

/// `id` of the attribute.
pub(super) const SPEAKERS: &str = "speakers";

fn set(dispatch: &Dispatch, chain: Vec<Speaker>) {
    let value = (!chain.is_empty()).then_some(AttributeValue::Speakers(chain));
    dispatch.emit(Action::SetAttribute(AttributeId::new(SPEAKERS), value));
}

/// What a button does: changes the chain.
fn change<F: Fn(&mut Vec<Speaker>) + 'static>(
    dispatch: &Dispatch,
    chain: &[Speaker],
    change: F,
) -> impl Fn(MouseEvent) + use<F> {
    let (dispatch, before) = (dispatch.clone(), chain.to_vec());
    move |_| {
        let mut chain = before.clone();
        change(&mut chain);
        set(&dispatch, chain);
    }
}

/// The chain with a field to add one more.
pub(super) fn speakers(dispatch: &Dispatch, chain: &[Speaker]) -> Html {
    let row = |(n, speaker): (usize, &Speaker)| {
        let name = words::speaker(n + 1);
        let edit = {
            let (dispatch, chain) = (dispatch.clone(), chain.to_vec());
            Callback::from(move |text: String| {
                let mut chain = chain.clone();
                match text.trim() {
                    "" => drop(chain.remove(n)),
                    text => chain[n] = Speaker::Text(text.to_owned()),
                }
                set(&dispatch, chain);
            })
        };
        let shown = match speaker {
            Speaker::Text(text) => Field::new(name.clone(), text.clone()).bare().onchange(edit).html(),
            Speaker::Entity(id) => html! { <span class="read-only">{ id.to_string() }</span> },
            Speaker::Annotation(id) => html! { <span class="read-only">{ id.to_string() }</span> },
        };
        html! {
            <li class="speaker" key={n}>
                { shown }
                <button type="button" class="button button-quiet button-icon" disabled={n == 0}
                    aria-label={words::earlier(&name)} title={words::earlier_hint()}
                    onclick={change(dispatch, chain, move |chain| chain.swap(n, n - 1))}>{ icon(Icon::Up) }</button>
                <button type="button" class="button button-quiet button-icon" aria-label={words::remove_speaker(&name)}
                    title={words::remove()} onclick={change(dispatch, chain, move |chain| drop(chain.remove(n)))}>{ icon(Icon::Close) }</button>
            </li>
        }
    };
    let add = {
        let (dispatch, chain) = (dispatch.clone(), chain.to_vec());
        Callback::from(move |text: String| {
            let text = text.trim();
            if !text.is_empty() {
                let mut chain = chain.clone();
                chain.push(Speaker::Text(text.to_owned()));
                set(&dispatch, chain);
                // The field is pushed down by the one that comes before it.
                Timeout::new(0, || focus::into_view(focus::INSPECTOR, ADD)).forget();
            }
        })
    };
    html! {
        <fieldset class="speakers">
            <legend class="field-label">{ words::speakers() }</legend>
            <ol class="speaker-list">{ for chain.iter().enumerate().map(row) }</ol>
            { Field::new(words::add_speaker(), "").id(ADD).bare().clears().onchange(add)
                .placeholder(if chain.is_empty() { words::first_speaker() } else { words::next_speaker() }).html() }
        </fieldset>
    }
}
