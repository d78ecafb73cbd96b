//! What was read, held against the project, before anything is added.

mod act;
mod adding;
mod gather;
mod known;
mod labels;
mod read;

use super::Session;
use crate::edit::History;
use crate::formats::{Annotated, Issue, NewDocument, OffsetUnit, Reading, Severity, Undecided};
use crate::model::{DocumentId, DocumentStatus, Metadata, Project};
use crate::sorted::Map;
use crate::storage::Texts;
use crate::text::{Text, from_string};
use crate::words::{self, said};
use std::rc::Rc;

use known::{Known, Source, same_source, source};

pub use act::IncomingAct;
pub use labels::{LabelTo, ReadLabel, read_labels};
pub use read::Waits;

/// How a document that comes in stands to those that are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing like it is there.
    New,
    /// The same text from the same source is there: adding it would change nothing.
    AlreadyThere(DocumentId),
    /// The same text from another outlet or address is there: a document of its own, shown as a copy.
    CopyOf(DocumentId),
    /// Another text with the id, the address or the title of one that is there: perhaps a new version of it.
    OtherTextOf(DocumentId),
}

/// A document that comes in.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingDocument {
    /// What was read.
    pub document: NewDocument,
    /// How it stands to those that are there.
    pub standing: Standing,
    /// Whether it will be added.
    pub take: bool,
    /// Whether it is to be a new version of the one that it is another text of, and not an article of its own.
    pub corrects: bool,
    /// Whether it was pasted, and not read from a file.
    pub pasted: bool,
    /// Where its annotations are: in which of the sets, as which document.
    pub from: Option<(usize, DocumentId)>,
    /// How many annotations it has.
    pub marks: usize,
}

/// What was read, before anything is added.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Articles.
    pub documents: Vec<IncomingDocument>,
    /// What files say of them.
    pub sets: Vec<Rc<Annotated>>,
    /// What the person chose that a label of the files becomes, by its name.
    pub labels: Map<String, LabelTo>,
    /// A project file, to be opened as a project of its own.
    pub project: Option<Box<Session>>,
    /// What was noticed.
    pub issues: Vec<Issue>,
    /// Files whose encoding the person must choose.
    pub undecided: Vec<Undecided>,
    /// What the person said that offsets count.
    pub unit: Option<OffsetUnit>,
    /// Whether a project was to be opened, and no articles to be added.
    pub opening: bool,
    /// While it is being added: how many articles of how many are ready for it.
    pub adding: Option<(usize, usize)>,
    /// Tells that from every other time that something is added.
    pub run: Rc<()>,
}

impl PartialEq for Incoming {
    /// Compares what the preview shows; a project counts by its identity.
    fn eq(&self, other: &Self) -> bool {
        let id = |incoming: &Self| incoming.project.as_ref().map(|session| session.project.id.clone());
        self.documents == other.documents
            && self.labels == other.labels
            && id(self) == id(other)
            && self.issues == other.issues
            && self.undecided == other.undecided
            && self.unit == other.unit
            && self.opening == other.opening
            && self.adding == other.adding
    }
}

/// A project that was read from a file, to be opened as one of its own.
pub(super) fn of_its_own(project: Project) -> Box<Session> {
    let texts = Texts::default();
    project.documents().for_each(|document| {
        texts.insert(document.text.clone());
    });
    Box::new(Session::new(project, History::default(), texts, 1))
}

impl Incoming {
    /// Chooses what was chosen when the same files were read before: their labels, and what was ticked of their articles.
    /// Nothing where these are other files.
    pub(super) fn choose_as(&mut self, before: &Self) {
        // They come in the order of the files again.
        let mut rest = &before.documents[..];
        for own in &mut self.documents {
            let is_own = |was: &IncomingDocument| {
                !was.pasted && was.document.id == own.document.id && was.document.text == own.document.text
            };
            let Some(at) = rest.iter().position(is_own) else { continue };
            let was = &rest[at];
            // One that has annotations only now, or no more, is another choice.
            if (was.marks > 0, &was.standing) == (own.marks > 0, &own.standing) {
                (own.take, own.corrects) = (was.take, was.corrects);
            }
            self.labels.clone_from(&before.labels);
            rest = &rest[at + 1..];
        }
    }

