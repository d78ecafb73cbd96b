//! Reading Label Studio: the tasks of a JSON export, with the configuration beside them where there is one.
//!
//! Annotations come by whom the file names, predictions as suggestions with their score. Offsets are those of code points
//! unless the texts of the regions fit UTF-16, as older versions counted. What is said of a region is an attribute by the
//! name of its control; what is said of the whole task is a label of the article, or carried with it. A region of HyperText
//! or of paragraphs has no offsets in the text of the task: a task with such regions is left out, and that is said.

use super::results::{Maker, Results};
use super::xml::Interface;
use crate::formats::bundle::Bundle;
use crate::formats::gathering::{Gathering, Later};
use crate::formats::kept::Kept;
use crate::formats::original::{Original, article};
use crate::formats::places::{Quoted, detect};
use crate::formats::readers::Reader;
use crate::formats::{NewDocument, OffsetUnit, Place, Reading, Severity};
use crate::model::{Decimal, DocumentId, How, PersonKind, Status};
use crate::wire::json::Json;
use crate::wire::parse_time;
use crate::words::{files, gathered};

/// So much of a file is looked at.
const HEAD: usize = 1 << 20;
/// The units in which Label Studio has counted.
const UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints, OffsetUnit::Utf16];

/// Reads it.
pub(in crate::formats) struct LabelStudioReader;

impl Reader for LabelStudioReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        if !entry.start().starts_with(['[', '{']) {
            return false;
        }
        let bytes = entry.text.map_or(&*entry.bytes, str::as_bytes);
        let head = &bytes[..bytes.len().min(HEAD)];
        let has = |key: &[u8]| memchr::memmem::find(head, key).is_some();
        has(b"\"data\"")
            && has(b"\"result\"")
            && (has(b"\"annotations\"") || has(b"\"completions\"") || has(b"\"predictions\""))
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let own =
            bundle.entries[at].stem().0.rsplit('/').next().unwrap_or_default().replace(".annotation", "");
        let config = ["config.xml".to_owned(), format!("{own}.config.xml"), format!("{own}.xml")];
        let config = config.iter().find_map(|name| bundle.around(at, name));
        let config = config.and_then(|config| {
            let entry = bundle.take(config);
            Some((entry.base().to_owned(), entry.decoded().ok()?.text))
        });
        let interface = config.as_ref().map(|(_, xml)| Interface::read(xml.as_str())).unwrap_or_default();
        let unit = bundle.unit;
        let entry = bundle.take(at);
        let mut gathering = Gathering::new("label-studio", &entry.name).wishing(unit);
        let place = Place { file: entry.name.clone(), ..Place::default() };
        let mut refuse = |found: String| {
            gathering.at_place(&place, Severity::Refused, found, "", &files::not_read(""));
        };
        match entry.decoded() {
            Err(error) => refuse(error.to_string()),
            Ok(decoded) => match Json::new(decoded.text.as_str()) {
                Err(fault) => refuse(files::no_json(fault.why())),
                Ok(json) => {
                    let mut kept = Kept::default();
                    kept.file(entry.base(), decoded.text.as_str());
                    file(&entry.name, json, &interface, &mut gathering, &mut kept, done);
                    if let Some((name, xml)) = &config {
                        kept.file(name, xml.as_str());
                    }
                    kept.keep(&entry.name, &mut gathering);
                }
            },
        }
        gathering.finish(reading);
    }
}

/// The value of a key of an object.
pub(super) fn member<'a>(json: Json<'a>, key: &str) -> Option<Json<'a>> {
    let fields = json.object().ok()?;
    fields.into_iter().find(|(own, value)| own == key && !value.is_null()).map(|(_, value)| value)
}

/// A task.
struct Task<'a> {
    path: String,
    json: Json<'a>,
    document: NewDocument,
    original: Original,
}

fn file<'t>(
    name: &str,
    json: Json<'t>,
    interface: &Interface,
    gathering: &mut Gathering,
    kept: &mut Kept<'t>,
    done: &mut dyn FnMut(u64),
) {
    let list = json.list().unwrap_or_else(|_| vec![json]);
    let mut tasks = Vec::new();
    for (n, json) in list.into_iter().enumerate() {
        let path = files::row(n + 1);
        tasks.extend(task(name, path, json, interface, gathering));
    }
    let quotes: Vec<(usize, u64, u64, String)> = tasks
        .iter()
        .enumerate()
        .flat_map(|(n, task)| {
            results(task.json).filter_map(move |result| quoted(result).map(|(a, b, quote)| (n, a, b, quote)))
        })
        .collect();
    let own = quotes.iter().map(|(n, start, end, quote)| Quoted {
        text: &tasks[*n].original.raw,
        start: *start,
        end: *end,
        quote,
    });
    let found = detect(UNITS, own).map_or(OffsetUnit::CodePoints, |(unit, _)| unit);
    let unit = gathering.counts(found);
    if unit != OffsetUnit::CodePoints && unit == found {
        let (found, expected) = (gathered::counts_in(unit.name()), OffsetUnit::CodePoints.name());
        let place = Place { file: name.to_owned(), ..Place::default() };
        gathering.at_place(&place, Severity::Note, found, expected, gathered::by_quotes());
    }
    let mut later = Later::default();
    for task in tasks {
        let at = task.json.get().as_ptr().addr().saturating_sub(json.get().as_ptr().addr());
        let own = task.json.get();
        let document = gather(task, unit, interface, gathering, &mut later);
        kept.own_piece(&document, 0, own);
        done(at as u64);
    }
    later.settle(gathering);
}

