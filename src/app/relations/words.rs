//! Relations in words: their ends, their roles, and what does not fit.

use super::type_name;
use crate::app::{Session, Tie, Tied, quote, titled};
use crate::model::{
    Annotation, DocumentId, End, Filler, Misfit, Relation, RelationType, RelationTypeId, Role, misfits,
};
use crate::words::{read, relations as said, schema as words, untitled};

/// So much of a quote is shown.
const QUOTE: usize = 60;

impl Session {
    /// What a relation type is called; its id where the schema has it no more.
    pub(in crate::app) fn relation_name(&self, id: &RelationTypeId) -> String {
        type_name(&self.project.schema, id)
    }

    /// What a relation ends at: a quote, a name, a title.
    pub fn end_words(&self, end: &End) -> String {
        match end {
            End::Annotation(annotation) => {
                let document = self.project.document(&annotation.document);
                document.map_or_else(String::new, |own| format!("“{}”", quote(&own.text, annotation, QUOTE)))
            }
            End::Entity(id) => self.project.entities.get(id).map_or_else(String::new, |own| own.name.clone()),
            End::Claim(id) => self.project.claims.get(id).map_or_else(String::new, |own| own.text.clone()),
            End::Document(id) => self.article(id),
        }
    }

    /// The title of an article, or words in its place.
    pub(super) fn article(&self, id: &DocumentId) -> String {
        self.project.document(id).map_or(untitled(), |document| titled(&document.metadata)).to_owned()
    }

    /// `Belongs to: “Ada” → “the guild”`.
    pub fn relation_words(&self, relation: &Relation) -> String {
        let end = |target: &str| match self.project.end(None, target) {
            Some(end) => self.end_words(&end),
            None => read::annotation().to_owned(),
        };
        let ends: Vec<String> = relation.arguments.iter().map(|own| end(&own.target)).collect();
        let between = if relation.symmetric { " – " } else { " → " };
        said::relation(&self.relation_name(&relation.kind), &ends.join(between))
    }

    /// `Person, Organisation`: what may fill a role.
    pub(super) fn fillers_words(&self, role: &Role) -> String {
        let name = |filler: &Filler| match filler {
            Filler::Label(id) => {
                let label = self.project.schema.label(id);
                label.map_or_else(|| id.to_string(), |label| label.name.clone())
            }
            Filler::Annotation => words::any_annotation().to_owned(),
            Filler::Entity => words::an_entity().to_owned(),
            Filler::Claim => words::a_claim().to_owned(),
            Filler::Document => words::a_document().to_owned(),
        };
        match &role.fillers[..] {
            [] => said::anything().to_owned(),
            fillers => fillers.iter().map(name).collect::<Vec<_>>().join(", "),
        }
    }

    /// `member (Person) → body (Organisation)`.
    pub(super) fn roles_words(&self, kind: &RelationType) -> String {
        let role = |role: &Role| said::role(&role.name, &self.fillers_words(role));
        let roles: Vec<String> = kind.roles.iter().map(role).collect();
        roles.join(if kind.symmetric { " – " } else { " → " })
    }

    /// What is being picked for a relation.
    pub(in crate::app) fn tie_words(&self, tie: &Tie, of: &Annotation) -> String {
        let Some(kind) = self.relation_type(&tie.kind) else { return String::new() };
        let fillers = kind.role(&tie.role).map(|role| self.fillers_words(role)).unwrap_or_default();
        let what = self.described(of);
        match &tie.of {
            Tied::New(_) if kind.symmetric => said::picking_alike(&kind.name, &what, &fillers),
            Tied::New(own) => said::picking(&kind.name, &what, own, &tie.role, &fillers),
            Tied::There(_) => said::picking_more(&kind.name, &what, &tie.role, &fillers),
        }
    }

    /// Why something cannot stand in a role.
    pub(super) fn unfit(&self, what: &str, role: &Role) -> String {
        said::cannot_be(what, &role.name, &self.fillers_words(role))
    }

    /// The same of a mark, which may only have to be linked before.
    pub(super) fn unfit_mark(&self, mark: &Annotation, role: &Role) -> String {
        let what = self.described(mark);
        let links = role.fillers.iter().find(|filler| matches!(filler, Filler::Entity | Filler::Claim));
        match (links, &mark.refers_to) {
            (Some(Filler::Entity), None) => said::refers_to_no_entity(&what, &role.name),
            (Some(_), None) => said::refers_to_no_claim(&what, &role.name),
            _ => self.unfit(&what, role),
        }
    }

    /// Everything in which a relation is not as its type has it.
    pub fn misfit_words(&self, relation: &Relation) -> Vec<String> {
        let kind = self.relation_type(&relation.kind);
        let says = |misfit: Misfit| match misfit {
            Misfit::NoType => said::no_type(relation.kind.as_str()),
            Misfit::Few => said::few_ends().to_owned(),
            Misfit::Same => said::same_end().to_owned(),
            Misfit::NoRole(role) => said::no_role(&role),
            Misfit::Missing(role) => said::missing(&role),
            Misfit::Filler(name) => {
                let end = relation.arguments.iter().find(|end| end.role == name);
                let what = end.and_then(|end| self.project.end(None, &end.target));
                let what = match &what {
                    Some(End::Annotation(annotation)) => self.described(annotation),
                    Some(end) => self.end_words(end),
                    None => String::new(),
                };
                let role = kind.as_ref().and_then(|kind| kind.role(&name));
                role.map_or_else(String::new, |role| self.unfit(&what, role))
            }
        };
        misfits(&self.project, kind.as_deref(), relation).into_iter().map(says).collect()
    }
}
