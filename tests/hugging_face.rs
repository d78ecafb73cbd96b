//! A Hugging Face dataset: every row has the columns that the card declares, and what is missing was counted.

use crate::support::columns::is_written;
use crate::support::{generate, hard::hard};
use postil::formats::{Format, Options, Reason, Written, write::write};
use postil::model::{Annotation, Project};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// A column as the card declares it: its type, or the columns of its records.
#[derive(Debug, PartialEq)]
enum Kind {
    Of(String),
    Records(Vec<(String, Kind)>),
}

/// The columns of each configuration, out of the front of the card.
fn features(card: &str) -> BTreeMap<String, Vec<(String, Kind)>> {
    let front = card.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).expect("a front").0;
    let info = front.split_once("\ndataset_info:\n").map_or("", |(_, info)| info);
    let mut configs: BTreeMap<String, Vec<(String, Kind)>> = BTreeMap::new();
    let mut config = String::new();
    for line in info.lines() {
        if let Some(name) = line.strip_prefix("- config_name: ") {
            config = name.to_owned();
            continue;
        }
        let (indent, rest) = (line.len() - line.trim_start().len(), line.trim_start());
        let columns = configs.entry(config.clone()).or_default();
        // The columns of records stand two blanks further in.
        let inner = matches!(columns.last(), Some((_, Kind::Records(_)))) && indent >= 4;
        let columns = match columns.last_mut() {
            Some((_, Kind::Records(fields))) if inner => fields,
            _ => configs.get_mut(&config).expect("its columns"),
        };
        if let Some(name) = rest.strip_prefix("- name: ") {
            columns.push((name.to_owned(), Kind::Of(String::new())));
        } else if rest == "list:" {
            columns.last_mut().expect("a column").1 = Kind::Records(Vec::new());
        } else if let Some(kind) = rest.strip_prefix("dtype: ").or_else(|| rest.strip_prefix("list: ")) {
            let list = if rest.starts_with("list") { "list of " } else { "" };
            columns.last_mut().expect("a column").1 = Kind::Of(format!("{list}{kind}"));
        } else {
            assert_eq!(rest, "features:");
        }
    }
    configs
}

/// Holds a record against its columns.
fn fits(record: &Value, columns: &[(String, Kind)]) {
    let record = record.as_object().expect("a record");
    assert_eq!(record.len(), columns.len(), "{record:?}");
    for (name, kind) in columns {
        let value = &record[name];
        match kind {
            Kind::Records(fields) => {
                value.as_array().expect("records").iter().for_each(|one| fits(one, fields))
            }
            Kind::Of(kind) => assert!(
                match kind.as_str() {
                    "string" => value.is_string(),
                    "int64" => value.is_u64(),
                    "bool" => value.is_boolean(),
                    _ => value.as_array().is_some_and(|all| all.iter().all(Value::is_string)),
                },
                "{name}: {value}"
            ),
        }
    }
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let mut out = Written::default();
    write(
        project,
        &Options::new(Format::named("hugging-face").expect("a format"), Default::default()),
        &mut out,
    );
    let lost = |reason| out.losses.count(reason);
    let card = String::from_utf8(out.files[0].1.clone()).expect("UTF-8");
    let columns = features(&card);
    let mut rows: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (name, bytes) in &out.files[1..] {
        let (config, file) = name.split_once('/').expect("a folder");
        prop_assert!(card.contains(&format!("path: \"{name}\"")), "{name}");
        let split = file.strip_suffix(".jsonl").expect("JSON Lines");
        prop_assert!(split != "all" && split.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
        let lines: Vec<&str> = std::str::from_utf8(bytes).expect("UTF-8").split_terminator('\n').collect();
        prop_assert!(!lines.is_empty());
        for line in lines {
            let row: Value = serde_json::from_str(line).expect("JSON");
            fits(&row, &columns[config]);
            rows.entry(config).or_default().push(row);
        }
    }
    let count = |config: &str| rows.get(config).map_or(0, Vec::len);
    let standing: Vec<&Annotation> =
        project.all_annotations().map(|own| &**own).filter(|own| is_written(own)).collect();
    prop_assert_eq!(count("documents"), project.documents().len());
    prop_assert_eq!(count("mentions"), standing.len());
    prop_assert_eq!(count("entities"), project.entities.len());
    prop_assert_eq!(count("claims"), project.claims.len());
    prop_assert_eq!(count("relations") + lost(Reason::Relations), project.relations.len());
    let mentions = || rows.get("mentions").into_iter().flatten();
    let of = |key: &str| mentions().map(|row| row[key].as_array().expect("records").len()).sum::<usize>();
    prop_assert_eq!(of("fragments"), standing.iter().map(|own| own.fragments.spans().len()).sum::<usize>());
    prop_assert_eq!(of("attributes"), standing.iter().map(|own| own.attributes.len()).sum::<usize>());
    let texts: BTreeMap<&str, Vec<char>> = rows
        .get("documents")
        .into_iter()
        .flatten()
        .map(|row| {
            (row["id"].as_str().expect("an id"), row["text"].as_str().expect("a text").chars().collect())
        })
        .collect();
    for row in mentions() {
        for part in row["fragments"].as_array().expect("fragments") {
            let at = |key: &str| part[key].as_u64().expect("an offset") as usize;
            let text = &texts[row["document"].as_str().expect("an id")];
            let slice: String = text[at("start")..at("end")].iter().collect();
            prop_assert_eq!(&part["text"], &slice);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..7, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }
}

#[test]
fn hard_cases_are_whole() {
    check(&hard()).expect("all is counted");
}
