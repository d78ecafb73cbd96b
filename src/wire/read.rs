//! Reads a project file: what can be taken, and an issue for everything that cannot.
//!
//! Sections are read in the order in which they refer to each other, whatever their order in the file. A record that
//! is refused takes with it what refers to it. What comes out keeps every invariant of `model::check`.

use super::json::{Field, Json, Seen};
use super::reader::Reader;
use super::{Issue, Reading, VERSION, WireError, project::FORMAT};
use crate::model::Project;
use crate::text::{Sha256, Text};
use crate::words::wire as said;
use std::borrow::Cow;

/// Reads a project file.
pub fn read(bytes: &[u8]) -> Result<Reading<Project>, WireError> {
    read_with(bytes, &|_| None)
}

/// Reads a project file or a snapshot, whose texts are found by their fingerprints.
pub fn read_with(
    bytes: &[u8],
    by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
) -> Result<Reading<Project>, WireError> {
    read_beside(bytes, by_fingerprint, |_| Vec::new())
}

/// The same, given what brings in more annotations once the documents are there.
pub(super) fn read_beside(
    bytes: &[u8],
    by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
    more: impl FnOnce(&mut Project) -> Vec<Issue>,
) -> Result<Reading<Project>, WireError> {
    let (input, top) = open(bytes)?;
    check_format(&top)?;
    let mut reader = Reader::new(input);
    let mut value = reader.project(&top, by_fingerprint);
    let more = more(&mut value);
    reader.relations(&top, &mut value);
    reader.references(&mut value);
    let mut issues = reader.into_issues();
    issues.extend(more);
    Ok(Reading { value, issues })
}

/// A project file whose annotations come in behind it, one after the other; only then what names them is read.
pub(super) struct Begun {
    bytes: Vec<u8>,
    /// As far as it is read.
    pub(super) project: Project,
    issues: Vec<Issue>,
}

impl Begun {
    /// Reads all but the relations.
    pub(super) fn new(
        bytes: Vec<u8>,
        by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
    ) -> Result<Self, WireError> {
        let (input, top) = open(&bytes)?;
        check_format(&top)?;
        let mut reader = Reader::new(input);
        let project = reader.project(&top, by_fingerprint);
        let issues = reader.into_issues();
        Ok(Self { bytes, project, issues })
    }

    /// Reads the relations, now that all that they may name is there. What claims are held against is taken as it stands.
    pub(super) fn end(self) -> Reading<Project> {
        let Self { bytes, project: mut value, mut issues } = self;
        let (input, top) = open(&bytes).expect("it was opened before");
        let mut reader = Reader::new(input);
        reader.relations(&top, &mut value);
        issues.extend(reader.into_issues());
        Reading { value, issues }
    }
}

/// The text of a file that is a JSON object, and its keys.
pub(super) fn open(bytes: &[u8]) -> Result<(&str, Top<'_>), WireError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let input =
        str::from_utf8(bytes).map_err(|error| WireError::NotUtf8 { offset: error.valid_up_to() as u64 })?;
    let json = Json::new(input).map_err(|fault| WireError::from_json(&fault, input))?;
    if !json.get().starts_with('{') {
        return Err(WireError::NotOurs { why: said::no_object().to_owned() });
    }
    Ok((input, Top(json.object().map_err(|fault| WireError::from_json(&fault, input))?)))
}

/// The keys of an object in the order of the file, their values unread.
pub(super) struct Top<'a>(pub(super) Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Top<'a> {
    pub(super) fn get(&self, key: &str) -> Option<Json<'a>> {
        self.0.iter().find(|(own, _)| own == key).map(|(_, value)| *value)
    }

    /// A value that is easily read; `None` if it is absent or of another type.
    pub(super) fn read<T: Field>(&self, key: &str) -> Option<T> {
        T::read(self.get(key)?, &mut Seen::default()).ok()
    }
}

fn check_format(top: &Top<'_>) -> Result<(), WireError> {
    let ours = |why: String| Err(WireError::NotOurs { why });
    match top.read::<String>("format") {
        Some(format) if format == FORMAT => {}
        Some(format) => return ours(said::other_format(&format, FORMAT)),
        None => return ours(said::no_format(FORMAT)),
    }
    match top.read::<u64>("version") {
        Some(version) if version > u64::from(VERSION) => return Err(WireError::Newer { version }),
        Some(version) if version == u64::from(VERSION) => {}
        _ => return ours(said::no_version().to_owned()),
    }
    let offsets = Top(top.get("offsets").and_then(|json| json.object().ok()).unwrap_or_default());
    match offsets.read::<String>("unit") {
        Some(unit) if unit != "codepoint" => ours(said::other_unit(&unit)),
        _ => Ok(()),
    }
}
