//! Postil: a text annotator that runs wholly in the browser.
pub mod edit;
pub mod formats;
pub mod model;
pub mod text;
pub mod wire;
