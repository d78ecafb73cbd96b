//! The relations of what is selected, as they are listed and drawn.

use crate::app::Session;
use crate::model::{Annotation, AnnotationId, DocumentId, End, Reference, Relation, RelationId};
use crate::sorted::{Map, Set};
use std::rc::Rc;

/// So many relations of what is selected are drawn.
const MOST_ARCS: usize = 24;

/// A relation as it is listed at one of its ends.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationRow {
    /// Which.
    pub id: RelationId,
    /// The name of its type; its id where the schema has it no more.
    pub kind: String,
    /// Whether its ends are alike.
    pub symmetric: bool,
    /// Whether it leads from here.
    pub leads: bool,
    /// What ends here, where it is not the annotation itself: the entity or claim that it refers to.
    pub through: String,
    /// Its other ends.
    pub ends: Vec<EndRow>,
    /// Roles of its type in which nothing stands.
    pub free: Vec<String>,
    /// In which ways it is not as its type has it.
    pub wrong: Vec<String>,
}

/// Another end.
#[derive(Clone, Debug, PartialEq)]
pub struct EndRow {
    /// Its role.
    pub role: String,
    /// What it is.
    pub end: End,
    /// That in words.
    pub text: String,
    /// Its article, where it is another one.
    pub article: String,
}

/// A relation between two marks of the open article, one of which is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The mark that is selected.
    pub from: AnnotationId,
    /// The other one.
    pub to: AnnotationId,
    /// The name of its type.
    pub name: String,
    /// Whether it leads to the other one, or from there; nothing where the ends are alike.
    pub leads: Option<bool>,
}

/// Which relations end at what, and when that was looked at.
pub(in crate::app) type KeptRelations = Option<((u64, usize), Rc<Map<Rc<str>, Vec<RelationId>>>)>;

impl Session {
    /// Which relations end at what; looked at anew only after the project changed.
    fn related(&self) -> Rc<Map<Rc<str>, Vec<RelationId>>> {
        let key = (self.counter, self.history.entries().len());
        let mut kept = self.kept.relations.borrow_mut();
        if let Some((of, related)) = &*kept
            && *of == key
        {
            return related.clone();
        }
        let mut related: Map<Rc<str>, Vec<RelationId>> = Map::new();
        for relation in self.project.relations.values() {
            for end in &relation.arguments {
                let all = related.get_or_insert_with(end.target.as_str().into(), Vec::new);
                if all.last() != Some(&relation.id) {
                    all.push(relation.id.clone());
                }
            }
        }
        kept.insert((key, Rc::new(related))).1.clone()
    }

    /// The relations that end at a record.
    pub(super) fn relations_at(&self, target: &str) -> Vec<&Relation> {
        let related = self.related();
        let ids = related.get(target).into_iter().flatten();
        ids.filter_map(|id| self.project.relations.get(id)).collect()
    }

    /// The relations of an annotation, and of the entity or claim that it refers to.
    pub fn relation_rows(&self, annotation: &Annotation) -> Vec<RelationRow> {
        let refers = match &annotation.refers_to {
            Some(Reference::Entity(id)) => Some(id.as_str()),
            Some(Reference::Claim(id)) => Some(id.as_str()),
            Some(Reference::Nil(_)) | None => None,
        };
        let mut seen = Set::new();
        let targets = std::iter::once(annotation.id.as_str()).chain(refers);
        let all =
            targets.flat_map(|target| self.relations_at(target).into_iter().map(move |one| (target, one)));
        let first = |(_, relation): &(&str, &Relation)| seen.insert(relation.id.clone());
        let row = |(target, relation)| {
            let through = if target == annotation.id.as_str() { None } else { annotation.refers_to.as_ref() };
            let through = through.and_then(|to| self.name_of(to)).unwrap_or_default();
            RelationRow { through, ..self.row(relation, target, Some(&annotation.document)) }
        };
        all.filter(first).map(row).collect()
    }

    /// A relation as it is listed at one of its ends.
    pub(super) fn row(&self, relation: &Relation, at: &str, here: Option<&DocumentId>) -> RelationRow {
        let kind = self.relation_type(&relation.kind);
        let roles = kind.as_ref().map_or(&[][..], |kind| &kind.roles);
        let filled = |name: &String| relation.arguments.iter().any(|end| end.role == *name);
        // Two of two are filled, or one of them is not as it should be, and that is said.
        let free = roles.iter().filter(|_| roles.len() > 2).map(|role| &role.name);
        let others = relation.arguments.iter().filter(|end| end.target != at);
        let ends = others.filter_map(|own| {
            let end = self.project.end(here, &own.target)?;
            let article = match &end {
                End::Annotation(other) if Some(&other.document) != here => self.article(&other.document),
                _ => String::new(),
            };
            Some(EndRow { role: own.role.clone(), text: self.end_words(&end), end, article })
        });
        RelationRow {
            id: relation.id.clone(),
            kind: self.relation_name(&relation.kind),
            symmetric: relation.symmetric,
            leads: relation.arguments.first().is_some_and(|first| first.target == at),
            through: String::new(),
            ends: ends.collect(),
            free: free.filter(|name| !filled(name)).cloned().collect(),
            wrong: self.misfit_words(relation),
        }
    }

    /// The relations between marks of the open article that are drawn: those of what is selected.
    pub fn arcs(&self) -> Vec<Arc> {
        let Some(reading) = &self.reading else { return Vec::new() };
        if self.project.relations.is_empty() {
            return Vec::new();
        }
        let mut arcs = Vec::new();
        for from in reading.selected.iter().take(MOST_ARCS) {
            for relation in self.relations_at(from.as_str()) {
                let leads = relation.arguments.first().is_some_and(|first| first.target == from.as_str());
                let others = relation.arguments.iter().map(|end| AnnotationId::new(end.target.as_str()));
                for to in others.filter(|to| to != from && self.annotation(to).is_some()) {
                    let name = self.relation_name(&relation.kind);
                    let leads = (!relation.symmetric).then_some(leads);
                    arcs.push(Arc { from: from.clone(), to, name, leads });
                }
            }
        }
        arcs.truncate(MOST_ARCS);
        arcs
    }
}
