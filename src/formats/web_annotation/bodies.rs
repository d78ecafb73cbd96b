//! What bodies say of an annotation that is read, and what links say of several.

use super::read::{member, several, text};
use crate::formats::gathering::Gathering;
use crate::model::{
    Annotation, AttributeType, AttributeValue, Claim, ClaimId, Decimal, DocumentId, ExternalId, Fragments,
    How, Kind, LabelId, Nil, PersonKind, Reference, Status,
};
use crate::sorted::Map;
use crate::wire::json::Json;
use crate::wire::parse_time;
use crate::words::gathered;

/// What stands for the label of an annotation that has none.
const PLAIN: &str = "annotation";

/// What was read, for the links between it.
#[derive(Default)]
pub(super) struct Bodies {
    /// Records by their names.
    records: Map<String, String>,
    links: Vec<Link>,
}

/// A relation: its type, whether its ends are alike, names and roles of the ends.
struct Link {
    kind: String,
    symmetric: bool,
    ends: Vec<(String, String)>,
}

/// What a body is for.
fn purpose(body: Json<'_>) -> String {
    several(body, "purpose").first().and_then(|own| own.text().ok()).unwrap_or_default()
}

impl Bodies {
    /// An annotation of a place.
    pub(super) fn marked(
        &mut self,
        item: Json<'_>,
        document: &DocumentId,
        fragments: Fragments,
        gathering: &mut Gathering,
    ) {
        let bodies = several(item, "body");
        let tag = |body: &Json<'_>| matches!(purpose(*body).as_str(), "classifying" | "tagging");
        let name = bodies.iter().find(|body| tag(body)).map(|body| text(*body, "value"));
        let (name, kind) = match name.filter(|name| !name.is_empty()) {
            Some(name) => (name, Kind::Entity),
            None => (PLAIN.to_owned(), Kind::Other),
        };
        let label = gathering.label(&name, kind);
        let mut own = gathering.annotation(document, &label, fragments);
        made(item, &mut own, gathering);
        let mut notes = Vec::new();
        let mut seen = false;
        for body in bodies {
            if tag(&body) && !std::mem::replace(&mut seen, true) {
                continue;
            }
            if let Some(note) = self.said(body, &label, &mut own, gathering) {
                notes.push(note);
            }
        }
        notes.extend(member(item, "bodyValue").and_then(|own| own.text().ok()));
        own.note = notes.join("\n");
        self.records.insert(text(item, "id"), own.id.to_string());
        gathering.keep(own);
    }

    /// What a body says, or gives back for the note.
    fn said(
        &mut self,
        body: Json<'_>,
        label: &LabelId,
        own: &mut Annotation,
        gathering: &mut Gathering,
    ) -> Option<String> {
        if let Ok(address) = body.text() {
            return Some(address);
        }
        let (value, named, address) = (text(body, "value"), text(body, "label"), text(body, "source"));
        match purpose(body).as_str() {
            "identifying" if value == "NIL" => own.refers_to = Some(Reference::Nil(Nil)),
            "identifying" if !address.is_empty() => self.refers(&address, &named, label, own, gathering),
            "assessing" if value == "unsure" => own.unsure = true,
            "assessing" if value == "accepted" => own.status = Status::Accepted,
            "describing" if !named.is_empty() => {
                let json = text(body, "format") == "application/json";
                let (kind, value) = attribute(value, json);
                let id = gathering.attribute(label, &named, kind, None);
                own.attributes.insert(id, value);
            }
            _ if value.is_empty() => return Some(address).filter(|address| !address.is_empty()),
            _ => return Some(value),
        }
        None
    }

    /// Takes the name of what is referred to.
    fn refers(
        &mut self,
        address: &str,
        name: &str,
        label: &LabelId,
        own: &mut Annotation,
        gathering: &mut Gathering,
    ) {
        let parts: Vec<&str> = address.split(':').collect();
        let id = super::iri::decoded(parts.last().copied().unwrap_or_default());
        let ours = address.starts_with(super::iri::OWN);
        match (parts.get(3).copied(), &own.refers_to) {
            (Some("claim"), _) if ours => {
                let claim = Claim::new(ClaimId::new(format!("c-{id}")), name.to_owned());
                let claim = gathering.claim(claim);
                self.records.insert(address.to_owned(), claim.to_string());
                own.refers_to = Some(Reference::Claim(claim));
            }
            // A second name of the same.
            (_, Some(Reference::Entity(entity))) => {
                let (scheme, id, url) = external(address);
                if let Some(entity) = gathering.entity_mut(entity)
                    && !entity.ids.iter().any(|own| own.scheme == scheme && own.id == id)
                {
                    entity.ids.push(ExternalId { scheme, id, url });
                }
            }
            _ => {
                let key = if ours { id.as_str() } else { address };
                let named = if name.is_empty() { key } else { name };
                let entity = gathering.entity(key, named, label);
                self.records.insert(address.to_owned(), entity.to_string());
                if !ours && let Some(entity) = gathering.entity_mut(&entity) {
                    let (scheme, id, url) = external(address);
                    if entity.ids.is_empty() {
                        entity.ids.push(ExternalId { scheme, id, url });
                    }
                }
                own.refers_to = Some(Reference::Entity(entity));
            }
        }
    }

