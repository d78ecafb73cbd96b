//! What could not be read is kept as it was found, to be offered as a file; it is never dropped.

use super::backend::{Bytes, Place, Table};
use super::record::guess_number;
use crate::wire::json::{Field, Json, Seen, record, to_string};
use sha2::{Digest, Sha256};

/// Something that could not be read, or did not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The id of its project.
    pub project: String,
    /// Where it stood: `journal/p/17`.
    pub from: String,
    /// The number of the record, where it is known.
    pub number: Option<u64>,
    /// What was wrong with it, in words.
    pub why: String,
    /// As it was found.
    pub bytes: Bytes,
}

record! {
    struct Head {
        must "from" from: String,
        show "number" number: Option<u64>,
        must "why" why: String,
    }
}

impl Quarantined {
    /// Something found at a place.
    pub(super) fn new(project: &str, from: &Place, why: impl Into<String>, bytes: Bytes) -> Self {
        let number = match from.table {
            Table::Journal => Some(from.number),
            Table::Segments => guess_number(&bytes),
            _ => None,
        };
        Self { project: project.to_owned(), from: from.to_string(), number, why: why.into(), bytes }
    }

    /// Where it is kept: what is found twice at the same place is kept once.
    pub(super) fn value(&self) -> (Place, Bytes) {
        let head = Head { from: self.from.clone(), number: self.number, why: self.why.clone() };
        let mut value = to_string(&head).into_bytes();
        value.push(b'\n');
        value.extend_from_slice(&self.bytes);
        let hash = Sha256::new_with_prefix(&self.from).chain_update(&self.bytes).finalize();
        let number = hash[..6].iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
        (Place::new(Table::Quarantine, self.project.as_str(), number), value)
    }

    pub(super) fn read(project: &str, value: &[u8]) -> Self {
        let end = value.iter().position(|&byte| byte == b'\n').unwrap_or(value.len());
        let text = str::from_utf8(&value[..end]).unwrap_or_default();
        match Json::new(text).and_then(|json| Head::read(json, &mut Seen::default())) {
            Ok(Head { from, number, why }) => {
                Self { project: project.to_owned(), from, number, why, bytes: value[end + 1..].to_vec() }
            }
            Err(_) => Self {
                project: project.to_owned(),
                from: "quarantine".to_owned(),
                number: None,
                why: "it was changed in quarantine".to_owned(),
                bytes: value.to_vec(),
            },
        }
    }
}
