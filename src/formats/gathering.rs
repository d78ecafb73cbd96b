//! What a file with annotations says, gathered into a project of its own.
//!
//! A reader names labels, attributes and entities as its file does; the same name is the same thing. Ids mean something
//! within that project alone: what is taken from it into another one gets ids there. A time that the file does not say is
//! [`UNKNOWN`].

mod later;
mod noticed;

pub(super) use later::{Later, Of};

use super::{Annotated, Issue, NewDocument, OffsetUnit, Place, Reading, Severity, language, plain};
use crate::model::{
    Annotation, AnnotationId, Argument, Attribute, AttributeId, AttributeType, AttributeValue, Claim,
    ClaimId, Document, DocumentId, DocumentLabel, DocumentSource, Entity, EntityId, Fragments, How, Kind,
    Label, LabelId, Origin, Person, PersonId, PersonKind, Project, ProjectId, RawJson, Reference, Relation,
    RelationId, RelationType, RelationTypeId, Role, SLOTS, Schema, Speaker, Status, Timestamp,
};
use crate::sorted::{Map, Set};
use crate::words::gathered as words;
use std::rc::Rc;

/// When something was made of which the file does not say it.
pub const UNKNOWN: Timestamp = Timestamp(0);

/// A file's annotations while they are read.
pub(super) struct Gathering {
    /// The file that is read at the moment.
    file: String,
    /// The file that was handed in.
    set: String,
    format: &'static str,
    project: Project,
    /// The annotations that were kept.
    kept: Set<AnnotationId>,
    schema: Schema,
    /// Who made what the file names no maker of.
    import: PersonId,
    issues: Vec<Issue>,
    /// Issues that are not told.
    more: usize,
    serial: usize,
    /// What offsets count, where somebody said it.
    wished: Option<OffsetUnit>,
    /// What they were taken to count.
    unit: Option<OffsetUnit>,
}

impl Gathering {
    /// Nothing yet. `format` is the word of the format, `file` the name of the file, with folders.
    pub(super) fn new(format: &'static str, file: &str) -> Self {
        let name = plain::base(file).to_owned();
        let mut project =
            Project::new(ProjectId::new("file"), plain::title(file), Schema::default(), UNKNOWN);
        let import = PersonId::new("import");
        let person = Person { id: import.clone(), name, kind: PersonKind::Import, version: String::new() };
        project.people.insert(import.clone(), person);
        Self {
            file: file.to_owned(),
            set: plain::base(file).to_owned(),
            format,
            project,
            kept: Set::new(),
            schema: Schema::default(),
            import,
            issues: Vec::new(),
            more: 0,
            serial: 0,
            wished: None,
            unit: None,
        }
    }

    /// With what somebody said that offsets count, if anybody did.
    pub(super) fn wishing(self, wished: Option<OffsetUnit>) -> Self {
        Self { wished, ..self }
    }

    /// What offsets count: what somebody said, else what was found out.
    pub(super) fn counts(&mut self, found: OffsetUnit) -> OffsetUnit {
        *self.unit.insert(self.wished.unwrap_or(found))
    }

    /// Padded, so that what came in order stands in order.
    fn next(&mut self, letter: char) -> String {
        self.serial += 1;
        format!("{letter}-{:07}", self.serial)
    }

    /// Takes a document in; it keeps the id that the file gives it, unless another one has it.
    pub(super) fn document(&mut self, mut new: NewDocument) -> DocumentId {
        language::guess_for(&mut new);
        let wished = new.id.as_deref().filter(|id| !id.is_empty()).map(DocumentId::new);
        let free = wished.filter(|id| self.project.document(id).is_none());
        let id = free.unwrap_or_else(|| DocumentId::new(self.next('d')));
        let document = Document {
            id: id.clone(),
            order: self.project.documents().len() as u32,
            text: new.text,
            line_ends: new.line_ends,
            media_type: new.media_type,
            metadata: new.metadata,
            status: new.status,
            labels: Vec::new(),
            source: new.source,
        };
        self.project.insert_document(Rc::new(document));
        id
    }

