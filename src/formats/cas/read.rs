//! Reading CAS JSON: of INCEpTION, of cassis, of other programs on UIMA, and our own.
//!
//! Every text of a file is an article. What stands in a text is an annotation, unless it is a token, a sentence or what is
//! known of these (part of speech, lemma, syntax). Its label is the feature `value` or `label`, else the name of its type;
//! the other features are attributes, `identifier` is an id of the entity. What has `Governor` and `Dependent` is a
//! relation, and so are slots: each host with what its slots hold. The file stays with the article.

use super::file::{CasFile, Found};
use super::types::{ARTICLE, DOCUMENT_LABEL, Layer, METADATA, PART};
use crate::formats::bundle::Bundle;
use crate::formats::content::content;
use crate::formats::gathering::{Gathering, Later};
use crate::formats::places::Places;
use crate::formats::readers::Reader;
use crate::formats::{Issue, NewDocument, OffsetUnit, Place, Reading, Severity, plain};
use crate::model::{
    Annotation, AnnotationId, Document, DocumentId, DocumentSource, DocumentStatus, Fragments, Kind, Label,
    Metadata, Project,
};
use crate::sorted::{self, Map};
use crate::text::{Text, from_string};
use crate::wire::json::{Field, Json, Seen};
use crate::wire::raw;
use crate::words::{cas as words, files, gathered};

/// The word of the format.
const FORMAT: &str = "cas-json";
/// Packages of what programs find in every text, and nobody has marked.
const MACHINERY: [&str; 3] = [
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.",
    "de.tudarmstadt.ukp.dkpro.core.api.syntax.",
];

/// Reads it.
pub(in crate::formats) struct CasReader;

impl Reader for CasReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        let start = entry.start();
        let speaks = ["\"%TYPES\"", "\"%FEATURE_STRUCTURES\"", "\"%VIEWS\""];
        start.starts_with('{') && speaks.iter().any(|key| start.contains(key))
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let (first, zipped) = (bundle.entries[at].index, bundle.entries[at].zipped);
        let set = bundle.entries[at].name.clone();
        let set = if zipped { set.split('/').next().unwrap_or_default().to_owned() } else { set };
        let mut gathering = Gathering::new(FORMAT, &set);
        let (mut through, mut set) = (0, Set::default());
        for next in at..bundle.entries.len() {
            let entry = &bundle.entries[next];
            let together = entry.zipped == zipped && (!zipped || entry.index == first);
            if together && !entry.taken && self.knows(bundle, next) {
                let entry = bundle.take(next);
                let mut bad = |found: String| {
                    reading.issues.push(Issue {
                        place: Place { file: entry.name.clone(), ..Place::default() },
                        severity: Severity::Refused,
                        found,
                        expected: words::a_cas().to_owned(),
                        done: files::not_read(files::look_whole()),
                    });
                };
                through += entry.bytes.len() as u64;
                match entry.decoded() {
                    Ok(decoded) => {
                        gathering.in_file(&entry.name);
                        if !file(decoded.text.as_str(), &entry.name, &mut gathering, &mut set) {
                            bad(words::no_cas().to_owned());
                        }
                    }
                    Err(error) => bad(error.to_string()),
                }
                done(through);
            }
        }
        set.settle(&mut gathering);
        gathering.finish(reading);
    }
}

/// What files of one set say of each other.
#[derive(Default)]
pub(super) struct Set {
    /// Attributes that may name annotations, entities and articles of any of them.
    pub(super) later: Later,
    /// How many structures nobody has marked.
    machinery: usize,
}

impl Set {
    /// Sets the attributes that waited.
    fn settle(self, gathering: &mut Gathering) {
        if self.machinery > 0 {
            let told = words::machinery(self.machinery);
            gathering.at_path(
                "%FEATURE_STRUCTURES".to_owned(),
                Severity::Note,
                told,
                "",
                gathered::carried(),
            );
        }
        self.later.settle(gathering);
    }
}

/// The file of an article as it was read, if what it says is what the project says of it.
pub(super) fn unchanged(project: &Project, document: &Document) -> Option<String> {
    let source = document.source.as_ref().filter(|source| source.format == FORMAT)?;
    let raw = source.raw.as_ref()?;
    let mut gathering = Gathering::new(FORMAT, "");
    let mut set = Set::default();
    if !file(&raw.0, &source.file, &mut gathering, &mut set) {
        return None;
    }
    set.settle(&mut gathering);
    let read = gathering.project();
    let name = |label: &Label| label.name.clone();
    let [own] = &read.documents().collect::<Vec<_>>()[..] else { return None };
    let around = own.text == document.text && own.metadata == document.metadata;
    let same = around && content(&read, own, &name) == content(project, document, &name);
    same.then(|| format!("{}\n", raw.0))
}

