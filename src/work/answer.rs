//! What the worker answers: documents and projects in their file form, their texts beside them as one piece of UTF-8.

use super::BUILD;
use crate::formats::{
    Annotated, Issue, NewDocument, Place, ReadProject, ReadSchema, Reading, Severity, Undecided,
};
use crate::model::{DocumentSource, DocumentStatus, Metadata, Project};
use crate::sorted::Map;
use crate::text::{LineEnds, Sha256, Text};
use crate::wire::json::{self, Field, Json, Seen, record, tagged, words};
use crate::wire::project::{Texts, read_with, to_string};
use crate::words::files;
use std::collections::HashMap;

record! {
    /// What was read.
    struct ReadAnswer {
        /// Of which build the worker is.
        must "build" build: String,
        /// Lengths of the texts in bytes, in their order.
        must "texts" texts: Vec<u32>,
        /// Articles.
        must "documents" documents: Vec<DocumentAnswer>,
        /// Articles with annotations.
        must "annotated" annotated: Vec<AnnotatedAnswer>,
        /// Projects.
        must "projects" projects: Vec<ProjectAnswer>,
        /// Schemas.
        must "schemas" schemas: Vec<ReadSchema>,
        /// What was noticed.
        must "issues" issues: Vec<Issue>,
        /// Files whose encoding the person must choose.
        must "undecided" undecided: Vec<Undecided>,
    }
}

record! {
    /// Nothing was done.
    struct FailedAnswer {
        /// Of which build the worker is.
        must "build" build: String,
        /// Why, and what to do.
        must "why" why: String,
    }
}

record! {
    /// An article; its text is one of the texts.
    struct DocumentAnswer {
        must "id" id: Option<String>,
        must "text" text: usize,
        must "lineEnds" line_ends: LineEnds,
        must "mediaType" media_type: String,
        must "metadata" metadata: Metadata,
        must "status" status: DocumentStatus,
        must "source" source: Option<DocumentSource>,
    }
}

record! {
    /// Articles with annotations.
    struct AnnotatedAnswer {
        must "format" format: String,
        must "uses" uses: Map<String, usize>,
        must "read" read: ProjectAnswer,
    }
}

record! {
    /// A project in its snapshot form; its texts are among the texts.
    struct ProjectAnswer {
        must "file" file: String,
        must "snapshot" snapshot: String,
    }
}

words! { Severity { Note = "note", LeftOut = "left-out", Refused = "refused" } }
record! {
    Place { must "file" file, must "line" line, must "path" path }
}
record! {
    Issue {
        must "place" place,
        must "severity" severity,
        must "found" found,
        must "expected" expected,
        must "done" done,
    }
}
record! {
    ReadSchema { must "file" file, must "schema" schema, may "guidelines" guidelines, must "issues" issues }
}
record! {
    Undecided { must "file" file, must "index" index, must "start" start, may "chosen" chosen, may "asked" asked }
}

/// An answer and its texts.
pub(super) fn close(reading: &Reading) -> (String, Vec<u8>) {
    let mut texts = Packed::default();
    let documents = reading.documents.iter().map(|document| close_document(document, &mut texts)).collect();
    let mut project = |file: &str, project: &Project| {
        for document in project.documents() {
            texts.take(&document.text);
        }
        ProjectAnswer { file: file.to_owned(), snapshot: to_string(project, Texts::ByFingerprint) }
    };
    let annotated = reading.annotated.iter().map(|read| AnnotatedAnswer {
        format: read.format.clone(),
        uses: read.uses.clone(),
        read: project(&read.file, &read.project),
    });
    let annotated = annotated.collect();
    let projects = reading.projects.iter().map(|read| project(&read.file, &read.project)).collect();
    let answer = ReadAnswer {
        build: BUILD.to_owned(),
        texts: texts.lengths,
        documents,
        annotated,
        projects,
        schemas: reading.schemas.clone(),
        issues: reading.issues.clone(),
        undecided: reading.undecided.clone(),
    };
    (tagged_with("read", &answer), texts.bytes)
}

/// The answer that nothing was done.
pub(super) fn failed(why: String) -> String {
    tagged_with("failed", &FailedAnswer { build: BUILD.to_owned(), why })
}

pub(super) fn tagged_with(tag: &str, answer: &impl Field) -> String {
    let mut out = String::new();
    json::tag(&mut out, tag, &|out| answer.write(out));
    out
}

/// Takes an answer of this kind, or says why nothing was done and what to do.
pub(super) fn take<T: Field>(answer: &str, wanted: &str) -> Result<T, String> {
    let other = |_| files::other_build().to_owned();
    let mut seen = Seen::default();
    let (kind, answer) = Json::new(answer).and_then(tagged).map_err(other)?;
    if kind == "failed" {
        let FailedAnswer { build, why } = FailedAnswer::read(answer, &mut seen).map_err(other)?;
        return Err(if build == BUILD { why } else { files::other_build().to_owned() });
    }
    if kind != wanted {
        return Err(files::other_build().to_owned());
    }
    T::read(answer, &mut seen).map_err(other)
}

