//! Relations as they are listed, beside an annotation and at a claim.

use super::kit::{Button, Icon, class, icon};
use super::{Dispatch, act};
use crate::app::{Action, EndRow, RelateAct, RelationRow};
use crate::words::relations as words;
use yew::prelude::*;

/// Relations at one of their ends; with `picks`, more ends can be picked in the text.
pub(crate) fn list(dispatch: &Dispatch, rows: &[RelationRow], picks: bool) -> Html {
    html! {
        <ul class="relation-list" role="list" aria-label={words::relations()} hidden={rows.is_empty()}>
            { for rows.iter().map(|row| relation(dispatch, row, picks)) }
        </ul>
    }
}

/// One relation: its type, which way it leads, its other ends, and what does not fit.
fn relation(dispatch: &Dispatch, row: &RelationRow, picks: bool) -> Html {
    let step = |step: RelateAct| act(dispatch, Action::step(step));
    let ends: Vec<&str> = row.ends.iter().map(|end| end.text.as_str()).collect();
    let what = words::relation(&row.kind, &ends.join(", "));
    let way = match (row.symmetric, row.leads) {
        (true, _) => "–",
        (false, true) => "→",
        (false, false) => "←",
    };
    let turns = !row.symmetric && row.ends.len() == 1 && row.free.is_empty();
    let more = |role: &String| {
        let step = step(RelateAct::More(row.id.clone(), role.clone()));
        Button::new(words::add_end(role), step).icon(Icon::Pick).quiet().html()
    };
    html! {
        <li key={row.id.as_str()} class={class("relation", &[(!row.wrong.is_empty(), "relation-wrong")])}>
            <div class="relation-head">
                <span class="relation-kind" dir="auto">{ &row.kind }</span>
                if !row.through.is_empty() {
                    <span class="hint" dir="auto">{ words::of(&row.through) }</span>
                }
                <span class="relation-tools">
                    if turns {
                        { Button::new(words::turn(&what), step(RelateAct::Turn(row.id.clone()))).icon(Icon::Turn)
                            .sign_only().quiet().html() }
                    }
                    { Button::new(words::delete(&what), step(RelateAct::Delete(row.id.clone()))).icon(Icon::Close)
                        .sign_only().quiet().html() }
                </span>
            </div>
            { for row.ends.iter().map(|end| other(dispatch, row, way, end)) }
            if picks {
                { for row.free.iter().map(more) }
            }
            { for row.wrong.iter().map(|why| html! {
                <p class="relation-why" dir="auto"><span role="img" aria-label={words::wrong()}>{ icon(Icon::Warning) }</span>{ why }</p>
            }) }
        </li>
    }
}

/// Another end, a press away.
fn other(dispatch: &Dispatch, row: &RelationRow, way: &'static str, end: &EndRow) -> Html {
    let go = act(dispatch, Action::step(RelateAct::GoTo(end.end.clone())));
    let onclick = move |_: MouseEvent| go.emit(());
    let role = (!row.symmetric && !end.role.is_empty()).then(|| end.role.clone());
    html! {
        <button type="button" class="relation-end" aria-label={words::go_to(&row.kind, &end.text)} {onclick}>
            <span class="relation-way icon-turns" aria-hidden="true">{ way }</span>
            <span class="relation-what">
                <span class="relation-text" dir="auto">{ &end.text }</span>{ " " }
                <span class="hint" dir="auto">
                    { for role }
                    if !end.article.is_empty() {
                        { " " }{ words::in_article(&end.article) }
                    }
                </span>
            </span>
        </button>
    }
}
