//! Lines as they are drawn: the caret goes up and down by what the eye sees.

use super::DocView;
use super::scroll::Reveal;
use crate::browser::selection::Lean;
use crate::text::Byte;
use web_sys::{DomRect, Range};

/// How many half lines are tried before the text is taken to end there: enough for any gap between paragraphs.
const HALF_LINES: u32 = 12;

impl DocView {
    /// Where a caret comes to stand that goes a line down (`lines` above 0) or up; `None` at the text's edge.
    pub fn line_from(&self, at: Byte, lines: i32) -> Option<Byte> {
        self.scroll_to(at, Reveal::Nearest);
        let here = self.caret_rect(at)?;
        let direction = f64::from(lines.signum());
        let (x, middle) = (here.left(), middle_of(&here));
        // A line box is taller than its letters, and paragraphs stand apart: look on in half lines.
        (1..=HALF_LINES).find_map(|step| {
            let y = middle + direction * f64::from(step) * here.height() / 2.0;
            let (found, _) = self.places().at_point(x, y)?;
            let there = middle_of(&self.caret_rect(found)?);
            if (there - middle) * direction <= here.height() / 2.0 {
                return None;
            }
            // Between paragraphs Firefox answers with the end of one: ask again in the line itself.
            let near = |at: &Byte| {
                let rect = self.caret_rect(*at);
                rect.is_some_and(|rect| (middle_of(&rect) - there).abs() < here.height() / 2.0)
            };
            Some(self.places().at_point(x, there).map(|(at, _)| at).filter(near).unwrap_or(found))
        })
    }

    /// Where the caret is drawn at a position, in pixels of the window.
    fn caret_rect(&self, at: Byte) -> Option<DomRect> {
        let (node, offset) = self.places().node(at, Lean::After)?;
        let range = Range::new().ok()?;
        range.set_start(&node, offset).ok()?;
        range.set_end(&node, offset).ok()?;
        let rects = range.get_client_rects()?;
        let rect = rects.item(0).filter(|rect| rect.height() > 0.0);
        // An empty line has no text to stand in.
        rect.or_else(|| Some(node.parent_element()?.get_bounding_client_rect()))
    }
}

fn middle_of(line: &DomRect) -> f64 {
    line.top() + line.height() / 2.0
}
