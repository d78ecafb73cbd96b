//! The file form of a project and of a transaction, version 1.
//!
//! The keys are written out by hand, record by record (`record!`), so no Rust name leaks into a file and a field can be
//! renamed without old files noticing. Where a record says all of a struct of the model, that struct is read and
//! written itself; a private twin stands between only where a text is needed (documents, annotations, some ops). The
//! model itself knows nothing of files. Positions in files count code points.
//!
//! Optional fields that are empty are left out of files, always; reading takes them as empty.
//!
//! May import: `text`, `model`, `edit`. Absent on purpose: files, DOM, formats of other programs.

pub mod handed;
pub(crate) mod json;
mod line;
pub mod op;
pub mod project;
mod raw;
mod read;
mod reader;
mod records;
mod refer;
pub mod schema;
pub mod state;
mod time;
mod twin;

pub use raw::{NotJson, raw};
pub use records::left_out;
pub use time::{format_time, parse_time};

use crate::model::{AttributeValue, Evidence, Quantity, RawJson, StatementForm, When};
use crate::words::wire as said;
use std::fmt;

/// The version of the project file and of the journal that this build writes. It reads nothing newer.
pub const VERSION: u32 = 1;

/// A value, and what could not be taken into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading<T> {
    /// What was read.
    pub value: T,
    /// What was left out or put right, in the order of the file.
    pub issues: Vec<Issue>,
}

/// Something in a file that is not as it should be, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which record: `annotations[12] (a-17), fragment 0`.
    pub path: String,
    /// In which line of the file it begins, from 1; `None` where that is not known.
    pub line: Option<u32>,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What was done: [`left_out`], or what else.
    pub done: String,
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            f.write_str(&said::at_line(line))?;
        }
        let what = said::found_expected(&self.found, &self.expected);
        write!(f, "{}: {what}; {}", self.path, self.done)
    }
}

/// Why a file or a line of the journal cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// Its bytes are no UTF-8.
    NotUtf8 {
        /// The first byte that is not.
        offset: u64,
    },
    /// It ends in the middle: cut off when it was saved or copied.
    CutOff {
        /// In which line it ends, from 1.
        line: u32,
        /// In which column, from 1.
        column: u32,
    },
    /// It is no JSON.
    NotJson {
        /// In which line, from 1.
        line: u32,
        /// In which column, from 1.
        column: u32,
        /// What the parser says.
        why: String,
    },
    /// It is JSON, and something else than what was expected.
    NotOurs {
        /// What is missing or different.
        why: String,
    },
    /// A newer Postil wrote it.
    Newer {
        /// Its version.
        version: u64,
    },
    /// It speaks of a text that is not at hand.
    NoText {
        /// Of which document, or which fingerprint.
        of: String,
    },
    /// A record cannot be taken as it is.
    Record {
        /// Which.
        path: String,
        /// What is wrong.
        why: String,
    },
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::NotUtf8 { offset } => said::not_utf8(*offset),
            Self::CutOff { line, column } => said::cut_off(*line, *column),
            Self::NotJson { line, column, why } => said::not_json(*line, *column, why),
            Self::NotOurs { why } => said::not_ours(why),
            Self::Newer { version } => said::newer(*version, VERSION),
            Self::NoText { of } => said::text_not_at_hand(of),
            Self::Record { path, why } => said::record(path, why),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for WireError {}

impl WireError {
    /// From what is wrong with the JSON of a whole text.
    fn from_json(fault: &json::Fault, input: &str) -> Self {
        let (line, column) = fault.place(input);
        if fault.is_cut() {
            return Self::CutOff { line, column };
        }
        Self::NotJson { line, column, why: fault.why().to_owned() }
    }
}

/// The file form of a quantity, as an attribute's value carries it.
pub fn quantity_json(quantity: &Quantity) -> RawJson {
    twin::quantity::write(quantity)
}

/// A quantity from its file form; `None` for anything else.
pub fn read_quantity(json: &RawJson) -> Option<Quantity> {
    twin::quantity::read(json)
}

/// The file form of a time, as an attribute's value carries it.
pub fn when_json(when: &When) -> RawJson {
    twin::statement::write_when(when)
}

/// A time from its file form; `None` for anything else.
pub fn read_when(json: &RawJson) -> Option<When> {
    twin::statement::read_when(json)
}

/// The file form of evidence, as an attribute's value carries it.
pub fn evidence_json(evidence: &[Evidence]) -> RawJson {
    twin::statement::write_evidence(evidence)
}

/// Evidence from its file form; `None` for anything else.
pub fn read_evidence(json: &RawJson) -> Option<Vec<Evidence>> {
    twin::statement::read_evidence(json)
}

/// What reads the parts of a statement that stand in attributes as JSON.
pub const STATEMENT: StatementForm =
    StatementForm { quantity: read_quantity, when: read_when, evidence: read_evidence };

/// The file form of an attribute's value.
pub fn attribute_json(value: &AttributeValue) -> RawJson {
    let mut json = String::new();
    twin::write_value(value, &mut json);
    RawJson(json.into())
}

/// An attribute's value from its file form, under its key; `None` for what is no JSON.
pub fn read_attribute(key: &str, json: &str) -> Option<AttributeValue> {
    twin::attribute_value(key, json::Json::new(json).ok()?).ok()
}
