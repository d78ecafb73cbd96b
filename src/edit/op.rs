//! One invertible change.

use crate::model::{
    Annotation, AnnotationId, Arrangement, AttributeId, AttributeValue, Claim, Document, DocumentId,
    DocumentLabel, DocumentStatus, Entity, Fragments, LabelId, Metadata, Person, Project, Reference,
    Relation, Schema, Status, Timestamp,
};
use crate::sorted::Map;
use crate::text::Byte;
use crate::words::{Word, conflicts as names};
use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

/// A field of an annotation with a value.
#[derive(Clone, Debug, PartialEq)]
pub enum AnnotationField {
    /// Its label.
    Label(LabelId),
    /// Where it stands.
    Fragments(Fragments),
    /// One of its attributes; `None` where it has none.
    Attribute(AttributeId, Option<AttributeValue>),
    /// What it refers to.
    RefersTo(Option<Reference>),
    /// Its note.
    Note(String),
    /// Whether its maker is unsure.
    Unsure(bool),
    /// Whether it was reviewed.
    Status(Status),
    /// When it was last changed.
    Modified(Option<Timestamp>),
}

impl AnnotationField {
    /// The same field as it stands in an annotation.
    pub(super) fn read(&self, annotation: &Annotation) -> Self {
        match self {
            Self::Label(_) => Self::Label(annotation.label.clone()),
            Self::Fragments(_) => Self::Fragments(annotation.fragments.clone()),
            Self::Attribute(id, _) => Self::Attribute(id.clone(), annotation.attributes.get(id).cloned()),
            Self::RefersTo(_) => Self::RefersTo(annotation.refers_to.clone()),
            Self::Note(_) => Self::Note(annotation.note.clone()),
            Self::Unsure(_) => Self::Unsure(annotation.unsure),
            Self::Status(_) => Self::Status(annotation.status),
            Self::Modified(_) => Self::Modified(annotation.origin.modified),
        }
    }

    pub(super) fn write(&self, annotation: &mut Annotation) {
        match self.clone() {
            Self::Label(label) => annotation.label = label,
            Self::Fragments(fragments) => annotation.fragments = fragments,
            Self::Attribute(id, Some(value)) => {
                annotation.attributes.insert(id, value);
            }
            Self::Attribute(id, None) => {
                annotation.attributes.remove(&id);
            }
            Self::RefersTo(reference) => annotation.refers_to = reference,
            Self::Note(note) => annotation.note = note,
            Self::Unsure(unsure) => annotation.unsure = unsure,
            Self::Status(status) => annotation.status = status,
            Self::Modified(time) => annotation.origin.modified = time,
        }
    }
}

/// A field of a document with a value.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentField {
    /// Title, outlet, language and so on.
    Metadata(Box<Metadata>),
    /// How far the work has come.
    Status(DocumentStatus),
    /// The labels of the whole document.
    Labels(Vec<DocumentLabel>),
}

impl DocumentField {
    fn read(&self, document: &Document) -> Self {
        match self {
            Self::Metadata(_) => Self::Metadata(Box::new(document.metadata.clone())),
            Self::Status(_) => Self::Status(document.status),
            Self::Labels(_) => Self::Labels(document.labels.clone()),
        }
    }

    fn write(&self, document: &mut Document) {
        match self.clone() {
            Self::Metadata(metadata) => document.metadata = *metadata,
            Self::Status(status) => document.status = status,
            Self::Labels(labels) => document.labels = labels,
        }
    }
}

/// A field of the project with a value.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectField {
    /// Its name.
    Name(String),
    /// Its schema, as a whole.
    Schema(Rc<Schema>),
    /// Its guidelines, in Markdown.
    Guidelines(String),
    /// The order of the matrix.
    Matrix(Rc<Arrangement>),
    /// When the last act happened.
    Modified(Timestamp),
}

impl ProjectField {
    fn read(&self, project: &Project) -> Self {
        match self {
            Self::Name(_) => Self::Name(project.name.clone()),
            Self::Schema(_) => Self::Schema(project.schema.clone()),
            Self::Guidelines(_) => Self::Guidelines(project.guidelines.clone()),
            Self::Matrix(_) => Self::Matrix(project.matrix.clone()),
            Self::Modified(_) => Self::Modified(project.modified),
        }
    }

    fn write(&self, project: &mut Project) {
        match self.clone() {
            Self::Name(name) => project.name = name,
            Self::Schema(schema) => project.schema = schema,
            Self::Guidelines(text) => project.guidelines = text,
            Self::Matrix(matrix) => project.matrix = matrix,
            Self::Modified(time) => project.modified = time,
        }
    }
}

