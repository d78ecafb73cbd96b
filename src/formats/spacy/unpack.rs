//! Reading MessagePack, whoever wrote it: bytes that are none, or go too deep, are nothing.

use crate::wire::json;

/// Nothing that spaCy writes goes deeper.
const DEEPEST: usize = 64;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Nothing,
    Flag(bool),
    Whole(i128),
    Float(f64),
    Text(&'a str),
    Bytes(&'a [u8]),
    List(Vec<Value<'a>>),
    Map(Vec<(Value<'a>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// Of bytes that are one value.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        Self::within(bytes, bytes.len())
    }

    /// The same, if there are at most so many values in it: each takes many times the room of a packed byte.
    pub(super) fn within(bytes: &'a [u8], mut most: usize) -> Option<Self> {
        let mut left = bytes;
        take(&mut left, 0, &mut most).filter(|_| left.is_empty())
    }

    /// What stands under a key; bytes are as good as a text.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(all) = self else { return None };
        let is = |own: &Self| {
            matches!(own, Self::Text(text) if *text == key)
                || matches!(own, Self::Bytes(bytes) if *bytes == key.as_bytes())
        };
        all.iter().find(|(own, _)| is(own)).map(|(_, value)| value)
    }

    /// The items of a list.
    pub(super) fn list(&self) -> &[Self] {
        if let Self::List(all) = self { all } else { &[] }
    }

    /// Bytes, or none.
    pub(super) fn bytes(&self) -> &'a [u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
            _ => &[],
        }
    }

    /// A text.
    pub(super) fn text(&self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bytes(bytes) => str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// A whole number.
    pub(super) fn whole(&self) -> Option<u64> {
        if let Self::Whole(own) = self { u64::try_from(*own).ok() } else { None }
    }

    /// As JSON; what JSON has no form for is `null`.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Flag(own) => out.push_str(if *own { "true" } else { "false" }),
            Self::Whole(own) => out.push_str(&own.to_string()),
            // As Rust prints it: a point even where nothing stands behind it.
            Self::Float(own) if own.is_finite() => out.push_str(&format!("{own:?}")),
            Self::Text(text) => json::text(out, text),
            Self::List(all) => {
                out.push('[');
                for (n, one) in all.iter().enumerate() {
                    if n > 0 {
                        out.push(',');
                    }
                    one.write(out);
                }
                out.push(']');
            }
            Self::Map(all) => {
                out.push('{');
                for (key, value) in all {
                    let Some(key) = key.text() else { continue };
                    json::key(out, key);
                    value.write(out);
                }
                out.push('}');
            }
            Self::Nothing | Self::Float(_) | Self::Bytes(_) => out.push_str("null"),
        }
    }
}

/// The next so many bytes.
fn next<'a>(left: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (bytes, rest) = left.split_at_checked(count)?;
    *left = rest;
    Some(bytes)
}

/// A number of so many bytes.
fn number(left: &mut &[u8], bytes: usize) -> Option<u64> {
    next(left, bytes).map(|bytes| bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
}

fn length(left: &mut &[u8], bytes: usize) -> Option<usize> {
    number(left, bytes).and_then(|length| usize::try_from(length).ok())
}

fn take<'a>(left: &mut &'a [u8], depth: usize, room: &mut usize) -> Option<Value<'a>> {
    if depth > DEEPEST {
        return None;
    }
    *room = room.checked_sub(1)?;
    let lead = *next(left, 1)?.first()?;
    let width = |first: u8| 1_usize << (lead - first);
    Some(match lead {
        0x00..=0x7F => Value::Whole(lead.into()),
        0x80..=0x8F => map(left, usize::from(lead & 0xF), depth, room)?,
        0x90..=0x9F => list(left, usize::from(lead & 0xF), depth, room)?,
        0xA0..=0xBF => text(next(left, usize::from(lead & 0x1F))?),
        0xC0 => Value::Nothing,
        0xC1 => return None,
        0xC2 | 0xC3 => Value::Flag(lead == 0xC3),
        0xC4..=0xC6 => {
            let length = length(left, width(0xC4))?;
            Value::Bytes(next(left, length)?)
        }
        // What programs add of their own is passed over.
        0xC7..=0xC9 => {
            let length = length(left, width(0xC7))?;
            next(left, length.checked_add(1)?)?;
            Value::Nothing
        }
        0xCA => Value::Float(f32::from_bits(number(left, 4)? as u32).into()),
        0xCB => Value::Float(f64::from_bits(number(left, 8)?)),
        0xCC..=0xCF => Value::Whole(number(left, width(0xCC))?.into()),
        0xD0..=0xD3 => {
            let bytes = width(0xD0);
            let shift = 64 - 8 * bytes as u32;
            Value::Whole((((number(left, bytes)? << shift) as i64) >> shift).into())
        }
        0xD4..=0xD8 => {
            next(left, 1 + width(0xD4))?;
            Value::Nothing
        }
        0xD9..=0xDB => {
            let length = length(left, width(0xD9))?;
            text(next(left, length)?)
        }
        0xDC | 0xDD => {
            let count = length(left, 2 * width(0xDC))?;
            list(left, count, depth, room)?
        }
        0xDE | 0xDF => {
            let count = length(left, 2 * width(0xDE))?;
            map(left, count, depth, room)?
        }
        0xE0..=0xFF => Value::Whole((lead as i8).into()),
    })
}

fn text(bytes: &[u8]) -> Value<'_> {
    str::from_utf8(bytes).map_or(Value::Bytes(bytes), Value::Text)
}

/// Nothing is set aside for what a count promises: each item has a byte at least.
fn list<'a>(left: &mut &'a [u8], count: usize, depth: usize, room: &mut usize) -> Option<Value<'a>> {
    (count <= left.len()).then_some(())?;
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(take(left, depth + 1, room)?);
    }
    Some(Value::List(all))
}

fn map<'a>(left: &mut &'a [u8], count: usize, depth: usize, room: &mut usize) -> Option<Value<'a>> {
    (count <= left.len()).then_some(())?;
    let mut all = Vec::new();
    for _ in 0..count {
        let key = take(left, depth + 1, room)?;
        all.push((key, take(left, depth + 1, room)?));
    }
    Some(Value::Map(all))
}

#[cfg(test)]
mod tests {
    use super::super::msgpack;
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let json = "{\"a\":[null,true,1.5,127,128,65536,4294967296,-1,-40000],\"\":{\"é\":\"x\"}}";
        let mut bytes = Vec::new();
        msgpack::value(&mut bytes, &serde_json::from_str(json).expect("JSON"));
        let mut out = String::new();
        Value::of(&bytes).expect("a value").write(&mut out);
        let same = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
        assert_eq!(same(&out), same(json));
    }

    #[test]
    fn what_is_none_is_nothing() {
        for bytes in [
            &[][..],
            &[0xC1],
            &[0x92, 1],
            &[0xDB, 255, 255, 255, 255],
            &[0xDD, 255, 255, 255, 255, 1],
            &[1, 1],
        ] {
            assert_eq!(Value::of(bytes), None, "{bytes:?}");
        }
        assert_eq!(Value::of(&[0x91; 10_000]), None);
        assert_eq!(Value::within(&[0x93, 1, 2, 3], 3), None);
        assert!(Value::within(&[0x93, 1, 2, 3], 4).is_some());
        assert_eq!(Value::of(&[0xD1, 0xFF, 0xFE]), Some(Value::Whole(-2)));
        assert_eq!(Value::of(&[0xE0]), Some(Value::Whole(-32)));
        assert_eq!(Value::of(&[0xD4, 1, 2]), Some(Value::Nothing));
    }
}