    /// The documents, in their order.
    pub(super) fn documents(&self) -> Vec<DocumentId> {
        self.project.documents().map(|document| document.id.clone()).collect()
    }

    /// Keeps of a document what the file has; `set` is what was handed in.
    pub(super) fn keep_raw(&mut self, document: &DocumentId, set: &str, raw: Option<RawJson>) {
        let (format, file) = (self.format.to_owned(), set.to_owned());
        let source = Some(DocumentSource { format, file, raw });
        self.project.change_document(document, |document| document.source = source);
    }

    /// Whether a document has this id.
    pub(super) fn has_document(&self, id: &str) -> bool {
        self.project.document(&DocumentId::new(id)).is_some()
    }

    /// The label with this name, made if there is none.
    pub(super) fn label(&mut self, name: &str, kind: Kind) -> LabelId {
        let id = LabelId::new(name);
        if self.schema.label(&id).is_none() {
            let colour = (self.schema.labels.len() % usize::from(SLOTS)) as u8;
            self.schema.labels.push(Label {
                id: id.clone(),
                name: name.to_owned(),
                kind,
                group: String::new(),
                colour,
                key: None,
                description: String::new(),
                parent: None,
                equivalents: Map::new(),
                attributes: Vec::new(),
            });
        }
        id
    }

    /// The same for a label that the file shows by another name than the one that stands in it.
    pub(super) fn label_shown(&mut self, name: &str, shown: &str, kind: Kind) -> LabelId {
        let id = self.label(shown, kind);
        let format = self.format;
        if name != shown
            && let Some(label) = self.label_mut(&id)
        {
            label.equivalents.insert(format.to_owned(), name.to_owned());
        }
        id
    }

    /// A label, to say more of it than its name.
    pub(super) fn label_mut(&mut self, id: &LabelId) -> Option<&mut Label> {
        self.schema.labels.iter_mut().find(|label| label.id == *id)
    }

    /// The attribute of this name and type, which a label has from now on. A value that a choice may have is one of its
    /// values.
    pub(super) fn attribute(
        &mut self,
        label: &LabelId,
        name: &str,
        kind: AttributeType,
        value: Option<&str>,
    ) -> AttributeId {
        let id = self.attribute_named(name, kind, value);
        if let Some(label) = self.label_mut(label)
            && !label.attributes.contains(&id)
        {
            label.attributes.push(id.clone());
        }
        id
    }

    /// The attribute of this name and type, made if there is none, which no label has to have.
    pub(super) fn attribute_named(
        &mut self,
        name: &str,
        kind: AttributeType,
        value: Option<&str>,
    ) -> AttributeId {
        let same = |own: &&mut Attribute| own.name == name && own.kind == kind;
        match self.schema.attributes.iter_mut().find(same) {
            Some(own) => {
                if let Some(value) = value.filter(|value| !own.values.iter().any(|own| own == value)) {
                    own.values.push(value.to_owned());
                }
                own.id.clone()
            }
            None => {
                let plain = AttributeId::new(name);
                let id = match self.schema.attribute(&plain) {
                    Some(_) => AttributeId::new(format!("{name} {}", self.next('x'))),
                    None => plain,
                };
                self.schema.attributes.push(Attribute {
                    id: id.clone(),
                    name: name.to_owned(),
                    kind,
                    values: value.map(str::to_owned).into_iter().collect(),
                    required: false,
                    default: String::new(),
                });
                id
            }
        }
    }

    /// The type of relation with this name, made if there is none; it has these roles, too, from now on.
    pub(super) fn relation_type(&mut self, name: &str, symmetric: bool, roles: &[&str]) -> RelationTypeId {
        let id = RelationTypeId::new(name);
        let at = self.schema.relation_types.iter().position(|own| own.id == id).unwrap_or_else(|| {
            self.schema.relation_types.push(RelationType {
                id: id.clone(),
                name: name.to_owned(),
                symmetric,
                roles: Vec::new(),
                key: None,
            });
            self.schema.relation_types.len() - 1
        });
        let own = &mut self.schema.relation_types[at];
        for role in roles {
            if own.role(role).is_none() {
                own.roles.push(Role { name: (*role).to_owned(), fillers: Vec::new() });
            }
        }
        id
    }

