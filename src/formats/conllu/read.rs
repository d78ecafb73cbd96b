//! Reading CoNLL-U: texts as the rows make them, mentions as the brackets have them.

use super::escapes::plain;
use super::head::SEVERAL;
use super::lines::{Lines, parse};
use super::mentions::{FIELDS, ReadMention, mentions, place};
use super::{LINK, OWN};
use crate::formats::bundle::Bundle;
use crate::formats::gathering::Gathering;
use crate::formats::naming::called;
use crate::formats::readers::Reader;
use crate::formats::{Issue, NewDocument, Place, Reading, Severity, content, plain as names};
use crate::model::{
    AttributeType, AttributeValue, Document, DocumentId, DocumentSource, DocumentStatus, ExternalId,
    Fragments, Kind, Label, Metadata, Nil, Project, RawJson, Reference,
};
use crate::text::{Byte, LineEnds, Span, Text};
use crate::wire;
use crate::wire::json::{Field, Json, Seen, key, text, to_string};
use crate::words::{conllu as words, files, gathered};
use std::collections::BTreeMap;

/// The word of the format.
const FORMAT: &str = "conll-u";
/// Fields that are no attributes: who, what, and what only a tree would make clear.
const STRUCTURE: [&str; 6] = ["etype", "entity", "head", "minspan", "other", "identity"];

/// Reads it.
pub(in crate::formats) struct ConlluReader;

impl Reader for ConlluReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        let start = entry.start();
        let first = start.lines().find(|line| !line.starts_with('#') && !line.is_empty());
        let is_row = |line: &str| {
            let columns: Vec<&str> = line.split('\t').collect();
            columns.len() == 10 && ["1", "0.1"].iter().any(|id| columns[0].starts_with(id))
        };
        entry.ends("conllu") || first.is_some_and(is_row)
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let entry = bundle.take(at);
        match entry.text.map(Ok).unwrap_or_else(|| str::from_utf8(&entry.bytes)) {
            Ok(file) => {
                let mut gathering = Gathering::new(FORMAT, &entry.name);
                if gather(file, names::base(&entry.name), &mut gathering, done).is_empty() {
                    let found = words::no_rows().to_owned();
                    gathering.at_line(
                        1,
                        Severity::Refused,
                        found,
                        words::ten_columns(),
                        &files::not_read(""),
                    );
                }
                gathering.finish(reading);
            }
            Err(_) => reading.issues.push(Issue {
                place: Place { file: entry.name.clone(), ..Place::default() },
                severity: Severity::Refused,
                found: words::no_utf8().to_owned(),
                expected: "UTF-8".to_owned(),
                done: files::not_read(""),
            }),
        }
    }
}

/// Puts the documents of a file with all that is marked in them among what is gathered.
fn gather(file: &str, name: &str, gathering: &mut Gathering, done: &mut dyn FnMut(u64)) -> Vec<DocumentId> {
    let (documents, fields) = parse(file);
    let fields = fields.unwrap_or(FIELDS);
    let mut ids = Vec::new();
    let mut clusters: BTreeMap<String, Cluster> = BTreeMap::new();
    for (n, own) in documents.iter().enumerate() {
        let Ok(text) = Text::new(own.text.as_str()) else { continue };
        let (mentions, strays) = mentions(&own.words, fields);
        say(own, gathering);
        for (line, bracket) in strays {
            let found = words::stray(bracket);
            gathering.at_line(line, Severity::LeftOut, found, words::pair(), gathered::annotation_left_out());
        }
        let id = document(own, name, file, n, text, gathering);
        for mention in &mentions {
            // GUM numbers the entities of each document anew.
            let cluster = match fields.split('-').any(|field| field == "GRP") {
                true => format!("{n}.{}", mention.entity),
                false => mention.entity.to_owned(),
            };
            take(own, mention, &id, clusters.entry(cluster).or_default(), gathering);
        }
        ids.push(id);
        done(own.raw.end as u64);
    }
    for (key, cluster) in clusters {
        cluster.refer(&key, gathering);
    }
    ids
}

