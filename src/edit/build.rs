//! Puts a transaction together from what a person wants, reading what stands there now.

use super::registry::Registered;
use super::{Act, AnnotationField, DocumentField, Op, ProjectField, Transaction, TransactionId};
use crate::model::{
    Annotation, AnnotationId, Annotations, AttributeId, AttributeValue, Document, DocumentId, DocumentStatus,
    Fragments, How, LabelId, Metadata, Origin, Person, PersonId, Project, Relation, RelationId, Status,
    Timestamp,
};
use crate::sorted::{Map, Set, sort_by};
use std::rc::Rc;

/// Who acts, when, and as which transaction.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// The transaction's identity.
    pub id: TransactionId,
    /// Which person acts.
    pub person: PersonId,
    /// When.
    pub time: Timestamp,
}

/// Collects the ops of one transaction. Reads the project, never changes it.
pub struct Builder<'a> {
    pub(super) project: &'a Project,
    pub(super) draft: Draft,
}

/// What a builder has collected, while the project is not read: a long transaction is put together in slices.
pub struct Draft {
    stamp: Stamp,
    act: Act,
    pub(super) ops: Vec<Op>,
    /// Annotations as the ops so far leave them.
    pub(super) touched: Map<AnnotationId, Rc<Annotation>>,
    /// Annotations that the ops so far take away.
    removed: Set<AnnotationId>,
    /// Relations as the ops so far leave them; `None` where they take it away.
    pub(super) related: Map<RelationId, Option<Relation>>,
    serial: u32,
    /// The document that was put in work last.
    begun: Option<DocumentId>,
    pub(super) registered: Registered,
}

impl Draft {
    /// Begins a transaction.
    pub fn new(stamp: Stamp, act: Act) -> Self {
        Self {
            stamp,
            act,
            ops: Vec::new(),
            touched: Map::new(),
            removed: Set::new(),
            related: Map::new(),
            serial: 0,
            begun: None,
            registered: Registered::default(),
        }
    }

    /// Whether nothing was asked for that would change anything.
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }

    /// Which transaction it will be.
    pub fn id(&self) -> &TransactionId {
        &self.stamp.id
    }
}

impl<'a> Builder<'a> {
    pub(super) fn push(&mut self, op: Op) {
        self.draft.ops.push(op);
    }

    /// Begins a transaction.
    pub fn new(project: &'a Project, stamp: Stamp, act: Act) -> Self {
        Self::of(project, Draft::new(stamp, act))
    }

    /// Goes on with one that was begun with the same project as it is now.
    pub fn of(project: &'a Project, draft: Draft) -> Self {
        Self { project, draft }
    }

    /// Stops reading the project.
    pub fn into_draft(self) -> Draft {
        self.draft
    }

    /// An id that nothing else has: from the transaction's own, so no randomness is needed.
    pub fn new_id(&mut self) -> String {
        loop {
            self.draft.serial += 1;
            let TransactionId { actor, counter } = &self.draft.stamp.id;
            let id = match self.draft.serial {
                1 => self.first_id(),
                // Padded, so that what came in order stands in order where ids are sorted; a letter stands behind all figures.
                n if n < 100_000 => format!("{}-{counter:06}.{n:05}", actor.0),
                n => format!("{}-{counter:06}.a{n:08}", actor.0),
            };
            // Articles keep the ids of their files, which were made here for another project, maybe.
            if !self.project.has_document(&id) {
                return id;
            }
        }
    }

    /// Whether an id may be that of something which this transaction or an earlier one of its actor made here.
    pub fn may_have_made(&self, id: &str) -> bool {
        let last = self.first_id();
        // Behind the actor stand six figures.
        let head = id.get(..last.len()).unwrap_or_default();
        head <= &*last && head.get(..last.len() - 6) == last.get(..last.len() - 6)
    }

    /// What all new ids of this transaction begin with.
    fn first_id(&self) -> String {
        let TransactionId { actor, counter } = &self.draft.stamp.id;
        format!("{}-{counter:06}", actor.0)
    }

    /// Who made what this transaction makes.
    pub fn origin(&self, how: How) -> Origin {
        Origin::new(self.draft.stamp.person.clone(), how, self.draft.stamp.time)
    }

    /// Whether nothing was asked for that would change anything.
    pub fn is_empty(&self) -> bool {
        self.draft.is_empty()
    }

    /// Adds a document behind those that are there; its id is in it.
    pub fn add_document(&mut self, mut document: Document) -> &mut Self {
        let added = self.draft.ops.iter().rev().find_map(|op| match op {
            Op::AddDocument(document) => Some(document),
            _ => None,
        });
        document.order =
            added.or(self.project.documents().next_back()).map_or(0, |last| last.order).saturating_add(1);
        self.draft.ops.push(Op::AddDocument(Rc::new(document)));
        self
    }

