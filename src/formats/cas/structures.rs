//! The feature structures of an article.

use super::types::{
    ARGUMENTS_LINK, ARTICLE, DOCUMENT_LABEL, Layer, METADATA, PART, PARTS_LINK, Range, SENTENCE, TOKEN, Types,
};
use crate::formats::known::Known;
use crate::formats::write::{ends_by_role, standing, unmapped};
use crate::formats::{Output, Reason};
use crate::model::{
    Annotation, AttributeId, AttributeValue, Document, How, Project, Reference, Relation, Status,
};
use crate::sorted::Map;
use crate::text::{Span, Text, cut_tokens, file_sentences, join_sentences, tokens};
use crate::wire::json::{self, Field};
use crate::wire::{attribute_json, format_time};
use std::rc::Rc;

/// The number of the text.
const SOFA: u32 = 1;

/// A feature structure on its way.
struct Structure {
    id: u32,
    json: String,
}

impl Structure {
    fn new(id: u32, kind: &str) -> Self {
        let mut own = Self { id, json: "{".to_owned() };
        own.put("%ID", &id);
        own.text("%TYPE", kind);
        own
    }

    /// One that stands in the text.
    fn at(id: u32, kind: &str, span: Span, text: &Text) -> Self {
        let mut own = Self::new(id, kind);
        own.put("@sofa", &SOFA);
        own.put("begin", &text.utf16(span.start()).0);
        own.put("end", &text.utf16(span.end()).0);
        own
    }

    fn put(&mut self, key: &str, value: &impl Field) {
        json::key(&mut self.json, key);
        value.write(&mut self.json);
    }

    fn text(&mut self, key: &str, value: &str) {
        json::key(&mut self.json, key);
        json::text(&mut self.json, value);
    }

    /// Nothing where it is empty.
    fn text_if(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    fn yes_if(&mut self, key: &str, is: bool) {
        if is {
            self.put(key, &true);
        }
    }
}

/// The feature structures of an article.
pub(super) struct Cas<'a> {
    project: &'a Project,
    document: &'a Document,
    types: &'a Types,
    known: &'a Known<'a>,
    /// The numbers of the annotations that are written, and where each begins.
    numbers: Map<&'a str, (u32, Span)>,
    /// In lines.
    structures: Vec<String>,
    members: Vec<u32>,
    next: u32,
}

