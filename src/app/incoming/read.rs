//! What is done when files were read, or text was pasted. In the later part: nothing comes in before it is there.

use super::{Incoming, IncomingDocument};
use crate::app::reduce::{commit, documents};
use crate::app::{Action, Dialog, Effect, Env, NoticeKind, Session, Stage, State, Step};
use crate::edit::{Act, Builder};
use crate::formats::{Issue, Place, Reading, Severity};
use crate::model::{Document, DocumentId, DocumentStatus, Project};
use crate::sorted::Set;
use crate::words::{correct, said};
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

/// What was read, and waits until it can be shown: until a project is open, and no dialog that holds what somebody typed.
/// The first part of the page keeps it without knowing what it is.
pub trait Waits: fmt::Debug {
    /// More was read. Only of what came last files can be read again.
    fn join(&mut self, next: Reading);
    /// Held against the project that is open.
    fn shown(self: Box<Self>, project: &Project) -> Incoming;
    /// The same once more.
    fn copy(&self) -> Box<dyn Waits>;
}

impl Clone for Box<dyn Waits> {
    fn clone(&self) -> Self {
        self.copy()
    }
}

impl Waits for Reading {
    fn join(&mut self, next: Reading) {
        self.issues.extend(self.undecided.drain(..).map(|undecided| Issue {
            place: Place { file: undecided.file, ..Place::default() },
            severity: Severity::LeftOut,
            found: said::encoding_unknown().to_owned(),
            expected: String::new(),
            done: said::left_for_others().to_owned(),
        }));
        self.documents.extend(next.documents);
        self.annotated.extend(next.annotated);
        self.projects.extend(next.projects);
        self.issues.extend(next.issues);
        self.undecided = next.undecided;
    }

    fn shown(self: Box<Self>, project: &Project) -> Incoming {
        Incoming::new(*self, project)
    }

    fn copy(&self) -> Box<dyn Waits> {
        Box::new(self.clone())
    }
}

impl Action {
    /// Files were read.
    pub fn files_read(reading: Box<Reading>) -> Self {
        Self::step(FilesRead(Cell::new(Some(reading))))
    }

    /// Add pasted text: title, or nothing, and text. Its language is guessed first.
    pub fn paste(title: String, text: String) -> Self {
        Self::step(Paste(title, text))
    }

    /// The language of pasted text was guessed (BCP 47, or empty): title, text, language.
    pub fn pasted(title: String, text: String, language: String) -> Self {
        Self::step(Pasted(title, text, language))
    }
}

/// What was read; it is taken out, since there may be much of it.
struct FilesRead(Cell<Option<Box<Reading>>>);

impl fmt::Debug for FilesRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FilesRead")
    }
}

impl Step for FilesRead {
    fn reduce(&self, state: &mut State, _: &Env<'_>) -> Vec<Effect> {
        if let Some(reading) = self.0.take() {
            read(state, reading);
        }
        Vec::new()
    }
}

/// Holds what was read against the project and shows it, before anything is added.
fn read(state: &mut State, mut reading: Box<Reading>) {
    if let Some(Dialog::Correct(open)) = &mut state.dialog {
        // Decisions that were made would be lost.
        if open.stage != Stage::Text {
            state.notify(NoticeKind::Warning, correct::go_back_first(), false);
            return;
        }
        let own = state.session.as_ref().and_then(|session| session.project.document(&open.document));
        Rc::make_mut(open).read(*reading, own);
        return;
    }
    documents::make_way(state);
    let schemas = !reading.schemas.is_empty();
    state.schema.waiting.append(&mut reading.schemas);
    let Reading { documents, annotated, projects, issues, undecided, .. } = &*reading;
    let others = documents.len() + annotated.len() + projects.len() + issues.len() + undecided.len();
    // Schemas have a preview of their own.
    if schemas && others == 0 {
        return;
    }
    match &mut state.waiting {
        Some(before) => before.join(*reading),
        None => state.waiting = Some(reading),
    }
}