    /// Removes documents with their annotations. One look at the project for all of them.
    pub fn remove_documents(&mut self, ids: &[DocumentId]) -> &mut Self {
        let there: Vec<&Rc<Document>> = ids.iter().filter_map(|id| self.project.document(id)).collect();
        let mut all = Vec::new();
        for document in &there {
            let annotations = self.project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
            all.extend(annotations.map(|annotation| (&document.id, &annotation.id)));
        }
        self.remove(&all);
        let gone: Set<&str> = there.iter().map(|document| document.id.as_str()).collect();
        self.drop_relations(|target| gone.contains(target));
        self.draft.ops.extend(there.into_iter().map(|document| Op::RemoveDocument(document.clone())));
        self
    }

    /// Puts new metadata in the place of a document's.
    pub fn set_metadata(&mut self, id: &DocumentId, metadata: Metadata) -> &mut Self {
        if let Some(document) = self.project.document(id)
            && document.metadata != metadata
        {
            let from = DocumentField::Metadata(Box::new(document.metadata.clone()));
            let to = DocumentField::Metadata(Box::new(metadata));
            self.draft.ops.push(Op::SetDocument { id: id.clone(), from, to });
        }
        self
    }

    /// Sets how far the work on a document has come.
    pub fn set_status(&mut self, id: &DocumentId, status: DocumentStatus) -> &mut Self {
        let begun = |op: &Op| matches!(op, Op::SetDocument { id: other, to: DocumentField::Status(_), .. } if other == id);
        if let Some(document) = self.project.document(id)
            && document.status != status
            && !self.draft.ops.iter().rev().any(begun)
        {
            let from = DocumentField::Status(document.status);
            self.draft.ops.push(Op::SetDocument { id: id.clone(), from, to: DocumentField::Status(status) });
        }
        self
    }

    /// Puts a new document in work.
    pub fn begin(&mut self, document: &DocumentId) -> &mut Self {
        // Asked once: the hundredth mark of one act need not look through the ninety-nine.
        if self.draft.begun.as_ref() != Some(document) {
            self.draft.begun = Some(document.clone());
            if self.project.document(document).is_some_and(|document| document.status == DocumentStatus::New)
            {
                self.set_status(document, DocumentStatus::InWork);
            }
        }
        self
    }

    /// Marks text. The first mark in a new document puts it in work.
    pub fn annotate(&mut self, document: &DocumentId, label: &LabelId, fragments: Fragments) -> AnnotationId {
        self.begin(document);
        let id = AnnotationId::new(self.new_id());
        let schema = &self.project.schema;
        let attributes: Map<AttributeId, AttributeValue> = schema
            .label(label)
            .into_iter()
            .flat_map(|label| schema.attributes_of(label))
            .filter_map(|attribute| Some((attribute.id.clone(), attribute.default_value()?)))
            .collect();
        let annotation = Rc::new(Annotation {
            id: id.clone(),
            document: document.clone(),
            label: label.clone(),
            fragments,
            attributes,
            refers_to: None,
            note: String::new(),
            unsure: false,
            status: Status::Open,
            origin: self.origin(How::Manual),
        });
        self.draft.touched.insert(id.clone(), annotation.clone());
        self.draft.ops.push(Op::AddAnnotation(annotation));
        id
    }

    /// Takes an annotation in as it is; its id must be [new](Self::new_id).
    pub fn add_annotation(&mut self, annotation: Annotation) -> &mut Self {
        let annotation = Rc::new(annotation);
        self.draft.touched.insert(annotation.id.clone(), annotation.clone());
        self.push(Op::AddAnnotation(annotation));
        self
    }

    /// Marks text as another annotation marks it: with its label, what it refers to, and, where it reads the same, what
    /// is said of it, as far as that names no annotation of another place.
    pub fn mark_like(
        &mut self,
        document: &DocumentId,
        fragments: Fragments,
        like: &Annotation,
        reads_same: bool,
    ) -> AnnotationId {
        let id = self.annotate(document, &like.label, fragments);
        let Some(Op::AddAnnotation(mut added)) = self.draft.ops.pop() else { return id };
        let own = Rc::make_mut(&mut added);
        own.origin.how = How::Propagated;
        own.origin.from = vec![like.id.to_string()];
        own.refers_to.clone_from(&like.refers_to);
        own.unsure = like.unsure;
        for (key, value) in like.attributes.iter().filter(|_| reads_same) {
            let rest = value.without(&self.project.schema, key, &|_| true);
            own.attributes.extend(rest.map(|rest| (key.clone(), rest)));
        }
        self.touch(added.clone());
        self.push(Op::AddAnnotation(added));
        id
    }

    /// Deletes annotations, and what cannot stand without them: ends of relations, attributes that name them.
    pub fn remove_annotations(&mut self, document: &DocumentId, ids: &[AnnotationId]) -> &mut Self {
        let all: Vec<(&DocumentId, &AnnotationId)> = ids.iter().map(|id| (document, id)).collect();
        self.remove(&all);
        self
    }

