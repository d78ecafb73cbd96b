//! Several tabs of one project: one works in it, the others read along and can take over.
//!
//! What they say to each other, each time with the id of a project: `ask` (does anybody work in it?) and `mine`; `new`
//! (records were saved, or it was deleted); `want` (I would like to work in it) and `free` or `busy`; `taken` (I work in
//! it now). `erased` (everything is deleted) and `settings` (others were chosen) are of no project.

use super::{Desk, Opener};
use crate::app::Action;
use crate::browser::chance::{now, pause};
use crate::browser::tabs::{Asked, Channel, Lock, is_free, lock};
use crate::model::ProjectId;
use crate::storage::{Along, Lost, Status};
use crate::ui::typed;
use crate::words::{storage as said, tabs as words};
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long other tabs have to answer, in milliseconds: whether they work in a project, and until they have saved it.
const ANSWER: (u32, u32) = (150, 3_000);

/// That this tab works in a project.
pub(super) struct Hold {
    id: String,
    _lock: Option<Lock>,
}

/// What this tab knows of the others.
#[derive(Default)]
pub(super) struct Tabs {
    channel: RefCell<Option<Channel>>,
    /// The project that this tab works in.
    hold: RefCell<Option<Hold>>,
    /// Who waits for an answer, and of which project.
    waiting: RefCell<Vec<(String, Function)>>,
    /// Whether records are being read, and more were announced meanwhile.
    reading: Cell<(bool, bool)>,
    /// The project of which it is waited for the tab that works in it to go.
    watching: RefCell<Option<ProjectId>>,
    /// The project of which it is gone.
    alone: RefCell<Option<ProjectId>>,
    /// Whether this tab is taking a project over.
    taking: Cell<bool>,
    /// The person was told that the other tab cannot save: the next time its work is left.
    told: Cell<bool>,
}

impl Opener {
    /// Begins to listen to the other tabs.
    pub(super) fn listen(&self) {
        let own = self.clone();
        let channel = Channel::new(super::DATABASE, move |word, id| own.heard(word, id));
        *self.0.tabs.channel.borrow_mut() = Some(channel);
    }

    pub(super) fn say(&self, word: &str, id: &str) {
        if let Some(channel) = &*self.0.tabs.channel.borrow() {
            channel.say(word, id);
        }
    }

    fn heard(&self, word: &str, id: &str) {
        let (writes, reads) = match &*self.0.desk.borrow() {
            Desk::Writes(session) => (session.info().id.as_str() == id, false),
            Desk::Along(along) => (false, along.project() == id),
            Desk::Nothing => (false, false),
        };
        match word {
            "erased" => {
                self.let_go();
                self.answer(Action::Gone(Some(crate::words::data::erased_elsewhere().to_owned())));
            }
            "ask" if writes => self.say("mine", id),
            "want" if writes => {
                typed::take_all();
                self.answer(Action::HandOver);
            }
            "taken" if writes => self.taken(),
            "new" | "taken" if reads => {
                if word == "taken" {
                    self.alone(None);
                }
                self.catch_up();
            }
            "settings" => self.read_settings(),
            "mine" | "free" | "busy" => {
                // Another tab may be answered of another project.
                for (_, resolve) in self.0.tabs.waiting.borrow_mut().extract_if(.., |(of, _)| of == id) {
                    let _ = resolve.call1(&JsValue::NULL, &word.into());
                }
            }
            _ => {}
        }
    }

    /// Writes and reads nothing from now on: everything is deleted.
    pub(super) fn let_go(&self) {
        if let Desk::Writes(session) = self.0.desk.replace(Desk::Nothing) {
            session.observe(|_| {});
            session.stop();
        }
        self.0.store.take();
        self.keep_hold(None);
    }

