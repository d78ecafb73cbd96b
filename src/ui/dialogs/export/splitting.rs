//! Splits the articles of a project, and shows what is in each part.

use crate::app::{Action, Export, ExportAct, SplitRow, Splitting};
use crate::model::{Project, SPLITS};
use crate::ui::kit::{Button, Field, check};
use crate::ui::{Dispatch, act};
use crate::words::{self, scope as more};
use yew::prelude::*;

/// How they are to be split, and how they are.
pub(super) fn splitting(dispatch: &Dispatch, export: &Export, project: &Project) -> Html {
    let own = &export.splitting;
    let change = |put: fn(&mut Splitting, usize, String), at: usize| {
        let own = own.clone();
        dispatch.reform(move |typed| {
            let mut own = (*own).clone();
            put(&mut own, at, typed);
            Action::step(ExportAct::Splitting(own))
        })
    };
    let share = |(n, name): (usize, &'static str)| {
        let put = change(|own, at, typed| own.shares[at] = typed, n);
        html! { <div key={name}>{ Field::new(more::share_of(name), own.shares[n].clone()).oninput(put).html() }</div> }
    };
    let seed = change(|own, _, typed| own.seed = typed, 0);
    let seed = Field::new(more::seed(), own.seed.clone()).oninput(seed);
    let keeps = {
        let own = own.clone();
        dispatch
            .reform(move |keeps| Action::step(ExportAct::Splitting(Splitting { keeps, ..(*own).clone() })))
    };
    let wrong = own.numbers().is_none();
    let rows = export.there.as_ref().map_or(&[][..], |there| &there.splits);
    let is_split = rows.iter().any(|(name, _)| !name.is_empty());
    html! {
        <>
            <p class="hint">{ more::split_hint() }</p>
            <div class="split-form">
                { for SPLITS.into_iter().enumerate().map(share) }
                <div>{ seed.html() }</div>
            </div>
            if wrong {
                <p class="without" role="alert">{ more::no_numbers() }</p>
            }
            { check(more::keeps(), own.keeps, None, keeps) }
            <div class="split-acts">
                { Button::new(more::split_now(), act(dispatch, Action::step(ExportAct::Split(true)))).disabled(wrong).html() }
                { Button::new(more::unsplit(), act(dispatch, Action::step(ExportAct::Split(false)))).quiet().disabled(!is_split).html() }
            </div>
            if is_split {
                { table(project, rows) }
            }
        </>
    }
}

/// What is in each part: articles, annotations, and how often each label.
fn table(project: &Project, rows: &[(String, SplitRow)]) -> Html {
    let used = project
        .schema
        .labels
        .iter()
        .filter(|label| rows.iter().any(|(_, row)| row.labels.contains_key(&label.id)));
    let used: Vec<_> = used.collect();
    let number = |count: usize| html! { <td>{ words::number(count as u64) }</td> };
    let row = |(name, row): &(String, SplitRow)| {
        html! {
            <tr key={name.as_str()}>
                <th scope="row" dir="auto">{ if name.is_empty() { more::without_split() } else { name } }</th>
                { number(row.articles) }
                { number(row.annotations()) }
                { for used.iter().map(|label| number(row.labels.get(&label.id).copied().unwrap_or_default())) }
            </tr>
        }
    };
    html! {
        <div class="split-table" tabindex="0" role="region" aria-label={more::split()}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ more::part() }</th>
                        <th scope="col">{ more::articles() }</th>
                        <th scope="col">{ more::annotations() }</th>
                        { for used.iter().map(|label| html! { <th scope="col" key={label.id.as_str()} dir="auto">{ &label.name }</th> }) }
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}
