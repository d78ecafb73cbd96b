//! A label dragged to another place of its group by its grip. By touch and by keys it goes by the buttons beside it.

use super::step;
use crate::app::LabelAct;
use crate::model::LabelId;
use crate::ui::Dispatch;
use web_sys::{DataTransfer, DragEvent, Element, HtmlElement};
use yew::prelude::*;

/// What is carried says all that a row must know while something hangs over it: then nothing but the type can be read.
const TYPE: &str = "application/x-postil-label";

/// Where a label stands: which group of the list, and which place in it.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub group: usize,
    pub n: usize,
}

impl Spot {
    fn write(self) -> String {
        format!("{TYPE}-{}-{}", self.group, self.n)
    }

    /// The spot that a dragged label comes from, if it is one.
    fn read(transfer: &DataTransfer) -> Option<Self> {
        transfer.types().iter().find_map(|kind| {
            let kind = kind.as_string()?;
            let (group, n) = kind.strip_prefix(TYPE)?.strip_prefix('-')?.split_once('-')?;
            Some(Self { group: group.parse().ok()?, n: n.parse().ok()? })
        })
    }
}

/// By how many places the label that hangs over this spot would move, if it may go there.
fn by(event: &DragEvent, here: Spot) -> Option<isize> {
    let from = Spot::read(&event.data_transfer()?)?;
    (from.group == here.group).then_some(here.n as isize - from.n as isize).filter(|by| *by != 0)
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
                let Some(by) = by(&event, here) else { return };
                event.prevent_default();
                if let Some(row) = row(&event) {
                    let _ = row.set_attribute("data-drop", if by > 0 { "after" } else { "before" });
                }
            }),
            leave: Callback::from(|event: DragEvent| clear(&event)),
            drop: Callback::from(move |event: DragEvent| {
                clear(&event);
                let Some(by) = by(&event, here) else { return };
                event.prevent_default();
                let id = event.data_transfer().and_then(|transfer| transfer.get_data(TYPE).ok());
                if let Some(id) = id.filter(|id| !id.is_empty()) {
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
        let Some(transfer) = event.data_transfer() else { return };
        let _ = transfer.set_data(TYPE, &id);
        let _ = transfer.set_data(&here.write(), "");
        transfer.set_effect_allowed("move");
        if let Some(row) = event.target_dyn_into::<HtmlElement>().and_then(|grip| grip.parent_element()) {
            transfer.set_drag_image(&row, 0, 0);
        }
    };
    html! { <span class="schema-grip" draggable="true" aria-hidden="true" {ondragstart}></span> }
}
