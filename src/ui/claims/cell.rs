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
