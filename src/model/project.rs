//! The whole of a person's work on one set of documents.

use super::{
    Annotation, AnnotationId, Annotations, Arrangement, Claim, ClaimId, Document, DocumentId, Entity,
    EntityId, PersonId, ProjectId, RawJson, Relation, RelationId, Schema, Timestamp,
};
use crate::sorted::{Map, sort_by};
use std::rc::Rc;

/// What made an annotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonKind {
    /// A human being.
    #[default]
    Person,
    /// A rule that suggests.
    Rule,
    /// An import.
    Import,
}

/// Who makes annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their identity.
    pub id: PersonId,
    /// Shown beside what they made.
    pub name: String,
    /// What they are.
    pub kind: PersonKind,
    /// Of a rule: its version; empty otherwise.
    pub version: String,
}

/// What the project file carries beside its records, uninterpreted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// `mappings`: label mapping per format.
    pub mappings: Option<RawJson>,
    /// `source`: what an importer could not map.
    pub source: Option<RawJson>,
    /// Top-level keys that begin with `x-`.
    pub extensions: Map<String, RawJson>,
}

/// Documents in the order in which they were added. Who holds it finds out whether any of them changed by comparing
/// pointers: a change makes another list.
pub type Documents = Rc<Vec<Rc<Document>>>;

/// Documents, schema, registries, annotations, and the people who made them.
///
/// Invariants (see [`check`](super::check)): ids are unique per kind, annotation ids over all documents; every
/// reference names a record; fragments lie inside their text and cut no character.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Its identity.
    pub id: ProjectId,
    /// Shown.
    pub name: String,
    /// Of the dataset.
    pub license: String,
    /// When it was begun.
    pub created: Timestamp,
    /// When the last act happened; never the time of saving.
    pub modified: Timestamp,
    /// For annotators, in Markdown.
    pub guidelines: String,
    /// What may be marked.
    pub schema: Rc<Schema>,
    /// Who marks.
    pub people: Map<PersonId, Person>,
    /// Entities.
    pub entities: Map<EntityId, Entity>,
    /// Claims.
    pub claims: Map<ClaimId, Claim>,
    /// Relations.
    pub relations: Map<RelationId, Relation>,
    /// The order of the matrix.
    pub matrix: Rc<Arrangement>,
    /// What is carried along.
    pub extra: Extra,
    documents: Map<DocumentId, Rc<Document>>,
    /// The same.
    order: Documents,
    annotations: Map<DocumentId, Annotations>,
}

impl Project {
    /// A project without documents.
    pub fn new(id: ProjectId, name: String, schema: Schema, created: Timestamp) -> Self {
        Self {
            id,
            name,
            license: String::new(),
            created,
            modified: created,
            guidelines: String::new(),
            schema: Rc::new(schema),
            people: Map::new(),
            entities: Map::new(),
            claims: Map::new(),
            relations: Map::new(),
            matrix: Rc::default(),
            extra: Extra::default(),
            documents: Map::new(),
            order: Documents::default(),
            annotations: Map::new(),
        }
    }

    /// The documents in the order in which they were added.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Rc<Document>> + DoubleEndedIterator {
        self.order.iter()
    }

    /// The list of documents.
    pub fn in_order(&self) -> &Documents {
        &self.order
    }

    /// The documents by id.
    pub fn documents_by_id(&self) -> impl ExactSizeIterator<Item = &Rc<Document>> {
        self.documents.values()
    }

    /// The document with this id.
    pub fn document(&self, id: &DocumentId) -> Option<&Rc<Document>> {
        self.documents.get(id)
    }

    /// Whether a document has this id.
    pub fn has_document(&self, id: &str) -> bool {
        self.documents.contains_key(id)
    }

    /// The annotations of a document; `None` if there is no such document.
    pub fn annotations(&self, document: &DocumentId) -> Option<&Annotations> {
        self.annotations.get(document)
    }

    /// An annotation of a document.
    pub fn annotation(&self, document: &DocumentId, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.get(document)?.get(id)
    }

    /// How many annotations there are.
    pub fn annotation_count(&self) -> usize {
        self.annotations.values().map(Annotations::len).sum()
    }

    /// All annotations, document by document.
    pub fn all_annotations(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.documents.keys().flat_map(|id| self.annotations[id].iter())
    }

    /// Tells the ids of all annotations, without reading what is not read yet.
    pub fn annotation_ids(&self, tell: &mut dyn FnMut(&str)) {
        self.annotations.values().for_each(|all| all.ids(tell));
    }

    /// Takes a document in, without annotations; false, and nothing changed, if its id is taken.
    pub fn insert_document(&mut self, document: Rc<Document>) -> bool {
        if self.documents.contains_key(&document.id) {
            return false;
        }
        let at = self.place(&document);
        Rc::make_mut(&mut self.order).insert(at, document.clone());
        self.annotations.insert(document.id.clone(), Annotations::default());
        self.documents.insert(document.id.clone(), document);
        true
    }

    /// Takes documents in, as they come from a file: their order is made once. One whose id is taken is left out.
    pub fn insert_documents(&mut self, documents: Vec<Rc<Document>>) {
        let order = Rc::make_mut(&mut self.order);
        for document in documents {
            if !self.documents.contains_key(&document.id) {
                order.push(document.clone());
                self.annotations.insert(document.id.clone(), Annotations::default());
                self.documents.insert(document.id.clone(), document);
            }
        }
        sort_by(order, |a, b| rank(a).cmp(&rank(b)));
    }

    /// Where a document stands in the list, or would.
    fn place(&self, document: &Document) -> usize {
        self.order.partition_point(|other| rank(other) < rank(document))
    }

    /// Takes a document out; `None`, and nothing changed, if it is not there or still has annotations.
    pub fn remove_document(&mut self, id: &DocumentId) -> Option<Rc<Document>> {
        if !self.annotations.get(id)?.is_empty() {
            return None;
        }
        self.annotations.remove(id);
        let document = self.documents.remove(id)?;
        let at = self.place(&document);
        Rc::make_mut(&mut self.order).remove(at);
        Some(document)
    }

    /// Changes a document in place; its id, place and text stay what they are.
    pub fn change_document(&mut self, id: &DocumentId, change: impl FnOnce(&mut Document)) -> bool {
        let Some(document) = self.documents.get_mut(id) else { return false };
        let order = document.order;
        change(Rc::make_mut(document));
        debug_assert_eq!((&document.id, document.order), (id, order), "a document keeps its id and place");
        let changed = document.clone();
        let at = self.place(&changed);
        Rc::make_mut(&mut self.order)[at] = changed;
        true
    }

    /// The annotations of a document, to change.
    pub fn annotations_mut(&mut self, document: &DocumentId) -> Option<&mut Annotations> {
        self.annotations.get_mut(document)
    }
}

/// What the documents are ordered by.
fn rank(document: &Document) -> (u32, &DocumentId) {
    (document.order, &document.id)
}
