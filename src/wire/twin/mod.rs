//! What stands in files, record by record: private twins of the model, in the order of their keys.

mod annotation;
mod document;
mod registry;
mod schema;

pub(super) use annotation::{
    AnnotationTwin, Bad, FragmentTwin, Quotes, ReferenceTwin, attribute_value, fragments_from, fragments_of,
    value_of,
};
pub(super) use document::{DocumentTwin, MetadataTwin, lengths};
pub(super) use registry::{ClaimTwin, EntityTwin, PersonTwin, RelationTwin};
pub(super) use schema::{AttributeTwin, LabelTwin, RelationTypeTwin, SchemaTwin};

/// An enum of the model and its words in files.
macro_rules! words {
    ($model:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl crate::wire::json::Field for $model {
            fn read(
                json: crate::wire::json::Json<'_>,
                _: &mut crate::wire::json::Seen,
            ) -> Result<Self, crate::wire::json::Fault> {
                const ALL: &[$model] = &[$($model::$variant),*];
                crate::wire::json::word(json, &[$($word),*]).map(|n| ALL[n])
            }

            fn write(&self, out: &mut String) {
                crate::wire::json::text(out, match self {
                    $(Self::$variant => $word),*
                });
            }
        }
    };
}
pub(super) use words;