    /// Deletes annotations of any documents, with what cannot stand without them. One look at the project for all.
    pub(super) fn remove(&mut self, all: &[(&DocumentId, &AnnotationId)]) {
        let mut there = all.to_vec();
        there.retain(|(document, id)| {
            self.project.annotation(document, id).is_some() && !self.draft.removed.contains(*id)
        });
        let ids: Set<AnnotationId> = there.iter().map(|(_, id)| (*id).clone()).collect();
        if ids.is_empty() {
            return;
        }
        if ids.len() < there.len() {
            let mut seen = Set::new();
            there.retain(|(_, id)| seen.insert(*id));
        }
        // Sorted at once: one by one, in the order of the text, each would move those behind it.
        match self.draft.removed.is_empty() {
            true => self.draft.removed = ids,
            false => self.draft.removed.extend(ids),
        }
        let gone: Set<&str> = there.iter().map(|(_, id)| id.as_str()).collect();
        self.drop_relations(|target| gone.contains(target));
        self.drop_attributes(&gone);
        for (document, id) in there {
            if let Some(annotation) = self.current(document, id) {
                self.draft.ops.push(Op::RemoveAnnotation(annotation));
            }
        }
    }

    fn drop_attributes(&mut self, gone: &Set<&str>) {
        let project = self.project;
        let is_gone = |id: &str| gone.contains(id);
        let names = |key: &AttributeId, value: &AttributeValue| value.names(&project.schema, key, &is_gone);
        let documents = project.documents().filter_map(|document| project.annotations(&document.id));
        for annotation in documents.flat_map(Annotations::by_id) {
            // Every removal comes by all annotations: what names nothing that goes, and was not changed, is passed over
            // before anything is looked up.
            let names_some = annotation.attributes.iter().any(|(key, value)| names(key, value));
            if !names_some && !self.draft.touched.contains_key(&annotation.id) {
                continue;
            }
            // What the ops so far take away needs no mending, and stands no more to be changed.
            if self.draft.removed.contains(&annotation.id) {
                continue;
            }
            // As the ops so far leave it: an earlier one may have shortened a chain of speakers.
            let Some(annotation) = self.current(&annotation.document, &annotation.id) else { continue };
            for (key, value) in annotation.attributes.iter().filter(|(key, value)| names(key, value)) {
                let rest = value.without(&project.schema, key, &is_gone);
                let field = AnnotationField::Attribute(key.clone(), rest);
                self.set(&annotation.document, &annotation.id, field);
            }
        }
    }

    /// An annotation as the ops so far leave it.
    pub(super) fn current(&self, document: &DocumentId, id: &AnnotationId) -> Option<Rc<Annotation>> {
        self.draft.touched.get(id).or_else(|| self.project.annotation(document, id)).cloned()
    }

    /// An annotation stands like this now.
    pub(super) fn touch(&mut self, annotation: Rc<Annotation>) {
        self.draft.touched.insert(annotation.id.clone(), annotation);
    }

    /// Sets a field of an annotation; nothing if it stands like that already.
    pub fn set(&mut self, document: &DocumentId, id: &AnnotationId, to: AnnotationField) -> &mut Self {
        let Some(annotation) = self.current(document, id).filter(|_| !self.draft.removed.contains(id)) else {
            return self;
        };
        let from = to.read(&annotation);
        if from != to {
            let mut changed = annotation;
            to.write(Rc::make_mut(&mut changed));
            self.draft.touched.insert(id.clone(), changed);
            self.draft.ops.push(Op::SetAnnotation { document: document.clone(), id: id.clone(), from, to });
        }
        self
    }

    /// Sets a person's record; a second time in one transaction does nothing.
    pub fn set_person(&mut self, person: Person) -> &mut Self {
        let from = self.project.people.get(&person.id).cloned();
        let set = |op: &Op| matches!(op, Op::SetPerson { to: Some(other), .. } if other.id == person.id);
        if from.as_ref() != Some(&person) && !self.draft.ops.iter().any(set) {
            self.draft.ops.push(Op::SetPerson { from, to: Some(person) });
        }
        self
    }

    /// Renames the project.
    pub fn rename_project(&mut self, name: String) -> &mut Self {
        if name != self.project.name {
            let (from, to) = (ProjectField::Name(self.project.name.clone()), ProjectField::Name(name));
            self.draft.ops.push(Op::SetProject { from, to });
        }
        self
    }

    /// The transaction; `None` if nothing would change.
    pub fn finish(mut self) -> Option<Transaction> {
        if self.draft.ops.is_empty() {
            return None;
        }
        self.release_references();
        let time = self.draft.stamp.time;
        let mut changed: Vec<(DocumentId, AnnotationId)> = Vec::new();
        for op in &self.draft.ops {
            if let Op::SetAnnotation { document, id, .. } = op {
                changed.push((document.clone(), id.clone()));
            }
        }
        sort_by(&mut changed, Ord::cmp);
        changed.dedup();
        changed.retain(|(_, id)| !self.draft.removed.contains(id));
        for (document, id) in changed {
            self.set(&document, &id, AnnotationField::Modified(Some(time)));
        }
        let modified = ProjectField::Modified(self.project.modified);
        if self.project.modified != time {
            self.draft.ops.push(Op::SetProject { from: modified, to: ProjectField::Modified(time) });
        }
        Some(Transaction {
            id: self.draft.stamp.id,
            person: self.draft.stamp.person,
            time,
            act: self.draft.act,
            undoes: None,
            ops: self.draft.ops,
        })
    }
}
