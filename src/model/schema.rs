//! Labels, attributes and relation types: what may be marked, and how.

use super::{AttributeId, LabelId, RelationTypeId};
use crate::sorted::Map;

/// How many colour slots there are; a label's slot is below it. The styles decide what each looks like.
pub const SLOTS: u8 = 12;

/// What a label marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Mentions of people, places …
    Entity,
    /// Statements: one report telling a claim.
    Claim,
    /// Anything else.
    Other,
}

/// An entry of the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its identity.
    pub id: LabelId,
    /// Shown on its button.
    pub name: String,
    /// What it marks.
    pub kind: Kind,
    /// Name of its group, or empty.
    pub group: String,
    /// Its colour slot, below [`SLOTS`].
    pub colour: u8,
    /// The key that marks with it, if any.
    pub key: Option<char>,
    /// A hint for annotators.
    pub description: String,
    /// A wider label.
    pub parent: Option<LabelId>,
    /// Its name in other schemes (`conll2003`, `schema.org` …).
    pub equivalents: Map<String, String>,
    /// Its attributes, in order.
    pub attributes: Vec<AttributeId>,
}

impl Label {
    /// The short name drawn beside a mark: its first three letters. The styles draw them as capitals.
    pub fn badge(&self) -> String {
        self.name.chars().filter(|c| c.is_alphanumeric()).take(3).collect()
    }
}

/// The type of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeType {
    /// One of its values.
    Choice,
    /// Yes or no.
    Flag,
    /// Free text.
    Text,
    /// A number.
    Number,
    /// A figure with bounds.
    Quantity,
    /// A date, as precise as known.
    Date,
    /// An entity of the registry.
    Entity,
    /// Another annotation.
    Annotation,
}

/// A typed field of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its identity; also the key in an annotation's `attributes`.
    pub id: AttributeId,
    /// Shown beside its field.
    pub name: String,
    /// Its type.
    pub kind: AttributeType,
    /// Of a choice: what may be chosen.
    pub values: Vec<String>,
    /// Whether an annotation should have it.
    pub required: bool,
    /// What a new annotation gets; empty for nothing.
    pub default: String,
}

/// What may fill a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filler {
    /// An annotation with this label.
    Label(LabelId),
    /// Any annotation.
    Annotation,
    /// An entity of the registry.
    Entity,
    /// A claim of the registry.
    Claim,
    /// A document.
    Document,
}

/// A named end of a relation type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name.
    pub name: String,
    /// What may fill it; empty for anything.
    pub fillers: Vec<Filler>,
}

/// A type of relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationType {
    /// Its identity.
    pub id: RelationTypeId,
    /// Shown.
    pub name: String,
    /// Whether its ends are alike.
    pub symmetric: bool,
    /// Its ends.
    pub roles: Vec<Role>,
}

/// What may be marked in a project. Lists keep the person's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Labels.
    pub labels: Vec<Label>,
    /// Attributes that labels use.
    pub attributes: Vec<Attribute>,
    /// Relation types.
    pub relation_types: Vec<RelationType>,
}

impl Schema {
    /// The label with this id.
    pub fn label(&self, id: &LabelId) -> Option<&Label> {
        self.labels.iter().find(|label| &label.id == id)
    }

    /// The attribute with this id.
    pub fn attribute(&self, id: &AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| &attribute.id == id)
    }

    /// The attributes of a label, in its order.
    pub fn attributes_of<'a>(&'a self, label: &'a Label) -> impl Iterator<Item = &'a Attribute> + 'a {
        label.attributes.iter().filter_map(|id| self.attribute(id))
    }
}
