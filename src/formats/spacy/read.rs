//! Reading spaCy documents as JSON: an object, a list of them, or one per line.
//!
//! Taken are the text, `ents`, all span groups (a span that is in several, or an entity, too, is one annotation), `kb_id`,
//! `cats` from 0.5, `meta` or `_`, and what `span_attributes` or `underscore_span` say. Tokens and sentences are made anew.

use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::kept::Kept;
use crate::formats::objects;
use crate::formats::original::{Original, article};
use crate::formats::readers::Reader;
use crate::formats::{OffsetUnit, Place, Reading, Severity, plain};
use crate::model::{
    Annotation, AttributeType, AttributeValue, Decimal, DocumentId, ExternalId, Fragments, Kind, Nil,
    Reference,
};
use crate::sorted::{Map, Set};
use crate::text::{Span, Text};
use crate::wire::json::Json;
use crate::wire::raw;
use crate::words::gathered;

/// The word of the format.
const FORMAT: &str = "spacy-json";
/// So much of a file is looked at for its tokens.
const HEAD: usize = 1 << 20;
/// Keys of a `Doc` that are no fields of an article.
const OWN_KEYS: [&str; 10] = [
    "ents",
    "sents",
    "cats",
    "tokens",
    "spans",
    "_",
    "meta",
    "span_attributes",
    "underscore_span",
    "underscore_token",
];

/// Reads them.
pub(in crate::formats) struct SpacyReader;

impl Reader for SpacyReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        let start = entry.start();
        if !start.starts_with(['{', '[']) {
            return false;
        }
        // The text comes first and may be long; a token of Prodigy begins with its text, and one of spaCy with its id.
        let bytes = entry.text.map_or(&*entry.bytes, str::as_bytes);
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
        let tokens = head.split("\"tokens\"").skip(1).take(64);
        let mut firsts =
            tokens.map(|rest| rest.trim_start_matches(|c: char| c.is_whitespace() || ":[{".contains(c)));
        head.contains("\"text\"") && firsts.any(|rest| rest.starts_with("\"id\""))
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let entry = bundle.take(at);
        let mut gathering = Gathering::new(FORMAT, &entry.name);
        if let Some(text) = objects::text_of(entry, &mut gathering) {
            let mut kept = Kept::default();
            kept.file(entry.base(), text.as_str());
            let mut row = |place: &Place, json: Json<'_>, gathering: &mut Gathering| {
                if let Some(document) = take(json, place, FORMAT, gathering) {
                    kept.own_piece(&document, 0, json.get());
                }
            };
            objects::each(&entry.name, text.as_str(), &mut gathering, done, &mut row);
            kept.keep(&entry.name, &mut gathering);
        }
        gathering.finish(reading);
    }
}

/// The value of a key.
fn of<'a>(json: Json<'a>, name: &str) -> Option<Json<'a>> {
    json.object().ok()?.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// Takes a `Doc` of a file of this format.
