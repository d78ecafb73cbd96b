//! Tables that are read: rows of cells by RFC 4180, with whichever sign between them.
//!
//! Lines end with LF, CR LF or CR; empty ones are passed over. A quotation mark that is never closed spoils its line alone.

use csv_core::{ReadRecordResult, ReaderBuilder};
use std::ops::Range;

/// So many lines with a quotation mark that is never closed are passed over: each takes a look at all that follows.
const MOST_OPEN: usize = 20;

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::formats) struct Row {
    /// Its cells, among all of the table.
    cells: Range<usize>,
    /// In which line it begins, from 1.
    pub(in crate::formats) line: u32,
    /// Where it stands in the text, with line ends before or behind it: the rows one after the other are the text.
    pub(in crate::formats) at: Range<usize>,
}

/// A table, the first row of which is its header.
#[derive(Clone, Debug, Default)]
pub(in crate::formats) struct Table {
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// Its rows.
    pub(in crate::formats) rows: Vec<Row>,
    /// Lines with a quotation mark that is never closed.
    pub(in crate::formats) open: Vec<u32>,
}

impl Table {
    /// Reads a text from a place on, at most so many rows.
    pub(in crate::formats) fn read(text: &str, from: usize, separator: u8, most: usize) -> Self {
        let mut table = Self::default();
        let mut reader = ReaderBuilder::new().delimiter(separator).build();
        let (mut out, mut ends) = (vec![0; 1024], vec![0; 32]);
        // A row has what was passed over before it, too.
        let (mut begun, mut at) = (0, from);
        let (mut line, mut counted) = (1, 0);
        while table.rows.len() < most {
            let start = at;
            let (mut written, mut ended) = (0, 0);
            let found = loop {
                let input = &text.as_bytes()[at..];
                let (result, read, wrote, closed) =
                    reader.read_record(input, &mut out[written..], &mut ends[ended..]);
                (at, written, ended) = (at + read, written + wrote, ended + closed);
                match result {
                    // Without input it says that a row, or the table, is at its end.
                    ReadRecordResult::InputEmpty => {}
                    ReadRecordResult::OutputFull => out.resize(out.len() * 2, 0),
                    ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                    ReadRecordResult::Record => break true,
                    ReadRecordResult::End => break false,
                }
            };
            if !found {
                break;
            }
            let whole = &text[start..at];
            let first = start + whole.len() - whole.trim_start_matches(['\r', '\n']).len();
            line += text[counted..first].matches('\n').count() as u32;
            counted = first;
            // What is open at the end of the text has taken all lines to there.
            let next = text[first..at].find('\n').map(|end| first + end + 1);
            let open = at == text.len() && text[first..at].matches('"').count() % 2 == 1;
            if let Some(next) = next.filter(|next| open && *next < at) {
                table.open.push(line);
                if table.open.len() == MOST_OPEN {
                    break;
                }
                reader.reset();
                at = next;
                continue;
            }
            let (base, before) = (table.text.len(), table.ends.len());
            table.text.push_str(&String::from_utf8_lossy(&out[..written]));
            table.ends.extend(ends[..ended].iter().map(|end| base + end));
            table.rows.push(Row { cells: before..table.ends.len(), line, at: begun..at });
            begun = at;
        }
        if let Some(last) = table.rows.last_mut().filter(|_| most == usize::MAX) {
            last.at.end = text.len();
        }
        table
    }

    /// How many cells a row has.
    pub(in crate::formats) fn count(&self, row: &Row) -> usize {
        row.cells.len()
    }

    /// A cell; nothing where the row is shorter.
    pub(in crate::formats) fn cell(&self, row: &Row, column: usize) -> &str {
        let Some(n) = row.cells.start.checked_add(column).filter(|n| row.cells.contains(n)) else {
            return "";
        };
        let start = n.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..self.ends[n]).unwrap_or_default()
    }

    /// The cells of a row.
    pub(in crate::formats) fn cells<'t>(&'t self, row: &'t Row) -> impl Iterator<Item = &'t str> {
        (0..self.count(row)).map(|column| self.cell(row, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: u8) -> Vec<(u32, Vec<String>)> {
        let table = Table::read(text, 0, separator, usize::MAX);
        let pieces: String = table.rows.iter().map(|row| &text[row.at.clone()]).collect();
        assert!(table.rows.is_empty() || pieces == text, "{pieces:?}");
        table.rows.iter().map(|row| (row.line, table.cells(row).map(str::to_owned).collect())).collect()
    }

    fn expected(rows: &[(u32, &[&str])]) -> Vec<(u32, Vec<String>)> {
        rows.iter().map(|(line, row)| (*line, row.iter().map(|&cell| cell.to_owned()).collect())).collect()
    }

    #[test]
    fn cells_are_taken_apart() {
        for (text, separator, found) in [
            ("a,b\n1,2\n", b',', &[(1, &["a", "b"][..]), (2, &["1", "2"])][..]),
            ("a\tb\r\n\r\n1\t\"x\ty\"\r\n", b'\t', &[(1, &["a", "b"]), (3, &["1", "x\ty"])]),
            ("a;b\n\"say \"\"no\"\"\r\nnow\";2", b';', &[(1, &["a", "b"]), (2, &["say \"no\"\r\nnow", "2"])]),
            (
                "a,b\n5\" nail,\n😀,e\u{301}",
                b',',
                &[(1, &["a", "b"]), (2, &["5\" nail", ""]), (3, &["😀", "e\u{301}"])],
            ),
            ("", b',', &[]),
            ("\n\n", b',', &[]),
        ] {
            assert_eq!(rows(text, separator), expected(found), "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_never_closed_spoils_its_line() {
        let table = Table::read("a,b\n\"open,1\nx,2\ny,3\n", 0, b',', usize::MAX);
        assert_eq!((table.open.clone(), table.rows.len()), (vec![2], 3));
        assert_eq!(table.cell(&table.rows[2], 0), "y");
        assert_eq!((table.rows[1].line, table.rows[1].at.clone()), (3, 4..16));
    }

    #[test]
    fn long_cells_are_read() {
        let text = format!("{}\n{},x", "a,".repeat(100), "y".repeat(5000));
        let table = Table::read(&text, 0, b',', usize::MAX);
        assert_eq!(table.count(&table.rows[0]), 101);
        assert_eq!(table.cell(&table.rows[1], 0).len(), 5000);
        assert_eq!((table.cell(&table.rows[1], 1), table.cell(&table.rows[1], 9)), ("x", ""));
    }
}
