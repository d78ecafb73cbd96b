//! What was read, before anything is added.

use super::encoding::encoding;
use super::read_labels::labels;
use super::{Warning, close, footer};
use crate::app::{Action, Incoming, IncomingAct, IncomingDocument, Standing};
use crate::formats::{Issue, OffsetUnit, Severity};
use crate::model::Schema;
use crate::text::Text;
use crate::ui::kit::{Button, Choice, Icon, Modal, Select, Window, check, class, icon, progress, select};
use crate::ui::{Dispatch, facts};
use crate::words::{self, dialogs as names};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many issues are listed; more are counted.
const ISSUES: usize = 200;

/// Its name for the styles and the tests, what it is called, and why.
fn standing(document: &IncomingDocument) -> (&'static str, &'static str, &'static str) {
    match document.standing {
        Standing::New => ("new", names::new(), ""),
        Standing::AlreadyThere(_) if document.marks > 0 => {
            ("already there", names::already_there(), names::marks_already_there())
        }
        Standing::AlreadyThere(_) => ("already there", names::already_there(), names::already_there_hint()),
        Standing::CopyOf(_) => ("copy", names::copy(), names::copy_hint()),
        Standing::OtherTextOf(_) => ("version", names::other_text(), names::other_text_hint()),
    }
}

/// One thing that was noticed: where, what was found, what was done.
fn issue(n: usize, issue: &Issue) -> Html {
    let bad = issue.severity != Severity::Note;
    html! {
        <li class={class("issue", &[(bad, "issue-bad")])} key={n}>
            <span class="issue-place" dir="auto">{ issue.place.to_string() }</span>
            <span class="issue-found" dir="auto">
                { names::found(&issue.found) }
                if !issue.expected.is_empty() {
                    { names::expected(&issue.expected) }
                }
            </span>
            <span class="issue-done" dir="auto">{ &issue.done }</span>
        </li>
    }
}

/// What offsets count: what the person says, or what was found out. Another answer has the files read again.
fn counted(dispatch: &Dispatch, said: Option<OffsetUnit>, unit: OffsetUnit) -> Html {
    let found = match said {
        None => names::found_out_so(unit.name()),
        Some(_) => names::found_out().to_owned(),
    };
    let mut choices = vec![Choice::new("", found)];
    choices.extend(OffsetUnit::ALL.map(|unit| Choice::new(unit.word(), unit.name())));
    let onchange = dispatch.reform(|word: String| Action::step(IncomingAct::Unit(OffsetUnit::of(&word))));
    let value = said.map_or("", OffsetUnit::word);
    html! {
        <div class="read-unit">{ select(Select { label: names::offsets_count().into(), bare: false, value, choices, onchange }) }</div>
    }
}

