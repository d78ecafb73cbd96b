//! What stands in a line of the journal: private twins of a transaction and its ops.

use super::json::{self, Fault, Field, Json, Record, Seen, record, tagged};
use super::raw::Raw;
use super::time::Time;
use super::twin::{
    AnnotationTwin, ClaimTwin, DocumentTwin, EntityTwin, FragmentTwin, MetadataTwin, PersonTwin,
    ReferenceTwin, RelationTwin, SchemaTwin, words,
};
use crate::edit::Act;
use crate::model::{DocumentStatus, Status};

words! {
    Act {
        AddDocuments = "add-documents", RemoveDocuments = "remove-documents", EditDocument = "edit-document",
        Mark = "mark", Delete = "delete", Relabel = "relabel", Reshape = "reshape", SetAttribute = "set-attribute",
        Note = "note", Unsure = "unsure", NamePerson = "name-person", RenameProject = "rename-project",
        EditSchema = "edit-schema",
    }
}

record! {
    /// Everything but the ops, which come last.
    pub(super) struct Line {
        must "v" pub(super) v: u32,
        must "id" pub(super) id: (String, u64),
        must "act" pub(super) act: Act,
        must "time" pub(super) time: Time,
        must "person" pub(super) person: String,
        may "undoes" pub(super) undoes: Option<(String, u64)>,
    }
}

record! {
    /// The ops of a line.
    pub(super) struct Ops {
        must "ops" pub(super) ops: Vec<OpTwin>,
    }
}

record! {
    pub(super) struct Version {
        must "v" pub(super) v: u64,
    }
}

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

pub(super) enum DocumentFieldTwin {
    Metadata(Box<MetadataTwin>),
    Status(DocumentStatus),
}

pub(super) enum AnnotationFieldTwin {
    Label(String),
    Fragments(Vec<FragmentTwin>),
    Attribute { id: String, value: Option<Raw> },
    RefersTo(Option<ReferenceTwin>),
    Note(String),
    Unsure(bool),
    Status(Status),
    Modified(Option<Time>),
}

pub(super) enum ProjectFieldTwin {
    Name(String),
    Schema(Box<SchemaTwin>),
    Modified(Time),
}

fn change(out: &mut String, from: &impl Field, to: &impl Field) {
    json::key(out, "from");
    from.write(out);
    json::key(out, "to");
    to.write(out);
}

/// An object with one key, `tag`, whose value is an object.
fn object(out: &mut String, tag: &str, fields: &dyn Fn(&mut String)) {
    json::tag(out, tag, &|out| {
        out.push('{');
        fields(out);
        out.push('}');
    });
}

fn id(out: &mut String, key: &str, id: &str) {
    json::key(out, key);
    json::text(out, id);
}

fn unknown(json: Json<'_>, tag: &str) -> Fault {
    Fault::new(json, format!("the unknown word `{tag}`"))
}