    /// Holds what was read against a project, and against itself: one text twice in the files is one document.
    pub fn new(reading: Reading, project: &Project) -> Self {
        let mut there: Map<_, Vec<(DocumentId, Source)>> = Map::new();
        for document in project.documents() {
            let known = (document.id.clone(), source(&document.metadata));
            there.get_or_insert_with(document.text.sha256(), Vec::new).push(known);
        }
        let known = Known::new(project);
        let mut documents: Vec<IncomingDocument> = Vec::new();
        let sets: Vec<Rc<Annotated>> = reading.annotated.into_iter().map(Rc::new).collect();
        let plain = reading.documents.into_iter().map(|document| (document, None, 0));
        let marked = sets.iter().enumerate().flat_map(|(n, set)| {
            set.project.documents().map(move |own| {
                let marks = set.project.annotations(&own.id).map_or(0, |all| all.len()) + own.labels.len();
                (NewDocument::of(own), Some((n, own.id.clone())), marks)
            })
        });
        for (document, from, marks) in plain.chain(marked) {
            let same_text = there.get_or_insert_with(document.text.sha256(), Vec::new);
            let origin = source(&document.metadata);
            let same = same_text.iter().find(|(_, there)| same_source(there, &origin));
            let standing = match (same, same_text.first()) {
                (Some((id, _)), _) => Standing::AlreadyThere(id.clone()),
                (None, Some((id, _))) => Standing::CopyOf(id.clone()),
                (None, None) => known
                    .version_of(&document)
                    .map_or(Standing::New, |there| Standing::OtherTextOf(there.id.clone())),
            };
            // The id only names what it is a copy of; one that comes in with it has none yet.
            let id = DocumentId::new(document.id.clone().unwrap_or_default());
            same_text.push((id, origin));
            // What is there already may have annotations that are not.
            let take = !matches!(standing, Standing::AlreadyThere(_)) || marks > 0;
            let (corrects, pasted) = (false, false);
            documents.push(IncomingDocument { document, standing, take, corrects, pasted, from, marks });
        }
        let mut projects = reading.projects.into_iter().map(|read| read.project);
        let session = projects.next().map(of_its_own);
        let mut issues = reading.issues;
        issues.extend(projects.map(|project| Issue {
            place: crate::formats::Place::default(),
            severity: Severity::Refused,
            found: said::second_project(&project.name),
            expected: said::one_at_a_time().to_owned(),
            done: said::open_by_itself().to_owned(),
        }));
        let (labels, undecided, unit) = (Map::new(), reading.undecided, reading.unit);
        Self {
            documents,
            sets,
            labels,
            project: session,
            issues,
            undecided,
            unit,
            opening: false,
            adding: None,
            run: Rc::default(),
        }
    }

    /// Text that was pasted; `language` is a guess, or empty.
    pub fn pasted(title: &str, text: &str, language: &str, project: &Project) -> Result<Self, String> {
        let decoded = from_string(text.to_owned()).map_err(|why| why.to_string())?;
        let title = match title.trim() {
            "" => first_line(&decoded.text),
            title => title.to_owned(),
        };
        let document = NewDocument {
            id: None,
            text: decoded.text,
            line_ends: decoded.line_ends,
            media_type: "text/plain".to_owned(),
            metadata: Metadata {
                title,
                language: language.to_owned(),
                language_guessed: !language.is_empty(),
                ..Metadata::default()
            },
            status: DocumentStatus::New,
            source: None,
        };
        let mut incoming = Self::new(Reading { documents: vec![document], ..Reading::default() }, project);
        for document in &mut incoming.documents {
            document.pasted = true;
            // What a person pastes they just looked at.
            if matches!(document.standing, Standing::OtherTextOf(_)) {
                document.standing = Standing::New;
            }
        }
        Ok(incoming)
    }

    /// Whether any of it was read from files.
    pub fn from_files(&self) -> bool {
        self.documents.is_empty() || self.documents.iter().any(|document| !document.pasted)
    }

    /// Whether a person must look before anything is added: something was noticed, or is there already.
    pub fn needs_a_look(&self) -> bool {
        !self.issues.is_empty()
            || !self.undecided.is_empty()
            || self.project.is_some()
            || self.documents.iter().any(|document| document.standing != Standing::New)
    }

