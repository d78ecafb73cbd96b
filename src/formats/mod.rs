//! File formats, in and out. Reading gives a value and issues; content decides, not the file's name. Writing gives
//! files, and counts what could not be written.
//!
//! [`FORMATS`] says what there is, as data alone. [`read`](read::read) and [`write`](write::write) run in the worker: the
//! page links none of what they call. The project's own file is written by the page, with `wire`.
//!
//! May import: the layers below, serde, csv, zip and XML crates. Absent on purpose: the DOM, file access.

mod archive;
mod brat;
mod bundle;
mod cas;
mod claim_review;
pub mod columns;
mod conllu;
mod content;
mod delimited;
mod doccano;
mod format;
mod gathering;
mod html;
mod hugging_face;
mod issue;
mod json_lines;
mod kept;
mod known;
mod label_studio;
mod language;
mod made;
mod markdown;
mod members;
mod mhtml;
mod naming;
mod objects;
mod options;
mod original;
mod output;
mod pack;
mod part;
mod parts;
mod passages;
mod places;
mod plain;
mod project_zip;
pub mod read;
mod readers;
mod reading;
mod rows;
mod scope;
mod sink;
mod sniff;
mod spacy;
mod spans;
mod table;
mod tokenised;
mod web_annotation;
pub mod write;

pub use content::{Content, Mark, Related, content};
pub use delimited::cell;
pub use format::{Format, Holds, OffsetUnit, file_name};
pub use gathering::UNKNOWN;
use issue::first_of;
pub use issue::{Issue, Place, Severity};
pub use made::{Made, PREVIEW, first_lines};
pub use options::{FormatOption, Options};
pub use output::{Losses, Output, Reason, Written};
pub(crate) use pack::counts;
pub use pack::{Packing, REPORT};
pub use part::{outside, part};
pub use places::Misplaced;
pub use plain::title as title_of_file;
pub use reading::{Annotated, NewDocument, ReadProject, ReadSchema, Reading, Undecided};
pub use scope::{Aspect, Chosen, Counted, Scope, counted};
pub use sink::{Chunks, Sink};
pub use sniff::{Kind, sniff};
pub use table::{FORMATS, PROJECT};
