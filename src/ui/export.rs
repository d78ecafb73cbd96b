//! Export, outside. The project's own file is made in slices when it is saved, so that the page stays alive, shows how
//! far it is, and can be stopped. A file of another format is made by the worker as soon as it is chosen: the project
//! goes there as the database keeps it, in slices too. What was made is held until the dialog closes, and saved as it is.

use crate::app::{Action, Dialog, Export, ExportAct, Making, State};
use crate::browser::chance::breathe;
use crate::browser::files::{save, save_bytes};
use crate::browser::port::{Job, Port};
use crate::formats::{Made, PREVIEW, PROJECT, first_lines};
use crate::model::Project;
use crate::wire::project::{Texts, write};
use crate::wire::state;
use crate::words;
use crate::work::{BUILD, WriteRequest};
use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How long a slice may take, in milliseconds: less than a frame, with room for the rest of it.
const SLICE: f64 = 8.0;
/// So many milliseconds after a choice the file is begun: who goes through a list with the arrows starts nothing.
const REST: u32 = 150;
/// About so many bytes go to the worker in one piece.
const CHUNK: usize = 1 << 20;

/// Makes export files. One at a time: a new one stops the one before.
pub(super) struct Exporter(Rc<Inner>);

struct Inner {
    dispatch: Callback<Action>,
    port: Port,
    /// Counts files that are saved, so that a stopped one goes no further.
    saving: Cell<u64>,
    /// Counts those that the worker makes, likewise.
    round: Cell<u64>,
    made: RefCell<InWorker>,
}

