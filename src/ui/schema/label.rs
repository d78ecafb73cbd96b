//! The chosen label, and everything that can be changed about it.

use super::{attribute, step, wrong};
use crate::app::{LABEL_EDITOR, LabelAct, LabelChange, Place, SchemaScreen, Uses};
use crate::model::{Kind, Label, SLOTS, Schema};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Choice, Field, Icon, Select, class, select, slot};
use crate::words::schema as words;
use yew::prelude::*;

/// What a kind is called here.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => words::kind_entity(),
        Kind::Claim => words::kind_claim(),
        Kind::Other => words::kind_other(),
    }
}

/// What is of that kind; nothing where its name says it.
fn kind_hint(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => words::kind_entity_hint(),
        Kind::Claim => words::kind_claim_hint(),
        Kind::Other => "",
    }
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => "entity",
        Kind::Claim => "claim",
        Kind::Other => "other",
    }
}

/// The editor of the chosen label, or what to do where none is.
pub(super) fn editor(
    dispatch: &Dispatch,
    screen: &SchemaScreen,
    schema: &Schema,
    uses: &Uses,
    label: Option<&Label>,
    asked: attribute::Asked<'_>,
) -> Html {
    let Some(label) = label else {
        return html! {
            <section class="schema-editor schema-empty" key="none"><p class="hint">{ words::choose_a_label() }</p></section>
        };
    };
    let id = &label.id;
    let set = |make: fn(String) -> LabelChange| {
        let id = id.clone();
        step(dispatch, move |typed| LabelAct::Change(id.clone(), make(typed)))
    };
    let kind = set(|word| {
        LabelChange::Kind(Kind::ALL.into_iter().find(|kind| kind_word(*kind) == word).unwrap_or(Kind::Other))
    });
    let delete = {
        let id = id.clone();
        step(dispatch, move |()| LabelAct::Delete(id.clone()))
    };
    let kinds = Select {
        label: words::kind().into(),
        bare: false,
        value: kind_word(label.kind),
        choices: Kind::ALL.map(|kind| Choice::new(kind_word(kind), kind_name(kind))).into(),
        onchange: kind,
    };
    // What is typed in a field belongs to this label: another one's fields are made anew.
    html! {
        <section class="schema-editor" key={id.as_str()} aria-label={label.name.clone()}>
            <div class="schema-back">{ Button::new(words::all_labels(), step(dispatch, |()| LabelAct::Back)).icon(Icon::Up).quiet().html() }</div>
            <h2 class="schema-title" id={LABEL_EDITOR} tabindex="-1">
                <span class={class("swatch", &[(true, &slot(label.colour))])} aria-hidden="true"></span>
                <span dir="auto">{ &label.name }</span>
            </h2>
            <div class="form-grid">
                { Field::new(words::name(), label.name.clone()).onchange(set(LabelChange::Name))
                    .wrong(wrong(screen, Place::Name)).html() }
                { Field::new(words::key(), label.key.map(String::from).unwrap_or_default())
                    .onchange(set(LabelChange::Key)).hint(words::key_hint()).wrong(wrong(screen, Place::Key)).html() }
                <div class="field">{ select(kinds) }<span class="hint">{ kind_hint(label.kind) }</span></div>
                { Field::new(words::group(), label.group.clone()).onchange(set(LabelChange::Group))
                    .hint(words::group_hint()).html() }
            </div>
            { colours(dispatch, label) }
            { Field::new(words::description(), label.description.clone()).rows(2).rests()
                .onchange(set(LabelChange::Description)).hint(words::description_hint()).html() }
            { attribute::attributes(dispatch, screen, schema, uses, label, asked) }
            <div class="tools">
                { Button::new(words::delete_label(), delete).icon(Icon::Delete).danger().html() }
            </div>
        </section>
    }
}

/// The twelve slots, one of which is chosen.
fn colours(dispatch: &Dispatch, label: &Label) -> Html {
    let one = |colour: u8| {
        let id = label.id.clone();
        let choose =
            step(dispatch, move |_: Event| LabelAct::Change(id.clone(), LabelChange::Colour(colour)));
        html! {
            <label class={class("colour", &[(true, &slot(colour))])} key={colour} title={words::colour_name(colour)}>
                <input type="radio" name="colour" class="visually-hidden" aria-label={words::colour_name(colour)}
                    checked={label.colour == colour} onchange={choose} />
                <span class="swatch" aria-hidden="true"></span>
            </label>
        }
    };
    html! {
        <fieldset class="colours">
            <legend class="field-label">{ words::colour() }</legend>
            <div class="colour-list">{ for (0..SLOTS).map(one) }</div>
        </fieldset>
    }
}
