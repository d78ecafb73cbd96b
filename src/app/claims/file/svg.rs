//! The matrix as a picture: SVG with its own styles, in the colours of the light theme. All texts are wrapped; in a
//! language from right to left the columns run from the right.

use super::wrap::{width, wrap};
use crate::analysis::Standing;
use crate::app::claims::{Shown, ShownCell, ShownClash, ShownRow, Sign};
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
/// How wide and high a sign is.
const DRAWN: usize = 18;
/// Its lines are drawn so much smaller: the side of a sign is 24.
const SCALE: &str = "0.75";
/// What a sign takes, with the room behind it.
const SIGN: usize = 24;
/// The size of the letters.
const LETTER: usize = 13;
/// The size of those of the title.
const TITLE: usize = 16;
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

    /// A sign, whose room begins here.
    fn sign(&mut self, sign: Sign, (from, y): (usize, usize)) {
        let (x, name, lines) = (self.left(from, DRAWN), sign.name(), sign.lines());
        let _ = writeln!(
            self.out,
            "<path class=\"sign sign-{name}\" transform=\"translate({x} {y}) scale({SCALE})\" d=\"{lines}\"/>"
        );
    }

    fn lines(&mut self, (from, y): (usize, usize), wide: usize, lines: &[Line]) {
        for (n, (line, class)) in lines.iter().enumerate() {
            self.text(class, (from, y + INSIDE + LETTER + n * LINE), wide, line);
        }
    }
}

fn wrapped(text: &str, wide: usize, most: usize, class: &'static str) -> Vec<Line> {
    let letter = if class == "title" { TITLE } else { LETTER };
    wrap(text, wide * 100 / letter, most).into_iter().map(|line| (line, class)).collect()
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
    /// Below it, two tellings that conflict with each other.
    clash: Vec<Line>,
    cells: Vec<Option<(&'a ShownCell, Vec<Line>)>>,
}

impl<'a> Drawn<'a> {
    fn new(row: &'a ShownRow, claim_room: usize) -> Self {
        let clash = row.clash.as_ref().map(ShownClash::words);
        let clash = clash.iter().flat_map(|words| wrapped(words, claim_room - SIGN, usize::MAX, "clash"));
        Self {
            // Claims are sentences: none of their words is left out.
            claim: wrapped(&row.claim, claim_room, usize::MAX, "name"),
            clash: clash.collect(),
            cells: row.cells.iter().map(|cell| cell.as_ref().map(|cell| (cell, inside(cell)))).collect(),
        }
    }

    fn height(&self) -> usize {
        let cells = self.cells.iter().flatten().map(|(_, lines)| lines.len());
        height(cells.chain([self.claim.len() + self.clash.len()]).max().unwrap_or_default())
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
            let facts = head.facts.iter();
            lines.extend(facts.flat_map(|fact| wrapped(fact, COLUMN - 2 * INSIDE, 3, "soft")));
            lines
        })
        .collect();
    let rows: Vec<Drawn<'_>> = shown.rows.iter().map(|row| Drawn::new(row, claim_room)).collect();
    let head_height = height(heads.iter().map(Vec::len).max().unwrap_or_default());
    let table = CLAIM + COLUMN * shown.columns.len();
    // Of a matrix of one column too the title and the legend have some room.
    let room = table.max(3 * COLUMN);
    let width = 2 * EDGE + room;
    let title = format!("{} – {}", shown.title, words::matrix());
    let mut above = wrapped(&title, room, usize::MAX, "title");
    above.extend(wrapped(&shown.note, room, usize::MAX, "soft"));
    let (legend, legend_lines) = legend(room);
    let legend_top = EDGE + above.len() * LINE + LINE / 2;
    let top = legend_top + legend_lines * LEGEND_LINE + LINE / 2;
    let all = head_height + rows.iter().map(Drawn::height).sum::<usize>();
    let total = top + all + EDGE;
    let mut picture = Picture { out: String::new(), width, rtl: language().is_rtl() };
    let name = escaped(&title);
    let _ = write!(
        picture.out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{total}\" viewBox=\"0 0 {width} {total}\" \
         role=\"img\" aria-label=\"{name}\">\n<title>{name}</title>\n<style>\n{STYLES}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n",
    );
    for (n, (line, class)) in above.iter().enumerate() {
        picture.text(class, (EDGE, EDGE + LETTER + n * LINE), room, line);
    }
    for (sign, from, line) in legend {
        let (from, y) = (EDGE + from, legend_top + line * LEGEND_LINE);
        picture.rect(sign.name(), (from, y), (DRAWN + 4, DRAWN + 4));
        picture.sign(sign, (from + 2, y + 2));
        picture.text("name", (from + SIGN + 4, y + LETTER + 2), item_width(sign), sign.word());
    }
    let mut y = top;
    picture.lines((EDGE + INSIDE, y), claim_room, &[(words::claim().to_owned(), "strong")]);
    for (n, lines) in heads.iter().enumerate() {
        picture.lines((EDGE + CLAIM + n * COLUMN + INSIDE, y), COLUMN - 2 * INSIDE, lines);
    }
    y += head_height;
    for row in &rows {
        let high = row.height();
        picture.lines((EDGE + INSIDE, y), claim_room, &row.claim);
        if !row.clash.is_empty() {
            let below = y + row.claim.len() * LINE;
            picture.sign(Sign::Clash, (EDGE + INSIDE, below + INSIDE));
            picture.lines((EDGE + INSIDE + SIGN, below), claim_room - SIGN, &row.clash);
        }
        for (n, cell) in row.cells.iter().enumerate() {
            let from = EDGE + CLAIM + n * COLUMN;
            let sign = cell.as_ref().map_or(Sign::Stands(Standing::Silent), |(cell, _)| cell.sign());
            if let Some((cell, lines)) = cell {
                picture.rect(Sign::Stands(cell.standing).name(), (from, y), (COLUMN, high));
                picture.lines((from + INSIDE + SIGN, y), COLUMN - 2 * INSIDE - SIGN, lines);
            }
            picture.sign(sign, (from + INSIDE, y + INSIDE));
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

/// From line to line of the legend.
const LEGEND_LINE: usize = LINE + 6;

/// What the word of a sign takes.
fn item_width(sign: Sign) -> usize {
    width(sign.word()) * LETTER / 100
}

/// What the signs mean: each with where it begins and in which line, and how many lines that are.
fn legend(room: usize) -> (Vec<(Sign, usize, usize)>, usize) {
    let (mut items, mut from, mut line) = (Vec::new(), 0, 0);
    for sign in Sign::ALL {
        let wide = SIGN + 4 + item_width(sign);
        if from > 0 && from + wide > room {
            (from, line) = (0, line + 1);
        }
        items.push((sign, from, line));
        from += wide + 2 * INSIDE;
    }
    (items, line + 1)
}
