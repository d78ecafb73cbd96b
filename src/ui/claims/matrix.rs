//! Table *Claim matrix*: claims in rows, of which only those in view are made, and what is said of them in columns.
//!
//! One stop of the Tab key; the arrows go from cell to cell, Enter opens one.

use super::cell::{inside, said, standing};
use crate::analysis::Matrix;
use crate::analysis::matrix::{Head, Row};
use crate::app::{Action, ClaimAct, ClaimsScreen, MATRIX, Session};
use crate::ui::kit::class;
use crate::ui::{Dispatch, Slots, act};
use crate::words::claims as own;
use yew::prelude::*;

/// The table.
pub(super) fn matrix(
    screen: &ClaimsScreen,
    session: &Session,
    matrix: &Matrix,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let made = slots.windows.claims.made(matrix.rows.len());
    // A cell that is there: a filter may have taken the one away that the keys were at, and scrolling its row.
    let last = made.rows.end.saturating_sub(1).max(made.rows.start);
    let at = (screen.at.0.clamp(made.rows.start, last), screen.at.1.min(matrix.columns.len()));
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            let rtl = gloo_utils::document_element().get_attribute("dir").as_deref() == Some("rtl");
            let on = if rtl { -1 } else { 1 };
            let (rows, columns) = match event.key().as_str() {
                "ArrowDown" => (1, 0),
                "ArrowUp" => (-1, 0),
                "ArrowRight" => (0, on),
                "ArrowLeft" => (0, -on),
                "Home" => (0, isize::MIN / 2),
                "End" => (0, isize::MAX / 2),
                _ => return,
            };
            if !event.ctrl_key() && !event.alt_key() && !event.meta_key() {
                event.prevent_default();
                dispatch.emit(Action::step(ClaimAct::Step(rows, columns)));
            }
        }
    };
    let columns = matrix.columns.len();
    let heads = matrix.columns.iter().enumerate().map(|(n, head)| column(session, n, head));
    // For the property `style` of the element that scrolls, beside the room of the rows that are not made.
    let style = format!("{}; --columns: {columns}", made.room);
    html! {
        <div class="matrix" id={MATRIX} role="table" aria-label={own::matrix()} aria-rowcount={(matrix.rows.len() + 1).to_string()}
            aria-colcount={(columns + 1).to_string()} ref={made.scroller} ~style={style} onscroll={&slots.onscroll} {onkeydown}>
            <div class="matrix-head" role="rowgroup">
                <div class="matrix-row" role="row" aria-rowindex="1">
                    <span class="matrix-claim" role="columnheader">{ own::claim() }</span>
                    { for heads }
                </div>
            </div>
            <div class="rows" role="rowgroup">
                { for made.rows.map(|n| row(screen, session, matrix, n, at, dispatch)) }
            </div>
        </div>
    }
}

/// The name of a column; an article also says when and by whom.
fn column(session: &Session, n: usize, head: &Head) -> Html {
    let name = session.head_name(head);
    let name = match (name.is_empty(), head) {
        (false, _) => name,
        (true, Head::Speaker(_)) => own::itself().to_owned(),
        (true, Head::Article(_)) => crate::words::untitled().to_owned(),
        (true, Head::Outlet(_)) => own::unnamed().to_owned(),
    };
    let more = match head {
        Head::Article(id) => session.project.document(id).map(|document| {
            let own = &document.metadata;
            let facts = [own.outlet.as_str(), own.language.as_str(), own.published.as_str()];
            facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
        }),
        _ => None,
    };
    html! {
        <span class="matrix-column" role="columnheader" key={n} title={name.clone()}>
            <span class="matrix-name" dir="auto">{ name }</span>
            { for more.filter(|more| !more.is_empty()).map(|more| html! { <span class="hint matrix-name" dir="auto">{ more }</span> }) }
        </span>
    }
}

/// The nth row; `focused` is the cell that the Tab key goes to.
fn row(
    screen: &ClaimsScreen,
    session: &Session,
    matrix: &Matrix,
    n: usize,
    focused: (usize, usize),
    dispatch: &Dispatch,
) -> Html {
    let row = &matrix.rows[n];
    let claim = session.project.claims.get(&row.claim);
    let at = |column: usize| focused == (n, column);
    let id = |column: usize| format!("{MATRIX}-{n}-{column}");
    let tab = |column: usize| if at(column) { "0" } else { "-1" };
    let open = |head: Option<Head>| -> Callback<MouseEvent> {
        act(dispatch, Action::step(ClaimAct::Open(row.claim.clone(), head)))
    };
    let cell = |(column, head): (usize, &Head)| {
        let place = column + 1;
        let (_, name, silent) = standing(row.standing(column));
        let (shown, said) = match row.cell(column) {
            Some(cell) => {
                let reference = is_reference(row, cell);
                (inside(session, cell, reference), said(session, cell, reference))
            }
            None => (Html::default(), silent.to_owned()),
        };
        html! {
            <span class="matrix-cell" role="cell" key={place}>
                <button type="button" class="claim-cell" data-standing={name} id={id(place)} tabindex={tab(place)}
                    aria-label={said.clone()} title={said} onclick={open(Some(head.clone()))}>{ shown }</button>
            </span>
        }
    };
    html! {
        <div class={class("matrix-row", &[(screen.open.as_ref() == Some(&row.claim), "matrix-open")])} role="row" key={n}
            aria-rowindex={(n + 2).to_string()}>
            <span class="matrix-claim" role="rowheader">
                <button type="button" class="claim-name" id={id(0)} tabindex={tab(0)} onclick={open(None)}>
                    <span class="claim-text" dir="auto">{ claim.map_or("", |claim| claim.text.as_str()) }</span>
                </button>
            </span>
            { for matrix.columns.iter().enumerate().map(cell) }
        </div>
    }
}

/// Whether a cell says nothing but what the others are held against.
fn is_reference(row: &Row, cell: &crate::analysis::matrix::Cell) -> bool {
    matches!((&row.reference, &cell.statements[..]), (Some(reference), [only]) if reference == only)
}
