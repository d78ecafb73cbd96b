//! Projects, and the person at the keyboard.

use super::{along, commit};
use crate::app::incoming::of_its_own;
use crate::app::{
    ClaimsScreen, Dialog, Effect, EntitiesScreen, Env, HistoryScreen, Library, NoticeKind, Questions,
    QueueScreen, Saved, SchemaScreen, Screen, Search, Session, Settings, Sort, State,
};
use crate::edit::Act;
use crate::formats::Reading;
use crate::model::ProjectId;
use crate::storage::Info;
use crate::words::said;

pub(super) fn started(state: &mut State, projects: Vec<Info>, settings: Settings, out: &mut Vec<Effect>) {
    state.settings = settings;
    // Without a choice the page speaks as it does already.
    out.extend(state.settings.language().map(|language| Effect::Speak(Some(language))));
    begin(state, projects, out);
}

/// Opens the project that the person was in last, or a first one.
fn begin(state: &mut State, projects: Vec<Info>, out: &mut Vec<Effect>) {
    // Where the person was; a project from a file may have been changed last long ago.
    let last = projects.iter().max_by_key(|project| (project.opened, project.modified));
    let last = last.map(|project| project.id.clone());
    state.projects = projects;
    out.push(match last {
        Some(id) => Effect::LoadProject(id),
        None => Effect::CreateProject(said::first_project().to_owned()),
    });
}

/// More could not be read of a project than was known when it was opened.
pub(super) fn unreadable(state: &mut State, project: &ProjectId, faults: Vec<String>) {
    let Some(session) = state.session.as_mut().filter(|session| session.project.id == *project) else {
        return;
    };
    session.faults.extend_from_slice(&faults);
    warn(state, &faults);
}

fn warn(state: &mut State, faults: &[String]) {
    if let Some(first) = faults.first() {
        state.notify(NoticeKind::Warning, said::and_more(first, faults.len() - 1), false);
    }
}

pub(super) fn opened(state: &mut State, session: Session, out: &mut Vec<Effect>) {
    // A dialog that was open before there was any project stays: files are being read. So does what a person types,
    // which belongs to none.
    if state.session.is_some() && !matches!(state.dialog, Some(Dialog::Paste { .. } | Dialog::Name(_))) {
        state.dialog = None;
    }
    // Where the person went before the first project was open they stay.
    if state.session.is_some() || state.screen == Screen::Read {
        state.screen = Screen::Library;
    }
    state.library = Library::default();
    state.library.view.sort = Sort::of(&state.settings.order);
    state.search = Search::default();
    state.history = HistoryScreen::default();
    state.schema = SchemaScreen::default();
    // Ids of one project may be another one's, too.
    state.questions = Questions::default();
    state.queue = QueueScreen::default();
    state.entities = EntitiesScreen::default();
    state.claims = ClaimsScreen::default();
    state.corrections.clear();
    state.layout.drawer = false;
    if session.faults.is_empty() {
        state.speak(said::project(&session.project.name));
    } else {
        warn(state, &session.faults);
    }
    state.session = Some(session);
    state.leaving = false;
    // What was said of another project is none of this one's: it was just read from the disk, or written.
    state.saved = state.broken.clone().map_or(Saved::Saved, Saved::NotSaved);
    out.push(Effect::ShowArticle(None));
    out.push(Effect::PaintLabels);
}

/// Whether the open project may be left for another. Where not all that was done in it is saved the person is told,
/// and may the next time.
pub(in crate::app) fn may_leave(state: &mut State) -> bool {
    let Saved::NotSaved(why) = &state.saved else { return true };
    let worked = state.session.as_ref().is_some_and(|session| !session.history.entries().is_empty());
    if state.leaving || !worked {
        return true;
    }
    let why = why.clone();
    stays(state, &why);
    false
}

/// Says why the open project stays open, and what to do.
pub(super) fn stays(state: &mut State, why: &str) {
    let Some(session) = &state.session else { return };
    let text = said::stays_open(&session.project.name, why);
    state.leaving = true;
    state.notify(NoticeKind::Warning, text, false);
}

