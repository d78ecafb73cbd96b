//! Two tellings of a claim that conflict with each other although the reference lets both be: named, and each a press away
//! from being the reference.

use super::cell::sign;
use crate::app::{Action, ClaimAct, ShownClash, ShownSide, Sign};
use crate::model::ClaimId;
use crate::ui::kit::Button;
use crate::ui::{Dispatch, act};
use crate::words::claims as own;
use yew::prelude::*;

/// In the head of a row. The Tab key goes there from the row that the arrow keys are at.
pub(super) fn in_head(claim: &ClaimId, clash: &ShownClash, reached: bool, dispatch: &Dispatch) -> Html {
    let side = |side: &ShownSide| {
        let held = act(dispatch, Action::step(ClaimAct::HoldRow(claim.clone(), side.statement.clone())));
        let name = own::hold_against(&side.says, &side.article);
        html! {
            <button type="button" class="clash-side" tabindex={if reached { "0" } else { "-1" }} dir="auto"
                aria-label={name.clone()} title={name} onclick={held}>{ &side.says }</button>
        }
    };
    let [one, other] = &clash.sides;
    html! {
        <span class="claim-clash">
            { side(one) }
            <span class="claim-tile" data-standing="clash" title={own::clash()}>{ sign(Sign::Clash) }</span>
            { side(other) }
        </span>
    }
}

/// Beside all that is said of the open claim.
pub(super) fn in_claim(claim: &ClaimId, clash: &ShownClash, dispatch: &Dispatch) -> Html {
    let side = |side: &ShownSide| {
        let held = act(dispatch, Action::step(ClaimAct::Reference(claim.clone(), side.statement.clone())));
        let text = format!("{} ({})", side.says, side.article);
        Button::new(text, held).title(own::hold_against(&side.says, &side.article)).html()
    };
    html! {
        <div class="told-clash">
            <p><span class="claim-tile" data-standing="clash">{ sign(Sign::Clash) }</span>{ own::clash_lead() }</p>
            <div class="tools">{ for clash.sides.iter().map(side) }</div>
        </div>
    }
}
