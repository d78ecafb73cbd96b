//! Why an act could not be applied or taken back: a record, and what is wrong with it.

use super::{Word, names};

names! {
    DOCUMENT: "document", "dokumen";
    ANNOTATION: "annotation", "anotasi";
    LABEL: "label", "label";
    PERSON: "person", "orang";
    ENTITY: "entity", "entitas";
    CLAIM: "claim", "klaim";
    RELATION: "relation", "relasi";
    PROJECT: "project", "proyek";

    CHANGED: "is not as it was", "tidak seperti semula";
    NOT_IN_SCHEMA: "is not in the schema", "tidak ada dalam skema";
    OTHER_ID: "cannot change its id", "tidak dapat berganti id";
    THERE: "is there already", "sudah ada";
    HAS_ANNOTATIONS: "still has annotations", "masih memiliki anotasi";
    NO_PLACE: "has no place in its document", "tidak punya tempat di dokumennya";
}
