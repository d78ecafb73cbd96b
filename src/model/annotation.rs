//! A marked piece of text.

use super::{
    AnnotationId, AttributeId, ClaimId, Decimal, DocumentId, EntityId, Evidence, Fragments, LabelId,
    PersonId, RawJson, Timestamp, When,
};
use crate::sorted::Map;

/// How a report may stand to a claim.
pub const STANCES: &[&str] = &["asserts", "reports", "denies", "doubts", "questions", "predicts"];

/// How sure a report may be of a claim.
pub const CERTAINTIES: &[&str] = &["certain", "probable", "possible"];

/// How an annotation came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// By a person's hand.
    #[default]
    Manual,
    /// By a rule.
    Suggested,
    /// By marking what reads the same.
    Propagated,
    /// From a file.
    Imported,
    /// By settling a difference between people.
    Adjudicated,
}

/// Who made a record, how and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The person, rule or import.
    pub by: PersonId,
    /// How it came to be.
    pub how: How,
    /// Name of the rule, for suggestions.
    pub rule: String,
    /// How sure the rule was.
    pub score: Option<Decimal>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// Ids of the records it was made from.
    pub from: Vec<String>,
    /// What an importer keeps: format, file, id, start, end, unit, raw.
    pub source: Option<RawJson>,
}

impl Origin {
    /// Of what somebody makes now, and nothing else is known of.
    pub fn new(by: PersonId, how: How, created: Timestamp) -> Self {
        Self {
            by,
            how,
            rule: String::new(),
            score: None,
            created,
            modified: None,
            from: Vec::new(),
            source: None,
        }
    }
}

/// Status of an annotation; exports take open and accepted unless asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// By a rule, and nobody has looked yet.
    Suggested,
    /// Made, and not yet reviewed.
    #[default]
    Open,
    /// Reviewed and kept.
    Accepted,
    /// Reviewed and refused.
    Rejected,
}

/// Says that what an annotation speaks of is not in the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nil;

/// What an annotation refers to in the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// An entity, for a mention.
    Entity(EntityId),
    /// A claim, for a statement.
    Claim(ClaimId),
    /// Somebody looked: none in the registry.
    Nil(Nil),
}

/// Who speaks in a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// In words.
    Text(String),
    /// An entity of the registry.
    Entity(EntityId),
    /// An annotation that names the speaker.
    Annotation(AnnotationId),
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// Of a choice, a text, a date, or an id: as written.
    Text(String),
    /// Of yes/no.
    Flag(bool),
    /// Of a number.
    Number(Decimal),
    /// The chain of speakers of a statement, outermost last (`speakers`).
    Speakers(Vec<Speaker>),
    /// The time that a statement speaks of (`time`).
    When(When),
    /// What bears on a statement (`evidence`).
    Evidence(Vec<Evidence>),
    /// Anything with more structure (quantity …), uninterpreted.
    Json(RawJson),
}

/// A marked piece of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Its identity in the project.
    pub id: AnnotationId,
    /// In which document.
    pub document: DocumentId,
    /// Which label of the schema.
    pub label: LabelId,
    /// Where.
    pub fragments: Fragments,
    /// Its attributes.
    pub attributes: Map<AttributeId, AttributeValue>,
    /// What it refers to.
    pub refers_to: Option<Reference>,
    /// What a person has to say about it.
    pub note: String,
    /// Whether its maker is unsure.
    pub unsure: bool,
    /// Whether it was reviewed.
    pub status: Status,
    /// Who made it.
    pub origin: Origin,
}
