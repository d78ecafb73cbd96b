//! People, entities, claims and relations.

use super::annotation::{attributes_from, attributes_of};
use super::{Bad, words};
use crate::model::{
    Alias, AnnotationId, Argument, Claim, ClaimId, Decimal, Entity, EntityId, ExternalId, LabelId, Person,
    PersonId, PersonKind, Rating, Relation, RelationId, RelationTypeId, Verdict,
};
use crate::wire::json::{Pairs, record};
use crate::wire::raw::Raw;

words! { PersonKind { Person = "person", Rule = "rule", Import = "import" } }

record! {
    pub(in crate::wire) struct PersonTwin {
        must "id" pub(in crate::wire) id: String,
        must "name" name: String,
        must "kind" kind: PersonKind,
        may "version" version: String,
    }
}

impl From<&Person> for PersonTwin {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id.to_string(),
            name: person.name.clone(),
            kind: person.kind,
            version: person.version.clone(),
        }
    }
}

impl From<PersonTwin> for Person {
    fn from(twin: PersonTwin) -> Self {
        Self { id: PersonId::new(twin.id), name: twin.name, kind: twin.kind, version: twin.version }
    }
}

record! {
    struct AliasTwin {
        must "value" value: String,
        may "language" language: String,
        may "script" script: String,
    }
}

record! {
    struct ExternalIdTwin {
        must "scheme" scheme: String,
        must "id" id: String,
        may "url" url: String,
    }
}

record! {
    pub(in crate::wire) struct EntityTwin {
        must "id" pub(in crate::wire) id: String,
        must "name" name: String,
        must "label" label: String,
        may "aliases" aliases: Vec<AliasTwin>,
        may "ids" ids: Vec<ExternalIdTwin>,
        may "description" description: String,
        may "note" note: String,
    }
}

impl From<&Entity> for EntityTwin {
    fn from(entity: &Entity) -> Self {
        let alias = |a: &Alias| AliasTwin {
            value: a.value.clone(),
            language: a.language.clone(),
            script: a.script.clone(),
        };
        let external = |e: &ExternalId| ExternalIdTwin {
            scheme: e.scheme.clone(),
            id: e.id.clone(),
            url: e.url.clone(),
        };
        Self {
            id: entity.id.to_string(),
            name: entity.name.clone(),
            label: entity.label.to_string(),
            aliases: entity.aliases.iter().map(alias).collect(),
            ids: entity.ids.iter().map(external).collect(),
            description: entity.description.clone(),
            note: entity.note.clone(),
        }
    }
}

impl From<EntityTwin> for Entity {
    fn from(twin: EntityTwin) -> Self {
        let alias = |a: AliasTwin| Alias { value: a.value, language: a.language, script: a.script };
        let external = |e: ExternalIdTwin| ExternalId { scheme: e.scheme, id: e.id, url: e.url };
        Self {
            id: EntityId::new(twin.id),
            name: twin.name,
            label: LabelId::new(twin.label),
            aliases: twin.aliases.into_iter().map(alias).collect(),
            ids: twin.ids.into_iter().map(external).collect(),
            description: twin.description,
            note: twin.note,
        }
    }
}

record! {
    struct RatingTwin {
        must "value" value: Decimal,
        may "best" best: Option<Decimal>,
        may "worst" worst: Option<Decimal>,
    }
}

record! {
    struct VerdictTwin {
        may "label" label: String,
        may "scheme" scheme: String,
        may "rating" rating: Option<RatingTwin>,
        may "justification" justification: String,
        may "by" by: String,
        may "url" url: String,
        may "date" date: String,
    }
}

record! {
    pub(in crate::wire) struct ClaimTwin {
        must "id" pub(in crate::wire) id: String,
        must "text" text: String,
        may "language" language: String,
        may "topic" topic: String,
        may "checkWorthiness" check_worthiness: String,
        may "verdict" verdict: Option<VerdictTwin>,
    }
}

impl From<&Claim> for ClaimTwin {
    fn from(claim: &Claim) -> Self {
        let rating =
            |r: &Rating| RatingTwin { value: r.value.clone(), best: r.best.clone(), worst: r.worst.clone() };
        let verdict = |v: &Verdict| VerdictTwin {
            label: v.label.clone(),
            scheme: v.scheme.clone(),
            rating: v.rating.as_ref().map(rating),
            justification: v.justification.clone(),
            by: v.by.clone(),
            url: v.url.clone(),
            date: v.date.clone(),
        };
        Self {
            id: claim.id.to_string(),
            text: claim.text.clone(),
            language: claim.language.clone(),
            topic: claim.topic.clone(),
            check_worthiness: claim.check_worthiness.clone(),
            verdict: claim.verdict.as_ref().map(verdict),
        }
    }
}

impl From<ClaimTwin> for Claim {
    fn from(twin: ClaimTwin) -> Self {
        let rating = |r: RatingTwin| Rating { value: r.value, best: r.best, worst: r.worst };
        let verdict = |v: VerdictTwin| Verdict {
            label: v.label,
            scheme: v.scheme,
            rating: v.rating.map(rating),
            justification: v.justification,
            by: v.by,
            url: v.url,
            date: v.date,
        };
        Self {
            id: ClaimId::new(twin.id),
            text: twin.text,
            language: twin.language,
            topic: twin.topic,
            check_worthiness: twin.check_worthiness,
            verdict: twin.verdict.map(verdict),
        }
    }
}

record! {
    struct ArgumentTwin {
        must "role" role: String,
        must "ref" target: String,
    }
}

record! {
    pub(in crate::wire) struct RelationTwin {
        must "id" pub(in crate::wire) id: String,
        must "type" kind: String,
        must "arguments" arguments: Vec<ArgumentTwin>,
        may "symmetric" symmetric: bool,
        may "trigger" trigger: Option<String>,
        may "attributes" attributes: Pairs<Raw>,
    }
}

impl From<&Relation> for RelationTwin {
    fn from(relation: &Relation) -> Self {
        let argument = |a: &Argument| ArgumentTwin { role: a.role.clone(), target: a.target.clone() };
        Self {
            id: relation.id.to_string(),
            kind: relation.kind.to_string(),
            arguments: relation.arguments.iter().map(argument).collect(),
            symmetric: relation.symmetric,
            trigger: relation.trigger.as_ref().map(AnnotationId::to_string),
            attributes: attributes_of(&relation.attributes),
        }
    }
}

impl TryFrom<RelationTwin> for Relation {
    type Error = Bad;

    fn try_from(twin: RelationTwin) -> Result<Self, Bad> {
        let argument = |a: ArgumentTwin| Argument { role: a.role, target: a.target };
        Ok(Self {
            id: RelationId::new(twin.id),
            kind: RelationTypeId::new(twin.kind),
            arguments: twin.arguments.into_iter().map(argument).collect(),
            symmetric: twin.symmetric,
            trigger: twin.trigger.map(AnnotationId::new),
            attributes: attributes_from(twin.attributes)?,
        })
    }
}
