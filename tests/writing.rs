//! Projects in other formats: what was written and what is said to be missing are together the project.

use crate::support::{files, generate};
use postil::formats::{
    FORMATS, Format, Losses, Options, PROJECT, REPORT, Reason, Written, outside, part,
    write::{packed, write},
};
use postil::model::{Annotation, Project, Reference, Status};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

fn options(format: &str, chosen: &[(&str, &str)]) -> Options {
    let chosen = chosen.iter().map(|(option, value)| ((*option).to_owned(), (*value).to_owned()));
    Options::new(Format::named(format).expect("a format"), chosen.collect())
}

fn written(project: &Project, options: &Options) -> Written {
    let mut out = Written::default();
    assert!(write(project, options, &mut out));
    out
}

/// What there is of a kind, by what it belongs to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Facts {
    annotations: BTreeSet<String>,
    /// Document, start, end and text of each fragment.
    fragments: Vec<(String, u64, u64, String)>,
    links: usize,
    notes: usize,
    unsure: usize,
    attributes: usize,
    relations: BTreeSet<String>,
    relation_attributes: usize,
    document_labels: Vec<String>,
    articles: BTreeMap<String, String>,
}

fn stands(annotation: &Annotation) -> bool {
    matches!(annotation.status, Status::Open | Status::Accepted)
}

impl Facts {
    /// Of the project, as far as a format of rows is meant to hold it.
    fn of(project: &Project) -> Self {
        let mut facts = Self::default();
        for document in project.documents() {
            let own = project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
            for annotation in own.filter(|annotation| stands(annotation)) {
                facts.annotations.insert(annotation.id.to_string());
                for &span in annotation.fragments.spans() {
                    let (start, end) = document.text.code_points(span);
                    let quote = document.text.slice(span).to_owned();
                    facts.fragments.push((document.id.to_string(), start.0.into(), end.0.into(), quote));
                }
                facts.links += usize::from(annotation.refers_to.is_some());
                facts.notes += usize::from(!annotation.note.is_empty());
                facts.unsure += usize::from(annotation.unsure);
                facts.attributes += annotation.attributes.len();
            }
            facts.articles.insert(document.id.to_string(), document.text.as_str().to_owned());
            let labels = document.labels.iter().filter_map(|own| project.schema.label(&own.label));
            facts.document_labels.extend(labels.map(|label| label.name.clone()));
        }
        for relation in project.relations.values() {
            facts.relations.insert(relation.id.to_string());
            facts.relation_attributes += relation.attributes.len();
        }
        facts
    }

    fn of_json_lines(file: &[u8]) -> Self {
        let mut facts = Self::default();
        let none = Vec::new();
        let keys = |of: &Value| of["attributes"].as_object().map_or(0, |all| all.len());
        for line in std::str::from_utf8(file).expect("UTF-8").lines() {
            let row: Value = serde_json::from_str(line).expect("JSON");
            let list = |key: &str| row[key].as_array().unwrap_or(&none).clone();
            let text = |of: &Value| of.as_str().expect("a text").to_owned();
            for mark in list("annotations") {
                facts.annotations.insert(text(&mark["id"]));
                for fragment in mark["fragments"].as_array().expect("fragments") {
                    let at = |key: &str| fragment[key].as_u64().expect("an offset");
                    let quote = text(&fragment["quote"]);
                    facts.fragments.push((text(&row["id"]), at("start"), at("end"), quote));
                }
                facts.links +=
                    ["entity", "claim", "nil"].iter().filter(|key| mark.get(key).is_some()).count();
                facts.notes += usize::from(mark.get("note").is_some());
                facts.unsure += usize::from(mark["unsure"] == true);
                facts.attributes += keys(&mark);
            }
            for relation in list("relations") {
                facts.relations.insert(text(&relation["id"]));
                facts.relation_attributes += keys(&relation);
            }
            facts.document_labels.extend(list("labels").iter().map(text));
            facts.articles.insert(text(&row["id"]), text(&row["text"]));
        }
        facts
    }

