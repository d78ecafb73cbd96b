//! Postil: a text annotator that runs wholly in the browser.
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod edit;
pub mod formats;
pub mod model;
pub mod storage;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod wire;
pub mod work;