/// Reads the texts of a file; `false`, and nothing read, if it is no CAS or has none.
fn file(json: &str, name: &str, gathering: &mut Gathering, set: &mut Set) -> bool {
    let Some(file) = CasFile::read(json) else { return false };
    let sofas: Vec<(&Found<'_>, String)> = file
        .all
        .iter()
        .filter(|found| found.kind == "uima.cas.Sofa")
        .filter_map(|found| Some((found, found.text("sofaString")?)))
        .collect();
    let alone = sofas.len() == 1;
    for (sofa, text) in &sofas {
        // A sign at the beginning that would be a byte order mark in a file is a part of this text.
        let Ok(decoded) = from_string(format!("\u{FEFF}{text}")) else {
            let found = words::unreadable().to_owned();
            gathering.at_path(path(sofa), Severity::LeftOut, found, files::whole_characters(), "");
            continue;
        };
        let folded = Folded::of(text);
        let title = plain::title(name);
        let mut new = NewDocument {
            id: None,
            text: decoded.text,
            line_ends: decoded.line_ends,
            media_type: "text/plain".to_owned(),
            metadata: Metadata::default(),
            status: DocumentStatus::New,
            source: Some(DocumentSource {
                format: FORMAT.to_owned(),
                file: plain::base(name).to_owned(),
                // A file of several texts is not that of one of them.
                raw: alone.then(|| raw(json).ok()).flatten(),
            }),
        };
        let own = |found: &&Found<'_>| found.sofa == Some(sofa.id) || alone && found.sofa.is_none();
        let found: Vec<&Found<'_>> = file.all.iter().filter(own).collect();
        let labels = around(&file, &found, &mut new);
        if new.metadata.title.is_empty() {
            new.metadata.title =
                if alone { title } else { format!("{title}, {}", sofa.text("sofaID").unwrap_or_default()) };
        }
        let text = new.text.clone();
        let known = new.id.clone();
        let document = gathering.document(new);
        known.into_iter().for_each(|id| set.later.know(id, &document));
        for label in labels {
            let label = gathering.label(&label, Kind::Other);
            gathering.label_document(&document, &label);
        }
        let mut article = Article { file: &file, gathering, set, document, text, folded, marks: Map::new() };
        article.read(&found);
    }
    for bad in &file.bad {
        let (expected, done) = (words::a_structure(), gathered::record_left_out());
        gathering.at_path(bad.clone(), Severity::LeftOut, words::no_structure().to_owned(), expected, done);
    }
    !sofas.is_empty()
}

/// How a structure is told in messages.
fn path(found: &Found<'_>) -> String {
    format!("{} {}", found.short(), found.id)
}

/// Takes over what is said around a text; gives the labels of the whole.
fn around(file: &CasFile<'_>, found: &[&Found<'_>], new: &mut NewDocument) -> Vec<String> {
    let mut labels = Vec::new();
    let own = &mut new.metadata;
    for found in found.iter().filter(|found| is_around(found)) {
        let text = |name: &str| found.text(name).unwrap_or_default();
        if found.kind == METADATA || found.kind == "uima.tcas.DocumentAnnotation" {
            new.id = found.text("documentId").or(new.id.take());
            own.title = found.text("documentTitle").unwrap_or(std::mem::take(&mut own.title));
            own.url = found.text("documentUri").unwrap_or(std::mem::take(&mut own.url));
            own.language = found.text("language").filter(|tag| tag != "x-unspecified").unwrap_or_default();
        } else if found.kind == ARTICLE {
            (own.outlet, own.published) = (text("outlet"), text("published"));
            (own.retrieved, own.license, own.split) = (text("retrieved"), text("license"), text("split"));
            let authors = found.target("@byline").and_then(|id| file.get(id)?.get("%ELEMENTS"));
            let authors = authors.map(|list| Vec::read(list, &mut Seen::default()));
            own.byline = authors.and_then(Result::ok).unwrap_or_default();
            let status =
                found.get("status").and_then(|json| DocumentStatus::read(json, &mut Seen::default()).ok());
            new.status = status.unwrap_or_default();
            let other = Json::new(&text("metadata")).ok().map(|json| Map::read(json, &mut Seen::default()));
            own.other.extend(other.and_then(Result::ok).unwrap_or_default());
        } else if found.kind == DOCUMENT_LABEL {
            labels.push(text("value"));
        } else {
            for (key, value) in found.features.iter().filter(|(key, _)| !key.starts_with(['@', '%'])) {
                if let Ok(raw) = raw(value.get()) {
                    own.other.insert(format!("{}.{key}", found.short()), raw);
                }
            }
        }
    }
    labels
}

/// Whether a structure speaks of the whole text.
fn is_around(found: &Found<'_>) -> bool {
    let whole = found.kind == METADATA || found.kind == "uima.tcas.DocumentAnnotation";
    whole || found.sofa.is_some() && found.place.is_none()
}

