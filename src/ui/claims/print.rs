//! The whole matrix on paper. What is too wide for a sheet goes on in another table, each with the claims beside it; the
//! heads come again on every sheet.

use super::cell::{more, sign, signs};
use crate::analysis::Standing;
use crate::app::{Session, Shown, ShownCell, ShownClash, ShownRow, Sign, State};
use crate::ui::facts;
use crate::words::claims as own;
use std::ops::Range;
use yew::prelude::*;

/// So many columns stand beside the claims across a sheet of A4; on A3 they are wider.
const COLUMNS: usize = 8;

/// What is printed.
pub(crate) fn sheet(state: &State, session: &Session) -> Html {
    let shown = session.shown_matrix(&state.claims);
    let count = shown.columns.len().max(1);
    // As equal as can be, so that columns are equally wide in all of them.
    let wide = count.div_ceil(count.div_ceil(COLUMNS));
    let bands = (0..count.div_ceil(wide)).map(|n| n * wide..shown.columns.len().min((n + 1) * wide));
    html! {
        <section class="print-sheet print-claims">
            <h2><bdi>{ &shown.title }</bdi>{ " – " }{ own::matrix() }</h2>
            <p><bdi>{ &shown.note }</bdi></p>
            <ul class="print-legend" role="list">{ signs() }</ul>
            { for bands.map(|band| table(&shown, band)) }
            <p class="print-foot">
                <bdi>{ &shown.title }</bdi>
                { " · Postil" }
            </p>
        </section>
    }
}

fn table(shown: &Shown, band: Range<usize>) -> Html {
    let heads = shown.columns[band.clone()].iter().map(|head| {
        html! { <th scope="col"><span dir="auto">{ &head.name }</span><small>{ more(head) }</small></th> }
    });
    let row = |row: &ShownRow| {
        html! {
            <tr>
                <th scope="row">
                    <span dir="auto" lang={facts::lang(&row.language)}>{ &row.claim }</span>
                    { for row.clash.as_ref().map(clash) }
                </th>
                { for row.cells[band.clone()].iter().map(|own| cell(own.as_ref())) }
            </tr>
        }
    };
    html! {
        <table>
            <thead><tr><th scope="col">{ own::claim() }</th>{ for heads }</tr></thead>
            <tbody>{ for shown.rows.iter().map(row) }</tbody>
        </table>
    }
}

fn clash(clash: &ShownClash) -> Html {
    html! { <small>{ sign(Sign::Clash) }{ " " }<bdi>{ clash.words() }</bdi></small> }
}

fn cell(cell: Option<&ShownCell>) -> Html {
    let Some(cell) = cell else { return html! { <td>{ sign(Sign::Stands(Standing::Silent)) }</td> } };
    html! {
        <td data-standing={Sign::Stands(cell.standing).name()}>
            { sign(cell.sign()) }
            <b><bdi>{ &cell.figure }</bdi></b>
            <small>{ cell.stance }</small>
            <small><bdi>{ &cell.speaker }</bdi></small>
            if cell.count > 1 {
                <small>{ own::statements(cell.count) }</small>
            }
        </td>
    }
}
