//! Labels, attributes and relation types.

use super::words;
use crate::model::{
    Attribute, AttributeId, AttributeType, Filler, Kind, Label, LabelId, RelationType, RelationTypeId, Role,
    Schema,
};
use crate::wire::json::{self, Fault, Field, Json, Pairs, Seen, record, tagged};

words! { Kind { Entity = "entity", Claim = "claim", Other = "other" } }
words! {
    AttributeType {
        Choice = "choice", Flag = "flag", Text = "text", Number = "number", Quantity = "quantity", Date = "date",
        Entity = "entity", Annotation = "annotation",
    }
}

record! {
    /// The schema in one piece, as an op carries it.
    pub(in crate::wire) struct SchemaTwin {
        must "labels" pub(in crate::wire) labels: Vec<LabelTwin>,
        must "attributes" pub(in crate::wire) attributes: Vec<AttributeTwin>,
        must "relationTypes" pub(in crate::wire) relation_types: Vec<RelationTypeTwin>,
    }
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

record! {
    pub(in crate::wire) struct LabelTwin {
        must "id" pub(in crate::wire) id: String,
        must "name" name: String,
        must "kind" kind: Kind,
        may "group" group: String,
        show "colour" pub(in crate::wire) colour: u8,
        may "key" key: Option<char>,
        may "description" description: String,
        may "parent" parent: Option<String>,
        may "equivalents" equivalents: Pairs<String>,
        may "attributes" attributes: Vec<String>,
    }
}

impl From<&Label> for LabelTwin {
    fn from(label: &Label) -> Self {
        Self {
            id: label.id.to_string(),
            name: label.name.clone(),
            kind: label.kind,
            group: label.group.clone(),
            colour: label.colour,
            key: label.key,
            description: label.description.clone(),
            parent: label.parent.as_ref().map(LabelId::to_string),
            equivalents: Pairs(label.equivalents.clone().into_iter().collect()),
            attributes: label.attributes.iter().map(AttributeId::to_string).collect(),
        }
    }
}

impl From<LabelTwin> for Label {
    fn from(twin: LabelTwin) -> Self {
        Self {
            id: LabelId::new(twin.id),
            name: twin.name,
            kind: twin.kind,
            group: twin.group,
            colour: twin.colour,
            key: twin.key,
            description: twin.description,
            parent: twin.parent.map(LabelId::new),
            equivalents: twin.equivalents.0.into_iter().collect(),
            attributes: twin.attributes.into_iter().map(AttributeId::new).collect(),
        }
    }
}

record! {
    pub(in crate::wire) struct AttributeTwin {
        must "id" pub(in crate::wire) id: String,
        must "name" name: String,
        must "type" kind: AttributeType,
        may "values" values: Vec<String>,
        may "required" required: bool,
        may "default" default: String,
    }
}

impl From<&Attribute> for AttributeTwin {
    fn from(attribute: &Attribute) -> Self {
        Self {
            id: attribute.id.to_string(),
            name: attribute.name.clone(),
            kind: attribute.kind,
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
            kind: twin.kind,
            values: twin.values,
            required: twin.required,
            default: twin.default,
        }
    }
}

impl Field for Filler {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        let (tag, value) = tagged(json)?;
        match &*tag {
            "label" => value.text().map(|id| Self::Label(LabelId::new(id))),
            "annotation" => Ok(Self::Annotation),
            "entity" => Ok(Self::Entity),
            "claim" => Ok(Self::Claim),
            "document" => Ok(Self::Document),
            _ => Err(Fault::expected(json, "what may stand in a role")),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Label(id) => json::tag(out, "label", &|out| json::text(out, id.as_str())),
            Self::Annotation => json::text(out, "annotation"),
            Self::Entity => json::text(out, "entity"),
            Self::Claim => json::text(out, "claim"),
            Self::Document => json::text(out, "document"),
        }
    }
}

record! {
    struct RoleTwin {
        must "name" name: String,
        may "fillers" fillers: Vec<Filler>,
    }
}

record! {
    pub(in crate::wire) struct RelationTypeTwin {
        must "id" pub(in crate::wire) id: String,
        must "name" name: String,
        may "symmetric" symmetric: bool,
        show "roles" roles: Vec<RoleTwin>,
    }
}

impl From<&RelationType> for RelationTypeTwin {
    fn from(kind: &RelationType) -> Self {
        let role = |role: &Role| RoleTwin { name: role.name.clone(), fillers: role.fillers.clone() };
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
        let role = |role: RoleTwin| Role { name: role.name, fillers: role.fillers };
        Self {
            id: RelationTypeId::new(twin.id),
            name: twin.name,
            symmetric: twin.symmetric,
            roles: twin.roles.into_iter().map(role).collect(),
        }
    }
}
