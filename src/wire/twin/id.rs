//! Ids.

use crate::model::{
    AnnotationId, AttributeId, ClaimId, DocumentId, EntityId, LabelId, PersonId, RelationId, RelationTypeId,
};
use crate::wire::json::{self, Fault, Field, Json, Seen};

macro_rules! ids {
    ($($id:ident),* $(,)?) => {
        $(impl Field for $id {
            fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
                json.chars().map(Self::new)
            }

            fn write(&self, out: &mut String) {
                json::text(out, self.as_str());
            }
        })*
    };
}
ids!(AnnotationId, AttributeId, ClaimId, DocumentId, EntityId, LabelId, PersonId, RelationId, RelationTypeId);