    /// The person or rule with this name.
    pub(super) fn person(&mut self, name: &str, kind: PersonKind) -> PersonId {
        let same = |own: &&Person| own.name == name && own.kind == kind;
        if let Some(own) = self.project.people.values().find(same) {
            return own.id.clone();
        }
        let id = PersonId::new(self.next('p'));
        let person = Person { id: id.clone(), name: name.to_owned(), kind, version: String::new() };
        self.project.people.insert(id.clone(), person);
        id
    }

    /// Who made something of which the file does not say it, and how.
    pub(super) fn origin(&self) -> Origin {
        Origin::new(self.import.clone(), How::Imported, UNKNOWN)
    }

    /// An annotation of which no more is known yet; it is in the document once it is [kept](Self::keep).
    pub(super) fn annotation(
        &mut self,
        document: &DocumentId,
        label: &LabelId,
        fragments: Fragments,
    ) -> Annotation {
        Annotation {
            id: AnnotationId::new(self.next('a')),
            document: document.clone(),
            label: label.clone(),
            fragments,
            attributes: Map::new(),
            refers_to: None,
            note: String::new(),
            unsure: false,
            status: Status::Open,
            origin: self.origin(),
        }
    }

    /// Puts an annotation in its document.
    pub(super) fn keep(&mut self, annotation: Annotation) {
        if let Some(all) = self.project.annotations_mut(&annotation.document) {
            self.kept.insert(annotation.id.clone());
            all.insert(Rc::new(annotation));
        }
    }

    /// An annotation that was kept, to say more of it.
    pub(super) fn change(
        &mut self,
        document: &DocumentId,
        id: &AnnotationId,
        change: impl FnOnce(&mut Annotation),
    ) {
        if let Some(all) = self.project.annotations_mut(document) {
            all.change(id, change);
        }
    }

    /// The label of an annotation that was kept.
    pub(super) fn label_of(&self, document: &DocumentId, id: &AnnotationId) -> Option<LabelId> {
        self.project.annotation(document, id).map(|own| own.label.clone())
    }

    /// The entity that an annotation that was kept refers to.
    pub(super) fn referred(&self, document: &DocumentId, id: &AnnotationId) -> Option<EntityId> {
        match &self.project.annotation(document, id)?.refers_to {
            Some(Reference::Entity(entity)) => Some(entity.clone()),
            _ => None,
        }
    }

    /// A value as it stands here, where ids of the file are others; `None` where what it names is not there.
    pub(super) fn moved(
        &self,
        value: &AttributeValue,
        key: &AttributeId,
        to: &dyn Fn(&str) -> Option<String>,
    ) -> Option<AttributeValue> {
        // What a file calls by an id may be of another kind than what is asked for.
        let value =
            value.moved(&self.schema, key, to)?.without(&self.schema, key, &|id| !self.kept.contains(id))?;
        let is_entity = |id: &EntityId| self.project.entities.contains_key(id);
        match value {
            AttributeValue::Text(id) if self.names_entity(key) => {
                is_entity(&EntityId::new(id.as_str())).then_some(AttributeValue::Text(id))
            }
            AttributeValue::Speakers(mut chain) => {
                chain.retain(|speaker| !matches!(speaker, Speaker::Entity(id) if !is_entity(id)));
                (!chain.is_empty()).then_some(AttributeValue::Speakers(chain))
            }
            AttributeValue::Evidence(mut all) => {
                for evidence in &mut all {
                    evidence.document = evidence.document.take().filter(|id| self.has_document(id.as_str()));
                }
                Some(AttributeValue::Evidence(all))
            }
            value => Some(value),
        }
    }