/// All that somebody or some model said of a task.
fn said<'a>(json: Json<'a>) -> impl Iterator<Item = (Json<'a>, bool)> {
    let of = |key: &str| member(json, key).and_then(|list| list.list().ok()).unwrap_or_default();
    let by_people = [of("annotations"), of("completions")].concat().into_iter().map(|own| (own, false));
    by_people.chain(of("predictions").into_iter().map(|own| (own, true)))
}

fn results<'a>(task: Json<'a>) -> impl Iterator<Item = Json<'a>> {
    said(task)
        .flat_map(|(own, _)| member(own, "result").and_then(|list| list.list().ok()).unwrap_or_default())
}

/// Where a region stands and what it says, if it has offsets in the text.
pub(super) fn quoted(result: Json<'_>) -> Option<(u64, u64, String)> {
    let value = member(result, "value")?;
    let quote = member(value, "text")?.text().ok()?;
    let (start, end) = offsets(value)?;
    // Line ends are written as two signs each.
    Some((start, end, quote.replace("\\n", "\n")))
}

/// Start and end of a region; `None` where they are paths into HTML, or there are none.
pub(super) fn offsets(value: Json<'_>) -> Option<(u64, u64)> {
    let number = |key: &str| {
        let number = member(value, key)?.get().parse::<f64>().ok()?;
        (number >= 0.0 && number.fract() == 0.0 && number < 4e9).then_some(number as u64)
    };
    Some((number("start")?, number("end")?))
}

fn task<'a>(
    name: &str,
    path: String,
    json: Json<'a>,
    interface: &Interface,
    gathering: &mut Gathering,
) -> Option<Task<'a>> {
    let place = Place { file: name.to_owned(), line: None, path: Some(path.clone()) };
    let fields = member(json, "data").and_then(|data| data.object().ok()).unwrap_or_default();
    let is_text = |json: &Json<'_>| json.get().starts_with('"');
    let hyper = results(json).filter(|result| is_hyper(*result)).count();
    if hyper > 0 {
        let found = gathered::hyper_text(hyper);
        gathering.at_place(&place, Severity::LeftOut, found, "`Text`", gathered::as_text());
        return None;
    }
    let named = |key: &str| fields.iter().position(|(own, value)| own == key && is_text(value));
    let longest =
        || (0..fields.len()).filter(|&n| is_text(&fields[n].1)).max_by_key(|&n| fields[n].1.get().len());
    let text = interface.text.as_deref().and_then(named).or_else(|| named("text")).or_else(longest);
    let own_id = fields.iter().any(|(key, _)| key == "doc_id");
    let members = fields.iter().enumerate().filter_map(|(n, (key, value))| match key.as_ref() {
        _ if Some(n) == text => Some(("text", *value)),
        "text" => None,
        "doc_id" => Some(("id", *value)),
        "id" if own_id => None,
        other => Some((other, *value)),
    });
    let (document, original) = article(members, &place, "label-studio", gathering)?;
    Some(Task { path, json, document, original })
}

/// Whether a region is a place in HTML, or in paragraphs.
fn is_hyper(result: Json<'_>) -> bool {
    let kind = member(result, "type").and_then(|kind| kind.text().ok()).unwrap_or_default();
    let start = member(result, "value").and_then(|value| member(value, "start"));
    matches!(kind.as_str(), "hypertextlabels" | "paragraphlabels")
        || start.is_some_and(|start| start.get().starts_with('"'))
}

/// Puts a task into the project.
fn gather(
    task: Task<'_>,
    unit: OffsetUnit,
    interface: &Interface,
    gathering: &mut Gathering,
    later: &mut Later,
) -> DocumentId {
    let Task { path, json, document, original } = task;
    let known = document.id.clone();
    let document = gathering.document(document);
    known.into_iter().for_each(|id| later.know(id, &document));
    let places = original.places(unit);
    for (own, suggested) in said(json) {
        if member(own, "was_cancelled").is_some_and(|cancelled| cancelled.get() == "true") {
            continue;
        }
        let text = |key: &str| member(own, key).and_then(|json| json.text().ok()).unwrap_or_default();
        let time = |key: &str| parse_time(&text(key));
        let maker = if suggested {
            let model = text("model_version");
            let by = match model.is_empty() {
                true => gathering.origin().by,
                false => gathering.person(&model, PersonKind::Rule),
            };
            let score = member(own, "score").and_then(|score| Decimal::new(score.get()));
            Maker {
                by,
                how: How::Suggested,
                status: Status::Suggested,
                rule: model,
                score,
                created: None,
                modified: None,
            }
        } else {
            let by = match person(own) {
                Some(name) => gathering.person(&name, PersonKind::Person),
                None => gathering.origin().by,
            };
            let accepted = member(own, "ground_truth").is_some_and(|truth| truth.get() == "true");
            let status = if accepted { Status::Accepted } else { Status::Open };
            let (created, modified) = (time("created_at"), time("updated_at"));
            Maker { by, how: How::Manual, status, rule: String::new(), score: None, created, modified }
        };
        let all = member(own, "result").and_then(|list| list.list().ok()).unwrap_or_default();
        Results {
            path: &path,
            document: &document,
            original: &original,
            places: &places,
            maker,
            interface,
            gathering,
            later,
        }
        .read(&all);
    }
    document
}

/// Who made an annotation: as the export names them, by the address, or by the number.
fn person(annotation: Json<'_>) -> Option<String> {
    let name = member(annotation, "created_username").and_then(|name| name.text().ok());
    let by = member(annotation, "completed_by");
    let address = by.and_then(|by| member(by, "email")).and_then(|address| address.text().ok());
    let number = by.filter(|by| by.get().starts_with(|c: char| c.is_ascii_digit()));
    let found = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    found.or(address).or_else(|| number.map(|number| number.get().to_owned()))
}
