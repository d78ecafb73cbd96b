//! What the database keeps beside the journal of the open project: the list of projects, the settings, what is in a
//! backup, what could not be read; and how the browser keeps all of it.

use super::{Opener, SETTINGS, backup_of};
use crate::app::{Action, Keeping, Settings};
use crate::browser::files::save;
use crate::browser::idb::{Idb, persist, persisted, refuses_files, room};
use crate::formats::PROJECT;
use crate::model::{Project, ProjectId};
use crate::storage::{self, Store};
use crate::words::storage as said;
use wasm_bindgen_futures::spawn_local;

impl Opener {
    pub(super) async fn tell_projects(&self, store: &Store<Idb>) {
        if let Ok(projects) = store.projects().await {
            self.answer(Action::Projects(projects));
        }
    }

    pub(super) async fn tell_keeping(&self) {
        let damaged = match (self.store(), self.project()) {
            (Some(store), Some(id)) => store
                .quarantined()
                .await
                .map_or(0, |all| all.iter().filter(|bad| bad.project == id.as_str()).count()),
            _ => 0,
        };
        let (lasting, room) = (persisted().await, room().await);
        self.answer(Action::Keeping(Keeping {
            lasting,
            used: room.map(|room| room.used),
            quota: room.map(|room| room.quota),
            refuses: refuses_files().await,
            damaged,
        }));
    }

    /// Asks for the projects of this browser: another tab may have made or changed some.
    pub(super) fn list(&self) {
        let own = self.clone();
        spawn_local(async move {
            if let Some(store) = own.store() {
                own.tell_projects(&store).await;
            }
            own.tell_keeping().await;
        });
    }

    /// Asks the browser to keep the data. Firefox asks the person, who may never answer: nothing waits for it.
    pub(super) fn ask_to_keep(&self) {
        let own = self.clone();
        spawn_local(async move {
            persist().await;
            own.tell_keeping().await;
        });
    }

    /// Saves what the database could not read of a project, and what it does not take, as a file.
    pub(super) fn save_records(&self, project: &Project) {
        let (own, id, name) = (self.clone(), project.id.clone(), said::records_of(&project.name));
        spawn_local(async move {
            let unsaved = own.session().map_or_else(Vec::new, |session| session.unsaved());
            let mut bad = match own.store() {
                None => Vec::new(),
                Some(store) => match store.quarantined().await {
                    Ok(bad) => bad,
                    Err(why) => return own.fail(said::records_unread(), why),
                },
            };
            bad.retain(|bad| bad.project == id.as_str());
            let name = PROJECT.file_name(&name);
            own.answer(
                match save(&name, PROJECT.media_type, &[storage::rescue(id.as_str(), &unsaved, &bad)]) {
                    Ok(()) => Action::Exported(name),
                    Err(_) => Action::Failed(said::file_refused().to_owned()),
                },
            );
        });
    }

    pub(super) fn keep_backup(&self, id: &ProjectId, from: u64) {
        let (store, key) = (self.store(), backup_of(id));
        spawn_local(async move {
            if let Some(store) = store {
                // Where it is not kept the person is reminded again.
                let _ = store.set_setting(&key, &from.to_string()).await;
            }
        });
    }

    pub(super) fn keep(&self, settings: &Settings) {
        let (own, json) = (self.clone(), settings.write());
        spawn_local(async move {
            let Some(store) = own.store() else { return };
            match store.set_setting(SETTINGS, &json).await {
                Ok(()) => own.say("settings", "-"),
                Err(why) => own.fail(said::settings_not_kept(), why),
            }
        });
    }

    /// Follows what the person chose in another tab, which would be lost when this one keeps its own.
    pub(super) fn read_settings(&self) {
        let own = self.clone();
        spawn_local(async move {
            if let Some(store) = own.store()
                && let Ok(Some(json)) = store.setting(SETTINGS).await
            {
                own.answer(Action::Follow(Box::new(Settings::read(&json))));
            }
        });
    }
}
