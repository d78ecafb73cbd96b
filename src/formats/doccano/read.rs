//! Reading doccano: rows of JSON Lines, a list of them, or one object; for sequence labelling, relations, intents with slots
//! and classification.
//!
//! A row does not say what its offsets count, unless Postil wrote it: the unit is the one in which most annotations begin
//! and end at words, and UTF-16, as doccano counts now, where several do as well. That is said where it makes a difference.
//! Labels of whole texts (`label` as a list of words, `cats`) become labels of the article; fragments that are tied by
//! `same-span` become one annotation; any other key is carried.

use super::{SAME, UNITS, unit};
use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::kept::Kept;
use crate::formats::original::{Original, article};
use crate::formats::readers::Reader;
use crate::formats::{Misplaced, NewDocument, OffsetUnit, Place, Reading, Severity, objects, plain};
use crate::model::{AnnotationId, DocumentId, Fragments, Kind};
use crate::sorted::Map;
use crate::text::Span;
use crate::wire::json::Json;
use crate::words::{files, gathered};
use std::borrow::Cow;

/// So much of a first row is looked at.
const HEAD: usize = 1 << 20;
/// So many annotations say what offsets count.
const MOST: usize = 2_000;
/// The ends of a relation.
const ROLES: [&str; 2] = ["from", "to"];

/// Reads it.
pub(in crate::formats) struct DoccanoReader;

impl Reader for DoccanoReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        let start = entry.start();
        if !start.starts_with(['{', '[']) || entry.ends("ann") || entry.ends("txt") {
            return false;
        }
        let bytes = entry.text.map_or(&*entry.bytes, str::as_bytes);
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let line = head.lines().next().unwrap_or_default();
        // A list, or an object over several lines, has its rows inside.
        let row = Json::new(line).or_else(|_| Json::new(head.trim_end()));
        match row.map(|json| json.list().ok().map_or(Some(json), |all| all.first().copied())) {
            Ok(Some(row)) => is_row(row),
            Ok(None) => false,
            Err(_) => ["\"start_offset\"", "\"text\""].iter().all(|key| start.contains(key)),
        }
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let unit = bundle.unit;
        let entry = bundle.take(at);
        let mut gathering = Gathering::new("doccano", &entry.name).wishing(unit);
        if let Some(text) = objects::text_of(entry, &mut gathering) {
            let mut kept = Kept::default();
            kept.file(entry.base(), text.as_str());
            file(&entry.name, text.as_str(), &mut gathering, &mut kept, done);
            kept.keep(&entry.name, &mut gathering);
        }
        gathering.finish(reading);
    }
}

/// Whether an object is a row of doccano.
fn is_row(row: Json<'_>) -> bool {
    let Ok(fields) = row.object() else { return false };
    let of = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    let triples =
        |json: Json<'_>| json.list().is_ok_and(|all| all.first().is_none_or(|one| triple(*one).is_some()));
    let words =
        |json: Json<'_>| json.list().is_ok_and(|all| all.iter().all(|one| one.get().starts_with('"')));
    let entities = |json: Json<'_>| {
        json.list().is_ok_and(|all| {
            all.first().is_none_or(|one| one.get().contains("\"start_offset\"") || triple(*one).is_some())
        })
    };
    of("text").is_some_and(|text| text.get().starts_with('"'))
        && of("annotations").is_none()
        && (of("label").is_some_and(|own| triples(own) || words(own))
            || of("labels").is_some_and(|own| own.list().is_ok_and(|all| !all.is_empty()) && triples(own))
            || of("entities").is_some_and(entities)
                && (of("relations").is_some() || of("cats").is_some() || of("Comments").is_some()))
}

/// A place with a label.
struct Marked {
    id: String,
    label: String,
    start: u64,
    end: u64,
}

/// A row.
struct Row<'t> {
    line: u32,
    /// As the file has it.
    json: &'t str,
    document: NewDocument,
    original: Original,
    unit: Option<OffsetUnit>,
    marked: Vec<Marked>,
    /// From, to, type.
    relations: Vec<(String, String, String)>,
    labels: Vec<String>,
}

