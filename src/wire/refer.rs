//! What an annotation of a file names: records of the registries, people, other annotations.

use super::twin::{AnnotationTwin, Bad};
use crate::model::{
    Annotation, AttributeType, AttributeValue, ClaimId, EntityId, Kind, Project, Reference, Schema, Speaker,
};
use crate::words::wire as said;

/// The annotation with everything that it refers to, other annotations aside.
pub(super) fn open_annotation(twin: AnnotationTwin, project: &Project) -> Result<Annotation, Bad> {
    let bad = |found: String, expected: &str| Bad { at: String::new(), found, expected: expected.to_owned() };
    let Some(document) = project.document(&twin.document) else {
        let found = said::to_document(twin.document.as_str());
        return Err(bad(found, said::a_document()));
    };
    let Some(label) = project.schema.label(&twin.label) else {
        return Err(bad(said::the_label(twin.label.as_str()), said::a_label()));
    };
    let Some((person, _)) = project.people.get_key_value(&twin.origin.by) else {
        return Err(bad(said::as_maker(twin.origin.by.as_str()), said::a_person()));
    };
    let which = |id: String| {
        let entity = project.entities.contains_key(&*id).then(|| Reference::Entity(EntityId::new(&*id)));
        let claim = project.claims.contains_key(&*id).then(|| Reference::Claim(ClaimId::new(&*id)));
        let found = if label.kind == Kind::Claim { claim.or(entity) } else { entity.or(claim) };
        found.ok_or_else(|| bad(said::to_record(&id), said::entity_or_claim()))
    };
    let mut annotation = twin.open(&document.text, which)?;
    // One id in memory, however often it is named.
    annotation.document = document.id.clone();
    annotation.label = label.id.clone();
    annotation.origin.by = person.clone();
    let entity = |id: &str| match project.entities.contains_key(id) {
        true => Ok(()),
        false => Err(bad(said::to_entity(id), said::an_entity())),
    };
    match &annotation.refers_to {
        Some(Reference::Entity(id)) => entity(id.as_str())?,
        Some(Reference::Claim(id)) if !project.claims.contains_key(id) => {
            return Err(bad(said::to_claim(id.as_str()), said::a_claim()));
        }
        _ => {}
    }
    for (key, value) in &annotation.attributes {
        let kind = project.schema.attribute(key).map(|attribute| attribute.kind);
        match (kind, value) {
            (Some(AttributeType::Entity), AttributeValue::Text(id)) => entity(id)?,
            (_, AttributeValue::Speakers(chain)) => {
                for speaker in chain {
                    if let Speaker::Entity(id) = speaker {
                        entity(id.as_str())?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(annotation)
}

/// The annotations that an annotation names.
pub(super) fn names<'a>(annotation: &'a Annotation, schema: &'a Schema) -> impl Iterator<Item = &'a str> {
    annotation.attributes.iter().flat_map(|(key, value)| {
        let mut named = Vec::new();
        value.named(schema, key, &mut |id| named.push(id));
        named
    })
}
