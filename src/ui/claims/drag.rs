//! The head of a row or column dragged to the place of another one. By touch it goes by the buttons of the open claim, by
//! keys by Alt and the arrows.

use super::step;
use crate::analysis::matrix::Head;
use crate::app::ClaimAct;
use crate::model::ClaimId;
use crate::ui::Dispatch;
use crate::ui::kit::{carried, carry};
use web_sys::{DragEvent, Element};
use yew::prelude::*;

/// What is dragged.
#[derive(Clone)]
pub(super) enum Dragged {
    Row(ClaimId),
    Column(Head),
}

/// What the head of a row or column does about dragged ones; it is the nth of them.
pub(super) struct Drag {
    pub start: Callback<DragEvent>,
    pub over: Callback<DragEvent>,
    pub leave: Callback<DragEvent>,
    pub drop: Callback<DragEvent>,
}

/// By how many places the head that hangs here would move, if it is one of `kind`.
fn by(event: &DragEvent, kind: &str, here: usize) -> Option<isize> {
    let from: usize = carried(event, kind)?.0.parse().ok()?;
    Some(here as isize - from as isize).filter(|by| *by != 0)
}

fn kind(dragged: &Dragged) -> &'static str {
    match dragged {
        Dragged::Row(_) => "row-",
        Dragged::Column(_) => "column-",
    }
}

/// Of the nth row or column; `at` finds what stands at a place of the same kind.
pub(super) fn drag(
    dispatch: &Dispatch,
    own: Dragged,
    here: usize,
    at: impl Fn(usize) -> Option<Dragged> + 'static,
) -> Drag {
    let kind = kind(&own);
    let put = step(dispatch, |(dragged, by): (Dragged, isize)| match dragged {
        Dragged::Row(claim) => ClaimAct::MoveRow(claim, by),
        Dragged::Column(head) => ClaimAct::MoveColumn(head, by),
    });
    Drag {
        start: Callback::from(move |event: DragEvent| {
            carry(&event, &format!("{kind}{here}"), "", "move");
        }),
        over: Callback::from(move |event: DragEvent| {
            if let Some(by) = by(&event, kind, here) {
                event.prevent_default();
                hang(&event, Some(by));
            }
        }),
        leave: Callback::from(|event: DragEvent| hang(&event, None)),
        drop: Callback::from(move |event: DragEvent| {
            hang(&event, None);
            let Some(by) = by(&event, kind, here) else { return };
            event.prevent_default();
            if let Some(dragged) = here.checked_add_signed(-by).and_then(&at) {
                put.emit((dragged, by));
            }
        }),
    }
}

/// Shows where what hangs over a head would go.
fn hang(event: &DragEvent, by: Option<isize>) {
    let head = event.target_dyn_into::<Element>().and_then(|inside| inside.closest("[data-head]").ok()?);
    let Some(head) = head else { return };
    let _ = match by {
        Some(by) => head.set_attribute("data-drop", if by > 0 { "after" } else { "before" }),
        None => head.remove_attribute("data-drop"),
    };
}
