//! What stands in a line of the journal: private serde twins of a transaction and its ops.

use super::raw::{self, Raw};
use super::time::Time;
use super::twin::{
    AnnotationTwin, ClaimTwin, DocumentStatusWord, DocumentTwin, EntityTwin, FragmentTwin, MetadataTwin,
    PersonTwin, ReferenceTwin, RelationTwin, SchemaTwin, StatusWord, words,
};
use crate::edit::Act;
use serde::{Deserialize, Serialize};

words! {
    ActWord = Act {
        AddDocuments = "add-documents", RemoveDocuments = "remove-documents", EditDocument = "edit-document",
        Mark = "mark", Delete = "delete", Relabel = "relabel", Reshape = "reshape", SetAttribute = "set-attribute",
        Note = "note", Unsure = "unsure", NamePerson = "name-person", RenameProject = "rename-project",
        EditSchema = "edit-schema",
    }
}

/// Everything but the ops; `O` is what is made of them.
#[derive(Serialize, Deserialize)]
pub(super) struct Line<O> {
    pub(super) v: u32,
    pub(super) id: (String, u64),
    pub(super) act: ActWord,
    pub(super) time: Time,
    pub(super) person: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) undoes: Option<(String, u64)>,
    pub(super) ops: O,
}

#[derive(Deserialize)]
pub(super) struct Version {
    pub(super) v: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum OpTwin {
    AddDocument(Box<DocumentTwin>),
    RemoveDocument(Box<DocumentTwin>),
    SetDocument { id: String, from: DocumentFieldTwin, to: DocumentFieldTwin },
    AddAnnotation(Box<AnnotationTwin>),
    RemoveAnnotation(Box<AnnotationTwin>),
    SetAnnotation { document: String, id: String, from: AnnotationFieldTwin, to: AnnotationFieldTwin },
    SetPerson { from: Option<PersonTwin>, to: Option<PersonTwin> },
    SetEntity { from: Option<Box<EntityTwin>>, to: Option<Box<EntityTwin>> },
    SetClaim { from: Option<Box<ClaimTwin>>, to: Option<Box<ClaimTwin>> },
    SetRelation { from: Option<Box<RelationTwin>>, to: Option<Box<RelationTwin>> },
    SetProject { from: ProjectFieldTwin, to: ProjectFieldTwin },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum DocumentFieldTwin {
    Metadata(Box<MetadataTwin>),
    Status(DocumentStatusWord),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum AnnotationFieldTwin {
    Label(String),
    Fragments(Vec<FragmentTwin>),
    Attribute {
        id: String,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "raw::present")]
        value: Option<Raw>,
    },
    RefersTo(Option<ReferenceTwin>),
    Note(String),
    Unsure(bool),
    Status(StatusWord),
    Modified(Option<Time>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ProjectFieldTwin {
    Name(String),
    Schema(Box<SchemaTwin>),
    Modified(Time),
}
