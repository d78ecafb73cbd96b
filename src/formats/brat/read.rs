//! Reading brat standoff: all articles of a zip, or of the files that were handed in, with `visual.conf` for the names.
//! What the lines of an article say is read by [`lines`](super::lines).
//!
//! Taken are T, R, `*`, E, A, M, N and `#` lines, in the older files `.a1` and `.a2` too. A fragment goes on in the next line
//! where only a line end lies between them. An event is a relation with its trigger; `Equiv` is a symmetric relation of
//! all that it names. Offsets are those of code points, unless the quotes fit another unit; where a text has the line ends
//! of Windows and the quotes fit so, each counts as two. What other programs write wrongly is taken where it is clear what
//! is meant: `[...]` between fragments, two tabs before the name of a reference, a reference without a database.

use super::conf::Shown;
use super::lines::{Article, Folded};
use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::naming::called;
use crate::formats::readers::Reader;
use crate::formats::{Issue, NewDocument, Place, Reading, Severity, content, plain};
use crate::model::{Document, Label, Project, RawJson};
use crate::wire::json;
use crate::words::{brat as words, files};
use std::collections::BTreeMap;

/// Reads it.
pub(in crate::formats) struct BratReader;

impl Reader for BratReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        let start = entry.start();
        let begins = |line: &str| {
            line.is_empty()
                || line.starts_with(['T', 'E', 'R', 'A', 'M', 'N', '#', '*']) && line.contains('\t')
        };
        ["ann", "a1", "a2"].iter().any(|ending| entry.ends(ending)) && start.lines().next().is_none_or(begins)
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let (first, zipped) = (bundle.entries[at].index, bundle.entries[at].zipped);
        let name = match zipped {
            true => bundle.entries[at]
                .name
                .split(".zip/")
                .next()
                .map(|zip| format!("{zip}.zip"))
                .unwrap_or_default(),
            false => bundle.entries[at].name.clone(),
        };
        let shown = bundle
            .around(at, "visual.conf")
            .map(|conf| Shown::read(&bundle.entries[conf].start()))
            .unwrap_or_default();
        let mut gathering = Gathering::new("brat", &name).wishing(bundle.unit);
        let mut through = 0;
        for next in at..bundle.entries.len() {
            let entry = &bundle.entries[next];
            let together = entry.zipped == zipped && (!zipped || entry.index == first);
            if together && !entry.taken && self.knows(bundle, next) {
                through += bundle.entries[next].bytes.len() as u64;
                article(bundle, next, &shown, &mut gathering, reading);
                done(through);
            }
        }
        for conf in ["visual.conf", "annotation.conf", "tools.conf", "kb_shortcuts.conf"] {
            while let Some(found) = bundle.around(at, conf) {
                bundle.take(found);
            }
        }
        gathering.finish(reading);
    }
}

/// The lines of an article as they were read, if what they say is what the project says of it.
pub(super) fn unchanged(project: &Project, document: &Document) -> Option<String> {
    let raw = document.source.as_ref().filter(|source| source.format == "brat")?.raw.as_ref()?;
    let mut raw = serde_json::from_str::<BTreeMap<String, String>>(&raw.0).ok()?;
    let lines = raw.remove("ann")?;
    let mut gathering = Gathering::new("brat", "");
    let new = NewDocument::of(document);
    let shown = raw.remove("shown").map(|shown| Shown::kept(&shown)).unwrap_or_default();
    let article = Article::of(new, None, &shown, &mut gathering);
    let id = article.document.clone();
    article.read(&lines);
    let read = gathering.project();
    let name = |label: &Label| called(label, "brat").to_owned();
    let said = |project: &Project, document: &Document| content(project, document, &name);
    let same = read.document(&id).is_some_and(|own| said(&read, own) == said(project, document));
    same.then_some(lines)
}

/// Reads an article: its text, and the lines of all files beside it.
fn article(
    bundle: &mut Bundle<'_>,
    at: usize,
    shown: &Shown,
    gathering: &mut Gathering,
    reading: &mut Reading,
) {
    let name = bundle.entries[at].name.clone();
    let stem = bundle.entries[at].stem().0.to_owned();
    let mut refuse = |found: String, expected: &str, done: String| {
        let place = Place { file: name.clone(), ..Place::default() };
        reading.issues.push(Issue {
            place,
            severity: Severity::Refused,
            found,
            expected: expected.to_owned(),
            done,
        });
    };
    let mut lines = String::new();
    for ending in ["ann", "a1", "a2"] {
        let found = match bundle.entries[at].ends(ending) {
            true => Some(at),
            false => bundle.named(&format!("{stem}.{ending}")),
        };
        let Some(found) = found else { continue };
        let entry = bundle.take(found);
        match entry.text.map(Ok).unwrap_or_else(|| str::from_utf8(&entry.bytes)) {
            Ok(text) => lines.push_str(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
            Err(_) => refuse(words::no_utf8().to_owned(), "UTF-8", files::not_read("")),
        }
        if !lines.is_empty() && !lines.ends_with('\n') {
            lines.push('\n');
        }
    }
    let Some(text) = bundle.named(&format!("{stem}.txt")) else {
        return refuse(
            words::no_text().to_owned(),
            &words::text_beside(&format!("{}.txt", plain::title(&name))),
            files::not_read(words::add_both()),
        );
    };
    let entry = bundle.take(text);
    let decoded = match entry.decoded() {
        Ok(decoded) => decoded,
        Err(error) => return refuse(words::text_unread(&error.to_string()), "UTF-8", files::not_read("")),
    };
    // Of a text of which line ends were folded, the places of the characters that went.
    let shorter = decoded.line_ends.crlf > 0 || entry.bytes.starts_with(b"\xEF\xBB\xBF");
    let folded = shorter.then(|| Folded::of(&entry.bytes));
    let mut raw = "{".to_owned();
    json::key(&mut raw, "ann");
    json::text(&mut raw, &lines);
    json::key(&mut raw, "shown");
    json::text(&mut raw, &shown.raw());
    raw.push('}');
    let mut document = plain::read(&entry.name, decoded);
    if let Some(source) = &mut document.source {
        source.format = "brat".to_owned();
        source.raw = Some(RawJson(raw.into()));
    }
    gathering.in_file(&name);
    Article::of(document, folded, shown, gathering).read(&lines);
}
