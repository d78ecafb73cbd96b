//! The page's end of the worker: started when it is first needed, asked, and ended to cancel.

use super::chance::breathe;
use crate::formats::{Made, OffsetUnit, Reading};
use crate::words::{self, files, formats};
use crate::work::{BUILD, FileEntry, Request, WriteRequest, open, open_made};
use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker};

/// Where the worker starts, relative to the page.
const URL: &str = "./worker-boot.js";

/// A file to be read.
#[derive(Clone, Debug)]
pub struct InFile {
    /// Its name, with folders; empty for pasted text.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// Its bytes, as the file has them.
    Bytes(Uint8Array),
    /// Its text, where the person chose the encoding or pasted it.
    Text(String),
}

/// The way to the worker. Keeps one that is idle, so that it starts once.
#[derive(Clone, Debug, Default)]
pub struct Port {
    idle: Rc<RefCell<Option<Idle>>>,
}

/// A worker that has nothing to do.
#[derive(Debug)]
struct Idle {
    worker: Worker,
    /// Which state of a project it was handed; empty for none.
    state: String,
}

/// A worker that a project is handed to. It ends when this is dropped.
#[derive(Debug)]
pub struct Handing {
    worker: Option<Worker>,
    /// Of which state it is; empty if that has no name.
    state: String,
    /// Whether it has some of it.
    begun: Cell<bool>,
    /// Why it stopped, if it did.
    stopped: Rc<RefCell<Option<String>>>,
    _listener: EventListener,
}

impl Handing {
    fn new(worker: Worker, state: String, begun: bool) -> Self {
        let stopped = Rc::new(RefCell::new(None));
        let told = stopped.clone();
        let listener = EventListener::new(&worker, "error", move |event| {
            event.prevent_default();
            told.replace(Some(text_of(event)));
        });
        Self { worker: Some(worker), state, begun: Cell::new(begun), stopped, _listener: listener }
    }

    /// Whether somebody takes what is handed over. If not, why is heard of when a file is asked for.
    pub fn is_heard(&self) -> bool {
        self.stopped.borrow().is_none()
    }

    /// Hands over the next piece. What goes wrong is heard of when a file is asked for.
    pub fn put(&self, piece: &[u8]) {
        let Some(worker) = &self.worker else { return };
        let piece = Uint8Array::from(piece);
        let (build, language) = (BUILD.to_owned(), words::language().tag().to_owned());
        let request = Request::Hand { build, language, first: !self.begun.replace(true) };
        let message = Array::of2(&request.write().into(), &piece);
        if let Err(error) = worker.post_message_with_transfer(&message, &Array::of1(&piece.buffer())) {
            self.stopped.replace(Some(text_of(&error)));
        }
    }
}

impl Drop for Handing {
    fn drop(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
    }
}

/// A question that is being answered. Cancelled when it is dropped before its answer is there; what is opened of an
/// answer then is heard of all the same.
#[derive(Debug)]
pub struct Job {
    running: Rc<RefCell<Option<Running>>>,
}

