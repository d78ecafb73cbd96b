//! Strips across the page: what is wrong, what has not come, and the question for the name.

use crate::app::Action;
use crate::ui::kit::{Button, Field, Icon, icon, on_enter};
use crate::ui::more::Later;
use crate::ui::{Dispatch, act};
use crate::words::{frame as words, tabs};
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
                    <span>{ words::nothing_can_be_saved(why.trim_end_matches('.')) }</span>
                </p>
            }) }
            if !faults.is_empty() {
                <div class="warning caution">
                    <details>
                        <summary>{ icon(Icon::Warning) }<span>{ words::partly_unreadable() }</span></summary>
                        <ul>{ for faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul>
                    </details>
                    { Button::new(words::save_damaged(), records)
                        .quiet().title(words::save_damaged_hint()).html() }
                </div>
            }
        </div>
    }
}

/// That another tab works in the project, and the way to work in it here.
pub(crate) fn along(dispatch: &Dispatch, alone: bool) -> Html {
    html! {
        <section class="warning along" aria-label={tabs::reading_along()}>
            { icon(Icon::Sidebar) }
            <span>{ if alone { tabs::alone() } else { tabs::reads_along() } }</span>
            { Button::new(tabs::work_here(), act(dispatch, Action::WorkHere)).title(tabs::work_here_hint()).html() }
        </section>
    }
}

/// That the later part could not be loaded, and what to do.
pub(crate) fn missing<Part>(later: Later<Part>, onload: &Callback<()>) -> Html {
    let (text, name, onclick) = match later {
        Later::Wanted | Later::Coming | Later::Here(_) => return html! { <div></div> },
        Later::Away => (words::part_away(), words::try_again(), onload.clone()),
        Later::Gone => (
            words::part_gone(),
            words::load_again(),
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
        <section class="strip" aria-label={words::who_question()} onkeydown={on_enter(keep.clone())}>
            <p class="strip-text">
                <strong>{ words::who_question() }</strong>
                <span>{ words::who_hint() }</span>
            </p>
            { Field::new(words::name(), name.to_owned()).bare().placeholder(words::name()).oninput(oninput).html() }
            { Button::new(words::keep(), keep).primary().disabled(name.trim().is_empty()).html() }
            { Button::new(words::later(), later).quiet().html() }
        </section>
    }
}