/// Where a text of which line ends were folded had the characters that went, in UTF-16 units.
struct Folded(Vec<u64>);

impl Folded {
    fn of(text: &str) -> Self {
        let units: Vec<u16> = text.encode_utf16().collect();
        let returns = units.windows(2).enumerate().filter(|(_, pair)| *pair == [13, 10]);
        Self(returns.map(|(at, _)| at as u64).collect())
    }

    fn without(&self, at: u64) -> u64 {
        at - self.0.partition_point(|own| *own < at) as u64
    }
}

/// An article on its way.
pub(super) struct Article<'a, 'f> {
    pub(super) file: &'a CasFile<'f>,
    pub(super) gathering: &'a mut Gathering,
    pub(super) set: &'a mut Set,
    pub(super) document: DocumentId,
    pub(super) text: Text,
    folded: Folded,
    /// Annotations by their numbers.
    pub(super) marks: Map<u64, AnnotationId>,
}

impl<'f> Article<'_, 'f> {
    fn read(&mut self, found: &[&Found<'f>]) {
        let machinery = |found: &Found<'_>| MACHINERY.iter().any(|package| found.kind.starts_with(package));
        let passed = found.iter().filter(|found| machinery(found)).count();
        self.set.machinery += passed;
        let stands = |found: &&&Found<'f>| found.place.is_some() && !is_around(found) && !machinery(found);
        let frame = |found: &Found<'_>| found.kind == Layer::Frame.name() || found.is_relation();
        let (relations, marks): (Vec<&Found<'f>>, Vec<&Found<'f>>) =
            found.iter().filter(stands).copied().partition(|found| frame(found));
        let parts: Vec<u64> =
            marks.iter().flat_map(|host| self.slots(host, "@parts")).map(|(_, id)| id).collect();
        let parts: sorted::Set<u64> = parts.into_iter().collect();
        let mut kept: Vec<(&Found<'f>, Annotation)> = Vec::new();
        for found in marks {
            let part = found.kind == PART && parts.contains(&found.id);
            if let Some(annotation) = (!part).then(|| self.mark(found)).flatten() {
                kept.push((found, annotation));
            }
        }
        let marks = kept.iter().map(|(found, annotation)| (found.id, annotation.id.clone()));
        self.marks = marks.collect();
        for (found, own) in &kept {
            found.text("id").into_iter().for_each(|id| self.set.later.know(id, &own.id));
        }
        for (found, annotation) in &mut kept {
            self.features(found, annotation);
        }
        let hosts: Vec<&Found<'f>> = kept.iter().map(|(found, _)| *found).collect();
        kept.into_iter().for_each(|(_, annotation)| self.gathering.keep(annotation));
        relations.into_iter().for_each(|found| self.relation(found));
        hosts.into_iter().for_each(|host| self.slots_of(host));
    }

    /// The span of a structure and of its parts.
    fn fragments(&mut self, found: &Found<'f>) -> Option<Fragments> {
        let others = self.slots(found, "@parts");
        let others = others.iter().filter_map(|(_, id)| self.file.get(*id)?.place);
        let places = Places::new(&self.text, OffsetUnit::Utf16);
        let mut spans = Vec::new();
        for (begin, end) in found.place.into_iter().chain(others) {
            match places.span(self.folded.without(begin), self.folded.without(end)) {
                Ok(span) => spans.push(span),
                Err(why) => {
                    let (said, done) = (why.found(begin, end), gathered::annotation_left_out());
                    self.gathering.at_path(path(found), Severity::LeftOut, said, gathered::inside(), done);
                    return None;
                }
            }
        }
        Fragments::join(spans)
    }

    fn mark(&mut self, found: &Found<'f>) -> Option<Annotation> {
        let fragments = self.fragments(found)?;
        let kind = match Layer::ALL.iter().find(|(_, name)| *name == found.kind) {
            Some((Layer::Entity, _)) => Kind::Entity,
            Some((Layer::Claim, _)) => Kind::Claim,
            _ => Kind::Other,
        };
        let named =
            ["value", "label"].iter().filter_map(|name| found.text(name)).find(|name| !name.is_empty());
        let label = named.unwrap_or_else(|| found.short().to_owned());
        let label = self.gathering.label(&label, kind);
        Some(self.gathering.annotation(&self.document, &label, fragments))
    }

    /// What stands in the slots of a feature, each with its role.
    pub(super) fn slots(&self, host: &Found<'f>, feature: &str) -> Vec<(String, u64)> {
        let list = host.target(feature).and_then(|list| self.file.get(list));
        let links = list.map(Found::elements).unwrap_or_default();
        let slot = |link: u64| {
            let link = self.file.get(link)?;
            Some((link.text("role").unwrap_or_default(), link.target("@target")?))
        };
        links.into_iter().filter_map(slot).collect()
    }
}
