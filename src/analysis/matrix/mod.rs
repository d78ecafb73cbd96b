//! The claims of a project against what its articles, outlets or speakers say of them.

mod build;
mod clash;
mod order;

use super::compare::{Rules, Standing, Why};
use super::statement::Who;
use crate::model::{AnnotationId, ClaimId, DocumentId, Project, Quantity, Stance, StatementForm};

/// What stands in the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// One for each article.
    #[default]
    Articles,
    /// One for each outlet.
    Outlets,
    /// One for each on whose word statements stand.
    Speakers,
}

/// What a column stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// An article.
    Article(DocumentId),
    /// An outlet by its name; empty for articles of which nobody has said it.
    Outlet(String),
    /// Whose word it is.
    Speaker(Who),
}

/// What rows are ordered by. Rows that are equal in it stand by the id of their claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the person has put them; those that they have not put stand behind.
    #[default]
    Given,
    /// Most conflicts first, then most cells at another time, then most that say anything.
    Conflict,
    /// Most cells that say anything first.
    Coverage,
    /// By when the article of the reference was published, earliest first; those without a date last.
    Date,
    /// By the claim's text, case aside.
    Name,
}

/// What a matrix is made of, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// What reads figures and times.
    pub form: StatementForm,
    /// What stands in the columns.
    pub axis: Axis,
    /// How figures are compared.
    pub rules: Rules,
    /// What rows are ordered by.
    pub sort: Sort,
    /// Only claims of this topic.
    pub topic: Option<String>,
    /// Only articles of this outlet. What is left out may still hold the reference, so that a filter changes what is
    /// seen and not what is found.
    pub outlet: Option<String>,
    /// Only articles in this language; `id` takes `id-ID` too.
    pub language: Option<String>,
    /// Claims in the order in which the person has put them.
    pub rows: Vec<ClaimId>,
    /// Columns in the order in which the person has put them; others stand behind: articles in their own order, outlets
    /// and speakers by name, those without one last.
    pub columns: Vec<Head>,
    /// Whether statements count that a rule suggests and nobody has looked at.
    pub suggested: bool,
}

impl Options {
    /// All claims against all articles.
    pub fn new(form: StatementForm) -> Self {
        Self {
            form,
            axis: Axis::default(),
            rules: Rules::default(),
            sort: Sort::default(),
            topic: None,
            outlet: None,
            language: None,
            rows: Vec::new(),
            columns: Vec::new(),
            suggested: false,
        }
    }
}

/// What one column says of one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The statements: document by document, in the order of the text.
    pub statements: Vec<(DocumentId, AnnotationId)>,
    /// How the worst of them stands to the reference.
    pub standing: Standing,
    /// Why it does.
    pub why: Vec<Why>,
    /// Which of them is the worst, the first of equals: what follows is what it says.
    pub worst: usize,
    /// Its stance.
    pub stance: Option<Stance>,
    /// Its figure.
    pub quantity: Option<Quantity>,
    /// On whose word it stands.
    pub speaker: Who,
}

impl Cell {
    /// How many statements.
    pub fn count(&self) -> usize {
        self.statements.len()
    }
}

/// Two tellings of a claim that conflict with each other, while neither conflicts with the reference of the row: which
/// cell is red says nothing of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The two, in the order of the articles.
    pub sides: [ClashSide; 2],
    /// The deciding reason.
    pub why: Why,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct ClashSide {
    /// The statement.
    pub statement: (DocumentId, AnnotationId),
    /// Its stance.
    pub stance: Option<Stance>,
    /// Its figure.
    pub quantity: Option<Quantity>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub claim: ClaimId,
    /// The statement that the others are judged against: the claim's own reference where a person chose one that counts,
    /// else the earliest, by when its article was published, then the order of the articles, then its place in the text.
    /// `None` where nothing tells the claim.
    pub reference: Option<(DocumentId, AnnotationId)>,
    /// When the article of the reference was published, in seconds since 1970; the greatest number where that is not
    /// known.
    pub published: i64,
    /// The cells that say anything, each with its column, ascending.
    pub cells: Vec<(usize, Cell)>,
    /// Two tellings in these cells that conflict with each other and not with the reference.
    pub clash: Option<Clash>,
}

impl Row {
    /// What a column says; `None` where it is silent.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by(|(own, _)| own.cmp(&column)).ok()?;
        Some(&self.cells[at].1)
    }

    /// How a column stands to the reference.
    pub fn standing(&self, column: usize) -> Standing {
        self.cell(column).map_or(Standing::Silent, |cell| cell.standing)
    }

    /// How many cells stand so; silent ones are not counted.
    pub fn count(&self, standing: Standing) -> usize {
        self.cells.iter().filter(|(_, cell)| cell.standing == standing).count()
    }

    /// How many conflicts are seen in it: cells, and tellings that conflict with each other only.
    pub fn conflicts(&self) -> usize {
        self.count(Standing::Conflict) + usize::from(self.clash.is_some())
    }
}

/// Claims in rows, and what is said of them in columns. A claim of which nothing is said has a row of its own, and so has
/// an article that says nothing a column: silence is a finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// What the columns stand for.
    pub columns: Vec<Head>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Matrix {
    /// Of a project as it stands.
    pub fn of(project: &Project, options: &Options) -> Self {
        build::matrix(project, options)
    }

    /// The same, made of the same but for the order of its rows: nothing is read or judged again.
    pub fn sorted(&self, project: &Project, options: &Options) -> Self {
        Self { columns: self.columns.clone(), rows: order::rows(project, self.rows.clone(), options) }
    }
}
