//! What bodies say of an annotation that is read, and what links say of several.

use super::read::{member, several, text};
use crate::formats::gathering::{Gathering, Later, Of};
use crate::model::{
    Annotation, AttributeId, AttributeType, AttributeValue, CUE, Claim, ClaimId, DocumentId, ExternalId,
    Fragments, How, Kind, LabelId, Nil, PersonKind, Reference, Status,
};
use crate::sorted::Map;
use crate::wire::json::Json;
use crate::wire::{parse_time, read_attribute};
use crate::words::gathered;

/// What stands for the label of an annotation that has none.
const PLAIN: &str = "annotation";

/// What was read, for the links between it.
#[derive(Default)]
pub(super) struct Bodies {
    /// Records by their names.
    records: Map<String, String>,
    links: Vec<Link>,
    later: Later,
}

/// A relation: its type, whether its ends are alike, names and roles of the ends, what else is said of it.
struct Link {
    kind: String,
    symmetric: bool,
    ends: Vec<(String, String)>,
    said: Vec<(String, Described)>,
}

/// A value that was said of something, and the record that it is the name of.
struct Described {
    value: AttributeValue,
    names: Option<AttributeType>,
}

impl Described {
    /// Of a body that describes.
    fn of(body: Json<'_>, name: &str) -> Option<Self> {
        let address = text(body, "source");
        if address.is_empty() {
            let json = text(body, "format") == "application/json";
            let value = text(body, "value");
            let read = json.then(|| read_attribute(name, &value)).flatten();
            return Some(Self { value: read.unwrap_or(AttributeValue::Text(value)), names: None });
        }
        let own = address.starts_with(super::iri::OWN).then(|| address.split(':').nth(3))?;
        let names = match own? {
            "annotation" => AttributeType::Annotation,
            "entity" => AttributeType::Entity,
            _ => return None,
        };
        Some(Self { value: AttributeValue::Text(address), names: Some(names) })
    }

    /// The attribute of a label under which it stands.
    fn key(&self, label: &LabelId, name: &str, gathering: &mut Gathering) -> AttributeId {
        match self.names {
            Some(kind) => gathering.attribute_naming(label, name, kind),
            None => gathering.attribute_of(label, name, &self.value, AttributeType::Text),
        }
    }
}

/// The id at the end of a name of a record.
fn last(address: &str) -> String {
    super::iri::decoded(address.rsplit(':').next().unwrap_or_default())
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
        let name = text(item, "id");
        self.later.know_first(last(&name), &own.id);
        self.later.know(name.as_str(), &own.id);
        self.records.insert(name, own.id.to_string());
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
            "describing" if !named.is_empty() => match Described::of(body, &named) {
                Some(described) => {
                    let key = described.key(label, &named, gathering);
                    let of = Of::Annotation(own.document.clone(), own.id.clone());
                    self.later.wait(of, key, described.value);
                }
                None => return Some(address),
            },
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
                self.later.know_first(id, &entity);
                self.later.know(address, &entity);
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
        let describes = bodies.iter().filter(|body| purpose(**body) == "describing");
        let said = describes.filter_map(|body| {
            let name = Some(text(*body, "label")).filter(|name| !name.is_empty())?;
            Some((name.clone(), Described::of(*body, &name)?))
        });
        if ends.len() >= 2 {
            self.links.push(Link { kind, symmetric, ends, said: said.collect() });
        }
        true
    }

    /// Relates what is there; other links are said.
    pub(super) fn relate(mut self, gathering: &mut Gathering) {
        for Link { kind, symmetric, ends, said } in self.links {
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
                    let id = gathering.relate(&kind, found);
                    for (name, described) in said {
                        let key = match described.names {
                            Some(kind) if name != CUE => gathering.attribute_named(&name, kind, None),
                            _ => AttributeId::new(name),
                        };
                        self.later.wait(Of::Relation(id.clone()), key, described.value);
                    }
                }
                None => {
                    let missing = ends.iter().find(|(_, name)| known(name).is_none());
                    let found = gathered::no_such(missing.map_or("", |(_, name)| name.as_str()));
                    let done = gathered::relation_left_out();
                    gathering.at_path(kind, crate::formats::Severity::LeftOut, found, "", done);
                }
            }
        }
        self.later.settle(gathering);
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