    /// Whether all that it is about is a project that opens, or was to.
    pub fn only_opens(&self) -> bool {
        self.documents.is_empty() && (self.project.is_some() || self.opening)
    }

    /// The documents that will be added, each with its place among those that were read.
    pub fn new_ones(&self) -> impl Iterator<Item = (usize, &IncomingDocument)> {
        let there =
            |row: &IncomingDocument| row.marks > 0 && matches!(row.standing, Standing::AlreadyThere(_));
        let rows = self.documents.iter().enumerate();
        rows.filter(move |(_, row)| row.take && !row.corrects && !there(row))
    }

    /// What offsets were taken to count, of files where that had to be found out.
    pub fn counted(&self) -> Option<OffsetUnit> {
        self.sets.iter().find_map(|set| set.unit)
    }

    /// How many documents will be added.
    pub fn taken(&self) -> usize {
        self.new_ones().count()
    }

    /// How many annotations of documents that are taken were read.
    pub fn marks(&self) -> usize {
        self.documents.iter().filter(|row| row.take && !row.corrects).map(|row| row.marks).sum()
    }

    /// The documents that are to be new versions of others, with the ids of these.
    pub fn corrections(&self) -> impl Iterator<Item = (&DocumentId, &NewDocument)> {
        self.documents.iter().filter(|document| document.take && document.corrects).filter_map(|document| {
            match &document.standing {
                Standing::OtherTextOf(id) => Some((id, &document.document)),
                _ => None,
            }
        })
    }
}