    /// Whether values of this attribute are ids of entities.
    pub(super) fn names_entity(&self, key: &AttributeId) -> bool {
        self.schema.attribute(key).is_some_and(|own| own.kind == AttributeType::Entity)
    }

    /// Gives a label to a whole document.
    pub(super) fn label_document(&mut self, document: &DocumentId, label: &LabelId) {
        let own = DocumentLabel { label: label.clone(), origin: self.origin() };
        self.project.change_document(document, |document| {
            if !document.labels.iter().any(|there| there.label == own.label) {
                document.labels.push(own);
            }
        });
    }

    /// The entity that the file calls `key`, made if there is none; then it has this name and type.
    pub(super) fn entity(&mut self, key: &str, name: &str, label: &LabelId) -> EntityId {
        let id = EntityId::new(format!("e-{key}"));
        if !self.project.entities.contains_key(&id) {
            self.project.entities.insert(id.clone(), Entity::new(id.clone(), name.to_owned(), label.clone()));
        }
        id
    }

    /// An entity, to say more of it than its name.
    pub(super) fn entity_mut(&mut self, id: &EntityId) -> Option<&mut Entity> {
        self.project.entities.get_mut(id)
    }

    /// The claim that the file calls `key`, made if there is none; then it has this text.
    pub(super) fn claim_called(&mut self, key: &str, text: &str) -> ClaimId {
        let id = ClaimId::new(key);
        if !self.project.claims.contains_key(&id) {
            self.project.claims.insert(id.clone(), Claim::new(id.clone(), text.to_owned()));
        }
        id
    }

    /// Takes a claim in, in place of one with its id.
    pub(super) fn claim(&mut self, claim: Claim) -> ClaimId {
        let id = claim.id.clone();
        self.project.claims.insert(id.clone(), claim);
        id
    }

    /// Relates records; each end has its role.
    pub(super) fn relate(
        &mut self,
        kind: &RelationTypeId,
        arguments: impl IntoIterator<Item = (String, String)>,
    ) -> RelationId {
        let id = RelationId::new(self.next('r'));
        let arguments = arguments.into_iter().map(|(role, target)| Argument { role, target }).collect();
        let symmetric = self.schema.relation_type(kind).is_some_and(|own| own.symmetric);
        let relation = Relation {
            id: id.clone(),
            kind: kind.clone(),
            arguments,
            symmetric,
            trigger: None,
            attributes: Map::new(),
        };
        self.project.relations.insert(id.clone(), relation);
        id
    }

    /// Says which annotation expresses a relation.
    pub(super) fn express(&mut self, relation: &RelationId, trigger: AnnotationId) {
        if let Some(own) = self.project.relations.get_mut(relation) {
            own.trigger = Some(trigger);
        }
    }

    /// Says more of a relation.
    pub(super) fn say_of_relation(&mut self, relation: &RelationId, key: AttributeId, value: AttributeValue) {
        if let Some(own) = self.project.relations.get_mut(relation) {
            own.attributes.insert(key, value);
        }
    }

    /// What was gathered, whatever was noticed.
    pub(super) fn project(mut self) -> Project {
        self.project.schema = Rc::new(self.schema);
        self.project
    }

    /// Hands over what was gathered, and what was noticed. Nothing but the issues where there is no document.
    pub(super) fn finish(mut self, reading: &mut Reading) {
        reading.issues.append(&mut self.issues);
        if self.more > 0 {
            reading.issues.push(Issue {
                place: Place { file: self.file.clone(), ..Place::default() },
                severity: Severity::Note,
                found: words::more(self.more),
                expected: String::new(),
                done: words::not_told().to_owned(),
            });
        }
        if self.project.documents().len() > 0 {
            let (set, format, unit) = (self.set.clone(), self.format, self.unit);
            reading.annotated.push(Annotated { unit, ..Annotated::new(set, format, self.project()) });
        }
    }
}
