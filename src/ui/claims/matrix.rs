//! Table *Claim matrix*: claims in rows and what is said of them in columns, of which only those in view are made.
//!
//! One stop of the Tab key; the arrows go from cell to cell, Enter opens one, with Alt they move the row or the column.
//!
//! It is a table and no grid, although the arrows go through it: there is nothing to edit or to select in it, so a screen
//! reader reads it with its own keys for tables, heads and all, and finds a button in each cell.

use super::cell::{inside, more, name};
use super::clash;
use super::drag::{Drag, Dragged, drag};
use crate::analysis::matrix::Axis;
use crate::analysis::{Matrix, Standing};
use crate::app::{Action, ClaimAct, ClaimsScreen, MATRIX, Session, ShownCell, Sign};
use crate::ui::kit::class;
use crate::ui::{Dispatch, Slots, facts};
use crate::words::{self, claims as own};
use std::ops::Range;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The window of columns begins at multiples of this.
const STEP: usize = 2;
/// With more columns than this they do not share the room, but are equally wide: rows are laid out by that alone.
const SHARING: usize = 12;

/// The table.
pub(super) fn matrix(
    screen: &ClaimsScreen,
    session: &Session,
    matrix: &Rc<Matrix>,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    // What the table shows is another with another matrix: it is made from what is in view on.
    let (window, of) = (&slots.windows.claims, Rc::as_ptr(matrix).addr());
    let made = window.made_in_slices(matrix.rows.len(), of, screen.at.0);
    // A cell that is there: a filter may have taken the one away that the keys were at, and scrolling its row.
    let last = made.rows.end.saturating_sub(1).max(made.rows.start);
    let columns = screen.made(matrix.columns.len());
    let columns = window.columns_in_slices(of, &columns, seen(&columns, matrix.columns.len(), screen.at.1));
    let column = match screen.at.1 {
        0 => 0,
        place => place.clamp(columns.start + 1, columns.end.max(columns.start + 1)),
    };
    let at = (screen.at.0.clamp(made.rows.start, last), column);
    let onkeydown = {
        let (dispatch, known) = (dispatch.clone(), screen.at);
        move |event: KeyboardEvent| {
            let rtl = gloo_utils::document_element().get_attribute("dir").as_deref() == Some("rtl");
            let on = if rtl { -1 } else { 1 };
            let (rows, columns) = match event.key().as_str() {
                "ArrowDown" => (1, 0),
                "ArrowUp" => (-1, 0),
                "ArrowRight" => (0, on),
                "ArrowLeft" => (0, -on),
                "Home" if !event.alt_key() => (0, isize::MIN / 2),
                "End" if !event.alt_key() => (0, isize::MAX / 2),
                _ => return,
            };
            if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                // With Alt, the browser would go back.
                event.prevent_default();
                event.stop_propagation();
                // The cell that the keys were at may have been scrolled away, and another one taken its place.
                if let Some(at) =
                    event.target_dyn_into().and_then(|cell| place(&cell)).filter(|at| *at != known)
                {
                    dispatch.emit(Action::step(ClaimAct::At(at)));
                }
                let go = if event.alt_key() { ClaimAct::Shift } else { ClaimAct::Step };
                dispatch.emit(Action::step(go(rows, columns)));
            }
        }
    };
    let count = matrix.columns.len();
    let heads = columns.clone().map(|n| head(session, matrix, n, dispatch));
    // For the property `style` of the element that scrolls, beside the room of the rows that are not made.
    let style = [made.room, format!("--columns: {count}"), format!("--first: {}", columns.start)].join("; ");
    let onscroll = {
        let (dispatch, scrolled, known) = (dispatch.clone(), slots.onscroll.clone(), screen.made);
        move |event: Event| {
            let (first, count) = event.target_dyn_into::<Element>().map_or(known, |table| in_view(&table));
            if (first, count) != known {
                dispatch.emit(Action::step(ClaimAct::Look(first, count)));
            }
            scrolled.emit(event);
        }
    };
    // One listener for all cells: there are hundreds, and others with each step of scrolling.
    let onclick = {
        let (dispatch, matrix) = (dispatch.clone(), matrix.clone());
        move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            let button = target.and_then(|target| target.closest(".claim-cell, .claim-name").ok().flatten());
            let Some((row, column)) = button.and_then(|button| place(&button)) else { return };
            let Some(claim) = matrix.rows.get(row).map(|row| row.claim.clone()) else { return };
            let head = column.checked_sub(1).and_then(|column| matrix.columns.get(column)).cloned();
            dispatch.emit(Action::step(ClaimAct::Open(claim, head)));
        }
    };
    // Who points at a cell reads all of it; most are never pointed at.
    let onmouseover = |event: MouseEvent| {
        let target = event.target_dyn_into::<Element>();
        let cell = target.and_then(|target| target.closest(".claim-cell").ok().flatten());
        if let Some(cell) = cell {
            let _ = cell.set_attribute("title", &cell.get_attribute("aria-label").unwrap_or_default());
        }
    };
    html! {
        <div class="matrix" id={MATRIX} role="table" aria-label={own::matrix()} aria-rowcount={(matrix.rows.len() + 1).to_string()}
            aria-colcount={(count + 1).to_string()} data-many={(count > SHARING).then_some("")}
            ref={made.scroller} ~style={style} {onscroll} {onkeydown} {onclick} {onmouseover}>
            <div class={class("matrix-head", &[(screen.axis == Axis::Articles, "matrix-articles")])} role="rowgroup">
                <div class="matrix-row" role="row" aria-rowindex="1">
                    <span class="matrix-claim" role="columnheader" aria-colindex="1">{ own::claim() }</span>
                    { for heads }
                </div>
            </div>
            <div class="rows" role="rowgroup">
                { for made.rows.map(|n| row(screen, session, matrix, n, columns.clone(), at, dispatch)) }
            </div>
        </div>
    }
}

