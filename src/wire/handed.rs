//! A state that comes in pieces, as the page hands it to the worker: what has come is read while the rest is still being
//! written.

use super::read::Begun;
use super::state::{END, MARK, document_of, no_document, read_record};
use super::{Issue, Reading, WireError};
use crate::model::{Annotation, Annotations, DocumentId, Project};
use memchr::memchr;
use std::rc::Rc;

/// What has come of a state.
#[derive(Default)]
pub struct Handed {
    /// The project file, as far as it is there.
    head: Vec<u8>,
    /// What it says, once it is whole.
    begun: Option<Result<Begun, WireError>>,
    /// The beginning of a line whose end has not come.
    line: Vec<u8>,
    /// The document whose annotations come, and those that came.
    open: Option<(DocumentId, Vec<Rc<Annotation>>)>,
    issues: Vec<Issue>,
}

impl Handed {
    /// Takes the next piece, and reads what is whole of it.
    pub fn take(&mut self, mut piece: &[u8]) {
        while let Some(end) = memchr(b'\n', piece) {
            let (line, rest) = (&piece[..end], &piece[end + 1..]);
            if self.line.is_empty() {
                self.line_of(line);
            } else {
                let mut whole = std::mem::take(&mut self.line);
                whole.extend_from_slice(line);
                self.line_of(&whole);
            }
            piece = rest;
        }
        self.line.extend_from_slice(piece);
    }

    fn line_of(&mut self, line: &[u8]) {
        let Some(begun) = &mut self.begun else {
            self.head.extend_from_slice(line);
            self.head.push(b'\n');
            if line == END {
                self.begin();
            }
            return;
        };
        let Ok(begun) = begun else { return };
        if line.first() == Some(&MARK) {
            close(&mut self.open, &mut begun.project);
            let document = document_of(line);
            if begun.project.document(&document).is_none() {
                self.issues.push(no_document(&document));
            }
            self.open = Some((document, Vec::new()));
        } else if let Some((_, all)) = &mut self.open {
            let annotation = read_record(line, &begun.project, &mut |issue| self.issues.push(issue));
            all.extend(annotation.map(Rc::new));
        }
    }

    fn begin(&mut self) {
        self.begun = Some(Begun::new(std::mem::take(&mut self.head), &|_| None));
    }

    /// The project, when all has come. It is not to be relied on where there are issues: what names an annotation that
    /// was left out is still there.
    pub fn end(mut self) -> Result<Reading<Project>, WireError> {
        let last = std::mem::take(&mut self.line);
        if !last.is_empty() {
            self.line_of(&last);
        }
        if self.begun.is_none() {
            self.begin();
        }
        let mut begun = self.begun.expect("was begun above")?;
        close(&mut self.open, &mut begun.project);
        let mut reading = begun.end();
        // What is wrong with annotations comes first: what names them is left out for that.
        self.issues.append(&mut reading.issues);
        reading.issues = self.issues;
        Ok(reading)
    }
}

/// Puts the annotations of a document that are all there into the project.
fn close(open: &mut Option<(DocumentId, Vec<Rc<Annotation>>)>, project: &mut Project) {
    if let Some((document, all)) = open.take()
        && let Some(own) = project.annotations_mut(&document)
    {
        *own = Annotations::shared(all);
    }
}
