//! A folder of the person's own, to which the project's file is written by itself: when, under which name, and what is
//! said of it. Only some browsers have such; the others are never asked.

use super::reduce::{along, back_to_work};
use super::{Effect, Env, NoticeKind, Screen, Session, State, Step};
use crate::formats::PROJECT;
use crate::model::{ProjectId, Timestamp};
use crate::wire::format_time;
use crate::wire::json::{Field, Json, Seen, record, to_string};
use crate::words::backup as words;

/// So many acts are written without waiting for a rest.
const MANY: u64 = 100;
/// A rest: so long after the last act, in milliseconds.
const REST: i64 = 2 * 60_000;
/// So long after the first act at the latest.
const LATEST: i64 = 10 * 60_000;
/// Not before so long after the project was opened: there is other work then.
const SETTLE: i64 = 10_000;
/// So long after it failed it is tried again.
const RETRY: i64 = 5 * 60_000;
/// So many files of a project stay in the folder, one of each day.
pub const GENERATIONS: usize = 5;
/// A project's name is cut after so many characters, so that the day stays in the file's.
const NAME: usize = 60;

record! {
    /// What was written of a project.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Written {
        /// The counter of the first act that is not in it.
        show "from" pub from: u64,
        /// When it was complete; nothing so far, if zero.
        show "time" pub time: i64,
        /// The last file.
        show "file" pub file: String,
        /// All files that were written and not removed, the last one at the end. Nothing else is ever removed.
        show "files" pub files: Vec<String>,
    }
}

impl Written {
    /// From what was kept; what cannot be read is nothing, so no file is removed for it.
    pub fn read(json: &str) -> Self {
        Json::new(json).and_then(|json| Field::read(json, &mut Seen::default())).unwrap_or_default()
    }

    /// To be kept.
    pub fn write(&self) -> String {
        to_string(self)
    }

    /// This file is being written, or was.
    pub fn put(&mut self, file: &str) {
        self.files.retain(|other| other != file);
        self.files.push(file.to_owned());
    }

    /// The files that are too many by now, oldest first.
    pub fn too_many(&self) -> &[String] {
        &self.files[..self.files.len().saturating_sub(GENERATIONS)]
    }
}

/// What the file of a day is called: the nth name for it, from 1, since another file may have the first.
pub fn backup_name(project: &str, day: &str, nth: usize) -> String {
    let project: String = project.chars().take(NAME).collect();
    let nth = if nth > 1 { format!(" {nth}") } else { String::new() };
    PROJECT.file_name(&format!("{project} {day}{nth}"))
}

/// The day of a moment, where the clocks are so many minutes behind UTC: `2026-11-21`.
pub fn day(now: Timestamp, behind: i64) -> String {
    format_time(Timestamp(now.0 - behind * 60_000))[..10].to_owned()
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderFault {
    /// The browser wants the person's permission, again or still.
    Permission,
    /// The folder is not there.
    Gone,
    /// The disk is full.
    Full,
    /// Something else, as the browser says it.
    Other(String),
}

impl FolderFault {
    /// In words that say what to do.
    pub fn words(&self, folder: &str) -> String {
        match self {
            Self::Permission => words::wants_permission(folder),
            Self::Gone => words::folder_gone(folder),
            Self::Full => words::disk_full(folder),
            Self::Other(why) => words::not_written(folder, why),
        }
    }
}

/// What is known of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Whether the browser offers folders at all.
    pub offered: bool,
    /// The name of the one that was chosen.
    pub name: Option<String>,
    /// The project of which is known what was written.
    pub of: Option<ProjectId>,
    /// What was written of it.
    pub written: Written,
    /// Since when that is known.
    since: Timestamp,
    /// While a file is being written: whether the person asked for it.
    pub writing: Option<bool>,
    /// Why the last file was not written, and when that was.
    pub fault: Option<(FolderFault, Timestamp)>,
    /// The person has put away what is said of it.
    pub put_off: bool,
}

