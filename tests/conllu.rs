//! CoNLL-U with entities: what is written reads as the readers of CorefUD read it, and what is missing was counted.

use crate::support::columns::is_written;
use crate::support::hard::hard;
use crate::support::{files, generate};
use postil::formats::{Reason, Written};
use postil::model::{Annotation, Kind, Project, Reference};
use postil::text::{Span, is_unseen, trimmed};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn export(project: &Project, ids: &str) -> Written {
    files::export(project, "conll-u", &[("ids", ids)])
}

/// A mention as it was read: entity, type and what else, quotes of its fragments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    entity: String,
    kind: String,
    other: BTreeMap<String, String>,
    pieces: Vec<(usize, usize)>,
}

#[derive(Debug, Default)]
struct Article {
    id: String,
    text: String,
    meta: BTreeMap<String, String>,
    mentions: Vec<Mention>,
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, behind @ ..] = rest {
        (bytes, rest) = match (first, behind) {
            (b'%', [high, low, behind @ ..]) => {
                let hex = std::str::from_utf8(&[*high, *low]).expect("digits").to_owned();
                bytes.push(u8::from_str_radix(&hex, 16).expect("hexadecimal"));
                (bytes, behind)
            }
            (byte, behind) => {
                bytes.push(*byte);
                (bytes, behind)
            }
        };
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn spaces(value: &str) -> String {
    let json = value.replace("\\s", " ").replace("\\p", "|");
    serde_json::from_str(&format!("\"{json}\"")).expect("escapes")
}

/// The chunks of `Entity`, as udapi parts them.
fn chunks(value: &str) -> Vec<&str> {
    let mut chunks = Vec::new();
    let mut rest = value;
    while !rest.is_empty() {
        let inner = rest.strip_prefix('(').unwrap_or(rest);
        let end = inner.find(['(', ')']).unwrap_or(inner.len());
        let closed = usize::from(inner[end..].starts_with(')'));
        let length = rest.len() - inner.len() + end + closed;
        chunks.push(&rest[..length]);
        rest = &rest[length..];
    }
    chunks
}

/// Reads as conllu and udapi do: whatever is wrong is refused.
fn read(file: &str) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    // Open mentions by entity, each with its place among all; fragments that wait for the next one.
    let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut waiting: BTreeMap<String, usize> = BTreeMap::new();
    let mut sent_ids = std::collections::BTreeSet::new();
    for (n, sentence) in file.split_terminator("\n\n").enumerate() {
        let (mut rows, mut plain, mut said) = (0, String::new(), String::new());
        for line in sentence.split('\n') {
            // A control character may stand in a token, where nobody takes it for the end of a line.
            let odd = |c: char| c.is_control() && !(c == '\t' || c == '\u{1}' && !line.starts_with('#'));
            assert!(!line.contains(|c| odd(c) || matches!(c, '\u{2028}' | '\u{2029}')), "{line:?}");
            assert_eq!(line.trim(), line);
            if let Some(comment) = line.strip_prefix("# ") {
                assert_eq!(rows, 0, "comments stand before rows");
                let (key, value) = comment.split_once(" = ").unwrap_or((comment, ""));
                match key {
                    "newdoc id" => articles.push(Article { id: value.to_owned(), ..Article::default() }),
                    "global.Entity" => assert_eq!((n, value), (0, "eid-etype-head-other")),
                    "newpar" => {}
                    "sent_id" => assert!(sent_ids.insert(value.to_owned()) && !value.contains([' ', '/'])),
                    "text" => said = value.to_owned(),
                    key => {
                        let key = key.strip_prefix("meta::").expect("nothing else").to_owned();
                        let article = articles.last_mut().expect("a document");
                        assert!(!value.is_empty() && article.meta.insert(key, value.to_owned()).is_none());
                    }
                }
                continue;
            }
            let article = articles.last_mut().expect("a document");
            let columns: Vec<&str> = line.split('\t').collect();
            rows += 1;
            let [id, form, .., misc] = columns[..] else { panic!("{line}") };
            assert_eq!((columns.len(), id), (10, &*rows.to_string()));
            assert!([2, 3, 4, 5, 8].iter().all(|&column| columns[column] == "_") && !form.is_empty());
            assert_eq!(&columns[6..8], if rows == 1 { &["0", "root"] } else { &["1", "dep"] });
            let misc: BTreeMap<&str, &str> = if misc == "_" {
                BTreeMap::new()
            } else {
                misc.split('|').filter_map(|one| one.split_once('=')).collect()
            };
            if let Some(before) = misc.get("SpacesBefore") {
                article.text.push_str(&spaces(before));
            }
            let start = article.text.len();
            article.text.push_str(form);
            plain.push_str(form);
            let end = article.text.len();
            for chunk in misc.get("Entity").map(|value| chunks(value)).unwrap_or_default() {
                let (opens, closes) = (chunk.starts_with('('), chunk.ends_with(')'));
                let inner = chunk.trim_matches(['(', ')']);
                let mut fields = inner.splitn(4, '-');
                let name = fields.next().expect("an id");
                let (entity, part) = match name.split_once('[') {
                    Some((entity, part)) => {
                        (entity, part.strip_suffix(']').expect("a bracket").split_once('/'))
                    }
                    None => (name, None),
                };
                if opens {
                    let kind = decoded(fields.next().expect("a type"));
                    assert_eq!(fields.next(), Some("1"));
                    let other = fields.next().map(|own| {
                        assert!(!own.contains('-'), "{own}");
                        let pair = |own: &str| own.split_once(':').map(|(a, b)| (decoded(a), decoded(b)));
                        own.split(',').map(|own| pair(own).unwrap_or((decoded(own), String::new()))).collect()
                    });
                    let number = match part {
                        Some((part, _)) if part != "1" => waiting[entity],
                        _ => {
                            article.mentions.push(Mention {
                                entity: entity.to_owned(),
                                kind: kind.clone(),
                                other: other.clone().unwrap_or_default(),
                                pieces: Vec::new(),
                            });
                            article.mentions.len() - 1
                        }
                    };
                    let mention = &mut article.mentions[number];
                    assert_eq!((&mention.kind, &mention.other), (&kind, &other.unwrap_or_default()));
                    mention.pieces.push((start, 0));
                    if let Some((part, count)) = part {
                        assert_eq!(part, mention.pieces.len().to_string());
                        match part == count {
                            true => waiting.remove(entity),
                            false => waiting.insert(entity.to_owned(), number),
                        };
                    }
                    open.entry(name.to_owned()).or_default().push(number);
                }
                if closes {
                    let number = open.get_mut(name).and_then(Vec::pop).expect("an open bracket");
                    let mention = &mut article.mentions[number];
                    mention.pieces.last_mut().expect("a fragment").1 = end;
                }
            }
            let behind = match (misc.get("SpaceAfter"), misc.get("SpacesAfter")) {
                (Some(&"No"), None) => String::new(),
                (None, Some(value)) => spaces(value),
                (None, None) => " ".to_owned(),
                _ => panic!("{line}"),
            };
            article.text.push_str(&behind);
        }
        assert!(
            rows > 0 && open.values().all(Vec::is_empty) && waiting.is_empty(),
            "mentions end in a sentence"
        );
        assert_eq!(visible(&said), visible(&plain));
    }
    articles
}

