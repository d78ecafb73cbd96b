//! The matrix as it is shown: one description, from which the screen, the paper, SVG, CSV and HTML are made, so that a
//! cell says the same everywhere.

use super::{ClaimsScreen, Sign};
use crate::analysis::matrix::{Cell, Clash, ClashSide, Head, Row};
use crate::analysis::{Standing, Why};
use crate::app::{Session, titled};
use crate::formats::title_of_file;
use crate::model::{AnnotationId, Document, Stance};
use crate::words::claims as own;
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownHead {
    /// What it stands for.
    pub name: String,
    /// Of an article: outlet, date, language; its title, where that is but the name of its file and the outlet is known.
    pub facts: Vec<String>,
}

impl ShownHead {
    /// All of it in a line.
    pub fn words(&self) -> String {
        let all: Vec<&str> = [&self.name].into_iter().chain(&self.facts).map(String::as_str).collect();
        all.join(" · ")
    }
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRow {
    /// Its words.
    pub claim: String,
    /// Their language (BCP 47), or empty.
    pub language: String,
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
    pub fn sign(&self) -> Sign {
        Sign::of(self.reference, self.standing)
    }

    /// All that it says, in words.
    pub fn words(&self) -> String {
        let count = own::statements(self.count);
        let parts = [self.sign().word(), self.stance, &self.figure, &self.speaker, &count];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
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
        let name = match head {
            Head::Article(id) => {
                return self.project.document(id).map_or_else(ShownHead::default, |own| article_head(own));
            }
            Head::Outlet(name) if name.is_empty() => own::unnamed().to_owned(),
            Head::Outlet(name) => name.clone(),
            Head::Speaker(who) => match self.who_name(who) {
                name if name.is_empty() => own::itself().to_owned(),
                name => name,
            },
        };
        ShownHead { name, facts: Vec::new() }
    }

    /// A row as it is shown, with the cells of these columns.
    pub fn shown_row(&self, row: &Row, columns: Range<usize>) -> ShownRow {
        let claim = self.project.claims.get(&row.claim);
        let cell = |column| row.cell(column).map(|cell| self.shown_cell(row, cell));
        ShownRow {
            claim: claim.map_or_else(String::new, |claim| claim.text.clone()),
            language: claim.map_or_else(String::new, |claim| claim.language.clone()),
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

/// An article that has no better title than the name of its file is known by who published it.
fn article_head(document: &Document) -> ShownHead {
    let own = &document.metadata;
    let (title, outlet) = (titled(own), own.outlet.trim());
    let (name, other) =
        if is_file_name(document) && !outlet.is_empty() { (outlet, title) } else { (title, outlet) };
    let facts = [other, &own.published, &own.language].into_iter().filter(|fact| !fact.is_empty());
    ShownHead { name: name.to_owned(), facts: facts.map(str::to_owned).collect() }
}

/// Whether the title of an article is the name of the file that it came in.
fn is_file_name(document: &Document) -> bool {
    let file = document.source.as_ref().map_or("", |source| source.file.as_str());
    !file.is_empty() && document.metadata.title.trim() == title_of_file(file)
}