/// Says what is wrong with the rows of a document.
fn say(own: &Lines<'_>, gathering: &mut Gathering) {
    for line in &own.bad {
        let found = words::no_row().to_owned();
        gathering.at_line(*line, Severity::LeftOut, found, words::ten_columns(), gathered::record_left_out());
    }
    for line in &own.other_texts {
        let found = words::other_text().to_owned();
        gathering.at_line(*line, Severity::Note, found, words::text_of_rows(), words::rows_taken());
    }
    if own.bridges {
        let found = words::bridges().to_owned();
        gathering.at_line(own.line, Severity::Note, found, "", gathered::carried());
    }
}

/// Takes a document in, without what is marked in it.
fn document(
    own: &Lines<'_>,
    name: &str,
    file: &str,
    n: usize,
    whole: Text,
    gathering: &mut Gathering,
) -> DocumentId {
    let mut metadata = Metadata::default();
    let mut status = DocumentStatus::New;
    let (mut id, mut labels) = (own.id.clone(), Vec::new());
    for &(key, value) in &own.meta {
        let several = || value.split(SEVERAL).map(str::to_owned).collect();
        let field = match key {
            "title" => &mut metadata.title,
            "outlet" => &mut metadata.outlet,
            "sourceURL" => &mut metadata.url,
            "language" => &mut metadata.language,
            "dateCreated" => &mut metadata.published,
            "dateCollected" => &mut metadata.retrieved,
            "license" => &mut metadata.license,
            "split" => &mut metadata.split,
            "author" => {
                metadata.byline = several();
                continue;
            }
            "labels" => {
                labels = several();
                continue;
            }
            "id" => {
                id = Some(value.to_owned());
                continue;
            }
            "languageGuessed" => {
                metadata.language_guessed = value == "true";
                continue;
            }
            "status" => {
                let word = to_string(&value.to_owned());
                let read = Json::new(&word).and_then(|json| DocumentStatus::read(json, &mut Seen::default()));
                status = read.unwrap_or_default();
                continue;
            }
            _ => {
                let text = || RawJson(to_string(&value.to_owned()).into());
                metadata.other.insert(key.to_owned(), wire::raw(value).unwrap_or_else(|_| text()));
                continue;
            }
        };
        value.clone_into(field);
    }
    if metadata.title.is_empty() {
        metadata.title = own.id.clone().unwrap_or_else(|| match n {
            0 => names::title(name),
            _ => format!("{} {}", names::title(name), n + 1),
        });
    }
    let mut raw = "{".to_owned();
    key(&mut raw, "lines");
    text(&mut raw, &file[own.raw.clone()]);
    raw.push('}');
    let id = gathering.document(NewDocument {
        id,
        text: whole,
        line_ends: LineEnds::default(),
        media_type: "text/plain".to_owned(),
        metadata,
        status,
        source: Some(DocumentSource {
            format: FORMAT.to_owned(),
            file: name.to_owned(),
            raw: Some(RawJson(raw.into())),
        }),
    });
    for label in labels {
        let label = gathering.label(&label, Kind::Other);
        gathering.label_document(&id, &label);
    }
    id
}

/// The mentions of one entity.
#[derive(Default)]
struct Cluster {
    mentions: Vec<(DocumentId, crate::model::AnnotationId)>,
    /// How the first of them reads.
    name: String,
    /// Its type: that of the first.
    kind: String,
    /// In a knowledge base.
    link: Option<String>,
}