/// How far the worker's file is.
#[derive(Default)]
enum InWorker {
    #[default]
    Nothing,
    /// It is begun soon.
    Soon(#[expect(dead_code, reason = "dropping it stops it")] Timeout),
    /// The project is written for the worker.
    Sending,
    /// The worker has it.
    Asked(#[expect(dead_code, reason = "dropping it ends the worker")] Job),
    /// It can be saved.
    Held(Made, Uint8Array),
}

impl Exporter {
    pub(super) fn new(dispatch: Callback<Action>) -> Self {
        Self(Rc::new(Inner {
            dispatch,
            port: Port::new(),
            saving: Cell::default(),
            round: Cell::default(),
            made: RefCell::default(),
        }))
    }

    /// Stops what is being saved.
    pub(super) fn stop(&self) {
        self.0.saving.set(self.0.saving.get() + 1);
    }

    /// After effects: nothing is made for a dialog that is closed.
    pub(super) fn rest(&self, state: &State) {
        if !matches!(*self.0.made.borrow(), InWorker::Nothing)
            && !matches!(state.dialog, Some(Dialog::Export(_)))
        {
            self.0.forget();
            self.0.port.let_go();
        }
    }

    /// Shows what a choice gives: the beginning of the project's own file, or the whole of another one, which is made.
    pub(super) fn preview(&self, chosen: &Export, project: &Project) {
        self.0.forget();
        if chosen.is_made() {
            if !chosen.is_empty() {
                self.make(chosen.clone(), project.clone());
            }
            return;
        }
        let mut preview = String::new();
        for piece in write(project, Texts::Inline) {
            preview.push_str(&piece);
            if preview.len() > PREVIEW.0 * 4 || preview.lines().count() > PREVIEW.1 {
                break;
            }
        }
        self.0.dispatch.emit(Action::step(ExportAct::Preview(first_lines(&preview))));
    }

    fn make(&self, chosen: Export, project: Project) {
        let (own, round) = (self.0.clone(), self.0.round.get());
        let begin = Timeout::new(REST, move || {
            own.made.replace(InWorker::Sending);
            let begun = own.clone();
            spawn_local(async move {
                let Some(pieces) = begun.pieces(&project, chosen.choice, round).await else { return };
                begun.ask(chosen, &pieces, round);
            });
        });
        self.0.made.replace(InWorker::Soon(begin));
    }

    /// Saves what was made, or makes the project's own file and saves it.
    pub(super) fn run(&self, chosen: &Export, project: &Project) {
        let own = self.0.clone();
        if chosen.is_made() {
            let held = match &*own.made.borrow() {
                InWorker::Held(made, bytes) => Some((made.clone(), bytes.clone())),
                _ => None,
            };
            // Let go of before it is told: the dialog closes then, and what it held goes.
            if let Some((made, bytes)) = held {
                let saved = save_bytes(&made.name, &made.media_type, &bytes).is_ok();
                own.saved(made.name, saved);
            }
            return;
        }
        self.stop();
        let number = own.saving.get();
        let project = project.clone();
        let total = (project.documents().len() + project.all_annotations().count()) as u32;
        spawn_local(async move {
            let mut pieces = Vec::new();
            let mut began = js_sys::Date::now();
            for piece in write(&project, Texts::Inline) {
                pieces.push(piece);
                if js_sys::Date::now() - began > SLICE {
                    let far = ExportAct::Progress((pieces.len() as u32).min(total), total);
                    own.dispatch.emit(Action::step(far));
                    breathe().await;
                    if own.saving.get() != number {
                        return;
                    }
                    began = js_sys::Date::now();
                }
            }
            let name = PROJECT.file_name(&project.name);
            let saved = save(&name, PROJECT.media_type, &pieces).is_ok();
            own.saved(name, saved);
        });
    }
}

impl Inner {
    /// Ends what is made, and lets go of what was.
    fn forget(&self) {
        self.round.set(self.round.get() + 1);
        self.made.take();
    }

    fn tell(&self, choice: u32, making: Making) {
        self.dispatch.emit(Action::step(ExportAct::Making(choice, making)));
    }

    fn saved(&self, name: String, saved: bool) {
        self.dispatch.emit(match saved {
            true => Action::Exported(name),
            false => Action::Failed(words::storage::file_refused().to_owned()),
        });
    }

    /// The project for the worker, as the database has it but with its texts; `None` if it was stopped.
    async fn pieces(&self, project: &Project, choice: u32, round: u64) -> Option<Vec<Uint8Array>> {
        let all = (project.documents().len() + project.annotation_count()) as u32;
        let (mut pieces, mut chunk, mut done) = (Vec::new(), String::new(), 0_u32);
        let mut began = js_sys::Date::now();
        for piece in state::write_with_texts(project) {
            chunk.push_str(&piece);
            done += 1;
            if chunk.len() >= CHUNK {
                pieces.push(Uint8Array::from(chunk.as_bytes()));
                chunk.clear();
            }
            if js_sys::Date::now() - began > SLICE {
                // The other half is the worker's.
                self.tell(choice, Making::Running(done.min(all), all * 2));
                breathe().await;
                if self.round.get() != round {
                    return None;
                }
                began = js_sys::Date::now();
            }
        }
        pieces.push(Uint8Array::from(chunk.as_bytes()));
        Some(pieces)
    }

    fn ask(self: &Rc<Self>, chosen: Export, pieces: &[Uint8Array], round: u64) {
        let Export { format, options, scope, choice, .. } = chosen;
        let language = words::language().tag().to_owned();
        let request = WriteRequest { build: BUILD.to_owned(), format, options, scope, language };
        let (far, done) = (Rc::downgrade(self), Rc::downgrade(self));
        let job = self.port.write(
            request,
            pieces,
            move |through, all| {
                if let Some(own) = far.upgrade() {
                    own.tell(choice, Making::Running((all + through) as u32, (all * 2) as u32));
                }
            },
            move |answer| {
                let Some(own) = done.upgrade().filter(|own| own.round.get() == round) else { return };
                match answer {
                    Ok((made, bytes)) => {
                        own.made.replace(InWorker::Held(made.clone(), bytes));
                        own.tell(choice, Making::Done(Rc::new(made)));
                    }
                    Err(why) => {
                        own.made.replace(InWorker::Nothing);
                        own.tell(choice, Making::Failed(why));
                    }
                }
            },
        );
        self.made.replace(InWorker::Asked(job));
    }
}
