//! Documents: adding, removing, describing and opening them.

use super::commit;
use crate::app::beside;
use crate::app::{
    Aim, Dialog, Effect, Env, Focus, Incoming, IncomingDocument, Merge, NoticeKind, SchemaDialog, Screen,
    Session, Stage, State, Way, status_name, titled,
};
use crate::edit::{Act, Builder};
use crate::formats::{Issue, Place, Reading, Severity, Undecided};
use crate::model::{Document, DocumentId, DocumentStatus, Metadata};
use crate::sorted::Set;
use crate::words::{self, correct, library, said};
use std::rc::Rc;

pub(super) fn paste(state: &mut State, title: String, text: String, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    match Incoming::pasted(&title, &text, "", &session.project) {
        Ok(_) => out.push(Effect::GuessLanguage(title, text)),
        // The dialog stays, with what was typed in it.
        Err(why) => state.notify(NoticeKind::Warning, why, false),
    }
}

pub(super) fn pasted(
    state: &mut State,
    title: String,
    text: String,
    language: String,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let Some(session) = &state.session else { return };
    match Incoming::pasted(&title, &text, &language, &session.project) {
        Ok(incoming) if incoming.needs_a_look() => match &mut state.dialog {
            Some(Dialog::Incoming(open)) => Rc::make_mut(open).documents.extend(incoming.documents),
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
            add(state, &incoming, env, out);
        }
        Err(why) => state.notify(NoticeKind::Warning, why, false),
    }
}

/// A preview gives way to files that are read; what was pasted comes back with them.
pub(super) fn make_way(state: &mut State) {
    match state.dialog.take() {
        Some(Dialog::ReadingFiles { .. }) => {}
        Some(Dialog::Incoming(open)) => {
            state.pasted.extend(open.documents.iter().filter(|document| document.pasted).cloned());
        }
        other => state.dialog = other,
    }
}

/// Holds what was read against the project and shows it, before anything is added.
pub(super) fn read(state: &mut State, mut reading: Reading) {
    if let Some(Dialog::Correct(open)) = &mut state.dialog {
        // Decisions that were made would be lost.
        if open.stage != Stage::Text {
            state.notify(NoticeKind::Warning, correct::go_back_first(), false);
            return;
        }
        let own = state.session.as_ref().and_then(|session| session.project.document(&open.document));
        Rc::make_mut(open).read(reading, own);
        return;
    }
    make_way(state);
    let schemas = !reading.schemas.is_empty();
    state.schema.waiting.append(&mut reading.schemas);
    let Reading { documents, projects, issues, undecided, .. } = &reading;
    // Schemas have a preview of their own.
    if schemas && documents.is_empty() && projects.is_empty() && issues.is_empty() && undecided.is_empty() {
        return;
    }
    state.waiting = Some(Box::new(match state.waiting.take() {
        Some(before) => joined(*before, reading),
        None => reading,
    }));
}

/// Two sets of files that wait. Only those of the second can be read again.
fn joined(mut before: Reading, next: Reading) -> Reading {
    before.issues.extend(before.undecided.drain(..).map(|undecided| Issue {
        place: Place { file: undecided.file, ..Place::default() },
        severity: Severity::LeftOut,
        found: said::encoding_unknown().to_owned(),
        expected: String::new(),
        done: said::left_for_others().to_owned(),
    }));
    before.documents.extend(next.documents);
    before.annotated.extend(next.annotated);
    before.projects.extend(next.projects);
    before.issues.extend(next.issues);
    before.undecided = next.undecided;
    before
}