    /// A label of a whole article.
    pub(super) fn whole(&mut self, item: Json<'_>, document: &DocumentId, gathering: &mut Gathering) {
        for body in several(item, "body") {
            let name = text(body, "value");
            if !name.is_empty() {
                let label = gathering.label(&name, Kind::Other);
                gathering.label_document(document, &label);
            }
        }
    }

    /// Takes a link between records, if it is one: its ends may come later.
    pub(super) fn link(&mut self, item: Json<'_>) -> bool {
        let end = |json: &Json<'_>| {
            let name = json.text().unwrap_or_else(|_| text(*json, "source"));
            (!name.is_empty()).then(|| (text(*json, "label"), name))
        };
        let bodies = several(item, "body");
        let others = bodies.iter().filter(|body| body.get().starts_with('"') || purpose(**body) == "linking");
        let targets = several(item, "target");
        // What selects a place is an annotation of its own.
        if targets.iter().any(|target| member(*target, "selector").is_some()) {
            return false;
        }
        let mut ends: Vec<_> = targets.iter().chain(others).filter_map(end).collect();
        // Who does not say what the ends are has them as the standard does.
        for (n, (role, _)) in ends.iter_mut().enumerate().filter(|(_, (role, _))| role.is_empty()) {
            *role = if n < targets.len() { "target" } else { "body" }.to_owned();
        }
        let value = |wished: &str| {
            bodies.iter().filter(|body| purpose(**body) == wished).map(|body| text(*body, "value")).next()
        };
        let kind = value("classifying").or_else(|| value("tagging")).unwrap_or_else(|| "linking".to_owned());
        let symmetric = value("assessing").is_some_and(|said| said == "symmetric");
        if ends.len() >= 2 {
            self.links.push(Link { kind, symmetric, ends });
        }
        true
    }

    /// Relates what is there; other links are said.
    pub(super) fn relate(self, gathering: &mut Gathering) {
        for Link { kind, symmetric, ends } in self.links {
            let known = |name: &str| {
                // An article goes by its id.
                let own = name.split(':').collect::<Vec<_>>();
                let article = own
                    .get(3)
                    .is_some_and(|of| *of == "document")
                    .then(|| super::iri::decoded(own[own.len() - 1]));
                self.records.get(name).cloned().or(article.filter(|id| gathering.has_document(id)))
            };
            let found: Option<Vec<(String, String)>> =
                ends.iter().map(|(role, name)| Some((role.clone(), known(name)?))).collect();
            match found {
                Some(found) => {
                    let roles: Vec<&str> = ends.iter().map(|(role, _)| role.as_str()).collect();
                    let kind = gathering.relation_type(&kind, symmetric, &roles);
                    gathering.relate(&kind, found);
                }
                None => {
                    let missing = ends.iter().find(|(_, name)| known(name).is_none());
                    let found = gathered::no_such(missing.map_or("", |(_, name)| name.as_str()));
                    let done = gathered::relation_left_out();
                    gathering.at_path(kind, crate::formats::Severity::LeftOut, found, "", done);
                }
            }
        }
    }
}

/// Who made it, and when.
fn made(item: Json<'_>, own: &mut Annotation, gathering: &mut Gathering) {
    let creator = several(item, "creator").first().copied();
    let origin = &mut own.origin;
    if let Some(creator) = creator {
        let name = creator.text().unwrap_or_else(|_| text(creator, "name"));
        let name = if name.is_empty() { text(creator, "id") } else { name };
        let software = text(creator, "type") == "Software";
        if !name.is_empty() {
            origin.by = gathering.person(&name, if software { PersonKind::Rule } else { PersonKind::Person });
            origin.how = How::Manual;
        }
    }
    origin.created = parse_time(&text(item, "created")).unwrap_or(origin.created);
    origin.modified = parse_time(&text(item, "modified"));
}

/// An attribute of JSON, or of words.
fn attribute(value: String, json: bool) -> (AttributeType, AttributeValue) {
    match value.as_str() {
        "true" | "false" if json => (AttributeType::Flag, AttributeValue::Flag(value == "true")),
        number if json && Decimal::new(number).is_some() => {
            let number = Decimal::new(number).map(AttributeValue::Number);
            (AttributeType::Number, number.unwrap_or(AttributeValue::Text(value)))
        }
        _ => (AttributeType::Text, AttributeValue::Text(value)),
    }
}

/// An address as an id of a registry.
fn external(address: &str) -> (String, String, String) {
    let wikidata = [
        "http://www.wikidata.org/entity/",
        "https://www.wikidata.org/wiki/",
        "http://www.wikidata.org/wiki/",
    ];
    if let Some(id) = wikidata.iter().find_map(|start| address.strip_prefix(start)) {
        return ("wikidata".to_owned(), id.to_owned(), address.to_owned());
    }
    let own = address.strip_prefix(super::iri::OWN).and_then(|rest| rest.strip_prefix("id:"));
    if let Some((scheme, id)) = own.and_then(|own| own.split_once(':')) {
        return (super::iri::decoded(scheme), super::iri::decoded(id), String::new());
    }
    ("url".to_owned(), address.to_owned(), address.to_owned())
}
