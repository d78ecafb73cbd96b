//! Section *Repeated passages*: what of the article stands elsewhere too, and where.

use crate::analysis::{Repeat, Repeated};
use crate::app::{Action, PassageAct, REPEATED, Reading, Session, Unfolded};
use crate::ui::kit::{Button, Icon};
use crate::ui::{Dispatch, act, facts};
use crate::words::{number, passages as words};
use yew::prelude::*;

/// Of a passage so many characters are shown.
const QUOTE: usize = 90;
/// So many passages, and so many of the places of one, are listed.
const LISTED: usize = 100;

/// The section; nothing where no passage stands elsewhere.
pub(super) fn repeated_passages(dispatch: &Dispatch, session: &Session, reading: &Reading) -> Option<Html> {
    let all = session.repeated();
    if all.is_empty() {
        return None;
    }
    let folded = reading.repeated == Unfolded::No;
    let next = if folded { Unfolded::List } else { Unfolded::No };
    let fold = act(dispatch, Action::step(PassageAct::Show(next)));
    let head = Button::new(words::title(), fold).quiet().expanded(!folded);
    // Around the one that is unfolded: there may be thousands in two versions of one book.
    let at = match reading.repeated {
        Unfolded::Passage(at) => all.iter().position(|passage| passage.span.start() == at).unwrap_or(0),
        _ => 0,
    };
    let shown = all.iter().skip(at.saturating_sub(LISTED / 2)).take(if folded { 0 } else { LISTED });
    Some(html! {
        <section class="repeated" key="repeated" aria-label={words::title()}>
            <div class="repeated-head">
                { head.icon(if folded { Icon::Right } else { Icon::Down }).html() }
                <span class="hint" title={words::passages(all.len())}>{ number(all.len() as u64) }</span>
            </div>
            <ul class="repeated-list" role="list" hidden={folded}>
                { for shown.map(|passage| one(dispatch, session, reading, passage)) }
            </ul>
        </section>
    })
}

/// One passage, and where it also stands, if it is unfolded.
fn one(dispatch: &Dispatch, session: &Session, reading: &Reading, passage: &Repeated) -> Html {
    let at = passage.span.start();
    let open = reading.repeated == Unfolded::Passage(at);
    let text = session.document().and_then(|document| document.text.get(passage.span)).unwrap_or_default();
    let cut = text.char_indices().nth(QUOTE).map_or(text.len(), |(at, _)| at);
    let more = if cut < text.len() { "…" } else { "" };
    let onclick = {
        let next = if open { Unfolded::List } else { Unfolded::Passage(at) };
        act(dispatch, Action::step(PassageAct::Show(next)))
    };
    let left = passage.others.len().saturating_sub(LISTED);
    html! {
        <li key={at.0.to_string()} class="repeated-one">
            <button type="button" class="repeated-button" id={format!("{REPEATED}-{}", at.0)}
                aria-expanded={open.to_string()} title={words::stands_in(passage.others.len())} {onclick}>
                <span class="repeated-text" dir="auto">{ &text[..cut] }{ more }</span>
                <span class="hint">{ number(passage.others.len() as u64) }</span>
            </button>
            if open {
                <ul class="repeated-places" role="list">
                    { for passage.others.iter().take(LISTED).filter_map(|other| place(dispatch, session, passage, other)) }
                </ul>
                <p class="hint" hidden={left == 0}>{ words::more_places(left) }</p>
            }
        </li>
    }
}

/// A place where it also stands: article, outlet, date, and what can be done.
fn place(dispatch: &Dispatch, session: &Session, passage: &Repeated, other: &Repeat) -> Option<Html> {
    let document = session.project.document(&other.document)?;
    let here = session.document().is_some_and(|open| open.id == document.id);
    let title = if here { words::this_article().to_owned() } else { facts::title(&document.metadata) };
    let go = act(dispatch, Action::step(PassageAct::GoTo(other.document.clone(), other.span)));
    let show = act(dispatch, Action::step(PassageAct::ShowBeside(other.document.clone(), other.span)));
    let beside = session.beside.as_ref().is_some_and(|aside| aside.document == document.id);
    let take = PassageAct::Offer(passage.span, other.document.clone(), other.span);
    let (marks, take) = (session.marks_in(&other.document, other.span), act(dispatch, Action::step(take)));
    let alike = if other.likeness == 100 { words::same().to_owned() } else { words::alike(other.likeness) };
    let offer = words::offer_marks(marks);
    Some(html! {
        <li class="repeated-place" key={format!("{}-{}", other.document, other.span.start().0)}>
            <p class="repeated-title" dir="auto">{ &title }</p>
            <p class="hint">{ facts::origin(&document.metadata, &alike) }</p>
            <div class="tools">
                { Button::new(words::go_there(), go).title(words::go_there_in(&title)).html() }
                if !here && !beside {
                    { Button::new(words::show_beside(), show).title(words::show_beside_in(&title)).html() }
                }
                if marks > 0 {
                    { Button::new(offer.clone(), take).title(words::offer_of(&offer, &title)).html() }
                } else {
                    <span class="hint">{ words::no_marks() }</span>
                }
            </div>
        </li>
    })
}
