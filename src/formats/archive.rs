//! Zips: the files in them are read as if they had been handed in by themselves.
//!
//! Refused with a message: a zip that unpacks to more than it can honestly hold, one in a zip, a file that is locked with
//! a password, and what is a document of an office program and only looks like a zip. Passed over: folders, and what
//! programs leave beside the files.

use super::bundle::{Bundle, Entry};
use super::read::File;
use super::{Issue, Place, Severity, plain};
use crate::words::archives as words;
use std::borrow::Cow;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// So many bytes come out of all zips at once, at most: all of it must fit into memory beside what is made of it.
pub(super) const MOST: u64 = 1 << 30;
/// A zip gives at most so many times its own size, beside so many bytes in any case. Texts and JSON give ten times, and
/// files of rows that repeat themselves fifty.
const RATIO: u64 = 200;
const SMALL: u64 = 16 << 20;
/// So many files are in a zip, at most.
const FILES: usize = 200_000;

/// Unpacks a zip into the bundle. `room` is how many bytes may still come out of zips.
pub(super) fn unpack(
    file: &File<'_>,
    index: usize,
    bundle: &mut Bundle<'_>,
    issues: &mut Vec<Issue>,
    room: &mut u64,
) {
    let issue = |name: &str, severity, found: String, expected: &str, done: String| Issue {
        place: Place { file: name.to_owned(), ..Place::default() },
        severity,
        found,
        expected: expected.to_owned(),
        done,
    };
    let refuse = |found: String, done: &str| {
        issue(file.name, Severity::Refused, found, words::a_zip(), crate::words::files::not_read(done))
    };
    let mut zip = match ZipArchive::new(Cursor::new(file.bytes)) {
        Ok(zip) => zip,
        Err(error) => return issues.push(refuse(words::broken(&error.to_string()), words::get_again())),
    };
    if zip.len() > FILES {
        return issues.push(refuse(words::many(zip.len()), words::in_parts()));
    }
    let marks = ["[Content_Types].xml", "META-INF/container.xml", "mimetype"];
    if zip.file_names().any(|name| name.is_ok_and(|name| marks.contains(&&*name))) {
        return issues.push(refuse(words::office().to_owned(), crate::words::files::from_office()));
    }
    let own = (file.bytes.len() as u64).saturating_mul(RATIO).saturating_add(SMALL);
    let mut left = own.min(*room);
    for n in 0..zip.len() {
        let name = zip.name_for_index(n).and_then(Result::ok).map(|name| name.replace('\\', "/"));
        let name = name.unwrap_or_else(|| (n + 1).to_string());
        let whole = format!("{}/{name}", file.name);
        let mut packed = match zip.by_index(n) {
            Ok(packed) => packed,
            Err(error) => {
                let found = words::broken(&error.to_string());
                issues.push(issue(&whole, Severity::LeftOut, found, "", words::others().to_owned()));
                continue;
            }
        };
        if packed.is_dir() || is_litter(&name) {
            continue;
        }
        let mut bytes = Vec::new();
        // What a zip says of its sizes need not be true.
        let read = packed.by_ref().take(left.saturating_add(1)).read_to_end(&mut bytes);
        drop(packed);
        if let Err(error) = read {
            let found = words::broken(&error.to_string());
            issues.push(issue(&whole, Severity::LeftOut, found, "", words::others().to_owned()));
            continue;
        }
        if bytes.len() as u64 > left {
            bundle.forget(index);
            return issues.push(refuse(words::bomb(&crate::words::bytes(own.min(*room))), words::in_parts()));
        }
        left -= bytes.len() as u64;
        if bytes.starts_with(b"PK\x03\x04") {
            issues.push(issue(
                &whole,
                Severity::LeftOut,
                words::zip_in_zip().to_owned(),
                "",
                words::unpack_first().to_owned(),
            ));
            continue;
        }
        bundle.push(Entry {
            name: whole,
            bytes: Cow::Owned(bytes),
            text: None,
            index,
            zipped: true,
            taken: false,
        });
    }
    *room = room.saturating_sub(own.min(*room) - left);
}

/// What programs leave beside the files that a person put there, and our own report. What begins with a dot is hidden
/// from the person, too: `.DS_Store`, `.git`.
pub(super) fn is_litter(name: &str) -> bool {
    let base = plain::base(name);
    name.split('/').any(|part| part == "__MACOSX" || (part.starts_with('.') && part != "." && part != ".."))
        || matches!(base, "Thumbs.db" | "desktop.ini")
        || base == super::REPORT
}

/// Whether a file came with the folder that it lies in.
pub(super) fn in_folder(name: &str) -> bool {
    name.trim_start_matches('/').contains('/')
}
