//! The card of a dataset: what programs read of it, and what people do.

use super::columns::{Column, Kind};
use super::{Table, by_label};
use crate::formats::write::stands;
use crate::model::{How, PersonKind, Project};
use crate::sorted::Set;
use crate::wire::json;
use std::fmt::Write as _;

/// Licences that have a name there; any other is told in words.
const LICENSES: &str = "apache-2.0 mit cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 \
    cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 \
    cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 gpl-3.0 odbl odc-by pddl unknown other";

/// The whole card.
pub(super) fn card(project: &Project, tables: &[Table<'_>]) -> String {
    let mut out = "---\n".to_owned();
    front(&mut out, project, tables);
    out.push_str("---\n\n");
    body(&mut out, project, tables);
    out
}

/// A text in one line, of signs that YAML takes.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    json::text(&mut out, &one_line(text));
    out
}

/// What programs read, in YAML.
fn front(out: &mut String, project: &Project, tables: &[Table<'_>]) {
    let name = if project.name.trim().is_empty() { "Dataset" } else { &project.name };
    let _ = writeln!(out, "pretty_name: {}", quoted(name));
    list(out, "language", &languages(project));
    let license = one_line(&project.license).to_lowercase().replace(' ', "-");
    let known = LICENSES.split(' ').find(|own| *own == license);
    let _ =
        writeln!(out, "license: {}", known.unwrap_or(if license.is_empty() { "unknown" } else { "other" }));
    if known.is_none() && !license.is_empty() {
        let _ = writeln!(out, "license_name: {}", quoted(&license));
    }
    list(out, "annotations_creators", &creators(project));
    list(out, "task_categories", &["token-classification"]);
    let size = match project.documents().len() {
        ..1_000 => "n<1K",
        1_000..10_000 => "1K<n<10K",
        10_000..100_000 => "10K<n<100K",
        _ => "100K<n<1M",
    };
    list(out, "size_categories", &[size]);
    list(out, "tags", &["postil"]);
    out.push_str(if tables.is_empty() { "configs: []\n" } else { "configs:\n" });
    for (n, table) in tables.iter().enumerate() {
        let _ = writeln!(out, "- config_name: {}", table.name);
        if n == 0 {
            out.push_str("  default: true\n");
        }
        out.push_str("  data_files:\n");
        for split in table.splits.keys() {
            let _ = writeln!(out, "  - split: \"{split}\"\n    path: \"{}\"", table.path(split));
        }
    }
    if !tables.is_empty() {
        out.push_str("dataset_info:\n");
    }
    for table in tables {
        let _ = writeln!(out, "- config_name: {}\n  features:", table.name);
        features(out, table.columns, "  ");
    }
}

fn list(out: &mut String, key: &str, items: &[impl AsRef<str>]) {
    let _ = writeln!(out, "{key}:");
    for item in items {
        let _ = writeln!(out, "- {}", item.as_ref());
    }
}

/// What the columns are.
fn features(out: &mut String, columns: &[Column], indent: &str) {
    for (name, kind) in columns {
        let _ = writeln!(out, "{indent}- name: {name}");
        let _ = match kind {
            Kind::Text => writeln!(out, "{indent}  dtype: string"),
            Kind::Whole => writeln!(out, "{indent}  dtype: int64"),
            Kind::Flag => writeln!(out, "{indent}  dtype: bool"),
            Kind::Texts => writeln!(out, "{indent}  list: string"),
            Kind::Records(_) => writeln!(out, "{indent}  list:"),
        };
        if let Kind::Records(fields) = kind {
            features(out, fields, &format!("{indent}  "));
        }
    }
}

/// The languages of the articles by ISO 639; `und` where none is known.
fn languages(project: &Project) -> Vec<String> {
    let tags = project.documents().map(|document| &document.metadata.language);
    let first = tags.filter_map(|tag| tag.split(['-', '_']).next()).map(str::to_lowercase);
    let fits =
        |tag: &String| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    let all: Set<String> = first.filter(fits).collect();
    // A word that YAML takes for a no.
    let shown = |tag: String| if tag == "no" { "\"no\"".to_owned() } else { tag };
    if all.is_empty() { vec!["und".to_owned()] } else { all.into_iter().map(shown).collect() }
}

/// Who made the annotations, in the words that the card has for it.
fn creators(project: &Project) -> Vec<&'static str> {
    let all: Set<&str> = project
        .all_annotations()
        .filter(|annotation| stands(annotation))
        .map(|annotation| match annotation.origin.how {
            How::Manual | How::Adjudicated => "expert-generated",
            How::Suggested | How::Propagated => "machine-generated",
            How::Imported => "found",
        })
        .collect();
    if all.is_empty() { vec!["no-annotation"] } else { all.into_iter().collect() }
}

/// What people read.
fn body(out: &mut String, project: &Project, tables: &[Table<'_>]) {
    let cell = |text: &str| one_line(text).replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;");
    let _ = writeln!(out, "# {}\n", cell(&project.name));
    let annotations: usize = by_label(project).iter().map(|(_, count)| count).sum();
    let is_person = |id| project.people.get(id).is_some_and(|person| person.kind == PersonKind::Person);
    let people: Set<&str> = project
        .all_annotations()
        .filter(|annotation| stands(annotation) && is_person(&annotation.origin.by))
        .map(|annotation| annotation.origin.by.as_str())
        .collect();
    let _ = writeln!(
        out,
        "Articles: {}. Annotations: {annotations}. People who made them: {}.\n",
        project.documents().len(),
        people.len(),
    );
    if !project.license.trim().is_empty() {
        let _ = writeln!(out, "Licence of the annotations: {}.\n", cell(&project.license));
    }
    out.push_str(
        "Offsets count Unicode code points and the end is exclusive: in Python, `text[start:end]` is the quote. \
         A quote of several fragments has a blank between them. What is not known is an empty string.\n\n\
         ```python\nfrom datasets import load_dataset\n\nload_dataset(\"this folder\", \"mentions\")\n```\n\n",
    );
    out.push_str("## Tables\n\n| configuration | split | rows |\n| --- | --- | --- |\n");
    for table in tables {
        for (split, rows) in table.splits {
            let _ = writeln!(out, "| {} | {split} | {} |", table.name, rows.len());
        }
    }
    out.push_str("\n## Labels\n\n| label | annotations |\n| --- | --- |\n");
    for (label, count) in by_label(project) {
        let _ = writeln!(out, "| {} | {count} |", cell(label));
    }
    out.push_str(
        "\n## How it was made\n\nThe articles were annotated with Postil, a text annotator that runs in the browser. Only \
         annotations that somebody stands for are here; suggestions that nobody accepted and what was rejected are not. \
         `how` says of each how it came to be, `status` whether it was reviewed. `EXPORT-REPORT.json` counts what this \
         form of the dataset cannot hold.\n",
    );
    if !project.guidelines.trim().is_empty() {
        let _ = writeln!(out, "\n## Guidelines\n\n{}", project.guidelines.trim());
    }
}
