//! An entity dragged onto another one: it becomes part of it. By keys it goes by *Merge with …* on the card.

use super::step;
use crate::app::EntityAct;
use crate::model::EntityId;
use crate::ui::Dispatch;
use crate::ui::kit::{carried, carry};
use web_sys::{DragEvent, Element};
use yew::prelude::*;

const KIND: &str = "entity";

/// What a row does about dragged entities.
pub(super) struct Drag {
    pub start: Callback<DragEvent>,
    pub over: Callback<DragEvent>,
    pub leave: Callback<DragEvent>,
    pub drop: Callback<DragEvent>,
}

impl Drag {
    /// The row of this entity.
    pub(super) fn of(dispatch: &Dispatch, id: &EntityId) -> Self {
        let merge = step(dispatch, |(into, other): (EntityId, EntityId)| EntityAct::Merge(into, other));
        let (own, into) = (id.to_string(), id.clone());
        Self {
            start: Callback::from(move |event: DragEvent| carry(&event, KIND, &own, "link")),
            over: Callback::from(|event: DragEvent| {
                if carried(&event, KIND).is_some() {
                    event.prevent_default();
                    hang(&event, true);
                }
            }),
            leave: Callback::from(|event: DragEvent| hang(&event, false)),
            drop: Callback::from(move |event: DragEvent| {
                hang(&event, false);
                let Some((_, other)) = carried(&event, KIND) else { return };
                event.prevent_default();
                if !other.is_empty() && other != into.as_str() {
                    merge.emit((into.clone(), EntityId::new(other)));
                }
            }),
        }
    }
}

/// Shows the row over which one hangs.
fn hang(event: &DragEvent, hangs: bool) {
    let Some(row) = event.target_dyn_into::<Element>().and_then(|inside| inside.closest("li").ok()?) else {
        return;
    };
    let _ = if hangs { row.set_attribute("data-drop", "on") } else { row.remove_attribute("data-drop") };
}
