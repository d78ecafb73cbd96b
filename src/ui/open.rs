//! The database: projects are listed, made, opened and written to through here.

mod keeping;
mod tabs;
mod task;

pub(super) use task::task;

use self::tabs::Tabs;
use super::panic;
use crate::app::{Action, Effect, Saved, Session, Settings, State};
use crate::browser::chance::{breathe, now, pause, random_name};
use crate::browser::idb::Idb;
use crate::edit::{Actor, History, Transaction};
use crate::model::{Project, ProjectId, news};
use crate::storage::{self, Along, Loaded, Status, Store};
use crate::words::{self, storage as said};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The name of the database.
const DATABASE: &str = "postil";
/// Keys of the settings.
const SETTINGS: &str = "settings";
const ACTOR: &str = "actor";

/// For so many milliseconds what was opened is drawn and shown, before the rest of it is read.
const FIRST: u32 = 250;

/// The setting that says which acts of a project are in a file.
fn backup_of(id: &ProjectId) -> String {
    format!("backup/{id}")
}

/// The database, once it is open, and the project that is open in it.
#[derive(Clone)]
pub(super) struct Opener(Rc<Inner>);

struct Inner {
    dispatch: Callback<Action>,
    store: RefCell<Option<Store<Idb>>>,
    actor: RefCell<Option<Actor>>,
    desk: RefCell<Desk>,
    tabs: Tabs,
    /// Whether the browser was asked to keep the data: at the first act, once.
    asked_to_keep: Cell<bool>,
}

/// What is open in the database.
enum Desk {
    /// No project.
    Nothing,
    /// One that this tab works in.
    Writes(storage::Session<Idb>),
    /// One that another tab works in.
    Along(Rc<Along<Idb>>),
}

impl Opener {
    pub(super) fn new(dispatch: Callback<Action>) -> Self {
        Self(Rc::new(Inner {
            dispatch,
            store: RefCell::default(),
            actor: RefCell::default(),
            desk: RefCell::new(Desk::Nothing),
            tabs: Tabs::default(),
            asked_to_keep: Cell::new(false),
        }))
    }

    pub(super) fn actor(&self) -> Option<Actor> {
        self.0.actor.borrow().clone()
    }

    /// Runs an effect that needs the database; gives any other back. What comes of it is answered by
    /// actions.
    pub(super) fn run(&self, effect: Effect, state: &State) -> Result<(), Effect> {
        match effect {
            Effect::Append(transaction) => self.append(&transaction),
            Effect::CreateProject(name) => self.create(name, state.leaving),
            Effect::AdoptProject(session) => self.adopt(session.project, state.leaving),
            Effect::LoadProject(id) => self.load(id, state.leaving),
            Effect::DeleteProject(id, name) => self.delete(id, name),
            Effect::ListProjects => self.list(),
            Effect::KeepBackup(id, from) => self.keep_backup(&id, from),
            Effect::HandOver => self.hand_over(),
            Effect::TakeOver => self.take_over(),
            Effect::ReadAgain => {
                let own = self.clone();
                spawn_local(async move { own.read_again().await });
            }
            Effect::KeepSettings(settings) => self.keep(&settings),
            Effect::SaveRecords => {
                state.session.iter().for_each(|session| self.save_records(&session.project))
            }
            other => return Err(other),
        }
        Ok(())
    }

    fn answer(&self, action: Action) {
        self.0.dispatch.emit(action);
    }

    fn fail(&self, what: &str, why: impl std::fmt::Display) {
        self.answer(Action::Failed(said::because(what, &why.to_string())));
    }

    pub(super) fn start(&self, new: Actor) {
        self.listen();
        let own = self.clone();
        spawn_local(async move {
            match own.open_database(new).await {
                Ok(started) => own.answer(started),
                Err(why) => {
                    own.answer(Action::Broken(said::nothing_saved(&why.to_string())));
                    own.create(words::said::first_project().to_owned(), true);
                }
            }
        });
    }

