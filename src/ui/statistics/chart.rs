//! One plot, its figures as a table, and both as files.

use crate::app::{Action, Chart, Figure, Plot, SaveChart, Shape, Table, opacity};
use crate::ui::Dispatch;
use crate::ui::kit::{Icon, class, icon, slot};
use crate::words::{decimal_sign, number, statistics as texts};
use std::rc::Rc;
use yew::prelude::*;

/// More rows than these are in the file only.
const ROWS: usize = 200;

pub(super) fn chart(chart: &Rc<Chart>, dispatch: &Dispatch) -> Html {
    let save = |make: fn(Rc<Chart>) -> SaveChart, text: &'static str, name: String, title: &'static str| {
        let onclick: Callback<MouseEvent> = {
            let chart = chart.clone();
            dispatch.reform(move |_| Action::step(make(chart.clone())))
        };
        html! {
            <button type="button" class="button button-quiet" aria-label={name} {title} {onclick}>
                { icon(Icon::Export) }<span>{ text }</span>
            </button>
        }
    };
    let title = &chart.title;
    html! {
        <article class="chart" key={title.clone()} aria-label={title.clone()}>
            <header class="chart-head">
                <h2>{ title }</h2>
                <div class="tools">
                    { save(SaveChart::Svg, "SVG", texts::save_svg_of(title), texts::save_svg()) }
                    { save(SaveChart::Csv, "CSV", texts::save_csv_of(title), texts::save_csv()) }
                </div>
            </header>
            if !chart.note.is_empty() {
                <p class="hint">{ &chart.note }</p>
            }
            { plot(&chart.plot, texts::name_of_plot(title)) }
            <details class="chart-table">
                <summary>{ texts::as_table() }</summary>
                { table(&chart.table, title) }
            </details>
        </article>
    }
}

fn plot(plot: &Plot, name: String) -> Html {
    html! {
        <svg class="plot" role="img" aria-label={name} width="100%" height={plot.height.to_string()}>
            { for plot.shapes.iter().map(shape) }
        </svg>
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Bar { x, y, width, height, slot: of } => {
            let slot = of.map(slot).unwrap_or_default();
            html! {
                <rect class={class("plot-bar", &[(true, &slot)])} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} rx="2" />
            }
        }
        Shape::Cell { x, y, width, height, heat } => html! {
            <rect class="plot-cell" x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} fill-opacity={opacity(*heat)} />
        },
        Shape::Text { x, y, anchor, soft, text } => html! {
            <text class={class("plot-text", &[(*soft, "plot-soft")])} x={x.to_string()} y={y.to_string()} text-anchor={anchor.name()}>{ text }</text>
        },
    }
}

fn table(table: &Table, title: &str) -> Html {
    let row = |(n, row): (usize, &Vec<Figure>)| {
        let cell = |(at, figure): (usize, &Figure)| match figure {
            Figure::Text(text) if at == 0 => html! { <th scope="row" dir="auto">{ text }</th> },
            Figure::Text(text) => html! { <td dir="auto">{ text }</td> },
            Figure::Number(n) => html! { <td class="figures">{ number(*n as u64) }</td> },
            Figure::Hundredths(n) => {
                html! { <td class="figures">{ format!("{}{}{:02}", n / 100, decimal_sign(), n % 100) }</td> }
            }
        };
        html! { <tr key={n}>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <>
            <div class="chart-scroll" role="group" aria-label={title.to_owned()} tabindex="0">
                <table>
                    <thead><tr>{ for table.head.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for table.rows.iter().take(ROWS).enumerate().map(row) }</tbody>
                </table>
            </div>
            if table.rows.len() > ROWS {
                <p class="hint">{ texts::first_rows(ROWS, table.rows.len()) }</p>
            }
        </>
    }
}
