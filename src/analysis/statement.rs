//! A statement as one reads it: what an annotation of kind claim says beside its words.

use crate::model::{
    Annotation, AnnotationId, AttributeValue, CERTAINTY, CUE, Certainty, ClaimId, DocumentId, EVIDENCE,
    EntityId, Evidence, Form, Kind, LabelId, Project, QUANTITY, Quantity, RawJson, Reference, SPEAKERS,
    STANCE, Speaker, Stance, Status, TIME, When,
};
use crate::sorted::Set;
use std::rc::Rc;

/// One report telling a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// In which document.
    pub document: DocumentId,
    /// The annotation that it is.
    pub annotation: AnnotationId,
    /// Which claim it tells; `None` where nobody has said, or it tells none of the registry.
    pub claim: Option<ClaimId>,
    /// Who speaks, innermost first, outermost last.
    pub speakers: Vec<Speaker>,
    /// The annotation that attributes it.
    pub cue: Option<AnnotationId>,
    /// How the report stands to the claim.
    pub stance: Option<Stance>,
    /// How sure it is.
    pub certainty: Option<Certainty>,
    /// The figure that it gives.
    pub quantity: Option<Quantity>,
    /// The time that it speaks of.
    pub when: Option<When>,
    /// What bears on it.
    pub evidence: Vec<Evidence>,
}

/// On whose word a statement stands: the innermost of its speakers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// An entity of the registry, said so or named by a mention that is linked to it.
    Entity(EntityId),
    /// Somebody who is in no registry, in the words of the person or of the article.
    Text(String),
    /// Nobody is named: the outlet itself.
    Outlet,
}

impl Statement {
    /// Reads an annotation, whatever its label. What an attribute holds beside what it should counts as absent.
    pub fn read(annotation: &Annotation, form: &Form) -> Self {
        let value = |key: &str| annotation.attributes.get(key);
        let text = |key: &str| match value(key) {
            Some(AttributeValue::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let json = |key: &str| -> Option<&RawJson> {
            match value(key) {
                Some(AttributeValue::Json(json)) => Some(json),
                _ => None,
            }
        };
        // A date by itself is what an attribute of type date gives.
        let date = |value: &str| When { annotation: None, value: value.to_owned() };
        Self {
            document: annotation.document.clone(),
            annotation: annotation.id.clone(),
            claim: match &annotation.refers_to {
                Some(Reference::Claim(id)) => Some(id.clone()),
                _ => None,
            },
            speakers: match value(SPEAKERS) {
                Some(AttributeValue::Speakers(chain)) => chain.clone(),
                _ => Vec::new(),
            },
            cue: text(CUE).map(AnnotationId::new),
            stance: text(STANCE).and_then(Stance::of),
            certainty: text(CERTAINTY).and_then(Certainty::of),
            quantity: json(QUANTITY).and_then(form.quantity),
            when: json(TIME).and_then(form.when).or_else(|| text(TIME).map(date)),
            evidence: json(EVIDENCE).and_then(form.evidence).unwrap_or_default(),
        }
    }

    /// On whose word it stands.
    pub fn who(&self, project: &Project) -> Who {
        match self.speakers.first() {
            None => Who::Outlet,
            Some(Speaker::Entity(id)) => Who::Entity(id.clone()),
            Some(Speaker::Text(text)) if text.trim().is_empty() => Who::Outlet,
            Some(Speaker::Text(text)) => Who::Text(text.trim().to_owned()),
            Some(Speaker::Annotation(id)) => {
                let here = project.annotation(&self.document, id);
                let elsewhere = || project.documents().find_map(|other| project.annotation(&other.id, id));
                let Some(named) = here.or_else(elsewhere) else { return Who::Outlet };
                match &named.refers_to {
                    Some(Reference::Entity(id)) => Who::Entity(id.clone()),
                    _ => Who::Text(quote(project, named)),
                }
            }
        }
    }
}

/// The labels whose annotations are statements.
pub(super) fn claim_labels(project: &Project) -> Set<LabelId> {
    let labels = project.schema.labels.iter().filter(|label| label.kind == Kind::Claim);
    labels.map(|label| label.id.clone()).collect()
}

/// The annotations of kind claim of a document in the order of its text. What was refused is left out, and so is, unless
/// it is asked for, what a rule suggests and nobody has looked at.
pub(super) fn statements_of<'a>(
    project: &'a Project,
    document: &DocumentId,
    labels: &'a Set<LabelId>,
    suggested: bool,
) -> impl Iterator<Item = &'a Rc<Annotation>> {
    let all = project.annotations(document).into_iter().flat_map(|all| all.iter());
    all.filter(move |annotation| match annotation.status {
        Status::Open | Status::Accepted => labels.contains(&annotation.label),
        Status::Suggested => suggested && labels.contains(&annotation.label),
        Status::Rejected => false,
    })
}

/// What an annotation marks, a space between its fragments.
pub(super) fn quote(project: &Project, annotation: &Annotation) -> String {
    let Some(document) = project.document(&annotation.document) else { return String::new() };
    let parts = annotation.fragments.spans().iter().filter_map(|span| document.text.get(*span));
    let mut quote = String::new();
    for part in parts {
        if !quote.is_empty() {
            quote.push(' ');
        }
        quote.push_str(part);
    }
    quote
}
