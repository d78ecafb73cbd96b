//! Rows of JSON with annotations, as this format has them: read again, or written by somebody's script.
//!
//! An annotation needs a `label`, and `fragments` or `start` and `end`; all other keys may be missing. Offsets are those of
//! code points, unless the quotes (`quote`, or `text` of the whole) fit another unit. An `entity` or a `claim` that nothing in
//! the file says more of is called as it is written where it is first mentioned.

use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::kept;
use crate::formats::original::{Original, article};
use crate::formats::places::{Quoted, detect, reads};
use crate::formats::readers::Reader;
use crate::formats::{NewDocument, OffsetUnit, Place, Reading, Severity, objects};
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeType, AttributeValue, CUE, Decimal, DocumentId,
    Fragments, Kind, LabelId, Nil, PersonKind, Reference, Status,
};
use crate::text::Span;
use crate::wire::json::{Field, Json, Seen};
use crate::wire::{parse_time, read_attribute};
use crate::words::gathered;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What ids of the file are here. A file has hundreds of thousands, in any order: none moves those behind it.
type Ids = BTreeMap<String, String>;

/// The units in which scripts have counted.
const UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Bytes];

/// So many rows are looked at for one with annotations: the first articles of a file may have none yet.
const LOOKED_AT: usize = 10_000;

/// Reads them.
pub(in crate::formats) struct JsonLinesReader;

impl Reader for JsonLinesReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        if !entry.start().starts_with(['{', '[']) {
            return false;
        }
        let bytes = entry.text.map_or(&*entry.bytes, str::as_bytes);
        let Ok(text) = str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) else {
            return false;
        };
        if !text.contains("\"annotations\"") {
            return false;
        }
        // A list has rows, and an object over several lines is one: small files.
        let row = |json: Json<'_>| {
            json.list().map_or_else(|_| is_marked(json), |all| all.into_iter().any(is_marked))
        };
        let lines = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT);
        let mut rows = lines.map(Json::new).peekable();
        match rows.peek() {
            Some(Ok(_)) => rows.flatten().any(row),
            _ => Json::new(text).is_ok_and(row),
        }
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let unit = bundle.unit;
        let entry = bundle.take(at);
        let mut gathering = Gathering::new("json-lines", &entry.name).wishing(unit);
        let mut rows = Vec::new();
        let Some(text) = objects::text_of(entry, &mut gathering) else { return gathering.finish(reading) };
        let mut take =
            |place: &Place, json, gathering: &mut Gathering| rows.extend(Row::read(place, json, gathering));
        objects::each(&entry.name, text.as_str(), &mut gathering, done, &mut take);
        let quotes = rows.iter().flat_map(Row::quotes);
        let found = detect(UNITS, quotes).map_or(OffsetUnit::CodePoints, |(unit, _)| unit);
        let unit = gathering.counts(found);
        if let Some(row) = rows.first().filter(|_| unit != OffsetUnit::CodePoints && unit == found) {
            let found = gathered::counts_in(unit.name());
            gathering.at_place(
                &row.place,
                Severity::Note,
                found,
                OffsetUnit::CodePoints.name(),
                gathered::by_quotes(),
            );
        }
        let mut ids = Ids::new();
        let mut files = kept::Kept::default();
        files.file(entry.base(), text.as_str());
        let mut marks: Vec<Vec<Kept<'_>>> = Vec::with_capacity(rows.len());
        for row in &rows {
            let (document, own) = row.gather(unit, &mut ids, &mut gathering);
            files.own_piece(&document, 0, row.json.get());
            marks.push(own);
        }
        // A relation and an attribute may name what comes in a later row.
        for (row, marks) in rows.iter().zip(&marks) {
            marks.iter().for_each(|own| own.attributes(&row.place, &ids, &mut gathering));
            row.relate(&mut ids, &mut gathering);
        }
        files.keep(&entry.name, &mut gathering);
        gathering.finish(reading);
    }
}

/// Whether a row has annotations as this format has them.
fn is_marked(row: Json<'_>) -> bool {
    let Ok(keys) = row.object() else { return false };
    let of = |name: &str| keys.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
    let Some(marks) = of("annotations").and_then(|all| all.list().ok()) else { return false };
    let fits = |mark: &Json<'_>| {
        let has = |name: &str| mark.object().is_ok_and(|keys| keys.iter().any(|(key, _)| key == name));
        has("label") && (has("fragments") || has("start") && has("end"))
    };
    let labelled = of("labels")
        .and_then(|all| all.list().ok())
        .is_some_and(|all| !all.is_empty() && all.iter().all(|label| label.get().starts_with('"')));
    let has_ends =
        |relation: &Json<'_>| relation.object().is_ok_and(|keys| keys.iter().any(|(key, _)| key == "ends"));
    let related =
        of("relations").and_then(|all| all.list().ok()).is_some_and(|all| all.first().is_some_and(has_ends));
    of("text").is_some_and(|text| text.get().starts_with('"'))
        && marks.first().map_or(labelled || related, fits)
}

