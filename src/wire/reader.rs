//! Puts a project together from the records of its file.

use super::json::{Field, Json, Seen};
use super::raw::compact;
use super::read::Top;
use super::records::{At, Records, left_out};
use super::refer::{names, open_annotation};
use super::twin::{AnnotationTwin, Bad, DocumentTwin};
use super::{Issue, parse_time};
use crate::model::{
    Annotation, AnnotationId, Arrangement, Claim, ClaimId, Document, DocumentId, Entity, Label, Person,
    Project, ProjectId, RawJson, Reference, Relation, SLOTS, Schema, Timestamp,
};
use crate::sorted::Set;
use crate::text::{Sha256, Text};
use crate::words::wire as said;
use std::rc::Rc;

/// The keys of the top level; `x-…` keys are kept beside them.
const KEYS: &[&str] = &[
    "format",
    "version",
    "id",
    "name",
    "license",
    "created",
    "modified",
    "generator",
    "guidelines",
    "mappings",
    "source",
    "offsets",
    "schema",
    "matrix",
    "people",
    "entities",
    "claims",
    "documents",
    "annotations",
    "relations",
];

pub(super) struct Reader<'a> {
    records: Records<'a>,
    /// Claims that are held against a statement of a person's choice.
    held: Vec<(At, ClaimId)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a str) -> Self {
        Self { records: Records::new(input), held: Vec::new() }
    }

    pub(super) fn into_issues(self) -> Vec<Issue> {
        self.records.into_issues()
    }

    /// All but the relations, which may name annotations that come in otherwise.
    pub(super) fn project(
        &mut self,
        top: &Top<'a>,
        by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
    ) -> Project {
        let mut project = self.head(top);
        for (_, person) in self.records.section::<Person>("people", top.get("people")) {
            project.people.insert(person.id.clone(), person);
        }
        for (at, entity) in self.records.section::<Entity>("entities", top.get("entities")) {
            if project.schema.label(&entity.label).is_some() {
                project.entities.insert(entity.id.clone(), entity);
            } else {
                let found = said::the_label(entity.label.as_str());
                self.records.refuse(at, entity.id.as_str(), found, said::a_label());
            }
        }
        for (at, claim) in self.records.section::<Claim>("claims", top.get("claims")) {
            if claim.reference.is_some() {
                self.held.push((at, claim.id.clone()));
            }
            project.claims.insert(claim.id.clone(), claim);
        }
        let mut documents = Vec::new();
        for (at, twin) in self.records.section::<DocumentTwin>("documents", top.get("documents")) {
            documents.extend(self.document(at, twin, &project, by_fingerprint).map(Rc::new));
        }
        project.insert_documents(documents);
        self.annotations(top, &mut project);
        project
    }

    fn head(&mut self, top: &Top<'a>) -> Project {
        let text = |this: &mut Self, key: &str| -> String {
            let Some(value) = top.get(key) else { return String::new() };
            value.text().unwrap_or_else(|_| {
                this.records.top(key, value, said::something_else().to_owned(), said::a_text(), left_out());
                String::new()
            })
        };
        let (id, name) = (text(self, "id"), text(self, "name"));
        let (created, modified) = (text(self, "created"), text(self, "modified"));
        let time = |this: &mut Self, key: &str, written: &str| {
            let time = parse_time(written);
            if let (None, Some(value), false) = (time, top.get(key), written.is_empty()) {
                let found = format!("“{written}”");
                this.records.top(key, value, found, said::a_time(), left_out());
            }
            time
        };
        let created = time(self, "created", &created);
        let modified = time(self, "modified", &modified);
        let first = created.or(modified).unwrap_or(Timestamp(0));
        let schema = self.schema(top.get("schema"));
        let mut project = Project::new(ProjectId::new(id), name, schema, first);
        project.modified = modified.unwrap_or(first);
        project.license = text(self, "license");
        project.guidelines = text(self, "guidelines");
        project.matrix = Rc::new(self.matrix(top));
        for (key, value) in &top.0 {
            let value = *value;
            let known = KEYS.contains(&&**key);
            if !known && !key.starts_with("x-") {
                let found = said::unknown_key(key);
                self.records.top(key, value, found, said::known_keys(), left_out());
            } else if !known || key == "mappings" || key == "source" {
                let Some(raw) = self.carried(key, value) else { continue };
                match &**key {
                    "mappings" => project.extra.mappings = Some(raw),
                    "source" => project.extra.source = Some(raw),
                    _ => drop(project.extra.extensions.insert(key.to_string(), raw)),
                }
            }
        }
        project
    }

    fn matrix(&mut self, top: &Top<'a>) -> Arrangement {
        let Some(value) = top.get("matrix") else { return Arrangement::default() };
        let mut seen = Seen::default();
        let read = Arrangement::read(value, &mut seen);
        for key in seen.unknown.iter().filter(|_| read.is_ok()) {
            let found = said::unknown_key(key);
            self.records.top("matrix", value, found, said::known_keys_only(), said::key_left_out());
        }
        read.unwrap_or_else(|_| {
            let found = said::something_else().to_owned();
            self.records.top("matrix", value, found, said::a_record(), left_out());
            Arrangement::default()
        })
    }

    fn carried(&mut self, key: &str, value: Json<'_>) -> Option<RawJson> {
        compact(value.get())
            .map_err(|error| {
                self.records.top(key, value, error.to_string(), said::whole_characters(), left_out())
            })
            .ok()
    }

    pub(super) fn schema(&mut self, value: Option<Json<'a>>) -> Schema {
        let Some(value) = value else { return Schema::default() };
        let Ok(lists) = value.object().map(Top) else {
            let found = said::something_else().to_owned();
            self.records.top("schema", value, found, said::schema_lists(), left_out());
            return Schema::default();
        };
        let list = |key| lists.get(key).filter(|list| !list.is_null());
        let mut schema = Schema::default();
        for (at, mut label) in self.records.section::<Label>("schema.labels", list("labels")) {
            if label.colour >= SLOTS {
                let bad = Bad {
                    at: String::new(),
                    found: said::slot(label.colour),
                    expected: said::slot_to(SLOTS - 1),
                };
                label.colour %= SLOTS;
                let done = said::slot_taken(label.colour);
                self.records.issue(at, label.id.as_str(), bad, &done);
            }
            schema.labels.push(label);
        }
        let attributes = self.records.section("schema.attributes", list("attributes"));
        schema.attributes = attributes.into_iter().map(|(_, attribute)| attribute).collect();
        let types = self.records.section("schema.relationTypes", list("relationTypes"));
        schema.relation_types = types.into_iter().map(|(_, kind)| kind).collect();
        schema
    }

    fn document(
        &mut self,
        at: At,
        mut twin: DocumentTwin,
        project: &Project,
        by_fingerprint: &dyn Fn(&Sha256) -> Option<Text>,
    ) -> Option<Document> {
        let id = twin.id.clone();
        let text = match twin.text.take() {
            Some(text) => match Text::new(text) {
                Ok(text) => text,
                Err(error) => {
                    self.records.refuse(at, id.as_str(), error.to_string(), said::no_nul());
                    return None;
                }
            },
            None => match Sha256::from_hex(&twin.sha256).and_then(|sha256| by_fingerprint(&sha256)) {
                Some(text) => text,
                None => {
                    self.records.refuse(
                        at,
                        id.as_str(),
                        said::missing_text().to_owned(),
                        said::document_text(),
                    );
                    return None;
                }
            },
        };
        let fingerprint = text.sha256();
        let other = !twin.sha256.is_empty() && Sha256::from_hex(&twin.sha256) != Some(fingerprint);
        if other || twin.length.is_some_and(|length| length != text.lengths()) {
            let what = if other { "sha256" } else { "length" };
            let bad = Bad {
                at: String::new(),
                found: said::not_the_texts(what),
                expected: said::fingerprint(&fingerprint.to_string(), text.lengths().code_points),
            };
            self.records.issue(at, id.as_str(), bad, said::text_kept());
        }
        twin.labels.retain(|own| {
            let label = project.schema.label(&own.label).is_some();
            let known = label && project.people.contains_key(&own.origin.by);
            if !known {
                let bad = Bad {
                    at: String::new(),
                    found: said::the_label_by(own.label.as_str(), own.origin.by.as_str()),
                    expected: said::a_label_and_person().to_owned(),
                };
                self.records.issue(at, id.as_str(), bad, said::label_left_out());
            }
            known
        });
        Some(twin.open(text))
    }

    fn annotations(&mut self, top: &Top<'a>, project: &mut Project) {
        let mut kept: Vec<(At, Annotation)> = Vec::new();
        for (at, twin) in self.records.section::<AnnotationTwin>("annotations", top.get("annotations")) {
            let id = twin.id.clone();
            match open_annotation(twin, project) {
                Ok(annotation) => kept.push((at, annotation)),
                Err(bad) => self.records.issue(at, id.as_str(), bad, left_out()),
            }
        }
        // An annotation that is left out takes with it those that name it, and so on. Mostly none names any.
        let naming = kept.iter().any(|(_, annotation)| names(annotation, &project.schema).next().is_some());
        let all = |kept: &[(At, Annotation)]| kept.iter().map(|(_, a)| a.id.clone()).collect::<Set<_>>();
        let mut ids = if naming { all(&kept) } else { Set::new() };
        // As long as there are fewer than before.
        let mut before = if naming { usize::MAX } else { kept.len() };
        while kept.len() < before {
            before = kept.len();
            kept.retain(|(at, annotation)| {
                let Some(missing) =
                    names(annotation, &project.schema).find(|id| !ids.contains(&AnnotationId::new(*id)))
                else {
                    return true;
                };
                let found = said::to_annotation(missing);
                let expected = said::an_annotation();
                self.records.refuse(*at, annotation.id.as_str(), found, expected);
                false
            });
            ids = all(&kept);
        }
        for (_, annotation) in kept {
            if let Some(all) = project.annotations_mut(&annotation.document) {
                all.insert(Rc::new(annotation));
            }
        }
    }

    /// What claims are held against must be there and tell them. Of annotations that are not read yet it is enough that
    /// they are there.
    pub(super) fn references(&mut self, project: &mut Project) {
        let held = std::mem::take(&mut self.held);
        if held.is_empty() {
            return;
        }
        let documents = || project.documents().filter_map(|document| project.annotations(&document.id));
        let mut unread: Vec<String> = Vec::new();
        for all in documents().filter(|all| all.read_ahead().is_some()) {
            all.ids(&mut |id| unread.push(id.to_owned()));
        }
        let unread: Set<String> = unread.into_iter().collect();
        let tells = |id: &AnnotationId, claim: &ClaimId| {
            let found = documents().filter(|all| all.read_ahead().is_none()).find_map(|all| all.get(id));
            match found {
                Some(found) => matches!(&found.refers_to, Some(Reference::Claim(own)) if own == claim),
                None => unread.contains(id.as_str()),
            }
        };
        let missing = |(at, id): (At, ClaimId)| {
            let reference = project.claims.get(&id)?.reference.clone()?;
            (!tells(&reference, &id)).then_some((at, id, reference))
        };
        let missing: Vec<_> = held.into_iter().filter_map(missing).collect();
        for (at, id, reference) in missing {
            let found = said::to_annotation(reference.as_str());
            let bad = Bad { at: String::new(), found, expected: said::a_statement().to_owned() };
            self.records.issue(at, id.as_str(), bad, said::earliest_taken());
            if let Some(claim) = project.claims.get_mut(&id) {
                claim.reference = None;
            }
        }
    }

    pub(super) fn relations(&mut self, top: &Top<'a>, project: &mut Project) {
        let relations = self.records.section::<Relation>("relations", top.get("relations"));
        if relations.is_empty() {
            return;
        }
        let mut annotations: Vec<String> = Vec::new();
        project.annotation_ids(&mut |id| annotations.push(id.to_owned()));
        let annotations: Set<String> = annotations.into_iter().collect();
        for (at, relation) in relations {
            let id = relation.id.as_str();
            let known = |target: &str| {
                annotations.contains(target)
                    || project.entities.contains_key(target)
                    || project.claims.contains_key(target)
                    || project.document(&DocumentId::new(target)).is_some()
            };
            let dangling = relation.arguments.iter().map(|a| a.target.as_str()).find(|target| !known(target));
            let trigger =
                relation.trigger.as_ref().map(|id| id.as_str()).filter(|id| !annotations.contains(*id));
            if relation.arguments.len() < 2 {
                let found = said::some_ends(relation.arguments.len());
                self.records.refuse(at, id, found, said::two_ends());
            } else if let Some(missing) = dangling.or(trigger) {
                let found = said::to_record(missing);
                self.records.refuse(at, id, found, said::a_record_id());
            } else {
                project.relations.insert(relation.id.clone(), relation);
            }
        }
    }
}