/// Without what may be shown as a blank in a comment.
fn visible(text: &str) -> String {
    text.chars().filter(|&c| !c.is_control() && !is_unseen(c)).collect()
}

/// The fragments of an annotation as far as they can be seen.
fn seen(project: &Project, annotation: &Annotation) -> Vec<Span> {
    let text = &project.document(&annotation.document).expect("its article").text;
    annotation.fragments.spans().iter().filter_map(|&span| trimmed(text, span)).collect()
}

fn check(project: &Project, ids: &str) -> Result<(), TestCaseError> {
    let out = export(project, ids);
    prop_assert_eq!(out.files.len(), 1);
    let lost = |reason| out.losses.count(reason);
    let file = String::from_utf8(out.files[0].1.clone()).expect("UTF-8");
    let articles = read(&file);
    let texts: Vec<&str> = project
        .documents()
        .map(|own| own.text.as_str())
        .filter(|text| !text.chars().all(is_unseen))
        .collect();
    prop_assert_eq!(articles.iter().map(|own| own.text.as_str()).collect::<Vec<_>>(), texts.clone());
    prop_assert_eq!(lost(Reason::Articles), project.documents().len() - texts.len());
    prop_assert!(articles.iter().all(|own| !own.id.is_empty() && own.meta.contains_key("status")));
    let standing: Vec<&Annotation> =
        project.all_annotations().map(|own| &**own).filter(|own| is_written(own)).collect();
    let marks =
        |own: &&&Annotation| project.schema.label(&own.label).is_some_and(|label| label.kind == Kind::Entity);
    let entities: Vec<&Annotation> = standing.iter().filter(marks).copied().collect();
    prop_assert_eq!(lost(Reason::Kinds), standing.len() - entities.len());
    let written: Vec<&Annotation> =
        entities.iter().filter(|own| !seen(project, own).is_empty()).copied().collect();
    prop_assert_eq!(lost(Reason::Blank), entities.len() - written.len());
    // Each mention by its first and last place, since touching fragments are joined.
    let mut found: Vec<(usize, usize)> = Vec::new();
    for own in articles.iter().flat_map(|own| &own.mentions) {
        found.push((own.pieces[0].0, own.pieces[own.pieces.len() - 1].1));
    }
    let mut expected: Vec<(usize, usize)> = Vec::new();
    for own in &written {
        let seen = seen(project, own);
        expected.push((seen[0].start().index(), seen[seen.len() - 1].end().index()));
    }
    found.sort();
    expected.sort();
    prop_assert_eq!(found, expected);
    let fragments: usize = articles.iter().flat_map(|own| &own.mentions).map(|own| own.pieces.len()).sum();
    let all: usize = written.iter().map(|own| seen(project, own).len()).sum();
    prop_assert!(fragments <= all && all - fragments <= 2 * lost(Reason::Joined));
    let trimmed = |own: &&&Annotation| seen(project, own) != own.fragments.spans();
    prop_assert_eq!(lost(Reason::Trimmed), written.iter().filter(trimmed).count());
    // Mentions of one entity have one id, all but those that are counted.
    let all = || articles.iter().flat_map(|own| &own.mentions);
    let has = |key: &str| all().filter(|own| own.other.contains_key(key)).count();
    prop_assert_eq!(has("note"), written.iter().filter(|own| !own.note.is_empty()).count());
    prop_assert_eq!(has("unsure"), written.iter().filter(|own| own.unsure).count());
    let own_keys = ["note", "unsure", "link", "label"];
    let attributes: usize =
        all().map(|own| own.other.keys().filter(|key| !own_keys.contains(&key.as_str())).count()).sum();
    let had: usize = written.iter().map(|own| own.attributes.len()).sum();
    prop_assert_eq!(attributes + lost(Reason::Attributes), had);
    let clusters: std::collections::BTreeSet<&str> = all().map(|own| own.entity.as_str()).collect();
    let linked = written.iter().filter_map(|own| match &own.refers_to {
        Some(Reference::Entity(id)) => Some(id.to_string()),
        _ => None,
    });
    let linked: Vec<String> = linked.collect();
    let distinct: std::collections::BTreeSet<&String> = linked.iter().collect();
    let told = written.iter().filter(|own| matches!(own.refers_to, Some(Reference::Claim(_)))).count();
    let singles = written.len() - linked.len();
    prop_assert_eq!(clusters.len(), singles + distinct.len() + lost(Reason::Links) - told);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..7, seed in any::<u64>(), article in any::<bool>()) {
        check(&generate::project(size, seed), if article { "article" } else { "project" })?;
    }
}

#[test]
fn the_example_and_hard_cases_keep_their_entities() {
    let example =
        postil::wire::project::read(include_bytes!("../static/example.json")).expect("the example").value;
    for project in [example, hard()] {
        check(&project, "project").expect("all is counted");
        check(&project, "article").expect("all is counted");
    }
}

#[test]
fn a_sentence_as_it_is_written() {
    let file = export(&hard(), "project").files.remove(0).1;
    let file = String::from_utf8(file).expect("UTF-8");
    let expected = "\
# newdoc id = d0
# global.Entity = eid-etype-head-other
";
    assert!(file.starts_with(expected), "{file}");
}
