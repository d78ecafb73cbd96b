//! The card of an entity: what it is, and every mention of it in its context.

use super::{names, step, types};
use crate::app::{
    Action, CARD, Card, CardRow, EntitiesScreen, EntityAct, MERGE, MERGE_INTO, Session, context,
};
use crate::model::{Annotation, LabelId};
use crate::ui::kit::{Button, Choice, Field, Icon, Select, class, on_escape, select, slot};
use crate::ui::{Dispatch, Slots, act, address, facts, maybe, typed};
use crate::words::{self, entities as own};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The card.
pub(super) fn card(
    screen: &EntitiesScreen,
    session: &Session,
    card: &Card,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let entity = &card.entity;
    let label = session.project.schema.label(&entity.label);
    let set = |make: fn(crate::model::EntityId, String) -> EntityAct| {
        let id = entity.id.clone();
        step(dispatch, move |typed: String| make(id.clone(), typed))
    };
    let mut choices = types(&session.project.schema);
    // A type that the schema has no more is shown all the same.
    if !choices.iter().any(|choice| choice.value == entity.label.as_str()) {
        choices.push(Choice::new(entity.label.to_string(), entity.label.to_string()));
    }
    let kind = Select {
        label: own::kind().into(),
        bare: false,
        value: entity.label.as_str(),
        choices,
        onchange: set(|id, label| EntityAct::Label(id, LabelId::new(label))),
    };
    let close = act(dispatch, Action::step(EntityAct::Open(None)));
    let onkeydown = typed::closes(&close);
    html! {
        <section class="card" key={entity.id.as_str()} aria-label={entity.name.clone()} {onkeydown}>
            // With keys, or what goes with the question would be made into its neighbour, and that one anew.
            <div class="card-head" key="head">
                <h2 id={CARD} tabindex="-1">
                    <span class={class("swatch", &[(true, &slot(label.map_or(0, |label| label.colour)))])} aria-hidden="true"></span>
                    <span dir="auto">{ &entity.name }</span>
                </h2>
                { tools(screen, card, dispatch) }
                { Button::new(own::close_card(), close).icon(Icon::Close).sign_only().quiet().html() }
            </div>
            { for screen.merging.as_ref().map(|typed| merge(typed, session, card, dispatch)) }
            // What a card is opened for; what it is called and what is known of it comes below.
            { mentions(screen, session, card, dispatch, slots) }
            <div class="card-details" key="details">
                <div class="form-grid">
                    { Field::new(own::name(), entity.name.clone()).onchange(set(EntityAct::Name)).html() }
                    <div class="field">{ select(kind) }</div>
                </div>
                <div class="card-registers">
                    { names::names(dispatch, card) }
                    { names::ids(dispatch, card) }
                </div>
                <div class="form-grid">
                    { Field::new(own::description(), entity.description.clone()).rows(2).rests().onchange(set(EntityAct::Describe)).html() }
                    { Field::new(own::note(), entity.note.clone()).rows(2).rests().onchange(set(EntityAct::Note)).html() }
                </div>
            </div>
        </section>
    }
}

/// Merging and deleting.
fn tools(screen: &EntitiesScreen, card: &Card, dispatch: &Dispatch) -> Html {
    let id = &card.entity.id;
    let step_of = |step: EntityAct| act(dispatch, Action::step(step));
    let merging = screen.merging.is_some();
    let ask = step_of(EntityAct::Ask((!merging).then(String::new)));
    html! {
        <div class="tools">
            { Button::new(own::merge(), ask).id(MERGE).expanded(merging).title(own::merge_drop()).html() }
            { Button::new(own::delete_entity(), step_of(EntityAct::Delete(id.clone()))).icon(Icon::Delete).danger()
                .title(own::ask_delete(card.mentions)).html() }
        </div>
    }
}

/// Which entity is the same: a field, and below it those that hold what is typed.
fn merge(typed: &str, session: &Session, card: &Card, dispatch: &Dispatch) -> Html {
    const OFFERED: usize = 6;
    let id = &card.entity.id;
    let asked = if typed.trim().is_empty() { card.entity.name.as_str() } else { typed };
    let found = session.names_like(asked, OFFERED + 1);
    let rows = found.into_iter().filter(|(other, _)| other != id).take(OFFERED).filter_map(|(other, matched)| {
        let entity = session.project.entities.get(&other)?;
        let merged = Action::step(EntityAct::Merge(id.clone(), other.clone()));
        let dispatch = dispatch.clone();
        let take = Callback::from(move |_| {
            // The row goes, and taking the focus off it then would ask for the layout of a page that is made by half.
            let heading = gloo_utils::document().get_element_by_id(CARD);
            if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
                let _ = heading.focus();
            }
            dispatch.emit(merged.clone());
        });
        let label = session.project.schema.label(&entity.label).map_or("", |label| &label.name);
        Some(html! {
            <li key={other.as_str()} class="card-name">
                { Button::new(entity.name.clone(), take).html() }
                <span class="hint" dir="auto">{ label }{ if matched == entity.name { String::new() } else { format!(" · {matched}") } }</span>
            </li>
        })
    });
    let cancel = {
        let dispatch = dispatch.clone();
        on_escape(true, move |_| dispatch.emit(Action::step(EntityAct::Ask(None))))
    };
    html! {
        <div class="card-merge" key="merge" onkeydown={cancel}>
            { Field::new(own::merge_ask(), typed.to_owned()).id(MERGE_INTO).hint(own::merge_hint())
                .oninput(step(dispatch, |typed| EntityAct::Ask(Some(typed)))).html() }
            <ul role="list" aria-label={own::merge_ask()}>{ for rows }</ul>
        </div>
    }
}

