//! Annotations, their origin, their attributes.

use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, Decimal, DocumentId, EVIDENCE, EntityId,
    Fragments, How, LabelId, Nil, Origin, RawJson, Reference, SPEAKERS, Speaker, Status, TIME,
};
use crate::sorted::Map;
use crate::text::{CodePoint, Span, Text};
use crate::wire::json::{self, Fault, Field, Json, Seen, record, tagged, words};
use crate::words::wire as said;

words! {
    How {
        Manual = "manual", Suggested = "suggested", Propagated = "propagated", Imported = "imported",
        Adjudicated = "adjudicated",
    }
}
words! {
    Status { Suggested = "suggested", Open = "open", Accepted = "accepted", Rejected = "rejected" }
}

/// What is wrong with a record.
#[derive(Debug)]
pub(in crate::wire) struct Bad {
    /// Where in the record: `, fragment 0`, or empty.
    pub(in crate::wire) at: String,
    pub(in crate::wire) found: String,
    pub(in crate::wire) expected: String,
}

record! {
    Origin {
        must "by" by,
        must "how" how,
        may "rule" rule,
        may "score" score,
        must "created" created,
        may "modified" modified,
        may "from" from,
        may "source" source,
    }
}

record! {
    /// One fragment. The journal has a fingerprint in the place of the quote: a record that was written for another text
    /// of the document, since the record of a correction is damaged, is told from one that fits.
    pub(in crate::wire) struct FragmentTwin {
        must "start" start: u32,
        must "end" end: u32,
        may "quote" quote: Option<String>,
        may "sum" sum: Option<u32>,
    }
}

/// Whether fragments are written with their quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::wire) enum Quotes {
    With,
    Without,
}

/// The file form of fragments; `None` if they are not of this text.
pub(in crate::wire) fn fragments_of(
    fragments: &Fragments,
    text: &Text,
    quotes: Quotes,
) -> Option<Vec<FragmentTwin>> {
    let fragment = |span: &Span| {
        let quote = text.get(*span)?;
        let (start, end) = text.code_points(*span);
        let (quote, sum) = match quotes {
            Quotes::With => (Some(quote.to_owned()), None),
            Quotes::Without => (None, Some(sum(quote))),
        };
        Some(FragmentTwin { start: start.0, end: end.0, quote, sum })
    };
    fragments.spans().iter().map(fragment).collect()
}

/// Fragments of a text, or what is wrong with them.
pub(in crate::wire) fn fragments_from(twins: Vec<FragmentTwin>, text: &Text) -> Result<Fragments, Bad> {
    let mut spans: Vec<Span> = Vec::with_capacity(twins.len());
    for (n, twin) in twins.into_iter().enumerate() {
        let span = text.span_of_code_points(CodePoint(twin.start), CodePoint(twin.end));
        let there = span.as_ref().map_or("", |span| text.slice(*span));
        let other = twin.quote.as_deref().is_some_and(|quote| quote != there);
        let follows = |span: &Span| spans.last().is_none_or(|last| last.end() <= span.start());
        let fits = !other && twin.sum.is_none_or(|own| own == sum(there));
        let span = match span {
            Ok(span) if fits && follows(&span) => span,
            span => {
                let offsets = said::start_and_end(twin.start, twin.end);
                let (found, expected) = match (span, &twin.quote) {
                    (Err(error), _) => (offsets, expected(&error, text)),
                    (Ok(_), Some(quote)) if other => {
                        (said::quote_at(&short(quote), &offsets), said::text_there(&short(there)))
                    }
                    (Ok(_), _) if !fits => (said::other_text(&offsets), said::text_there(&short(there))),
                    (Ok(_), _) => (offsets, said::fragments_in_order().to_owned()),
                };
                return Err(Bad { at: format!(", fragment {n}"), found, expected });
            }
        };
        spans.push(span);
    }
    Fragments::new(spans).ok_or_else(|| Bad {
        at: String::new(),
        found: said::no_fragments().to_owned(),
        expected: said::one_or_more().to_owned(),
    })
}

