//! What stands in files, record by record: private serde twins of the model, in the order of their keys.

mod annotation;
mod document;
mod registry;
mod schema;

pub(super) use annotation::{
    AnnotationTwin, Bad, FragmentTwin, Quotes, ReferenceTwin, StatusWord, attribute_value, fragments_from,
    fragments_of, value_of,
};
pub(super) use document::{DocumentStatusWord, DocumentTwin, MetadataTwin, lengths};
pub(super) use registry::{ClaimTwin, EntityTwin, PersonTwin, RelationTwin};
pub(super) use schema::{AttributeTwin, LabelTwin, RelationTypeTwin, SchemaTwin};

/// An enum of the model and its words in files.
macro_rules! words {
    ($twin:ident = $model:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        #[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
        pub(in crate::wire) enum $twin {
            $(#[serde(rename = $word)] $variant),*
        }

        impl From<$model> for $twin {
            fn from(value: $model) -> Self {
                match value {
                    $($model::$variant => Self::$variant),*
                }
            }
        }

        impl From<$twin> for $model {
            fn from(word: $twin) -> Self {
                match word {
                    $($twin::$variant => Self::$variant),*
                }
            }
        }
    };
}
pub(super) use words;

/// For fields that are left out where they say no.
fn is_false(value: &bool) -> bool {
    !value
}
