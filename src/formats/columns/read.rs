//! Reading columns.

use super::Scheme;
use super::Separator;
use super::detect::{Layout, detect};
use super::draft::{Draft, Sentence, Token, names_document, scheme};
use super::lines::{Line, Whole, columns, comment, lines};
use super::place::{Offset, Placed, at_offsets, within};
use super::scheme::Tag;
use crate::formats::{Issue, NewDocument, Place, Severity, plain};
use crate::model::{DocumentSource, DocumentStatus, Metadata, RawJson};
use crate::text::{DecodeError, LineEnds, Span, Text, decode};
use crate::wire::json;
use crate::words::{columns as words, files};
use std::collections::BTreeMap;

/// So many issues of one file are told; nobody reads more.
const MOST_ISSUES: usize = 1000;

/// The name of the format in `source`.
const FORMAT: &str = "columns";

/// An annotation as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadMark {
    /// The name of its label.
    pub label: String,
    /// Where.
    pub span: Span,
    /// In which column of tags, from 0.
    pub level: usize,
}

/// A document with its annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadDocument {
    /// All but the annotations; `source.raw` keeps its lines.
    pub document: NewDocument,
    /// Its annotations, column by column.
    pub marks: Vec<ReadMark>,
}

/// What a file of columns gave.
#[derive(Clone, Debug, Default)]
pub struct ReadColumns {
    /// Its documents.
    pub documents: Vec<ReadDocument>,
    /// What stands between two columns.
    pub separator: Separator,
    /// How many columns of tags it has.
    pub levels: usize,
    /// Its scheme; `None` where tags are labels alone.
    pub scheme: Option<Scheme>,
    /// What was noticed.
    pub issues: Vec<Issue>,
}

/// Reads a file of columns. What cannot be read is an issue with its line, and the rest is read.
pub fn read(name: &str, bytes: &[u8]) -> ReadColumns {
    match std::str::from_utf8(bytes) {
        Ok(file) => Reader::new(name).read(file),
        Err(_) => match decode(bytes) {
            Ok(decoded) => Reader::new(name).read(decoded.text.as_str()),
            Err(error) => refused(name, &error),
        },
    }
}

/// The lines of a document as the file had them: those of all documents in a row are the file.
pub fn lines_of(source: &DocumentSource) -> Option<String> {
    let raw = source.raw.as_ref().filter(|_| source.format == FORMAT)?;
    serde_json::from_str::<BTreeMap<String, String>>(&raw.0).ok()?.remove("lines")
}

fn refused(name: &str, error: &DecodeError) -> ReadColumns {
    let mut reader = Reader::new(name);
    reader.issue(None, Severity::Refused, error.to_string(), "", &files::not_read(""));
    reader.read
}

struct Reader<'n> {
    name: &'n str,
    read: ReadColumns,
    /// Issues that are not told.
    more: usize,
}

impl<'n> Reader<'n> {
    fn new(name: &'n str) -> Self {
        Self { name, read: ReadColumns::default(), more: 0 }
    }

    fn read(mut self, file: &str) -> ReadColumns {
        let none = Layout {
            separator: Separator::Blank,
            columns: 2,
            token: 0,
            offsets: None,
            tags: vec![1],
            bare: false,
        };
        let found = detect(lines(file));
        let has_rows = lines(file).any(|whole| matches!(whole.line, Line::Row(_)));
        let layout = if has_rows { found } else { found.or(Some(none)) };
        let drafts = layout.as_ref().map_or(Vec::new(), |layout| self.drafts(file, layout));
        let Some(layout) = layout.filter(|_| !drafts.is_empty()) else {
            let found = if has_rows { words::no_tags() } else { files::nothing() };
            let advice = files::not_read(files::look_whole());
            self.issue(None, Severity::Refused, found.to_owned(), words::rows_with_tags(), &advice);
            return self.read;
        };
        self.read.separator = layout.separator;
        self.read.levels = layout.tags.len();
        self.read.scheme = (!layout.bare).then(|| scheme(&drafts, layout.tags.len()));
        let single = drafts.len() == 1;
        for (n, draft) in drafts.into_iter().enumerate() {
            self.finish(draft, (!single).then_some(n + 1), file, &layout);
        }
        // What was noticed of rows comes before what was noticed of documents.
        self.read.issues.sort_by_key(|issue| issue.place.line);
        if self.more > 0 {
            self.read.issues.push(Issue {
                place: Place { file: self.name.to_owned(), ..Place::default() },
                severity: Severity::LeftOut,
                found: words::more_rows(self.more),
                expected: String::new(),
                done: words::not_told().to_owned(),
            });
        }
        self.read
    }