    fn of_tables(files: &[(String, Vec<u8>)], separator: u8) -> Self {
        let mut facts = Self::default();
        for (name, bytes) in files {
            // Rows of another length are refused.
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(&bytes[..]);
            let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
            let all: BTreeSet<&String> = header.iter().collect();
            assert_eq!(all.len(), header.len(), "each column once: {header:?}");
            let at = |name: &str| header.iter().position(|own| own == name).expect("a column");
            for row in reader.records().map(|row| row.expect("a whole row")) {
                let cell = |name: &str| row[at(name)].to_owned();
                match name.split('.').next().expect("a name") {
                    "spans" => {
                        let number = |name: &str| cell(name).parse().expect("a number");
                        let fragment = (cell("doc_id"), number("start"), number("end"), cell("text"));
                        facts.fragments.push(fragment);
                        assert_eq!(cell("offset_unit"), "codepoint");
                        if cell("fragment") != "1" {
                            continue;
                        }
                        facts.annotations.insert(cell("ann_id"));
                        let linked = [cell("entity_id"), cell("claim_id")].iter().any(|id| !id.is_empty());
                        facts.links += usize::from(linked || cell("kb_id") == "NIL");
                        facts.notes += usize::from(!cell("note").is_empty());
                        facts.unsure += usize::from(cell("unsure") == "true");
                        let own = header.iter().filter(|name| name.starts_with("attr:"));
                        facts.attributes += own.filter(|name| !cell(name).is_empty()).count();
                    }
                    "documents" => {
                        let labels = cell("labels");
                        let labels = labels.split(" ; ").filter(|label| !label.is_empty());
                        facts.document_labels.extend(labels.map(str::to_owned));
                        facts.articles.insert(cell("doc_id"), cell("text"));
                    }
                    _ => {
                        facts.relations.insert(cell("rel_id"));
                    }
                }
            }
        }
        facts
    }
}

/// Holds what was read back against the project and what is said to be missing.
fn holds(project: &Project, read: &Facts, losses: &Losses) -> Result<(), TestCaseError> {
    let facts = Facts::of(project);
    let lost = |reason| losses.count(reason);
    let with = |status| project.all_annotations().filter(|own| own.status == status).count();
    prop_assert_eq!(lost(Reason::Suggested), with(Status::Suggested));
    prop_assert_eq!(lost(Reason::Rejected), with(Status::Rejected));
    prop_assert_eq!(&read.annotations, &facts.annotations);
    prop_assert_eq!(&read.fragments, &facts.fragments);
    prop_assert_eq!(&read.articles, &facts.articles);
    prop_assert_eq!(facts.links - read.links, lost(Reason::Links));
    prop_assert_eq!(facts.notes - read.notes, lost(Reason::Notes));
    prop_assert_eq!(facts.unsure - read.unsure, lost(Reason::Unsure));
    let gone = facts.relations.len() - read.relations.len();
    prop_assert_eq!(gone, lost(Reason::Relations) + lost(Reason::Across));
    prop_assert!(read.relations.is_subset(&facts.relations));
    let written = project.relations.values().filter(|own| read.relations.contains(own.id.as_str()));
    let of_relations: usize = written.map(|own| own.attributes.len()).sum();
    let attributes = facts.attributes + of_relations - read.attributes - read.relation_attributes;
    prop_assert_eq!(attributes, lost(Reason::Attributes));
    let labels: usize = project.documents().map(|document| document.labels.len()).sum();
    prop_assert_eq!(labels - read.document_labels.len(), lost(Reason::DocumentLabels));
    prop_assert_eq!(project.entities.len(), lost(Reason::Entities));
    prop_assert_eq!(project.claims.len(), lost(Reason::Claims));
    Ok(())
}

