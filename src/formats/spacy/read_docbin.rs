//! Reading a DocBin: each `Doc` becomes what it would be as JSON, and is read as that.
//!
//! Taken are the words and the blanks between them, entities with their ids, all span groups, `cats`, and `user_data`
//! by name and by span. The columns of the matrix may be any that have `ORTH`; what others say of tokens is passed over.

use super::unpack::Value;
use super::{hash, read};
use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::members;
use crate::formats::readers::Reader;
use crate::formats::{Place, Reading, Severity};
use crate::wire::json::{self, Json};
use crate::words::{files, gathered};
use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::Read as _;

/// The numbers of columns.
const ORTH: u64 = 65;
const ENT_IOB: u64 = 77;
const ENT_TYPE: u64 = 78;
const ENT_KB_ID: u64 = 452;
/// In ENT_IOB.
const INSIDE: u64 = 1;
const BEGIN: u64 = 3;
/// A file gives at most so many times its own size, and so many bytes: numbers of 64 bits are small when packed.
const RATIO: u64 = 400;
const SMALL: u64 = 16 << 20;
const MOST: u64 = 1 << 30;
/// A file has so many values for each of its bytes, beside so many in any case, and so many at most: they are kept while
/// it is read.
const VALUES: usize = 8;
const FEW_VALUES: usize = 1 << 20;
const MOST_VALUES: usize = 20 << 20;

/// Reads them.
pub(in crate::formats) struct DocBinReader;

impl Reader for DocBinReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        if entry.text.is_some() || entry.bytes.first() != Some(&0x78) {
            return false;
        }
        let mut head = Vec::new();
        // What is cut off is as good as whole for a look at the beginning.
        let _ = ZlibDecoder::new(&*entry.bytes).take(64).read_to_end(&mut head);
        entry.ends("spacy")
            || head.windows(8).any(|piece| piece == b"\xA7version")
                && head.windows(6).any(|piece| piece == b"\xA5attrs")
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let entry = bundle.take(at);
        let mut gathering = Gathering::new("spacy-docbin", &entry.name);
        let most = (entry.bytes.len() as u64).saturating_mul(RATIO).saturating_add(SMALL).min(MOST);
        let mut bytes = Vec::new();
        let unpacked = ZlibDecoder::new(&*entry.bytes).take(most + 1).read_to_end(&mut bytes);
        let whole = unpacked.is_ok() && bytes.len() as u64 <= most;
        let values = entry.bytes.len().saturating_mul(VALUES).saturating_add(FEW_VALUES).min(MOST_VALUES);
        let read = Value::within(&bytes, values).filter(|_| whole).and_then(|file| docs(&file));
        match read {
            Some(docs) => {
                let all = docs.len() as u64;
                for (n, doc) in docs.iter().enumerate() {
                    let place =
                        Place { file: entry.name.clone(), line: None, path: Some((n + 1).to_string()) };
                    if let Ok(json) = Json::new(doc) {
                        read::take(json, &place, "spacy-docbin", &mut gathering);
                    }
                    done(entry.bytes.len() as u64 * n as u64 / all);
                }
            }
            None => {
                let place = Place { file: entry.name.clone(), ..Place::default() };
                let found = gathered::no_docbin().to_owned();
                let advice = files::not_read(files::look_whole());
                gathering.at_place(&place, Severity::Refused, found, "", &advice);
            }
        }
        gathering.finish(reading);
    }
}

/// The `Doc`s of a file, each as JSON.
fn docs(file: &Value<'_>) -> Option<Vec<String>> {
    let columns: Vec<u64> = file.get("attrs")?.list().iter().map(|own| own.whole().unwrap_or(0)).collect();
    let of = |number| columns.iter().position(|own| *own == number);
    let orth = of(ORTH)?;
    let strings = file.get("strings")?.list().iter().filter_map(Value::text);
    let strings: BTreeMap<u64, &str> = strings.map(|string| (hash::id(string), string)).collect();
    let list = |key| file.get(key).map(Value::list).unwrap_or_default();
    let (cats, groups) = (list("cats"), list("span_groups"));
    let (flags, data) = (list("flags"), list("user_data"));
    let mut cells = file.get("tokens")?.bytes().chunks_exact(8 * columns.len());
    let mut spaces = file.get("spaces")?.bytes().iter();
    let mut docs = Vec::new();
    for (n, length) in file.get("lengths")?.bytes().chunks_exact(4).enumerate() {
        let length = u32::from_le_bytes(length.try_into().ok()?);
        // Every `Doc` has its categories, be they none.
        cats.get(n)?;
        let unknown = flags.get(n).and_then(|own| own.get("has_unknown_spaces")) == Some(&Value::Flag(true));
        let mut doc = Doc { strings: &strings, text: String::new(), at: 0, ents: Vec::new() };
        for _ in 0..length {
            let row = cells.next()?;
            let cell = |column: usize| {
                let bytes = &row[8 * column..8 * column + 8];
                u64::from_le_bytes(bytes.try_into().unwrap_or_default())
            };
            let said = |number| of(number).map(cell);
            let ent = (said(ENT_IOB), said(ENT_TYPE).unwrap_or(0), said(ENT_KB_ID).unwrap_or(0));
            let space = *spaces.next()? != 0 || unknown;
            doc.token(cell(orth), ent, space)?;
        }
        docs.push(doc.json(cats.get(n), groups.get(n), data.get(n)));
    }
    Some(docs)
}

