//! What features of a CAS say of annotations, and which of them are relations.

use super::file::Found;
use super::read::Article;
use super::types::{Layer, Range};
use crate::formats::Severity;
use crate::formats::gathering::Of;
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeType, AttributeValue, CERTAINTY, CUE, Claim, ClaimId,
    Decimal, EVIDENCE, ExternalId, How, Nil, PersonKind, QUANTITY, Reference, RelationId, SPEAKERS, STANCE,
    Status, TIME,
};
use crate::wire::json::{Field, Json, Seen};
use crate::wire::{parse_time, read_attribute};
use crate::words::gathered;

/// Attributes of statements, which have these ids in every project.
const STATEMENT: [&str; 7] = [SPEAKERS, CUE, STANCE, CERTAINTY, QUANTITY, TIME, EVIDENCE];
/// What a relation says of its ends.
const OF_RELATIONS: [&str; 10] = [
    "@Governor",
    "@Dependent",
    "value",
    "label",
    "id",
    "symmetric",
    "sourceRole",
    "targetRole",
    "@trigger",
    "@arguments",
];

impl<'f> Article<'_, 'f> {
    /// Takes over the features of an annotation.
    pub(super) fn features(&mut self, found: &Found<'f>, annotation: &mut Annotation) {
        // A layer that has this feature is one of ours, and the others mean what they mean with us.
        let ours = found.text("created").and_then(|time| parse_time(&time));
        if let Some(created) = ours {
            annotation.origin.created = created;
            annotation.origin.how = How::Manual;
        }
        for (key, value) in &found.features {
            let flag = value.get() == "true";
            match (&**key, value.text().ok()) {
                ("value" | "label" | "@parts" | "created", _) => {}
                ("identifier", Some(address)) => self.identify(found, annotation, &address),
                ("id" | "referent" | "referentName", _) if ours.is_some() => {}
                ("nil", _) if ours.is_some() && flag => annotation.refers_to = Some(Reference::Nil(Nil)),
                ("note", Some(note)) if ours.is_some() => annotation.note = note,
                ("unsure", _) if ours.is_some() => annotation.unsure = flag,
                ("status", Some(status)) if ours.is_some() => {
                    annotation.status = if status == "accepted" { Status::Accepted } else { Status::Open };
                }
                ("by", Some(name)) if ours.is_some() => {
                    annotation.origin.by = self.gathering.person(&name, PersonKind::Person);
                }
                ("how", _) if ours.is_some() => {
                    if let Ok(how) = How::read(*value, &mut Seen::default()) {
                        annotation.origin.how = how;
                    }
                }
                _ => {
                    let own = Of::Annotation(self.document.clone(), annotation.id.clone());
                    match self.attribute(found, key, *value, Some(annotation)) {
                        Some((id, value)) if self.waits(&id, &value) => self.set.later.wait(own, id, value),
                        Some((id, value)) => {
                            annotation.attributes.insert(id, value);
                        }
                        None => {}
                    }
                }
            }
        }
    }

    /// What an address means that INCEpTION has for an entry of a knowledge base.
    fn identify(&mut self, found: &Found<'f>, annotation: &mut Annotation, address: &str) {
        let known = found.text("referent");
        let name = found.text("referentName");
        if let Some(id) = address.strip_prefix("urn:postil:claim:") {
            let claim = Claim::new(ClaimId::new(id), name.unwrap_or_else(|| id.to_owned()));
            annotation.refers_to = Some(Reference::Claim(self.gathering.claim(claim)));
            return;
        }
        let quote = self.text.slice(annotation.fragments.hull()).to_owned();
        let key = known.unwrap_or_else(|| address.to_owned());
        let id = self.gathering.entity(&key, &name.unwrap_or(quote), &annotation.label);
        self.set.later.know(key, &id);
        if !address.starts_with("urn:postil:")
            && let Some(entity) = self.gathering.entity_mut(&id)
            && entity.ids.is_empty()
        {
            let end = address.rsplit(['/', '#']).next().unwrap_or(address).to_owned();
            let scheme = if address.contains("wikidata.org/") { "wikidata" } else { "iri" };
            let id = if scheme == "iri" { address.to_owned() } else { end };
            entity.ids.push(ExternalId { scheme: scheme.to_owned(), id, url: address.to_owned() });
        }
        annotation.refers_to = Some(Reference::Entity(id));
    }

    /// An attribute; nothing for what is none, as slots.
    fn attribute(
        &mut self,
        found: &Found<'f>,
        key: &str,
        value: Json<'f>,
        of: Option<&Annotation>,
    ) -> Option<(AttributeId, AttributeValue)> {
        let plain = key.trim_start_matches(['@', '#']);
        let said = self.file.description(&found.kind, plain).unwrap_or_default();
        let (word, shown) = said.split_once(": ").unwrap_or_default();
        let range = Range::ALL.iter().find(|(_, own, _)| *own == word).map(|(range, ..)| *range);
        let shown = if range.is_some() { shown } else { plain };
        let with_id = shown.strip_suffix(')').and_then(|shown| shown.rsplit_once(" ("));
        let (name, id) = with_id.unwrap_or((shown, shown));
        let (kind, value) = match value.get().as_bytes().first() {
            Some(b't' | b'f') => (AttributeType::Flag, AttributeValue::Flag(value.get() == "true")),
            Some(b'-' | b'0'..=b'9') if key.starts_with('@') => {
                let target = value.get().parse().ok().and_then(|id: u64| self.marks.get(&id))?;
                (AttributeType::Annotation, AttributeValue::Text(target.to_string()))
            }
            Some(b'-' | b'0'..=b'9') => {
                (AttributeType::Number, AttributeValue::Number(Decimal::new(value.get())?))
            }
            Some(b'"') if range == Some(Range::Json) => {
                (AttributeType::Quantity, read_attribute(id, &value.text().ok()?)?)
            }
            Some(b'"') => {
                let kind =
                    if range == Some(Range::Entity) { AttributeType::Entity } else { AttributeType::Text };
                (kind, AttributeValue::Text(value.text().ok()?))
            }
            _ => return None,
        };
        if STATEMENT.contains(&id) {
            return Some((AttributeId::new(id), value));
        }
        match of {
            Some(annotation) => Some((self.gathering.attribute(&annotation.label, name, kind, None), value)),
            None if matches!(kind, AttributeType::Entity | AttributeType::Annotation) => {
                Some((self.gathering.attribute_named(name, kind, None), value))
            }
            None => Some((AttributeId::new(name), value)),
        }
    }

    /// Whether a value may name records that come later in the file, or in another one of the set.
    fn waits(&self, key: &AttributeId, value: &AttributeValue) -> bool {
        match value {
            AttributeValue::Speakers(_) | AttributeValue::When(_) | AttributeValue::Evidence(_) => true,
            AttributeValue::Text(_) => self.gathering.names_entity(key),
            _ => false,
        }
    }

    /// A relation of two, or one of our frames.
    pub(super) fn relation(&mut self, found: &Found<'f>) {
        let named =
            ["value", "label"].iter().filter_map(|name| found.text(name)).find(|name| !name.is_empty());
        let kind = named.unwrap_or_else(|| found.short().to_owned());
        let ends: Vec<(String, u64)> = match found.kind == Layer::Frame.name() {
            true => self.slots(found, "@arguments"),
            false => [("@Governor", "sourceRole"), ("@Dependent", "targetRole")]
                .into_iter()
                .filter_map(|(end, role)| {
                    let role = found.text(role).unwrap_or_else(|| end[1..].to_owned());
                    Some((role, found.target(end)?))
                })
                .collect(),
        };
        let symmetric = found.get("symmetric").is_some_and(|json| json.get() == "true");
        let Some(id) = self.relate(found, &kind, symmetric, ends) else { return };
        let trigger = found.target("@trigger").and_then(|id| self.marks.get(&id)).cloned();
        if let Some(trigger) = trigger {
            self.gathering.express(&id, trigger);
        }
        for (key, value) in &found.features {
            if !OF_RELATIONS.contains(&&**key)
                && let Some((key, value)) = self.attribute(found, key, *value, None)
            {
                match self.waits(&key, &value) {
                    true => self.set.later.wait(Of::Relation(id.clone()), key, value),
                    false => self.gathering.say_of_relation(&id, key, value),
                }
            }
        }
    }

    /// What the slots of an annotation hold: a relation for each feature that has some.
    pub(super) fn slots_of(&mut self, host: &Found<'f>) {
        for (key, _) in &host.features {
            let slots =
                if key.starts_with('@') && key != "@parts" { self.slots(host, key) } else { Vec::new() };
            if !slots.is_empty() {
                let ends = std::iter::once((host.short().to_owned(), host.id)).chain(slots);
                self.relate(host, &key[1..], false, ends.collect());
            }
        }
    }

    /// Relates annotations by their numbers.
    fn relate(
        &mut self,
        found: &Found<'f>,
        kind: &str,
        symmetric: bool,
        ends: Vec<(String, u64)>,
    ) -> Option<RelationId> {
        let known: Vec<(String, AnnotationId)> =
            ends.iter().filter_map(|(role, id)| Some((role.clone(), self.marks.get(id)?.clone()))).collect();
        if known.len() < ends.len() || known.len() < 2 {
            let missing = ends.iter().find(|(_, id)| self.marks.get(id).is_none());
            let told = gathered::no_such(&missing.map_or_else(String::new, |(_, id)| id.to_string()));
            let place = format!("{} {}", found.short(), found.id);
            self.gathering.at_path(place, Severity::LeftOut, told, "", gathered::relation_left_out());
            return None;
        }
        let roles: Vec<&str> = known.iter().map(|(role, _)| role.as_str()).collect();
        let kind = self.gathering.relation_type(kind, symmetric, &roles);
        let ends: Vec<(String, String)> =
            known.iter().map(|(role, id)| (role.clone(), id.to_string())).collect();
        Some(self.gathering.relate(&kind, ends))
    }
}
