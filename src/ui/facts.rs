//! What the page says of values: names of acts, kinds and states, times, titles.

use crate::edit::Act;
use crate::model::{How, Kind, Metadata, Timestamp};
use crate::words::{self, acts};

/// What an act is called behind *Undo* and *Redo*.
pub(crate) fn act(act: Act) -> &'static str {
    match act {
        Act::AddDocuments => acts::adding_documents(),
        Act::RemoveDocuments => acts::removing_documents(),
        Act::EditDocument => acts::editing_document(),
        Act::SetStatus => acts::setting_status(),
        Act::Mark => acts::marking(),
        Act::Delete => acts::deleting(),
        Act::Relabel => acts::relabelling(),
        Act::Reshape => acts::reshaping(),
        Act::SetAttribute => acts::setting_attribute(),
        Act::Note => acts::writing_note(),
        Act::Unsure => acts::being_unsure(),
        Act::NamePerson => acts::naming_person(),
        Act::RenameProject => acts::renaming_project(),
        Act::EditSchema => acts::editing_schema(),
        Act::EditGuidelines => acts::editing_guidelines(),
        Act::GoBack => acts::going_back(),
    }
}

/// How an annotation came to be.
pub(crate) fn how(how: How) -> &'static str {
    match how {
        How::Manual => words::by_hand(),
        How::Suggested => words::by_rule(),
        How::Propagated => words::by_spreading(),
        How::Imported => words::by_import(),
        How::Adjudicated => words::by_review(),
    }
}

/// What labels of a kind are called together.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => words::entities(),
        Kind::Claim => words::claims(),
        Kind::Other => words::others(),
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
    if title.is_empty() { words::untitled().to_owned() } else { title.to_owned() }
}

/// An address that is safe to be a link: http or https, nothing else.
pub(crate) fn safe_link(url: &str) -> Option<String> {
    let url = url.trim();
    let scheme = url.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then(|| url.to_owned())
}
