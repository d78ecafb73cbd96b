//! A quote with its source, put on the clipboard. Browsers let a page do that only while it answers a click, so it is
//! asked for here and not by an effect; what came of it is an action.

use crate::app::{Action, ClaimAct, Quoted, citation, citation_in_markdown};
use crate::browser::clipboard;
use crate::ui::Dispatch;
use crate::ui::kit::Button;
use crate::words::claims as own;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// As a text, and in Markdown.
pub(super) fn buttons(quoted: &Quoted, dispatch: &Dispatch) -> Html {
    let copies = |write: fn(&Quoted) -> String| {
        let (dispatch, quoted) = (dispatch.clone(), quoted.clone());
        Callback::from(move |()| {
            let (dispatch, written) = (dispatch.clone(), clipboard::write(&write(&quoted)));
            spawn_local(async move {
                let copied = written.await;
                dispatch.emit(Action::step(ClaimAct::Copied(copied)));
            });
        })
    };
    html! {
        <>
            { Button::new(own::copy(), copies(citation)).quiet().html() }
            { Button::new(own::copy_markdown(), copies(citation_in_markdown)).title(own::copy_markdown_hint()).quiet().html() }
        </>
    }
}
