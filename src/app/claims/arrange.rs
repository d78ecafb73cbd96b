//! In which order a person has put rows and columns, and what moves them.

use super::{ClaimsScreen, focus};
use crate::analysis::matrix::{Axis, Head, Options, Sort};
use crate::analysis::{Matrix, Rules, Who};
use crate::app::reduce::commit;
use crate::app::{Effect, Env, State};
use crate::edit::Act;
use crate::model::{Arrangement, ClaimId, DocumentId, EntityId, Project};
use crate::wire;
use crate::words::claims as words;

impl ClaimsScreen {
    /// What the matrix is made of.
    pub(super) fn options(&self, project: &Project) -> Options {
        let mut options = Options::new(wire::STATEMENT);
        (options.axis, options.sort) = (self.axis, self.sort);
        options.topic.clone_from(&self.topic);
        options.outlet.clone_from(&self.outlet);
        options.language.clone_from(&self.language);
        options.rules = self.rules();
        let order = &project.matrix;
        options.rows = order.claims.iter().map(|id| ClaimId::new(id.as_str())).collect();
        options.columns = of_axis(order, self.axis).iter().map(|key| head(project, self.axis, key)).collect();
        options
    }

    /// How figures are compared.
    pub(super) fn rules(&self) -> Rules {
        self.tolerance.map_or_else(Rules::default, |tolerance| Rules { tolerance })
    }

    /// The same with all rows and columns.
    pub(super) fn unfiltered(&self) -> Self {
        Self { topic: None, outlet: None, language: None, ..self.clone() }
    }
}

fn of_axis(order: &Arrangement, axis: Axis) -> &Vec<String> {
    match axis {
        Axis::Articles => &order.articles,
        Axis::Outlets => &order.outlets,
        Axis::Speakers => &order.speakers,
    }
}

/// The column that a key of the arrangement names.
fn head(project: &Project, axis: Axis, key: &str) -> Head {
    match axis {
        Axis::Articles => Head::Article(DocumentId::new(key)),
        Axis::Outlets => Head::Outlet(key.to_owned()),
        Axis::Speakers if key.is_empty() => Head::Speaker(Who::Outlet),
        Axis::Speakers if project.entities.contains_key(key) => {
            Head::Speaker(Who::Entity(EntityId::new(key)))
        }
        Axis::Speakers => Head::Speaker(Who::Text(key.to_owned())),
    }
}

/// How the arrangement names a column.
fn key(head: &Head) -> String {
    match head {
        Head::Article(id) => id.to_string(),
        Head::Outlet(name) | Head::Speaker(Who::Text(name)) => name.clone(),
        Head::Speaker(Who::Entity(id)) => id.to_string(),
        Head::Speaker(Who::Outlet) => String::new(),
    }
}

/// Of `all`, takes the one that stands at `at` of those that are `shown` to where the one at `to` stands; those that are
/// not shown keep their neighbours.
fn carry<T: PartialEq + Clone>(all: &mut Vec<T>, shown: &[T], at: usize, to: usize) {
    // What is counted decides the order, and a filter lets less be counted: what is seen is what the person orders.
    let mut seen = shown.iter();
    for place in all.iter_mut().filter(|own| shown.contains(own)) {
        if let Some(next) = seen.next() {
            place.clone_from(next);
        }
    }
    let (Some(item), Some(goal)) = (shown.get(at), shown.get(to)) else { return };
    all.retain(|own| own != item);
    if let Some(place) = all.iter().position(|own| own == goal) {
        all.insert(place + usize::from(to > at), item.clone());
    }
}

/// Where something goes that moves by some places among so many; `None` where it is there already.
fn goal(at: usize, by: isize, count: usize) -> Option<usize> {
    let to = at.saturating_add_signed(by).min(count.saturating_sub(1));
    (to != at).then_some(to)
}

/// Rows and columns, moved by keys: the row and the column that the keys are at.
pub(super) fn shift(state: &mut State, rows: isize, columns: isize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let (matrix, at) = (session.matrix(&state.claims), state.claims.at);
    if rows != 0 {
        if let Some(row) = matrix.rows.get(at.0) {
            move_row(state, &row.claim, rows, env, out);
        }
    } else if let Some(head) = at.1.checked_sub(1).and_then(|column| matrix.columns.get(column)) {
        move_column(state, head, columns, env, out);
    } else {
        state.speak(words::column_first());
    }
    out.push(focus(state.claims.at));
}

/// Moves the row of a claim by some places of those that are shown. The order that is seen becomes the person's.
pub(super) fn move_row(state: &mut State, claim: &ClaimId, by: isize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let matrix = session.matrix(&state.claims);
    let ids = |matrix: &Matrix| matrix.rows.iter().map(|row| row.claim.to_string()).collect::<Vec<_>>();
    let shown = ids(&matrix);
    let Some(at) = shown.iter().position(|id| id == claim.as_str()) else { return };
    let Some(to) = goal(at, by, shown.len()) else { return state.speak(words::no_further()) };
    let mut all = ids(&session.matrix_of(&state.claims.unfiltered()));
    carry(&mut all, &shown, at, to);
    let order = Arrangement { claims: all, ..(*session.project.matrix).clone() };
    if arrange(state, order, env, out) {
        let screen = &mut state.claims;
        screen.sort = Sort::Given;
        if screen.at.0 == at {
            screen.at.0 = to;
        }
        state.speak(words::row_at(to + 1, shown.len()));
    }
}

/// Moves a column by some places of those that are shown.
pub(super) fn move_column(state: &mut State, head: &Head, by: isize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let matrix = session.matrix(&state.claims);
    let keys = |matrix: &Matrix| matrix.columns.iter().map(key).collect::<Vec<_>>();
    let shown = keys(&matrix);
    let Some(at) = matrix.columns.iter().position(|own| own == head) else { return };
    let Some(to) = goal(at, by, shown.len()) else { return state.speak(words::no_further()) };
    let mut all = keys(&session.matrix_of(&state.claims.unfiltered()));
    carry(&mut all, &shown, at, to);
    let mut order = (*session.project.matrix).clone();
    match state.claims.axis {
        Axis::Articles => order.articles = all,
        Axis::Outlets => order.outlets = all,
        Axis::Speakers => order.speakers = all,
    }
    if arrange(state, order, env, out) {
        let screen = &mut state.claims;
        if screen.at.1 == at + 1 {
            screen.at.1 = to + 1;
            screen.make_column(shown.len());
        }
        state.speak(words::column_at(to + 1, shown.len()));
    }
}

/// True where it stands so now.
fn arrange(state: &mut State, order: Arrangement, env: &Env<'_>, out: &mut Vec<Effect>) -> bool {
    // What was put so before, and is seen in another order, need not change.
    let same = state.session.as_ref().is_some_and(|session| *session.project.matrix == order);
    same || commit::act(state, env, out, Act::ArrangeMatrix, |builder, _| {
        builder.arrange(order);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_keeps_its_neighbours() {
        let moved = |all: &str, shown: &str, at, to| {
            let mut all: Vec<char> = all.chars().collect();
            carry(&mut all, &shown.chars().collect::<Vec<_>>(), at, to);
            all.into_iter().collect::<String>()
        };
        assert_eq!(moved("abcde", "abcde", 0, 2), "bcade");
        assert_eq!(moved("abcde", "abcde", 4, 0), "eabcd");
        assert_eq!(moved("abcde", "ace", 0, 1), "bcade");
        assert_eq!(moved("abcde", "ace", 2, 1), "abecd");
        assert_eq!(moved("abcde", "abcde", 0, 9), "abcde");
    }
}
