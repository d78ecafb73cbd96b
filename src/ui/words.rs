//! Words and figures for people: names of acts, counts, dates, lengths.

use crate::edit::Act;
use crate::model::{DocumentStatus, How, Kind, Metadata, Timestamp};

/// What an act is called behind *Undo* and *Redo*.
pub(crate) fn act(act: Act) -> &'static str {
    match act {
        Act::AddDocuments => "adding articles",
        Act::RemoveDocuments => "removing articles",
        Act::EditDocument => "editing an article's details",
        Act::Mark => "marking",
        Act::Delete => "deleting annotations",
        Act::Relabel => "changing the label",
        Act::Reshape => "moving the ends",
        Act::SetAttribute => "changing an attribute",
        Act::Note => "writing a note",
        Act::Unsure => "unsure",
        Act::NamePerson => "changing the name",
        Act::RenameProject => "renaming the project",
        Act::EditSchema => "changing the labels",
    }
}

/// How an annotation came to be.
pub(crate) fn how(how: How) -> &'static str {
    match how {
        How::Manual => "by hand",
        How::Suggested => "suggested by a rule",
        How::Propagated => "marked with all that reads the same",
        How::Imported => "imported",
        How::Adjudicated => "settled in review",
    }
}

/// What labels of a kind are called together.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => "Entities",
        Kind::Claim => "Claims",
        Kind::Other => "Other",
    }
}

/// How far the work on a document has come.
pub(crate) fn status(status: DocumentStatus) -> &'static str {
    match status {
        DocumentStatus::New => "New",
        DocumentStatus::InWork => "In work",
        DocumentStatus::Done => "Done",
        DocumentStatus::Checked => "Checked",
    }
}

/// A whole number with thin groups of three, as in `12 340`.
pub(crate) fn number(n: u64) -> String {
    let digits = n.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{202F}');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 article`, `12 articles`.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n as u64), if n == 1 { one } else { many })
}

/// Bytes in the unit that reads best.
pub(crate) fn bytes(n: u64) -> String {
    match n {
        0..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} kB", (n + 500) / 1_000),
        _ => {
            let tenths = (n + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// A moment in the time of this machine: `2026-11-21 03:20`.
pub(crate) fn time(at: Timestamp) -> String {
    let date = js_sys::Date::new(&(at.0 as f64).into());
    format!(
        "{}-{:02}-{:02} {:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

/// The title of a document, or words in its place.
pub(crate) fn title(metadata: &Metadata) -> String {
    let title = metadata.title.trim();
    if title.is_empty() { "Untitled".to_owned() } else { title.to_owned() }
}

/// An address that is safe to be a link: http or https, nothing else.
pub(crate) fn safe_link(url: &str) -> Option<String> {
    let url = url.trim();
    let scheme = url.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then(|| url.to_owned())
}
