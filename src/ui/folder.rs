//! The backup folder, outside: the person's choice, the time, and the writing, in slices as an export is made.

use super::Dispatch;
use crate::app::{Action, FolderAct, FolderFault, FolderTask, State, Written, backup_name, day};
use crate::browser::chance::{breathe, now};
use crate::browser::folder::{self, Folder};
use crate::model::{Project, ProjectId, Timestamp};
use crate::wire::project::{Texts, write as written};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// How long a slice may take, in milliseconds.
const SLICE: f64 = 8.0;
/// About so many bytes are handed to the browser at once.
const CHUNK: usize = 1 << 20;

/// The folder, as far as the browser offers one.
pub(super) struct Folders(Option<Rc<Inner>>);

struct Inner {
    dispatch: Dispatch,
    /// The open project, if any.
    project: RefCell<Option<ProjectId>>,
    /// Whether there is a folder.
    there: Cell<bool>,
    /// When it is written next.
    timer: RefCell<Option<(Timestamp, Timeout)>>,
    listener: RefCell<Option<EventListener>>,
}

impl Folders {
    pub(super) fn new(dispatch: Dispatch) -> Self {
        if !folder::offered() {
            return Self(None);
        }
        let inner = Rc::new(Inner {
            dispatch,
            project: RefCell::default(),
            there: Cell::new(false),
            timer: RefCell::default(),
            listener: RefCell::default(),
        });
        let own = Rc::downgrade(&inner);
        let document = gloo_utils::document();
        let listener = EventListener::new(&document, "visibilitychange", move |_| {
            let Some(own) = own.upgrade() else { return };
            if !gloo_utils::document().hidden() {
                // Another tab may have chosen one, or the person taken the permission back.
                own.look(false);
            } else if own.there.get() {
                own.answer(FolderAct::Left);
            }
        });
        inner.listener.replace(Some(listener));
        inner.answer(FolderAct::Offered);
        Self(Some(inner))
    }

    pub(super) fn run(&self, task: &FolderTask, state: &State) {
        let Some(inner) = self.0.clone() else { return };
        match task {
            FolderTask::Choose => spawn_local(async move {
                match folder::choose().await {
                    Ok(chosen) => match folder::keep(&chosen).await {
                        Ok(()) => inner.look(true),
                        Err(why) => inner.fail(&why),
                    },
                    // The person thought better of it.
                    Err(why) if folder::named(&why).0 == "AbortError" => {}
                    Err(why) => inner.answer(FolderAct::NotChosen(folder::named(&why).1)),
                }
            }),
            FolderTask::Allow => spawn_local(async move {
                if let Some(folder) = folder::kept().await {
                    folder.may(true).await;
                }
                inner.look(true);
            }),
            FolderTask::Write => match &state.session {
                Some(session) => {
                    let (project, from) = (session.project.clone(), session.counter);
                    spawn_local(async move {
                        let id = project.id.clone();
                        match write(project, from).await {
                            Ok(Some(written)) => inner.answer(FolderAct::Wrote(id, written)),
                            // It was given up in another tab, or another one was chosen, or the permission is gone.
                            Ok(None) => {
                                inner.answer(FolderAct::Nothing);
                                inner.look(false);
                            }
                            Err(why) => inner.fail(&why),
                        }
                    });
                }
                None => inner.answer(FolderAct::Nothing),
            },
            FolderTask::Forget => spawn_local(folder::forget()),
        }
    }

    /// After effects: looks for what was written of a project that was opened, and sets the time of the next writing.
    pub(super) fn rest(&self, state: &State) {
        let Some(inner) = &self.0 else { return };
        inner.there.set(state.folder.name.is_some());
        let session = state.session.as_ref();
        let project = session.map(|session| session.project.id.clone());
        if *inner.project.borrow() != project {
            inner.project.replace(project);
            inner.look(false);
        }
        let due = session.and_then(|session| state.folder.due(session));
        let set = inner.timer.borrow().as_ref().map(|(at, _)| *at);
        if due != set {
            let own = Rc::downgrade(inner);
            let timer = due.map(|at| {
                let wait = u32::try_from(at.0 - now().0).unwrap_or_default();
                let fire = move || {
                    if let Some(own) = own.upgrade() {
                        own.timer.take();
                        own.answer(FolderAct::Due);
                    }
                };
                (at, Timeout::new(wait, fire))
            });
            inner.timer.replace(timer);
        }
    }
}

