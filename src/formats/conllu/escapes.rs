//! What stands for signs that would part fields, and for white space.

use crate::text::is_unseen;
use std::fmt::Write as _;

/// A text in a field of `Entity`: percent-encoded are the signs that part fields, brackets and columns, and whatever
/// nobody sees. In a key the colon is, too.
pub(super) fn field(text: &str, key: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        let parts = "%-()[]|=,".contains(char) || key && char == ':';
        if parts || is_unseen(char) || char.is_control() {
            for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(char);
        }
    }
    out
}

/// White space in `SpacesAfter`, as UDPipe writes it. It leaves other white space as it is, which readers take off the
/// end of a line; here that is `\u` and four digits.
pub(super) fn spaces(gap: &str) -> String {
    let mut out = String::with_capacity(gap.len() * 2);
    for char in gap.chars() {
        match char {
            ' ' => out.push_str("\\s"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '|' => out.push_str("\\p"),
            '\\' => out.push_str("\\\\"),
            _ => {
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04X}");
                }
            }
        }
    }
    out
}

/// White space out of `SpacesAfter`, its line ends folded.
pub(super) fn unescaped(spaces: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(spaces.len());
    let mut rest = spaces;
    while let Some(char) = rest.chars().next() {
        let escape = if char == '\\' { rest.get(1..2).unwrap_or_default() } else { "" };
        let hex = rest.get(2..6).and_then(|hex| u16::from_str_radix(hex, 16).ok());
        let (unit, length) = match (escape, hex) {
            ("s", _) => (u16::from(b' '), 2),
            ("t", _) => (u16::from(b'\t'), 2),
            ("n", _) => (u16::from(b'\n'), 2),
            ("r", _) => (u16::from(b'\r'), 2),
            ("p", _) => (u16::from(b'|'), 2),
            ("\\", _) => (u16::from(b'\\'), 2),
            ("u", Some(unit)) => (unit, 6),
            _ => {
                units.extend(char.encode_utf16(&mut [0; 2]).iter());
                rest = &rest[char.len_utf8()..];
                continue;
            }
        };
        units.push(unit);
        rest = &rest[length..];
    }
    String::from_utf16_lossy(&units).replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}

/// What stood in a field of `Entity`; what is no escape stays as it is.
pub(super) fn plain(field: &str) -> String {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field.as_bytes();
    while let [first, behind @ ..] = rest {
        let hex = behind.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|hex| *first == b'%' && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| field.to_owned())
}

/// A text in one line, without white space around it, and how many characters were replaced.
pub(super) fn one_line(text: &str) -> (String, usize) {
    let mut replaced = 0;
    let ends = |char: char| is_unseen(char) || char.is_control();
    let line = text.trim_matches(ends).chars().map(|char| {
        // What a reader may take for the end of a line.
        let odd = char.is_control() || matches!(char, '\u{2028}' | '\u{2029}');
        replaced += usize::from(odd);
        if odd { ' ' } else { char }
    });
    (line.collect(), replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_is_encoded() {
        assert_eq!(field("http://x.org/a-b(c)|d=e,f g", false), "http://x.org/a%2Db%28c%29%7Cd%3De%2Cf%20g");
        assert_eq!(field("a:b é\u{2028}", true), "a%3Ab%20é%E2%80%A8");
        assert_eq!(spaces(" \t\n\r\u{A0}\u{E0001}"), "\\s\\t\\n\\r\\u00A0\\uDB40\\uDC01");
        assert_eq!(
            unescaped(" \\s\\t\\r\\n\\p\\\\\\u00A0\\uDB40\\uDC01\\x\\"),
            "  \t\n|\\\u{A0}\u{E0001}\\x\\"
        );
        assert_eq!(
            (plain("a%2Db%E2%80%A8%zz%"), plain("%FF")),
            ("a-b\u{2028}%zz%".to_owned(), "%FF".to_owned())
        );
        assert_eq!(one_line(" \u{1} a\nb\u{A0}c "), ("a b\u{A0}c".to_owned(), 1));
    }
}
