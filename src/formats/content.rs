//! What is said of an article, by names and places and not by ids: what two projects say of the same is the same.
//!
//! A file that was read is written again byte for byte where nothing was changed, and this is how that is known.

use super::write::{Ends, stands};
use crate::model::{
    Annotation, AnnotationId, Argument, AttributeId, AttributeType, AttributeValue, Document, DocumentId,
    End, Label, LabelId, Project, Reference, Relation, Status, names_annotation,
};
use crate::sorted::{Map, sort_by};
use crate::wire;
use std::cell::RefCell;

/// What is said of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What is marked, in the order of the text.
    pub marks: Vec<Mark>,
    /// What is related within the article.
    pub relations: Vec<Related>,
    /// Labels of the whole article.
    pub labels: Vec<String>,
}

/// An annotation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Start and end of each fragment, in bytes.
    pub fragments: Vec<(u32, u32)>,
    /// Its label.
    pub label: String,
    /// Names and values of its attributes; of what names records, what they are called or where they stand.
    pub attributes: Vec<(String, String)>,
    /// What it refers to, by name.
    pub refers_to: String,
    /// Its note.
    pub note: String,
    /// Whether its maker is unsure.
    pub unsure: bool,
    /// Whether it is a suggestion.
    pub suggested: bool,
}

/// A relation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// Its type.
    pub kind: String,
    /// Roles and ends.
    pub ends: Vec<(String, String)>,
    /// Where its trigger stands; empty where it has none.
    pub trigger: String,
    /// Names and values of its attributes.
    pub attributes: Vec<(String, String)>,
}

/// What a project says of a document. `name` is what a label is called.
pub fn content(project: &Project, document: &Document, name: &dyn Fn(&Label) -> String) -> Content {
    let own = Own { project, name, ends: None };
    let Some(all) = project.annotations(&document.id) else { return Content::default() };
    let marks = own.marks(document).into_iter().map(|(mark, _)| mark).collect();
    let within = |id: &str| all.get(&AnnotationId::new(id)).is_some() || id == document.id.as_str();
    let relations = project.relations.values();
    let relations = relations.filter(|one| one.arguments.iter().any(|end| within(&end.target)));
    let mut relations: Vec<Related> = relations.map(|one| own.related(one, Some(&document.id))).collect();
    sort_by(&mut relations, Ord::cmp);
    Content { marks, relations, labels: own.labels(document) }
}

/// A project, and how what is in it is called.
pub(super) struct Own<'a> {
    pub(super) project: &'a Project,
    /// What a label is called.
    pub(super) name: &'a dyn Fn(&Label) -> String,
    /// Where annotations are, for whoever looks up very many.
    pub(super) ends: Option<&'a Ends<'a>>,
}

impl<'a> Own<'a> {
    /// The annotations of an article that files have: what they say, in the order of the text.
    pub(super) fn marks(&self, document: &Document) -> Vec<(Mark, &'a Annotation)> {
        let all = self.project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
        let written = all.filter(|one| stands(one) || one.status == Status::Suggested);
        let mut marks: Vec<(Mark, &Annotation)> = written.map(|one| (self.mark(one), &**one)).collect();
        sort_by(&mut marks, |(one, _), (other, _)| one.cmp(other));
        marks
    }

    /// What a relation says; annotations are looked for in this article first.
    pub(super) fn related(&self, one: &Relation, first: Option<&DocumentId>) -> Related {
        let kind = self.project.schema.relation_type(&one.kind);
        let end = |end: &Argument| (end.role.clone(), self.end_near(&end.target, first));
        let mut ends: Vec<(String, String)> = one.arguments.iter().map(end).collect();
        if one.symmetric {
            sort_by(&mut ends, Ord::cmp);
        }
        let trigger = one.trigger.as_ref();
        Related {
            kind: kind.map_or_else(|| one.kind.to_string(), |kind| kind.name.clone()),
            ends,
            trigger: trigger.map(|id| self.end_near(id.as_str(), first)).unwrap_or_default(),
            attributes: self.attributes(&one.attributes, first),
        }
    }

    /// The labels of a whole article.
    pub(super) fn labels(&self, document: &Document) -> Vec<String> {
        let mut labels: Vec<String> = document.labels.iter().map(|label| self.label(&label.label)).collect();
        sort_by(&mut labels, Ord::cmp);
        labels
    }