#[derive(Debug)]
struct Running {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Job {
    /// Ends the worker; nothing more is heard of the question. Does nothing once it is answered.
    pub fn cancel(&self) {
        if let Some(running) = self.running.borrow_mut().take() {
            running.worker.terminate();
        }
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Port {
    /// A way to a worker that is not started yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends a worker that is idle: what it took of memory for its last answer it would keep.
    pub fn let_go(&self) {
        if let Some(idle) = self.idle.borrow_mut().take() {
            idle.worker.terminate();
        }
    }

    /// A worker that was handed this state of the project for an earlier file of it.
    pub fn holding(&self, state: &str) -> Option<Handing> {
        let holds = |idle: &mut Idle| !state.is_empty() && idle.state == state;
        let Idle { worker, state } = self.idle.borrow_mut().take_if(holds)?;
        Some(Handing::new(worker, state, true))
    }

    /// A worker to hand a project to; the name of its state is for [`Self::holding`] alone.
    pub fn hand_over(&self, state: String) -> Result<Handing, String> {
        let worker = self.worker().map_err(|why| formats::not_made(&why))?;
        Ok(Handing::new(worker, state, false))
    }

    /// The one that is idle, or a new one; or why there is none.
    fn worker(&self) -> Result<Worker, String> {
        let idle = self.idle.borrow_mut().take();
        idle.map_or_else(start, |idle| Ok(idle.worker)).map_err(|error| text_of(&error))
    }

    /// Reads files. `on_progress` hears bytes done and in all; `on_done` hears once what was read, or why nothing
    /// was and what to do. Neither is called before this returns. `unit` is what the person said that offsets count.
    ///
    /// The buffers of the files go to the worker: their arrays are empty afterwards.
    pub fn read(
        &self,
        files: Vec<InFile>,
        unit: Option<OffsetUnit>,
        on_progress: impl Fn(u64, u64) + 'static,
        on_done: impl FnOnce(Result<Reading, String>) + 'static,
    ) -> Job {
        let mut entries = Vec::with_capacity(files.len());
        let mut contents = Vec::with_capacity(files.len());
        for InFile { name, content } in files {
            entries.push(FileEntry { name, chosen: matches!(content, Content::Text(_)) });
            contents.push(match content {
                Content::Bytes(bytes) => bytes,
                Content::Text(text) => Uint8Array::from(text.as_bytes()),
            });
        }
        let language = words::language().tag().to_owned();
        let unit = unit.map_or("", OffsetUnit::word).to_owned();
        let request = Request::Read { build: BUILD.to_owned(), files: entries, language, unit };
        let worker = self.worker().map_err(Fault::Missing);
        self.ask(worker, String::new(), &request, &contents, on_progress, move |answer| {
            let why = match answer {
                Ok((line, bytes)) => {
                    return spawn_local(async move { on_done(open(&line, pieces(bytes), breathe).await) });
                }
                Err(Fault::Missing(why)) => files::helper_missing(&why),
                Err(Fault::Stopped(why)) => files::helper_stopped(&why),
                Err(Fault::Lost) => files::helper_lost().to_owned(),
                Err(Fault::Unreached(why)) => files::helper_unreached(&why),
            };
            on_done(Err(why));
        })
    }

    /// Makes a file of a project that was handed over. `on_progress` hears articles done and in all; `on_done` hears once
    /// what was made and its bytes in pieces, or why nothing was. Neither is called before this returns.
    pub fn write(
        &self,
        mut handing: Handing,
        request: WriteRequest,
        on_progress: impl Fn(u64, u64) + 'static,
        on_done: impl FnOnce(Result<(Made, Array), String>) + 'static,
    ) -> Job {
        let state = std::mem::take(&mut handing.state);
        let worker = match handing.stopped.take() {
            Some(why) => Err(Fault::Stopped(why)),
            None => handing.worker.take().ok_or(Fault::Lost),
        };
        self.ask(worker, state, &Request::Write(request), &[], on_progress, move |answer| {
            on_done(match answer {
                Ok((line, bytes)) => open_made(&line).map(|made| (made, bytes)),
                Err(Fault::Missing(why) | Fault::Stopped(why) | Fault::Unreached(why)) => {
                    Err(formats::not_made(&why))
                }
                Err(Fault::Lost) => Err(formats::not_made(files::no_reason())),
            });
        })
    }

    /// Asks a worker, which has this state of a project, or none. The answer is a line of JSON, and bytes in pieces.
    fn ask(
        &self,
        worker: Result<Worker, Fault>,
        state: String,
        request: &Request,
        contents: &[Uint8Array],
        on_progress: impl Fn(u64, u64) + 'static,
        on_done: impl FnOnce(Result<(String, Array), Fault>) + 'static,
    ) -> Job {
        let job = Job { running: Rc::new(RefCell::new(None)) };
        let worker = match worker {
            Ok(worker) => worker,
            Err(fault) => {
                // Later, so that the answer comes after this returns.
                spawn_local(async move { on_done(Err(fault)) });
                return job;
            }
        };
        let on_done = Rc::new(RefCell::new(Some(on_done)));
        let finish = {
            let (running, idle) = (Rc::downgrade(&job.running), self.idle.clone());
            move |answer: Result<(String, Array), Fault>, keep: bool| {
                let ended = running.upgrade().and_then(|running| running.borrow_mut().take());
                if let Some(ended) = ended {
                    let ended = Idle { worker: ended.worker, state: state.clone() };
                    // Of two that were busy at once one is kept.
                    let over = if keep { idle.borrow_mut().replace(ended) } else { Some(ended) };
                    if let Some(over) = over {
                        over.worker.terminate();
                    }
                }
                let on_done = on_done.borrow_mut().take();
                if let Some(on_done) = on_done {
                    on_done(answer);
                }
            }
        };
        let (broken, garbled, unsent) = (finish.clone(), finish.clone(), finish.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                let message: Array = event.data().unchecked_into();
                if message.get(0).as_string().as_deref() == Some("progress") {
                    let number = |at| message.get(at).as_f64().unwrap_or_default() as u64;
                    on_progress(number(1), number(2));
                    return;
                }
                let line = message.get(1).as_string().unwrap_or_default();
                finish(Ok((line, message.slice(2, message.length()))), true);
            }),
            // The worker did not load, or its wasm stopped.
            EventListener::new(&worker, "error", move |event| {
                event.prevent_default();
                broken(Err(Fault::Stopped(text_of(event))), false);
            }),
            EventListener::new(&worker, "messageerror", move |_| garbled(Err(Fault::Lost), false)),
        ];
        let message: Array = std::iter::once(JsValue::from(request.write()))
            .chain(contents.iter().map(JsValue::from))
            .collect();
        let buffers: Array = contents.iter().map(Uint8Array::buffer).collect();
        let posted = worker.post_message_with_transfer(&message, &buffers);
        *job.running.borrow_mut() = Some(Running { worker, _listeners: listeners });
        if let Err(error) = posted {
            let why = text_of(&error);
            // Later, so that the answer comes after this returns.
            spawn_local(async move { unsent(Err(Fault::Unreached(why)), false) });
        }
        job
    }
}

/// Takes bytes apart that came in pieces, from the first on: the next so many; `None` where there are fewer.
fn pieces(bytes: Array) -> impl FnMut(usize) -> Option<Vec<u8>> {
    let mut rest = Uint8Array::new_with_length(0);
    move |length| {
        let mut own = Vec::with_capacity(length);
        while own.len() < length {
            if rest.length() == 0 {
                rest = bytes.shift().dyn_into().ok()?;
            }
            let end = rest.length().min((length - own.len()) as u32);
            own.extend(rest.subarray(0, end).to_vec());
            rest = rest.subarray(end, rest.length());
        }
        Some(own)
    }
}

/// Why there is no answer.
enum Fault {
    /// The worker did not start.
    Missing(String),
    /// It did not load, or stopped.
    Stopped(String),
    /// What it answered was lost.
    Lost,
    /// It was not reached.
    Unreached(String),
}

/// Starts a module worker. Its address must be a trusted one where the policy of the page asks for that, and web-sys
/// takes only a string: so the constructor is called by hand.
fn start() -> Result<Worker, JsValue> {
    let global = js_sys::global();
    let constructor: js_sys::Function = Reflect::get(&global, &"Worker".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"module".into())?;
    Reflect::construct(&constructor, &Array::of2(&trusted()?, &options))?.dyn_into()
}

/// The address of the worker as a `TrustedScriptURL`, or as a string where the browser has no Trusted Types.
fn trusted() -> Result<JsValue, JsValue> {
    thread_local! {
        /// A policy of one name can be made once.
        static TRUSTED: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    }
    if let Some(url) = TRUSTED.with_borrow(Clone::clone) {
        return Ok(url);
    }
    let factory = Reflect::get(&js_sys::global(), &"trustedTypes".into())?;
    if factory.is_undefined() {
        return Ok(URL.into());
    }
    // Whatever it is asked for, it gives the one address.
    let rule = Closure::<dyn Fn(String) -> String>::new(|_| URL.to_owned()).into_js_value();
    let rules = Object::new();
    Reflect::set(&rules, &"createScriptURL".into(), &rule)?;
    let create: js_sys::Function = Reflect::get(&factory, &"createPolicy".into())?.dyn_into()?;
    let policy = create.call2(&factory, &"postil".into(), &rules)?;
    let make: js_sys::Function = Reflect::get(&policy, &"createScriptURL".into())?.dyn_into()?;
    let url = make.call1(&policy, &URL.into())?;
    TRUSTED.set(Some(url.clone()));
    Ok(url)
}

fn text_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| files::no_reason().to_owned())
}
