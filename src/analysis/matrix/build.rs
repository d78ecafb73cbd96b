//! How a matrix is made: every statement is read once, then judged once against the reference of its row.

use super::clash::clash;
use super::order::{columns, rows};
use super::{Axis, Cell, Clash, Head, Matrix, Options, Row};
use crate::analysis::compare::{Measured, Side, Standing, judge_measured, period};
use crate::analysis::dates::Period;
use crate::analysis::statement::{Statement, claim_labels, statements_of};
use crate::analysis::units::Unit;
use crate::model::{AnnotationId, Claim, Document, DocumentId, Project, Reference};
use crate::sorted::Map;
use crate::text::fold;

/// A statement that tells the claim of a row.
pub(super) struct Told {
    /// Which row.
    row: usize,
    /// Which column; `None` if its article is filtered out.
    column: Option<usize>,
    /// When its article was published, in seconds; the greatest number where that is not known.
    published: i64,
    pub(super) statement: Statement,
    pub(super) measured: Measured,
}

impl Told {
    pub(super) fn place(&self) -> (DocumentId, AnnotationId) {
        (self.statement.document.clone(), self.statement.annotation.clone())
    }
}

pub(super) fn matrix(project: &Project, options: &Options) -> Matrix {
    let wanted = |claim: &&Claim| options.topic.as_ref().is_none_or(|topic| *topic == claim.topic);
    let claims: Vec<&Claim> = project.claims.values().filter(wanted).collect();
    // Claims come by id, so the number of a claim's row is found in halves.
    let row_of = |id: &str| claims.binary_search_by(|claim| claim.id.as_str().cmp(id)).ok();
    let mut heads = Heads::default();
    let mut told: Vec<Told> = Vec::new();
    let mut units: Map<String, Unit> = Map::new();
    let labels = claim_labels(project);
    for document in project.documents() {
        let shown = is_shown(document, options);
        let mut column = match options.axis {
            _ if !shown => None,
            Axis::Articles => Some(heads.number(Head::Article(document.id.clone()))),
            Axis::Outlets => Some(heads.number(Head::Outlet(outlet(document).to_owned()))),
            Axis::Speakers => None,
        };
        let published = published(document);
        for annotation in statements_of(project, &document.id, &labels, options.suggested) {
            let Some(Reference::Claim(claim)) = &annotation.refers_to else { continue };
            let Some(row) = row_of(claim.as_str()) else { continue };
            let statement = Statement::read(annotation, &options.form);
            if shown && options.axis == Axis::Speakers {
                column = Some(heads.number(Head::Speaker(statement.who(project))));
            }
            let unit = statement.quantity.as_ref().map(|quantity| {
                if let Some(unit) = units.get(&quantity.unit) {
                    return unit.clone();
                }
                let unit = Unit::of(&quantity.unit);
                units.insert(quantity.unit.clone(), unit.clone());
                unit
            });
            let measured = Measured { side: Side::of(statement.stance), period: period(&statement), unit };
            told.push(Told { row, column, published, statement, measured });
        }
    }
    let (columns, place_of) = columns(project, heads.0, &options.columns);
    let mut of_row: Vec<Vec<&Told>> = claims.iter().map(|_| Vec::new()).collect();
    for told in &told {
        of_row[told.row].push(told);
    }
    let mut made: Vec<Row> = Vec::with_capacity(claims.len());
    for (claim, told) in claims.iter().zip(of_row) {
        // One that does not count (it was refused, or is no statement any more) is passed over.
        let chosen = claim.reference.as_ref();
        let chosen = chosen.and_then(|id| told.iter().find(|told| told.statement.annotation == *id));
        // Of equals the first is taken: documents and their statements come in order.
        let reference = chosen.or_else(|| told.iter().min_by_key(|told| told.published)).copied();
        let (cells, clash) =
            reference.map(|r| cells(project, options, r, &told, &place_of)).unwrap_or_default();
        let row = Row {
            claim: claim.id.clone(),
            reference: reference.map(Told::place),
            published: reference.map_or(i64::MAX, |told| told.published),
            cells,
            clash,
        };
        made.push(row);
    }
    Matrix { columns, rows: rows(project, made, options) }
}

/// The cells of a row by column, and two of their tellings that conflict with each other and not with the reference.
fn cells(
    project: &Project,
    options: &Options,
    reference: &Told,
    told: &[&Told],
    place_of: &[usize],
) -> (Vec<(usize, Cell)>, Option<Clash>) {
    let mut cells: Map<usize, (Cell, &Told)> = Map::new();
    let mut fit: Vec<&Told> = Vec::new();
    for told in told {
        let Some(column) = told.column.map(|column| place_of[column]) else { continue };
        let (one, other) = ((&reference.statement, &reference.measured), (&told.statement, &told.measured));
        let judgement = judge_measured(one, other, &options.rules);
        if judgement.standing != Standing::Conflict {
            fit.push(told);
        }
        let empty = || Cell {
            statements: Vec::new(),
            standing: Standing::Silent,
            why: Vec::new(),
            worst: 0,
            stance: None,
            quantity: None,
            speaker: super::Who::Outlet,
        };
        let (cell, worst) = cells.get_or_insert_with(column, || (empty(), told));
        if judgement.standing > cell.standing {
            cell.standing = judgement.standing;
            cell.why = judgement.why;
            cell.worst = cell.statements.len();
            *worst = told;
        }
        cell.statements.push(told.place());
    }
    let said = |(column, (cell, worst)): (usize, (Cell, &Told))| {
        let Statement { stance, quantity, .. } = &worst.statement;
        let speaker = worst.statement.who(project);
        (column, Cell { stance: *stance, quantity: quantity.clone(), speaker, ..cell })
    };
    (cells.into_iter().map(said).collect(), clash(&fit, &options.rules))
}

/// Columns in the order in which they are met, each with a number.
#[derive(Default)]
struct Heads(Map<Head, usize>);

impl Heads {
    fn number(&mut self, head: Head) -> usize {
        let next = self.0.len();
        *self.0.get_or_insert_with(head, || next)
    }
}

/// Whether the articles' filters let a document through.
fn is_shown(document: &Document, options: &Options) -> bool {
    let language = |wanted: &String| {
        let mut own = document.metadata.language.chars().map(fold);
        wanted.chars().all(|char| own.next() == Some(fold(char))) && own.next().is_none_or(|next| next == '-')
    };
    options.outlet.as_ref().is_none_or(|wanted| wanted.trim() == outlet(document))
        && options.language.as_ref().is_none_or(language)
}

fn outlet(document: &Document) -> &str {
    document.metadata.outlet.trim()
}

/// When a document was published, in seconds since 1970; the greatest number where that is not known.
fn published(document: &Document) -> i64 {
    Period::read(&document.metadata.published).map_or(i64::MAX, |period| period.start())
}
