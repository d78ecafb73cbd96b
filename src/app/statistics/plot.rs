//! Plots as shapes: the page draws them, and a file holds the same. Widths and places along a line are shares of the
//! room there is, so letters keep their size whatever the room; heights are in pixels.

use super::charts::ratio;

/// A place or length along a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths of a per cent of the room.
    Share(usize),
    /// Pixels.
    Pixels(usize),
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Share(share) => write!(f, "{}.{:02}%", share / 100, share % 100),
            Self::Pixels(pixels) => write!(f, "{pixels}"),
        }
    }
}

/// Where a text stands to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Behind it.
    Start,
    /// Around it.
    Middle,
    /// Before it.
    End,
}

impl Anchor {
    /// As SVG calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A piece of a plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A bar, in the colour of a label's slot if it has one.
    Bar {
        /// From the left.
        x: Unit,
        /// From above.
        y: usize,
        /// How wide.
        width: Unit,
        /// How high.
        height: usize,
        /// The slot.
        slot: Option<u8>,
    },
    /// A cell of a heat table, so many per cent warm.
    Cell {
        /// From the left.
        x: Unit,
        /// From above.
        y: usize,
        /// How wide.
        width: Unit,
        /// How high.
        height: usize,
        /// Per cent.
        heat: usize,
    },
    /// Words or figures.
    Text {
        /// From the left.
        x: Unit,
        /// Their base line, from above.
        y: usize,
        /// Where they stand to it.
        anchor: Anchor,
        /// Not what one looks at first.
        soft: bool,
        /// They.
        text: String,
    },
}

/// A plot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plot {
    /// How high it is.
    pub height: usize,
    /// Its pieces.
    pub shapes: Vec<Shape>,
}

const ALL: usize = 10_000;
/// Of a row: words above, the bar below them.
const ROW: usize = 38;
/// Letters of a name beyond these would run into the figure at the end of the row.
const NAME: usize = 38;
/// Of the columns of a time line.
const COLUMN: usize = 140;
const CELL: usize = 30;
/// The room that the names of rows of a heat table have.
const NAMES: usize = 2_600;

fn cut(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}

fn text(x: Unit, y: usize, anchor: Anchor, soft: bool, text: String) -> Shape {
    Shape::Text { x, y, anchor, soft, text }
}

impl Plot {
    /// A bar for each row: name, length, what stands at its end, slot. `whole` is the length of the line; none makes it
    /// that of the longest.
    pub(super) fn bars(rows: &[(String, usize, String, Option<u8>)], whole: Option<usize>) -> Self {
        let most = whole.or(rows.iter().map(|row| row.1).max()).unwrap_or(0).max(1);
        let mut shapes = Vec::new();
        for (n, (name, value, figure, slot)) in rows.iter().enumerate() {
            let y = n * ROW;
            shapes.push(text(Unit::Share(0), y + 14, Anchor::Start, false, cut(name, NAME)));
            shapes.push(text(Unit::Share(ALL), y + 14, Anchor::End, true, figure.clone()));
            // What is not nothing can be seen.
            let width = ratio(*value, ALL as u64, most).max(if *value > 0 { 30 } else { 0 });
            let (x, width) = (Unit::Share(0), Unit::Share(width));
            shapes.push(Shape::Bar { x, y: y + 20, width, height: 10, slot: *slot });
        }
        Self { height: rows.len() * ROW, shapes }
    }

    /// A column for each moment of a time line, the first and the last one named.
    pub(super) fn columns(moments: &[(String, usize)], figure: impl Fn(usize) -> String) -> Self {
        let count = moments.len().max(1);
        let most = moments.iter().map(|moment| moment.1).max().unwrap_or(0).max(1);
        let mut shapes = vec![text(Unit::Share(0), 12, Anchor::Start, true, figure(most))];
        let step = ALL / count;
        // A few columns are not as wide as the page.
        let width = (step * 4 / 5).clamp(20, 900);
        for (n, (_, value)) in moments.iter().enumerate() {
            let height = (value * COLUMN / most).max(usize::from(*value > 0) * 2);
            let x = Unit::Share(n * step);
            shapes.push(Shape::Bar {
                x,
                y: 20 + COLUMN - height,
                width: Unit::Share(width),
                height,
                slot: None,
            });
        }
        let base = 20 + COLUMN;
        let line = Unit::Share(ALL);
        shapes.push(Shape::Cell { x: Unit::Share(0), y: base, width: line, height: 1, heat: 100 });
        if let (Some(first), Some(last)) = (moments.first(), moments.last()) {
            shapes.push(text(Unit::Share(0), base + 18, Anchor::Start, true, first.0.clone()));
            if moments.len() > 1 {
                // Few columns do not reach the end of the line: the last one's name stands below it.
                let (x, anchor) = match moments.len() {
                    2..=4 => (Unit::Share((moments.len() - 1) * step), Anchor::Start),
                    _ => (Unit::Share(ALL), Anchor::End),
                };
                shapes.push(text(x, base + 18, anchor, true, last.0.clone()));
            }
        }
        Self { height: base + 26, shapes }
    }

    /// A cell for each pair of names: the darker the more.
    pub(super) fn heat(
        names: &[(String, String)],
        values: &[Vec<usize>],
        figure: impl Fn(usize) -> String,
    ) -> Self {
        let count = names.len().max(1);
        let most = values.iter().flatten().copied().max().unwrap_or(0).max(1);
        let width = (ALL - NAMES) / count;
        let mut shapes = Vec::new();
        for (n, (name, short)) in names.iter().enumerate() {
            let middle = Unit::Share(NAMES + n * width + width / 2);
            shapes.push(text(middle, 14, Anchor::Middle, true, short.clone()));
            let y = 22 + n * CELL;
            shapes.push(text(Unit::Share(0), y + 19, Anchor::Start, false, cut(name, 14)));
            for (m, value) in values[n].iter().enumerate() {
                let (x, middle) = (NAMES + m * width, NAMES + m * width + width / 2);
                let (x, width) = (Unit::Share(x), Unit::Share(width));
                // What is not nothing can be seen.
                let heat = (value * 100).div_ceil(most);
                shapes.push(Shape::Cell { x, y, width, height: CELL, heat });
                if *value > 0 {
                    shapes.push(text(Unit::Share(middle), y + 19, Anchor::Middle, false, figure(*value)));
                }
            }
        }
        Self { height: 24 + count * CELL, shapes }
    }
}
