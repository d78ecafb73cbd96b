//! The matrix as it is shown: one description, from which the screen, the paper, SVG, CSV and HTML are made, so that a
//! cell says the same everywhere.

use super::ClaimsScreen;
use crate::analysis::matrix::{Cell, Clash, ClashSide, Head, Row};
use crate::analysis::{Standing, Why};
use crate::app::Session;
use crate::model::{AnnotationId, Stance};
use crate::words::{self, claims as own};
use std::ops::Range;

/// A matrix, or the part of it that the filters let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The project.
    pub title: String,
    /// What it is limited to, and what `~` allows.
    pub note: String,
    /// Its columns.
    pub columns: Vec<ShownHead>,
    /// Its rows.
    pub rows: Vec<ShownRow>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownHead {
    /// What it stands for.
    pub name: String,
    /// Of an article: outlet, language, date.
    pub more: String,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRow {
    /// Its words.
    pub claim: String,
    /// What each column says of it; `None` where it is silent.
    pub cells: Vec<Option<ShownCell>>,
    /// Two tellings that conflict with each other and not with the reference.
    pub clash: Option<ShownClash>,
}

/// Two tellings of a claim that conflict with each other and not with the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownClash {
    /// The two.
    pub sides: [ShownSide; 2],
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownSide {
    /// The statement.
    pub statement: AnnotationId,
    /// What it says that the other does not: the figure or the stance.
    pub says: String,
    /// The title of its article.
    pub article: String,
}

impl ShownClash {
    /// In few words: `224 against 220`.
    pub fn words(&self) -> String {
        let [one, other] = &self.sides;
        own::against(&one.says, &other.says)
    }

    /// The same with the articles.
    pub fn words_in_full(&self) -> String {
        let side = |side: &ShownSide| format!("{} ({})", side.says, side.article);
        let [one, other] = &self.sides;
        own::against(&side(one), &side(other))
    }
}

/// What a column says of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCell {
    /// How it stands to the row's reference.
    pub standing: Standing,
    /// Whether it is the reference and nothing else.
    pub reference: bool,
    /// The figure, or empty.
    pub figure: String,
    /// The stance, or empty.
    pub stance: &'static str,
    /// On whose word, or empty for the outlet itself.
    pub speaker: String,
    /// How many statements.
    pub count: usize,
}

impl ShownCell {
    /// Its sign.
    pub fn sign(&self) -> &'static str {
        if self.reference { REFERENCE } else { sign(self.standing) }
    }

    /// All that it says, in words.
    pub fn words(&self) -> String {
        let standing = if self.reference { own::reference() } else { standing_word(self.standing) };
        let count = own::statements(self.count);
        let parts = [standing, self.stance, &self.figure, &self.speaker, &count];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// The sign of what the others are held against.
pub const REFERENCE: &str = "◆";

/// The sign of tellings that conflict with each other and not with the reference.
pub const CLASH: &str = "↮";

/// The sign of a standing; it says the same as the colour.
pub fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Silent => "",
        Standing::Agree => "=",
        Standing::Compatible => "≈",
        Standing::OtherTime => "◷",
        Standing::Conflict => "≠",
    }
}

/// Its name in styles.
pub fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Silent => "silent",
        Standing::Agree => "agree",
        Standing::Compatible => "compatible",
        Standing::OtherTime => "other-time",
        Standing::Conflict => "conflict",
    }
}

/// In words.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Silent => own::silent(),
        Standing::Agree => own::agree(),
        Standing::Compatible => own::compatible(),
        Standing::OtherTime => own::other_time(),
        Standing::Conflict => own::conflict(),
    }
}

/// A stance in words.
pub(super) fn stance_word(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => own::asserts(),
        Stance::Reports => own::reports(),
        Stance::Denies => own::denies(),
        Stance::Doubts => own::doubts(),
        Stance::Questions => own::questions(),
        Stance::Predicts => own::predicts(),
    }
}

impl Session {
    /// The whole matrix as it is shown.
    pub fn shown_matrix(&self, screen: &ClaimsScreen) -> Shown {
        let matrix = self.matrix(screen);
        let filters = [&screen.topic, &screen.outlet, &screen.language];
        let named = [own::topic(), own::outlet(), own::language()];
        let mut note: Vec<String> = filters
            .into_iter()
            .zip(named)
            .filter_map(|(filter, name)| Some(own::only(name, filter.as_ref()?)))
            .collect();
        note.push(own::about_allows(screen.rules().tolerance));
        Shown {
            title: self.project.name.clone(),
            note: note.join(" · "),
            columns: matrix.columns.iter().map(|head| self.shown_head(head)).collect(),
            rows: matrix.rows.iter().map(|row| self.shown_row(row, 0..matrix.columns.len())).collect(),
        }
    }

    /// The head of a column as it is shown.
    pub fn shown_head(&self, head: &Head) -> ShownHead {
        let name = self.head_name(head);
        let name = match (name.is_empty(), head) {
            (false, _) => name,
            (true, Head::Speaker(_)) => own::itself().to_owned(),
            (true, Head::Article(_)) => words::untitled().to_owned(),
            (true, Head::Outlet(_)) => own::unnamed().to_owned(),
        };
        let document = match head {
            Head::Article(id) => self.project.document(id),
            _ => None,
        };
        let more = document.map_or_else(String::new, |document| {
            let own = &document.metadata;
            let facts = [own.outlet.as_str(), own.language.as_str(), own.published.as_str()];
            facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        ShownHead { name, more }
    }

    /// A row as it is shown, with the cells of these columns.
    pub fn shown_row(&self, row: &Row, columns: Range<usize>) -> ShownRow {
        let claim = self.project.claims.get(&row.claim);
        let cell = |column| row.cell(column).map(|cell| self.shown_cell(row, cell));
        ShownRow {
            claim: claim.map_or_else(String::new, |claim| claim.text.clone()),
            cells: columns.map(cell).collect(),
            clash: row.clash.as_ref().map(|clash| self.shown_clash(clash)),
        }
    }

    /// Two tellings that conflict with each other, as they are shown.
    pub fn shown_clash(&self, clash: &Clash) -> ShownClash {
        let side = |side: &ClashSide| {
            let figure = side.quantity.as_ref().map_or_else(String::new, ToString::to_string);
            let stance = side.stance.map_or(own::tells(), stance_word);
            let says = match clash.why {
                Why::FiguresApart => figure,
                _ => [stance, &figure].join(" ").trim_end().to_owned(),
            };
            let (document, statement) = side.statement.clone();
            ShownSide { statement, says, article: self.shown_head(&Head::Article(document)).name }
        };
        ShownClash { sides: [side(&clash.sides[0]), side(&clash.sides[1])] }
    }

    fn shown_cell(&self, row: &Row, cell: &Cell) -> ShownCell {
        // Beside another telling that clashes with it, the clash is what is to be seen.
        let held = row.reference.as_ref().is_some_and(|reference| cell.statements.contains(reference));
        let reference = held && (cell.statements.len() == 1 || cell.standing == Standing::Agree);
        ShownCell {
            standing: cell.standing,
            reference,
            figure: cell.quantity.as_ref().map_or_else(String::new, ToString::to_string),
            stance: cell.stance.map_or("", stance_word),
            speaker: self.who_name(&cell.speaker),
            count: cell.count(),
        }
    }
}
