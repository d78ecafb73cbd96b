//! Annotations, their origin, their attributes.

use super::words;
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, ClaimId, Decimal, DocumentId, EntityId, Fragments,
    How, LabelId, Nil, Origin, PersonId, RawJson, Reference, Speaker, Status,
};
use crate::sorted::Map;
use crate::text::{CodePoint, Span, Text};
use crate::wire::json::{self, Fault, Field, Json, Pairs, Seen, record, tagged};
use crate::wire::raw::Raw;
use crate::wire::time::Time;

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
    pub(in crate::wire) struct OriginTwin {
        must "by" pub(in crate::wire) by: String,
        must "how" how: How,
        may "rule" rule: String,
        may "score" score: Option<Decimal>,
        must "created" created: Time,
        may "modified" modified: Option<Time>,
        may "from" from: Vec<String>,
        may "source" source: Option<Raw>,
    }
}

impl From<&Origin> for OriginTwin {
    fn from(origin: &Origin) -> Self {
        Self {
            by: origin.by.to_string(),
            how: origin.how,
            rule: origin.rule.clone(),
            score: origin.score.clone(),
            created: Time(origin.created),
            modified: origin.modified.map(Time),
            from: origin.from.clone(),
            source: origin.source.clone().map(Raw),
        }
    }
}

impl From<OriginTwin> for Origin {
    fn from(twin: OriginTwin) -> Self {
        Self {
            by: PersonId::new(twin.by),
            how: twin.how,
            rule: twin.rule,
            score: twin.score,
            created: twin.created.0,
            modified: twin.modified.map(|time| time.0),
            from: twin.from,
            source: twin.source.map(|raw| raw.0),
        }
    }
}

record! {
    /// One fragment; the journal leaves the quote out, since the texts there are known by fingerprint.
    pub(in crate::wire) struct FragmentTwin {
        must "start" start: u32,
        must "end" end: u32,
        may "quote" quote: Option<String>,
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
        let quote = (quotes == Quotes::With).then(|| quote.to_owned());
        Some(FragmentTwin { start: start.0, end: end.0, quote })
    };
    fragments.spans().iter().map(fragment).collect()
}

/// Fragments of a text, or what is wrong with them.
pub(in crate::wire) fn fragments_from(twins: Vec<FragmentTwin>, text: &Text) -> Result<Fragments, Bad> {
    let mut spans: Vec<Span> = Vec::with_capacity(twins.len());
    for (n, twin) in twins.into_iter().enumerate() {
        let at = format!(", fragment {n}");
        let offsets = format!("start {} and end {}", twin.start, twin.end);
        let span = match text.span_of_code_points(CodePoint(twin.start), CodePoint(twin.end)) {
            Ok(span) => span,
            Err(error) => return Err(Bad { at, found: offsets, expected: expected(&error, text) }),
        };
        if let Some(quote) = twin.quote
            && quote != text.slice(span)
        {
            let found = format!("the quote {} at {offsets}", short(&quote));
            let expected = format!("what the text has there, {}", short(text.slice(span)));
            return Err(Bad { at, found, expected });
        }
        if spans.last().is_some_and(|last| last.end() > span.start()) {
            let expected = "fragments in ascending order that do not overlap".to_owned();
            return Err(Bad { at, found: offsets, expected });
        }
        spans.push(span);
    }
    Fragments::new(spans).ok_or_else(|| Bad {
        at: String::new(),
        found: "no fragments".to_owned(),
        expected: "one or more".to_owned(),
    })
}

fn expected(error: &crate::text::SpanError, text: &Text) -> String {
    let length = text.lengths().code_points;
    format!("start < end, both within the text of {length} code points ({error})")
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
    Typed(TypedReference),
}

#[derive(Clone)]
pub(in crate::wire) enum TypedReference {
    Entity(String),
    Claim(String),
    Nil(bool),
}

impl Field for ReferenceTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        if json.get().starts_with('"') {
            return json.text().map(Self::Id);
        }
        let (tag, value) = tagged(json)?;
        Ok(Self::Typed(match &*tag {
            "entity" => TypedReference::Entity(value.text()?),
            "claim" => TypedReference::Claim(value.text()?),
            "nil" => TypedReference::Nil(bool::read(value, seen)?),
            _ => return Err(Fault::expected(json, "entity, claim or nil")),
        }))
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Id(id) => json::text(out, id),
            Self::Typed(TypedReference::Entity(id)) => json::tag(out, "entity", &|out| json::text(out, id)),
            Self::Typed(TypedReference::Claim(id)) => json::tag(out, "claim", &|out| json::text(out, id)),
            Self::Typed(TypedReference::Nil(nil)) => json::tag(out, "nil", &|out| nil.write(out)),
        }
    }
}

impl ReferenceTwin {
    /// With its kind.
    pub(in crate::wire) fn typed(reference: &Reference) -> Self {
        Self::Typed(match reference {
            Reference::Entity(id) => TypedReference::Entity(id.to_string()),
            Reference::Claim(id) => TypedReference::Claim(id.to_string()),
            Reference::Nil(Nil) => TypedReference::Nil(true),
        })
    }

