//! A label dragged to another place of its group by its grip. By touch and by keys it goes by the buttons beside it.

use super::step;
use crate::app::LabelAct;
use crate::model::LabelId;
use crate::ui::Dispatch;
use crate::ui::kit::{carried, carry};
use web_sys::{DragEvent, Element, HtmlElement};
use yew::prelude::*;

const KIND: &str = "label-";

/// Where a label stands: which group of the list, and which place in it.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub group: usize,
    pub n: usize,
}

impl Spot {
    fn write(self) -> String {
        format!("{KIND}{}-{}", self.group, self.n)
    }

    fn read(written: &str) -> Option<Self> {
        let (group, n) = written.split_once('-')?;
        Some(Self { group: group.parse().ok()?, n: n.parse().ok()? })
    }
}

/// By how many places the label that hangs over this spot would move, if it may go there; and which one it is once it is
/// let go.
fn by(event: &DragEvent, here: Spot) -> Option<(isize, String)> {
    let (from, id) = carried(event, KIND)?;
    let from = Spot::read(&from).filter(|from| from.group == here.group)?;
    Some((here.n as isize - from.n as isize, id)).filter(|(by, _)| *by != 0)
}

fn row(event: &DragEvent) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest("li").ok()?
}

/// What a row does about dragged labels: where it would go is drawn, and it goes there.
pub(super) struct Drop {
    pub over: Callback<DragEvent>,
    pub leave: Callback<DragEvent>,
    pub drop: Callback<DragEvent>,
}

impl Drop {
    /// The row at `here`.
    pub(super) fn at(dispatch: &Dispatch, here: Spot) -> Self {
        let put = step(dispatch, |(id, by): (LabelId, isize)| LabelAct::Move(id, by));
        Self {
            over: Callback::from(move |event: DragEvent| {
                let Some((by, _)) = by(&event, here) else { return };
                event.prevent_default();
                if let Some(row) = row(&event) {
                    let _ = row.set_attribute("data-drop", if by > 0 { "after" } else { "before" });
                }
            }),
            leave: Callback::from(|event: DragEvent| clear(&event)),
            drop: Callback::from(move |event: DragEvent| {
                clear(&event);
                let Some((by, id)) = by(&event, here) else { return };
                event.prevent_default();
                if !id.is_empty() {
                    put.emit((LabelId::new(id), by));
                }
            }),
        }
    }
}

fn clear(event: &DragEvent) {
    if let Some(row) = row(event) {
        let _ = row.remove_attribute("data-drop");
    }
}

/// What a label is dragged by.
pub(super) fn grip(id: &LabelId, here: Spot) -> Html {
    let id = id.to_string();
    let ondragstart = move |event: DragEvent| {
        carry(&event, &here.write(), &id, "move");
        let row = event.target_dyn_into::<HtmlElement>().and_then(|grip| grip.parent_element());
        if let (Some(transfer), Some(row)) = (event.data_transfer(), row) {
            transfer.set_drag_image(&row, 0, 0);
        }
    };
    html! { <span class="schema-grip" draggable="true" aria-hidden="true" {ondragstart}></span> }
}
