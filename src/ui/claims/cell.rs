//! What a cell of the matrix shows: a sign for how it stands, what it says, on whose word.

use crate::app::{ShownCell, ShownHead, Sign};
use crate::words;
use yew::prelude::*;

/// What a cell says, for the eye. Every part is there, empty or not (the styles hide the empty ones): another order of the
/// rows then changes texts and makes no element anew.
pub(super) fn inside(cell: &ShownCell) -> Html {
    let count = if cell.count > 1 { words::number(cell.count as u64) } else { String::new() };
    let between = if cell.stance.is_empty() || cell.speaker.is_empty() { "" } else { " · " };
    html! {
        <>
            { sign(cell.sign()) }
            <span class="claim-says">
                <span class="claim-figure" dir="auto">{ &cell.figure }</span>
                <span class="claim-who">{ cell.stance }{ between }<bdi>{ &cell.speaker }</bdi></span>
            </span>
            <span class="figures claim-count">{ count }</span>
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

/// A word of so many letters, figures and signs without a place to break at is shown without its middle, where a head is
/// too narrow for it. Names of files are such words.
const LONG: usize = 12;
/// So much of its end is always shown.
const END: usize = 4;

/// A name, whose too long words lose their middle and not their end; the styles see to that, by the room there is.
pub(super) fn name(name: &str) -> Html {
    let word = |word: &str| match cut(word) {
        Some((begin, end)) => html! {
            <span class="long-word"><span class="long-begin">{ begin.to_owned() }</span><span>{ end.to_owned() }</span></span>
        },
        None => html! { { word.to_owned() } },
    };
    html! { <>{ for name.split_inclusive(' ').map(word) }</> }
}

/// Where a word is cut whose middle may go. A hyphen is a place to break at, and so is every letter of many scripts.
fn cut(word: &str) -> Option<(&str, &str)> {
    let solid = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '.' | '+' | '~');
    let long = word.split(|char| !solid(char)).any(|part| part.len() > LONG);
    // The end is cut between letters: only of a word that is all of them.
    (long && word.is_ascii()).then(|| word.split_at(word.trim_end().len() - END))
}

/// What the head of a column says beside its name. Each fact runs in its own direction.
pub(super) fn more(head: &ShownHead) -> Html {
    let one =
        |(n, fact): (usize, &String)| html! { <>{ if n == 0 { "" } else { " · " } }<bdi>{ fact }</bdi></> };
    html! { <>{ for head.facts.iter().enumerate().map(one) }</> }
}