#[derive(Debug)]
struct Paste(String, String);

impl Step for Paste {
    fn reduce(&self, state: &mut State, _: &Env<'_>) -> Vec<Effect> {
        let Self(title, text) = self;
        let Some(session) = &state.session else { return Vec::new() };
        match Incoming::pasted(title, text, "", &session.project) {
            Ok(_) => return vec![Effect::GuessLanguage(title.clone(), text.clone())],
            // The dialog stays, with what was typed in it.
            Err(why) => state.notify(NoticeKind::Warning, why, false),
        }
        Vec::new()
    }
}

#[derive(Debug)]
struct Pasted(String, String, String);

impl Step for Pasted {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let Self(title, text, language) = self;
        let mut effects = Vec::new();
        let Some(session) = &state.session else { return effects };
        match Incoming::pasted(title, text, language, &session.project) {
            Ok(incoming) if incoming.needs_a_look() => match &mut state.dialog {
                Some(Dialog::Incoming(open)) if open.adding.is_none() => {
                    Rc::make_mut(open).documents.extend(incoming.documents);
                }
                dialog @ (None | Some(Dialog::Paste { .. })) => {
                    *dialog = Some(Dialog::Incoming(Rc::new(incoming)));
                }
                // Another dialog holds what a person typed: it is looked at after that.
                Some(_) => state.pasted.extend(incoming.documents),
            },
            Ok(incoming) => {
                if matches!(state.dialog, Some(Dialog::Paste { .. })) {
                    state.dialog = None;
                }
                add(state, &incoming, env, &mut effects);
            }
            Err(why) => state.notify(NoticeKind::Warning, why, false),
        }
        effects
    }
}

/// The documents that are taken, with ids that nothing else has, each with its place among those that were read.
pub(super) fn made(
    incoming: &Incoming,
    builder: &mut Builder<'_>,
    session: &Session,
) -> Vec<(usize, Document)> {
    let mut taken = Set::new();
    let made = incoming.new_ones().map(|(at, row)| {
        let wished = row.document.id.as_deref().map(DocumentId::new);
        let free = |id: &DocumentId| {
            !session.project.has_document(id.as_str()) && !builder.may_have_made(id.as_str())
        };
        let id = wished.filter(|id| free(id) && taken.insert(id.clone()));
        let id = id.unwrap_or_else(|| DocumentId::new(builder.new_id()));
        taken.insert(id.clone());
        (at, document(id, row))
    });
    made.collect()
}

fn add(state: &mut State, incoming: &Incoming, env: &Env<'_>, out: &mut Vec<Effect>) {
    let mut added = Vec::new();
    let done = commit::act(state, env, out, Act::AddDocuments, |builder, session| {
        for (_, document) in made(incoming, builder, session) {
            added.push(document.id.clone());
            builder.add_document(document);
        }
    });
    if done {
        show_added(state, &added, said::added(added.len()), out);
    }
}

/// Says what was added, and opens it where it is one article, or none is open.
pub(super) fn show_added(state: &mut State, added: &[DocumentId], said: String, out: &mut Vec<Effect>) {
    state.notify(NoticeKind::Info, said, true);
    let nothing_open = state.session.as_ref().is_some_and(|session| session.reading.is_none());
    if let Some(id) = added.first().filter(|_| added.len() == 1 || nothing_open) {
        documents::open(state, id, out);
    }
}

fn document(id: DocumentId, row: &IncomingDocument) -> Document {
    let new = row.document.clone();
    // Somebody has begun with an article that comes with annotations.
    let status = match new.status {
        DocumentStatus::New if row.marks > 0 => DocumentStatus::InWork,
        status => status,
    };
    Document {
        id,
        order: 0,
        text: new.text,
        line_ends: new.line_ends,
        media_type: new.media_type,
        metadata: new.metadata,
        status,
        labels: Vec::new(),
        source: new.source,
    }
}