/// The keys of an object.
type Keys<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

fn of<'a>(keys: &Keys<'a>, name: &str) -> Option<Json<'a>> {
    keys.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
}

fn text_of(keys: &Keys<'_>, name: &str) -> Option<String> {
    of(keys, name)?.text().ok()
}

fn number_of(keys: &Keys<'_>, name: &str) -> Option<u64> {
    of(keys, name)?.get().parse().ok()
}

/// A piece of a text: start, end, and how it reads where that is said.
type Piece = (u64, u64, Option<String>);

/// An annotation of a row.
struct Marked<'a> {
    n: usize,
    keys: Keys<'a>,
    label: String,
    pieces: Vec<Piece>,
}

impl<'a> Marked<'a> {
    fn read(n: usize, json: Json<'a>) -> Option<Self> {
        let keys = json.object().ok()?;
        let label = text_of(&keys, "label")?;
        let piece = |keys: &Keys<'_>, quote: &str| {
            Some((number_of(keys, "start")?, number_of(keys, "end")?, text_of(keys, quote)))
        };
        let pieces = match of(&keys, "fragments").and_then(|all| all.list().ok()) {
            Some(all) => {
                let each = all.iter().map(|one| piece(&one.object().ok()?, "quote"));
                each.collect::<Option<Vec<Piece>>>()?
            }
            None => vec![piece(&keys, "text")?],
        };
        Some(Self { n, keys, label, pieces })
    }
}

/// A row.
struct Row<'a> {
    place: Place,
    /// As it stands there.
    json: Json<'a>,
    document: NewDocument,
    original: Original,
    marked: Vec<Marked<'a>>,
    labels: Vec<String>,
    relations: Vec<Keys<'a>>,
}

impl<'a> Row<'a> {
    fn read(place: &Place, json: Json<'a>, gathering: &mut Gathering) -> Option<Self> {
        let keys = json.object().unwrap_or_default();
        let own = ["annotations", "relations", "labels"];
        let members = keys.iter().filter(|(key, _)| !own.contains(&key.as_ref()));
        let (document, original) =
            article(members.map(|(key, value)| (key.as_ref(), *value)), place, "json-lines", gathering)?;
        let list = |name: &str| of(&keys, name).and_then(|all| all.list().ok()).unwrap_or_default();
        let mut marked = Vec::new();
        for (n, json) in list("annotations").into_iter().enumerate() {
            match Marked::read(n, json) {
                Some(mark) => marked.push(mark),
                None => {
                    let found = json.get().chars().take(60).collect();
                    gathering.at_place(
                        &within(place, n),
                        Severity::LeftOut,
                        found,
                        gathered::label_and_offsets(),
                        gathered::annotation_left_out(),
                    );
                }
            }
        }
        let labels = list("labels").iter().filter_map(|one| one.text().ok()).collect();
        let relations = list("relations").iter().filter_map(|one| one.object().ok()).collect();
        Some(Self { place: place.clone(), json, document, original, marked, labels, relations })
    }

