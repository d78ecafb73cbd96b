//! Keeps projects: a journal of what was done, snapshots of the state, recovery, and the lease that lets one tab write.
//!
//! Invariants: what was called saved is on the disk, whole and in order; a record that cannot be read is kept in
//! quarantine and never stops the rest; the history is packed but never dropped; one good state is always there.
//!
//! May import: `text`, `model`, `edit`, `wire`. Absent on purpose: the browser ([`Backend`] stands for its database),
//! clocks and randomness (both come in as arguments).

mod backend;
mod info;
mod journal;
mod memory;
mod record;
mod snapshot;
mod status;
mod texts;

pub use backend::{ALL_NUMBERS, Backend, Batch, Bytes, Place, StorageError, Table};
pub use info::Info;
pub use journal::Session;
pub use memory::Memory;
pub use status::{Status, Why};
pub use texts::Texts;
