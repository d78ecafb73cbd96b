//! JSON that is carried and not interpreted.

use super::json::{self, Fault, Field, Json, Seen};
use crate::model::RawJson;
use crate::words::wire as said;
use std::fmt;

/// Why a string is no JSON that can be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson(String);

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotJson {}

/// Takes JSON to be carried: the white space between its tokens goes, all else stays as written, so that no number
/// loses a digit. Half a surrogate pair is refused.
pub fn raw(json: &str) -> Result<RawJson, NotJson> {
    let value = Json::new(json).map_err(|fault| NotJson(fault.why().to_owned()))?;
    compact(value.get())
}

/// Takes what is known to be JSON.
pub(super) fn compact(json: &str) -> Result<RawJson, NotJson> {
    let mut compact = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(quote) = rest.find('"') {
        compact.extend(rest[..quote].chars().filter(|c| !c.is_ascii_whitespace()));
        let length = string_length(&rest[quote..])?;
        compact.push_str(&rest[quote..quote + length]);
        rest = &rest[quote + length..];
    }
    compact.extend(rest.chars().filter(|c| !c.is_ascii_whitespace()));
    Ok(RawJson(compact.into()))
}

/// Bytes of the string literal, quotes included, that a piece of JSON begins with.
fn string_length(json: &str) -> Result<usize, NotJson> {
    let bytes = json.as_bytes();
    let unit = |at: usize| json.get(at + 2..at + 6).and_then(|hex| u16::from_str_radix(hex, 16).ok());
    let mut at = 1;
    loop {
        match bytes.get(at) {
            None => return Err(NotJson(said::no_end().into())),
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') if bytes.get(at + 1) == Some(&b'u') => match unit(at) {
                Some(0xD800..=0xDBFF) => {
                    let low = json[at + 6..].starts_with("\\u").then(|| unit(at + 6)).flatten();
                    if !matches!(low, Some(0xDC00..=0xDFFF)) {
                        return Err(lone());
                    }
                    at += 12;
                }
                Some(0xDC00..=0xDFFF) => return Err(lone()),
                _ => at += 6,
            },
            Some(b'\\') => at += 2,
            Some(_) => at += bytes[at..].iter().take_while(|byte| !matches!(byte, b'"' | b'\\')).count(),
        }
    }
}

fn lone() -> NotJson {
    NotJson(said::half_pair().into())
}

impl Field for RawJson {
    const NULL: bool = true;

    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        compact(json.get()).map_err(|error| Fault::new(json, error.0))
    }

    fn write(&self, out: &mut String) {
        match Json::new(&self.0) {
            Ok(json) => out.push_str(json.get()),
            // Only a value that did not come through `raw` gets here: it is kept as a text.
            Err(_) => json::text(out, &self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_goes_and_digits_stay() {
        let json = " { \"a b\" : [ 1.00, 123456789012345678901234567890 , \" \\\" \" ],\n\"k\":null } ";
        let expected = "{\"a b\":[1.00,123456789012345678901234567890,\" \\\" \"],\"k\":null}";
        assert_eq!(raw(json).map(|raw| raw.0.to_string()), Ok(expected.to_owned()));
    }

    #[test]
    fn half_a_surrogate_pair_is_refused() {
        assert!(raw(r#"["\ud83d\ude00"]"#).is_ok());
        assert!(raw(r#"["\\ud83d"]"#).is_ok(), "an escaped backslash");
        for json in [r#"["\ud83d"]"#, r#"["\ude00"]"#, r#"["\ud83d\u0041"]"#, r#"{"\ud83dx":1}"#, "[1"] {
            assert!(raw(json).is_err(), "{json}");
        }
    }
}
