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
    Some(html! {
        <div class="picking" key="picking">
            <p class="picking-what" dir="auto">{ what }</p>
            <p class="hint">{ words::picking_how() }</p>
            <div class="tools">
                { Button::new(words::take_this(), take).primary().disabled(!other).html() }
                { Button::new(words::give_up(), give_up).html() }
            </div>
        </div>
    })
}