impl Folder {
    /// How many acts of the open project are not in the folder.
    pub fn pending(&self, session: &Session) -> u64 {
        let Written { from, time, .. } = self.written;
        if time > 0 && from <= session.counter {
            return session.counter - from;
        }
        // Nothing of it is there: what came with a file counts for one act.
        let acts = session.history.entries().len() as u64;
        acts.max(u64::from(!session.project.in_order().is_empty()))
    }

    /// When the open project is to be written; `None` if there is nothing to write, or nowhere.
    pub fn due(&self, session: &Session) -> Option<Timestamp> {
        let known = self.name.is_some() && self.of.as_ref() == Some(&session.project.id);
        let waits = matches!(self.fault, Some((FolderFault::Permission, _)));
        if !known || waits || self.writing.is_some() || session.along {
            return None;
        }
        let pending = self.pending(session);
        if pending == 0 {
            return None;
        }
        let entries = session.history.entries();
        let time =
            |at: Option<usize>| at.and_then(|at| entries.get(at)).map_or(self.since.0, |entry| entry.time.0);
        let first = time(entries.len().checked_sub(pending as usize));
        let last = time(entries.len().checked_sub(1));
        let due = if pending >= MANY { last } else { (last + REST).min(first + LATEST) };
        let after = self.fault.as_ref().map_or(0, |(_, failed)| failed.0 + RETRY);
        Some(Timestamp(due.max(self.since.0 + SETTLE).max(after)))
    }

    /// As before one was chosen.
    pub(super) fn forgotten(&self) -> Self {
        Self { offered: self.offered, ..Self::default() }
    }

    /// What is wrong, unless the person has put it away.
    pub fn trouble(&self) -> Option<&FolderFault> {
        self.fault.as_ref().filter(|_| !self.put_off).map(|(fault, _)| fault)
    }
}

/// What is asked of the folder, outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderTask {
    /// Let the person choose one. Answered by `Found` if they do.
    Choose,
    /// Ask for the permission to write there. Answered by `Found`.
    Allow,
    /// Write the open project. Answered by `Written` or `Failed`.
    Write,
    /// Forget the folder. What is in it stays.
    Forget,
}

/// What happens with the folder.
#[derive(Clone, Debug)]
pub enum FolderAct {
    /// The browser offers folders.
    Offered,
    /// This is the chosen folder, if there is one.
    Found {
        /// Its name.
        name: Option<String>,
        /// Whether it may be written to.
        allowed: bool,
        /// The open project.
        project: ProjectId,
        /// What was written of it.
        written: Written,
        /// Whether the person has just chosen or allowed it: then it is written to.
        asked: bool,
    },
    /// Choose a folder.
    Choose,
    /// Allow it again.
    Allow,
    /// Write now.
    Now,
    /// Put away what is said of the fault.
    PutOff,
    /// Write no more.
    Stop,
    /// The time has come that [`Folder::due`] says.
    Due,
    /// The person leaves the page, or goes to another one.
    Left,
    /// A project was written.
    Wrote(ProjectId, Written),
    /// It was not.
    Failed(FolderFault),
    /// There was no project to write.
    Nothing,
    /// The browser let the person choose none, and why.
    NotChosen(String),
}

