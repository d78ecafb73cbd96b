//! What is known of articles, in the same keys for every row.

use super::UNITS;
use crate::formats::members::{text, value};
use crate::formats::naming::apart;
use crate::formats::write::unmapped;
use crate::formats::{OffsetUnit, Output, Reason};
use crate::model::{Document, Project, RawJson};
use crate::sorted::{Map, Set};
use crate::wire::json::{Field as _, Json, key, text as quoted};

/// Keys that doccano's importer and exporter have for themselves; `cls` is an argument of the function that every row is
/// handed to.
const DOCCANO: [&str; 14] = [
    "text",
    "data",
    "label",
    "entities",
    "relations",
    "Comments",
    "cats",
    "id",
    "upload_name",
    "filename",
    "example_uuid",
    "#line_number",
    "cls",
    "meta",
];

/// What every row has.
const ALWAYS: [&str; 3] = ["doc_id", "offset_unit", "status"];
/// Fields that are a text.
pub(super) const TEXTS: [&str; 8] =
    ["title", "outlet", "url", "language", "published", "retrieved", "license", "split"];
/// Fields that are a list of texts.
const LISTS: [&str; 2] = ["author", "labels"];

/// The columns of a file.
pub(super) struct Columns<'a> {
    project: &'a Project,
    unit: OffsetUnit,
    /// Those of the fields that some article fills.
    texts: Vec<usize>,
    lists: Vec<usize>,
    /// Other keys that came with articles, and what they are called here.
    others: Map<&'a str, String>,
}

impl<'a> Columns<'a> {
    /// Those that some article fills; what cannot be written is counted.
    pub(super) fn of(project: &'a Project, unit: OffsetUnit, out: &mut dyn Output) -> Self {
        let written = || project.documents().filter(|document| !document.text.as_str().is_empty());
        let filled = |n: &usize| written().any(|document| !text_of(document, *n).is_empty());
        let texts = (0..TEXTS.len()).filter(filled).collect();
        let filled = |n: &usize| written().any(|document| !list_of(document, project, *n).is_empty());
        let lists = (0..LISTS.len()).filter(filled).collect();
        let mut taken: Set<String> = DOCCANO
            .iter()
            .chain(&ALWAYS)
            .chain(&TEXTS)
            .chain(&LISTS)
            .map(|name| (*name).to_owned())
            .collect();
        let names: Set<&str> =
            written().flat_map(|document| document.metadata.other.keys().map(String::as_str)).collect();
        let others = names.iter().map(|name| (*name, apart((*name).to_owned(), "_", &mut taken))).collect();
        for document in written() {
            let known = list_of(document, project, 1).len();
            out.lost(Reason::DocumentLabels, document.labels.len() - known);
            let nothing = document.metadata.other.values().filter(|raw| said(raw).is_none()).count();
            out.lost(Reason::Metadata, unmapped(document) + nothing);
        }
        Self { project, unit, texts, lists, others }
    }

    /// Writes those of an article.
    pub(super) fn write(&self, document: &Document, out: &mut String) {
        text(out, ALWAYS[0], document.id.as_str());
        let unit = UNITS.iter().find(|(unit, _)| *unit == self.unit);
        text(out, ALWAYS[1], unit.map_or("", |(_, word)| word));
        key(out, ALWAYS[2]);
        document.status.write(out);
        for &n in &self.texts {
            text(out, TEXTS[n], text_of(document, n));
        }
        for &n in &self.lists {
            value(out, LISTS[n], &list_of(document, self.project, n));
        }
        for (name, shown) in &self.others {
            key(out, shown);
            match document.metadata.other.get(*name).and_then(said) {
                Some(json) => out.push_str(&json),
                None => out.push_str("\"\""),
            }
        }
    }
}

fn text_of(document: &Document, n: usize) -> &str {
    let own = &document.metadata;
    [
        &own.title,
        &own.outlet,
        &own.url,
        &own.language,
        &own.published,
        &own.retrieved,
        &own.license,
        &own.split,
    ][n]
}

fn list_of(document: &Document, project: &Project, n: usize) -> Vec<String> {
    if n == 0 {
        return document.metadata.byline.clone();
    }
    let labels = document.labels.iter().filter_map(|own| project.schema.label(&own.label));
    labels.map(|label| label.name.clone()).collect()
}

/// A value as a column can hold it: pandas makes nothing of null, and numbers of any size or kind one that all rows share.
/// `None` for what says nothing.
fn said(raw: &RawJson) -> Option<String> {
    let json = Json::new(&raw.0).ok().filter(|json| !json.is_null())?;
    let plain = json.get();
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let small = digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if small || plain.starts_with(['"', 't', 'f']) {
        return (plain != "\"\"").then(|| plain.to_owned());
    }
    let mut out = String::new();
    quoted(&mut out, plain);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_what_every_row_can_hold() {
        for (json, expected) in [
            ("null", None),
            ("\"\"", None),
            ("\"a\"", Some("\"a\"")),
            ("true", Some("true")),
            ("1400", Some("1400")),
            ("1.50", Some("\"1.50\"")),
            ("1e400", Some("\"1e400\"")),
            ("1234567890123456", Some("\"1234567890123456\"")),
            ("[1,\"a\"]", Some("\"[1,\\\"a\\\"]\"")),
        ] {
            assert_eq!(said(&RawJson(json.into())).as_deref(), expected, "{json}");
        }
    }
}
