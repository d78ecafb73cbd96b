//! File formats, in and out. Reading gives a value and issues; content decides, not the file's name.
//!
//! [`TABLE`] says what there is. [`read`](read::read) runs in the worker alone: it carries the guess at languages. An
//! [`export`] can run anywhere, piece by piece.
//!
//! May import: the layers below, serde, csv, zip and XML crates. Absent on purpose: the DOM, file access.

pub mod columns;
mod issue;
mod json_lines;
mod language;
mod output;
mod plain;
pub mod read;
mod reading;
mod rows;
mod scope;
mod sniff;
mod table;

pub use issue::{Issue, Place, Severity};
pub use output::{Losses, Output, Reason, Written};
pub use plain::title as title_of_file;
pub use reading::{NewDocument, ReadProject, ReadSchema, Reading, Undecided};
pub use scope::part;
pub use sniff::{Kind, sniff};
pub use table::{Format, Id, TABLE, file_name};

use crate::model::Project;
use crate::wire::project::{Texts, write};

/// Writes a project in a format, piece by piece: the pieces in a row are the file.
///
/// The pieces do not borrow from the project and show it as it was, so that a large export can pause between them.
/// For chosen documents only, hand in [`part`] of the project.
pub fn export(format: Id, project: &Project) -> Box<dyn Iterator<Item = String>> {
    match format {
        Id::Project => Box::new(write(project, Texts::Inline)),
        Id::JsonLines => Box::new(json_lines::write(project)),
    }
}