impl<'a> Cas<'a> {
    pub(super) fn of(
        project: &'a Project,
        document: &'a Document,
        types: &'a Types,
        known: &'a Known<'a>,
        related: &[&'a Relation],
        out: &mut dyn Output,
    ) -> Self {
        let numbers = Map::new();
        let mut cas = Self {
            project,
            document,
            types,
            known,
            numbers,
            structures: Vec::new(),
            members: Vec::new(),
            next: SOFA,
        };
        cas.around(out);
        let marks = standing(project, document, out);
        let spans: Vec<Span> = marks.iter().flat_map(|mark| mark.fragments.spans().iter().copied()).collect();
        cas.words(&spans, out);
        // One may name another one that comes later.
        for mark in &marks {
            let number = cas.number();
            cas.numbers.insert(mark.id.as_str(), (number, mark.fragments.spans()[0]));
        }
        marks.iter().for_each(|mark| cas.annotation(mark, out));
        related.iter().for_each(|relation| cas.relation(relation, out));
        cas
    }

    /// The file, with its types.
    pub(super) fn json(&self, types: &str) -> String {
        let mut members = String::new();
        self.members.write(&mut members);
        format!(
            "{{\"%TYPES\":{types},\n\"%FEATURE_STRUCTURES\":[\n{}\n],\n\"%VIEWS\":{{\"_InitialView\":{{\"%SOFA\":{SOFA},\"%MEMBERS\":{members}}}}}}}\n",
            self.structures.join(",\n")
        )
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Takes a structure in; a member of the view is one that is there for itself.
    fn take(&mut self, structure: Structure, member: bool) {
        self.members.extend(member.then_some(structure.id));
        self.structures.push(structure.json + "}");
    }

    /// What stands around the text, and the text.
    fn around(&mut self, out: &mut dyn Output) {
        let (document, own) = (self.document, &self.document.metadata);
        let text = &document.text;
        let mut sofa = Structure::new(self.number(), "uima.cas.Sofa");
        sofa.put("sofaNum", &1_u32);
        sofa.text("sofaID", "_InitialView");
        sofa.text("mimeType", "text");
        sofa.text("sofaString", text.as_str());
        self.take(sofa, false);
        let mut about = Structure::at(self.number(), METADATA, text.span(), text);
        about.text("language", if own.language.is_empty() { "x-unspecified" } else { &own.language });
        about.text("documentTitle", &own.title);
        about.text("documentId", document.id.as_str());
        about.text_if("documentUri", &own.url);
        about.text_if("collectionId", &self.project.name);
        about.put("isLastSegment", &false);
        self.take(about, true);
        let mut article = Structure::new(self.number(), ARTICLE);
        article.put("@sofa", &SOFA);
        article.text_if("outlet", &own.outlet);
        if !own.byline.is_empty() {
            let mut list = Structure::new(self.number(), "uima.cas.StringArray");
            list.put("%ELEMENTS", &own.byline);
            article.put("@byline", &list.id);
            self.take(list, false);
        }
        article.text_if("published", &own.published);
        article.text_if("retrieved", &own.retrieved);
        article.text_if("license", &own.license);
        article.text_if("split", &own.split);
        article.put("status", &document.status);
        if !own.other.is_empty() {
            article.text("metadata", &json::to_string(&own.other));
        }
        self.take(article, true);
        out.lost(Reason::Metadata, unmapped(document));
        for label in &document.labels {
            let Some(label) = self.project.schema.label(&label.label) else {
                out.lost(Reason::DocumentLabels, 1);
                continue;
            };
            let mut own = Structure::new(self.number(), DOCUMENT_LABEL);
            own.put("@sofa", &SOFA);
            own.text("value", &label.name);
            self.take(own, true);
        }
    }

    /// Sentences and tokens. INCEpTION wants every token in a sentence, and annotations of whole tokens in one sentence.
    fn words(&mut self, marks: &[Span], out: &mut dyn Output) {
        let text = &self.document.text;
        let mut tokens = tokens(text);
        out.lost(Reason::Cut, cut_tokens(text, &mut tokens, marks));
        let mut sentences = file_sentences(text);
        join_sentences(&mut sentences, marks);
        sentences.retain(|sentence| !sentence.is_empty());
        cut_tokens(text, &mut tokens, &sentences);
        for (kind, spans) in [(SENTENCE, &sentences), (TOKEN, &tokens)] {
            for span in spans {
                let own = Structure::at(self.number(), kind, *span, text);
                self.take(own, true);
            }
        }
    }

    fn annotation(&mut self, mark: &Rc<Annotation>, out: &mut dyn Output) {
        let (project, text) = (self.project, &self.document.text);
        let Some(&(number, _)) = self.numbers.get(mark.id.as_str()) else { return };
        let label = project.schema.label(&mark.label);
        let layer = Layer::of(&project.schema, &mark.label);
        let (first, others) = mark.fragments.spans().split_at(1);
        let mut own = Structure::at(number, layer.name(), first[0], text);
        let named = label.map(|label| label.name.as_str()).filter(|name| !name.is_empty());
        own.text("value", named.unwrap_or(mark.label.as_str()));
        own.text("id", mark.id.as_str());
        refer(&mut own, mark, project);
        own.text_if("note", &mark.note);
        own.yes_if("unsure", mark.unsure);
        own.text("status", if mark.status == Status::Accepted { "accepted" } else { "open" });
        let origin = &mark.origin;
        own.text("by", project.people.get(&origin.by).map_or(origin.by.as_str(), |person| &person.name));
        own.text("created", &format_time(origin.created));
        if origin.how != How::Manual {
            own.put("how", &origin.how);
        }
        let more = !origin.rule.is_empty()
            || origin.score.is_some()
            || origin.modified.is_some()
            || !origin.from.is_empty()
            || origin.source.is_some();
        out.lost(Reason::Origins, usize::from(more));
        self.attributes(&mut own, &mark.attributes, out);
        let parts: Vec<(&str, u32)> = others
            .iter()
            .map(|span| {
                let part = Structure::at(self.number(), PART, *span, text);
                let number = part.id;
                self.take(part, true);
                ("part", number)
            })
            .collect();
        if !parts.is_empty() {
            own.put("@parts", &self.slots(PARTS_LINK, &parts));
        }
        self.take(own, true);
    }

    /// Slots with their roles, as a list; its number.
    fn slots(&mut self, kind: &str, targets: &[(&str, u32)]) -> u32 {
        let mut links = Vec::with_capacity(targets.len());
        for (role, target) in targets {
            let mut link = Structure::new(self.number(), kind);
            link.text("role", role);
            link.put("@target", target);
            links.push(link.id);
            self.take(link, false);
        }
        let mut list = Structure::new(self.number(), &format!("{kind}[]"));
        list.put("%ELEMENTS", &links);
        let number = list.id;
        self.take(list, false);
        number
    }

    fn attributes(
        &self,
        own: &mut Structure,
        values: &Map<AttributeId, AttributeValue>,
        out: &mut dyn Output,
    ) {
        for (id, value) in values {
            let Some(feature) = self.types.features.get(id) else {
                out.lost(Reason::Attributes, 1);
                continue;
            };
            let name = &feature.name;
            let Some(value) = self.known.kept(id, value, out) else { continue };
            match (feature.range, &value) {
                (Range::Text | Range::Entity, AttributeValue::Text(text)) => own.text(name, text),
                (Range::Flag, AttributeValue::Flag(flag)) => own.put(name, flag),
                (Range::Number, AttributeValue::Number(number)) => own.put(name, number),
                (Range::Annotation, AttributeValue::Text(id)) => match self.numbers.get(id.as_str()) {
                    Some((number, _)) => own.put(&format!("@{name}"), number),
                    None => out.lost(Reason::Attributes, 1),
                },
                (Range::Json, value) => own.text(name, &attribute_json(value).0),
                _ => out.lost(Reason::Attributes, 1),
            }
        }
    }

    fn relation(&mut self, relation: &Relation, out: &mut dyn Output) {
        let (project, text) = (self.project, &self.document.text);
        let ends: Vec<(&str, (u32, Span))> = ends_by_role(project, relation)
            .into_iter()
            .filter_map(|end| Some((end.role.as_str(), *self.numbers.get(end.target.as_str())?)))
            .collect();
        let trigger = relation.trigger.as_ref().and_then(|id| self.numbers.get(id.as_str()).copied());
        let (layer, place) = match ends[..] {
            [_, (_, (_, place))] => (Layer::Relation, place),
            [(_, (_, place)), ..] => (Layer::Frame, trigger.map_or(place, |(_, place)| place)),
            [] => return out.lost(Reason::Relations, 1),
        };
        let mut own = Structure::at(self.number(), layer.name(), place, text);
        if let [(source, (governor, _)), (target, (dependent, _))] = &ends[..] {
            own.put("@Governor", governor);
            own.put("@Dependent", dependent);
            own.text("sourceRole", source);
            own.text("targetRole", target);
        }
        let kind = project.schema.relation_type(&relation.kind);
        own.text("value", kind.map_or(relation.kind.as_str(), |kind| &kind.name));
        own.text("id", relation.id.as_str());
        own.yes_if("symmetric", relation.symmetric);
        if let Some((number, _)) = trigger {
            own.put("@trigger", &number);
        }
        out.lost(Reason::Attributes, usize::from(relation.trigger.is_some() && trigger.is_none()));
        self.attributes(&mut own, &relation.attributes, out);
        if layer == Layer::Frame {
            let ends: Vec<(&str, u32)> = ends.iter().map(|(role, (number, _))| (*role, *number)).collect();
            own.put("@arguments", &self.slots(ARGUMENTS_LINK, &ends));
        }
        self.take(own, true);
    }
}

/// What an annotation refers to: an address, our id, a name.
fn refer(own: &mut Structure, mark: &Annotation, project: &Project) {
    let (id, kind, name, address) = match &mark.refers_to {
        None => return,
        Some(Reference::Nil(_)) => return own.put("nil", &true),
        Some(Reference::Entity(id)) => {
            let entity = project.entities.get(id);
            let address = entity.and_then(|entity| entity.ids.iter().find(|own| !own.url.is_empty()));
            let name = entity.map_or("", |entity| &entity.name);
            (id.as_str(), "entity", name, address.map(|own| own.url.clone()))
        }
        Some(Reference::Claim(id)) => {
            (id.as_str(), "claim", project.claims.get(id).map_or("", |claim| &claim.text), None)
        }
    };
    own.text("identifier", &address.unwrap_or_else(|| format!("urn:postil:{kind}:{id}")));
    own.text("referent", id);
    own.text("referentName", name);
}
