//! Where values begin and end.

use super::{Fault, Json, Wrong};

pub(super) fn fault(text: &str, at: usize, why: &str) -> Fault {
    Fault(Box::new(Wrong { at: text.as_ptr().addr() + at, cut: at >= text.len(), why: why.to_owned() }))
}

/// The first byte that is no white space.
pub(super) fn space(text: &str, mut at: usize) -> usize {
    while matches!(text.as_bytes().get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// After a value of a list or an object: the next one, or the bracket.
pub(super) fn after(text: &str, at: usize) -> usize {
    let at = space(text, at);
    if text.as_bytes().get(at) == Some(&b',') { space(text, at + 1) } else { at }
}

/// Where a value of a text ends that was checked as a whole: quicker than [`value`], which checks.
#[inline(never)]
pub(super) fn end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (start, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => loop {
                at = plain(bytes, at);
                let Some(&byte) = bytes.get(at) else { break };
                at += if byte == b'\\' { 2 } else { 1 };
                if byte == b'"' {
                    break;
                }
            },
            b'{' | b'[' => {
                depth += 1;
                continue;
            }
            b'}' | b']' => depth -= 1,
            _ if depth > 0 => continue,
            // A number or a word goes up to what cannot be in one.
            _ => {
                let rest = bytes[at..].iter();
                let inside = |byte: &&u8| !matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r');
                return at + rest.take_while(inside).count();
            }
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The first byte from one on that is not just a part of a text in quotation marks: a mark, a backslash, a control
/// character. Eight bytes at a time, by what [`u64`] carries in subtracting: a byte that is zero, or below the one taken off.
fn plain(bytes: &[u8], mut at: usize) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let below = |eight: u64, byte: u8| eight.wrapping_sub(EACH * u64::from(byte)) & !eight & (EACH << 7);
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let eight = u64::from_le_bytes(*eight);
        let is = |byte: u8| below(eight ^ (EACH * u64::from(byte)), 1);
        // The lowest of them is exact; only above it a carry may set more.
        let found = is(b'"') | is(b'\\') | below(eight, 0x20);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)).count()
}

/// A value, and where it ends. It nests as deep as memory allows, without recursion.
#[inline(never)]
pub(super) fn value(text: &str, at: usize) -> Result<(Json<'_>, usize), Fault> {
    let bytes = text.as_bytes();
    let start = space(text, at);
    let mut at = start;
    let mut open: Vec<u8> = Vec::new();
    'value: loop {
        at = match bytes.get(at) {
            Some(b'{') => {
                at = space(text, at + 1);
                if bytes.get(at) == Some(&b'}') {
                    at + 1
                } else {
                    open.push(b'}');
                    at = key(text, at)?;
                    continue 'value;
                }
            }
            Some(b'[') => {
                at = space(text, at + 1);
                if bytes.get(at) == Some(&b']') {
                    at + 1
                } else {
                    open.push(b']');
                    continue 'value;
                }
            }
            Some(b'"') => string(text, at)?,
            Some(b'-' | b'0'..=b'9') => number(text, at)?,
            Some(b't') => literal(text, at, "true")?,
            Some(b'f') => literal(text, at, "false")?,
            Some(b'n') => literal(text, at, "null")?,
            _ => return Err(fault(text, at, "a value is missing")),
        };
        while let Some(&end) = open.last() {
            at = space(text, at);
            match bytes.get(at) {
                Some(b',') => {
                    at = space(text, at + 1);
                    if end == b'}' {
                        at = key(text, at)?;
                    }
                    continue 'value;
                }
                Some(&byte) if byte == end => {
                    open.pop();
                    at += 1;
                }
                _ if end == b'}' => return Err(fault(text, at, "expected `,` or `}`")),
                _ => return Err(fault(text, at, "expected `,` or `]`")),
            }
        }
        return Ok((Json(&text[start..at]), at));
    }
}

/// Where the value of a key begins.
fn key(text: &str, at: usize) -> Result<usize, Fault> {
    if text.as_bytes().get(at) != Some(&b'"') {
        return Err(fault(text, at, "a key in quotation marks is missing"));
    }
    let at = space(text, string(text, at)?);
    match text.as_bytes().get(at) {
        Some(b':') => Ok(space(text, at + 1)),
        _ => Err(fault(text, at, "expected `:`")),
    }
}

fn string(text: &str, at: usize) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    let mut at = at + 1;
    loop {
        at = plain(bytes, at);
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => match bytes.get(at + 1) {
                Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => at += 2,
                Some(b'u') => {
                    at += 2;
                    for _ in 0..4 {
                        if !bytes.get(at).is_some_and(u8::is_ascii_hexdigit) {
                            return Err(fault(text, at, "invalid escape"));
                        }
                        at += 1;
                    }
                }
                _ => return Err(fault(text, at + 1, "invalid escape")),
            },
            // Nothing else ends what is plain.
            Some(_) => {
                return Err(fault(
                    text,
                    at,
                    "control character (\\u0000-\\u001F) found while parsing a string",
                ));
            }
            None => return Err(fault(text, at, "a text does not end")),
        }
    }
}

fn digits(text: &str, at: usize) -> Result<usize, Fault> {
    let count = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 { Err(fault(text, at, "invalid number")) } else { Ok(at + count) }
}

fn number(text: &str, mut at: usize) -> Result<usize, Fault> {
    let bytes = text.as_bytes();
    if bytes[at] == b'-' {
        at += 1;
    }
    if bytes.get(at) == Some(&b'0') {
        at += 1;
        if bytes.get(at).is_some_and(u8::is_ascii_digit) {
            return Err(fault(text, at, "invalid number"));
        }
    } else {
        at = digits(text, at)?;
    }
    if bytes.get(at) == Some(&b'.') {
        at = digits(text, at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(text, at)?;
    }
    Ok(at)
}

fn literal(text: &str, at: usize, word: &str) -> Result<usize, Fault> {
    let rest = &text.as_bytes()[at..];
    let same = rest.iter().zip(word.as_bytes()).take_while(|(a, b)| a == b).count();
    if same == word.len() { Ok(at + same) } else { Err(fault(text, at + same, "a value is missing")) }
}

/// The character that an escape stands for, and its length; `None` for half a surrogate pair.
pub(super) fn escape(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| text.get(at..at + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let char = match text.as_bytes().get(1)? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = unit(2)?;
            if !(0xD800..0xDC00).contains(&first) {
                return char::from_u32(first).map(|char| (char, 6));
            }
            let second = text.get(6..8).filter(|next| *next == "\\u").and_then(|_| unit(8))?;
            if !(0xDC00..0xE000).contains(&second) {
                return None;
            }
            let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return char::from_u32(code).map(|char| (char, 12));
        }
        &byte => char::from(byte),
    };
    Some((char, 2))
}
