//! Articles as rows: JSON Lines (an object per line), a JSON array of objects, or one object.
//!
//! A row has `text` and may have `id`, `title`, `outlet`, `url`, `language`, `languageGuessed`, `published`, `retrieved`,
//! `license`, `split`, `author` (one or a list), `status` (`new`, `in-work`, `done`, `checked`).
//! Other keys are carried in `metadata` as they are, digit by digit; those of an object `metadata` come beside them.
//! A number where a text belongs is taken as written. One bad row does not spoil the rest. Annotations and labels of a
//! row are carried like any other key and do not become marks: how many they are is said, once for the file.
//!
//! ```json
//! {"text": "Moskow …", "title": "Delegasi", "outlet": "Antara", "published": "2023-10-27", "views": 1400}
//! ```

use super::{Issue, NewDocument, Place, Reading, Severity, plain};
use crate::model::{DocumentSource, DocumentStatus, Metadata, RawJson};
use crate::text::from_string;
use crate::wire;
use crate::wire::json::{Field, Json, Seen};
use crate::words::{self, files};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// After so many rows the one who waits hears how far it is.
const STEP: usize = 64;

/// Reads JSON: an array of rows, or one row.
pub(super) fn json(name: &str, text: &str, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    let offset = |part: &str| part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let rows: Vec<&RawValue> = match serde_json::from_str::<&RawValue>(text.trim()) {
        Ok(value) if value.get().starts_with('[') => serde_json::from_str(value.get()).unwrap_or_default(),
        Ok(value) => vec![value],
        Err(error) => {
            let before = text.len() - text.trim_start().len();
            let skipped = text[..before].matches('\n').count() as u32;
            let cut = error.is_eof();
            reading.issues.push(Issue {
                place: Place { file: name.to_owned(), line: Some(error.line() as u32 + skipped), path: None },
                severity: Severity::Refused,
                found: match cut {
                    true => files::json_cut().to_owned(),
                    false => files::json_invalid(&error.to_string()),
                },
                expected: files::array_or_row().to_owned(),
                done: files::not_read(if cut { files::cut_off() } else { files::put_place_right() }),
            });
            return;
        }
    };
    if rows.is_empty() {
        reading.issues.push(Issue {
            place: Place { file: name.to_owned(), ..Place::default() },
            severity: Severity::Refused,
            found: files::empty_list().to_owned(),
            expected: files::rows_with_text().to_owned(),
            done: files::list_not_read().to_owned(),
        });
    }
    let single = rows.len() == 1 && !text.trim_start().starts_with('[');
    let before = reading.documents.len();
    // Lines are counted along, since rows come in order.
    let (mut line, mut counted) = (1, 0);
    for (n, row) in rows.into_iter().enumerate() {
        let at = offset(row.get());
        line += text[counted..at].matches('\n').count() as u32;
        counted = at;
        let path = (!single).then(|| files::row(n + 1));
        let place = Place { file: name.to_owned(), line: Some(line), path };
        take(row.get(), place, "json", single, reading);
        if n % STEP == 0 {
            done(at as u64);
        }
    }
    say_unread(name, before, reading);
}

/// Reads JSON Lines: a row per line; empty lines are passed over.
pub(super) fn json_lines(name: &str, text: &str, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    let before = reading.documents.len();
    let mut at = 0;
    for (n, line) in text.split('\n').enumerate() {
        if !line.trim().is_empty() {
            let place = Place { file: name.to_owned(), line: Some(n as u32 + 1), path: None };
            take(line, place, "json-lines", false, reading);
        }
        at += line.len() + 1;
        if n % STEP == 0 {
            done(at as u64);
        }
    }
    say_unread(name, before, reading);
}

fn take(row: &str, place: Place, format: &str, single: bool, reading: &mut Reading) {
    match document(row, &place, format, single, &mut reading.issues) {
        Ok(document) => reading.documents.push(document),
        Err((found, expected, advice)) => reading.issues.push(Issue {
            place,
            severity: Severity::LeftOut,
            found,
            expected: expected.to_owned(),
            done: files::row_left_out(advice),
        }),
    }
}

/// What was found, what was expected, what to do.
pub(super) type Bad = (String, &'static str, &'static str);

