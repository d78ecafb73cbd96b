//! The invariants of a project, checked as a whole. Loading and tests call it; acts keep them by construction.

use super::{Annotation, AttributeType, AttributeValue, Project, Reference, Speaker};
use crate::sorted::{Map, Set};
use std::fmt;

/// A broken invariant: the record, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Kind and id of the record: `annotation a1`.
    pub record: String,
    /// What is wrong, in words.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.record, self.what)
    }
}

/// Everything that is wrong with a project; empty when its invariants hold.
pub fn check(project: &Project) -> Vec<Fault> {
    let mut faults = Vec::new();
    let ids: Set<&str> = project.all_annotations().map(|a| a.id.as_str()).collect();
    if ids.len() != project.all_annotations().count() {
        faults.push(Fault { record: "project".into(), what: "two annotations share an id".into() });
    }
    for annotation in project.all_annotations() {
        let mut fault =
            |what: String| faults.push(Fault { record: format!("annotation {}", annotation.id), what });
        annotation_faults(project, annotation, &ids, &mut fault);
    }
    for document in project.documents() {
        let mut fault =
            |what: String| faults.push(Fault { record: format!("document {}", document.id), what });
        for own in &document.labels {
            if project.schema.label(&own.label).is_none() {
                fault(format!("the label {} is not in the schema", own.label));
            }
            if !project.people.contains_key(&own.origin.by) {
                fault(format!("{} made a label and is not among the people", own.origin.by));
            }
        }
    }
    for entity in project.entities.values() {
        if project.schema.label(&entity.label).is_none() {
            faults.push(Fault {
                record: format!("entity {}", entity.id),
                what: format!("the label {} is not in the schema", entity.label),
            });
        }
    }
    let tells: Map<&str, &Option<Reference>> =
        project.all_annotations().map(|a| (a.id.as_str(), &a.refers_to)).collect();
    for claim in project.claims.values() {
        if let Some(id) = &claim.reference
            && tells.get(id.as_str()) != Some(&&Some(Reference::Claim(claim.id.clone())))
        {
            faults.push(Fault {
                record: format!("claim {}", claim.id),
                what: format!("its reference {id} does not tell it"),
            });
        }
    }
    for relation in project.relations.values() {
        let mut fault =
            |what: String| faults.push(Fault { record: format!("relation {}", relation.id), what });
        if relation.arguments.len() < 2 {
            fault("it has fewer than two ends".into());
        }
        for argument in &relation.arguments {
            let target = argument.target.as_str();
            let known = ids.contains(target)
                || project.entities.contains_key(target)
                || project.claims.contains_key(target)
                || project.documents().any(|d| d.id.as_str() == target);
            if !known {
                fault(format!("its {} refers to {target}, which is not there", argument.role));
            }
        }
        if let Some(trigger) = &relation.trigger
            && !ids.contains(trigger.as_str())
        {
            fault(format!("its trigger {trigger} is not there"));
        }
    }
    faults
}

fn annotation_faults(project: &Project, a: &Annotation, ids: &Set<&str>, fault: &mut impl FnMut(String)) {
    match project.document(&a.document) {
        None => fault(format!("its document {} is not there", a.document)),
        Some(document) => {
            let text = document.text.as_str();
            for span in a.fragments.spans() {
                let (start, end) = (span.start().index(), span.end().index());
                if end > text.len() || !text.is_char_boundary(start) || !text.is_char_boundary(end) {
                    fault(format!("bytes {start} to {end} are outside its text or cut a character"));
                }
            }
        }
    }
    if project.schema.label(&a.label).is_none() {
        fault(format!("its label {} is not in the schema", a.label));
    }
    if !project.people.contains_key(&a.origin.by) {
        fault(format!("its maker {} is not among the people", a.origin.by));
    }
    match &a.refers_to {
        Some(Reference::Entity(id)) if !project.entities.contains_key(id) => {
            fault(format!("it refers to the entity {id}, which is not there"));
        }
        Some(Reference::Claim(id)) if !project.claims.contains_key(id) => {
            fault(format!("it refers to the claim {id}, which is not there"));
        }
        _ => {}
    }
    for (key, value) in &a.attributes {
        let kind = project.schema.attribute(key).map(|attribute| attribute.kind);
        match (kind, value) {
            (Some(AttributeType::Entity), AttributeValue::Text(id))
                if !project.entities.contains_key(id.as_str()) =>
            {
                fault(format!("its attribute {key} refers to the entity {id}, which is not there"));
            }
            (_, AttributeValue::Speakers(speakers)) => {
                for speaker in speakers {
                    if let Speaker::Entity(id) = speaker
                        && !project.entities.contains_key(id)
                    {
                        fault(format!("its speaker {id} is not among the entities"));
                    }
                }
            }
            _ => {}
        }
        value.named(&project.schema, key, &mut |id| {
            if !ids.contains(id) {
                fault(format!("its attribute {key} refers to the annotation {id}, which is not there"));
            }
        });
    }
}
