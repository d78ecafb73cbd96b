//! MessagePack, as little of it as a DocBin has: <https://github.com/msgpack/msgpack/blob/master/spec.md>.

use serde_json::Value;

/// A text, a list or an object of so many: `[fixed, of 8 bits, of 16 bits, of 32 bits]`, the first as its lead byte and
/// how many it can say.
fn length(out: &mut Vec<u8>, fixed: (u8, usize), leads: [u8; 3], count: usize) {
    match count {
        few if few < fixed.1 => out.push(fixed.0 | few as u8),
        few if few < 0x100 && leads[0] != 0 => out.extend([leads[0], few as u8]),
        few if few < 0x1_0000 => {
            out.push(leads[1]);
            out.extend((few as u16).to_be_bytes());
        }
        many => {
            out.push(leads[2]);
            out.extend((many as u32).to_be_bytes());
        }
    }
}

/// Begins an object of so many keys.
pub(super) fn map(out: &mut Vec<u8>, keys: usize) {
    length(out, (0x80, 16), [0, 0xDE, 0xDF], keys);
}

/// Begins a list of so many.
pub(super) fn list(out: &mut Vec<u8>, items: usize) {
    length(out, (0x90, 16), [0, 0xDC, 0xDD], items);
}

/// A text.
pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    length(out, (0xA0, 32), [0xD9, 0xDA, 0xDB], text.len());
    out.extend(text.as_bytes());
}

/// Bytes.
pub(super) fn bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    length(out, (0, 0), [0xC4, 0xC5, 0xC6], bytes.len());
    out.extend(bytes);
}

/// A whole number that is not negative.
pub(super) fn number(out: &mut Vec<u8>, number: u64) {
    match number {
        small if small < 0x80 => out.push(small as u8),
        small if small < 0x100 => out.extend([0xCC, small as u8]),
        small if small < 0x1_0000 => {
            out.push(0xCD);
            out.extend((small as u16).to_be_bytes());
        }
        small if small < 0x1_0000_0000 => {
            out.push(0xCE);
            out.extend((small as u32).to_be_bytes());
        }
        large => {
            out.push(0xCF);
            out.extend(large.to_be_bytes());
        }
    }
}

/// A number with a point.
pub(super) fn float(out: &mut Vec<u8>, number: f64) {
    out.push(0xCB);
    out.extend(number.to_be_bytes());
}

/// Yes or no.
pub(super) fn flag(out: &mut Vec<u8>, flag: bool) {
    out.push(if flag { 0xC3 } else { 0xC2 });
}

/// Nothing.
pub(super) fn nothing(out: &mut Vec<u8>) {
    out.push(0xC0);
}

/// A value of JSON.
pub(super) fn value(out: &mut Vec<u8>, json: &Value) {
    match json {
        Value::Null => nothing(out),
        Value::Bool(own) => flag(out, *own),
        Value::Number(own) => match (own.as_u64(), own.as_i64()) {
            (Some(whole), _) => number(out, whole),
            (None, Some(whole)) => {
                out.push(0xD3);
                out.extend(whole.to_be_bytes());
            }
            (None, None) => float(out, own.as_f64().unwrap_or_default()),
        },
        Value::String(own) => text(out, own),
        Value::Array(items) => {
            list(out, items.len());
            items.iter().for_each(|item| value(out, item));
        }
        Value::Object(keys) => {
            map(out, keys.len());
            for (key, own) in keys {
                text(out, key);
                value(out, own);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_the_specification_has_them() {
        let hex = |json: &str| {
            let mut out = Vec::new();
            value(&mut out, &serde_json::from_str(json).expect("JSON"));
            out.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        assert_eq!(hex("{\"a\":[null,true,1.5]}"), "81a16193c0c3cb3ff8000000000000");
        assert_eq!(
            hex("[127,128,256,65536,4294967296,-1]"),
            "967fcc80cd0100ce00010000cf0000000100000000d3ffffffffffffffff"
        );
        assert_eq!(hex(&format!("{:?}", "x".repeat(32)))[..6], *"d92078");
        let mut out = Vec::new();
        bytes(&mut out, &[7; 300]);
        map(&mut out, 16);
        assert_eq!((&out[..4], out.len(), &out[303..]), (&[0xC5, 1, 44, 7][..], 306, &[0xDE, 0, 16][..]));
    }
}