fn file<'t>(
    name: &str,
    text: &'t str,
    gathering: &mut Gathering,
    kept: &mut Kept<'t>,
    done: &mut dyn FnMut(u64),
) {
    let mut rows = Vec::new();
    let mut take = |place: &Place, json, gathering: &mut Gathering| rows.extend(row(place, json, gathering));
    objects::each(name, text, gathering, done, &mut take);
    let (common, certain) = detected(&rows);
    if certain {
        let line = rows.first().map_or(1, |row| row.line);
        gathering.at_line(line, Severity::Note, gathered::counts_in(common.name()), "", gathered::by_words());
    }
    for row in rows {
        let unit = gathering.counts(row.unit.unwrap_or(common));
        let json = row.json;
        let document = row.gather(unit, gathering);
        kept.own_piece(&document, 0, json);
    }
}

/// An object as a row, if it is one.
fn row<'t>(place: &Place, json: Json<'t>, gathering: &mut Gathering) -> Option<Row<'t>> {
    let line = place.line.unwrap_or(1);
    let Ok(fields) = json.object() else {
        let expected = files::object_with_text();
        gathering.at_place(
            place,
            Severity::LeftOut,
            json.kind().to_owned(),
            expected,
            gathered::record_left_out(),
        );
        return None;
    };
    let (mut marked, mut relations, mut labels, mut declared) = (Vec::new(), Vec::new(), Vec::new(), None);
    let own_id = fields.iter().any(|(key, _)| key == "doc_id");
    let mut members = Vec::new();
    let mut refused = 0;
    for (key, value) in &fields {
        let list = value.list().unwrap_or_default();
        let texts = || list.iter().filter_map(|one| one.text().ok());
        match key.as_ref() {
            "label" | "labels" | "entities" if list.iter().any(|one| !one.get().starts_with('"')) => {
                let all: Vec<Marked> = list.iter().enumerate().filter_map(|(n, one)| mark(n, *one)).collect();
                refused += list.len() - all.len();
                marked.extend(all);
            }
            "label" | "labels" | "cats" if value.get().starts_with('[') => labels.extend(texts()),
            "label" if value.get().starts_with('"') => labels.extend(value.text().ok()),
            "entities" if value.get().starts_with('[') => {}
            "relations" if value.get().starts_with('[') => {
                let all: Vec<_> = list.iter().filter_map(|one| related(*one)).collect();
                refused += list.len() - all.len();
                relations.extend(all);
            }
            "offset_unit" => declared = value.text().ok().and_then(|word| unit(&word)),
            "doc_id" => members.push(("id", *value)),
            "id" if own_id => {}
            "data" if !fields.iter().any(|(key, _)| key == "text") => members.push(("text", *value)),
            other => members.push((other, *value)),
        }
    }
    if refused > 0 {
        let found = format!("{refused} × {}", json.kind());
        gathering.at_place(
            place,
            Severity::LeftOut,
            found,
            "[start, end, label]",
            gathered::record_left_out(),
        );
    }
    let (mut document, original) = article(members, place, "doccano", gathering)?;
    if document.metadata.title.is_empty() {
        document.metadata.title = format!("{}, {line}", plain::title(&place.file));
    }
    Some(Row { line, json: json.get(), document, original, unit: declared, marked, relations, labels })
}

fn whole(json: Json<'_>) -> Option<u64> {
    json.get().parse().ok()
}

