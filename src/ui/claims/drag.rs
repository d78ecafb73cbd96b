//! The head of a row or column dragged to the place of another one. By touch it goes by the buttons of the open claim, by
//! keys by Alt and the arrows.

use super::step;
use crate::analysis::matrix::Head;
use crate::app::ClaimAct;
use crate::model::ClaimId;
use crate::ui::Dispatch;
use web_sys::{DragEvent, Element};
use yew::prelude::*;

/// What is carried says all that a head must know while another hangs over it: then nothing but the type can be read.
const TYPE: &str = "application/x-postil-matrix";

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
    let types = event.data_transfer()?.types();
    let from: usize = types.iter().find_map(|own| {
        let own = own.as_string()?;
        own.strip_prefix(TYPE)?.strip_prefix('-')?.strip_prefix(kind)?.strip_prefix('-')?.parse().ok()
    })?;
    Some(here as isize - from as isize).filter(|by| *by != 0)
}

fn kind(dragged: &Dragged) -> &'static str {
    match dragged {
        Dragged::Row(_) => "row",
        Dragged::Column(_) => "column",
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
            if let Some(transfer) = event.data_transfer() {
                let _ = transfer.set_data(&format!("{TYPE}-{kind}-{here}"), "");
                transfer.set_effect_allowed("move");
            }
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
