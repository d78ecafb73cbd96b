//! The bar of labels above the article.

use crate::app::{Action, Chord, Command, Part};
use crate::model::{Kind, Label, LabelId, Schema};
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Icon, class, slot};
use crate::ui::{Dispatch, act, facts};
use crate::words::{language, read as words};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What toolbar *Labels* shows.
pub(crate) struct LabelBar<'a> {
    pub dispatch: &'a Dispatch,
    pub schema: &'a Schema,
    /// The label of the pen, if it is out and does not rest.
    pub pen: Option<&'a LabelId>,
    /// Whether it is out.
    pub pen_out: bool,
    /// The label of the selected annotation.
    pub current: Option<&'a LabelId>,
    /// Whether marks take exactly what is selected.
    pub exact: bool,
    /// Whether the guidelines stand beside the article.
    pub guidelines: bool,
    /// Whether two articles are open.
    pub beside: bool,
    /// Which button Tab reaches; the arrows move on from there.
    pub at: usize,
}

/// From so many labels on, groups share their lines.
const MANY: usize = 8;

/// Toolbar *Labels*, the pen, and the choice between exact marks and whole words.
pub(crate) fn label_bar(props: &LabelBar<'_>) -> Html {
    let last = props.schema.labels.len().saturating_sub(1);
    let at = props.at.min(last);
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            // In a page from right to left the next one stands left of this one.
            let (back, on) =
                if language().is_rtl() { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
            let to = match event.key().as_str() {
                key if key == on || key == "ArrowDown" => {
                    if at == last {
                        0
                    } else {
                        at + 1
                    }
                }
                key if key == back || key == "ArrowUp" => at.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::ReachLabel(to));
            let bar = event.target_dyn_into::<Element>().and_then(|at| at.closest("[role=toolbar]").ok()?);
            let buttons = bar.and_then(|bar| bar.query_selector_all("button").ok());
            if let Some(button) = buttons.and_then(|all| all.get(to as u32)?.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        }
    };
    let button = |n: usize, label: &Label| label_button(props, label, n == at);
    let mut first = 0;
    let group = |(kind, group, labels): (Kind, &str, Vec<&Label>)| {
        let name = if group.is_empty() { facts::kind(kind) } else { group };
        let own: Vec<Html> = (first..).zip(&labels).map(|(n, label)| button(n, label)).collect();
        first += labels.len();
        html! {
            <div class="label-group" key={format!("{kind:?} {group}")} role="group" aria-label={name.to_owned()}>
                { for own }
            </div>
        }
    };
    let keep_focus = |event: MouseEvent| event.prevent_default();
    html! {
        <div class="label-bar" data-pen={props.pen.is_some().then_some("on")}>
            <div class="labels" data-many={(last >= MANY).then_some("")} role="toolbar" aria-label={words::labels()} {onkeydown} onmousedown={keep_focus}>
                { for props.schema.groups().into_iter().map(group) }
            </div>
            <div class="label-modes" onmousedown={keep_focus}>
                { Button::new(words::guidelines(), act(props.dispatch, Action::Toggle(Part::Guidelines)))
                    .icon(Icon::Marked).sign_only().quiet().title(words::guidelines_hint()).pressed(props.guidelines).html() }
                { command_button(Command::Beside, Icon::Beside, props.dispatch)
                    .sign_only().quiet().pressed(props.beside).html() }
                { command_button(Command::Find, Icon::Search, props.dispatch).text(words::find()).quiet().html() }
                { command_button(Command::TogglePen, Icon::Pen, props.dispatch)
                    .text(words::pen()).quiet().pressed(props.pen_out)
                    .title(words::pen_hint()).html() }
                { command_button(Command::ToggleExact, Icon::Exact, props.dispatch)
                    .text(words::exact()).quiet().pressed(props.exact)
                    .title(words::exact_hint()).html() }
            </div>
        </div>
    }
}

/// One label. Key and colour are drawn by the styles, so its text and its name are the label's name alone.
fn label_button(props: &LabelBar<'_>, label: &Label, reached: bool) -> Html {
    // In pen mode: whether this is the pen.
    let pressed = props.pen.map(|pen| pen == &label.id);
    let current = props.current == Some(&label.id);
    let action = match pressed {
        None => Action::Mark(label.id.clone()),
        Some(true) => Action::Pen(None),
        Some(false) => Action::Pen(Some(label.id.clone())),
    };
    let key = label.key.map(Chord::of_char);
    let title = match (&key, label.description.as_str()) {
        (Some(key), "") => key.to_string(),
        (Some(key), text) => format!("{text} ({key})"),
        (None, text) => text.to_owned(),
    };
    html! {
        <button
            key={label.id.as_str()}
            type="button"
            class={class("label-button", &[(true, &slot(label.colour)), (current, "label-current")])}
            tabindex={if reached { "0" } else { "-1" }}
            aria-pressed={pressed.map(|on| on.to_string())}
            aria-keyshortcuts={key.as_ref().map(Chord::aria)}
            data-label={label.id.to_string()}
            {title}
            onclick={act(props.dispatch, action)}
        >
            <span class="swatch" aria-hidden="true"></span>
            <span class="label-name">{ &label.name }</span>
            <span class="label-key" aria-hidden="true" data-key={key.map(|key| key.to_string())}></span>
        </button>
    }
}
