//! The open article on paper: what stands below it. The article itself is printed as it is drawn.

use super::{Dialog, Effect, Env, Screen, Session, State, Step, quote};
use crate::model::{Annotation, Label};
use crate::sorted::Map;
use std::rc::Rc;

/// A quote is cut after this many characters.
const QUOTE: usize = 200;

/// What is to stand below the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printing {
    /// What the colours and the short names mean.
    pub legend: bool,
    /// The notes.
    pub notes: bool,
    /// Every annotation, not only those with a note.
    pub all: bool,
}

impl Default for Printing {
    fn default() -> Self {
        Self { legend: true, notes: true, all: false }
    }
}

/// What is done with it.
#[derive(Clone, Copy, Debug)]
pub enum Print {
    /// Choose what is to stand there.
    Choose(Printing),
    /// Print.
    Now(Printing),
    /// The browser begins to print, perhaps by its own menu.
    Begun,
    /// The paper is out, or the person thought better of it.
    Done,
}

impl Step for Print {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        match *self {
            Self::Choose(printing) => state.dialog = Some(Dialog::Print(printing)),
            Self::Now(printing) => {
                state.dialog = None;
                state.printing = Some(printing);
                return vec![Effect::Print];
            }
            // Of the matrix all rows are printed, not those that are in view.
            Self::Begun if state.screen == Screen::Claims && state.session.is_some() => {
                state.printing.get_or_insert_default();
            }
            Self::Begun => {}
            Self::Done => state.printing = None,
        }
        Vec::new()
    }
}

/// A label of the article and how often it is there.
#[derive(Debug)]
pub struct LegendRow<'a> {
    /// The label.
    pub label: &'a Label,
    /// How many annotations have it.
    pub count: usize,
}

/// An annotation below the article.
#[derive(Debug)]
pub struct Noted<'a> {
    /// The annotation.
    pub annotation: &'a Annotation,
    /// Its label.
    pub label: &'a Label,
    /// What it marks.
    pub quote: String,
    /// The number of the paragraph in which it begins, from 1; empty lines have none.
    pub paragraph: usize,
}

impl Session {
    fn printed(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        let reading = self.reading.as_ref();
        reading
            .and_then(|reading| self.project.annotations(&reading.document))
            .into_iter()
            .flat_map(|all| all.iter())
    }

    /// The labels of the open article, in the schema's order.
    pub fn legend(&self) -> Vec<LegendRow<'_>> {
        let mut counts = Map::new();
        for annotation in self.printed() {
            *counts.get_or_insert_with(annotation.label.clone(), || 0_usize) += 1;
        }
        let labels = self.project.schema.labels.iter();
        labels.filter_map(|label| Some(LegendRow { label, count: *counts.get(&label.id)? })).collect()
    }

    /// The annotations of the open article that have a note, or all, in the order of the text.
    pub fn noted(&self, all: bool) -> Vec<Noted<'_>> {
        let (Some(reading), Some(document)) = (&self.reading, self.document()) else { return Vec::new() };
        // Where each paragraph begins.
        let starts: Vec<_> = reading
            .blocks
            .list()
            .iter()
            .filter(|block| !block.continues() && !block.span.is_empty())
            .map(|block| block.span.start())
            .collect();
        let wanted = self.printed().filter(|annotation| all || !annotation.note.trim().is_empty());
        wanted
            .filter_map(|annotation| {
                let start = annotation.fragments.spans().first()?.start();
                Some(Noted {
                    annotation,
                    label: self.project.schema.label(&annotation.label)?,
                    quote: quote(&document.text, annotation, QUOTE),
                    paragraph: starts.partition_point(|paragraph| *paragraph <= start),
                })
            })
            .collect()
    }
}
