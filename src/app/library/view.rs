//! What the library is asked to show.

use crate::model::DocumentStatus;
use crate::words::library as words;

/// What the documents can be ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// As they were added.
    #[default]
    Added,
    /// Their titles.
    Title,
    /// Who published them.
    Outlet,
    /// Their languages.
    Language,
    /// When they were published, as it is written.
    Published,
    /// How far the work has come.
    Status,
    /// How long they are.
    Length,
    /// How many annotations they have.
    Annotations,
}

impl Column {
    /// Those that have a column, from the left, and the order of adding before them.
    pub const ALL: [Self; 8] = [
        Self::Added,
        Self::Title,
        Self::Outlet,
        Self::Language,
        Self::Published,
        Self::Status,
        Self::Length,
        Self::Annotations,
    ];

    /// Its name in what is kept.
    fn tag(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Language => "language",
            Self::Published => "published",
            Self::Status => "status",
            Self::Length => "length",
            Self::Annotations => "annotations",
        }
    }

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => words::added(),
            Self::Title => words::title(),
            Self::Outlet => words::outlet(),
            Self::Language => words::language(),
            Self::Published => words::published(),
            Self::Status => words::status(),
            Self::Length => words::characters(),
            Self::Annotations => words::annotations(),
        }
    }
}

/// In which order the documents stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// From the last to the first. What is empty is at the end either way.
    pub down: bool,
}

impl Sort {
    /// To be kept: the name of the column, behind a minus where it goes from the last to the first.
    pub fn kept(self) -> String {
        match self {
            Self { column: Column::Added, down: false } => String::new(),
            Self { column, down: false } => column.tag().to_owned(),
            Self { column, down: true } => ["-", column.tag()].concat(),
        }
    }

    /// From what was kept; what is not known is as they were added.
    pub fn of(kept: &str) -> Self {
        let (tag, down) = kept.strip_prefix('-').map_or((kept, false), |tag| (tag, true));
        let column = Column::ALL.into_iter().find(|column| column.tag() == tag);
        column.map_or_else(Self::default, |column| Self { column, down })
    }
}

/// What the documents are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing.
    #[default]
    None,
    /// Who published them.
    Outlet,
    /// Their languages.
    Language,
    /// How far the work has come.
    Status,
    /// The day on which they were published.
    Day,
}

impl Grouping {
    /// All.
    pub const ALL: [Self; 5] = [Self::None, Self::Outlet, Self::Language, Self::Status, Self::Day];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => words::no_groups(),
            Self::Outlet => words::by_outlet(),
            Self::Language => words::by_language(),
            Self::Status => words::by_status(),
            Self::Day => words::by_day(),
        }
    }

    /// What stands above those that have none.
    pub fn without(self) -> &'static str {
        match self {
            Self::Outlet => words::without_outlet(),
            Self::Language => words::without_language(),
            Self::None | Self::Status | Self::Day => words::without_date(),
        }
    }
}

/// What the library shows and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Only documents whose title, outlet, authors or file name hold this, ignoring case and spaces around it.
    pub words: String,
    /// Only those of this status.
    pub status: Option<DocumentStatus>,
    /// Only those in this language; the empty one stands for those without.
    pub language: Option<String>,
    /// Only those of this outlet, likewise.
    pub outlet: Option<String>,
    /// Only those without annotations.
    pub unmarked: bool,
    /// In which order.
    pub sort: Sort,
    /// In which groups.
    pub grouping: Grouping,
}

impl View {
    /// Whether some documents may not be shown.
    pub fn filters(&self) -> bool {
        !self.words.trim().is_empty()
            || self.status.is_some()
            || self.language.is_some()
            || self.outlet.is_some()
            || self.unmarked
    }
}
