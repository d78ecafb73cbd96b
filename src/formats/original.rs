//! An article in a JSON file: as the file has its text, where offsets count, and as the article has it.

use super::places::Places;
use super::{Misplaced, NewDocument, OffsetUnit, Place, Severity, rows};
use crate::formats::gathering::Gathering;
use crate::text::{Byte, Span, Text};
use crate::wire::json::{Json, key, text as quoted};

/// The text as the file has it.
pub(super) struct Original {
    /// With the line ends of Windows, and a byte order mark.
    pub(super) raw: Text,
    /// Which of its bytes the article does not have.
    gone: Vec<u32>,
}

impl Original {
    /// Of a text that an article was made of.
    pub(super) fn new(raw: String) -> Option<Self> {
        let mut gone: Vec<u32> = raw.match_indices("\r\n").map(|(at, _)| at as u32).collect();
        if raw.starts_with('\u{feff}') {
            gone.splice(0..0, [0, 1, 2]);
        }
        Text::new(raw).ok().map(|raw| Self { raw, gone })
    }

    /// What stands in the article between two offsets of the file.
    pub(super) fn span(&self, places: &Places<'_>, start: u64, end: u64) -> Result<Span, Misplaced> {
        let span = places.span(start, end)?;
        let of = |at: Byte| Byte(at.0 - self.gone.partition_point(|&gone| gone < at.0) as u32);
        let own = Span::new(of(span.start()), of(span.end()));
        if own.is_empty() { Err(Misplaced::Empty) } else { Ok(own) }
    }

    /// Its places in a unit.
    pub(super) fn places(&self, unit: OffsetUnit) -> Places<'_> {
        Places::new(&self.raw, unit)
    }
}

/// Makes an article of the members of an object, one of them `text`; the others are what is known of it, as in rows of
/// JSON. What cannot be is noticed.
pub(super) fn article<'a>(
    members: impl IntoIterator<Item = (&'a str, Json<'a>)>,
    place: &Place,
    format: &str,
    gathering: &mut Gathering,
) -> Option<(NewDocument, Original)> {
    let (mut row, mut raw) = ("{".to_owned(), None);
    for (name, value) in members {
        if name == "text" {
            raw = value.text().ok();
        }
        key(&mut row, name);
        row.push_str(value.get());
    }
    if row == "{" {
        key(&mut row, "");
        quoted(&mut row, "");
    }
    row.push('}');
    let mut issues = Vec::new();
    let read = rows::document(&row, place, format, false, &mut issues);
    issues.into_iter().for_each(|issue| gathering.take_issue(issue));
    match read {
        Ok(document) => Original::new(raw.unwrap_or_default()).map(|original| (document, original)),
        Err((found, expected, advice)) => {
            let done = crate::words::files::row_left_out(advice);
            gathering.at_place(place, Severity::LeftOut, found, expected, &done);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_what_the_article_does_not_have() {
        let original = Original::new("\u{feff}ab\r\ncd\r\n".to_owned()).expect("a text");
        let places = original.places(OffsetUnit::CodePoints);
        let at = |start, end| original.span(&places, start, end).map(|span| (span.start().0, span.end().0));
        assert_eq!(at(1, 3), Ok((0, 2)));
        assert_eq!(at(5, 7), Ok((3, 5)));
        assert_eq!(at(1, 9), Ok((0, 6)));
        assert_eq!(at(3, 4), Err(Misplaced::Empty), "a carriage return alone");
        assert_eq!(at(0, 99), Err(Misplaced::Outside));
    }
}
