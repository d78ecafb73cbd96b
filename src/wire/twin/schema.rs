//! Labels, attributes and relation types.

use super::{is_false, words};
use crate::model::{
    Attribute, AttributeId, AttributeType, Filler, Kind, Label, LabelId, RelationType, RelationTypeId, Role,
    Schema,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! { KindWord = Kind { Entity = "entity", Claim = "claim", Other = "other" } }
words! {
    AttributeTypeWord = AttributeType {
        Choice = "choice", Flag = "flag", Text = "text", Number = "number", Quantity = "quantity", Date = "date",
        Entity = "entity", Annotation = "annotation",
    }
}

/// The schema in one piece, as an op carries it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::wire) struct SchemaTwin {
    pub(in crate::wire) labels: Vec<LabelTwin>,
    pub(in crate::wire) attributes: Vec<AttributeTwin>,
    pub(in crate::wire) relation_types: Vec<RelationTypeTwin>,
}

impl From<&Schema> for SchemaTwin {
    fn from(schema: &Schema) -> Self {
        Self {
            labels: schema.labels.iter().map(Into::into).collect(),
            attributes: schema.attributes.iter().map(Into::into).collect(),
            relation_types: schema.relation_types.iter().map(Into::into).collect(),
        }
    }
}

impl From<SchemaTwin> for Schema {
    fn from(twin: SchemaTwin) -> Self {
        Self {
            labels: twin.labels.into_iter().map(Into::into).collect(),
            attributes: twin.attributes.into_iter().map(Into::into).collect(),
            relation_types: twin.relation_types.into_iter().map(Into::into).collect(),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::wire) struct LabelTwin {
    pub(in crate::wire) id: String,
    name: String,
    kind: KindWord,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    group: String,
    #[serde(default)]
    pub(in crate::wire) colour: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<char>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    equivalents: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<String>,
}

impl From<&Label> for LabelTwin {
    fn from(label: &Label) -> Self {
        Self {
            id: label.id.to_string(),
            name: label.name.clone(),
            kind: label.kind.into(),
            group: label.group.clone(),
            colour: label.colour,
            key: label.key,
            description: label.description.clone(),
            parent: label.parent.as_ref().map(LabelId::to_string),
            equivalents: label.equivalents.clone().into_iter().collect(),
            attributes: label.attributes.iter().map(AttributeId::to_string).collect(),
        }
    }
}

impl From<LabelTwin> for Label {
    fn from(twin: LabelTwin) -> Self {
        Self {
            id: LabelId::new(twin.id),
            name: twin.name,
            kind: twin.kind.into(),
            group: twin.group,
            colour: twin.colour,
            key: twin.key,
            description: twin.description,
            parent: twin.parent.map(LabelId::new),
            equivalents: twin.equivalents.into_iter().collect(),
            attributes: twin.attributes.into_iter().map(AttributeId::new).collect(),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::wire) struct AttributeTwin {
    pub(in crate::wire) id: String,
    name: String,
    #[serde(rename = "type")]
    kind: AttributeTypeWord,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    required: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    default: String,
}

impl From<&Attribute> for AttributeTwin {
    fn from(attribute: &Attribute) -> Self {
        Self {
            id: attribute.id.to_string(),
            name: attribute.name.clone(),
            kind: attribute.kind.into(),
            values: attribute.values.clone(),
            required: attribute.required,
            default: attribute.default.clone(),
        }
    }
}

impl From<AttributeTwin> for Attribute {
    fn from(twin: AttributeTwin) -> Self {
        Self {
            id: AttributeId::new(twin.id),
            name: twin.name,
            kind: twin.kind.into(),
            values: twin.values,
            required: twin.required,
            default: twin.default,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FillerTwin {
    Label(String),
    Annotation,
    Entity,
    Claim,
    Document,
}

#[derive(Serialize, Deserialize)]
struct RoleTwin {
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fillers: Vec<FillerTwin>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::wire) struct RelationTypeTwin {
    pub(in crate::wire) id: String,
    name: String,
    #[serde(default, skip_serializing_if = "is_false")]
    symmetric: bool,
    #[serde(default)]
    roles: Vec<RoleTwin>,
}

impl From<&RelationType> for RelationTypeTwin {
    fn from(kind: &RelationType) -> Self {
        let filler = |filler: &Filler| match filler {
            Filler::Label(id) => FillerTwin::Label(id.to_string()),
            Filler::Annotation => FillerTwin::Annotation,
            Filler::Entity => FillerTwin::Entity,
            Filler::Claim => FillerTwin::Claim,
            Filler::Document => FillerTwin::Document,
        };
        let role = |role: &Role| RoleTwin {
            name: role.name.clone(),
            fillers: role.fillers.iter().map(filler).collect(),
        };
        Self {
            id: kind.id.to_string(),
            name: kind.name.clone(),
            symmetric: kind.symmetric,
            roles: kind.roles.iter().map(role).collect(),
        }
    }
}

impl From<RelationTypeTwin> for RelationType {
    fn from(twin: RelationTypeTwin) -> Self {
        let filler = |filler| match filler {
            FillerTwin::Label(id) => Filler::Label(LabelId::new(id)),
            FillerTwin::Annotation => Filler::Annotation,
            FillerTwin::Entity => Filler::Entity,
            FillerTwin::Claim => Filler::Claim,
            FillerTwin::Document => Filler::Document,
        };
        let role = |role: RoleTwin| Role {
            name: role.name,
            fillers: role.fillers.into_iter().map(filler).collect(),
        };
        Self {
            id: RelationTypeId::new(twin.id),
            name: twin.name,
            symmetric: twin.symmetric,
            roles: twin.roles.into_iter().map(role).collect(),
        }
    }
}