    async fn open_database(&self, new: Actor) -> Result<Action, storage::StorageError> {
        let store = Store::new(Idb::open(DATABASE).await?);
        let actor = match store.setting(ACTOR).await? {
            Some(kept) => Actor(kept.into()),
            None => {
                store.set_setting(ACTOR, &new.0).await?;
                new
            }
        };
        let settings = store.setting(SETTINGS).await?.map(|json| Settings::read(&json)).unwrap_or_default();
        let projects = store.projects().await?;
        *self.0.actor.borrow_mut() = Some(actor);
        *self.0.store.borrow_mut() = Some(store);
        Ok(Action::Started(projects, settings))
    }

    /// The project that this tab works in.
    fn session(&self) -> Option<storage::Session<Idb>> {
        match &*self.0.desk.borrow() {
            Desk::Writes(session) => Some(session.clone()),
            Desk::Nothing | Desk::Along(_) => None,
        }
    }

    fn store(&self) -> Option<Store<Idb>> {
        self.0.store.borrow().clone()
    }

    /// Whether the open project can be left: all of it is saved, or the person was `told` that it is not. Says so if
    /// it cannot. What is not saved is tried on for as long as the page is open.
    async fn leave(&self, told: bool) -> bool {
        let Some(session) = self.session() else { return true };
        match session.at_rest().await {
            Status::NotSaved(why) if !told => {
                self.answer(Action::Stays(why.to_string()));
                false
            }
            _ => true,
        }
    }

    /// Makes a project and opens it. `told`: see [`Opener::leave`].
    fn create(&self, name: String, told: bool) {
        self.write(Project::new(ProjectId::new(random_name()), name, news(), now()), told);
    }

    /// Writes a project that was read from a file as one of its own: if there is one of its id already, under a new
    /// id and as a copy, so that nothing is merged and nothing is lost.
    fn adopt(&self, mut project: Project, told: bool) {
        let own = self.clone();
        spawn_local(async move {
            let Some(store) = own.store() else { return own.open_unsaved(project) };
            if project.id.as_str().is_empty() {
                project.id = ProjectId::new(random_name());
            } else if store.exists(&project.id).await.unwrap_or(false) {
                project.id = ProjectId::new(random_name());
                project.name = said::copy_of(&project.name);
            }
            own.write(project, told);
        });
    }

    fn write(&self, project: Project, told: bool) {
        let own = self.clone();
        spawn_local(async move {
            if !own.leave(told).await {
                return;
            }
            let Some(store) = own.store() else { return own.open_unsaved(project) };
            match store.create(&project, now()).await {
                Ok(()) => own.open(store, project.id, told).await,
                Err(why) => own.fail(said::not_saved(), why),
            }
        });
    }

    /// Without a database a project lives as long as the page does: it can be worked on, and exported.
    fn open_unsaved(&self, project: Project) {
        let texts = storage::Texts::default();
        project.documents().for_each(|document| {
            texts.insert(document.text.clone());
        });
        // No journal says which counters are taken; the time is behind all of them.
        let counter = now().0.unsigned_abs();
        self.answer(Action::Opened(Box::new(Session::new(project, History::default(), texts, counter))));
    }

    /// Opens a project. `told`: see [`Opener::leave`].
    fn load(&self, id: ProjectId, told: bool) {
        let own = self.clone();
        spawn_local(async move {
            if let Some(store) = own.store() {
                own.open(store, id, told).await;
            }
        });
    }

    async fn open(&self, store: Store<Idb>, id: ProjectId, told: bool) {
        // It stays open until the other one is: what is done meanwhile still goes to its journal.
        if !self.leave(told).await {
            return;
        }
        let actor = self.actor().expect("the database is open, so the actor is known");
        let hold = self.hold(&id, false).await;
        let opened = match hold {
            Some(_) => {
                store.open(&id, &actor, now()).await.map(|(loaded, session)| (loaded, Desk::Writes(session)))
            }
            None => store
                .read_along(&id, &actor)
                .await
                .map(|(loaded, along)| (loaded, Desk::Along(Rc::new(along)))),
        };
        match opened {
            Ok((loaded, desk)) => {
                let filed = store.setting(&backup_of(&id)).await.ok().flatten();
                // What was done while the other one was loaded is saved too, or said not to be. From here on nothing
                // is waited for: what is done belongs to the project on the screen.
                if !self.leave(told).await {
                    return;
                }
                if let Some(before) = self.session() {
                    before.observe(|_| {});
                }
                if let Desk::Writes(session) = &desk {
                    self.watch(session);
                }
                let along = matches!(desk, Desk::Along(_));
                *self.0.desk.borrow_mut() = desk;
                self.keep_hold(hold);
                if !along {
                    self.say("taken", id.as_str());
                }
                let mut opened = self.session_of(loaded, along);
                opened.filed(filed.and_then(|filed| filed.parse().ok()));
                self.answer(Action::Opened(Box::new(opened)));
                // What the other tab has saved meanwhile.
                self.catch_up();
                self.tell_projects(&store).await;
            }
            Err(why) => self.fail(said::not_opened(), why),
        }
    }

