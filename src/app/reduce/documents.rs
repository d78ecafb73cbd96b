//! Documents: adding, removing, describing and opening them.

use super::commit;
use crate::app::beside;
use crate::app::{
    Aim, Dialog, Effect, Env, Focus, Incoming, Merge, NoticeKind, SchemaDialog, Screen, State, Way,
    status_name, titled,
};
use crate::edit::Act;
use crate::formats::Undecided;
use crate::model::{DocumentId, DocumentStatus, Metadata};
use crate::sorted::Set;
use crate::words::{self, library, said};
use std::rc::Rc;

/// A preview gives way to files that are read, unless it is being added; what was pasted comes back with them.
pub(in crate::app) fn make_way(state: &mut State) {
    match state.dialog.take() {
        Some(Dialog::ReadingFiles { .. }) => {}
        Some(Dialog::Incoming(open)) if open.adding.is_none() => {
            state.pasted.extend(open.documents.iter().filter(|document| document.pasted).cloned());
        }
        other => state.dialog = other,
    }
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
    let mut incoming = reading.map_or_else(Incoming::default, |reading| reading.shown(&session.project));
    if let Some(before) = state.read_again.take() {
        incoming.choose_as(&before);
    }
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
    let Some(undecided) = undecided(state).get_mut(at) else { return };
    undecided.asked = Some(encoding.clone());
    out.push(Effect::ReadAs(undecided.index, encoding));
    if let Some(Dialog::Incoming(incoming)) = &state.dialog {
        state.read_again = Some(incoming.clone());
    }
}

/// A file could not be read in the encoding that was asked for: it is as it was.
pub(super) fn not_read(state: &mut State) {
    undecided(state).iter_mut().for_each(|undecided| undecided.asked = None);
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
