//! What tables say of what is marked: its attributes, and how it is related.

use super::articles::Articles;
use super::columns::{Role, What};
use super::read::Marked;
use super::sheet::Sheet;
use crate::formats::Severity;
use crate::formats::gathering::Gathering;
use crate::model::{AnnotationId, AttributeType, AttributeValue, Decimal, RelationId};
use crate::wire::read_attribute;
use crate::words::gathered;
use std::collections::BTreeMap;

/// A column of so many values is one of choices.
const CHOICES: usize = 24;
/// A choice is so long at most, in bytes.
const CHOICE: usize = 48;

/// What the ids of a set are.
#[derive(Default)]
pub(super) struct Ids {
    /// Of annotations, by article: some files number them anew in each.
    within: BTreeMap<(usize, String), String>,
    /// Of annotations, the first with that id.
    annotations: BTreeMap<String, String>,
    /// Of entities and claims.
    pub(super) records: BTreeMap<String, String>,
    /// Of articles.
    pub(super) documents: BTreeMap<String, String>,
}

impl Ids {
    /// Learns the id of an annotation.
    pub(super) fn annotation(&mut self, article: usize, id: &str, own: &str) {
        if !id.is_empty() {
            self.within.entry((article, id.to_owned())).or_insert_with(|| own.to_owned());
            self.annotations.entry(id.to_owned()).or_insert_with(|| own.to_owned());
        }
    }

    fn of_annotation(&self, article: Option<usize>, id: &str) -> Option<&String> {
        let within = article.and_then(|article| self.within.get(&(article, id.to_owned())));
        within.or_else(|| self.annotations.get(id))
    }

    /// What an id is, in an article before elsewhere.
    fn get(&self, article: Option<usize>, id: &str) -> Option<&String> {
        self.of_annotation(article, id).or_else(|| self.records.get(id)).or_else(|| self.documents.get(id))
    }
}

/// What a column of attributes holds.
fn kind_of(sheet: &Sheet<'_>, column: usize, own: bool, marked: &[Marked], ids: &Ids) -> AttributeType {
    let cells = || {
        let all = marked.iter().map(|mark| (mark.article, sheet.at(&sheet.table.rows[mark.row], column)));
        all.filter(|(_, cell)| !cell.is_empty())
    };
    let all = |holds: &dyn Fn((usize, &str)) -> bool| cells().all(holds);
    if all(&|(_, cell)| matches!(cell, "true" | "false")) {
        return AttributeType::Flag;
    }
    if all(&|(_, cell)| Decimal::new(cell).is_some()) {
        return AttributeType::Number;
    }
    // Only in a table of Postil a value is known to be an id.
    if own && all(&|(article, cell)| ids.of_annotation(Some(article), cell).is_some()) {
        return AttributeType::Annotation;
    }
    if own && all(&|(_, cell)| ids.records.contains_key(cell)) {
        return AttributeType::Entity;
    }
    let mut values: Vec<&str> = Vec::new();
    for (_, cell) in cells() {
        if !values.contains(&cell) {
            values.push(cell);
        }
        if values.len() > CHOICES || cell.len() > CHOICE {
            return AttributeType::Text;
        }
    }
    AttributeType::Choice
}

/// Takes the attributes of what was kept.
pub(super) fn attributes(sheet: &Sheet<'_>, marked: &[Marked], ids: &Ids, gathering: &mut Gathering) {
    for (column, name) in sheet.columns.names.iter().enumerate() {
        if sheet.columns.roles[column] != Role::Other || name.is_empty() {
            continue;
        }
        let own = name.strip_prefix("attr:");
        let kind = kind_of(sheet, column, own.is_some(), marked, ids);
        let name = own.unwrap_or(name);
        for mark in marked {
            let row = &sheet.table.rows[mark.row];
            let cell = sheet.at(row, column);
            if cell.is_empty() {
                continue;
            }
            let structured = cell.starts_with(['{', '[']).then(|| read_attribute(name, cell)).flatten();
            let (kind, value) = match (kind, structured) {
                (AttributeType::Flag, _) => (kind, AttributeValue::Flag(cell == "true")),
                (AttributeType::Number, _) if let Some(number) = Decimal::new(cell) => {
                    (kind, AttributeValue::Number(number))
                }
                (_, Some(value)) => (AttributeType::Quantity, value),
                _ => (kind, AttributeValue::Text(cell.to_owned())),
            };
            let chosen = Some(cell).filter(|_| kind == AttributeType::Choice);
            let key = gathering.attribute(&mark.label, name, kind, chosen);
            match gathering.moved(&value, &key, &|id| ids.get(Some(mark.article), id).cloned()) {
                Some(value) => gathering.change(&mark.document, &mark.id, |own| {
                    own.attributes.insert(key, value);
                }),
                None => {
                    let (found, done) = (gathered::no_such(name), gathered::record_left_out());
                    gathering.at_line(row.line, Severity::Note, found, "", done);
                }
            }
        }
    }
}

/// What rows say of one relation.
struct Related<'a> {
    line: u32,
    kind: &'a str,
    symmetric: bool,
    /// Roles and ends, those that are there.
    ends: Vec<Option<(String, String)>>,
    /// Which annotation expresses it.
    trigger: &'a str,
}

/// Relates what a table relates, as far as it is there.
pub(super) fn relate(sheet: &Sheet<'_>, articles: &Articles, ids: &Ids, gathering: &mut Gathering) {
    let mut all: Vec<Related<'_>> = Vec::new();
    let mut last = "";
    for (_, row) in sheet.rows() {
        let cell = |role| sheet.cell(row, role);
        let home = articles.named(cell(Role::Home));
        let end = |role: &str, id: &str| {
            let target = match cell(Role::TargetKind) {
                "annotation" => ids.of_annotation(home, id),
                "entity" | "claim" => ids.records.get(id),
                "document" => ids.documents.get(id),
                _ => ids.get(home, id),
            };
            Some((role.to_owned(), target?.clone()))
        };
        let ends = match sheet.columns.what {
            What::Pairs => vec![end("from", cell(Role::Source)), end("to", cell(Role::Target))],
            _ => vec![end(cell(Role::Part), cell(Role::Target))],
        };
        let id = cell(Role::Id);
        match all.last_mut().filter(|_| sheet.columns.what == What::Ends && id == last) {
            Some(own) => own.ends.extend(ends),
            None => all.push(Related {
                line: row.line,
                kind: cell(Role::Label),
                symmetric: cell(Role::Symmetric) == "true",
                ends,
                trigger: cell(Role::Trigger),
            }),
        }
        last = id;
    }
    for related in all {
        let Some(ends) = related.ends.into_iter().collect::<Option<Vec<_>>>().filter(|ends| ends.len() > 1)
        else {
            let found = gathered::no_such(related.kind);
            gathering.at_line(related.line, Severity::LeftOut, found, "", gathered::relation_left_out());
            continue;
        };
        let roles: Vec<&str> = ends.iter().map(|(role, _)| role.as_str()).collect();
        let kind = gathering.relation_type(related.kind, related.symmetric, &roles);
        let relation: RelationId = gathering.relate(&kind, ends);
        if let Some(trigger) = ids.of_annotation(None, related.trigger) {
            gathering.express(&relation, AnnotationId::new(trigger.as_str()));
        }
    }
}
