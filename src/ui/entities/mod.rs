//! The screen *Entities*: the registry, and beside it the card of one entity.

mod card;
mod drag;
mod list;
mod names;

use super::{Dispatch, Slots};
use crate::app::{Action, EntityAct, HEADING, Session, State};
use crate::model::{Kind, Schema};
use crate::ui::kit::Choice;
use crate::words::{self, entities as own};
use yew::prelude::*;

/// What a control does that hands over a value.
fn step<T: 'static>(dispatch: &Dispatch, make: impl Fn(T) -> EntityAct + 'static) -> Callback<T> {
    dispatch.reform(move |value| Action::step(make(value)))
}

/// The types that an entity may have.
fn types(schema: &Schema) -> Vec<Choice> {
    let labels = schema.labels.iter().filter(|label| label.kind == Kind::Entity);
    labels.map(|label| Choice::new(label.id.to_string(), label.name.clone())).collect()
}

/// The screen.
pub(crate) fn screen(state: &State, session: &Session, dispatch: &Dispatch, slots: &Slots) -> Html {
    let screen = &state.entities;
    let card = screen.open.as_ref().and_then(|id| session.card(id));
    let count = session.project.entities.len();
    html! {
        <section class="screen entities" key="entities" data-card={card.is_some().then_some("open")}>
            <header class="screen-head">
                <div>
                    <h1 id={HEADING}>{ words::entities_screen() }</h1>
                    <p class="hint">{ if count > 0 { own::entities(count) } else { String::new() } }</p>
                </div>
            </header>
            <div class="entities-parts">
                { list::list(screen, session, dispatch, slots) }
                { match &card {
                    Some(card) => card::card(screen, session, card, dispatch, slots),
                    None => html! {
                        <section class="card card-none" key="none">
                            <p class="hint">{ if count > 0 { own::choose_one() } else { "" } }</p>
                        </section>
                    },
                } }
            </div>
        </section>
    }
}
