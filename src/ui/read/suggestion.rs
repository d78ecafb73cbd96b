//! What is said of a suggestion: its score, its rule, and what can be done about it.

use crate::app::{Action, Command, Screen, Way, score_share, score_text};
use crate::model::{Annotation, Status};
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Icon, score};
use crate::ui::{Dispatch, act};
use crate::words::{decimal_sign, suggestions as words};
use yew::prelude::*;

/// Of a suggestion, or one that was refused; nothing of what somebody stands for.
pub(super) fn suggestion(dispatch: &Dispatch, annotation: &Annotation) -> Option<Html> {
    let standing = match annotation.status {
        Status::Suggested => words::suggested(),
        Status::Rejected => words::refused(),
        Status::Open | Status::Accepted => return None,
    };
    let origin = &annotation.origin;
    let queue = act(dispatch, Action::Show(Screen::Suggestions));
    Some(html! {
        <div class="suggested-one">
            <p class="suggested-facts">
                <span class="suggested-standing">{ standing }</span>
                { for origin.score.as_ref().map(|own| score(score_share(own), score_text(own, decimal_sign()))) }
                <span class="suggested-rule hint" dir="auto">{ &origin.rule }</span>
            </p>
            <div class="tools">
                { command_button(Command::Accept, Icon::Accept, dispatch).text(words::accept()).html() }
                if annotation.status == Status::Suggested {
                    { command_button(Command::Refuse, Icon::Close, dispatch).text(words::refuse()).html() }
                }
                { command_button(Command::Suggestion(Way::Previous), Icon::Back, dispatch).sign_only().quiet().html() }
                { command_button(Command::Suggestion(Way::Next), Icon::On, dispatch).sign_only().quiet().html() }
                { Button::new(words::queue(), queue).icon(Icon::Suggestions).sign_only().quiet().html() }
            </div>
        </div>
    })
}
