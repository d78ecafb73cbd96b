//! What a cell of the matrix shows: a sign for how it stands, what it says, on whose word.

use crate::analysis::Standing;
use crate::analysis::matrix::Cell;
use crate::app::Session;
use crate::words::{self, claims as own};
use yew::prelude::*;

/// The sign, its name in styles, its name in words. The sign says the same as the colour.
pub(super) fn standing(standing: Standing) -> (&'static str, &'static str, &'static str) {
    match standing {
        Standing::Silent => ("", "silent", own::silent()),
        Standing::Agree => ("=", "agree", own::agree()),
        Standing::Compatible => ("≈", "compatible", own::compatible()),
        Standing::OtherTime => ("◷", "other-time", own::other_time()),
        Standing::Conflict => ("≠", "conflict", own::conflict()),
    }
}

/// What a cell says, for the eye.
pub(super) fn inside(session: &Session, cell: &Cell, is_reference: bool) -> Html {
    let (sign, ..) = standing(cell.standing);
    let figure = cell.quantity.as_ref().map(|quantity| quantity.to_string());
    let stance = cell.stance.map(|stance| stance.word());
    let speaker = session.who_name(&cell.speaker);
    html! {
        <>
            <span class="claim-sign" aria-hidden="true">{ if is_reference { "◆" } else { sign } }</span>
            <span class="claim-says">
                <span class="claim-figure" dir="auto">{ figure.or(stance.map(str::to_owned)).unwrap_or_default() }</span>
                if !speaker.is_empty() {
                    <span class="claim-speaker" dir="auto">{ speaker }</span>
                }
            </span>
            if cell.count() > 1 {
                <span class="figures claim-count">{ words::number(cell.count() as u64) }</span>
            }
        </>
    }
}

/// The same in words.
pub(super) fn said(session: &Session, cell: &Cell, is_reference: bool) -> String {
    let (_, _, name) = standing(cell.standing);
    let mut parts = vec![if is_reference { own::reference().to_owned() } else { name.to_owned() }];
    parts.extend(cell.stance.map(|stance| stance.word().to_owned()));
    parts.extend(cell.quantity.as_ref().map(|quantity| quantity.to_string()));
    parts.push(session.who_name(&cell.speaker));
    parts.push(own::statements(cell.count()));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
