//! What a project is: documents, schema, people, annotations, registries, relations.
//!
//! Plain data with private fields where an invariant stands. The words are those of the file format (version 1),
//! but nothing here knows its file form: that is `wire`'s.
//!
//! May import: `text`. Absent on purpose: clocks, randomness, serde. Times and ids come in as arguments.

mod annotation;
mod annotations;
mod check;
mod date;
mod decimal;
mod document;
mod figure;
mod fragments;
mod id;
mod named;
mod preset;
mod presets;
mod project;
mod quantity;
mod registry;
mod relations;
mod schema;
mod statement;

pub use annotation::{
    Annotation, AttributeValue, CERTAINTIES, How, Nil, Origin, Reference, STANCES, Speaker, Status,
};
pub use annotations::{Annotations, ReadAhead, Unread};
pub use check::{Fault, check};
pub use date::{is_date, is_period, may_be_date};
pub use decimal::Decimal;
pub use document::{Document, DocumentLabel, DocumentSource, DocumentStatus, Metadata, SPLITS};
pub use figure::{Figure, figure, has_decimal_comma};
pub use fragments::Fragments;
pub use id::{
    AnnotationId, AttributeId, ClaimId, DocumentId, EntityId, LabelId, PersonId, ProjectId, RelationId,
    RelationTypeId,
};
pub use named::names_annotation;
pub use preset::news;
pub use presets::{attribution, conll_2003, nergrit, onto_notes_5};
pub use project::{Documents, Extra, Person, PersonKind, Project};
pub use quantity::{Bound, Quantity};
pub use registry::{Alias, Argument, Arrangement, Claim, Entity, ExternalId, Rating, Relation, Verdict};
pub use relations::{End, Misfit, fill, misfits};
pub use schema::{Attribute, AttributeType, Filler, Kind, Label, RelationType, Role, SLOTS, Schema};
pub use statement::{
    CERTAINTY, CUE, Certainty, EVIDENCE, Evidence, EvidenceStance, QUANTITY, SPEAKERS, STANCE, Stance,
    StatementForm, TIME, When,
};

use std::rc::Rc;

/// A moment in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

/// A piece of JSON that the project carries but does not interpret: compact text, keys in the order they came.
/// Only `wire` makes and reads it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RawJson(pub Rc<str>);
