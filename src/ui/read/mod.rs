//! The screen *Read*: labels above, the article, and beside it the selected annotation and the list of all.

mod attributes;
mod bulk;
mod ends;
mod filter;
mod find;
mod guidelines;
mod hint;
mod inspector;
mod labels;
mod list;
mod note;
mod panes;
mod passages;
mod picking;
mod quote;
mod refers;
mod relations;
mod screen;
mod speakers;
mod statement;
mod suggestion;
mod title;

pub(crate) use inspector::One;
pub(crate) use picking::picking_strip;
pub(crate) use screen::{Shown, screen};

use filter::{FilterBar, filter_bar};
use find::find_bar;
use inspector::{Selection, inspector};
use labels::{LabelBar, label_bar};
use list::annotation_list;
use panes::panes;
use passages::repeated_passages;
