//! A short message at the edge. The live region says it too, so it has no role of its own.

use crate::app::{Action, Command, Notice, NoticeKind};
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Icon, icon};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a message stays that needs no eye, in milliseconds.
const STAYS: u32 = 7_000;

/// Props of [`Toast`].
#[derive(Properties, PartialEq)]
pub(crate) struct ToastProps {
    pub dispatch: Dispatch,
    pub notice: Notice,
}

/// The last notice.
#[component]
pub(crate) fn Toast(props: &ToastProps) -> Html {
    let close = use_callback(props.dispatch.clone(), |(), dispatch| dispatch.emit(Action::CloseNotice));
    let undo = use_callback(props.dispatch.clone(), |(), dispatch| {
        dispatch.emit(Action::CloseNotice);
        dispatch.emit(Action::Run(Command::Undo));
    });
    {
        let close = close.clone();
        use_effect_with((props.notice.serial, props.notice.kind), move |(_, kind)| {
            let timeout = (*kind == NoticeKind::Info).then(|| Timeout::new(STAYS, move || close.emit(())));
            move || drop(timeout)
        });
    }
    let warning = props.notice.kind == NoticeKind::Warning;
    html! {
        <div class={classes!("toast", warning.then_some("toast-warning"))}>
            if warning {
                { icon(Icon::Warning) }
            }
            <p class="toast-text" dir="auto">{ &props.notice.text }</p>
            if props.notice.undo {
                { Button::new("Undo", undo).title("Undo this").quiet().html() }
            }
            { Button::new("Close the message", close).icon(Icon::Close).sign_only().quiet().html() }
        </div>
    }
}
