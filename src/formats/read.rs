//! Reads what a person hands in: files of any kind, in one go. Runs in the worker.

use super::{Issue, Kind, NewDocument, Place, ReadProject, ReadSchema, Reading, Severity, Undecided};
use super::{language, plain, rows, sniff};
use crate::text::{Binary, DecodeError, Decoded, decode, from_string};
use crate::wire::{self, WireError};
use crate::words::files;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct File<'a> {
    /// Its name, with folders or without; empty for pasted text.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its text where the person chose the encoding, or pasted it.
    pub text: Option<&'a str>,
}

/// How much of a preview an undecided file gets, in bytes.
pub const PREVIEW: usize = 2000;

/// Reads files. `done` hears how many bytes of all are through.
pub fn read(files: &[File<'_>], done: &mut dyn FnMut(u64)) -> Reading {
    let mut reading = Reading::default();
    let mut through = 0;
    for (index, file) in files.iter().enumerate() {
        let before = reading.documents.len();
        one(file, index, &mut reading, &mut |within| done(through + within));
        for document in &mut reading.documents[before..] {
            guess_language(document);
        }
        through += file.bytes.len() as u64;
        done(through);
    }
    reading
}

fn one(file: &File<'_>, index: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    let refuse = |found: String, expected: &str, advice: &str| Issue {
        place: Place { file: file.name.to_owned(), ..Place::default() },
        severity: Severity::Refused,
        found,
        expected: expected.to_owned(),
        done: files::not_read(advice),
    };
    let decoded = match file.text {
        Some(text) => from_string(text.to_owned()),
        None => decode(file.bytes),
    };
    let decoded = match decoded {
        Ok(decoded) => decoded,
        Err(DecodeError::UnknownEncoding { .. }) => {
            let start = file.bytes[..file.bytes.len().min(PREVIEW)].to_vec();
            reading.undecided.push(Undecided {
                file: file.name.to_owned(),
                index,
                start,
                chosen: None,
                asked: None,
            });
            return;
        }
        Err(DecodeError::Binary(kind)) => {
            reading.issues.push(refuse(kind.name().to_owned(), files::expected_text(), advice(kind)));
            return;
        }
        Err(DecodeError::TooLong) => {
            let advice = files::cut_up();
            reading.issues.push(refuse(files::too_long().to_owned(), files::smaller(), advice));
            return;
        }
        Err(error @ (DecodeError::Nul(_) | DecodeError::LoneSurrogate(_))) => {
            let advice = files::take_out();
            let found = error.to_string();
            reading.issues.push(refuse(found, files::whole_characters(), advice));
            return;
        }
    };
    let text = decoded.text.as_str();
    if text.is_empty() {
        let advice = files::look_whole();
        reading.issues.push(refuse(files::nothing().to_owned(), files::a_text(), advice));
        return;
    }
    match sniff(text, file.name) {
        Kind::Plain => reading.documents.push(plain::read(file.name, decoded)),
        Kind::Project => project(file, decoded, reading, done),
        Kind::Schema => schema(file, text, reading, done),
        Kind::Json => rows::json(file.name, text, reading, done),
        Kind::JsonLines => rows::json_lines(file.name, text, reading, done),
    }
}

fn project(file: &File<'_>, decoded: Decoded, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    let text = decoded.text.as_str();
    match wire::project::read(text.as_bytes()) {
        Ok(wire::Reading { value, issues }) => {
            reading.issues.extend(issues.into_iter().map(|issue| left_out(file, issue)));
            reading.projects.push(ReadProject { file: file.name.to_owned(), project: value });
        }
        // An object that only speaks of a project.
        Err(WireError::NotOurs { .. }) => rows::json(file.name, text, reading, done),
        Err(error) => {
            reading.issues.push(refused(file, &error, Ours::Project, files::whole_project()));
        }
    }
}

/// A schema, to be looked at before it is taken in.
fn schema(file: &File<'_>, text: &str, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    match wire::schema::read(text.as_bytes()) {
        Ok(wire::Reading { value: (schema, _), .. }) if schema.labels.is_empty() => {
            let why = files::no_label().to_owned();
            let error = WireError::NotOurs { why };
            reading.issues.push(refused(file, &error, Ours::Schema, files::schema_with_labels()));
        }
        Ok(wire::Reading { value: (schema, guidelines), issues }) => {
            let issues = issues.into_iter().map(|issue| left_out(file, issue)).collect();
            reading.schemas.push(ReadSchema { file: file.name.to_owned(), schema, guidelines, issues });
        }
        // An object that only speaks of a schema.
        Err(WireError::NotOurs { .. }) if !text.contains("\"schema\"") => {
            rows::json(file.name, text, reading, done);
        }
        Err(error) => reading.issues.push(refused(file, &error, Ours::Schema, files::whole_schema())),
    }
}

/// Something in a file that was left out or put right.
fn left_out(file: &File<'_>, issue: wire::Issue) -> Issue {
    Issue {
        place: Place { file: file.name.to_owned(), line: issue.line, path: Some(issue.path) },
        severity: if issue.done == wire::left_out() { Severity::LeftOut } else { Severity::Note },
        found: issue.found,
        expected: issue.expected,
        done: match issue.done.as_str() {
            done if done == wire::left_out() => files::record_left_out().to_owned(),
            done => sentence(done),
        },
    }
}

/// What a file of ours holds.
#[derive(Clone, Copy)]
enum Ours {
    Project,
    Schema,
}

impl Ours {
    fn name(self) -> &'static str {
        match self {
            Self::Project => files::project_file(),
            Self::Schema => files::schema_file(),
        }
    }
}

/// A file of ours that cannot be read at all.
fn refused(file: &File<'_>, error: &WireError, kind: Ours, expected: &str) -> Issue {
    let line = match error {
        WireError::CutOff { line, .. } | WireError::NotJson { line, .. } => Some(*line),
        _ => None,
    };
    Issue {
        place: Place { file: file.name.to_owned(), line, path: None },
        severity: Severity::Refused,
        found: match error {
            WireError::CutOff { .. } => files::cut_in_the_middle(kind.name()),
            WireError::Newer { version } => files::of_version(kind.name(), *version),
            _ => files::unreadable(kind.name()),
        },
        expected: match error {
            WireError::Newer { .. } => files::or_older(wire::VERSION),
            _ => expected.to_owned(),
        },
        done: match error {
            WireError::NotOurs { why } => files::not_read_because(why),
            error => files::not_read(&error.to_string()),
        },
    }
}

/// `left out` as a sentence.
fn sentence(done: &str) -> String {
    let mut chars = done.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    format!("{}{}.", first.map(String::from).unwrap_or_default(), chars.as_str())
}

fn advice(kind: Binary) -> &'static str {
    match kind {
        Binary::Png | Binary::Jpeg | Binary::Gif | Binary::Webp | Binary::Tiff => files::from_image(),
        Binary::Pdf => files::from_pdf(),
        Binary::Zip => files::from_zip(),
        Binary::Gzip => files::from_gzip(),
        Binary::OldOffice => files::from_office(),
        Binary::Utf32 => files::from_utf32(),
        Binary::Sqlite | Binary::Wasm | Binary::Media | Binary::Other => files::from_binary(),
    }
}

fn guess_language(document: &mut NewDocument) {
    if document.metadata.language.is_empty()
        && let Some(tag) = language::guess(document.text.as_str())
    {
        document.metadata.language = tag.to_owned();
        document.metadata.language_guessed = true;
    }
}
