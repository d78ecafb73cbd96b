//! What an entity is called elsewhere: its other names, and its ids in other registries.

use super::step;
use crate::app::{Action, Card, EntityAct, Spelling};
use crate::model::{EntityId, ExternalId};
use crate::ui::kit::{Button, Field, Icon, on_enter};
use crate::ui::{Dispatch, act};
use crate::words::{self, entities as own};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// `id` of the field for another registry.
const SCHEME: &str = "entity-scheme";
/// `id` of the field for the id there.
const ID: &str = "entity-id";

/// The other names, with how often each is written, and a field for one more.
pub(super) fn names(dispatch: &Dispatch, card: &Card) -> Html {
    let id = &card.entity.id;
    let add = {
        let id = id.clone();
        step(dispatch, move |name: String| EntityAct::AddName(id.clone(), name))
    };
    html! {
        <fieldset class="card-names">
            <legend class="field-label">{ own::other_names() }</legend>
            <ul role="list">{ for card.spellings.iter().enumerate().map(|(n, spelling)| name(dispatch, id, n, spelling)) }</ul>
            { Field::new(own::add_name(), "").bare().clears().placeholder(own::add_name()).onchange(add).html() }
        </fieldset>
    }
}

fn name(dispatch: &Dispatch, id: &EntityId, n: usize, spelling: &Spelling) -> Html {
    let Spelling { alias, times } = spelling;
    let step = |step| act(dispatch, Action::step(step));
    let prefer = step(EntityAct::Prefer(id.clone(), alias.value.clone()));
    let remove = step(EntityAct::RemoveName(id.clone(), alias.value.clone()));
    let facts: Vec<&str> = [alias.language.as_str(), alias.script.as_str()]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect();
    let title = if *times == 0 { own::by_a_person().to_owned() } else { own::mentions(*times) };
    html! {
        <li class="card-name" key={n}>
            // Names from right to left begin where the others do: they are one list.
            <span class="card-name-text"><bdi>{ &alias.value }</bdi></span>
            <span class="hint">{ facts.join(" · ") }</span>
            <span class="figures hint" {title}>{ words::number(*times as u64) }</span>
            { Button::new(own::prefer(&alias.value), prefer).icon(Icon::Up).sign_only().quiet().html() }
            { Button::new(own::remove_name(&alias.value), remove).icon(Icon::Close).sign_only().quiet().html() }
        </li>
    }
}

/// Ids elsewhere, with two fields for one more.
pub(super) fn ids(dispatch: &Dispatch, card: &Card) -> Html {
    let id = &card.entity.id;
    let add = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        Callback::from(move |()| {
            let field =
                |id: &str| gloo_utils::document().get_element_by_id(id)?.dyn_into::<HtmlInputElement>().ok();
            let Some((scheme, own)) = field(SCHEME).zip(field(ID)) else { return };
            dispatch.emit(Action::step(EntityAct::AddId(id.clone(), scheme.value(), own.value())));
            own.set_value("");
        })
    };
    html! {
        <fieldset class="card-ids">
            <legend class="field-label">{ own::ids() }</legend>
            <ul role="list">{ for card.entity.ids.iter().enumerate().map(|(n, external)| external_id(dispatch, id, n, external)) }</ul>
            <div class="card-new-id" onkeydown={on_enter(add.clone())}>
                { Field::new(own::scheme(), "wikidata").id(SCHEME).bare().html() }
                { Field::new(own::id(), "").id(ID).bare().placeholder("Q42").html() }
                { Button::new(own::add_id(), add).icon(Icon::Add).sign_only().html() }
            </div>
        </fieldset>
    }
}

fn external_id(dispatch: &Dispatch, id: &EntityId, n: usize, external: &ExternalId) -> Html {
    let shown = format!("{} {}", external.scheme, external.id);
    let remove = act(dispatch, Action::step(EntityAct::RemoveId(id.clone(), external.clone())));
    // Somebody else's file may say anything: only what leads to a page is a link.
    let is_page = external.url.starts_with("https://") || external.url.starts_with("http://");
    html! {
        <li class="card-name" key={n}>
            if is_page {
                <a class="card-name-text" href={external.url.clone()} target="_blank" rel="noopener noreferrer">{ &shown }</a>
            } else {
                <span class="card-name-text" dir="auto">{ &shown }</span>
            }
            { Button::new(own::remove_id(&shown), remove).icon(Icon::Close).sign_only().quiet().html() }
        </li>
    }
}