/// Shows what was read or pasted as soon as a project is open (files may be dropped before it is) and no other dialog,
/// which could hold what a person typed.
pub(super) fn show_what_waits(state: &mut State) {
    let (Some(session), None) = (&state.session, &state.dialog) else { return };
    state.corrections.retain(|waits| session.project.document(&waits.document).is_some());
    if !state.corrections.is_empty() {
        state.dialog = Some(Dialog::Correct(Rc::new(state.corrections.remove(0))));
        return;
    }
    let reading = state.waiting.take();
    if reading.is_none() && state.pasted.is_empty() {
        if !state.schema.waiting.is_empty() {
            let merge = Merge::of(state.schema.waiting.remove(0), &session.project.guidelines);
            state.dialog = Some(Dialog::Schema(SchemaDialog::Merge(Rc::new(merge))));
        }
        return;
    }
    let mut incoming =
        reading.map_or_else(Incoming::default, |reading| Incoming::new(*reading, &session.project));
    incoming.opening = state.opening && incoming.from_files();
    incoming.documents.append(&mut state.pasted);
    state.dialog = Some(Dialog::Incoming(Rc::new(incoming)));
}

/// Files of unknown encoding that the open dialog asks about.
fn undecided(state: &mut State) -> &mut [Undecided] {
    match &mut state.dialog {
        Some(Dialog::Incoming(incoming)) => &mut Rc::make_mut(incoming).undecided,
        Some(Dialog::Correct(correction)) => Rc::make_mut(correction).undecided.as_mut_slice(),
        _ => &mut [],
    }
}

pub(super) fn choose_encoding(state: &mut State, at: usize, encoding: String, out: &mut Vec<Effect>) {
    if let Some(undecided) = undecided(state).get_mut(at) {
        undecided.asked = Some(encoding.clone());
        out.push(Effect::ReadAs(undecided.index, encoding));
    }
}

/// A file could not be read in the encoding that was asked for: it is as it was.
pub(super) fn not_read(state: &mut State) {
    undecided(state).iter_mut().for_each(|undecided| undecided.asked = None);
}

