//! What a cell of the matrix shows: a sign for how it stands, what it says, on whose word.

use crate::app::{ShownCell, ShownHead, Sign};
use yew::prelude::*;

/// What a cell says, for the eye; its sign and its count are drawn by the styles, and its name says all. A step of scrolling
/// makes hundreds of cells: each element in them counts.
pub(super) fn inside(cell: &ShownCell) -> Html {
    let between = if cell.stance.is_empty() || cell.speaker.is_empty() { "" } else { " · " };
    // Isolated by characters: the name of a speaker may run the other way.
    let who = format!("{}{between}\u{2068}{}\u{2069}", cell.stance, cell.speaker);
    html! {
        <>
            if !cell.figure.is_empty() {
                <span class="claim-figure" dir="auto">{ &cell.figure }</span>
            }
            <span class="claim-who">{ who }</span>
        </>
    }
}

/// A sign, drawn. It is never read out: words say the same.
pub(super) fn sign(sign: Sign) -> Html {
    html! {
        <svg class="claim-sign" data-sign={sign.name()} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={sign.lines()} />
        </svg>
    }
}

/// What the signs mean.
pub(super) fn signs() -> Html {
    let item = |own: Sign| {
        html! { <li key={own.name()}><span class="claim-tile" data-standing={own.name()}>{ sign(own) }</span><span>{ own.word() }</span></li> }
    };
    html! { <>{ for Sign::ALL.map(item) }</> }
}

/// What the head of a column says beside its name. Each fact runs in its own direction.
pub(super) fn more(head: &ShownHead) -> Html {
    let one =
        |(n, fact): (usize, &String)| html! { <>{ if n == 0 { "" } else { " · " } }<bdi>{ fact }</bdi></> };
    html! { <>{ for head.facts.iter().enumerate().map(one) }</> }
}
