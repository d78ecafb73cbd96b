//! Postil: a text annotator that runs wholly in the browser.
//!
//! # Layers
//!
//! Arrows go down only; `tests/architecture.rs` holds that. Everything above the line needs a browser; everything below
//! it compiles and is tested natively.
//!
//! ```text
//! main, bin/worker         entry points
//! ui          (yew)        what stands around the article; the shell, which runs effects
//! browser     (web-sys)    document view, selection, files, IndexedDB, the way to the worker, clock and chance
//! ------------------------
//! app                      state, actions, reduce, effects, commands, keys
//! work     storage         what the worker does | journal, snapshots, recovery
//! formats  analysis        file formats, in and out | figures, names and claims: what may be meant, what agrees
//! wire                     versioned file form of project and transaction
//! edit                     operations, transactions, history
//! model                    project, documents, schema, annotations, registries
//! text                     offsets, spans, immutable text, blocks, segments, words
//! sorted                   maps, sets and sorts that are small in wasm
//! words                    every word that Postil says, in each of its languages
//! ```
//!
//! # How things flow
//!
//! An act: a key or the pointer becomes an [`Action`](app::Action) → [`app::reduce`] changes the
//! [`State`](app::State) and returns [`Effect`](app::Effect)s → the shell shows the state and runs the effects → their
//! answers are actions again.
//!
//! An edit: one [`Transaction`](edit::Transaction) of invertible [`Op`](edit::Op)s is applied, journalled, undone and
//! shown as history: the same value everywhere.
//!
//! # Invariants
//!
//! - A text never changes: a corrected article gets another one, in one act that places its annotations anew
//!   (`edit::carry`, `Builder::correct`). Bytes inside, code points in files, UTF-16 at the DOM; only [`text::Text`] converts.
//! - [`model::check`] finds nothing after any act, and nothing in what a file gave.
//! - "Saved" is said after the database's transaction has completed, never before.
//! - No clock, randomness, storage or page below `browser`.
//! - What is loaded at once calls what is loaded later only through `ui::More`.
//! - No request leaves the origin; article text is never read as HTML.
//!
//! # Where this departs from the first design
//!
//! - An open project is in memory as a whole: texts, annotations, and the history packed as journal lines. What is
//!   stored is per record and texts are kept by fingerprint, so loading document by document can come without a
//!   change of the database.
//! - The colours of labels are static classes by slot in `styles/marks.css`, and the badge is an attribute: no style
//!   sheet is built at run time.
//! - Most records of a file are read into the model's own structs and written from them; twins stand only where a text
//!   is needed (`wire`).
//! - A document in a file may carry `order`, its place in the list; records of the file itself are sorted by id.
//! - A claim in a file may carry `reference`, the statement that its row of the matrix is held against; a relation type
//!   `key`; the project `matrix`, the order in which a person arranged rows and columns. All are work that a person did,
//!   so they are undone, and go along with the file.
//! - Two articles side by side are two views and one reading: see `app::beside`.
//! - The project's own file is made by the page, in slices, since a backup waits for nothing. Files of other formats are
//!   made by the worker, which the project is handed to as the database keeps it.
//!
//! # Where to begin to read
//!
//! `model` for the words, `edit::op` for what can change, `app::action` for what can happen, `ui::shell` for how it
//! comes together, `browser::docview` for how the article is drawn.

pub mod analysis;
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod edit;
pub mod formats;
pub mod model;
pub mod sorted;
pub mod storage;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod wire;
pub mod words;
pub mod work;
