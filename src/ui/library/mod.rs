//! The screen *Library*: the documents of the project, or what to do where there are none.

mod row;
mod start;
mod table;

pub(crate) use start::start;
pub(crate) use table::{Table, table};
