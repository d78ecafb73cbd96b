//! A Hugging Face dataset folder, as a zip: a card (`README.md`) and tables in JSON Lines, which `load_dataset` takes.
//!
//! By <https://huggingface.co/docs/hub/datasets-manual-configuration> and the card's own specification
//! (`huggingface/hub-docs`, `datasetcard.md`). Each configuration is a folder with a file for each split; `dataset_info` in the
//! card says what every column is, so that an empty one or an odd date is taken for nothing else, and all rows have
//! all columns. Nothing is null: what is not known is empty.
//!
//! | configuration | a row for each |
//! | --- | --- |
//! | `documents` | article: its text, what is known of it, its labels, and where in it is marked what |
//! | `mentions` | annotation: its fragments, attributes, what it refers to, who made it |
//! | `entities` | entity of the registry, with its aliases and ids |
//! | `claims` | claim of the registry, with its verdict |
//! | `relations` | relation, with all its ends |
//!
//! Offsets count code points, the end is exclusive: in Python, `text[start:end]` is the quote. The split `dev` is called
//! `validation`, as the library has it; what is in no split is in `train`, as are the registries. A table without rows
//! is left out, since nothing could be loaded of it.
//!
//! The library adds `00:00:00` to a column of texts in which every row is a day; that is not ours to prevent.
//!
//! Lost: suggested and rejected annotations; what an annotation was made from, by which rule, and when it was changed; of
//! the schema all but names.

mod card;
mod columns;
mod rows;

use super::parts::TRAIN;
use super::write::{Ends, Writer, stands};
use super::{Options, Output, Reason};
use crate::model::{End, Project};
use crate::sorted::{Map, Set};
use columns::{CONFIGS, Column};
use rows::Rows;

/// The rows of a table by split.
type Splits = Map<String, Vec<String>>;

/// Writes it.
pub(super) struct HuggingFace;

impl Writer for HuggingFace {
    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        let rows = Rows { project, ends: Ends::of(project) };
        let mut tables: Map<&str, Splits> = Map::new();
        let mut add = |config: &'static str, split: &str, row: String| {
            let table = tables.get_or_insert_with(config, Splits::new);
            table.get_or_insert_with(split.to_owned(), Vec::new).push(row);
        };
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let split = split(&document.metadata.split);
            let marked = super::write::standing(project, document, out);
            add("documents", &split, rows.document(document, &marked, out));
            for annotation in marked {
                add("mentions", &split, rows.mention(annotation, document, out));
            }
            out.done(n + 1, all);
        }
        for entity in project.entities.values() {
            add("entities", TRAIN, rows.entity(entity));
        }
        for claim in project.claims.values() {
            add("claims", TRAIN, rows.claim(claim));
        }
        for relation in project.relations.values() {
            if !rows.ends.all_written(relation) {
                out.lost(Reason::Relations, 1);
                continue;
            }
            // A relation is in the split of the first article that it ends in.
            let home = relation.arguments.iter().find_map(|end| match rows.ends.get(&end.target) {
                Some(End::Annotation(annotation)) => project.document(&annotation.document),
                Some(End::Document(id)) => project.document(&id),
                _ => None,
            });
            let split = home.map_or(TRAIN.to_owned(), |home| split(&home.metadata.split));
            add("relations", &split, rows.relation(relation));
        }
        let tables: Vec<Table<'_>> = CONFIGS
            .iter()
            .filter_map(|&(name, columns)| Some(Table { name, columns, splits: tables.get(name)? }))
            .collect();
        // First the card: a preview shows the beginning of the first file.
        out.file("README.md");
        out.write(card::card(project, &tables).as_bytes());
        for table in &tables {
            for (split, rows) in table.splits {
                out.file(&table.path(split));
                rows.iter().for_each(|row| out.write(row.as_bytes()));
            }
        }
    }
}

/// A table that has rows.
struct Table<'a> {
    name: &'static str,
    columns: &'static [Column],
    splits: &'a Splits,
}

impl Table<'_> {
    fn path(&self, split: &str) -> String {
        format!("{}/{split}.jsonl", self.name)
    }
}

/// The name of a split as the library takes it: letters, digits and `_`.
fn split(own: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let name: String = own.trim().chars().map(fit).collect();
    match name.trim_matches('_') {
        "" if own.trim().is_empty() => TRAIN.to_owned(),
        "" => "other".to_owned(),
        "dev" | "val" | "valid" => "validation".to_owned(),
        // It means every split, and is none.
        "all" => "all_".to_owned(),
        name => name.to_owned(),
    }
}

/// How many annotations each label has, the labels of the schema in its order.
fn by_label(project: &Project) -> Vec<(&str, usize)> {
    let mut counts: Map<&str, usize> = Map::new();
    for annotation in project.all_annotations().filter(|annotation| stands(annotation)) {
        *counts.get_or_insert_with(annotation.label.as_str(), || 0) += 1;
    }
    let known: Set<&str> = project.schema.labels.iter().map(|label| label.id.as_str()).collect();
    let own = project.schema.labels.iter().map(|label| {
        let count = counts.get(label.id.as_str()).copied().unwrap_or_default();
        (label.name.as_str(), count)
    });
    let others = counts.iter().filter(|(id, _)| !known.contains(**id)).map(|(id, count)| (*id, *count));
    own.chain(others).filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_are_called_as_the_library_has_them() {
        for (own, name) in
            [("", "train"), ("Dev ", "validation"), ("test", "test"), ("fold 1/é", "fold_1"), ("—", "other")]
        {
            assert_eq!(split(own), name);
        }
    }
}
