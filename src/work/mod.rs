//! What page and worker say to each other, and what the worker does about it.
//!
//! A request is a line of JSON and the bytes of the files beside it; so is an answer, which carries texts as UTF-8, or the
//! file that was made. A project that is to be written comes as its state, in pieces that are read as they come, and
//! stays for the next file of it. Each request names the page's build and an answer the worker's, so that a page that is
//! newer than its worker finds out; a request also names the language in which to answer. Cancelling is ending the worker.
//!
//! May import: the layers below. Absent on purpose: web-sys (messages are carried by `browser::port` and
//! `src/bin/worker.rs`), the app.

mod answer;
mod desk;
mod request;
mod written;

pub use answer::open;
pub use desk::{Desk, Progress};
pub use request::{FileEntry, Request, WriteRequest};
pub use written::open_made;

/// By which page and worker know that they belong together.
pub const BUILD: &str = match option_env!("POSTIL_BUILD") {
    Some(build) => build,
    None => "development",
};