    /// A project as the page shows it. What of it is not read yet is read once it stands there, beside other work.
    fn session_of(&self, loaded: Loaded, along: bool) -> Session {
        let mut session = Session::new(loaded.project, loaded.history, loaded.texts, loaded.next_counter);
        session.faults = loaded.faults.iter().map(ToString::to_string).collect();
        session.along = along;
        let (own, id, later) = (self.clone(), session.project.id.clone(), loaded.later);
        spawn_local(async move {
            pause(FIRST).await;
            later.read(async || breathe().await).await;
            let mut faults = later.faults();
            if let Some(desk) = own.session().filter(|desk| desk.info().id == id) {
                if !faults.is_empty() {
                    desk.keep_unread().await;
                }
                faults.extend(desk.check_states().await);
            }
            if !faults.is_empty() {
                own.answer(Action::Unreadable(id, faults.iter().map(ToString::to_string).collect()));
            }
        });
        session
    }

    /// Tells the page, and the other tabs, what becomes of what is done.
    fn watch(&self, session: &storage::Session<Idb>) {
        let (own, id) = (self.clone(), session.info().id);
        session.observe(move |status| {
            if *status == Status::Saved {
                panic::saved(now());
                own.say("new", id.as_str());
            }
            own.answer(Action::Saved(match status {
                Status::Saved => Saved::Saved,
                Status::Saving => Saved::Saving,
                Status::NotSaved(why) => Saved::NotSaved(why.to_string()),
            }));
        });
    }

    /// Deletes a project for good. Where that fails it is opened again.
    fn delete(&self, id: ProjectId, name: String) {
        let own = self.clone();
        spawn_local(async move {
            let Some(store) = own.store() else { return };
            // What it says from now on is of no interest.
            if let Desk::Writes(before) = own.0.desk.replace(Desk::Nothing) {
                before.observe(|_| {});
            }
            let left = match store.delete(&id).await {
                Ok(()) => store.projects().await,
                Err(why) => Err(why),
            };
            match left {
                Ok(left) => {
                    own.keep_hold(None);
                    own.say("new", id.as_str());
                    own.answer(Action::Deleted(name, left));
                }
                Err(why) => {
                    own.fail(said::not_deleted(), why);
                    own.open(store, id, true).await;
                }
            }
        });
    }

    /// The project that is open in the database.
    fn project(&self) -> Option<ProjectId> {
        match &*self.0.desk.borrow() {
            Desk::Nothing => None,
            Desk::Writes(session) => Some(session.info().id),
            Desk::Along(along) => Some(ProjectId::new(along.project())),
        }
    }

    fn append(&self, transaction: &Rc<Transaction>) {
        if !self.0.asked_to_keep.replace(true) {
            // Firefox asks the person and may never answer: nothing waits for it.
            self.ask_to_keep();
        }
        let written = match self.session() {
            Some(session) => session.append(transaction).map_err(|why| why.to_string()),
            None => Err(said::none_open().to_owned()),
        };
        if let Err(why) = written {
            self.answer(Action::Saved(Saved::NotSaved(why)));
        }
    }

    /// Takes a snapshot when one is due. `project` must be as the last transaction that was appended leaves it.
    pub(super) fn rest(&self, project: &Project) {
        if let Some(session) = self.session().filter(storage::Session::snapshot_due)
            && session.info().id == project.id
        {
            session.snapshot(project);
        }
    }
}