/// What the worker read, or why nothing was done and what to do.
pub fn open(answer: &str, bytes: &[u8]) -> Result<Reading, String> {
    let ReadAnswer { build, texts: lengths, documents, annotated, projects, schemas, issues, undecided } =
        take(answer, "read")?;
    if build != BUILD {
        return Err(files::other_build().to_owned());
    }
    let mut rest = str::from_utf8(bytes).map_err(|_| files::helper_garbled().to_owned())?;
    let mut texts: Vec<Text> = Vec::with_capacity(lengths.len());
    for length in lengths {
        let (text, after) = rest.split_at_checked(length as usize).ok_or(files::helper_garbled())?;
        texts.push(Text::new(text).map_err(|error| error.to_string())?);
        rest = after;
    }
    let by_fingerprint: Map<Sha256, Text> = texts.iter().map(|text| (text.sha256(), text.clone())).collect();
    let documents: Option<Vec<NewDocument>> =
        documents.into_iter().map(|document| open_document(document, &texts)).collect();
    let project = |read: ProjectAnswer| {
        let reading = read_with(read.snapshot.as_bytes(), &|sha256| by_fingerprint.get(sha256).cloned());
        reading
            .map(|reading| ReadProject { file: read.file, project: reading.value })
            .map_err(|_| files::helper_garbled().to_owned())
    };
    let set = |own: AnnotatedAnswer| {
        let AnnotatedAnswer { format, uses, read } = own;
        project(read).map(|ReadProject { file, project }| Annotated { file, format, project, uses })
    };
    Ok(Reading {
        documents: documents.ok_or(files::helper_garbled())?,
        annotated: annotated.into_iter().map(set).collect::<Result<_, _>>()?,
        projects: projects.into_iter().map(project).collect::<Result<_, _>>()?,
        schemas,
        issues,
        undecided,
    })
}

/// Texts in a row, each once.
#[derive(Default)]
struct Packed {
    bytes: Vec<u8>,
    lengths: Vec<u32>,
    places: HashMap<Sha256, usize>,
}

impl Packed {
    fn take(&mut self, text: &Text) -> usize {
        *self.places.entry(text.sha256()).or_insert_with(|| {
            self.bytes.extend_from_slice(text.as_str().as_bytes());
            self.lengths.push(text.lengths().utf8);
            self.lengths.len() - 1
        })
    }
}

fn close_document(document: &NewDocument, texts: &mut Packed) -> DocumentAnswer {
    DocumentAnswer {
        id: document.id.clone(),
        text: texts.take(&document.text),
        line_ends: document.line_ends,
        media_type: document.media_type.clone(),
        metadata: document.metadata.clone(),
        status: document.status,
        source: document.source.clone(),
    }
}

fn open_document(document: DocumentAnswer, texts: &[Text]) -> Option<NewDocument> {
    Some(NewDocument {
        id: document.id,
        text: texts.get(document.text)?.clone(),
        line_ends: document.line_ends,
        media_type: document.media_type,
        metadata: document.metadata,
        status: document.status,
        source: document.source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::{FileEntry, Request, handle};

    fn ask(build: &str, files: &[(&str, bool, &[u8])]) -> Result<Reading, String> {
        let entries =
            files.iter().map(|(name, chosen, _)| FileEntry { name: (*name).into(), chosen: *chosen });
        let request =
            Request::Read { build: build.to_owned(), files: entries.collect(), language: "en".to_owned() };
        let bytes: Vec<Vec<u8>> = files.iter().map(|(.., bytes)| bytes.to_vec()).collect();
        let mut last = None;
        let request = request.write();
        let (answer, texts) = handle(&request, &bytes, &mut |progress| last = Some(progress));
        if let Some(last) = last {
            assert_eq!(last.done, last.total, "ends at the end");
        }
        open(&answer, &texts)
    }

    #[test]
    fn the_answer_carries_the_whole_reading() {
        let rows = b"{\"text\": \"One \xF0\x9F\x98\x80\", \"id\": \"x\", \"views\": 12345678901234567890}\n{\"text\": \"\"}\n{\"t";
        let project = include_bytes!("../../tests/fixtures/small.project.json");
        let schema = r#"{"format":"postil-schema","version":1,"schema":{"labels":[{"id":"a","name":"A","kind":"other"},{}]}}"#;
        let files: Vec<(&str, bool, &[u8])> = vec![
            ("a.txt", false, b"One \xF0\x9F\x98\x80"),
            ("rows.jsonl", false, rows),
            ("p.json", false, project),
            ("old.txt", false, b"\xCC\xEE"),
            ("old.txt", true, "Мо".as_bytes()),
            ("s.json", false, schema.as_bytes()),
        ];
        let through = ask(BUILD, &files).expect("an answer");
        let texts = [None, None, None, None, Some("Мо"), None];
        let files: Vec<_> = files
            .iter()
            .zip(texts)
            .map(|((name, _, bytes), text)| crate::formats::read::File { name, bytes, text })
            .collect();
        let direct = crate::formats::read::read(&files, &mut |_| {});
        assert_eq!(through.documents, direct.documents);
        assert_eq!(through.documents.len(), 4);
        assert_eq!(through.issues, direct.issues);
        assert_eq!(through.undecided, direct.undecided);
        assert_eq!(through.schemas, direct.schemas);
        assert_eq!(through.schemas[0].issues.len(), 1, "half of it");
        assert_eq!(through.projects[0].project, direct.projects[0].project);
    }

    #[test]
    fn another_build_is_refused() {
        assert_eq!(
            ask("another", &[("a.txt", false, b"One")]).map(|_| ()),
            Err(files::other_build().to_owned())
        );
        assert_eq!(open("{\"read\":{}}", b"").map(|_| ()), Err(files::other_build().to_owned()));
    }
}
