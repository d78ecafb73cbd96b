//! Before the history is forgotten.

use crate::app::{Action, HistoryAct, Session};
use crate::ui::kit::{Button, Modal};
use crate::ui::{Dispatch, act};
use crate::words::{self, history as names};
use yew::prelude::*;

/// Asks, and says how much room it frees and what cannot be undone then.
pub(crate) fn forget_dialog(session: &Session, size: Option<u64>, dispatch: &Dispatch) -> Html {
    let acts = names::acts(session.history.entries().len());
    let onclose = act(dispatch, Action::CloseDialog);
    let modal = Modal {
        key: "forget",
        title: names::forget_title(),
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(names::keep_it(), onclose).html() }
                { Button::new(names::forget_it(), act(dispatch, Action::step(HistoryAct::Forget))).danger().html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <p>{ size.map_or_else(|| names::forget_unknown(&acts), |size| names::forget_size(&acts, &words::bytes(size))) }</p>
            <p>{ names::forget_stays() }</p>
        </>
    })
}
