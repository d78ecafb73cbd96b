//! What the table of formats says of each, and what it says it with.

use super::{FORMATS, FormatOption};
use crate::words::{Word, formats as words};

/// What a format calls one step of an offset. Where there is none, a file has no offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode code points, as in Python.
    CodePoints,
    /// UTF-16 code units, as in Java and JavaScript.
    Utf16,
    /// Bytes of UTF-8.
    Bytes,
    /// What a reader takes for one character: grapheme clusters.
    Graphemes,
    /// Tokens.
    Tokens,
}

impl OffsetUnit {
    /// Those that are found out, and that a person may choose.
    pub const ALL: [Self; 4] = [Self::CodePoints, Self::Utf16, Self::Bytes, Self::Graphemes];

    /// Its word in messages; never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::CodePoints => "code-points",
            Self::Utf16 => "utf-16",
            Self::Bytes => "bytes",
            Self::Graphemes => "graphemes",
            Self::Tokens => "tokens",
        }
    }

    /// The one with this word that a person may choose.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.word() == word)
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::CodePoints => words::code_points(),
            Self::Utf16 => words::utf16(),
            Self::Bytes => words::utf8(),
            Self::Graphemes => words::graphemes(),
            Self::Tokens => words::tokens(),
        }
    }
}

/// What there is of a project beside texts and simple annotations: a format may hold it or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Annotations in others.
    Nested,
    /// Annotations across others.
    Crossing,
    /// Annotations of several fragments.
    Discontinuous,
    /// Attributes.
    Attributes,
    /// Links to entities and claims.
    Links,
    /// Relations.
    Relations,
    /// Notes.
    Notes,
    /// Who made what, and when.
    Makers,
    /// Labels of whole articles.
    DocumentLabels,
    /// Outlet, date and the like.
    Metadata,
    /// Suggested and rejected annotations.
    Suggestions,
    /// Entities and claims, with all that is known of them.
    Registries,
    /// The schema, with all that is not a name.
    Schema,
}

impl Holds {
    /// All of it.
    pub const ALL: &[Self] = &[
        Self::Nested,
        Self::Crossing,
        Self::Discontinuous,
        Self::Attributes,
        Self::Links,
        Self::Relations,
        Self::Notes,
        Self::Makers,
        Self::DocumentLabels,
        Self::Metadata,
        Self::Suggestions,
        Self::Registries,
        Self::Schema,
    ];

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nested => words::nested(),
            Self::Crossing => words::crossing(),
            Self::Discontinuous => words::discontinuous(),
            Self::Attributes => words::attributes(),
            Self::Links => words::links(),
            Self::Relations => words::relations(),
            Self::Notes => words::notes(),
            Self::Makers => words::makers(),
            Self::DocumentLabels => words::document_labels(),
            Self::Metadata => words::metadata(),
            Self::Suggestions => words::suggestions(),
            Self::Registries => words::registries(),
            Self::Schema => words::schema(),
        }
    }
}

/// What a format is called and what it can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Its word in messages, reports and tests; never changes.
    pub word: &'static str,
    /// Shown in menus.
    pub name: Word,
    /// Endings of its files, without the dot; what is written has the first.
    pub endings: &'static [&'static str],
    /// MIME type of one file of it.
    pub media_type: &'static str,
    /// Whether files of it can be read.
    pub reads: bool,
    /// Whether a project can be written in it.
    pub writes: bool,
    /// Whether even a single file comes in a zip, with the report beside it.
    pub zipped: bool,
    /// What its offsets count.
    pub unit: Option<OffsetUnit>,
    /// What can be chosen when it is written.
    pub options: &'static [FormatOption],
    /// What it can hold beside texts and simple annotations.
    pub holds: &'static [Holds],
    /// In a sentence, for whom it is.
    pub description: Word,
}

impl Format {
    /// The format with this word.
    pub fn named(word: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.word == word)
    }

    /// Whether it is the project's own, which Postil opens as it was.
    pub fn is_own(&self) -> bool {
        ["project", "project-zip"].contains(&self.word)
    }

    /// What it does not hold.
    pub fn lacks(&self) -> impl Iterator<Item = Holds> {
        Holds::ALL.iter().copied().filter(|what| !self.holds.contains(what))
    }

    /// A file name for a project.
    pub fn file_name(&self, project: &str) -> String {
        file_name(project, self.endings[0])
    }
}

/// A file name: a title, cleaned of what file systems refuse, and an ending.
pub fn file_name(title: &str, ending: &str) -> String {
    let clean: String =
        title.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let stem: String = words.join(" ").trim_matches('.').chars().take(80).collect();
    let stem = if stem.is_empty() { "project" } else { &stem };
    format!("{stem}.{ending}")
}
