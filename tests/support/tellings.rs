//! Projects of claims and statements, written as a text:
//!
//! ```text
//! entity mayor person Ilan Dorse
//! claim dead en floods At least 48 people died in the flood.
//! doc d1 en 2031-03-05 Harbour Post
//! dead | reports | @mayor | 48 people | 2031-03-04 | At least 48 died in [Marala|marala], {the mayor} said.
//! - A paragraph in which nothing is told, with [Marala|marala].
//! ```
//!
//! A line of a document is a paragraph. A statement tells a claim (`-` for none): stance, speaker (`@` and an entity, or
//! text), figure, time, words; each but the words may be empty. `[…|…]` is a mention and its entity, `{…}` the part that
//! the statement marks where it does not mark all.

use super::by_hand::by_hand;
use postil::model::{
    Annotation, AttributeId, AttributeValue, Claim, ClaimId, Document, DocumentId, Entity, EntityId, Figure,
    LabelId, Metadata, Person, PersonId, PersonKind, Project, ProjectId, Quantity, Reference, Speaker,
    Timestamp, When, news,
};
use postil::sorted::Map;
use postil::text::{Byte, LineEnds, Span, from_string};
use postil::wire;
use std::rc::Rc;

/// A paragraph, and what is marked in it, in bytes from its start.
struct Paragraph {
    text: String,
    mentions: Vec<(usize, usize, String)>,
    statement: Option<(usize, usize)>,
}

fn paragraph(words: &str) -> Paragraph {
    let mut made = Paragraph { text: String::new(), mentions: Vec::new(), statement: None };
    let (mut mention, mut marked, mut rest) = (0, 0, words);
    while let Some(at) = rest.find(['[', '|', '{', '}']) {
        made.text.push_str(&rest[..at]);
        let sign = &rest[at..at + 1];
        rest = &rest[at + 1..];
        match sign {
            "[" => mention = made.text.len(),
            "{" => marked = made.text.len(),
            "}" => made.statement = Some((marked, made.text.len())),
            _ => {
                let (entity, behind) = rest.split_once(']').expect("a mention ends");
                made.mentions.push((mention, made.text.len(), entity.to_owned()));
                rest = behind;
            }
        }
    }
    made.text.push_str(rest);
    made
}

/// A figure as it is typed; 1.400 and 1,400 are whole.
pub fn quantity(text: &str) -> Quantity {
    let whole = &mut |read| match read {
        Figure::Clear(number) => Some(number),
        Figure::Either { whole, .. } => Some(whole),
    };
    Quantity::parse(text, whole).expect(text)
}

pub fn annotation(document: &str, id: String, label: &str, start: usize, end: usize) -> Annotation {
    let spans = vec![Span::new(Byte(start as u32), Byte(end as u32))];
    by_hand(id, &DocumentId::new(document), LabelId::new(label), spans, &PersonId::new("p1"))
}

/// A project without documents.
pub fn empty() -> Project {
    let mut project = Project::new(ProjectId::new("p"), "Tellings".to_owned(), news(), Timestamp(0));
    let me = PersonId::new("p1");
    let person =
        Person { id: me.clone(), name: "Ana".into(), kind: PersonKind::Person, version: String::new() };
    project.people.insert(me, person);
    project
}

pub fn add_claim(project: &mut Project, id: &str, language: &str, topic: &str, text: &str) {
    let claim = Claim {
        language: language.to_owned(),
        topic: topic.to_owned(),
        ..Claim::new(ClaimId::new(id), text.to_owned())
    };
    project.claims.insert(claim.id.clone(), claim);
}

pub fn add_entity(project: &mut Project, id: &str, label: &str, name: &str) {
    let entity = Entity {
        id: EntityId::new(id),
        name: name.to_owned(),
        label: LabelId::new(label),
        aliases: Vec::new(),
        ids: Vec::new(),
        description: String::new(),
        note: String::new(),
    };
    project.entities.insert(entity.id.clone(), entity);
}