impl Field for OpTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        match &*tag {
            "add-document" => return Field::read(json, seen).map(Self::AddDocument),
            "remove-document" => return Field::read(json, seen).map(Self::RemoveDocument),
            "add-annotation" => return Field::read(json, seen).map(Self::AddAnnotation),
            "remove-annotation" => return Field::read(json, seen).map(Self::RemoveAnnotation),
            _ => {}
        }
        let mut record = Record::open(json, seen)?;
        Ok(match &*tag {
            "set-document" => Self::SetDocument {
                id: record.must("id")?,
                from: record.must("from")?,
                to: record.must("to")?,
            },
            "set-annotation" => Self::SetAnnotation {
                document: record.must("document")?,
                id: record.must("id")?,
                from: record.must("from")?,
                to: record.must("to")?,
            },
            "set-person" => Self::SetPerson { from: record.may("from")?, to: record.may("to")? },
            "set-entity" => Self::SetEntity { from: record.may("from")?, to: record.may("to")? },
            "set-claim" => Self::SetClaim { from: record.may("from")?, to: record.may("to")? },
            "set-relation" => Self::SetRelation { from: record.may("from")?, to: record.may("to")? },
            "set-project" => Self::SetProject { from: record.must("from")?, to: record.must("to")? },
            _ => return Err(unknown(json, &tag)),
        })
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::AddDocument(twin) => json::tag(out, "add-document", &|out| twin.write(out)),
            Self::RemoveDocument(twin) => json::tag(out, "remove-document", &|out| twin.write(out)),
            Self::SetDocument { id: own, from, to } => object(out, "set-document", &|out| {
                id(out, "id", own);
                change(out, from, to);
            }),
            Self::AddAnnotation(twin) => json::tag(out, "add-annotation", &|out| twin.write(out)),
            Self::RemoveAnnotation(twin) => json::tag(out, "remove-annotation", &|out| twin.write(out)),
            Self::SetAnnotation { document, id: own, from, to } => object(out, "set-annotation", &|out| {
                id(out, "document", document);
                id(out, "id", own);
                change(out, from, to);
            }),
            Self::SetPerson { from, to } => object(out, "set-person", &|out| change(out, from, to)),
            Self::SetEntity { from, to } => object(out, "set-entity", &|out| change(out, from, to)),
            Self::SetClaim { from, to } => object(out, "set-claim", &|out| change(out, from, to)),
            Self::SetRelation { from, to } => object(out, "set-relation", &|out| change(out, from, to)),
            Self::SetProject { from, to } => object(out, "set-project", &|out| change(out, from, to)),
        }
    }
}

impl Field for DocumentFieldTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        match &*tag {
            "metadata" => Field::read(json, seen).map(Self::Metadata),
            "status" => Field::read(json, seen).map(Self::Status),
            _ => Err(unknown(json, &tag)),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Metadata(metadata) => json::tag(out, "metadata", &|out| metadata.write(out)),
            Self::Status(status) => json::tag(out, "status", &|out| status.write(out)),
        }
    }
}

impl Field for AnnotationFieldTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        Ok(match &*tag {
            "label" => Self::Label(json.text()?),
            "fragments" => Self::Fragments(Field::read(json, seen)?),
            "attribute" => {
                let mut record = Record::open(json, seen)?;
                Self::Attribute { id: record.must("id")?, value: record.may("value")? }
            }
            "refers-to" => Self::RefersTo(Field::read(json, seen)?),
            "note" => Self::Note(json.text()?),
            "unsure" => Self::Unsure(Field::read(json, seen)?),
            "status" => Self::Status(Field::read(json, seen)?),
            "modified" => Self::Modified(Field::read(json, seen)?),
            _ => return Err(unknown(json, &tag)),
        })
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Label(label) => json::tag(out, "label", &|out| json::text(out, label)),
            Self::Fragments(fragments) => json::tag(out, "fragments", &|out| fragments.write(out)),
            Self::Attribute { id: own, value } => object(out, "attribute", &|out| {
                id(out, "id", own);
                if let Some(value) = value {
                    json::key(out, "value");
                    value.write(out);
                }
            }),
            Self::RefersTo(reference) => json::tag(out, "refers-to", &|out| reference.write(out)),
            Self::Note(note) => json::tag(out, "note", &|out| json::text(out, note)),
            Self::Unsure(unsure) => json::tag(out, "unsure", &|out| unsure.write(out)),
            Self::Status(status) => json::tag(out, "status", &|out| status.write(out)),
            Self::Modified(time) => json::tag(out, "modified", &|out| time.write(out)),
        }
    }
}

impl Field for ProjectFieldTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        match &*tag {
            "name" => json.text().map(Self::Name),
            "schema" => Field::read(json, seen).map(Self::Schema),
            "modified" => Field::read(json, seen).map(Self::Modified),
            _ => Err(unknown(json, &tag)),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Name(name) => json::tag(out, "name", &|out| json::text(out, name)),
            Self::Schema(schema) => json::tag(out, "schema", &|out| schema.write(out)),
            Self::Modified(time) => json::tag(out, "modified", &|out| time.write(out)),
        }
    }
}