/// An id: a number or a text.
fn id(json: Json<'_>) -> Option<Cow<'_, str>> {
    if json.get().starts_with('"') { json.chars().ok() } else { Some(Cow::Borrowed(json.get())) }
}

fn triple(json: Json<'_>) -> Option<(u64, u64, String)> {
    let [start, end, label] = json.list().ok()?[..] else { return None };
    Some((whole(start)?, whole(end)?, label.text().ok().filter(|label| !label.is_empty())?))
}

fn mark(number: usize, json: Json<'_>) -> Option<Marked> {
    if let Some((start, end, label)) = triple(json) {
        return Some(Marked { id: number.to_string(), label, start, end });
    }
    let fields = json.object().ok()?;
    let of = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    Some(Marked {
        id: of("id").and_then(id).map_or_else(|| number.to_string(), Cow::into_owned),
        label: of("label")?.text().ok().filter(|label| !label.is_empty())?,
        start: whole(of("start_offset")?)?,
        end: whole(of("end_offset")?)?,
    })
}

fn related(json: Json<'_>) -> Option<(String, String, String)> {
    let fields = json.object().ok()?;
    let of = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    let end = |name: &str| of(name).and_then(id).map(Cow::into_owned);
    Some((end("from_id")?, end("to_id")?, of("type")?.text().ok()?))
}

/// The unit in which most annotations begin and end at words, and whether another one says something else.
fn detected(rows: &[Row<'_>]) -> (OffsetUnit, bool) {
    let mut fits = [0_usize; UNITS.len()];
    let odd = |row: &&Row<'_>| row.unit.is_none() && !row.original.raw.as_str().is_ascii();
    let mut left = MOST;
    for row in rows.iter().filter(odd) {
        for (fits, (unit, _)) in fits.iter_mut().zip(UNITS) {
            let places = row.original.places(unit);
            let spans = row.marked.iter().take(left).map(|mark| places.span(mark.start, mark.end));
            let fine = |span: &Span| at_words(row.original.raw.as_str(), *span);
            *fits += spans.filter(|span| span.as_ref().is_ok_and(fine)).count();
        }
        left = left.saturating_sub(row.marked.len());
    }
    let most = fits.iter().copied().max().unwrap_or(0);
    let best = fits.iter().position(|fits| *fits == most).unwrap_or(0);
    (UNITS[best].0, fits.iter().any(|fits| *fits != most))
}

/// Whether a span begins and ends where words do.
fn at_words(text: &str, span: Span) -> bool {
    let (start, end) = (span.start().index(), span.end().index());
    let edge = |at: usize| (text[..at].chars().next_back(), text[at..].chars().next());
    let inside =
        |at: usize| matches!(edge(at), (Some(a), Some(b)) if a.is_alphanumeric() && b.is_alphanumeric());
    let blank = |char: Option<char>| char.is_some_and(char::is_whitespace);
    !inside(start) && !inside(end) && !blank(edge(start).1) && !blank(edge(end).0)
}

impl Row<'_> {
    /// Puts it into the project.
    fn gather(self, unit: OffsetUnit, gathering: &mut Gathering) -> DocumentId {
        let Self { line, document, original, marked, relations, labels, .. } = self;
        let places = original.places(unit);
        let document = gathering.document(document);
        for name in labels {
            let label = gathering.label(&name, Kind::Other);
            gathering.label_document(&document, &label);
        }
        // Which annotation each place is of: the first of those that are tied together.
        let ids: Map<&str, usize> =
            marked.iter().enumerate().map(|(n, mark)| (mark.id.as_str(), n)).collect();
        let mut first: Vec<usize> = (0..marked.len()).collect();
        for (from, to, kind) in &relations {
            if let (SAME, Some(&from), Some(&to)) =
                (kind.as_str(), ids.get(from.as_str()), ids.get(to.as_str()))
                && marked[from].label == marked[to].label
            {
                let (one, other) = (first[from].min(first[to]), first[from].max(first[to]));
                first.iter_mut().filter(|own| **own == other).for_each(|own| *own = one);
            }
        }
        let mut spans: Vec<Vec<Span>> = vec![Vec::new(); marked.len()];
        for (n, mark) in marked.iter().enumerate() {
            match original.span(&places, mark.start, mark.end) {
                Ok(span) => spans[first[n]].push(span),
                Err(why) => misplaced(why, mark, line, gathering),
            }
        }
        let mut made: Vec<Option<AnnotationId>> = vec![None; marked.len()];
        for (n, spans) in spans.into_iter().enumerate() {
            if let Some(fragments) = Fragments::join(spans) {
                made[n] = Some(keep(&document, &marked[n].label, fragments, gathering));
            }
        }
        for (from, to, kind) in relations.iter().filter(|(.., kind)| kind != SAME) {
            let end = |id: &str| ids.get(id).and_then(|&n| made[first[n]].clone());
            match (end(from), end(to)) {
                (Some(one), Some(other)) => {
                    let kind = gathering.relation_type(kind, false, &ROLES);
                    let ends = ROLES.iter().zip([one, other]);
                    gathering.relate(&kind, ends.map(|(role, id)| ((*role).to_owned(), id.to_string())));
                }
                (one, _) => {
                    let lost = if one.is_none() { from } else { to };
                    let found = gathered::no_such(lost);
                    gathering.at_line(line, Severity::LeftOut, found, "", gathered::relation_left_out());
                }
            }
        }
        document
    }
}

fn misplaced(why: Misplaced, mark: &Marked, line: u32, gathering: &mut Gathering) {
    let found = why.found(mark.start, mark.end);
    gathering.at_line(line, Severity::LeftOut, found, gathered::inside(), gathered::annotation_left_out());
}

fn keep(document: &DocumentId, label: &str, fragments: Fragments, gathering: &mut Gathering) -> AnnotationId {
    let label = gathering.label(label, Kind::Entity);
    let annotation = gathering.annotation(document, &label, fragments);
    let id = annotation.id.clone();
    gathering.keep(annotation);
    id
}
