//! Files on their way in: their bytes go to the worker, what it read comes back as an action.

use crate::app::Action;
use crate::browser::files::{bytes, decode_as, fetch, path, start};
use crate::browser::port::{Content, InFile, Job, Port};
use crate::formats::{OffsetUnit, Reading, Undecided, read::PREVIEW};
use crate::sorted::insertion_sort_by;
use crate::words::files as said;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Progress is shown when reading takes longer than this, in milliseconds.
const PATIENCE: u32 = 400;
/// Where the example project stands, relative to the page.
const EXAMPLE: &str = "example.json";

/// Reads files, one set at a time: a new one stops the one before.
#[derive(Clone)]
pub(super) struct Reader(Rc<Inner>);

struct Inner {
    dispatch: Callback<Action>,
    port: Port,
    job: RefCell<Option<Job>>,
    /// The guess at a pasted text's language: beside the files, neither stops the other.
    guess: RefCell<Option<Job>>,
    /// The files of the last set, each with the encoding that the person chose.
    files: RefCell<Vec<(File, Option<String>)>>,
    /// What the person said that offsets count in them.
    unit: Cell<Option<OffsetUnit>>,
    /// Counts sets, so that a stopped one is not heard any more.
    set: Cell<u64>,
    patience: RefCell<Option<Timeout>>,
    /// Whether the person's patience is over, so that progress is shown.
    shown: Rc<Cell<bool>>,
}

impl Reader {
    pub(super) fn new(dispatch: Callback<Action>) -> Self {
        Self(Rc::new(Inner {
            dispatch,
            port: Port::new(),
            job: RefCell::default(),
            guess: RefCell::default(),
            files: RefCell::default(),
            unit: Cell::default(),
            set: Cell::default(),
            patience: RefCell::default(),
            shown: Rc::default(),
        }))
    }

    /// Stops what is being read.
    pub(super) fn stop(&self) {
        self.0.set.set(self.0.set.get() + 1);
        self.0.job.borrow_mut().take();
        self.0.patience.borrow_mut().take();
    }

    /// Reads a set of files.
    pub(super) fn read(&self, files: Vec<File>) {
        if !files.is_empty() {
            *self.0.files.borrow_mut() = files.into_iter().map(|file| (file, None)).collect();
            self.0.unit.set(None);
            self.begin();
        }
    }

    /// Reads the last set again, one file of it in the encoding that the person chose; in none if it is empty.
    pub(super) fn read_as(&self, index: usize, encoding: &str) {
        if let Some((_, chosen)) = self.0.files.borrow_mut().get_mut(index) {
            *chosen = (!encoding.is_empty()).then(|| encoding.to_owned());
        }
        self.begin();
    }

    /// Reads the last set again; offsets count what the person said, or what is found out.
    pub(super) fn read_in(&self, unit: Option<OffsetUnit>) {
        self.0.unit.set(unit);
        self.begin();
    }

    /// Guesses the language of pasted text. Answers in any case, with nothing if it cannot be told.
    pub(super) fn guess_language(&self, title: String, text: String) {
        let pasted = InFile { name: String::new(), content: Content::Text(text.clone()) };
        let dispatch = self.0.dispatch.clone();
        let job = self.0.port.read(
            vec![pasted],
            None,
            |_, _| {},
            move |answer| {
                let first = answer.ok().and_then(|reading| reading.documents.into_iter().next());
                let language = first.map(|document| document.metadata.language).unwrap_or_default();
                dispatch.emit(Action::pasted(title, text, language));
            },
        );
        *self.0.guess.borrow_mut() = Some(job);
    }

    /// Fetches the example project and reads it as a file that was chosen. Answers `ExampleRead`.
    pub(super) fn example(&self) {
        self.stop();
        let (own, set) = (self.clone(), self.0.set.get());
        spawn_local(async move {
            let content = match fetch(EXAMPLE).await {
                Ok(bytes) => Content::Bytes(bytes),
                Err(_) => {
                    return own.finish(set, Action::Failed(said::example_unfetched().to_owned()));
                }
            };
            if own.0.set.get() != set {
                return;
            }
            let done = own.clone();
            let file = InFile { name: EXAMPLE.to_owned(), content };
            let job = own.0.port.read(
                vec![file],
                None,
                |_, _| {},
                move |answer| {
                    let action = answer.map(|reading| Action::ExampleRead(Box::new(reading)));
                    done.finish(set, action.unwrap_or_else(Action::Failed));
                },
            );
            *own.0.job.borrow_mut() = Some(job);
        });
    }

    fn begin(&self) {
        self.stop();
        let (own, set) = (self.clone(), self.0.set.get());
        let files = self.0.files.borrow().clone();
        let total: u64 = files.iter().map(|(file, _)| file.size() as u64).sum();
        let (dispatch, shown) = (self.0.dispatch.clone(), self.0.shown.clone());
        shown.set(false);
        let patience = Timeout::new(PATIENCE, move || {
            shown.set(true);
            dispatch.emit(Action::ReadingFiles(0, total));
        });
        *self.0.patience.borrow_mut() = Some(patience);
        spawn_local(async move {
            let mut contents = Vec::with_capacity(files.len());
            for (file, encoding) in files {
                match content(&file, encoding.as_deref()).await {
                    Ok(content) => contents.push(InFile { name: path(&file), content }),
                    Err(why) => {
                        own.finish(set, Action::Failed(why));
                        return;
                    }
                }
            }
            if own.0.set.get() == set {
                own.ask(set, contents);
            }
        });
    }

    fn ask(&self, set: u64, contents: Vec<InFile>) {
        let (progress, done) = (self.clone(), self.clone());
        let job = self.0.port.read(
            contents,
            self.0.unit.get(),
            move |through, total| {
                // Before the person's patience is over nothing is shown.
                if progress.0.shown.get() && progress.0.set.get() == set {
                    progress.0.dispatch.emit(Action::ReadingFiles(through, total));
                }
            },
            move |answer| match answer {
                Ok(reading) => spawn_local(async move { done.read_so(set, reading).await }),
                Err(why) => done.finish(set, Action::Failed(why)),
            },
        );
        *self.0.job.borrow_mut() = Some(job);
    }

    /// Tells what was read. Files whose encoding the person chose stay beside it, so that another can be chosen.
    async fn read_so(&self, set: u64, mut reading: Reading) {
        let files = self.0.files.borrow().clone();
        for (index, (file, encoding)) in files.iter().enumerate() {
            if let Some(encoding) = encoding {
                let start = start(file, PREVIEW).await.unwrap_or_default();
                let chosen = Some(encoding.clone());
                reading.undecided.push(Undecided { file: path(file), index, start, chosen, asked: None });
            }
        }
        insertion_sort_by(&mut reading.undecided, |a, b| a.index.cmp(&b.index));
        self.finish(set, Action::files_read(Box::new(reading)));
    }

    fn finish(&self, set: u64, action: Action) {
        if self.0.set.get() == set {
            self.0.patience.borrow_mut().take();
            self.0.dispatch.emit(action);
        }
    }
}

async fn content(file: &File, encoding: Option<&str>) -> Result<Content, String> {
    let refused = |_| said::file_unread(&file.name());
    let bytes = bytes(file).await.map_err(refused)?;
    match encoding {
        None => Ok(Content::Bytes(bytes)),
        Some(encoding) => {
            let text = decode_as(&bytes, encoding);
            text.map(Content::Text).map_err(|_| said::not_as_encoding(&file.name(), encoding))
        }
    }
}
