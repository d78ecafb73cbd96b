//! Dialog *New version of the text*: the corrected text is put in, then what changed and what becomes of the annotations
//! is shown, and decided where it must be, before anything changes.

mod asked;
mod changed;

use super::{Dispatch, Slots, act, maybe};
use crate::app::{
    Action, CORRECT_SUMMARY, CORRECT_TEXT, CorrectAct, Correction, Look, NoticeKind, Session, Stage, State,
    status_name,
};
use crate::model::{Document, DocumentStatus};
use crate::ui::kit::{Button, Field, Icon, Modal, progress};
use crate::words::{self, correct as names};
use yew::prelude::*;

/// For a control that does what comes of its value.
fn step<T: 'static>(dispatch: &Dispatch, act: impl Fn(T) -> CorrectAct + 'static) -> Callback<T> {
    maybe(dispatch, move |value| Some(Action::step(act(value))))
}

/// The dialog.
pub(super) fn dialog(
    state: &State,
    session: &Session,
    correction: &Correction,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let Some(document) = session.project.document(&correction.document) else {
        return html! { <div key="gone"></div> };
    };
    let onclose = act(dispatch, Action::CloseDialog);
    let back = step(dispatch, |()| CorrectAct::Back);
    let cancel = Button::new(names::cancel(), onclose.clone()).quiet();
    let (inside, footer) = match &correction.stage {
        Stage::Text => {
            let compare = Button::new(names::compare(), step(dispatch, |()| CorrectAct::Compare)).primary();
            (text(document, correction, dispatch, slots), html! { <>{ cancel.html() }{ compare.html() }</> })
        }
        Stage::Comparing(look) => {
            let all = session.project.annotations(&document.id).map_or(0, |all| all.len());
            (comparing(look, all), Button::new(names::back(), back).html())
        }
        Stage::Preview(look) => {
            let [.., open] = look.counts();
            let take = step(dispatch, |()| CorrectAct::Take);
            let take = Button::new(names::take_over(), take).primary().disabled(open > 0);
            let footer = html! {
                <>
                    <span class="correct-still hint">{ if open > 0 { names::still(&words::number(open as u64)) } else { String::new() } }</span>
                    { cancel.html() }
                    { Button::new(names::back(), back).html() }
                    { take.html() }
                </>
            };
            (preview(session, document, look, dispatch), footer)
        }
    };
    let warning = state.notice.as_ref().filter(|notice| notice.kind == NoticeKind::Warning);
    let modal = Modal {
        key: "correct",
        title: names::title(),
        warning: correction.wrong.clone().or(warning.map(|notice| notice.text.clone())).map(AttrValue::from),
        typed: correction.text.is_some() || correction.stage != Stage::Text,
        wide: true,
        onclose,
        footer,
        ..Modal::default()
    };
    modal.html(inside)
}

/// Where the corrected text is put in.
fn text(document: &Document, correction: &Correction, dispatch: &Dispatch, slots: &Slots) -> Html {
    let shown = correction.text.as_deref().unwrap_or(document.text.as_str());
    let file = correction.read.as_ref().and_then(|read| Some(read.source.as_ref()?.file.clone()));
    let encoding = correction.undecided.as_ref().zip(slots.later.here());
    html! {
        <div class="correct-text" key="text">
            <p class="hint" dir="auto">{ names::lead(&crate::ui::facts::title(&document.metadata)) }</p>
            <div class="correct-file">
                { Button::new(names::choose_file(), step(dispatch, |()| CorrectAct::PickFile)).icon(Icon::Add).html() }
                { for file.map(|file| html! { <span class="hint" dir="auto">{ names::from_file(&file) }</span> }) }
            </div>
            { for encoding.map(|(file, later)| (later.encoding)(dispatch, 0, file)) }
            { Field::new(names::text(), shown.to_owned()).rows(16).id(CORRECT_TEXT)
                .oninput(step(dispatch, CorrectAct::Type)).html() }
        </div>
    }
}

/// While it takes long.
fn comparing(look: &Look, all: usize) -> Html {
    let done = look.fates.len();
    html! {
        <div class="correct-comparing" key="comparing">
            { progress(names::comparing(), done as u64, all as u64, format!("{} / {}", words::number(done as u64), words::number(all as u64))) }
        </div>
    }
}

/// What comes of it.
fn preview(session: &Session, document: &Document, look: &Look, dispatch: &Dispatch) -> Html {
    let [stay, moved, asked, _] = look.counts();
    let changes = look.changes.as_ref().map_or(0, |changes| changes.all().len());
    let count = |kind: &'static str, n: usize, text: String| {
        html! { if n > 0 { <li class="correct-count" data-fate={kind}>{ text }</li> } }
    };
    let status = matches!(document.status, DocumentStatus::Done | DocumentStatus::Checked);
    html! {
        <div class="correct-preview" key="preview">
            <div class="correct-summary" id={CORRECT_SUMMARY} tabindex="-1">
                <ul role="list" class="correct-counts">
                    { count("changes", changes, names::changes(changes)) }
                    { count("stays", stay, names::stay(stay)) }
                    { count("moves", moved, names::moved(moved)) }
                    { count("asks", asked, names::asked(asked)) }
                </ul>
                if status {
                    <p class="hint">{ names::keeps_status(status_name(document.status)) }</p>
                }
            </div>
            { asked::section(session, document, look, dispatch) }
            { changed::section(look) }
        </div>
    }
}
