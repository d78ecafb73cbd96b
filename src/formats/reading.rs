//! What reading files gives.

use super::{Issue, OffsetUnit};
use crate::model::{Document, DocumentSource, DocumentStatus, Metadata, Project, Schema};
use crate::sorted::Map;
use crate::text::{LineEnds, Text};

/// A document as it was read: everything but its place in a project.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDocument {
    /// The id that the file gives it, if any.
    pub id: Option<String>,
    /// Its text.
    pub text: Text,
    /// What was folded into LF.
    pub line_ends: LineEnds,
    /// `text/plain` unless it was something else.
    pub media_type: String,
    /// What is known about it.
    pub metadata: Metadata,
    /// How far the work on it is, where the file says so; else it is new.
    pub status: DocumentStatus,
    /// Where it came from.
    pub source: Option<DocumentSource>,
}

impl NewDocument {
    /// A document of another project, as one that was read.
    pub fn of(document: &Document) -> Self {
        Self {
            id: Some(document.id.to_string()),
            text: document.text.clone(),
            line_ends: document.line_ends,
            media_type: document.media_type.clone(),
            metadata: document.metadata.clone(),
            status: document.status,
            source: document.source.clone(),
        }
    }
}

/// A file that is text in an encoding that cannot be told: the person chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Its name.
    pub file: String,
    /// Which of the files that were handed in, from 0.
    pub index: usize,
    /// Its first bytes, for a preview (at most 2,000).
    pub start: Vec<u8>,
    /// The encoding that the person chose and in which it was read; it can be chosen anew until the article is added.
    pub chosen: Option<String>,
    /// The encoding in which it is being read at the moment; empty for none.
    pub asked: Option<String>,
}

/// A project file as it was read.
#[derive(Clone, Debug)]
pub struct ReadProject {
    /// Name of the file.
    pub file: String,
    /// The project, its invariants checked.
    pub project: Project,
}

/// Articles with what is marked in them, as a file says it: a project made of that file alone, its ids meaning nothing
/// outside of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// Name of the file, without folders.
    pub file: String,
    /// The word of its format.
    pub format: String,
    /// What it says, the invariants of a project kept.
    pub project: Project,
    /// How many annotations and articles have each label, by its id.
    pub uses: Map<String, usize>,
    /// What its offsets were taken to count, where that had to be found out.
    pub unit: Option<OffsetUnit>,
}

impl Annotated {
    /// With the uses of labels counted.
    pub fn new(file: String, format: &str, project: Project) -> Self {
        let mut uses = Map::new();
        let whole = project.documents().flat_map(|document| &document.labels).map(|own| &own.label);
        for label in project.all_annotations().map(|own| &own.label).chain(whole) {
            *uses.get_or_insert_with(label.to_string(), || 0) += 1;
        }
        Self { file, format: format.to_owned(), project, uses, unit: None }
    }
}

/// A schema file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSchema {
    /// Name of the file.
    pub file: String,
    /// The schema.
    pub schema: Schema,
    /// The guidelines that came with it, or nothing.
    pub guidelines: String,
    /// What was left out of it or put right.
    pub issues: Vec<Issue>,
}

/// What a set of files gave: value and issues.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Articles.
    pub documents: Vec<NewDocument>,
    /// Articles with annotations, to be taken into the open project.
    pub annotated: Vec<Annotated>,
    /// Projects, each to be opened as a project of its own.
    pub projects: Vec<ReadProject>,
    /// Schemas, each to be looked at before it is taken into the open project.
    pub schemas: Vec<ReadSchema>,
    /// What was noticed.
    pub issues: Vec<Issue>,
    /// Files whose encoding the person must choose.
    pub undecided: Vec<Undecided>,
    /// What the person said that offsets count.
    pub unit: Option<OffsetUnit>,
}
