//! Counts of the whole project, made once after each change; plots of them, the same figures as tables, and both as
//! files.
//!
//! [`count`] looks at the project, [`charts`] decides what is shown of it, [`plot`] where it stands, [`file`] writes it
//! down.

mod charts;
mod count;
mod file;
mod plot;

pub use charts::{Chart, Figure, Table, charts, lengths, ratio};
pub use count::{ArticleCount, LabelCount, Statistics};
pub use file::{csv, opacity, svg};
pub use plot::{Anchor, Plot, Shape, Unit};

use super::{Effect, Env, NoticeKind, Session, State, Step};
use crate::formats::file_name;
use crate::model::Timestamp;
use crate::words::said;
use std::rc::Rc;

impl Session {
    /// The counts of the project as it is. `offset` is how many minutes the time of this place is ahead of UTC at a
    /// time.
    pub fn statistics(&self, offset: &dyn Fn(Timestamp) -> i32) -> Rc<Statistics> {
        let mut kept = self.kept.statistics.borrow_mut();
        match &*kept {
            Some((counter, statistics)) if *counter == self.counter => statistics.clone(),
            _ => kept.insert((self.counter, Rc::new(Statistics::of(&self.project, offset)))).1.clone(),
        }
    }
}

/// Saves a chart as a file.
#[derive(Clone, Debug)]
pub enum SaveChart {
    /// Its plot.
    Svg(Rc<Chart>),
    /// Its figures.
    Csv(Rc<Chart>),
}

impl Step for SaveChart {
    fn reduce(&self, state: &mut State, _: &Env<'_>) -> Vec<Effect> {
        let Some(session) = &state.session else { return Vec::new() };
        let (chart, kind, ending, content) = match self {
            Self::Svg(chart) => (chart, "image/svg+xml", "svg", svg(chart)),
            Self::Csv(chart) => (chart, "text/csv", "csv", csv(&chart.table)),
        };
        let name = file_name(&format!("{} {}", session.project.name, chart.title), ending);
        state.notify(NoticeKind::Info, said::saved_as(&name), false);
        vec![Effect::SaveFile(name, kind, content)]
    }
}
