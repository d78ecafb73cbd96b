//! What stands in files, record by record, in the order of their keys: the model's own structs where a record says
//! all of them, private twins where a text is needed to read it.

mod annotation;
mod document;
mod id;
pub(super) mod quantity;
mod registry;
mod schema;
pub(super) mod statement;

pub(super) use annotation::{
    AnnotationTwin, Bad, FragmentTwin, Quotes, attribute_value, fragments_from, fragments_of, write_value,
};
pub(super) use document::DocumentTwin;