/// Takes a mention in.
fn take(
    own: &Lines<'_>,
    mention: &ReadMention<'_>,
    document: &DocumentId,
    cluster: &mut Cluster,
    gathering: &mut Gathering,
) {
    let places = mention.pieces.iter().filter_map(|&piece| place(&own.words, piece));
    let spans: Vec<Span> =
        places.map(|place| Span::new(Byte(place.start as u32), Byte(place.end as u32))).collect();
    let name = spans.first().and_then(|span| own.text.get(span.start().index()..span.end().index()));
    let (Some(name), Some(fragments)) = (name.map(str::to_owned), Fragments::join(spans)) else {
        let found = words::unwritten(mention.entity);
        return gathering.at_line(mention.line, Severity::Note, found, "", gathered::carried());
    };
    let field = |wanted: &str| mention.fields.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
    let kind = field("etype").or(field("entity")).map_or_else(String::new, plain);
    let mut said: Vec<(String, Option<String>)> = Vec::new();
    for &(key, value) in mention.fields.iter().filter(|(key, _)| !STRUCTURE.contains(key)) {
        said.push((key.to_owned(), Some(plain(value))));
    }
    for own in field("other").unwrap_or_default().split(',').filter(|own| !own.is_empty()) {
        let (key, value) = own.split_once(':').map_or((own, None), |(key, value)| (key, Some(value)));
        said.push((plain(key), value.map(plain)));
    }
    if cluster.mentions.is_empty() {
        cluster.name = name;
        cluster.kind.clone_from(&kind);
    }
    let own_label = said.iter().find(|(key, _)| key == "label").and_then(|(_, value)| value.clone());
    let label = own_label.unwrap_or(if kind.is_empty() { cluster.kind.clone() } else { kind });
    let label = gathering.label(if label.is_empty() { words::UNTYPED } else { &label }, Kind::Entity);
    let mut annotation = gathering.annotation(document, &label, fragments);
    let mut link = field("identity").map(plain);
    for (key, value) in said {
        match (key.as_str(), value) {
            ("label", _) => {}
            // In GUM a field of that name says what kind of link it is.
            (LINK, Some(value)) if field(LINK).is_none() => link = Some(value),
            ("unsure", None) => annotation.unsure = true,
            ("note", Some(value)) => annotation.note = value,
            (name, value) => {
                let (kind, value) = match value {
                    Some(value) => (AttributeType::Text, AttributeValue::Text(value)),
                    None => (AttributeType::Flag, AttributeValue::Flag(true)),
                };
                let id = gathering.attribute(&label, name, kind, None);
                annotation.attributes.insert(id, value);
            }
        }
    }
    match link {
        Some(nil) if nil == "NIL" => annotation.refers_to = Some(Reference::Nil(Nil)),
        link => {
            cluster.link = cluster.link.take().or(link);
            cluster.mentions.push((document.clone(), annotation.id.clone()));
        }
    }
    gathering.keep(annotation);
}

impl Cluster {
    /// An entity of the registry for what is named twice, or known elsewhere; else a mention stands alone.
    fn refer(self, key: &str, gathering: &mut Gathering) {
        if self.mentions.len() < 2 && self.link.is_none() {
            return;
        }
        let kind = if self.kind.is_empty() { words::UNTYPED } else { &self.kind };
        let label = gathering.label(kind, Kind::Entity);
        let entity = gathering.entity(key, &self.name, &label);
        if let (Some(link), Some(entity)) = (self.link, gathering.entity_mut(&entity)) {
            let is_item = |id: &str| id.len() > 1 && id[1..].bytes().all(|byte| byte.is_ascii_digit());
            let (scheme, id) = match link.split_once(':') {
                Some((scheme, id)) => (scheme, id),
                None if link.starts_with('Q') && is_item(&link) => ("wikidata", link.as_str()),
                None => (LINK, link.as_str()),
            };
            if scheme != OWN {
                let (scheme, id) = (scheme.to_owned(), id.to_owned());
                entity.ids.push(ExternalId { scheme, id, url: String::new() });
            }
        }
        for (document, mention) in self.mentions {
            gathering
                .change(&document, &mention, |own| own.refers_to = Some(Reference::Entity(entity.clone())));
        }
    }
}

/// The lines of an article as they stood in its file.
fn lines_of(document: &Document) -> Option<String> {
    let source = document.source.as_ref().filter(|source| source.format == FORMAT)?;
    serde_json::from_str::<BTreeMap<String, String>>(&source.raw.as_ref()?.0).ok()?.remove("lines")
}

/// The file that the articles of a project came from, if they all came from one, and none was changed.
pub(super) fn unchanged(project: &Project) -> Option<String> {
    let lines: Option<Vec<String>> = project.documents().map(|document| lines_of(document)).collect();
    let lines = lines.filter(|lines| !lines.is_empty())?.concat();
    let mut gathering = Gathering::new(FORMAT, "");
    let ids = gather(&lines, "", &mut gathering, &mut |_| ());
    let said = gathering.project();
    let name = |label: &Label| called(label, FORMAT).to_owned();
    let same = |(id, document): (&DocumentId, &std::rc::Rc<Document>)| {
        said.document(id).is_some_and(|own| {
            own.text.sha256() == document.text.sha256()
                && content(&said, own, &name) == content(project, document, &name)
        })
    };
    let all = ids.len() == project.documents().len() && ids.iter().zip(project.documents()).all(same);
    all.then_some(lines)
}
