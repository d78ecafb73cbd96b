//! What a cell of the matrix shows: a sign for how it stands, what it says, on whose word.

use crate::app::ShownCell;
use crate::words;
use yew::prelude::*;

/// What a cell says, for the eye.
pub(super) fn inside(cell: &ShownCell) -> Html {
    html! {
        <>
            <span class="claim-sign" aria-hidden="true">{ cell.sign() }</span>
            <span class="claim-says">
                if !cell.figure.is_empty() {
                    <span class="claim-figure" dir="auto">{ &cell.figure }</span>
                }
                if !cell.stance.is_empty() {
                    <span class="claim-stance">{ cell.stance }</span>
                }
                if !cell.speaker.is_empty() {
                    <span class="claim-speaker" dir="auto">{ &cell.speaker }</span>
                }
            </span>
            if cell.count > 1 {
                <span class="figures claim-count">{ words::number(cell.count as u64) }</span>
            }
        </>
    }
}
