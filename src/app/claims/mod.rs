//! Claims: the registry, and the matrix of what articles, outlets or speakers say of them.
//!
//! What is judged is judged by `analysis::compare` alone; here stands what is looked at (`ClaimsScreen`), what is kept of
//! it, and what a person does (`act`).

mod act;

pub use act::{ClaimAct, ClaimChange};

use super::{ClaimTie, Session};
use crate::analysis::Matrix;
use crate::analysis::matrix::{Axis, Head, Options, Row, Sort};
use crate::analysis::{Statement, Who};
use crate::model::{Annotation, AnnotationId, ClaimId, DocumentId, Reference};
use crate::sorted::Map;
use crate::wire;
use std::rc::Rc;

/// `id` of the matrix, and the beginning of the ids of its cells.
pub const MATRIX: &str = "claim-matrix";
/// `id` of the heading of the open claim.
pub const CLAIM: &str = "open-claim";

/// What the screen *Claims* shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimsScreen {
    /// What stands in the columns.
    pub axis: Axis,
    /// What rows are ordered by.
    pub sort: Sort,
    /// Only claims of this topic.
    pub topic: Option<String>,
    /// Only articles of this outlet.
    pub outlet: Option<String>,
    /// Only articles in this language.
    pub language: Option<String>,
    /// What `~` allows, in hundredths.
    pub tolerance: Option<u32>,
    /// Statements that rows are judged against, where a person chose one.
    pub references: Map<ClaimId, AnnotationId>,
    /// The claim that is open below the matrix.
    pub open: Option<ClaimId>,
    /// Only what this column says of it.
    pub column: Option<Head>,
    /// The cell that the keys are at: row, and column from 1; 0 is the claim itself.
    pub at: (usize, usize),
    /// Whether the rule is explained.
    pub explained: bool,
    /// A relation of the open claim that is being made.
    pub relating: ClaimTie,
}

impl ClaimsScreen {
    /// Whether a filter is set.
    pub fn is_filtered(&self) -> bool {
        self.topic.is_some() || self.outlet.is_some() || self.language.is_some()
    }

    fn options(&self) -> Options {
        let mut options = Options::new(wire::STATEMENT);
        (options.axis, options.sort) = (self.axis, self.sort);
        options.references = self.references.clone();
        options.topic.clone_from(&self.topic);
        options.outlet.clone_from(&self.outlet);
        options.language.clone_from(&self.language);
        if let Some(tolerance) = self.tolerance {
            options.rules.tolerance = tolerance;
        }
        options
    }
}

/// What can be chosen in the filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFacets {
    /// Topics of claims.
    pub topics: Vec<String>,
    /// Outlets of articles.
    pub outlets: Vec<String>,
    /// Languages of articles.
    pub languages: Vec<String>,
}

impl Session {
    /// The matrix; made anew only after the project or what is looked at changed.
    pub fn matrix(&self, screen: &ClaimsScreen) -> Rc<Matrix> {
        // What is open and where the keys are makes no other matrix.
        let mut looked_at =
            ClaimsScreen { open: None, column: None, at: (0, 0), explained: false, ..screen.clone() };
        looked_at.relating = ClaimTie::default();
        let key = (self.counter, looked_at);
        let mut kept = self.kept.matrix.borrow_mut();
        match &*kept {
            Some((of, matrix)) if *of == key => matrix.clone(),
            _ => {
                let matrix = Rc::new(Matrix::of(&self.project, &key.1.options()));
                kept.insert((key, matrix)).1.clone()
            }
        }
    }

    /// What can be chosen in the filters, each once, in order.
    pub fn claim_facets(&self) -> ClaimFacets {
        let sorted = |mut all: Vec<String>| {
            all.retain(|one| !one.is_empty());
            crate::sorted::sort_by(&mut all, Ord::cmp);
            all.dedup();
            all
        };
        let documents = || self.project.documents().map(|document| &document.metadata);
        ClaimFacets {
            topics: sorted(self.project.claims.values().map(|claim| claim.topic.clone()).collect()),
            outlets: sorted(documents().map(|own| own.outlet.clone()).collect()),
            languages: sorted(documents().map(|own| own.language.clone()).collect()),
        }
    }

    /// What a column is called; empty for an outlet or a speaker that nobody named.
    pub fn head_name(&self, head: &Head) -> String {
        match head {
            Head::Article(id) => {
                let document = self.project.document(id);
                document.map_or_else(String::new, |document| document.metadata.title.trim().to_owned())
            }
            Head::Outlet(name) => name.clone(),
            Head::Speaker(who) => self.who_name(who),
        }
    }

    /// What whoever speaks is called; empty for the outlet itself.
    pub fn who_name(&self, who: &Who) -> String {
        match who {
            Who::Entity(id) => {
                self.project.entities.get(id).map_or_else(|| id.to_string(), |own| own.name.clone())
            }
            Who::Text(text) => text.clone(),
            Who::Outlet => String::new(),
        }
    }

    /// The statements of a row, or of one of its columns, in the order of the matrix.
    pub fn statements(
        &self,
        matrix: &Matrix,
        row: &Row,
        only: Option<&Head>,
    ) -> Vec<(Rc<Annotation>, Statement)> {
        let cells =
            row.cells.iter().filter(|(at, _)| only.is_none_or(|head| matrix.columns.get(*at) == Some(head)));
        let all = cells.flat_map(|(_, cell)| &cell.statements);
        let read = |(document, id): &(DocumentId, AnnotationId)| {
            Some(stated(self.project.annotation(document, id)?.clone()))
        };
        all.filter_map(read).collect()
    }

    /// All statements that tell a claim, article by article.
    pub fn told(&self, claim: &ClaimId) -> Vec<(Rc<Annotation>, Statement)> {
        self.mentions_of(&Reference::Claim(claim.clone())).into_iter().map(stated).collect()
    }
}

/// An annotation with what it says.
fn stated(annotation: Rc<Annotation>) -> (Rc<Annotation>, Statement) {
    let statement = Statement::read(&annotation, &wire::STATEMENT);
    (annotation, statement)
}