/// One change that knows what was there before.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    /// A document comes in, without annotations.
    AddDocument(Rc<Document>),
    /// A document without annotations goes.
    RemoveDocument(Rc<Document>),
    /// A field of a document changes.
    SetDocument {
        /// Which document.
        id: DocumentId,
        /// What stood there.
        from: DocumentField,
        /// What stands there now; the same field.
        to: DocumentField,
    },
    /// An annotation comes in.
    AddAnnotation(Rc<Annotation>),
    /// An annotation goes.
    RemoveAnnotation(Rc<Annotation>),
    /// A field of an annotation changes.
    SetAnnotation {
        /// In which document.
        document: DocumentId,
        /// Which annotation.
        id: AnnotationId,
        /// What stood there.
        from: AnnotationField,
        /// What stands there now; the same field.
        to: AnnotationField,
    },
    /// A person's record changes; `None` where there is none.
    SetPerson {
        /// What stood there.
        from: Option<Person>,
        /// What stands there now.
        to: Option<Person>,
    },
    /// An entity of the registry changes; `None` where there is none.
    SetEntity {
        /// What stood there.
        from: Option<Box<Entity>>,
        /// What stands there now.
        to: Option<Box<Entity>>,
    },
    /// A claim of the registry changes; `None` where there is none.
    SetClaim {
        /// What stood there.
        from: Option<Box<Claim>>,
        /// What stands there now.
        to: Option<Box<Claim>>,
    },
    /// A relation changes; `None` where there is none.
    SetRelation {
        /// What stood there.
        from: Option<Box<Relation>>,
        /// What stands there now.
        to: Option<Box<Relation>>,
    },
    /// A field of the project changes.
    SetProject {
        /// What stood there.
        from: ProjectField,
        /// What stands there now; the same field.
        to: ProjectField,
    },
}

/// Why an op could not be applied: the project is not what the op expects. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What was expected, in words.
    pub what: String,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

/// A record must be as the op knows it.
#[inline(never)]
fn expect(holds: bool, kind: &Word, id: &str, wrong: &Word) -> Result<(), Conflict> {
    if holds { Ok(()) } else { Err(Conflict { what: format!("{} {id} {}", kind.say(), wrong.say()) }) }
}

/// A label must be in the schema.
fn known(project: &Project, label: &LabelId) -> Result<(), Conflict> {
    expect(project.schema.label(label).is_some(), &names::LABEL, label.as_str(), &names::NOT_IN_SCHEMA)
}

/// Puts `to` in the place of `from` in a registry.
fn set_record<I: Ord + Clone + Borrow<str>, R: Clone + PartialEq>(
    registry: &mut Map<I, R>,
    kind: &Word,
    id_of: impl Fn(&R) -> &I,
    from: Option<&R>,
    to: Option<&R>,
) -> Result<(), Conflict> {
    let Some(id) = from.or(to).map(|record| id_of(record).clone()) else { return Ok(()) };
    let name: &str = id.borrow();
    expect(registry.get(name) == from, kind, name, &names::CHANGED)?;
    expect(to.is_none_or(|record| id_of(record) == &id), kind, name, &names::OTHER_ID)?;
    match to {
        Some(record) => registry.insert(id, record.clone()),
        None => registry.remove(name),
    };
    Ok(())
}

impl Op {
    /// The op that takes this one back.
    pub fn invert(&self) -> Self {
        match self.clone() {
            Self::AddDocument(document) => Self::RemoveDocument(document),
            Self::RemoveDocument(document) => Self::AddDocument(document),
            Self::SetDocument { id, from, to } => Self::SetDocument { id, from: to, to: from },
            Self::AddAnnotation(annotation) => Self::RemoveAnnotation(annotation),
            Self::RemoveAnnotation(annotation) => Self::AddAnnotation(annotation),
            Self::SetAnnotation { document, id, from, to } => {
                Self::SetAnnotation { document, id, from: to, to: from }
            }
            Self::SetPerson { from, to } => Self::SetPerson { from: to, to: from },
            Self::SetEntity { from, to } => Self::SetEntity { from: to, to: from },
            Self::SetClaim { from, to } => Self::SetClaim { from: to, to: from },
            Self::SetRelation { from, to } => Self::SetRelation { from: to, to: from },
            Self::SetProject { from, to } => Self::SetProject { from: to, to: from },
        }
    }

