//! In which order rows and columns stand.

use super::{Head, Options, Row, Sort};
use crate::analysis::compare::Standing;
use crate::analysis::statement::Who;
use crate::model::Project;
use crate::sorted::{Map, order, sort_by};
use crate::text::folded;
use std::cmp::Ordering;

/// Columns in their order, and for each number that was given out, where its column stands.
pub(super) fn columns(project: &Project, heads: Map<Head, usize>, given: &[Head]) -> (Vec<Head>, Vec<usize>) {
    let heads: Vec<(Head, usize)> = heads.into_iter().collect();
    let given: Map<&Head, usize> = given.iter().enumerate().map(|(n, head)| (head, n)).collect();
    // Articles keep the order in which they were met; others stand by name, and those without one last.
    let keys: Vec<(usize, bool, String, usize)> = heads
        .iter()
        .map(|(head, number)| {
            let place = given.get(&head).copied().unwrap_or(usize::MAX);
            match head {
                Head::Article(_) => (place, false, String::new(), *number),
                Head::Outlet(name) => (place, name.is_empty(), folded(name), 0),
                Head::Speaker(Who::Text(name)) => (place, false, folded(name), 0),
                Head::Speaker(Who::Outlet) => (place, true, String::new(), 0),
                Head::Speaker(Who::Entity(id)) => {
                    let name = project.entities.get(id).map_or(id.as_str(), |entity| &entity.name);
                    (place, false, folded(name), 0)
                }
            }
        })
        .collect();
    let order = order(heads.len(), &|a, b| keys[a].cmp(&keys[b]));
    let mut place_of = vec![0; heads.len()];
    for (place, &at) in order.iter().enumerate() {
        place_of[heads[at].1] = place;
    }
    let mut heads: Vec<Option<Head>> = heads.into_iter().map(|(head, _)| Some(head)).collect();
    (order.into_iter().filter_map(|at| heads[at].take()).collect(), place_of)
}

/// Rows in their order.
pub(super) fn rows(project: &Project, mut rows: Vec<Row>, options: &Options) -> Vec<Row> {
    // Those that are equal in it stand by id, whatever order they come in.
    sort_by(&mut rows, |a, b| a.claim.cmp(&b.claim));
    let given: Map<&str, usize> =
        options.rows.iter().enumerate().map(|(n, claim)| (claim.as_str(), n)).collect();
    let place = |row: &Row| given.get(row.claim.as_str()).copied().unwrap_or(usize::MAX);
    let names: Vec<String> = match options.sort {
        Sort::Name => rows
            .iter()
            .map(|row| project.claims.get(&row.claim).map_or_else(String::new, |claim| folded(&claim.text)))
            .collect(),
        _ => Vec::new(),
    };
    let counts: Vec<(usize, usize)> =
        rows.iter().map(|row| (row.conflicts(), row.count(Standing::OtherTime))).collect();
    let compare = |a: usize, b: usize| -> Ordering {
        let (one, other) = (&rows[a], &rows[b]);
        let coverage = other.cells.len().cmp(&one.cells.len());
        match options.sort {
            Sort::Given => place(one).cmp(&place(other)),
            Sort::Conflict => counts[b].cmp(&counts[a]).then(coverage),
            Sort::Coverage => coverage,
            Sort::Date => one.published.cmp(&other.published),
            Sort::Name => names[a].cmp(&names[b]),
        }
    };
    let order = order(rows.len(), &compare);
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| rows[at].take()).collect()
}