/// Empty texts are no values in a table.
fn without_empty_values(mut project: Project) -> Project {
    let ids: Vec<_> = project.documents().map(|document| document.id.clone()).collect();
    for id in ids {
        let Some(all) = project.annotations_mut(&id) else { continue };
        let marks: Vec<_> = all.iter().map(|annotation| annotation.id.clone()).collect();
        for mark in marks {
            all.change(&mark, |annotation| {
                let values = std::mem::take(&mut annotation.attributes);
                let empty =
                    |value: &_| matches!(value, postil::model::AttributeValue::Text(text) if text.is_empty());
                annotation.attributes = (&values)
                    .into_iter()
                    .filter(|(_, value)| !empty(*value))
                    .map(|(k, v)| (k.clone(), v.clone()))
                    .collect();
            });
        }
    }
    project
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn json_lines_hold_all_but_what_is_said(size in 0usize..6, seed in any::<u64>()) {
        // A value that names what is not written goes in part: `json_lines.rs` counts those.
        let (project, _) = files::nameable(&generate::project(size, seed), stands);
        let out = written(&project, &options("json-lines", &[]));
        holds(&project, &Facts::of_json_lines(&out.files[0].1), &out.losses)?;
    }

    #[test]
    fn tables_hold_all_but_what_is_said(size in 0usize..6, seed in any::<u64>(), tabs in any::<bool>()) {
        let project = without_empty_values(generate::project(size, seed));
        let out = written(&project, &options(if tabs { "tsv" } else { "csv" }, &[]));
        holds(&project, &Facts::of_tables(&out.files, if tabs { b'\t' } else { b',' }), &out.losses)?;
    }

    /// No cell is a formula, and those that were changed are counted.
    #[test]
    fn spreadsheets_get_no_formula(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let plain = written(&project, &options("csv", &[]));
        let out = written(&project, &options("csv", &[("for", "spreadsheets")]));
        let mut changed = 0;
        for ((_, before), (_, bytes)) in plain.files.iter().zip(&out.files) {
            let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
            let cells = |bytes| csv::ReaderBuilder::new().has_headers(false).from_reader(bytes).into_records();
            for (before, after) in cells(&before[..]).zip(cells(text)) {
                for (before, after) in before.expect("a row").iter().zip(after.expect("a row").iter()) {
                    let number = after.parse::<f64>().is_ok();
                    prop_assert!(number || !after.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{after}");
                    changed += usize::from(before != after);
                }
            }
        }
        prop_assert_eq!(changed, out.losses.count(Reason::Defused));
    }

    /// Twice the same bytes, in every format; a zip can be opened, and its report says what was counted.
    #[test]
    fn what_is_made_is_made_again(size in 0usize..4, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        for format in FORMATS.iter().filter(|format| format.writes && format.word != PROJECT.word) {
            let options = options(format.word, &[]);
            let make = || packed(&project, &options).expect("a file");
            let (made, bytes) = make();
            prop_assert_eq!((&made, &bytes), (&make().0, &make().1));
            prop_assert_eq!(made.size, bytes.len() as u64);
            let written = written(&project, &options).files;
            if made.files.is_empty() {
                prop_assert_eq!(&written[0].1, &bytes);
                continue;
            }
            let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
            let names: Vec<String> = (0..zip.len()).map(|n| zip.by_index(n).expect("a file").name().expect("a name").into_owned()).collect();
            prop_assert_eq!(&names, &made.files);
            for (name, expected) in &written {
                let mut content = Vec::new();
                zip.by_name(name).expect("a file").read_to_end(&mut content).expect("its bytes");
                prop_assert_eq!(&content, expected, "{}", name);
            }
            let mut report = String::new();
            zip.by_name(REPORT).expect("the report").read_to_string(&mut report).expect("UTF-8");
            let report: Value = serde_json::from_str(&report).expect("JSON");
            prop_assert_eq!(report["format"].as_str(), Some(format.word));
            let lost = report["lost"].as_object().expect("an object");
            prop_assert_eq!(lost.len(), made.losses.iter().count());
            for (reason, count) in made.losses.iter() {
                prop_assert_eq!(lost[reason.word()].as_u64(), Some(count as u64));
            }
        }
    }
}

/// What is linked stands in the columns that say so.
#[test]
fn a_table_says_what_a_mention_is_linked_to() {
    let project = include_bytes!("../static/example.json");
    let project = postil::wire::project::read(project).expect("the example").value;
    let out = written(&project, &options("csv", &[]));
    let mut reader = csv::Reader::from_reader(&out.files[0].1[..]);
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|own| own == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    for (column, of) in [("entity_id", "entity"), ("claim_id", "claim")] {
        let linked: Vec<_> = rows.iter().filter(|row| !row[at(column)].is_empty()).collect();
        assert!(!linked.is_empty(), "{column}");
        assert!(linked.iter().all(|row| &row[at("layer")] == of), "{column}");
    }
    let expected = project.all_annotations().filter(|own| stands(own));
    let expected = expected.filter(|own| matches!(own.refers_to, Some(Reference::Entity(_)))).count();
    let found =
        rows.iter().filter(|row| !row[at("entity_id")].is_empty() && &row[at("fragment")] == "1").count();
    assert_eq!(found, expected);
}

/// What a choice of articles tears apart is counted; what goes with its articles is not.
#[test]
fn what_names_an_article_that_is_not_chosen_is_counted() {
    let mut torn = 0;
    for seed in 0..60 {
        let project = generate::project(4, seed);
        let all: Vec<_> = project.documents().map(|document| document.id.clone()).collect();
        assert_eq!(outside(&project, &part(&project, &all)), 0, "nothing is missing of all");
        assert_eq!(outside(&project, &part(&project, &[])), 0, "and nothing of nothing");
        for id in &all {
            let part = part(&project, std::slice::from_ref(id));
            let own: Vec<_> = part.all_annotations().map(|annotation| annotation.id.to_string()).collect();
            let begins =
                |end: &postil::model::Argument| own.contains(&end.target) || end.target == id.as_str();
            let gone = project.relations.iter().filter(|(id, _)| !part.relations.contains_key(*id));
            let gone = gone.filter(|(_, relation)| relation.arguments.iter().any(begins)).count();
            assert!(outside(&project, &part) >= gone);
            torn += gone;
        }
    }
    assert!(torn > 0, "some relations go from article to article");
}
