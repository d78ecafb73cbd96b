//! The state of a project, as the database keeps it.
//!
//! It is the project file without annotations, and without texts unless somebody wants them in it; behind it, document
//! by document, a line with `@` and the document's id, and its annotations, one record per line, sorted by id. So a
//! document's annotations can be left unread until somebody asks for them. A state that an earlier version wrote is the
//! project file alone, with the annotations in it.

use super::json::{Field, Json, Seen};
use super::project::{Piece, Texts, annotations, around, line, quoted};
use super::read::read_beside;
use super::refer::{names, open_annotation};
use super::twin::{AnnotationTwin, Quotes};
use super::{Issue, Reading, WireError, left_out};
use crate::model::{Annotation, AnnotationId, Annotations, DocumentId, Project, Unread};
use crate::sorted::Set;
use crate::text::{Sha256, Text};
use crate::words::wire as said;
use memchr::memchr;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// What begins the line of a document.
pub(super) const MARK: u8 = b'@';
/// The last line of the project file; no other is like it.
pub(super) const END: &[u8] = b"}";
/// How a record begins, since the id is its first key.
const ID: &[u8] = b"{\"id\":\"";

/// Writes a state piece by piece: the pieces in a row are the state. They do not borrow from the project, which may
/// change meanwhile; they show it as it was.
pub fn write(project: &Project) -> impl Iterator<Item = String> + use<> {
    pieces(project, Texts::ByFingerprint)
}

/// The same with the texts in it, for who has them nowhere else.
pub fn write_with_texts(project: &Project) -> impl Iterator<Item = String> + use<> {
    pieces(project, Texts::Inline)
}

fn pieces(project: &Project, texts: Texts) -> impl Iterator<Item = String> + use<> {
    let blocks = annotations(project).into_iter().flat_map(|(document, all)| {
        let all: Vec<Rc<Annotation>> = all.by_id().cloned().collect();
        let head = format!("{}{}\n", char::from(MARK), quoted(document.id.as_str()));
        let records = all.into_iter().map(move |annotation| {
            let twin = AnnotationTwin::new(&annotation, &document.text, Quotes::With);
            line(&twin.expect("fragments lie inside their text")) + "\n"
        });
        std::iter::once(head).chain(records)
    });
    let (mut begin, end) = around(project, texts, true);
    begin.push(Piece::Written(end));
    begin.into_iter().map(Piece::write).chain(blocks)
}

/// What is found wrong with annotations when they are read, later than their project.
#[derive(Clone, Default)]
pub struct Issues(Rc<RefCell<Found>>);

#[derive(Default)]
struct Found {
    issues: Vec<Issue>,
    /// What they were read from, if there is any issue.
    bytes: Option<Rc<Vec<u8>>>,
}

impl Issues {
    /// What was found up to now.
    pub fn found(&self) -> Vec<Issue> {
        self.0.borrow().issues.clone()
    }

    /// What holds the records that could not be taken in; `None` where all could.
    pub fn bytes(&self) -> Option<Rc<Vec<u8>>> {
        self.0.borrow().bytes.clone()
    }
}

/// Reads a state that stands in `bytes` from a byte on; its annotations are read when they are asked for. `issues`
/// takes what is wrong with those; what is wrong with all else is answered.
pub fn read(
    bytes: &Rc<Vec<u8>>,
    from: usize,
    by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
    issues: &Issues,
) -> Result<Reading<Project>, WireError> {
    let body = &bytes[from..];
    let end = lines(body)
        .find(|line| body[line.clone()] == *END)
        .map_or(body.len(), |line| (line.end + 1).min(body.len()));
    read_beside(&body[..end], by_fingerprint, |project| {
        // What annotations refer to is looked up in the project as it was then.
        let then = Rc::new(project.clone());
        let mut wrong = Vec::new();
        for Block { document, lines, count } in blocks(body, end) {
            let lines = from + lines.start..from + lines.end;
            let unread =
                Lines { bytes: bytes.clone(), lines, count, then: then.clone(), issues: issues.clone() };
            match project.annotations_mut(&document) {
                Some(all) if all.is_empty() => *all = Annotations::later(Box::new(unread)),
                _ => wrong.push(no_document(&document)),
            }
        }
        if !wrong.is_empty() {
            without_dangling(project, &mut wrong);
        }
        wrong
    })
}

/// Where annotations are lost, those that name them go with them, and so on.
fn without_dangling(project: &mut Project, wrong: &mut Vec<Issue>) {
    loop {
        let ids: Set<AnnotationId> =
            project.all_annotations().map(|annotation| annotation.id.clone()).collect();
        let missing = |annotation: &Annotation| {
            let mut named = names(annotation, &project.schema);
            named.find(|id| !ids.contains(&AnnotationId::new(*id))).map(str::to_owned)
        };
        let dangling = |annotation: &Rc<Annotation>| Some((annotation.clone(), missing(annotation)?));
        let gone: Vec<(Rc<Annotation>, String)> = project.all_annotations().filter_map(dangling).collect();
        if gone.is_empty() {
            return;
        }
        for (annotation, missing) in gone {
            let path = format!("annotations ({})", annotation.id);
            wrong.push(issue(path, said::to_annotation(&missing), said::an_annotation()));
            project.annotations_mut(&annotation.document).and_then(|all| all.remove(&annotation.id));
        }
    }
}

