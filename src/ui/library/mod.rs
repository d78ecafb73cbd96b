//! The screen *Library*: the documents of the project.

mod row;
mod table;

pub(crate) use table::screen;
