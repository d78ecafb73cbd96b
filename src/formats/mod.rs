//! File formats, in and out. Reading gives a value and issues; content decides, not the file's name.
//!
//! May import: the layers below, serde, csv, zip and XML crates. Absent on purpose: the DOM, file access.

mod issue;
mod reading;

pub use issue::{Issue, Place, Severity};
pub use reading::{NewDocument, ReadProject, Reading, Undecided};