pub(super) fn take(
    json: Json<'_>,
    place: &Place,
    format: &str,
    gathering: &mut Gathering,
) -> Option<DocumentId> {
    let fields = json.object().unwrap_or_default();
    let known = ["meta", "_"].iter().filter_map(|key| of(json, key)?.object().ok()).flatten();
    let others = fields.iter().filter(|(key, _)| !OWN_KEYS.contains(&key.as_ref()));
    let members: Vec<(String, Json<'_>)> =
        known.chain(others.cloned()).map(|(key, value)| (key.into_owned(), value)).collect();
    let members = members.iter().map(|(key, value)| (key.as_str(), *value));
    let (mut document, original) = article(members, place, format, gathering)?;
    if document.metadata.title.is_empty() {
        document.metadata.title = format!("{}, {}", plain::title(&place.file), place.line.unwrap_or(1));
    }
    let text = document.text.clone();
    let id = gathering.document(document);
    for (name, value) in of(json, "cats").and_then(|cats| cats.object().ok()).unwrap_or_default() {
        if value.get().parse::<f64>().is_ok_and(|score| score >= 0.5) {
            let label = gathering.label(&name, Kind::Other);
            gathering.label_document(&id, &label);
        }
    }
    let mut made = annotations(json, (&original, &text), &id, place, gathering);
    say(json, &original, &mut made, gathering);
    made.into_iter().for_each(|own| gathering.keep(own));
    Some(id)
}

/// A span as it stands in a list.
struct Found {
    start: u64,
    end: u64,
    label: String,
    kb_id: String,
}

fn found(json: Json<'_>) -> Option<Found> {
    let whole = |name| of(json, name)?.get().parse().ok();
    let text = |name| of(json, name)?.text().ok();
    Some(Found {
        start: whole("start")?,
        end: whole("end")?,
        label: text("label").unwrap_or_default(),
        kb_id: text("kb_id").unwrap_or_default(),
    })
}

/// What is marked, each once. Offsets are those of the text as the file has it, spans those of the article's.
fn annotations(
    json: Json<'_>,
    (original, text): (&Original, &Text),
    document: &DocumentId,
    place: &Place,
    gathering: &mut Gathering,
) -> Vec<Annotation> {
    let places = original.places(OffsetUnit::CodePoints);
    let ents = of(json, "ents").and_then(|all| all.list().ok()).unwrap_or_default();
    let is_ent: Set<String> = ents.iter().filter_map(|own| Some(found(*own)?.label)).collect();
    let groups = of(json, "spans").and_then(|all| all.object().ok()).unwrap_or_default();
    let groups = groups.into_iter().map(|(_, list)| list.list().unwrap_or_default());
    let mut made: Vec<Annotation> = Vec::new();
    // How many of a place and a label there are: what is twice in one list is two annotations.
    let mut there: Map<(Span, String), usize> = Map::new();
    for list in groups.chain([ents]) {
        let mut here: Map<(Span, String), usize> = Map::new();
        for own in list {
            let Some(own) = found(own) else {
                let done = gathered::annotation_left_out();
                let found = own.kind().to_owned();
                gathering.at_place(place, Severity::LeftOut, found, gathered::inside(), done);
                continue;
            };
            let span = match original.span(&places, own.start, own.end) {
                Ok(span) => span,
                Err(why) => {
                    let found = why.found(own.start, own.end);
                    let done = gathered::annotation_left_out();
                    gathering.at_place(place, Severity::LeftOut, found, gathered::inside(), done);
                    continue;
                }
            };
            let count = here.get_or_insert_with((span, own.label.clone()), || 0);
            *count += 1;
            let before = there.get_or_insert_with((span, own.label.clone()), || 0);
            if *count <= *before {
                continue;
            }
            *before = *count;
            let kind = if is_ent.contains(&own.label) { Kind::Entity } else { Kind::Other };
            let label = gathering.label(if own.label.is_empty() { "_" } else { &own.label }, kind);
            let Some(fragments) = Fragments::one(span) else { continue };
            let mut annotation = gathering.annotation(document, &label, fragments);
            annotation.refers_to = refers_to(&own, text.slice(span), &annotation, gathering);
            made.push(annotation);
        }
    }
    made
}

/// What a span refers to, by its id in a knowledge base.
fn refers_to(
    own: &Found,
    quote: &str,
    annotation: &Annotation,
    gathering: &mut Gathering,
) -> Option<Reference> {
    match own.kb_id.as_str() {
        "" => None,
        "NIL" => Some(Reference::Nil(Nil)),
        id => {
            let entity = gathering.entity(id, quote, &annotation.label);
            let is_item =
                id.len() > 1 && id.starts_with('Q') && id[1..].bytes().all(|own| own.is_ascii_digit());
            let known = if is_item { Some(("wikidata", id)) } else { id.split_once(':') };
            if let (Some((scheme, id)), Some(own)) = (known, gathering.entity_mut(&entity))
                && own.ids.is_empty()
            {
                let (scheme, id) = (scheme.to_owned(), id.to_owned());
                own.ids.push(ExternalId { scheme, id, url: String::new() });
            }
            Some(Reference::Entity(entity))
        }
    }
}

/// Takes what is known of spans: each by its place, so that it belongs to the first annotation there.
fn say(json: Json<'_>, original: &Original, made: &mut [Annotation], gathering: &mut Gathering) {
    let places = original.places(OffsetUnit::CodePoints);
    let all = ["span_attributes", "underscore_span"].iter().filter_map(|key| of(json, key)?.object().ok());
    for (name, list) in all.flatten() {
        for own in list.list().unwrap_or_default() {
            let at = found(own).and_then(|own| original.span(&places, own.start, own.end).ok());
            let annotation = made.iter_mut().find(|own| Some(own.fragments.hull()) == at);
            let (Some(annotation), Some(value)) = (annotation, of(own, "value")) else { continue };
            match (name.as_ref(), value.get(), value.text()) {
                ("note", _, Ok(note)) => annotation.note = note,
                ("unsure", "true", _) => annotation.unsure = true,
                (_, json, text) => {
                    let (kind, value) = match (json, text) {
                        (_, Ok(text)) => (AttributeType::Text, AttributeValue::Text(text)),
                        ("true" | "false", _) => (AttributeType::Flag, AttributeValue::Flag(json == "true")),
                        _ => match Decimal::new(json) {
                            Some(number) => (AttributeType::Number, AttributeValue::Number(number)),
                            // As records are kept in lines, so is what is carried in them.
                            None => match raw(json) {
                                Ok(json) => (AttributeType::Text, AttributeValue::Json(json)),
                                Err(_) => continue,
                            },
                        },
                    };
                    let id = gathering.attribute(&annotation.label, &name, kind, None);
                    annotation.attributes.insert(id, value);
                }
            }
        }
    }
}
