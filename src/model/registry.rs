//! Entities, claims and the relations between records.

use super::{
    AnnotationId, AttributeId, AttributeValue, ClaimId, Decimal, EntityId, LabelId, RelationId,
    RelationTypeId,
};
use crate::sorted::Map;

/// Another name of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written.
    pub value: String,
    /// BCP 47, or empty.
    pub language: String,
    /// ISO 15924, or empty.
    pub script: String,
}

/// An id in somebody else's registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalId {
    /// `wikidata`, `geonames` …
    pub scheme: String,
    /// The id there.
    pub id: String,
    /// Its address, or empty.
    pub url: String,
}

/// A person, place, organisation … of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its identity.
    pub id: EntityId,
    /// Canonical name.
    pub name: String,
    /// Its type: a label of kind entity.
    pub label: LabelId,
    /// Other names; the canonical one, too, where more is known of it than how it is written.
    pub aliases: Vec<Alias>,
    /// Ids elsewhere.
    pub ids: Vec<ExternalId>,
    /// In a sentence.
    pub description: String,
    /// The annotators' note.
    pub note: String,
}

impl Entity {
    /// One of which no more is known than its name and type.
    pub fn new(id: EntityId, name: String, label: LabelId) -> Self {
        Self {
            id,
            name,
            label,
            aliases: Vec::new(),
            ids: Vec::new(),
            description: String::new(),
            note: String::new(),
        }
    }

    /// What it is called: its canonical name, then the others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.other_names().map(|alias| alias.value.as_str()))
    }

    /// What it is called beside its canonical name.
    pub fn other_names(&self) -> impl Iterator<Item = &Alias> {
        self.aliases.iter().filter(|alias| alias.value != self.name)
    }

    /// Whether it is called exactly so.
    pub fn has_name(&self, name: &str) -> bool {
        self.names().any(|own| own == name)
    }

    /// Takes over what another one is called and what was written of it; its own name, type and description stay.
    pub fn take_in(&mut self, other: &Self) {
        let name = Alias { value: other.name.clone(), language: String::new(), script: String::new() };
        for alias in std::iter::once(&name).chain(&other.aliases) {
            match self.aliases.iter_mut().find(|own| own.value == alias.value) {
                // The same spelling: what is known of one is known of both.
                Some(own) => {
                    for (own, others) in
                        [(&mut own.language, &alias.language), (&mut own.script, &alias.script)]
                    {
                        if own.is_empty() {
                            own.clone_from(others);
                        }
                    }
                }
                None if alias.value == self.name && alias.language.is_empty() => {}
                None => self.aliases.push(alias.clone()),
            }
        }
        for id in &other.ids {
            if !self.ids.iter().any(|own| own.scheme == id.scheme && own.id == id.id) {
                self.ids.push(id.clone());
            }
        }
        let mut lines: Vec<&str> = Vec::new();
        if self.description.is_empty() {
            self.description = other.description.clone();
        } else if self.description != other.description {
            lines.push(&other.description);
        }
        if self.note != other.note {
            lines.push(&other.note);
        }
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            if !self.note.is_empty() {
                self.note.push('\n');
            }
            self.note.push_str(line);
        }
    }
}

/// A rating on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// The value.
    pub value: Decimal,
    /// The best of the scale.
    pub best: Option<Decimal>,
    /// The worst of the scale.
    pub worst: Option<Decimal>,
}

/// What somebody found of a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// In a word.
    pub label: String,
    /// Whose words.
    pub scheme: String,
    /// On a scale.
    pub rating: Option<Rating>,
    /// Why.
    pub justification: String,
    /// Who.
    pub by: String,
    /// Where it was published.
    pub url: String,
    /// When, as written.
    pub date: String,
}

/// A proposition of the project, to be held against what each report says.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its identity.
    pub id: ClaimId,
    /// In the annotator's words.
    pub text: String,
    /// BCP 47, or empty.
    pub language: String,
    /// In a word.
    pub topic: String,
    /// How much it wants checking, in the project's own words.
    pub check_worthiness: String,
    /// What was found.
    pub verdict: Option<Verdict>,
    /// The statement that the others are held against, where a person chose one; it refers to the claim.
    pub reference: Option<AnnotationId>,
}

impl Claim {
    /// A claim of which nothing is known but its words.
    pub fn new(id: ClaimId, text: String) -> Self {
        Self {
            id,
            text,
            language: String::new(),
            topic: String::new(),
            check_worthiness: String::new(),
            verdict: None,
            reference: None,
        }
    }
}

/// In which order a person has put the rows and columns of the matrix: ids of claims, articles and entities, names of
/// outlets, and of speakers who are no entity. What is gone is passed over; what is not named stands behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Claims.
    pub claims: Vec<String>,
    /// Columns of articles.
    pub articles: Vec<String>,
    /// Columns of outlets; the empty name is that of articles without one.
    pub outlets: Vec<String>,
    /// Columns of speakers; the empty name is that of the reports themselves.
    pub speakers: Vec<String>,
}

/// One end of a relation: a role and the id of an annotation, entity, claim or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Name of the role.
    pub role: String,
    /// Id of the record that fills it.
    pub target: String,
}

/// A typed link with named roles.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Its identity.
    pub id: RelationId,
    /// Its type in the schema, or one of `same-as`, `supports`, `contradicts`, `updates` between claims.
    pub kind: RelationTypeId,
    /// Two or more.
    pub arguments: Vec<Argument>,
    /// Whether its ends are alike.
    pub symmetric: bool,
    /// The annotation that expresses it.
    pub trigger: Option<AnnotationId>,
    /// Its attributes.
    pub attributes: Map<AttributeId, AttributeValue>,
}

impl Relation {
    /// Whether another one relates the same records in the same way.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let held = |end: &Argument| match self.symmetric {
            true => self.arguments.iter().any(|own| own.target == end.target),
            false => self.arguments.contains(end),
        };
        self.kind == other.kind
            && self.arguments.len() == other.arguments.len()
            && other.arguments.iter().all(held)
    }
}
