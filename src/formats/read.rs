//! Reads what a person hands in: files of any kind, in one go. Runs in the worker.

use super::bundle::{Bundle, Entry};
use super::readers::READERS;
use super::{Issue, Kind, OffsetUnit, Place, ReadProject, ReadSchema, Reading, Severity, Undecided};
use super::{archive, html, language, markdown, mhtml, plain, rows, sniff};
use crate::sorted::Set;
use crate::text::{Binary, DecodeError, Decoded, from_string};
use crate::wire::{self, WireError};
use crate::words::{archives, files};

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

/// Decodes bytes in an encoding by its label, as browsers know it; nothing where there is no such encoding.
pub type Decoder<'a> = &'a dyn Fn(&[u8], &str) -> Option<String>;

/// How files are read.
#[derive(Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// Decodes what says its encoding itself. Without one the person is asked.
    pub decoder: Option<Decoder<'a>>,
    /// What offsets count in these files, whatever they seem to.
    pub unit: Option<OffsetUnit>,
}

/// How much of a preview an undecided file gets, in bytes.
pub const PREVIEW: usize = 2000;

/// Reads files, and the files in zips. `done` hears how many bytes of all are through.
pub fn read(files: &[File<'_>], done: &mut dyn FnMut(u64)) -> Reading {
    read_with(files, Wishes::default(), done)
}

/// The same, as it is wished.
pub fn read_with(files: &[File<'_>], wishes: Wishes<'_>, done: &mut dyn FnMut(u64)) -> Reading {
    let mut reading = Reading { unit: wishes.unit, ..Reading::default() };
    let mut bundle = Bundle::wishing(wishes.unit);
    let mut room = archive::MOST;
    for (index, file) in files.iter().enumerate() {
        // Who chooses a folder does not see all that is in it.
        if archive::in_folder(file.name) && archive::is_litter(file.name) {
            continue;
        }
        match file.text.is_none() && file.bytes.starts_with(b"PK\x03\x04") {
            true => archive::unpack(file, index, &mut bundle, &mut reading.issues, &mut room),
            false => bundle.add(file, index),
        }
    }
    let mut progress = Progress::of(files, &bundle);
    for at in 0..bundle.entries.len() {
        let known = READERS.iter().find(|(_, reader)| !bundle.entries[at].taken && reader.knows(&bundle, at));
        if let Some((_, reader)) = known {
            reader.read(&mut bundle, at, &mut reading, &mut |within| done(progress.within(at, within)));
            bundle.take(at);
            done(progress.through(&bundle));
        }
    }
    let mut others = 0;
    let with_sets: Set<usize> = bundle.entries.iter().filter(|own| own.taken).map(|own| own.index).collect();
    for at in 0..bundle.entries.len() {
        if bundle.entries[at].taken {
            continue;
        }
        // Beside annotated articles in a zip it speaks of them.
        if bundle.entries[at].speaks_of_others() && with_sets.contains(&bundle.entries[at].index) {
            bundle.take(at);
            continue;
        }
        let before = reading.documents.len();
        let entry = &bundle.entries[at];
        others +=
            usize::from(one(entry, wishes, &mut reading, &mut |within| done(progress.within(at, within))));
        for document in &mut reading.documents[before..] {
            language::guess_for(document);
        }
        bundle.take(at);
        done(progress.passed(at));
    }
    done(progress.total);
    if others > 0 {
        reading.issues.push(Issue {
            place: Place::default(),
            severity: Severity::Note,
            found: archives::passed_over(others),
            expected: String::new(),
            done: archives::left_alone().to_owned(),
        });
    }
    reading
}

/// How far reading is, in bytes of the files that were handed in.
struct Progress {
    /// Of each entry, how many of these bytes it stands for.
    shares: Vec<u64>,
    /// Those of the entries that were taken.
    taken: u64,
    total: u64,
}

impl Progress {
    fn of(files: &[File<'_>], bundle: &Bundle<'_>) -> Self {
        let mut unpacked = vec![0_u64; files.len()];
        for entry in &bundle.entries {
            unpacked[entry.index] += entry.bytes.len() as u64;
        }
        let share = |entry: &Entry<'_>| {
            let (packed, whole) =
                (files[entry.index].bytes.len() as u128, u128::from(unpacked[entry.index].max(1)));
            (packed * entry.bytes.len() as u128 / whole) as u64
        };
        let shares = bundle.entries.iter().map(share).collect();
        Self { shares, taken: 0, total: files.iter().map(|file| file.bytes.len() as u64).sum() }
    }

    /// So many bytes of one entry are through.
    fn within(&self, at: usize, bytes: u64) -> u64 {
        (self.taken + bytes.min(self.shares[at])).min(self.total)
    }

    /// One entry more is through.
    fn passed(&mut self, at: usize) -> u64 {
        self.taken = (self.taken + self.shares[at]).min(self.total);
        self.taken
    }

    /// What was taken by now is through; an entry may have taken others with it.
    fn through(&mut self, bundle: &Bundle<'_>) -> u64 {
        let taken = bundle.entries.iter().zip(&self.shares).filter(|(entry, _)| entry.taken);
        self.taken = taken.map(|(_, share)| share).sum();
        self.taken.min(self.total)
    }
}

/// Reads one file; whether it lies in a zip and is no text, and so was passed over.
fn one(entry: &Entry<'_>, wishes: Wishes<'_>, reading: &mut Reading, done: &mut dyn FnMut(u64)) -> bool {
    let file = &File { name: &entry.name, bytes: &entry.bytes, text: entry.text };
    let refuse = |found: String, expected: &str, advice: &str| Issue {
        place: Place { file: file.name.to_owned(), ..Place::default() },
        severity: Severity::Refused,
        found,
        expected: expected.to_owned(),
        done: files::not_read(advice),
    };
    let saved = if entry.text.is_none() { mhtml::page(&entry.bytes) } else { None };
    if let Some(saved) = saved {
        page(file.name, &saved.html(wishes.decoder), &saved.address, reading);
        return false;
    }
    let decoded = match decoded(entry, wishes.decoder) {
        Ok(decoded) => decoded,
        Err(DecodeError::UnknownEncoding { .. }) if entry.zipped => {
            reading.issues.push(Issue {
                severity: Severity::LeftOut,
                done: archives::by_itself().to_owned(),
                ..refuse(archives::unknown_encoding().to_owned(), "", "")
            });
            return false;
        }
        Err(DecodeError::UnknownEncoding { .. }) => {
            let start = file.bytes[..file.bytes.len().min(PREVIEW)].to_vec();
            reading.undecided.push(Undecided {
                file: file.name.to_owned(),
                index: entry.index,
                start,
                chosen: None,
                asked: None,
            });
            return false;
        }
        // A picture beside the articles that somebody packed.
        Err(DecodeError::Binary(_)) if entry.zipped || archive::in_folder(file.name) => return true,
        Err(DecodeError::Binary(kind)) => {
            reading.issues.push(refuse(kind.name().to_owned(), files::expected_text(), advice(kind)));
            return false;
        }
        Err(DecodeError::TooLong) => {
            let advice = files::cut_up();
            reading.issues.push(refuse(files::too_long().to_owned(), files::smaller(), advice));
            return false;
        }
        Err(error @ (DecodeError::Nul(_) | DecodeError::LoneSurrogate(_))) => {
            let advice = files::take_out();
            let found = error.to_string();
            reading.issues.push(refuse(found, files::whole_characters(), advice));
            return false;
        }
    };
    let text = decoded.text.as_str();
    if text.is_empty() {
        let advice = files::look_whole();
        reading.issues.push(refuse(files::nothing().to_owned(), files::a_text(), advice));
        return false;
    }
    match sniff(text, file.name) {
        Kind::Plain => reading.documents.push(plain::read(file.name, decoded)),
        Kind::Markdown => reading.documents.push(markdown::read(file.name, decoded)),
        Kind::Page => page(file.name, text, "", reading),
        Kind::Project => project(file, decoded, reading, done),
        Kind::Schema => schema(file, text, reading, done),
        Kind::Json => rows::json(file.name, text, reading, done),
        Kind::JsonLines => rows::json_lines(file.name, text, reading, done),
    }
    false
}

/// The text of a file: in the encoding that it says of itself, where it is a page that is no UTF-8. Pages that are say
/// something else now and then, since whoever saved them wrote them anew.
fn decoded(entry: &Entry<'_>, decoder: Option<Decoder<'_>>) -> Result<Decoded, DecodeError> {
    let decoded = entry.decoded();
    // Of what looks like ASCII this one encoding says something else.
    let shifted = || entry.text.is_none() && entry.bytes.contains(&0x1B);
    let asks = matches!(decoded, Err(DecodeError::UnknownEncoding { .. })) || (decoded.is_ok() && shifted());
    let Some(decoder) = decoder.filter(|_| asks) else { return decoded };
    let declared = html::declared(&entry.bytes, &entry.name);
    let label = declared.filter(|label| decoded.is_err() || label == "iso-2022-jp");
    match label.and_then(|label| decoder(&entry.bytes, &label)) {
        Some(text) => from_string(text),
        None => decoded,
    }
}

/// An article of a page; `address` is where it was saved from.
fn page(name: &str, html: &str, address: &str, reading: &mut Reading) {
    if let Some(mut document) = html::read(name, html, &mut reading.issues) {
        if document.metadata.url.is_empty() {
            document.metadata.url = address.to_owned();
        }
        reading.documents.push(document);
    }
}

fn project(file: &File<'_>, decoded: Decoded, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    let text = decoded.text.as_str();
    match wire::project::read(text.as_bytes()) {
        Ok(wire::Reading { value, issues }) => {
            reading.issues.extend(issues.into_iter().map(|issue| left_out(file.name, issue)));
            reading.projects.push(ReadProject { file: file.name.to_owned(), project: value });
        }
        // An object that only speaks of a project.
        Err(WireError::NotOurs { .. }) => rows::json(file.name, text, reading, done),
        Err(error) => {
            reading.issues.push(refused_project(file.name, &error));
        }
    }
}

/// A schema, to be looked at before it is taken in.
fn schema(file: &File<'_>, text: &str, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
    match wire::schema::read(text.as_bytes()) {
        Ok(wire::Reading { value: (schema, _), .. }) if schema.labels.is_empty() => {
            let why = files::no_label().to_owned();
            let error = WireError::NotOurs { why };
            reading.issues.push(refused(file.name, &error, Ours::Schema, files::schema_with_labels()));
        }
        Ok(wire::Reading { value: (schema, guidelines), issues }) => {
            let issues = issues.into_iter().map(|issue| left_out(file.name, issue)).collect();
            reading.schemas.push(ReadSchema { file: file.name.to_owned(), schema, guidelines, issues });
        }
        // An object that only speaks of a schema.
        Err(WireError::NotOurs { .. }) if !text.contains("\"schema\"") => {
            rows::json(file.name, text, reading, done);
        }
        Err(error) => reading.issues.push(refused(file.name, &error, Ours::Schema, files::whole_schema())),
    }
}

/// Something in a file that was left out or put right.
pub(super) fn left_out(file: &str, issue: wire::Issue) -> Issue {
    Issue {
        place: Place { file: file.to_owned(), line: issue.line, path: Some(issue.path) },
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

/// A project's file that cannot be read at all.
pub(super) fn refused_project(file: &str, error: &WireError) -> Issue {
    refused(file, error, Ours::Project, files::whole_project())
}

/// A file of ours that cannot be read at all.
fn refused(file: &str, error: &WireError, kind: Ours, expected: &str) -> Issue {
    let line = match error {
        WireError::CutOff { line, .. } | WireError::NotJson { line, .. } => Some(*line),
        _ => None,
    };
    Issue {
        place: Place { file: file.to_owned(), line, path: None },
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