    /// Says something, and waits for an answer.
    async fn ask(&self, word: &str, id: &str, patience: u32) -> Option<String> {
        let promise = Promise::new(&mut |resolve, _| {
            self.0.tabs.waiting.borrow_mut().push((id.to_owned(), resolve.clone()));
            spawn_local(async move {
                pause(patience).await;
                let _ = resolve.call0(&JsValue::NULL);
            });
        });
        self.say(word, id);
        JsFuture::from(promise).await.ok()?.as_string()
    }

    /// Whether this tab may work in a project; `None` if another one does.
    pub(super) async fn hold(&self, id: &ProjectId, steal: bool) -> Option<Hold> {
        let own = self.0.tabs.hold.borrow_mut().take_if(|hold| hold.id == id.as_str());
        if own.is_some() {
            return own;
        }
        let lock = match lock(&lock_of(id), steal).await {
            Asked::Mine(lock) => Some(lock),
            Asked::Others => return None,
            Asked::NoLocks if !steal && self.ask("ask", id.as_str(), ANSWER.0).await.is_some() => {
                return None;
            }
            Asked::NoLocks => None,
        };
        Some(Hold { id: id.to_string(), _lock: lock })
    }

    /// From now on this tab works in the project of this hold, and in no other.
    pub(super) fn keep_hold(&self, hold: Option<Hold>) {
        *self.0.tabs.hold.borrow_mut() = hold;
    }

    /// Leaves the open project to another tab, once all is saved. The state lets nobody act by now.
    pub(super) fn hand_over(&self) {
        let Desk::Writes(session) = &*self.0.desk.borrow() else { return };
        let (own, session) = (self.clone(), session.clone());
        spawn_local(async move {
            let id = session.info().id;
            if let Status::NotSaved(_) = session.at_rest().await {
                own.answer(Action::ReadAlong(false));
                return own.say("busy", id.as_str());
            }
            own.read_on(session.along());
            own.say("free", id.as_str());
        });
    }

    /// Another tab took the project without waiting for this one. What is not saved here stays on the screen and can be
    /// saved as a file.
    fn taken(&self) {
        let Desk::Writes(session) = &*self.0.desk.borrow() else { return };
        let (own, session) = (self.clone(), session.clone());
        spawn_local(async move {
            if session.at_rest().await == Status::Saved && session.unsaved().is_empty() {
                own.read_on(session.along());
                own.answer(Action::ReadAlong(true));
            }
        });
    }

    fn read_on(&self, along: Along<super::Idb>) {
        self.keep_hold(None);
        self.0.tabs.alone.take();
        if let Desk::Writes(session) = self.0.desk.replace(Desk::Along(Rc::new(along))) {
            session.observe(|_| {});
        }
        self.catch_up();
    }

    fn along(&self) -> Option<Rc<Along<super::Idb>>> {
        match &*self.0.desk.borrow() {
            Desk::Along(along) => Some(along.clone()),
            _ => None,
        }
    }

    /// Reads what the other tab has written since.
    pub(super) fn catch_up(&self) {
        let tabs = &self.0.tabs;
        let Some(along) = self.along() else { return };
        self.watch_writer(along.project());
        if tabs.reading.get().0 {
            return tabs.reading.set((true, true));
        }
        tabs.reading.set((true, false));
        let own = self.clone();
        spawn_local(async move {
            // It may be another reader after a gap.
            while let Some(along) = own.along() {
                own.0.tabs.reading.set((true, false));
                let outcome = along.catch_up().await;
                let still = matches!(&*own.0.desk.borrow(), Desk::Along(now) if Rc::ptr_eq(now, &along));
                match outcome {
                    _ if !still => {}
                    Ok(done) => done.into_iter().for_each(|one| own.answer(Action::Followed(one))),
                    Err(Lost::Gone) => own.gone(along.project()).await,
                    Err(Lost::Gap) => own.read_again().await,
                    // The next message tries again.
                    Err(Lost::Storage(_)) => {}
                }
                if !own.0.tabs.reading.get().1 {
                    break;
                }
            }
            own.0.tabs.reading.set((false, false));
        });
    }

