//! Export: made in slices, so that the page stays alive, shows how far it is, and can be stopped.

use crate::app::{Action, Export};
use crate::browser::chance::pause;
use crate::browser::files::save;
use crate::formats::{Format, export, part};
use crate::model::Project;
use crate::words;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How long a slice may take, in milliseconds: less than a frame, with room for the rest of it.
const SLICE: f64 = 8.0;
/// The preview shows this many characters of at most this many lines.
const PREVIEW: (usize, usize) = (4_000, 24);

/// Makes export files. One at a time: a new one stops the one before.
pub(super) struct Exporter {
    dispatch: Callback<Action>,
    running: Rc<Cell<u64>>,
}

/// What an export takes from the project.
fn scope(chosen: &Export, project: &Project) -> Project {
    match &chosen.documents {
        Some(documents) => part(project, documents),
        None => project.clone(),
    }
}

impl Exporter {
    pub(super) fn new(dispatch: Callback<Action>) -> Self {
        Self { dispatch, running: Rc::default() }
    }

    pub(super) fn stop(&self) {
        self.running.set(self.running.get() + 1);
    }

    pub(super) fn preview(&self, chosen: &Export, project: &Project) {
        let Some(format) = Format::named(&chosen.format) else { return };
        let mut preview = String::new();
        for piece in export(format.id, &scope(chosen, project)) {
            preview.push_str(&piece);
            if preview.len() > PREVIEW.0 * 4 || preview.lines().count() > PREVIEW.1 {
                break;
            }
        }
        let lines: Vec<&str> = preview.lines().take(PREVIEW.1).collect();
        let shown: String = lines.join("\n").chars().take(PREVIEW.0).collect();
        self.dispatch.emit(Action::ExportPreview(shown));
    }

    pub(super) fn run(&self, chosen: &Export, project: &Project) {
        let Some(format) = Format::named(&chosen.format) else { return };
        self.stop();
        let (own, running, dispatch) = (self.running.get(), self.running.clone(), self.dispatch.clone());
        let project = scope(chosen, project);
        let total = (project.documents().len() + project.all_annotations().count()) as u32;
        spawn_local(async move {
            let mut pieces = Vec::new();
            let mut began = js_sys::Date::now();
            for piece in export(format.id, &project) {
                pieces.push(piece);
                if js_sys::Date::now() - began > SLICE {
                    dispatch.emit(Action::ExportProgress((pieces.len() as u32).min(total), total));
                    pause(0).await;
                    if running.get() != own {
                        return;
                    }
                    began = js_sys::Date::now();
                }
            }
            let name = format.file_name(&project.name);
            dispatch.emit(match save(&name, format.media_type, &pieces) {
                Ok(()) => Action::Exported(name),
                Err(_) => Action::Failed(words::storage::file_refused().to_owned()),
            });
        });
    }
}
