//! The results of one annotation or prediction of a task.

use super::config::{CLAIM, ENTITY, SAME, UNSURE};
use super::read::{member, offsets, quoted};
use super::regions::OWN;
use super::xml::Interface;
use crate::formats::gathering::{Gathering, Later, Of};
use crate::formats::original::Original;
use crate::formats::places::Places;
use crate::formats::{Severity, first_of};
use crate::model::{
    Annotation, AnnotationId, AttributeType, AttributeValue, Claim, ClaimId, Decimal, DocumentId, ExternalId,
    Fragments, How, Kind, LabelId, Nil, PersonId, Reference, Status, Timestamp,
};
use crate::sorted::Map;
use crate::text::Span;
use crate::wire::json::Json;
use crate::wire::{parse_time, read_attribute};
use crate::words::gathered;

/// The ends of a relation.
const ROLES: [&str; 2] = ["from", "to"];

/// Who made what stands in a result.
#[derive(Clone)]
pub(super) struct Maker {
    pub(super) by: PersonId,
    pub(super) how: How,
    pub(super) status: Status,
    pub(super) rule: String,
    pub(super) score: Option<Decimal>,
    pub(super) created: Option<Timestamp>,
    pub(super) modified: Option<Timestamp>,
}

/// A result that is read.
pub(super) struct Results<'a> {
    pub(super) path: &'a str,
    pub(super) document: &'a DocumentId,
    pub(super) original: &'a Original,
    pub(super) places: &'a Places<'a>,
    pub(super) maker: Maker,
    pub(super) interface: &'a Interface,
    pub(super) gathering: &'a mut Gathering,
    pub(super) later: &'a mut Later,
}

/// What has one id.
struct Region<'a> {
    id: String,
    labels: Vec<String>,
    spans: Vec<Span>,
    marked: Json<'a>,
    /// What is said of it.
    said: Vec<Json<'a>>,
}

fn text(json: Json<'_>, key: &str) -> String {
    member(json, key).and_then(|json| json.text().ok()).unwrap_or_default()
}

/// The texts of a list, or the one text.
fn texts(json: Json<'_>) -> Vec<String> {
    match json.list() {
        Ok(all) => all.iter().filter_map(|one| one.text().ok()).collect(),
        Err(_) => json.text().into_iter().collect(),
    }
}

