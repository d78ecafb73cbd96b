//! Columns (CoNLL-2003 and its relatives; `.conll`, `.iob2`, `.bio`, `.txt`): a token per row, its tags behind it.
//!
//! UTF-8, LF, no byte order mark. A sentence ends with an empty line. Written as in CoNLL-2003: `token -X- -X- tag`, each
//! document behind `-DOCSTART- -X- -X- O` and an empty line; or in two columns, `token tag`. Tags of further levels stand
//! in further columns, the outermost first. Tokens are those of [`tokens`](crate::text::tokens), cut where an annotation
//! begins or ends inside them; sentences those of [`file_sentences`](crate::text::file_sentences), joined where an
//! annotation goes over the end of one.
//!
//! On request two columns before the tags hold where each token begins and ends in the text, in code points; or a comment
//! line `# document = {"id": …, "title": …, "text": …}` before the rows of each document holds its text, and reading gives
//! the very same text. In a file with blanks the row of a token `#` looks like a comment to many readers.
//!
//! Lost: everything but what is marked and with which label. An annotation of several fragments goes from the first to
//! the last; of two that cross, the later is left out; what lies in another is left out where there is one column of tags.
//! Labels are written without white space, and with `_` for the signs that readers of tags stumble over.
//!
//! Read are files of others, too: tabs or blanks, any number of columns, `-DOCSTART-` with anything behind it, comments,
//! numbered tokens (GermEval, Universal NER), IOB1, IOB2, BIOES, BMES, BILOU and bare labels, CRLF and a byte order mark.
//! A text is the tokens with a blank between them, a line for each sentence, unless the file has the text (`# text = …`)
//! or the offsets. The lines stay with the document (`source.raw`), so that they are written again byte for byte.
//!
//! ```text
//! # document = {"id":"d-1","title":"Delegasi","text":"Marzouk tiba di Moskow."}
//! Marzouk B-PER
//! tiba O
//! di O
//! Moskow B-LOC
//! . O
//! ```

mod detect;
mod draft;
mod labels;
mod levels;
mod lines;
mod place;
mod read;
mod scheme;
mod write;

use super::bundle::Bundle;
use super::gathering::Gathering;
use super::naming::called;
use super::parts::FILES;
use super::readers::Reader;
use super::write::{Writer, standing};
use super::{Options, Output, Reading, content};
use crate::model::{Document, DocumentId, Fragments, Kind, Label, LabelId, Project};
use crate::sorted::Map;

use detect::speaks_of_tags;
pub use read::{ReadColumns, ReadDocument, ReadMark, lines_of, read};
pub use scheme::Scheme;
pub use write::write;

/// What stands between two columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A blank, as in CoNLL-2003.
    #[default]
    Blank,
    /// A tab.
    Tab,
}

impl Separator {
    /// The character.
    pub const fn char(self) -> char {
        match self {
            Self::Blank => ' ',
            Self::Tab => '\t',
        }
    }
}

/// Which columns a row has beside offsets and tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Token, part of speech and chunk; of the two nothing is known, and `-X-` stands there.
    #[default]
    Conll2003,
    /// The token.
    Plain,
}

/// What is written of annotations that lie in others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Levels {
    /// Nothing: one column of tags.
    #[default]
    Outermost,
    /// A column for each level, as many as the project has (GermEval).
    Each,
}

/// How the text can be found again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offsets {
    /// Not at all.
    #[default]
    None,
    /// By start and end of each token in two columns, in code points.
    Columns,
    /// By a comment line with the text before each document.
    Comment,
}

/// How columns are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnOptions {
    /// How tags say where an annotation begins and ends.
    pub scheme: Scheme,
    /// Which columns there are.
    pub shape: Shape,
    /// What stands between them.
    pub separator: Separator,
    /// What is written of annotations that lie in others.
    pub levels: Levels,
    /// How the text can be found again.
    pub offsets: Offsets,
    /// Whether each document stands in a file of its own: in two columns it needs no head then.
    pub alone: bool,
    /// What labels are called in the file; those that are not here by their own names.
    pub labels: Map<LabelId, String>,
}