/// A fingerprint of a quote: FNV-1a of 32 bits, <http://www.isthe.com/chongo/tech/comp/fnv/>. It tells texts apart, not forgers.
fn sum(quote: &str) -> u32 {
    quote.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn expected(error: &crate::text::SpanError, text: &Text) -> String {
    let length = text.lengths().code_points;
    said::within(length, &error.to_string())
}

/// A text in quotation marks, cut after 40 characters.
pub(in crate::wire) fn short(text: &str) -> String {
    let start: String = text.chars().take(40).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    format!("“{start}{more}”")
}

/// What an annotation refers to: in the project file the id alone, in the journal with its kind.
#[derive(Clone)]
pub(in crate::wire) enum ReferenceTwin {
    Id(String),
    Typed(Reference),
}

impl Field for ReferenceTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        if json.get().starts_with('"') {
            json.text().map(Self::Id)
        } else {
            Field::read(json, seen).map(Self::Typed)
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Id(id) => json::text(out, id),
            Self::Typed(reference) => reference.write(out),
        }
    }
}

impl Field for Reference {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, value) = tagged(json)?;
        match &*tag {
            "entity" => Field::read(value, seen).map(Self::Entity),
            "claim" => Field::read(value, seen).map(Self::Claim),
            "nil" => bool::read(value, seen).map(|_| Self::Nil(Nil)),
            _ => Err(Fault::expected(json, said::a_reference())),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Entity(id) => json::tag(out, "entity", &|out| id.write(out)),
            Self::Claim(id) => json::tag(out, "claim", &|out| id.write(out)),
            Self::Nil(Nil) => json::tag(out, "nil", &|out| true.write(out)),
        }
    }
}

impl ReferenceTwin {
    /// Resolves an id without a kind by `which`.
    fn resolve(self, which: impl FnOnce(String) -> Result<Reference, Bad>) -> Result<Reference, Bad> {
        match self {
            Self::Id(id) => which(id),
            Self::Typed(reference) => Ok(reference),
        }
    }
}

record! {
    /// An annotation, whose fragments mean something in its text only.
    pub(in crate::wire) struct AnnotationTwin {
        must "id" pub(in crate::wire) id: AnnotationId,
        must "document" pub(in crate::wire) document: DocumentId,
        must "label" pub(in crate::wire) label: LabelId,
        must "fragments" pub(in crate::wire) fragments: Vec<FragmentTwin>,
        may "attributes" attributes: Map<AttributeId, AttributeValue>,
        /// `null`, and `nil` beside it, where nothing in the registry is meant.
        may "refersTo" refers_to: Option<Option<ReferenceTwin>>,
        may "nil" nil: bool,
        may "note" note: String,
        may "unsure" unsure: bool,
        must "status" status: Status,
        must "origin" pub(in crate::wire) origin: Origin,
    }
}

impl AnnotationTwin {
    /// The file form of an annotation; `None` if its fragments are not of this text.
    pub(in crate::wire) fn new(annotation: &Annotation, text: &Text, quotes: Quotes) -> Option<Self> {
        let refers_to = annotation.refers_to.as_ref().map(|reference| match (reference, quotes) {
            (Reference::Nil(_), _) => None,
            (Reference::Entity(id), Quotes::With) => Some(ReferenceTwin::Id(id.to_string())),
            (Reference::Claim(id), Quotes::With) => Some(ReferenceTwin::Id(id.to_string())),
            (reference, Quotes::Without) => Some(ReferenceTwin::Typed(reference.clone())),
        });
        Some(Self {
            id: annotation.id.clone(),
            document: annotation.document.clone(),
            label: annotation.label.clone(),
            fragments: fragments_of(&annotation.fragments, text, quotes)?,
            attributes: annotation.attributes.clone(),
            nil: matches!(refers_to, Some(None)),
            refers_to,
            note: annotation.note.clone(),
            unsure: annotation.unsure,
            status: annotation.status,
            origin: annotation.origin.clone(),
        })
    }