    fn quotes(&self) -> impl Iterator<Item = Quoted<'_>> {
        self.marked.iter().flat_map(|mark| &mark.pieces).filter_map(|(start, end, quote)| {
            Some(Quoted { text: &self.original.raw, start: *start, end: *end, quote: quote.as_deref()? })
        })
    }

    /// Takes the article with its annotations, and gives what they are here; `ids` learns what the ids of the file are.
    fn gather(
        &self,
        unit: OffsetUnit,
        ids: &mut Ids,
        gathering: &mut Gathering,
    ) -> (DocumentId, Vec<Kept<'_>>) {
        let mut kept = Vec::with_capacity(self.marked.len());
        let document = gathering.document(self.document.clone());
        if let Some(id) = &self.document.id {
            ids.insert(id.clone(), document.to_string());
        }
        for label in &self.labels {
            let label = gathering.label(label, Kind::Other);
            gathering.label_document(&document, &label);
        }
        let places = self.original.places(unit);
        let text = &self.document.text;
        for mark in &self.marked {
            let place = within(&self.place, mark.n);
            let mut leave = |found: String, expected: &str| {
                gathering.at_place(
                    &place,
                    Severity::LeftOut,
                    found,
                    expected,
                    gathered::annotation_left_out(),
                );
            };
            let mut spans: Vec<Span> = Vec::with_capacity(mark.pieces.len());
            for (start, end, quote) in &mark.pieces {
                match self.original.span(&places, *start, *end) {
                    Err(why) => leave(why.found(*start, *end), gathered::inside()),
                    Ok(span) if quote.as_ref().is_some_and(|quote| !reads(text.slice(span), quote)) => {
                        let quote = quote.clone().unwrap_or_default();
                        leave(gathered::other_quote(&quote), &gathered::in_text(text.slice(span)));
                    }
                    Ok(span) => spans.push(span),
                }
            }
            if spans.len() < mark.pieces.len() {
                continue;
            }
            let Some(fragments) = Fragments::join(spans) else { continue };
            let kind = match text_of(&mark.keys, "kind").as_deref() {
                Some("claim") => Kind::Claim,
                Some("other") => Kind::Other,
                _ => Kind::Entity,
            };
            let label = gathering.label(&mark.label, kind);
            let mut own = gathering.annotation(&document, &label, fragments);
            if let Some(id) = text_of(&mark.keys, "id") {
                ids.insert(id, own.id.to_string());
            }
            let quotes: Vec<&str> = own.fragments.spans().iter().map(|span| text.slice(*span)).collect();
            fill(&mut own, &mark.keys, &label, &quotes.join(" "), ids, gathering);
            kept.push(Kept { mark, document: document.clone(), id: own.id.clone(), label });
            gathering.keep(own);
        }
        (document, kept)
    }

    /// Relates what the file relates, as far as it is there.
    fn relate(&self, ids: &mut Ids, gathering: &mut Gathering) {
        for keys in &self.relations {
            let kind = text_of(keys, "type").unwrap_or_default();
            let symmetric = of(keys, "symmetric").is_some_and(|yes| yes.get() == "true");
            let ends = of(keys, "ends").and_then(|all| all.list().ok()).unwrap_or_default();
            let found: Option<Vec<End>> = ends.iter().map(End::read).collect();
            let whole = |ends: &Vec<End>| ends.len() >= 2 && ends.iter().all(|end| end.is_there(ids));
            let Some(ends) = found.filter(whole) else {
                let found = gathered::no_such(&text_of(keys, "id").unwrap_or(kind));
                gathering.at_place(&self.place, Severity::LeftOut, found, "", gathered::relation_left_out());
                continue;
            };
            let ends: Vec<(String, String)> = ends.into_iter().map(|end| end.take(ids, gathering)).collect();
            let roles: Vec<&str> = ends.iter().map(|(role, _)| role.as_str()).collect();
            let kind = gathering.relation_type(&kind, symmetric, &roles);
            let relation = gathering.relate(&kind, ends);
            if let Some(trigger) = text_of(keys, "trigger").and_then(|id| ids.get(&id).cloned()) {
                gathering.express(&relation, AnnotationId::new(trigger));
            }
            for (key, value) in values(keys, None, &self.place, ids, gathering) {
                gathering.say_of_relation(&relation, key, value);
            }
        }
    }
}

/// An end of a relation.
struct End {
    role: String,
    id: String,
    /// What it is called, and its label, where it is in a registry.
    entity: Option<(String, String)>,
    claim: Option<String>,
}

impl End {
    fn read(json: &Json<'_>) -> Option<Self> {
        let keys = json.object().ok()?;
        let entity = text_of(&keys, "entity").zip(text_of(&keys, "label"));
        let claim = text_of(&keys, "claim");
        Some(Self { role: text_of(&keys, "role")?, id: text_of(&keys, "id")?, entity, claim })
    }

    /// Whether it is known what it is.
    fn is_there(&self, ids: &Ids) -> bool {
        self.entity.is_some() || self.claim.is_some() || ids.contains_key(&self.id)
    }

    /// Its role and what it is here. One in a registry that no annotation refers to is called as it is here.
    fn take(self, ids: &mut Ids, gathering: &mut Gathering) -> (String, String) {
        let target = match (self.entity, self.claim) {
            (Some((name, label)), _) => {
                let label = gathering.label(&label, Kind::Entity);
                gathering.entity(&self.id, &name, &label).to_string()
            }
            (None, Some(text)) => gathering.claim_called(&self.id, &text).to_string(),
            (None, None) => return (self.role, ids.get(&self.id).cloned().unwrap_or_default()),
        };
        ids.entry(self.id).or_insert_with(|| target.clone());
        (self.role, target)
    }
}

