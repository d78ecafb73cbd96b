//! What changed in the text: each place with what was taken out and put in.

use crate::app::{Look, PASSAGES_SHOWN as SHOWN, Passage, Piece};
use crate::words::{self, correct as names};
use yew::prelude::*;

/// The places, in the order of the text.
pub(super) fn section(look: &Look) -> Html {
    let more = look.passages.len() > SHOWN;
    html! {
        <section class="correct-changes" aria-label={names::what_changed()}>
            <h3>{ names::what_changed() }</h3>
            <ul role="list">{ for look.passages.iter().take(SHOWN).enumerate().map(passage) }</ul>
            if more {
                <p class="hint">{ names::first_places(&words::number(SHOWN as u64)) }</p>
            }
        </section>
    }
}

fn passage((n, passage): (usize, &Passage)) -> Html {
    html! { <li key={n} class="correct-passage" dir="auto">{ for passage.pieces.iter().map(piece) }</li> }
}

/// What was taken out and put in is told by words too, for those who do not see it. A line break shows as a sign.
fn piece(piece: &Piece) -> Html {
    let breaks = |text: &str| text.replace('\n', "¶\n");
    match piece {
        Piece::Same(text) => html! { <span>{ text }</span> },
        Piece::Gone(text) => {
            html! { <del><span class="visually-hidden">{ names::gone() }</span>{ breaks(text) }</del> }
        }
        Piece::Put(text) => {
            html! { <ins><span class="visually-hidden">{ names::put() }</span>{ breaks(text) }</ins> }
        }
    }
}