impl Step for FolderAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut out = Vec::new();
        match self {
            Self::Offered => state.folder.offered = true,
            Self::Found { name, allowed, project, written, asked } => {
                let here = state.session.as_ref().is_some_and(|session| session.project.id == *project);
                if !here {
                    return out;
                }
                let folder = &mut state.folder;
                let known = folder.of.as_ref() == Some(project) && folder.name == *name;
                folder.name.clone_from(name);
                folder.of = Some(project.clone());
                folder.written = written.clone();
                folder.since = if known { folder.since } else { env.now };
                let waits = matches!(folder.fault, Some((FolderFault::Permission, _)));
                match name {
                    None => (folder.fault, folder.writing) = (None, None),
                    Some(_) if *allowed && (waits || *asked) => folder.fault = None,
                    Some(_) if !allowed && !waits => failed(state, FolderFault::Permission, false, env),
                    Some(name) if !allowed && *asked => state.speak(words::wants_permission(name)),
                    Some(_) => {}
                }
                if *asked && *allowed {
                    write(state, true, &mut out);
                    leave_strip(state, &mut out);
                }
            }
            Self::Choose => out.push(Effect::Folder(FolderTask::Choose)),
            Self::Allow => out.push(Effect::Folder(FolderTask::Allow)),
            Self::Now if !along::refuses(state) => write(state, true, &mut out),
            Self::Now => {}
            Self::PutOff => {
                state.folder.put_off = true;
                out.push(back_to_work(state));
            }
            Self::Stop => {
                state.folder = state.folder.forgotten();
                state.notify(NoticeKind::Info, words::stopped(), false);
                out.push(Effect::Folder(FolderTask::Forget));
            }
            Self::Due => {
                let due = state.session.as_ref().and_then(|session| state.folder.due(session));
                if due.is_some_and(|due| due <= env.now) {
                    write(state, false, &mut out);
                }
            }
            // There may be no later moment.
            Self::Left => leave(state, &mut out),
            Self::Wrote(project, written) => wrote(state, project, written, &mut out),
            Self::Failed(fault) => {
                let asked = state.folder.writing.take() == Some(true);
                failed(state, fault.clone(), asked, env);
            }
            Self::Nothing => state.folder.writing = None,
            Self::NotChosen(why) => state.notify(NoticeKind::Warning, words::not_chosen(why), false),
        }
        out
    }
}

/// The open project is left: what of it is not there is written before anything else is done, while it is open.
pub(super) fn leave(state: &mut State, out: &mut Vec<Effect>) {
    if state.session.as_ref().is_some_and(|session| state.folder.due(session).is_some()) {
        let then = std::mem::take(out);
        write(state, false, out);
        out.extend(then);
    }
}

/// Writes the open project, unless it is being written.
fn write(state: &mut State, asked: bool, out: &mut Vec<Effect>) {
    if state.session.as_ref().is_some_and(|session| !session.along) && state.folder.writing.is_none() {
        state.folder.writing = Some(asked);
        out.push(Effect::Folder(FolderTask::Write));
    }
}

fn wrote(state: &mut State, project: &ProjectId, written: &Written, out: &mut Vec<Effect>) {
    let folder = &mut state.folder;
    let asked = folder.writing.take() == Some(true);
    // The person may have stopped it meanwhile: the file is there all the same.
    let Some(name) = folder.name.clone() else { return };
    (folder.fault, folder.put_off) = (None, false);
    if folder.of.as_ref() == Some(project) {
        folder.written = written.clone();
    }
    let keep = match state.session.as_mut() {
        Some(session) if session.project.id == *project => {
            let newer = session.backup.from <= written.from;
            if newer {
                session.has_saved(written.from);
            }
            newer
        }
        // It was left meanwhile.
        Some(_) => true,
        None => false,
    };
    out.extend(keep.then(|| Effect::KeepBackup(project.clone(), written.from)));
    if asked {
        leave_strip(state, out);
        state.notify(NoticeKind::Info, words::wrote(&written.file, &name), false);
    }
}

/// The button that was pressed is gone with its strip; those of the settings stay.
fn leave_strip(state: &State, out: &mut Vec<Effect>) {
    out.extend((state.screen != Screen::Settings).then(|| back_to_work(state)));
}

fn failed(state: &mut State, fault: FolderFault, asked: bool, env: &Env<'_>) {
    let folder = &mut state.folder;
    let Some(name) = folder.name.clone() else { return };
    let new = folder.fault.as_ref().is_none_or(|(before, _)| *before != fault);
    folder.fault = Some((fault.clone(), env.now));
    // What is said already is not said again and again.
    if new || asked {
        folder.put_off = false;
        state.speak(fault.words(&name));
    }
}
