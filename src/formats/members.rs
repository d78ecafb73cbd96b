//! Members of a JSON object that is being written.

use crate::wire::json::{self, Field};

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