    /// The annotation, or what is wrong with it. `which` says what an id without a kind names.
    pub(in crate::wire) fn open(
        self,
        text: &Text,
        which: impl FnOnce(String) -> Result<Reference, Bad>,
    ) -> Result<Annotation, Bad> {
        let refers_to = match self.refers_to {
            Some(Some(reference)) => Some(reference.resolve(which)?),
            Some(None) | None => self.nil.then_some(Reference::Nil(Nil)),
        };
        Ok(Annotation {
            id: self.id,
            document: self.document,
            label: self.label,
            fragments: fragments_from(self.fragments, text)?,
            attributes: self.attributes,
            refers_to,
            note: self.note,
            unsure: self.unsure,
            status: self.status,
            origin: self.origin,
        })
    }
}

impl Field for Speaker {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        let (tag, id) = tagged(json)?;
        let id = id.text()?;
        match &*tag {
            "text" => Ok(Self::Text(id)),
            "entity" => Ok(Self::Entity(EntityId::new(id))),
            "annotation" => Ok(Self::Annotation(AnnotationId::new(id))),
            _ => Err(Fault::expected(json, said::a_speaker())),
        }
    }

    fn write(&self, out: &mut String) {
        let (tag, id) = match self {
            Self::Text(text) => ("text", text.as_str()),
            Self::Entity(id) => ("entity", id.as_str()),
            Self::Annotation(id) => ("annotation", id.as_str()),
        };
        json::tag(out, tag, &|out| json::text(out, id));
    }
}

impl Field for Map<AttributeId, AttributeValue> {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        let mut map = Map::new();
        for (key, value) in json.object()? {
            let value = attribute_value(&key, value)?;
            map.insert(AttributeId::new(&*key), value);
        }
        Ok(map)
    }

    fn write(&self, out: &mut String) {
        out.push('{');
        for (id, value) in self {
            json::key(out, id.as_str());
            write_value(value, out);
        }
        out.push('}');
    }

    fn is_empty(&self) -> bool {
        Map::is_empty(self)
    }
}

/// Writes the value of an attribute.
pub(in crate::wire) fn write_value(value: &AttributeValue, out: &mut String) {
    match value {
        AttributeValue::Text(text) => json::text(out, text),
        AttributeValue::Flag(flag) => flag.write(out),
        AttributeValue::Number(number) => number.write(out),
        AttributeValue::Speakers(chain) => chain.write(out),
        AttributeValue::When(when) => super::statement::write_when(when).write(out),
        AttributeValue::Evidence(all) => super::statement::write_evidence(all).write(out),
        AttributeValue::Json(raw) => raw.write(out),
    }
}

/// What an attribute's value in a file means: text, yes/no, number, speakers, time and evidence;
/// anything else is carried.
pub(in crate::wire) fn attribute_value(key: &str, json: Json<'_>) -> Result<AttributeValue, Fault> {
    let seen = &mut Seen::default();
    let carried = || RawJson::read(json, &mut Seen::default()).map(AttributeValue::Json);
    match json.get().as_bytes().first() {
        Some(b'"') => json.text().map(AttributeValue::Text),
        Some(b't') => Ok(AttributeValue::Flag(true)),
        Some(b'f') => Ok(AttributeValue::Flag(false)),
        Some(b'-' | b'0'..=b'9') => {
            Decimal::new(json.get()).map(AttributeValue::Number).map_or_else(carried, Ok)
        }
        Some(b'[') if key == SPEAKERS => {
            Field::read(json, seen).map(AttributeValue::Speakers).or_else(|_| carried())
        }
        // What holds more than Postil knows is carried as it came, so that nothing of it is lost.
        Some(b'{') if key == TIME => {
            let json = RawJson::read(json, seen)?;
            let when = super::statement::read_when(&json).map(AttributeValue::When);
            Ok(when.unwrap_or(AttributeValue::Json(json)))
        }
        Some(b'[') if key == EVIDENCE => {
            let json = RawJson::read(json, seen)?;
            let evidence = super::statement::read_evidence(&json).map(AttributeValue::Evidence);
            Ok(evidence.unwrap_or(AttributeValue::Json(json)))
        }
        _ => carried(),
    }
}
