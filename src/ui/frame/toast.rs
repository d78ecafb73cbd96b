//! A short message at the edge. The live region says it too, so it has no role of its own.

use crate::app::{Action, Command, Notice, NoticeKind};
use crate::ui::kit::{Button, Icon, class, icon};
use crate::ui::{Dispatch, act};
use crate::words::frame as words;
use yew::prelude::*;

/// The last notice.
pub(crate) fn toast(dispatch: &Dispatch, notice: &Notice) -> Html {
    let close = act(dispatch, Action::CloseNotice);
    let undo = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            dispatch.emit(Action::CloseNotice);
            dispatch.emit(Action::Run(Command::Undo));
        })
    };
    let warning = notice.kind == NoticeKind::Warning;
    html! {
        <aside key="toast" class={class("toast", &[(warning, "toast-warning")])} aria-label={words::message()}>
            if warning {
                { icon(Icon::Warning) }
            }
            <p class="toast-text" dir="auto">{ &notice.text }</p>
            if notice.undo {
                { Button::new(words::undo(), undo).title(words::undo_this()).quiet().html() }
            }
            { Button::new(words::close_message(), close).icon(Icon::Close).sign_only().quiet().html() }
        </aside>
    }
}

/// That something waits for the later part.
pub(crate) fn waiting_toast(text: &'static str) -> Html {
    html! {
        <div key="waiting" class="toast" role="status"><p class="toast-text">{ text }</p></div>
    }
}
