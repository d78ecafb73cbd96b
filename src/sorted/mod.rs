//! Maps and sets on a sorted `Vec`, and small sorts.
//!
//! What the page loads first is paid for by the byte, and the standard library's `BTreeMap` and sorts are made for
//! speed at any size: an instance of either costs 4 to 8 KB of wasm, and there were some fifty. These cost a few
//! hundred bytes each. The price: inserting into the middle of a map moves what is behind it, which is nothing for
//! the sizes and the order (ids count up) that there are here; see `sorts_as_the_standard_library_does` for the sorts.
//!
//! May import: std. Below every other layer.

mod map;
mod set;
mod sort;

pub use map::Map;
pub use set::Set;
pub use sort::{insertion_sort_by, order, sort_by};