/// A title for a text that has none: its first line, cut at 80 characters.
fn first_line(text: &Text) -> String {
    let line =
        text.as_str().lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(words::untitled());
    match line.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, DocumentSource, ProjectId, Timestamp, news};
    use crate::text::LineEnds;

    /// Text, file, outlet, address.
    type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

    fn new((text, file, outlet, url): Row<'_>) -> NewDocument {
        NewDocument {
            id: None,
            text: Text::new(text).expect("a text"),
            line_ends: LineEnds::default(),
            media_type: "text/plain".to_owned(),
            metadata: Metadata { outlet: outlet.to_owned(), url: url.to_owned(), ..Metadata::default() },
            status: DocumentStatus::New,
            source: Some(DocumentSource { format: "plain".to_owned(), file: file.to_owned(), raw: None }),
        }
    }

    /// A project with these documents, named 0, 1 …
    fn project(rows: &[Row<'_>]) -> Project {
        let mut project = Project::new(ProjectId::new("p"), "P".to_owned(), news(), Timestamp(0));
        for (n, row) in rows.iter().enumerate() {
            let NewDocument { text, line_ends, media_type, metadata, source, .. } = new(*row);
            let (id, status, labels) = (DocumentId::new(n.to_string()), DocumentStatus::New, Vec::new());
            let order = n as u32;
            let document =
                Document { id, order, text, line_ends, media_type, metadata, status, labels, source };
            project.insert_document(document.into());
        }
        project
    }

    /// What stands there, what comes in, and how each of these stands to it: `+` new, `=` already there, `c` a copy,
    /// `o` another text.
    #[test]
    fn what_is_the_same_and_what_is_a_copy() {
        let cases: &[(&[Row<'_>], &[Row<'_>], &str)] = &[
            (&[], &[("A", "a.txt", "", "")], "+"),
            (&[("A", "a.txt", "", "")], &[("B", "a.txt", "", "")], "+"),
            // The same file again, and under another name.
            (&[("A", "a.txt", "", "")], &[("A", "a.txt", "", "")], "="),
            (&[("A", "a.txt", "", "")], &[("A", "a (1).txt", "", "")], "="),
            // The same file again after its outlet and address were filled in.
            (&[("A", "a.txt", "TASS", "http://t/1")], &[("A", "a.txt", "", "")], "="),
            // From an outlet.
            (&[("A", "a.jsonl", "TASS", "")], &[("A", "b.jsonl", "TASS", "")], "="),
            (&[("A", "a.jsonl", "TASS", "")], &[("A", "a.jsonl", "Antara", "")], "c"),
            (&[("A", "a.txt", "", "")], &[("A", "a.jsonl", "Antara", "")], "c"),
            // The address decides.
            (&[("A", "a", "TASS", "http://t/1")], &[("A", "a", "TASS", "http://t/1")], "="),
            (&[("A", "a", "TASS", "http://t/1")], &[("A", "a", "Tass", "http://t/1")], "="),
            (&[("A", "a", "TASS", "http://t/1")], &[("A", "a", "TASS", "http://t/2")], "c"),
            (&[("A", "a", "TASS", "http://t/1")], &[("A", "a", "TASS", "")], "="),
            // Within what comes in.
            (&[], &[("A", "a.txt", "", ""), ("A", "b.txt", "", ""), ("B", "c.txt", "", "")], "+=+"),
            (&[], &[("A", "a", "TASS", ""), ("A", "a", "RIA", ""), ("A", "a", "RIA", "")], "+c="),
            // Another text of the same address; an outlet or a file says nothing.
            (&[("A", "a", "TASS", "http://t/1")], &[("B", "a", "TASS", "http://t/1")], "o"),
            (&[("A", "a", "TASS", "http://t/1")], &[("B", "a", "TASS", "http://t/2")], "+"),
            (&[("A", "a", "TASS", "")], &[("B", "a", "TASS", "")], "+"),
            // Any of several copies.
            (&[("A", "a", "TASS", ""), ("A", "a", "RIA", "")], &[("A", "a", "RIA", "")], "="),
        ];
        for (there, coming, expected) in cases {
            let documents = coming.iter().map(|row| new(*row)).collect();
            let incoming = Incoming::new(Reading { documents, ..Reading::default() }, &project(there));
            let stands: String = incoming
                .documents
                .iter()
                .map(|document| match document.standing {
                    Standing::New => '+',
                    Standing::AlreadyThere(_) => '=',
                    Standing::CopyOf(_) => 'c',
                    Standing::OtherTextOf(_) => 'o',
                })
                .collect();
            assert_eq!(stands, *expected, "{coming:?} onto {there:?}");
            for document in &incoming.documents {
                let there = matches!(document.standing, Standing::AlreadyThere(_));
                assert_eq!(document.take, !there, "only what is there already is left out");
            }
        }
    }

    /// Title, outlet and id of what is there and of what comes in with another text, and whether it may be a version.
    #[test]
    fn what_may_be_a_new_version() {
        let cases = [
            (("Bridge", "", "d-1"), ("Bridge", "", ""), true),
            (("Bridge", "TASS", "d-1"), ("Bridge", "", ""), true),
            (("Bridge", "TASS", "d-1"), ("Bridge", "RIA", ""), false),
            (("Bridge", "", "d-1"), ("Dam", "", ""), false),
            (("", "", "d-1"), ("", "", ""), false),
            (("Bridge", "TASS", "d-1"), ("Dam", "TASS", "d-1"), true),
            (("Bridge", "TASS", "d-1"), ("Dam", "RIA", "d-1"), false),
            (("Bridge", "", "d-1"), ("Dam", "", "d-1"), false),
            (("Bridge", "", "d-1"), ("Dam", "", "d-2"), false),
        ];
        for ((title, outlet, id), coming, may) in cases {
            let mut project = project(&[]);
            let document = Document { metadata: named(title, outlet), id: DocumentId::new(id), ..plain() };
            project.insert_document(document.into());
            let mut document = new(("B", "b.txt", "", ""));
            document.metadata = named(coming.0, coming.1);
            document.id = Some(coming.2.to_owned()).filter(|id| !id.is_empty());
            let reading = Reading { documents: vec![document], ..Reading::default() };
            let standing = Incoming::new(reading, &project).documents.remove(0).standing;
            let expected = if may { Standing::OtherTextOf(DocumentId::new(id)) } else { Standing::New };
            assert_eq!(standing, expected, "{coming:?} onto {title:?} {outlet:?} {id:?}");
        }
    }

    fn named(title: &str, outlet: &str) -> Metadata {
        Metadata { title: title.to_owned(), outlet: outlet.to_owned(), ..Metadata::default() }
    }

    fn plain() -> Document {
        let project = project(&[("A", "a.txt", "", "")]);
        Document::clone(project.documents().next().expect("a document"))
    }
}
