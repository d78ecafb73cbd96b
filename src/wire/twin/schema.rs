//! Labels, attributes and relation types.

use crate::model::{Attribute, AttributeType, Filler, Kind, Label, LabelId, RelationType, Role, Schema};
use crate::wire::json::{self, Fault, Field, Json, Seen, record, tagged, words};
use crate::words::wire as said;

words! { Kind { Entity = "entity", Claim = "claim", Other = "other" } }
words! {
    AttributeType {
        Choice = "choice", Flag = "flag", Text = "text", Number = "number", Quantity = "quantity", Date = "date",
        Entity = "entity", Annotation = "annotation",
    }
}

record! {
    Schema { must "labels" labels, must "attributes" attributes, must "relationTypes" relation_types }
}
record! {
    Label {
        must "id" id,
        must "name" name,
        must "kind" kind,
        may "group" group,
        show "colour" colour,
        may "key" key,
        may "description" description,
        may "parent" parent,
        may "equivalents" equivalents,
        may "attributes" attributes,
    }
}
record! {
    Attribute {
        must "id" id,
        must "name" name,
        must "type" kind,
        may "values" values,
        may "required" required,
        may "default" default,
    }
}
record! {
    Role { must "name" name, may "fillers" fillers }
}
record! {
    RelationType {
        must "id" id,
        must "name" name,
        may "symmetric" symmetric,
        show "roles" roles,
        may "key" key,
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
            _ => Err(Fault::expected(json, said::a_role_filler())),
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
