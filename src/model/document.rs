//! One article.

use super::{DocumentId, LabelId, Origin, RawJson};
use crate::sorted::Map;
use crate::text::{LineEnds, Text};

/// How far the work on a document has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentStatus {
    /// Nobody has begun.
    #[default]
    New,
    /// Somebody has begun.
    InWork,
    /// Its annotator is through.
    Done,
    /// Somebody has looked it over.
    Checked,
}

/// The splits that everybody knows: what a program is trained with, what it is tuned by, and what it is judged by.
pub const SPLITS: [&str; 3] = ["train", "dev", "test"];

/// What a person can edit about a document beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Shown everywhere; the file name without its ending where no title is known.
    pub title: String,
    /// Who published it; empty where unknown, as in the other fields.
    pub outlet: String,
    /// Its authors.
    pub byline: Vec<String>,
    /// Where it was published.
    pub url: String,
    /// BCP 47; empty where unknown.
    pub language: String,
    /// Whether the language was guessed and not said.
    pub language_guessed: bool,
    /// When it was published, as precisely as known (`2023`, `2023-10-27`, an RFC 3339 time …), as written.
    pub published: String,
    /// When it was retrieved, likewise.
    pub retrieved: String,
    /// Under what licence.
    pub license: String,
    /// `train`, `dev`, `test` or a word of the person's.
    pub split: String,
    /// Any other keys that came with it, uninterpreted.
    pub other: Map<String, RawJson>,
}

impl Metadata {
    /// Reads authors with semicolons between them.
    pub fn set_byline(&mut self, authors: &str) {
        let names = authors.split(';').map(str::trim).filter(|name| !name.is_empty());
        self.byline = names.map(str::to_owned).collect();
    }
}

/// A label of a whole document.
///
/// It has no attributes: those are of what is marked in a text, and so none of them is missing here.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentLabel {
    /// Which.
    pub label: LabelId,
    /// Who said so.
    pub origin: Origin,
}

/// Where a document or a project came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentSource {
    /// Name of the format it was read from.
    pub format: String,
    /// Name of the file, without a folder.
    pub file: String,
    /// What the importer could not map.
    pub raw: Option<RawJson>,
}

/// One article: a text, and what is known about it. A corrected one gets another text, and keeps its id.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// Its place among the documents: they stand by this, then by id. Given out when it is added.
    pub order: u32,
    /// Its text; `text.sha256()` is its fingerprint.
    pub text: Text,
    /// What was folded into LF when the text was read.
    pub line_ends: LineEnds,
    /// `text/plain` unless it was something else.
    pub media_type: String,
    /// What a person can edit.
    pub metadata: Metadata,
    /// How far the work has come.
    pub status: DocumentStatus,
    /// Labels of the whole document.
    pub labels: Vec<DocumentLabel>,
    /// Where it came from.
    pub source: Option<DocumentSource>,
}
