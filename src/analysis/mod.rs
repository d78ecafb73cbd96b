//! What can be worked out from a project: figures in its texts, names that may be the same, statements that may tell the
//! same claim, where reports agree and where they do not, passages that stand in several.
//!
//! May import `text` and `model`. Everything here is a pure function of what it is given: it suggests and judges, and
//! changes nothing. What it says comes as values, never as sentences: the words for them are in `words`.

mod compare;
mod dates;
mod extent;
pub mod matrix;
pub mod names;
mod passages;
mod quantities;
mod split;
mod statement;
mod telling;
mod tokens;
mod units;

pub use compare::{Judgement, Rules, Standing, Why, judge, worst};
pub use dates::Period;
pub use matrix::Matrix;
pub use passages::{Passages, Repeat, Repeated};
pub use quantities::{Found, quantities};
pub use split::{Splittable, split};
pub use statement::{Statement, Who};
pub use telling::{ClaimSuggestion, Shared, Tellings};
pub use units::count_the_same;
