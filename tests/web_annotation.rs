//! W3C Web Annotation: every selector finds its words, and what is missing was counted.

use crate::support::{files, generate};
use postil::formats::{Reason, Written};
use postil::model::{Annotation, Project, Status};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn export(project: &Project, files: &str) -> Written {
    files::export(project, "web-annotation", &[("files", files)])
}

/// All annotations of all pages, and the texts by file.
fn read(out: &Written) -> (Vec<Value>, BTreeMap<String, String>) {
    let (mut items, mut texts, mut pages) = (Vec::new(), BTreeMap::new(), Vec::new());
    let mut collection = Value::Null;
    for (name, bytes) in &out.files {
        if name.ends_with(".txt") {
            texts.insert(name.clone(), String::from_utf8(bytes.clone()).expect("UTF-8"));
            continue;
        }
        let json: Value = serde_json::from_slice(bytes).expect("JSON");
        assert_eq!(json["@context"], "http://www.w3.org/ns/anno.jsonld");
        match json["type"].as_str() {
            Some("AnnotationPage") => pages.push(json),
            Some("AnnotationCollection") => collection = json,
            other => panic!("{other:?}"),
        }
    }
    if collection["first"].is_object() {
        pages.push(collection["first"].clone());
    }
    for (n, page) in pages.iter().enumerate() {
        assert_eq!(page["startIndex"], items.len());
        assert_eq!(page["next"], pages.get(n + 1).map_or(Value::Null, |next| next["id"].clone()));
        items.extend(page["items"].as_array().expect("a list").iter().cloned());
    }
    assert_eq!(collection["total"], items.len());
    (items, texts)
}

fn decoded(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let [first, behind @ ..] = rest {
        if *first == b'%' {
            let hex = std::str::from_utf8(&behind[..2]).expect("digits");
            bytes.push(u8::from_str_radix(hex, 16).expect("digits"));
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(all) => all.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

fn check(project: &Project, files: &str) -> Result<(), TestCaseError> {
    let out = export(project, files);
    let lost = |reason| out.losses.count(reason);
    let (items, texts) = read(&out);
    prop_assert_eq!(texts.len(), project.documents().len());
    let ids: BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().expect("an id")).collect();
    prop_assert_eq!(ids.len(), items.len(), "no two have one id");
    let (mut quotes, mut relations, mut described, mut labels) = (Vec::new(), 0, 0, 0);
    let mut bodies: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &items {
        prop_assert_eq!(&item["type"], "Annotation");
        let of = item["id"].as_str().expect("an id").split(':').nth(3).expect("a kind");
        for target in list(&item["target"]) {
            let file = decoded(target["state"]["cached"].as_str().unwrap_or_default());
            let Some([position, quote]) = target["selector"].as_array().map(Vec::as_slice) else { continue };
            let points: Vec<char> = texts[&file].chars().collect();
            let at = |key: &str| position[key].as_u64().expect("a number") as usize;
            let text = |slice: &[char]| slice.iter().collect::<String>();
            let exact = quote["exact"].as_str().expect("a text");
            prop_assert_eq!(&text(&points[at("start")..at("end")]), exact);
            prop_assert!(
                text(&points[..at("start")]).ends_with(quote["prefix"].as_str().unwrap_or_default())
            );
            prop_assert!(
                text(&points[at("end")..]).starts_with(quote["suffix"].as_str().unwrap_or_default())
            );
            quotes.push(exact.to_owned());
        }
        match of {
            "document" => described += 1,
            "document-label" => labels += 1,
            "relation" => {
                relations += 1;
                prop_assert!(list(&item["body"]).len() >= 2 && item["target"]["source"].is_string());
            }
            _ => {
                for body in list(&item["body"]) {
                    *bodies.entry(body["purpose"].as_str().expect("a purpose")).or_default() += 1;
                }
            }
        }
    }
    let stands = |own: &&std::rc::Rc<Annotation>| matches!(own.status, Status::Open | Status::Accepted);
    let (nameable, _) = files::nameable(project, |own| matches!(own.status, Status::Open | Status::Accepted));
    let standing: Vec<_> = nameable.all_annotations().filter(stands).collect();
    let mut expected: Vec<String> = Vec::new();
    for own in &standing {
        let document = project.document(&own.document).expect("its article");
        expected.extend(own.fragments.spans().iter().map(|&span| document.text.slice(span).to_owned()));
    }
    quotes.sort_unstable();
    expected.sort_unstable();
    prop_assert_eq!(quotes, expected);
    prop_assert_eq!(described, project.documents().len());
    let count = |purpose| bodies.get(purpose).copied().unwrap_or(0);
    prop_assert_eq!(count("classifying"), standing.len());
    prop_assert_eq!(count("commenting"), standing.iter().filter(|own| !own.note.is_empty()).count());
    prop_assert_eq!(count("describing"), standing.iter().map(|own| own.attributes.len()).sum::<usize>());
    let unsure = standing.iter().filter(|own| own.unsure).count();
    let accepted = standing.iter().filter(|own| own.status == Status::Accepted).count();
    prop_assert_eq!(count("assessing"), unsure + accepted);
    prop_assert_eq!(relations + lost(Reason::Relations), project.relations.len());
    let given: usize = project.documents().map(|own| own.labels.len()).sum();
    prop_assert_eq!(labels + lost(Reason::DocumentLabels), given);
    prop_assert_eq!(
        project.all_annotations().count() - standing.len(),
        lost(Reason::Suggested) + lost(Reason::Rejected)
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        check(&project, "each")?;
        check(&project, "one")?;
    }
}