fn mentions(
    screen: &EntitiesScreen,
    session: &Session,
    card: &Card,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let id = &card.entity.id;
    // A card that shows something else shows at once what is in view of it.
    let of = std::ptr::from_ref(card).addr();
    let made = slots.windows.mentions.made_in_slices(card.rows.len(), of, usize::MAX);
    let step_of = |step: EntityAct| act(dispatch, Action::step(step));
    let some = !screen.ticked.is_empty();
    html! {
        <div class="card-mentions" key="mentions">
            <div class="card-mentions-head">
                <h3>{ own::mentions(card.mentions) }</h3>
                <span class="hint">{ words::articles(card.articles) }</span>
                <div class="tools" hidden={!some}>
                    { Button::new(own::split_ticked(), step_of(EntityAct::Split(id.clone()))).html() }
                    { Button::new(own::unlink_ticked(), step_of(EntityAct::Unlink(id.clone()))).html() }
                </div>
            </div>
            <p class="hint" hidden={card.mentions > 0}>{ own::no_mentions() }</p>
            <div class="card-rows" hidden={card.mentions == 0} ref={made.scroller} ~style={made.room} onscroll={slots.onscroll.clone()}>
                <ul class="rows" role="list" aria-label={own::mentions(card.mentions)}>
                    { for made.rows.filter_map(|n| row(screen, session, card, n, dispatch)) }
                </ul>
            </div>
        </div>
    }
}

fn row(
    screen: &EntitiesScreen,
    session: &Session,
    card: &Card,
    n: usize,
    dispatch: &Dispatch,
) -> Option<Html> {
    let place = |class: &'static str, key: String, inside: Html| {
        html! {
            <li {key} {class} aria-setsize={card.rows.len().to_string()} aria-posinset={(n + 1).to_string()}>{ inside }</li>
        }
    };
    Some(match &card.rows[n] {
        CardRow::Article(id, count) => {
            let metadata = &session.project.document(id)?.metadata;
            let more = [metadata.outlet.as_str(), metadata.language.as_str(), metadata.published.as_str()];
            let more: Vec<&str> = more.into_iter().filter(|fact| !fact.is_empty()).collect();
            let inside = html! {
                <>
                    <h4 dir="auto">{ facts::title(metadata) }</h4>
                    <span class="hint card-facts">{ for more.into_iter().enumerate().map(fact) }</span>
                    <span class="figures hint">{ words::number(*count as u64) }</span>
                </>
            };
            place("result result-article", id.to_string(), inside)
        }
        CardRow::Mention(annotation) => {
            place("result", annotation.id.to_string(), mention(screen, session, annotation, dispatch)?)
        }
    })
}

/// One of several facts in a line, each in its own direction.
fn fact((n, fact): (usize, &str)) -> Html {
    html! { <>{ if n == 0 { "" } else { " · " } }<bdi>{ fact }</bdi></> }
}

/// A mention in its context, with a box to tick it.
fn mention(
    screen: &EntitiesScreen,
    session: &Session,
    annotation: &Annotation,
    dispatch: &Dispatch,
) -> Option<Html> {
    let document = session.project.document(&annotation.document)?;
    let (before, behind) = context(&document.text, annotation.fragments.hull());
    let quote = session.named(annotation);
    let onchange = {
        let id = annotation.id.clone();
        maybe(dispatch, move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>()?;
            Some(Action::step(EntityAct::Tick(id.clone(), input.checked())))
        })
    };
    let go = act(dispatch, Action::step(EntityAct::GoTo(annotation.document.clone(), annotation.id.clone())));
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        go.emit(());
    };
    Some(html! {
        <>
            <input type="checkbox" aria-label={own::tick_mention(&quote)} checked={screen.ticked.contains(&annotation.id)} {onchange} />
            <a class="result-link" dir="auto" href={address::of_article(&annotation.document)} {onclick}>
                <span class="result-before"><span>{ before }</span></span>
                <mark class="result-hit">{ quote }</mark>
                <span class="result-behind">{ behind }</span>
            </a>
        </>
    })
}