    /// Says so when the tab that works in the project is closed, as far as the browser has locks.
    fn watch_writer(&self, id: &str) {
        let (own, id) = (self.clone(), ProjectId::new(id));
        if self.0.tabs.watching.replace(Some(id.clone())).as_ref() == Some(&id) {
            return;
        }
        spawn_local(async move {
            let free = is_free(&lock_of(&id)).await;
            own.0.tabs.watching.borrow_mut().take_if(|watched| *watched == id);
            if free && own.reads(&id) {
                own.alone(Some(id));
            }
        });
    }

    fn alone(&self, of: Option<ProjectId>) {
        let alone = of.is_some();
        self.0.tabs.alone.replace(of);
        self.answer(Action::Alone(alone));
    }

    async fn gone(&self, id: &str) {
        *self.0.desk.borrow_mut() = Desk::Nothing;
        if let Some(store) = self.store()
            && let Ok(left) = store.projects().await
        {
            self.answer(Action::Deleted(id.to_owned(), left));
        }
    }

    /// Reads the project that another tab writes anew.
    pub(super) async fn read_again(&self) {
        let id = match &*self.0.desk.borrow() {
            Desk::Along(along) => ProjectId::new(along.project()),
            _ => return,
        };
        let (Some(store), Some(actor)) = (self.store(), self.actor()) else { return };
        match store.read_along(&id, &actor).await {
            // The person may have opened another project, or taken this one over meanwhile.
            Ok(_) if !self.reads(&id) => {}
            Ok((loaded, along)) => {
                *self.0.desk.borrow_mut() = Desk::Along(Rc::new(along));
                self.answer(Action::OpenedAgain(Box::new(self.session_of(loaded, true))));
                self.catch_up();
            }
            Err(why) => self.fail(said::not_opened(), why),
        }
    }

    /// Works in the project that this tab read along: the other tab saves what it has, and reads along from then on.
    pub(super) fn take_over(&self) {
        let id = match &*self.0.desk.borrow() {
            Desk::Along(along) => ProjectId::new(along.project()),
            _ => return,
        };
        // The other tab has a moment to answer, in which the button can be pressed again.
        if self.0.tabs.taking.replace(true) {
            return;
        }
        let own = self.clone();
        spawn_local(async move {
            own.take(&id).await;
            own.0.tabs.taking.set(false);
        });
    }

    async fn take(&self, id: &ProjectId) {
        let tabs = &self.0.tabs;
        let alone = tabs.alone.borrow().as_ref() == Some(id);
        let answer = match alone {
            true => None,
            false => self.ask("want", id.as_str(), ANSWER.1).await,
        };
        // The person may have opened another project meanwhile.
        if !self.reads(id) {
            return;
        }
        if answer.as_deref() == Some("busy") && !tabs.told.replace(true) {
            return self.answer(Action::Failed(words::other_not_saved().to_owned()));
        }
        tabs.told.set(false);
        let (Some(store), Some(actor)) = (self.store(), self.actor()) else { return };
        let hold = self.hold(id, true).await;
        match store.open(id, &actor, now()).await {
            Ok((loaded, written)) => {
                self.watch(&written);
                *self.0.desk.borrow_mut() = Desk::Writes(written);
                self.keep_hold(hold);
                tabs.alone.take();
                self.say("taken", id.as_str());
                self.answer(Action::OpenedAgain(Box::new(self.session_of(loaded, false))));
            }
            Err(why) => self.fail(said::not_opened(), why),
        }
    }

    /// Whether this tab reads a project along.
    fn reads(&self, id: &ProjectId) -> bool {
        matches!(&*self.0.desk.borrow(), Desk::Along(along) if along.project() == id.as_str())
    }
}

/// The name of the lock of the tab that works in a project.
fn lock_of(id: &ProjectId) -> String {
    format!("{}/{id}", super::DATABASE)
}
