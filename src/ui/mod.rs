//! Everything that a person sees around the article.
//!
//! [`view()`] makes the whole page from the state; the shell calls it, applies the actions that come back and runs
//! their effects. Components get plain comparable props and one [`Dispatch`], so what did not change is not made anew.
//! They know nothing of files, storage or offsets.
//!
//! May import: everything below. Absent on purpose: parsing, offset arithmetic, format strings, inline styles
//! (geometry is set through CSSOM on a node), markup made from strings.

mod dialogs;
pub mod focus;
mod frame;
mod kit;
mod library;
mod read;
mod view;
mod words;

pub use frame::{pick_files, pick_project};
pub use kit::window::Range;
pub use view::{Slots, view};

use crate::app::Action;

/// Where every component sends what a person did. Made once, by the shell; compares by pointer.
pub type Dispatch = yew::Callback<Action>;
