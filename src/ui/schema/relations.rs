//! Relation types and their roles.

use super::adds::adds;
use super::{step, wrong};
use crate::app::{NEW_RELATION, Place, RelationAct, RelationChange, SchemaScreen, Uses};
use crate::model::{Filler, RelationType, Role, Schema};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Field, Icon, check, class, icon, letter_cap};
use crate::words::{number, schema as words};
use yew::prelude::*;

/// The relation types, with a field for a new one; the one that is open can be changed.
pub(super) fn relations(dispatch: &Dispatch, screen: &SchemaScreen, schema: &Schema, uses: &Uses) -> Html {
    let add = step(dispatch, RelationAct::Add);
    let row = |kind: &RelationType| {
        let open = screen.relation.as_ref() == Some(&kind.id);
        let toggle = {
            let id = (!open).then(|| kind.id.clone());
            step(dispatch, move |_: MouseEvent| RelationAct::Open(id.clone()))
        };
        let used = uses.relation(&kind.id);
        let roles: Vec<&str> = kind.roles.iter().map(|role| role.name.as_str()).collect();
        html! {
            <li key={kind.id.as_str()} class={class("schema-card", &[(open, "schema-card-open")])}>
                <div class="schema-card-head">
                    <button type="button" class="schema-open" aria-expanded={open.to_string()} onclick={toggle}>
                        <span class="schema-name" dir="auto">{ &kind.name }</span>
                        <span class="schema-facts hint" dir="auto">{ roles.join(if kind.symmetric { " – " } else { " → " }) }</span>
                        { for kind.key.map(letter_cap) }
                        <span class="figures schema-uses">
                            { if used == 0 { String::new() } else { words::uses(&number(used as u64)) } }
                        </span>
                        <span class="schema-turn" aria-hidden="true">{ icon(if open { Icon::Up } else { Icon::Down }) }</span>
                    </button>
                </div>
                if open {
                    { editor(dispatch, screen, schema, kind) }
                }
            </li>
        }
    };
    html! {
        <section class="schema-relations" aria-label={words::relations()}>
            <h2>{ words::relations() }</h2>
            <p class="hint">{ words::relations_lead() }</p>
            <ul class="schema-cards" role="list">{ for schema.relation_types.iter().map(row) }</ul>
            <div class="form-grid">
                { adds(
                    Field::new(words::new_relation(), "").id(NEW_RELATION)
                        .wrong(wrong(screen, Place::NewRelation)),
                    words::add_relation(),
                    add,
                ) }
            </div>
        </section>
    }
}

fn editor(dispatch: &Dispatch, screen: &SchemaScreen, schema: &Schema, kind: &RelationType) -> Html {
    let id = &kind.id;
    let set = |make: fn(String) -> RelationChange| {
        let id = id.clone();
        step(dispatch, move |typed| RelationAct::Change(id.clone(), make(typed)))
    };
    let symmetric = {
        let id = id.clone();
        step(dispatch, move |on| RelationAct::Change(id.clone(), RelationChange::Symmetric(on)))
    };
    let delete = {
        let id = id.clone();
        step(dispatch, move |()| RelationAct::Delete(id.clone()))
    };
    let roles = kind.roles.iter().enumerate();
    html! {
        <div class="schema-card-body">
            <div class="form-grid">
                { Field::new(words::name(), kind.name.clone()).onchange(set(RelationChange::Name))
                    .wrong(wrong(screen, Place::RelationName)).html() }
                { Field::new(words::key(), kind.key.map(String::from).unwrap_or_default())
                    .onchange(set(RelationChange::Key)).title(words::relation_key_hint())
                    .wrong(wrong(screen, Place::RelationKey)).html() }
                { check(words::symmetric(), kind.symmetric, None, symmetric) }
            </div>
            <fieldset class="schema-values">
                <legend class="field-label">{ words::roles() }</legend>
                <ol class="schema-value-list" role="list">
                    { for roles.map(|(n, one)| role(dispatch, schema, kind, n, one)) }
                </ol>
                { adds(
                    Field::new(words::add_role(), "").bare().placeholder(words::add_role())
                        .wrong(wrong(screen, Place::Role)),
                    words::add_this_role(),
                    set(RelationChange::AddRole),
                ) }
            </fieldset>
            <div class="tools">
                { Button::new(words::delete_relation(), delete).icon(Icon::Delete).danger().html() }
            </div>
        </div>
    }
}

/// A role: its name, and what may fill it.
fn role(dispatch: &Dispatch, schema: &Schema, kind: &RelationType, n: usize, role: &Role) -> Html {
    let change = |change: RelationChange| {
        let id = kind.id.clone();
        step(dispatch, move |()| RelationAct::Change(id.clone(), change.clone()))
    };
    let rename = {
        let id = kind.id.clone();
        step(dispatch, move |typed| RelationAct::Change(id.clone(), RelationChange::Role(n, typed)))
    };
    let general = [
        (Filler::Annotation, words::any_annotation()),
        (Filler::Entity, words::an_entity()),
        (Filler::Claim, words::a_claim()),
        (Filler::Document, words::a_document()),
    ];
    let labels = schema.labels.iter().map(|label| (Filler::Label(label.id.clone()), label.name.as_str()));
    let filler = |(filler, name): (Filler, &str)| {
        let on = role.fillers.contains(&filler);
        let toggle = change(RelationChange::Filler(n, filler));
        Button::new(name.to_owned(), toggle).class("chip-button").pressed(on).html()
    };
    html! {
        <li class="schema-role" key={n}>
            <div class="schema-value">
                { Field::new(words::role(n + 1), role.name.clone()).bare().onchange(rename).html() }
                { Button::new(words::remove(&role.name), change(RelationChange::RemoveRole(n)))
                    .icon(Icon::Close).sign_only().quiet().disabled(kind.roles.len() <= 2).html() }
            </div>
            <div class="schema-fillers" role="group" aria-label={words::filled_by(&role.name)}>
                <span class="hint">{ words::filled_by(&role.name) }</span>
                { for general.into_iter().chain(labels).map(filler) }
                if role.fillers.is_empty() {
                    <span class="hint">{ words::anything() }</span>
                }
            </div>
        </li>
    }
}
