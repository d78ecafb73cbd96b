//! The lines of a file: its documents, and in each the text that its rows make.

use super::escapes::unescaped;
use crate::text::is_unseen;
use std::ops::Range;

/// A document as its lines have it.
#[derive(Debug, Default)]
pub(super) struct Lines<'a> {
    /// In bytes of the file.
    pub(super) raw: Range<usize>,
    /// The line that it begins in, from 1.
    pub(super) line: u32,
    pub(super) id: Option<String>,
    /// What `# meta::key = value` says, in order.
    pub(super) meta: Vec<(&'a str, &'a str)>,
    pub(super) text: String,
    /// Every row of a word, those of words that are not written among them.
    pub(super) words: Vec<Word<'a>>,
    /// Sentences whose `# text` says something else, by their lines.
    pub(super) other_texts: Vec<u32>,
    /// Rows that are none, by their lines.
    pub(super) bad: Vec<u32>,
    /// Whether anything speaks of links between entities.
    pub(super) bridges: bool,
}

/// A word.
#[derive(Debug)]
pub(super) struct Word<'a> {
    pub(super) line: u32,
    /// Where it stands in the text; `None` for one that is not written.
    pub(super) place: Option<Range<usize>>,
    /// Its brackets.
    pub(super) entity: &'a str,
}

/// Parts a file. Also what `# global.Entity` says.
pub(super) fn parse(file: &str) -> (Vec<Lines<'_>>, Option<&str>) {
    let mut parser = Parser::default();
    let mut at = 0;
    for (line, number) in file.split_inclusive('\n').zip(1..) {
        parser.line(line.trim_end_matches(['\n', '\r']), number, at);
        at += line.len();
    }
    parser.end_sentence();
    parser.end_document(at);
    (parser.documents, parser.fields)
}

/// What stands between two tokens.
#[derive(Default)]
struct Gap {
    text: String,
    /// Whether the file says so; else a blank is taken for granted, though not behind the last token.
    said: bool,
}

#[derive(Default)]
struct Parser<'a> {
    documents: Vec<Lines<'a>>,
    fields: Option<&'a str>,
    /// Where the next sentence begins with its comments, and in which line.
    start: Option<(usize, u32)>,
    /// The document that begins with it, and its id.
    newdoc: Option<Option<String>>,
    newpar: bool,
    meta: Vec<(&'a str, &'a str)>,
    said: Option<(&'a str, u32)>,
    /// Whether rows of a sentence have come.
    rows: bool,
    /// Where they begin in the text.
    from: usize,
    gap: Gap,
    /// What is written for several words, and up to which.
    range: Option<(u32, Range<usize>)>,
}

impl<'a> Parser<'a> {
    fn line(&mut self, line: &'a str, number: u32, at: usize) {
        let line = if number == 1 { line.strip_prefix('\u{FEFF}').unwrap_or(line) } else { line };
        if line.trim().is_empty() {
            return self.end_sentence();
        }
        let comment = line.strip_prefix('#');
        if comment.is_some() {
            self.end_sentence();
        }
        self.start.get_or_insert((at, number));
        if let Some(comment) = comment {
            return self.comment(comment.trim(), number);
        }
        if !self.rows {
            self.begin_sentence();
        }
        if let Some(document) = self.documents.last_mut()
            && !row(document, line, number, &mut self.gap, &mut self.range)
        {
            document.bad.push(number);
        }
    }

    fn comment(&mut self, comment: &'a str, line: u32) {
        let (key, value) = match comment.split_once('=') {
            Some((key, value)) => (key.trim(), value.trim()),
            None => (comment, ""),
        };
        match key {
            "newdoc" | "newdoc id" => {
                self.newdoc = Some(Some(value.to_owned()).filter(|id| !id.is_empty()));
            }
            "newpar" | "newpar id" => self.newpar = true,
            "text" => self.said = Some((value, line)),
            "global.Entity" => self.fields = Some(value),
            key => self.meta.extend(key.strip_prefix("meta::").map(|key| (key, value))),
        }
    }

    fn begin_sentence(&mut self) {
        self.rows = true;
        let (at, line) = self.start.take().unwrap_or_default();
        if self.newdoc.is_some() || self.documents.is_empty() {
            self.end_document(at);
            let id = self.newdoc.take().flatten();
            self.documents.push(Lines { raw: at..at, line, id, ..Lines::default() });
        }
        let Some(document) = self.documents.last_mut() else { return };
        document.meta.append(&mut self.meta);
        if std::mem::take(&mut self.newpar) && !document.text.is_empty() && !self.gap.text.contains('\n') {
            self.gap = Gap { text: "\n".to_owned(), said: true };
        }
        self.from = document.text.len() + self.gap.text.len();
    }

