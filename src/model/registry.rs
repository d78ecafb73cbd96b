//! Entities, claims and the relations between records.

use super::{
    AnnotationId, AttributeId, AttributeValue, ClaimId, Decimal, EntityId, LabelId, RelationId,
    RelationTypeId,
};
use crate::sorted::Map;

/// Another name of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written.
    pub value: String,
    /// BCP 47, or empty.
    pub language: String,
    /// ISO 15924, or empty.
    pub script: String,
}

/// An id in somebody else's registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalId {
    /// `wikidata`, `geonames` …
    pub scheme: String,
    /// The id there.
    pub id: String,
    /// Its address, or empty.
    pub url: String,
}

/// A person, place, organisation … of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its identity.
    pub id: EntityId,
    /// Canonical name.
    pub name: String,
    /// Its type: a label of kind entity.
    pub label: LabelId,
    /// Other names.
    pub aliases: Vec<Alias>,
    /// Ids elsewhere.
    pub ids: Vec<ExternalId>,
    /// In a sentence.
    pub description: String,
    /// The annotators' note.
    pub note: String,
}

/// A rating on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// The value.
    pub value: Decimal,
    /// The best of the scale.
    pub best: Option<Decimal>,
    /// The worst of the scale.
    pub worst: Option<Decimal>,
}

/// What somebody found of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// In a word.
    pub label: String,
    /// Whose words.
    pub scheme: String,
    /// On a scale.
    pub rating: Option<Rating>,
    /// Why.
    pub justification: String,
    /// Who.
    pub by: String,
    /// Where it was published.
    pub url: String,
    /// When, as written.
    pub date: String,
}

/// A proposition of the project, to be held against what each report says.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its identity.
    pub id: ClaimId,
    /// In the annotator's words.
    pub text: String,
    /// BCP 47, or empty.
    pub language: String,
    /// In a word.
    pub topic: String,
    /// How much it wants checking, in the project's own words.
    pub check_worthiness: String,
    /// What was found.
    pub verdict: Option<Verdict>,
}

/// One end of a relation: a role and the id of an annotation, entity, claim or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Name of the role.
    pub role: String,
    /// Id of the record that fills it.
    pub target: String,
}

/// A typed link with named roles.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Its identity.
    pub id: RelationId,
    /// Its type in the schema, or one of `same-as`, `supports`, `contradicts`, `updates` between claims.
    pub kind: RelationTypeId,
    /// Two or more.
    pub arguments: Vec<Argument>,
    /// Whether its ends are alike.
    pub symmetric: bool,
    /// The annotation that expresses it.
    pub trigger: Option<AnnotationId>,
    /// Its attributes.
    pub attributes: Map<AttributeId, AttributeValue>,
}
