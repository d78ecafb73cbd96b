//! Which entity of the registry a mention may speak of.
//!
//! Names meet in steps, each coarser than the one before: the same string; the same when folded; the same words; the same
//! skeleton of consonants over spellings and scripts; a letter apart. [`NameIndex`] holds the names of a registry and
//! answers for a mention and for what is typed. Where a name stands in a text is found by [`crate::text::find`].
//!
//! May import: `text`, `model`, `sorted`.

mod distance;
mod fold;
mod index;
mod postings;
mod script;
mod skeleton;
mod sounds;
mod suggest;
#[cfg(test)]
mod tests;
mod type_ahead;
mod word;

pub use fold::fold_name;
pub use index::NameIndex;
pub use script::{Script, script};
pub use skeleton::{same_skeleton, skeleton};
pub use suggest::{Mention, Reason, Suggestion};
