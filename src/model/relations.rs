//! Whether the ends of a relation fit the roles of its type, and which do not and why.

use super::{
    Annotation, AnnotationId, Argument, ClaimId, DocumentId, EntityId, Filler, Project, Reference, Relation,
    RelationType, Role,
};
use std::rc::Rc;

/// What a relation ends at.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// A marked piece of text.
    Annotation(Rc<Annotation>),
    /// An entity of the registry.
    Entity(EntityId),
    /// A claim of the registry.
    Claim(ClaimId),
    /// A document.
    Document(DocumentId),
}

impl End {
    /// Whether a role may be filled by this.
    pub fn fits(&self, role: &Role) -> bool {
        role.fillers.is_empty() || role.fillers.iter().any(|filler| self.is(filler))
    }

    fn is(&self, filler: &Filler) -> bool {
        match (filler, self) {
            (Filler::Label(label), Self::Annotation(annotation)) => annotation.label == *label,
            (Filler::Annotation, Self::Annotation(_))
            | (Filler::Entity, Self::Entity(_))
            | (Filler::Claim, Self::Claim(_))
            | (Filler::Document, Self::Document(_)) => true,
            _ => false,
        }
    }
}

/// Why a relation is not as its type has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The schema has no such type.
    NoType,
    /// Fewer than two ends.
    Few,
    /// The type has no such role.
    NoRole(String),
    /// Nothing stands in this role of two.
    Missing(String),
    /// What stands in this role may not fill it.
    Filler(String),
    /// Two ends are the same.
    Same,
}

impl Project {
    /// The record with this id, looked for in one document before the others.
    pub fn end(&self, first: Option<&DocumentId>, id: &str) -> Option<End> {
        if let Some((id, _)) = self.entities.get_key_value(id) {
            return Some(End::Entity(id.clone()));
        }
        if let Some((id, _)) = self.claims.get_key_value(id) {
            return Some(End::Claim(id.clone()));
        }
        let id = AnnotationId::new(id);
        let mut others = self.documents_by_id();
        let found = first
            .and_then(|first| self.annotation(first, &id))
            .or_else(|| others.find_map(|other| self.annotation(&other.id, &id)));
        if let Some(annotation) = found {
            return Some(End::Annotation(annotation.clone()));
        }
        self.document(&DocumentId::new(id.as_str())).map(|document| End::Document(document.id.clone()))
    }
}

/// Everything in which a relation is not as its type has it; `kind` is its type, where there is one. Of a type with two
/// roles both must be filled; of one with more, any two.
pub fn misfits(project: &Project, kind: Option<&RelationType>, relation: &Relation) -> Vec<Misfit> {
    let mut found = Vec::new();
    let ends = &relation.arguments;
    if ends.len() < 2 {
        found.push(Misfit::Few);
    }
    if ends.iter().enumerate().any(|(n, end)| ends[..n].iter().any(|other| other.target == end.target)) {
        found.push(Misfit::Same);
    }
    let Some(kind) = kind else {
        found.push(Misfit::NoType);
        return found;
    };
    for Argument { role, target } in ends {
        match kind.role(role) {
            None => found.push(Misfit::NoRole(role.clone())),
            Some(own) if project.end(None, target).is_some_and(|end| !end.fits(own)) => {
                found.push(Misfit::Filler(role.clone()));
            }
            Some(_) => {}
        }
    }
    if let [one, two] = &kind.roles[..] {
        let missing = [one, two].into_iter().filter(|role| ends.iter().all(|end| end.role != role.name));
        found.extend(missing.map(|role| Misfit::Missing(role.name.clone())));
    }
    found
}

/// What a mark gives to a role: itself, or what it refers to, or its document, whichever may fill it first.
pub fn fill(role: &Role, mark: &Rc<Annotation>) -> Option<End> {
    let refers = mark.refers_to.as_ref().and_then(|to| match to {
        Reference::Entity(id) => Some(End::Entity(id.clone())),
        Reference::Claim(id) => Some(End::Claim(id.clone())),
        Reference::Nil(_) => None,
    });
    let all = [Some(End::Annotation(mark.clone())), refers, Some(End::Document(mark.document.clone()))];
    all.into_iter().flatten().find(|end| end.fits(role))
}

impl End {
    /// The id of the record.
    pub fn id(&self) -> &str {
        match self {
            Self::Annotation(annotation) => annotation.id.as_str(),
            Self::Entity(id) => id.as_str(),
            Self::Claim(id) => id.as_str(),
            Self::Document(id) => id.as_str(),
        }
    }
}