    /// Changes the project, or says why not and changes nothing.
    pub fn apply(&self, project: &mut Project) -> Result<(), Conflict> {
        match self {
            Self::AddDocument(document) => {
                let new = project.insert_document(document.clone());
                expect(new, &names::DOCUMENT, document.id.as_str(), &names::THERE)
            }
            Self::RemoveDocument(document) => {
                let id = &document.id;
                expect(
                    project.document(id) == Some(document),
                    &names::DOCUMENT,
                    id.as_str(),
                    &names::CHANGED,
                )?;
                let gone = project.remove_document(id).is_some();
                expect(gone, &names::DOCUMENT, id.as_str(), &names::HAS_ANNOTATIONS)
            }
            Self::SetDocument { id, from, to } => {
                let now = project.document(id).map(|document| from.read(document));
                expect(now.as_ref() == Some(from), &names::DOCUMENT, id.as_str(), &names::CHANGED)?;
                project.change_document(id, |document| to.write(document));
                Ok(())
            }
            Self::AddAnnotation(annotation) => {
                let (id, home) = (&annotation.id, &annotation.document);
                let fits = project.document(home).is_some_and(|document| {
                    let text = &document.text;
                    let inside = |at: Byte| at <= text.end() && text.is_boundary(at);
                    annotation.fragments.spans().iter().all(|span| inside(span.start()) && inside(span.end()))
                });
                expect(fits, &names::ANNOTATION, id.as_str(), &names::NO_PLACE)?;
                known(project, &annotation.label)?;
                let taken_in =
                    project.annotations_mut(home).is_some_and(|all| all.insert(annotation.clone()));
                expect(taken_in, &names::ANNOTATION, id.as_str(), &names::THERE)
            }
            Self::RemoveAnnotation(annotation) => {
                let (id, home) = (&annotation.id, &annotation.document);
                let same = project.annotation(home, id) == Some(annotation);
                expect(same, &names::ANNOTATION, id.as_str(), &names::CHANGED)?;
                project.annotations_mut(home).and_then(|all| all.remove(id));
                Ok(())
            }
            Self::SetAnnotation { document, id, from, to } => {
                let now = project.annotation(document, id).map(|annotation| from.read(annotation));
                expect(now.as_ref() == Some(from), &names::ANNOTATION, id.as_str(), &names::CHANGED)?;
                if let AnnotationField::Label(label) = to {
                    known(project, label)?;
                }
                project
                    .annotations_mut(document)
                    .map(|all| all.change(id, |annotation| to.write(annotation)));
                Ok(())
            }
            Self::SetPerson { from, to } => set_record(
                &mut project.people,
                &names::PERSON,
                |person| &person.id,
                from.as_ref(),
                to.as_ref(),
            ),
            Self::SetEntity { from, to } => set_record(
                &mut project.entities,
                &names::ENTITY,
                |entity| &entity.id,
                from.as_deref(),
                to.as_deref(),
            ),
            Self::SetClaim { from, to } => set_record(
                &mut project.claims,
                &names::CLAIM,
                |claim| &claim.id,
                from.as_deref(),
                to.as_deref(),
            ),
            Self::SetRelation { from, to } => set_record(
                &mut project.relations,
                &names::RELATION,
                |relation| &relation.id,
                from.as_deref(),
                to.as_deref(),
            ),
            Self::SetProject { from, to } => {
                expect(&from.read(project) == from, &names::PROJECT, project.id.as_str(), &names::CHANGED)?;
                to.write(project);
                Ok(())
            }
        }
    }

    /// The document that the op touches.
    pub fn document(&self) -> Option<&DocumentId> {
        match self {
            Self::AddDocument(document) | Self::RemoveDocument(document) => Some(&document.id),
            Self::SetDocument { id, .. } => Some(id),
            Self::AddAnnotation(annotation) | Self::RemoveAnnotation(annotation) => {
                Some(&annotation.document)
            }
            Self::SetAnnotation { document, .. } => Some(document),
            Self::SetPerson { .. }
            | Self::SetEntity { .. }
            | Self::SetClaim { .. }
            | Self::SetRelation { .. }
            | Self::SetProject { .. } => None,
        }
    }

    /// The annotation that the op touches.
    pub fn annotation(&self) -> Option<&AnnotationId> {
        match self {
            Self::AddAnnotation(annotation) | Self::RemoveAnnotation(annotation) => Some(&annotation.id),
            Self::SetAnnotation { id, .. } => Some(id),
            _ => None,
        }
    }
}