/// The preview: go on, or not.
pub(crate) fn incoming_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    incoming: &Incoming,
    is_read_again: bool,
    schema: Option<&Schema>,
    (window, onscroll): (&Window, &Callback<Event>),
) -> Html {
    let onclose = close(dispatch);
    let add = dispatch.reform(|_| Action::step(IncomingAct::Add));
    let made = window.made(incoming.documents.len());
    let (taken, corrected) = (incoming.taken(), incoming.corrections().count());
    // A text is corrected in the project that is open, which another would take the place of.
    let correct = incoming.project.is_none();
    let row = |n: usize| article(dispatch, n, incoming.documents.len(), &incoming.documents[n], correct);
    let marks = incoming.marks();
    let nothing = taken + corrected + marks == 0 && incoming.project.is_none();
    let only_opens = incoming.only_opens();
    let on = if only_opens { names::open() } else { names::add() };
    let add = Button::new(on, add).disabled(nothing || is_read_again || incoming.adding.is_some());
    let footer = footer(names::cancel(), onclose.clone(), add);
    let far = |(ready, total): (usize, usize)| {
        let far = words::of(&words::number(ready as u64), &words::number(total as u64));
        progress(names::adding(), ready as u64, total as u64, far)
    };
    let modal = Modal {
        key: "incoming",
        title: if only_opens || incoming.opening {
            words::commands::OPEN_PROJECT.say()
        } else {
            names::incoming()
        },
        warning,
        guard: true,
        wide: true,
        onclose,
        footer: html! { <>{ for incoming.adding.map(far) }{ footer }</> },
        ..Modal::default()
    };
    // While it is being added nothing is chosen any more.
    modal.html(html! {
        <fieldset class="incoming-all" disabled={incoming.adding.is_some()}>
            { for incoming.project.iter().map(|session| html! {
                <div class="incoming-project">
                    { icon(Icon::Folder) }
                    <div>
                        <p><strong dir="auto">{ &session.project.name }</strong></p>
                        <p class="hint">
                            { names::opens_as_project(&format!(
                                "{}, {}",
                                words::articles(session.project.documents().len()),
                                words::annotations(session.project.annotation_count()),
                            )) }
                        </p>
                    </div>
                </div>
            }) }
            if incoming.opening && !only_opens && incoming.project.is_none() {
                <p class="lead">{ names::no_project() }</p>
            }
            if !only_opens {
                <p class="lead">
                    { names::will_be_added(&words::number(taken as u64), &words::articles(incoming.documents.len())) }
                    if marks > 0 {
                        { names::marks_read(&words::annotations(marks)) }
                    }
                    if corrected > 0 {
                        { names::will_be_compared(&words::articles(corrected)) }
                    }
                </p>
            }
            <div class="incoming-list" ref={made.scroller} ~style={made.room} {onscroll} hidden={incoming.documents.is_empty()}>
                <ul class="rows" role="list" aria-label={names::articles_read()}>
                    { for made.rows.map(row) }
                </ul>
            </div>
            { for incoming.counted().map(|unit| counted(dispatch, incoming.unit, unit)) }
            { labels(dispatch, incoming, schema) }
            <div class="undecided-list">
                { for incoming.undecided.iter().enumerate().map(|(n, file)| encoding(dispatch, n, file)) }
            </div>
            <section class="issues" hidden={incoming.issues.is_empty()} aria-label={names::noticed()}>
                <h3>{ names::noticed() }</h3>
                <ul role="list">{ for incoming.issues.iter().take(ISSUES).enumerate().map(|(n, one)| issue(n, one)) }</ul>
                if incoming.issues.len() > ISSUES {
                    <p class="hint">{ names::and_more(&words::number((incoming.issues.len() - ISSUES) as u64)) }</p>
                }
            </section>
        </fieldset>
    })
}

/// How a text begins: a line of it.
fn begins(text: &Text) -> String {
    let words = text.as_str().chars().take(200).collect::<String>();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One article that was read.
fn article(
    dispatch: &Dispatch,
    index: usize,
    total: usize,
    document: &IncomingDocument,
    correct: bool,
) -> Html {
    let new = &document.document;
    let (state, name, why) = standing(document);
    let take = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::step(IncomingAct::Take(index, input.checked())));
            }
        }
    };
    let metadata = &new.metadata;
    let version = matches!(document.standing, Standing::OtherTextOf(_)) && correct;
    let corrects = dispatch.reform(move |on| Action::step(IncomingAct::Correct(index, on)));
    let corrects = version.then(|| {
        check(
            names::as_version(),
            document.corrects && document.take,
            Some(names::as_version_hint()),
            corrects,
        )
    });
    html! {
        <li key={index} class="incoming-row" aria-setsize={total.to_string()} aria-posinset={(index + 1).to_string()}>
            <div class="incoming-words">
                <label class="check">
                    <input type="checkbox" checked={document.take} onchange={take} />
                    <span class="incoming-title" dir="auto">{ facts::title(metadata) }</span>
                </label>
                <p class="hint incoming-start" dir="auto">{ facts::origin(metadata, &begins(&new.text)) }</p>
            </div>
            <span class="incoming-facts">
                if !metadata.language.is_empty() {
                    <span class={class("language", &[(metadata.language_guessed, "guess")])}>{ &metadata.language }</span>
                }
                if document.marks > 0 {
                    <span class="marks-read">{ words::annotations(document.marks) }</span>
                }
                <span class="figures">{ words::characters(new.text.lengths().code_points as usize) }</span>
                <span class="badge" data-standing={state} title={why}>{ name }</span>
                { for corrects }
            </span>
        </li>
    }
}
