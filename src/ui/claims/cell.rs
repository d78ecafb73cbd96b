//! What a cell of the matrix shows: a sign for how it stands, what it says, on whose word.

use crate::app::ShownCell;
use crate::words;
use yew::prelude::*;

/// What a cell says, for the eye. Every part is there, empty or not (the styles hide the empty ones): another order of the
/// rows then changes texts and makes no element anew.
pub(super) fn inside(cell: &ShownCell) -> Html {
    let count = if cell.count > 1 { words::number(cell.count as u64) } else { String::new() };
    html! {
        <>
            <span class="claim-sign" aria-hidden="true">{ cell.sign() }</span>
            <span class="claim-says">
                <span class="claim-figure" dir="auto">{ &cell.figure }</span>
                <span class="claim-stance">{ cell.stance }</span>
                <span class="claim-speaker" dir="auto">{ &cell.speaker }</span>
            </span>
            <span class="figures claim-count">{ count }</span>
        </>
    }
}