impl Inner {
    fn answer(&self, act: FolderAct) {
        self.dispatch.emit(Action::step(act));
    }

    fn fail(&self, why: &JsValue) {
        let (name, message) = folder::named(why);
        self.answer(FolderAct::Failed(match name.as_str() {
            "NotAllowedError" | "SecurityError" => FolderFault::Permission,
            "NotFoundError" => FolderFault::Gone,
            "QuotaExceededError" => FolderFault::Full,
            _ => FolderFault::Other(message),
        }));
    }

    /// Looks for the folder, and what was written of the open project.
    fn look(self: &Rc<Self>, asked: bool) {
        let Some(project) = self.project.borrow().clone() else { return };
        let own = self.clone();
        spawn_local(async move {
            let folder = folder::kept().await;
            let allowed = match &folder {
                Some(folder) => folder.may(false).await,
                None => false,
            };
            let written = Written::read(&folder::written(project.as_str()).await);
            let name = folder.map(|folder| folder.name());
            own.answer(FolderAct::Found { name, allowed, project, written, asked });
        });
    }
}

/// Writes a project as it is, of which `from` is the counter of the next act; what was written when it is in its place.
/// Nothing where there is no folder, or no permission.
async fn write(project: Project, from: u64) -> Result<Option<Written>, JsValue> {
    let id = project.id.to_string();
    let Some(folder) = folder::kept().await else { return Ok(None) };
    if !folder.may(false).await {
        return Ok(None);
    }
    let mut written = Written::read(&folder::written(&id).await);
    let behind = js_sys::Date::new_0().get_timezone_offset() as i64;
    let day = day(now(), behind);
    // A file of another hand, or of another project, is left alone.
    let mut nth = 1;
    let (name, new) = loop {
        let name = backup_name(&project.name, &day, nth);
        let there = folder.has(&name).await?;
        if !there || written.files.contains(&name) {
            break (name, !there);
        }
        nth += 1;
    };
    // Known as ours before it is there: what is cut off here is written over the next time.
    written.put(&name);
    if !is_kept(&folder).await {
        return Ok(None);
    }
    folder::keep_written(&id, &written.write()).await?;
    if let Err(why) = fill(&folder, &name, &project).await {
        if new {
            folder.remove(&name).await;
        }
        return Err(why);
    }
    (written.from, written.time, written.file) = (from, now().0, name);
    for old in written.too_many().to_vec() {
        if folder.remove(&old).await {
            written.files.retain(|file| *file != old);
        }
    }
    if !is_kept(&folder).await {
        return Ok(None);
    }
    folder::keep_written(&id, &written.write()).await?;
    Ok(Some(written))
}

/// Whether it is still the folder that is written to: the list of its files is none of another one's.
async fn is_kept(folder: &Folder) -> bool {
    match folder::kept().await {
        Some(kept) => kept.is(folder).await,
        None => false,
    }
}

/// Writes the file; what was there stays until all of it is written.
async fn fill(folder: &Folder, name: &str, project: &Project) -> Result<(), JsValue> {
    let file = folder.create(name).await?;
    let mut chunk = String::new();
    let mut began = js_sys::Date::now();
    for piece in written(project, Texts::Inline) {
        chunk.push_str(&piece);
        if chunk.len() >= CHUNK
            && let Err(why) = file.write(&std::mem::take(&mut chunk)).await
        {
            file.abort().await;
            return Err(why);
        }
        if js_sys::Date::now() - began > SLICE {
            breathe().await;
            began = js_sys::Date::now();
        }
    }
    if let Err(why) = file.write(&chunk).await {
        file.abort().await;
        return Err(why);
    }
    file.close().await
}
