//! Charts as files.
//!
//! **CSV** as RFC 4180 has it: a header, commas, CR LF, quotes doubled inside quotes. Words that a spreadsheet would take
//! for a formula stand behind an apostrophe (`written`). It begins with
//! U+FEFF, without which Excel takes UTF-8 for something else.
//!
//! **SVG** with its own styles, in the colours of the light theme, 720 pixels wide.

use super::{Chart, Figure, Plot, Shape, Table};
use crate::app::written::{csv_field, escaped};
use std::fmt::Write as _;

/// How wide a plot is in a file.
const WIDTH: usize = 720;
/// The room around it.
const EDGE: usize = 24;
/// Of the heading.
const HEAD: usize = 36;
/// The looks of a plot in a file.
const STYLES: &str = include_str!("plot.css");

/// A table as CSV.
pub fn csv(table: &Table) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (n, cell) in cells.enumerate() {
            if n > 0 {
                out.push(',');
            }
            out.push_str(&cell);
        }
        out.push_str("\r\n");
    };
    line(&mut table.head.iter().map(|name| csv_field(name)));
    for row in &table.rows {
        line(&mut row.iter().map(|figure| match figure {
            Figure::Text(text) => csv_field(text),
            Figure::Number(number) => number.to_string(),
            Figure::Hundredths(number) => format!("{}.{:02}", number / 100, number % 100),
        }));
    }
    out
}

/// A plot as an SVG file with its title.
pub fn svg(chart: &Chart) -> String {
    let Plot { height, shapes } = &chart.plot;
    let (all_width, all_height) = (WIDTH + 2 * EDGE, HEAD + height + 2 * EDGE);
    let title = escaped(&chart.title);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all_width}\" height=\"{all_height}\" \
         viewBox=\"0 0 {all_width} {all_height}\" role=\"img\" aria-label=\"{title}\">\n<style>\n{STYLES}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n\
         <text class=\"title\" x=\"{EDGE}\" y=\"{}\">{title}</text>\n\
         <svg x=\"{EDGE}\" y=\"{}\" width=\"{WIDTH}\" height=\"{height}\">\n",
        EDGE + 14,
        EDGE + HEAD,
    );
    for shape in shapes {
        let _ = match shape {
            Shape::Bar { x, y, width, height, .. } => writeln!(
                out,
                "<rect class=\"bar\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
            ),
            Shape::Cell { x, y, width, height, heat } => writeln!(
                out,
                "<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill-opacity=\"{}\"/>",
                opacity(*heat),
            ),
            Shape::Text { x, y, anchor, soft, text } => writeln!(
                out,
                "<text class=\"{}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{}\">{}</text>",
                if *soft { "soft" } else { "name" },
                anchor.name(),
                escaped(text),
            ),
        };
    }
    out.push_str("</svg>\n</svg>\n");
    out
}

/// Of a cell so many per cent warm: the figures in the warmest can still be read.
pub fn opacity(heat: usize) -> String {
    let hundredths = if heat == 0 { 4 } else { 8 + heat.min(100) * 37 / 100 };
    format!("0.{hundredths:02}")
}