    fn drafts<'a>(&mut self, file: &'a str, layout: &Layout) -> Vec<Draft<'a>> {
        let mut drafts = vec![Draft { ended: true, ..Draft::default() }];
        let mut at = 0;
        for whole in lines(file) {
            let begins = whole.line == Line::Start;
            let names = matches!(whole.line, Line::Hash(hash) if names_document(hash));
            let last = &drafts[drafts.len() - 1];
            if begins && (last.begun || last.named || !last.tokens.is_empty())
                || names && (last.named || !last.tokens.is_empty())
            {
                drafts.push(Draft { raw: at..at, ended: true, ..Draft::default() });
            }
            let last = drafts.len() - 1;
            let draft = &mut drafts[last];
            at += whole.raw.len();
            draft.raw.end = at;
            match whole.line {
                Line::Start => draft.begun = true,
                Line::Blank => draft.ended = true,
                Line::Hash(hash) if names => draft.name(hash, whole.number),
                Line::Hash(hash) if let Some(text) = comment(hash, &["text"]) => {
                    draft.next = Some((text, whole.number))
                }
                Line::Hash(hash) if !layout.is_row(hash) => {}
                Line::Hash(row) | Line::Row(row) => self.row(draft, row, whole, layout),
            }
        }
        drafts.retain(|draft| draft.begun || draft.named || !draft.tokens.is_empty());
        // Lines before the first one stay with it.
        if let Some(first) = drafts.first_mut() {
            first.raw.start = 0;
        }
        drafts
    }

    fn row<'a>(&mut self, draft: &mut Draft<'a>, row: &'a str, whole: Whole<'_>, layout: &Layout) {
        let line = Some(whole.number);
        let count = columns(row, layout.separator).count();
        if count != layout.columns {
            let (found, expected) = (words::few_columns(count), words::columns(layout.columns));
            return self.issue(line, Severity::LeftOut, found, &expected, words::row_left_out());
        }
        let column = |n: usize| columns(row, layout.separator).nth(n).unwrap_or_default();
        let text = column(layout.token);
        if text.is_empty() || text.contains(['\0', '\r']) {
            let found = words::bad_token().to_owned();
            return self.issue(line, Severity::LeftOut, found, words::a_token(), words::row_left_out());
        }
        if draft.ended {
            draft.sentences.push(Sentence { first: draft.tokens.len(), text: draft.next.take() });
            draft.ended = false;
        }
        let number = |n: usize| column(n).parse::<u32>().ok();
        let offsets = layout.offsets.and_then(|(start, end)| number(start).zip(number(end)));
        draft.tokens.push(Token { text, line: whole.number, offsets });
        for &n in &layout.tags {
            let tag = layout.tag(column(n));
            if tag.is_none() {
                self.issue(
                    line,
                    Severity::LeftOut,
                    words::bad_tag(column(n)),
                    words::a_tag(),
                    words::without_tag(),
                );
            }
            draft.tags.push(tag.unwrap_or(Tag::Outside));
        }
    }

    fn finish(&mut self, draft: Draft<'_>, number: Option<usize>, file: &str, layout: &Layout) {
        let placed = self.place(&draft, layout);
        let Ok(text) = Text::new(placed.text) else {
            let advice = files::not_read(files::cut_up());
            return self.issue(
                None,
                Severity::Refused,
                files::too_long().to_owned(),
                files::smaller(),
                &advice,
            );
        };
        let mut marks = Vec::new();
        for level in 0..layout.tags.len() {
            for (first, sentence_runs) in draft.runs(level, layout.tags.len()) {
                for run in sentence_runs {
                    let (start, last) = (first + run.tokens.start, first + run.tokens.end - 1);
                    if run.headless && !layout.bare && self.read.scheme != Some(Scheme::Iob1) {
                        let line = Some(draft.tokens[start].line);
                        let found = words::headless(run.label);
                        self.issue(line, Severity::Note, found, words::a_head(), words::read_as_head());
                    }
                    let span = Span::new(placed.spans[start].start(), placed.spans[last].end());
                    marks.push(ReadMark { label: run.label.to_owned(), span, level });
                }
            }
        }
        let title = draft.title.or_else(|| draft.id.clone()).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| match number {
            Some(number) => format!("{}, {number}", plain::title(self.name)),
            None => plain::title(self.name),
        });
        let mut raw = "{".to_owned();
        json::key(&mut raw, "lines");
        json::text(&mut raw, &file[draft.raw]);
        raw.push('}');
        let source = DocumentSource {
            format: FORMAT.to_owned(),
            file: plain::base(self.name).to_owned(),
            raw: Some(RawJson(raw.into())),
        };
        let document = NewDocument {
            id: draft.id,
            text,
            line_ends: LineEnds::default(),
            media_type: "text/plain".to_owned(),
            metadata: Metadata { title, ..Metadata::default() },
            status: DocumentStatus::New,
            source: Some(source),
        };
        self.read.documents.push(ReadDocument { document, marks });
    }

    /// The text of a document: its own, or by the offsets of its tokens, or sentence by sentence.
    fn place(&mut self, draft: &Draft<'_>, layout: &Layout) -> Placed {
        let all = || draft.tokens.iter().map(|token| token.text);
        if let Some((text, line)) = &draft.text {
            match within(text, all()) {
                Some(spans) => return Placed { text: text.clone(), spans },
                None => self.note(*line, words::other_text(), words::same_text()),
            }
        }
        if layout.offsets.is_some() {
            let begins =
                |n: usize| draft.sentences.binary_search_by_key(&n, |sentence| sentence.first).is_ok();
            let offsets = draft.tokens.iter().enumerate().map(|(n, token)| {
                let (start, end) = token.offsets.unwrap_or((u32::MAX, 0));
                Offset { token: token.text, start, end, begins: begins(n) }
            });
            match at_offsets(offsets, draft.raw.len()) {
                Some(placed) => return placed,
                None => {
                    let line = draft.tokens.first().map_or(1, |token| token.line);
                    self.note(line, words::other_offsets(), words::same_offsets());
                }
            }
        }
        let mut placed = Placed::default();
        for (n, sentence) in draft.sentences.iter().enumerate() {
            let tokens = draft.tokens[sentence.first..draft.behind(n)].iter().map(|token| token.text);
            let text = sentence.text.filter(|(text, _)| !text.contains(['\0', '\r']));
            if !placed.sentence(text.map(|(text, _)| text), tokens) {
                let line = text.map_or(1, |(_, line)| line);
                self.note(line, words::other_text(), words::same_text());
            }
        }
        placed
    }

    fn note(&mut self, line: u32, found: &str, expected: &str) {
        self.issue(Some(line), Severity::Note, found.to_owned(), expected, words::joined());
    }

    fn issue(&mut self, line: Option<u32>, severity: Severity, found: String, expected: &str, done: &str) {
        if self.read.issues.len() >= MOST_ISSUES && severity != Severity::Refused {
            self.more += 1;
            return;
        }
        let place = Place { file: self.name.to_owned(), line, path: None };
        let (expected, done) = (expected.to_owned(), done.to_owned());
        self.read.issues.push(Issue { place, severity, found, expected, done });
    }
}
