//! What stands in a line of the journal: the keys of a transaction and its ops.

use super::json::{self, Fault, Field, Json, Record, Seen, record, tagged, words};
use super::twin::{AnnotationTwin, DocumentTwin, FragmentTwin, attribute_value, write_value};
use crate::edit::{Act, AnnotationField, DocumentField, Op, ProjectField};
use crate::model::{AnnotationId, AttributeId, DocumentId, PersonId, Timestamp};
use crate::words::wire as said;

words! {
    Act {
        AddDocuments = "add-documents", RemoveDocuments = "remove-documents", EditDocument = "edit-document", Split = "split",
        CorrectText = "correct-text",
        SetStatus = "set-status",
        Mark = "mark", Delete = "delete", Relabel = "relabel", Reshape = "reshape", SetAttribute = "set-attribute",
        Note = "note", Unsure = "unsure", Accept = "accept", Refuse = "refuse", NamePerson = "name-person", RenameProject = "rename-project",
        EditSchema = "edit-schema", EditGuidelines = "edit-guidelines", GoBack = "go-back",
        LinkEntity = "link-entity", EditEntity = "edit-entity", MergeEntities = "merge-entities",
        SplitEntity = "split-entity", DeleteEntities = "delete-entities",
        LinkClaim = "link-claim", EditClaim = "edit-claim", DeleteClaim = "delete-claim",
        ChooseReference = "choose-reference", ArrangeMatrix = "arrange-matrix",
        Relate = "relate", EditRelation = "edit-relation", DeleteRelation = "delete-relation",
    }
}

record! {
    /// Everything but the ops, which come last.
    pub(super) struct Line {
        must "v" pub(super) v: u32,
        must "id" pub(super) id: (String, u64),
        must "act" pub(super) act: Act,
        must "time" pub(super) time: Timestamp,
        must "person" pub(super) person: PersonId,
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

/// An op, with twins where a text is needed to read it.
pub(super) enum OpTwin {
    AddDocument(Box<DocumentTwin>),
    RemoveDocument(Box<DocumentTwin>),
    AddAnnotation(Box<AnnotationTwin>),
    RemoveAnnotation(Box<AnnotationTwin>),
    SetAnnotation {
        document: DocumentId,
        id: AnnotationId,
        from: FieldTwin,
        to: FieldTwin,
    },
    /// One that needs no text.
    Other(Op),
}

/// A field of an annotation.
pub(super) enum FieldTwin {
    Fragments(Vec<FragmentTwin>),
    Other(AnnotationField),
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

fn id(out: &mut String, key: &str, id: &impl Field) {
    json::key(out, key);
    id.write(out);
}

fn unknown(json: Json<'_>, tag: &str) -> Fault {
    Fault::new(json, said::unknown_word(tag))
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
            "set-annotation" => Self::SetAnnotation {
                document: record.must("document")?,
                id: record.must("id")?,
                from: record.must("from")?,
                to: record.must("to")?,
            },
            "set-document" => Self::Other(Op::SetDocument {
                id: record.must("id")?,
                from: record.must("from")?,
                to: record.must("to")?,
            }),
            "set-person" => Self::Other(Op::SetPerson { from: record.may("from")?, to: record.may("to")? }),
            "set-entity" => Self::Other(Op::SetEntity { from: record.may("from")?, to: record.may("to")? }),
            "set-claim" => Self::Other(Op::SetClaim { from: record.may("from")?, to: record.may("to")? }),
            "set-relation" => {
                Self::Other(Op::SetRelation { from: record.may("from")?, to: record.may("to")? })
            }
            "set-project" => {
                Self::Other(Op::SetProject { from: record.must("from")?, to: record.must("to")? })
            }
            _ => return Err(unknown(json, &tag)),
        })
    }

