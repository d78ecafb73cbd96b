//! Export, outside. The project's own file is made in slices when it is saved, so that the page stays alive, shows how
//! far it is, and can be stopped. A file of another format is made by the worker as soon as it is chosen: the project
//! goes there as the database keeps it, in slices too, and is read there while the rest is written here. Once a
//! file of it is made it stays there until the dialog closes, so that another format or choice takes less. So does what was
//! made, and is saved as it is.

use crate::app::{Action, Dialog, Export, ExportAct, Making, Session, State};
use crate::browser::chance::breathe;
use crate::browser::files::save_parts;
use crate::browser::port::{Handing, Job, Port};
use crate::formats::{Made, PREVIEW, PROJECT, first_lines};
use crate::model::Project;
use crate::wire::project::{Texts, write};
use crate::wire::state;
use crate::words;
use crate::work::{BUILD, WriteRequest};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// How long a slice may take, in milliseconds: less than a frame, with room for the rest of it.
const SLICE: f64 = 8.0;
/// How far it is need not be said more often, in milliseconds: showing it takes a part of a slice.
const TOLD: f64 = 100.0;
/// So many milliseconds after a choice the file is begun: who goes through a list with the arrows starts nothing.
const REST: u32 = 150;
/// About so many bytes are put together, or go to the worker at once: what it does with the last ones nobody does beside it.
const CHUNK: usize = 1 << 18;

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
    /// The project is handed to the worker.
    Handing,
    /// The worker has it.
    Asked(#[expect(dead_code, reason = "dropping it ends the worker")] Job),
    /// It can be saved: its bytes are in pieces.
    Held(Made, Array),
}

/// Makes pieces in slices, between which the page answers, and puts them together to longer ones. `tell` hears how many
/// were made, and at the end of a slice `goes_on` is asked. `false` if it did not go on.
async fn in_slices(
    pieces: impl Iterator<Item = String>,
    mut put: impl FnMut(&[u8]),
    tell: impl Fn(u32),
    goes_on: impl Fn() -> bool,
) -> bool {
    let (mut chunk, mut done) = (String::new(), 0);
    let (mut began, mut told) = (js_sys::Date::now(), 0.0);
    for piece in pieces {
        chunk.push_str(&piece);
        done += u32::from(!piece.is_empty());
        if chunk.len() >= CHUNK {
            put(chunk.as_bytes());
            chunk.clear();
        }
        let now = js_sys::Date::now();
        if now - began > SLICE {
            if now - told > TOLD {
                told = now;
                tell(done);
            }
            breathe().await;
            if !goes_on() {
                return false;
            }
            began = js_sys::Date::now();
        }
    }
    put(chunk.as_bytes());
    true
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

    /// After effects: nothing is made for a dialog that is closed, and nothing of the project stays in the worker.
    pub(super) fn rest(&self, state: &State) {
        if !matches!(state.dialog, Some(Dialog::Export(_))) {
            if !matches!(*self.0.made.borrow(), InWorker::Nothing) {
                self.0.forget();
            }
            self.0.port.let_go();
        }
    }

    /// Shows what a choice gives: the beginning of the project's own file, or the whole of another one, which is made.
    pub(super) fn preview(&self, chosen: &Export, session: &Session) {
        self.0.forget();
        if chosen.is_made() {
            if !chosen.is_empty() {
                self.make(chosen.clone(), session);
            }
            return;
        }
        let mut preview = String::new();
        for piece in write(&session.project, Texts::Inline) {
            preview.push_str(&piece);
            if preview.len() > PREVIEW.0 * 4 || preview.lines().count() > PREVIEW.1 {
                break;
            }
        }
        self.0.dispatch.emit(Action::step(ExportAct::Preview(first_lines(&preview))));
    }

    fn make(&self, chosen: Export, session: &Session) {
        let (own, round) = (self.0.clone(), self.0.round.get());
        // By the last act, and its time: where the history is forgotten the one is gone, and the other is not.
        let last = session.history.entries().last().map_or_else(String::new, |own| own.id.to_string());
        let (project, state) = (session.project.clone(), format!("{} {last}", session.project.modified.0));
        let begin = Timeout::new(REST, move || {
            own.made.replace(InWorker::Handing);
            spawn_local(async move {
                // Of a project that is there already nothing is said until the first article is written.
                let known = own.port.holding(&state);
                let there = known.is_some();
                let handing = match known {
                    Some(handing) => Ok(handing),
                    None => own.hand_over(state, &project, chosen.choice, round).await,
                };
                if own.round.get() != round {
                    return;
                }
                match handing {
                    Ok(handing) => own.ask(chosen, handing, there, round),
                    Err(why) => own.failed(chosen.choice, why),
                }
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
                let saved = save_parts(&made.name, &made.media_type, &bytes).is_ok();
                own.saved(made.name, saved);
            }
            return;
        }
        self.stop();
        let number = own.saving.get();
        let project = project.clone();
        let all = records(&project);
        spawn_local(async move {
            let parts = Array::new();
            let made = in_slices(
                write(&project, Texts::Inline),
                |piece| {
                    parts.push(&Uint8Array::from(piece));
                },
                |done| own.dispatch.emit(Action::step(ExportAct::Progress(done.min(all), all))),
                || own.saving.get() == number,
            );
            if !made.await {
                return;
            }
            let name = PROJECT.file_name(&project.name);
            let saved = save_parts(&name, PROJECT.media_type, &parts).is_ok();
            own.saved(name, saved);
        });
    }
}

/// How many articles and annotations there are.
fn records(project: &Project) -> u32 {
    (project.documents().len() + project.annotation_count()) as u32
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

    fn failed(&self, choice: u32, why: String) {
        // What it was handed may be the reason.
        self.port.let_go();
        self.made.replace(InWorker::Nothing);
        self.tell(choice, Making::Failed(why));
    }

    /// Hands the project to the worker, as the database has it but with its texts. Goes on no further when it is stopped.
    async fn hand_over(
        &self,
        state: String,
        project: &Project,
        choice: u32,
        round: u64,
    ) -> Result<Handing, String> {
        let handing = self.port.hand_over(state)?;
        let all = records(project);
        in_slices(
            state::write_with_texts(project),
            |piece| handing.put(piece),
            // The other half is the worker's.
            |done| self.tell(choice, Making::Running(done.min(all), all * 2)),
            || self.round.get() == round && handing.is_heard(),
        )
        .await;
        Ok(handing)
    }

    fn ask(self: &Rc<Self>, chosen: Export, handing: Handing, there: bool, round: u64) {
        let Export { format, options, scope, choice, .. } = chosen;
        let language = words::language().tag().to_owned();
        let request = WriteRequest { build: BUILD.to_owned(), format, options, scope, language };
        let (far, done) = (Rc::downgrade(self), Rc::downgrade(self));
        let job = self.port.write(
            handing,
            request,
            move |through, all| {
                if let Some(own) = far.upgrade() {
                    let handed = if there { 0 } else { all };
                    own.tell(choice, Making::Running((handed + through) as u32, (handed + all) as u32));
                }
            },
            move |answer| {
                let Some(own) = done.upgrade().filter(|own| own.round.get() == round) else { return };
                match answer {
                    Ok((made, bytes)) => {
                        own.made.replace(InWorker::Held(made.clone(), bytes));
                        own.tell(choice, Making::Done(Rc::new(made)));
                    }
                    Err(why) => own.failed(choice, why),
                }
            },
        );
        self.made.replace(InWorker::Asked(job));
    }
}