/// An article of a row.
pub(super) fn document(
    row: &str,
    place: &Place,
    format: &str,
    single: bool,
    issues: &mut Vec<Issue>,
) -> Result<NewDocument, Bad> {
    let wanted = files::object_with_text();
    let keys: BTreeMap<String, &RawValue> = serde_json::from_str(row).map_err(|error| {
        if error.is_eof() {
            let advice = files::complete_row();
            return (files::row_cut().to_owned(), wanted, advice);
        }
        let found = match row.trim_start().starts_with('{') {
            true => files::no_json(&error.to_string()),
            false => files::no_object(&start(row)),
        };
        (found, wanted, files::put_right_again())
    })?;
    let Some(text) = keys.get("text") else {
        let names: Vec<&str> = keys.keys().take(8).map(String::as_str).collect();
        let found = files::row_without_text(&names.join(", "));
        return Err((found, wanted, files::rename_key()));
    };
    let text: String =
        serde_json::from_str(text.get()).map_err(|error| match text.get().starts_with('"') {
            true => {
                (files::half_character(&error.to_string()), files::characters(), files::write_row_again())
            }
            false => (files::as_text(&start(text.get())), files::quoted_text(), files::put_right()),
        })?;
    let decoded = from_string(text)
        .map_err(|error| (error.to_string(), files::no_nul(), files::take_character_out()))?;

    let mut metadata = Metadata::default();
    let mut status = DocumentStatus::New;
    let mut id = None;
    for (key, value) in keys {
        let field = match key.as_str() {
            "text" => continue,
            "id" => {
                id = word(value).filter(|id| !id.is_empty());
                if id.is_some() || value.get() == "null" {
                    continue;
                }
                None
            }
            "author" => match texts(value) {
                Some(authors) => {
                    metadata.byline = authors;
                    continue;
                }
                None => None,
            },
            "languageGuessed" if matches!(value.get(), "true" | "false") => {
                metadata.language_guessed = value.get() == "true";
                continue;
            }
            "status" => match of_status(value) {
                Some(of) => {
                    status = of;
                    continue;
                }
                None => None,
            },
            "metadata" => match serde_json::from_str::<BTreeMap<String, &RawValue>>(value.get()) {
                Ok(inner) => {
                    for (key, value) in inner {
                        carry(key, value, place, &mut metadata.other, issues);
                    }
                    continue;
                }
                Err(_) => None,
            },
            "title" => Some(&mut metadata.title),
            "outlet" => Some(&mut metadata.outlet),
            "url" => Some(&mut metadata.url),
            "language" => Some(&mut metadata.language),
            "published" => Some(&mut metadata.published),
            "retrieved" => Some(&mut metadata.retrieved),
            "license" => Some(&mut metadata.license),
            "split" => Some(&mut metadata.split),
            _ => None,
        };
        match (field, word(value)) {
            (Some(field), Some(word)) => *field = word,
            (Some(_), None) if value.get() == "null" => {}
            _ => carry(key, value, place, &mut metadata.other, issues),
        }
    }
    if metadata.title.is_empty() {
        metadata.title = match (single, place.line) {
            (false, Some(line)) if place.path.is_none() => format!("{}, {line}", plain::title(&place.file)),
            (false, _) => {
                format!("{}, {}", plain::title(&place.file), place.path.as_deref().unwrap_or(files::a_row()))
            }
            (true, _) => plain::title(&place.file),
        };
    }
    Ok(NewDocument {
        id,
        text: decoded.text,
        line_ends: decoded.line_ends,
        media_type: "text/plain".to_owned(),
        metadata,
        status,
        source: Some(DocumentSource {
            format: format.to_owned(),
            file: plain::base(&place.file).to_owned(),
            raw: None,
        }),
    })
}

/// A text, or a number as written.
fn word(value: &RawValue) -> Option<String> {
    match value.get().as_bytes().first() {
        Some(b'"') => serde_json::from_str(value.get()).ok(),
        Some(b'-' | b'0'..=b'9') => Some(value.get().to_owned()),
        _ => None,
    }
}

/// How far the work is, in the words of the project file.
fn of_status(value: &RawValue) -> Option<DocumentStatus> {
    DocumentStatus::read(Json::new(value.get()).ok()?, &mut Seen::default()).ok()
}

/// Says how many annotations and labels the rows have, which do not become marks.
fn say_unread(name: &str, from: usize, reading: &mut Reading) {
    let count = |key: &str| -> usize {
        let values = reading.documents[from..].iter().filter_map(|document| document.metadata.other.get(key));
        values.map(|raw| serde_json::from_str::<Vec<IgnoredAny>>(&raw.0).map_or(0, |list| list.len())).sum()
    };
    let (annotations, labels) = (count("annotations"), count("labels"));
    if annotations + labels > 0 {
        reading.issues.push(Issue {
            place: Place { file: name.to_owned(), ..Place::default() },
            severity: Severity::LeftOut,
            found: files::unread_annotations(annotations, labels),
            expected: String::new(),
            done: files::open_project_instead().to_owned(),
        });
    }
}

/// One text, or a list of them.
fn texts(value: &RawValue) -> Option<Vec<String>> {
    if value.get() == "null" {
        return Some(Vec::new());
    }
    if let Some(one) = word(value) {
        return Some(if one.is_empty() { Vec::new() } else { vec![one] });
    }
    Vec::<String>::deserialize(&mut serde_json::Deserializer::from_str(value.get())).ok()
}

fn carry(
    key: String,
    value: &RawValue,
    place: &Place,
    other: &mut crate::sorted::Map<String, RawJson>,
    issues: &mut Vec<Issue>,
) {
    match wire::raw(value.get()) {
        Ok(raw) => {
            other.insert(key, raw);
        }
        Err(error) => issues.push(Issue {
            place: place.clone(),
            severity: Severity::LeftOut,
            found: words::wire::in_key(&error.to_string(), &key),
            expected: files::characters().to_owned(),
            done: files::key_left_out(&key),
        }),
    }
}

/// How a piece of JSON begins.
fn start(json: &str) -> String {
    let start: String = json.trim().chars().take(20).collect();
    format!("`{start}`")
}
