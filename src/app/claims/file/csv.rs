//! The matrix for a spreadsheet.
//!
//! **CSV** as RFC 4180 has it: a header, commas, CR LF, quotes doubled inside quotes; a line for each claim, a column for
//! each of the matrix, and a last one for tellings that conflict with each other and not with the reference. A cell says in words what the screen shows by sign and colour, and is empty where the column is
//! silent. It begins with U+FEFF, without which Excel takes UTF-8 for something else; programs that follow the RFC read
//! over it. No cell is a formula (`written`).

use crate::app::claims::Shown;
use crate::app::written::{csv_field, one_line};
use crate::words::claims as words;

/// The matrix as CSV.
pub fn matrix_in_csv(shown: &Shown) -> String {
    let mut out = String::from("\u{feff}");
    out.push_str(&csv_field(words::claim()));
    for head in &shown.columns {
        let more = if head.more.is_empty() { String::new() } else { format!(" ({})", head.more) };
        out.push(',');
        out.push_str(&csv_field(&one_line(&format!("{}{more}", head.name))));
    }
    out.push(',');
    out.push_str(&csv_field(words::clash()));
    out.push_str("\r\n");
    for row in &shown.rows {
        out.push_str(&csv_field(&one_line(&row.claim)));
        for cell in &row.cells {
            out.push(',');
            if let Some(cell) = cell {
                out.push_str(&csv_field(&one_line(&cell.words())));
            }
        }
        out.push(',');
        if let Some(clash) = &row.clash {
            out.push_str(&csv_field(&one_line(&clash.words_in_full())));
        }
        out.push_str("\r\n");
    }
    out
}