/// The documents that are taken, with ids that nothing else has, each with its place among those that were read.
pub(in crate::app) fn made(
    incoming: &Incoming,
    builder: &mut Builder<'_>,
    session: &Session,
) -> Vec<(usize, Document)> {
    let mut taken = Set::new();
    let made = incoming.new_ones().map(|(at, row)| {
        let wished = row.document.id.as_deref().map(DocumentId::new);
        let free = |id: &DocumentId| session.project.document(id).is_none();
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
pub(in crate::app) fn show_added(
    state: &mut State,
    added: &[DocumentId],
    said: String,
    out: &mut Vec<Effect>,
) {
    state.notify(NoticeKind::Info, said, true);
    let nothing_open = state.session.as_ref().is_some_and(|session| session.reading.is_none());
    if let Some(id) = added.first().filter(|_| added.len() == 1 || nothing_open) {
        open(state, id, out);
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

pub(super) fn remove(state: &mut State, ids: &[DocumentId], env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let marks: usize = ids.iter().filter_map(|id| session.project.annotations(id)).map(|all| all.len()).sum();
    let done = commit::act(state, env, out, Act::RemoveDocuments, |builder, _| {
        builder.remove_documents(ids);
    });
    if done {
        state.library.chosen = Set::default();
        let text = said::removed(&words::articles(ids.len()), &words::annotations(marks));
        state.notify(NoticeKind::Info, text, true);
    }
}

pub(super) fn set_metadata(
    state: &mut State,
    id: &DocumentId,
    metadata: Metadata,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    state.dialog = None;
    commit::act(state, env, out, Act::EditDocument, |builder, _| {
        builder.set_metadata(id, metadata);
    });
}

/// Shows an article. Reading goes on where it was if it is open already.
pub(in crate::app) fn open(state: &mut State, id: &DocumentId, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_mut() else { return };
    let Some(document) = session.project.document(id).cloned() else { return };
    let back = state.screen != Screen::Read;
    state.screen = Screen::Read;
    state.library.chosen = Set::default();
    state.layout.drawer = false;
    let marks = session.project.annotations(id).map_or(0, |all| all.len());
    let other = session.reading.as_ref().is_none_or(|reading| &reading.document != id);
    if other {
        // Another text is to be seen: what stood over it, and was chosen for the one before, is put away.
        state.layout.sheet = false;
        state.layout.filters = false;
    }
    if other && !beside::turn_to(session, id, out) {
        let kept = session.reading.take();
        let (pen, mut find) = kept.map_or((None, None), |reading| (reading.pen, reading.find));
        if let Some(find) = &mut find {
            find.look(&document.text);
        }
        session.reading = Some(crate::app::Reading { pen, find, ..crate::app::Reading::of(&document) });
        out.push(Effect::ShowArticle(Some(id.clone())));
    }
    if back {
        out.push(Effect::ReturnToPlace);
    }
    out.push(Effect::Focus(Focus::Article));
    state.speak(said::opened(titled(&document.metadata), &words::annotations(marks)));
}

/// The next article in the list, or the one before.
pub(super) fn step(state: &mut State, by: isize, out: &mut Vec<Effect>) {
    let Some((listed, here)) = place(state) else { return };
    // An article that the library left out is before the first, and behind the last.
    let to = match here {
        Some(at) => at.checked_add_signed(by),
        None if by > 0 => Some(0),
        None => listed.len().checked_sub(1),
    };
    match to.and_then(|at| listed.get(at)) {
        Some(id) => open(state, &id.clone(), out),
        None => state.speak(if by > 0 { said::last_article() } else { said::first_article() }),
    }
}

/// The articles of the list, and where among them the open one is.
fn place(state: &State) -> Option<(Vec<DocumentId>, Option<usize>)> {
    let session = state.session.as_ref()?;
    let documents = session.project.in_order();
    let listed: Vec<DocumentId> = session.listed().iter().map(|&n| documents[n].id.clone()).collect();
    let here = session.reading.as_ref().and_then(|r| listed.iter().position(|id| *id == r.document));
    Some((listed, here))
}

/// The next article of this kind in the list, or the one before; past the end it goes on from the other.
pub(super) fn go_to(state: &mut State, aim: Aim, way: Way, out: &mut Vec<Effect>) {
    let (Some((listed, here)), Some(session)) = (place(state), &state.session) else { return };
    let project = &session.project;
    let fits = |id: &&DocumentId| match aim {
        Aim::Unmarked => project.annotations(id).is_none_or(|all| all.is_empty()),
        Aim::Status(status) => project.document(id).is_some_and(|document| document.status == status),
    };
    let (before, behind) = match here {
        Some(here) => (&listed[..here], &listed[here + 1..]),
        None => (&listed[..0], &listed[..]),
    };
    let found = match way {
        Way::Next => behind.iter().chain(before).find(fits),
        Way::Previous => before.iter().rev().chain(behind.iter().rev()).find(fits),
    };
    match (found.cloned(), aim) {
        (Some(id), _) => open(state, &id, out),
        (None, Aim::Unmarked) => state.speak(library::all_marked()),
        (None, Aim::Status(status)) => state.speak(library::none_of_status(status_name(status))),
    }
}

/// Sets how far the work on documents has come.
pub(in crate::app) fn set_status(
    state: &mut State,
    ids: &[DocumentId],
    status: DocumentStatus,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let done = commit::act(state, env, out, Act::SetStatus, |builder, _| {
        for id in ids {
            builder.set_status(id, status);
        }
    });
    // It is so already, or was refused, and why is said already.
    if !done {
        return;
    }
    let Some(session) = &state.session else { return };
    let said = match ids {
        [id] => session
            .project
            .document(id)
            .map(|document| library::status_is(titled(&document.metadata), status_name(status))),
        _ => Some(library::statuses_are(ids.len(), status_name(status))),
    };
    if let Some(said) = said {
        state.notify(NoticeKind::Info, said, true);
    }
}

/// The same for the open article.
pub(super) fn set_status_here(
    state: &mut State,
    status: DocumentStatus,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    let reading = state.session.as_ref().and_then(|session| session.reading.as_ref());
    if let Some(id) = reading.map(|reading| reading.document.clone()).filter(|_| state.screen == Screen::Read)
    {
        set_status(state, &[id], status, env, out);
    }
}