/// The annotations of a document: their lines and how many there are.
struct Block {
    document: DocumentId,
    lines: Range<usize>,
    count: usize,
}

fn blocks(body: &[u8], from: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines(&body[from..]) {
        let (at, end) = (from + line.start, from + line.end);
        if body[at..].first() == Some(&MARK) {
            let document = document_of(&body[at..end]);
            blocks.push(Block { document, lines: end + 1..end + 1, count: 0 });
        } else if let Some(block) = blocks.last_mut() {
            block.lines.end = end;
            block.count += 1;
        }
    }
    blocks
}

/// The document whose line this is.
pub(super) fn document_of(line: &[u8]) -> DocumentId {
    let id = str::from_utf8(&line[1..]).ok().and_then(|id| Json::new(id).ok()?.text().ok());
    DocumentId::new(id.unwrap_or_default())
}

/// Where the lines stand, without their ends; nothing follows the last end.
fn lines(body: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = body.get(at..).filter(|rest| !rest.is_empty())?;
        let line = at..memchr(b'\n', rest).map_or(body.len(), |length| at + length);
        at = line.end + 1;
        Some(line)
    })
}

/// That annotations are of no document of the project.
pub(super) fn no_document(document: &DocumentId) -> Issue {
    issue("annotations".to_owned(), said::to_document(document.as_str()), said::a_document())
}

fn issue(path: String, found: String, expected: &str) -> Issue {
    Issue { path, line: None, found, expected: expected.to_owned(), done: left_out().to_owned() }
}

/// Annotations of a document, one per line.
struct Lines {
    bytes: Rc<Vec<u8>>,
    lines: Range<usize>,
    count: usize,
    /// The project as it was when it was written.
    then: Rc<Project>,
    issues: Issues,
}

impl Lines {
    fn each(&self) -> impl Iterator<Item = &[u8]> {
        let block = &self.bytes[self.lines.clone()];
        lines(block).map(|line| &block[line])
    }

    fn one(&self, record: &[u8], wrong: &mut dyn FnMut(Issue)) -> Option<Annotation> {
        read_record(record, &self.then, wrong)
    }
}

/// Reads an annotation of a project, and tells what is wrong with it.
pub(super) fn read_record(
    record: &[u8],
    project: &Project,
    wrong: &mut dyn FnMut(Issue),
) -> Option<Annotation> {
    let issue =
        |path: &str, found: String, expected: &str| issue(format!("annotations{path}"), found, expected);
    let mut seen = Seen::default();
    let text = str::from_utf8(record).map_err(|error| error.to_string());
    let twin = text.and_then(|text| {
        let twin = Json::new(text).and_then(|json| AnnotationTwin::read(json, &mut seen));
        twin.map_err(|fault| seen.place(&fault))
    });
    let twin = twin.map_err(|found| wrong(issue("", found, said::a_record()))).ok()?;
    let at = |twin: &AnnotationId| format!(" ({twin})");
    for key in &seen.unknown {
        let issue = issue(&at(&twin.id), said::unknown_key(key), said::known_keys_only());
        wrong(Issue { done: said::key_left_out().to_owned(), ..issue });
    }
    let id = twin.id.clone();
    open_annotation(twin, project)
        .map_err(|bad| wrong(issue(&format!("{}{}", at(&id), bad.at), bad.found, &bad.expected)))
        .ok()
}

impl Unread for Lines {
    fn count(&self) -> usize {
        self.count
    }

    fn ids(&self, tell: &mut dyn FnMut(&str)) {
        for record in self.each() {
            let id = record.strip_prefix(ID).unwrap_or_default();
            let end = id.iter().position(|byte| matches!(byte, b'"' | b'\\')).unwrap_or_default();
            if id.get(end) == Some(&b'"') {
                tell(str::from_utf8(&id[..end]).unwrap_or_default());
            } else if let Some(annotation) = self.one(record, &mut |_| {}) {
                // One with an escape in it.
                tell(annotation.id.as_str());
            }
        }
    }

    fn read(&self) -> Vec<Rc<Annotation>> {
        let mut wrong = |issue| {
            let mut found = self.issues.0.borrow_mut();
            found.issues.push(issue);
            found.bytes = Some(self.bytes.clone());
        };
        self.each().filter_map(|record| self.one(record, &mut wrong).map(Rc::new)).collect()
    }
}
