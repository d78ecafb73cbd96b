//! The list of the article's annotations, windowed: only the rows in view are made.

use super::{Session, ValueFilter, Wanted, value_text};
use crate::model::{Annotation, AnnotationId, LabelId, Status};
use crate::text::{Text, folded, holds_folded};
use std::rc::Rc;

/// A quote is cut after this many characters in a row.
const QUOTE: usize = 120;

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which annotation.
    pub id: AnnotationId,
    /// Its label.
    pub label: LabelId,
    /// The label's name.
    pub label_name: String,
    /// The label's colour slot.
    pub colour: u8,
    /// What it marks; fragments joined by ` … `, line breaks as spaces, cut where too long.
    pub quote: String,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether its maker is unsure.
    pub unsure: bool,
    /// Whether it has a note.
    pub noted: bool,
    /// Whether it lacks a value that it should have.
    pub incomplete: bool,
    /// How it stands.
    pub status: Status,
    /// Place in the whole list, from 0.
    pub index: usize,
}

/// The rows in view, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListWindow {
    /// Rows that the filter lets through.
    pub total: usize,
    /// Annotations of the article.
    pub all: usize,
    /// The rows from `first` on.
    pub rows: Vec<Row>,
}

/// What an annotation marks, in one line.
pub fn quote(text: &Text, annotation: &Annotation, limit: usize) -> String {
    let mut quote = String::new();
    for (n, span) in annotation.fragments.spans().iter().enumerate() {
        if n > 0 {
            quote.push_str(" … ");
        }
        quote.extend(text.slice(*span).chars().take(limit + 1).map(|c| if c == '\n' { ' ' } else { c }));
    }
    if let Some((cut, _)) = quote.char_indices().nth(limit) {
        quote.truncate(cut);
        quote.push('…');
    }
    quote
}

impl Session {
    /// The annotations that the list shows, found by a look at each.
    pub(super) fn look_for_shown(&self) -> Vec<AnnotationId> {
        let Some(reading) = &self.reading else { return Vec::new() };
        let (Some(all), Some(document)) =
            (self.project.annotations(&reading.document), self.project.document(&reading.document))
        else {
            return Vec::new();
        };
        let wanted = folded(reading.filter.text.trim());
        let matches = |a: &&Rc<Annotation>| {
            let filter = &reading.filter;
            (filter.labels.is_empty() || filter.labels.contains(&a.label))
                && (!filter.unsure || a.unsure)
                && (!filter.incomplete || self.is_incomplete(a))
                && filter.value.as_ref().is_none_or(|value| self.has_value(a, value))
                && (wanted.is_empty()
                    || holds_folded(&a.note, &wanted)
                    || a.fragments
                        .spans()
                        .iter()
                        .any(|span| holds_folded(document.text.slice(*span), &wanted)))
        };
        all.iter().filter(matches).map(|a| a.id.clone()).collect()
    }

    /// Whether an annotation has a value that is looked for.
    fn has_value(&self, a: &Annotation, wanted: &ValueFilter) -> bool {
        let ValueFilter { attribute, is } = wanted;
        let label = || self.project.schema.label(&a.label);
        match (is, a.attributes.get(attribute)) {
            (Wanted::This(text), value) => value.is_some() && value_text(value) == *text,
            (Wanted::Any, value) => value.is_some(),
            (Wanted::Nothing, Some(_)) => false,
            (Wanted::Nothing, None) => label().is_some_and(|label| label.attributes.contains(attribute)),
        }
    }

    /// The rows from `first` on, at most `count`.
    pub fn list(&self, first: usize, count: usize) -> ListWindow {
        let Some(reading) = &self.reading else { return ListWindow::default() };
        let (Some(all), Some(document)) =
            (self.project.annotations(&reading.document), self.project.document(&reading.document))
        else {
            return ListWindow::default();
        };
        let row = |index: usize, a: &Rc<Annotation>| {
            let label = self.project.schema.label(&a.label);
            Row {
                id: a.id.clone(),
                label: a.label.clone(),
                label_name: label.map_or_else(|| a.label.to_string(), |label| label.name.clone()),
                colour: label.map_or(0, |label| label.colour),
                quote: quote(&document.text, a, QUOTE),
                selected: reading.selected.contains(&a.id),
                unsure: a.unsure,
                noted: !a.note.is_empty(),
                incomplete: self.is_incomplete(a),
                status: a.status,
                index,
            }
        };
        if reading.filter.is_empty() {
            let rows =
                (first..all.len().min(first + count)).filter_map(|n| Some(row(n, all.nth(n)?))).collect();
            return ListWindow { total: all.len(), all: all.len(), rows };
        }
        let shown = self.shown();
        let rows =
            shown.iter().enumerate().skip(first).take(count).filter_map(|(n, id)| Some(row(n, all.get(id)?)));
        ListWindow { total: shown.len(), all: all.len(), rows: rows.collect() }
    }

    /// The annotation in a row of the list.
    pub fn at_row(&self, row: usize) -> Option<AnnotationId> {
        let reading = self.reading.as_ref()?;
        if reading.filter.is_empty() {
            return Some(self.project.annotations(&reading.document)?.nth(row)?.id.clone());
        }
        self.shown().get(row).cloned()
    }

    /// Where in the list an annotation stands.
    pub fn row_of(&self, id: &AnnotationId) -> Option<usize> {
        let reading = self.reading.as_ref()?;
        if reading.filter.is_empty() {
            return self.project.annotations(&reading.document)?.position(id);
        }
        self.shown().iter().position(|shown| shown == id)
    }
}