impl ColumnOptions {
    /// As a person chose in the dialog; labels go by their own names.
    fn chosen(options: &Options) -> Self {
        let is = |option, value| options.is(option, value);
        let scheme = match options.value("scheme") {
            "iob1" => Scheme::Iob1,
            "bioes" => Scheme::Bioes,
            "bilou" => Scheme::Bilou,
            _ => Scheme::Iob2,
        };
        let offsets = match options.value("offsets") {
            "columns" => Offsets::Columns,
            "comment" => Offsets::Comment,
            _ => Offsets::None,
        };
        Self {
            scheme,
            shape: if is("shape", "plain") { Shape::Plain } else { Shape::Conll2003 },
            separator: if is("separator", "tab") { Separator::Tab } else { Separator::Blank },
            levels: if is("levels", "each") { Levels::Each } else { Levels::Outermost },
            offsets,
            alone: is(FILES, "each"),
            labels: Map::new(),
        }
    }
}

/// Writes them from the dialog.
pub(super) struct Columns;

impl Writer for Columns {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        match options.is("source", "keep").then(|| unchanged(project)).flatten() {
            Some(files) => {
                for (name, lines) in files {
                    out.file(&name);
                    out.write(lines.as_bytes());
                }
                for document in project.documents() {
                    standing(project, document, out);
                }
                write::lost_beside(project, Offsets::None, out);
            }
            None => {
                // As they were called in the files that they came from.
                let called = |own: &Label| Some((own.id.clone(), own.equivalents.get("conll")?.clone()));
                let labels = project.schema.labels.iter().filter_map(called).collect();
                write(project, &ColumnOptions { labels, ..ColumnOptions::chosen(options) }, out);
            }
        }
    }
}

/// The files that the articles of a project came from, if they all came from files of columns, and none was changed.
fn unchanged(project: &Project) -> Option<Vec<(String, String)>> {
    let name = |label: &Label| called(label, "conll").to_owned();
    let mut files: Vec<(String, String, Vec<&Document>)> = Vec::new();
    for document in project.documents() {
        let source = document.source.as_ref()?;
        let lines = read::lines_of(source)?;
        match files.last_mut().filter(|(file, ..)| *file == source.file) {
            Some((_, all, documents)) => {
                all.push_str(&lines);
                documents.push(document);
            }
            None => files.push((source.file.clone(), lines, vec![document])),
        }
    }
    let as_read = |(file, lines, documents): (String, String, Vec<&Document>)| {
        let mut gathering = Gathering::new("conll", "");
        let again = read("", lines.as_bytes()).documents;
        let ids: Vec<DocumentId> = again.into_iter().map(|read| gather(read, &mut gathering)).collect();
        let said = gathering.project();
        let same = |(id, document): (&DocumentId, &&Document)| {
            said.document(id).is_some_and(|own| {
                own.text.sha256() == document.text.sha256()
                    && content(&said, own, &name) == content(project, document, &name)
            })
        };
        (ids.len() == documents.len() && ids.iter().zip(&documents).all(same)).then_some((file, lines))
    };
    let files: Option<Vec<(String, String)>> = files.into_iter().map(as_read).collect();
    files.filter(|files| !files.is_empty())
}

/// Puts a document with its annotations among what is gathered.
fn gather(read: ReadDocument, gathering: &mut Gathering) -> DocumentId {
    let id = gathering.document(read.document);
    for mark in read.marks {
        let label = gathering.label(&mark.label, Kind::Entity);
        if let Some(fragments) = Fragments::one(mark.span) {
            let own = gathering.annotation(&id, &label, fragments);
            gathering.keep(own);
        }
    }
    id
}

/// Reads them into a project.
pub(super) struct ColumnsReader;

/// Endings of files that hold nothing else.
const ENDINGS: [&str; 6] = ["conll", "iob", "iob2", "bio", "bioes", "bilou"];

impl Reader for ColumnsReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        if ENDINGS.iter().any(|ending| entry.ends(ending)) {
            return true;
        }
        let start = entry.start();
        // The last line that is looked at may be cut.
        let whole = start.rfind('\n').map_or("", |end| &start[..end]);
        start.starts_with("-DOCSTART-") || !whole.is_empty() && speaks_of_tags(whole)
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, _: &mut dyn FnMut(u64)) {
        let entry = bundle.take(at);
        let read = match entry.text {
            Some(text) => read(&entry.name, text.as_bytes()),
            None => read(&entry.name, &entry.bytes),
        };
        let mut gathering = Gathering::new("conll", &entry.name);
        for document in read.documents {
            gather(document, &mut gathering);
        }
        reading.issues.extend(read.issues);
        gathering.finish(reading);
    }
}
