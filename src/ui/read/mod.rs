//! The screen *Read*: labels above, the article, and beside it the selected annotation and the list of all.

mod attributes;
mod bulk;
mod ends;
mod filter;
mod find;
mod hint;
mod inspector;
mod labels;
mod list;
mod note;
mod quote;
mod speakers;
mod title;

pub(crate) use filter::{FilterBar, filter_bar};
pub(crate) use find::find_bar;
pub(crate) use inspector::{One, Selection, inspector};
pub(crate) use labels::{LabelBar, label_bar};
pub(crate) use list::annotation_list;
pub(crate) use title::title_block;
