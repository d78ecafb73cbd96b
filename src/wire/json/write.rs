//! Values into a string, without white space.

use super::Field;

/// A value alone.
pub(crate) fn to_string(value: &impl Field) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// A text in quotation marks.
#[inline(never)]
pub(crate) fn text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            8 => out.push_str("\\b"),
            9 => out.push_str("\\t"),
            10 => out.push_str("\\n"),
            12 => out.push_str("\\f"),
            13 => out.push_str("\\r"),
            byte => {
                let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
                out.push_str("\\u00");
                out.push(hex(byte >> 4));
                out.push(hex(byte & 15));
            }
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

/// The key of the next value of an object that was begun.
#[inline(never)]
pub(crate) fn key(out: &mut String, key: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    text(out, key);
    out.push(':');
}

/// An object whose one key says what the value is.
pub(crate) fn tag(out: &mut String, tag: &str, value: &dyn Fn(&mut String)) {
    out.push('{');
    key(out, tag);
    value(out);
    out.push('}');
}
