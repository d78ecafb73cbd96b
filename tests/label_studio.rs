//! Label Studio JSON: every task fits its configuration, and what is missing was counted.

use crate::support::{files, generate};
use postil::formats::{Reason, Written};
use postil::model::{Annotation, Project, Status};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn export(project: &Project) -> Written {
    files::export(project, "label-studio", &[])
}

/// The controls of a configuration: tag, whether they are of a region, and what may be chosen.
type Controls = BTreeMap<String, (String, bool, BTreeSet<String>)>;

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"').expect("an end");
    let plain = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    Some(plain)
}

fn config(xml: &str) -> (Controls, BTreeSet<String>) {
    let (mut controls, mut relations, mut open) = (Controls::new(), BTreeSet::new(), String::new());
    for tag in xml.split('<').skip(1) {
        assert!(tag.trim_end().ends_with('>'), "{tag}");
        if let Some(name) = attribute(tag, "name") {
            assert!(!name.is_empty());
            let kind = tag.split([' ', '>']).next().expect("a tag").to_lowercase();
            let per_region = attribute(tag, "perRegion").is_some();
            let before = controls.insert(name.clone(), (kind, per_region, BTreeSet::new()));
            assert_eq!(before, None, "{name} is there once");
            open = name;
        } else if let Some(value) = attribute(tag, "value") {
            assert!(!value.is_empty() && !value.starts_with('$'));
            let all = if tag.starts_with("Relation ") {
                &mut relations
            } else {
                &mut controls.get_mut(&open).expect("a control").2
            };
            assert!(all.insert(value), "{tag}");
        }
    }
    (controls, relations)
}

/// What stands in a result.
#[derive(Debug, Default)]
struct Read {
    /// Regions that mark, without those that are tied to one before.
    marks: usize,
    quotes: Vec<String>,
    attributes: usize,
    links: usize,
    notes: usize,
    unsure: usize,
    relations: usize,
    documents: usize,
}

/// Reads a result as Label Studio does; what does not fit the configuration is a fault.
fn read(result: &Value, text: &str, controls: &Controls, relations: &BTreeSet<String>, read: &mut Read) {
    let points: Vec<char> = text.chars().collect();
    let mut regions = BTreeMap::new();
    for one in result["result"].as_array().expect("a list") {
        let kind = one["type"].as_str().expect("a type");
        if kind == "relation" {
            for end in ["from_id", "to_id"] {
                assert!(regions.contains_key(one[end].as_str().expect("an id")), "{one}");
            }
            let label = one["labels"][0].as_str().expect("a label");
            assert!(relations.contains(label), "{label}");
            if label == "same-span" {
                read.marks -= 1;
            } else {
                read.relations += 1;
            }
            continue;
        }
        let id = one["id"].as_str().expect("an id").to_owned();
        let from = one["from_name"].as_str().expect("a control");
        let (tag, per_region, values) = &controls[from];
        assert_eq!(tag, kind, "{one}");
        assert!(controls.contains_key(one["to_name"].as_str().expect("a text")));
        let value = &one["value"];
        let place = value["start"].as_u64().zip(value["end"].as_u64()).map(|(a, b)| (a as usize, b as usize));
        for chosen in [&value["labels"], &value["choices"]].into_iter().filter_map(Value::as_array).flatten()
        {
            assert!(values.contains(chosen.as_str().expect("a text")), "{one}");
        }
        if kind == "labels" {
            let (start, end) = place.expect("a place");
            assert!(start < end && end <= points.len());
            let quote: String = points[start..end].iter().collect();
            assert_eq!(value["text"], quote.as_str());
            assert!(regions.insert(id, place).is_none(), "{one}");
            read.marks += 1;
            read.quotes.push(quote);
            read.notes += usize::from(one["meta"]["text"].is_array());
            continue;
        }
        match from {
            "document" => {
                assert!(place.is_none() && !regions.contains_key(&id) && !per_region);
                read.documents += value["choices"].as_array().map_or(0, Vec::len);
                continue;
            }
            "unsure" => read.unsure += 1,
            "entity" | "claim" => read.links += 1,
            _ => read.attributes += 1,
        }
        assert!(per_region);
        assert_eq!(regions[&id], place, "it is said of a region");
        if kind == "textarea" {
            assert!(value["text"].as_array().expect("a list").iter().all(Value::is_string));
        }
    }
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project);
    let lost = |reason| out.losses.count(reason);
    let [(tasks, json), (_, xml)] = &out.files[..] else { panic!("two files") };
    prop_assert_eq!(tasks, "tasks.json");
    let (controls, relations) = config(std::str::from_utf8(xml).expect("UTF-8"));
    let tasks: Vec<Value> = serde_json::from_slice(json).expect("a list");
    prop_assert_eq!(tasks.len(), project.documents().len());
    let mut found = [Read::default(), Read::default()];
    for (task, document) in tasks.iter().zip(project.documents()) {
        let text = task["data"]["text"].as_str().expect("a text");
        prop_assert_eq!(text, document.text.as_str());
        for (n, key) in ["annotations", "predictions"].into_iter().enumerate() {
            for own in task[key].as_array().expect("a list") {
                if let Some(score) = own["score"].as_f64() {
                    prop_assert!((0.0..=1.0).contains(&score));
                }
                read(own, text, &controls, &relations, &mut found[n]);
            }
        }
    }
    let (nameable, _) = files::nameable(project, |own| own.status != Status::Rejected);
    let all: Vec<&Annotation> = nameable.all_annotations().map(|own| &**own).collect();
    let of = |status: &[Status]| -> Vec<&&Annotation> {
        all.iter().filter(|own| status.contains(&own.status)).collect()
    };
    let written = [of(&[Status::Open, Status::Accepted]), of(&[Status::Suggested])];
    for (found, written) in found.iter().zip(&written) {
        prop_assert_eq!(found.marks, written.len());
        let mut quotes: Vec<&str> = Vec::new();
        for own in written {
            let document = project.document(&own.document).expect("its article");
            quotes.extend(own.fragments.spans().iter().map(|&span| document.text.slice(span)));
        }
        let mut said = found.quotes.clone();
        quotes.sort_unstable();
        said.sort_unstable();
        prop_assert_eq!(said, quotes);
        prop_assert_eq!(found.notes, written.iter().filter(|own| !own.note.is_empty()).count());
        prop_assert_eq!(found.unsure, written.iter().filter(|own| own.unsure).count());
        prop_assert_eq!(found.links, written.iter().filter(|own| own.refers_to.is_some()).count());
        prop_assert_eq!(found.attributes, written.iter().map(|own| own.attributes.len()).sum::<usize>());
    }
    prop_assert_eq!(lost(Reason::Rejected), of(&[Status::Rejected]).len());
    prop_assert_eq!(
        found.iter().map(|own| own.relations).sum::<usize>() + lost(Reason::Relations) + lost(Reason::Across),
        project.relations.len()
    );
    prop_assert_eq!(
        found[0].documents + lost(Reason::DocumentLabels),
        project.documents().map(|own| own.labels.len()).sum::<usize>()
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..6, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }
}
