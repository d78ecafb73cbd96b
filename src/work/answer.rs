//! What the worker answers: documents in their file form, and beside them as one piece of bytes their texts, and behind
//! those what is said of articles, as the database keeps a project: its annotations are read when somebody asks for
//! them. So the page is not held up by a large file that the worker has read.

use super::BUILD;
use crate::formats::{
    Annotated, Chunks, Issue, NewDocument, OffsetUnit, Place, ReadProject, ReadSchema, Reading, Severity,
    Sink, Undecided,
};
use crate::model::{DocumentId, DocumentSource, DocumentStatus, Metadata, Project, RawJson};
use crate::sorted::Map;
use crate::text::{LineEnds, Sha256, Text};
use crate::wire::json::{self, Field, Json, Seen, record, tagged, words};
use crate::wire::state;
use crate::words::files;
use std::collections::HashMap;
use std::rc::Rc;

record! {
    /// What was read.
    struct ReadAnswer {
        /// Of which build the worker is.
        must "build" build: String,
        /// The texts, in their order.
        must "texts" texts: Vec<TextAnswer>,
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
        /// The word of what the person said that offsets count; else empty.
        must "unit" unit: String,
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
    /// A text, which stands beside the answer.
    struct TextAnswer {
        /// In UTF-8.
        must "bytes" bytes: usize,
        /// Its fingerprint, so that the page need not find it out again.
        must "sha256" sha256: String,
    }
}

record! {
    /// Articles with annotations.
    struct AnnotatedAnswer {
        must "format" format: String,
        must "uses" uses: Map<String, usize>,
        /// The word of what offsets were taken to count; else empty.
        must "unit" unit: String,
        must "read" read: ProjectAnswer,
    }
}

record! {
    /// A project; its texts are among the texts, and behind them stand what its documents keep of their file, and its state.
    struct ProjectAnswer {
        must "file" file: String,
        /// How many bytes of each document, in their order, which are JSON; none where it keeps nothing.
        must "raws" raws: Vec<usize>,
        /// How many bytes of state.
        must "bytes" bytes: usize,
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

/// An answer; the bytes beside it go to the sink.
pub(super) fn close(reading: Reading, out: &mut dyn Sink) -> String {
    let mut texts = Packed { out: Chunks::new(out), texts: Vec::new(), places: HashMap::new() };
    let documents = reading.documents.iter().map(|document| close_document(document, &mut texts)).collect();
    let sets = reading.annotated.iter().map(|set| &set.project);
    for document in sets.chain(reading.projects.iter().map(|read| &read.project)).flat_map(Project::documents)
    {
        texts.take(&document.text);
    }
    let Packed { mut out, texts, .. } = texts;
    let mut project = |file: String, mut project: Project| {
        // As long as the file, often: in the state the page would look through all of it for what stands behind.
        let ids: Vec<DocumentId> = project.documents().map(|document| document.id.clone()).collect();
        let raws = ids.iter().map(|id| {
            let mut length = 0;
            project.change_document(id, |document| {
                let raw = document.source.as_mut().and_then(|source| source.raw.take());
                if let Some(raw) = raw {
                    out.put(raw.0.as_bytes());
                    length = raw.0.len();
                }
            });
            length
        });
        let raws = raws.collect();
        let before = out.size();
        state::write(&project).for_each(|piece| out.put(piece.as_bytes()));
        ProjectAnswer { file, raws, bytes: (out.size() - before) as usize }
    };
    let annotated = reading.annotated.into_iter().map(|read| AnnotatedAnswer {
        format: read.format,
        uses: read.uses,
        unit: word(read.unit),
        read: project(read.file, read.project),
    });
    let annotated = annotated.collect();
    let projects = reading.projects.into_iter().map(|read| project(read.file, read.project)).collect();
    let answer = ReadAnswer {
        build: BUILD.to_owned(),
        texts,
        documents,
        annotated,
        projects,
        schemas: reading.schemas,
        issues: reading.issues,
        undecided: reading.undecided,
        unit: word(reading.unit),
    };
    out.flush();
    tagged_with("read", &answer)
}

fn word(unit: Option<OffsetUnit>) -> String {
    unit.map_or("", OffsetUnit::word).to_owned()
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

/// So many bytes are opened between two looks at the page: some milliseconds.
const SLICE: usize = 1 << 21;

/// The bytes beside an answer, piece by piece.
struct Pieces<N, P> {
    /// The next so many.
    next: N,
    pause: P,
    /// How many were taken since the last pause.
    taken: usize,
}

impl<N: FnMut(usize) -> Option<Vec<u8>>, P: AsyncFn()> Pieces<N, P> {
    async fn bytes(&mut self, length: usize) -> Result<Vec<u8>, String> {
        let mut all = Vec::new();
        while all.len() < length {
            if self.taken >= SLICE {
                self.taken = 0;
                (self.pause)().await;
            }
            let step = (length - all.len()).min(SLICE - self.taken);
            self.taken += step;
            let own = (self.next)(step).ok_or_else(garbled)?;
            if step == length {
                return Ok(own);
            }
            // What is long comes in several steps, and is moved once.
            all.reserve_exact(length - all.len());
            all.extend_from_slice(&own);
        }
        Ok(all)
    }

    async fn text(&mut self, length: usize) -> Result<String, String> {
        String::from_utf8(self.bytes(length).await?).map_err(|_| garbled())
    }

    async fn project(
        &mut self,
        read: ProjectAnswer,
        by_fingerprint: &Map<Sha256, Text>,
    ) -> Result<ReadProject, String> {
        let mut raws = Vec::with_capacity(read.raws.len());
        for length in read.raws {
            raws.push(self.text(length).await?);
        }
        let state = Rc::new(self.bytes(read.bytes).await?);
        // The worker has said what is wrong with the file; of what it made of it nothing is.
        let wrong = state::Issues::default();
        let reading = state::read(&state, 0, &|sha256| by_fingerprint.get(sha256).cloned(), &wrong);
        let mut project = reading.map_err(|_| garbled())?.value;
        (self.pause)().await;
        let ids: Vec<DocumentId> = project.documents().map(|document| document.id.clone()).collect();
        for (id, raw) in ids.iter().zip(raws).filter(|(_, raw)| !raw.is_empty()) {
            project.change_document(id, |document| {
                if let Some(source) = &mut document.source {
                    source.raw = Some(RawJson(raw.into()));
                }
            });
        }
        Ok(ReadProject { file: read.file, project })
    }
}

fn garbled() -> String {
    files::helper_garbled().to_owned()
}

/// What the worker read, or why nothing was done and what to do. `next` gives so many of the bytes beside the answer, from
/// the first on; `pause` lets others have their turn.
pub async fn open(
    answer: &str,
    next: impl FnMut(usize) -> Option<Vec<u8>>,
    pause: impl AsyncFn(),
) -> Result<Reading, String> {
    let ReadAnswer { build, texts: known, documents, annotated, projects, schemas, issues, undecided, unit } =
        take(answer, "read")?;
    if build != BUILD {
        return Err(files::other_build().to_owned());
    }
    let mut pieces = Pieces { next, pause, taken: 0 };
    let mut texts: Vec<Text> = Vec::with_capacity(known.len());
    let mut by_fingerprint: Map<Sha256, Text> = Map::new();
    for TextAnswer { bytes, sha256 } in known {
        let text = pieces.text(bytes).await?;
        let sha256 = Sha256::from_hex(&sha256).ok_or_else(garbled)?;
        let text = Text::new(text).map_err(|error| error.to_string())?.known_as(sha256);
        by_fingerprint.insert(sha256, text.clone());
        texts.push(text);
    }
    let documents: Option<Vec<NewDocument>> =
        documents.into_iter().map(|document| open_document(document, &texts)).collect();
    let documents = documents.ok_or_else(garbled)?;
    let mut sets = Vec::with_capacity(annotated.len());
    for AnnotatedAnswer { format, uses, unit, read } in annotated {
        let ReadProject { file, project } = pieces.project(read, &by_fingerprint).await?;
        sets.push(Annotated { file, format, project, uses, unit: OffsetUnit::of(&unit) });
    }
    let mut own = Vec::with_capacity(projects.len());
    for read in projects {
        own.push(pieces.project(read, &by_fingerprint).await?);
    }
    let unit = OffsetUnit::of(&unit);
    Ok(Reading { documents, annotated: sets, projects: own, schemas, issues, undecided, unit })
}

/// Texts in a row, each once.
struct Packed<'a> {
    out: Chunks<'a>,
    texts: Vec<TextAnswer>,
    places: HashMap<Sha256, usize>,
}

impl Packed<'_> {
    fn take(&mut self, text: &Text) -> usize {
        *self.places.entry(text.sha256()).or_insert_with(|| {
            let own = text.as_str().as_bytes();
            self.out.put(own);
            self.texts.push(TextAnswer { bytes: own.len(), sha256: text.sha256().to_string() });
            self.texts.len() - 1
        })
    }
}

fn close_document(document: &NewDocument, texts: &mut Packed<'_>) -> DocumentAnswer {
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
    use crate::model::Document;
    use crate::work::{Desk, FileEntry, Request};
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    fn ask(build: &str, files: &[(&str, bool, &[u8])]) -> Result<Reading, String> {
        let entries =
            files.iter().map(|(name, chosen, _)| FileEntry { name: (*name).into(), chosen: *chosen });
        let request = Request::Read {
            build: build.to_owned(),
            files: entries.collect(),
            language: "en".to_owned(),
            unit: String::new(),
        };
        let bytes: Vec<Vec<u8>> = files.iter().map(|(.., bytes)| bytes.to_vec()).collect();
        let mut last = None;
        let request = request.write();
        let mut texts = Vec::new();
        let answer = Desk::default().handle(&request, bytes, None, &mut texts, &mut |progress| {
            last = Some(progress);
        });
        let answer = answer.expect("an answer");
        if let Some(last) = last {
            assert_eq!(last.done, last.total, "ends at the end");
        }
        opened(&answer, &texts)
    }

    /// Opens an answer; pauses take no time.
    fn opened(answer: &str, mut bytes: &[u8]) -> Result<Reading, String> {
        let next = |length| {
            let (own, rest) = bytes.split_at_checked(length)?;
            bytes = rest;
            Some(own.to_vec())
        };
        let opening = pin!(open(answer, next, async || {}));
        match opening.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(reading) => reading,
            Poll::Pending => panic!("nothing waits"),
        }
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
            ("two.conll", false, b"Ada NNP B-PER\nsings VBZ O\n\nBob NNP B-PER\n"),
        ];
        let through = ask(BUILD, &files).expect("an answer");
        let texts = [None, None, None, None, Some("Мо"), None, None];
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
        let [own] = &through.annotated[..] else { panic!("columns") };
        assert_eq!(own.project, direct.annotated[0].project);
        let raw = |document: &Rc<Document>| document.source.as_ref()?.raw.clone();
        assert!(own.project.documents().any(|document| raw(document).is_some()), "what columns keep");
    }

    #[test]
    fn an_answer_that_is_cut_off_is_refused() {
        let file = b"Ada NNP B-PER\n".to_vec();
        let entries = vec![FileEntry { name: "two.conll".into(), chosen: false }];
        let (language, unit) = ("en".to_owned(), String::new());
        let request = Request::Read { build: BUILD.to_owned(), files: entries, language, unit };
        let mut bytes = Vec::new();
        let answer =
            Desk::default().handle(&request.write(), vec![file], None, &mut bytes, &mut |_| {}).expect("one");
        assert!(opened(&answer, &bytes).is_ok());
        for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            let why = opened(&answer, &bytes[..length]).map(|_| ());
            assert_eq!(why, Err(garbled()), "{length}");
        }
    }

    #[test]
    fn another_build_is_refused() {
        assert_eq!(
            ask("another", &[("a.txt", false, b"One")]).map(|_| ()),
            Err(files::other_build().to_owned())
        );
        assert_eq!(opened("{\"read\":{}}", b"").map(|_| ()), Err(files::other_build().to_owned()));
    }
}
