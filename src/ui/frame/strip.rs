//! Strips across the page: what is wrong, what has not come, and the question for the name.

use crate::app::Action;
use crate::ui::kit::{Button, Field, Icon, icon, on_enter};
use crate::ui::more::Later;
use crate::ui::{Dispatch, act};
use yew::prelude::*;

/// What is wrong, for as long as it is: why nothing can be saved here at all, if so, and what of the project could
/// not be read.
pub(crate) fn warnings(dispatch: &Dispatch, broken: Option<&str>, faults: &[String]) -> Html {
    let records = act(dispatch, Action::SaveRecords);
    html! {
        <div class="warning-list">
            { for broken.iter().map(|why| html! {
                <p class="warning" role="alert">
                    { icon(Icon::Warning) }
                    <span>{ format!("Nothing can be saved here: {}. Export before you close this page.", why.trim_end_matches('.')) }</span>
                </p>
            }) }
            if !faults.is_empty() {
                <div class="warning caution">
                    <details>
                        <summary>{ icon(Icon::Warning) }<span>{ "Some of this project could not be read. The rest is here." }</span></summary>
                        <ul>{ for faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul>
                    </details>
                    { Button::new("Save the damaged records", records)
                        .quiet().title("As a file; they also stay in this browser").html() }
                </div>
            }
        </div>
    }
}

/// That the later part could not be loaded, and what to do.
pub(crate) fn missing<Part>(later: Later<Part>, onload: &Callback<()>) -> Html {
    let (text, name, onclick) = match later {
        Later::Wanted | Later::Coming | Later::Here(_) => return html! { <div></div> },
        Later::Away => (
            "The rest of Postil could not be loaded. Look whether the network is there and try again: what you do \
             meanwhile waits for it.",
            "Try again",
            onload.clone(),
        ),
        Later::Gone => (
            "A newer version of Postil is online, and the rest of this one is not there any more. Load the page again \
             to use it: your projects are kept.",
            "Load the page again",
            Callback::from(|()| {
                let _ = gloo_utils::window().location().reload();
            }),
        ),
    };
    html! {
        <div class="warning caution" role="alert">
            { icon(Icon::Warning) }
            <span>{ text }</span>
            { Button::new(name, onclick).quiet().html() }
        </div>
    }
}

/// Asks once for the person's name. Never in the way: marking works without an answer. `name` is what was typed so far.
pub(crate) fn name_strip(dispatch: &Dispatch, name: &str) -> Html {
    let keep = {
        let (dispatch, name) = (dispatch.clone(), name.trim().to_owned());
        Callback::from(move |()| {
            if !name.is_empty() {
                dispatch.emit(Action::Name(Some(name.clone())));
            }
        })
    };
    let later = act(dispatch, Action::Name(None));
    let oninput = dispatch.reform(Action::TypeName);
    html! {
        <section class="strip" aria-label="Who is annotating?" onkeydown={on_enter(keep.clone())}>
            <p class="strip-text">
                <strong>{ "Who is annotating?" }</strong>
                <span>{ " The name stands with each annotation, here and in exported files." }</span>
            </p>
            { Field::new("Name", name.to_owned()).bare().placeholder("Name").oninput(oninput).html() }
            { Button::new("Keep", keep).primary().disabled(name.trim().is_empty()).html() }
            { Button::new("Later", later).quiet().html() }
        </section>
    }
}