    fn write(&self, out: &mut String) {
        let op = match self {
            Self::AddDocument(twin) => return json::tag(out, "add-document", &|out| twin.write(out)),
            Self::RemoveDocument(twin) => return json::tag(out, "remove-document", &|out| twin.write(out)),
            Self::AddAnnotation(twin) => return json::tag(out, "add-annotation", &|out| twin.write(out)),
            Self::RemoveAnnotation(twin) => {
                return json::tag(out, "remove-annotation", &|out| twin.write(out));
            }
            Self::SetAnnotation { document, id: own, from, to } => {
                return object(out, "set-annotation", &|out| {
                    id(out, "document", document);
                    id(out, "id", own);
                    change(out, from, to);
                });
            }
            Self::Other(op) => op,
        };
        match op {
            Op::SetDocument { id: own, from, to } => object(out, "set-document", &|out| {
                id(out, "id", own);
                change(out, from, to);
            }),
            Op::SetPerson { from, to } => object(out, "set-person", &|out| change(out, from, to)),
            Op::SetEntity { from, to } => object(out, "set-entity", &|out| change(out, from, to)),
            Op::SetClaim { from, to } => object(out, "set-claim", &|out| change(out, from, to)),
            Op::SetRelation { from, to } => object(out, "set-relation", &|out| change(out, from, to)),
            Op::SetProject { from, to } => object(out, "set-project", &|out| change(out, from, to)),
            // Stand as twins.
            Op::AddDocument(_)
            | Op::RemoveDocument(_)
            | Op::AddAnnotation(_)
            | Op::RemoveAnnotation(_)
            | Op::SetAnnotation { .. } => {}
        }
    }
}

impl Field for DocumentField {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        match &*tag {
            "metadata" => Field::read(json, seen).map(Self::Metadata),
            "status" => Field::read(json, seen).map(Self::Status),
            "labels" => Field::read(json, seen).map(Self::Labels),
            _ => Err(unknown(json, &tag)),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Metadata(metadata) => json::tag(out, "metadata", &|out| metadata.write(out)),
            Self::Status(status) => json::tag(out, "status", &|out| status.write(out)),
            Self::Labels(labels) => json::tag(out, "labels", &|out| labels.write(out)),
        }
    }
}

impl Field for FieldTwin {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        Ok(Self::Other(match &*tag {
            "label" => AnnotationField::Label(Field::read(json, seen)?),
            "fragments" => return Field::read(json, seen).map(Self::Fragments),
            "attribute" => {
                let mut record = Record::open(json, seen)?;
                let id: AttributeId = record.must("id")?;
                let value = record.take("value")?.map(|value| attribute_value(id.as_str(), value));
                AnnotationField::Attribute(id, value.transpose()?)
            }
            "refers-to" => AnnotationField::RefersTo(Field::read(json, seen)?),
            "note" => AnnotationField::Note(json.text()?),
            "unsure" => AnnotationField::Unsure(Field::read(json, seen)?),
            "status" => AnnotationField::Status(Field::read(json, seen)?),
            "modified" => AnnotationField::Modified(Field::read(json, seen)?),
            _ => return Err(unknown(json, &tag)),
        }))
    }

    fn write(&self, out: &mut String) {
        let field = match self {
            Self::Fragments(twins) => return json::tag(out, "fragments", &|out| twins.write(out)),
            Self::Other(field) => field,
        };
        match field {
            AnnotationField::Label(label) => json::tag(out, "label", &|out| label.write(out)),
            AnnotationField::Attribute(own, value) => object(out, "attribute", &|out| {
                id(out, "id", own);
                if let Some(value) = value {
                    json::key(out, "value");
                    write_value(value, out);
                }
            }),
            AnnotationField::RefersTo(reference) => json::tag(out, "refers-to", &|out| reference.write(out)),
            AnnotationField::Note(note) => json::tag(out, "note", &|out| json::text(out, note)),
            AnnotationField::Unsure(unsure) => json::tag(out, "unsure", &|out| unsure.write(out)),
            AnnotationField::Status(status) => json::tag(out, "status", &|out| status.write(out)),
            AnnotationField::Modified(time) => json::tag(out, "modified", &|out| time.write(out)),
            // Stands as a twin.
            AnnotationField::Fragments(_) => {}
        }
    }
}

impl Field for ProjectField {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let (tag, json) = tagged(json)?;
        match &*tag {
            "name" => json.text().map(Self::Name),
            "schema" => Field::read(json, seen).map(Self::Schema),
            "guidelines" => json.text().map(Self::Guidelines),
            "matrix" => Field::read(json, seen).map(Self::Matrix),
            "modified" => Field::read(json, seen).map(Self::Modified),
            _ => Err(unknown(json, &tag)),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Name(name) => json::tag(out, "name", &|out| json::text(out, name)),
            Self::Schema(schema) => json::tag(out, "schema", &|out| schema.write(out)),
            Self::Guidelines(text) => json::tag(out, "guidelines", &|out| json::text(out, text)),
            Self::Matrix(matrix) => json::tag(out, "matrix", &|out| matrix.write(out)),
            Self::Modified(time) => json::tag(out, "modified", &|out| time.write(out)),
        }
    }
}
