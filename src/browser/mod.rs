//! Everything that speaks to the browser: the document view, selection, files, IndexedDB, workers, the clock, the
//! language of the page.
//!
//! May import: `text`, `model`, `storage`, `work`, `words`, plain types of `app`, web-sys. Absent on purpose: decisions, yew.

pub mod chance;
pub mod clipboard;
pub mod docview;
pub mod erase;
pub mod files;
pub mod folder;
pub mod idb;
pub mod language;
pub mod look;
pub mod port;
pub mod selection;
pub mod tabs;
pub mod words;