    pub(super) fn label(&self, id: &LabelId) -> String {
        self.project.schema.label(id).map_or_else(|| id.to_string(), self.name)
    }

    fn mark(&self, one: &Annotation) -> Mark {
        Mark {
            fragments: places(one),
            label: self.label(&one.label),
            attributes: self.attributes(&one.attributes, Some(&one.document)),
            refers_to: match &one.refers_to {
                None => String::new(),
                Some(Reference::Nil(_)) => "NIL".to_owned(),
                Some(Reference::Entity(id)) => self.end(id.as_str()),
                Some(Reference::Claim(id)) => self.end(id.as_str()),
            },
            note: one.note.clone(),
            unsure: one.unsure,
            suggested: one.status == Status::Suggested,
        }
    }

    /// Their names and values; what they name is looked for in this article first.
    fn attributes(
        &self,
        all: &Map<AttributeId, AttributeValue>,
        first: Option<&DocumentId>,
    ) -> Vec<(String, String)> {
        let schema = &self.project.schema;
        let one = |(id, value): (&AttributeId, &AttributeValue)| {
            let value = match value {
                AttributeValue::Text(target)
                    if names_annotation(schema, id)
                        || schema.attribute(id).is_some_and(|own| own.kind == AttributeType::Entity) =>
                {
                    self.end_near(target, first)
                }
                AttributeValue::Text(text) => text.clone(),
                other => {
                    // What it names has other ids in another project.
                    let named = other.moved(schema, id, &|id| Some(self.end_near(id, first)));
                    named.map_or_else(String::new, |named| wire::attribute_json(&named).0.to_string())
                }
            };
            (self.attribute(id), value)
        };
        let mut attributes: Vec<(String, String)> = all.iter().map(one).collect();
        sort_by(&mut attributes, Ord::cmp);
        attributes
    }

    /// The ids that are in values, in the order of what these are called.
    pub(super) fn named(&self, all: &Map<AttributeId, AttributeValue>) -> Vec<String> {
        let schema = &self.project.schema;
        let one = |(id, value): (&AttributeId, &AttributeValue)| {
            let ids = RefCell::default();
            let tell = |id: &str| {
                Vec::push(&mut ids.borrow_mut(), id.to_owned());
                Some(id.to_owned())
            };
            value.moved(schema, id, &tell)?;
            let ids = ids.into_inner();
            (!ids.is_empty()).then(|| (self.attribute(id), ids))
        };
        let mut named: Vec<(String, Vec<String>)> = all.iter().filter_map(one).collect();
        sort_by(&mut named, |(one, _), (other, _)| one.cmp(other));
        named.into_iter().flat_map(|(_, ids)| ids).collect()
    }

    fn attribute(&self, id: &AttributeId) -> String {
        self.project.schema.attribute(id).map_or_else(|| id.to_string(), |own| own.name.clone())
    }

    /// The record with this id; it is looked for in this article first, since to look through all of them takes long.
    pub(super) fn found(&self, id: &str, first: Option<&DocumentId>) -> Option<End> {
        if self.project.has_document(id) {
            return Some(End::Document(DocumentId::new(id)));
        }
        let near =
            |first| Some(End::Annotation(self.project.annotation(first, &AnnotationId::new(id))?.clone()));
        let found = first.and_then(near).or_else(|| self.ends?.get(id));
        found.or_else(|| self.project.end(first, id))
    }

    /// A record by what it is.
    fn end(&self, id: &str) -> String {
        self.end_near(id, None)
    }

    /// The same of one that is looked for in this article first.
    fn end_near(&self, id: &str, first: Option<&DocumentId>) -> String {
        match self.found(id, first) {
            Some(End::Annotation(one)) => format!("{:?} {}", places(&one), self.label(&one.label)),
            Some(End::Entity(id)) => {
                self.project.entities.get(&id).map_or_else(String::new, |entity| entity.name.clone())
            }
            Some(End::Claim(id)) => {
                self.project.claims.get(&id).map_or_else(String::new, |claim| claim.text.clone())
            }
            Some(End::Document(id)) => {
                self.project.document(&id).map_or_else(String::new, |own| own.metadata.title.clone())
            }
            None => id.to_owned(),
        }
    }
}

fn places(one: &Annotation) -> Vec<(u32, u32)> {
    one.fragments.spans().iter().map(|span| (span.start().0, span.end().0)).collect()
}