/// A `Doc` on its way.
struct Doc<'a> {
    strings: &'a BTreeMap<u64, &'a str>,
    text: String,
    /// How many code points the text has.
    at: u64,
    /// Start, end, label, id in a knowledge base, and whether the next token may go on with it.
    ents: Vec<(u64, u64, u64, u64, bool)>,
}

impl<'a> Doc<'a> {
    fn string(&self, number: u64) -> Option<&'a str> {
        if number == 0 { Some("") } else { self.strings.get(&number).copied() }
    }

    /// Takes a token; `None` if its word is not in the file.
    fn token(&mut self, orth: u64, (iob, label, base): (Option<u64>, u64, u64), space: bool) -> Option<()> {
        let word = self.string(orth)?;
        let start = self.at;
        self.text.push_str(word);
        self.at += word.chars().count() as u64;
        let last = self.ents.last_mut().filter(|ent| ent.4);
        let inside = label != 0 && matches!(iob, None | Some(INSIDE | BEGIN));
        match last {
            Some(last) if inside && iob != Some(BEGIN) && last.2 == label => last.1 = self.at,
            last => {
                if let Some(last) = last {
                    last.4 = false;
                }
                if inside {
                    self.ents.push((start, self.at, label, base, true));
                }
            }
        }
        if space {
            self.text.push(' ');
            self.at += 1;
        }
        Some(())
    }

    fn span(&self, out: &mut String, (start, end): (u64, u64), label: u64, base: u64) {
        out.push_str(if out.ends_with('[') { "{" } else { ",{" });
        members::value(out, "start", &start);
        members::value(out, "end", &end);
        members::text(out, "label", self.string(label).unwrap_or_default());
        members::text(out, "kb_id", self.string(base).unwrap_or_default());
        out.push('}');
    }

    fn json(&self, cats: Option<&Value<'_>>, groups: Option<&Value<'_>>, data: Option<&Value<'_>>) -> String {
        let mut out = "{".to_owned();
        members::text(&mut out, "text", &self.text);
        json::key(&mut out, "ents");
        out.push('[');
        for &(start, end, label, base, _) in &self.ents {
            self.span(&mut out, (start, end), label, base);
        }
        out.push(']');
        if let Some(cats @ Value::Map(_)) = cats {
            json::key(&mut out, "cats");
            cats.write(&mut out);
        }
        json::key(&mut out, "spans");
        out.push('{');
        let packed = groups.map(Value::bytes).unwrap_or_default();
        let groups = Value::of(packed);
        let groups: Vec<&[u8]> = match &groups {
            Some(Value::Map(all)) => all.iter().map(|(group, _)| group.bytes()).collect(),
            Some(own) => own.list().iter().map(Value::bytes).collect(),
            None => Vec::new(),
        };
        for (n, group) in groups.into_iter().filter_map(Value::of).enumerate() {
            json::key(&mut out, &n.to_string());
            out.push('[');
            for span in group.get("spans").map(Value::list).unwrap_or_default() {
                let bytes = span.bytes();
                let Some(&[_, base, label]) = numbers(bytes, 0).as_deref() else { continue };
                let at = |from: usize| {
                    Some(u32::from_be_bytes(bytes.get(from..from + 4)?.try_into().ok()?).into())
                };
                if let (Some(start), Some(end)) = (at(32), at(36)) {
                    self.span(&mut out, (start, end), label, base);
                }
            }
            out.push(']');
        }
        out.push('}');
        user_data(&mut out, data.map(Value::bytes).unwrap_or_default());
        out.push('}');
        out
    }
}

/// Three numbers of 64 bits.
fn numbers(bytes: &[u8], from: usize) -> Option<Vec<u64>> {
    let bytes = bytes.get(from..from + 24)?;
    bytes.chunks_exact(8).map(|own| Some(u64::from_be_bytes(own.try_into().ok()?))).collect()
}

/// What is known of the article, and of its spans.
fn user_data(out: &mut String, packed: &[u8]) {
    let data = Value::of(packed);
    let Some(Value::Map(data)) = &data else { return };
    let (mut known, mut spans): (String, BTreeMap<&str, String>) = ("{".to_owned(), BTreeMap::new());
    for (key, value) in data {
        match (key.text(), key.list()) {
            (Some(key), _) => {
                json::key(&mut known, key);
                value.write(&mut known);
            }
            (_, [_, name, start, end, ..]) if let Some(name) = name.text() => {
                match (start.whole(), end.whole()) {
                    (Some(start), Some(end)) => {
                        let list = spans.entry(name).or_default();
                        list.push_str(if list.is_empty() { "{" } else { ",{" });
                        members::value(list, "start", &start);
                        members::value(list, "end", &end);
                        json::key(list, "value");
                        value.write(list);
                        list.push('}');
                    }
                    _ if *start == Value::Nothing => {
                        json::key(&mut known, name);
                        value.write(&mut known);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    json::key(out, "meta");
    out.push_str(&known);
    out.push('}');
    json::key(out, "span_attributes");
    out.push('{');
    for (name, list) in spans {
        json::key(out, name);
        out.push('[');
        out.push_str(&list);
        out.push(']');
    }
    out.push('}');
}
