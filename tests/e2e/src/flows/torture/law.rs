//! What must hold after a breakage: nothing that was called saved is missing, what could not be read is offered as a
//! file, and everything else is as it was.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// What the project holds, as a person takes it away: each thing by its kind and id.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Holdings(BTreeMap<(String, String), Value>);

/// A value with a flipped bit.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Flipped {
    pub(super) table: String,
    /// Table, project and number.
    pub(super) place: String,
    /// What it said before.
    pub(super) was: String,
    /// What it says now, in hexadecimal digits.
    pub(super) now: String,
}

impl Holdings {
    /// Of an exported project.
    pub(super) fn of(project: &Value) -> Self {
        let mut all = BTreeMap::new();
        let mut take = |kind: &str, list: &Value| {
            for thing in list.as_array().into_iter().flatten() {
                all.insert((kind.to_owned(), thing["id"].as_str().unwrap_or("").to_owned()), thing.clone());
            }
        };
        for kind in ["documents", "annotations", "people", "entities", "claims", "relations"] {
            take(kind, &project[kind]);
        }
        for kind in ["labels", "attributes", "relationTypes"] {
            take(kind, &project["schema"][kind]);
        }
        all.insert(("project".to_owned(), String::new()), project["name"].clone());
        Self(all)
    }

    /// How many annotations there are.
    pub(super) fn annotations(&self) -> usize {
        self.0.keys().filter(|(kind, _)| kind == "annotations").count()
    }

    /// The quotes of an annotation, one behind the other.
    pub(super) fn quote(&self, id: &str) -> Option<String> {
        let annotation = self.0.get(&("annotations".to_owned(), id.to_owned()))?;
        let fragments = annotation["fragments"].as_array()?;
        Some(fragments.iter().filter_map(|fragment| fragment["quote"].as_str()).collect())
    }

    /// The ids of the annotations of the document with this title.
    pub(super) fn of_article(&self, title: &str) -> Vec<&str> {
        let document =
            self.0.iter().find(|((kind, _), thing)| kind == "documents" && thing["title"] == title);
        let Some(((_, document), _)) = document else { return Vec::new() };
        let own = self
            .0
            .iter()
            .filter(|((kind, _), thing)| kind == "annotations" && thing["document"] == **document);
        own.map(|((_, id), _)| id.as_str()).collect()
    }

    /// What differs: kind, id, and what each has.
    fn differences<'a>(
        &'a self,
        other: &'a Self,
    ) -> Vec<(&'a str, &'a str, Option<&'a Value>, Option<&'a Value>)> {
        let mut keys: Vec<_> = self.0.keys().chain(other.0.keys()).collect();
        keys.sort();
        keys.dedup();
        let each =
            keys.into_iter().map(|key| (key.0.as_str(), key.1.as_str(), self.0.get(key), other.0.get(key)));
        each.filter(|(_, _, own, others)| own != others).collect()
    }

    /// Everything is as it was.
    pub(super) fn is_kept_in(&self, found: &Self) -> Result<()> {
        match self.differences(found).first() {
            None => Ok(()),
            Some((kind, id, before, after)) => {
                bail!("{kind} {id} was called saved as {before:?} and is {after:?}")
            }
        }
    }

    /// Everything is as it was, and there may be more annotations, in articles whose status went on with them.
    pub(super) fn grew_to(&self, found: &Self) -> Result<()> {
        for (kind, id, before, after) in self.differences(found) {
            match (kind, before, after) {
                ("annotations" | "people", None, _) => {}
                ("documents", Some(before), Some(after)) => {
                    let mut before = before.clone();
                    before["status"] = after["status"].clone();
                    ensure!(before == *after, "{id} was called saved as {before} and is {after}");
                }
                _ => bail!("{kind} {id} was called saved as {before:?} and is {after:?}"),
            }
        }
        Ok(())
    }

    /// Only what a record in quarantine speaks of differs.
    pub(super) fn lacks_only(&self, found: &Self, quarantined: &[String]) -> Result<()> {
        for (kind, id, before, after) in self.differences(found) {
            ensure!(
                quarantined.iter().any(|record| record.contains(id)),
                "{kind} {id} was {before:?} and is {after:?}, and no record in quarantine speaks of it"
            );
        }
        Ok(())
    }
}

/// What is damaged is in the file of damaged records, as it was found. Gives what its records say.
pub(super) fn is_offered(file: &[u8], flipped: &Flipped) -> Result<Vec<String>> {
    let file: Value = serde_json::from_slice(file).context("the file of damaged records is JSON")?;
    let records = file["quarantine"].as_array().context("it lists what is damaged")?;
    let bytes = |record: &Value| match (&record["text"], &record["hex"]) {
        (Value::String(text), _) => text.bytes().map(|byte| format!("{byte:02x}")).collect(),
        (_, Value::String(hex)) => hex.clone(),
        _ => String::new(),
    };
    let offered = records.iter().filter(|record| record["from"] == *flipped.place).any(|record| {
        let bytes = bytes(record);
        // Of a packed segment only the records that are damaged are set aside.
        if flipped.table == "segments" {
            !bytes.is_empty() && flipped.now.contains(&bytes)
        } else {
            bytes == flipped.now
        }
    });
    ensure!(offered, "{} is not in the file: {records:?}", flipped.place);
    let texts = records.iter().filter_map(|record| record["text"].as_str().map(str::to_owned));
    Ok(texts.chain([flipped.was.clone()]).collect())
}
