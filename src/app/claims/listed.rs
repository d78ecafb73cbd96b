//! The matrix as data: one line for each statement of each cell, and one for each cell that is silent.

use super::{ClaimsScreen, Quoted};
use crate::analysis::matrix::Row;
use crate::analysis::{Rules, Standing, Statement, judge};
use crate::app::Session;
use crate::model::{Annotation, AnnotationId, Claim, DocumentId};
use crate::wire;
use std::rc::Rc;

/// What one statement says of a claim, or that a column says nothing of it.
#[derive(Debug)]
pub struct Listed<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What its column stands for.
    pub column: String,
    /// The statement; `None` where the column is silent.
    pub told: Option<(Rc<Annotation>, Quoted)>,
    /// Which of the two that the head of the row names conflicts with it, where its reference does not.
    pub clash: Option<AnnotationId>,
}

impl Listed<'_> {
    /// How it stands to the reference of its claim.
    pub fn standing(&self) -> Standing {
        self.told.as_ref().map_or(Standing::Silent, |(_, quoted)| quoted.standing)
    }
}

impl Session {
    /// The matrix that is shown, row by row, column by column, and in a cell in the order of the texts.
    pub fn listed_matrix(&self, screen: &ClaimsScreen) -> Vec<Listed<'_>> {
        let matrix = self.matrix(screen);
        let heads: Vec<String> = matrix.columns.iter().map(|head| self.shown_head(head).name).collect();
        let rules = screen.rules();
        let mut listed = Vec::new();
        for row in &matrix.rows {
            let Some(claim) = self.project.claims.get(&row.claim) else { continue };
            for (n, column) in heads.iter().enumerate() {
                let one = |told: Option<(Rc<Annotation>, Quoted)>| {
                    let clash =
                        told.as_ref().and_then(|(own, quoted)| self.against(row, own, quoted, &rules));
                    Listed { claim, column: column.clone(), told, clash }
                };
                if row.cell(n).is_none() {
                    listed.push(one(None));
                    continue;
                }
                let told = self.quoted_statements(screen, &matrix, row, matrix.columns.get(n));
                listed.extend(told.into_iter().map(|told| one(Some(told))));
            }
        }
        listed
    }

    /// Of the two that the head of a row names: the other one, or of a third statement the one that conflicts with it.
    fn against(&self, row: &Row, own: &Annotation, quoted: &Quoted, rules: &Rules) -> Option<AnnotationId> {
        let sides = row.clash.as_ref()?.sides.each_ref().map(|side| &side.statement);
        let read = |annotation: &Annotation| Statement::read(annotation, &wire::STATEMENT);
        let conflicts = |(document, id): &&(DocumentId, AnnotationId)| {
            let other = self.project.annotation(document, id).filter(|other| other.id != own.id);
            other.is_some_and(|other| judge(&read(other), &read(own), rules).standing == Standing::Conflict)
        };
        let fits = quoted.standing != Standing::Conflict;
        sides.into_iter().find(|side| fits && conflicts(side)).map(|(_, id)| id.clone())
    }
}
