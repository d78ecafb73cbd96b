//! The whole matrix on paper. What is too wide for a sheet goes on in another table, each with the claims beside it; the
//! heads come again on every sheet.

use crate::analysis::Standing;
use crate::app::{
    CLASH, REFERENCE, Session, Shown, ShownCell, ShownClash, ShownRow, State, sign, standing_name,
    standing_word,
};
use crate::words::claims as own;
use std::ops::Range;
use yew::prelude::*;

/// So many columns stand beside the claims across a sheet of A4; on A3 they are wider.
const COLUMNS: usize = 8;

/// What is printed.
pub(crate) fn sheet(state: &State, session: &Session) -> Html {
    let shown = session.shown_matrix(&state.claims);
    let count = shown.columns.len().max(1);
    let bands = (0..count.div_ceil(COLUMNS)).map(|n| n * COLUMNS..shown.columns.len().min((n + 1) * COLUMNS));
    html! {
        <section class="print-sheet print-claims">
            <h2><bdi>{ &shown.title }</bdi>{ " – " }{ own::matrix() }</h2>
            <p><bdi>{ &shown.note }</bdi></p>
            { legend() }
            { for bands.map(|band| table(&shown, band)) }
            <p class="print-foot">
                <bdi>{ &shown.title }</bdi>
                { " · Postil" }
            </p>
        </section>
    }
}

fn legend() -> Html {
    let all = [Standing::Agree, Standing::Compatible, Standing::OtherTime, Standing::Conflict];
    let item = |name: &'static str, sign: &'static str, word: &'static str| {
        html! { <li><span class="claim-sign" data-standing={name}>{ sign }</span><span>{ word }</span></li> }
    };
    html! {
        <ul class="print-legend" role="list">
            { item("reference", REFERENCE, own::reference()) }
            { for all.map(|one| item(standing_name(one), sign(one), standing_word(one))) }
            { item("conflict", CLASH, own::clash()) }
        </ul>
    }
}

fn table(shown: &Shown, band: Range<usize>) -> Html {
    let heads = shown.columns[band.clone()].iter().map(|head| {
        html! { <th scope="col"><span dir="auto">{ &head.name }</span><small dir="auto">{ &head.more }</small></th> }
    });
    let row = |row: &ShownRow| {
        html! {
            <tr>
                <th scope="row" dir="auto">{ &row.claim }{ for row.clash.as_ref().map(clash) }</th>
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
    html! { <small dir="auto">{ CLASH }{ " " }{ clash.words() }</small> }
}

fn cell(cell: Option<&ShownCell>) -> Html {
    let Some(cell) = cell else { return html! { <td></td> } };
    html! {
        <td data-standing={standing_name(cell.standing)}>
            <b>{ cell.sign() }{ " " }<bdi>{ &cell.figure }</bdi></b>
            <small>{ cell.stance }</small>
            <small dir="auto">{ &cell.speaker }</small>
            if cell.count > 1 {
                <small>{ own::statements(cell.count) }</small>
            }
        </td>
    }
}
