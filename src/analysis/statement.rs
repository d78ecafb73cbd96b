//! A statement as one reads it: what an annotation of kind claim says beside its words.

use crate::model::{
    Annotation, AnnotationId, AttributeValue, CERTAINTY, CUE, Certainty, ClaimId, DocumentId, EVIDENCE,
    EntityId, Evidence, Kind, LabelId, Project, QUANTITY, Quantity, RawJson, Reference, SPEAKERS, STANCE,
    Speaker, Stance, StatementForm, Status, TIME, When,
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
    pub fn read(annotation: &Annotation, form: &StatementForm) -> Self {
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
            when: match value(TIME) {
                Some(AttributeValue::When(when)) => Some(when.clone()),
                _ => json(TIME).and_then(form.when).or_else(|| text(TIME).map(date)),
            },
            evidence: match value(EVIDENCE) {
                Some(AttributeValue::Evidence(all)) => all.clone(),
                _ => json(EVIDENCE).and_then(form.evidence).unwrap_or_default(),
            },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AttributeId, Fragments, How, Origin, PersonId, ProjectId, Schema, Timestamp};
    use crate::text::{Byte, Span};
    use crate::wire;

    fn annotation(attributes: Vec<(&str, AttributeValue)>) -> Annotation {
        Annotation {
            id: AnnotationId::new("s1"),
            document: DocumentId::new("d1"),
            label: LabelId::new("claim"),
            fragments: Fragments::one(Span::new(Byte(0), Byte(4))).expect("not empty"),
            attributes: attributes.into_iter().map(|(key, value)| (AttributeId::new(key), value)).collect(),
            refers_to: Some(Reference::Claim(ClaimId::new("c1"))),
            note: String::new(),
            unsure: false,
            status: Status::Open,
            origin: Origin {
                by: PersonId::new("p1"),
                how: How::Manual,
                rule: String::new(),
                score: None,
                created: Timestamp(0),
                modified: None,
                from: Vec::new(),
                source: None,
            },
        }
    }

    fn json(text: &str) -> AttributeValue {
        AttributeValue::Json(wire::raw(text).expect(text))
    }

    fn text(text: &str) -> AttributeValue {
        AttributeValue::Text(text.to_owned())
    }

    #[test]
    fn every_key_of_a_statement_is_read() {
        let chain = vec![Speaker::Entity(EntityId::new("e1")), Speaker::Text("this paper".to_owned())];
        let read = Statement::read(
            &annotation(vec![
                ("speakers", AttributeValue::Speakers(chain.clone())),
                ("cue", text("a3")),
                ("stance", text("denies")),
                ("certainty", text("probable")),
                ("quantity", json(r#"{"op":">","low":200,"unit":"people"}"#)),
                ("time", json(r#"{"annotation":"a4","value":"2031-03"}"#)),
                ("evidence", json(r#"[{"url":"https://example.org","stance":"refutes"}]"#)),
            ]),
            &wire::STATEMENT,
        );
        assert_eq!((read.claim, read.speakers), (Some(ClaimId::new("c1")), chain));
        assert_eq!(read.cue, Some(AnnotationId::new("a3")));
        assert_eq!((read.stance, read.certainty), (Some(Stance::Denies), Some(Certainty::Probable)));
        assert_eq!(read.quantity.expect("a figure").to_string(), "> 200 people");
        let when = When { annotation: Some(AnnotationId::new("a4")), value: "2031-03".to_owned() };
        assert_eq!(read.when, Some(when));
        assert_eq!(read.evidence.len(), 1);
    }

    #[test]
    fn what_is_something_else_counts_as_absent() {
        let nothing = Statement::read(&annotation(Vec::new()), &wire::STATEMENT);
        let odd = annotation(vec![
            ("speakers", text("somebody")),
            ("cue", AttributeValue::Flag(true)),
            ("stance", text("shrugs")),
            ("certainty", json("[]")),
            ("quantity", text("200")),
            ("time", json(r#"{"value":"2031","calendar":"julian"}"#)),
            ("evidence", json(r#"{"url":"https://example.org"}"#)),
        ]);
        assert_eq!(Statement::read(&odd, &wire::STATEMENT), nothing);
        // A date by itself is one.
        let dated = Statement::read(&annotation(vec![("time", text("2031-03-04"))]), &wire::STATEMENT);
        assert_eq!(dated.when, Some(When { annotation: None, value: "2031-03-04".to_owned() }));
    }

    #[test]
    fn the_innermost_speaker_is_who_says_it() {
        let project = Project::new(ProjectId::new("p"), String::new(), Schema::default(), Timestamp(0));
        for (chain, who) in [
            (vec![], Who::Outlet),
            (vec![Speaker::Text("  ".to_owned())], Who::Outlet),
            (vec![Speaker::Text(" a nurse ".to_owned())], Who::Text("a nurse".to_owned())),
            (
                vec![Speaker::Entity(EntityId::new("e1")), Speaker::Text("TASS".to_owned())],
                Who::Entity(EntityId::new("e1")),
            ),
            (vec![Speaker::Annotation(AnnotationId::new("gone"))], Who::Outlet),
        ] {
            let read = Statement::read(
                &annotation(vec![("speakers", AttributeValue::Speakers(chain))]),
                &wire::STATEMENT,
            );
            assert_eq!(read.who(&project), who);
        }
    }
}
