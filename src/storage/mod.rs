//! Keeps projects: a journal of what was done, snapshots of the state, recovery, and the lease that lets one tab write.
//!
//! Reading order: [`Store`] (what the app calls), [`Session`] (an open project: `append`, `status`, `snapshot`),
//! [`Along`] (one that another tab writes), `recovery` (opening), [`Backend`] (what a database must do).
//!
//! Invariants: what was called saved is on the disk, whole and in order; a record that cannot be read is kept in
//! quarantine and never stops the rest; the history is packed but never dropped; a snapshot never goes over the only
//! good one.
//!
//! May import: `text`, `model`, `edit`, `wire`. Absent on purpose: the browser ([`Backend`] stands for its database),
//! clocks and randomness (both come in as arguments).

mod along;
mod backend;
mod check;
mod fault;
mod forget;
mod info;
mod journal;
mod later;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
mod quarantine;
mod queued;
mod record;
mod recovery;
mod replay;
mod rescue;
mod snapshot;
mod status;
mod store;
mod texts;

pub use along::{Along, Lost};
pub use backend::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
pub use fault::Fault;
pub use info::Info;
pub use journal::Session;
pub use later::Later;
#[cfg(not(target_arch = "wasm32"))]
pub use memory::Memory;
pub use quarantine::Quarantined;
pub use recovery::Loaded;
pub use rescue::rescue;
pub use status::{Status, Why};
pub use store::{OpenError, Store};
pub use texts::Texts;