impl<'a> Results<'a> {
    pub(super) fn read(mut self, all: &[Json<'a>]) {
        let (mut regions, mut at): (Vec<Region<'_>>, Map<String, usize>) = (Vec::new(), Map::new());
        let (mut relations, mut others) = (Vec::new(), Vec::new());
        for &result in all {
            match text(result, "type").as_str() {
                "relation" => relations.push(result),
                "labels" => {
                    let id = text(result, "id");
                    let labels = member(result, "value").and_then(|value| member(value, "labels"));
                    let labels = labels.map(texts).unwrap_or_default();
                    if let Some(span) = self.span(result) {
                        at.insert(id.clone(), regions.len());
                        regions.push(Region {
                            id,
                            labels,
                            spans: vec![span],
                            marked: result,
                            said: Vec::new(),
                        });
                    }
                }
                _ => others.push(result),
            }
        }
        for result in others {
            let place = member(result, "value").and_then(offsets);
            match (at.get(&text(result, "id")), place) {
                (Some(&n), _) => regions[n].said.push(result),
                // Said of a piece of text that nobody gave a label.
                (None, Some(_)) => self.refuse(text(result, "type")),
                (None, None) => self.whole(result),
            }
        }
        // Fragments of one annotation: the first of them is the annotation.
        let mut first: Vec<usize> = (0..regions.len()).collect();
        let ends = |relation: Json<'_>| {
            let end = |key: &str| at.get(&text(relation, key)).copied();
            end("from_id").zip(end("to_id"))
        };
        let kinds = |relation: Json<'_>| member(relation, "labels").map(texts).unwrap_or_default();
        for &relation in relations.iter().filter(|relation| kinds(**relation) == [SAME]) {
            if let Some((from, to)) =
                ends(relation).filter(|&(from, to)| regions[from].labels == regions[to].labels)
            {
                let (one, other) = (first[from].min(first[to]), first[from].max(first[to]));
                first.iter_mut().filter(|own| **own == other).for_each(|own| *own = one);
            }
        }
        for n in 0..regions.len() {
            if first[n] != n {
                let spans = std::mem::take(&mut regions[n].spans);
                regions[first[n]].spans.extend(spans);
            }
        }
        let made: Vec<Option<AnnotationId>> = regions.into_iter().map(|region| self.region(region)).collect();
        for relation in relations.into_iter().filter(|relation| kinds(*relation) != [SAME]) {
            let found =
                ends(relation).and_then(|(from, to)| made[first[from]].clone().zip(made[first[to]].clone()));
            let Some((mut from, mut to)) = found else {
                let found = gathered::no_such(&format!(
                    "{} – {}",
                    text(relation, "from_id"),
                    text(relation, "to_id")
                ));
                self.say(found, "", gathered::relation_left_out());
                continue;
            };
            let direction = text(relation, "direction");
            if direction == "left" {
                std::mem::swap(&mut from, &mut to);
            }
            let kinds = kinds(relation);
            let unnamed = ["relation".to_owned()];
            for kind in if kinds.is_empty() { &unnamed[..] } else { &kinds } {
                let kind = self.gathering.relation_type(kind, direction == "bi", &ROLES);
                let ends = ROLES.iter().zip([&from, &to]);
                self.gathering.relate(&kind, ends.map(|(role, id)| ((*role).to_owned(), id.to_string())));
            }
        }
    }

    fn say(&mut self, found: String, expected: &str, done: &str) {
        self.gathering.at_path(self.path.to_owned(), Severity::LeftOut, found, expected, done);
    }

    fn refuse(&mut self, found: String) {
        self.say(found, "`labels`", gathered::record_left_out());
    }

    /// Where a region stands, if it reads as it says.
    fn span(&mut self, result: Json<'_>) -> Option<Span> {
        let Some((start, end)) = member(result, "value").and_then(offsets) else {
            self.say(gathered::odd_records(1), gathered::inside(), gathered::annotation_left_out());
            return None;
        };
        let both = self
            .places
            .span(start, end)
            .and_then(|raw| Ok((raw, self.original.span(self.places, start, end)?)));
        let (raw, own) = match both {
            Ok(both) => both,
            Err(why) => {
                self.say(why.found(start, end), gathered::inside(), gathered::annotation_left_out());
                return None;
            }
        };
        let there = self.original.raw.slice(raw);
        let quote = quoted(result).map(|(.., quote)| quote);
        // A line end may have become a blank, or two signs, on its way.
        let blank = |text: &str| text.replace("\\n", "\n").split_whitespace().collect::<Vec<_>>().join(" ");
        if quote.as_ref().is_some_and(|quote| blank(quote) != blank(there)) {
            let found = gathered::other_quote(&first_of(quote.as_deref().unwrap_or_default()));
            let wanted = gathered::in_text(&first_of(there));
            self.say(found, &wanted, gathered::annotation_left_out());
            return None;
        }
        Some(own)
    }

    /// The annotations of a region, one for each label; the first of them.
    fn region(&mut self, region: Region<'_>) -> Option<AnnotationId> {
        let fragments = Fragments::join(region.spans)?;
        let mut first = None;
        for name in &region.labels {
            let kind = self.interface.kinds.get(name).copied().unwrap_or(Kind::Entity);
            let label = self.gathering.label(name, kind);
            let mut own = self.gathering.annotation(self.document, &label, fragments.clone());
            self.made(region.marked, &mut own);
            for said in &region.said {
                self.said(*said, &label, &mut own);
            }
            if first.is_none() {
                self.later.know(&region.id, &own.id);
                first = Some(own.id.clone());
            }
            self.gathering.keep(own);
        }
        if first.is_none() {
            self.say(gathered::no_such(&region.id), "`labels`", gathered::annotation_left_out());
        }
        first
    }

    /// Who made a region, and what stands beside it.
    fn made(&self, marked: Json<'_>, own: &mut Annotation) {
        let Maker { by, how, status, rule, score, created, modified } = self.maker.clone();
        own.status = status;
        let origin = &mut own.origin;
        (origin.by, origin.how, origin.rule) = (by, how, rule);
        origin.score = member(marked, "score").and_then(|score| Decimal::new(score.get())).or(score);
        if text(marked, "origin") == "prediction" {
            origin.how = How::Suggested;
        }
        let Some(meta) = member(marked, "meta") else {
            origin.created = created.unwrap_or(origin.created);
            origin.modified = modified.filter(|modified| Some(*modified) != created);
            return;
        };
        own.note = member(meta, "text").map(texts).unwrap_or_default().join("\n");
        let at = parse_time(&text(meta, "created_at"));
        origin.created = at.or(created).unwrap_or(origin.created);
        let changed = parse_time(&text(meta, "updated_at"));
        origin.modified = if at.is_some() { changed } else { changed.or(modified) };
    }

    /// Something that is said of a region.
    fn said(&mut self, result: Json<'_>, label: &LabelId, own: &mut Annotation) {
        let (kind, name) = (text(result, "type"), text(result, "from_name"));
        let Some(value) = member(result, "value").and_then(|value| member(value, said_in(&kind))) else {
            return self.refuse(kind);
        };
        let all = texts(value);
        let asked = self.interface.values.get(&name).map(String::as_str);
        if kind == "textarea" && self.waits(asked, &name, &all, label, own) {
            return;
        }
        let (of, value) = match kind.as_str() {
            "choices" if name == UNSURE && all == [UNSURE] => {
                own.unsure = true;
                return;
            }
            "textarea" if (name == ENTITY || name == CLAIM) && self.refers(&name, &all, label, own) => return,
            "choices" if asked == Some("flag") => {
                (AttributeType::Flag, AttributeValue::Flag(all == ["true"]))
            }
            "choices" => (AttributeType::Choice, AttributeValue::Text(all.join(" ; "))),
            "number" | "rating" => match Decimal::new(value.get()) {
                Some(number) => (AttributeType::Number, AttributeValue::Number(number)),
                None => return self.refuse(kind),
            },
            "datetime" => (AttributeType::Date, AttributeValue::Text(all.join("\n"))),
            "taxonomy" => {
                let paths = value.list().unwrap_or_default();
                let paths: Vec<String> = paths.into_iter().map(|path| texts(path).join(" / ")).collect();
                (AttributeType::Text, AttributeValue::Text(paths.join(" ; ")))
            }
            _ => (AttributeType::Text, AttributeValue::Text(all.join("\n"))),
        };
        let chosen = match &value {
            AttributeValue::Text(text) if of == AttributeType::Choice => Some(text.as_str()),
            _ => None,
        };
        let id = self.gathering.attribute(label, &name, of, chosen);
        own.attributes.insert(id, value);
    }

    /// Takes a value that Postil wrote as JSON, or by the id of a record, which may come later; `false` for something else.
    fn waits(
        &mut self,
        asked: Option<&str>,
        name: &str,
        all: &[String],
        label: &LabelId,
        own: &Annotation,
    ) -> bool {
        let [text] = all else { return false };
        let (key, value) = match asked {
            Some("json") => match read_attribute(name, text) {
                Some(value) => (self.gathering.attribute_of(label, name, &value, AttributeType::Text), value),
                None => return false,
            },
            Some(kind @ ("annotation" | "entity")) => {
                let kind = if kind == "entity" { AttributeType::Entity } else { AttributeType::Annotation };
                (self.gathering.attribute_naming(label, name, kind), AttributeValue::Text(text.clone()))
            }
            _ => return false,
        };
        self.later.wait(Of::Annotation(own.document.clone(), own.id.clone()), key, value);
        true
    }

    /// Takes what Postil wrote of what an annotation refers to; `false` for something else.
    fn refers(&mut self, control: &str, all: &[String], label: &LabelId, own: &mut Annotation) -> bool {
        let Some((first, others)) = all.split_first() else { return false };
        let Some(rest) = first.strip_prefix(OWN).and_then(|rest| rest.strip_prefix(':')) else {
            return false;
        };
        let (id, name) = rest.split_once(' ').unwrap_or((rest, ""));
        own.refers_to = Some(match control {
            CLAIM => Reference::Claim(
                self.gathering.claim(Claim::new(ClaimId::new(format!("c-{id}")), name.to_owned())),
            ),
            _ if id == "NIL" => Reference::Nil(Nil),
            _ => {
                let entity = self.gathering.entity(id, name, label);
                self.later.know(id, &entity);
                if let Some(entity) = self.gathering.entity_mut(&entity) {
                    for (scheme, id) in others.iter().filter_map(|other| other.split_once(':')) {
                        if !entity.ids.iter().any(|own| own.scheme == scheme && own.id == id) {
                            let (scheme, id) = (scheme.to_owned(), id.to_owned());
                            entity.ids.push(ExternalId { scheme, id, url: String::new() });
                        }
                    }
                }
                Reference::Entity(entity)
            }
        });
        true
    }

    /// Something that is said of the whole task.
    fn whole(&mut self, result: Json<'_>) {
        let kind = text(result, "type");
        let value = member(result, "value").and_then(|value| member(value, said_in(&kind)));
        match value {
            Some(value) if kind == "choices" => {
                for name in texts(value) {
                    let kind = self.interface.kinds.get(&name).copied().unwrap_or(Kind::Other);
                    let label = self.gathering.label(&name, kind);
                    self.gathering.label_document(self.document, &label);
                }
            }
            _ => self.refuse(kind),
        }
    }
}

/// The key of a value in which a control of a type says something.
fn said_in(kind: &str) -> &str {
    if kind == "textarea" { "text" } else { kind }
}
