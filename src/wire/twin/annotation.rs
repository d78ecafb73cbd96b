//! Annotations, their origin, their attributes.

use super::{is_false, words};
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, ClaimId, DocumentId, EntityId, Fragments, How,
    LabelId, Nil, Origin, PersonId, RawJson, Reference, Speaker, Status,
};
use crate::sorted::Map;
use crate::text::{CodePoint, Span, Text};
use crate::wire::raw::{self, Raw};
use crate::wire::time::Time;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    HowWord = How {
        Manual = "manual", Suggested = "suggested", Propagated = "propagated", Imported = "imported",
        Adjudicated = "adjudicated",
    }
}
words! {
    StatusWord = Status { Suggested = "suggested", Open = "open", Accepted = "accepted", Rejected = "rejected" }
}

/// What is wrong with a record.
#[derive(Debug)]
pub(in crate::wire) struct Bad {
    /// Where in the record: `, fragment 0`, or empty.
    pub(in crate::wire) at: String,
    pub(in crate::wire) found: String,
    pub(in crate::wire) expected: String,
}

#[derive(Serialize, Deserialize)]
pub(in crate::wire) struct OriginTwin {
    pub(in crate::wire) by: String,
    how: HowWord,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    rule: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    created: Time,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified: Option<Time>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    from: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "raw::present")]
    source: Option<Raw>,
}

impl From<&Origin> for OriginTwin {
    fn from(origin: &Origin) -> Self {
        Self {
            by: origin.by.to_string(),
            how: origin.how.into(),
            rule: origin.rule.clone(),
            score: origin.score,
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
            how: twin.how.into(),
            rule: twin.rule,
            score: twin.score,
            created: twin.created.0,
            modified: twin.modified.map(|time| time.0),
            from: twin.from,
            source: twin.source.map(|raw| raw.0),
        }
    }
}

/// One fragment; the journal leaves the quote out, since the texts there are known by fingerprint.
#[derive(Serialize, Deserialize)]
pub(in crate::wire) struct FragmentTwin {
    start: u32,
    end: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
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
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub(in crate::wire) enum ReferenceTwin {
    Id(String),
    Typed(TypedReference),
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::wire) enum TypedReference {
    Entity(String),
    Claim(String),
    Nil(bool),
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

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::wire) struct AnnotationTwin {
    pub(in crate::wire) id: String,
    pub(in crate::wire) document: String,
    pub(in crate::wire) label: String,
    pub(in crate::wire) fragments: Vec<FragmentTwin>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<String, Raw>,
    /// `null`, and `nil` beside it, where nothing in the registry is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refers_to: Option<Option<ReferenceTwin>>,
    #[serde(default, skip_serializing_if = "is_false")]
    nil: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "is_false")]
    unsure: bool,
    status: StatusWord,
    pub(in crate::wire) origin: OriginTwin,
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
            status: annotation.status.into(),
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
            status: self.status.into(),
            origin: self.origin.into(),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SpeakerTwin {
    Text(String),
    Entity(String),
    Annotation(String),
}

/// The key whose lists are chains of speakers.
const SPEAKERS: &str = "speakers";
/// Up to here every whole number is a 64-bit float.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The file form of attributes.
pub(super) fn attributes_of(attributes: &Map<AttributeId, AttributeValue>) -> BTreeMap<String, Raw> {
    attributes.iter().map(|(id, value)| (id.to_string(), value_of(value))).collect()
}

/// Attributes as a file has them.
pub(super) fn attributes_from(twins: BTreeMap<String, Raw>) -> Result<Map<AttributeId, AttributeValue>, Bad> {
    let pair = |(key, raw): (String, Raw)| {
        let value = attribute_value(&key, raw)?;
        Ok((AttributeId::new(key), value))
    };
    twins.into_iter().map(pair).collect()
}

/// The file form of an attribute's value.
pub(in crate::wire) fn value_of(value: &AttributeValue) -> Raw {
    let speaker = |speaker: &Speaker| match speaker {
        Speaker::Text(text) => SpeakerTwin::Text(text.clone()),
        Speaker::Entity(id) => SpeakerTwin::Entity(id.to_string()),
        Speaker::Annotation(id) => SpeakerTwin::Annotation(id.to_string()),
    };
    let json = match value {
        AttributeValue::Text(text) => serde_json::to_string(text),
        AttributeValue::Flag(flag) => serde_json::to_string(flag),
        AttributeValue::Number(number) => serde_json::to_string(number),
        AttributeValue::Speakers(chain) => {
            serde_json::to_string(&chain.iter().map(speaker).collect::<Vec<_>>())
        }
        AttributeValue::Json(raw) => return Raw(raw.clone()),
    };
    // Strings, numbers and lists of strings always have a JSON form.
    Raw(RawJson(json.unwrap_or_else(|_| "null".to_owned()).into()))
}

/// What an attribute's value in a file means: text, yes/no, number, speakers; anything else is carried.
pub(in crate::wire) fn attribute_value(key: &str, raw: Raw) -> Result<AttributeValue, Bad> {
    let json = &*raw.0.0;
    match json.as_bytes().first() {
        Some(b'"') => serde_json::from_str(json).map(AttributeValue::Text).map_err(|error| Bad {
            at: format!(", attribute {key}"),
            found: error.to_string(),
            expected: "a text".to_owned(),
        }),
        Some(b't') => Ok(AttributeValue::Flag(true)),
        Some(b'f') => Ok(AttributeValue::Flag(false)),
        Some(b'-' | b'0'..=b'9') => {
            let whole = json.bytes().all(|b| b == b'-' || b.is_ascii_digit());
            match json.parse::<f64>() {
                // What a float cannot hold is carried as it is, so that no digit is lost.
                Ok(number) if number.is_finite() && !(whole && number.abs() > EXACT) => {
                    Ok(AttributeValue::Number(number))
                }
                _ => Ok(AttributeValue::Json(raw.0)),
            }
        }
        Some(b'[') if key == SPEAKERS => match serde_json::from_str::<Vec<SpeakerTwin>>(json) {
            Ok(chain) => {
                let speaker = |twin| match twin {
                    SpeakerTwin::Text(text) => Speaker::Text(text),
                    SpeakerTwin::Entity(id) => Speaker::Entity(EntityId::new(id)),
                    SpeakerTwin::Annotation(id) => Speaker::Annotation(AnnotationId::new(id)),
                };
                Ok(AttributeValue::Speakers(chain.into_iter().map(speaker).collect()))
            }
            Err(_) => Ok(AttributeValue::Json(raw.0)),
        },
        _ => Ok(AttributeValue::Json(raw.0)),
    }
}
