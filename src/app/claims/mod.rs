//! Claims: the registry, and the matrix of what articles, outlets or speakers say of them.
//!
//! What is judged is judged by `analysis::compare` alone; here stands what is looked at (`ClaimsScreen`), what is kept of
//! it, and what a person does (`act`, `change`, `arrange`). What the matrix shows is described once (`shown`), and so is
//! what a reader is told of a claim (`report`); `file` writes both down.

mod act;
mod arrange;
mod change;
mod file;
mod listed;
mod report;
mod shown;
mod sign;

pub use act::ClaimAct;
pub use change::{ClaimChange, ClaimField};
pub use file::{Form, matrix_in_csv, matrix_in_html, matrix_in_svg, report_in_html};
pub use listed::Listed;
pub use report::{Quoted, Report, Reported, citation, citation_in_markdown, report_in_markdown};
pub use shown::{Shown, ShownCell, ShownClash, ShownHead, ShownRow, ShownSide};
pub use sign::Sign;

use super::selected::Computed;
use super::{ClaimTie, Effect, Session};
use crate::analysis::matrix::{Axis, Head, Sort};
use crate::analysis::{Matrix, Who};
use crate::model::{AnnotationId, ClaimId};
use std::ops::Range;
use std::rc::Rc;

/// `id` of the matrix, and the beginning of the ids of its cells.
pub const MATRIX: &str = "claim-matrix";
/// `id` of the heading of the open claim.
pub const CLAIM: &str = "open-claim";
/// `id` of the field for a new claim.
pub const NEW_CLAIM: &str = "new-claim";

/// `id` of a statement of the open claim.
pub fn told_id(statement: &AnnotationId) -> String {
    format!("told-{statement}")
}

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
    /// The claim that is open below the matrix.
    pub open: Option<ClaimId>,
    /// Only what this column says of it.
    pub column: Option<Head>,
    /// The cell that the keys are at: row, and column from 1; 0 is the claim itself.
    pub at: (usize, usize),
    /// The columns that are made, as far as there are as many: the first, and how many.
    pub made: (usize, usize),
    /// Whether the rule is explained.
    pub explained: bool,
    /// Fields in which something was typed that could not be taken, and why. It stays there.
    pub wrong: Vec<(ClaimField, &'static str)>,
    /// A relation of the open claim that is being made.
    pub relating: ClaimTie,
}

/// So many columns are made before anybody has measured how many there is room for.
const COLUMNS: usize = 24;

impl ClaimsScreen {
    /// Which of so many columns are to be made.
    pub fn made(&self, total: usize) -> Range<usize> {
        let (first, count) = (self.made.0, self.made_count());
        let first = first.min(total.saturating_sub(count));
        first..total.min(first + count)
    }

    /// Has the column made that the keys are at.
    fn make_column(&mut self, total: usize) {
        let column = self.at.1.saturating_sub(1);
        if !self.made(total).contains(&column) {
            self.made.0 = column.saturating_sub(self.made_count() / 2);
        }
    }

    fn made_count(&self) -> usize {
        if self.made.1 == 0 { COLUMNS } else { self.made.1 }
    }

    /// Whether a filter is set.
    pub fn is_filtered(&self) -> bool {
        self.topic.is_some() || self.outlet.is_some() || self.language.is_some()
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
        self.matrix_in(&self.kept.matrix, screen)
    }

    /// The one without filters, likewise: for what is open beside one with filters.
    fn whole_matrix(&self, screen: &ClaimsScreen) -> Rc<Matrix> {
        self.matrix_in(&self.kept.whole_matrix, screen)
    }

    fn matrix_in(&self, kept: &Computed<ClaimsScreen, Matrix>, screen: &ClaimsScreen) -> Rc<Matrix> {
        // What is open and where the keys are makes no other matrix.
        let looked_at = ClaimsScreen {
            open: None,
            column: None,
            at: (0, 0),
            made: (0, 0),
            explained: false,
            wrong: Vec::new(),
            relating: ClaimTie::default(),
            ..screen.clone()
        };
        let key = (self.counter, looked_at);
        let mut kept = kept.borrow_mut();
        match &*kept {
            Some((of, matrix)) if *of == key => matrix.clone(),
            // Another order of rows: what stands in them stays as it was read and judged.
            Some(((counter, of), matrix))
                if *counter == key.0 && (ClaimsScreen { sort: key.1.sort, ..of.clone() }) == key.1 =>
            {
                let matrix = Rc::new(matrix.sorted(&self.project, &key.1.options(&self.project)));
                kept.insert((key, matrix)).1.clone()
            }
            _ => {
                let matrix = Rc::new(self.matrix_of(&key.1));
                kept.insert((key, matrix)).1.clone()
            }
        }
    }

    /// A matrix that is not the one on the screen.
    fn matrix_of(&self, screen: &ClaimsScreen) -> Matrix {
        Matrix::of(&self.project, &screen.options(&self.project))
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
}

fn focus((row, column): (usize, usize)) -> Effect {
    Effect::FocusInList { list: MATRIX, row, element: format!("{MATRIX}-{row}-{column}") }
}