/// An annotation that was kept.
struct Kept<'a> {
    mark: &'a Marked<'a>,
    document: DocumentId,
    id: AnnotationId,
    label: LabelId,
}

impl Kept<'_> {
    /// Takes its attributes, now that it is known what ids of the file are.
    fn attributes(&self, place: &Place, ids: &Ids, gathering: &mut Gathering) {
        let place = within(place, self.mark.n);
        for (key, value) in values(&self.mark.keys, Some(&self.label), &place, ids, gathering) {
            gathering.change(&self.document, &self.id, |own| {
                own.attributes.insert(key, value);
            });
        }
    }
}

/// The attributes of a record, of a label or of none; what names nothing that the file has is left out, and said.
fn values(
    keys: &Keys<'_>,
    label: Option<&LabelId>,
    place: &Place,
    ids: &Ids,
    gathering: &mut Gathering,
) -> Vec<(AttributeId, AttributeValue)> {
    let all = of(keys, "attributes").and_then(|all| all.object().ok()).unwrap_or_default();
    let mut values = Vec::with_capacity(all.len());
    for (name, json) in all {
        let to = |id: &str| ids.get(id).cloned();
        let Some(value) = read_attribute(&name, json.get()) else { continue };
        let named = match &value {
            AttributeValue::Text(text) => match to(text).unwrap_or_default().get(..2) {
                Some("a-") => Some(AttributeType::Annotation),
                Some("e-") => Some(AttributeType::Entity),
                _ => (name == CUE).then_some(AttributeType::Annotation),
            },
            _ => None,
        };
        let key = match (label, named) {
            (Some(label), Some(kind)) => gathering.attribute_naming(label, &name, kind),
            (Some(label), None) => gathering.attribute_of(label, &name, &value, AttributeType::Choice),
            (None, Some(kind)) if name != CUE => gathering.attribute_named(&name, kind, None),
            (None, _) => AttributeId::new(&*name),
        };
        match gathering.moved(&value, &key, &to) {
            Some(value) => values.push((key, value)),
            None => {
                let found = gathered::no_such(&name);
                gathering.at_place(place, Severity::Note, found, "", gathered::record_left_out());
            }
        }
    }
    values
}

fn within(place: &Place, n: usize) -> Place {
    Place { path: Some(format!("annotations[{n}]")), ..place.clone() }
}

/// What is said of an annotation beside its place.
fn fill(
    own: &mut Annotation,
    keys: &Keys<'_>,
    label: &LabelId,
    quote: &str,
    ids: &mut Ids,
    gathering: &mut Gathering,
) {
    own.note = text_of(keys, "note").unwrap_or_default();
    own.unsure = of(keys, "unsure").is_some_and(|yes| yes.get() == "true");
    if text_of(keys, "status").as_deref() == Some("accepted") {
        own.status = Status::Accepted;
    }
    if let Some(id) = text_of(keys, "entity") {
        let entity = gathering.entity(&id, quote, label);
        ids.insert(id, entity.to_string());
        own.refers_to = Some(Reference::Entity(entity));
    } else if let Some(id) = text_of(keys, "claim") {
        let claim = gathering.claim_called(&id, quote);
        ids.insert(id, claim.to_string());
        own.refers_to = Some(Reference::Claim(claim));
    } else if of(keys, "nil").is_some_and(|yes| yes.get() == "true") {
        own.refers_to = Some(Reference::Nil(Nil));
    }
    let mut seen = Seen::default();
    if let Some(by) = text_of(keys, "by").filter(|by| !by.is_empty()) {
        own.origin.by = gathering.person(&by, PersonKind::Person);
    }
    if let Some(time) = text_of(keys, "created").and_then(|time| parse_time(&time)) {
        own.origin.created = time;
    }
    own.origin.modified = text_of(keys, "modified").and_then(|time| parse_time(&time));
    own.origin.rule = text_of(keys, "rule").unwrap_or_default();
    own.origin.score = of(keys, "score").and_then(|score| Decimal::read(score, &mut seen).ok());
    own.origin.how =
        of(keys, "how").and_then(|how| Field::read(how, &mut seen).ok()).unwrap_or(own.origin.how);
}