pub fn add_document(
    project: &mut Project,
    id: &str,
    language: &str,
    published: &str,
    outlet: &str,
    text: String,
) {
    let order = project.documents().len() as u32;
    let metadata = Metadata {
        outlet: outlet.to_owned(),
        language: language.to_owned(),
        published: published.to_owned(),
        ..Metadata::default()
    };
    let document = Document {
        id: DocumentId::new(id),
        order,
        text: from_string(text).expect("a text").text,
        line_ends: LineEnds::default(),
        media_type: "text/plain".to_owned(),
        metadata,
        status: Default::default(),
        labels: Vec::new(),
        source: None,
    };
    assert!(project.insert_document(Rc::new(document)), "{id} is there once");
}

pub fn add_annotation(project: &mut Project, annotation: Annotation) {
    let all = project.annotations_mut(&annotation.document.clone()).expect("its document is there");
    assert!(all.insert(Rc::new(annotation)), "its id is new");
}

/// Reads a project as it is written above.
pub fn project(source: &str) -> Project {
    let mut project = empty();
    let mut open: Option<(&str, String, Vec<Annotation>)> = None;
    let mut heads: Map<&str, (&str, &str, &str)> = Map::new();
    let mut numbers = 0..;
    let close =
        |project: &mut Project, open: Option<(&str, String, Vec<Annotation>)>, heads: &Map<&str, _>| {
            let Some((id, text, annotations)) = open else { return };
            let (language, published, outlet) = heads[id];
            add_document(project, id, language, published, outlet, text);
            annotations.into_iter().for_each(|annotation| add_annotation(project, annotation));
        };
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let words: Vec<&str> = line.splitn(5, ' ').collect();
        match words[..] {
            ["entity", id, label, ..] => {
                add_entity(&mut project, id, label, line.splitn(4, ' ').nth(3).expect(line));
            }
            ["claim", id, language, topic, text] => add_claim(&mut project, id, language, topic, text),
            ["doc", id, language, published, outlet] => {
                close(&mut project, open.take(), &heads);
                let published = if published == "-" { "" } else { published };
                heads.insert(id, (language, published, if outlet == "-" { "" } else { outlet }));
                open = Some((id, String::new(), Vec::new()));
            }
            _ => {
                let (id, text, annotations) = open.as_mut().expect("a document is open");
                if !text.is_empty() {
                    text.push('\n');
                }
                let at = text.len();
                let mut id_of = |kind: &str| format!("{kind}{}", numbers.next().expect("without end"));
                let (facts, words) = match line.strip_prefix("- ") {
                    Some(words) if !line.starts_with("- |") => (None, words),
                    _ => {
                        let mut parts = line.splitn(6, '|').map(str::trim);
                        let mut next = || parts.next().expect(line);
                        (Some([next(), next(), next(), next(), next()]), next())
                    }
                };
                let made = paragraph(words);
                for (start, end, entity) in &made.mentions {
                    let mut mention = annotation(id, id_of("m"), "person", at + start, at + end);
                    mention.refers_to = Some(Reference::Entity(EntityId::new(entity.as_str())));
                    annotations.push(mention);
                }
                if let Some([claim, stance, speaker, figure, time]) = facts {
                    let (start, end) = made.statement.unwrap_or((0, made.text.len()));
                    let mut statement = annotation(id, id_of("s"), "claim", at + start, at + end);
                    statement.refers_to = Some(claim)
                        .filter(|claim| *claim != "-")
                        .map(|claim| Reference::Claim(ClaimId::new(claim)));
                    let mut set =
                        |key: &str, value| statement.attributes.insert(AttributeId::new(key), value);
                    if !stance.is_empty() {
                        set("stance", AttributeValue::Text(stance.to_owned()));
                    }
                    if !speaker.is_empty() {
                        let speaker = match speaker.strip_prefix('@') {
                            Some(id) => Speaker::Entity(EntityId::new(id)),
                            None => Speaker::Text(speaker.to_owned()),
                        };
                        set("speakers", AttributeValue::Speakers(vec![speaker]));
                    }
                    if !figure.is_empty() {
                        set("quantity", AttributeValue::Json(wire::quantity_json(&quantity(figure))));
                    }
                    if !time.is_empty() {
                        let when = When { annotation: None, value: time.to_owned() };
                        set("time", AttributeValue::Json(wire::when_json(&when)));
                    }
                    annotations.push(statement);
                }
                text.push_str(&made.text);
            }
        }
    }
    close(&mut project, open, &heads);
    project
}
