//! What is known of an article, in comments before its first sentence.

use super::escapes::one_line;
use crate::formats::write::unmapped;
use crate::formats::{Output, Reason};
use crate::model::{Document, Project};
use crate::sorted::Set;
use crate::wire::json::to_string;
use std::fmt::Write as _;

/// Between several in one comment.
pub(super) const SEVERAL: &str = " ; ";

/// Gives ids to documents and sentences, which hold no white space and no slash, and of which no two are the same.
#[derive(Default)]
pub(super) struct SentIds(Set<String>);

impl SentIds {
    /// The beginning of the ids of a document's sentences.
    pub(super) fn of(&mut self, document: &Document) -> String {
        let fit = |c: char| if c.is_whitespace() || c.is_control() || c == '/' { '_' } else { c };
        let plain: String = document.id.as_str().chars().map(fit).collect();
        let numbered = std::iter::once(plain.clone()).chain((2..).map(|n| format!("{plain}_{n}")));
        let free = numbered.into_iter().find(|id| !self.0.contains(id)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// The comments of an article; `id` is the one it has in the file. The names of keys are those of GUM, where it has them.
pub(super) fn metadata(project: &Project, document: &Document, id: &str, out: &mut dyn Output) -> String {
    let own = &document.metadata;
    let labels = document.labels.iter().filter_map(|own| project.schema.label(&own.label));
    let labels: Vec<&str> = labels.map(|label| label.name.as_str()).collect();
    out.lost(Reason::DocumentLabels, document.labels.len() - labels.len());
    let status = to_string(&document.status);
    let renamed = if document.id.as_str() == id { "" } else { document.id.as_str() };
    let mut keys = Set::new();
    let mut comments = String::new();
    for (key, value) in [
        ("id", renamed),
        ("title", &own.title),
        ("outlet", &own.outlet),
        ("author", &own.byline.join(SEVERAL)),
        ("sourceURL", &own.url),
        ("language", &own.language),
        ("languageGuessed", if own.language_guessed && !own.language.is_empty() { "true" } else { "" }),
        ("dateCreated", &own.published),
        ("dateCollected", &own.retrieved),
        ("license", &own.license),
        ("split", &own.split),
        ("status", status.trim_matches('"')),
        ("labels", &labels.join(SEVERAL)),
    ] {
        keys.insert(key.to_owned());
        let (line, replaced) = one_line(value);
        out.lost(Reason::Characters, replaced);
        if !line.is_empty() {
            let _ = writeln!(comments, "# meta::{key} = {line}");
        } else if !value.is_empty() {
            out.lost(Reason::Metadata, 1);
        }
    }
    for (key, raw) in &own.other {
        let (name, replaced) = one_line(key);
        // JSON is a line, and what is odd in it stands in its texts alone, where it can be escaped.
        let fits = replaced == 0 && name == *key && !name.is_empty() && !name.contains('=');
        if fits && keys.insert(name) {
            let _ = writeln!(comments, "# meta::{key} = {}", ascii(&raw.0));
        } else {
            out.lost(Reason::Metadata, 1);
        }
    }
    out.lost(Reason::Metadata, unmapped(document));
    comments
}

/// JSON in which every sign that is odd in a line is escaped.
fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for char in json.chars() {
        if char != ' ' && (char.is_control() || crate::text::is_unseen(char)) {
            for unit in char.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(char);
        }
    }
    out
}
