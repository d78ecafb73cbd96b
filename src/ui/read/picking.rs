//! What is being picked in the text, at the top of region *Annotation*.

use crate::app::{Action, Session, StatementAct};
use crate::ui::kit::Button;
use crate::ui::{Dispatch, act};
use crate::words::statement as words;
use yew::prelude::*;

/// What is being picked, and how; nothing while nothing is.
pub(super) fn picking(dispatch: &Dispatch, session: &Session) -> Option<Html> {
    let what = session.picking_words()?;
    let of = &session.picking.as_ref()?.of;
    let other = session.selected().is_some_and(|selected| selected.id != *of);
    let take = act(dispatch, Action::step(StatementAct::TakeSelected));
    let give_up = act(dispatch, Action::step(StatementAct::GiveUp));
    // How it is done gives way to the button that does it: the card lies over what it stands above.
    Some(html! {
        <div class="picking" key="picking">
            <p class="picking-what" dir="auto" title={what.clone()}>{ what }</p>
            <p class="hint" hidden={other}>{ words::picking_how() }</p>
            <div class="tools">
                <span hidden={!other}>{ Button::new(words::take_this(), take).primary().disabled(!other).html() }</span>
                { Button::new(words::give_up(), give_up).html() }
            </div>
        </div>
    })
}
