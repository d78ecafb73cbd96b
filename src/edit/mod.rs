//! Every change of a project is a [`Transaction`] of small invertible [`Op`]s: the same value is applied, journalled,
//! undone and shown as history.
//!
//! Laws, held by `tests/edits.rs` for every op: apply then invert is the identity; the invariants of the project hold
//! after it. Ids come from an actor and a counter, so merging can follow.
//!
//! May import: `text`, `model`. Absent on purpose: time and randomness (both come in as arguments), I/O, file forms.

mod aligned;
mod build;
mod carry;
mod correct;
mod history;
mod op;
mod registry;
mod relations;
mod restore;
mod schema;
mod transaction;

pub use aligned::{Aligned, Place};
pub use build::{Builder, Draft, Stamp};
pub use carry::{Carried, carry, places_of};
pub use history::{Entry, History, Opener, Past, UndoError};
pub use op::{AnnotationField, Conflict, DocumentField, Op, ProjectField};
pub use transaction::{Act, Actor, Transaction, TransactionId};
