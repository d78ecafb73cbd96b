//! Members of a JSON object that is being written.

use crate::model::RawJson;
use crate::wire::json::{self, Field, Json};

/// A key and its value.
pub(super) fn value(out: &mut String, key: &str, value: &impl Field) {
    json::key(out, key);
    value.write(out);
}

/// A key and a text.
pub(super) fn text(out: &mut String, key: &str, text: &str) {
    json::key(out, key);
    json::text(out, text);
}

/// The same, where there is a text.
pub(super) fn text_if(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        text(out, key, value);
    }
}

/// A key that is true.
pub(super) fn yes(out: &mut String, key: &str) {
    value(out, key, &true);
}

/// Whether any program reads a number as it is written: some refuse what is longer than 64 bits, others make it infinite.
pub(super) fn is_common(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits <= 18 && number.parse::<f64>().is_ok_and(f64::is_finite)
}

/// JSON that is carried, or the text of it where some program would not read a number in it.
pub(super) fn carried(raw: &RawJson) -> String {
    fn common(json: Json<'_>) -> bool {
        match json.get().as_bytes().first() {
            Some(b'[') => json.list().is_ok_and(|all| all.into_iter().all(common)),
            Some(b'{') => json.object().is_ok_and(|all| all.into_iter().all(|(_, value)| common(value))),
            Some(b'-' | b'0'..=b'9') => is_common(json.get()),
            _ => true,
        }
    }
    if Json::new(&raw.0).is_ok_and(common) {
        return raw.0.to_string();
    }
    let mut out = String::new();
    json::text(&mut out, &raw.0);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_not_all_read_become_texts() {
        for (json, expected) in [
            ("{\"a\":[1,-2.5,null]}", "{\"a\":[1,-2.5,null]}"),
            ("\"12345678901234567890\"", "\"12345678901234567890\""),
            ("12345678901234567890", "\"12345678901234567890\""),
            ("[1e999]", "\"[1e999]\""),
        ] {
            assert_eq!(carried(&RawJson(json.into())), expected);
        }
    }
}