/// Writes the open project once more, under a name of its own.
pub(super) fn duplicate(state: &mut State, out: &mut Vec<Effect>) {
    if may_leave(state)
        && let Some(session) = &state.session
    {
        state.dialog = None;
        out.push(Effect::AdoptProject(Box::new(session.clone())));
    }
}

/// The example was read. It needs no look: it is what comes with Postil.
pub(super) fn example(state: &mut State, reading: Reading) {
    match reading.projects.into_iter().next() {
        Some(read) => state.example = Some(of_its_own(read.project)),
        // A host may answer a page of its own in the place of a file that it has not.
        None => {
            let text = said::example_missing();
            state.notify(NoticeKind::Warning, text, false);
        }
    }
}

/// Opens the example as a project of its own, as soon as there is a database to write it to: the first project is open
/// then.
pub(super) fn open_example(state: &mut State, out: &mut Vec<Effect>) {
    if state.session.is_some()
        && let Some(example) = state.example.take()
        && may_leave(state)
    {
        out.push(Effect::AdoptProject(example));
    }
}

pub(super) fn delete(state: &mut State, out: &mut Vec<Effect>) {
    if along::refuses(state) {
        return;
    }
    if let Some(session) = state.session.take() {
        state.dialog = None;
        state.screen = Screen::Library;
        out.push(Effect::ShowArticle(None));
        out.push(Effect::DeleteProject(session.project.id, session.project.name));
    }
}

pub(super) fn deleted(state: &mut State, name: &str, left: Vec<Info>, out: &mut Vec<Effect>) {
    // Another tab deleted it under this one.
    let gone = state.session.take().map(|session| session.project.name);
    let name = gone.as_deref().unwrap_or(name);
    (state.dialog, state.screen) = (None, Screen::Library);
    state.notify(NoticeKind::Info, said::project_deleted(name), false);
    begin(state, left, out);
}

/// A file of the open project is being made: whether it will hold all of it.
pub(super) fn filing(state: &mut State, whole: bool) {
    let session = state.session.as_ref().filter(|_| whole);
    state.filing = session.map(|session| (session.project.id.clone(), session.counter));
}

/// The file was saved.
pub(super) fn filed(state: &mut State, out: &mut Vec<Effect>) {
    let Some((id, counter)) = state.filing.take() else { return };
    if let Some(session) = state.session.as_mut().filter(|session| session.project.id == id) {
        session.has_saved(counter);
    }
    out.push(Effect::KeepBackup(id, counter));
}

/// Everything was deleted from this browser: nothing of it stays on the page.
pub(super) fn gone(state: &mut State, why: Option<String>, out: &mut Vec<Effect>) {
    (state.session, state.dialog, state.screen) = (None, None, Screen::Library);
    (state.notice, state.library, state.erased) = (None, Library::default(), true);
    state.speak(String::new());
    (state.projects, state.settings) = (Vec::new(), Settings { asked: true, ..Settings::default() });
    state.saved = Saved::Saved;
    state.folder = state.folder.forgotten();
    out.push(Effect::ShowArticle(None));
    if let Some(why) = why {
        state.notify(NoticeKind::Warning, why, false);
    }
}

pub(super) fn rename(state: &mut State, name: String, env: &Env<'_>, out: &mut Vec<Effect>) {
    let name = name.trim().to_owned();
    if !name.is_empty() {
        commit::act(state, env, out, Act::RenameProject, |builder, _| {
            builder.rename_project(name);
        });
    }
}

pub(super) fn name(state: &mut State, name: Option<String>, env: &Env<'_>, out: &mut Vec<Effect>) {
    state.dialog = None;
    state.settings.asked = true;
    if let Some(name) = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()) {
        state.settings.name = name;
        let person = commit::person(state);
        let known = state.session.as_ref().is_some_and(|s| s.project.people.contains_key(&person.id));
        if known {
            commit::act(state, env, out, Act::NamePerson, |builder, _| {
                builder.set_person(person);
            });
        }
        let text = said::name_is(&state.settings.name);
        state.notify(NoticeKind::Info, text, false);
    }
    out.push(Effect::KeepSettings(state.settings.clone()));
}
