//! Reads a project file: what can be taken, and an issue for everything that cannot.
//!
//! Sections are read in the order in which they refer to each other, whatever their order in the file. A record that
//! is refused takes with it what refers to it. What comes out keeps every invariant of `model::check`.

use super::reader::Reader;
use super::{Reading, VERSION, WireError, project::FORMAT};
use crate::model::Project;
use crate::text::{Sha256, Text};
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Reads a project file.
pub fn read(bytes: &[u8]) -> Result<Reading<Project>, WireError> {
    read_with(bytes, &|_| None)
}

/// Reads a project file or a snapshot, whose texts are found by their fingerprints.
pub fn read_with(
    bytes: &[u8],
    by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
) -> Result<Reading<Project>, WireError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let input =
        str::from_utf8(bytes).map_err(|error| WireError::NotUtf8 { offset: error.valid_up_to() as u64 })?;
    let top: Top<'_> = serde_json::from_str(input).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => {
            WireError::NotOurs { why: "it is JSON, but no object".to_owned() }
        }
        _ => WireError::from_json(&error),
    })?;
    check_format(&top)?;
    let mut reader = Reader::new(input);
    let value = reader.project(&top, by_fingerprint);
    let issues = reader.into_issues();
    Ok(Reading { value, issues })
}

/// Parses JSON and hands over the path of every key that nothing reads. One callback type for all records, so that
/// each is compiled once.
pub(super) fn parse<'a, T: Deserialize<'a>>(
    json: &'a str,
    mut unknown: &mut dyn FnMut(serde_ignored::Path<'_>),
) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = serde_ignored::deserialize(&mut deserializer, &mut unknown)?;
    deserializer.end()?;
    Ok(value)
}

/// What the JSON parser says, without its line and column, which count from somewhere else.
pub(super) fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    if text.contains("surrogate") || text.starts_with("unexpected end of hex escape") {
        return "half of a surrogate pair, which is no character".to_owned();
    }
    text.rfind(" at line ").map_or(text.as_str(), |at| &text[..at]).to_owned()
}

/// A fingerprint from its 64 hexadecimal digits.
pub(super) fn sha256(hex: &str) -> Option<Sha256> {
    let mut bytes = [0; 32];
    if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(0..) {
        *byte = u8::from_str_radix(&hex[pair * 2..pair * 2 + 2], 16).ok()?;
    }
    Some(Sha256(bytes))
}

/// The keys of an object in the order of the file, their values unread.
pub(super) struct Top<'a>(pub(super) Vec<(String, &'a RawValue)>);

impl<'a> Top<'a> {
    pub(super) fn get(&self, key: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(own, _)| own == key).map(|(_, value)| *value)
    }

    /// A value that is easily read; `None` if it is absent or of another type.
    pub(super) fn read<T: Deserialize<'a>>(&self, key: &str) -> Option<T> {
        serde_json::from_str(self.get(key)?.get()).ok()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Top<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Top<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Top<'de>, A::Error> {
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    entries.push((key, value));
                }
                Ok(Top(entries))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

fn check_format(top: &Top<'_>) -> Result<(), WireError> {
    let ours = |why: String| Err(WireError::NotOurs { why });
    match top.read::<String>("format") {
        Some(format) if format == FORMAT => {}
        Some(format) => return ours(format!("its `format` is `{format}`, not `{FORMAT}`")),
        None => return ours(format!("it has no `format` that says `{FORMAT}`")),
    }
    match top.read::<u64>("version") {
        Some(version) if version > u64::from(VERSION) => return Err(WireError::Newer { version }),
        Some(version) if version == u64::from(VERSION) => {}
        _ => return ours("it has no `version` that is a number from 1".to_owned()),
    }
    #[derive(Deserialize)]
    struct Offsets {
        unit: String,
    }
    match top.read::<Offsets>("offsets") {
        Some(Offsets { unit }) if unit != "codepoint" => {
            ours(format!("its offsets count `{unit}`, not `codepoint`"))
        }
        _ => Ok(()),
    }
}
