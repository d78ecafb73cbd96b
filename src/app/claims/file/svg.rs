//! The matrix as a picture: SVG with its own styles, in the colours of the light theme. Names and claims are wrapped;
//! in a language from right to left the columns run from the right.

use super::wrap::wrap;
use crate::analysis::Standing;
use crate::app::claims::shown::{CLASH, REFERENCE, sign, standing_name, standing_word};
use crate::app::claims::{Shown, ShownCell, ShownRow};
use crate::app::written::escaped;
use crate::text::{Byte, Text, is_rtl};
use crate::words::{claims as words, language};
use std::fmt::Write as _;

/// The room around it, in pixels.
const EDGE: usize = 24;
/// How wide the column of claims is.
const CLAIM: usize = 260;
/// How wide each other column is.
const COLUMN: usize = 150;
/// The room inside a cell.
const INSIDE: usize = 8;
/// What a sign takes.
const SIGN: usize = 18;
/// The size of the letters.
const LETTER: usize = 13;
/// From line to line.
const LINE: usize = 18;
/// The styles.
const STYLES: &str = include_str!("matrix.svg.css");

/// A line of a cell, and its class.
type Line = (String, &'static str);

struct Picture {
    out: String,
    width: usize,
    rtl: bool,
}

impl Picture {
    /// Where something `wide` stands that begins `from` the side from which the language runs.
    fn left(&self, from: usize, wide: usize) -> usize {
        if self.rtl { self.width - from - wide } else { from }
    }

    fn rect(&mut self, class: &str, (from, y): (usize, usize), (wide, high): (usize, usize)) {
        let x = self.left(from, wide);
        let _ = writeln!(
            self.out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"/>"
        );
    }

    /// A line of text in its room: one from right to left begins at the right.
    fn text(&mut self, class: &str, (from, y): (usize, usize), wide: usize, line: &str) {
        let own = Text::new(line).is_ok_and(|text| is_rtl(&text, Byte(0)));
        let left = self.left(from, wide);
        // Words that run the other way than the page keep to the side where the cell begins.
        let (x, anchor) = match (self.rtl, own) {
            (false, false) | (true, true) => (if own { left + wide } else { left }, "start"),
            (false, true) => (left, "end"),
            (true, false) => (left + wide, "end"),
        };
        let direction = if own { " direction=\"rtl\"" } else { "" };
        let _ = writeln!(
            self.out,
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{direction}>{}</text>",
            escaped(line)
        );
    }

    fn lines(&mut self, (from, y): (usize, usize), wide: usize, lines: &[Line]) {
        for (n, (line, class)) in lines.iter().enumerate() {
            self.text(class, (from, y + INSIDE + LETTER + n * LINE), wide, line);
        }
    }
}

fn wrapped(text: &str, wide: usize, most: usize, class: &'static str) -> Vec<Line> {
    wrap(text, wide * 100 / LETTER, most).into_iter().map(|line| (line, class)).collect()
}

/// What stands in a cell beside its sign: as on the screen, and nothing of it is cut.
fn inside(cell: &ShownCell) -> Vec<Line> {
    let wide = COLUMN - 2 * INSIDE - SIGN;
    let count = if cell.count > 1 { words::statements(cell.count) } else { String::new() };
    let texts =
        [(&cell.figure[..], "strong"), (cell.stance, "name"), (&cell.speaker, "soft"), (&count, "soft")];
    texts.into_iter().flat_map(|(text, class)| wrapped(text, wide, 6, class)).collect()
}

/// A row in lines.
struct Drawn<'a> {
    claim: Vec<Line>,
    cells: Vec<Option<(&'a ShownCell, Vec<Line>)>>,
}

impl<'a> Drawn<'a> {
    fn new(row: &'a ShownRow, claim_room: usize) -> Self {
        // Claims are sentences: none of their words is left out.
        let mut claim = wrapped(&row.claim, claim_room, usize::MAX, "name");
        let clash = row.clash.as_ref().map(|clash| format!("{CLASH} {}", clash.words()));
        claim.extend(clash.iter().flat_map(|clash| wrapped(clash, claim_room, usize::MAX, "clash")));
        Self {
            claim,
            cells: row.cells.iter().map(|cell| cell.as_ref().map(|cell| (cell, inside(cell)))).collect(),
        }
    }

    fn height(&self) -> usize {
        let cells = self.cells.iter().flatten().map(|(_, lines)| lines.len());
        height(cells.chain([self.claim.len()]).max().unwrap_or_default())
    }
}

fn height(lines: usize) -> usize {
    lines.max(1) * LINE + 2 * INSIDE
}

/// The matrix as SVG.
pub fn matrix_in_svg(shown: &Shown) -> String {
    let claim_room = CLAIM - 2 * INSIDE;
    let heads: Vec<Vec<Line>> = shown
        .columns
        .iter()
        .map(|head| {
            let mut lines = wrapped(&head.name, COLUMN - 2 * INSIDE, 5, "strong");
            lines.extend(wrapped(&head.more, COLUMN - 2 * INSIDE, 3, "soft"));
            lines
        })
        .collect();
    let rows: Vec<Drawn<'_>> = shown.rows.iter().map(|row| Drawn::new(row, claim_room)).collect();
    let head_height = height(heads.iter().map(Vec::len).max().unwrap_or_default());
    let top = EDGE + 3 * LINE + LINE;
    let table = CLAIM + COLUMN * shown.columns.len();
    // The legend has its room too; its last entry is the longest.
    let width = 2 * EDGE + table.max(5 * COLUMN + CLAIM);
    let all = head_height + rows.iter().map(Drawn::height).sum::<usize>();
    let total = top + all + EDGE;
    let title = format!("{} – {}", shown.title, words::matrix());
    let mut picture = Picture { out: String::new(), width, rtl: language().is_rtl() };
    let name = escaped(&title);
    let _ = write!(
        picture.out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{total}\" viewBox=\"0 0 {width} {total}\" \
         role=\"img\" aria-label=\"{name}\">\n<title>{name}</title>\n<style>\n{STYLES}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n",
    );
    picture.text("title", (EDGE, EDGE + LETTER), width - 2 * EDGE, &title);
    picture.text("soft", (EDGE, EDGE + LETTER + LINE), width - 2 * EDGE, &shown.note);
    legend(&mut picture, EDGE + LETTER + 2 * LINE + LINE / 2);
    let mut y = top;
    picture.lines((EDGE + INSIDE, y), claim_room, &[(words::claim().to_owned(), "strong")]);
    for (n, lines) in heads.iter().enumerate() {
        picture.lines((EDGE + CLAIM + n * COLUMN + INSIDE, y), COLUMN - 2 * INSIDE, lines);
    }
    y += head_height;
    for row in &rows {
        let high = row.height();
        picture.lines((EDGE + INSIDE, y), claim_room, &row.claim);
        for (n, cell) in row.cells.iter().enumerate() {
            let from = EDGE + CLAIM + n * COLUMN;
            if let Some((cell, lines)) = cell {
                picture.rect(standing_name(cell.standing), (from, y), (COLUMN, high));
                picture.lines((from + INSIDE, y), SIGN, &[(cell.sign().to_owned(), "strong")]);
                picture.lines((from + INSIDE + SIGN, y), COLUMN - 2 * INSIDE - SIGN, lines);
            }
        }
        picture.rect("line", (EDGE, y), (table, 1));
        y += high;
    }
    for n in 0..shown.columns.len() {
        picture.rect("line", (EDGE + CLAIM + n * COLUMN, top), (1, all));
    }
    picture.out.push_str("</svg>\n");
    picture.out
}

/// What the signs mean.
fn legend(picture: &mut Picture, y: usize) {
    let all = [Standing::Agree, Standing::Compatible, Standing::OtherTime, Standing::Conflict];
    let mut signs = vec![(REFERENCE, "paper", words::reference())];
    signs.extend(all.map(|one| (sign(one), standing_name(one), standing_word(one))));
    signs.push((CLASH, "paper", words::clash()));
    for (n, (sign, class, word)) in signs.into_iter().enumerate() {
        let from = EDGE + n * COLUMN;
        picture.rect(class, (from, y - LETTER - 2), (SIGN, LINE));
        picture.text("strong", (from + 3, y), SIGN - 3, sign);
        let wide = if n == 5 { CLAIM } else { COLUMN };
        picture.text("name", (from + SIGN + 6, y), wide - SIGN - 6, word);
    }
}
