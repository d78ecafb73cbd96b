//! Presets and schemas from files: what they would change is shown before it is done.

use super::step;
use crate::app::{Action, Fate, Merge, MergeAct, MergeRow, PRESETS, Session};
use crate::ui::kit::{Button, Modal, check, chip, class};
use crate::ui::{Dispatch, act};
use crate::words::schema as words;
use yew::prelude::*;

/// The schemas that come with Postil.
pub(super) fn presets_dialog(dispatch: &Dispatch) -> Option<Html> {
    let onclose = act(dispatch, Action::CloseDialog);
    let modal =
        Modal { key: "presets", title: words::presets_title(), wide: true, onclose, ..Modal::default() };
    let row = |(n, preset): (usize, &crate::app::Preset)| {
        let name = (preset.name)();
        let look = step(dispatch, move |()| MergeAct::Preset(n));
        let schema = (preset.schema)();
        html! {
            <li class="preset" key={n}>
                <div class="preset-text">
                    <h3>{ name }</h3>
                    <p class="hint">{ (preset.about)() }</p>
                    <p class="preset-labels" aria-hidden="true">
                        { for schema.labels.iter().map(|label| chip(label.colour, &label.name)) }
                    </p>
                </div>
                { Button::new(words::look_at(name), look).html() }
            </li>
        }
    };
    Some(modal.html(html! {
        <>
            <p class="hint">{ words::presets_lead() }</p>
            <ul class="presets" role="list">{ for PRESETS.iter().enumerate().map(row) }</ul>
        </>
    }))
}

fn fate(fate: Fate) -> (&'static str, &'static str) {
    match fate {
        Fate::Added => (words::fate_added(), "added"),
        Fate::Changed => (words::fate_changed(), "changed"),
        Fate::Same => (words::fate_same(), "same"),
        Fate::Kept => (words::fate_kept(), "kept"),
        Fate::Removed => (words::fate_removed(), "removed"),
    }
}

/// What taking in a schema would change, line by line.
pub(super) fn merge_dialog(dispatch: &Dispatch, session: &Session, merge: &Merge) -> Option<Html> {
    let here = &session.project.schema;
    let (result, rows) = merge.result(here, &session.uses());
    let onclose = act(dispatch, Action::CloseDialog);
    let apply = step(dispatch, |()| MergeAct::Apply);
    let nothing = result == **here && !merge.take_guidelines;
    let alone = rows.iter().any(|row| matches!(row.fate, Fate::Kept | Fate::Removed) && row.colour.is_some());
    let modal = Modal {
        key: "merge",
        title: words::merge_title(),
        wide: true,
        guard: true,
        onclose: onclose.clone(),
        footer: html! {
            <>
                { Button::new(words::cancel(), onclose).quiet().html() }
                { Button::new(words::take_in(), apply).primary().disabled(nothing).html() }
            </>
        },
        ..Modal::default()
    };
    let row = |row: &MergeRow| {
        let (word, name) = fate(row.fate);
        let out = row.choice.is_some_and(|(_, taken)| !taken);
        let shown = match row.colour {
            Some(colour) => chip(colour, &row.name),
            None => html! { <span dir="auto">{ &row.name }</span> },
        };
        html! {
            <li class={class("merge-row", &[(out, "merge-out")])} key={format!("{name} {} {}", row.name, row.colour.is_some())}>
                <span class="merge-take">
                    { for row.choice.map(|(n, taken)| {
                        let take = step(dispatch, move |on| MergeAct::Take(n, on));
                        let name = words::take(&row.name);
                        html! { <span class="merge-check">{ check(name, taken, None, take) }</span> }
                    }) }
                </span>
                <span class="merge-name">{ shown }</span>
                <span class="badge" data-fate={name}>{ word }</span>
                <span class="merge-how hint" dir="auto">{ &row.how }</span>
            </li>
        }
    };
    Some(modal.html(html! {
        <>
            <p dir="auto">{ words::merge_from(&merge.from) }</p>
            <ul class="merge-rows" role="list" aria-label={words::merge_rows()}>{ for rows.iter().map(row) }</ul>
            <div class="merge-choices">
                if alone {
                    { check(words::remove_unused(), merge.remove_unused, None, step(dispatch, MergeAct::RemoveUnused)) }
                }
                if !merge.guidelines.is_empty() {
                    { check(words::take_guidelines(), merge.take_guidelines, None, step(dispatch, MergeAct::TakeGuidelines)) }
                }
            </div>
            <ul class="issues" role="list" hidden={merge.issues.is_empty()}>
                { for merge.issues.iter().take(50).enumerate().map(|(n, issue)| html! {
                    <li class="issue issue-bad" key={n}>
                        <span class="issue-place" dir="auto">{ issue.place.to_string() }</span>
                        <span class="issue-found" dir="auto">{ &issue.found }</span>
                        <span class="issue-done" dir="auto">{ &issue.done }</span>
                    </li>
                }) }
            </ul>
        </>
    }))
}
