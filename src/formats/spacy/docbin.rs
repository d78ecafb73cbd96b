//! Many `Doc`s in one file.

use super::doc::{Doc, Marked};
use super::{hash, msgpack};
use crate::model::RawJson;
use crate::sorted::Set;
use flate2::{Compression, write::ZlibEncoder};
use std::io::Write as _;

/// What a row of the matrix says of a token, by the numbers that spaCy has for it: ORTH, ENT_IOB, ENT_TYPE, SENT_START,
/// ENT_KB_ID.
const COLUMNS: [u64; 5] = [65, 77, 78, 80, 452];
/// In ENT_IOB.
const INSIDE: u64 = 1;
const OUTSIDE: u64 = 2;
const BEGIN: u64 = 3;

/// The parts of the file, each of all `Doc`s.
#[derive(Default)]
pub(super) struct DocBin {
    count: usize,
    tokens: Vec<u8>,
    spaces: Vec<u8>,
    lengths: Vec<u8>,
    strings: Set<String>,
    cats: Vec<u8>,
    span_groups: Vec<u8>,
    user_data: Vec<u8>,
}

impl DocBin {
    /// The number of a string, which stands among the strings from now on.
    fn string(&mut self, string: &str) -> u64 {
        if !self.strings.contains(string) {
            self.strings.insert(string.to_owned());
        }
        hash::id(string)
    }

    /// Takes a `Doc`.
    pub(super) fn add(&mut self, doc: &Doc<'_>) {
        self.count += 1;
        self.tokens(doc);
        msgpack::map(&mut self.cats, doc.cats.len());
        for (name, has) in &doc.cats {
            msgpack::text(&mut self.cats, name);
            msgpack::float(&mut self.cats, f64::from(u8::from(*has)));
        }
        let group = self.group(doc);
        msgpack::bytes(&mut self.span_groups, &group);
        let data = user_data(doc);
        msgpack::bytes(&mut self.user_data, &data);
    }

    fn tokens(&mut self, doc: &Doc<'_>) {
        let mut ents = doc.spans.iter().filter(|own| own.is_ent).peekable();
        for (n, token) in doc.tokens.iter().enumerate() {
            while ents.next_if(|ent| ent.tokens.end <= n).is_some() {}
            let ent = ents.peek().filter(|ent| ent.tokens.contains(&n));
            let of =
                |bin: &mut Self, string: fn(&Marked) -> &str| ent.map_or(0, |ent| bin.string(string(ent)));
            let row = [
                self.string(doc.document.text.slice(token.span)),
                ent.map_or(OUTSIDE, |ent| if ent.tokens.start == n { BEGIN } else { INSIDE }),
                of(self, |ent| &ent.label),
                // Yes is 1 and no is -1; 0 is for who does not know.
                if token.starts { 1 } else { u64::MAX },
                of(self, |ent| &ent.kb_id),
            ];
            self.tokens.extend(row.iter().flat_map(|cell| cell.to_le_bytes()));
            self.spaces.push(token.space.into());
        }
        self.lengths.extend((doc.tokens.len() as u32).to_le_bytes());
    }

    /// The span group `sc`, in the form of an object from the bytes of groups to their keys.
    fn group(&mut self, doc: &Doc<'_>) -> Vec<u8> {
        let mut group = Vec::new();
        msgpack::map(&mut group, 3);
        msgpack::text(&mut group, "name");
        msgpack::text(&mut group, "sc");
        msgpack::text(&mut group, "attrs");
        msgpack::map(&mut group, 0);
        msgpack::text(&mut group, "spans");
        msgpack::list(&mut group, doc.spans.len());
        for own in &doc.spans {
            let mut packed = Vec::with_capacity(40);
            // An id of its own the span has none.
            for number in [0, self.string(&own.kb_id), self.string(&own.label)] {
                packed.extend(number.to_be_bytes());
            }
            let (start, end) = doc.document.text.code_points(own.span);
            for number in [own.tokens.start as u32, own.tokens.end as u32, start.0, end.0] {
                packed.extend(number.to_be_bytes());
            }
            msgpack::bytes(&mut group, &packed);
        }
        let mut groups = Vec::new();
        msgpack::map(&mut groups, 1);
        msgpack::bytes(&mut groups, &group);
        msgpack::list(&mut groups, 1);
        msgpack::text(&mut groups, "sc");
        groups
    }

    /// The file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        msgpack::map(&mut out, 10);
        msgpack::text(&mut out, "version");
        msgpack::text(&mut out, "0.1");
        msgpack::text(&mut out, "attrs");
        msgpack::list(&mut out, COLUMNS.len());
        COLUMNS.iter().for_each(|&column| msgpack::number(&mut out, column));
        for (key, bytes) in [("tokens", &self.tokens), ("spaces", &self.spaces), ("lengths", &self.lengths)] {
            msgpack::text(&mut out, key);
            msgpack::bytes(&mut out, bytes);
        }
        msgpack::text(&mut out, "strings");
        msgpack::list(&mut out, self.strings.len());
        self.strings.iter().for_each(|string| msgpack::text(&mut out, string));
        msgpack::text(&mut out, "flags");
        msgpack::list(&mut out, self.count);
        for _ in 0..self.count {
            msgpack::map(&mut out, 1);
            msgpack::text(&mut out, "has_unknown_spaces");
            msgpack::flag(&mut out, false);
        }
        let lists =
            [("cats", &self.cats), ("span_groups", &self.span_groups), ("user_data", &self.user_data)];
        for (key, items) in lists {
            msgpack::text(&mut out, key);
            msgpack::list(&mut out, self.count);
            out.extend(items);
        }
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        // Writing into memory does not fail.
        let _ = zlib.write_all(&out);
        zlib.finish().unwrap_or_default()
    }
}

/// What is known of the article by its name, and of its spans by the key that spaCy has for `span._`.
fn user_data(doc: &Doc<'_>) -> Vec<u8> {
    let mut data = Vec::new();
    let spans = doc.span_values.values().map(|values| values.len()).sum::<usize>();
    msgpack::map(&mut data, doc.values.len() + spans);
    for (key, value) in &doc.values {
        msgpack::text(&mut data, key);
        self::value(&mut data, value);
    }
    for (name, values) in &doc.span_values {
        for (span, value) in values {
            let (start, end) = doc.document.text.code_points(*span);
            msgpack::list(&mut data, 4);
            msgpack::text(&mut data, "._.");
            msgpack::text(&mut data, name);
            msgpack::number(&mut data, start.0.into());
            msgpack::number(&mut data, end.0.into());
            self::value(&mut data, value);
        }
    }
    data
}

/// What cannot be taken apart goes as it is.
fn value(out: &mut Vec<u8>, json: &RawJson) {
    match serde_json::from_str(&json.0) {
        Ok(value) => msgpack::value(out, &value),
        Err(_) => msgpack::text(out, &json.0),
    }
}
