//! The marks of one passage, offered for another: each in its context, to be ticked.

use super::{Warning, close, footer};
use crate::app::{Action, Offer, Offering, PassageAct, Session, context, quote};
use crate::model::Document;
use crate::ui::kit::{Button, Modal, chip};
use crate::ui::{Dispatch, act, facts, maybe};
use crate::words::{dialogs, passages as words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Of what is marked so much is shown.
const QUOTE: usize = 160;

/// Which of the marks are taken over.
pub(crate) fn passage_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    session: Option<&Session>,
    offering: &Offering,
) -> Html {
    let documents = session.and_then(|session| {
        let project = &session.project;
        Some((session, project.document(&offering.from)?, project.document(&offering.to)?))
    });
    let Some((session, from, to)) = documents else { return html! { <div key="gone"></div> } };
    let (chosen, onclose) = (offering.chosen(), close(dispatch));
    let take = Button::new(words::take(chosen), act(dispatch, Action::step(PassageAct::Take)));
    let modal = Modal {
        key: "passage",
        title: words::offered(),
        warning,
        guard: true,
        onclose: onclose.clone(),
        wide: true,
        footer: footer(dialogs::cancel(), onclose, take.disabled(chosen == 0)),
        ..Modal::default()
    };
    let rows = offering.offers.iter().enumerate();
    modal.html(html! {
        <>
            <p class="hint" dir="auto">{ words::from(&facts::title(&from.metadata)) }</p>
            <ul class="hits" role="list" aria-label={words::marks()}>
                { for rows.filter_map(|(n, offer)| row(dispatch, session, (from, to), n, offer)) }
            </ul>
        </>
    })
}

/// One mark as it would stand here, and how it reads there if that is not the same.
fn row(
    dispatch: &Dispatch,
    session: &Session,
    (from, to): (&Document, &Document),
    n: usize,
    offer: &Offer,
) -> Option<Html> {
    let here = to.text.get(offer.fragments.hull())?.replace('\n', " ");
    let there = quote(&from.text, &offer.of, QUOTE);
    let (before, behind) = context(&to.text, offer.fragments.hull());
    let label = session.project.schema.label(&offer.of.label);
    let link = offer.of.refers_to.as_ref().and_then(|to| session.name_of(to));
    let other = match offer.same {
        true => None,
        false if there == here => Some(words::perhaps_elsewhere().to_owned()),
        false => Some(words::differs(&there)),
    };
    let onchange = maybe(dispatch, move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        Some(Action::step(PassageAct::Tick(n, input.checked())))
    });
    Some(html! {
        <li key={n}>
            <label class="hit">
                <input type="checkbox" checked={offer.take} {onchange} />
                <span class="hit-text">
                    <span>
                        { for label.map(|label| chip(label.colour, &label.name)) }
                        { for link.map(|link| html! { <span class="hint" dir="auto">{ " → " }{ link }</span> }) }
                    </span>
                    <span dir="auto">{ before }<strong>{ here }</strong>{ behind }</span>
                    { for other.map(|other| html! { <span class="attribute-hint" dir="auto">{ other }</span> }) }
                </span>
            </label>
        </li>
    })
}