/// Row and column of a cell, by its `id`.
fn place(cell: &Element) -> Option<(usize, usize)> {
    let id = cell.id();
    let (row, column) = id.strip_prefix(MATRIX)?.strip_prefix('-')?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The columns of a table that are in view: the first, and how many, with as many more on each side that a step of
/// scrolling finds them made. They change by steps, so that not every scrolling makes others.
fn in_view(table: &Element) -> (usize, usize) {
    let width = |selector: &str| {
        let found = table.query_selector(selector).ok().flatten();
        found.map_or(0.0, |element| element.get_bounding_client_rect().width())
    };
    let column = width(".matrix-column").max(1.0);
    let room = f64::from(table.client_width()) - width(".matrix-claim");
    let count = (room.max(0.0) / column).ceil() as usize + 3 * STEP;
    // From right to left it is below nought.
    let first = (f64::from(table.scroll_left().abs()) / column) as usize;
    (first.saturating_sub(STEP) / STEP * STEP, count.div_ceil(STEP) * STEP)
}

/// Those of the columns to be made that may be in view, of so many, and the one that the keys are at (from 1).
fn seen(made: &Range<usize>, total: usize, at: usize) -> Range<usize> {
    let first = if made.start == 0 { 0 } else { made.start + STEP };
    let end = if made.end == total { total } else { made.end.saturating_sub(STEP).max(first + 1) };
    match at.checked_sub(1).filter(|at| made.contains(at)) {
        Some(at) => first.min(at)..end.max(at + 1),
        None => first..end,
    }
}

/// The head of a column; it can be dragged.
fn head(session: &Session, matrix: &Rc<Matrix>, n: usize, dispatch: &Dispatch) -> Html {
    let head = &matrix.columns[n];
    let shown = session.shown_head(head);
    let all = matrix.clone();
    let at = move |n: usize| all.columns.get(n).cloned().map(Dragged::Column);
    let Drag { start, over, leave, drop } = drag(dispatch, Dragged::Column(head.clone()), n, at);
    html! {
        <span class="matrix-column" role="columnheader" aria-colindex={(n + 2).to_string()} key={n} title={shown.words()} data-head="column" draggable="true"
            ondragstart={start} ondragover={over} ondragleave={leave} ondrop={drop}>
            <span class="matrix-name" dir="auto">{ name(&shown.name) }</span>
            if !shown.facts.is_empty() {
                <span class="hint matrix-more">{ more(&shown) }</span>
            }
        </span>
    }
}

/// The nth row; `focused` is the cell that the Tab key goes to.
fn row(
    screen: &ClaimsScreen,
    session: &Session,
    matrix: &Rc<Matrix>,
    n: usize,
    columns: Range<usize>,
    focused: (usize, usize),
    dispatch: &Dispatch,
) -> Html {
    let row = &matrix.rows[n];
    let shown = session.shown_row(row, columns.clone());
    let at = |column: usize| focused == (n, column);
    let id = |column: usize| format!("{MATRIX}-{n}-{column}");
    let tab = |column: usize| if at(column) { "0" } else { "-1" };
    let cells = columns.zip(&shown.cells).map(|(column, cell)| {
        let place = column + 1;
        let (shown, said) = match cell {
            Some(cell) => (inside(cell), cell.words()),
            None => (Html::default(), Sign::Stands(Standing::Silent).word().to_owned()),
        };
        let sign = cell.as_ref().map_or(Sign::Stands(Standing::Silent), ShownCell::sign).name();
        let standing = Sign::Stands(cell.as_ref().map_or(Standing::Silent, |cell| cell.standing)).name();
        let count = cell.as_ref().filter(|cell| cell.count > 1).map(|cell| words::number(cell.count as u64));
        html! {
            <span class="matrix-cell" role="cell" aria-colindex={(place + 1).to_string()} key={place}>
                <button type="button" class="claim-cell" data-standing={standing} data-sign={sign} data-count={count} id={id(place)}
                    tabindex={tab(place)} aria-label={said}>{ shown }</button>
            </span>
        }
    });
    let all = matrix.clone();
    let of = move |n: usize| all.rows.get(n).map(|row| Dragged::Row(row.claim.clone()));
    let Drag { start, over, leave, drop } = drag(dispatch, Dragged::Row(row.claim.clone()), n, of);
    html! {
        <div class={class("matrix-row", &[(screen.open.as_ref() == Some(&row.claim), "matrix-open")])} role="row" key={n}
            aria-rowindex={(n + 2).to_string()}>
            <span class="matrix-claim" role="rowheader" aria-colindex="1" data-head="row" ondragover={over} ondragleave={leave} ondrop={drop}>
                <span class="matrix-grip" draggable="true" aria-hidden="true" title={own::move_hint()} ondragstart={start}></span>
                <span class={class("claim-head", &[(shown.clash.is_some(), "claim-clashes")])}>
                    <button type="button" class="claim-name" id={id(0)} tabindex={tab(0)}>
                        <span class="claim-text" dir="auto" lang={facts::lang(&shown.language)} title={shown.claim.clone()}>{ shown.claim }</span>
                    </button>
                    { for shown.clash.as_ref().map(|own| clash::in_head(&row.claim, own, focused.0 == n, dispatch)) }
                </span>
            </span>
            { for cells }
        </div>
    }
}
