//! What this browser keeps, what it does not offer here, and the way to delete everything.

use crate::app::{Action, DataAct, Keeping, Remains, State};
use crate::browser::erase::{Lack, lacks};
use crate::ui::kit::{Button, Icon, Modal};
use crate::ui::{Dispatch, act};
use crate::words::{self, data as names};
use yew::prelude::*;

/// How long the data last, how much room there is, what does not work here, and the button that deletes everything.
pub(super) fn section(state: &State, dispatch: &Dispatch) -> Html {
    let keeping = &state.keeping;
    let free = keeping.used.zip(keeping.quota).map(|(used, quota)| (used, quota.saturating_sub(used)));
    let lack = |lack: Lack| match lack {
        Lack::Secure => names::lack_secure(),
        Lack::Offline => names::lack_offline(),
        Lack::Lasting => names::lack_lasting(),
        Lack::Locks => names::lack_locks(),
    };
    let lacks = lacks();
    html! {
        <section class="settings-part" aria-labelledby="settings-data">
            <h2 id="settings-data">{ names::data() }</h2>
            <p class="hint">
                { keeping.words() }
                { for free.map(|(used, free)| format!(" {}", names::room(&words::bytes(used), &words::bytes(free)))) }
                if free.is_some_and(|(_, free)| free < Keeping::LITTLE) {
                    { " " }<strong>{ names::little_room() }</strong>
                }
            </p>
            if keeping.lasting == Some(false) {
                <div class="settings-row">
                    { Button::new(names::ask_to_keep(), act(dispatch, Action::step(DataAct::AskToKeep))).html() }
                </div>
            }
            if !lacks.is_empty() {
                <div>
                    <h3>{ names::lacks() }</h3>
                    <ul>{ for lacks.into_iter().map(|one| html! { <li>{ lack(one) }</li> }) }</ul>
                </div>
            }
            <p class="hint">{ names::erase_hint() }</p>
            <div class="settings-row">
                { Button::new(names::erase(), act(dispatch, Action::step(DataAct::AskToErase))).icon(Icon::Delete).danger().html() }
            </div>
        </section>
    }
}

/// Before everything is deleted, and after.
pub(crate) fn erase_dialog(state: &State, remains: Option<&Remains>, dispatch: &Dispatch) -> Html {
    match remains {
        None => ask(state, dispatch),
        Some(remains) => proof(remains),
    }
}

/// Says what goes, and offers the file first.
fn ask(state: &State, dispatch: &Dispatch) -> Html {
    let onclose = act(dispatch, Action::CloseDialog);
    let open = state.session.as_ref().map(|session| &session.project);
    let projects = state.listed();
    let many = projects.len() > 1;
    let modal = Modal {
        key: "erase",
        title: names::erase_title(),
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(names::keep_everything(), onclose).html() }
                { Button::new(names::delete_everything(), act(dispatch, Action::step(DataAct::Erase))).icon(Icon::Delete).danger().html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <p>{ names::erase_goes() }</p>
            <ul>
                { for projects.iter().map(|info| html! {
                    <li key={info.id.as_str()}>
                        <strong dir="auto">{ &info.name }</strong>{ ", " }
                        { words::articles(info.documents as usize) }{ ", " }
                        { words::annotations(info.annotations as usize) }
                    </li>
                }) }
            </ul>
            <p>{ names::erase_rest() }</p>
            { for open.map(|project| Button::new(names::save_open(&project.name), act(dispatch, Action::Rescue))
                .icon(Icon::Export).html()) }
            if many {
                <p class="hint">{ names::open_others() }</p>
            }
        </>
    })
}

/// What is left, as the browser says it.
fn proof(remains: &Remains) -> Html {
    let again = Callback::from(|()| {
        let _ = gloo_utils::window().location().reload();
    });
    let modal = Modal {
        key: "erased",
        title: names::erased_title(),
        guard: true,
        onclose: again.clone(),
        footer: Button::new(names::begin_anew(), again).html(),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <p>{ if remains.is_nothing() { names::nothing_left() } else { names::something_left() } }</p>
            <ul class="remains">
                { for remains.names.iter().map(|name| html! { <li>{ names::left(name) }</li> }) }
                if remains.workers > 0 {
                    <li>{ names::workers_left() }</li>
                }
            </ul>
            { for remains.used.filter(|used| *used > 0).map(|used| html! { <p class="hint">{ names::site_uses(&words::bytes(used)) }</p> }) }
            <p>{ names::close_tab() }</p>
        </>
    })
}
