//! What is being picked in the text: at the top of region *Annotation*, and at the end of the page where that region is in
//! the closed sheet, or on another screen.

use crate::app::{Action, Session, StatementAct};
use crate::ui::kit::Button;
use crate::ui::{Dispatch, act};
use crate::words::statement as words;
use yew::prelude::*;

/// What is being picked, and how, in region *Annotation*; nothing while nothing is.
pub(super) fn picking(dispatch: &Dispatch, session: &Session) -> Option<Html> {
    let [what, how, tools] = parts(dispatch, session)?;
    Some(html! { <div class="picking" key="picking">{ what }{ how }{ tools }</div> })
}

/// The same at the end of the page.
pub(crate) fn picking_strip(dispatch: &Dispatch, session: &Session) -> Option<Html> {
    let [what, how, tools] = parts(dispatch, session)?;
    Some(html! {
        <section class="strip picking-strip" key="picking" aria-label={words::being_picked()}>
            <div class="strip-text">{ what }{ how }</div>
            { tools }
        </section>
    })
}

/// What is being picked, how, and the buttons.
fn parts(dispatch: &Dispatch, session: &Session) -> Option<[Html; 3]> {
    let what = session.picking_words()?;
    let of = &session.picking.as_ref()?.of;
    let other = session.selected().is_some_and(|selected| selected.id != *of);
    let take = act(dispatch, Action::step(StatementAct::TakeSelected));
    let give_up = act(dispatch, Action::step(StatementAct::GiveUp));
    // How it is done gives way to the button that does it: the card lies over what it stands above.
    Some([
        html! { <p class="picking-what" dir="auto" title={what.clone()}>{ what }</p> },
        html! { <p class="hint" hidden={other}>{ words::picking_how() }</p> },
        html! {
            <div class="tools">
                <span hidden={!other}>{ Button::new(words::take_this(), take).primary().disabled(!other).html() }</span>
                { Button::new(words::give_up(), give_up).html() }
            </div>
        },
    ])
}
