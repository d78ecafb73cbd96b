//! Labels, attributes and relation types: what may be marked, and how.

use super::{AttributeId, AttributeValue, Decimal, LabelId, RelationTypeId};
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

impl Kind {
    /// All of them, in the order in which labels are shown.
    pub const ALL: [Self; 3] = [Self::Entity, Self::Claim, Self::Other];
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

impl AttributeType {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Choice,
        Self::Flag,
        Self::Text,
        Self::Number,
        Self::Quantity,
        Self::Date,
        Self::Entity,
        Self::Annotation,
    ];

    /// Whether an attribute of this type can say what a new annotation gets: not what refers to something, and not what
    /// has structure.
    pub fn has_default(self) -> bool {
        !matches!(self, Self::Quantity | Self::Entity | Self::Annotation)
    }

    /// Whether a value of an attribute of the type `before` means something in this type.
    pub fn takes(self, before: Self, value: &AttributeValue) -> bool {
        let refers = |kind| matches!(kind, Self::Entity | Self::Annotation);
        if self == before {
            return true;
        }
        match (self, value) {
            // An id is no text, and a text no id.
            _ if refers(self) || refers(before) => false,
            (Self::Choice | Self::Text | Self::Date, AttributeValue::Text(_)) => true,
            (Self::Flag, AttributeValue::Flag(_)) | (Self::Number, AttributeValue::Number(_)) => true,
            (Self::Quantity, AttributeValue::Json(_)) => true,
            _ => false,
        }
    }
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

impl Attribute {
    /// What a new annotation gets; `None` for nothing, and where `default` is no value of the type.
    pub fn default_value(&self) -> Option<AttributeValue> {
        let text = self.default.trim();
        if text.is_empty() {
            return None;
        }
        match self.kind {
            AttributeType::Flag if text == "yes" || text == "true" => Some(AttributeValue::Flag(true)),
            AttributeType::Flag if text == "no" || text == "false" => Some(AttributeValue::Flag(false)),
            AttributeType::Number => Decimal::new(text).map(AttributeValue::Number),
            AttributeType::Choice | AttributeType::Text | AttributeType::Date => {
                Some(AttributeValue::Text(text.to_owned()))
            }
            _ => None,
        }
    }
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
    /// The key that begins one, if any.
    pub key: Option<char>,
}

impl RelationType {
    /// The role with this name.
    pub fn role(&self, name: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.name == name)
    }
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

    /// The relation type with this id.
    pub fn relation_type(&self, id: &RelationTypeId) -> Option<&RelationType> {
        self.relation_types.iter().find(|kind| &kind.id == id)
    }

    /// The attributes of a label, in its order.
    pub fn attributes_of<'a>(&'a self, label: &'a Label) -> impl Iterator<Item = &'a Attribute> + 'a {
        label.attributes.iter().filter_map(|id| self.attribute(id))
    }

    /// The attributes that an annotation with this label should have and `has` not.
    pub fn missing<'a>(
        &'a self,
        label: &LabelId,
        has: impl Fn(&AttributeId) -> bool + 'a,
    ) -> impl Iterator<Item = &'a Attribute> + 'a {
        let attributes = self.label(label).into_iter().flat_map(|label| self.attributes_of(label));
        attributes.filter(move |attribute| attribute.required && !has(&attribute.id))
    }

    /// The labels as they are shown: by kind, then by group, groups in the order in which they first occur.
    pub fn groups(&self) -> Vec<(Kind, &str, Vec<&Label>)> {
        let mut groups: Vec<(Kind, &str, Vec<&Label>)> = Vec::new();
        for kind in Kind::ALL {
            for label in self.labels.iter().filter(|label| label.kind == kind) {
                match groups.iter_mut().find(|(of, group, _)| *of == kind && *group == label.group) {
                    Some((.., labels)) => labels.push(label),
                    None => groups.push((kind, &label.group, vec![label])),
                }
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_is_a_value_of_its_type() {
        let value = |kind, default: &str| {
            let attribute = Attribute {
                id: AttributeId::new("a"),
                name: "A".into(),
                kind,
                values: Vec::new(),
                required: false,
                default: default.into(),
            };
            attribute.default_value()
        };
        let text = |text: &str| Some(AttributeValue::Text(text.into()));
        assert_eq!(value(AttributeType::Choice, " calm "), text("calm"));
        assert_eq!(value(AttributeType::Flag, "no"), Some(AttributeValue::Flag(false)));
        assert_eq!(value(AttributeType::Number, "12"), Decimal::new("12").map(AttributeValue::Number));
        assert_eq!(value(AttributeType::Number, "twelve"), None);
        assert_eq!(value(AttributeType::Annotation, "a-1"), None, "a new one refers to nothing");
        assert_eq!(value(AttributeType::Text, "  "), None);
    }
}
