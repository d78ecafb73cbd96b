//! The page's end of the worker: started when it is first needed, asked, and ended to cancel.

use super::chance::breathe;
use crate::formats::{Made, OffsetUnit, Reading};
use crate::words::{self, files, formats};
use crate::work::{BUILD, FileEntry, Request, WriteRequest, open, open_made};
use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
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
    idle: Rc<RefCell<Option<Worker>>>,
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
        if let Some(worker) = self.idle.borrow_mut().take() {
            worker.terminate();
        }
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
        self.ask(&request, &contents, on_progress, move |answer| {
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

    /// Makes a file of a project, whose state comes in pieces. `on_progress` hears articles done and in all; `on_done`
    /// hears once what was made and its bytes, or why nothing was. Neither is called before this returns.
    ///
    /// The buffers of the pieces go to the worker.
    pub fn write(
        &self,
        request: WriteRequest,
        project: &[Uint8Array],
        on_progress: impl Fn(u64, u64) + 'static,
        on_done: impl FnOnce(Result<(Made, Uint8Array), String>) + 'static,
    ) -> Job {
        self.ask(&Request::Write(request), project, on_progress, move |answer| {
            on_done(match answer {
                Ok((line, bytes)) => open_made(&line).map(|made| (made, bytes)),
                Err(Fault::Missing(why) | Fault::Stopped(why) | Fault::Unreached(why)) => {
                    Err(formats::not_made(&why))
                }
                Err(Fault::Lost) => Err(formats::not_made(files::no_reason())),
            });
        })
    }

    /// Asks the worker. The answer is a line of JSON, and bytes.
    fn ask(
        &self,
        request: &Request,
        contents: &[Uint8Array],
        on_progress: impl Fn(u64, u64) + 'static,
        on_done: impl FnOnce(Result<(String, Uint8Array), Fault>) + 'static,
    ) -> Job {
        let job = Job { running: Rc::new(RefCell::new(None)) };
        let idle = self.idle.borrow_mut().take();
        let worker = match idle.map_or_else(start, Ok) {
            Ok(worker) => worker,
            Err(error) => {
                let why = text_of(&error);
                spawn_local(async move { on_done(Err(Fault::Missing(why))) });
                return job;
            }
        };
        let on_done = Rc::new(RefCell::new(Some(on_done)));
        let finish = {
            let (running, idle) = (Rc::downgrade(&job.running), self.idle.clone());
            move |answer: Result<(String, Uint8Array), Fault>, keep: bool| {
                let ended = running.upgrade().and_then(|running| running.borrow_mut().take());
                if let Some(ended) = ended {
                    // Of two that were busy at once one is kept.
                    let over =
                        if keep { idle.borrow_mut().replace(ended.worker) } else { Some(ended.worker) };
                    if let Some(over) = over {
                        over.terminate();
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
                let bytes = message.get(2).dyn_into::<Uint8Array>();
                let line = message.get(1).as_string().unwrap_or_default();
                finish(Ok((line, bytes.unwrap_or_else(|_| Uint8Array::new_with_length(0)))), true);
            }),
            // The worker did not load, or its wasm stopped.
            EventListener::new(&worker, "error", move |event| {
                event.prevent_default();
                let what = Reflect::get(event, &"message".into()).ok().and_then(|text| text.as_string());
                broken(Err(Fault::Stopped(what.unwrap_or_else(|| files::no_reason().to_owned()))), false);
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

/// Takes bytes apart, from the first on.
fn pieces(bytes: Uint8Array) -> impl FnMut(usize) -> Option<Vec<u8>> {
    let mut at = 0;
    move |length| {
        let end = u32::try_from(length).ok()?.checked_add(at).filter(|end| *end <= bytes.length())?;
        Some(bytes.subarray(std::mem::replace(&mut at, end), end).to_vec())
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