    /// Resolves an id without a kind by `which`.
    pub(in crate::wire) fn resolve(
        self,
        which: impl FnOnce(String) -> Result<Reference, Bad>,
    ) -> Result<Reference, Bad> {
        match self {
            Self::Id(id) => which(id),
            Self::Typed(TypedReference::Entity(id)) => Ok(Reference::Entity(EntityId::new(id))),
            Self::Typed(TypedReference::Claim(id)) => Ok(Reference::Claim(ClaimId::new(id))),
            Self::Typed(TypedReference::Nil(_)) => Ok(Reference::Nil(Nil)),
        }
    }
}

record! {
    pub(in crate::wire) struct AnnotationTwin {
        must "id" pub(in crate::wire) id: String,
        must "document" pub(in crate::wire) document: String,
        must "label" pub(in crate::wire) label: String,
        must "fragments" pub(in crate::wire) fragments: Vec<FragmentTwin>,
        may "attributes" attributes: Pairs<Raw>,
        /// `null`, and `nil` beside it, where nothing in the registry is meant.
        may "refersTo" refers_to: Option<Option<ReferenceTwin>>,
        may "nil" nil: bool,
        may "note" note: String,
        may "unsure" unsure: bool,
        must "status" status: Status,
        must "origin" pub(in crate::wire) origin: OriginTwin,
    }
}

impl AnnotationTwin {
    /// The file form of an annotation; `None` if its fragments are not of this text.
    pub(in crate::wire) fn new(annotation: &Annotation, text: &Text, quotes: Quotes) -> Option<Self> {
        let refers_to = annotation.refers_to.as_ref().map(|reference| match (reference, quotes) {
            (Reference::Nil(_), _) => None,
            (Reference::Entity(id), Quotes::With) => Some(ReferenceTwin::Id(id.to_string())),
            (Reference::Claim(id), Quotes::With) => Some(ReferenceTwin::Id(id.to_string())),
            (reference, Quotes::Without) => Some(ReferenceTwin::typed(reference)),
        });
        Some(Self {
            id: annotation.id.to_string(),
            document: annotation.document.to_string(),
            label: annotation.label.to_string(),
            fragments: fragments_of(&annotation.fragments, text, quotes)?,
            attributes: attributes_of(&annotation.attributes),
            nil: matches!(refers_to, Some(None)),
            refers_to,
            note: annotation.note.clone(),
            unsure: annotation.unsure,
            status: annotation.status,
            origin: (&annotation.origin).into(),
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
            id: AnnotationId::new(self.id),
            document: DocumentId::new(self.document),
            label: LabelId::new(self.label),
            fragments: fragments_from(self.fragments, text)?,
            attributes: attributes_from(self.attributes)?,
            refers_to,
            note: self.note,
            unsure: self.unsure,
            status: self.status,
            origin: self.origin.into(),
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
            _ => Err(Fault::expected(json, "a speaker")),
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

/// The key whose lists are chains of speakers.
const SPEAKERS: &str = "speakers";

/// The file form of attributes.
pub(super) fn attributes_of(attributes: &Map<AttributeId, AttributeValue>) -> Pairs<Raw> {
    Pairs(attributes.iter().map(|(id, value)| (id.to_string(), value_of(value))).collect())
}

/// Attributes as a file has them.
pub(super) fn attributes_from(twins: Pairs<Raw>) -> Result<Map<AttributeId, AttributeValue>, Bad> {
    let mut attributes = Map::new();
    for (key, raw) in twins.0 {
        let value = attribute_value(&key, raw)?;
        attributes.insert(AttributeId::new(key), value);
    }
    Ok(attributes)
}

/// The file form of an attribute's value.
pub(in crate::wire) fn value_of(value: &AttributeValue) -> Raw {
    Raw(RawJson(match value {
        AttributeValue::Text(text) => json::to_string(text).into(),
        AttributeValue::Flag(flag) => json::to_string(flag).into(),
        AttributeValue::Number(number) => number.as_str().into(),
        AttributeValue::Speakers(chain) => json::to_string(chain).into(),
        AttributeValue::Json(raw) => return Raw(raw.clone()),
    }))
}

/// What an attribute's value in a file means: text, yes/no, number, speakers; anything else is carried.
pub(in crate::wire) fn attribute_value(key: &str, raw: Raw) -> Result<AttributeValue, Bad> {
    let json = &*raw.0.0;
    match json.as_bytes().first() {
        Some(b'"') => Json::new(json).and_then(Json::text).map(AttributeValue::Text).map_err(|fault| Bad {
            at: format!(", attribute {key}"),
            found: fault.why().to_owned(),
            expected: "a text".to_owned(),
        }),
        Some(b't') => Ok(AttributeValue::Flag(true)),
        Some(b'f') => Ok(AttributeValue::Flag(false)),
        Some(b'-' | b'0'..=b'9') => {
            Ok(Decimal::new(json).map_or(AttributeValue::Json(raw.0), AttributeValue::Number))
        }
        Some(b'[') if key == SPEAKERS => {
            let chain = Json::new(json).and_then(|json| Field::read(json, &mut Seen::default()));
            Ok(chain.map_or(AttributeValue::Json(raw.0), AttributeValue::Speakers))
        }
        _ => Ok(AttributeValue::Json(raw.0)),
    }
}