    fn end_sentence(&mut self) {
        if !std::mem::take(&mut self.rows) {
            return;
        }
        self.range = None;
        let Some(document) = self.documents.last_mut() else { return };
        let seen = |text: &str| {
            let seen = text.chars().filter(|&char| !is_unseen(char) && !char.is_control());
            seen.collect::<String>()
        };
        let rows = document.text.get(self.from..).unwrap_or_default();
        if let Some((_, line)) = self.said.take().filter(|(said, _)| seen(said) != seen(rows)) {
            document.other_texts.push(line);
        }
    }

    fn end_document(&mut self, at: usize) {
        let gap = std::mem::take(&mut self.gap);
        if let Some(document) = self.documents.last_mut() {
            document.raw.end = at;
            if gap.said {
                document.text.push_str(&gap.text);
            }
        }
    }
}

/// Takes a row; false if it is none.
fn row<'a>(
    document: &mut Lines<'a>,
    line: &'a str,
    number: u32,
    gap: &mut Gap,
    range: &mut Option<(u32, Range<usize>)>,
) -> bool {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, form, .., misc] = columns[..] else { return false };
    let (first, last) = id.split_once(['-', '.']).unwrap_or((id, id));
    let (Ok(this), Ok(until)) = (first.parse::<u32>(), last.parse::<u32>()) else { return false };
    if columns.len() != 10 || form.is_empty() {
        return false;
    }
    let said = |key: &str| misc.split('|').find_map(|own| own.strip_prefix(key)?.strip_prefix('='));
    document.bridges |= said("Bridge").or(said("SplitAnte")).is_some();
    let entity = said("Entity").unwrap_or_default();
    let within = range.as_ref().filter(|(until, _)| !id.contains('-') && this <= *until);
    let place = match within {
        _ if id.contains('.') => None,
        Some((_, place)) => Some(place.clone()),
        None => {
            document.text.push_str(&std::mem::take(gap).text);
            document.text.push_str(&said("SpacesBefore").map(unescaped).unwrap_or_default());
            let start = document.text.len();
            document.text.extend(form.chars().filter(|char| !matches!(char, '\0' | '\r')));
            *gap = match (said("SpaceAfter"), said("SpacesAfter")) {
                (Some("No"), _) => Gap { text: String::new(), said: true },
                (_, Some(spaces)) => Gap { text: unescaped(spaces), said: true },
                _ => Gap { text: " ".to_owned(), said: false },
            };
            Some(start..document.text.len())
        }
    };
    if id.contains('-') {
        *range = place.clone().map(|place| (until, place));
    }
    if !id.contains('-') || !entity.is_empty() {
        document.words.push(Word { line: number, place, entity });
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of rows, each with id, form and MISC.
    fn file(lines: &str) -> String {
        let row = |line: &str| match line.split(' ').collect::<Vec<_>>()[..] {
            [id, form, misc] if !line.starts_with('#') => {
                format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n")
            }
            _ => format!("{line}\n"),
        };
        lines.lines().map(row).collect()
    }

    #[test]
    fn texts_are_what_the_rows_make() {
        for (lines, expected) in [
            ("1 a _\n2 b SpaceAfter=No\n3 c _\n\n1 d _\n", "a bc d"),
            ("1 a _\n\n# newpar\n1 b SpacesAfter=\\s\\n\n\n1 c SpacesBefore=\\t\n", "a\nb \n\tc"),
            ("1-2 du SpaceAfter=No\n1 de _\n2 le _\n2.1 x _\n3 y SpacesAfter=\\s\n", "duy "),
            ("# newdoc\n1 a _\n\n# newdoc id = x\n1 b _\n", "a|b"),
            ("1 a\n1 b _\n", "b"),
        ] {
            let file = file(lines);
            let (documents, _) = parse(&file);
            let texts: Vec<&str> = documents.iter().map(|own| own.text.as_str()).collect();
            assert_eq!(texts.join("|"), expected, "{lines}");
            let raw: String = documents.iter().map(|own| &file[own.raw.clone()]).collect();
            assert_eq!(raw, file);
        }
    }

    #[test]
    fn what_is_no_row_is_told() {
        let file = file(
            "\u{FEFF}# newdoc id = d\n# global.Entity = eid-head\n# meta::title = T = 1\n# text = a c\n1 a _\nx b _\n",
        );
        let (documents, fields) = parse(&file);
        let own = &documents[0];
        assert_eq!(
            (own.id.as_deref(), fields, &own.meta[..]),
            (Some("d"), Some("eid-head"), &[("title", "T = 1")][..])
        );
        assert_eq!((&own.bad[..], &own.other_texts[..]), (&[6][..], &[4][..]));
    }
}
